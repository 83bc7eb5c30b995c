import type { RunReport } from './outputs.js';

/** The report of a run while it goes on: each step adds what it has reached, and it is there however the run ends. */
export class RunProgress {
  #report: RunReport;

  constructor(region: string) {
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

  /** What was reached so far; `failed` until an outcome is added. */
  get report(): RunReport {
    return this.#report;
  }

  /** Adds what is there to stay, in the place of what was said of it before. */
  add(reached: Partial<RunReport>): void {
    this.#report = { ...this.#report, ...reached };
  }
}
