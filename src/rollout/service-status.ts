import { explainAwsError, isAccessDenied } from '../aws/errors.js';
import type { DeploymentInfo, ServiceDeploymentBrief, Task } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import type { Clock } from '../ports.js';
import {
  LAST_DAYS,
  newestFirst,
  readLastCodeDeployDeployment,
  readLastEcsDeployment,
  type LastDeployment
} from './history/last-deployment.js';
import { describeAllTasks } from './monitor/own-tasks.js';
import { retryTransient } from './transient.js';
import { ALL_STATUSES, type RolloutPorts } from './ports.js';
import { findTarget, type RolloutTarget } from './target.js';

/** A service as it is now. */
export interface ServiceStatus {
  readonly target: RolloutTarget;
  /** The images of what runs; empty where the task definition may not be read. */
  readonly images: readonly { readonly container: string; readonly image: string }[];
  /** ECS's own service deployments, the newest first. */
  readonly serviceDeployments: readonly ServiceDeploymentBrief[];
  /** CodeDeploy's deployments of the group, the newest first. */
  readonly codedeploy: readonly DeploymentInfo[];
  /** The last deployment, and what AWS still knows of its course; undefined where there is none, or it may not be read. */
  readonly last: LastDeployment | undefined;
  /** Those that run or are to run, the oldest first. */
  readonly tasks: readonly Task[];
  /** Those that ECS still remembers, the youngest first. */
  readonly stopped: readonly Task[];
  /** What could not be read, one sentence each, naming the missing permission. */
  readonly gaps: readonly string[];
  /** When it was looked, in milliseconds since the epoch. */
  readonly lookedAt: number;
}

const MAX_DEPLOYMENTS = 5;
const MAX_TASKS = 100;
const MAX_STOPPED = 10;

/**
 * Looks at a service, changing nothing: what runs, its deployments, its tasks, its events (in `target.service`).
 *
 * @throws SlipwayError where cluster, service or deployment group cannot be found; what else may not be read is a gap
 */
export async function readServiceStatus(
  rollout: RolloutConfig,
  ports: RolloutPorts & { readonly clock: Clock }
): Promise<ServiceStatus> {
  const { ecs, codedeploy, clock } = ports;
  // An active deployment is what one wants to see here, and nothing to refuse.
  const target = await findTarget({ ...rollout, onConflict: 'wait' }, ports);
  const gaps: string[] = [];
  const cluster = target.clusterArn;
  const service = target.serviceName;
  const createdAfter = new Date(clock.now() - LAST_DAYS * 86_400_000);
  const attempt = async <T>(what: string, look: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await retryTransient(clock, look);
    } catch (error) {
      if (!isAccessDenied(error)) throw explainAwsError(error, `Reading ${what}`);
      gaps.push(explainAwsError(error, `Reading ${what}`).message);
      return [];
    }
  };
  const readTasks = (desiredStatus: 'RUNNING' | 'STOPPED'): Promise<readonly Task[]> =>
    attempt(`the ${desiredStatus} tasks`, async () =>
      describeAllTasks(ecs, cluster, await ecs.listTasks({ cluster, service, desiredStatus }))
    );
  const known = Promise.all([readTasks('RUNNING'), readTasks('STOPPED')]).then(([running, stopped]) => ({
    running,
    stopped
  }));

  const [images, serviceDeployments, deployments, { running, stopped }] = await Promise.all([
    attempt('the task definition', async () => {
      if (target.runningTaskDefinitionArn === undefined) return [];
      const { taskDefinition } = await ecs.describeTaskDefinition(target.runningTaskDefinitionArn);
      return (taskDefinition.containerDefinitions ?? []).map(({ name = '', image = '' }) => ({
        container: name,
        image
      }));
    }),
    target.controller === 'ECS'
      ? attempt('the service deployments', async () =>
          newestFirst(await ecs.listServiceDeployments({ cluster, service, createdAfter }), each => each.createdAt)
        )
      : [],
    target.controller === 'CODE_DEPLOY'
      ? attempt('the deployments', async () => {
          const { application, deploymentGroup } = target;
          const statuses = ALL_STATUSES;
          const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses, createdAfter });
          const infos = await Promise.all(ids.slice(0, MAX_DEPLOYMENTS).map(id => codedeploy.getDeployment(id)));
          return newestFirst(infos, each => each.createTime);
        })
      : [],
    known
  ]);
  const [last] = await attempt('the last deployment', async () => [
    target.controller === 'ECS'
      ? await readLastEcsDeployment(target, serviceDeployments, { running, stopped }, ports)
      : await readLastCodeDeployDeployment(target, deployments, { running, stopped }, ports)
  ]);
  return {
    target,
    images,
    serviceDeployments: serviceDeployments.slice(0, MAX_DEPLOYMENTS),
    codedeploy: deployments,
    last,
    tasks: [...newestFirst(running, each => each.createdAt)].reverse().slice(0, MAX_TASKS),
    stopped: newestFirst(stopped, each => each.stoppedAt).slice(0, MAX_STOPPED),
    gaps,
    lookedAt: clock.now()
  };
}
