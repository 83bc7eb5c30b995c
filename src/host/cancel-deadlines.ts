import { setMaxListeners } from 'node:events';

import type { CancelDeadlines } from '../cancellation.js';
import { SlipwayError } from '../errors.js';

/** In milliseconds after the cancellation, of the 7500 that GitHub gives before it sends SIGTERM. */
const AFTER = { answers: 2_000, undo: 4_500, report: 6_000 } as const;

/** So many calls may wait side by side for one of the signals. Node takes more than ten for a leak, and writes a warning into the log. */
const MOST_WAITS = 1_000;

/** The deadlines of a run that this signal cancels, by the system's time: whoever ends the process goes by no other. */
export function startDeadlines(signal: AbortSignal): CancelDeadlines {
  const deadlines = {
    answers: new AbortController(),
    undo: new AbortController(),
    report: new AbortController()
  };
  const { answers, undo, report } = deadlines;
  setMaxListeners(MOST_WAITS, signal, answers.signal, undo.signal, report.signal);
  const begin = (): void => {
    for (const name of ['answers', 'undo', 'report'] as const) {
      setTimeout(() => deadlines[name].abort(outOfTime()), AFTER[name]);
    }
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return { answers: answers.signal, undo: undo.signal, report: report.signal };
}

function outOfTime(): SlipwayError {
  return new SlipwayError({
    code: 'out-of-time',
    fault: 'aws',
    what: 'There was no answer within the few seconds that a cancelled run has.'
  });
}
