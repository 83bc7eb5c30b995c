import { join } from 'node:path';

import type { BuildConfig } from '../../config/config.js';
import { combineErrors, SlipwayError } from '../../errors.js';
import { settleAll, valuesOf } from '../../parallel.js';
import type { RunResult } from '../../ports.js';
import type { Builder, Builders } from './builder.js';
import { credentialsForBuild } from './build-credentials.js';
import { buildWays } from './build-cache.js';
import type { CacheUse } from './cache-log.js';
import { buildInWays, FailedBuild, type CachedBuild } from './cached-build.js';
import { buildxArgs, plainBuildArgs } from '../docker/docker-args.js';
import { describeUse } from './describe-use.js';
import { explainDockerFailure, isTagTaken } from '../docker/docker-failure.js';
import type { DockerConfigDir } from '../docker/docker-config-dir.js';
import { plainBuildEnvironment } from '../docker/docker-version.js';
import { retryTransientDocker } from '../login.js';
import { followImages, type ImageStages } from './image-stages.js';
import { OrderedLog } from './ordered-log.js';
import { firstTag, type BuildPlan, type ImageInEcr } from '../image-plan.js';
import type { EcrRepository, ImagePorts } from '../ports.js';
import { hostOf } from '../reference.js';
import { retry } from '../../retry.js';
import type { JobTimeline } from '../../timeline.js';
import { adviseOnRegistry } from '../../text/registry-refusal.js';

interface Job extends BuildPlan {
  readonly repository: EcrRepository;
}

interface PreparedJob extends Job, CachedBuild {
  /** undefined: without buildx, the engine builds. */
  readonly builder: Builder | undefined;
  readonly stages: ImageStages;
}

interface PushedJob extends Job {
  readonly pushed: ImageInEcr;
}

interface Workshop {
  readonly home: DockerConfigDir;
  readonly builders: Builders;
  /** Gets when each image is built and pushed. */
  readonly timeline: JobTimeline;
}

/** ECR is asked so often, a second apart, for what was just pushed. */
const MAX_ATTEMPTS = 5;
const DIGEST = /\bdigest:\s*(sha256:[0-9a-f]{64})/;

/**
 * Builds every image and pushes each under its first tag, so many at a time. All builds that leave their image with the engine come before
 * the first push, so that a failed build leaves the registry as it was; a builder that pushes by itself does both in one go. One that fails
 * ends no other.
 *
 * @returns the jobs in their order, each with what is in ECR now
 * @throws what failed, all of it
 */
export async function buildAndPush(
  jobs: readonly Job[],
  workshop: Workshop,
  maxParallel: number,
  ports: ImagePorts
): Promise<readonly PushedJob[]> {
  const prepared: PreparedJob[] = [];
  const stages = followImages(jobs.map(nameOf), workshop.timeline);
  for (const [index, job] of jobs.entries()) {
    const equipped = await chooseBuilder(job, workshop.builders, ports);
    prepared.push({ ...job, ...equipped, stages: stages[index] as ImageStages });
  }
  const { home } = workshop;
  const inEngine = prepared.filter(({ builder }) => builder?.to !== 'registry');
  const uses = new Map<Job, CacheUse | undefined>();
  await forAll('Build image', inEngine, maxParallel, ports, async (job, logged) => {
    job.stages.build();
    uses.set(job, await loadIntoEngine(job, home, logged));
  });
  const title = inEngine.length === 0 ? 'Build and push image' : 'Push image';
  return forAll(title, prepared, maxParallel, ports, async (job, logged, index) => {
    const { builder } = job;
    const metadataFile = join(home.directory, `metadata-${index}.json`);
    const push =
      builder?.to === 'registry'
        ? () => buildToRegistry(job, builder, metadataFile, home, logged)
        : async () => ({ digest: await pushFromEngine(job, home, logged), use: uses.get(job) });
    return { ...job, pushed: await pushOrReuse(job, push, logged) };
  });
}

/** A cache needs a builder that can write it; where there is none, and none can be made, the image is built without its cache. */
async function chooseBuilder(
  job: Job,
  builders: Builders,
  { reporter }: ImagePorts
): Promise<Pick<PreparedJob, 'builder' | 'ways'>> {
  const { image, repository, tools, cache } = job;
  if (!tools.buildx) return { builder: undefined, ways: [image.build] };
  const host = hostOf(repository.uri);
  const ways = buildWays(image.build, cache, repository);
  const [best = image.build] = ways;
  try {
    return { builder: await builders.choose(best, host), ways };
  } catch (error) {
    if (cache === undefined || !(error instanceof SlipwayError)) throw error;
    reporter.warn(`${nameOf(job)} is built without its cache: ${error.what}`);
    return { builder: await builders.choose(image.build, host), ways: [image.build] };
  }
}

/** Works on so many at a time, each with a group of the log. Throws what failed, after all have ended and all is shown. */
async function forAll<J extends PreparedJob, R>(
  doing: string,
  jobs: readonly J[],
  maxParallel: number,
  ports: ImagePorts,
  work: (job: J, ports: ImagePorts, index: number) => Promise<R>
): Promise<readonly R[]> {
  const log = new OrderedLog(ports.reporter, ports.clock);
  const results = await settleAll(jobs, maxParallel, (job, index) =>
    log.run(`${doing} ${nameOf(job)}`, reporter =>
      work(job, { ...ports, reporter }, index).finally(() => job.stages.rest())
    )
  );
  await log.finish();
  const errors = results.filter(result => result.status === 'rejected').map(({ reason }) => reason as unknown);
  if (errors.length > 0) throw combineErrors(errors);
  return valuesOf(results);
}

async function loadIntoEngine(
  job: PreparedJob,
  home: DockerConfigDir,
  ports: ImagePorts
): Promise<CacheUse | undefined> {
  const { builder } = job;
  const reference = referenceOf(job);
  const write = (build: BuildConfig): readonly string[] =>
    builder === undefined
      ? plainBuildArgs(build, reference)
      : buildxArgs(build, { reference, builder: builder.name, to: 'engine', metadataFile: undefined });
  const env = {
    ...home.environment,
    ...(builder === undefined ? plainBuildEnvironment(job.tools) : {}),
    ...(await credentialsForBuild(ports))
  };
  return buildInWays(job, nameOf(job), ports, async (build, { read, signal }) => {
    const result = await runDocker(write(build), env, { ...ports, signal }, read);
    if (result.exitCode !== 0) throw new FailedBuild(explainDockerFailure(`Building ${reference}`, result), result);
  });
}

/** What Docker says that it pushed, and how far the cache was used. */
interface Pushed {
  readonly digest: string | undefined;
  readonly use: CacheUse | undefined;
}

async function pushFromEngine(job: PreparedJob, home: DockerConfigDir, ports: ImagePorts): Promise<string | undefined> {
  const reference = referenceOf(job);
  job.stages.push();
  const result = await retryTransientDocker(ports, async () => {
    const attempt = await runDocker(['push', reference], home.environment, ports);
    if (attempt.exitCode !== 0) throw adviseOnRegistry(explainDockerFailure(`Pushing ${reference}`, attempt));
    return attempt;
  });
  return DIGEST.exec(result.stdout)?.[1];
}

async function buildToRegistry(
  job: PreparedJob,
  builder: Builder,
  metadataFile: string,
  home: DockerConfigDir,
  ports: ImagePorts
): Promise<Pushed> {
  const reference = referenceOf(job);
  const target = { reference, builder: builder.name, to: 'registry', metadataFile } as const;
  const env = { ...home.environment, ...(await credentialsForBuild(ports)) };
  const use = await buildInWays(job, nameOf(job), ports, async (build, { read, signal }) => {
    job.stages.build();
    const result = await runDocker(buildxArgs(build, target), env, { ...ports, signal }, line => {
      read(line);
      job.stages.read(line);
    });
    if (result.exitCode === 0) return;
    throw new FailedBuild(adviseOnRegistry(explainDockerFailure(`Building and pushing ${reference}`, result)), result);
  });
  return { digest: readDigest(await ports.files.read(metadataFile)), use };
}

/** An immutable tag that somebody else pushed while we built is what a reuse would have found, had we come later. */
async function pushOrReuse(job: Job, push: () => Promise<Pushed>, ports: ImagePorts): Promise<ImageInEcr> {
  const { repository } = job;
  let pushed: Pushed;
  try {
    pushed = await push();
  } catch (error) {
    const taken = isTagTaken(error, repository.name, firstTag(job.image));
    const there = taken && job.image.reuseImage !== false ? await lookFor(job, ports) : undefined;
    if (there === undefined) throw error;
    ports.reporter.info(
      `Another run has pushed ${repository.name}:${firstTag(job.image)} meanwhile: its image ${there} is used.`
    );
    return { repository, digest: there, built: false };
  }
  const digest = await confirm(job, pushed.digest, ports);
  return { repository, digest, built: true, cache: await describeUse(job, pushed.use, ports) };
}

/** The registry has the last word on what the tag names. */
async function confirm(job: Job, pushed: string | undefined, ports: ImagePorts): Promise<string> {
  const { clock, signal } = ports;
  const found = await retry(
    { clock, signal, attempts: MAX_ATTEMPTS, pauses: { first: 1_000 }, isPending: digest => digest === undefined },
    () => lookFor(job, ports)
  );
  const name = referenceOf(job);
  if (found === undefined) {
    const what = `Docker says that it pushed ${name}, but ECR knows no such image.`;
    throw new SlipwayError({
      code: 'image-missing',
      fault: 'aws',
      what,
      next: 'Check that the push went to the region and account of this run.'
    });
  }
  if (pushed !== undefined && pushed !== found) {
    const what = `Pushed ${name} as ${pushed}, but the tag names ${found} now: another run has pushed the same tag at the same time.`;
    throw new SlipwayError({
      code: 'tag-moved',
      fault: 'user',
      what,
      next: "Give every build its own tag, such as the commit's SHA, or run one build at a time."
    });
  }
  return found;
}

async function lookFor(job: Job, ports: ImagePorts): Promise<string | undefined> {
  const { name, registryId, region } = job.repository;
  const image = await ports.ecr.describeImage({ region, registryId, repository: name, tag: firstTag(job.image) });
  return image?.digest;
}

async function runDocker(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { processes, reporter, signal }: ImagePorts,
  read?: (line: string) => void
): Promise<RunResult> {
  const onLine = (line: string): void => {
    read?.(line);
    reporter.info(line);
  };
  return processes.run('docker', args, { env, signal, onLine });
}

function nameOf(job: Job): string {
  return `${job.repository.name}:${firstTag(job.image)}`;
}

function referenceOf(job: Job): string {
  return `${job.repository.uri}:${firstTag(job.image)}`;
}

/** buildx's metadata file: `containerimage.digest` is what was pushed, of an index where there are several platforms. */
function readDigest(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  const digest = /"containerimage\.digest":\s*"(sha256:[0-9a-f]{64})"/.exec(new TextDecoder().decode(bytes));
  return digest?.[1];
}
