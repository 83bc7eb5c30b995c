import { AwsFault } from '../server/protocol.js';
import { describeMissingRepository } from '../registry/errors.js';
import { isRepositoryName, type ImageRepository, type StoredManifest } from '../registry/repository.js';
import type { PartKey, RegionState } from '../server/state.js';

interface EncryptionConfiguration {
  readonly encryptionType: string;
  readonly kmsKey?: string | undefined;
}

/** A repository: its images, and what only ECR's API knows of it. Times are virtual milliseconds since the epoch. */
export interface EcrRepository {
  readonly images: ImageRepository;
  readonly arn: string;
  readonly createdAt: number;
  readonly encryption: EncryptionConfiguration;
  scanOnPush: boolean;
  /** Who of other accounts may do what, as JSON. */
  policy: string | undefined;
  lifecyclePolicy: string | undefined;
  /** The last preview of a lifecycle policy: its text, and when it was asked for. */
  preview: { readonly text: string; readonly startedAt: number } | undefined;
  readonly tags: Map<string, string>;
  /** Digest to the time at which the scan was asked for. */
  readonly scans: Map<string, number>;
}

/** ECR's part of a region's state: repositories by name. */
export const ECR: PartKey<Map<string, EcrRepository>> = { create: () => new Map() };

/** What is set for a registry as a whole. Texts and shapes are kept as they were sent. */
export interface RegistrySettings {
  /** The registry's policy, as JSON. */
  policy: string | undefined;
  /** Pull-through cache rules and repository creation templates, by their prefixes. */
  readonly pullThroughRules: Map<string, Readonly<Record<string, unknown>>>;
  readonly templates: Map<string, CreationTemplate>;
  /** Rules for signing images when they are pushed; undefined: there is no configuration. */
  signing: readonly SigningRule[] | undefined;
  replication: readonly ReplicationRule[];
  scanning: ScanningSettings;
  /** When the rules were set, in virtual milliseconds since the epoch: what was pushed before stays where it is. */
  replicatesSince: number;
  /** The registries that replicate to this one. */
  readonly replicatedFrom: Set<RegionState>;
}

/** ECR's RepositoryCreationTemplate, without what only its reader sees. */
export interface CreationTemplate {
  readonly prefix: string;
  readonly appliedFor: readonly string[];
  readonly imageTagMutability?: string | undefined;
  readonly imageTagMutabilityExclusionFilters?:
    readonly { readonly filterType?: string | undefined; readonly filter?: string | undefined }[] | undefined;
  readonly encryptionConfiguration?: Readonly<Record<string, string | undefined>> | undefined;
  readonly resourceTags?:
    readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined;
  readonly repositoryPolicy?: string | undefined;
  readonly lifecyclePolicy?: string | undefined;
  readonly [member: string]: unknown;
}

interface SigningRule {
  readonly signingProfileArn?: string | undefined;
  readonly repositoryFilters?:
    readonly { readonly filter?: string | undefined; readonly filterType?: string | undefined }[] | undefined;
}

/** Who scans, and when which repositories are scanned. */
export interface ScanningSettings {
  readonly scanType: string;
  readonly rules: readonly {
    readonly scanFrequency?: string | undefined;
    readonly repositoryFilters?:
      readonly { readonly filter?: string | undefined; readonly filterType?: string | undefined }[] | undefined;
  }[];
}

export interface ReplicationRule {
  readonly destinations?:
    readonly { readonly region?: string | undefined; readonly registryId?: string | undefined }[] | undefined;
  readonly repositoryFilters?:
    readonly { readonly filter?: string | undefined; readonly filterType?: string | undefined }[] | undefined;
}

/** ECR's other part of a region's state. */
export const REGISTRY: PartKey<RegistrySettings> = {
  create: () => ({
    policy: undefined,
    pullThroughRules: new Map(),
    templates: new Map(),
    signing: undefined,
    replication: [],
    scanning: { scanType: 'BASIC', rules: [] },
    replicatesSince: 0,
    replicatedFrom: new Set()
  })
};

/** How an operation names an image: by digest, tag or both. */
export interface ImageId {
  readonly imageDigest?: string | undefined;
  readonly imageTag?: string | undefined;
}

/**
 * The repository that an operation names.
 *
 * @param registryId the account; undefined: one's own
 * @throws AwsFault InvalidParameterException for a name that cannot be one, RepositoryNotFoundException where there is none
 */
export function getRepository(
  region: RegionState,
  name: string | undefined,
  registryId: string | undefined
): EcrRepository {
  const checked = checkName(name);
  const found = registryId === undefined || registryId === region.account ? region.part(ECR).get(checked) : undefined;
  if (found !== undefined) return found;
  throw new AwsFault('RepositoryNotFoundException', describeMissingRepository(checked, registryId ?? region.account));
}

/** The repository of an ARN, as the tagging operations name it. */
export function getRepositoryByArn(region: RegionState, arn: string | undefined): EcrRepository {
  const name = /^arn:[a-z-]+:ecr:[a-z0-9-]+:\d{12}:repository\/(.+)$/.exec(arn ?? '')?.[1];
  if (name === undefined)
    throw invalidParameter(`Invalid parameter at 'resourceArn': '${arn ?? ''}' is not an ARN of a repository`);
  return getRepository(region, name, undefined);
}

/** @throws AwsFault InvalidParameterException */
export function checkName(name: string | undefined): string {
  if (name !== undefined && isRepositoryName(name)) return name;
  throw invalidParameter(
    `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*''`
  );
}

/** The image that an id names; undefined where there is none, or where its tag and digest are of two images. */
export function findImage(repository: EcrRepository, id: ImageId): StoredManifest | undefined {
  const { manifests, tags } = repository.images;
  const tagged = id.imageTag === undefined ? undefined : tags.get(id.imageTag);
  if (id.imageTag !== undefined && tagged === undefined) return undefined;
  if (id.imageDigest !== undefined && tagged !== undefined && id.imageDigest !== tagged) return undefined;
  return manifests.get(id.imageDigest ?? tagged ?? '');
}

/** @throws AwsFault ImageNotFoundException */
export function getImage(region: RegionState, repository: EcrRepository, id: ImageId): StoredManifest {
  const found = findImage(repository, id);
  if (found !== undefined) return found;
  throw new AwsFault(
    'ImageNotFoundException',
    `The image with imageId ${describeImageId(id)} does not exist within the repository with name '${repository.images.name}' in the registry with id '${region.account}'`
  );
}

export function describeImageId(id: ImageId): string {
  return `{imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'}`;
}

export function invalidParameter(message: string): AwsFault {
  return new AwsFault('InvalidParameterException', message);
}

/**
 * Cuts one page out of a list.
 *
 * @param limit `maxResults`, 1 to 1000; undefined: 100
 * @throws AwsFault InvalidParameterException
 */
export function cutPage<T>(
  items: readonly T[],
  nextToken: string | undefined,
  limit: number | undefined
): { readonly page: readonly T[]; readonly nextToken: string | undefined } {
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, 'base64').toString());
  if (!Number.isInteger(start) || start < 0) throw invalidParameter(`Invalid parameter at 'nextToken'`);
  const end = start + (limit ?? 100);
  return {
    page: items.slice(start, end),
    nextToken: end < items.length ? Buffer.from(String(end)).toString('base64') : undefined
  };
}
