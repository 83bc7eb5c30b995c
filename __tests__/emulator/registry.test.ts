import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, type Stage } from './core-support.js';
import {
  digestOf,
  IMAGE_TYPE,
  INDEX_TYPE,
  logIn,
  makeManifest,
  readError,
  type RegistryUser
} from './registry-support.js';

let stage: Stage;
let user: RegistryUser;

beforeEach(async () => {
  stage = await openStage();
  await stage.send('ecr', 'CreateRepository', { repositoryName: 'shop/app' });
  user = await logIn(stage);
});
afterEach(() => stage.close());

describe('the login', () => {
  const ping = (authorization?: string): Promise<Response> =>
    fetch(`${stage.cloud.endpoint}/v2/`, authorization === undefined ? {} : { headers: { authorization } });

  it('is asked for', async () => {
    const response = await ping();
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(
      `Basic realm="${stage.cloud.endpoint}/",service="ecr.amazonaws.com"`
    );
  });

  it('takes the user AWS with the password of GetAuthorizationToken', async () => {
    for (const path of ['/v2/', '/v2']) expect((await user.send('GET', path)).status).toBe(200);
  });

  it('takes no other', async () => {
    const wrong = Buffer.from('AWS:secret').toString('base64');
    expect((await ping(`Basic ${wrong}`)).status).toBe(401);
  });

  it('does not take a password that was tampered with', async () => {
    const answer = await stage.send('ecr', 'GetAuthorizationToken', {});
    const { authorizationData } = answer.body as unknown as { authorizationData: { authorizationToken: string }[] };
    const [name = '', password = ''] = Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64')
      .toString()
      .split(':');
    const content = Buffer.from(password, 'base64').toString().replace('eu-west-1', 'eu-west-2');
    const forged = Buffer.from(`${name}:${Buffer.from(content).toString('base64')}`).toString('base64');
    expect((await ping(`Basic ${forged}`)).status).toBe(401);
  });

  it('ends after twelve virtual hours', async () => {
    stage.pass(12 * 3600 - 1);
    expect((await user.send('GET', '/v2/')).status).toBe(200);
    stage.pass(1);
    const response = await user.send('GET', '/v2/');
    expect(response.status).toBe(403);
    expect(await readError(response)).toBe(
      'DENIED Your authorization token has expired. Reauthenticate and try again.'
    );
  });

  it('is good for the repositories of its region only', async () => {
    const other = await logIn(stage, 'us-east-1');
    expect(await readError(await other.send('GET', '/v2/shop/app/tags/list'))).toContain('NAME_UNKNOWN');
    expect((await user.send('GET', '/v2/shop/app/tags/list')).status).toBe(200);
  });
});

describe('an upload', () => {
  it('may come in chunks, each where the one before ended', async () => {
    const begun = await user.send('POST', '/v2/shop/app/blobs/uploads/');
    expect(begun.status).toBe(202);
    const place = begun.headers.get('location') ?? '';
    const first = await user.send('PATCH', place, 'hello ', { 'content-range': '0-5' });
    expect(first.headers.get('range')).toBe('0-5');
    const late = await user.send('PATCH', place, 'world', { 'content-range': '9-13' });
    expect(late.status).toBe(416);
    expect((await user.send('GET', place)).headers.get('range')).toBe('0-5');
    await user.send('PATCH', place, 'wor', { 'content-range': '6-8' });
    const ended = await user.send('PUT', `${place}?digest=${digestOf('hello world')}`, 'ld');
    expect(ended.status).toBe(201);
    const blob = await user.send('GET', ended.headers.get('location') ?? '');
    expect(await blob.text()).toBe('hello world');
  });

  it('is refused when its digest is another', async () => {
    const path = `/v2/shop/app/blobs/uploads/?digest=${digestOf('other')}`;
    const response = await user.send('POST', path, 'this');
    expect(response.status).toBe(400);
    expect(await readError(response)).toContain('DIGEST_INVALID');
    expect((await user.send('HEAD', `/v2/shop/app/blobs/${digestOf('other')}`)).status).toBe(404);
  });

  it('goes on from where it was when a request breaks off', async () => {
    const begun = await user.send('POST', '/v2/shop/app/blobs/uploads/');
    const place = begun.headers.get('location') ?? '';
    await user.send('PATCH', place, 'kept ');
    await breakOff(stage, place, user.authorization);
    expect((await user.send('GET', place)).headers.get('range')).toBe('0-4');
    const ended = await user.send('PUT', `${place}?digest=${digestOf('kept all')}`, 'all');
    expect(ended.status).toBe(201);
  });

  it('can be given up', async () => {
    const place = (await user.send('POST', '/v2/shop/app/blobs/uploads/')).headers.get('location') ?? '';
    expect((await user.send('DELETE', place)).status).toBe(204);
    expect((await user.send('PATCH', place, 'x')).status).toBe(404);
  });

  it('takes large blobs, several at once', async () => {
    const blobs = [1, 2, 3].map(seed => Buffer.alloc(8 * 1024 * 1024, seed));
    const digests = await Promise.all(blobs.map(blob => user.pushBlob('shop/app', blob)));
    for (const [index, digest] of digests.entries()) {
      const response = await user.send('GET', `/v2/shop/app/blobs/${digest}`);
      expect(digestOf(Buffer.from(await response.arrayBuffer()))).toBe(digestOf(blobs[index] ?? ''));
    }
  });

  it('can be spared by mounting the blob of an image in another repository, where the account has asked for it', async () => {
    await stage.send('ecr', 'CreateRepository', { repositoryName: 'shop/web' });
    await user.pushImage('shop/app', 'v1', 'layer');
    const loose = await user.pushBlob('shop/app', 'of no image');
    const mount = (digest: string, from: string): Promise<Response> =>
      user.send('POST', `/v2/shop/web/blobs/uploads/?mount=${digest}&from=${encodeURIComponent(from)}`);
    const digest = digestOf('layer');
    expect((await mount(digest, 'shop/app')).status).toBe(202);
    await stage.send('ecr', 'PutAccountSetting', { name: 'BLOB_MOUNTING', value: 'ENABLED' });
    expect((await mount(digest, 'shop/none')).status).toBe(202);
    expect((await mount(loose, 'shop/app')).status).toBe(202);
    expect((await user.send('HEAD', `/v2/shop/web/blobs/${digest}`)).status).toBe(404);
    expect((await mount(digest, 'shop/app')).status).toBe(201);
    expect((await user.send('HEAD', `/v2/shop/web/blobs/${digest}`)).status).toBe(200);
  });
});

describe('a blob', () => {
  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-4', 206, '6789', 'bytes 6-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10']
  ])('answers %s', async (range, status, text, said) => {
    const digest = await user.pushBlob('shop/app', '0123456789');
    const response = await user.send('GET', `/v2/shop/app/blobs/${digest}`, undefined, { range });
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      text,
      said
    ]);
  });

  it('refuses a range beyond its end', async () => {
    const digest = await user.pushBlob('shop/app', '0123456789');
    const response = await user.send('GET', `/v2/shop/app/blobs/${digest}`, undefined, { range: 'bytes=10-' });
    expect(response.status).toBe(416);
  });
});

describe('a manifest', () => {
  it('is found by tag and by digest, byte for byte', async () => {
    const manifest = await user.pushImage('shop/app', 'v1', 'one');
    for (const reference of ['v1', digestOf(manifest)]) {
      const response = await user.send('GET', `/v2/shop/app/manifests/${reference}`);
      expect(response.headers.get('content-type')).toBe(IMAGE_TYPE);
      expect(response.headers.get('docker-content-digest')).toBe(digestOf(manifest));
      expect(await response.text()).toBe(manifest);
    }
    const head = await user.send('HEAD', '/v2/shop/app/manifests/v1');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(manifest.length)]);
  });

  it('needs its blobs', async () => {
    const response = await user.send('PUT', '/v2/shop/app/manifests/v1', makeManifest('none'), {
      'content-type': IMAGE_TYPE
    });
    expect(response.status).toBe(404);
    expect(await readError(response)).toMatch(/^MANIFEST_BLOB_UNKNOWN Layers with digests/);
    expect((await user.send('HEAD', '/v2/shop/app/manifests/v1')).status).toBe(404);
  });

  it.each([
    ['not JSON', '{', IMAGE_TYPE, 'MANIFEST_INVALID'],
    ['of an unknown type', '{"schemaVersion":2}', 'text/plain', 'MANIFEST_INVALID'],
    ['of the first schema', '{"schemaVersion":1}', IMAGE_TYPE, 'MANIFEST_INVALID']
  ])('is refused when it is %s', async (_what, body, type, code) => {
    const response = await user.send('PUT', '/v2/shop/app/manifests/v1', body, { 'content-type': type });
    expect(await readError(response)).toContain(code);
  });

  it('may be a list of manifests that are there', async () => {
    const manifest = await user.pushImage('shop/app', 'v1', 'one');
    const list = (digest: string): string =>
      JSON.stringify({
        schemaVersion: 2,
        mediaType: INDEX_TYPE,
        manifests: [
          { mediaType: IMAGE_TYPE, digest, size: manifest.length, platform: { architecture: 'amd64', os: 'linux' } }
        ]
      });
    const put = (body: string): Promise<Response> =>
      user.send('PUT', '/v2/shop/app/manifests/all', body, { 'content-type': INDEX_TYPE });
    expect(await readError(await put(list(digestOf('none'))))).toMatch(/^MANIFEST_BLOB_UNKNOWN Images with digests/);
    expect((await put(list(digestOf(manifest)))).status).toBe(201);
  });

  it('that is not there is told in ECR’s words', async () => {
    const response = await user.send('GET', '/v2/shop/app/manifests/v9');
    expect(await readError(response)).toBe('MANIFEST_UNKNOWN Requested image not found');
  });

  it('lists what refers to it', async () => {
    const subject = digestOf(await user.pushImage('shop/app', 'v1', 'one'));
    const signature = JSON.stringify({
      ...(JSON.parse(makeManifest('one')) as object),
      subject: { mediaType: IMAGE_TYPE, digest: subject, size: 1 }
    });
    const put = await user.send('PUT', `/v2/shop/app/manifests/${digestOf(signature)}`, signature, {
      'content-type': IMAGE_TYPE
    });
    expect(put.headers.get('oci-subject')).toBe(subject);
    const found = (await (await user.send('GET', `/v2/shop/app/referrers/${subject}`)).json()) as {
      manifests: { digest: string }[];
    };
    expect(found.manifests.map(each => each.digest)).toEqual([digestOf(signature)]);
  });
});

describe('a repository', () => {
  it('must exist in ECR', async () => {
    const response = await user.send('POST', '/v2/shop/none/blobs/uploads/');
    expect(response.status).toBe(404);
    expect(await readError(response)).toBe(
      "NAME_UNKNOWN The repository with name 'shop/none' does not exist in the registry with id '123456789012'"
    );
  });

  it('keeps its immutable tags, and takes the same image again', async () => {
    const setting = { repositoryName: 'shop/app', imageTagMutability: 'IMMUTABLE' };
    await stage.send('ecr', 'PutImageTagMutability', setting);
    await user.pushImage('shop/app', 'v1', 'one');
    await user.pushImage('shop/app', 'v1', 'one');
    await expect(user.pushImage('shop/app', 'v1', 'two')).rejects.toThrow(
      "The image tag 'v1' already exists in the 'shop/app' repository and cannot be overwritten because the tag is immutable."
    );
  });

  it('lists its tags page by page', async () => {
    for (const tag of ['c', 'a', 'b']) await user.pushImage('shop/app', tag, 'one');
    const first = await user.send('GET', '/v2/shop/app/tags/list?n=2');
    expect(await first.json()).toEqual({ name: 'shop/app', tags: ['a', 'b'] });
    const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(await (await user.send('GET', next)).json()).toEqual({ name: 'shop/app', tags: ['c'] });
  });

  it.each(['1001', '5000', '-1', 'x'])('does not list n=%s', async n => {
    for (const path of ['/v2/shop/app/tags/list', '/v2/_catalog']) {
      const response = await user.send('GET', `${path}?n=${n}`);
      expect([response.status, (await readError(response)).split(' ')[0]]).toEqual([405, 'UNSUPPORTED']);
    }
    expect((await user.send('GET', '/v2/shop/app/tags/list?n=1000')).status).toBe(200);
  });

  it('is listed with the others of its region', async () => {
    for (const repositoryName of ['shop/web', 'blog']) await stage.send('ecr', 'CreateRepository', { repositoryName });
    const first = await user.send('GET', '/v2/_catalog?n=2');
    expect(await first.json()).toEqual({ repositories: ['blog', 'shop/app'] });
    const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(await (await user.send('GET', next)).json()).toEqual({ repositories: ['shop/web'] });
    const other = await logIn(stage, 'us-east-1');
    expect(await (await other.send('GET', '/v2/_catalog')).json()).toEqual({ repositories: [] });
    expect((await user.send('POST', '/v2/_catalog')).status).toBe(405);
  });

  it('loses a tag by its tag, and an image with its last tag or by its digest', async () => {
    const one = digestOf(await user.pushImage('shop/app', 'v1', 'one'));
    await user.pushImage('shop/app', 'v2', 'one');
    const three = digestOf(await user.pushImage('shop/app', 'v3', 'three'));
    const status = async (method: string, reference: string): Promise<number> =>
      (await user.send(method, `/v2/shop/app/manifests/${reference}`)).status;
    expect(await status('DELETE', 'v1')).toBe(202);
    expect([await status('HEAD', 'v1'), await status('HEAD', one)]).toEqual([404, 200]);
    expect(await status('DELETE', 'v2')).toBe(202);
    expect(await status('HEAD', one)).toBe(404);
    expect(await status('DELETE', three)).toBe(202);
    expect(await status('DELETE', 'v3')).toBe(404);
    expect((await stage.send('ecr', 'ListImages', { repositoryName: 'shop/app' })).body['imageIds']).toEqual([]);
  });

  it('keeps an image that a list names, and blobs', async () => {
    const image = await user.pushImage('shop/app', 'v1', 'one');
    const child = { mediaType: IMAGE_TYPE, size: image.length, digest: digestOf(image) };
    const index = JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests: [child] });
    await user.send('PUT', '/v2/shop/app/manifests/all', index, { 'content-type': INDEX_TYPE });
    const response = await user.send('DELETE', `/v2/shop/app/manifests/${child.digest}`);
    expect(response.status).toBe(403);
    expect(await readError(response)).toBe(`DENIED Requested image referenced by manifest list: [${digestOf(index)}]`);
    expect((await user.send('DELETE', `/v2/shop/app/blobs/${digestOf('one')}`)).status).toBe(405);
    expect((await user.send('DELETE', '/v2/shop/app/manifests/all')).status).toBe(202);
    expect((await user.send('DELETE', '/v2/shop/app/manifests/v1')).status).toBe(202);
  });

  it('takes the images of old Dockers, by the digest of what is signed', async () => {
    const layer = await user.pushBlob('shop/app', 'layer');
    const plain = JSON.stringify({ schemaVersion: 1, name: 'app', tag: 'old', fsLayers: [{ blobSum: layer }] });
    const tail = Buffer.from('}').toString('base64url');
    const header = Buffer.from(JSON.stringify({ formatLength: plain.length - 1, formatTail: tail })).toString(
      'base64url'
    );
    const signed = `${plain.slice(0, -1)},"signatures":[{"protected":"${header}"}]}`;
    const type = 'application/vnd.docker.distribution.manifest.v1+prettyjws';
    const put = await user.send('PUT', '/v2/shop/app/manifests/old', signed, { 'content-type': type });
    expect([put.status, put.headers.get('docker-content-digest')]).toEqual([201, digestOf(plain)]);
    const got = await user.send('GET', '/v2/shop/app/manifests/old');
    expect([got.headers.get('content-type'), await got.text()]).toEqual([type, signed]);
    const { body } = await stage.send('ecr', 'DescribeImages', { repositoryName: 'shop/app' });
    expect(body['imageDetails']).toMatchObject([{ imageSizeInBytes: 5, imageManifestMediaType: type }]);
    for (const broken of ['{"schemaVersion":1}', '{"schemaVersion":1,"fsLayers":[{}]}', signed.replace(header, 'x')]) {
      const refused = await user.send('PUT', '/v2/shop/app/manifests/x', broken, { 'content-type': type });
      expect(await readError(refused)).toContain('MANIFEST_INVALID');
    }
  });
});

/** Sends half of what it announces, then cuts the connection. */
function breakOff(on: Stage, path: string, authorization: string): Promise<void> {
  return new Promise(resolve => {
    const sent = request(new URL(path, on.cloud.endpoint), {
      method: 'PATCH',
      headers: { authorization, 'content-length': 1_000_000 }
    });
    sent.on('error', () => resolve());
    sent.write(Buffer.alloc(400_000), () => setTimeout(() => sent.destroy(new Error('cut')), 50));
  });
}

describe('the files of the registry', () => {
  const count = async (kind: string): Promise<number> =>
    (await readdir(join(stage.cloud.dataDirectory, 'registry', kind))).length;

  it('go with their repository when it is deleted, but for those that another one has', async () => {
    await stage.send('ecr', 'CreateRepository', { repositoryName: 'shop/gone' });
    await user.pushImage('shop/app', 'one', 'a layer of both');
    await user.pushImage('shop/gone', 'one', 'a layer of both');
    await user.pushImage('shop/gone', 'two', 'a layer of one');
    expect(await count('blobs')).toBe(4);
    await stage.send('ecr', 'DeleteRepository', { repositoryName: 'shop/gone', force: true });
    while ((await count('blobs')) > 2) await sleep(5);
    const layer = await user.send('GET', `/v2/shop/app/blobs/${digestOf('a layer of both')}`);
    expect(await layer.text()).toBe('a layer of both');
  });

  it('of uploads that nobody ends do not grow in number for ever', async () => {
    const places: string[] = [];
    for (let index = 0; index < 201; index += 1) {
      const begun = await user.send('POST', '/v2/shop/app/blobs/uploads/');
      places.push(begun.headers.get('location') ?? '');
    }
    const looks = [places[0], places[1], places[200]].map(place => user.send('GET', place ?? ''));
    expect((await Promise.all(looks)).map(({ status }) => status)).toEqual([404, 204, 204]);
  });
});
