import type { BuiltImage } from '../../config/config.js';
import { SlipwayError } from '../../errors.js';
import type { BuildCache } from '../build/build-cache.js';
import type { Branches } from '../build/branches.js';
import { cacheScope, cacheTag, placeOfCache } from '../build/registry-cache.js';
import { addressOf, type BuildPlan } from '../image-plan.js';
import type { EcrRepository, ImagePorts } from '../ports.js';
import { isTagImmutable } from '../reference.js';
import { atWrittenHost } from '../repository.js';

type CachePorts = Pick<ImagePorts, 'ecr' | 'reporter' | 'environment' | 'web' | 'signal'>;

/**
 * The cache that an image is built with; undefined: it is built without, since nothing else is asked for or it cannot be used, which is a warning.
 * Looks `cache-repository` up (DescribeRepositories).
 */
export async function findCache(
  plan: BuildPlan,
  branches: Branches,
  ports: CachePorts
): Promise<BuildCache | undefined> {
  const { image, tools } = plan;
  const { cache } = image.build;
  if (cache === 'none') return undefined;
  const found = tools.buildx
    ? await (cache === 'github' ? findGithubCache(image, ports) : findRegistryCache(plan, branches, ports))
    : `cache: ${cache} needs buildx, which is not in use on this machine. Install the plugin (in GitHub Actions: docker/setup-buildx-action), without DOCKER_BUILDKIT=0.`;
  if (typeof found !== 'string') return found;
  ports.reporter.warn(`${addressOf(image)} is built without its cache: ${found}`);
  return undefined;
}

/** The runner hands an action what its cache is asked with, and no command of a `run:` step. A sentence where that is missing. */
async function findGithubCache(image: BuiltImage, ports: CachePorts): Promise<BuildCache | string> {
  const { environment, reporter } = ports;
  const {
    ACTIONS_RUNTIME_TOKEN: token = '',
    ACTIONS_RESULTS_URL: url = '',
    ACTIONS_CACHE_URL: olderUrl = ''
  } = environment;
  const address = (environment['ACTIONS_CACHE_SERVICE_V2'] === undefined && olderUrl) || url || olderUrl;
  if (token === '' || address === '') {
    return "GitHub's cache is there for an action alone (uses:), and ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set here. cache: registry works everywhere.";
  }
  reporter.mask(token);
  if (await isSilent(address, ports)) return `GitHub's cache at ${address} takes no request within ten seconds.`;
  return { kind: 'github', scope: cacheScope(image) };
}

/**
 * Whether a server does not answer at all: BuildKit waits without end for one that takes a connection and says nothing. Any answer will do, and a
 * server that cannot be reached is BuildKit's to tell, as is one behind a proxy.
 */
async function isSilent(url: string, { environment, web, signal }: CachePorts): Promise<boolean> {
  const isBehindProxy = Object.keys(environment).some(name => /^(?:https?|all)_proxy$/i.test(name));
  if (isBehindProxy || !URL.canParse(url)) return false;
  try {
    await web.get({ url, headers: {}, address: undefined, signal: signal ?? new AbortController().signal });
    return false;
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof Error && error.name === 'TimeoutError';
  }
}

async function findRegistryCache(plan: BuildPlan, branches: Branches, ports: CachePorts): Promise<BuildCache | string> {
  const { image, template } = plan;
  const isElsewhere = image.build.cacheRepository !== undefined;
  const repository = isElsewhere ? await lookUp(image, ports) : plan.repository;
  if (typeof repository === 'string') return repository;
  const tag = cacheTag(image, branches.own);
  const isWritten = !isTagImmutable(repository ?? template ?? { mutability: 'MUTABLE', exclusions: [] }, tag);
  if (!isWritten) {
    ports.reporter.warn(
      `The build cache of ${addressOf(image)} is read and not written: the tag ${tag} in ${addressOf(placeOfCache(image))} is immutable. Exclude cache-* from its immutability, or name another repository with cache-repository.`
    );
  }
  const others = branches.others.map(branch => cacheTag(image, branch)).filter(other => other !== tag);
  return { kind: 'registry', repository: isElsewhere ? repository : undefined, tag, others, isWritten };
}

/** A cache is no reason to fail: what keeps its repository from being found is told in a sentence. */
async function lookUp(image: BuiltImage, { ecr }: CachePorts): Promise<EcrRepository | string> {
  const place = placeOfCache(image);
  try {
    const found = await ecr.describeRepository(place.repository, place.registry);
    if (found !== undefined) return atWrittenHost(found, place);
  } catch (error) {
    if (!(error instanceof SlipwayError)) throw error;
    return error.message;
  }
  return `there is no ECR repository ${addressOf(place)} (cache-repository). Create it, or check its name, account and region.`;
}
