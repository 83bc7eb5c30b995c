import { explainAwsError, isAccessDenied, isCredentialsError } from '../aws/errors.js';
import type { TaskDefinition } from '../aws/types.js';
import type { Config } from '../config/config.js';
import { combineErrors, formatProblem, type Problem, uniqueProblems } from '../errors.js';
import { checkImages } from '../image/check/check-images.js';
import { describePlan, type ImagePlan } from '../image/image-plan.js';
import type { Reporter } from '../ports.js';
import { resolveConflict } from '../rollout/conflict.js';
import { batchEcsReads } from '../rollout/batching/ecs.js';
import { findTarget, type RolloutTarget } from '../rollout/target.js';
import { checkTask, buildTaskRequest, type TaskRequest } from '../rollout/run-task/task-request.js';
import { listNames } from '../text/format.js';
import { checkOffline, isError, throwIfAny, logUnused } from './check-files.js';
import { describePlannedGate, gateOf, type FoundGate } from './prepare-gates.js';
import { prepareService, type CheckedService, type LocatedService, type PreparedService } from './prepare-service.js';
import { findDisagreements } from './read-artifacts.js';
import type { ReadService } from './read-sources.js';
import type { RunContext } from '../context.js';

/** What is to be done, all of it checked. */
export interface PreparedRun {
  readonly images: readonly ImagePlan[];
  /** One for each of the config's `rollouts`, in their order. */
  readonly services: readonly PreparedService[];
  /** The task before the rollout; undefined: none. */
  readonly task: TaskRequest | undefined;
}

/** Reads and checks all that can be known without asking AWS, and tells what is doubtful. Throws ProblemsError with all that is wrong. */
export async function prepareRun(
  config: Config,
  { files, reporter }: Pick<RunContext, 'files' | 'reporter'>
): Promise<readonly CheckedService[]> {
  const { services, findings } = await checkOffline(config, files);
  if (config.deploysArtifacts) throwIfAny(findDisagreements(config, services));
  for (const finding of findings) if (!isError(finding)) warn(finding, reporter);
  throwIfAny(findings.filter(isError));
  return services;
}

/**
 * Checks what is at AWS, reading only: repositories, images, clusters, services, controllers, deployment groups, active deployments.
 * All that is found wrong is thrown at once.
 *
 * @param services as `prepareRun` read them
 * @param options `withDocker: false`: nothing will be built here
 */
export async function checkAws(
  config: Config,
  services: readonly ReadService[],
  context: RunContext,
  { withDocker = true }: { readonly withDocker?: boolean } = {}
): Promise<PreparedRun> {
  return context.reporter.group('Check', async () => {
    const [located, images] = await allOrProblems([
      findTargets(services, context),
      checkImages(config.images, context, withDocker)
    ]);
    rejectDuplicates(located);
    return planRun(config, located, images, context);
  });
}

/**
 * Makes the way free where `on-conflict` says so, and looks again at what may have changed by that: what runs, and with `task-definition:
 * service` what is to be deployed. Throws as checkAws does, and as makeWay does.
 */
export async function resolveConflicts(config: Config, plan: PreparedRun, context: RunContext): Promise<PreparedRun> {
  const { clock, reporter, signal } = context;
  const waited = await allOrProblems(
    plan.services.map(async ({ config: { rollout }, target }) =>
      target === undefined
        ? false
        : resolveConflict(target, { config: rollout, ports: context, clock, reporter, signal })
    )
  );
  if (!waited.includes(true)) return plan;
  return reporter.group('Check again', async () => {
    const located = await findTargets(plan.services, context);
    return planRun(config, located, plan.images, context);
  });
}

/** Several are asked for together. */
async function findTargets(services: readonly ReadService[], context: RunContext): Promise<readonly LocatedService[]> {
  const reads = batchEcsReads(context.ecs, context.clock, context.signal);
  const ports = services.length === 1 ? context : { ...context, ecs: reads.ecs };
  const hasService = ({ config }: ReadService): boolean => config.rollout.service !== undefined;
  for (const service of services) if (hasService(service)) reads.enter();
  return allOrProblems(
    services.map(async service => ({
      config: service.config,
      sources: service.sources,
      target: hasService(service) ? await findTarget(service.config.rollout, ports) : undefined
    }))
  );
}

async function planRun(
  config: Config,
  located: readonly LocatedService[],
  images: readonly ImagePlan[],
  context: RunContext
): Promise<PreparedRun> {
  const [prepared, gates] = await allOrProblems([
    allOrProblems(located.map(service => prepareService(service, config, context))),
    allOrProblems(located.map(service => gateOf(service, config, context)))
  ]);
  const services = prepared.map((service, index) => addGate(service, gates[index]));
  throwIfAny(logUnused(config, services));
  const task = await planTaskBefore(config, services[0], context);
  logPlan({ images, services, task }, context.reporter);
  return { images, services, task };
}

function addGate(service: PreparedService, found: FoundGate | undefined): PreparedService {
  const { target } = service;
  const { gate, warnings = [] } = found ?? {};
  return { ...service, gate, target: target && { ...target, warnings: [...target.warnings, ...warnings] } };
}

/** The task runs in the first service's revision, and where that service runs. */
async function planTaskBefore(
  { runTask, rollout }: Config,
  service: PreparedService | undefined,
  context: Pick<RunContext, 'ecs'>
): Promise<TaskRequest | undefined> {
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
    hasDefaultCapacity: target === undefined && (await hasDefaultCapacity(cluster, context)),
    enableEcsManagedTags: config.rollout.enableEcsManagedTags,
    propagateTags: config.rollout.propagateTags
  };
  throwIfAny(checkTask(question));
  return buildTaskRequest(question);
}

async function hasDefaultCapacity(cluster: string, { ecs }: Pick<RunContext, 'ecs'>): Promise<boolean> {
  try {
    return ((await ecs.describeCluster(cluster))?.defaultCapacityProviderStrategy ?? []).length > 0;
  } catch (error) {
    if (isAccessDenied(error)) return false;
    throw explainAwsError(error, `Describing the cluster ${cluster}`);
  }
}

/** A name and an ARN may mean the same service. */
function rejectDuplicates(services: readonly LocatedService[]): void {
  const arns = services.flatMap(({ target }) => target?.serviceArn ?? []);
  const twice = arns.filter((arn, index) => arns.indexOf(arn) !== index);
  throwIfAny(
    twice.map(arn => ({
      code: 'conflict',
      place: { path: 'services' },
      what: `The service ${arn} is listed twice.`,
      next: 'Keep one of the two.'
    }))
  );
}

function logPlan({ images, services, task }: PreparedRun, reporter: Reporter): void {
  for (const plan of images) reporter.info(describePlan(plan));
  for (const { target } of services) if (target !== undefined) reporter.info(describeTarget(target));
  for (const { gate } of services) if (gate !== undefined) reporter.info(describePlannedGate(gate));
  if (task !== undefined) {
    reporter.info(`Before the rollout a task runs in ${task.cluster}, judged by ${listNames(task.judged)}.`);
  }
  const warnings = services.flatMap(({ target }) => target?.warnings ?? []);
  for (const warning of new Set(warnings)) reporter.warn(warning);
  // What files that were read here have to say was told with the first checks.
  const fromAws = services.flatMap(({ sources, taskDefinition, appspec }) => [
    ...(sources.taskDefinition === undefined ? (taskDefinition?.warnings ?? []) : []),
    ...(sources.appspec === undefined ? (appspec?.warnings ?? []) : [])
  ]);
  for (const warning of uniqueProblems(fromAws)) warn(warning, reporter);
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
async function allOrProblems<T extends readonly unknown[]>(
  work: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(work);
  const errors = settled.filter(result => result.status === 'rejected').map(result => result.reason as unknown);
  if (errors.length === 0) {
    return settled.map(result => (result as PromiseFulfilledResult<unknown>).value) as {
      -readonly [K in keyof T]: Awaited<T[K]>;
    };
  }
  // Credentials that are no good are so for every call: told once, they are not hidden by what each call was about to do.
  throw errors.find(isCredentialsError) ?? combineErrors(errors);
}
