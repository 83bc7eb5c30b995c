import type { TimelineEntry } from '../result.js';

/** That a deployment came to a phase. */
export interface PhaseMark {
  readonly phase: string;
  /** When, in milliseconds since the epoch; undefined where AWS keeps no time of it. */
  readonly at: number | undefined;
}

/** What AWS still knows of the phases that a deployment went through. */
export interface PastTimeline {
  readonly timeline: readonly TimelineEntry[];
  /** The phases that it went through too, and of which AWS does not keep both begin and end. */
  readonly untold: readonly string[];
}

/**
 * The stretches between the marks, in the order in which the deployment came to them. A phase whose begin or end is not known is left out,
 * and named. One that took no time is none. Pure.
 *
 * @param endedAt when the last one ended; undefined where AWS does not tell
 */
export function readMarks(marks: readonly PhaseMark[], endedAt: number | undefined): PastTimeline {
  const timeline: TimelineEntry[] = [];
  const untold: string[] = [];
  for (const [index, { phase, at: startedAt }] of marks.entries()) {
    const next = marks[index + 1];
    const until = next === undefined ? endedAt : next.at;
    if (startedAt === undefined || until === undefined) untold.push(phase);
    else if (until > startedAt) timeline.push({ phase, startedAt, endedAt: until });
  }
  return { timeline, untold };
}
