import { awsErrorName, explainAwsError, isAccessDenied } from '../../aws/errors.js';
import type { DeploymentInfo, ECSTarget, ServiceDeployment, ServiceEvent, TaskDefinition } from '../../aws/types.js';
import {
  groupByCause,
  hasExited,
  wasReplaced,
  wasUnhealthy,
  type StoppedTask,
  type StoppedTaskGroup
} from '../monitor/stop-reasons.js';
import { findCause, type CodeDeployFailure, type Diagnosis, type LogTail } from './diagnosis.js';
import { findLogStream } from './log-stream.js';
import type { StoppedTaskCollector } from '../monitor/stopped-tasks.js';
import type { RolloutPorts } from '../ports.js';

interface Evidence {
  readonly ports: RolloutPorts;
  readonly region: string;
  readonly taskDefinitionArn: string;
  readonly taskDefinition: TaskDefinition | undefined;
  readonly collector: StoppedTaskCollector;
  readonly events: readonly ServiceEvent[];
  readonly stopReason: string | undefined;
  readonly lastState: string | undefined;
  readonly serviceDeployment?: ServiceDeployment | undefined;
  readonly codedeploy?: { readonly info: DeploymentInfo; readonly target: ECSTarget | undefined } | undefined;
}

const LOG_LINES = 20;
/** One task of each way to die is enough to read; more would only repeat it. */
const LOGGED_GROUPS = 2;
/** A task that died of one of these had a container that ran and may have said why. */
const SPEAKING: ReadonlySet<string> = new Set(['out-of-memory', 'exec-format', 'container-exited']);

/**
 * Gathers why a rollout failed: stopped tasks, service events, circuit breaker, alarms, CodeDeploy's error, log lines.
 * Never rejects: what cannot be read is a gap that names the missing permission.
 */
export async function diagnose(evidence: Evidence): Promise<Diagnosis> {
  await evidence.collector.lookOnceMore();
  const gaps = [...evidence.collector.gaps];
  const stoppedTasks = groupByCause(evidence.collector.stoppedTasks.filter(stoppedTask => !wasReplaced(stoppedTask)));
  const speaking = stoppedTasks.filter(mayHaveSpoken).slice(0, LOGGED_GROUPS);
  const logs = await readLogs(
    speaking.flatMap(group => group.stoppedTasks[0] ?? []),
    evidence,
    gaps
  );
  const { serviceDeployment, codedeploy } = evidence;
  const breaker = serviceDeployment?.deploymentCircuitBreaker;
  const found = {
    stopReason: evidence.stopReason,
    lastState: evidence.lastState,
    stoppedTasks,
    events: evidence.events.map(event => ({ at: event.createdAt?.getTime(), message: event.message ?? '' })),
    circuitBreaker:
      breaker === undefined || breaker.status === 'DISABLED'
        ? undefined
        : { status: breaker.status, failureCount: breaker.failureCount, threshold: breaker.threshold },
    alarms: serviceDeployment?.alarms?.triggeredAlarmNames ?? [],
    codedeploy: codedeploy === undefined ? undefined : describeCodeDeploy(codedeploy.info, codedeploy.target),
    logs,
    gaps
  };
  return { ...found, cause: findCause(found) };
}

function mayHaveSpoken(group: StoppedTaskGroup): boolean {
  return hasExited(group) || wasUnhealthy(group) || SPEAKING.has(group.found?.cause.id ?? '');
}

function describeCodeDeploy(info: DeploymentInfo, target: ECSTarget | undefined): CodeDeployFailure {
  const event = target?.lifecycleEvents?.find(candidate => candidate.status === 'Failed');
  const { errorCode, message, logTail } = event?.diagnostics ?? {};
  const diagnostics = [errorCode, message, logTail].filter(part => part !== undefined && part !== '').join(': ');
  return {
    deploymentId: info.deploymentId ?? '',
    errorCode: info.errorInformation?.code,
    message: info.errorInformation?.message,
    failedEvent: event?.lifecycleEventName,
    diagnostics: diagnostics === '' ? undefined : diagnostics,
    rollbackMessage: info.rollbackInfo?.rollbackMessage
  };
}

async function readLogs(
  stoppedTasks: readonly StoppedTask[],
  evidence: Evidence,
  gaps: string[]
): Promise<readonly LogTail[]> {
  if (stoppedTasks.length === 0) return [];
  const definition = evidence.taskDefinition ?? (await describeDefinition(evidence, gaps));
  if (definition === undefined) return [];
  const tails = await Promise.all(stoppedTasks.map(stoppedTask => readLog(stoppedTask, definition, evidence, gaps)));
  return tails.flatMap(tail => tail ?? []);
}

async function describeDefinition(evidence: Evidence, gaps: string[]): Promise<TaskDefinition | undefined> {
  try {
    return (await evidence.ports.ecs.describeTaskDefinition(evidence.taskDefinitionArn)).taskDefinition;
  } catch (error) {
    gaps.push(
      explainGap(error, 'The log settings of the task definition cannot be read', 'ecs:DescribeTaskDefinition')
    );
    return undefined;
  }
}

async function readLog(
  stoppedTask: StoppedTask,
  definition: TaskDefinition,
  evidence: Evidence,
  gaps: string[]
): Promise<LogTail | undefined> {
  const container = stoppedTask.container ?? definition.containerDefinitions?.[0]?.name;
  const defined = definition.containerDefinitions?.find(candidate => candidate.name === container);
  const settings = defined?.logConfiguration;
  if (container === undefined || defined === undefined || settings === undefined) return undefined;
  if (settings.logDriver !== 'awslogs') {
    gaps.push(
      `The log driver of ${container} is ${settings.logDriver ?? 'unknown'}: its lines are not in CloudWatch Logs.`
    );
    return undefined;
  }
  const found = findLogStream(defined, stoppedTask, evidence.region);
  if (found === undefined) return undefined;
  const { group, stream } = found;
  try {
    const lines = await evidence.ports.logs.readTail({ ...found, limit: LOG_LINES });
    return { container, taskArn: stoppedTask.taskArn, ...found, lines };
  } catch (error) {
    if (awsErrorName(error) === 'ResourceNotFoundException') {
      gaps.push(`${container} has logged nothing: ${group} has no stream ${stream}.`);
    } else {
      gaps.push(explainGap(error, `The log of ${container} cannot be read`, 'logs:GetLogEvents'));
    }
    return undefined;
  }
}

function explainGap(error: unknown, what: string, action: string): string {
  return isAccessDenied(error) ? `${what}: allow ${action}.` : explainAwsError(error, what).message;
}
