import type { FoundCause } from './cause.js';
import type { Facts } from './facts.js';
import { findCause } from './find-cause.js';
import { parseText } from './parse-text.js';
import { findTaskStage, type Stage } from './stage.js';

/** What ECS tells of a stopped task: of DescribeTasks stopCode, stoppedReason, and of the container that it is about name, reason and exit code. */
export interface TaskEnd {
  readonly stopCode: string | undefined;
  readonly stoppedReason: string;
  readonly container: {
    readonly name: string | undefined;
    readonly reason: string;
    readonly exitCode: number | undefined;
  };
}

/** Sentences that say that a task stopped, and nothing about why. */
const EMPTY = /^(?:task failed to start|essential container in task exited)\.?:?\s*/i;
/** Who stops a task for a reason of its own may have written anything as the reason. */
const TAKEN: Readonly<Record<string, string>> = {
  UserInitiated: 'UserInitiated',
  SpotInterruption: 'Spot',
  TerminationNotice: 'TerminationNotice',
  InfrastructureHealth: 'InfrastructureHealth'
};

/** Why a task stopped; undefined where ECS's words are not known and no exit code speaks. Pure. */
export function causeOfTask({ stopCode, stoppedReason, container }: TaskEnd): FoundCause | undefined {
  const facts: Facts = {
    ...(container.name === undefined ? {} : { container: `the container ${container.name}` }),
    ...(container.exitCode === undefined ? {} : { code: String(container.exitCode) })
  };
  const find = (text: string, stage?: Stage): FoundCause | undefined => {
    const parsed = parseText(text);
    return findCause(parsed, stage ?? findTaskStage(parsed), facts);
  };
  const taken = TAKEN[stopCode ?? ''];
  if (taken !== undefined) {
    return (stopCode === 'UserInitiated' ? undefined : find(stoppedReason, 'stop')) ?? find(taken, 'stop');
  }
  const texts = [stoppedReason, container.reason].map(text => text.replace(EMPTY, '')).filter(text => text !== '');
  // A container's reason is about the one that failed; the task's own often only says that there was one.
  for (const text of texts) {
    const ended = find(text, 'exit');
    const found = (ended === undefined || isExit(ended) ? undefined : ended) ?? find(text) ?? find(text, 'stop');
    if (found !== undefined) return found;
  }
  const started = stopCode !== 'TaskFailedToStart' && stopCode !== 'ServiceSchedulerInitiated';
  if (started && facts.code !== undefined && (stopCode !== undefined || EMPTY.test(stoppedReason)))
    return find('', 'exit');
  if (stopCode === 'EssentialContainerExited') return find(stopCode, 'exit');
  return stopCode === 'ServiceSchedulerInitiated' ? find(stopCode, 'stop') : undefined;
}

/** Whether a container's exit code is all that tells of it. Pure. */
export function isExit({ cause }: FoundCause): boolean {
  return cause.signs.every(
    ({ stage, words, reason }) => stage === 'exit' && words === undefined && reason === undefined
  );
}

const EXEC_FORMAT = /exec format error/i;

/** What a container that ended logged may be the cause, where ECS knows the exit code alone. Pure. */
export function causeOfLogs(found: FoundCause, lines: readonly string[]): FoundCause {
  if (!isExit(found)) return found;
  const line = lines.find(candidate => EXEC_FORMAT.test(candidate));
  return (line === undefined ? undefined : findCause(parseText(line), 'exit', found.facts)) ?? found;
}
