import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { isRecord } from '../../src/text/record.js';

/** What goes wrong with a request: an answer of this status, none at all, or one that breaks off in its middle. */
export type Trouble = number | 'silence' | 'break';

/** A call of the service by its name, or `PUT` and `GET` of a blob. */
export type Asked = 'GetCacheEntryDownloadURL' | 'CreateCacheEntry' | 'FinalizeCacheEntryUpload' | 'PUT' | 'GET';

/** GitHub's cache, second version: what a runner's jobs ask, without GitHub. */
export interface GithubCache {
  /** The runner's variables for a job on a branch, which reads that of the default branch too. */
  variablesFor(branch: string): Readonly<Record<string, string>>;
  /** What there is, in the order in which it was written. */
  readonly entries: readonly { readonly scope: string; readonly key: string }[];
  /** What was asked, in the order in which it came. */
  readonly asked: Asked[];
  /** What goes wrong with a request; `bytes`: of the blob that it is for, 0 where there is none. undefined: nothing goes wrong. */
  trouble: ((asked: Asked, bytes: number) => Trouble | undefined) | undefined;
  close(): Promise<void>;
}

interface Entry {
  readonly scope: string;
  readonly key: string;
  readonly version: string;
  readonly id: number;
  isWhole: boolean;
}

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';
const READ = 1;
const WRITE = 2;

/**
 * Starts it on a free port of 127.0.0.1. Its calls are those of GitHub's own client for JavaScript (the service is
 * `github.actions.results.api.v1.CacheService`, over Twirp in JSON); the addresses that it signs take and give blobs as Azure's storage does.
 *
 * https://github.com/actions/toolkit/blob/main/packages/cache/src/generated/results/api/v1/cache.twirp-client.ts
 * https://learn.microsoft.com/en-us/rest/api/storageservices/put-block-list
 */
export async function startGithubCache(): Promise<GithubCache> {
  const entries: Entry[] = [];
  const blocks = new Map<string, Buffer>();
  const blobs = new Map<number, Buffer>();
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    // One that breaks off is the test's own doing.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const what = (pathname.startsWith(SERVICE) ? pathname.slice(SERVICE.length) : request.method) as Asked;
    asked.push(what);
    const id = Number(pathname.slice('/blob/'.length));
    const trouble = cache.trouble?.(what, blobs.get(id)?.length ?? 0);
    const body = await readBody(request);
    if (trouble === 'silence') return;
    if (typeof trouble === 'number') {
      refuse(response, trouble);
      return;
    }
    if (pathname.startsWith(SERVICE)) {
      call(what, request, JSON.parse(body.toString()), response);
      return;
    }
    // Azure's clients rely on it.
    response.setHeader('x-ms-request-id', String(asked.length));
    if (what === 'PUT') {
      put(id, searchParams, body, response);
      return;
    }
    const blob = blobs.get(id) ?? Buffer.alloc(0);
    const from = Number(/^bytes=(\d+)-/.exec(String(request.headers['x-ms-range'] ?? request.headers.range))?.[1] ?? 0);
    const range = from === 0 ? {} : { 'content-range': `bytes ${from}-${blob.length - 1}/${blob.length}` };
    response.writeHead(from === 0 ? 200 : 206, { 'content-length': blob.length - from, etag: '"1"', ...range });
    if (trouble !== 'break') return void response.end(blob.subarray(from));
    response.write(blob.subarray(from, from + Math.floor((blob.length - from) / 2)), () => response.destroy());
  }

  function put(id: number, parameters: URLSearchParams, body: Buffer, response: ServerResponse): void {
    const block = (name: string): string => `${id} ${name}`;
    if (parameters.get('comp') === 'block') blocks.set(block(parameters.get('blockid') ?? ''), body);
    else if (parameters.get('comp') === 'blocklist') {
      const names = [...body.toString().matchAll(/<Latest>(.*?)<\/Latest>/g)].map(([, name = '']) => name);
      blobs.set(id, Buffer.concat(names.map(name => blocks.get(block(name)) ?? Buffer.alloc(0))));
    } else blobs.set(id, body);
    response.writeHead(201, { etag: '"1"' }).end();
  }

  function call(what: Asked, request: IncomingMessage, body: unknown, response: ServerResponse): void {
    const scopes = readScopes(request.headers.authorization);
    if (scopes === undefined || !isRecord(body)) {
      refuse(response, 401);
      return;
    }
    const { key, version, restore_keys: prefixes } = body;
    const own = scopes.find(({ Permission }) => (Permission & WRITE) !== 0)?.Scope;
    const isNamed = (entry: Entry): boolean => entry.key === key && entry.version === version && entry.scope === own;
    const say = (content: object): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    if (what === 'GetCacheEntryDownloadURL') {
      const names = [key, ...(Array.isArray(prefixes) ? (prefixes as readonly unknown[]) : [])].map(String);
      const found = scopes
        .flatMap(({ Scope }) =>
          names.map(name =>
            entries.findLast(
              each => each.isWhole && each.scope === Scope && each.version === version && each.key.startsWith(name)
            )
          )
        )
        .find(each => each !== undefined);
      if (found === undefined) {
        say({ ok: false });
        return;
      }
      say({ ok: true, matched_key: found.key, signed_download_url: `${url}/blob/${found.id}?sig=x` });
      return;
    }
    if (own === undefined) {
      refuse(response, 403);
      return;
    }
    const entry = entries.find(isNamed);
    if (what === 'CreateCacheEntry') {
      if (entry !== undefined) {
        refuse(response, 409, 'cache entry already exists');
        return;
      }
      const id = entries.push({
        scope: own,
        key: String(key),
        version: String(version),
        id: entries.length,
        isWhole: false
      });
      say({ ok: true, signed_upload_url: `${url}/blob/${id - 1}?sig=x` });
      return;
    }
    if (entry === undefined || blobs.get(entry.id)?.length !== Number(body['size_bytes'])) {
      refuse(response, 400);
      return;
    }
    entry.isWhole = true;
    say({ ok: true, entry_id: String(entry.id) });
  }

  const cache: GithubCache = {
    variablesFor: branch => ({
      ACTIONS_RUNTIME_TOKEN: makeToken(branch),
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_CACHE_SERVICE_V2: 'True'
    }),
    get entries() {
      return entries.filter(({ isWhole }) => isWhole).map(({ scope, key }) => ({ scope, key }));
    },
    asked,
    trouble: undefined,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }
  };
  return cache;
}

interface Scope {
  readonly Scope: string;
  readonly Permission: number;
}

/** The token of a job, as the runner gets it: who has it may write the caches of its branch, and read those of the default branch as well. */
function makeToken(branch: string): string {
  const now = Math.floor(Date.now() / 1000);
  const scopes: Scope[] = [{ Scope: `refs/heads/${branch}`, Permission: READ | WRITE }];
  if (branch !== 'main') scopes.push({ Scope: 'refs/heads/main', Permission: READ });
  const claims = { ac: JSON.stringify(scopes), nbf: now - 60, exp: now + 3600, scp: 'Actions.Results:1:1' };
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${Buffer.from('signature').toString('base64url')}`;
}

function readScopes(authorization: string | undefined): readonly Scope[] | undefined {
  const [, claims] = /^Bearer [^.]+\.([^.]+)\.[^.]+$/.exec(authorization ?? '') ?? [];
  if (claims === undefined) return undefined;
  const { ac } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly ac: string };
  return JSON.parse(ac) as readonly Scope[];
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** As Twirp says it; a limit with a time that is longer than anybody waits. */
function refuse(response: ServerResponse, status: number, message = 'refused'): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...(status === 429 ? { 'retry-after': '86400' } : {}) })
    .end(JSON.stringify({ code: 'refused', msg: message, message }));
}
