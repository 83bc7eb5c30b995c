import type { DeploymentConfiguration } from '../../aws/types.js';
import type { Clock } from '../../ports.js';

/** Where a deployment ended badly, its rollback is listed a moment later; where none has come by then, there is none. */
const ROLLBACK_GRACE = 30_000;
/** Our clock and AWS's may differ by as much. */
const CLOCK_MARGIN = 300_000;

/**
 * Whether ECS itself takes a failed deployment back: the circuit breaker or the alarms are on, with rollback. Where nothing earlier has
 * completed, ECS finds nothing to go back to, and the deployment stays FAILED all the same.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-failure-detection.html
 */
export function ecsRollsBack(configuration: DeploymentConfiguration | undefined): boolean {
  const { deploymentCircuitBreaker: breaker, alarms } = configuration ?? {};
  return (
    (breaker?.enable === true && breaker.rollback === true) || (alarms?.enable === true && alarms.rollback === true)
  );
}

/** How long the rollback of a failed deployment is waited for before it begins. */
export interface RollbackGrace {
  /**
   * Whether it is too late for one to begin: so long after the first time that this was asked.
   *
   * @param failedAt when AWS says that the deployment failed; long ago: at once
   */
  isOver(failedAt?: Date): boolean;
}

export function createRollbackGrace(clock: Clock): RollbackGrace {
  let since: number | undefined;
  return {
    isOver: failedAt => {
      const now = clock.now();
      since ??= now;
      const isOld = failedAt !== undefined && now - failedAt.getTime() >= ROLLBACK_GRACE + CLOCK_MARGIN;
      return isOld || now - since >= ROLLBACK_GRACE;
    }
  };
}
