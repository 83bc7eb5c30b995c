import { makeRepository, TAG_MUTABILITIES, type ImageRepository } from '../registry/repository.js';
import type { RegionState } from '../server/state.js';
import { invalidParameter, type EcrRepository } from './state.js';

type Filters = readonly { readonly filterType?: string | undefined; readonly filter?: string | undefined }[];
type Tags = readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[];

/** What CreateRepository and a repository creation template say of a repository. */
export interface RepositorySettings {
  readonly tags?: Tags | undefined;
  readonly imageTagMutability?: string | undefined;
  readonly imageTagMutabilityExclusionFilters?: Filters | undefined;
  readonly imageScanningConfiguration?: { readonly scanOnPush?: boolean | undefined } | undefined;
  readonly encryptionConfiguration?:
    { readonly encryptionType?: string | undefined; readonly kmsKey?: string | undefined } | undefined;
}

/**
 * A repository with what is said of it, and ECR's defaults for the rest.
 *
 * @param now virtual milliseconds since the epoch
 * @throws AwsFault InvalidParameterException
 */
export function makeEcrRepository(
  registry: RegionState,
  name: string,
  now: number,
  settings: RepositorySettings
): EcrRepository {
  const { encryptionType = 'AES256', kmsKey } = settings.encryptionConfiguration ?? {};
  const repository: EcrRepository = {
    images: makeRepository(registry.name, name),
    arn: registry.arn('ecr', `repository/${name}`),
    createdAt: now,
    encryption: kmsKey === undefined ? { encryptionType } : { encryptionType, kmsKey },
    scanOnPush: settings.imageScanningConfiguration?.scanOnPush ?? false,
    policy: undefined,
    lifecyclePolicy: undefined,
    preview: undefined,
    tags: new Map(),
    scans: new Map()
  };
  setMutability(
    repository.images,
    settings.imageTagMutability ?? 'MUTABLE',
    settings.imageTagMutabilityExclusionFilters ?? []
  );
  setTags(repository, settings.tags ?? []);
  return repository;
}

/** @throws AwsFault InvalidParameterException */
export function setMutability(images: ImageRepository, value: string, exclusions: Filters): void {
  // The service model lets no other pass.
  const mutability = TAG_MUTABILITIES.find(known => known === value) ?? 'MUTABLE';
  const excludes = mutability.endsWith('_WITH_EXCLUSION');
  if (excludes !== exclusions.length > 0) {
    throw invalidParameter(
      excludes
        ? `Invalid parameter at 'imageTagMutabilityExclusionFilters': ${mutability} needs 1 to 5 filters`
        : `Invalid parameter at 'imageTagMutabilityExclusionFilters': filters go only with IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION`
    );
  }
  images.mutability = mutability;
  images.exclusionFilters = exclusions.map(({ filter }) => filter ?? '');
}

export function setTags(repository: EcrRepository, tags: Tags): void {
  for (const { Key, Value } of tags) repository.tags.set(Key ?? '', Value ?? '');
}
