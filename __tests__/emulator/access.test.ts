import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { connectToCloud } from '../../src/emulator/client.js';
import { findHostAccess } from '../../src/emulator/containers/host-access.js';
import { BlobStore } from '../../src/emulator/registry/blobs.js';
import { AUTHORIZATION, openStage, type Stage } from './core-support.js';
import { logIn } from './registry-support.js';

const SECRET = 'of0this1run';
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Sends a request with these very headers; `fetch` would put its own Host in. */
function send(
  headers: Readonly<Record<string, string>>,
  { cloud } = stage,
  method = 'GET',
  path = '/_slipway/journal'
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: cloud.port, method, path, headers, setHost: false }, response => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('who is answered', () => {
  it.each([
    '127.0.0.1',
    '127.0.0.1:4566',
    'localhost:4566',
    'LOCALHOST',
    'localhost.',
    '[::1]:4566',
    '127.8.9.1',
    '123456789012.dkr.ecr.eu-west-1.localhost:4566',
    'host.docker.internal:4566',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
    '123456789012.dkr-ecr.eu-west-1.on.aws',
    'ecs.eu-west-1.amazonaws.com',
    'api.ecr.us-gov-west-1.amazonaws.com',
    'sts.amazonaws.com',
    'iam.amazonaws.com',
    'public.ecr.aws'
  ])('a request for %s', async host => {
    expect((await send({ host })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:4566',
    '127.0.0.1.nip.io',
    'localhost.evil.example',
    'localhost.evil.example:4566',
    'notlocalhost',
    '10.0.0.1',
    '0.0.0.0:4566',
    '[fe80::1]',
    '127.0.0.1@evil.example',
    'evil.example#localhost',
    'shop.s3-website.eu-west-1.amazonaws.com',
    'ecs.evil.eu-west-1.elb.amazonaws.com',
    'abc.lambda-url.eu-west-1.on.aws',
    'ecs.eu-west-1.amazonaws.com.evil.example',
    'amazonaws.com.evil.example',
    ''
  ])('not one for %s', async host => {
    for (const path of ['/_slipway/journal', '/v2/', '/', '/_slipway/id-token']) {
      const { status, body } = await send({ host }, stage, 'GET', path);
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ message: expect.stringContaining(stage.cloud.origin) });
    }
  });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost.evil.example' }, 403],
    [{ origin: 'file://' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'http://localhost:3000' }, 200],
    [{ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200]
  ])('a page by its headers: %j', async (headers, status) => {
    expect((await send({ host: '127.0.0.1', ...headers })).status).toBe(status);
  });

  it('a page changes nothing by a form, which no browser asks about first', async () => {
    const headers = { host: '127.0.0.1', origin: 'https://evil.example', authorization: AUTHORIZATION };
    const answer = await send(headers, stage, 'POST', '/?Action=AssumeRole');
    expect(answer.status).toBe(403);
    expect(stage.cloud.requestLog.entries()).toEqual([]);
  });
});

describe('the secret of a run', () => {
  it('is asked for wherever there is no other login', async () => {
    const guarded = await openStage({ secret: SECRET });
    try {
      const { cloud } = guarded;
      expect(cloud.endpoint).toBe(`${cloud.origin}/${SECRET}`);
      const host = '127.0.0.1';
      const paths = ['/', '/_slipway/journal', '/_slipway/id-token', '/wrong/_slipway/journal', `/${SECRET}x/`, '//x'];
      for (const path of paths) {
        const { status, body } = await send({ host, authorization: AUTHORIZATION }, guarded, 'GET', path);
        expect([path, status]).toEqual([path, 403]);
        expect(body).not.toContain(SECRET);
      }
      for (const path of [`/${SECRET}/_slipway/journal?after=0`, `/${SECRET}/_slipway/time`])
        expect((await send({ host }, guarded, 'GET', path)).status).toBe(200);
      const call = connectToCloud(cloud.endpoint, 'eu-west-1');
      expect(await call('ecs', 'ListClusters', {})).toEqual({ clusterArns: [] });
      await call.ask('sts', 'GetCallerIdentity', {});
      await expect(connectToCloud(cloud.origin, 'eu-west-1')('ecs', 'ListClusters', {})).rejects.toMatchObject({
        code: 'AccessDeniedException'
      });
    } finally {
      await guarded.close();
    }
  });

  it('is told to nobody by the registry, which has its own passwords', async () => {
    const guarded = await openStage({ secret: SECRET });
    try {
      const refused = await send({ host: '127.0.0.1' }, guarded, 'GET', '/v2/');
      expect(refused.status).toBe(401);
      const bare = await fetch(`${guarded.cloud.origin}/v2/`);
      expect(JSON.stringify([...bare.headers])).not.toContain(SECRET);
      const user = await logIn(guarded);
      expect((await user.send('GET', '/v2/')).status).toBe(200);
      const { body } = await guarded.send('ecr', 'CreateRepository', { repositoryName: 'shop/web' });
      expect(JSON.stringify(body)).not.toContain(SECRET);
      await user.pushImage('shop/web', 'v1', 'content');
    } finally {
      await guarded.close();
    }
  });
});

describe('what nobody means to send', () => {
  it.each(['/v2/a%ff/manifests/x', '/v2/%/tags/list', '/v2/a%E0%A4%A/blobs/sha256:0'])(
    'a path that is no text is an error of the registry: %s',
    async path => {
      const { authorization } = await logIn(stage);
      const { status, body } = await send({ host: '127.0.0.1', authorization }, stage, 'GET', path);
      expect(status).toBe(400);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'NAME_INVALID' }] });
    }
  );

  it.each(['//', '///', 'http://'])('a target that is no URL: %s', async path => {
    const { status, body } = await send({ host: '127.0.0.1' }, stage, 'GET', path);
    expect(status).toBe(400);
    expect(body).not.toMatch(/\bat .*:\d+/);
  });

  it('an upload that has no end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-blobs-'));
    try {
      const blobs = new BlobStore(folder, 1000);
      const repository = {};
      const id = await blobs.start(repository);
      const endless = (function* () {
        for (;;) yield Buffer.alloc(400);
      })();
      await expect(blobs.append(repository, id, Readable.from(endless))).rejects.toMatchObject({
        code: 'SIZE_INVALID'
      });
      expect(blobs.sizeOf(repository, id)).toBe(0);
      expect(await blobs.append(repository, id, Readable.from([Buffer.alloc(1000)]))).toBe(1000);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('a fault within, told without where in the program it was', async () => {
    stage.cloud.region = () => {
      throw new Error('broken within');
    };
    const { status, body } = await stage.send('ecs', 'ListClusters', {});
    expect(status).toBe(500);
    expect(JSON.stringify(body)).toContain('broken within');
    expect(JSON.stringify(body)).not.toMatch(/\bat .*:\d+/);
  });
});

describe('containers that reach into the machine', () => {
  it.each([
    [{ privileged: true }, {}, 'the container web is privileged'],
    [{ linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } } }, {}, 'SYS_ADMIN'],
    [{ linuxParameters: { capabilities: { add: ['cap_sys_module'] } } }, {}, 'cap_sys_module'],
    [{ linuxParameters: { capabilities: { add: ['ALL'] } } }, {}, 'ALL'],
    [{ image: '--volume=/:/host' }, {}, 'named like a flag'],
    [{}, { volumes: [{ name: 'all', host: { sourcePath: '/' } }] }, 'its volume all is the folder / of the machine']
  ])('%j %j', (container, task, expected) => {
    expect(findHostAccess({ containerDefinitions: [{ name: 'web', ...container }], ...task })).toContain(expected);
  });

  it('is nothing that Fargate takes', () => {
    const web = {
      name: 'web',
      image: 'nginx',
      linuxParameters: { capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] } }
    };
    expect(findHostAccess({ containerDefinitions: [web], volumes: [{ name: 'a', host: {} }, { name: 'b' }] })).toBe(
      undefined
    );
  });
});
