import type { BuildConfig } from '../../config/config.js';
import type { SlipwayError } from '../../errors.js';
import type { RunResult } from '../../ports.js';
import type { BuildPlan } from '../image-plan.js';
import { retryTransientDocker } from '../login.js';
import type { ImagePorts } from '../ports.js';
import { CacheLog, type CacheUse } from './cache-log.js';
import { STEP_FAILED } from './registry-cache.js';
import { endSilence, SilentCache, type Watched } from './silent-cache.js';

export interface CachedBuild extends Pick<BuildPlan, 'image' | 'cache'> {
  /** How to build it, the best first: what comes after is for where a cache fails. */
  readonly ways: readonly BuildConfig[];
}

/** A build that Docker ended with an error, and all that it said. */
export class FailedBuild extends Error {
  readonly reason: SlipwayError;
  readonly output: string;

  constructor(reason: SlipwayError, { stdout, stderr }: RunResult) {
    super(reason.message);
    this.reason = reason;
    this.output = `${stdout}\n${stderr}`;
  }
}

/**
 * Buildx leaves GitHub's cache out without a word where it has no address for it: one before 0.21 knows that of the first version alone
 * (ACTIONS_CACHE_URL), which GitHub has switched off.
 */
const LEFT_OUT =
  "buildx left GitHub's cache out. One before 0.21 does not know the cache that GitHub has now: update it, and BuildKit to 0.20 or newer (docker/setup-buildx-action does both).";

/**
 * Builds in the first of the ways; where it fails and a cache may be why, in the next. BuildKit goes on by itself without a cache that is not
 * there, but not without a layer that a cache promised, nor without one that does not answer.
 *
 * @param name of the image, for what is said
 * @returns how far the cache was used; undefined where it was not, or there is none
 */
export async function buildInWays(
  job: CachedBuild,
  name: string,
  ports: Pick<ImagePorts, 'reporter' | 'clock' | 'signal'>,
  run: (build: BuildConfig, watched: Watched) => Promise<void>
): Promise<CacheUse | undefined> {
  const { reporter } = ports;
  const last = job.ways.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const build = job.ways[index] as BuildConfig;
    let log = new CacheLog();
    try {
      await retryTransientDocker(ports, async () => {
        log = new CacheLog();
        const work = (watched: Watched): Promise<void> => run(build, watched);
        const running =
          index === last ? work({ read: line => log.read(line), signal: ports.signal }) : endSilence(log, ports, work);
        await running.catch((error: unknown) => {
          throw error instanceof FailedBuild && (index === last || isOfDockerfile(error)) ? error.reason : error;
        });
      });
    } catch (error) {
      const isSilent = error instanceof SilentCache;
      if (!isSilent && !(error instanceof FailedBuild)) throw error;
      // What does not answer to be read is not waited for again, to be written.
      if (isSilent) index = last - 1;
      const way = index + 1 === last ? 'without its cache' : 'without what its cache has';
      reporter.warn(`${name} is built again ${way}: ${isSilent ? error.message : error.reason.what}`);
      continue;
    }
    return job.cache === undefined || build === job.image.build ? undefined : tellOf(log, job.cache, name, reporter);
  }
  return undefined;
}

function tellOf(
  { use }: CacheLog,
  { kind }: NonNullable<CachedBuild['cache']>,
  name: string,
  reporter: ImagePorts['reporter']
): CacheUse | undefined {
  for (const trouble of use.troubles) reporter.warn(`${trouble} The build goes on without it.`);
  const isLeftOut = kind === 'github' && use.steps > 0 && !use.isTried;
  if (isLeftOut) reporter.warn(`${name} was built without its cache: ${LEFT_OUT}`);
  return isLeftOut ? undefined : use;
}

/** A cache is not to blame for a command of the Dockerfile that fails, nor for an image that is refused. */
function isOfDockerfile({ output }: FailedBuild): boolean {
  return (
    output.includes(STEP_FAILED) || /failed to push|failed to read dockerfile|dockerfile parse error/i.test(output)
  );
}
