import { join } from 'node:path';

import { renderAppspec } from '../appspec/appspec.js';
import { ARTIFACT_NAMES, type ArtifactPaths } from '../artifacts/artifact-paths.js';
import { renderImageDefinitions, renderImageDetail } from '../artifacts/image-definitions.js';
import { renderTaskDefinition } from '../task-definition/index.js';
import { SlipwayError } from '../errors.js';
import type { ShippedImage } from '../image/published-image.js';
import { namedContainersOf, type PreparedService } from './prepare-service.js';
import type { RunContext } from '../context.js';

export type ArtifactName = keyof typeof ARTIFACT_NAMES;

/** The texts of a service's files; undefined: there is nothing to write into it. */
export type ArtifactTexts = Readonly<Record<ArtifactName, string | undefined>>;

/** A service with the texts that its rollout goes by. */
export interface RenderedService extends PreparedService {
  readonly texts: Pick<ArtifactTexts, 'taskDefinition' | 'appspec'>;
}

/** A service whose files were written; `texts` was read back from them. */
export interface WrittenService extends RenderedService {
  readonly artifacts: ArtifactPaths;
}

/**
 * Writes each service's files into its folder and reads those back that the rollout goes by: what is deployed is what lies there.
 * Throws SlipwayError where a folder cannot be written.
 *
 * @returns the services, in their order
 */
export async function writeArtifacts(
  services: readonly PreparedService[],
  images: readonly ShippedImage[],
  context: RunContext
): Promise<readonly WrittenService[]> {
  return context.reporter.group('Files', async () => {
    const written: WrittenService[] = [];
    for (const service of services) written.push(await writeOwn(service, images, context));
    return written;
  });
}

async function writeOwn(
  service: PreparedService,
  images: readonly ShippedImage[],
  context: RunContext
): Promise<WrittenService> {
  const directory = service.config.files.artifactsDirectory;
  const texts = renderArtifacts(service, images);
  const put = async (file: ArtifactName): Promise<string | undefined> => {
    const text = texts[file];
    if (text === undefined) return undefined;
    const path = join(directory, ARTIFACT_NAMES[file]);
    await write(path, text, context);
    return path;
  };
  const artifacts = {
    directory,
    imageDefinitions: await put('imageDefinitions'),
    imageDetail: await put('imageDetail'),
    taskDefinition: await put('taskDefinition'),
    appspec: await put('appspec')
  };
  for (const path of Object.values(artifacts).slice(1)) {
    if (path !== undefined) context.reporter.info(path);
  }
  return {
    ...service,
    artifacts,
    texts: {
      taskDefinition: await readBack(artifacts.taskDefinition, context),
      appspec: await readBack(artifacts.appspec, context)
    }
  };
}

/** The texts of a service's files, with the images in them that are for it. Throws ProblemsError as renderTaskDefinition does. */
export function renderArtifacts(
  service: PreparedService,
  images: readonly Pick<ShippedImage, 'config' | 'uri' | 'digestUri'>[]
): ArtifactTexts {
  const { config, taskDefinition, appspec } = service;
  const own = images
    .map(image => ({ image, containers: namedContainersOf(service, image.config) }))
    .filter(({ containers }) => taskDefinition === undefined || containers.length > 0);
  const shipped = own.flatMap(({ image, containers }) => containers.map(container => ({ container, uri: image.uri })));
  const [first] = own;
  return {
    imageDefinitions:
      shipped.length === 0
        ? undefined
        : renderImageDefinitions(shipped.map(({ container, uri }) => ({ name: container, imageUri: uri }))),
    imageDetail: first === undefined ? undefined : renderImageDetail(first.image.digestUri),
    taskDefinition:
      taskDefinition === undefined
        ? undefined
        : renderTaskDefinition(taskDefinition, { ...config.files, images: shipped }),
    appspec: appspec === undefined ? undefined : renderAppspec(appspec)
  };
}

async function write(path: string, text: string, context: RunContext): Promise<void> {
  try {
    await context.files.write(path, text);
  } catch (error) {
    throw new SlipwayError({
      code: 'cannot-write',
      fault: 'user',
      what: error instanceof SlipwayError ? error.what : `${path} cannot be written: ${String(error)}.`,
      next: 'Set artifacts-directory to a folder that this user may write.',
      cause: error
    });
  }
}

async function readBack(path: string | undefined, context: RunContext): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const bytes = await context.files.read(path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}
