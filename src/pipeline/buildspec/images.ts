import type { BuiltImage, ExistingImage } from '../../config/config.js';
import { addressOf } from '../../image/image-plan.js';
import { formatReference, parseReference } from '../../image/reference.js';
import { parseEcrHost } from '../../text/ecr-host.js';
import type { PipelineProject } from '../project.js';

/** How the buildspec's bash names an image. All texts go between double quotes. */
export type ShellImage = ShellBuild | ShellExisting;

interface Names {
  /** The containers that it is for. */
  readonly containers: readonly string[];
  /** What the files name, by tag or by digest, as `$IMAGE`. */
  readonly uri: string;
  /** The same by digest, where it is known. */
  readonly digestUri: string;
}

/** An image that is built here. Several containers may share one. */
export interface ShellBuild extends Names {
  readonly kind: 'built';
  readonly image: BuiltImage;
  /** Names of variables, with the image's number where there are several images. */
  readonly variables: Readonly<Record<'tag' | 'repositoryUri' | 'image' | 'digest' | 'mutability' | 'number', string>>;
  /** It may be there already, and is not built then. */
  readonly reusable: boolean;
}

export interface ShellExisting extends Names {
  readonly kind: 'existing';
  readonly image: ExistingImage;
  /** Where in ECR it is; undefined: in another registry, which is not asked. */
  readonly ecr: EcrImageName | undefined;
  /** The variable that gets `digestUri`. */
  readonly variable: string;
}

interface EcrImageName {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  /** As `--image-ids` takes it. */
  readonly id: string;
  /** Host and repository. */
  readonly name: string;
}

/** The images of the settings in their order; a build that comes twice has the same variables both times. */
export function nameImages(assignments: PipelineProject['assignments']): readonly ShellImage[] {
  const builds = new Map<string, ShellBuild>();
  return assignments.map(({ image, containers }, index) => {
    const number = assignments.length === 1 ? '' : String(index + 1);
    if (image.kind === 'existing') return nameExisting(image, containers, number);
    const key = JSON.stringify([addressOf(image), image.tags, image.build]);
    const build = builds.get(key) ?? nameBuild(image, containers, number);
    builds.set(key, build);
    // Another container may name the same image in another way.
    return { ...build, containers, uri: uriOf(image, build.variables) };
  });
}

/** Each build once. */
export function listBuilds(images: readonly ShellImage[]): readonly ShellBuild[] {
  const builds = images.filter(image => image.kind === 'built');
  return [...new Map(builds.map(build => [build.variables.image, build])).values()];
}

function nameBuild(image: BuiltImage, containers: readonly string[], number: string): ShellBuild {
  const variables = {
    tag: `TAG${number}`,
    repositoryUri: `REPOSITORY_URI${number}`,
    image: `IMAGE${number}`,
    digest: `DIGEST${number}`,
    mutability: `MUTABILITY${number}`,
    /** What the names end in; empty for a single image. */
    number
  };
  return {
    kind: 'built',
    image,
    containers,
    variables,
    uri: uriOf(image, variables),
    digestUri: byDigest(variables),
    reusable: image.reuseImage !== false
  };
}

function uriOf(image: BuiltImage, variables: ShellBuild['variables']): string {
  return image.reference === 'digest' ? byDigest(variables) : `$${variables.image}`;
}

function byDigest({ repositoryUri, digest }: ShellBuild['variables']): string {
  return `$${repositoryUri}@$${digest}`;
}

function nameExisting(image: ExistingImage, containers: readonly string[], number: string): ShellExisting {
  const variable = `IMAGE_BY_DIGEST${number}`;
  const reference = parseReference(image.image);
  const host = parseEcrHost(reference?.registry ?? '');
  const named = { kind: 'existing', image, containers, uri: image.image, variable } as const;
  if (reference === undefined) return { ...named, digestUri: image.image, ecr: undefined };
  const { registry, repository, tag, digest } = reference;
  const known = digest === undefined ? image.image : formatReference({ registry, repository, tag: undefined, digest });
  if (host === undefined) return { ...named, digestUri: known, ecr: undefined };
  const id = digest === undefined ? `imageTag=${tag ?? 'latest'}` : `imageDigest=${digest}`;
  const name = formatReference({ registry, repository, tag: undefined, digest: undefined });
  return { ...named, digestUri: `$${variable}`, ecr: { ...host, repository, id, name } };
}
