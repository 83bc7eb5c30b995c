import { explainAwsError } from '../../aws/errors.js';
import type { Task } from '../../aws/types.js';
import { SlipwayError } from '../../errors.js';
import type { Clock } from '../../ports.js';
import { nameDeployment } from '../../text/deployment-name.js';
import type { GatedDeployment } from '../gate/follow-gated.js';
import { describeAllTasks, isOwnTask, type TaskOwner } from '../monitor/own-tasks.js';
import type { EcsPort } from '../ports.js';
import type { Pause } from '../gate/pause.js';
import type { RolloutRun } from '../result.js';
import { sendOnce } from '../idempotent-call.js';
import type { EcsTarget } from '../target.js';
import type { EcsMonitor } from './monitor.js';
import { readPause, type DeploymentRef } from './status.js';

/** An ECS deployment, as a gate deals with it. */
export function gateEcs(target: EcsTarget, run: RolloutRun, ref: DeploymentRef, follower: EcsMonitor): GatedDeployment {
  const { ports, clock } = run;
  return {
    progress: follower.progress,
    follow: options => follower.follow(ref, options),
    describe: async () => ({
      deployment: nameDeployment(follower) ?? '',
      taskDefinitionArn: ref.taskDefinitionArn,
      taskIps: await findTaskIps(target, ports.ecs, {
        taskDefinitionArn: ref.taskDefinitionArn,
        startedBy: ref.deploymentId === '' ? undefined : ref.deploymentId,
        since: ref.createdAt
      })
    }),
    goOn: async pause => {
      const { serviceDeploymentArn: arn } = follower;
      if (arn !== undefined) await answerPause({ arn, pause, action: 'CONTINUE' }, ports.ecs, clock);
    }
  };
}

interface PauseAnswer {
  /** Of the service deployment. */
  readonly arn: string;
  readonly pause: Pause;
  readonly action: 'CONTINUE' | 'ROLLBACK';
}

/**
 * Answers one pause (ContinueServiceDeployment), after a look that it is still the one that waits: a hook that pauses before every step of a
 * shift has the same id each time, and the answer to one pause must not be taken for another's.
 *
 * @returns false where it does not wait any more
 * @throws SlipwayError where AWS refuses
 */
export async function answerPause({ arn, pause, action }: PauseAnswer, ecs: EcsPort, clock: Clock): Promise<boolean> {
  const isWaiting = async (): Promise<boolean> => {
    const [deployment] = await ecs.describeServiceDeployments([arn]);
    return readPause(deployment)?.id === pause.id;
  };
  try {
    return await sendOnce({
      clock,
      send: async () => {
        if (!(await isWaiting())) return false;
        await ecs.continueServiceDeployment(arn, pause.hookId ?? '', action);
        return true;
      },
      find: async () => ((await isWaiting()) ? undefined : true)
    });
  } catch (error) {
    const isOver =
      error instanceof SlipwayError
        ? false
        : await isWaiting().then(
            waits => !waits,
            () => false
          );
    if (isOver) return false;
    throw explainAwsError(error, `Answering the hook at ${pause.stage} with ${action}`);
  }
}

/** The private addresses of the tasks of a deployment that run; none where they may not be read. */
export async function findTaskIps(
  { clusterArn, serviceName }: Pick<EcsTarget, 'clusterArn' | 'serviceName'>,
  ecs: EcsPort,
  owner: TaskOwner
): Promise<readonly string[]> {
  try {
    const arns = await ecs.listTasks({ cluster: clusterArn, service: serviceName, desiredStatus: 'RUNNING' });
    const tasks = await describeAllTasks(ecs, clusterArn, arns);
    return tasks.filter(task => task.lastStatus === 'RUNNING' && isOwnTask(task, owner)).flatMap(addressesOf);
  } catch {
    return [];
  }
}

/** Of a task with a network interface of its own (awsvpc). */
function addressesOf({ containers = [] }: Task): readonly string[] {
  const interfaces = containers.flatMap(({ networkInterfaces = [] }) => networkInterfaces);
  return [
    ...new Set(interfaces.flatMap(({ privateIpv4Address, ipv6Address }) => privateIpv4Address ?? ipv6Address ?? []))
  ];
}
