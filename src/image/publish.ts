import { SlipwayError } from '../errors.js';
import { listBuildCredentials } from '../text/credential-variables.js';
import { buildAndPush } from './build/build.js';
import { clearOutput } from './docker/clear-output.js';
import { closeDockerConfigDir } from './docker/docker-cleanup.js';
import { openDockerConfigDir } from './docker/docker-config-dir.js';
import { builderInOptions } from './docker/docker-args.js';
import { Builders } from './build/builder.js';
import { placeOfCache, type RepositoryPlace } from './build/registry-cache.js';
import { logIn, decodeAuthorization, type RegistryLogin } from './login.js';
import { parseEcrHost } from '../text/ecr-host.js';
import { addressOf, firstTag, type BuildPlan, type ImageInEcr, type ImagePlan } from './image-plan.js';
import { createJobTimeline, type JobTimeline } from '../timeline.js';
import type { CreationTemplate, EcrRepository, ImagePorts, RegistryAuthorization } from './ports.js';
import { describeBuilt, describePublished, type ShippedImage } from './published-image.js';
import { hostOf } from './reference.js';
import { createRepositoryOf } from './repository.js';
import { logSignings } from './signing.js';

export interface PublishSettings {
  /** Further registries to log into for base images: 12-digit ids of accounts, hosts of ECR, or `public` for ECR Public. */
  readonly registries: readonly string[];
  /** How many images to build, and to push, at the same time; undefined: as many as there are processors. */
  readonly maxParallelBuilds: number | undefined;
}

interface Equipped extends BuildPlan {
  readonly repository: EcrRepository;
}

/**
 * Carries the plans out: creates the repositories that are missing, logs in, builds, pushes and tags. Where all images are there
 * already, Docker is not touched and no login is asked for. What Docker needs is kept in a private folder and gone when this returns.
 *
 * @param plans as `checkImages` made them
 * @param timeline gets `build` and `push`, where something is built; with several images those of each too
 * @returns the images in the order of the plans
 * @throws SlipwayError when AWS or Docker fails; the reason of `ports.signal` when it fires
 */
export async function publishImages(
  plans: readonly ImagePlan[],
  settings: PublishSettings,
  ports: ImagePorts,
  timeline: JobTimeline = createJobTimeline(ports.clock)
): Promise<ShippedImage[]> {
  const built = await buildMissing(plans, settings, ports, timeline);
  const published: ShippedImage[] = [];
  for (const plan of plans) published.push(await finish(plan, built, ports));
  return published;
}

async function finish(
  plan: ImagePlan,
  built: ReadonlyMap<string, ImageInEcr>,
  ports: ImagePorts
): Promise<ShippedImage> {
  switch (plan.kind) {
    case 'existing':
      return describePublished(plan);
    case 'reuse': {
      const { repository, digest, tagsToAdd } = plan;
      ports.reporter.info(
        `${repository.name}:${firstTag(plan.image)} is in the repository already (${digest}): not built again.`
      );
      await addTags(repository, digest, tagsToAdd, ports);
      return describePublished(plan);
    }
    case 'build': {
      const image = built.get(nameOf(plan));
      if (image === undefined)
        throw new SlipwayError({ code: 'not-built', fault: 'slipway', what: `${nameOf(plan)} was not built.` });
      return describeBuilt(plan.image, image);
    }
  }
}

/** Builds what has to be built, each name once. */
async function buildMissing(
  plans: readonly ImagePlan[],
  { registries, maxParallelBuilds }: PublishSettings,
  ports: ImagePorts,
  timeline: JobTimeline
): Promise<ReadonlyMap<string, ImageInEcr>> {
  const builds = new Map(plans.filter(plan => plan.kind === 'build').map(plan => [nameOf(plan), plan]));
  if (builds.size === 0) return new Map();
  timeline.enter('build');
  const equipped: Equipped[] = [];
  for (const plan of builds.values()) equipped.push({ ...plan, repository: await ensureRepository(plan, ports) });
  const logins = await authorize(equipped, registries, ports);
  const maxParallel = maxParallelBuilds ?? ports.processes.processors ?? 1;
  return withDocker(equipped, logins, maxParallel, ports, timeline);
}

async function withDocker(
  plans: readonly Equipped[],
  logins: readonly RegistryLogin[],
  maxParallel: number,
  given: ImagePorts,
  timeline: JobTimeline
): Promise<ReadonlyMap<string, ImageInEcr>> {
  const secrets = logins.flatMap(({ password, token }) => [password, token]);
  const ports = { ...given, processes: clearOutput(given.processes, secrets) };
  const hosts = logins.map(({ host }) => host);
  const named = plans.map(plan => builderInOptions(plan.image.build.buildOptions)).find(name => name !== undefined);
  const settings = plans.flatMap(({ image: { build } }) => [...build.buildSecrets, ...build.buildOptions]);
  const opened = await openDockerConfigDir(hosts, named, ports);
  const home = {
    ...opened,
    environment: { ...listBuildCredentials(ports.environment, settings), ...opened.environment }
  };
  const builders = new Builders(home, ports);
  try {
    await logIn(home, logins, ports);
    const jobs = await buildAndPush(plans, { home, builders, timeline }, maxParallel, ports);
    for (const job of jobs) {
      const { repository, image, pushed } = job;
      await addTags(repository, pushed.digest, image.tags.slice(1), ports);
      if (!pushed.built) continue;
      const { region, registryId, name } = repository;
      await logSignings(nameOf(job), { region, registryId, repository: name, digest: pushed.digest }, ports);
    }
    return new Map(jobs.map(job => [nameOf(job), job.pushed]));
  } finally {
    await closeDockerConfigDir(home, { builder: builders.own, registries: hosts }, ports);
  }
}

async function ensureRepository(plan: BuildPlan, ports: ImagePorts): Promise<EcrRepository> {
  if (plan.repository !== undefined) return plan.repository;
  if (plan.template?.createsOnPush === true) return expectRepository(plan.image, plan.template, ports);
  const repository = await createRepositoryOf(plan.image, plan.template, ports.ecr);
  ports.reporter.info(`Created the ECR repository ${repository.uri}.`);
  return repository;
}

/** A repository that the push makes: where it will be is where its registry is. */
async function expectRepository(
  image: BuildPlan['image'],
  { prefix, registryId, mutability, exclusions }: CreationTemplate,
  ports: ImagePorts
): Promise<EcrRepository> {
  const { endpoint } = await authorizeFor(image, ports);
  const uri = `${hostOf(endpoint)}/${image.repository}`;
  ports.reporter.info(`The push makes the ECR repository ${uri}, as the creation template ${prefix} says.`);
  return { name: image.repository, uri, registryId, region: undefined, mutability, exclusions };
}

/**
 * The login of a repository's registry goes to the host that the repository names, other accounts' to the host that ECR names for them, that of
 * a host to the host itself: a login is good in one region.
 */
async function authorize(
  plans: readonly Equipped[],
  registries: readonly string[],
  ports: ImagePorts
): Promise<RegistryLogin[]> {
  const logins = new Map<string, RegistryLogin>();
  const add = (login: RegistryLogin): void => {
    if (!logins.has(login.host)) logins.set(login.host, login);
  };
  for (const { repository, image } of plans) {
    const host = hostOf(repository.uri);
    if (!logins.has(host)) add(decodeAuthorization(await authorizeFor(image, ports), ports, host));
  }
  const accounts = new Set(registries.filter(registry => /^\d+$/.test(registry)));
  if (accounts.size > 0) {
    for (const authorization of await ports.ecr.getAuthorization([...accounts]))
      add(decodeAuthorization(authorization, ports));
  }
  for (const host of new Set(registries)) {
    const { account, region } = parseEcrHost(host) ?? {};
    if (account === undefined || logins.has(host)) continue;
    for (const authorization of await ports.ecr.getAuthorization([account], region))
      add(decodeAuthorization(authorization, ports, host));
  }
  if (registries.includes('public')) add(decodeAuthorization(await ports.ecr.getPublicAuthorization(), ports));
  for (const { image, cache } of plans) {
    if (cache?.kind !== 'registry' || cache.repository === undefined) continue;
    const host = hostOf(cache.repository.uri);
    const login = logins.has(host) ? undefined : await authorizeCache(host, placeOfCache(image), ports);
    if (login !== undefined) add(login);
  }
  return [...logins.values()];
}

/** A cache is no reason to fail. */
async function authorizeCache(
  host: string,
  place: RepositoryPlace,
  ports: ImagePorts
): Promise<RegistryLogin | undefined> {
  try {
    return { ...decodeAuthorization(await authorizeFor(place, ports), ports, host), isOfCache: true };
  } catch (error) {
    if (!(error instanceof SlipwayError)) throw error;
    ports.reporter.warn(`The build cache in ${host} is out of reach: ${error.message}`);
    return undefined;
  }
}

async function authorizeFor(
  { registry }: Pick<BuildPlan['image'], 'registry'>,
  { ecr }: Pick<ImagePorts, 'ecr'>
): Promise<RegistryAuthorization> {
  const [authorization] = await (registry === undefined
    ? ecr.getAuthorization([])
    : ecr.getAuthorization([registry.account], registry.region));
  if (authorization !== undefined) return authorization;
  throw new SlipwayError({
    code: 'incomplete-answer',
    fault: 'aws',
    what: `ECR gave no login for ${registry === undefined ? 'the registry of this account' : `the registry ${registry.host}`}.`,
    next: 'Run it again; if AWS_ENDPOINT_URL is set, check what answers there.'
  });
}

/** Further tags come from ECR itself: one manifest, so every tag names the very image that was pushed or found. */
async function addTags(
  repository: EcrRepository,
  digest: string,
  tags: readonly string[],
  ports: ImagePorts
): Promise<void> {
  for (const tag of new Set(tags)) {
    await ports.ecr.addTag(repository, digest, tag);
    ports.reporter.info(`Tagged ${repository.name}@${digest} as ${tag}.`);
  }
}

function nameOf(plan: BuildPlan): string {
  return `${addressOf(plan.image)}:${firstTag(plan.image)}`;
}
