import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { WebAnswer, WebClient, WebRequest } from '../ports.js';

/** In milliseconds, for the whole answer. */
const TIMEOUT = 10_000;
/** So many bytes of an answer are read. */
const MAX_BODY = 64 * 1024;

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Requests by Node's own client, each on a connection of its own, straight: a gate asks a load balancer, not the world. */
export function systemWebClient(): WebClient {
  return { get };
}

function get({ url, headers, address, signal }: WebRequest): Promise<WebAnswer> {
  const target = new URL(url);
  const isSecure = target.protocol === 'https:';
  const options: RequestOptions & { readonly servername?: string } = {
    method: 'GET',
    host: address ?? target.hostname.replace(/^\[|\]$/g, ''),
    port: Number(target.port === '' ? DEFAULT_PORTS[target.protocol] : target.port),
    path: `${target.pathname}${target.search}`,
    headers: { Host: target.host, ...headers },
    agent: false,
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
    ...(isSecure ? { servername: target.hostname } : {})
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      const isLate = error.name === 'TimeoutError' || error.name === 'AbortError';
      if (signal.aborted) reject(signal.reason as Error);
      else reject(isLate ? Object.assign(new Error('no answer within 10 s'), { name: 'TimeoutError' }) : error);
    };
    const request = (isSecure ? httpsRequest : httpRequest)(options, answer => {
      readBody(answer).then(body => resolve({ status: answer.statusCode ?? 0, body }), fail);
    });
    request.on('error', fail);
    request.end();
  });
}

/** The beginning of it; the rest is not waited for. */
async function readBody(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_BODY) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_BODY).toString('utf8');
}
