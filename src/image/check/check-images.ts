import type { BuiltImage, ExistingImage, ImageConfig } from '../../config/config.js';
import { ProblemsError, SlipwayError, type Problem } from '../../errors.js';
import { findBranches } from '../build/branches.js';
import { checkBuildInputs } from './build-inputs.js';
import { findCache } from './find-cache.js';
import { waitForReplica } from './replication.js';
import { findDocker, findMissingTool, type DockerTools } from '../docker/docker-version.js';
import {
  addressOf,
  firstTag,
  type BuildPlan,
  type ExistingPlan,
  type ImagePlan,
  type ReusePlan
} from '../image-plan.js';
import { describeRepositoryOf } from '../repository.js';
import type { EcrImage, EcrRepository, ImageLocation, ImagePorts } from '../ports.js';
import { explainPullThrough } from '../pull-through.js';
import { hostOf, isRepositoryName, isTag, isTagImmutable, parseReference } from '../reference.js';
import { parseEcrHost } from '../../text/ecr-host.js';

type CheckPorts = Pick<
  ImagePorts,
  'ecr' | 'processes' | 'files' | 'reporter' | 'environment' | 'region' | 'clock' | 'web' | 'signal'
>;
type Unequipped = Omit<BuildPlan, 'tools'>;
const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation']);

/**
 * Decides for every image whether it is built, reused or used as it is. Reads only: files, ECR (DescribeRepositories, DescribeImages)
 * and, where something is to be built, Docker.
 *
 * @param withDocker false: nothing will be built here, so Docker is not looked for
 * @returns a plan an image, in the same order
 * @throws ProblemsError with everything that is in the way; the SlipwayError of an AWS call that failed, where that is all
 */
export async function checkImages(
  images: readonly ImageConfig[],
  ports: CheckPorts,
  withDocker = true
): Promise<ImagePlan[]> {
  const problems: Problem[] = findClashes(images);
  const failures: SlipwayError[] = [];
  const settled = await Promise.allSettled(
    images.map((image, index) => {
      const path = (setting: string): string => (images.length === 1 ? setting : `images[${index}].${setting}`);
      return image.kind === 'existing' ? checkExisting(image, path, ports) : checkBuilt(image, path, ports);
    })
  );
  const plans: (Unequipped | ReusePlan | ExistingPlan)[] = [];
  for (const result of settled) {
    if (result.status === 'fulfilled') plans.push(result.value);
    else if (result.reason instanceof ProblemsError) problems.push(...result.reason.problems);
    else if (result.reason instanceof SlipwayError) failures.push(result.reason);
    else throw result.reason;
  }
  const tools = withDocker ? await equip(images, plans, failures, problems, ports) : undefined;
  throwAll(problems, failures);
  const equipped = plans.map(plan =>
    plan.kind === 'build' ? { ...plan, tools: tools ?? { buildx: false, buildkit: false } } : plan
  );
  return withDocker ? findCaches(equipped, ports) : equipped;
}

async function findCaches(plans: readonly ImagePlan[], ports: CheckPorts): Promise<ImagePlan[]> {
  const isCached = plans.some(plan => plan.kind === 'build' && plan.image.build.cache !== 'none');
  if (!isCached) return [...plans];
  const branches = await findBranches(ports);
  return Promise.all(
    plans.map(async plan => (plan.kind === 'build' ? { ...plan, cache: await findCache(plan, branches, ports) } : plan))
  );
}

/** Looks for Docker only where something is to be built. */
async function equip(
  images: readonly ImageConfig[],
  plans: readonly (Unequipped | ReusePlan | ExistingPlan)[],
  failures: readonly SlipwayError[],
  problems: Problem[],
  ports: CheckPorts
): Promise<DockerTools | undefined> {
  const builds = plans.filter(plan => plan.kind === 'build');
  if (builds.length === 0 || failures.length > 0) return undefined;
  const tools = await findDocker(ports);
  if ('code' in tools) {
    problems.push(tools);
    return undefined;
  }
  for (const { image } of builds) {
    const missing = findMissingTool(image.build, tools, images.length === 1 ? '' : `images[${images.indexOf(image)}]`);
    if (missing !== undefined) problems.push(missing);
  }
  return tools;
}

async function checkBuilt(
  image: BuiltImage,
  path: (setting: string) => string,
  ports: CheckPorts
): Promise<Unequipped | ReusePlan> {
  const problems = checkNames(image, path);
  if (problems.length > 0) throw new ProblemsError(problems);
  const repository = await describeRepositoryOf(image, ports.ecr);
  if (repository === undefined) {
    // Only the own registry tells its templates.
    const template = image.registry === undefined ? await ports.ecr.findCreationTemplate(image.repository) : undefined;
    if (!image.createRepository && template?.createsOnPush !== true) {
      problems.push({
        code: 'repository-missing',
        place: { path: path('repository') },
        what: `There is no ECR repository ${image.repository} in ${nameRegistry(image)}.`,
        next: 'Create it, set create-repository: true, or check the name, the region and the role.'
      });
    }
    problems.push(...(await checkBuildInputs(image.build, path, ports)));
    if (problems.length > 0) throw new ProblemsError(problems);
    return { kind: 'build', image, repository: undefined, template };
  }
  const tag = firstTag(image);
  const immutable = isTagImmutable(repository, tag);
  const reuse = image.reuseImage ?? immutable;
  const found = await lookUpTags(image, repository, { first: immutable || reuse, all: reuse }, ports);
  const there = found.get(tag);
  if (there !== undefined && reuse) return planReuse(image, repository, there, path, found);
  if (there !== undefined) {
    problems.push({
      code: 'tag-immutable',
      place: { path: path('tags') },
      what: `${image.repository}:${tag} already exists, the tag is immutable, and reuse-image: false requires a new build.`,
      next: 'Ship under a new tag, or leave reuse-image out to use the existing image.'
    });
  }
  problems.push(...findTakenTags(image, repository, undefined, path, found));
  problems.push(...(await checkBuildInputs(image.build, path, ports)));
  if (problems.length > 0) throw new ProblemsError(problems);
  return { kind: 'build', image, repository };
}

type Found = ReadonlyMap<string, EcrImage | undefined>;

/** What is under the tags, asked for all at once: the first where it decides, the others where they are immutable or all are wanted. */
async function lookUpTags(
  image: BuiltImage,
  repository: EcrRepository,
  wanted: { readonly first: boolean; readonly all: boolean },
  ports: CheckPorts
): Promise<Found> {
  const tags = [...new Set(image.tags)].filter(tag =>
    tag === firstTag(image) ? wanted.first : wanted.all || isTagImmutable(repository, tag)
  );
  return new Map(
    await Promise.all(tags.map(async tag => [tag, await ports.ecr.describeImage(locate(repository, tag))] as const))
  );
}

function planReuse(
  image: BuiltImage,
  repository: EcrRepository,
  there: EcrImage,
  path: (setting: string) => string,
  found: Found
): ReusePlan {
  if (there.archived) {
    const what = `${image.repository}:${firstTag(image)} is in ECR's archive, from where it cannot be pulled.`;
    throw new ProblemsError([
      {
        code: 'image-archived',
        place: { path: path('tags') },
        what,
        next: 'Restore it in ECR, or ship under a new tag.'
      }
    ]);
  }
  const problems = findTakenTags(image, repository, there.digest, path, found);
  if (problems.length > 0) throw new ProblemsError(problems);
  const tagsToAdd = image.tags.slice(1).filter(tag => found.get(tag)?.digest !== there.digest);
  return { kind: 'reuse', image, repository, digest: there.digest, tagsToAdd };
}

/** Further tags that are immutable and name another image than the one to ship. */
function findTakenTags(
  image: BuiltImage,
  repository: EcrRepository,
  digest: string | undefined,
  path: (setting: string) => string,
  found: Found
): Problem[] {
  return image.tags
    .slice(1)
    .filter(tag => isTagImmutable(repository, tag) && (found.get(tag)?.digest ?? digest) !== digest)
    .map(tag => ({
      code: 'tag-immutable',
      place: { path: path('tags') },
      what: `${image.repository}:${tag} names another image already, and the tag is immutable.`,
      next: 'Leave the tag out, choose another, or name it first to ship the image that has it.'
    }));
}

async function checkExisting(
  image: ExistingImage,
  path: (setting: string) => string,
  ports: CheckPorts
): Promise<ExistingPlan> {
  const reference = parseReference(image.image);
  if (reference === undefined) {
    const what = `"${image.image}" is not a valid image reference.`;
    const next = 'Expected host/repository:tag or host/repository@sha256:…, with the repository in lower case.';
    throw new ProblemsError([{ code: 'image-reference', place: { path: path('image') }, what, next }]);
  }
  const location = await locateExisting(reference, ports);
  const plan = { kind: 'existing', image, ...reference } as const;
  if (location === undefined) return plan;
  let there: EcrImage | undefined;
  try {
    there = await ports.ecr.describeImage(location);
  } catch (error) {
    // Another account's or region's image may well be pullable by the task without being readable from here.
    const unreadable =
      error instanceof SlipwayError && ((location.region ?? ports.region) !== ports.region || DENIED.has(error.code));
    if (!unreadable) throw error;
    ports.reporter.info(`${image.image} cannot be looked at from here, and is used as it is: ${error.what}`);
    return plan;
  }
  const rule = there === undefined ? await ports.ecr.findPullThroughRule(location) : undefined;
  if (rule !== undefined) {
    ports.reporter.warn(`${image.image} is not in ECR yet: ${explainPullThrough(rule)}`);
    return plan;
  }
  there ??= await waitForReplica(image.image, location, ports);
  if (there === undefined || there.archived) {
    const what =
      there === undefined
        ? `There is no image ${image.image} in ECR.`
        : `${image.image} is in ECR's archive, from where it cannot be pulled.`;
    const next =
      there === undefined
        ? 'Check repository, tag, account and region; what a pull-through cache fetches is taken where ecr:DescribePullThroughCacheRules is allowed.'
        : 'Restore it in ECR, or name another image.';
    throw new ProblemsError([{ code: 'image-missing', place: { path: path('image') }, what, next }]);
  }
  if (image.expectedDigest !== undefined && there.digest !== image.expectedDigest) {
    const what = `${image.image} names ${there.digest} by now, and the files were written for ${image.expectedDigest}.`;
    const next = 'Build again, or use image-reference: digest, so that nobody can move what is deployed.';
    throw new ProblemsError([{ code: 'image-moved', place: {}, what, next }]);
  }
  return { ...plan, digest: reference.digest ?? there.digest };
}

/** Where in ECR a reference is; undefined for other registries, ECR Public too, which tells of its own images only to their owner. */
export async function locateExisting(
  reference: NonNullable<ReturnType<typeof parseReference>>,
  ports: Pick<CheckPorts, 'ecr'>
): Promise<ImageLocation | undefined> {
  const { registry, repository, tag, digest } = reference;
  if (registry === undefined) return undefined;
  const host = parseEcrHost(registry);
  if (host !== undefined) return { region: host.region, registryId: host.account, repository, tag, digest };
  // A registry with a port may be that of an AWS at a custom endpoint: then its own answer names the same address.
  if (!registry.includes(':')) return undefined;
  const known = await ports.ecr.describeRepository(repository);
  return known?.uri === `${registry}/${repository}`
    ? { registryId: known.registryId, repository, tag, digest }
    : undefined;
}

function locate(repository: EcrRepository, tag: string): ImageLocation {
  return { region: repository.region, registryId: repository.registryId, repository: repository.name, tag };
}

function nameRegistry({ registry }: BuiltImage): string {
  return registry === undefined ? 'this account and region' : `the account ${registry.account} in ${registry.region}`;
}

function checkNames(image: BuiltImage, path: (setting: string) => string): Problem[] {
  const problems: Problem[] = [];
  // A whole address of ECR would pass as a name: its host has the same letters.
  if (!isRepositoryName(image.repository) || parseEcrHost(hostOf(image.repository)) !== undefined) {
    const bare = parseReference(image.repository)?.repository;
    problems.push({
      code: 'repository-name',
      place: { path: path('repository') },
      what: `"${image.repository}" is not a valid ECR repository name: expected lowercase letters, digits and . _ - / , without host and tag.`,
      next: bare === undefined || bare === image.repository ? '' : `Write ${bare}.`
    });
  }
  for (const tag of image.tags.filter(each => !isTag(each))) {
    const what = `"${tag}" is not a valid image tag: expected at most 128 letters, digits and . _ - , the first no . or -.`;
    problems.push({ code: 'image-tag', place: { path: path('tags') }, what, next: '' });
  }
  return problems;
}

/** Two images under one name: the same build is made once, different ones would overwrite each other. */
function findClashes(images: readonly ImageConfig[]): Problem[] {
  const seen = new Map<string, string>();
  return images.flatMap((image, index) => {
    if (image.kind === 'existing') return [];
    const name = `${addressOf(image)}:${firstTag(image)}`;
    const made = JSON.stringify([image.build, image.tags]);
    const other = seen.get(name);
    seen.set(name, made);
    if (other === undefined || other === made) return [];
    const what = `${name} is to be built twice, in different ways.`;
    return [
      {
        code: 'image-clash',
        place: { path: `images[${index}]` },
        what,
        next: 'Give each its own repository or first tag.'
      }
    ];
  });
}

function throwAll(problems: readonly Problem[], failures: readonly SlipwayError[]): void {
  const [failure] = failures;
  if (problems.length === 0 && failure !== undefined) throw failure;
  // The same trouble (credentials, say) meets every image: it is told once.
  const distinct = new Map(failures.map(({ code, what, next }) => [what, { code, place: {}, what, next: next ?? '' }]));
  if (problems.length > 0) throw new ProblemsError([...problems, ...distinct.values()]);
}
