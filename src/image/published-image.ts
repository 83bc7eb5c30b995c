import type { ImageConfig } from '../config/config.js';
import {
  firstTag,
  type BuildPlan,
  type CacheResult,
  type ExistingPlan,
  type ImageInEcr,
  type ReusePlan
} from './image-plan.js';
import type { ImageLocation } from './ports.js';
import { formatReference, hostOf } from './reference.js';

/** An image that is in its registry, ready to be named in the files. */
export interface PublishedImage {
  /** undefined: to be found from the task definition. */
  readonly container: string | undefined;
  /** The registry's host; undefined: Docker Hub. */
  readonly registry: string | undefined;
  readonly repository: string;
  /** undefined: an existing image that is named by digest alone. */
  readonly tag: string | undefined;
  /** The manifest's digest; undefined: an existing image by tag, in a registry that is not asked (Docker Hub, ECR Public, …). */
  readonly digest: string | undefined;
  /** What the files name: by tag or by digest, as `image-reference` says; an existing image as it was written. */
  readonly uri: string;
  /** By digest where it is known, else as `uri`. */
  readonly digestUri: string;
  /** This run built and pushed it. */
  readonly built: boolean;
  /** Where in ECR it is, by its digest, if it was built or reused. */
  readonly location?: ImageLocation | undefined;
  /** What ECR's scan found, as `2 HIGH, 11 LOW`, where scan-gate waited for it. */
  readonly findings?: string | undefined;
  /** What its build got out of its cache, where it had one. */
  readonly cache?: CacheResult | undefined;
  /** Where its manifest can be read, of an image that was built or reused. */
  readonly size?: ImageSize | undefined;
}

/** How large an image is, beside the version that its service ran before: its layers by its manifest, compressed. */
export interface ImageSize {
  /** The sum of its layers. */
  readonly bytes: number;
  readonly layers: number;
  /** Layers that the version before does not have; undefined: that one cannot be read. */
  readonly changed?: number;
  /** The bytes of those. */
  readonly pushed?: number;
  /** The sum of the layers of the version before. */
  readonly before?: number;
}

/** An image of this run, published. */
export interface ShippedImage extends PublishedImage {
  /** Its entry in the run's settings, the very object: services name the image by it. */
  readonly config: ImageConfig;
}

/** An image that was built or found in ECR, as it will be named. */
export function describeBuilt(
  image: BuildPlan['image'],
  { repository, digest, built, cache }: ImageInEcr
): ShippedImage {
  const tag = firstTag(image);
  const digestUri = `${repository.uri}@${digest}`;
  return {
    config: image,
    container: image.container,
    registry: hostOf(repository.uri),
    repository: repository.name,
    tag,
    digest,
    uri: image.reference === 'digest' ? digestUri : `${repository.uri}:${tag}`,
    digestUri,
    built,
    cache,
    location: { region: repository.region, registryId: repository.registryId, repository: repository.name, digest }
  };
}

/** An image that needs no build, as it will be named. */
export function describePublished(plan: ReusePlan | ExistingPlan): ShippedImage {
  if (plan.kind === 'existing') return describeExisting(plan);
  return describeBuilt(plan.image, { repository: plan.repository, digest: plan.digest, built: false });
}

function describeExisting(plan: ExistingPlan): ShippedImage {
  const { image, registry, repository, tag, digest } = plan;
  return {
    config: image,
    container: image.container,
    registry,
    repository,
    tag,
    digest,
    uri: image.image,
    digestUri: digest === undefined ? image.image : formatReference({ registry, repository, tag: undefined, digest }),
    built: false
  };
}
