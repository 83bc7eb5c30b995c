import type { RolloutConfig } from '../config/config.js';
import { Cancelled, SlipwayError, Unanswered } from '../errors.js';
import { requireAppSpec, rollOutCodeDeploy } from './codedeploy/deploy.js';
import type { GoBack } from './gate/follow-gated.js';
import { rollOutEcs } from './ecs/deploy.js';
import type { RolloutResult, RolloutRun } from './result.js';
import { rollBack } from './rollback/rollback.js';
import { findTarget, type RolloutTarget } from './target.js';
import type { TakenUp } from './take-up/find-deployment.js';
import { followTakenUp, type Word } from './take-up/follow.js';

export interface RolloutInput extends RolloutRun {
  readonly target: RolloutTarget;
  /** The AppSpec with the registered ARN in it; only CodeDeploy needs one. */
  readonly appspec?: string | undefined;
  /** It is under way already, and nothing is begun; undefined: this run begins it. */
  readonly takenUp?: { readonly deployment: TakenUp; readonly word: Word } | undefined;
}

/**
 * Rolls a registered task definition out and follows the deployment as far as `wait-for` says.
 *
 * A deployment that fails, is rolled back, taken over, cancelled or runs out of time is a result and not an error. On a failure that
 * AWS does not end itself, and on a cancellation, `on-failure` and `on-cancel` are carried out before this returns. A change that was not
 * answered when the run was cancelled is left to the post step, in the cleanupStore.
 *
 * @throws SlipwayError where AWS refuses the request, or credentials or permissions end in the middle; the cleanupStore then still holds the deployment
 */
export async function rollOut({ target, appspec, takenUp, ...run }: RolloutInput): Promise<RolloutResult> {
  try {
    const goBack: GoBack = before => rollBackProven(target, before, run);
    if (takenUp !== undefined) return await followTakenUp(target, takenUp.deployment, takenUp.word, run, goBack);
    if (target.controller === 'ECS') return await rollOutEcs(target, run, goBack);
    return await rollOutCodeDeploy(target, requireAppSpec(appspec), run, goBack);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return {
      verdict: 'cancelled',
      reason: error instanceof Unanswered ? `${error.what} It is noted for the post step.` : error.what,
      taskDefinitionArn: run.taskDefinitionArn,
      previousTaskDefinitionArn: target.runningTaskDefinitionArn,
      timeline: []
    };
  }
}

/**
 * Deploys the last proven revision after a deployment of this run that has ended, and follows that to its end. undefined where it is not what
 * runs any more: what took its place is somebody else's.
 *
 * @param before what ran before it
 */
async function rollBackProven(
  target: RolloutTarget,
  before: string | undefined,
  run: RolloutRun
): Promise<RolloutResult | undefined> {
  const { ports, clock, taskDefinitionArn } = run;
  const config: RolloutConfig = {
    ...run.config,
    cluster: target.clusterArn,
    service: target.serviceName,
    waitFor: 'stable',
    onConflict: 'wait',
    forceNewDeployment: false,
    // What it goes back from must not come back.
    onFailure: 'leave',
    onCancel: 'leave',
    desiredCount: undefined
  };
  const fresh = await findTarget(config, { ...ports, clock });
  if (fresh.runningTaskDefinitionArn !== taskDefinitionArn) return undefined;
  const back = { ...run, config, gate: undefined, taskDefinition: undefined };
  try {
    return await rollBack(fresh, undefined, back);
  } catch (error) {
    // AWS knows of no earlier deployment: what ran before this one, it does.
    if (!(error instanceof SlipwayError) || error.code !== 'nothing-before' || before === undefined) throw error;
    return rollBack(fresh, before, back);
  }
}
