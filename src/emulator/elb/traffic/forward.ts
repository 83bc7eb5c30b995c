import { randomBytes } from 'node:crypto';
import { Agent, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

import { errorPage, sendPlain } from './answers.js';
import type { Address } from '../../server/target.js';

/** The default of an Application Load Balancer's `idle_timeout.timeout_seconds`, in milliseconds. */
export const IDLE_TIMEOUT = 60_000;
/** How long it waits for a connection to a target, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** Headers that are for one connection alone (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
]);

type Headers = Readonly<NodeJS.Dict<string[]>>;

interface Forwarding {
  readonly address: Address;
  readonly agent: Agent;
  /** The target of the request line and the Host header, as the rule's transforms leave them. */
  readonly target: string;
  readonly host: string;
  readonly scheme: 'http' | 'https';
  /** The listener's own. */
  readonly port: number;
  /** The client's address. */
  readonly source: string;
}

/**
 * Sends a request on to a container and its answer back, both as they come. The headers are those of
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html.
 */
export function forward(
  request: IncomingMessage,
  response: ServerResponse,
  forwarding: Forwarding,
  again = true
): void {
  const { address, agent, target } = forwarding;
  const fail = (status: number): void => sendPlain(response, errorPage(status));
  const upstream = ask({
    ...address,
    agent,
    method: request.method,
    path: target,
    headers: headersFor(request, forwarding)
  });
  let isConnected = false;
  let hasTimedOut = false;
  const giveUp = (): void => {
    hasTimedOut = true;
    upstream.destroy();
    fail(504);
  };
  const clock = setTimeout(() => {
    if (!isConnected) giveUp();
  }, CONNECT_TIMEOUT);
  upstream.on('socket', socket => {
    const connected = (): void => {
      isConnected = true;
      clearTimeout(clock);
    };
    if (socket.connecting) socket.once('connect', connected);
    else connected();
  });
  upstream.setTimeout(IDLE_TIMEOUT, giveUp);
  upstream.on('response', answer => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', ownHeaders(answer.headersDistinct));
    pipeline(answer, response, () => undefined);
  });
  upstream.on('error', () => {
    clearTimeout(clock);
    if (hasTimedOut || response.destroyed) return;
    // A container may have closed a kept connection just as it was taken again.
    if (again && upstream.reusedSocket && !hasBody(request)) forward(request, response, forwarding, false);
    else fail(502);
  });
  response.once('close', () => {
    clearTimeout(clock);
    if (!response.writableFinished) upstream.destroy();
  });
  if (hasBody(request)) request.pipe(upstream);
  else upstream.end();
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Those that are not for the one connection alone. */
function ownHeaders(headers: Headers): NodeJS.Dict<string[]> {
  const named = (headers['connection'] ?? []).flatMap(value => value.toLowerCase().split(/\s*,\s*/));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.includes(name)));
}

function headersFor(request: IncomingMessage, { host, scheme, port, source }: Forwarding): OutgoingHttpHeaders {
  const headers = ownHeaders(request.headersDistinct);
  const before = headers['x-forwarded-for'] ?? [];
  return {
    ...headers,
    host,
    'x-forwarded-for': [[...before, source].join(', ')],
    'x-forwarded-proto': [scheme],
    'x-forwarded-port': [String(port)],
    'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? [makeTraceId()],
    ...(request.headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' })
  };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html */
function makeTraceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')}`;
}
