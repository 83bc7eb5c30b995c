import type { WaitFor } from '../../config/config.js';
import type { DeploymentLifecycleHookDetail, EcsDeployment, Service, ServiceDeployment } from '../../aws/types.js';
import { ecsRollsBack } from '../monitor/automatic-rollback.js';
import { findEarly, type Early } from './early-success.js';
import { count, isLive, shiftsTraffic, type Counts } from './counts.js';
import { readHealth, type HealthSigns } from './health.js';
import { phaseOfStage } from './lifecycle-phases.js';
import type { TaskCounts } from '../monitor/stopped-tasks.js';
import type { Pause } from '../gate/pause.js';
import type { Ending, StatusView } from '../result.js';
import { resourceName } from '../../text/arn.js';
import { formatMoment } from '../../text/time.js';

/** What a look at a service showed directly before UpdateService was sent. */
export interface ServiceBefore {
  /** The ids of its deployments. Once UpdateService has answered, also those that its answer named beside ours. */
  readonly deploymentIds: readonly string[];
  /** The ARNs of its current service revisions; empty where ECS names none. */
  readonly serviceRevisionArns: readonly string[];
}

/** Which deployment is ours: identity.ts says by what. */
export interface DeploymentRef {
  /** The PRIMARY deployment's id in UpdateService's answer, as `ecs-svc/1234567890123456789`. */
  readonly deploymentId: string;
  /** The service revision that it brings, where a look at the service tied one to it. */
  readonly serviceRevisionArn?: string | undefined;
  /** What was there before it: an id that is neither ours nor among these is of a later deployment. */
  readonly before?: ServiceBefore | undefined;
  readonly taskDefinitionArn: string;
  /** The last one that was deployed with success before, to go back to. */
  readonly previousTaskDefinitionArn: string | undefined;
  /** When ECS made it, by ECS's clock, in milliseconds since the epoch. */
  readonly createdAt: number;
}

/** What one look at ECS gives. */
export interface EcsSnapshot {
  /** From DescribeServices; undefined where the service is gone. */
  readonly service: Service | undefined;
  /** Ours, from DescribeServiceDeployments; undefined before it is listed, and where it may not be read. */
  readonly serviceDeployment: ServiceDeployment | undefined;
}

export interface EcsView extends StatusView {
  readonly taskCounts: TaskCounts;
  /** It failed, ECS is to take it back by itself, and has not begun. */
  readonly rollbackDue: boolean;
  /** ECS called it successful before all tasks were replaced; undefined where that is not so, or no longer. */
  readonly early: Early | undefined;
  readonly health: HealthSigns;
}

interface Reading {
  readonly ref: DeploymentRef;
  readonly service: Service;
  readonly serviceDeployment: ServiceDeployment | undefined;
  readonly primary: EcsDeployment | undefined;
  readonly deployment: EcsDeployment | undefined;
  readonly counts: Counts;
  /** What an earlier look called failed. */
  readonly before: string | undefined;
}

interface Judgement {
  readonly failing: string | undefined;
  readonly ending: Ending | undefined;
  readonly early?: Early;
  readonly rollbackDue?: true;
}

const GOING_ON: Judgement = { failing: undefined, ending: undefined };

/**
 * Reads one snapshot of our ECS deployment. Pure.
 *
 * The verdict is the service deployment's status where it is known (DescribeServiceDeployments), else that of our deployment in
 * DescribeServices. Statuses and lifecycle stages are open lists: one that is unknown is shown and waited for.
 *
 * @param before the `failing` of the view before, so that a failure is remembered when ECS stops listing our deployment
 */
export function readEcsStatus(ref: DeploymentRef, snapshot: EcsSnapshot, before: string | undefined): EcsView {
  const { service = { status: 'INACTIVE' }, serviceDeployment } = snapshot;
  const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY');
  const deployment = service.deployments?.find(each => each.id === ref.deploymentId);
  const counts = count(service, serviceDeployment, deployment, ref);
  const reading = { ref, service, serviceDeployment, primary, deployment, counts, before };
  const judgement =
    serviceDeployment === undefined ? judgeDeployments(reading) : judgeStatus(serviceDeployment, reading);
  if (isDeleted(service)) return readDeleted(judgement);
  const failing = judgement.failing ?? before;
  return {
    phase: readPhase(reading, failing),
    line: describe(reading),
    notes: readNotes(serviceDeployment),
    milestone: readMilestone(reading, judgement, failing),
    failing,
    ending: judgement.ending,
    taskCounts: readTaskCounts(reading),
    rollbackDue: judgement.rollbackDue ?? false,
    early: judgement.early,
    health: readHealth(service, serviceDeployment, deployment, counts),
    pause: readPause(serviceDeployment)
  };
}

/** The hook that waits for ContinueServiceDeployment. Each pause of a hook ends at a time of its own, so that is what it is known by. */
export function readPause(deployment: ServiceDeployment | undefined): Pause | undefined {
  const { status, lifecycleStage = '', lifecycleHookDetails: hooks = [] } = deployment ?? {};
  if (status !== 'PENDING' && status !== 'IN_PROGRESS') return undefined;
  const hook = hooks.find(detail => detail.status === 'AWAITING_ACTION');
  if (hook?.hookId === undefined) return undefined;
  // The stages that a service deployment reports have none before a step, and no hook can pause within one.
  const stage = lifecycleStage === 'PRODUCTION_TRAFFIC_SHIFT' ? 'PRE_PRODUCTION_TRAFFIC_SHIFT' : lifecycleStage;
  const expiresAt = hook.expiresAt?.getTime();
  return { id: `${hook.hookId} ${expiresAt ?? stage}`, hookId: hook.hookId, stage, expiresAt };
}

/** Whether a service is being deleted, or was. */
export function isDeleted({ status }: Service): boolean {
  return status === 'DRAINING' || status === 'INACTIVE';
}

/** To delete the service ends a deployment that is under way. One that had ended before keeps its end. */
function readDeleted(judgement: Judgement): EcsView {
  const ending = endByDeletion(judgement);
  return {
    phase: 'drain',
    line: ending.reason,
    notes: [],
    milestone: ending.verdict === 'succeeded' ? 'stable' : 'nothing',
    failing: ending.verdict === 'failed' ? ending.reason : judgement.failing,
    ending,
    taskCounts: { running: 0, alive: 0, failures: 0 },
    rollbackDue: false,
    early: judgement.early,
    health: { healthy: false, old: 0, kept: 0, running: 0, wanted: 0, failures: undefined }
  };
}

function endByDeletion({ failing, ending }: Judgement): Ending {
  if (ending === undefined) {
    const reason = 'The service was deleted while the deployment was under way.';
    return { verdict: 'failed', reason: failing === undefined ? reason : `${failing} ${reason}` };
  }
  return { ...ending, reason: `${ending.reason} The service was deleted since.` };
}

/** By the service deployment: AWS's own word about exactly our deployment. */
function judgeStatus(deployment: ServiceDeployment, reading: Reading): Judgement {
  const reason = explainFailure(deployment);
  switch (deployment.status) {
    case 'SUCCESSFUL':
      return judgeReplaced(deployment, reading) ?? judgeSuccess('SUCCESSFUL', reading);
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
      return { failing: reason, ending: undefined };
    case 'ROLLBACK_SUCCESSFUL':
      return { failing: reason, ending: { verdict: 'rolled-back', reason: `Rolled back. ${reason}` } };
    case 'ROLLBACK_FAILED':
      return { failing: reason, ending: { verdict: 'failed', reason: `The rollback failed too. ${reason}` } };
    case 'STOPPED':
      return judgeStopped(deployment, reading);
    default:
      // PENDING, IN_PROGRESS, STOP_REQUESTED, and whatever ECS may say one day.
      return GOING_ON;
  }
}

/** @param word ECS's own for it */
function judgeSuccess(word: 'SUCCESSFUL' | 'COMPLETED', reading: Reading): Judgement {
  const early = findEarly(word, reading);
  // The tasks of a service that is deleted are not waited for.
  if (early?.waits === true && !isDeleted(reading.service)) return { failing: undefined, ending: undefined, early };
  const reason = early?.reason ?? `ECS reports the deployment ${word}.`;
  const ending: Ending = { verdict: 'succeeded', reason };
  return { failing: undefined, ending, ...(early === undefined ? {} : { early }) };
}

/** A deployment that another one replaced before its end has not succeeded, whatever the service deployment says: then it is not ours. */
function judgeReplaced({ finishedAt }: ServiceDeployment, { ref, primary }: Reading): Judgement | undefined {
  const replacedAt = primary !== undefined && isNewer(primary, ref) ? primary.createdAt : undefined;
  if (primary === undefined || replacedAt === undefined || finishedAt === undefined) return undefined;
  return replacedAt < finishedAt ? { failing: undefined, ending: supersededBy(primary) } : undefined;
}

/** STOPPED: by hand, by the circuit breaker without rollback, or because a newer deployment took its place. */
function judgeStopped(deployment: ServiceDeployment, { ref, primary, before }: Reading): Judgement {
  const reason = explainFailure(deployment);
  if (before !== undefined) return { failing: before, ending: { verdict: 'failed', reason: before } };
  const tripped =
    deployment.deploymentCircuitBreaker?.status === 'TRIGGERED' || deployment.alarms?.status === 'TRIGGERED';
  if (!tripped && primary !== undefined && isNewer(primary, ref)) {
    return { failing: undefined, ending: supersededBy(primary) };
  }
  return { failing: reason, ending: { verdict: 'failed', reason: `ECS stopped the deployment. ${reason}` } };
}

/** By DescribeServices alone: the deployment with our id, and what became PRIMARY in its place. */
function judgeDeployments(reading: Reading): Judgement {
  const { ref, deployment, primary, before } = reading;
  const failed = before ?? (deployment?.rolloutState === 'FAILED' ? explainRollout(deployment) : undefined);
  if (primary === undefined) return { failing: failed, ending: undefined };
  if (primary.id === ref.deploymentId) return judgePrimary(reading, failed);
  // Also where its tasks had died: ECS itself does not call it failed, so what took its place is no rollback.
  if (
    deployment !== undefined &&
    deployment.rolloutState !== 'FAILED' &&
    !isRollback(primary) &&
    isNewer(primary, ref)
  ) {
    return { failing: undefined, ending: supersededBy(primary) };
  }
  const rollback = failed ?? (isRollback(primary) ? explainRollout(primary) : undefined);
  if (rollback !== undefined && primary.taskDefinition !== ref.taskDefinitionArn && !isOrdinary(primary, ref)) {
    if (isComplete(primary, reading)) {
      return { failing: rollback, ending: { verdict: 'rolled-back', reason: `Rolled back. ${rollback}` } };
    }
    if (primary.rolloutState === 'FAILED') {
      return { failing: rollback, ending: { verdict: 'failed', reason: `The rollback failed too. ${rollback}` } };
    }
    return { failing: rollback, ending: undefined };
  }
  // An answer from before our own UpdateService may still come in: only what is younger than ours took over.
  if (isNewer(primary, ref)) return { failing: undefined, ending: supersededBy(primary) };
  return { failing: failed, ending: undefined };
}

function judgePrimary(reading: Reading, failed: string | undefined): Judgement {
  const { primary, deployment } = reading;
  if (primary === undefined) return GOING_ON;
  if (deployment?.rolloutState === 'FAILED' && failed !== undefined) {
    // With a rollback, ECS makes the next deployment PRIMARY in a moment.
    if (ecsRollsBack(reading.service.deploymentConfiguration))
      return { failing: failed, ending: undefined, rollbackDue: true };
    return { failing: failed, ending: { verdict: 'failed', reason: failed } };
  }
  if (!isComplete(primary, reading)) return { failing: failed, ending: undefined };
  return judgeSuccess('COMPLETED', reading);
}

/** ECS leaves rolloutState out behind a Classic Load Balancer: there the counts must do. */
function isComplete(deployment: EcsDeployment, { service }: Reading): boolean {
  if (deployment.rolloutState !== undefined) return deployment.rolloutState === 'COMPLETED';
  const alone = (service.deployments?.length ?? 0) === 1;
  return (
    !isDeleted(service) &&
    alone &&
    deployment.runningCount === deployment.desiredCount &&
    (deployment.pendingCount ?? 0) === 0
  );
}

/** ECS's rollback makes a deployment PRIMARY again that was there before. Two that are made in one millisecond are told apart by that too. */
function isNewer(
  { id = '', createdAt }: EcsDeployment,
  { deploymentId, before, createdAt: ourTime }: DeploymentRef
): boolean {
  if (id === deploymentId || before?.deploymentIds.includes(id) === true) return false;
  const time = createdAt?.getTime() ?? 0;
  return before === undefined ? time > ourTime : time >= ourTime;
}

/** Whether ECS says of a deployment that it takes another one back. */
export function isRollback(deployment: EcsDeployment): boolean {
  return /roll(ing|ed)?[ -]?back/i.test(deployment.rolloutStateReason ?? '');
}

/** A younger deployment that somebody asked for: while a rollback is under way, ECS names it one. */
function isOrdinary(deployment: EcsDeployment, ref: DeploymentRef): boolean {
  const { rolloutState, rolloutStateReason } = deployment;
  const isUnderWay = rolloutState === 'IN_PROGRESS' && rolloutStateReason !== undefined;
  return isUnderWay && isNewer(deployment, ref) && !isRollback(deployment);
}

function supersededBy(primary: EcsDeployment): Ending {
  return {
    verdict: 'superseded',
    reason: `Another deployment took over: ${primary.id ?? 'unknown'} of ${resourceName(primary.taskDefinition ?? '')}.`
  };
}

function explainFailure(deployment: ServiceDeployment): string {
  const { deploymentCircuitBreaker: breaker, alarms, rollback, statusReason } = deployment;
  const triggered = alarms?.triggeredAlarmNames ?? [];
  const parts = [
    triggered.length > 0 ? `Alarm ${triggered.join(', ')} went off.` : undefined,
    breaker?.status === 'TRIGGERED'
      ? `The deployment circuit breaker was triggered (${breaker.failureCount ?? '?'} of ${breaker.threshold ?? '?'} failures).`
      : undefined,
    sentence(rollback?.reason) ?? sentence(statusReason)
  ].filter(part => part !== undefined);
  return parts.length === 0 ? `ECS gives no reason (status ${deployment.status ?? 'unknown'}).` : parts.join(' ');
}

function explainRollout(deployment: EcsDeployment): string {
  return sentence(deployment.rolloutStateReason) ?? 'ECS reports the rollout FAILED and gives no reason.';
}

function sentence(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/**
 * Whether new tasks are still to come up, or old ones to go without a shift of traffic: the service tells of that, event by event. So it
 * does of what an early success leaves for later.
 */
export function isTurningOver(ref: DeploymentRef, { service, serviceDeployment }: EcsSnapshot): boolean {
  if (service === undefined) return true;
  const { status = 'PENDING' } = serviceDeployment ?? {};
  if (status !== 'PENDING' && status !== 'IN_PROGRESS' && status !== 'SUCCESSFUL') return false;
  const deployment = service.deployments?.find(each => each.id === ref.deploymentId);
  const { running, wanted, old } = count(service, serviceDeployment, deployment, ref);
  return running < wanted || (old > 0 && !shiftsTraffic(service, serviceDeployment));
}

function readPhase({ serviceDeployment, counts }: Reading, failing: string | undefined): string {
  if (failing !== undefined) return 'rollback';
  const stage = serviceDeployment?.lifecycleStage;
  if (stage !== undefined) return phaseOfStage(stage);
  if (counts.running === 0) return 'start';
  return counts.running < counts.wanted || counts.old > 0 ? 'replace' : 'drain';
}

function readMilestone(reading: Reading, { ending, early }: Judgement, failing: string | undefined): WaitFor {
  const { service, serviceDeployment, deployment, counts } = reading;
  if (ending?.verdict === 'succeeded') return 'stable';
  if (early !== undefined) return 'live';
  if (failing !== undefined) return 'nothing';
  if (deployment === undefined && serviceDeployment === undefined) return 'nothing';
  const started = counts.running >= counts.wanted && (counts.wanted > 0 || service.desiredCount === 0);
  if (!started) return 'nothing';
  return isLive(service, serviceDeployment, counts) ? 'live' : 'started';
}

function describe({ serviceDeployment, deployment, primary, counts }: Reading): string {
  const stage = serviceDeployment?.lifecycleStage;
  const state = serviceDeployment?.status ?? deployment?.rolloutState ?? primary?.rolloutState ?? 'waiting';
  const breaker = serviceDeployment?.deploymentCircuitBreaker;
  const failures = Math.max(breaker?.failureCount ?? 0, counts.failed);
  const threshold = breaker?.threshold === undefined ? '' : ` (the circuit breaker acts at ${breaker.threshold})`;
  return [
    `${state}${stage === undefined ? '' : ` ${stage}`}: new tasks ${counts.running} of ${counts.wanted} running`,
    counts.pending > 0 ? `${counts.pending} pending` : '',
    `old ${counts.old}`,
    counts.traffic === undefined ? '' : `production traffic ${counts.traffic} %`,
    failures > 0 ? `failed tasks ${failures}${threshold}` : ''
  ]
    .filter(part => part !== '')
    .join(', ');
}

function readNotes(deployment: ServiceDeployment | undefined): readonly string[] {
  const hooks = (deployment?.lifecycleHookDetails ?? []).flatMap(hook => describeHook(hook, deployment));
  const alarms = deployment?.alarms?.triggeredAlarmNames ?? [];
  return [...hooks, ...alarms.map(name => `The alarm ${name} is triggered.`)];
}

function describeHook(
  hook: DeploymentLifecycleHookDetail,
  deployment: ServiceDeployment | undefined
): readonly string[] {
  const name = `The ${hook.targetType ?? ''} hook ${hook.hookId ?? ''} at ${deployment?.lifecycleStage ?? 'this stage'}`;
  const until = hook.expiresAt === undefined ? '' : ` until ${formatMoment(hook.expiresAt)}`;
  const then = hook.timeoutAction === undefined ? '' : `, then ${hook.timeoutAction}`;
  switch (hook.status) {
    case 'AWAITING_ACTION':
      return [
        `${name} waits for ContinueServiceDeployment${until}${then} (aws ecs continue-service-deployment ` +
          `--service-deployment-arn ${deployment?.serviceDeploymentArn ?? ''} --hook-id ${hook.hookId ?? ''} --action CONTINUE).`
      ];
    case 'IN_PROGRESS':
      return [`${name} runs${until}${then}.`];
    case 'FAILED':
    case 'TIMED_OUT':
      return [`${name} is ${hook.status}${then}.`];
    default:
      return [];
  }
}

function readTaskCounts({ serviceDeployment, counts }: Reading): TaskCounts {
  const failures = serviceDeployment?.deploymentCircuitBreaker?.failureCount ?? 0;
  const { running, pending } = counts;
  return { running, alive: running + pending, failures: Math.max(counts.failed, failures) };
}
