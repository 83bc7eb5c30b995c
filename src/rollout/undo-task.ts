import { explainAwsError } from '../aws/errors.js';
import type { Clock, Leftover } from '../ports.js';
import { patiently } from './patience.js';
import type { EcsPort } from './ports.js';

export type TaskLeftover = Extract<Leftover, { readonly kind: 'task' }>;

/** Our clock and ECS's may differ by as much when a lost task is looked for. */
const CLOCK_MARGIN = 60_000;

/** Stops a task (StopTask); one that has ended stays as it is. Throws SlipwayError where ECS refuses. */
export async function stopTask(
  { cluster, arn, why }: { readonly cluster: string; readonly arn: string; readonly why: string },
  ecs: EcsPort,
  clock: Clock
): Promise<void> {
  try {
    await patiently(clock, () => ecs.stopTask(cluster, arn, `Stopped by Slipway: ${why}`));
  } catch (error) {
    throw explainAwsError(error, `Stopping the task ${arn.slice(arn.lastIndexOf('/') + 1)}`);
  }
}

/**
 * For the post step: stops the task that a run left under way, unless `on-cancel` is `leave`. Where the answer to RunTask was never
 * seen, it is the one of our revision with our mark that was made since; where that could be several, none is touched.
 *
 * @returns what became of it, one sentence
 */
export async function undoTask(leftover: TaskLeftover, ecs: EcsPort, clock: Clock): Promise<string> {
  if (leftover.onCancel === 'leave') return 'It goes on by itself (leave).';
  const { cluster } = leftover;
  const found = leftover.arn === '' ? await patiently(clock, () => findLost(leftover, ecs)) : [leftover.arn];
  const [arn, another] = found;
  if (arn === undefined) return 'The task was never started.';
  if (another !== undefined) return `It could be each of ${found.length} tasks (${found.join(', ')}); none is touched.`;
  await stopTask({ cluster, arn, why: 'the run was cut short' }, ecs, clock);
  return 'Asked ECS to stop it.';
}

async function findLost(
  { cluster, taskDefinitionArn, startedBy, askedAt }: TaskLeftover,
  ecs: EcsPort
): Promise<readonly string[]> {
  const listed = await ecs.listTasks({ cluster, startedBy, desiredStatus: 'RUNNING' });
  const tasks = listed.length === 0 ? [] : await ecs.describeTasks(cluster, listed);
  return tasks
    .filter(task => task.taskDefinitionArn === taskDefinitionArn)
    .filter(task => (task.createdAt?.getTime() ?? askedAt) >= askedAt - CLOCK_MARGIN)
    .flatMap(task => task.taskArn ?? []);
}
