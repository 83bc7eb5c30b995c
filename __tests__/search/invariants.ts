import type { SimulatedRun } from '../simulation/simulation.js';
import type { Case } from './cases.js';
import { judgeGoingBack, judgeOthers, judgeOutputs, judgeTwice } from './changes.js';
import type { History } from './history.js';
import type { Invariant, Problem } from './judged.js';
import { judgeLeft } from './left.js';
import { judgePhases } from './phases.js';
import { judgeCancellation, judgeOutcome, judgeVerdicts } from './verdicts.js';

/** Holds a run and all that it did to the invariants; what is wrong with it. */
export function judge(run: SimulatedRun, test: Case, history: History): readonly Problem[] {
  const problems: Problem[] = [];
  const changes = history.changes.filter(({ request }) => request.run === run);
  const tell = (invariant: Invariant, what: string): void => {
    problems.push({ invariant, run: run.name, what });
  };
  const judged = { run, test, history, changes, tell };
  judgeOutcome(judged);
  judgeCancellation(judged);
  judgeVerdicts(judged);
  judgeOthers(judged);
  judgeGoingBack(judged);
  judgeLeft(judged);
  judgeTwice(judged);
  judgeOutputs(judged);
  judgePhases(judged);
  return problems;
}
