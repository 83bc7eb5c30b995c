import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { REGION, SHA } from '../dist/sandbox.js';
import { taskDefinition } from '../dist/seed.js';
import { withShop, type Built, type Shop } from './buildspec-parts.js';
import { describeFailure } from './codebuild.js';
import { startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

const SETTINGS = {
  region: REGION,
  repository: 'shop/web',
  'task-definition': 'taskdefinition.json',
  'scan-gate': 'HIGH'
};
const REPOSITORY = { repositoryName: 'shop/web' };
const ON_PUSH = { ...REPOSITORY, imageScanningConfiguration: { scanOnPush: true } };
const INDEX = 'application/vnd.oci.image.index.v1+json';

function withGate(
  body: (shop: Shop) => Promise<void>,
  {
    settings = SETTINGS,
    repository = ON_PUSH
  }: { readonly settings?: object; readonly repository?: { repositoryName: string } } = {}
): Promise<void> {
  const files = { 'slipway.yml': settings, 'taskdefinition.json': taskDefinition() };
  return withShop(engine, { files, repositories: [repository] }, body);
}

/** The buildspec, which looks more often than it does in the world: a scan is sixty times as fast here. */
async function generate(shop: Shop): Promise<string> {
  const text = await shop.generate();
  expect(text).toContain('    sleep 5\n');
  return text.replace('sleep 5', 'sleep 0.2');
}

/** How often an operation was called since the built-in AWS began. */
function count({ sandbox: bench }: Shop, wanted: string): number {
  return bench.cloud.requestLog.entries().filter(({ operation }) => operation === wanted).length;
}

async function passesInAction(shop: Shop): Promise<boolean> {
  return shop.shipByAction().then(
    () => true,
    (error: unknown) => {
      if (!/scan/.test(String(error))) throw error;
      return false;
    }
  );
}

interface Case {
  readonly name: string;
  readonly scenario: object;
  readonly repository?: { readonly repositoryName: string };
  readonly deny?: string;
  readonly passes: boolean;
  readonly says: RegExp;
}

const CASES: readonly Case[] = [
  { name: 'nothing was found', scenario: {}, passes: true, says: /shop\/web:\w+: ECR's scan found \{\}\.$/m },
  {
    name: 'what was found is less bad',
    scenario: { findings: { MEDIUM: 2, LOW: 140 } },
    passes: true,
    says: /ECR's scan found \{"MEDIUM":2,"LOW":140\}\.$/m
  },
  {
    name: 'what was found is as bad, after a page of what is less',
    scenario: { findings: { LOW: 1100, HIGH: 1 } },
    passes: false,
    says: /ECR's scan found \{"LOW":1100,"HIGH":1\}\.\nscan-gate is HIGH\. The worst of them:/
  },
  {
    name: 'what was found is worse: the worst comes first',
    scenario: {
      vulnerabilities: [
        { name: 'CVE-2024-0003', severity: 'LOW' },
        { name: 'CVE-2024-0002', severity: 'HIGH' },
        { name: 'CVE-2024-0001', severity: 'CRITICAL' }
      ]
    },
    passes: false,
    says: /The worst of them:\nCRITICAL\tCVE-2024-0001\nHIGH\tCVE-2024-0002$/m
  },
  {
    name: 'nobody has scanned it: a scan is asked for',
    scenario: {},
    repository: REPOSITORY,
    passes: true,
    says: /ECR's scan found \{\}\.$/m
  },
  {
    name: 'Amazon Inspector found it, and called the scan ACTIVE before it had',
    scenario: {
      scanner: { enhanced: true },
      vulnerabilities: [{ name: 'CVE-2024-0001', severity: 'CRITICAL', package: 'zlib' }]
    },
    passes: false,
    says: /The worst of them:\nCRITICAL\tCVE-2024-0001 - zlib$/m
  },
  {
    name: 'the scan failed',
    scenario: { scanner: { status: 'FAILED' } },
    passes: false,
    says: /cannot pass scan-gate: ECR says FAILED \(The scan ended as FAILED in this rehearsal\.\)\.$/m
  },
  {
    name: 'the image is of a kind that is not scanned',
    scenario: { scanner: { status: 'UNSUPPORTED_IMAGE' } },
    passes: false,
    says: /cannot pass scan-gate: ECR says UNSUPPORTED_IMAGE/
  },
  {
    name: 'the findings may not be read',
    scenario: {},
    deny: 'ecr:DescribeImageScanFindings',
    passes: false,
    says: /AccessDeniedException.*DescribeImageScanFindings/
  },
  {
    name: 'a scan may not be asked for',
    scenario: {},
    repository: REPOSITORY,
    deny: 'ecr:StartImageScan',
    passes: false,
    says: /AccessDeniedException.*StartImageScan/
  }
];

function expectRefused(built: Built): void {
  expect(built.status).toBe('FAILED');
  expect(built.phases).toEqual(['pre_build SUCCEEDED', 'build FAILED', 'upload_artifacts FAILED']);
  expect(built.files).toEqual({});
}

describe('a build in CodeBuild with scan-gate', () => {
  it.each(CASES)(
    'comes to the verdict of the Action: $name',
    ({ scenario, repository = ON_PUSH, deny, passes, says }) =>
      withGate(
        async shop => {
          shop.sandbox.cloud.setScenarios(scenario);
          const text = await generate(shop);
          if (deny !== undefined) shop.sandbox.cloud.setFaults({ deny: [deny] });
          const built = await shop.build(text);
          expect(built.log).toMatch(says);
          expect(count(shop, 'StartImageScan')).toBe(repository === ON_PUSH || 'scanner' in scenario ? 0 : 1);
          expect(await passesInAction(shop)).toBe(passes);
          if (passes) expect(describeFailure(built)).toBe('');
          else expectRefused(built);
        },
        { repository }
      )
  );

  it('writes the very files that the Action writes', () =>
    withGate(async shop => {
      const built = await shop.build(await generate(shop));
      expect(built.files).toEqual((await shop.shipByAction()).files);
    }));

  it('passes nothing whose scan does not end, and says so', () =>
    withGate(async shop => {
      shop.sandbox.cloud.setScenarios({ scanner: { status: 'PENDING' } });
      const text = await generate(shop);
      expect(text).toContain('for _ in {1..120}; do');
      const built = await shop.build(text.replace('{1..120}', '{1..2}'));
      expectRefused(built);
      expect(built.log).toMatch(/cannot pass scan-gate: after 10 minutes ECR has no results of its scan\.$/m);
    }));

  it('fails in a shell of its own for every command too, and where on-failure is not heeded', () =>
    withGate(async shop => {
      shop.sandbox.cloud.setScenarios({ findings: { CRITICAL: 1 } });
      const built = await shop.build(await generate(shop), { shell: 'each', heedsAbort: false });
      expect(built.phases.at(-2)).toBe('post_build FAILED');
      expect(built.files).toEqual({});
    }));

  it('looks at each platform of an image of several, and not at the records of its origin', () =>
    withGate(
      async shop => {
        const platforms = await pushIndex(shop);
        const built = await shop.build(await generate(shop));
        expect(built.log.match(/ECR's scan found/g)).toHaveLength(platforms.length);
        const asked = shop.sandbox.cloud.requestLog
          .entries()
          .filter(({ operation }) => operation === 'StartImageScan')
          .map(({ input }) => (input as { imageId: { imageDigest: string } }).imageId.imageDigest);
        expect(asked).toEqual(platforms);
        expect(describeFailure(built)).toBe('');
        shop.sandbox.cloud.setScenarios({ findings: { HIGH: 1 } });
        expectRefused(await shop.build(await generate(shop)));
      },
      { settings: { ...SETTINGS, 'reuse-image': true }, repository: REPOSITORY }
    ));

  it('looks at every image, the own and those that are used as they are, before it fails', () =>
    withShop(
      engine,
      {
        files: {
          'slipway.yml': {
            region: REGION,
            images: [
              { container: 'web', repository: 'shop/web' },
              { container: 'base', image: `123456789012.dkr.ecr.${REGION}.amazonaws.com/shop/base:v1` },
              { container: 'xray', image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.14' }
            ],
            'task-definition': 'taskdefinition.json',
            'scan-gate': 'CRITICAL'
          },
          'taskdefinition.json': taskDefinition({
            containerDefinitions: ['web', 'base', 'xray'].map(name => ({ name, image: 'later' }))
          })
        },
        repositories: [ON_PUSH, { ...ON_PUSH, repositoryName: 'shop/base' }]
      },
      async shop => {
        await pushImage(shop, 'shop/base', 'v1');
        shop.sandbox.cloud.setScenarios({ findings: { CRITICAL: 1 } });
        const built = await shop.build(await generate(shop));
        expectRefused(built);
        expect(built.log).toMatch(/^\S+\/shop\/web:\w+: ECR's scan found \{"CRITICAL":1\}\.$/m);
        expect(built.log).toMatch(/^\S+\/shop\/base:v1: ECR's scan found \{"CRITICAL":1\}\.$/m);
        expect(built.log).toMatch(
          /aws-xray-daemon:3\.3\.14 is not in a private registry of ECR: scan-gate does not look/
        );
        shop.sandbox.cloud.setScenarios({ findings: { HIGH: 1 } });
        expect(describeFailure(await shop.build(await generate(shop)))).toBe('');
      }
    ));
});

interface Manifest {
  readonly text: string;
  readonly digest: string;
  readonly mediaType: string;
}

/** Puts an index under the commit's tag: two platforms, the record of the origin of one, and an artifact. Its platforms' digests come back. */
async function pushIndex(shop: Shop): Promise<readonly string[]> {
  const platforms = [await pushImage(shop, 'shop/web', 'amd64'), await pushImage(shop, 'shop/web', 'arm64')];
  const record = await pushImage(shop, 'shop/web', 'record');
  const describeOne = ({ text, digest, mediaType }: Manifest, platform: object, annotations?: object): object => ({
    mediaType,
    digest,
    size: Buffer.byteLength(text),
    annotations,
    platform
  });
  const index = {
    schemaVersion: 2,
    mediaType: INDEX,
    manifests: [
      ...platforms.map((one, at) => describeOne(one, { architecture: ['amd64', 'arm64'][at], os: 'linux' })),
      describeOne(
        record,
        { architecture: 'unknown', os: 'unknown' },
        { 'vnd.docker.reference.digest': platforms[0]?.digest, 'vnd.docker.reference.type': 'attestation-manifest' }
      ),
      // An artifact: its kind is said, and no platform.
      { mediaType: record.mediaType, digest: record.digest, size: 1, artifactType: 'application/spdx+json' }
    ]
  };
  // BuildKit writes its indexes with line ends.
  await putManifest(shop, 'shop/web', toManifest(JSON.stringify(index, undefined, 2), INDEX), SHA);
  return platforms.map(({ digest }) => digest);
}

/** An image of its own in the repository: built, and shipped without a gate. */
async function pushImage(shop: Shop, repository: string, mark: string): Promise<Manifest> {
  const settings = await shop.sandbox.read('slipway.yml');
  const plain = { region: REGION, repository, tags: mark, labels: { mark } };
  await shop.sandbox.write('slipway.yml', plain);
  await shop.shipByAction();
  await shop.sandbox.write('slipway.yml', settings);
  const { images } = await shop.sandbox.call('ecr', 'BatchGetImage', {
    repositoryName: repository,
    imageIds: [{ imageTag: mark }]
  });
  const [image] = images as readonly { imageManifest: string; imageManifestMediaType: string }[];
  return toManifest(image?.imageManifest ?? '', image?.imageManifestMediaType ?? '');
}

function toManifest(text: string, mediaType: string): Manifest {
  return { text, mediaType, digest: `sha256:${createHash('sha256').update(text).digest('hex')}` };
}

async function putManifest(
  { sandbox: bench }: Shop,
  repositoryName: string,
  { text, mediaType }: Manifest,
  imageTag: string
): Promise<void> {
  await bench.call('ecr', 'PutImage', {
    repositoryName,
    imageTag,
    imageManifest: text,
    imageManifestMediaType: mediaType
  });
}
