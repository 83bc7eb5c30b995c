import { resolve } from 'node:path';

import { ARTIFACT_NAMES } from './artifacts/artifact-paths.js';
import { appspecTarget, checkAppspec, makeAppspec, type Appspec } from './artifacts/appspec.js';
import { listContainers, listRecords } from './artifacts/definition-file.js';
import {
  assignImages,
  checkChanges,
  readRegisteredTaskDefinition,
  type AssignableImage,
  type TaskDefinitionFile
} from './artifacts/task-definition.js';
import { explainAwsError } from './aws/errors.js';
import type { Config, FilesConfig, ImageConfig } from './config/config.js';
import { ProblemsError, SlipwayError, type Problem } from './errors.js';
import { checkImages } from './image/publish.js';
import { describePlan, type ImagePlan } from './image/plan.js';
import { parseReference } from './image/reference.js';
import type { Reporter } from './ports.js';
import { checkTarget, type AppSpecFacts, type TaskDefinitionFacts } from './rollout/check.js';
import { makeWay } from './rollout/conflict.js';
import { findTarget, type RolloutTarget } from './rollout/target.js';
import { collect, type Sources } from './sources.js';
import { own } from './text/record.js';
import type { World } from './world.js';

/** What is to be done, all of it checked. */
export interface Plan {
  readonly images: readonly ImagePlan[];
  /** For each image the containers that it is for. */
  readonly containers: readonly (readonly string[])[];
  readonly taskDefinition: TaskDefinitionFile | undefined;
  /** The ARN of a registered revision that is deployed as it is, since nothing changes in it. */
  readonly asRegistered: string | undefined;
  readonly appspec: Appspec | undefined;
  readonly target: RolloutTarget | undefined;
}

/**
 * Checks what the files say by themselves, without asking AWS. Throws ProblemsError with all that is wrong.
 *
 * @returns for each image the containers that it is for; empty without a task definition
 */
export function checkFiles(config: Config, sources: Sources): readonly (readonly string[])[] {
  const { taskDefinition, appspec } = sources;
  const problems = [...sources.problems];
  const containers = taskDefinition === undefined ? [] : assignAndCheck(config, taskDefinition, problems);
  if (taskDefinition !== undefined && appspec !== undefined) problems.push(...checkAppspec(appspec, taskDefinition));
  problems.push(...checkOverwriting(config.files, sources));
  refuse(problems);
  return containers;
}

/** The files that are written have names that people give to their own: one of theirs must not be written over. */
function checkOverwriting(files: FilesConfig, sources: Sources): Problem[] {
  const written = new Set(Object.values(ARTIFACT_NAMES).map(name => resolve(files.artifactsDirectory, name)));
  return [sources.taskDefinition?.document.file, sources.appspec?.places.containerName.file].flatMap(path =>
    path === undefined || !written.has(resolve(path))
      ? []
      : [
          {
            code: 'would-overwrite',
            place: { file: path },
            what: `artifacts-directory is ${files.artifactsDirectory}, so this file would be overwritten by what is made from it.`,
            next: 'Set artifacts-directory to another folder.'
          }
        ]
  );
}

/**
 * Checks what is at AWS, reading only: repositories, images, cluster, service, controller, deployment group, an active deployment.
 * All that is found wrong is thrown at once.
 */
export async function checkAws(config: Config, sources: Sources, world: World): Promise<Plan> {
  return world.reporter.group('Check', async () => {
    const [target, images] = await together([
      config.rollout.service === undefined ? undefined : findTarget(config.rollout, world),
      checkImages(config.images, world)
    ]);
    return planRollout(config, sources, { target, images }, world);
  });
}

/**
 * Makes the way free where `on-conflict` says so, and looks again at what may have changed by that: what runs, and with `task-definition:
 * service` what is to be deployed. Throws as checkAws does, and as makeWay does.
 */
export async function makeReady(config: Config, sources: Sources, plan: Plan, world: World): Promise<Plan> {
  const { images, target } = plan;
  if (target === undefined) return plan;
  const { clock, reporter, signal } = world;
  if (!(await makeWay(target, { config: config.rollout, ports: world, clock, reporter, signal }))) return plan;
  return reporter.group('Check again', async () =>
    planRollout(config, sources, { target: await findTarget(config.rollout, world), images }, world)
  );
}

async function planRollout(
  config: Config,
  sources: Sources,
  { target, images }: Pick<Plan, 'target' | 'images'>,
  world: World
): Promise<Plan> {
  const { taskDefinition, arn } =
    sources.taskDefinition === undefined
      ? await readRegistered(config, target, world)
      : { taskDefinition: sources.taskDefinition, arn: undefined };
  const problems: Problem[] = [];
  const containers = taskDefinition === undefined ? [] : assignAndCheck(config, taskDefinition, problems);
  const appspec = await chooseAppspec(sources, target, problems);
  if (taskDefinition !== undefined && target !== undefined) {
    problems.push(...checkTarget(target, factsOf(taskDefinition), factsOfAppspec(appspec), config.rollout));
  }
  refuse(problems);
  tell(images, target, taskDefinition, appspec, world.reporter);
  const asRegistered = config.images.length === 0 && hasNoChanges(config.files) ? arn : undefined;
  return { images, containers, taskDefinition, asRegistered, appspec, target };
}

function tell(
  images: readonly ImagePlan[],
  target: RolloutTarget | undefined,
  taskDefinition: TaskDefinitionFile | undefined,
  appspec: Appspec | undefined,
  reporter: Reporter
): void {
  for (const plan of images) reporter.info(describePlan(plan));
  if (target !== undefined) {
    const engine =
      target.controller === 'ECS'
        ? `ECS, ${target.strategy}`
        : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
    reporter.info(
      `${target.clusterName}/${target.serviceName} (${engine}) runs ${target.runningTaskDefinitionArn ?? 'nothing yet'}.`
    );
  }
  for (const warning of target?.warnings ?? []) reporter.warn(warning);
  for (const { what, next, place } of [...(taskDefinition?.warnings ?? []), ...(appspec?.warnings ?? [])]) {
    reporter.warn(
      [place.path, [what, next].filter(part => part !== '').join(' ')].filter(part => part !== undefined).join(': '),
      place
    );
  }
}

async function chooseAppspec(
  sources: Sources,
  target: RolloutTarget | undefined,
  problems: Problem[]
): Promise<Appspec | undefined> {
  if (sources.appspec !== undefined) return sources.appspec;
  if (target?.controller !== 'CODE_DEPLOY') return undefined;
  return collect(problems, () => makeAppspec(target.service));
}

function assignAndCheck(
  config: Config,
  taskDefinition: TaskDefinitionFile,
  problems: Problem[]
): readonly (readonly string[])[] {
  const { files, images } = config;
  const found: Problem[] = [];
  try {
    const containers = assignImages(taskDefinition, images.map(toAssignable), files.containerName);
    found.push(
      ...checkChanges(taskDefinition, { ...files, images: containers.flat().map(container => ({ container })) })
    );
    problems.push(...found);
    return containers;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

function toAssignable(image: ImageConfig): AssignableImage {
  const { container } = image;
  return { container, repository: image.kind === 'built' ? image.repository : parseReference(image.image)?.repository };
}

async function readRegistered(
  { files }: Config,
  target: RolloutTarget | undefined,
  world: World
): Promise<{ taskDefinition: TaskDefinitionFile | undefined; arn: string | undefined }> {
  const source = files.taskDefinition;
  if (source === undefined || source.kind === 'file') return { taskDefinition: undefined, arn: undefined };
  const reference = source.kind === 'registered' ? source.reference : target?.runningTaskDefinitionArn;
  if (reference === undefined) {
    throw new SlipwayError({
      code: 'nothing-running',
      fault: 'user',
      what: `task-definition is "service", but ${target === undefined ? 'no service is given' : `the service ${target.serviceName} runs nothing yet`}.`,
      next: 'Name a file, a family or an ARN.'
    });
  }
  try {
    const { taskDefinition, written } = await world.ecs.describeTaskDefinition(reference);
    const arn = taskDefinition.taskDefinitionArn;
    return { taskDefinition: readRegisteredTaskDefinition(written.taskDefinition, written.tags, reference), arn };
  } catch (error) {
    throw explainAwsError(error, `Reading the task definition ${reference}`);
  }
}

function hasNoChanges(files: FilesConfig): boolean {
  return (
    files.environmentVariables.length +
      files.secrets.length +
      files.dockerLabels.length +
      files.logConfigurationOptions.length ===
      0 &&
    [files.logConfigurationLogDriver, files.command, files.taskRoleArn, files.executionRoleArn].every(
      value => value === undefined
    )
  );
}

function factsOf(file: TaskDefinitionFile): TaskDefinitionFacts {
  const { definition } = file;
  const networkMode = own(definition, 'networkMode');
  const required = own(definition, 'requiresCompatibilities');
  return {
    file: file.document.file,
    networkMode: typeof networkMode === 'string' ? networkMode : undefined,
    requiresCompatibilities: Array.isArray(required) ? required.map(String) : [],
    containers: listContainers(definition).map(({ name, record }) => {
      const mappings = listRecords(own(record, 'portMappings'));
      return {
        name,
        ports: mappings.map(mapping => own(mapping, 'containerPort')).filter(port => typeof port === 'number'),
        portRanges: mappings
          .map(mapping => own(mapping, 'containerPortRange'))
          .filter(range => typeof range === 'string')
      };
    })
  };
}

function factsOfAppspec(appspec: Appspec | undefined): AppSpecFacts | undefined {
  return appspec === undefined ? undefined : { ...appspecTarget(appspec), file: appspec.places.containerName.file };
}

/** Throws what is wrong, if anything is. */
function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Waits for all; where some fail, throws all that they say as one, so that a run tells everything that it can know. */
async function together<T extends readonly unknown[]>(work: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(work);
  const errors = settled.filter(result => result.status === 'rejected').map(result => result.reason as unknown);
  if (errors.length === 0) {
    return settled.map(result => (result as PromiseFulfilledResult<unknown>).value) as {
      -readonly [K in keyof T]: Awaited<T[K]>;
    };
  }
  const other = errors.find(error => !(error instanceof SlipwayError));
  if (other !== undefined || errors.length === 1) throw other ?? errors[0];
  throw new ProblemsError(
    (errors as SlipwayError[]).flatMap(error =>
      error instanceof ProblemsError
        ? error.problems
        : [{ code: error.code, place: {}, what: error.what, next: error.next ?? '' }]
    )
  );
}
