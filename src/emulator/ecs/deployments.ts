import { randomBytes } from 'node:crypto';
import { newNumericId } from '../server/protocol.js';
import { covers } from '../server/scenarios.js';
import { addEvent } from './events.js';
import type { DeploymentConfiguration } from './shapes.js';
import { livingTasks } from './state.js';
import type {
  DeploymentRecord,
  RevisionRecord,
  RevisionShare,
  ServiceDeploymentRecord,
  ServiceRecord,
  TaskDefinitionRecord,
  TaskSetRecord
} from './state.js';
import * as timings from './timings.js';
import { shiftTraffic } from './traffic.js';

const MOST_SERVICE_DEPLOYMENTS = 100;
/** Statuses from which a service deployment does not move on. */
const ENDED = new Set(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']);

export function hasEnded(serviceDeployment: ServiceDeploymentRecord): boolean {
  return ENDED.has(serviceDeployment.status);
}

/** The deployment that the service is meant to run; undefined only for services without controller ECS. */
export function primaryOf(service: ServiceRecord): DeploymentRecord | undefined {
  return service.deployments.find(each => each.status === 'PRIMARY');
}

/** `ROLLING` where the service does not say. */
function strategyOf(service: ServiceRecord): string {
  return service.deploymentConfiguration.strategy ?? 'ROLLING';
}

/**
 * Whether the circuit breaker acts on this service. AWS's pages disagree on it for BLUE_GREEN, LINEAR and CANARY, so that the scenarios decide:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html has it for rolling updates alone,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-failure-detection.html for blue/green too.
 */
export function hasBreaker(service: ServiceRecord): boolean {
  if (service.deploymentConfiguration.deploymentCircuitBreaker?.enable !== true) return false;
  const { breakerInNativeStrategies = true } = service.region.cloud.scenarios.deployments;
  return strategyOf(service) === 'ROLLING' || breakerInNativeStrategies;
}

/**
 * How many failures in a row trip the circuit breaker: by default half the desired count, at least 3, at most 200; else as
 * `thresholdConfiguration` says. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html
 */
export function breakerThreshold(configuration: DeploymentConfiguration, desiredCount: number): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } = configuration.deploymentCircuitBreaker?.thresholdConfiguration ?? {};
  if (type === 'COUNT') return Math.max(1, value);
  const failures = Math.ceil((desiredCount * value) / 100);
  return type === 'UNBOUNDED_PERCENT' ? Math.max(1, failures) : Math.min(200, Math.max(3, failures));
}

/**
 * Starts a deployment of what the service now says (task definition, launch settings): a new revision, a new service
 * deployment, a new PRIMARY. Whatever is still under way is superseded.
 */
export function startDeployment(service: ServiceRecord): DeploymentRecord | undefined {
  const { taskDefinition, region } = service;
  if (taskDefinition === undefined) return undefined;
  const now = region.timeline.now();
  const usesAlternates = chooseAlternates(service);
  const revision = createRevision(service, taskDefinition, usesAlternates);
  const id = `ecs-svc/${newNumericId()}`;
  supersede(service);
  const serviceDeployment = createServiceDeployment(service, revision, id);
  shiftTraffic(service, serviceDeployment);
  const deployment: DeploymentRecord = {
    id,
    taskDefinition,
    launch: service.launch,
    usesAlternates,
    createdAt: now,
    updatedAt: now,
    wanted: 0,
    failedTasks: 0,
    launchAfter: 0,
    status: 'PRIMARY',
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ${id} in progress.`,
    revision,
    serviceDeployment
  };
  for (const each of service.deployments) each.status = 'ACTIVE';
  service.deployments = [deployment, ...service.deployments];
  service.revisions = [revision, ...service.revisions].slice(0, MOST_SERVICE_DEPLOYMENTS);
  service.serviceDeployments = [serviceDeployment, ...service.serviceDeployments].slice(0, MOST_SERVICE_DEPLOYMENTS);
  service.steady = false;
  watchAlarms(service, deployment);
  return deployment;
}

/** Takes over what a task set runs as the last completed deployment, when a service changes its controller to ECS. */
export function adoptTaskSet(service: ServiceRecord, taskSet: TaskSetRecord): void {
  const revision = createRevision(service, taskSet.taskDefinition, false);
  const serviceDeployment = createServiceDeployment(service, revision, taskSet.id);
  serviceDeployment.status = 'SUCCESSFUL';
  const deployment: DeploymentRecord = {
    id: taskSet.id,
    taskDefinition: taskSet.taskDefinition,
    launch: taskSet.launch,
    usesAlternates: false,
    createdAt: taskSet.createdAt,
    updatedAt: taskSet.updatedAt,
    wanted: taskSet.wanted,
    failedTasks: 0,
    launchAfter: 0,
    status: 'ACTIVE',
    rolloutState: 'COMPLETED',
    rolloutStateReason: `ECS deployment ${taskSet.id} completed.`,
    revision,
    serviceDeployment
  };
  service.deployments = [deployment];
  service.lastCompleted = deployment;
}

/** Green takes the target groups that blue has not; a rolling update stays where the traffic is. */
function chooseAlternates(service: ServiceRecord): boolean {
  const blue = service.lastCompleted;
  if (blue === undefined) return false;
  return strategyOf(service) === 'ROLLING' ? blue.usesAlternates : !blue.usesAlternates;
}

function createRevision(
  service: ServiceRecord,
  taskDefinition: TaskDefinitionRecord,
  usesAlternates: boolean
): RevisionRecord {
  const { region } = service;
  return {
    arn: region.arn('ecs', `service-revision/${service.cluster.name}/${service.name}/${newNumericId()}`),
    taskDefinition,
    launch: service.launch,
    usesAlternates,
    settings: service.settings,
    createdAt: region.timeline.now()
  };
}

function createServiceDeployment(
  service: ServiceRecord,
  revision: RevisionRecord,
  owner: string
): ServiceDeploymentRecord {
  const { region } = service;
  const now = region.timeline.now();
  const id = randomBytes(16).toString('base64url').slice(0, 21);
  const isNative = strategyOf(service) !== 'ROLLING';
  const record: ServiceDeploymentRecord = {
    id,
    arn: region.arn('ecs', `service-deployment/${service.cluster.name}/${service.name}/${id}`),
    createdAt: now,
    startedAt: undefined,
    finishedAt: undefined,
    stoppedAt: undefined,
    updatedAt: now,
    status: 'PENDING',
    statusReason: undefined,
    lifecycleStage: undefined,
    hooks: [],
    configuration: service.deploymentConfiguration,
    sources: service.deployments
      .filter(each => isNative || each.wanted > 0 || each === service.lastCompleted)
      .map(each => share(each, each === service.lastCompleted || !isNative ? 100 : 0)),
    target: { revision, owner, testWeight: isNative ? 0 : 100, productionWeight: isNative ? 0 : 100 },
    rollback: undefined,
    circuitBreaker: {
      status: hasBreaker(service) ? 'MONITORING' : 'DISABLED',
      failureCount: 0,
      threshold: breakerThreshold(service.deploymentConfiguration, service.desiredCount)
    },
    triggeredAlarms: []
  };
  region.timeline.after(timings.SCHEDULING, () => {
    if (record.status !== 'PENDING') return;
    record.startedAt = region.timeline.now();
    setStatus(service, record, 'IN_PROGRESS', undefined);
    service.wake(0);
  });
  return record;
}

function share(deployment: DeploymentRecord, weight: number): RevisionShare {
  return { revision: deployment.revision, owner: deployment.id, testWeight: weight, productionWeight: weight };
}

/** Moves a service deployment to a status; an end notes when. */
export function setStatus(
  service: ServiceRecord,
  record: ServiceDeploymentRecord,
  status: ServiceDeploymentRecord['status'],
  reason: string | undefined
): void {
  record.status = status;
  record.statusReason = reason ?? record.statusReason;
  record.updatedAt = service.region.timeline.now();
  if (hasEnded(record)) {
    record.finishedAt = record.updatedAt;
    if (status !== 'SUCCESSFUL') record.stoppedAt = record.updatedAt;
    if (record.circuitBreaker.status === 'MONITORING') record.circuitBreaker.status = 'MONITORING_COMPLETE';
  }
}

function supersede(service: ServiceRecord): void {
  for (const each of service.serviceDeployments) {
    if (!hasEnded(each)) {
      setStatus(
        service,
        each,
        'STOPPED',
        'Service deployment was stopped because a newer service deployment was started.'
      );
    }
  }
}

/** The PRIMARY deployment has what was asked for: it is COMPLETED, and the others go with the last of their tasks. */
export function completeDeployment(service: ServiceRecord, deployment: DeploymentRecord): void {
  deployment.rolloutState = 'COMPLETED';
  deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`;
  deployment.updatedAt = service.region.timeline.now();
  service.lastCompleted = deployment;
  dropEmptyDeployments(service);
  for (const each of service.serviceDeployments) {
    if (each.status === 'ROLLBACK_IN_PROGRESS') setStatus(service, each, 'ROLLBACK_SUCCESSFUL', undefined);
  }
  const own = deployment.serviceDeployment;
  if (!hasEnded(own)) setStatus(service, own, 'SUCCESSFUL', undefined);
  addEvent(service, `(deployment ${deployment.id}) deployment completed.`);
}

/** Once the PRIMARY deployment is COMPLETED, those before it are shown as long as a task of theirs lives. */
export function dropEmptyDeployments(service: ServiceRecord): void {
  const primary = primaryOf(service);
  if (primary?.rolloutState !== 'COMPLETED') return;
  service.deployments = service.deployments.filter(each => each === primary || livingTasks(service, each).length > 0);
}

/** Why a deployment ends badly, in the words of each place that shows it. */
export interface FailureWords {
  /** After `deployment failed: ` in the event. */
  readonly event: string;
  /** Before `: ` in rolloutStateReason: who judged. */
  readonly judge: string;
  /** statusReason of the service deployment. */
  readonly status: string;
}

export const BREAKER_WORDS: FailureWords = {
  event: 'tasks failed to start.',
  judge: 'ECS deployment circuit breaker',
  status: 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
};

/**
 * A deployment has failed: back to the last completed one where `rollback` says so and there is one, else it stays as it
 * is and launches nothing more.
 */
export function failDeployment(
  service: ServiceRecord,
  deployment: DeploymentRecord,
  words: FailureWords,
  rollback: boolean
): void {
  deployment.rolloutState = 'FAILED';
  deployment.rolloutStateReason = `${words.judge}: ${words.event}`;
  deployment.updatedAt = service.region.timeline.now();
  addEvent(service, `(deployment ${deployment.id}) deployment failed: ${words.event}`);
  const record = service.serviceDeployments.find(each => !hasEnded(each));
  const target = service.lastCompleted;
  if (rollback && target !== undefined && target !== deployment) {
    const { rollbackAfterSeconds = 0 } = service.region.cloud.scenarios.deployments;
    if (rollbackAfterSeconds === 0) rollBack(service, deployment, target, words);
    else rollBackLater(service, deployment, target, words, rollbackAfterSeconds * 1000);
    return;
  }
  if (record === undefined) return;
  const isRollback = record.status === 'ROLLBACK_IN_PROGRESS';
  setStatus(
    service,
    record,
    isRollback ? 'ROLLBACK_FAILED' : 'STOPPED',
    words.status.replace('rolled back', isRollback ? 'failed to roll back' : 'stopped')
  );
}

/** FAILED for a while before the rollback begins, unless something else takes the deployment's place. */
function rollBackLater(
  service: ServiceRecord,
  from: DeploymentRecord,
  to: DeploymentRecord,
  words: FailureWords,
  delay: number
): void {
  setStatus(service, from.serviceDeployment, 'ROLLBACK_REQUESTED', words.status);
  service.region.timeline.after(delay, () => {
    if (service.status === 'ACTIVE' && primaryOf(service) === from && from.rolloutState === 'FAILED')
      rollBack(service, from, to, words);
  });
}

/** Makes an older deployment the PRIMARY again. */
function rollBack(service: ServiceRecord, from: DeploymentRecord, to: DeploymentRecord, words: FailureWords): void {
  const now = service.region.timeline.now();
  const record = from.serviceDeployment;
  addEvent(service, `rolling back to deployment ${to.id}.`);
  from.status = 'ACTIVE';
  to.status = 'PRIMARY';
  to.rolloutState = 'IN_PROGRESS';
  to.rolloutStateReason = `${words.judge}: rolling back to deploymentId ${to.id}.`;
  to.failedTasks = 0;
  to.launchAfter = 0;
  to.updatedAt = now;
  service.deployments = [to, ...service.deployments.filter(each => each !== to)];
  service.taskDefinition = to.taskDefinition;
  service.launch = to.launch;
  service.settings = to.revision.settings;
  service.steady = false;
  record.rollback = { reason: words.status, startedAt: now, revisionArn: to.revision.arn };
  if (record.target !== undefined) {
    record.target.productionWeight = 0;
    record.target.testWeight = 0;
  }
  for (const source of record.sources) {
    const weight = source.owner === to.id ? 100 : 0;
    source.productionWeight = weight;
    source.testWeight = weight;
  }
  shiftTraffic(service, record);
  setStatus(service, record, 'ROLLBACK_IN_PROGRESS', words.status);
  service.wake(0);
}

/** Sets off the alarms that a scenario has for this deployment. */
function watchAlarms(service: ServiceRecord, deployment: DeploymentRecord): void {
  const { alarms } = service.deploymentConfiguration;
  if (alarms?.enable !== true) return;
  const { region } = service;
  for (const scenario of region.cloud.scenarios.alarms) {
    const { alarm } = scenario;
    if (alarm === undefined || !covers(scenario.service, service.name) || alarms.alarmNames?.includes(alarm) !== true)
      continue;
    const delay = scenario.afterSeconds === undefined ? timings.ALARM_AFTER : scenario.afterSeconds * 1000;
    region.timeline.after(delay, () => raiseAlarm(service, deployment, alarm));
  }
}

/** An alarm of the service goes to ALARM: what is under way has failed, if it looks at that alarm. */
export function raiseAlarm(service: ServiceRecord, deployment: DeploymentRecord, alarm: string): void {
  const { alarms } = service.deploymentConfiguration;
  const record = deployment.serviceDeployment;
  const isWatched = alarms?.enable === true && alarms.alarmNames?.includes(alarm) === true;
  if (!isWatched || record.status !== 'IN_PROGRESS') return;
  record.triggeredAlarms.push(alarm);
  const words: FailureWords = {
    event: 'alarm detected.',
    judge: 'ECS deployment alarms',
    status: `Service deployment rolled back because CloudWatch alarm(s) went to the ALARM state: ${alarm}.`
  };
  failDeployment(service, deployment, words, alarms.rollback === true);
  service.wake(0);
}
