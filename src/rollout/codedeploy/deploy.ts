import { awsErrorName, explainAwsError, isThrottling } from '../../aws/errors.js';
import { SlipwayError } from '../../errors.js';
import { followCodeDeploy, type CodeDeployFollowing } from './follow.js';
import type { GoBack } from '../gate/follow-gated.js';
import { findActive, findOwnDeployment, hashAppSpec } from './identity.js';
import { resolveConflict } from '../conflict.js';
import { refreshBeforeCreate } from '../fresh-target.js';
import { clearDeployment, recordDeployment } from '../cleanup-record.js';
import { makeMark } from '../mark.js';
import { createDeploymentInput, describeSettings } from '../requests.js';
import type { RolloutResult, RolloutRun } from '../result.js';
import { mayHaveTakenEffect, sendOnce } from '../idempotent-call.js';
import type { CodeDeployTarget } from '../target.js';
import { resourceName } from '../../text/arn.js';

/** Our clock and CodeDeploy's may differ by as much when a lost deployment is looked for. */
const CLOCK_MARGIN = 60_000;
/** How often another deployment may get in between. */
const ATTEMPTS_AMONG_RIVALS = 5;

/**
 * Rolls a task definition out to a service that CodeDeploy deploys: CreateDeployment with the AppSpec as content, then the deployment
 * is followed to its end, and so is its rollback, which is a deployment of its own.
 *
 * @param appspec the AppSpec with the registered task definition's ARN in it, sent byte for byte
 * @param goBack what a gate that fails after the end of the deployment is answered with
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
export async function rollOutCodeDeploy(
  checked: CodeDeployTarget,
  appspec: string,
  run: RolloutRun,
  goBack?: GoBack
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

  return { ...base, ...(await followCodeDeploy({ target, run, id, note, startedAt }, goBack)) };
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
): Promise<Pick<CodeDeployFollowing, 'id' | 'target' | 'note'>> {
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

/** CodeDeploy needs an AppSpec; that there is none is a mistake of the caller, not of the user. */
export function requireAppSpec(appspec: string | undefined): string {
  if (appspec !== undefined) return appspec;
  throw new SlipwayError({
    code: 'no-appspec',
    fault: 'slipway',
    what: 'A service with the controller CODE_DEPLOY needs an AppSpec, and none was made.'
  });
}
