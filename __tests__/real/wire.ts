import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request in AWS's JSON protocol and its answer, as they went over the wire. */
export interface Exchange {
  /** As in `X-Amz-Target`: `AmazonEC2ContainerServiceV20141113`. */
  readonly target: string;
  readonly operation: string;
  readonly input: unknown;
  readonly status: number;
  readonly output: unknown;
}

/** A request in AWS's query protocol (a form) and its answer (XML), as they went over the wire. */
export interface Query {
  /** The form: `Action=DescribeSubnets&Version=2016-11-15&SubnetId.1=…`. */
  readonly form: string;
  readonly status: number;
  readonly xml: string;
}

/** An answer in place of AWS's own; undefined leaves that. */
export type Rewrite = (exchange: Exchange) => Promise<Pick<Exchange, 'status' | 'output'> | undefined>;

export interface Wire {
  readonly endpoint: string;
  readonly exchanges: readonly Exchange[];
  /** What was asked in forms: of IAM, EC2, Elastic Load Balancing and STS. */
  readonly queries: readonly Query[];
  close(): Promise<void>;
}

/** Stands between a program and the built-in AWS, writes down what they say, and may put an answer of its own in the place of one. */
export async function tapWire(cloud: string, rewrite: Rewrite = async () => undefined): Promise<Wire> {
  const exchanges: Exchange[] = [];
  const queries: Query[] = [];
  const pass = async (request: IncomingMessage): Promise<{ status: number; type: string; text: string }> => {
    const body = await readBody(request);
    const target = request.headers['x-amz-target'];
    const names = ['authorization', 'content-type', 'x-amz-target', 'user-agent', 'x-amz-security-token'] as const;
    const headers = names.flatMap(name =>
      typeof request.headers[name] === 'string' ? [[name, request.headers[name]] as [string, string]] : []
    );
    const response = await fetch(cloud + (request.url ?? '/'), { method: request.method ?? 'POST', headers, body });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? 'application/json';
    if (typeof target !== 'string') {
      if (/(^|&)Action=/.test(body)) queries.push({ form: body, status: response.status, xml: text });
      return { status: response.status, type, text };
    }
    const [service = '', operation = ''] = target.split('.');
    const exchange = {
      target: service,
      operation,
      input: readJson(body),
      status: response.status,
      output: readJson(text)
    };
    exchanges.push(exchange);
    const other = await rewrite(exchange);
    return other === undefined
      ? { status: response.status, type, text }
      : { status: other.status, type, text: JSON.stringify(other.output) };
  };
  const server = createServer((request, response) => {
    pass(request).then(
      answer => response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.text),
      (error: unknown) => response.writeHead(502).end(String(error))
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    queries,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): unknown {
  return text === '' ? {} : (JSON.parse(text) as unknown);
}
