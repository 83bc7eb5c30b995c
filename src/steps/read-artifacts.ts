import { join } from 'node:path';

import { ARTIFACT_NAMES, type ArtifactPaths } from '../artifacts/artifact-paths.js';
import { readImageDefinitions, readImageDetail, type ImageDefinition } from '../artifacts/image-definitions.js';
import type { Config, ExistingImage, FilesConfig, ServiceConfig } from '../config/config.js';
import type { RunContext } from '../context.js';
import { ProblemsError, type Problem } from '../errors.js';
import type { ShippedImage } from '../image/published-image.js';
import { parseReference } from '../image/reference.js';
import type { Files } from '../ports.js';
import { listContainers } from '../task-definition/types.js';
import { listNames, quote } from '../text/format.js';
import { findPlaceholder } from '../text/templates.js';
import { collect } from './read-sources.js';
import type { CheckedService, PreparedService } from './prepare-service.js';
import { renderArtifacts, type ArtifactName, type WrittenService } from './write-artifacts.js';

/** What the files of one service say of it, read from its folder. */
interface Artifacts {
  readonly service: ServiceConfig;
  readonly images: readonly ExistingImage[];
}

/**
 * The config for deploying files that are written already: the task definition and the AppSpec are those of `artifacts-directory`, the images
 * those of its `imagedefinitions.json`. What the settings change in a task definition has been changed in it.
 *
 * @param config decoded for the purpose `artifacts`
 * @throws ProblemsError with all that is missing or cannot be read
 */
export async function readArtifacts(config: Config, files: Files): Promise<Config> {
  const problems: Problem[] = [];
  const found = await Promise.all(
    config.rollouts.map(service => collect(ProblemsError, problems, () => readFolder(service, files)))
  );
  const artifacts = found.filter(one => one !== undefined);
  const images = mergeImages(artifacts, problems);
  const [first, ...others] = artifacts.map(({ service }) => service);
  if (problems.length > 0 || first === undefined) throw new ProblemsError(problems);
  return { ...config, ...first, images, rollouts: [first, ...others], registries: [], scanGate: undefined };
}

/** What of the files contradicts each other: an image, or a container, that is another one in the task definition. */
export function findDisagreements(
  { images, rollouts }: Pick<Config, 'images' | 'rollouts'>,
  services: readonly CheckedService[]
): readonly Problem[] {
  const problems: Problem[] = [];
  const known = new Set<string>();
  for (const { config, sources } of services) {
    const file = join(config.files.artifactsDirectory, ARTIFACT_NAMES.imageDefinitions);
    for (const { name, image } of listContainers(sources.taskDefinition?.definition ?? {})) {
      known.add(name);
      const named = images.find(({ container }) => container === name);
      if (named?.kind !== 'existing' || named.image === image) continue;
      const placeholder = findPlaceholder(image);
      problems.push({
        code: 'artifacts-disagree',
        place: { file: sources.taskDefinition?.document.file, path: `containerDefinitions[${name}].image` },
        what:
          placeholder === undefined
            ? `it is ${quote(image)}, and ${file} names ${named.image}.`
            : `the placeholder ${placeholder} is left, where ${file} names ${named.image}.`,
        next: 'Deploy the four files of one build.'
      });
    }
  }
  if (services.some(({ sources }) => sources.taskDefinition === undefined)) return [];
  const folder = rollouts[0]?.files.artifactsDirectory ?? '';
  const unknown = images.flatMap(({ container }) =>
    container === undefined || known.has(container) ? [] : [container]
  );
  return [
    ...problems,
    ...unknown.map(name => ({
      code: 'artifacts-disagree',
      place: { file: join(folder, ARTIFACT_NAMES.imageDefinitions) },
      what: `it names the container ${quote(name)}, and ${ARTIFACT_NAMES.taskDefinition} has ${listNames([...known])}.`,
      next: 'Deploy the four files of one build.'
    }))
  ];
}

/**
 * The services with the texts that their rollout goes by. A file that was written by Slipway comes out as it is; one that somebody wrote by
 * hand (with comments, in YAML) as it would have been written.
 */
export async function takeArtifacts(
  services: readonly PreparedService[],
  images: readonly ShippedImage[],
  { files, reporter }: Pick<RunContext, 'files' | 'reporter'>
): Promise<readonly WrittenService[]> {
  return reporter.group('Files', () =>
    Promise.all(
      services.map(async service => {
        const artifacts = await findPaths(service.config.files.artifactsDirectory, files);
        for (const path of Object.values(artifacts).slice(1)) if (path !== undefined) reporter.info(path);
        return { ...service, artifacts, texts: renderArtifacts(service, images) };
      })
    )
  );
}

async function findPaths(directory: string, files: Files): Promise<ArtifactPaths> {
  const find = async (name: ArtifactName): Promise<string | undefined> => {
    const path = join(directory, ARTIFACT_NAMES[name]);
    return (await files.isFile(path)) ? path : undefined;
  };
  return {
    directory,
    imageDefinitions: await find('imageDefinitions'),
    imageDetail: await find('imageDetail'),
    taskDefinition: await find('taskDefinition'),
    appspec: await find('appspec')
  };
}

async function readFolder(service: ServiceConfig, files: Files): Promise<Artifacts> {
  const directory = service.files.artifactsDirectory;
  const paths = await findPaths(directory, files);
  if (paths.taskDefinition === undefined) throw new ProblemsError([await describeMissing(directory, files)]);
  const problems: Problem[] = [];
  const entries = await readFrom(paths.imageDefinitions, readImageDefinitions, problems, files);
  const detail = await readFrom(paths.imageDetail, readImageDetail, problems, files);
  if (problems.length > 0) throw new ProblemsError(problems);
  return {
    service: { ...service, files: { ...service.files, ...AS_WRITTEN, ...sourcesOf(paths) } },
    images: (entries ?? []).map((entry, index) => toImage(entry, index === 0 ? detail : undefined))
  };
}

/** What the settings would change in a task definition is in it. */
const AS_WRITTEN = {
  environmentVariables: [],
  secrets: [],
  dockerLabels: [],
  logConfigurationLogDriver: undefined,
  logConfigurationOptions: [],
  command: undefined,
  taskRoleArn: undefined,
  executionRoleArn: undefined
} as const satisfies Partial<FilesConfig>;

function sourcesOf({ taskDefinition, appspec }: ArtifactPaths): Pick<FilesConfig, 'taskDefinition' | 'appspec'> {
  return {
    taskDefinition: taskDefinition === undefined ? undefined : { kind: 'file', path: taskDefinition },
    appspec
  };
}

/** `imageDetail.json` names the first image by the digest that it had when the files were written. */
function toImage({ name, imageUri }: ImageDefinition, detail: string | undefined): ExistingImage {
  const [named, detailed] = [imageUri, detail ?? ''].map(parseReference);
  const isSame = named?.registry === detailed?.registry && named?.repository === detailed?.repository;
  return {
    kind: 'existing',
    container: name,
    image: imageUri,
    expectedDigest: isSame ? detailed?.digest : undefined
  };
}

async function describeMissing(directory: string, files: Files): Promise<Problem> {
  const isThere = await files.isDirectory(directory);
  return {
    code: 'artifact-missing',
    place: {},
    what: isThere
      ? `The folder ${directory} has no ${ARTIFACT_NAMES.taskDefinition}.`
      : `There is no folder ${directory} with the files to deploy.`,
    next: isThere
      ? "Hand over all files of the build: those of the Action's artifacts-directory, or the artifact of the generated buildspec."
      : 'Name it: slipway deploy DIRECTORY; the Action and the generated buildspec write it.'
  };
}

async function readFrom<T>(
  path: string | undefined,
  read: (file: string, bytes: Uint8Array) => T,
  problems: Problem[],
  files: Files
): Promise<T | undefined> {
  if (path === undefined) return undefined;
  return collect(ProblemsError, problems, async () => read(path, (await files.read(path)) ?? new Uint8Array()));
}

/** The services of a run share the image of a container, as the settings have it. */
function mergeImages(artifacts: readonly Artifacts[], problems: Problem[]): readonly ExistingImage[] {
  const merged = new Map<string, ExistingImage>();
  for (const { service, images } of artifacts) {
    for (const image of images) {
      const { container = '' } = image;
      const other = merged.get(container) ?? image;
      merged.set(container, { ...other, expectedDigest: other.expectedDigest ?? image.expectedDigest });
      if (other.image === image.image) continue;
      problems.push({
        code: 'artifacts-disagree',
        place: { file: join(service.files.artifactsDirectory, ARTIFACT_NAMES.imageDefinitions) },
        what: `the container ${quote(container)} gets ${image.image} here, and ${other.image} in another service of this run.`,
        next: 'Deploy them one by one, with --service.'
      });
    }
  }
  return [...merged.values()];
}
