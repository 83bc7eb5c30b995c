import { explainAwsError } from '../../aws/errors.js';
import type { UndoPolicy } from '../../config/config.js';
import type { Verdict } from '../../outcome.js';
import { requestDeployment } from './request.js';
import { createEcsMonitor, type EcsMonitor, type FollowEnd } from './monitor.js';
import type { DeploymentRef } from './status.js';
import { clearDeployment, describeDeploymentRef, recordDeployment, withCancelPolicy } from '../cleanup-record.js';
import { ecsTimeout } from '../timeouts.js';
import type { Ending, RolloutResult, RolloutRun } from '../result.js';
import type { EcsTarget } from '../target.js';
import { findTaskSpans } from '../monitor/task-spans.js';
import {
  explainCancelled,
  explainNotUndone,
  isComplete,
  stopEcsDeployment,
  type InterruptedDeployment,
  type StopResult
} from '../rollback/stop-deployment.js';
import type { PollResult } from '../monitor/poll.js';
import { resourceName } from '../../text/arn.js';

/** For one look that AWS answers, in milliseconds; what has ended says so at the first. */
const LAST_LOOK = 300_000;

/**
 * Rolls a task definition out to a service with ECS's own controller: UpdateService, then our deployment is followed to its end.
 *
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
export async function rollOutEcs(checked: EcsTarget, asked: RolloutRun): Promise<RolloutResult> {
  const { taskDefinitionArn } = asked;
  if (asked.signal?.aborted === true) {
    const previousTaskDefinitionArn = checked.runningTaskDefinitionArn;
    const reason = 'Cancelled before UpdateService.';
    return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'cancelled', reason, timeline: [] };
  }
  const requested = await requestDeployment(checked, asked);
  if (requested.kind === 'doubt') {
    const { reason, previousTaskDefinitionArn } = requested;
    return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'failed', reason, timeline: [] };
  }
  const { target, own, primary, isNew } = requested;
  const base = { taskDefinitionArn, previousTaskDefinitionArn: own.previousTaskDefinitionArn };
  if (!isNew && primary.rolloutState === 'COMPLETED' && primary.runningCount === primary.desiredCount) {
    clearDeployment(target, asked);
    const reason = `${resourceName(taskDefinitionArn)} runs already; ECS started no deployment (force-new-deployment would).`;
    return { ...base, verdict: 'unchanged', reason, timeline: [] };
  }
  const run: RolloutRun = isNew
    ? asked
    : { ...asked, config: { ...asked.config, onFailure: 'leave', onCancel: 'leave' } };
  recordDeployment(target, run, describeDeploymentRef(own));
  run.reporter.info(
    `ECS deployment ${own.deploymentId} of ${resourceName(own.taskDefinitionArn)} to ${target.clusterName}/${target.serviceName} (${target.strategy})`
  );
  if (!isNew) {
    run.reporter.info('It was under way before this run, which follows it and neither stops it nor rolls it back.');
  }
  if (run.config.waitFor === 'nothing') {
    clearDeployment(target, run);
    return { ...base, verdict: 'started', reason: 'ECS took the request; it is not followed.', timeline: [] };
  }

  const follower = createEcsMonitor(target, run, own, findTold(target));
  const deadline = run.clock.now() + ecsTimeout(target, run.config);
  const watched = await follower.follow(own, {
    deadline,
    wanted: run.config.waitFor,
    failFast: true,
    signal: run.signal
  });
  const { ending, settled } = await conclude({ target, run, own, follower }, watched);
  if (settled) clearDeployment(target, run);
  const { serviceDeploymentArn } = follower;
  const diagnosis = ending.verdict === 'succeeded' ? undefined : await follower.diagnosis(ending);
  const timeline = follower.timeline.read();
  const tasks =
    ending.verdict === 'succeeded' ? await findTaskSpans(target, run, { since: own.createdAt, timeline }) : [];
  return {
    ...base,
    ...ending,
    ...(serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn }),
    ...(diagnosis === undefined ? {} : { diagnosis }),
    timeline,
    ...(tasks.length === 0 ? {} : { tasks })
  };
}

/** Events that were there before. */
function findTold(target: EcsTarget) {
  return target.service.events ?? [];
}

interface Job {
  readonly target: EcsTarget;
  readonly run: RolloutRun;
  readonly own: DeploymentRef;
  readonly follower: EcsMonitor;
}

interface Conclusion {
  readonly ending: Ending;
  /** Nothing is left for the post step to do. */
  readonly settled: boolean;
}

async function conclude(job: Job, watched: PollResult<FollowEnd>): Promise<Conclusion> {
  const { config } = job.run;
  if (watched.kind === 'cancelled') return cancel(job);
  if (watched.kind === 'timed-out') {
    const reason = `The deployment had not come to an end within ${config.waitForMinutes} minutes (wait-for-minutes) and the service's own waits.`;
    // What ECS calls healthy is not ended by us.
    const policy = job.follower.isHealthy ? 'leave' : config.onFailure;
    return undo(job, { verdict: 'timed-out', reason }, policy);
  }
  const { end } = watched;
  if (end.kind === 'fail-fast') return undo(job, { verdict: 'failed', reason: end.reason }, config.onFailure);
  if (end.ending.verdict === 'failed') return undo(job, end.ending, config.onFailure, true);
  return { ending: end.ending, settled: true };
}

async function cancel({ target, run, own, follower }: Job): Promise<Conclusion> {
  const left = describeLeft(target, own, follower);
  const stopResult = await attemptUndo(left, run.config.onCancel, run);
  return {
    ending: { verdict: 'cancelled', reason: explainCancelled(stopResult, run.config.onCancel) },
    settled: isComplete(stopResult, run.config.onCancel)
  };
}

/**
 * Carries out `on-failure` and follows what it sets off to its end.
 *
 * @param hasEnded the deployment was followed to its end, and ECS does not roll it back
 */
async function undo(job: Job, ending: Ending, policy: UndoPolicy, hasEnded = false): Promise<Conclusion> {
  const { target, run, own, follower } = job;
  const { progress } = follower;
  await follower.fail(ending.reason);
  const left = describeLeft(target, own, follower);
  const stopResult = await attemptUndo({ ...left, isRollbackOverdue: hasEnded }, policy, run);
  progress.line(stopResult.reason);
  if (stopResult.kind === 'left' || stopResult.kind === 'impossible') {
    const settled = isComplete(stopResult, policy);
    const { serviceDeploymentArn } = follower;
    // The post step tries what on-failure asks for.
    if (!settled)
      recordDeployment(target, withCancelPolicy(run, policy), { ...describeDeploymentRef(own), serviceDeploymentArn });
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
      reason: explainAwsError(error, `Undoing the deployment ${left.own.deploymentId}`).message
    };
  }
}

async function followUndo(job: Job, stopResult: StopResult): Promise<Ending | 'cancelled' | undefined> {
  const { run, own, follower } = job;
  const { signal } = run;
  // What had ended by itself is looked at until one look goes through; a rollback gets as long as the rollout had.
  const limit = stopResult.kind === 'nothing' ? LAST_LOOK : ecsTimeout(job.target, run.config);
  const followed = stopResult.kind === 'redeployed' ? stopResult.own : own;
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
  own: DeploymentRef,
  { serviceDeploymentArn }: EcsMonitor
): InterruptedDeployment {
  return { cluster: target.clusterArn, service: target.serviceName, own, serviceDeploymentArn };
}
