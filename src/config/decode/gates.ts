import type { Config, GateConfig } from '../config.js';
import { CONFLICT } from '../setting-rules.js';
import type { ReportProblem } from '../sources/source-value.js';
import type { Settings } from '../sources/resolved-settings.js';

/** Whether there is something to test the new version with. */
export function hasGate({ gateCommand, gateUrls }: GateConfig): boolean {
  return gateCommand !== undefined || gateUrls.length > 0;
}

/** Tells settings of gates that contradict others. */
export function checkGates(settings: Settings, config: Config, report: ReportProblem): void {
  const { rollouts } = config;
  if (config.deployments.length > 0 && config.dryRun) {
    const what =
      'dry-run and deployment contradict each other: to follow a deployment changes nothing that could be planned.';
    report({ code: CONFLICT.name, place: settings.place('deployment'), what, next: 'Keep one of the two.' });
  }
  const place = settings.place('wait-for');
  for (const { rollout, gate } of rollouts) {
    const { waitFor } = rollout;
    if (!hasGate(gate)) continue;
    if (waitFor === 'nothing' || waitFor === 'started') {
      const what = `wait-for: ${waitFor} ends before the gate (gate-command, gate-urls) can answer.`;
      report({ code: CONFLICT.name, place, what, next: 'Use wait-for: live or stable.' });
    }
    if (waitFor === 'paused' && gate.gateAt === 'live') {
      const what = 'wait-for: paused ends before gate-at: live, when the new version has all traffic.';
      report({ code: CONFLICT.name, place, what, next: 'Run the gate in the job that continues the deployment.' });
    }
  }
}
