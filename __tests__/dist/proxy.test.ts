import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { makeCertificate } from './certificate.js';
import { withSandbox, type Sandbox } from './sandbox.js';
import { slipwayWith } from './run-command.js';
import { ROLLING, seed } from './seed.js';

const HOST = 'aws.slipway.localhost';
const PASSWORD = 'open%20sesame';

interface Street {
  readonly proxy: string;
  /** What was asked of the proxy: `CONNECT host:port`, `POST http://host/`. */
  readonly asked: readonly string[];
  /** The file with the certificate of the AWS behind the proxy. */
  readonly bundle: string;
}

/**
 * Puts a proxy before the built-in AWS. Behind it AWS is `https://aws.slipway.localhost`, a name that nobody but the proxy knows; plain HTTP
 * is handed on too. With `answer` it refuses all; with `wants` it wants these credentials.
 */
async function withProxy(
  sandbox: Sandbox,
  rules: { readonly answer?: number; readonly wants?: string },
  body: (street: Street) => Promise<void>
): Promise<void> {
  const { cert, key } = makeCertificate(HOST);
  await sandbox.write('ca.pem', cert);
  const hand = (message: IncomingMessage, response: ServerResponse): void => {
    const { pathname, search } = new URL(message.url ?? '/', `http://${HOST}`);
    const { hostname, port } = new URL(sandbox.cloud.endpoint);
    const onward = request(
      { hostname, port, path: pathname + search, method: message.method, headers: message.headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }
    );
    message.pipe(onward);
  };
  const aws = createTlsServer({ cert, key }, hand);
  const asked: string[] = [];
  const refuse = ({ headers }: IncomingMessage): number | undefined => {
    const sent = Buffer.from((headers['proxy-authorization'] ?? '').replace('Basic ', ''), 'base64').toString();
    return rules.wants === undefined || sent === rules.wants ? rules.answer : 407;
  };
  const proxy = createServer((message, response) => {
    asked.push(`${message.method} ${message.url}`);
    const status = refuse(message);
    if (status === undefined) hand(message, response);
    else response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>No</h1>');
  });
  proxy.on('connect', (message, socket) => {
    asked.push(`CONNECT ${message.url}`);
    const status = refuse(message);
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} Not Today\r\ncontent-type: text/html\r\n\r\n<h1>No</h1>`);
      return;
    }
    const onward = connect((aws.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    const end = (): void => [onward, socket].forEach(one => one.destroy());
    for (const one of [onward, socket]) one.on('error', end).on('close', end);
  });
  await Promise.all([listen(aws), listen(proxy)]);
  try {
    await body({
      proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      asked,
      bundle: join(sandbox.workspace, 'ca.pem')
    });
  } finally {
    for (const server of [proxy, aws]) {
      server.closeAllConnections();
      server.close();
    }
  }
}

function listen(server: Server): Promise<void> {
  return new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
}

const STATUS = ['status', '--cluster=shop', '--service=web'] as const;

describe('behind a proxy', () => {
  it.concurrent('ships with every request to AWS going through it, and a password in no log', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await withProxy(sandbox, { wants: 'ann:open sesame' }, async ({ proxy, asked, bundle }) => {
        const env = {
          AWS_ENDPOINT_URL: `https://${HOST}`,
          HTTPS_PROXY: proxy.replace('//', `//ann:${PASSWORD}@`),
          AWS_CA_BUNDLE: bundle
        };
        const run = await sandbox.ship(ROLLING, { env });
        expect(run.log).toMatch(/shop\/web/);
        expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
        expect(run.requestLog.length).toBeGreaterThan(5);
        expect(new Set(asked)).toEqual(new Set([`CONNECT ${HOST}:443`]));
        const shown = run.log.replaceAll(/^::add-mask::.*$/gm, '');
        expect(shown).not.toMatch(/sesame/);
        expect(run.log).toContain(`::add-mask::open sesame`);
      });
    })
  );

  it.concurrent.each([
    ['in upper case', 'HTTPS_PROXY'],
    ['in lower case', 'https_proxy']
  ])('goes through the proxy of a variable %s, trusts NODE_EXTRA_CA_CERTS, and ends', (_, variable) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await withProxy(sandbox, {}, async ({ proxy, asked, bundle }) => {
        const env = { AWS_ENDPOINT_URL: `https://${HOST}`, [variable]: proxy, NODE_EXTRA_CA_CERTS: bundle };
        const mark = sandbox.cloud.requestLog.entries().at(-1)?.sequence;
        expect(await slipwayWith(sandbox, env, ...STATUS)).toMatchObject({ exitCode: 0, stderr: '' });
        expect(new Set(asked)).toEqual(new Set([`CONNECT ${HOST}:443`]));
        // Connections are kept: what is not asked at the same time goes through the same tunnel.
        expect(asked.length).toBeLessThan(sandbox.cloud.requestLog.entries(mark).length);
      });
    })
  );

  it.concurrent('hands requests without TLS to the proxy of HTTP_PROXY', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await withProxy(sandbox, {}, async ({ proxy, asked }) => {
        const env = { AWS_ENDPOINT_URL: `http://${HOST}:4566`, HTTP_PROXY: proxy };
        expect(await slipwayWith(sandbox, env, ...STATUS)).toMatchObject({ exitCode: 0, stderr: '' });
        expect(new Set(asked)).toEqual(new Set([`POST http://${HOST}:4566/`]));
      });
    })
  );

  it.concurrent.each([
    ['NO_PROXY names it', { NO_PROXY: 'slipway.localhost' }, /ENOTFOUND|EAI_AGAIN|ECONNREFUSED/],
    ['it is this machine', { AWS_ENDPOINT_URL: undefined }, /^$/]
  ] as const)('asks AWS directly where %s', (_, changes, says) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await withProxy(sandbox, {}, async ({ proxy, asked }) => {
        const env = { AWS_ENDPOINT_URL: `http://${HOST}`, HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ...changes };
        const said = await slipwayWith(sandbox, env, ...STATUS);
        expect(said.stderr).toMatch(says);
        expect(asked).toEqual([]);
      });
    })
  );

  it.concurrent.each([
    [
      'wants to know who asks',
      `https://${HOST}`,
      { wants: 'ann:x' },
      /does not connect to aws\.slipway\.localhost.*: 407 Not Today\. Write user and password into HTTPS_PROXY/
    ],
    [
      'does not let this host through',
      `https://${HOST}`,
      { answer: 403 },
      /does not connect to aws\.slipway\.localhost.*: 403 Not Today\. Let it allow this host, or name the host in NO_PROXY\./
    ],
    [
      'wants to know who asks without TLS',
      `http://${HOST}`,
      { wants: 'ann:x' },
      /refused: 407 Proxy Authentication Required\. Write user and password into HTTP_PROXY/
    ]
  ])('says in one sentence that the proxy %s', (_, endpoint, rules, says) =>
    withSandbox(async sandbox => {
      await withProxy(sandbox, rules, async ({ proxy, asked }) => {
        const env = { AWS_ENDPOINT_URL: endpoint, HTTPS_PROXY: proxy, HTTP_PROXY: proxy };
        const said = await slipwayWith(sandbox, env, ...STATUS);
        expect(said).toMatchObject({ exitCode: 2, stdout: '' });
        expect(said.stderr).toMatch(says);
        expect(said.stderr.trim().split('\n')).toHaveLength(1);
        // Two questions at the same time, and neither again.
        expect(asked.length).toBeLessThanOrEqual(2);
      });
    })
  );

  it.concurrent('names the proxy that cannot be reached, without its password', () =>
    withSandbox(async sandbox => {
      const env = { AWS_ENDPOINT_URL: `https://${HOST}`, HTTPS_PROXY: `http://ann:${PASSWORD}@127.0.0.1:9` };
      const said = await slipwayWith(sandbox, env, ...STATUS);
      expect(said.exitCode).toBe(1);
      expect(said.stderr).toMatch(/ECONNREFUSED.*through the proxy http:\/\/127\.0\.0\.1:9 \(HTTPS_PROXY\)/);
      expect(said.stderr).not.toMatch(/sesame/);
    })
  );
});

describe('AWS behind certificates of its own', () => {
  it.concurrent.each([
    ['AWS_CA_BUNDLE names them', 'ca.pem', 0, /^$/],
    ['nothing does', undefined, 2, /certificate.*AWS_CA_BUNDLE/s],
    [
      'AWS_CA_BUNDLE names a file that is not there',
      'none.pem',
      2,
      /AWS_CA_BUNDLE names none\.pem, and there is no such file/
    ]
  ])('is trusted, or one sentence says why not, where %s', (_, bundle, exitCode, says) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await withProxy(sandbox, {}, async ({ proxy }) => {
        const env = { AWS_ENDPOINT_URL: `https://${HOST}`, HTTPS_PROXY: proxy, AWS_CA_BUNDLE: bundle };
        const said = await slipwayWith(sandbox, env, ...STATUS);
        expect(said.stderr).toMatch(says);
        expect(said.exitCode).toBe(exitCode);
      });
    })
  );
});
