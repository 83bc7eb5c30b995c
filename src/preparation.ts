import { explainAwsError, isAccessDenied } from './aws/errors.js';
import type { TaskDefinition } from './aws/shapes.js';
import type { Config } from './config/config.js';
import { formatProblem, ProblemsError, SlipwayError, type Problem } from './errors.js';
import { checkImages } from './image/publish.js';
import { describePlan, type ImagePlan } from './image/plan.js';
import type { Reporter } from './ports.js';
import { makeWay } from './rollout/conflict.js';
import { shareLooks } from './rollout/shared-looks.js';
import { findTarget, type RolloutTarget } from './rollout/target.js';
import { checkTask, planTask, type TaskPlan } from './rollout/task-plan.js';
import { checkServiceFiles, planService, type ServicePlan, type Whose } from './service-plan.js';
import type { Sources } from './sources.js';
import { listNames, quote } from './text/words.js';
import type { World } from './world.js';

/** What is to be done, all of it checked. */
export interface Plan {
  readonly images: readonly ImagePlan[];
  /** One for each of the config's `rollouts`, in their order. */
  readonly services: readonly ServicePlan[];
  /** The task before the rollout; undefined: none. */
  readonly task: TaskPlan | undefined;
}

/**
 * Checks what the files of the first service say by themselves, without asking AWS. Throws ProblemsError with all that is wrong.
 *
 * @returns for each image the containers that it is for; empty without a task definition
 */
export function checkFiles(config: Config, sources: Sources): readonly (readonly string[])[] {
  const { problems, containers } = checkServiceFiles(config, sources);
  refuse(problems);
  return containers;
}

/** The same for all services. */
export function checkAllFiles(config: Config, sources: readonly Sources[]): void {
  const checked = config.rollouts.map((_service, index) =>
    checkServiceFiles(whoseIs(config, index), at(sources, index))
  );
  const problems = checked.flatMap(service => service.problems);
  const complete = sources.every(({ taskDefinition }) => taskDefinition !== undefined);
  if (problems.length === 0 && complete) problems.push(...tellUnused(config, checked));
  refuse(problems);
}

/**
 * Checks what is at AWS, reading only: repositories, images, clusters, services, controllers, deployment groups, active deployments.
 * All that is found wrong is thrown at once.
 */
export async function checkAws(config: Config, sources: readonly Sources[], world: World): Promise<Plan> {
  return world.reporter.group('Check', async () => {
    const [targets, images] = await together([findTargets(config, world), checkImages(config.images, world)]);
    tellTwice(targets);
    return planRun(config, sources, { targets, images }, world);
  });
}

/**
 * Makes the way free where `on-conflict` says so, and looks again at what may have changed by that: what runs, and with `task-definition:
 * service` what is to be deployed. Throws as checkAws does, and as makeWay does.
 */
export async function makeReady(config: Config, sources: readonly Sources[], plan: Plan, world: World): Promise<Plan> {
  const { clock, reporter, signal } = world;
  const waited = await together(
    plan.services.map(async ({ config: { rollout }, target }) =>
      target === undefined ? false : makeWay(target, { config: rollout, ports: world, clock, reporter, signal })
    )
  );
  if (!waited.includes(true)) return plan;
  return reporter.group('Check again', async () => {
    const targets = await findTargets(config, world);
    return planRun(config, sources, { targets, images: plan.images }, world);
  });
}

/** Several are asked for together. */
async function findTargets(config: Config, world: World): Promise<readonly (RolloutTarget | undefined)[]> {
  const looks = shareLooks(world.ecs, world.clock, world.signal);
  const ports = config.rollouts.length === 1 ? world : { ...world, ecs: looks.ecs };
  for (const { rollout } of config.rollouts) if (rollout.service !== undefined) looks.enter();
  return together(
    config.rollouts.map(async ({ rollout }) => (rollout.service === undefined ? undefined : findTarget(rollout, ports)))
  );
}

async function planRun(
  config: Config,
  sources: readonly Sources[],
  found: { readonly targets: readonly (RolloutTarget | undefined)[]; readonly images: readonly ImagePlan[] },
  world: World
): Promise<Plan> {
  const services = await together(
    found.targets.map((target, index) => planService(whoseIs(config, index), at(sources, index), target, world))
  );
  refuse(tellUnused(config, services));
  const task = await planTaskBefore(config, services[0], world);
  tell({ images: found.images, services, task }, world.reporter);
  return { images: found.images, services, task };
}

/** The task runs in the first service's revision, and where that service runs. */
async function planTaskBefore(
  { runTask, rollout }: Config,
  service: ServicePlan | undefined,
  world: Pick<World, 'ecs'>
): Promise<TaskPlan | undefined> {
  if (runTask === undefined || service?.taskDefinition === undefined) return undefined;
  const { taskDefinition, target, config } = service;
  const cluster = target?.clusterArn ?? rollout.cluster;
  const question = {
    config: runTask,
    cluster,
    target,
    definition: taskDefinition.definition as TaskDefinition,
    file: taskDefinition.document.file,
    containerName: config.files.containerName,
    hasDefaultCapacity: target === undefined && (await hasDefaultCapacity(cluster, world))
  };
  refuse(checkTask(question));
  return planTask(question);
}

async function hasDefaultCapacity(cluster: string, { ecs }: Pick<World, 'ecs'>): Promise<boolean> {
  try {
    return ((await ecs.describeCluster(cluster))?.defaultCapacityProviderStrategy ?? []).length > 0;
  } catch (error) {
    if (isAccessDenied(error)) return false;
    throw explainAwsError(error, `Describing the cluster ${cluster}`);
  }
}

/** An image whose container no service has would be built for nothing. A single service has told that itself. */
function tellUnused(
  { images, rollouts }: Config,
  services: readonly Pick<ServicePlan, 'containers'>[]
): readonly Problem[] {
  if (rollouts.length === 1) return [];
  return images.flatMap(({ container }, index) => {
    if (services.some(({ containers }) => (containers[index] ?? []).length > 0)) return [];
    const what = `No service has a container ${container === undefined ? 'for the image' : quote(container)}.`;
    const next = `Correct images, or the task definitions of ${listNames(rollouts.map(({ rollout }) => rollout.service ?? ''))}.`;
    return [{ code: 'unknown-container', place: { path: 'images' }, what, next }];
  });
}

/** A name and an ARN may mean the same service. */
function tellTwice(targets: readonly (RolloutTarget | undefined)[]): void {
  const arns = targets.flatMap(target => target?.serviceArn ?? []);
  const twice = arns.filter((arn, index) => arns.indexOf(arn) !== index);
  refuse(
    twice.map(arn => ({
      code: 'conflict',
      place: { path: 'services' },
      what: `The service ${arn} is there twice.`,
      next: 'Keep one of the two.'
    }))
  );
}

function tell({ images, services, task }: Plan, reporter: Reporter): void {
  for (const plan of images) reporter.info(describePlan(plan));
  for (const { target } of services) if (target !== undefined) reporter.info(describeTarget(target));
  if (task !== undefined) {
    reporter.info(`Before the rollout a task runs in ${task.cluster}, judged by ${listNames(task.judged)}.`);
  }
  const warned = new Set<string>();
  const warn: Reporter['warn'] = (message, place) => {
    if (!warned.has(message)) reporter.warn(message, place);
    warned.add(message);
  };
  for (const { target, taskDefinition, appspec } of services) {
    for (const warning of target?.warnings ?? []) warn(warning);
    for (const { what, next, place } of [...(taskDefinition?.warnings ?? []), ...(appspec?.warnings ?? [])]) {
      const text = [what, next].filter(part => part !== '').join(' ');
      warn([place.path, text].filter(part => part !== undefined).join(': '), place);
    }
  }
}

function describeTarget(target: RolloutTarget): string {
  const engine =
    target.controller === 'ECS'
      ? `ECS, ${target.strategy}`
      : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
  return `${target.clusterName}/${target.serviceName} (${engine}) runs ${target.runningTaskDefinitionArn ?? 'nothing yet'}.`;
}

function whoseIs({ images, rollouts }: Config, index: number): Whose {
  return { ...at(rollouts, index), images, rollouts };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item !== undefined) return item;
  throw new SlipwayError({
    code: 'bug',
    fault: 'slipway',
    what: `There is no service ${index + 1} of ${items.length}.`
  });
}

/** Throws what is wrong, if anything is. */
function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(leaveOutRepeats(problems));
}

/** What several services share is told once. */
function leaveOutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [formatProblem(problem), problem])).values()];
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
  const problems = (errors as SlipwayError[]).flatMap(error =>
    error instanceof ProblemsError
      ? error.problems
      : [{ code: error.code, place: {}, what: error.what, next: error.next ?? '' }]
  );
  throw new ProblemsError(leaveOutRepeats(problems));
}
