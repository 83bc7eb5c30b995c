import { once } from 'node:events';
import { Agent, createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import type { ContainerEngine, TaskEvents } from '../../src/emulator/containers/engine.js';
import { makeBalancer, send, under, type Balancer } from './balancer-support.js';
import { openService, openStage, type Stage } from './core-support.js';

const PORT = 8080;

let stage: Stage;
let balancer: Balancer;
let listener: string;
let container: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let published: { readonly host: string; readonly port: number } | undefined;

/** Containers that run at once; all of them are the server of this test. */
const ENGINE: ContainerEngine = {
  launch: (order, events: TaskEvents) => {
    queueMicrotask(() => {
      events.pulled();
      events.started('app', order.id.slice(0, 12));
      events.answered(undefined);
    });
    return { stop: () => events.exited('app', 0, undefined), findAddress: () => Promise.resolve(published) };
  },
  findObstacle: () => Promise.resolve(undefined),
  close: () => Promise.resolve()
};

beforeEach(async () => {
  container = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(container, 'listening');
  published = { host: '127.0.0.1', port: (container.address() as AddressInfo).port };
  stage = await openStage();
  stage.cloud.containers = ENGINE;
  stage.cloud.images = { exists: () => true, digest: () => undefined };
  balancer = await makeBalancer(stage.cloud);
  listener = await balancer.listen(PORT);
  await openService(stage, {
    desiredCount: 1,
    loadBalancers: [{ targetGroupArn: balancer.blue, containerName: 'app', containerPort: 8080 }]
  });
  stage.pass(60);
});
afterEach(async () => {
  await stage.close();
  container.close();
  container.closeAllConnections();
});

const got = (sent = {}): ReturnType<typeof send> => send(balancer.dnsName, PORT, sent);

it('hands on the request and the answer as they are, with the headers of a load balancer', async () => {
  let seen: IncomingMessage | undefined;
  let body = '';
  answer = (request, response) => {
    seen = request;
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      response.writeHead(201, 'Made', {
        'set-cookie': ['a=1', 'b=2'],
        connection: 'keep-alive, x-own',
        'x-own': 'hop',
        'x-app': 'shop'
      });
      response.end('made');
    });
  };
  const answered = await got({
    method: 'PUT',
    path: '/items/%C3%A4?x=1&x=2',
    headers: {
      host: 'shop.example.com',
      'x-forwarded-for': '192.0.2.7',
      connection: 'close, x-mine',
      'x-mine': 'hop',
      'x-test': ['1', '2'],
      cookie: 'c=3'
    },
    body: 'some text'
  });
  expect([seen?.method, seen?.url, body]).toEqual(['PUT', '/items/%C3%A4?x=1&x=2', 'some text']);
  expect(seen?.headers).toMatchObject({
    host: 'shop.example.com',
    'x-forwarded-for': '192.0.2.7, 127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '8080',
    'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
    'x-test': '1, 2',
    cookie: 'c=3'
  });
  expect(seen?.headers['x-mine']).toBeUndefined();
  expect(answered).toMatchObject({
    status: 201,
    body: 'made',
    headers: { 'set-cookie': ['a=1', 'b=2'], 'x-app': 'shop' }
  });
  expect(answered.headers['x-own']).toBeUndefined();
  expect(stage.cloud.trafficLog.entries()).toMatchObject([{ method: 'PUT', taskDefinition: 'api:1', status: 201 }]);
});

it.each(['HEAD', 'DELETE', 'OPTIONS'])('hands on %s without a body', async method => {
  answer = (request, response) => void response.setHeader('x-method', request.method ?? '').end('whole');
  expect((await got({ method })).headers['x-method']).toBe(method);
});

it('hands on large bodies both ways, in chunks', async () => {
  answer = (request, response) => void request.pipe(response);
  const large = 'slipway '.repeat(500_000);
  const headers = { 'transfer-encoding': 'chunked' };
  expect((await got({ method: 'POST', body: large, headers })).body).toBe(large);
});

it('hands on the beginning of an answer before its end', async () => {
  let finish: (() => void) | undefined;
  answer = (_request, response) => {
    response.write('first');
    finish = () => response.end('last');
  };
  const request = ask({ host: balancer.dnsName, port: PORT, agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const [first] = (await once(response, 'data')) as [Buffer];
  expect(first.toString()).toBe('first');
  finish?.();
  expect(((await once(response, 'data')) as [Buffer])[0].toString()).toBe('last');
});

it('keeps connections, to clients and to containers', async () => {
  const sockets = new Set<unknown>();
  container.on('connection', socket => sockets.add(socket));
  answer = (_request, response) => void response.end('ok');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let sent = 0; sent < 20; sent++) expect((await got({ agent })).status).toBe(200);
  agent.destroy();
  expect(sockets.size).toBe(1);
});

it('takes a kept connection for no answer when the container has closed it', async () => {
  answer = (_request, response) => void response.end('ok');
  expect((await got()).status).toBe(200);
  container.closeIdleConnections();
  for (let sent = 0; sent < 10; sent++) {
    expect((await got()).status).toBe(200);
    container.closeIdleConnections();
  }
});

it('is 502 where the container breaks off, does not listen, or has no port', async () => {
  answer = request => void request.socket.destroy();
  expect((await got()).status).toBe(502);
  answer = request => void request.socket.end('nonsense\r\n\r\n');
  expect((await got()).status).toBe(502);
  published = { host: '127.0.0.1', port: 1 };
  expect(await got()).toMatchObject({ status: 502, body: expect.stringContaining('502 Bad Gateway') });
  published = undefined;
  expect((await got()).status).toBe(502);
  expect(stage.cloud.trafficLog.entries().map(({ status }) => status)).toEqual([502, 502, 502, 502]);
});

it('breaks off an answer where the container does', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setImmediate(() => response.destroy());
  };
  await expect(got()).rejects.toThrow('aborted');
});

it('leaves the container alone when the client is gone', async () => {
  const ended = new Promise<void>(resolve => {
    answer = (request, response) => {
      response.on('close', resolve);
      request.emit('asked');
      impatient.abort();
    };
  });
  const impatient = new AbortController();
  await expect(got({ signal: impatient.signal })).rejects.toThrow();
  await ended;
  while (stage.cloud.trafficLog.entries()[0]?.status === 0) await new Promise(resolve => setImmediate(resolve));
  expect(stage.cloud.trafficLog.entries()).toMatchObject([{ status: 460 }]);
});

it('rewrites host and URL as the rule says', async () => {
  await balancer.addRule(
    listener,
    1,
    [{ Field: 'path-pattern', 'PathPatternConfig.Values.member.1': '/api/*' }],
    { Type: 'forward', TargetGroupArn: balancer.blue },
    {
      ...under('Transforms.member.1', {
        Type: 'url-rewrite',
        'UrlRewriteConfig.Rewrites.member.1.Regex': '^/api/(.*)$',
        'UrlRewriteConfig.Rewrites.member.1.Replace': '/$1'
      }),
      ...under('Transforms.member.2', {
        Type: 'host-header-rewrite',
        'HostHeaderRewriteConfig.Rewrites.member.1.Regex': '^(.*)[.]example[.]com$',
        'HostHeaderRewriteConfig.Rewrites.member.1.Replace': '$1.internal'
      })
    }
  );
  answer = (request, response) => void response.end(`${request.headers.host ?? ''}${request.url ?? ''}`);
  const headers = { host: 'shop.example.com' };
  expect((await got({ path: '/api/items?x=1', headers })).body).toBe('shop.internal/items?x=1');
  expect((await got({ path: '/other?x=1', headers })).body).toBe('shop.example.com/other?x=1');
});
