import type { Clock } from './ports.js';

/** A stretch of time, in milliseconds since the epoch. */
export interface TimelineEntry {
  /** What went on. An open list: docs/time.md has the words. */
  readonly phase: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A stretch of the job; those of one image lie within the job's own, and may overlap with one another. */
export interface JobEntry extends TimelineEntry {
  /** As `shop/app:1.2`; undefined: it is the job's own. */
  readonly image?: string | undefined;
}

export interface Timeline {
  /** The phase from now on; nothing happens when it is the one already. */
  enter(phase: string): void;
  /** The phase that goes on ends now, and none begins. */
  leave(): void;
  /** The entries so far, the one that goes on ended now. */
  read(): readonly TimelineEntry[];
}

/** The timeline of a job. Its own phases follow one another; beside them each image has some of its own. */
export interface JobTimeline extends Timeline {
  /** The timeline of one image, as `shop/app:1.2`. */
  addImage(name: string): Timeline;
  /** In the order of their begin; the job's own before those of images that begin with it. */
  read(): readonly JobEntry[];
}

/** Notes how long each phase takes. */
export function createTimeline(clock: Pick<Clock, 'now'>): Timeline {
  const marks: { readonly phase: string | undefined; readonly startedAt: number }[] = [];
  const mark = (phase: string | undefined): void => {
    if (marks.at(-1)?.phase !== phase) marks.push({ phase, startedAt: clock.now() });
  };
  return {
    enter: mark,
    leave: () => mark(undefined),
    read: () => {
      const now = clock.now();
      return marks.flatMap(({ phase, startedAt }, index) =>
        phase === undefined ? [] : [{ phase, startedAt, endedAt: marks[index + 1]?.startedAt ?? now }]
      );
    }
  };
}

/** Notes how long each phase of a job takes, and each of its images. */
export function createJobTimeline(clock: Pick<Clock, 'now'>): JobTimeline {
  const own = createTimeline(clock);
  const images: { readonly name: string; readonly timeline: Timeline }[] = [];
  return {
    enter: phase => own.enter(phase),
    leave: () => own.leave(),
    addImage: name => {
      const timeline = createTimeline(clock);
      images.push({ name, timeline });
      return timeline;
    },
    read: () => {
      const entries: JobEntry[] = [
        ...own.read(),
        ...images.flatMap(({ name, timeline }) => timeline.read().map(entry => ({ ...entry, image: name })))
      ];
      return entries.sort((one, other) => one.startedAt - other.startedAt);
    }
  };
}
