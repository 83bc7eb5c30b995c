import type { ImageRepository } from '../registry/repository.js';
import type { RegionState } from '../server/state.js';
import { hostOf } from './host.js';
import { makeEcrRepository } from './make-repository.js';
import { ECR, REGISTRY, type ReplicationRule } from './state.js';

/** How long an image takes to another registry, in virtual milliseconds. */
export const REPLICATION_TIME = 15_000;

/**
 * Brings what has arrived into a registry that others replicate to: every image that was pushed long enough ago, with its tags, in a repository
 * that is made where it is missing (ECR user guide, "Private image replication").
 */
export function receiveReplicas(registry: RegionState, now: number): void {
  for (const source of registry.part(REGISTRY).replicatedFrom) {
    const rules = source
      .part(REGISTRY)
      .replication.filter(({ destinations = [] }) =>
        destinations.some(({ region, registryId }) => region === registry.name && registryId === registry.account)
      );
    for (const { images } of source.part(ECR).values()) {
      const isCovered = rules.some(rule => covers(rule, images.name));
      if (isCovered) copyImages(images, registry, source.part(REGISTRY).replicatesSince, now);
    }
  }
}

/** Whether a rule is for a repository: one without filters is for all. */
export function covers({ repositoryFilters = [] }: ReplicationRule, name: string): boolean {
  return repositoryFilters.length === 0 || repositoryFilters.some(({ filter = '' }) => name.startsWith(filter));
}

function copyImages(from: ImageRepository, registry: RegionState, since: number, now: number): void {
  const arrived = [...from.manifests.values()].filter(
    ({ pushedAt }) => pushedAt >= since && pushedAt + REPLICATION_TIME <= now
  );
  if (arrived.length === 0) return;
  const repository = registry.part(ECR).get(from.name) ?? makeEcrRepository(registry, from.name, now, {});
  registry.part(ECR).set(from.name, repository);
  const { images } = repository;
  for (const manifest of arrived) {
    if (images.manifests.has(manifest.digest)) continue;
    for (const digest of manifest.blobs) {
      const size = from.blobs.get(digest);
      if (size === undefined) continue;
      hostOf(registry).blobs.share(images, digest);
      images.blobs.set(digest, size);
    }
    images.manifests.set(manifest.digest, { ...manifest, pushedAt: now });
  }
  for (const [tag, digest] of from.tags) if (images.manifests.has(digest)) images.tags.set(tag, digest);
}
