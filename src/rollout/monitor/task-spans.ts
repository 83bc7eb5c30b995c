import type { Task } from '../../aws/types.js';
import type { RolloutRun, TimelineEntry } from '../result.js';
import type { RolloutTarget } from '../target.js';

/** When the rollout began by AWS's clock, in milliseconds (older tasks are not of it), and its phases, which tell when its tasks were healthy. */
interface RolloutTimes {
  readonly since: number;
  readonly timeline: readonly TimelineEntry[];
}

/** In these phases of a deployment, new tasks are still to become healthy. */
const BEFORE_HEALTHY = new Set(['start', 'replace']);
/** Our clock and ECS's may differ by as much. */
const MARGIN = 5_000;

/**
 * When the tasks of the new version that run now were placed, pulled their images, started and became healthy (ListTasks, DescribeTasks).
 * For the eyes only: what goes wrong here leaves the list empty.
 */
export async function findTaskSpans(
  { clusterArn, serviceName }: Pick<RolloutTarget, 'clusterArn' | 'serviceName'>,
  { ports: { ecs }, taskDefinitionArn }: Pick<RolloutRun, 'ports' | 'taskDefinitionArn'>,
  { since, timeline }: RolloutTimes
): Promise<readonly TimelineEntry[]> {
  try {
    const arns = await ecs.listTasks({ cluster: clusterArn, service: serviceName, desiredStatus: 'RUNNING' });
    const tasks = arns.length === 0 ? [] : await ecs.describeTasks(clusterArn, arns.slice(0, 100));
    const ownTasks = tasks.filter(
      task => task.taskDefinitionArn === taskDefinitionArn && (task.createdAt?.getTime() ?? 0) >= since - MARGIN
    );
    return readTaskSpans(ownTasks, findHealthyAt(timeline));
  } catch {
    return [];
  }
}

/** When a deployment went on because its new tasks were healthy; undefined where its timeline does not tell. */
export function findHealthyAt(timeline: readonly TimelineEntry[]): number | undefined {
  return timeline.findLast(entry => BEFORE_HEALTHY.has(entry.phase))?.endedAt;
}

/**
 * The stretches that tasks go through, each from the first task that entered it to the last that left it, so that with several tasks
 * they overlap: `place`, `pull`, `start`, `healthy`. Those of which ECS tells no time are left out. Pure.
 *
 * @param healthyAt when the deployment went on because its tasks were healthy: of a task itself ECS tells no such time
 */
export function readTaskSpans(tasks: readonly Task[], healthyAt: number | undefined): readonly TimelineEntry[] {
  const times = (read: (task: Task) => Date | undefined): readonly number[] =>
    tasks.flatMap(task => read(task)?.getTime() ?? []);
  const created = times(task => task.createdAt);
  const pullStarted = times(task => task.pullStartedAt);
  const pullStopped = times(task => task.pullStoppedAt);
  const started = times(task => task.startedAt);
  const span = (phase: string, from: readonly number[], to: readonly number[]): readonly TimelineEntry[] => {
    if (from.length === 0 || to.length === 0) return [];
    const startedAt = Math.min(...from);
    const endedAt = Math.max(...to);
    return endedAt > startedAt ? [{ phase, startedAt, endedAt }] : [];
  };
  return [
    ...span('place', created, pullStarted),
    ...span('pull', pullStarted, pullStopped),
    ...span('start', pullStopped, started),
    ...span('healthy', started, healthyAt === undefined ? [] : [healthyAt])
  ];
}
