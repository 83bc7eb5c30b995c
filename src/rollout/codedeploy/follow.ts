import { explainAwsError } from '../../aws/errors.js';
import type { UndoPolicy } from '../../config/config.js';
import { createCodeDeployMonitor, type CodeDeployMonitor } from './monitor.js';
import { gateCodeDeploy } from './pauses.js';
import { clearDeployment, withCancelPolicy } from '../cleanup-record.js';
import { redeployProven } from '../gate/combine.js';
import { describePause } from '../gate/describe-pause.js';
import { followGated, type FollowedResult, type GoBack, type Watched } from '../gate/follow-gated.js';
import { explainGate } from '../gate/run-gate.js';
import { codeDeployTimeout } from '../timeouts.js';
import type { Pause } from '../gate/pause.js';
import type { Ending, RolloutRun } from '../result.js';
import type { CodeDeployTarget } from '../target.js';
import { findTaskSpans } from '../monitor/task-spans.js';
import {
  explainCancelled,
  explainNotUndone,
  isComplete,
  isTooLate,
  stopCodeDeployDeployment,
  type StopResult
} from '../rollback/stop-deployment.js';

/** For one look that AWS answers, in milliseconds; what has ended says so at the first. */
const LAST_LOOK = 300_000;

/** A deployment that is to be followed. */
export interface CodeDeployFollowing {
  readonly target: CodeDeployTarget;
  readonly run: RolloutRun;
  readonly id: string;
  /** Notes it for the post step, with what this run is to be taken for. */
  readonly note: (run: RolloutRun) => void;
  /** When it began, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** The pause that a person's word ends. */
  readonly isReleased?: (pause: Pause) => boolean;
}

/**
 * Follows a CodeDeploy deployment as far as `wait-for` says, with its gate, and carries out `on-failure` and `on-cancel`.
 *
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
export async function followCodeDeploy(following: CodeDeployFollowing, goBack?: GoBack): Promise<FollowedResult> {
  const { target, run, id, startedAt } = following;
  const limit = await codeDeployTimeout(target, run.config, run.ports.codedeploy);
  const follower = createCodeDeployMonitor(target, run, id);
  const { watched, gates } = await followGated(gateCodeDeploy(target, run, id, follower), {
    run,
    wanted: run.config.waitFor,
    deadline: run.clock.now() + limit,
    isReleased: following.isReleased
  });
  const found = { codedeployDeploymentId: id, ...(gates.length === 0 ? {} : { gates }) };
  if (watched.kind === 'paused') {
    clearDeployment(target, run);
    return {
      verdict: 'paused',
      reason: describePause(watched.pause, found),
      ...found,
      timeline: follower.timeline.read()
    };
  }
  const { ending, settled } = await conclude({ ...following, follower, limit, goBack }, watched);
  if (settled) clearDeployment(target, run);
  const diagnosis = ending.verdict === 'succeeded' ? undefined : await follower.diagnosis(ending);
  const timeline = follower.timeline.read();
  const tasks = ending.verdict === 'succeeded' ? await findTaskSpans(target, run, { since: startedAt, timeline }) : [];
  return {
    ...ending,
    ...found,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    timeline,
    ...(tasks.length === 0 ? {} : { tasks })
  };
}

interface Job extends CodeDeployFollowing {
  readonly goBack: GoBack | undefined;
  readonly follower: CodeDeployMonitor;
  /** Milliseconds. */
  readonly limit: number;
}

interface Conclusion {
  readonly ending: Ending;
  readonly settled: boolean;
}

async function conclude(job: Job, watched: Exclude<Watched, { readonly kind: 'paused' }>): Promise<Conclusion> {
  const { config } = job.run;
  if (watched.kind === 'cancelled') return cancel(job);
  if (watched.kind === 'timed-out') {
    const reason = `The deployment had not come to an end within ${Math.round(job.limit / 60_000)} minutes (wait-for-minutes and the deployment group's own waits).`;
    return undo(job, { verdict: 'timed-out', reason }, config.onFailure);
  }
  if (watched.kind === 'gate-failed') return takeBack(job, watched);
  const { end } = watched;
  if (end.kind === 'fail-fast') return undo(job, { verdict: 'failed', reason: end.reason }, config.onFailure);
  if (end.kind !== 'ending') throw new Error(`A deployment was followed no further than ${end.kind}.`);
  return { ending: end.ending, settled: true };
}

/** After a gate that failed: the deployment is stopped with a rollback; what has ended is deployed back. */
async function takeBack(
  job: Job,
  { gate, ended }: Extract<Watched, { readonly kind: 'gate-failed' }>
): Promise<Conclusion> {
  const ending: Ending = { verdict: 'failed', reason: explainGate(gate) };
  await job.follower.fail(ending.reason, 'gate');
  return ended === undefined ? undo(job, ending, 'rollback') : redeploy(job, ending);
}

async function redeploy({ target, follower, goBack }: Job, ending: Ending): Promise<Conclusion> {
  follower.progress.line('The deployment has ended, so the last proven revision is deployed again.');
  follower.timeline.enter('rollback');
  return { ending: await redeployProven(ending, async () => goBack?.(target.runningTaskDefinitionArn)), settled: true };
}

async function cancel({ run, id }: Job): Promise<Conclusion> {
  const stopResult = await attemptUndo(id, run.config.onCancel, run);
  return {
    ending: { verdict: 'cancelled', reason: explainCancelled(stopResult, run.config.onCancel) },
    settled: isComplete(stopResult, run.config.onCancel)
  };
}

async function undo(job: Job, ending: Ending, policy: UndoPolicy): Promise<Conclusion> {
  const { run, id, follower } = job;
  await follower.fail(ending.reason);
  const stopResult = await attemptUndo(id, policy, run);
  follower.progress.line(stopResult.reason);
  // It succeeded in the very moment, and its gate did not pass.
  if (follower.isFailedByGate && isTooLate(stopResult)) return redeploy(job, ending);
  if (stopResult.kind === 'left' || stopResult.kind === 'impossible') {
    const settled = isComplete(stopResult, policy);
    // The post step tries what on-failure asks for.
    if (!settled) job.note(withCancelPolicy(run, policy));
    return { ending: explainNotUndone(ending, stopResult, !settled), settled };
  }
  if (stopResult.kind === 'stopping' && policy === 'rollback') follower.expectRollback();
  const limit = stopResult.kind === 'nothing' ? LAST_LOOK : job.limit;
  const deadline = run.clock.now() + limit;
  const watched = await follower.follow({ deadline, wanted: 'stable', failFast: false, signal: run.signal });
  const result = watched.kind === 'ended' && watched.end.kind === 'ending' ? watched.end.ending : undefined;
  return { ending: combine(ending, stopResult, result), settled: true };
}

function combine(ending: Ending, stopResult: StopResult, result: Ending | undefined): Ending {
  if (result === undefined)
    return { ...ending, reason: `${ending.reason} ${stopResult.reason} It was not followed to its end.` };
  // It succeeded in the very moment when it was given up.
  if (stopResult.kind === 'nothing' && result.verdict !== 'failed') return result;
  if (stopResult.kind === 'stopping' && result.verdict === 'succeeded') return result;
  if (result.verdict !== 'rolled-back') return { ...ending, reason: `${ending.reason} ${stopResult.reason}` };
  const verdict = ending.verdict === 'timed-out' ? 'timed-out' : 'rolled-back';
  return { verdict, reason: `${ending.reason} ${stopResult.reason} The traffic is back on the previous tasks.` };
}

/** An undo that AWS refuses must not hide why the rollout failed in the first place. */
async function attemptUndo(
  id: string,
  policy: UndoPolicy,
  run: RolloutRun
): Promise<StopResult | { readonly kind: 'impossible'; readonly reason: string }> {
  const { ports, clock } = run.undoing ?? run;
  try {
    return await stopCodeDeployDeployment(id, policy, ports.codedeploy, clock);
  } catch (error) {
    return { kind: 'impossible', reason: explainAwsError(error, `Undoing the deployment ${id}`).message };
  }
}
