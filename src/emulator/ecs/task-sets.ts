import { shortName } from '../server/arn.js';
import { withoutMembers } from '../server/decode.js';
import { AwsFault, newNumericId } from '../server/protocol.js';
import type { LaunchSettings, LoadBalancer, NetworkConfiguration, Tag } from './shapes.js';
import { countTasks } from './state.js';
import type { ServiceRecord, TaskDefinitionRecord, TaskSetRecord } from './state.js';
import * as timings from './timings.js';

/** What a new task set is made of. What is absent is taken from the service. */
interface TaskSetRequest {
  readonly taskDefinition: TaskDefinitionRecord;
  readonly loadBalancers?: readonly LoadBalancer[] | undefined;
  readonly networkConfiguration?: NetworkConfiguration | undefined;
  readonly platformVersion?: string | undefined;
  /** Takes the place of the service's capacity providers. */
  readonly launchType?: string | undefined;
  readonly capacityProviderStrategy?: LaunchSettings['capacityProviderStrategy'];
  /** Per cent of the service's desired count; default 100. */
  readonly scale?: number | undefined;
  readonly externalId?: string | undefined;
  /** `CODE_DEPLOY` where CodeDeploy makes it. */
  readonly startedBy?: string | undefined;
  readonly status?: 'PRIMARY' | 'ACTIVE' | undefined;
  readonly tags?: readonly Tag[] | undefined;
}

/** Adds a task set to a service with controller CODE_DEPLOY or EXTERNAL; its tasks start at once. Watch `stabilityStatus` and `failedTasks`. */
export function createTaskSet(service: ServiceRecord, request: TaskSetRequest): TaskSetRecord {
  const { region } = service;
  const now = region.timeline.now();
  const id = `ecs-svc/${newNumericId()}`;
  const taskSet: TaskSetRecord = {
    id,
    arn: region.arn('ecs', `task-set/${service.cluster.name}/${service.name}/${id}`),
    taskDefinition: request.taskDefinition,
    launch: {
      ...withoutMembers(service.launch, request.launchType === undefined ? '' : 'capacityProviderStrategy'),
      ...withoutUndefined({
        loadBalancers: request.loadBalancers,
        networkConfiguration: request.networkConfiguration,
        platformVersion: request.platformVersion,
        launchType: request.launchType,
        capacityProviderStrategy: request.capacityProviderStrategy
      })
    },
    usesAlternates: false,
    createdAt: now,
    updatedAt: now,
    wanted: 0,
    failedTasks: 0,
    launchAfter: 0,
    status: request.status ?? 'ACTIVE',
    startedBy: request.startedBy,
    externalId: request.externalId,
    scale: request.scale ?? 100,
    stabilityStatus: 'STABILIZING',
    stabilityStatusAt: now,
    tags: request.tags ?? []
  };
  service.taskSets = [taskSet, ...service.taskSets];
  service.steady = false;
  service.wake(timings.SCHEDULING);
  return taskSet;
}

/** Makes a task set the PRIMARY one (the one before becomes ACTIVE); the service takes over its task definition, load balancers and network. */
export function setPrimaryTaskSet(service: ServiceRecord, taskSet: TaskSetRecord): void {
  const now = service.region.timeline.now();
  for (const each of service.taskSets) {
    if (each.status === 'PRIMARY' && each !== taskSet) {
      each.status = 'ACTIVE';
      each.updatedAt = now;
    }
  }
  taskSet.status = 'PRIMARY';
  taskSet.updatedAt = now;
  service.taskDefinition = taskSet.taskDefinition;
  service.launch = taskSet.launch;
}

/** Drains a task set: its tasks stop, then it is gone. The PRIMARY one must not be deleted; throws InvalidParameterException. */
export function deleteTaskSet(service: ServiceRecord, taskSet: TaskSetRecord): void {
  if (taskSet.status === 'PRIMARY') {
    throw new AwsFault(
      'InvalidParameterException',
      'The task set cannot be deleted because it is the primary task set of the service.'
    );
  }
  taskSet.status = 'DRAINING';
  taskSet.updatedAt = service.region.timeline.now();
  service.steady = false;
  service.wake(0);
}

/** Finds a task set by id or ARN; throws TaskSetNotFoundException. */
export function findTaskSet(service: ServiceRecord, idOrArn: string): TaskSetRecord {
  const found = service.taskSets.find(each => each.arn === idOrArn || shortName(each.id) === shortName(idOrArn));
  if (found === undefined) throw new AwsFault('TaskSetNotFoundException', 'The specified task set could not be found.');
  return found;
}

/** The PRIMARY task set, if there is one. */
export function primaryTaskSet(service: ServiceRecord): TaskSetRecord | undefined {
  return service.taskSets.find(each => each.status === 'PRIMARY');
}

/** Whether all tasks that a task set is to have are in service. */
export function isSteady(service: ServiceRecord, taskSet: TaskSetRecord): boolean {
  return taskSet.stabilityStatus === 'STEADY_STATE' && countTasks(service, taskSet).inService === taskSet.wanted;
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<T>;
}
