import { Agent as HttpAgent, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';

import { SlipwayError } from '../errors.js';
import type { Proxy } from './proxy-env.js';

/** As many connections to a host as the SDK's own agents open at most. */
const CONNECTIONS = { keepAlive: true, maxSockets: 50 };

/**
 * The agents of a run: one for each proxy and scheme, made when it is first needed, so that connections are used again.
 *
 * @param ca certificates (PEM) of the authorities that are trusted; undefined: Node's own
 */
export function makeAgents(ca: string | undefined): (url: URL, proxy: Proxy | undefined) => HttpAgent {
  const made = new Map<string, HttpAgent>();
  const trust = ca === undefined ? {} : { ca };
  const make = (isSecure: boolean, proxy: Proxy | undefined): HttpAgent => {
    if (proxy === undefined)
      return isSecure ? new HttpsAgent({ ...CONNECTIONS, ...trust }) : new HttpAgent(CONNECTIONS);
    const { url, authorization } = proxy;
    // In the URL they would be in what the library says when it is debugged.
    const headers = authorization === undefined ? {} : { 'Proxy-Authorization': authorization };
    if (!isSecure) return new HttpProxyAgent(url, { keepAlive: true, headers, ...trust });
    const agent = new HttpsProxyAgent(url, { keepAlive: true, headers, ...trust });
    // What the agent is made with is for the way to the proxy; this is for the way through it. Without the scheme it does not find the
    // connections again that it kept.
    Object.assign(agent.options, { secureEndpoint: true, ...trust });
    agent.on('proxyConnect', ({ statusCode, statusText }: ConnectAnswer, request: ClientRequest) => {
      if (statusCode === 200) return;
      request.destroy(refusal(proxy, request.getHeader('host'), `${statusCode} ${statusText}`.trim()));
    });
    return agent;
  };
  return (url, proxy) => {
    const isSecure = url.protocol === 'https:';
    const key = `${url.protocol} ${proxy?.url ?? ''}`;
    const agent = made.get(key) ?? make(isSecure, proxy);
    made.set(key, agent);
    return agent;
  };
}

interface ConnectAnswer {
  readonly statusCode: number;
  readonly statusText: string;
}

/** What a proxy answered to CONNECT would else be taken for an answer of AWS. */
function refusal(proxy: Proxy, host: unknown, answer: string): SlipwayError {
  return new SlipwayError({
    code: 'proxy-refused',
    fault: 'user',
    what: `The proxy ${proxy.url} (${proxy.variable}) does not connect to ${String(host)}: ${answer}.`,
    next: answer.startsWith('407')
      ? `Write user and password into ${proxy.variable}: http://USER:PASSWORD@HOST:PORT.`
      : 'Let it allow this host, or name the host in NO_PROXY.'
  });
}
