import type { BuiltImage, ExistingImage } from '../config/config.js';
import type { BuildCache } from './build/build-cache.js';
import type { DockerTools } from './docker/docker-version.js';
import { placeOfCache } from './build/registry-cache.js';
import { nameTags } from '../text/image-tags.js';
import type { CreationTemplate, EcrRepository, ImageLocation } from './ports.js';

/** What is going to happen for one image of the settings, in their order. */
export type ImagePlan = BuildPlan | ReusePlan | ExistingPlan;

export interface BuildPlan {
  readonly kind: 'build';
  readonly image: BuiltImage;
  /** undefined: it is not there and will be created. */
  readonly repository: EcrRepository | undefined;
  /** The template for a repository that is not there; by one with `createsOnPush` the push itself makes it. */
  readonly template?: CreationTemplate | undefined;
  readonly tools: DockerTools;
  /** undefined: it is built without one. */
  readonly cache?: BuildCache | undefined;
}

/** The image is in the repository already. */
export interface ReusePlan {
  readonly kind: 'reuse';
  readonly image: BuiltImage;
  readonly repository: EcrRepository;
  readonly digest: string;
  /** Tags that do not name it yet. */
  readonly tagsToAdd: readonly string[];
}

export interface ExistingPlan {
  readonly kind: 'existing';
  readonly image: ExistingImage;
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  /** undefined: it is in a registry that is not asked, and the reference names none. */
  readonly digest: string | undefined;
}

/** What a build got out of its cache. */
export interface CacheResult {
  readonly kind: 'registry' | 'github';
  /** Steps of the Dockerfile that it had, of all. */
  readonly hits: number;
  readonly steps: number;
  /** Its size, compressed; undefined: nobody tells. */
  readonly bytes?: number | undefined;
}

/** A built image once it is in ECR. */
export interface ImageInEcr {
  readonly repository: EcrRepository;
  readonly digest: string;
  /** This run built and pushed it. */
  readonly built: boolean;
  readonly cache?: CacheResult | undefined;
}

/** The repository as the settings name it: its name alone, or its whole address where it is in a registry that they name. */
export function addressOf({ registry, repository }: Pick<BuiltImage, 'registry' | 'repository'>): string {
  return registry === undefined ? repository : `${registry.host}/${repository}`;
}

/** Where an image with a tag is, or would be. */
export function locateTag({ registry, repository }: BuiltImage, tag: string): ImageLocation {
  return { region: registry?.region, registryId: registry?.account, repository, tag };
}

/** The first of at least one tag: the one that files and outputs name. */
export function firstTag(image: BuiltImage): string {
  const [tag] = image.tags;
  if (tag === undefined) throw new RangeError(`The image ${image.repository} has no tag.`);
  return tag;
}

function describeCreation({ image, template }: BuildPlan): string {
  return template?.createsOnPush !== true
    ? ` The repository ${addressOf(image)} is created first.`
    : ` The push makes the repository ${image.repository} by the creation template ${template.prefix}.`;
}

function describeCache({ image, cache }: BuildPlan): string {
  if (cache === undefined) return '';
  return cache.kind === 'github'
    ? ` Its build cache is in GitHub's, scope ${cache.scope}.`
    : ` Its build cache is ${addressOf(placeOfCache(image))}:${cache.tag}.`;
}

/** A sentence for people, for a dry run too. */
export function describePlan(plan: ImagePlan): string {
  switch (plan.kind) {
    case 'existing':
      return `${plan.image.image} is used as it is.`;
    case 'reuse': {
      const more = plan.tagsToAdd.length === 0 ? '' : `, and gets ${nameTags(plan.tagsToAdd)}`;
      return `${plan.repository.name}:${firstTag(plan.image)} is in the repository already (${plan.digest}): it is used and not built again${more}.`;
    }
    case 'build': {
      const { tags, build } = plan.image;
      const created = plan.repository === undefined ? describeCreation(plan) : '';
      return `${addressOf(plan.image)} is built from ${build.context} and pushed with ${nameTags(tags)}.${created}${describeCache(plan)}`;
    }
  }
}
