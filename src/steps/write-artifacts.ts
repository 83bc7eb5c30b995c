import { join } from 'node:path';

import { renderAppspec } from '../appspec/appspec.js';
import { ARTIFACT_NAMES, type ArtifactPaths } from '../artifacts/artifact-paths.js';
import { renderImageDefinitions, renderImageDetail } from '../artifacts/image-definitions.js';
import { renderTaskDefinition } from '../task-definition/index.js';
import { SlipwayError } from '../errors.js';
import type { PublishedImage } from '../image/published-image.js';
import type { PreparedRun } from './prepare.js';
import type { ServicePlan } from './service-plan.js';
import type { RunContext } from '../context.js';

/** The files of one service. */
export interface Artifacts {
  readonly paths: ArtifactPaths;
  /** The text of `taskdefinition.json`, read back from the file that was written. */
  readonly taskDefinition: string | undefined;
  /** The text of `appspec.yml`, read back likewise. */
  readonly appspec: string | undefined;
}

/**
 * Writes each service's files into its folder and reads those back that the rollout goes by: what is deployed is what lies there.
 * Throws SlipwayError where a folder cannot be written.
 *
 * @returns for each service of the plan what was written, in their order
 */
export async function writeArtifacts(
  plan: PreparedRun,
  images: readonly PublishedImage[],
  context: RunContext
): Promise<readonly Artifacts[]> {
  return context.reporter.group('Files', async () => {
    const written: Artifacts[] = [];
    for (const service of plan.services) written.push(await writeOwn(service, images, context));
    return written;
  });
}

async function writeOwn(plan: ServicePlan, images: readonly PublishedImage[], context: RunContext): Promise<Artifacts> {
  const directory = plan.config.files.artifactsDirectory;
  const texts = renderArtifacts(plan, images);
  const put = async (file: ArtifactName): Promise<string | undefined> => {
    const text = texts[file];
    if (text === undefined) return undefined;
    const path = join(directory, ARTIFACT_NAMES[file]);
    await write(path, text, context);
    return path;
  };
  const paths = {
    directory,
    imageDefinitions: await put('imageDefinitions'),
    imageDetail: await put('imageDetail'),
    taskDefinition: await put('taskDefinition'),
    appspec: await put('appspec')
  };
  for (const path of Object.values(paths).slice(1)) {
    if (path !== undefined) context.reporter.info(path);
  }
  return {
    paths,
    taskDefinition: await readBack(paths.taskDefinition, context),
    appspec: await readBack(paths.appspec, context)
  };
}

export type ArtifactName = keyof typeof ARTIFACT_NAMES;

/** The texts of a service's files; undefined: there is nothing to write into it. Throws ProblemsError as renderTaskDefinition does. */
export function renderArtifacts(
  plan: ServicePlan,
  images: readonly Pick<PublishedImage, 'container' | 'uri' | 'digestUri'>[]
): Readonly<Record<ArtifactName, string | undefined>> {
  const { files } = plan.config;
  const own = images.flatMap((image, index) => {
    const containers = plan.containers[index] ?? (image.container === undefined ? [] : [image.container]);
    return plan.taskDefinition === undefined || containers.length > 0 ? [{ image, containers }] : [];
  });
  const shipped = own.flatMap(({ image, containers }) => containers.map(container => ({ container, uri: image.uri })));
  const [first] = own;
  return {
    imageDefinitions:
      shipped.length === 0
        ? undefined
        : renderImageDefinitions(shipped.map(({ container, uri }) => ({ name: container, imageUri: uri }))),
    imageDetail: first === undefined ? undefined : renderImageDetail(first.image.digestUri),
    taskDefinition:
      plan.taskDefinition === undefined
        ? undefined
        : renderTaskDefinition(plan.taskDefinition, { ...files, images: shipped }),
    appspec: plan.appspec === undefined ? undefined : renderAppspec(plan.appspec)
  };
}

async function write(path: string, text: string, context: RunContext): Promise<void> {
  try {
    await context.files.write(path, text);
  } catch (error) {
    throw new SlipwayError({
      code: 'cannot-write',
      fault: 'user',
      what: `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
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
