import type { LiveTask } from '../containers/engine.js';
import { shortName } from '../server/arn.js';
import { AwsFault } from '../server/protocol.js';
import type { Behaviour } from '../server/scenarios.js';
import type { PartKey, RegionState } from '../server/state.js';
import type {
  ContainerDefinition,
  DeploymentConfiguration,
  LaunchSettings,
  NetworkConfiguration,
  RevisionSettings,
  Tag,
  TaskOverride
} from './shapes.js';

/** A registered revision. `document` is the input as it came, with the defaults that ECS fills in; `containers` is the part that the stage reads. */
export interface TaskDefinitionRecord {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS';
  readonly document: Readonly<Record<string, unknown>>;
  readonly containers: readonly ContainerDefinition[];
  readonly registeredAt: number;
  readonly registeredBy: string;
  deregisteredAt: number | undefined;
  deleteRequestedAt: number | undefined;
  tags: readonly Tag[];
}

type TaskStatus =
  'PROVISIONING' | 'PENDING' | 'ACTIVATING' | 'RUNNING' | 'DEACTIVATING' | 'STOPPING' | 'DEPROVISIONING' | 'STOPPED';

/** The enum TaskStopCode of the service model. */
export const STOP_CODES = [
  'TaskFailedToStart',
  'EssentialContainerExited',
  'UserInitiated',
  'ServiceSchedulerInitiated',
  'SpotInterruption',
  'TerminationNotice',
  'InfrastructureHealth'
] as const;
export type StopCode = (typeof STOP_CODES)[number];

export interface ContainerRecord {
  readonly name: string;
  readonly arn: string;
  readonly image: string;
  imageDigest: string | undefined;
  runtimeId: string | undefined;
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED';
  exitCode: number | undefined;
  reason: string | undefined;
  healthStatus: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';
}

export interface TaskRecord {
  readonly id: string;
  readonly arn: string;
  readonly cluster: ClusterRecord;
  readonly taskDefinition: TaskDefinitionRecord;
  /** `service:<name>` or `family:<family>`. */
  readonly group: string;
  readonly startedBy: string | undefined;
  /** The deployment's or task set's id, for a task of a service. */
  readonly owner: string | undefined;
  readonly launchType: string;
  readonly capacityProvider: string | undefined;
  readonly platformVersion: string | undefined;
  readonly network: NetworkConfiguration | undefined;
  readonly targets: readonly TargetRegistration[];
  readonly overrides: TaskOverride;
  readonly behaviour: Behaviour;
  readonly containers: readonly ContainerRecord[];
  readonly createdAt: number;
  readonly attachmentId: string;
  readonly address: string;
  readonly enableExecuteCommand: boolean;
  tags: readonly Tag[];
  lastStatus: TaskStatus;
  desiredStatus: 'RUNNING' | 'STOPPED';
  version: number;
  /** Running, registered with its target groups and past its health checks. */
  inService: boolean;
  /** From SIGTERM to the end of its containers, in virtual milliseconds, and whether SIGKILL ends them. */
  readonly stop: { readonly time: number; readonly isKilled: boolean };
  /** Its containers, where they really run. */
  live: LiveTask | undefined;
  /** What waits for the end of all its containers. */
  afterContainers: (() => void) | undefined;
  stopCode: StopCode | undefined;
  stoppedReason: string | undefined;
  pullStartedAt: number | undefined;
  pullStoppedAt: number | undefined;
  startedAt: number | undefined;
  executionStoppedAt: number | undefined;
  stoppingAt: number | undefined;
  stoppedAt: number | undefined;
}

/** Where a load balancer reaches a task: the port of one of its containers, in a target group. */
export interface TargetRegistration {
  readonly targetGroup: string;
  readonly container: string | undefined;
  readonly port: number | undefined;
}

/** What a service's tasks belong to: a deployment (controller ECS) or a task set (CODE_DEPLOY, EXTERNAL). */
export interface TaskOwner {
  /** `ecs-svc/<19 digits>` */
  readonly id: string;
  readonly taskDefinition: TaskDefinitionRecord;
  readonly launch: LaunchSettings;
  /** As RevisionRecord has it; never true of a task set. */
  readonly usesAlternates: boolean;
  readonly createdAt: number;
  updatedAt: number;
  /** How many tasks the scheduler wants it to have at this moment. */
  wanted: number;
  /** Tasks that failed since the last one became healthy. */
  failedTasks: number;
  /** No task is launched before this virtual time: the scheduler's own throttle after failures. */
  launchAfter: number;
}

export interface RevisionRecord {
  readonly arn: string;
  readonly taskDefinition: TaskDefinitionRecord;
  readonly launch: LaunchSettings;
  /** Its tasks are registered with the alternate target groups of the service's load balancers. */
  readonly usesAlternates: boolean;
  readonly settings: RevisionSettings;
  readonly createdAt: number;
}

export interface DeploymentRecord extends TaskOwner {
  status: 'PRIMARY' | 'ACTIVE';
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  rolloutStateReason: string;
  readonly revision: RevisionRecord;
  /** The service deployment that brought it. */
  readonly serviceDeployment: ServiceDeploymentRecord;
}

type ServiceDeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'STOP_REQUESTED'
  | 'STOPPED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED';

export interface HookRecord {
  readonly hookId: string;
  readonly targetType: string;
  readonly targetArn: string | undefined;
  readonly stage: string;
  status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  readonly expiresAt: number | undefined;
  readonly timeoutAction: string | undefined;
}

/** One service revision's share in a service deployment. */
export interface RevisionShare {
  readonly revision: RevisionRecord;
  /** The deployment whose tasks are counted. */
  readonly owner: string;
  testWeight: number;
  productionWeight: number;
}

export interface ServiceDeploymentRecord {
  readonly id: string;
  readonly arn: string;
  readonly createdAt: number;
  startedAt: number | undefined;
  finishedAt: number | undefined;
  stoppedAt: number | undefined;
  updatedAt: number;
  status: ServiceDeploymentStatus;
  statusReason: string | undefined;
  /** Undefined for ROLLING. */
  lifecycleStage: string | undefined;
  hooks: HookRecord[];
  readonly configuration: DeploymentConfiguration;
  readonly sources: RevisionShare[];
  target: RevisionShare | undefined;
  rollback: { readonly reason: string; readonly startedAt: number; readonly revisionArn: string } | undefined;
  circuitBreaker: { status: string; failureCount: number; threshold: number };
  triggeredAlarms: string[];
}

export interface TaskSetRecord extends TaskOwner {
  readonly arn: string;
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  readonly startedBy: string | undefined;
  readonly externalId: string | undefined;
  /** Per cent of the service's desired count. */
  scale: number;
  /** STEADY_STATE: as many tasks in service as are wanted, none coming or going. */
  stabilityStatus: 'STEADY_STATE' | 'STABILIZING';
  stabilityStatusAt: number;
  readonly tags: readonly Tag[];
}

export type ControllerType = 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';

interface ServiceEventRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly message: string;
}

export interface ServiceRecord {
  readonly name: string;
  readonly arn: string;
  readonly region: RegionState;
  readonly cluster: ClusterRecord;
  readonly createdAt: number;
  readonly createdBy: string;
  /** Of the CreateService that made it: the same one again is the same request. */
  readonly clientToken: string | undefined;
  /** `role` of CreateService, for a load balancer of a task outside of awsvpc. */
  readonly role: string | undefined;
  readonly schedulingStrategy: string;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  controller: ControllerType;
  desiredCount: number;
  /** Undefined only for EXTERNAL services without a task set. */
  taskDefinition: TaskDefinitionRecord | undefined;
  launch: LaunchSettings;
  settings: RevisionSettings;
  deploymentConfiguration: DeploymentConfiguration;
  /** Settings that are kept and shown as they came. */
  kept: Readonly<Record<string, unknown>>;
  tags: readonly Tag[];
  /** Newest first; at most 100, as ECS keeps them. */
  events: ServiceEventRecord[];
  /** Newest first. */
  deployments: DeploymentRecord[];
  /** The deployment that a rollback goes back to; it holds production until a newer one completes. */
  lastCompleted: DeploymentRecord | undefined;
  /** Newest first. */
  serviceDeployments: ServiceDeploymentRecord[];
  revisions: RevisionRecord[];
  taskSets: TaskSetRecord[];
  /** Whether the last event said that the steady state is reached. */
  steady: boolean;
  /** Has the scheduler look at the service so many virtual milliseconds from now (0: at once). */
  readonly wake: (delay: number) => void;
}

export interface ClusterRecord {
  readonly name: string;
  readonly arn: string;
  status: 'ACTIVE' | 'INACTIVE';
  settings: readonly Readonly<Record<string, unknown>>[];
  configuration: Readonly<Record<string, unknown>> | undefined;
  serviceConnectDefaults: Readonly<Record<string, unknown>> | undefined;
  capacityProviders: readonly string[];
  defaultCapacityProviderStrategy: LaunchSettings['capacityProviderStrategy'];
  tags: readonly Tag[];
  readonly services: Map<string, ServiceRecord>;
  /** By task id. Stopped tasks leave an hour after they stopped. */
  readonly tasks: Map<string, TaskRecord>;
}

/** A capacity provider other than Fargate's two. */
export interface CapacityProviderRecord {
  readonly name: string;
  /** The name of the one cluster that may use it; undefined: all may. */
  readonly cluster: string | undefined;
  autoScalingGroupProvider: Readonly<Record<string, unknown>> | undefined;
  managedInstancesProvider: Readonly<Record<string, unknown>> | undefined;
  tags: readonly Tag[];
}

/** ECS in one region. */
interface EcsState {
  /** By name. */
  readonly capacityProviders: Map<string, CapacityProviderRecord>;
  readonly clusters: Map<string, ClusterRecord>;
  /** Revisions by family, oldest first; index 0 is revision 1. */
  readonly families: Map<string, TaskDefinitionRecord[]>;
  readonly accountSettings: Map<string, string>;
  /** Tasks by RunTask's client token: the same token again starts nothing. */
  readonly runTokens: Map<string, readonly TaskRecord[]>;
}

/** The key of ECS's part: `region.part(ECS)`. */
export const ECS: PartKey<EcsState> = {
  create: () => ({
    capacityProviders: new Map(),
    clusters: new Map(),
    families: new Map(),
    accountSettings: new Map(),
    runTokens: new Map()
  })
};

/** Finds a cluster by name or ARN (default: `default`); throws ClusterNotFoundException. */
export function findCluster(region: RegionState, nameOrArn: string | undefined): ClusterRecord {
  const cluster = region.part(ECS).clusters.get(shortName(nameOrArn ?? 'default'));
  if (cluster?.status !== 'ACTIVE') throw new AwsFault('ClusterNotFoundException', 'Cluster not found.');
  return cluster;
}

/** Finds a service by name or ARN in a cluster; undefined where there is none. */
export function lookUpService(cluster: ClusterRecord, nameOrArn: string): ServiceRecord | undefined {
  const service = cluster.services.get(shortName(nameOrArn));
  return nameOrArn.startsWith('arn:') && service?.arn !== nameOrArn && !isShortArnOf(service, nameOrArn)
    ? undefined
    : service;
}

/** The old ARN format: `service/<name>` without the cluster. */
function isShortArnOf(service: ServiceRecord | undefined, arn: string): boolean {
  return service !== undefined && arn.endsWith(`:service/${service.name}`);
}

/** Finds a service that is ACTIVE; throws ServiceNotFoundException or ServiceNotActiveException. */
export function findService(region: RegionState, cluster: string | undefined, nameOrArn: string): ServiceRecord {
  const service = lookUpService(findCluster(region, cluster), nameOrArn);
  if (service === undefined) throw new AwsFault('ServiceNotFoundException', 'Service not found.');
  if (service.status !== 'ACTIVE') throw new AwsFault('ServiceNotActiveException', 'Service was not ACTIVE.');
  return service;
}

/** All revisions of `family`, oldest first. */
export function revisionsOf(region: RegionState, family: string): readonly TaskDefinitionRecord[] {
  return region.part(ECS).families.get(family) ?? [];
}

/**
 * Finds a task definition by `family`, `family:revision` or ARN: without a revision the newest that is ACTIVE.
 * Throws ClientException with ECS's own sentence.
 */
export function findTaskDefinition(region: RegionState, reference: string): TaskDefinitionRecord {
  const name = reference.startsWith('arn:') ? shortName(reference) : reference;
  const [family = '', revision, more] = name.split(':');
  if (more !== undefined || !/^[A-Za-z0-9_-]{1,255}$/.test(family)) {
    throw new AwsFault('ClientException', `Invalid task definition: '${reference}'.`);
  }
  if (revision !== undefined && !/^[1-9]\d{0,9}$/.test(revision)) {
    throw new AwsFault('ClientException', `Invalid revision number. Number: ${revision}`);
  }
  const revisions = revisionsOf(region, family);
  const found =
    revision === undefined
      ? revisions.findLast(each => each.status === 'ACTIVE')
      : revisions.find(each => each.revision === Number(revision));
  if (found === undefined) throw new AwsFault('ClientException', 'Unable to describe task definition.');
  return found;
}

/** How many tasks the service is to have now. */
export function desiredCountOf(service: ServiceRecord): number {
  if (service.status !== 'ACTIVE') return 0;
  // A daemon runs once on every container instance; the stage has one.
  return service.schedulingStrategy === 'DAEMON' ? 1 : service.desiredCount;
}

/** Tasks of an owner that are meant to run. */
export function activeTasks(service: ServiceRecord, owner: TaskOwner): TaskRecord[] {
  return ownedTasks(service, owner).filter(task => task.desiredStatus === 'RUNNING');
}

/** Tasks of an owner that have not come to their end. */
export function livingTasks(service: ServiceRecord, owner: TaskOwner): TaskRecord[] {
  return ownedTasks(service, owner).filter(task => task.lastStatus !== 'STOPPED');
}

function ownedTasks(service: ServiceRecord, owner: TaskOwner): TaskRecord[] {
  return [...service.cluster.tasks.values()].filter(task => task.owner === owner.id);
}

/** How many tasks of an owner run and how many are on their way there. */
export function countTasks(
  service: ServiceRecord,
  owner: TaskOwner
): { readonly running: number; readonly pending: number; readonly inService: number } {
  const tasks = livingTasks(service, owner);
  return {
    running: tasks.filter(task => task.lastStatus === 'RUNNING').length,
    pending: tasks.filter(task => ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(task.lastStatus)).length,
    inService: tasks.filter(task => task.inService && task.desiredStatus === 'RUNNING').length
  };
}
