import { awsErrorName, explainAwsError, isThrottling } from '../../aws/errors.js';
import type { UndoPolicy } from '../../config/config.js';
import { SlipwayError } from '../../errors.js';
import { createCodeDeployMonitor, type CodeDeployEnd, type CodeDeployMonitor } from './monitor.js';
import { findActive, findOwnDeployment, hashAppSpec } from './identity.js';
import { resolveConflict } from '../conflict.js';
import { refreshBeforeCreate } from '../fresh-target.js';
import { clearDeployment, recordDeployment, withCancelPolicy } from '../cleanup-record.js';
import { codeDeployTimeout } from '../timeouts.js';
import { makeMark } from '../mark.js';
import { createDeploymentInput, describeSettings } from '../requests.js';
import type { Ending, RolloutResult, RolloutRun } from '../result.js';
import { mayHaveTakenEffect, sendOnce } from '../idempotent-call.js';
import type { CodeDeployTarget } from '../target.js';
import { findTaskSpans } from '../monitor/task-spans.js';
import {
  explainCancelled,
  explainNotUndone,
  isComplete,
  stopCodeDeployDeployment,
  type StopResult
} from '../rollback/stop-deployment.js';
import type { PollResult } from '../monitor/poll.js';
import { resourceName } from '../../text/arn.js';

/** Our clock and CodeDeploy's may differ by as much when a lost deployment is looked for. */
const CLOCK_MARGIN = 60_000;
/** For one look that AWS answers, in milliseconds; what has ended says so at the first. */
const LAST_LOOK = 300_000;
/** How often another deployment may get in between. */
const ATTEMPTS_AMONG_RIVALS = 5;

/**
 * Rolls a task definition out to a service that CodeDeploy deploys: CreateDeployment with the AppSpec as content, then the deployment
 * is followed to its end, and so is its rollback, which is a deployment of its own.
 *
 * @param appspec the AppSpec with the registered task definition's ARN in it, sent byte for byte
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
export async function rollOutCodeDeploy(
  checked: CodeDeployTarget,
  appspec: string,
  run: RolloutRun
): Promise<RolloutResult> {
  const { taskDefinitionArn } = run;
  if (run.signal?.aborted === true) {
    const previousTaskDefinitionArn = checked.runningTaskDefinitionArn;
    const reason = 'Cancelled before CreateDeployment.';
    return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'cancelled', reason, timeline: [] };
  }
  await updateSettings(checked, run);
  const startedAt = run.clock.now();
  const { id, target, note } = await requestDeployment(checked, appspec, run);
  const base = { taskDefinitionArn, previousTaskDefinitionArn: target.runningTaskDefinitionArn };
  run.reporter.info(
    `CodeDeploy deployment ${id} of ${resourceName(run.taskDefinitionArn)} to ${target.clusterName}/${target.serviceName} (${target.application}, ${target.deploymentGroup})`
  );
  if (run.config.waitFor === 'nothing') {
    clearDeployment(target, run);
    const reason = 'CodeDeploy took the request; it is not followed.';
    return { ...base, verdict: 'started', reason, codedeployDeploymentId: id, timeline: [] };
  }

  const limit = await codeDeployTimeout(target, run.config, run.ports.codedeploy);
  const follower = createCodeDeployMonitor(target, run, id);
  const watched = await follower.follow({
    deadline: run.clock.now() + limit,
    wanted: run.config.waitFor,
    failFast: true,
    signal: run.signal
  });
  const { ending, settled } = await conclude({ target, run, id, note, follower, limit }, watched);
  if (settled) clearDeployment(target, run);
  const diagnosis = ending.verdict === 'succeeded' ? undefined : await follower.diagnosis(ending);
  const timeline = follower.timeline.read();
  const tasks = ending.verdict === 'succeeded' ? await findTaskSpans(target, run, { since: startedAt, timeline }) : [];
  return {
    ...base,
    ...ending,
    codedeployDeploymentId: id,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    timeline,
    ...(tasks.length === 0 ? {} : { tasks })
  };
}

/** What UpdateService still takes for such a service; sent only where something was asked for. */
async function updateSettings(target: CodeDeployTarget, { config, ports, clock }: RolloutRun): Promise<void> {
  const input = describeSettings(target, config);
  if (input === undefined) return;
  try {
    // The same settings twice are the same settings.
    await sendOnce({ clock, send: () => ports.ecs.updateService(input), find: async () => undefined });
  } catch (error) {
    throw explainAwsError(error, `Updating the service ${target.serviceName}`);
  }
}

/** Makes our deployment, after a look at the service; a repetition looks again. Notes for the post step what it is recognized by first. */
async function requestDeployment(
  checked: CodeDeployTarget,
  content: string,
  run: RolloutRun
): Promise<Pick<Job, 'id' | 'target' | 'note'>> {
  const { config, ports, clock } = run;
  const { application, deploymentGroup } = checked;
  const mark = makeMark();
  const input = createDeploymentInput(checked, { content, sha256: hashAppSpec(content) }, config, mark);
  const askedAt = clock.now();
  const since = new Date(askedAt - CLOCK_MARGIN);
  let target = checked;
  const note = (id: string, noted = run): void =>
    recordDeployment(target, noted, {
      id,
      mark,
      askedAt,
      deploymentsBefore: [],
      previousTaskDefinitionArn: target.runningTaskDefinitionArn
    });
  const query = { application, deploymentGroup, mark, since };
  for (let attempt = 1; ; attempt += 1) {
    const sent = { isLost: false, mayBeActive: false };
    try {
      const id = await sendOnce({
        clock,
        send: async () => {
          target = await refreshBeforeCreate(target, run);
          note('');
          try {
            return await ports.codedeploy.createDeployment(input);
          } catch (error) {
            sent.isLost ||= mayHaveTakenEffect(error) && !isThrottling(error);
            if (!sent.isLost || !isTaken(error)) throw error;
            // What is active may be what the lost request made.
            const active = await findActive(query, ports.codedeploy, clock);
            if (active.kind === 'ours') return active.id;
            sent.mayBeActive = active.kind === 'unlisted';
            throw error;
          }
        },
        find: () => findOwnDeployment(query, ports.codedeploy)
      });
      note(id);
      return { id, target, note: noted => note(id, noted) };
    } catch (error) {
      // Somebody else's deployment began after the look before ours.
      const mayMakeWay = isTaken(error) && !sent.mayBeActive && attempt < ATTEMPTS_AMONG_RIVALS;
      if (mayMakeWay && (await wayIsMade(target, run))) continue;
      // Where AWS did not answer to the last, or lists nothing that is active, the post step looks once more.
      if (!mayHaveTakenEffect(error) && !sent.mayBeActive) clearDeployment(target, run);
      throw explainAwsError(error, `Creating a deployment in ${deploymentGroup}`);
    }
  }
}

/** A group has one active deployment at a time. */
function isTaken(error: unknown): boolean {
  return awsErrorName(error) === 'DeploymentLimitExceededException';
}

/** Whether `on-conflict` got a rival out of the way; nothing of ours is under way then. */
async function wayIsMade(target: CodeDeployTarget, run: RolloutRun): Promise<boolean> {
  try {
    await resolveConflict(target, run);
    return run.config.onConflict === 'wait' || run.config.onConflict === 'replace';
  } catch (error) {
    clearDeployment(target, run);
    throw error;
  }
}

interface Job {
  readonly target: CodeDeployTarget;
  readonly run: RolloutRun;
  readonly id: string;
  /** Notes it for the post step, with what this run is to be taken for. */
  readonly note: (run: RolloutRun) => void;
  readonly follower: CodeDeployMonitor;
  /** Milliseconds. */
  readonly limit: number;
}

interface Conclusion {
  readonly ending: Ending;
  readonly settled: boolean;
}

async function conclude(job: Job, watched: PollResult<CodeDeployEnd>): Promise<Conclusion> {
  const { config } = job.run;
  if (watched.kind === 'cancelled') return cancel(job);
  if (watched.kind === 'timed-out') {
    const reason = `The deployment had not come to an end within ${Math.round(job.limit / 60_000)} minutes (wait-for-minutes and the deployment group's own waits).`;
    return undo(job, { verdict: 'timed-out', reason }, config.onFailure);
  }
  const { end } = watched;
  if (end.kind === 'fail-fast') return undo(job, { verdict: 'failed', reason: end.reason }, config.onFailure);
  return { ending: end.ending, settled: true };
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

/** CodeDeploy needs an AppSpec; that there is none is a mistake of the caller, not of the user. */
export function requireAppSpec(appspec: string | undefined): string {
  if (appspec !== undefined) return appspec;
  throw new SlipwayError({
    code: 'no-appspec',
    fault: 'slipway',
    what: 'A service with the controller CODE_DEPLOY needs an AppSpec, and none was made.'
  });
}
