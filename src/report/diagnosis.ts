import { formatTimeOfDay } from '../text/time.js';
import type { StoppedTaskGroup } from '../rollout/monitor/stop-reasons.js';
import type { Diagnosis, LogTail } from '../rollout/diagnosis/diagnosis.js';
import { shorten, stripControls } from '../text/terminal.js';

/** A part of what was found out about a failure: a title and its lines. */
export interface DiagnosisSection {
  readonly title: string;
  readonly lines: readonly string[];
  /** What the containers themselves said: what people look for first. */
  readonly proof?: boolean;
}

/** Why it failed, for people: AWS's own word, the dead tasks, events, alarms, CodeDeploy's event, and what the containers logged. Pure. */
export function listFindings(diagnosis: Diagnosis): readonly DiagnosisSection[] {
  const { stopReason, lastState, stoppedTasks, events, circuitBreaker, alarms, codedeploy, logs, gaps } = diagnosis;
  const findings: readonly DiagnosisSection[] = [
    { title: 'What AWS says', lines: stopReason === undefined ? [] : [stopReason] },
    { title: 'Last known state', lines: lastState === undefined ? [] : [lastState] },
    { title: 'CodeDeploy', lines: codedeploy === undefined ? [] : describeCodeDeploy(codedeploy) },
    { title: 'Stopped tasks', lines: stoppedTasks.map(describeStoppedTasks) },
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
      lines: events.map(({ at, message }) => (at === undefined ? message : `${formatTimeOfDay(at)}  ${message}`))
    },
    ...logs.map(({ container, stream, lines }) => ({
      title: `Last lines of ${container} (${stream})`,
      lines,
      proof: true
    })),
    { title: 'Could not determine', lines: gaps }
  ];
  return findings
    .filter(({ lines }) => lines.length > 0)
    .map(finding => ({ ...finding, lines: finding.lines.map(line => shorten(line, LONGEST_LINE)) }));
}

/** CloudWatch takes log events of a megabyte; who wants all of one finds it behind the link to the log. */
const LONGEST_LINE = 2_000;

/** How errors are logged by themselves: `TypeError: …`, `com.shop.ConfigException: …`, `panic: …`, `FATAL  …`. */
const ERROR =
  /^(?:(?:Uncaught |Unhandled |Exception in thread "[^"]*" )?(?:[\w$]+[./])*[\w$]*(?:Error|Exception)(?: \[\w+\])?|error|panic|fatal(?: error)?|FATAL|ERROR)\b:? +\S/;
/** What Java and those who follow it say last about it, and is the first cause. */
const ROOT_CAUSE = /^Caused by: \S/;

/** The line with which a container most likely said why it died, and who that was; undefined where none looks like it. Pure. */
export function findErrorLine(logs: readonly LogTail[]): { container: string; line: string } | undefined {
  for (const { container, lines } of logs) {
    const plain = lines.flatMap(line => stripControls(line).split('\n')).map(line => line.trim());
    const line =
      plain.findLast(candidate => ROOT_CAUSE.test(candidate)) ?? plain.findLast(candidate => ERROR.test(candidate));
    if (line !== undefined) return { container, line: shorten(line, 300) };
  }
  return undefined;
}

/** `3 × app: Essential container in task exited (exit code 1)` */
export function describeStoppedTasks({ count, container, exitCode, reason }: StoppedTaskGroup): string {
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
