import { explainAwsError, isAccessDenied, isTransient } from '../../aws/errors.js';
import type { ServiceEvent } from '../../aws/types.js';
import { classifyStop, type StoppedTask } from './stop-reasons.js';
import type { Clock } from '../../ports.js';
import { describeAllTasks, isOwnTask, type TaskOwner } from './own-tasks.js';
import { retryTransient } from '../transient.js';
import type { EcsPort } from '../ports.js';

interface MortuaryQuery extends TaskOwner {
  readonly ecs: EcsPort;
  readonly clock: Clock;
  readonly cluster: string;
  readonly service: string;
}

/** What a look at a deployment says of the life of its tasks. */
export interface TaskCounts {
  /** Running tasks of the new version. */
  readonly running: number;
  /** Running and pending ones. */
  readonly alive: number;
  /** As AWS counts them; in a row, so that it may fall again. */
  readonly failures: number;
}

/** The stopped tasks of our deployment, learnt as they die. */
export interface StoppedTaskCollector {
  /**
   * Looks for stopped tasks where one may have died since the last look: fewer run or are alive, more have failed, the service has told
   * something that is not part of every rollout, or a task was still stopping; and every half minute. What only comes up and goes well
   * costs hardly a call.
   */
  look(taskCounts: TaskCounts, events: readonly ServiceEvent[]): Promise<void>;
  /** Looks in any case, and again while AWS does not answer: it is the last look. What goes wrong then is a gap. */
  lookOnceMore(): Promise<void>;
  readonly stoppedTasks: readonly StoppedTask[];
  /** Why it could not be looked, one sentence each. */
  readonly gaps: readonly string[];
}

/** What dies without a sign is found after so many milliseconds. */
const LONGEST_WITHOUT = 30_000;

/** Keeps account of the stopped tasks of one deployment (ListTasks with STOPPED, then DescribeTasks of those not yet known). */
export function createStoppedTaskCollector(query: MortuaryQuery): StoppedTaskCollector {
  const stoppedTasks: StoppedTask[] = [];
  const gaps: string[] = [];
  const known = new Set<string>();
  let last: { readonly taskCounts: TaskCounts; readonly eventCount: number } | undefined;
  let stopping = false;
  let examinedAt = query.clock.now();
  let closed = false;

  const examine = async () => {
    const { ecs, cluster, service, clock } = query;
    examinedAt = clock.now();
    const arns = await ecs.listTasks({ cluster, service, desiredStatus: 'STOPPED' });
    const fresh = arns.filter(arn => !known.has(arn));
    const tasks = await describeAllTasks(ecs, cluster, fresh);
    stopping = false;
    for (const task of tasks) {
      const isOurs = isOwnTask(task, query);
      const stoppedTask = isOurs ? classifyStop(task) : undefined;
      if (stoppedTask !== undefined) stoppedTasks.push(stoppedTask);
      if (stoppedTask !== undefined || !isOurs) known.add(task.taskArn ?? '');
      else stopping = true;
    }
  };

  const attempt = async (isLast: boolean) => {
    if (closed) return;
    try {
      await (isLast ? retryTransient(query.clock, examine) : examine());
    } catch (error) {
      // The next look may do better; whether the deployment goes well is not for this to say.
      stopping = true;
      if (isTransient(error) && !isLast) return;
      closed = true;
      const denied = isAccessDenied(error) ? ' Allow ecs:ListTasks and ecs:DescribeTasks.' : '';
      gaps.push(`${explainAwsError(error, 'Stopped tasks cannot be looked at').what}${denied}`);
    }
  };

  return {
    stoppedTasks,
    gaps,
    lookOnceMore: () => attempt(true),
    look: async (taskCounts, events) => {
      const eventCount = events.filter(event => !isUsual(event.message ?? '')).length;
      const before = last ?? { taskCounts: { running: 0, alive: 0, failures: 0 }, eventCount: 0 };
      last = { taskCounts, eventCount };
      const { running, alive, failures } = before.taskCounts;
      const fewer = taskCounts.running < running || taskCounts.alive < alive;
      const signs = fewer || taskCounts.failures > failures || eventCount > before.eventCount || stopping;
      if (signs || query.clock.now() - examinedAt >= LONGEST_WITHOUT) await attempt(false);
    }
  };
}

/** What the service tells of every rollout. That tasks were started is not among it: they may take the place of dead ones. */
function isUsual(message: string): boolean {
  return /registered \d+ targets|has begun draining|has stopped \d+ running tasks|steady state|deployment completed/.test(
    message
  );
}
