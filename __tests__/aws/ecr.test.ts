import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Connection } from '../../src/aws/connection.js';
import { connectEcr } from '../../src/aws/ecr.js';
import type { EcrPort, EcrRepository } from '../../src/image/ports.js';
import { startCloud } from '../../src/emulator/cloud.js';
import { ECR } from '../../src/emulator/ecr/state.js';
import type { Cloud } from '../../src/emulator/server/state.js';

const REGION = 'ap-northeast-2';
const ACCOUNT = '123456789012';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';

let cloud: Cloud;
let ecr: EcrPort;

beforeAll(async () => {
  cloud = await startCloud();
  const clientConfig = {
    region: REGION,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    endpoint: cloud.endpoint,
    maxAttempts: 1,
    retryMode: 'standard' as const,
    customUserAgent: [],
    requestHandler: { connectionTimeout: 60_000, requestTimeout: 60_000 }
  };
  const connection = { region: REGION, clientConfig } as unknown as Connection;
  ecr = connectEcr(connection);
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.setFaults({});
  cloud.requestLog.clear();
});

function requests(): string[] {
  return cloud.requestLog
    .entries()
    .map(({ operation, region, input }) => `${operation} ${region} ${JSON.stringify(input)}`);
}

/** Pushes an image of one file as a registry's client does, and returns its digest. */
async function push(repository: EcrRepository, tag: string): Promise<string> {
  const [authorization] = await ecr.getAuthorization([]);
  const headers = { Authorization: `Basic ${authorization?.token ?? ''}` };
  const base = `${cloud.endpoint}/v2/${repository.name}`;
  const upload = async (text: string): Promise<{ digest: string; size: number }> => {
    const bytes = new TextEncoder().encode(text);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    const start = await fetch(`${base}/blobs/uploads/`, { method: 'POST', headers });
    const url = new URL(start.headers.get('location') ?? '', cloud.endpoint);
    url.searchParams.set('digest', `sha256:${hash}`);
    await fetch(url, { method: 'PUT', headers, body: bytes });
    return { digest: `sha256:${hash}`, size: bytes.length };
  };
  const config = {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    ...(await upload(`{"os":"linux","tag":"${tag}"}`))
  };
  const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar', ...(await upload(`layer of ${tag}`)) };
  const body = JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST_TYPE, config, layers: [layer] });
  const answer = await fetch(`${base}/manifests/${tag}`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': MANIFEST_TYPE },
    body
  });
  return answer.headers.get('docker-content-digest') ?? `status ${answer.status}`;
}

describe('repositories', () => {
  it('creates one with scan on push and finds it again', async () => {
    expect(await ecr.describeRepository('shop/new')).toBeUndefined();
    const created = await ecr.createRepository('shop/new');
    expect(created).toMatchObject({ name: 'shop/new', registryId: ACCOUNT, mutability: 'MUTABLE', exclusions: [] });
    expect(created.uri.endsWith('/shop/new')).toBe(true);
    expect(await ecr.describeRepository('shop/new')).toEqual(created);
    expect(requests()).toContain(
      `CreateRepository ${REGION} {"repositoryName":"shop/new","imageScanningConfiguration":{"scanOnPush":true}}`
    );
  });

  it('takes one that has come into being meanwhile', async () => {
    const first = await ecr.createRepository('shop/race');
    expect(await ecr.createRepository('shop/race')).toEqual(first);
  });

  it('says what was being done when AWS says no', async () => {
    cloud.setFaults({ deny: ['ecr:DescribeRepositories'] });
    await expect(ecr.describeRepository('shop/new')).rejects.toMatchObject({
      code: 'AccessDeniedException',
      fault: 'user',
      what: expect.stringMatching(/^Describing the ECR repository shop\/new: /)
    });
  });
});

/** Pushes a manifest that needs nothing else, and returns its descriptor. */
async function pushManifest(repository: EcrRepository, manifest: object, mediaType: string, tag?: string) {
  const [authorization] = await ecr.getAuthorization([]);
  const body = JSON.stringify({ schemaVersion: 2, mediaType, ...manifest });
  const bytes = new TextEncoder().encode(body);
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  const answer = await fetch(`${cloud.endpoint}/v2/${repository.name}/manifests/${tag ?? `sha256:${hash}`}`, {
    method: 'PUT',
    headers: { Authorization: `Basic ${authorization?.token ?? ''}`, 'Content-Type': mediaType },
    body
  });
  expect(answer.status).toBe(201);
  return { mediaType, digest: `sha256:${hash}`, size: bytes.length };
}

describe('the images of an index', () => {
  it('are those of its platforms; artifacts beside them are none, whether the index says so or they themselves', async () => {
    const repository = await ecr.createRepository('shop/index');
    const one = await push(repository, 'amd64');
    const bare = await push(repository, 'bare');
    const [blob = ''] = (
      cloud.region(REGION).part(ECR).get('shop/index')?.images.blobs ?? new Map<string, number>()
    ).keys();
    const config = { mediaType: 'application/vnd.oci.empty.v1+json', size: 2, digest: blob };
    const artifact = { artifactType: 'application/spdx+json', config, layers: [] };
    const said = await pushManifest(repository, artifact, MANIFEST_TYPE);
    const silent = await pushManifest(repository, { ...artifact, annotations: { a: 'b' } }, MANIFEST_TYPE);
    const manifests = [
      { mediaType: MANIFEST_TYPE, size: 1, digest: one, platform: { os: 'linux', architecture: 'amd64' } },
      { mediaType: MANIFEST_TYPE, size: 1, digest: bare },
      { ...said, artifactType: 'application/spdx+json' },
      silent
    ];
    await pushManifest(repository, { manifests }, 'application/vnd.oci.image.index.v1+json', 'v1');
    expect(await ecr.listPlatformImages({ repository: 'shop/index', tag: 'v1' })).toEqual([one, bare]);
  });
});

describe('images and tags', () => {
  it('finds an image by tag and by digest, and nothing where there is nothing', async () => {
    const repository = await ecr.createRepository('shop/app');
    const digest = await push(repository, 'v1');
    expect(await ecr.describeImage({ repository: 'shop/app', tag: 'v1' })).toEqual({
      digest,
      archived: false,
      bytes: 36
    });
    expect(await ecr.describeImage({ registryId: ACCOUNT, repository: 'shop/app', digest })).toEqual({
      digest,
      archived: false,
      bytes: 36
    });
    expect(await ecr.describeImage({ repository: 'shop/app' })).toBeUndefined();
    expect(await ecr.describeImage({ repository: 'shop/none', tag: 'v1' })).toBeUndefined();
    expect(await ecr.describeImage({ region: 'eu-west-1', repository: 'shop/app', tag: 'v1' })).toBeUndefined();
    expect(cloud.requestLog.entries().at(-1)?.region).toBe('eu-west-1');
  });

  it('adds a tag to an image and moves it to another', async () => {
    const repository = await ecr.createRepository('shop/tags');
    const one = await push(repository, 'one');
    const two = await push(repository, 'two');
    for (const digest of [one, one, two]) {
      await ecr.addTag(repository, digest, 'latest');
      expect(await ecr.describeImage({ repository: 'shop/tags', tag: 'latest' })).toMatchObject({ digest });
    }
    expect(one).not.toBe(two);
  });

  it('does not tag what is not there', async () => {
    const repository = await ecr.createRepository('shop/tags');
    const digest = `sha256:${'0'.repeat(64)}`;
    await expect(ecr.addTag(repository, digest, 'latest')).rejects.toMatchObject({ code: 'image-manifest' });
  });
});

describe('authorizations', () => {
  it('asks for the own account without naming it', async () => {
    const [own] = await ecr.getAuthorization([]);
    expect(Buffer.from(own?.token ?? '', 'base64').toString()).toMatch(/^AWS:.+/);
    expect(own?.endpoint).toMatch(/^https?:\/\//);
    expect(requests()).toEqual([`GetAuthorizationToken ${REGION} {}`]);
  });

  it('asks for ten other accounts at a time', async () => {
    const accounts = Array.from({ length: 12 }, (_, index) => String(100000000000 + index));
    expect(await ecr.getAuthorization(accounts)).toHaveLength(12);
    const asked = cloud.requestLog
      .entries()
      .map(({ input }) => (input as { registryIds: string[] }).registryIds.length);
    expect(asked.sort((a, b) => b - a)).toEqual([10, 2]);
  });

  it('asks in the region that is named', async () => {
    await ecr.getAuthorization(['999999999999'], 'us-west-2');
    expect(requests()).toEqual(['GetAuthorizationToken us-west-2 {"registryIds":["999999999999"]}']);
  });

  it('asks ECR Public in its one region', async () => {
    const { endpoint, token } = await ecr.getPublicAuthorization();
    expect(endpoint).toBe('https://public.ecr.aws');
    expect(Buffer.from(token, 'base64').toString()).toMatch(/^AWS:.+/);
    expect(requests()).toEqual(['GetAuthorizationToken us-east-1 {}']);
  });
});
