import { awsErrorName, explainAwsError } from '../../aws/errors.js';
import { findTaskIps } from '../ecs/pauses.js';
import type { GatedDeployment } from '../gate/follow-gated.js';
import type { RolloutRun } from '../result.js';
import type { CodeDeployTarget } from '../target.js';
import { retryTransient } from '../transient.js';
import type { CodeDeployMonitor } from './monitor.js';
import { readPause } from './status.js';

/** A CodeDeploy deployment, as a gate deals with it. */
export function gateCodeDeploy(
  target: CodeDeployTarget,
  { ports, clock, taskDefinitionArn }: RolloutRun,
  id: string,
  follower: CodeDeployMonitor
): GatedDeployment {
  return {
    progress: follower.progress,
    follow: options => follower.follow(options),
    describe: async () => {
      const info = await ports.codedeploy.getDeployment(id).catch(() => undefined);
      // Its task set has an id of ECS's own, so the tasks are told by revision and age.
      const owner = { taskDefinitionArn, startedBy: undefined, since: info?.createTime?.getTime() ?? 0 };
      return { deployment: id, taskDefinitionArn, taskIps: await findTaskIps(target, ports.ecs, owner) };
    },
    // A deployment waits once before the traffic, so that the same request twice ends no other pause.
    goOn: async () => {
      try {
        const info = await retryTransient(clock, () => ports.codedeploy.getDeployment(id));
        if (readPause(info) === undefined) return;
        await retryTransient(clock, () => ports.codedeploy.continueDeployment(id, 'READY_WAIT'));
      } catch (error) {
        // Somebody was faster, or an answer was lost: what it is now is followed.
        if (/NotInReadyState|AlreadyCompleted/.test(awsErrorName(error) ?? '')) return;
        throw explainAwsError(error, `Continuing the deployment ${id}`);
      }
    }
  };
}
