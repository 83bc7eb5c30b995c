import { fillTaskDefinition } from '../appspec/appspec.js';
import type { Advice } from '../advice/facts.js';
import type { TaskDefinition } from '../aws/types.js';
import type { Config } from '../config/config.js';
import { registerTaskDefinition } from '../rollout/register.js';
import type { RolloutResult } from '../rollout/result.js';
import type { RolloutInput } from '../rollout/rollout.js';
import { runTask, type TaskResult } from '../rollout/run-task/run-task.js';
import type { TaskRequest } from '../rollout/run-task/task-request.js';
import { rollOutAll } from '../rollout/rollouts.js';
import { settleAll, valuesOf } from '../parallel.js';
import { adviseOn } from './advise.js';
import type { Compared } from './detect-unchanged.js';
import type { Revision } from './revision.js';
import type { WrittenService } from './write-artifacts.js';
import type { RunContext } from '../context.js';
import { resourceName } from '../text/arn.js';

/** A service that was compared with what runs, and its task definition as it is registered. */
export interface RegisteredService extends WrittenService, Compared {
  /** With `unchanged`, that one; undefined: there is no task definition. */
  readonly revision: Revision | undefined;
}

/** A service at the end of a run. */
export interface FinishedService extends RegisteredService {
  /** undefined: there is no service to roll out to. */
  readonly rollout: RolloutResult | undefined;
  /** What would have made it shorter. */
  readonly advice: readonly Advice[];
}

/**
 * Registers the text of each `taskdefinition.json`, the same text once; a revision that is to be deployed as it stands is not registered
 * again, nor is one that runs and stays.
 *
 * @returns the services, in their order
 */
export async function registerAll(
  config: Pick<Config, 'role'>,
  services: readonly (WrittenService & Compared)[],
  context: RunContext
): Promise<readonly RegisteredService[]> {
  const registered = new Map<string, Pick<Revision, 'arn' | 'isOwn'>>();
  const findRevision = async (service: WrittenService & Compared): Promise<Revision | undefined> => {
    const { texts, unchanged, asRegistered } = service;
    const text = texts.taskDefinition;
    if (text === undefined || unchanged !== undefined) return unchanged;
    const definition = JSON.parse(text) as TaskDefinition;
    if (asRegistered !== undefined) {
      context.reporter.info(`${asRegistered} is deployed as it is registered.`);
      return { arn: asRegistered, isOwn: false, definition };
    }
    const own = registered.get(text) ?? (await register(text, config, context));
    registered.set(text, own);
    return { ...own, definition };
  };
  const done: RegisteredService[] = [];
  for (const service of services) done.push({ ...service, revision: await findRevision(service) });
  return done;
}

async function register(
  text: string,
  { role }: Pick<Config, 'role'>,
  { ecs, clock, reporter }: RunContext
): Promise<Pick<Revision, 'arn' | 'isOwn'>> {
  // The default of role-session-name has GitHub's id of the run in it; what the user says there may be every run's.
  const sessionName = /^Slipway-\d+$/.test(role?.sessionName ?? '') ? role?.sessionName : undefined;
  const { arn, isOwn } = await registerTaskDefinition(text, ecs, clock, sessionName);
  reporter.info(`Registered ${arn}.`);
  return { arn, isOwn };
}

/** Runs the task before the rollout in the first service's revision; undefined where none is wanted. Throws as runTask does. */
export async function runTaskBefore(
  { rollout }: Config,
  task: TaskRequest | undefined,
  { arn, definition, isOwn }: Revision,
  context: RunContext
): Promise<TaskResult | undefined> {
  if (task === undefined) return undefined;
  const { region, clock, reporter, cleanupStore: cleanupStore, signal, undoing } = context;
  const run = { plan: task, taskDefinitionArn: arn, isOwnRevision: isOwn, taskDefinition: definition, config: rollout };
  return reporter.group('Task before the rollout', () =>
    runTask({ ...run, region, ports: context, clock, reporter, cleanupStore: cleanupStore, signal, undoing })
  );
}

/** What is to be told of a rollout that was not begun, since the task before it did not succeed. */
export function notStartedResult(
  task: TaskResult,
  services: readonly RegisteredService[],
  { arn }: Revision
): RolloutResult {
  const target = services[0]?.target;
  const touched = services.length > 1 ? ' No service was touched.' : ' The service was not touched.';
  return {
    verdict: task.verdict,
    reason: `${task.reason}${target === undefined ? '' : touched}`,
    taskDefinitionArn: arn,
    previousTaskDefinitionArn: target?.runningTaskDefinitionArn,
    ...(task.diagnosis === undefined ? {} : { diagnosis: task.diagnosis }),
    timeline: task.timeline
  };
}

/**
 * Rolls out to all services but those that keep what they run. Throws as rollOutAll does.
 *
 * @returns the services, in their order
 */
export async function rollOutServices(
  { maxParallel }: Config,
  services: readonly RegisteredService[],
  context: RunContext
): Promise<readonly FinishedService[]> {
  const inputs = services.flatMap(service => describeRollout(service, context));
  const results = await rollOutAll(inputs, maxParallel);
  const advise = async (service: RegisteredService): Promise<FinishedService> => {
    const { target, unchanged } = service;
    if (unchanged !== undefined) return { ...service, rollout: unchangedResult(unchanged), advice: [] };
    const rollout = target === undefined ? undefined : results.get(target);
    return { ...service, rollout, advice: await adviseOn({ ...service, rollout }, undefined, context) };
  };
  return valuesOf(await settleAll(services, maxParallel ?? services.length, advise));
}

/** What is to be told of a service that runs already what was to be deployed. */
function unchangedResult({ arn }: Revision): RolloutResult {
  return {
    verdict: 'unchanged',
    reason: `${resourceName(arn)} runs already, with the same images; nothing was registered or rolled out (skip-unchanged).`,
    taskDefinitionArn: arn,
    previousTaskDefinitionArn: arn,
    timeline: []
  };
}

function describeRollout(
  { config, target, texts, unchanged, revision, gate }: RegisteredService,
  context: RunContext
): readonly RolloutInput[] {
  if (target === undefined || revision === undefined || unchanged !== undefined) return [];
  const { arn, definition, isOwn } = revision;
  const { clock, reporter, cleanupStore: cleanupStore, signal, undoing } = context;
  return [
    {
      target,
      taskDefinitionArn: arn,
      isOwnRevision: isOwn,
      taskDefinition: definition,
      appspec: texts.appspec === undefined ? undefined : fillTaskDefinition(texts.appspec, arn),
      config: config.rollout,
      gate,
      ports: context,
      clock,
      reporter,
      cleanupStore: cleanupStore,
      signal,
      undoing
    }
  ];
}
