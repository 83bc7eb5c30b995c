import type { Container, Task } from '../../aws/types.js';
import { classifyStop, hasExited, type StoppedTask } from '../monitor/stop-reasons.js';

/** How a task ended. */
export interface TaskEnding {
  readonly succeeded: boolean;
  /** What happened, as the end of a sentence, without a full stop: `the container web exited with code 3`. */
  readonly what: string;
  /** For the diagnosis; undefined where it succeeded, or ECS says nothing that can be classified. */
  readonly stoppedTask: StoppedTask | undefined;
}

/** A task's state in one line: `PENDING`, `RUNNING`, with what ECS says about its end. Pure. */
export function describeTask(task: Task): string {
  const status = task.lastStatus ?? 'unknown';
  const reason = task.stoppedReason ?? '';
  return task.desiredStatus === 'STOPPED' && reason !== '' ? `${status} (${reason})` : status;
}

/**
 * Judges a task from DescribeTasks. It has to be STOPPED, whether or not anybody saw it RUNNING. It succeeded where it ended by itself
 * and every container that counts has exit code 0; one that never ran has none. Pure.
 *
 * @param judged the names of the containers that count
 * @returns undefined while it has not ended
 */
export function judgeTask(task: Task, judged: readonly string[]): TaskEnding | undefined {
  if (task.lastStatus !== 'STOPPED') return undefined;
  const containers = task.containers ?? [];
  const failed = judged
    .map(name => containers.find(container => container.name === name) ?? { name })
    .find(container => container.exitCode !== 0);
  const endedByItself = task.stopCode === 'EssentialContainerExited';
  if (failed === undefined && endedByItself)
    return { succeeded: true, what: describeSuccess(judged), stoppedTask: undefined };
  return {
    succeeded: false,
    what: endedByItself && failed !== undefined ? describeFailed(failed, judged, containers) : describeStop(task),
    stoppedTask: findDeath(task, endedByItself ? failed : undefined)
  };
}

function describeSuccess(judged: readonly string[]): string {
  return `${judged.length === 1 ? `the container ${judged[0] ?? ''}` : 'every essential container'} exited with code 0`;
}

function describeFailed(failed: Container, judged: readonly string[], containers: readonly Container[]): string {
  const { name = '', exitCode, reason = '' } = failed;
  const detail = reason === '' ? '' : ` (${reason})`;
  if (exitCode === undefined) return `the container ${name} did not run to its end${detail}`;
  const text = `the container ${name} exited with code ${exitCode}${detail}`;
  const another = containers.find(container => container.exitCode === 0);
  // ECS ends the other containers when an essential one has finished; what they make of SIGTERM is theirs to say.
  if (judged.length < 2 || another === undefined) return text;
  return `${text}, as a container may that ECS ends because another (${another.name ?? ''}, code 0) has finished; container-name says which one counts`;
}

function describeStop({ stopCode, stoppedReason = '', containers = [] }: Task): string {
  const spoken = containers.find(({ reason }) => (reason ?? '') !== '' && !stoppedReason.includes(reason ?? ''));
  const reasons = [stoppedReason, spoken?.reason ?? ''].filter(text => text !== '').join(': ');
  const what = stopCode === 'TaskFailedToStart' ? 'it did not start' : 'it was stopped before its end';
  const detail = reasons === '' ? (stopCode ?? '') : reasons;
  return detail === '' ? what : `${what}: ${detail.replace(/[.\s]+$/, '')}`;
}

function findDeath(task: Task, failed: Container | undefined): StoppedTask | undefined {
  const stoppedTask = classifyStop(task);
  const isOther = failed !== undefined && stoppedTask !== undefined && hasExited(stoppedTask);
  const death = isOther ? classifyStop({ ...task, containers: [failed] }) : stoppedTask;
  // What a service's container must not do is what a task's own is there for.
  return death?.found?.cause.id === 'essential-exited-0' ? { ...death, found: undefined } : death;
}
