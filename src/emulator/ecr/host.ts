import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { BlobStore } from '../registry/blobs.js';
import { makeSigningKey } from '../registry/credentials.js';
import type { RegistryHost } from '../registry/exchange.js';
import { serveRegistry } from '../registry/registry.js';
import { findManifest } from '../registry/repository.js';
import type { Cloud, ImageSource, RegionState } from '../server/state.js';
import { findRefusal } from './access.js';
import { mountsBlobs } from './account-settings.js';
import { createOnPush } from './creation-templates.js';
import { regionOfHost } from './registry-names.js';
import { ECR } from './state.js';

/** The registries of a cloud: its own account's on the cloud's port, each other one (an account in a region) on a port of its own. */
interface Registries {
  readonly own: RegistryHost;
  /** By `account/region`. */
  readonly others: Map<string, Promise<{ readonly host: RegistryHost; readonly server: Server }>>;
  /** Those of `others` that listen. */
  readonly open: Map<string, RegistryHost>;
}

const registries = new WeakMap<Cloud, Registries>();

function registriesOf(cloud: Cloud): Registries {
  const known = registries.get(cloud);
  if (known !== undefined) return known;
  const own = makeHost(cloud, cloud.account, undefined, () => cloud.origin, {
    blobs: new BlobStore(join(cloud.dataDirectory, 'registry')),
    signingKey: makeSigningKey()
  });
  const made: Registries = { own, others: new Map(), open: new Map() };
  registries.set(cloud, made);
  return made;
}

function makeHost(
  cloud: Cloud,
  account: string,
  region: string | undefined,
  endpoint: () => string,
  { blobs, signingKey }: Pick<RegistryHost, 'blobs' | 'signingKey'>
): RegistryHost {
  const stateOf = (name: string): RegionState => cloud.region(name, account);
  return {
    get endpoint() {
      return endpoint();
    },
    account,
    region,
    blobs,
    signingKey,
    now: () => cloud.timeline.now(),
    findRepository: (where, name) => stateOf(where).part(ECR).get(name)?.images,
    createOnPush: (where, name) => createOnPush(stateOf(where), name, cloud.timeline.now())?.images,
    findRefusal: (holder, action, name) => findRefusal(stateOf(holder.region), holder, action, name),
    listRepositories: where => [...stateOf(where).part(ECR).keys()],
    mountsBlobs: where => mountsBlobs(stateOf(where))
  };
}

/** The registry of a region's account. One of another account that was not opened is named by the cloud's own address. */
export function hostOf({ cloud, account, name }: Pick<RegionState, 'cloud' | 'account' | 'name'>): RegistryHost {
  const { own, open } = registriesOf(cloud);
  return open.get(`${account}/${name}`) ?? own;
}

/** Opens the port of another account's registry, once; nothing for the cloud's own. */
export async function openRegistry({ cloud, account, name }: RegionState): Promise<void> {
  const { own, others, open } = registriesOf(cloud);
  if (account === cloud.account || cloud.port === 0) return;
  const key = `${account}/${name}`;
  const opened = others.get(key) ?? listen(cloud, account, name, own);
  others.set(key, opened);
  open.set(key, (await opened).host);
}

async function listen(
  cloud: Cloud,
  account: string,
  region: string,
  own: RegistryHost
): Promise<{ readonly host: RegistryHost; readonly server: Server }> {
  const { hostname } = new URL(cloud.origin);
  const host = makeHost(cloud, account, region, () => `http://${hostname}:${port}`, own);
  const server = createServer((request, response) => {
    serve(cloud, host, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, hostname.replace(/^\[|\]$/g, ''), resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { host, server };
}

/** Serves the paths below `/v2/`, and notes what Docker asked for in the journal beside the API calls; bytes are left out. */
export async function serve(
  cloud: Cloud,
  host: RegistryHost,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  response.once('close', () => {
    cloud.requestLog.note(
      {
        time: new Date(cloud.timeline.now()).toISOString(),
        service: 'registry',
        operation: `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`,
        region: host.region ?? '',
        input: {},
        status: response.headersSent ? response.statusCode : 0,
        userAgent: request.headers['user-agent']
      },
      0
    );
  });
  cloud.timeline.advance();
  await serveRegistry(host, request, response);
}

export async function closeRegistries(cloud: Cloud): Promise<void> {
  const { others } = registriesOf(cloud);
  for (const opened of others.values()) {
    const { server } = await opened;
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
  others.clear();
}

/** A reference to an image, taken apart. */
interface ImageName {
  readonly host: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes `host:port/name:tag@digest` apart; undefined where it names no registry. */
function readImageName(image: string): ImageName | undefined {
  const match = /^([^/]+)\/([^:@]+)(?::([^@/]+))?(?:@(.+))?$/.exec(image);
  const [, host, repository, tag, digest] = match ?? [];
  return host === undefined || repository === undefined ? undefined : { host, repository, tag, digest };
}

/**
 * What ECS asks when a task pulls: whether an image is in the built-in registry, and its digest. An image of another host is none of ours
 * (undefined). All regions of the own account share one host here, so the repository is the one of the task's own region; the host that
 * ECR has for the account names a region.
 */
export function makeImageSource(cloud: Cloud): ImageSource {
  const find = (region: string, image: string): { readonly digest: string | undefined } | undefined => {
    const name = readImageName(image);
    const registry = name === undefined ? undefined : findRegistry(cloud, region, name.host);
    if (name === undefined || registry === undefined) return undefined;
    const repository = registry.part(ECR).get(name.repository)?.images;
    if (repository === undefined) return { digest: undefined };
    return { digest: findManifest(repository, name.digest ?? name.tag ?? 'latest')?.digest };
  };
  return {
    exists: (region, image) => {
      const found = find(region, image);
      return found === undefined ? undefined : found.digest !== undefined;
    },
    digest: (region, image) => find(region, image)?.digest
  };
}

function findRegistry(cloud: Cloud, region: string, host: string): RegionState | undefined {
  if (host === new URL(cloud.origin).host || host === `localhost:${cloud.port}`) return cloud.region(region);
  const other = [...registriesOf(cloud).open.values()].find(({ endpoint }) => new URL(endpoint).host === host);
  if (other?.region !== undefined) return cloud.region(other.region, other.account);
  const named = regionOfHost(cloud, host);
  return named === undefined ? undefined : cloud.region(named);
}
