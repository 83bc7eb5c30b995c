import { explainAwsError, isThrottling } from '../../aws/errors.js';
import type { Failure, Task } from '../../aws/types.js';
import { fillFacts } from '../../causes/cause.js';
import { causeOfPlacement } from '../../causes/service-event.js';
import { mayHaveTakenEffect } from '../idempotent-call.js';
import { makeMark } from '../mark.js';
import { retry } from '../../retry.js';
import { retryTransient } from '../transient.js';
import { resourceName } from '../../text/arn.js';
import type { TaskRun } from './task-run.js';

/** What the cleanup record calls the task. */
export const NOTE = 'task before the rollout';

/** Why no task was started. */
interface NotStarted {
  readonly verdict: 'failed' | 'cancelled';
  /** One or two sentences. */
  readonly reason: string;
}

/** In milliseconds: capacity comes within minutes, not within seconds. */
const PAUSES = { first: 5_000, factor: 2, longest: 30_000, jitter: 0.1 };

/** What ECS answered where it started no task. */
interface NoPlace {
  readonly what: string;
  /** What to do about it; '' where nothing is known. */
  readonly advice: string;
  /** Whether others or time may change it: CPU, memory, a port or a network interface is taken, an agent is away, there is no instance. */
  readonly passes: boolean;
}

/**
 * Starts the task (RunTask). Where ECS has no place for it now, as what an autoscaling group or Fargate gives may come, it asks again, and says
 * so, until the deadline.
 *
 * @param deadline in milliseconds of the clock
 * @throws SlipwayError where AWS refuses the request for another reason
 */
export async function startTask(run: TaskRun, deadline: number): Promise<Task | NotStarted> {
  const { plan, clock, reporter, signal } = run;
  // What all attempts are found by; each has a token of its own, as what a token was answered is answered again.
  const mark = makeMark();
  const startedBy = plan.startedBy ?? mark;
  const askedAt = clock.now();
  let attempts = 0;
  let awaited: NoPlace | undefined;
  const attempt = async (): Promise<Task | NoPlace> => {
    awaited = undefined;
    attempts += 1;
    const clientToken = attempts === 1 ? mark : makeMark();
    const started = await sendRunTask(run, { startedBy, clientToken, askedAt });
    return typeof started === 'string' ? explainNoPlace(started) : started;
  };
  const reportWait = (noPlace: Task | NoPlace): void => {
    if (!isNoPlace(noPlace)) return;
    awaited = noPlace;
    const minutes = run.config.waitForMinutes;
    const first = `That may pass: trying again for up to ${minutes} minutes (wait-for-minutes).`;
    reporter.info(`${noPlace.what} ${attempts === 1 ? first : 'Still trying.'}`);
  };
  try {
    const isPending = (answer: Task | NoPlace): boolean => isNoPlace(answer) && answer.passes;
    const options = { clock, signal, deadline, pauses: PAUSES, isPending, onPending: reportWait };
    const answer = await retry<Task | NoPlace>(options, attempt);
    if (!isNoPlace(answer)) return answer;
    const { what, advice, passes } = answer;
    return notStarted(run, [what, ...(passes ? [describeWait(run, attempts)] : []), advice].join(' ').trimEnd());
  } catch (error) {
    if (awaited === undefined) throw error;
    run.cleanupStore.remove(NOTE);
    return { verdict: 'cancelled', reason: `Cancelled while waiting for a place for the task. ${awaited.what}` };
  }
}

function isNoPlace(answer: Task | NoPlace): answer is NoPlace {
  return 'passes' in answer;
}

/** @param said as ECS says it, without a full stop */
function explainNoPlace(said: string): NoPlace {
  const found = causeOfPlacement(said);
  return {
    what: `ECS started no task: ${said}.`,
    advice: found === undefined ? '' : fillFacts(found.cause.advice, found.facts),
    passes: found !== undefined && found.cause.deterministic !== true
  };
}

function describeWait({ config }: TaskRun, attempts: number): string {
  const times = attempts === 1 ? 'once' : `${attempts} times`;
  return `It was asked ${times} within ${config.waitForMinutes} minutes (wait-for-minutes).`;
}

function notStarted({ cleanupStore }: TaskRun, reason: string): NotStarted {
  cleanupStore.remove(NOTE);
  return { verdict: 'failed', reason };
}

/** How one request is recognized. */
interface Marks {
  readonly startedBy: string;
  readonly clientToken: string;
  readonly askedAt: number;
}

/** The task that RunTask started, or why it started none, as ECS says it, without a full stop. */
async function sendRunTask(run: TaskRun, { startedBy, clientToken, askedAt }: Marks): Promise<Task | string> {
  const { plan, ports, clock, taskDefinitionArn } = run;
  noteTask(run, '', startedBy, askedAt);
  const input = { ...plan.launch, cluster: plan.cluster, taskDefinition: taskDefinitionArn, startedBy, clientToken };
  const sent = { isLost: false };
  const noteLost = (error: unknown): never => {
    sent.isLost ||= mayHaveTakenEffect(error) && !isThrottling(error);
    throw error;
  };
  try {
    // Sent again with the same token after a lost answer, it starts nothing twice.
    const { tasks, failures } = await retryTransient(clock, () => ports.ecs.runTask(input).catch(noteLost));
    const [task] = tasks;
    if (task?.taskArn === undefined) return describeFailure(failures);
    noteTask(run, task.taskArn, startedBy, askedAt);
    return task;
  } catch (error) {
    if (!sent.isLost && error instanceof Error && /^No Container Instances were found/.test(error.message))
      return error.message.replace(/[.\s]+$/, '');
    // A refusal started nothing. Where an answer was lost before it, or anything else happened, the post step looks for the task.
    const failure = explainAwsError(error, `Running a task of ${resourceName(taskDefinitionArn)}`);
    if (failure.fault === 'user' && !sent.isLost && !mayHaveTakenEffect(error)) run.cleanupStore.remove(NOTE);
    throw failure;
  }
}

function noteTask(
  { plan, region, taskDefinitionArn, isOwnRevision = false, config, cleanupStore }: TaskRun,
  arn: string,
  startedBy: string,
  askedAt: number
): void {
  const { cluster } = plan;
  const { onCancel } = config;
  const isMarked = plan.startedBy === undefined;
  const marks = { startedBy, isMarked, isOwnRevision, askedAt };
  cleanupStore.add(NOTE, { kind: 'task', region, cluster, arn, taskDefinitionArn, ...marks, onCancel });
}

function describeFailure([failure]: readonly Failure[]): string {
  const reason = [failure?.reason, failure?.detail].filter(text => text !== undefined && text !== '').join(': ');
  return reason === '' ? 'RunTask answered without a task and without a reason' : reason.replace(/[.\s]+$/, '');
}
