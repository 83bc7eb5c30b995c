import { findWrongPhases, readPhases, sequenceOf } from '../phases.js';
import type { Judged } from './judged.js';

/** Whatever became of the run: its phases have no gap and do not overlap, and all that it changed is within them. */
export function judgePhases({ run, changes, tell }: Judged): void {
  const { answer, endedAt = 0 } = run;
  if (run.isKilled || answer === undefined) return;
  const wrong = (what: string): void => tell('the phases tell where all the time went', what);
  const phases = readPhases(answer.outputs.phases);
  const made = changes.filter(({ request }) => request.step === 'main').map(({ request }) => request);
  const firstRequest = run.requests[0];
  if (firstRequest?.step === 'main' && phases.length === 0) wrong('there are none');
  for (const each of findWrongPhases(phases, { startedAt: 0, endedAt })) wrong(each);
  const sequence = sequenceOf(phases).map(phase => Date.parse(phase['started-at']) + phase.seconds * 1000);
  const [from, to] = [Date.parse(phases[0]?.['started-at'] ?? ''), sequence.at(-1) ?? 0];
  for (const { action, time } of made) {
    if (time < from || time > to) wrong(`${action} is outside of them`);
  }
}
