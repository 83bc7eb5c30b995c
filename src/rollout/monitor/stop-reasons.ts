import type { Container, Task } from '../../aws/types.js';

/**
 * Why a task ended. Only the first seven speak against the new version. `infrastructure` is what AWS does or fails to do: Spot, a host that
 * goes, maintenance, network interfaces and storage that do not come, its agent, throttling.
 */
export type StopCause =
  | 'cannot-pull'
  | 'exec-format'
  | 'cannot-start'
  | 'resource-initialization'
  | 'out-of-memory'
  | 'exit'
  | 'unhealthy'
  | 'no-capacity'
  | 'infrastructure'
  | 'replaced'
  | 'unknown';

export interface StoppedTask {
  readonly taskArn: string;
  readonly kind: StopCause;
  /** The container it is about; undefined where it is about the task. */
  readonly container: string | undefined;
  readonly exitCode: number | undefined;
  /** In ECS's words. */
  readonly reason: string;
  readonly stopCode: string | undefined;
  /** Milliseconds since the epoch. */
  readonly stoppedAt: number | undefined;
  /** From RUNNING to the end of its containers, in milliseconds; undefined where it never ran. */
  readonly ranFor: number | undefined;
  /** Its containers' health checks had passed when it ended, as far as ECS tells. */
  readonly healthy: boolean;
  /** Its containers ended by themselves and without an error: exit code 0, and no other but those that ECS stopped after it. */
  readonly clean: boolean;
  /** The docker id, which is the log stream's name where the log driver has no prefix. */
  readonly runtimeId: string | undefined;
}

export interface StoppedTaskGroup {
  readonly kind: StopCause;
  readonly container: string | undefined;
  readonly exitCode: number | undefined;
  readonly reason: string;
  readonly count: number;
  /** The youngest first. */
  readonly stoppedTasks: readonly StoppedTask[];
}

/** The same will happen again, however often ECS tries. */
const DETERMINISTIC: ReadonlySet<StopCause> = new Set<StopCause>([
  'cannot-pull',
  'exec-format',
  'cannot-start',
  'resource-initialization',
  'out-of-memory',
  'exit',
  'unhealthy'
]);

export function isDeterministic(kind: StopCause): boolean {
  return DETERMINISTIC.has(kind);
}

/** Whether a death says that the new version cannot come up: a worker whose work is done ends with exit code 0. */
export function speaksAgainst({ kind, clean }: Pick<StoppedTask, 'kind' | 'clean'>): boolean {
  return isDeterministic(kind) && !(kind === 'exit' && clean);
}

/**
 * What ECS's words stand for; the first that matches holds. What AWS itself got into trouble with comes first, since ECS wraps it into the
 * same errors as the version's own mistakes: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const PATTERNS: readonly (readonly [RegExp, StopCause])[] = [
  [/failed (ELB|container|load balancer) health checks?/i, 'unhealthy'],
  [/waiting for .*provision|failed to configure ENI|netplugin|error.* network interface/i, 'infrastructure'],
  [/performing maintenance|Host EC2|Spot Task was interrupted/i, 'infrastructure'],
  [/^AGENT\b|agent .*(not connected|disconnected|out of date)/i, 'infrastructure'],
  [/Internal ?(Server|Service)? ?(Error|Failure)|ServerException|Service ?Unavailable/i, 'infrastructure'],
  [/too ?many ?requests|rate (limit )?exceeded|RequestLimitExceeded|Throttl/i, 'infrastructure'],
  [/no space left on device|Thin Pool has|DockerTimeoutError|could not transition to/i, 'infrastructure'],
  [/connection reset by peer/i, 'infrastructure'],
  [
    /capacity is unavailable|insufficient ?(capacity|free ?addresses)|RESOURCE:|EMPTY CAPACITY PROVIDER/i,
    'no-capacity'
  ],
  [/exec format error/i, 'exec-format'],
  [/CannotPull(Container|Image|ECRContainer)|pull image manifest/i, 'cannot-pull'],
  [/ResourceInitializationError|Fetching secret data from/i, 'resource-initialization'],
  [/OutOfMemory|out of memory|OOMKilled/i, 'out-of-memory'],
  [/failed health checks?|unhealthy/i, 'unhealthy'],
  [/Cannot(Start|Create)Container|ContainerRuntime(Timeout)?Error|CannotMount|CannotInspect/i, 'cannot-start']
];

/**
 * Says why a stopped task ended, from DescribeTasks (stopCode, stoppedReason, containers[].reason and exitCode). Pure.
 *
 * @returns undefined while ECS has not said yet: the task is still stopping and its containers have no exit code
 */
export function classifyStop(task: Task): StoppedTask | undefined {
  const containers = task.containers ?? [];
  const stoppedReason = task.stoppedReason ?? '';
  const spoken = containers.find(container => matchKind(container.reason ?? '') !== undefined);
  const kind = kindOfTakenAway(task) ?? matchKind(stoppedReason) ?? matchKind(spoken?.reason ?? '') ?? kindOfStop(task);
  const container = spoken ?? (kind === 'exit' ? findExited(containers) : undefined);
  if (kind === 'unknown' && task.lastStatus !== 'STOPPED') return undefined;
  if (kind === 'exit' && container === undefined && task.lastStatus !== 'STOPPED') return undefined;
  const detail = container?.reason ?? '';
  return {
    taskArn: task.taskArn ?? '',
    kind,
    container: container?.name ?? namedContainer(stoppedReason, containers),
    exitCode: container?.exitCode,
    reason:
      detail !== '' && !stoppedReason.includes(detail)
        ? [stoppedReason, detail].filter(text => text !== '').join(': ')
        : stoppedReason,
    stopCode: task.stopCode,
    stoppedAt: (task.stoppedAt ?? task.stoppingAt ?? task.executionStoppedAt)?.getTime(),
    ranFor: findRunTime(task),
    healthy: task.healthStatus === 'HEALTHY',
    clean: isClean(containers),
    runtimeId: container?.runtimeId
  };
}

function matchKind(text: string): StopCause | undefined {
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Whoever took a task away for its own reasons may have written anything as the reason. */
function kindOfTakenAway({ stopCode }: Task): StopCause | undefined {
  if (stopCode === 'UserInitiated') return 'replaced';
  return stopCode === 'SpotInterruption' || stopCode === 'TerminationNotice' || stopCode === 'InfrastructureHealth'
    ? 'infrastructure'
    : undefined;
}

function findRunTime({ startedAt, executionStoppedAt, stoppingAt, stoppedAt }: Task): number | undefined {
  if (startedAt === undefined) return undefined;
  const ends = [executionStoppedAt, stoppingAt, stoppedAt].flatMap(time => time?.getTime() ?? []);
  return ends.length === 0 ? undefined : Math.max(0, Math.min(...ends) - startedAt.getTime());
}

function isClean(containers: readonly Container[]): boolean {
  const codes = containers.flatMap(({ exitCode }) => exitCode ?? []);
  return codes.includes(0) && codes.every(code => STOPPED_BY_ECS.has(code));
}

/** SIGKILL and SIGTERM, with which ECS stops the other containers of a task. */
const STOPPED_BY_ECS: ReadonlySet<number> = new Set([0, 137, 143]);

function kindOfStop(task: Task): StopCause {
  switch (task.stopCode) {
    case 'EssentialContainerExited':
      return 'exit';
    case 'TaskFailedToStart':
      return 'cannot-start';
    case 'ServiceSchedulerInitiated':
      return 'replaced';
    default:
      return /essential container/i.test(task.stoppedReason ?? '') ? 'exit' : 'unknown';
  }
}

/** The one that went first: the others get SIGTERM (143) or SIGKILL (137) from ECS when the task is stopped because of it. */
function findExited(containers: readonly Container[]): Container | undefined {
  const exited = containers.filter(container => container.exitCode !== undefined);
  return (
    exited.find(container => !STOPPED_BY_ECS.has(container.exitCode ?? 0)) ??
    exited.find(container => container.exitCode === 137) ??
    exited[0]
  );
}

function namedContainer(reason: string, containers: readonly Container[]): string | undefined {
  if (containers.length === 1) return containers[0]?.name;
  return containers.find(container => container.name !== undefined && reason.includes(container.name))?.name;
}

/** Deaths of the same kind, container and exit code together; the commonest group first. Pure. */
export function groupByCause(stoppedTasks: readonly StoppedTask[]): readonly StoppedTaskGroup[] {
  const groups = new Map<string, StoppedTask[]>();
  for (const stoppedTask of stoppedTasks) {
    const key = [stoppedTask.kind, stoppedTask.container ?? '', stoppedTask.exitCode ?? ''].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), stoppedTask]);
  }
  return [...groups.values()]
    .map(members => {
      const sorted = members.sort((one, other) => (other.stoppedAt ?? 0) - (one.stoppedAt ?? 0));
      const { kind, container, exitCode, reason } = sorted[0] as StoppedTask;
      return { kind, container, exitCode, reason, count: sorted.length, stoppedTasks: sorted };
    })
    .sort((one, other) => weigh(other) - weigh(one));
}

/** What speaks against the version comes before what merely happened around it. */
function weigh(group: StoppedTaskGroup): number {
  return (isDeterministic(group.kind) ? 1_000_000 : 0) + group.count;
}
