import { createHash } from 'node:crypto';

import type { BuiltImage, EcrRegistry } from '../../config/config.js';
import { parseRepositoryAddress } from '../../text/ecr-host.js';

/** A repository as the settings name it, in a registry that they name or (undefined) the run's own. */
export interface RepositoryPlace {
  readonly repository: string;
  readonly registry: EcrRegistry | undefined;
}

/** What all tags of caches begin with. */
export const CACHE_TAG_PREFIX = 'cache-';

/** What BuildKit says where a command of the Dockerfile failed: then its cache is not to blame. */
export const STEP_FAILED = 'did not complete successfully';

/** How a cache is written to a registry: all steps, in the form that ECR takes, and never failing the build. */
export const WRITTEN_AS = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';

/** In characters, so that a tag stays below 128. */
export const LONGEST_BRANCH = 60;
const LONGEST_NAME = 32;

/** The repository of an image's cache: its own, or `cache-repository`. Pure. */
export function placeOfCache(image: BuiltImage): RepositoryPlace {
  const { cacheRepository } = image.build;
  return cacheRepository === undefined ? image : parseRepositoryAddress(cacheRepository);
}

/**
 * The tag of an image's cache for a branch, as `cache-main`. Pure. Images that share a repository have different ones: with `cache-repository` the
 * image's own repository is in it, and a hash where context, Dockerfile, target or platforms are not the usual ones.
 */
export function cacheTag(image: BuiltImage, branch: string): string {
  return `${cacheTagStart(image)}${shortenName(branch, LONGEST_BRANCH)}`;
}

/**
 * What comes before the branch in the tag of an image's cache. For the branch itself a script does as `shortenName`: bytes other than
 * `A-Za-z0-9_.-` become `-`, 60 are kept, and where that changed the name, `-` and the first 8 digits of its SHA-256 follow. Pure.
 */
export function cacheTagStart(image: BuiltImage): string {
  const name = image.build.cacheRepository === undefined ? '' : `${shortenName(image.repository, LONGEST_NAME)}-`;
  return `${CACHE_TAG_PREFIX}${name}${hashOfBuild(image)}`;
}

/** The scope of an image's cache in GitHub's, which keeps branches apart by itself. Pure. */
export function cacheScope(image: BuiltImage): string {
  return `slipway-${hashOfBuild(image)}${shortenName(image.repository, LONGEST_BRANCH)}`;
}

/** '' for the usual build; it ends with `-`. */
function hashOfBuild({ registry, build }: BuiltImage): string {
  const { context, dockerfile, target, platforms } = build;
  const isUsual =
    registry === undefined &&
    context === '.' &&
    dockerfile === undefined &&
    target === undefined &&
    platforms.length === 0;
  if (isUsual) return '';
  const said = [registry?.host, context, dockerfile, target, [...platforms].sort()].map(part => part ?? null);
  return `${sha256(JSON.stringify(said))}-`;
}

function shortenName(name: string, longest: number): string {
  const bytes = Array.from(Buffer.from(name), byte => String.fromCharCode(byte));
  const plain = bytes.map(byte => (/[A-Za-z0-9_.-]/.test(byte) ? byte : '-')).slice(0, longest);
  const short = plain.join('');
  return short === name ? name : `${short}-${sha256(name)}`;
}

/** The first 8 digits. */
function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
