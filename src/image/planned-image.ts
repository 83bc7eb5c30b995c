import { firstTag, type ImagePlan } from './image-plan.js';
import { describePublished, type ShippedImage } from './published-image.js';

/** An image as far as it is known before anything is built. */
export interface ExpectedImage extends ShippedImage {
  readonly action: 'build' | 'reuse' | 'use';
  /** Whether `uri` is what the files will name, to the letter. */
  readonly certain: boolean;
  /** The account of the registry that the settings name; undefined: the run's own, or an image that is used as it is. */
  readonly registryId: string | undefined;
  /** The repository is not there and will be created. */
  readonly createsRepository: boolean;
  /** All that it will have or get; empty for one that is used as it is. */
  readonly tags: readonly string[];
  /** Tags that it has not yet, where it is not built. */
  readonly tagsToAdd: readonly string[];
  /** Empty: that of the machine that builds. */
  readonly platforms: readonly string[];
  /** What it is built from; undefined: it is not built. */
  readonly context: string | undefined;
}

const UNKNOWN_HOST = '(host known once it is created)';
const UNKNOWN_DIGEST = '(digest known after the build)';

/** What an image will be called in the files. What only the build can tell is said in brackets in its place. */
export function expectImage(plan: ImagePlan): ExpectedImage {
  if (plan.kind !== 'build') {
    const isReused = plan.kind === 'reuse';
    return {
      ...describePublished(plan),
      action: isReused ? 'reuse' : 'use',
      certain: true,
      registryId: isReused ? plan.image.registry?.account : undefined,
      createsRepository: false,
      tags: isReused ? plan.image.tags : [],
      tagsToAdd: isReused ? plan.tagsToAdd : [],
      platforms: [],
      context: undefined
    };
  }
  const { image, repository } = plan;
  const uri = repository?.uri ?? `${image.registry?.host ?? UNKNOWN_HOST}/${image.repository}`;
  const digestUri = `${uri}@${UNKNOWN_DIGEST}`;
  return {
    config: image,
    container: image.container,
    registry: repository === undefined ? undefined : repository.uri.slice(0, repository.uri.indexOf('/')),
    repository: image.repository,
    tag: firstTag(image),
    digest: undefined,
    uri: image.reference === 'digest' ? digestUri : `${uri}:${firstTag(image)}`,
    digestUri,
    built: true,
    action: 'build',
    certain: repository !== undefined && image.reference === 'tag',
    registryId: image.registry?.account,
    createsRepository: repository === undefined && plan.template?.createsOnPush !== true,
    tags: image.tags,
    tagsToAdd: [],
    platforms: image.build.platforms,
    context: image.build.context
  };
}
