import { fillTaskDefinition } from '../appspec/appspec.js';
import type { TaskDefinition } from '../aws/types.js';
import type { Config } from '../config/config.js';
import { registerTaskDefinition } from '../rollout/register.js';
import type { RolloutResult } from '../rollout/result.js';
import type { RolloutInput } from '../rollout/rollout.js';
import { runTask, type TaskResult } from '../rollout/run-task/run-task.js';
import { rollOutAll } from '../rollout/rollouts.js';
import type { Artifacts } from './write-artifacts.js';
import type { PreparedRun } from './prepare.js';
import type { ServicePlan } from './service-plan.js';
import type { RunContext } from '../context.js';
import { resourceName } from '../text/arn.js';

/** A registered task definition. */
export interface Revision {
  readonly arn: string;
  readonly definition: TaskDefinition;
  /** This run registered it, and no other can have. */
  readonly isOwn: boolean;
}

/**
 * Registers the text of each `taskdefinition.json`, the same text once; a revision that is to be deployed as it stands is not registered
 * again, nor is one that runs and stays.
 *
 * @param unchanged for each service the revision that it runs and keeps; undefined: it gets one
 * @returns the revision of each service, in their order; none where there is no task definition
 */
export async function registerAll(
  config: Pick<Config, 'role'>,
  { services }: PreparedRun,
  artifacts: readonly Artifacts[],
  unchanged: readonly (Revision | undefined)[],
  context: RunContext
): Promise<readonly Revision[]> {
  const revisions: Revision[] = [];
  const registered = new Map<string, Pick<Revision, 'arn' | 'isOwn'>>();
  for (const [index, { asRegistered }] of services.entries()) {
    const text = artifacts[index]?.taskDefinition;
    if (text === undefined) continue;
    const kept = unchanged[index];
    if (kept !== undefined) {
      revisions.push(kept);
      continue;
    }
    const definition = JSON.parse(text) as TaskDefinition;
    if (asRegistered !== undefined) {
      context.reporter.info(`${asRegistered} is deployed as it is registered.`);
      revisions.push({ arn: asRegistered, isOwn: false, definition });
      continue;
    }
    const own = registered.get(text) ?? (await register(text, config, context));
    registered.set(text, own);
    revisions.push({ ...own, definition });
  }
  return revisions;
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
  { task }: PreparedRun,
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
export function notStartedResult(task: TaskResult, { services }: PreparedRun, { arn }: Revision): RolloutResult {
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
 * Rolls out to all services of the plan but those that keep what they run; none where it has none. Throws as rollOutAll does.
 *
 * @param unchanged as for `registerAll`
 */
export async function rollOutServices(
  { maxParallel }: Config,
  { services }: PreparedRun,
  revisions: readonly Revision[],
  artifacts: readonly Artifacts[],
  unchanged: readonly (Revision | undefined)[],
  context: RunContext
): Promise<readonly RolloutResult[]> {
  const inputs = services.flatMap((service, index) => {
    const revision = unchanged[index] === undefined ? revisions[index] : undefined;
    return revision === undefined ? [] : describeRollout(service, revision, artifacts[index]?.appspec, context);
  });
  const results = [...(await rollOutAll(inputs, maxParallel))];
  return services.flatMap((_service, index) => {
    const kept = unchanged[index];
    return kept === undefined ? results.splice(0, 1) : [unchangedResult(kept)];
  });
}

/** What is to be told of a service that runs already what was to be deployed. */
export function unchangedResult({ arn }: Revision): RolloutResult {
  return {
    verdict: 'unchanged',
    reason: `${resourceName(arn)} runs already, with the same images; nothing was registered or rolled out (skip-unchanged).`,
    taskDefinitionArn: arn,
    previousTaskDefinitionArn: arn,
    timeline: []
  };
}

function describeRollout(
  { config, target }: ServicePlan,
  { arn, definition, isOwn }: Revision,
  appspec: string | undefined,
  context: RunContext
): readonly RolloutInput[] {
  if (target === undefined) return [];
  const { clock, reporter, cleanupStore: cleanupStore, signal, undoing } = context;
  return [
    {
      target,
      taskDefinitionArn: arn,
      isOwnRevision: isOwn,
      taskDefinition: definition,
      appspec: appspec === undefined ? undefined : fillTaskDefinition(appspec, arn),
      config: config.rollout,
      ports: context,
      clock,
      reporter,
      cleanupStore: cleanupStore,
      signal,
      undoing
    }
  ];
}
