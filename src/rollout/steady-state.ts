import { explainAwsError, isAccessDenied } from '../aws/errors.js';
import type { Service, Task } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import type { Clock } from '../ports.js';
import { runningTasks } from './batching/prefetch.js';
import { describeAllTasks } from './monitor/own-tasks.js';
import { retryTransient } from './transient.js';
import { ACTIVE_STATUSES, type RolloutPorts } from './ports.js';
import type { RolloutTarget } from './target.js';
import { resourceName } from '../text/arn.js';

/** What a service runs at this moment, as far as it must be known to leave it alone. */
export interface ServiceSnapshot {
  readonly service: Service | undefined;
  /** Those that run. */
  readonly tasks: readonly Task[];
  /** CodeDeploy's deployments that are under way; undefined: it is not permitted to look. */
  readonly active: readonly string[] | undefined;
}

/**
 * Looks at a service, its tasks and its deployments. Reads only (DescribeServices, ListTasks, DescribeTasks, ListDeployments). Throws
 * SlipwayError.
 */
export async function readServiceSnapshot(
  target: RolloutTarget,
  ports: Pick<RolloutPorts, 'ecs' | 'codedeploy'> & { readonly clock: Clock }
): Promise<ServiceSnapshot> {
  const { ecs, clock } = ports;
  try {
    const [described, tasks, active] = await Promise.all([
      retryTransient(clock, () => ecs.describeServices(target.clusterArn, [target.serviceName])),
      retryTransient(clock, () => describeTasks(target, ports)),
      listActive(target, ports)
    ]);
    return { service: described.services[0], tasks, active };
  } catch (error) {
    throw explainAwsError(error, `Looking at what the service ${target.serviceName} runs`);
  }
}

async function describeTasks(target: RolloutTarget, { ecs }: Pick<RolloutPorts, 'ecs'>): Promise<readonly Task[]> {
  const { clusterArn: cluster, serviceName: service } = target;
  return describeAllTasks(ecs, cluster, await ecs.listTasks(runningTasks(cluster, service)));
}

async function listActive(
  target: RolloutTarget,
  { codedeploy }: Pick<RolloutPorts, 'codedeploy'>
): Promise<readonly string[] | undefined> {
  if (target.controller === 'ECS') return [];
  const { application, deploymentGroup } = target;
  try {
    return await codedeploy.listDeployments({ application, deploymentGroup, statuses: ACTIVE_STATUSES });
  } catch (error) {
    if (isAccessDenied(error)) return undefined;
    throw error;
  }
}

/**
 * Why a service must not be left as it is, in half a sentence: something is under way, it does not run what it wants, or something is
 * asked of it that it has not. undefined: it is steady. Pure.
 */
export function whyNotSteady(
  target: RolloutTarget,
  snapshot: ServiceSnapshot,
  config: RolloutConfig
): string | undefined {
  const { service, tasks } = snapshot;
  if (service === undefined) return 'the service is gone';
  const running = target.runningTaskDefinitionArn;
  if (running === undefined) return 'nothing runs yet';
  const change = requestedChange(service, config);
  if (change !== undefined) return change;
  const unrest = target.controller === 'ECS' ? findEcsUnrest(service, running) : findTaskSetUnrest(snapshot, running);
  if (unrest !== undefined) return unrest;
  const { desiredCount = 0, runningCount = 0, pendingCount = 0 } = service;
  if (runningCount !== desiredCount || pendingCount > 0) return `${runningCount} of ${desiredCount} tasks run`;
  if (desiredCount === 0) return 'no task runs that could be compared';
  const others = tasks.filter(
    ({ taskDefinitionArn, lastStatus }) => taskDefinitionArn !== running || lastStatus !== 'RUNNING'
  );
  if (others.length > 0 || tasks.length < desiredCount) return `not all of its tasks run ${resourceName(running)}`;
  return tasks.some(({ healthStatus }) => healthStatus === 'UNHEALTHY') ? 'a task is unhealthy' : undefined;
}

/** What is asked of the service beside the task definition. */
function requestedChange(service: Service, config: RolloutConfig): string | undefined {
  const { forceNewDeployment, desiredCount, propagateTags, enableEcsManagedTags } = config;
  if (forceNewDeployment) return 'force-new-deployment asks for it';
  if (desiredCount !== undefined && desiredCount !== service.desiredCount) {
    return `desired-count is ${desiredCount}, and the service wants ${service.desiredCount ?? 0}`;
  }
  if (propagateTags !== undefined && propagateTags !== (service.propagateTags ?? 'NONE')) {
    return `propagate-tags is ${propagateTags}, and the service has ${service.propagateTags ?? 'NONE'}`;
  }
  if (enableEcsManagedTags !== undefined && enableEcsManagedTags !== (service.enableECSManagedTags ?? false)) {
    return `enable-ecs-managed-tags is ${enableEcsManagedTags}, and the service has the opposite`;
  }
  return undefined;
}

function findEcsUnrest({ deployments = [], taskDefinition }: Service, running: string): string | undefined {
  const [primary, ...others] = deployments;
  if (others.length > 0 || primary === undefined) return 'a deployment is under way';
  if (primary.rolloutState !== 'COMPLETED') return `its deployment is ${primary.rolloutState ?? 'in an unknown state'}`;
  return primary.taskDefinition === running && taskDefinition === running
    ? undefined
    : 'it runs something else than it was seen to run';
}

function findTaskSetUnrest({ service, active }: ServiceSnapshot, running: string): string | undefined {
  if (active === undefined) return 'whether a deployment is under way cannot be seen (codedeploy:ListDeployments)';
  const [taskSet, ...others] = service?.taskSets ?? [];
  if (active.length > 0 || others.length > 0 || taskSet === undefined) return 'a deployment is under way';
  const { stabilityStatus, runningCount = 0, computedDesiredCount = 0, taskDefinition } = taskSet;
  if (taskDefinition !== running) return 'it runs something else than it was seen to run';
  return stabilityStatus === 'STEADY_STATE' && runningCount === computedDesiredCount
    ? undefined
    : 'its task set is not steady';
}
