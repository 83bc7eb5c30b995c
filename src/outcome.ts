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
export type Outcome = Verdict | 'started' | 'paused' | 'planned' | 'registered' | 'pushed';

/** The command's exit codes. 2 is wrong use: settings, files, permissions. */
export const EXIT_CODES: Readonly<Record<Outcome, number>> = {
  succeeded: 0,
  unchanged: 0,
  started: 0,
  paused: 0,
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

/** From the one that needs looking at most to the best. */
const WORST_FIRST: readonly Outcome[] = [
  'failed',
  'timed-out',
  'rolled-back',
  'superseded',
  'cancelled',
  'started',
  'paused',
  'succeeded',
  'unchanged',
  'planned',
  'registered',
  'pushed'
];

/** The outcome of a run with several services: that of the one that went worst. Without any, `unchanged`. */
export function worstOf(outcomes: readonly Outcome[]): Outcome {
  return WORST_FIRST.find(outcome => outcomes.includes(outcome)) ?? 'unchanged';
}
