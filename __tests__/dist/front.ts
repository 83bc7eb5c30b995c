import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What an operation of AWS meets on its way.
 * `throttled`: each request is refused. `hangs`: it reaches nobody, and there is no answer. `unanswered`: it takes effect, and there is no
 * answer. `reset`: the connection breaks before it reaches anybody. `refused`: from then on nobody listens there.
 */
export const TROUBLES = ['throttled', 'hangs', 'unanswered', 'reset', 'refused'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A server before the built-in AWS, which gives trouble where the built-in AWS has none to give. */
export interface Front {
  readonly url: string;
  /** How many requests of the operation have come. */
  readonly met: () => number;
  /** All goes through from now on. */
  readonly relent: () => Promise<void>;
}

/**
 * Runs `body` with a front that gives trouble to one operation, and none to the others.
 *
 * @param from how many of its requests go through first
 */
export async function withFront(
  endpoint: string,
  operation: string,
  trouble: Trouble,
  from: number,
  body: (front: Front) => Promise<void>
): Promise<void> {
  let met = 0;
  let isOver = false;
  const server = createServer((request, response) => {
    void take(request).then(bytes => {
      const isMeant = !isOver && nameOf(request, bytes) === operation;
      if (isMeant) met += 1;
      if (!isMeant || met <= from) forward(endpoint, request, bytes, response);
      else if (trouble === 'throttled') refuse(response);
      else if (trouble === 'unanswered') forward(endpoint, request, bytes, undefined);
      else if (trouble === 'reset') request.socket.destroy();
      else if (trouble === 'refused') {
        server.close();
        server.closeAllConnections();
      }
    });
  });
  const listen = (port: number): Promise<void> => new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  try {
    await body({
      url: `http://127.0.0.1:${port}`,
      met: () => Math.max(0, met - from),
      relent: async () => {
        if (isOver) return;
        isOver = true;
        if (!server.listening) await listen(port);
      }
    });
  } finally {
    server.closeAllConnections();
    if (server.listening) await new Promise(resolve => server.close(resolve));
  }
}

async function take(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The operation: in X-Amz-Target (JSON protocols), or the form's Action (Query). */
function nameOf(request: IncomingMessage, bytes: Buffer): string | undefined {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1);
  return new URLSearchParams(bytes.toString('utf8')).get('Action') ?? undefined;
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify({ __type: 'ThrottlingException', message: 'Rate exceeded' }));
}

function forward(
  endpoint: string,
  request: IncomingMessage,
  bytes: Buffer,
  response: ServerResponse | undefined
): void {
  const { method, headers, url = '/' } = request;
  const onward = send(
    new URL(url, endpoint),
    { method, headers: { ...headers, host: new URL(endpoint).host } },
    answer => {
      if (response === undefined) {
        answer.resume();
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }
  );
  onward.on('error', () => response?.destroy());
  onward.end(bytes);
}
