import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Connection } from '../../src/aws/connection.js';

export interface Received {
  /** The operation in X-Amz-Target. */
  readonly operation: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export interface Loopback {
  readonly received: readonly Received[];
  readonly connection: Connection;
}

/** What a request is answered with: a JSON body, a status with an error name, or a connection that breaks. */
export type Answer = { readonly body: object } | { readonly status: number; readonly error: string } | 'reset';

/** Runs `body` with an AWS that answers by `answer`; the SDK's own clients talk to it over the wire. */
export async function withLoopback(
  answer: (received: Received, index: number) => Answer,
  body: (loopback: Loopback) => Promise<void>
): Promise<void> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const target = String(request.headers['x-amz-target']);
      const one = {
        operation: target.slice(target.indexOf('.') + 1),
        body: Buffer.concat(chunks).toString('utf8'),
        headers: request.headers
      };
      received.push(one);
      const reply = answer(one, received.length - 1);
      if (reply === 'reset') {
        request.socket.destroy();
        return;
      }
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.statusCode = 'body' in reply ? 200 : reply.status;
      response.end(JSON.stringify('body' in reply ? reply.body : { __type: reply.error, message: 'no' }));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientConfig = {
    region: 'eu-west-1',
    endpoint,
    credentials: async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }),
    maxAttempts: 3,
    retryMode: 'standard' as const,
    customUserAgent: [['slipway', 'test']] as [string, string][],
    // Far longer than an answer takes on a busy machine: no test waits for it.
    requestHandler: { connectionTimeout: 60_000, requestTimeout: 60_000 }
  };
  try {
    await body({ received, connection: { region: 'eu-west-1', clientConfig } });
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
}
