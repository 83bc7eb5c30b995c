import { RegistryError } from './errors.js';
import type { Manifest } from './manifest.js';

/** The values of ECR's `imageTagMutability`. */
export const TAG_MUTABILITIES = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'] as const;
export type TagMutability = (typeof TAG_MUTABILITIES)[number];

export interface StoredManifest extends Manifest {
  /** Virtual milliseconds since the epoch. */
  readonly pushedAt: number;
  lastPulledAt: number | undefined;
}

/** What a repository holds, and the rule for its tags. ECR's API and the registry share it. */
export interface ImageRepository {
  readonly region: string;
  readonly name: string;
  mutability: TagMutability;
  /** Wildcards, `*` for any run of characters: the tags for which the rule is the other way round. */
  exclusionFilters: readonly string[];
  /** Digest to size in bytes: the blobs that were pushed to, or mounted into, this repository. */
  readonly blobs: Map<string, number>;
  readonly manifests: Map<string, StoredManifest>;
  /** Tag to digest. */
  readonly tags: Map<string, string>;
}

/** What `storeManifest` did: a new image, a tag set on it or moved to it, or nothing as all was there. */
type StoreResult = 'created' | 'tagged' | 'unchanged';

const NAME = /^(?:[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

export function makeRepository(region: string, name: string): ImageRepository {
  return {
    region,
    name,
    mutability: 'MUTABLE',
    exclusionFilters: [],
    blobs: new Map(),
    manifests: new Map(),
    tags: new Map()
  };
}

/** Whether a name fits ECR's rule for repositories (2 to 256 characters). */
export function isRepositoryName(name: string): boolean {
  return name.length >= 2 && name.length <= 256 && NAME.test(name);
}

export function isTag(text: string): boolean {
  return TAG.test(text);
}

/** Whether a tag, once set, may not be moved to another image. */
export function isTagImmutable(repository: ImageRepository, tag: string): boolean {
  const { mutability } = repository;
  if (mutability === 'MUTABLE' || mutability === 'IMMUTABLE') return mutability === 'IMMUTABLE';
  const excluded = repository.exclusionFilters.some(filter => matchesWildcard(filter, tag));
  return mutability === 'IMMUTABLE_WITH_EXCLUSION' ? !excluded : excluded;
}

/** The digests that a manifest names and that the repository does not hold. */
export function findMissing(
  repository: ImageRepository,
  manifest: Manifest
): { readonly blobs: readonly string[]; readonly manifests: readonly string[] } {
  return {
    blobs: manifest.blobs.filter(digest => !repository.blobs.has(digest)),
    manifests: manifest.children.filter(digest => !repository.manifests.has(digest))
  };
}

/**
 * Takes a manifest into a repository, under a tag where one is given.
 *
 * @param now virtual milliseconds since the epoch
 * @throws RegistryError MANIFEST_BLOB_UNKNOWN when something that the manifest names was not pushed; TAG_INVALID when the tag is immutable
 *   and on another image. Nothing is changed then.
 */
export function storeManifest(
  repository: ImageRepository,
  manifest: Manifest,
  tag: string | undefined,
  registryId: string,
  now: number
): StoreResult {
  const missing = findMissing(repository, manifest);
  if (missing.blobs.length + missing.manifests.length > 0) {
    throw new RegistryError('MANIFEST_BLOB_UNKNOWN', describeMissing(repository, missing, registryId));
  }
  const taken = tag === undefined ? undefined : repository.tags.get(tag);
  if (tag !== undefined && taken !== undefined && taken !== manifest.digest && isTagImmutable(repository, tag)) {
    throw new RegistryError('TAG_INVALID', describeImmutableTag(repository.name, tag));
  }
  const known = repository.manifests.has(manifest.digest);
  if (!known) {
    const size = manifest.size === 0 ? sizeOf(repository, manifest.blobs) : manifest.size;
    repository.manifests.set(manifest.digest, { ...manifest, size, pushedAt: now, lastPulledAt: undefined });
  }
  if (tag !== undefined) repository.tags.set(tag, manifest.digest);
  if (!known) return 'created';
  return tag !== undefined && taken !== manifest.digest ? 'tagged' : 'unchanged';
}

/** Bytes of blobs together, for a manifest that names no sizes. */
function sizeOf(repository: ImageRepository, blobs: readonly string[]): number {
  return blobs.reduce((sum, digest) => sum + (repository.blobs.get(digest) ?? 0), 0);
}

/** Finds an image by digest or by tag. */
export function findManifest(repository: ImageRepository, reference: string): StoredManifest | undefined {
  return repository.manifests.get(repository.tags.get(reference) ?? reference);
}

/** The tags of an image, oldest first. */
export function tagsOf(repository: ImageRepository, digest: string): readonly string[] {
  return [...repository.tags].filter(([, target]) => target === digest).map(([tag]) => tag);
}

/** ECR's sentence for an immutable tag that is taken; its API and its registry use the same one. */
export function describeImmutableTag(repositoryName: string, tag: string): string {
  return `The image tag '${tag}' already exists in the '${repositoryName}' repository and cannot be overwritten because the tag is immutable.`;
}

/** ECR's sentence for layers or images that a manifest needs. */
export function describeMissing(
  repository: ImageRepository,
  missing: { readonly blobs: readonly string[]; readonly manifests: readonly string[] },
  registryId: string
): string {
  const what = missing.blobs.length > 0 ? 'Layers' : 'Images';
  const digests = (missing.blobs.length > 0 ? missing.blobs : missing.manifests).join(', ');
  return `${what} with digests '[${digests}]' required for pushing image into repository with name '${repository.name}' in the registry with id '${registryId}' do not exist`;
}

function matchesWildcard(filter: string, tag: string): boolean {
  const pattern = filter
    .split('*')
    .map(part => part.replace(/[.]/g, '\\.'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(tag);
}
