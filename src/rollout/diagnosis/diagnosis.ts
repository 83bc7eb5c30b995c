import { fillFacts, type FoundCause } from '../../causes/cause.js';
import { causeOfCodeDeploy } from '../../causes/codedeploy-failure.js';
import { causeOfEvent } from '../../causes/service-event.js';
import { causeOfLogs } from '../../causes/stopped-task.js';
import type { StoppedTaskGroup } from '../monitor/stop-reasons.js';

/** Why a rollout failed, as far as AWS tells. `report/` prints it. */
export interface Diagnosis {
  readonly cause: DiagnosedCause | undefined;
  /** What AWS itself says about the deployment: rollout state reason, status reason, CodeDeploy's error. */
  readonly stopReason: string | undefined;
  /** The last state in one line, where AWS itself had not called it failed: how far it had come. */
  readonly lastState?: string | undefined;
  /** The stopped tasks of this deployment by reason, container and exit code, the commonest first. */
  readonly stoppedTasks: readonly StoppedTaskGroup[];
  /** Service events since the start, oldest first. */
  readonly events: readonly DiagnosedEvent[];
  readonly circuitBreaker: CircuitBreaker | undefined;
  /** Names of CloudWatch alarms that went off. */
  readonly alarms: readonly string[];
  readonly codedeploy: CodeDeployFailure | undefined;
  readonly logs: readonly LogTail[];
  /** What could not be found out and why, one sentence each, naming the missing permission. */
  readonly gaps: readonly string[];
}

/** The likely cause, in words. */
export interface DiagnosedCause {
  /** Of the table of causes, or what the deployment as a whole says. */
  readonly id: string;
  /** One sentence. */
  readonly sentence: string;
  /** What to do. */
  readonly advice: string;
  /** The page that describes it; undefined where there is none. */
  readonly page?: string | undefined;
}

interface DiagnosedEvent {
  /** Milliseconds since the epoch. */
  readonly at: number | undefined;
  readonly message: string;
}

interface CircuitBreaker {
  readonly status: string | undefined;
  readonly failureCount: number | undefined;
  readonly threshold: number | undefined;
}

export interface CodeDeployFailure {
  readonly deploymentId: string;
  readonly errorCode: string | undefined;
  readonly message: string | undefined;
  readonly failedEvent: string | undefined;
  /** The failed event's diagnostics: error code, message, the end of its log. */
  readonly diagnostics: string | undefined;
  readonly rollbackMessage: string | undefined;
}

export interface LogTail {
  readonly container: string;
  readonly taskArn: string;
  /** Where the log group is, which need not be the service's region. */
  readonly region?: string;
  readonly group: string;
  readonly stream: string;
  /** Oldest first. */
  readonly lines: readonly string[];
}

type Found = Omit<Diagnosis, 'cause'>;

/**
 * The likely cause in one sentence, from everything that was found: what speaks against the new version first, what passes by itself last,
 * and the deployment as a whole where nothing else tells. Pure.
 */
export function findCause(found: Found): DiagnosedCause | undefined {
  const explain = [
    () => explainStoppedTasks(found, [true, 'unknown']),
    () => explainAlarm(found),
    () => explainCodeDeploy(found, false),
    () => explainEvent(found, [true]),
    () => explainStoppedTasks(found, [false]),
    () => explainEvent(found, ['unknown', false]),
    () => explainCodeDeploy(found, true),
    () => explainWhole(found)
  ];
  for (const each of explain) {
    const cause = each();
    if (cause !== undefined) return cause;
  }
  return undefined;
}

type Deterministic = FoundCause['cause']['deterministic'];

function describe({ cause, facts }: FoundCause, more = ''): DiagnosedCause {
  const { id, what, advice, source } = cause;
  return { id, sentence: `${fillFacts(what, facts)}${more}.`, advice: fillFacts(advice, facts), page: source };
}

function explainStoppedTasks(found: Found, which: readonly Deterministic[]): DiagnosedCause | undefined {
  for (const wanted of which) {
    const group = found.stoppedTasks.find(candidate => candidate.found?.cause.deterministic === wanted);
    if (group?.found === undefined) continue;
    const lines = found.logs.filter(({ container }) => container === group.container).flatMap(log => log.lines);
    return describe(causeOfLogs(group.found, lines), group.count === 1 ? '' : ` (${group.count} tasks)`);
  }
  return undefined;
}

function explainAlarm({ alarms: [alarm] }: Found): DiagnosedCause | undefined {
  if (alarm === undefined) return undefined;
  return {
    id: 'alarm',
    sentence: `The CloudWatch alarm ${alarm} went off during the deployment.`,
    advice: 'Check its metric at that time; the new version may be slower or fail requests.'
  };
}

/** Codes that say that it did not go, and nothing about why: events tell more. */
const GENERAL_CODES: ReadonlySet<string> = new Set([
  'codedeploy-unhealthy',
  'codedeploy-timeout',
  'codedeploy-internal',
  'codedeploy-throttled',
  'codedeploy-ecs-update'
]);

function explainCodeDeploy({ codedeploy }: Found, isGeneral: boolean): DiagnosedCause | undefined {
  const { errorCode, failedEvent } = codedeploy ?? {};
  if (codedeploy === undefined || errorCode === undefined) return undefined;
  const start = `CodeDeploy gave up with ${errorCode}${failedEvent === undefined ? '' : ` at ${failedEvent}`}`;
  const found = causeOfCodeDeploy(codedeploy);
  if (found === undefined) {
    const advice = codedeploy.message ?? 'Read the deployment in the console.';
    return isGeneral ? { id: 'codedeploy', sentence: `${start}.`, advice } : undefined;
  }
  if (GENERAL_CODES.has(found.cause.id) !== isGeneral) return undefined;
  const description = describe(found);
  return { ...description, sentence: `${start}: ${description.sentence}` };
}

/** Events that say that it does not go, and nothing about why. */
const GENERAL_EVENTS: ReadonlySet<string> = new Set([
  'rolling-back',
  'tasks-keep-failing',
  'not-steady',
  'alarm-detected'
]);

/** By the last event of those that tell most. */
function explainEvent({ events }: Found, which: readonly Deterministic[]): DiagnosedCause | undefined {
  const causes = events.flatMap(({ message }) => {
    const found = causeOfEvent(message);
    const isTelling = found !== undefined && found.cause.routine !== true && !GENERAL_EVENTS.has(found.cause.id);
    return isTelling ? [{ message, found }] : [];
  });
  for (const wanted of which) {
    const last = causes.findLast(({ found }) => found.cause.deterministic === wanted);
    if (last !== undefined) return describe(last.found, `: ${last.message.replace(/[.\s]+$/, '')}`);
  }
  return undefined;
}

function explainWhole({ circuitBreaker, lastState }: Found): DiagnosedCause | undefined {
  if (circuitBreaker?.status === 'TRIGGERED') {
    return {
      id: 'circuit-breaker',
      sentence: 'Tasks of the new version kept failing until the deployment circuit breaker was triggered.',
      advice: 'Read the service events below.'
    };
  }
  if (lastState === undefined) return undefined;
  return {
    id: 'stuck',
    sentence: `The deployment stalled at: ${lastState}.`,
    advice:
      'Tasks that stay pending wait for a large image, a container that others depend on, or network access; ' +
      'old tasks that stay wait for connections to drain; a hook may be waiting for approval.'
  };
}
