import { explainAwsError, isAccessDenied, isCredentialsError } from '../aws/errors.js';
import type { TaskDefinition } from '../aws/shapes.js';
import { Cancelled } from '../cancelled.js';
import type { Config } from '../config/config.js';
import { formatProblem, ProblemsError, SlipwayError, type Problem } from '../errors.js';
import { checkImages } from '../image/check.js';
import { describePlan, type ImagePlan } from '../image/plan.js';
import type { Reporter } from '../ports.js';
import { makeWay } from '../rollout/conflict.js';
import { shareLooks } from '../rollout/shared-looks.js';
import { findTarget, type RolloutTarget } from '../rollout/target.js';
import { checkTask, planTask, type TaskPlan } from '../rollout/task-plan.js';
import { listNames } from '../text/words.js';
import { at, checkOffline, isError, leaveOutRepeats, refuse, tellUnused, whoseIs } from './offline.js';
import { planService, type ServicePlan } from './service-plan.js';
import type { Sources } from './sources.js';
import type { World } from './world.js';

/** What is to be done, all of it checked. */
export interface Plan {
  readonly images: readonly ImagePlan[];
  /** One for each of the config's `rollouts`, in their order. */
  readonly services: readonly ServicePlan[];
  /** The task before the rollout; undefined: none. */
  readonly task: TaskPlan | undefined;
}

/** Reads and checks all that can be known without asking AWS, and tells what is doubtful. Throws ProblemsError with all that is wrong. */
export async function checkFirst(
  config: Config,
  { files, reporter }: Pick<World, 'files' | 'reporter'>
): Promise<readonly Sources[]> {
  const { sources, findings } = await checkOffline(config, files);
  for (const finding of findings) if (!isError(finding)) warn(finding, reporter);
  refuse(findings.filter(isError));
  return sources;
}

/**
 * Checks what is at AWS, reading only: repositories, images, clusters, services, controllers, deployment groups, active deployments.
 * All that is found wrong is thrown at once.
 *
 * @param options `withDocker: false`: nothing will be built here
 */
export async function checkAws(
  config: Config,
  sources: readonly Sources[],
  world: World,
  { withDocker = true }: { readonly withDocker?: boolean } = {}
): Promise<Plan> {
  return world.reporter.group('Check', async () => {
    const [targets, images] = await together([
      findTargets(config, world),
      checkImages(config.images, world, withDocker)
    ]);
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
  tell({ images: found.images, services, task }, sources, world.reporter);
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
    hasDefaultCapacity: target === undefined && (await hasDefaultCapacity(cluster, world)),
    enableEcsManagedTags: config.rollout.enableEcsManagedTags
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

function tell({ images, services, task }: Plan, sources: readonly Sources[], reporter: Reporter): void {
  for (const plan of images) reporter.info(describePlan(plan));
  for (const { target } of services) if (target !== undefined) reporter.info(describeTarget(target));
  if (task !== undefined) {
    reporter.info(`Before the rollout a task runs in ${task.cluster}, judged by ${listNames(task.judged)}.`);
  }
  const warnings = services.flatMap(({ target }) => target?.warnings ?? []);
  for (const warning of new Set(warnings)) reporter.warn(warning);
  // What files that were read here have to say was told with the first checks.
  const fromAws = services.flatMap(({ taskDefinition, appspec }, index) => [
    ...(sources[index]?.taskDefinition === undefined ? (taskDefinition?.warnings ?? []) : []),
    ...(sources[index]?.appspec === undefined ? (appspec?.warnings ?? []) : [])
  ]);
  for (const warning of leaveOutRepeats(fromAws)) warn(warning, reporter);
}

function warn({ what, next, place }: Problem, reporter: Reporter): void {
  reporter.warn(formatProblem({ code: '', place: { path: place.path }, what, next }), place);
}

function describeTarget(target: RolloutTarget): string {
  const engine =
    target.controller === 'ECS'
      ? `ECS, ${target.strategy}`
      : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
  return `${target.clusterName}/${target.serviceName} (${engine}) runs ${target.runningTaskDefinitionArn ?? 'nothing yet'}.`;
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
  const cancelled = errors.find(error => error instanceof Cancelled);
  if (cancelled !== undefined) throw cancelled;
  // Credentials that are no good are so for every call: told once, they are not hidden by what each call was about to do.
  const alone = errors.find(error => !(error instanceof SlipwayError) || isCredentialsError(error));
  if (alone !== undefined || errors.length === 1) throw alone ?? errors[0];
  const problems = (errors as SlipwayError[]).flatMap(error =>
    error instanceof ProblemsError
      ? error.problems
      : [{ code: error.code, place: {}, what: error.what, next: error.next ?? '' }]
  );
  throw new ProblemsError(leaveOutRepeats(problems));
}
