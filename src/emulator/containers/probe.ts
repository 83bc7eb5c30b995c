import { request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';
import { connect } from 'node:net';

import type { TargetCheck } from './engine.js';

/** How long a look takes at most where nobody says it, in milliseconds. */
const PATIENCE = 2_000;
/** Docker's own proxy takes a connection for a container that does not listen, and drops it within this time, in milliseconds. */
const DROPPED_WITHIN = 300;

/** Elastic Load Balancing's own words (TargetHealth, "Target health reason codes"). */
const FAILED = 'Health checks failed';
const TIMED_OUT = 'Request timed out';

/**
 * Looks at a target once, as its load balancer does. Resolves with undefined where it is well, else with Elastic Load Balancing's reason.
 *
 * @param check undefined: whatever is answered is well
 */
export function probe(host: string, port: number, check: TargetCheck | undefined): Promise<string | undefined> {
  if (check === undefined) return findAnswer(host, port);
  const { protocol, path, codes, timeoutSeconds } = check;
  if (protocol !== 'HTTP' && protocol !== 'HTTPS') return findListener(host, port);
  return new Promise(resolve => {
    const ask = protocol === 'HTTPS' ? askHttps : askHttp;
    // The load balancer does not look at certificates.
    const request = ask({ host, port, path, agent: false, rejectUnauthorized: false, headers: HEADERS }, response => {
      const code = response.statusCode ?? 0;
      request.destroy();
      resolve(takes(codes, code) ? undefined : `${FAILED} with these codes: [${code}]`);
    });
    const clock = setTimeout(() => {
      request.destroy();
      resolve(TIMED_OUT);
    }, timeoutSeconds * 1000);
    request.on('close', () => clearTimeout(clock));
    request.on('error', () => resolve(FAILED));
    request.end();
  });
}

const HEADERS = { 'User-Agent': 'ELB-HealthChecker/2.0', Connection: 'close' };

/** Whether a matcher (`200`, `200,204`, `200-399`) takes a code. */
function takes(codes: string, code: number): boolean {
  return codes.split(',').some(part => {
    const [from = '', to = from] = part.split('-');
    return code >= Number(from) && code <= Number(to);
  });
}

/** Asks over HTTP, and takes any answer and a kept connection. */
function findAnswer(host: string, port: number): Promise<string | undefined> {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const end = (failure: string | undefined): void => {
      socket.destroy();
      resolve(failure);
    };
    socket.setTimeout(PATIENCE, () => end(socket.connecting ? TIMED_OUT : undefined));
    socket.once('connect', () => socket.write('GET / HTTP/1.1\r\nHost: rehearsal\r\nConnection: close\r\n\r\n'));
    socket.once('data', () => end(undefined));
    socket.once('error', () => end(FAILED));
    socket.once('close', () => end(FAILED));
  });
}

/** Takes a connection that is not dropped at once. */
function findListener(host: string, port: number): Promise<string | undefined> {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const end = (failure: string | undefined): void => {
      socket.destroy();
      resolve(failure);
    };
    socket.setTimeout(PATIENCE, () => end(TIMED_OUT));
    socket.once('connect', () => setTimeout(() => end(undefined), DROPPED_WITHIN));
    socket.once('data', () => end(undefined));
    socket.once('error', () => end(FAILED));
    socket.once('close', () => end(FAILED));
  });
}
