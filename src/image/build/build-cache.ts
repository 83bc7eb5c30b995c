import type { BuildConfig } from '../../config/config.js';
import type { EcrRepository } from '../ports.js';
import { WRITTEN_AS } from './registry-cache.js';

/** Where a build finds the steps of earlier ones, and leaves its own. */
export type BuildCache =
  | {
      readonly kind: 'registry';
      /** undefined: it is the image's own, which is made first. */
      readonly repository: EcrRepository | undefined;
      readonly tag: string;
      /** Those of other branches, which are read. */
      readonly others: readonly string[];
      /** false: the tag may not be moved. */
      readonly isWritten: boolean;
    }
  | { readonly kind: 'github'; readonly scope: string };

/**
 * The ways to build with a cache, the best first: with it, without reading it, without it. Pure.
 *
 * @param own the image's repository
 */
export function buildWays(
  build: BuildConfig,
  cache: BuildCache | undefined,
  own: EcrRepository
): readonly BuildConfig[] {
  if (cache === undefined) return [build];
  const { from, to } = cache.kind === 'registry' ? inRegistry(cache, own) : inGithub(cache);
  const written = { ...build, cacheTo: [...build.cacheTo, ...to] };
  return [{ ...written, cacheFrom: [...build.cacheFrom, ...from] }, ...(to.length === 0 ? [] : [written]), build];
}

interface Arguments {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

function inRegistry(cache: Extract<BuildCache, { kind: 'registry' }>, own: EcrRepository): Arguments {
  const { uri } = cache.repository ?? own;
  const at = (tag: string): string => `type=registry,ref=${uri}:${tag}`;
  return {
    from: [cache.tag, ...cache.others].map(at),
    to: cache.isWritten ? [`${at(cache.tag)},${WRITTEN_AS}`] : []
  };
}

/** Where the server asks to come back later (429), BuildKit tries again for so long, not for its own ten minutes. */
const RETRIED = 'timeout=1m';

function inGithub({ scope }: Extract<BuildCache, { kind: 'github' }>): Arguments {
  const at = `type=gha,scope=${scope},${RETRIED}`;
  return { from: [at], to: [`${at},mode=max,ignore-error=true`] };
}
