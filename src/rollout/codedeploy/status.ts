import type { WaitFor } from '../../config/config.js';
import type { DeploymentInfo, ECSTarget, ECSTaskSet, LifecycleEvent, Service } from '../../aws/types.js';
import type { TaskCounts } from '../monitor/stopped-tasks.js';
import type { Pause } from '../gate/pause.js';
import { minutesOf, type Ending, type StatusView } from '../result.js';

/** What one look at CodeDeploy gives. */
export interface CodeDeploySnapshot {
  /** GetDeployment of ours. */
  readonly info: DeploymentInfo;
  /** Its target (BatchGetDeploymentTargets); undefined before there is one. */
  readonly target: ECSTarget | undefined;
  /** The rollback, which is a deployment with an id of its own. */
  readonly rollback: DeploymentInfo | undefined;
  /** From DescribeServices, for its events; undefined before it was asked, and where it may not be read. */
  readonly service?: Service | undefined;
}

export interface CodeDeployView extends StatusView {
  /** It failed or was stopped, a rollback is due, and its id is not known yet. */
  readonly rollbackDue: boolean;
  readonly taskCounts: TaskCounts;
  /** The replacement tasks were steady once: CodeDeploy has left Install behind. */
  readonly hasComeUp: boolean;
}

interface Judgement {
  readonly failing: string | undefined;
  readonly ending: Ending | undefined;
  readonly rollbackDue: boolean;
}

/**
 * Reads one snapshot of our CodeDeploy deployment. Pure.
 *
 * Statuses and lifecycle events are open lists: one that is unknown is shown and waited for.
 *
 * @param askedForRollback whether this run stopped the deployment with a rollback, so that one is due whatever the group says
 */
export function readCodeDeployStatus(snapshot: CodeDeploySnapshot, askedForRollback: boolean): CodeDeployView {
  const { info, target, rollback } = snapshot;
  const judgement = judge(snapshot, askedForRollback);
  const milestone = readMilestone(info, target);
  return {
    phase: judgement.failing === undefined ? readPhase(info, target) : 'rollback',
    line: rollback === undefined ? describe(info, target) : describeRollback(rollback),
    notes: [...(target?.lifecycleEvents ?? []).flatMap(describeEvent), ...readWaits(info)],
    milestone: judgement.failing === undefined ? milestone : 'nothing',
    failing: judgement.failing,
    ending: judgement.ending,
    rollbackDue: judgement.rollbackDue,
    taskCounts: readTaskCounts(target),
    pause: readPause(info),
    hasComeUp: info.status === 'Succeeded' || hasPassed(target, 'Install')
  };
}

/** A deployment waits at most once before it shifts the traffic. */
export function readPause(info: DeploymentInfo): Pause | undefined {
  if (info.status !== 'Ready' || info.instanceTerminationWaitTimeStarted === true) return undefined;
  return { id: info.deploymentId ?? '', hookId: undefined, stage: 'Ready', expiresAt: undefined };
}

function judge({ info, rollback }: CodeDeploySnapshot, asked: boolean): Judgement {
  if (info.status === 'Succeeded') {
    const reason = 'CodeDeploy reports the deployment Succeeded.';
    return { failing: undefined, ending: { verdict: 'succeeded', reason }, rollbackDue: false };
  }
  if (info.status !== 'Failed' && info.status !== 'Stopped') {
    return { failing: undefined, ending: undefined, rollbackDue: false };
  }
  const failing = explainFailure(info);
  if (rollback !== undefined) return { failing, ending: judgeRollback(rollback, failing), rollbackDue: false };
  const rollbackDue = info.rollbackInfo?.rollbackDeploymentId !== undefined || asked || rollsBackByItself(info);
  const ending: Ending = { verdict: 'failed', reason: failing };
  return { failing, ending: rollbackDue ? undefined : ending, rollbackDue };
}

function judgeRollback(rollback: DeploymentInfo, failing: string): Ending | undefined {
  const id = rollback.deploymentId ?? '';
  switch (rollback.status) {
    case 'Succeeded':
      return { verdict: 'rolled-back', reason: `${failing} Rolled back by ${id}.` };
    case 'Failed':
    case 'Stopped':
      return { verdict: 'failed', reason: `The rollback ${id} ${rollback.status.toLowerCase()} too. ${failing}` };
    default:
      return undefined;
  }
}

/** A stop by hand rolls back only where the stop itself asked for it, which GetDeployment does not tell: then the id does. */
function rollsBackByItself(info: DeploymentInfo): boolean {
  const { enabled, events } = info.autoRollbackConfiguration ?? {};
  if (enabled !== true || /disabled|not enabled/i.test(info.rollbackInfo?.rollbackMessage ?? '')) return false;
  const code = info.errorInformation?.code;
  if (code === 'ALARM_ACTIVE') return events?.includes('DEPLOYMENT_STOP_ON_ALARM') ?? false;
  if (info.status === 'Stopped') return events?.includes('DEPLOYMENT_STOP_ON_REQUEST') ?? false;
  return events?.includes('DEPLOYMENT_FAILURE') ?? false;
}

function explainFailure(info: DeploymentInfo): string {
  const { code, message } = info.errorInformation ?? {};
  const state = info.status === 'Stopped' ? 'stopped' : 'failed';
  const said = message === undefined || message.trim() === '' ? '' : `: ${message.trim().replace(/[.\s]*$/, '')}`;
  return `CodeDeploy ${state} the deployment${said}${code === undefined ? '' : ` (${code})`}.`;
}

function readMilestone(info: DeploymentInfo, target: ECSTarget | undefined): WaitFor {
  if (info.status === 'Succeeded') return 'stable';
  if (info.instanceTerminationWaitTimeStarted === true) return 'live';
  const green = findTaskSet(target, 'Green');
  if (isTrafficMoved(target) && (green?.trafficWeight ?? 100) >= 100) return 'live';
  const wanted = green?.desiredCount ?? 0;
  const running = green?.runningCount ?? 0;
  return hasPassed(target, 'Install') || (wanted > 0 && running >= wanted) ? 'started' : 'nothing';
}

/** Whether the lifecycle events that move the production traffic are behind. */
export function isTrafficMoved(target: ECSTarget | undefined): boolean {
  return hasPassed(target, 'AllowTraffic') && hasPassed(target, 'AfterAllowTraffic');
}

/** Whether a lifecycle event is behind. */
export function hasPassed(target: ECSTarget | undefined, name: string): boolean {
  const event = target?.lifecycleEvents?.find(candidate => candidate.lifecycleEventName === name);
  return event?.status === 'Succeeded' || event?.status === 'Skipped';
}

/** CodeDeploy counts no failures. */
function readTaskCounts(target: ECSTarget | undefined): TaskCounts {
  const green = findTaskSet(target, 'Green');
  const running = green?.runningCount ?? 0;
  return { running, alive: running + (green?.pendingCount ?? 0), failures: 0 };
}

function findTaskSet(target: ECSTarget | undefined, label: 'Blue' | 'Green'): ECSTaskSet | undefined {
  return target?.taskSetsInfo?.find(set => set.taskSetLabel === label);
}

const PHASES: Readonly<Record<string, string>> = {
  BeforeInstall: 'start',
  Install: 'start',
  AfterInstall: 'start',
  AllowTestTraffic: 'test',
  AfterAllowTestTraffic: 'test',
  BeforeAllowTraffic: 'shift',
  AllowTraffic: 'shift',
  AfterAllowTraffic: 'shift'
};

/** The phase that a lifecycle event is in; one that is unknown is a phase by its own name. */
export function phaseOfEvent(name: string): string {
  return PHASES[name] ?? name;
}

function readPhase(info: DeploymentInfo, target: ECSTarget | undefined): string {
  if (info.instanceTerminationWaitTimeStarted === true || info.status === 'Succeeded') return 'drain';
  if (info.status === 'Baking') return 'bake';
  if (info.status === 'Ready') return 'ready';
  const event = currentEvent(target)?.lifecycleEventName;
  return event === undefined ? 'start' : phaseOfEvent(event);
}

function currentEvent(target: ECSTarget | undefined): LifecycleEvent | undefined {
  const events = target?.lifecycleEvents ?? [];
  return (
    events.find(event => event.status === 'InProgress' || event.status === 'Failed') ??
    events.findLast(event => event.status === 'Succeeded')
  );
}

function describe(info: DeploymentInfo, target: ECSTarget | undefined): string {
  const event = currentEvent(target)?.lifecycleEventName;
  const sets = (target?.taskSetsInfo ?? []).map(set => {
    const label = (set.taskSetLabel ?? set.identifer ?? 'task set').toLowerCase();
    const tasks = `${set.runningCount ?? 0} of ${set.desiredCount ?? 0} running`;
    return `${label} ${tasks}, traffic ${set.trafficWeight ?? 0} %`;
  });
  const head = `${info.status ?? 'waiting'}${event === undefined ? '' : ` ${event}`}`;
  return sets.length === 0 ? head : `${head}: ${sets.join('; ')}`;
}

function describeRollback(rollback: DeploymentInfo): string {
  return `rollback ${rollback.deploymentId ?? ''}: ${rollback.status ?? 'waiting'}`;
}

function describeEvent(event: LifecycleEvent): readonly string[] {
  const name = event.lifecycleEventName ?? 'unknown event';
  if (event.status === undefined || event.status === 'Pending' || event.status === 'Skipped') return [];
  if (event.status === 'InProgress') return [`${name} began`];
  const { startTime, endTime } = event;
  const took =
    startTime === undefined || endTime === undefined
      ? ''
      : ` after ${Math.round((endTime.getTime() - startTime.getTime()) / 1000)} s`;
  const said = event.diagnostics?.message;
  return [`${name} ${event.status.toLowerCase()}${took}${said === undefined || said === '' ? '' : `: ${said}`}`];
}

function readWaits(info: DeploymentInfo): readonly string[] {
  const { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: blue } =
    info.blueGreenDeploymentConfiguration ?? {};
  const id = info.deploymentId ?? '';
  if (readPause(info) !== undefined) {
    const action = ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? 'stopped' : 'continued';
    return [
      `Ready: waits up to ${minutesOf(ready?.waitTimeInMinutes)} min for ContinueDeployment, then it is ${action} ` +
        `(aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type READY_WAIT).`
    ];
  }
  const wait = minutesOf(blue?.terminationWaitTimeInMinutes);
  if (info.instanceTerminationWaitTimeStarted !== true || info.status === 'Succeeded' || wait === 0) return [];
  return [
    `All traffic is on the new tasks; the old ones end after ${wait} min. wait-for: live ends here; to end it now: ` +
      `aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type TERMINATION_WAIT.`
  ];
}
