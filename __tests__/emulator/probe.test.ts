import { once } from 'node:events';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { TargetCheck } from '../../src/emulator/containers/engine.js';
import { probe } from '../../src/emulator/containers/probe.js';

const CHECK: TargetCheck = {
  protocol: 'HTTP',
  port: undefined,
  path: '/health?deep=1',
  codes: '200,204-206',
  intervalSeconds: 30,
  // Far longer than an answer takes on a busy machine.
  timeoutSeconds: 60,
  unhealthyThreshold: 2
};

const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const speak = (listener: RequestListener): Promise<number> => listen(createHttp(listener));
const accept = (greet: (socket: Socket) => void): Promise<number> =>
  listen(
    createServer(socket => {
      socket.on('error', () => undefined);
      greet(socket);
    })
  );

/** A port that nobody listens on, and that nobody else on the machine is given: the near end of a connection that is kept. */
async function findSilence(): Promise<number> {
  const socket = connect(await listen(createServer()), '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  return socket.localPort ?? 0;
}

describe('the look of a load balancer at a target', () => {
  it.each([
    [200, undefined],
    [204, undefined],
    [206, undefined],
    [207, 'Health checks failed with these codes: [207]'],
    [301, 'Health checks failed with these codes: [301]'],
    [503, 'Health checks failed with these codes: [503]']
  ])('takes the codes of the matcher, not %d otherwise', async (code, expected) => {
    const port = await speak((request, response) => {
      response.writeHead(request.url === CHECK.path ? code : 500, { location: '/' }).end();
    });
    await expect(probe('127.0.0.1', port, CHECK)).resolves.toBe(expected);
  });

  it('says that the target is slow, and that nobody listens', async () => {
    const slow = await speak(() => undefined);
    await expect(probe('127.0.0.1', slow, { ...CHECK, timeoutSeconds: 0.1 })).resolves.toBe('Request timed out');
    await expect(probe('127.0.0.1', await findSilence(), CHECK)).resolves.toBe('Health checks failed');
  });

  it('needs TLS where the check is HTTPS', async () => {
    const plain = await speak((_request, response) => response.end());
    await expect(probe('127.0.0.1', plain, { ...CHECK, protocol: 'HTTPS' })).resolves.toBe('Health checks failed');
  });

  it.each([
    ['TCP', { ...CHECK, protocol: 'TCP' }],
    ['unknown', undefined]
  ])('takes a connection that is kept where the check is %s, and none that is dropped', async (_, check) => {
    const kept = await accept(socket => socket.write('220 hello\r\n'));
    await expect(probe('127.0.0.1', kept, check)).resolves.toBeUndefined();
    const silent = await accept(() => undefined);
    await expect(probe('127.0.0.1', silent, check)).resolves.toBeUndefined();
    const dropped = await accept(socket => socket.destroy());
    await expect(probe('127.0.0.1', dropped, check)).resolves.toBe('Health checks failed');
  });
});
