import { join } from 'node:path';
import { BlobStore } from '../registry/blobs.js';
import { makeSigningKey } from '../registry/credentials.js';
import type { RegistryHost } from '../registry/exchange.js';
import { findManifest } from '../registry/repository.js';
import type { Cloud, ImageSource } from '../server/state.js';
import { mountsBlobs } from './account-settings.js';
import { regionOfHost } from './registry-names.js';
import { ECR } from './state.js';

const hosts = new WeakMap<Cloud, RegistryHost>();

/** The registry of a cloud, which stands on the repositories of ECR; made at first use. */
export function hostOf(cloud: Cloud): RegistryHost {
  const known = hosts.get(cloud);
  if (known !== undefined) return known;
  const host: RegistryHost = {
    get endpoint() {
      return cloud.origin;
    },
    account: cloud.account,
    blobs: new BlobStore(join(cloud.dataDirectory, 'registry')),
    signingKey: makeSigningKey(),
    now: () => cloud.timeline.now(),
    findRepository: (region, name) => cloud.region(region).part(ECR).get(name)?.images,
    listRepositories: region => [...cloud.region(region).part(ECR).keys()],
    mountsBlobs: region => mountsBlobs(cloud.region(region))
  };
  hosts.set(cloud, host);
  return host;
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
 * (undefined). All regions
 * share one host here, so the repository is the one of the task's own region; the host that ECR has for the account names a region.
 */
export function makeImageSource(cloud: Cloud): ImageSource {
  const find = (region: string, image: string): { readonly digest: string | undefined } | undefined => {
    const name = readImageName(image);
    const where = name === undefined || !isOurHost(cloud, name.host) ? regionOfHost(cloud, name?.host) : region;
    if (name === undefined || where === undefined) return undefined;
    const repository = cloud.region(where).part(ECR).get(name.repository)?.images;
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

function isOurHost(cloud: Cloud, host: string): boolean {
  return host === new URL(cloud.origin).host || host === `localhost:${cloud.port}`;
}
