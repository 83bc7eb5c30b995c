import type { Container, Task } from '../aws/shapes.js';

/** Why a task ended. Only the first seven speak against the new version; of those, lack of capacity may pass. */
export type DeathKind =
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

export interface Death {
  readonly taskArn: string;
  readonly kind: DeathKind;
  /** The container it is about; undefined where it is about the task. */
  readonly container: string | undefined;
  readonly exitCode: number | undefined;
  /** In ECS's words. */
  readonly reason: string;
  readonly stopCode: string | undefined;
  /** Milliseconds since the epoch. */
  readonly stoppedAt: number | undefined;
  /** The docker id, which is the log stream's name where the log driver has no prefix. */
  readonly runtimeId: string | undefined;
}

export interface DeathGroup {
  readonly kind: DeathKind;
  readonly container: string | undefined;
  readonly exitCode: number | undefined;
  readonly reason: string;
  readonly count: number;
  /** The youngest first. */
  readonly deaths: readonly Death[];
}

/** The same will happen again, however often ECS tries. */
const DETERMINISTIC: ReadonlySet<DeathKind> = new Set<DeathKind>([
  'cannot-pull',
  'exec-format',
  'cannot-start',
  'resource-initialization',
  'out-of-memory',
  'exit',
  'unhealthy'
]);

export function isDeterministic(kind: DeathKind): boolean {
  return DETERMINISTIC.has(kind);
}

const PATTERNS: readonly (readonly [RegExp, DeathKind])[] = [
  [/exec format error/i, 'exec-format'],
  [/CannotPull(Container|Image)|pull image manifest/i, 'cannot-pull'],
  [/ResourceInitializationError/i, 'resource-initialization'],
  [/OutOfMemory|out of memory|OOMKilled/i, 'out-of-memory'],
  [/failed (ELB|container|load balancer) health checks?|failed health checks?|unhealthy/i, 'unhealthy'],
  [/capacity is unavailable|insufficient capacity|RESOURCE:/i, 'no-capacity'],
  [/Cannot(Start|Create)Container|ContainerRuntime(Timeout)?Error|CannotMount|CannotInspect/i, 'cannot-start']
];

/**
 * Says why a stopped task ended, from DescribeTasks (stopCode, stoppedReason, containers[].reason and exitCode). Pure.
 *
 * @returns undefined while ECS has not said yet: the task is still stopping and its containers have no exit code
 */
export function classifyDeath(task: Task): Death | undefined {
  const containers = task.containers ?? [];
  const stoppedReason = task.stoppedReason ?? '';
  const spoken = containers.find(container => matchKind(container.reason ?? '') !== undefined);
  const kind = matchKind(stoppedReason) ?? matchKind(spoken?.reason ?? '') ?? kindOfStop(task);
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
    runtimeId: container?.runtimeId
  };
}

function matchKind(text: string): DeathKind | undefined {
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1];
}

function kindOfStop(task: Task): DeathKind {
  switch (task.stopCode) {
    case 'EssentialContainerExited':
      return 'exit';
    case 'TaskFailedToStart':
      return 'cannot-start';
    case 'ServiceSchedulerInitiated':
    case 'UserInitiated':
      return 'replaced';
    case 'SpotInterruption':
    case 'TerminationNotice':
    case 'InfrastructureHealth':
      return 'infrastructure';
    default:
      return /essential container/i.test(task.stoppedReason ?? '') ? 'exit' : 'unknown';
  }
}

/** The one that went first: the others get SIGTERM (143) or SIGKILL (137) from ECS when the task is stopped because of it. */
function findExited(containers: readonly Container[]): Container | undefined {
  const exited = containers.filter(container => container.exitCode !== undefined);
  return (
    exited.find(container => ![0, 137, 143].includes(container.exitCode ?? 0)) ??
    exited.find(container => container.exitCode === 137) ??
    exited[0]
  );
}

function namedContainer(reason: string, containers: readonly Container[]): string | undefined {
  if (containers.length === 1) return containers[0]?.name;
  return containers.find(container => container.name !== undefined && reason.includes(container.name))?.name;
}

/** Deaths of the same kind, container and exit code together; the commonest group first. Pure. */
export function groupDeaths(deaths: readonly Death[]): readonly DeathGroup[] {
  const groups = new Map<string, Death[]>();
  for (const death of deaths) {
    const key = [death.kind, death.container ?? '', death.exitCode ?? ''].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), death]);
  }
  return [...groups.values()]
    .map(members => {
      const sorted = members.sort((one, other) => (other.stoppedAt ?? 0) - (one.stoppedAt ?? 0));
      const { kind, container, exitCode, reason } = sorted[0] as Death;
      return { kind, container, exitCode, reason, count: sorted.length, deaths: sorted };
    })
    .sort((one, other) => weigh(other) - weigh(one));
}

/** What speaks against the version comes before what merely happened around it. */
function weigh(group: DeathGroup): number {
  return (isDeterministic(group.kind) ? 1_000_000 : 0) + group.count;
}
