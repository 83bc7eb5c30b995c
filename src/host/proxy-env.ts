import { BlockList, isIP } from 'node:net';

import { SlipwayError } from '../errors.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy as the environment names it. */
export interface Proxy {
  /** Without user and password: it may be shown. */
  readonly url: string;
  /** The variable that names it, as it is spelt there. */
  readonly variable: string;
  /** What `Proxy-Authorization` is to say; undefined where no user is named. */
  readonly authorization: string | undefined;
}

/**
 * The proxy for a request, by the rules of the AWS CLI: `HTTPS_PROXY` or `HTTP_PROXY` by the request's scheme, and `NO_PROXY`; each in lower case too,
 * which goes first. A name of NO_PROXY stands for its subdomains too, with or without a dot before it. As in Go and in GitHub's runner, what
 * is on this machine is asked directly, and NO_PROXY may name a network (`10.0.0.0/8`).
 *
 * @returns undefined where the request goes directly
 * @throws SlipwayError where the variable's value is no proxy; its value, which may hold a password, is not in the message
 */
export function findProxy(url: URL, environment: Environment): Proxy | undefined {
  const { variable, value } = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', environment);
  if (value === '' || isBypassed(url, read('NO_PROXY', environment).value)) return undefined;
  return { variable, ...parseProxy(variable, value) };
}

/** All passwords of proxies in the environment, as written and as sent: they are to be hidden in every log. */
export function listProxyPasswords(environment: Environment): readonly string[] {
  return ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap(name => {
    const { value } = read(name, environment);
    const password = /^(?:[^:/]+:\/\/)?[^:@/]*:(.+)@[^@]*$/.exec(value)?.[1];
    return password === undefined ? [] : [password, decode(password)];
  });
}

/** True where a request might go through a proxy. */
export function namesProxy(environment: Environment): boolean {
  return ['HTTPS_PROXY', 'HTTP_PROXY'].some(name => read(name, environment).value !== '');
}

/** An empty variable in lower case switches one in upper case off, as in the AWS CLI. */
function read(name: string, environment: Environment): { readonly variable: string; readonly value: string } {
  const lower = environment[name.toLowerCase()];
  return lower === undefined
    ? { variable: name, value: environment[name]?.trim() ?? '' }
    : { variable: name.toLowerCase(), value: lower.trim() };
}

function parseProxy(variable: string, value: string): Omit<Proxy, 'variable'> {
  const text = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new SlipwayError({
      code: 'malformed-proxy',
      fault: 'user',
      what: `${variable} names no proxy that can be used${url === undefined ? '' : ` (${url.protocol.replace(':', '')})`}: expected a URL such as http://proxy.example:3128.`,
      next: 'Write special characters of the password as %XX.'
    });
  }
  const credentials = `${decode(url.username)}:${decode(url.password)}`;
  return {
    url: `${url.protocol}//${url.host}`,
    authorization: credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`
  };
}

/** A percent sign that nobody encoded stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isBypassed(url: URL, noProxy: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const defaultPort = url.protocol === 'https:' ? '443' : '80';
  const port = url.port === '' ? defaultPort : url.port;
  if (host === 'localhost' || contains('127.0.0.0/8', host) || contains('::1/128', host)) return true;
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(entry => entry !== '')
    .some(entry => {
      if (entry === '*' || contains(entry, host)) return true;
      const [, name = '', ofPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.replace(/^\[(.*)\]/, '$1')) ?? [];
      if (entry === host) return true;
      return name !== '' && (ofPort === undefined || ofPort === port) && (host === name || host.endsWith(`.${name}`));
    });
}

/** Whether a network in CIDR notation holds this address. */
function contains(network: string, host: string): boolean {
  const [address = '', bits = ''] = network.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, Number(bits), kind);
  return list.check(host, kind);
}
