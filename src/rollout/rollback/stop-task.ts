import { explainAwsError } from '../../aws/errors.js';
import { SlipwayError } from '../../errors.js';
import type { Clock, PendingCleanup } from '../../ports.js';
import { retryTransient } from '../transient.js';
import type { EcsPort } from '../ports.js';
import { resourceName } from '../../text/arn.js';

export type PendingTask = Extract<PendingCleanup, { readonly kind: 'task' }>;

/** Our clock and ECS's may differ by as much when a lost task is looked for. */
const CLOCK_MARGIN = 60_000;

/** Stops a task (StopTask); one that has ended stays as it is. Throws SlipwayError where ECS refuses. */
export async function stopTask(
  { cluster, arn, why }: { readonly cluster: string; readonly arn: string; readonly why: string },
  ecs: EcsPort,
  clock: Clock
): Promise<void> {
  try {
    await retryTransient(clock, () => ecs.stopTask(cluster, arn, `Stopped by Slipway: ${why}`));
  } catch (error) {
    throw explainAwsError(error, `Stopping the task ${resourceName(arn)}`);
  }
}

/**
 * For the post step: stops the task that a run left under way, unless `on-cancel` is `leave`.
 *
 * Where the answer to RunTask was never seen, it is the one with our mark in `startedBy`. Where `run-task-started-by` took the mark's place,
 * it is the one of a revision that this run alone registered; else it may be another's, and none is touched.
 *
 * @returns what became of it, one sentence
 * @throws SlipwayError where ECS refuses, or it may be another run's
 */
export async function stopInterruptedTask(pending: PendingTask, ecs: EcsPort, clock: Clock): Promise<string> {
  if (pending.onCancel === 'leave') return 'It was left running (leave).';
  const { cluster, isMarked, isOwnRevision } = pending;
  const found = pending.arn === '' ? await retryTransient(clock, () => findLost(pending, ecs)) : [pending.arn];
  const [arn, another] = found;
  if (arn === undefined) return 'The task was never started.';
  const isOurs = pending.arn !== '' || isMarked || (isOwnRevision && another === undefined);
  if (!isOurs) throw explainDoubt(pending, found);
  await stopTask({ cluster, arn, why: 'the run was cut short' }, ecs, clock);
  return 'Asked ECS to stop it.';
}

function explainDoubt({ cluster, startedBy, taskDefinitionArn }: PendingTask, arns: readonly string[]): SlipwayError {
  const tasks = arns.map(resourceName);
  return new SlipwayError({
    code: 'task-in-doubt',
    fault: 'aws',
    what:
      `ECS's answer to this run's RunTask of ${resourceName(taskDefinitionArn)} was lost, and with ${startedBy} as startedBy there run: ${tasks.join(', ')}. ` +
      `Each is this run's or another's, and ECS does not tell which. None is touched; if it were this run's, it would be stopped.`,
    next: `To do that: aws ecs stop-task --cluster ${resourceName(cluster)} --task ${tasks[0] ?? ''}`
  });
}

async function findLost(
  { cluster, taskDefinitionArn, startedBy, askedAt }: PendingTask,
  ecs: EcsPort
): Promise<readonly string[]> {
  const listed = await ecs.listTasks({ cluster, startedBy, desiredStatus: 'RUNNING' });
  const tasks = listed.length === 0 ? [] : await ecs.describeTasks(cluster, listed);
  return tasks
    .filter(task => task.taskDefinitionArn === taskDefinitionArn)
    .filter(task => (task.createdAt?.getTime() ?? askedAt) >= askedAt - CLOCK_MARGIN)
    .flatMap(task => task.taskArn ?? []);
}
