import type { Container, Task } from '../../aws/types.js';
import { keyOf, type FoundCause } from '../../causes/cause.js';
import { causeOfTask, isExit } from '../../causes/stopped-task.js';

export interface StoppedTask {
  readonly taskArn: string;
  /** Why it ended; undefined where ECS's words are not known. */
  readonly found: FoundCause | undefined;
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
  readonly found: FoundCause | undefined;
  readonly container: string | undefined;
  readonly exitCode: number | undefined;
  readonly reason: string;
  readonly count: number;
  /** The youngest first. */
  readonly stoppedTasks: readonly StoppedTask[];
}

/** The same will happen again, however often ECS tries. */
export function isDeterministic({ found }: Pick<StoppedTask, 'found'>): boolean {
  return found?.cause.deterministic === true;
}

/** Whether a death says that the new version cannot come up: a worker whose work is done ends with exit code 0. */
export function speaksAgainst(stoppedTask: Pick<StoppedTask, 'found' | 'clean'>): boolean {
  return isDeterministic(stoppedTask) && !(stoppedTask.clean && hasExited(stoppedTask));
}

/** It ended by itself, and its exit code is all that ECS tells. */
export function hasExited({ found }: Pick<StoppedTask, 'found'>): boolean {
  return found !== undefined && isExit(found);
}

/** ECS or somebody else stopped it, as happens to every task in the end. */
export function wasReplaced({ found }: Pick<StoppedTask, 'found'>): boolean {
  return found?.cause.class === 'user/scale-in stop';
}

/** Whether a health check failed. */
export function wasUnhealthy({ found }: Pick<StoppedTask, 'found'>): boolean {
  return found?.cause.class === 'health-check-container' || found?.cause.class === 'health-check-elb';
}

/**
 * Says why a stopped task ended, from DescribeTasks (stopCode, stoppedReason, containers[].reason and exitCode). Pure.
 *
 * @returns undefined while ECS has not said yet: the task is still stopping and its containers have no exit code
 */
export function classifyStop(task: Task): StoppedTask | undefined {
  const { containers = [], stoppedReason = '', stopCode } = task;
  const explained = containers.find(({ reason = '' }) => isTelling(reason));
  const hasEnded = stopCode === 'EssentialContainerExited' || /essential container/i.test(stoppedReason);
  const container = explained ?? (hasEnded ? findExited(containers) : undefined);
  const name = container?.name ?? namedContainer(stoppedReason, containers);
  const { reason: detail = '', exitCode } = container ?? {};
  const found = causeOfTask({ stopCode, stoppedReason, container: { name, reason: detail, exitCode } });
  if (found === undefined && task.lastStatus !== 'STOPPED') return undefined;
  if (hasEnded && container === undefined && task.lastStatus !== 'STOPPED') return undefined;
  return {
    taskArn: task.taskArn ?? '',
    found,
    container: name,
    exitCode,
    reason:
      detail !== '' && !stoppedReason.includes(detail)
        ? [stoppedReason, detail].filter(text => text !== '').join(': ')
        : stoppedReason,
    stopCode,
    stoppedAt: (task.stoppedAt ?? task.stoppingAt ?? task.executionStoppedAt)?.getTime(),
    ranFor: findRunTime(task),
    healthy: task.healthStatus === 'HEALTHY',
    clean: isClean(containers),
    runtimeId: container?.runtimeId
  };
}

function isTelling(reason: string): boolean {
  const container = { name: undefined, reason, exitCode: undefined };
  return reason !== '' && causeOfTask({ stopCode: undefined, stoppedReason: '', container }) !== undefined;
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

/** Equal for deaths of the same cause: what distinguishes it, container and exit code are the same. What is not known is told apart by its words. */
export function causeKey({ found, container, exitCode, reason }: StoppedTask): string {
  return JSON.stringify([found === undefined ? reason : keyOf(found), container, exitCode]);
}

/** Deaths of the same cause, container and exit code together; the commonest group first. Pure. */
export function groupByCause(stoppedTasks: readonly StoppedTask[]): readonly StoppedTaskGroup[] {
  const groups = new Map<string, StoppedTask[]>();
  for (const stoppedTask of stoppedTasks) {
    const key = causeKey(stoppedTask);
    groups.set(key, [...(groups.get(key) ?? []), stoppedTask]);
  }
  return [...groups.values()]
    .map(members => {
      const sorted = members.sort((one, other) => (other.stoppedAt ?? 0) - (one.stoppedAt ?? 0));
      const { found, container, exitCode, reason } = sorted[0] as StoppedTask;
      return { found, container, exitCode, reason, count: sorted.length, stoppedTasks: sorted };
    })
    .sort((one, other) => weigh(other) - weigh(one));
}

/** What speaks against the version comes before what merely happened around it. */
function weigh(group: StoppedTaskGroup): number {
  return (isDeterministic(group) ? 1_000_000 : 0) + group.count;
}
