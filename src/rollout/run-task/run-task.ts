import type { Task } from '../../aws/types.js';
import type { RolloutConfig } from '../../config/config.js';
import { SlipwayError } from '../../errors.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { createProgressLog, type ProgressLog } from '../monitor/progress-log.js';
import { NOTE, startTask } from './start-task.js';
import type { TaskRun } from './task-run.js';
import { createTaskLogs, type TaskLogs } from './task-logs.js';
import { describeTask, judgeTask, type TaskEnding } from './task-status.js';
import { stopTask } from '../rollback/stop-task.js';
import { poll } from '../monitor/poll.js';
import { resourceName } from '../../text/arn.js';

/** What became of the task before the rollout. The service may be touched after `succeeded` and `started` only. */
export interface TaskResult {
  /** `started` where its end was not waited for. */
  readonly verdict: 'succeeded' | 'started' | 'failed' | 'timed-out' | 'cancelled';
  /** One or two sentences. */
  readonly reason: string;
  readonly taskArns: readonly string[];
  readonly diagnosis?: Diagnosis;
}

/** The lines of a container that has ended may reach CloudWatch Logs a moment after ECS calls the task STOPPED. */
const LOG_LAG = 2_000;

/**
 * Runs the task before the rollout (RunTask), tells what it logs and waits until it is STOPPED.
 *
 * Sent with a client token, so that a repetition after a lost answer starts nothing twice. A task that fails, takes longer than
 * `wait-for-minutes` or is cancelled is a result. In the last two cases it is stopped, unless `on-failure` or `on-cancel` is `leave`.
 *
 * @throws SlipwayError where AWS refuses the request, or credentials and permissions do not last
 */
export async function runTask(run: TaskRun): Promise<TaskResult> {
  const { plan, clock, reporter, signal } = run;
  if (signal?.aborted === true) {
    return { verdict: 'cancelled', reason: 'Cancelled before RunTask.', taskArns: [] };
  }
  const deadline = clock.now() + run.config.waitForMinutes * 60_000;
  const started = await startTask(run, deadline);
  if ('verdict' in started) return { ...started, taskArns: [] };
  const arn = started.taskArn ?? '';
  const taskArns = [arn];
  reporter.info(
    `Task ${resourceName(arn)} of ${resourceName(run.taskDefinitionArn)} in ${resourceName(plan.cluster)} (${arn})`
  );
  if (!plan.waitForStopped) {
    run.cleanupStore.remove(NOTE);
    return { verdict: 'started', reason: 'The task was started; its end is not waited for.', taskArns };
  }
  const progress = createProgressLog(reporter, clock, clock.now(), []);
  const seen = await followTask(run, arn, deadline, progress);
  const result = await conclude(run, arn, seen, progress);
  if (result.settled) run.cleanupStore.remove(NOTE);
  return { ...result.result, taskArns };
}

interface Seen {
  readonly ended: 'stopped' | 'timed-out' | 'cancelled';
  /** As it was last seen. */
  readonly task: Task | undefined;
  readonly logs: TaskLogs;
}

async function followTask(run: TaskRun, arn: string, deadline: number, progress: ProgressLog): Promise<Seen> {
  const { plan, ports, clock, signal } = run;
  const logs = createTaskLogs({
    logs: ports.logs,
    region: run.region,
    taskDefinition: run.taskDefinition,
    log: (container, text) => {
      for (const line of text.replace(/\s+$/, '').split(/\r?\n/)) progress.line(`${container} | ${line}`);
    },
    warnOnce: line => progress.warnOnce(line)
  });
  let task: Task | undefined;
  let state: string | undefined;
  const watched = await poll({
    clock,
    signal,
    deadline,
    doing: `Following the task ${resourceName(arn)}`,
    look: async () => {
      const [seen] = await ports.ecs.describeTasks(plan.cluster, [arn]);
      // A young task may not be known yet to what answers.
      if (seen === undefined || signal?.aborted === true) return seen;
      task = seen;
      const hasEnded = seen.lastStatus === 'STOPPED';
      if (hasEnded) await logs.read(seen);
      const line = describeTask(seen);
      if (line !== state) progress.line(line);
      state = line;
      if (!hasEnded && mayHaveLogged(seen)) await logs.read(seen);
      return seen;
    },
    judge: seen => (seen?.lastStatus === 'STOPPED' ? seen : undefined),
    onSilence: (_error, times) => {
      if (times === 5) progress.warnOnce('AWS does not answer (throttling, or the network); still trying.');
    }
  });
  return { ended: watched.kind === 'ended' ? 'stopped' : watched.kind, task, logs };
}

function mayHaveLogged({ lastStatus = '' }: Task): boolean {
  return !['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(lastStatus);
}

type Conclusion = Pick<TaskResult, 'verdict' | 'reason' | 'diagnosis'>;

async function conclude(
  run: TaskRun,
  arn: string,
  { ended, task, logs }: Seen,
  progress: ProgressLog
): Promise<{ readonly result: Conclusion; readonly settled: boolean }> {
  const { plan, config } = run;
  const ending = task === undefined ? undefined : judgeTask(task, plan.judged);
  if (ended !== 'stopped' || task === undefined || ending === undefined) {
    const cancelled = ended === 'cancelled';
    const policy = cancelled ? config.onCancel : config.onFailure;
    const stopped = await attemptStop(run, arn, policy, cancelled ? 'cancelled' : 'taking too long');
    const why = cancelled
      ? 'Cancelled.'
      : `The task had not ended within ${config.waitForMinutes} minutes (wait-for-minutes).`;
    const result = { verdict: cancelled ? 'cancelled' : 'timed-out', reason: `${why} ${stopped.reason}` } as const;
    return { result, settled: stopped.settled };
  }
  await readRest(run, task, logs);
  if (ending.succeeded) {
    progress.line(`The task succeeded: ${ending.what}.`);
    return { result: { verdict: 'succeeded', reason: `The task succeeded: ${ending.what}.` }, settled: true };
  }
  progress.line(`The task failed: ${ending.what}.`);
  const diagnosis = await gather(run, task, ending);
  return { result: { verdict: 'failed', reason: `The task failed: ${ending.what}.`, diagnosis }, settled: true };
}

/** The last lines are the ones that say why. */
async function readRest({ clock, signal }: TaskRun, task: Task, logs: TaskLogs): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet += 1) {
    await logs.read(task);
    if (quiet === 0) await clock.sleep(LOG_LAG, signal).catch(() => undefined);
  }
}

async function gather(run: TaskRun, task: Task, { what, stoppedTask: death }: TaskEnding): Promise<Diagnosis> {
  return diagnose({
    ports: run.ports,
    region: run.region,
    taskDefinitionArn: task.taskDefinitionArn ?? run.taskDefinitionArn,
    taskDefinition: run.taskDefinition,
    collector: {
      stoppedTasks: death === undefined ? [] : [death],
      gaps: [],
      look: () => Promise.resolve(),
      lookOnceMore: () => Promise.resolve()
    },
    events: [],
    stopReason: task.stoppedReason ?? what,
    lastState: undefined
  });
}

async function attemptStop(
  run: TaskRun,
  arn: string,
  policy: RolloutConfig['onCancel'],
  why: string
): Promise<{ readonly reason: string; readonly settled: boolean }> {
  const { ports, clock } = run.undoing ?? run;
  if (policy === 'leave') return { reason: 'The task was left running (leave).', settled: true };
  try {
    await stopTask({ cluster: run.plan.cluster, arn, why }, ports.ecs, clock);
    return { reason: 'Asked ECS to stop the task.', settled: true };
  } catch (error) {
    return { reason: error instanceof SlipwayError ? error.message : String(error), settled: false };
  }
}
