import type { Clock } from '../../ports.js';
import type { TimelineEntry } from '../result.js';

export interface Timeline {
  /** The phase from now on; nothing happens when it is the one already. */
  enter(phase: string): void;
  /** The entries so far, the last one ended now. */
  read(): readonly TimelineEntry[];
}

/** Notes how long each phase of a rollout took. */
export function createTimeline(clock: Clock): Timeline {
  const marks: { readonly phase: string; readonly startedAt: number }[] = [];
  return {
    enter: phase => {
      if (marks.at(-1)?.phase !== phase) marks.push({ phase, startedAt: clock.now() });
    },
    read: () => marks.map((mark, index) => ({ ...mark, endedAt: marks[index + 1]?.startedAt ?? clock.now() }))
  };
}
