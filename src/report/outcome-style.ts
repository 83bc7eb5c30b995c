import type { Outcome } from '../outcome.js';

/** How an outcome is told in one word and colour. */
export interface OutcomeStyle {
  readonly green: boolean;
  readonly word: string;
}

const STYLES: Readonly<Record<Outcome, OutcomeStyle>> = {
  succeeded: { green: true, word: 'Succeeded' },
  unchanged: { green: true, word: 'Unchanged' },
  started: { green: true, word: 'Started' },
  paused: { green: true, word: 'Paused' },
  planned: { green: true, word: 'Planned' },
  registered: { green: true, word: 'Registered' },
  pushed: { green: true, word: 'Pushed' },
  failed: { green: false, word: 'Failed' },
  'rolled-back': { green: false, word: 'Rolled back' },
  'timed-out': { green: false, word: 'Timed out' },
  superseded: { green: false, word: 'Superseded' },
  cancelled: { green: false, word: 'Cancelled' }
};

export function styleOf(outcome: Outcome): OutcomeStyle {
  return STYLES[outcome];
}
