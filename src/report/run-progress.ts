import type { Clock } from '../ports.js';
import { createJobTimeline, type JobTimeline } from '../timeline.js';
import type { RunReport } from './outputs.js';

/** The report of a run while it goes on: each step adds what it has reached, and it is there however the run ends. */
export class RunProgress {
  /** Where the time goes; each step enters its phase. */
  readonly timeline: JobTimeline;
  #report: Omit<RunReport, 'phases'>;

  constructor(region: string, clock: Pick<Clock, 'now'>) {
    this.timeline = createJobTimeline(clock);
    this.#report = {
      region,
      outcome: 'failed',
      images: [],
      artifacts: undefined,
      target: undefined,
      taskDefinitionArn: undefined,
      rollout: undefined
    };
  }

  /** What was reached so far; `failed` until an outcome is added. The phase that goes on ends now. */
  get report(): RunReport {
    return { ...this.#report, phases: this.timeline.read() };
  }

  /** Adds what is there to stay, in the place of what was said of it before. */
  add(reached: Partial<Omit<RunReport, 'phases'>>): void {
    this.#report = { ...this.#report, ...reached };
  }
}
