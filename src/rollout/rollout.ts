import { requireAppSpec, rollOutCodeDeploy } from './codedeploy.js';
import { rollOutEcs } from './ecs.js';
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
 * AWS does not end itself, and on a cancellation, `on-failure` and `on-cancel` are carried out before this returns.
 *
 * @throws SlipwayError where AWS refuses the request, or credentials or permissions end in the middle; the ledger then still holds the deployment
 */
export async function rollOut({ target, appspec, ...run }: RolloutInput): Promise<RolloutResult> {
  if (target.controller === 'ECS') return rollOutEcs(target, run);
  return rollOutCodeDeploy(target, requireAppSpec(appspec), run);
}
