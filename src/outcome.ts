/** What became of *our* deployment. Only `succeeded` and `unchanged` are green. */
export const VERDICTS = [
  'succeeded',
  'rolled-back',
  'failed',
  'superseded',
  'timed-out',
  'cancelled',
  'unchanged'
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How a run ended: a verdict, or how far it went where no verdict was asked for. */
export type Outcome = Verdict | 'started' | 'planned' | 'registered' | 'pushed';

/** The command's exit codes. 2 is wrong use: settings, files, permissions. */
export const EXIT_CODES: Readonly<Record<Outcome, number>> = {
  succeeded: 0,
  unchanged: 0,
  started: 0,
  planned: 0,
  registered: 0,
  pushed: 0,
  failed: 1,
  'rolled-back': 3,
  'timed-out': 4,
  superseded: 5,
  cancelled: 6
};
export const EXIT_WRONG_USE = 2;
