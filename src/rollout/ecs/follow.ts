import { explainAwsError } from '../../aws/errors.js';
import type { ServiceEvent } from '../../aws/types.js';
import type { UndoPolicy } from '../../config/config.js';
import type { Verdict } from '../../outcome.js';
import { createEcsMonitor, type EcsMonitor } from './monitor.js';
import { answerPause, gateEcs } from './pauses.js';
import type { DeploymentRef } from './status.js';
import { clearDeployment, describeDeploymentRef, recordDeployment, withCancelPolicy } from '../cleanup-record.js';
import { redeployProven } from '../gate/combine.js';
import { followGated, type FollowedResult, type GoBack, type Watched } from '../gate/follow-gated.js';
import { describePause } from '../gate/describe-pause.js';
import { explainGate } from '../gate/run-gate.js';
import { ecsTimeout } from '../timeouts.js';
import type { Pause } from '../gate/pause.js';
import type { Ending, RolloutRun } from '../result.js';
import type { EcsTarget } from '../target.js';
import { findTaskSpans } from '../monitor/task-spans.js';
import {
  explainCancelled,
  explainNotUndone,
  isComplete,
  isTooLate,
  stopEcsDeployment,
  type InterruptedDeployment,
  type StopResult
} from '../rollback/stop-deployment.js';

/** For one look that AWS answers, in milliseconds; what has ended says so at the first. */
const LAST_LOOK = 300_000;

/** A deployment that is to be followed. */
export interface EcsFollowing {
  readonly target: EcsTarget;
  readonly run: RolloutRun;
  readonly ref: DeploymentRef;
  /** Events that were told before. */
  readonly loggedEvents: readonly ServiceEvent[];
  /** Where it is known before the first look. */
  readonly serviceDeploymentArn?: string;
  /** The pause that a person's word ends. */
  readonly isReleased?: (pause: Pause) => boolean;
}

/**
 * Follows an ECS deployment as far as `wait-for` says, with its gate, and carries out `on-failure` and `on-cancel`.
 *
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
export async function followEcs(following: EcsFollowing, goBack?: GoBack): Promise<FollowedResult> {
  const { target, run, ref } = following;
  const follower = createEcsMonitor(target, run, ref, following.loggedEvents, following.serviceDeploymentArn);
  const { watched, gates } = await followGated(gateEcs(target, run, ref, follower), {
    run,
    wanted: run.config.waitFor,
    deadline: run.clock.now() + ecsTimeout(target, run.config),
    isReleased: following.isReleased
  });
  const { serviceDeploymentArn } = follower;
  const found = {
    ...(serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn }),
    ...(gates.length === 0 ? {} : { gates })
  };
  if (watched.kind === 'paused') {
    clearDeployment(target, run);
    const reason = describePause(watched.pause, { serviceDeploymentArn });
    return { verdict: 'paused', reason, ...found, timeline: follower.timeline.read() };
  }
  const { ending, settled } = await conclude({ target, run, ref, follower, goBack }, watched);
  if (settled) clearDeployment(target, run);
  const diagnosis = ending.verdict === 'succeeded' ? undefined : await follower.diagnosis(ending);
  const timeline = follower.timeline.read();
  const tasks =
    ending.verdict === 'succeeded' ? await findTaskSpans(target, run, { since: ref.createdAt, timeline }) : [];
  return {
    ...ending,
    ...found,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    timeline,
    ...(tasks.length === 0 ? {} : { tasks })
  };
}

interface Job {
  readonly target: EcsTarget;
  readonly run: RolloutRun;
  readonly ref: DeploymentRef;
  readonly follower: EcsMonitor;
  readonly goBack: GoBack | undefined;
}

interface Conclusion {
  readonly ending: Ending;
  /** Nothing is left for the post step to do. */
  readonly settled: boolean;
}

async function conclude(job: Job, watched: Exclude<Watched, { readonly kind: 'paused' }>): Promise<Conclusion> {
  const { config } = job.run;
  if (watched.kind === 'cancelled') return cancel(job);
  if (watched.kind === 'timed-out') {
    const reason = `The deployment had not come to an end within ${config.waitForMinutes} minutes (wait-for-minutes) and the service's own waits.`;
    // What ECS calls healthy is not ended by us.
    const policy = job.follower.isHealthy ? 'leave' : config.onFailure;
    return undo(job, { verdict: 'timed-out', reason }, policy);
  }
  if (watched.kind === 'gate-failed') return takeBack(job, watched);
  const { end } = watched;
  if (end.kind === 'fail-fast') return undo(job, { verdict: 'failed', reason: end.reason }, config.onFailure);
  if (end.kind !== 'ending') throw new Error(`A deployment was followed no further than ${end.kind}.`);
  if (end.ending.verdict === 'failed') return undo(job, end.ending, config.onFailure, { hasEnded: true });
  return { ending: end.ending, settled: true };
}

/** After a gate that failed: its pause is answered with a rollback, a live version is taken back; what has ended is deployed back. */
async function takeBack(
  job: Job,
  { gate, pause, ended }: Extract<Watched, { readonly kind: 'gate-failed' }>
): Promise<Conclusion> {
  const { target, run, follower } = job;
  const ending: Ending = { verdict: 'failed', reason: explainGate(gate) };
  await follower.fail(ending.reason, 'gate');
  // Only a rolling update has no way back of its own, so there on-failure says what becomes of it.
  const policy = target.strategy === 'ROLLING' ? run.config.onFailure : 'rollback';
  if (ended !== undefined) return redeploy(job, ending, policy);
  const arn = follower.serviceDeploymentArn;
  const answer = async (): Promise<StopResult | undefined> => {
    if (pause === undefined || arn === undefined) return undefined;
    const { ports, clock } = run.undoing ?? run;
    const isAnswered = await answerPause({ arn, pause, action: 'ROLLBACK' }, ports.ecs, clock);
    return isAnswered ? { kind: 'stopping', reason: 'Asked ECS to roll back.' } : undefined;
  };
  return undo(job, ending, policy, { answer });
}

async function redeploy({ follower, goBack, ref }: Job, ending: Ending, policy: UndoPolicy): Promise<Conclusion> {
  if (policy !== 'rollback' || goBack === undefined) {
    const reason = `${ending.reason} The deployment had succeeded; it is left (on-failure: ${policy}).`;
    return { ending: { ...ending, reason }, settled: true };
  }
  follower.progress.line('The deployment has ended, so the last proven revision is deployed again.');
  follower.timeline.enter('rollback');
  return { ending: await redeployProven(ending, () => goBack(ref.previousTaskDefinitionArn)), settled: true };
}

async function cancel({ target, run, ref, follower }: Job): Promise<Conclusion> {
  const left = describeLeft(target, ref, follower);
  const stopResult = await attemptUndo(left, run.config.onCancel, run);
  return {
    ending: { verdict: 'cancelled', reason: explainCancelled(stopResult, run.config.onCancel) },
    settled: isComplete(stopResult, run.config.onCancel)
  };
}

interface UndoOptions {
  /** The deployment was followed to its end, and ECS does not roll it back. */
  readonly hasEnded?: boolean;
  /** Tried before anything else; undefined where it does not apply. */
  readonly answer?: () => Promise<StopResult | undefined>;
}

/** Carries out `on-failure` and follows what it sets off to its end. */
async function undo(job: Job, ending: Ending, policy: UndoPolicy, options: UndoOptions = {}): Promise<Conclusion> {
  const { target, run, ref, follower } = job;
  const { progress } = follower;
  const { hasEnded = false, answer } = options;
  await follower.fail(ending.reason);
  const left = { ...describeLeft(target, ref, follower), isRollbackOverdue: hasEnded };
  const stopResult = (await answer?.().catch(() => undefined)) ?? (await attemptUndo(left, policy, run));
  // It succeeded in the very moment, and its gate did not pass.
  if (answer !== undefined && policy === 'rollback' && isTooLate(stopResult)) return redeploy(job, ending, policy);
  progress.line(stopResult.reason);
  if (stopResult.kind === 'left' || stopResult.kind === 'impossible') {
    const settled = isComplete(stopResult, policy);
    const { serviceDeploymentArn } = follower;
    // The post step tries what on-failure asks for.
    if (!settled)
      recordDeployment(target, withCancelPolicy(run, policy), { ...describeDeploymentRef(ref), serviceDeploymentArn });
    return { ending: explainNotUndone(ending, stopResult, !settled), settled };
  }
  const result = await followUndo(job, stopResult);
  if (result === 'cancelled') {
    return {
      ending: { ...ending, reason: `${ending.reason} ${stopResult.reason} It was not followed: cancelled.` },
      settled: true
    };
  }
  return { ending: combine(ending, stopResult, result), settled: true };
}

/** An undo that AWS refuses must not hide why the rollout failed in the first place. */
async function attemptUndo(
  left: InterruptedDeployment,
  policy: UndoPolicy,
  run: RolloutRun
): Promise<StopResult | { readonly kind: 'impossible'; readonly reason: string }> {
  const { ports, clock } = run.undoing ?? run;
  try {
    return await stopEcsDeployment(left, policy, ports.ecs, clock);
  } catch (error) {
    return {
      kind: 'impossible',
      reason: explainAwsError(error, `Undoing the deployment ${left.ref.deploymentId}`).message
    };
  }
}

async function followUndo(job: Job, stopResult: StopResult): Promise<Ending | 'cancelled' | undefined> {
  const { run, ref, follower } = job;
  const { signal } = run;
  // What had ended by itself is looked at until one look goes through; a rollback gets as long as the rollout had.
  const limit = stopResult.kind === 'nothing' ? LAST_LOOK : ecsTimeout(job.target, run.config);
  const followed = stopResult.kind === 'redeployed' ? stopResult.ref : ref;
  const deadline = run.clock.now() + limit;
  const watched = await follower.follow(followed, { deadline, wanted: 'stable', failFast: false, signal });
  if (watched.kind === 'cancelled') return 'cancelled';
  return watched.kind === 'ended' && watched.end.kind === 'ending' ? watched.end.ending : undefined;
}

/** The verdict of a rollout that this run called off: what AWS made of it in the end. */
function combine(ending: Ending, stopResult: StopResult, result: Ending | undefined): Ending {
  if (result === undefined) {
    const open = stopResult.kind === 'nothing' ? stopResult.reason : `${stopResult.reason} It has not ended yet.`;
    return { ...ending, reason: `${ending.reason} ${open}` };
  }
  // It succeeded in the very moment when it was given up.
  if (stopResult.kind === 'nothing' && result.verdict !== 'failed') return result;
  if (stopResult.kind === 'stopping' && result.verdict === 'succeeded') return result;
  const wentBack =
    result.verdict === 'rolled-back' || (stopResult.kind === 'redeployed' && result.verdict === 'succeeded');
  if (!wentBack) return { ...ending, reason: `${ending.reason} ${stopResult.reason}` };
  const verdict: Verdict = ending.verdict === 'timed-out' ? 'timed-out' : 'rolled-back';
  return {
    verdict,
    reason: `${ending.reason} ${stopResult.reason} The service is back on its previous task definition.`
  };
}

function describeLeft(
  target: EcsTarget,
  ref: DeploymentRef,
  { serviceDeploymentArn }: EcsMonitor
): InterruptedDeployment {
  return { cluster: target.clusterArn, service: target.serviceName, ref, serviceDeploymentArn };
}
