import type { DeathGroup } from '../rollout/deaths.js';
import type { Diagnosis } from '../rollout/diagnosis.js';

/** A part of what was found out about a failure: a title and its lines. */
export interface Finding {
  readonly title: string;
  readonly lines: readonly string[];
  /** What the containers themselves said: what people look for first. */
  readonly proof?: boolean;
}

/** Why it failed, for people: AWS's own word, the dead tasks, events, alarms, CodeDeploy's event, and what the containers logged. Pure. */
export function listFindings(diagnosis: Diagnosis): readonly Finding[] {
  const { stopReason, lastState, deaths, events, circuitBreaker, alarms, codedeploy, logs, gaps } = diagnosis;
  const findings: readonly Finding[] = [
    { title: 'What AWS says', lines: stopReason === undefined ? [] : [stopReason] },
    { title: 'How far it came', lines: lastState === undefined ? [] : [lastState] },
    { title: 'CodeDeploy', lines: codedeploy === undefined ? [] : describeCodeDeploy(codedeploy) },
    { title: 'Stopped tasks', lines: deaths.map(describeDeaths) },
    {
      title: 'Circuit breaker',
      lines:
        circuitBreaker?.status === undefined
          ? []
          : [
              `${circuitBreaker.status}: ${circuitBreaker.failureCount ?? 0} failed of ${circuitBreaker.threshold ?? '?'} allowed`
            ]
    },
    { title: 'Alarms', lines: alarms },
    {
      title: 'Service events',
      lines: events.map(({ at, message }) => (at === undefined ? message : `${formatTime(at)}  ${message}`))
    },
    ...logs.map(({ container, stream, lines }) => ({
      title: `Last lines of ${container} (${stream})`,
      lines,
      proof: true
    })),
    { title: 'Not found out', lines: gaps }
  ];
  return findings.filter(({ lines }) => lines.length > 0);
}

/** `3 × app: Essential container in task exited (exit code 1)` */
export function describeDeaths({ count, container, exitCode, reason }: DeathGroup): string {
  const who = container === undefined ? '' : `${container}: `;
  return `${count} × ${who}${reason}${exitCode === undefined ? '' : ` (exit code ${exitCode})`}`;
}

function describeCodeDeploy(failure: NonNullable<Diagnosis['codedeploy']>): readonly string[] {
  const { deploymentId, errorCode, message, failedEvent, diagnostics, rollbackMessage } = failure;
  const what = [errorCode, message].filter(part => part !== undefined).join(': ');
  return [
    what === '' ? deploymentId : `${deploymentId}: ${what}`,
    ...(failedEvent === undefined ? [] : [`failed at ${failedEvent}`]),
    ...[diagnostics, rollbackMessage].filter(line => line !== undefined)
  ];
}

function formatTime(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
