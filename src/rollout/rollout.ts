import { Cancelled, Unanswered } from '../errors.js';
import { requireAppSpec, rollOutCodeDeploy } from './codedeploy/deploy.js';
import { rollOutEcs } from './ecs/deploy.js';
import type { RolloutResult, RolloutRun } from './result.js';
import type { RolloutTarget } from './target.js';

export interface RolloutInput extends RolloutRun {
  readonly target: RolloutTarget;
  /** The AppSpec with the registered ARN in it; only CodeDeploy needs one. */
  readonly appspec?: string | undefined;
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
export async function rollOut({ target, appspec, ...run }: RolloutInput): Promise<RolloutResult> {
  try {
    if (target.controller === 'ECS') return await rollOutEcs(target, run);
    return await rollOutCodeDeploy(target, requireAppSpec(appspec), run);
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
