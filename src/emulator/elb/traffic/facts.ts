import type { IncomingMessage } from 'node:http';

/** What the rules of a listener look at in a request. */
export interface RequestFacts {
  readonly method: string;
  /** Without the port. */
  readonly host: string;
  /** As it was sent, without the query. */
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly search: string;
  /** Each parameter as it was sent, and again decoded where that makes a difference. */
  readonly query: readonly { readonly key: string; readonly value: string }[];
  /** By the name in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The client's address. */
  readonly source: string;
}

/** Reads what the rules look at. A target in absolute form (RFC 9112, 3.2.2) names the host itself. */
export function readFacts(request: IncomingMessage): RequestFacts {
  const target = request.url ?? '/';
  const [, authority, rest = target] = /^https?:\/\/([^/?]*)(.*)$/i.exec(target) ?? [];
  const [path = '', search = ''] = rest.split(/\?(.*)/s);
  return {
    method: request.method ?? 'GET',
    host: (authority ?? request.headers.host ?? '').replace(/:\d*$/, ''),
    path: path === '' ? '/' : path,
    search,
    query: search.split('&').flatMap(readParameter),
    headers: new Map(Object.entries(request.headersDistinct).map(([name, values]) => [name, values ?? []])),
    source: (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  };
}

function readParameter(text: string): RequestFacts['query'] {
  if (text === '') return [];
  const [key = '', value = ''] = text.split(/=(.*)/s);
  const [decoded] = new URLSearchParams(text);
  const isSame = decoded?.[0] === key && decoded[1] === value;
  return [{ key, value }, ...(isSame || decoded === undefined ? [] : [{ key: decoded[0], value: decoded[1] }])];
}
