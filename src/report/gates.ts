import type { GateRun } from '../rollout/gate/gate.js';
import type { RolloutResult } from '../rollout/result.js';
import { stripControls } from '../text/terminal.js';
import { formatDuration } from '../text/time.js';
import type { DiagnosisSection } from './diagnosis.js';

/** What the gate said that failed, for people to read before anything else; none where it said nothing. Pure. */
export function listGateFindings(rollout: RolloutResult | undefined): readonly DiagnosisSection[] {
  const failed = rollout?.gates?.find(({ passed }) => !passed);
  if (failed === undefined || failed.lines.length === 0) return [];
  return [{ title: `Last lines of the gate (${failed.subject})`, lines: failed.lines.map(stripControls), proof: true }];
}

/** `passed at POST_TEST_TRAFFIC_SHIFT in 12 s (1 try): ./smoke.sh` */
export function describeGateRun({ passed, stage, startedAt, endedAt, tries, subject, outcome }: GateRun): string {
  const took = `in ${formatDuration(endedAt - startedAt)} (${tries} ${tries === 1 ? 'try' : 'tries'})`;
  return `${passed ? 'passed' : 'failed'} at ${stage} ${took}: ${subject}${passed ? '' : ` ${outcome}`}`;
}
