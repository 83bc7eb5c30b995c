import type { BuiltImage } from '../../config/config.js';

/** TEMP */
export type RepositoryPlace = Pick<BuiltImage, 'repository' | 'registry'>;

/** TEMP */
export function placeOfCache(image: BuiltImage): RepositoryPlace {
  const { cacheRepository } = image.build;
  return cacheRepository === undefined ? image : { repository: cacheRepository, registry: undefined };
}

/** TEMP: what all tags of caches begin with. */
export const CACHE_TAG_PREFIX = 'cache-';
