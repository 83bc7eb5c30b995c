import type { Config, ImageConfig } from '../config/config.js';
import { ProblemsError, type Problem } from '../errors.js';
import { expectImage } from '../image/planned-image.js';
import { addressOf, firstTag, type ImagePlan } from '../image/image-plan.js';
import type { EcrRepository } from '../image/ports.js';
import type { ShippedImage } from '../image/published-image.js';
import { hostOf, parseReference } from '../image/reference.js';
import { describeRepositoryOf } from '../image/repository.js';
import { parseEcrHost } from '../text/ecr-host.js';
import { findTarget } from '../rollout/target.js';
import { partitionOf } from '../text/arn.js';
import { quote } from '../text/format.js';
import { prepareRun } from './prepare.js';
import { prepareService, type PreparedService } from './prepare-service.js';
import type { ReadService } from './read-sources.js';
import type { RunContext } from '../context.js';

/** What the files of a run are made from. */
export interface Rendering {
  readonly services: readonly PreparedService[];
  readonly images: readonly ShippedImage[];
}

interface RenderOptions {
  /** Where images are: a registry's host, or an account's 12 digits; undefined: ECR is asked. */
  readonly registry: string | undefined;
  /** Whether AWS is asked even where the files could do without. */
  readonly askAws: boolean;
}

/**
 * Finds what the files of a run are made from, without building anything. AWS is asked (reading only) where there is no other way: for a
 * task definition that is no file, for a registry that is not named, and for the AppSpec of a service that has none.
 *
 * @throws ProblemsError with all that is wrong; SlipwayError where AWS is needed and does not answer
 */
export async function readRendering(
  config: Config,
  { registry, askAws }: RenderOptions,
  context: RunContext
): Promise<Rendering> {
  const read = await prepareRun(config, context);
  const host = registry === undefined ? undefined : readRegistry(registry, config.region);
  const mayAsk =
    askAws || read.some(needsAws) || (host === undefined && config.images.some(({ kind }) => kind === 'built'));
  const images = await Promise.all(config.images.map(image => findImage(image, host, mayAsk, context)));
  const services = await Promise.all(
    read.map(async service => {
      const asks = mayAsk && service.config.rollout.service !== undefined;
      const target = asks ? await look(service, context) : undefined;
      return prepareService({ ...service, target }, config, context);
    })
  );
  if (!mayAsk) reportUnknown(read, context);
  return { services, images };
}

/** Something of it only AWS can tell. */
function needsAws({ config: { files, rollout }, sources: { taskDefinition, appspec } }: ReadService): boolean {
  const isElsewhere = files.taskDefinition !== undefined && taskDefinition === undefined;
  return isElsewhere || (appspec === undefined && rollout.codedeployApplication !== undefined);
}

/** Nothing is deployed: another deployment is in nobody's way. */
function look({ config }: ReadService, context: RunContext): ReturnType<typeof findTarget> {
  return findTarget({ ...config.rollout, onConflict: 'wait' }, context);
}

function reportUnknown(services: readonly ReadService[], { reporter }: Pick<RunContext, 'reporter'>): void {
  for (const { config, sources } of services) {
    const { service } = config.rollout;
    if (service === undefined || sources.appspec !== undefined) continue;
    reporter.warn(
      `AWS was not asked, so there is no appspec.yml: if CodeDeploy deploys ${service}, --aws makes one from the service.`
    );
  }
}

async function findImage(
  image: ImageConfig,
  host: string | undefined,
  mayAsk: boolean,
  { ecr }: Pick<RunContext, 'ecr'>
): Promise<ShippedImage> {
  if (image.kind === 'existing') {
    const reference = parseReference(image.image);
    if (reference !== undefined) return expectImage({ kind: 'existing', image, ...reference });
    const what = `${quote(image.image)} is not a valid image reference.`;
    throw refusal('image', what, 'Expected host/repository:tag or host/repository@sha256:….');
  }
  const written = mayAsk ? undefined : image.registry?.host;
  const given = image.registry === undefined ? host : written;
  const repository =
    given === undefined ? await describeRepositoryOf(image, ecr) : nameRepository(given, image.repository);
  if (repository === undefined) {
    const what = `There is no ECR repository ${addressOf(image)} in ${image.registry === undefined ? 'this account and region' : 'its account and region'}.`;
    throw refusal('repository', what, 'Create it, name its registry with --registry, or give the image with --image.');
  }
  const { name, registryId, region } = repository;
  const tag = firstTag(image);
  const there = mayAsk
    ? await ecr.describeImage({ region, registryId: registryId === '' ? undefined : registryId, repository: name, tag })
    : undefined;
  if (there !== undefined) {
    const plan: ImagePlan = { kind: 'reuse', image, repository, digest: there.digest, tagsToAdd: [] };
    return expectImage(plan);
  }
  if (image.reference === 'digest') {
    const what = `image-reference is digest, and the digest of ${name}:${tag} is not known: it is not in the repository, or AWS was not asked.`;
    throw refusal('image-reference', what, 'Push it first, or give the image by its digest with --image.');
  }
  const expected = expectImage({ kind: 'build', image, repository, tools: { buildx: false, buildkit: false } });
  return { ...expected, digestUri: expected.uri };
}

function nameRepository(host: string, name: string): EcrRepository {
  return {
    name,
    uri: `${host}/${name}`,
    registryId: parseEcrHost(host)?.account ?? '',
    region: parseEcrHost(host)?.region,
    mutability: 'MUTABLE',
    exclusions: []
  };
}

/** Partitions whose registries are in a domain of their own. */
const OTHER_DOMAINS = /^aws-(?:iso|eusc)/;

/** The host of an account's registry in the region; a host as it is. */
function readRegistry(registry: string, region: string): string {
  const isAccount = /^\d{12}$/.test(registry);
  const domain = partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const host = isAccount ? `${registry}.dkr.ecr.${region}.${domain}` : hostOf(registry);
  if (parseReference(`${host}/a`)?.registry === host && !(isAccount && OTHER_DOMAINS.test(partitionOf(region))))
    return host;
  const what = `The registry is ${quote(registry)}, expected a host${isAccount ? ` in the region ${region}` : ", or an account's 12 digits"}.`;
  throw refusal('registry', what, 'Write it as --registry=123456789012.dkr.ecr.eu-west-1.amazonaws.com.');
}

function refusal(path: string, what: string, next: string): ProblemsError {
  const problem: Problem = { code: 'malformed', place: { path }, what, next };
  return new ProblemsError([problem]);
}
