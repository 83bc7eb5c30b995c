import type {
  Cluster,
  CreateDeploymentInput,
  DeploymentGroupInfo,
  DeploymentInfo,
  DeploymentTarget,
  Failure,
  RunTaskRequest,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
  UpdateServiceRequest
} from '../aws/types.js';

/** What DescribeServices says: a service that is not there is a failure (`MISSING`), not an error. */
export interface DescribedServices {
  readonly services: readonly Service[];
  readonly failures: readonly Failure[];
}

export interface DescribedTaskDefinition {
  readonly taskDefinition: TaskDefinition;
  readonly tags: readonly Tag[];
  /** The answer as it came over the wire: it also holds what is newer than this release's SDK. */
  readonly written: { readonly taskDefinition: object; readonly tags: readonly object[] };
}

export interface ServiceDeploymentsQuery {
  readonly cluster: string;
  readonly service: string;
  /** Only those created after this moment. */
  readonly createdAfter: Date;
}

/** The tasks of a service, or those with a mark of their starter. */
export interface TasksQuery {
  readonly cluster: string;
  readonly service?: string | undefined;
  readonly startedBy?: string | undefined;
  readonly desiredStatus: 'RUNNING' | 'STOPPED';
}

/**
 * The calls of Amazon ECS that a rollout needs, in the shapes of the service model (API version 2014-11-13).
 * Every method rejects with the service's own error; paging is done inside.
 */
export interface EcsPort {
  /** DescribeClusters; undefined where there is none of that name. */
  describeCluster(cluster: string): Promise<Cluster | undefined>;
  /** DescribeServices, at most ten names or ARNs. */
  describeServices(cluster: string, services: readonly string[]): Promise<DescribedServices>;
  /** ListServices: ARNs. */
  listServices(cluster: string): Promise<readonly string[]>;
  /** DescribeTaskDefinition with its tags; a family, `family:revision` or an ARN. */
  describeTaskDefinition(reference: string): Promise<DescribedTaskDefinition>;
  /** RegisterTaskDefinition with this JSON text as the request, member for member. Sent once: a broken connection is the caller's to judge. */
  registerTaskDefinition(json: string): Promise<TaskDefinition>;
  /** UpdateService. Sent once: a broken connection is the caller's to judge. */
  updateService(input: UpdateServiceRequest): Promise<Service>;
  listServiceDeployments(query: ServiceDeploymentsQuery): Promise<readonly ServiceDeploymentBrief[]>;
  /** DescribeServiceDeployments, at most twenty ARNs. */
  describeServiceDeployments(arns: readonly string[]): Promise<readonly ServiceDeployment[]>;
  /** DescribeServiceRevisions, at most twenty ARNs. */
  describeServiceRevisions(arns: readonly string[]): Promise<readonly ServiceRevision[]>;
  stopServiceDeployment(arn: string, stopType: 'ROLLBACK' | 'ABORT'): Promise<void>;
  /** ContinueServiceDeployment: answers a PAUSE hook that waits. Sent once: a broken connection is the caller's to judge. */
  continueServiceDeployment(arn: string, hookId: string, action: 'CONTINUE' | 'ROLLBACK'): Promise<void>;
  /** ListTasks: ARNs. */
  listTasks(query: TasksQuery): Promise<readonly string[]>;
  /** ListTasks for all services of a cluster: all ARNs; undefined where they are more than five pages. */
  listClusterTasks(cluster: string, desiredStatus: TasksQuery['desiredStatus']): Promise<readonly string[] | undefined>;
  /** DescribeTasks, at most a hundred ARNs. */
  describeTasks(cluster: string, tasks: readonly string[]): Promise<readonly Task[]>;
  /** RunTask. With the same `clientToken` it may be asked for again: the answer is that of the first time. */
  runTask(input: RunTaskRequest & { readonly clientToken: string }): Promise<StartedTasks>;
  stopTask(cluster: string, task: string, reason: string): Promise<void>;
}

/** What RunTask says: a task that finds no place is a failure, not an error. */
interface StartedTasks {
  readonly tasks: readonly Task[];
  readonly failures: readonly Failure[];
}

interface DeploymentsQuery {
  readonly application: string;
  readonly deploymentGroup: string;
  readonly statuses: readonly CodeDeployStatus[];
  /** Only those created after this moment. */
  readonly createdAfter?: Date | undefined;
}

type CodeDeployStatus = 'Created' | 'Queued' | 'InProgress' | 'Baking' | 'Ready' | 'Succeeded' | 'Failed' | 'Stopped';

export const ALL_STATUSES: readonly CodeDeployStatus[] = [
  'Created',
  'Queued',
  'InProgress',
  'Baking',
  'Ready',
  'Succeeded',
  'Failed',
  'Stopped'
];

/** In these a deployment holds its group: CreateDeployment answers DeploymentLimitExceededException. */
export const ACTIVE_STATUSES: readonly CodeDeployStatus[] = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];

/** The calls of AWS CodeDeploy that a rollout needs (API version 2014-10-06). Every method rejects with the service's own error. */
export interface CodeDeployPort {
  getDeploymentGroup(application: string, deploymentGroup: string): Promise<DeploymentGroupInfo>;
  listApplications(): Promise<readonly string[]>;
  listDeploymentGroups(application: string): Promise<readonly string[]>;
  /** How long the traffic shift of a deployment configuration takes, in minutes (GetDeploymentConfig, trafficRoutingConfig). */
  getShiftMinutes(deploymentConfig: string): Promise<number>;
  /** ListDeployments: ids, the newest first. */
  listDeployments(query: DeploymentsQuery): Promise<readonly string[]>;
  /** CreateDeployment: the id. Sent once: a broken connection is the caller's to judge. */
  createDeployment(input: CreateDeploymentInput): Promise<string>;
  getDeployment(id: string): Promise<DeploymentInfo>;
  /** BatchGetDeployments, at most 25 ids; those that are not there are left out. */
  batchGetDeployments(ids: readonly string[]): Promise<readonly DeploymentInfo[]>;
  /** ListDeploymentTargets: ids, for ECS `cluster:service`. */
  listDeploymentTargets(id: string): Promise<readonly string[]>;
  batchGetDeploymentTargets(id: string, targets: readonly string[]): Promise<readonly DeploymentTarget[]>;
  stopDeployment(id: string, autoRollback: boolean): Promise<void>;
  /** ContinueDeployment: ends a wait of the deployment. */
  continueDeployment(id: string, wait: 'READY_WAIT' | 'TERMINATION_WAIT'): Promise<void>;
  /** GetApplicationRevision: the text of an AppSpec that was deployed, which GetDeployment names by its sha256 only; undefined where it is not kept. */
  getAppSpec(application: string, sha256: string): Promise<string | undefined>;
}

interface LogTailQuery {
  /** Where the log group is (`awslogs-region`); it need not be the service's region. */
  readonly region: string;
  readonly group: string;
  readonly stream: string;
  readonly limit: number;
}

export interface LogPageQuery {
  readonly region: string;
  readonly group: string;
  readonly stream: string;
  /** Where the page before ended; undefined: from the stream's start. */
  readonly after: string | undefined;
}

export interface LogPage {
  /** Oldest first. */
  readonly lines: readonly string[];
  /** Where it ended; the same as `after` where nothing more is there. */
  readonly end: string | undefined;
}

/** CloudWatch Logs, as far as a rollout reads it: after a failure, and while a task runs before the rollout. */
export interface LogsPort {
  /** The last lines of a stream, oldest first (GetLogEvents). Rejects with ResourceNotFoundException where there is no such stream. */
  readTail(query: LogTailQuery): Promise<readonly string[]>;
  /** The lines of a stream from a place on (GetLogEvents). Rejects likewise. */
  readOn(query: LogPageQuery): Promise<LogPage>;
}

export interface RolloutPorts {
  readonly ecs: EcsPort;
  readonly codedeploy: CodeDeployPort;
  readonly logs: LogsPort;
}
