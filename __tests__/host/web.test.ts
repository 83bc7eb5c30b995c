import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';

import { systemWebClient } from '../../src/host/web.js';
import { makeCertificate } from '../dist/certificate.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const serve = (answer: RequestListener): Promise<number> => listen(createServer(answer));
const signal = new AbortController().signal;

describe('a request of a gate', () => {
  it('goes to the address with the host of the URL, and with the headers that are wanted', async () => {
    let seen: Record<string, unknown> = {};
    const port = await serve((request, response) => {
      seen = { url: request.url, ...request.headers };
      response.end('well');
    });
    const url = `http://shop.example:${port}/api/health?deep=1`;
    const answer = await systemWebClient().get({ url, headers: { 'X-Test': 'green' }, address: '127.0.0.1', signal });
    expect(answer).toEqual({ status: 200, body: 'well' });
    expect(seen).toMatchObject({ url: '/api/health?deep=1', host: `shop.example:${port}`, 'x-test': 'green' });
  });

  it("takes the rule's host where it has one", async () => {
    let host: string | undefined;
    const port = await serve((request, response) => {
      host = request.headers.host;
      response.end();
    });
    const url = `http://127.0.0.1:${port}/`;
    await systemWebClient().get({ url, headers: { Host: 'a.example' }, address: undefined, signal });
    expect(host).toBe('a.example');
  });

  it('does not follow a redirect', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(301, { Location: '/elsewhere' }).end();
    });
    const url = `http://127.0.0.1:${port}/`;
    expect(await systemWebClient().get({ url, headers: {}, address: undefined, signal })).toMatchObject({
      status: 301
    });
  });

  it('reads the beginning of an answer that does not end', async () => {
    const port = await serve((_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(16_384), () => setImmediate(more));
      };
      response.writeHead(200);
      more();
    });
    const url = `http://127.0.0.1:${port}/`;
    const { status, body } = await systemWebClient().get({ url, headers: {}, address: undefined, signal });
    expect({ status, length: body.length }).toEqual({ status: 200, length: 65_536 });
  });

  it('says why there is no answer, and ends where it is cut short', async () => {
    const port = await serve(() => undefined);
    const cancel = new AbortController();
    const url = `http://127.0.0.1:${port}/`;
    const asked = systemWebClient().get({ url, headers: {}, address: undefined, signal: cancel.signal });
    cancel.abort(new Error('cut short'));
    await expect(asked).rejects.toThrow('cut short');
    const closed = systemWebClient().get({ url: 'http://127.0.0.1:1/', headers: {}, address: undefined, signal });
    await expect(closed).rejects.toThrow('ECONNREFUSED');
  });

  it('names the host of the URL to a server that speaks TLS, and believes no certificate that nobody has signed', async () => {
    let named: string | undefined;
    const SNICallback = (name: string, done: (error: null) => void): void => {
      named = name;
      done(null);
    };
    const port = await listen(createSecureServer({ ...makeCertificate('shop.example'), SNICallback }));
    const url = `https://shop.example:${port}/`;
    const asked = systemWebClient().get({ url, headers: {}, address: '127.0.0.1', signal });
    await expect(asked).rejects.toThrow(/self-signed certificate/);
    expect(named).toBe('shop.example');
  });
});
