import { ecsServiceConsoleUrl } from '../aws/console.js';
import type { DeploymentInfo, EcsDeployment, ServiceDeploymentBrief, Task, TaskSet } from '../aws/types.js';
import type { LastDeployment } from '../rollout/history/last-deployment.js';
import type { TimelineEntry } from '../rollout/result.js';
import type { ServiceStatus } from '../rollout/service-status.js';
import { styleOf } from './outcome-style.js';
import { alignColumns } from '../text/table.js';
import { formatAgo, formatDateTime, formatDuration, formatTimeOfDay } from '../text/time.js';
import { resourceName } from '../text/arn.js';

const MAX_EVENTS = 10;

/** `slipway status` of one service, for a terminal: a headline, then tables, each with its title; times are UTC. Pure. */
export function renderServiceStatus(status: ServiceStatus, region: string): string {
  const { target, images, lookedAt } = status;
  const { service } = target;
  const parts: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    ['Images', images.map(({ container, image }) => [container, image])],
    ['Deployments', (service.deployments ?? []).map(each => describeDeployment(each, lookedAt))],
    ['Task sets', (service.taskSets ?? []).map(each => describeTaskSet(each, lookedAt))],
    ['Service deployments', status.serviceDeployments.map(each => describeServiceDeployment(each, lookedAt))],
    ['CodeDeploy', status.codedeploy.map(each => describeCodeDeploy(each, lookedAt))],
    ['Last deployment', status.last === undefined ? [] : describeLast(status.last)],
    ['Tasks', status.tasks.map(each => describeTask(each, lookedAt))],
    ['Stopped tasks', status.stopped.map(each => describeStopped(each))],
    ['Last events', listEvents(status)],
    ['Not accessible', status.gaps.map(gap => [gap])]
  ];
  return [
    headline(status),
    ...parts.flatMap(([title, rows]) =>
      rows.length === 0 ? [] : ['', title, ...alignColumns(rows).map(line => `  ${line}`)]
    ),
    '',
    ecsServiceConsoleUrl(region, target.clusterName, target.serviceName)
  ]
    .join('\n')
    .concat('\n');
}

function headline({ target }: ServiceStatus): string {
  const { service, runningTaskDefinitionArn: running } = target;
  const engine =
    target.controller === 'ECS'
      ? `ECS, ${target.strategy}`
      : `CodeDeploy, ${target.application}/${target.deploymentGroup}`;
  const { status = 'ACTIVE', runningCount = 0, desiredCount = 0, pendingCount = 0 } = service;
  const pending = pendingCount > 0 ? `, ${pendingCount} pending` : '';
  const what = running === undefined ? 'nothing was deployed yet' : `it runs ${resourceName(running)}`;
  return `${target.clusterName}/${target.serviceName} (${engine}) is ${status}: ${what}, ${runningCount} of ${desiredCount} tasks running${pending}.`;
}

function describeDeployment(deployment: EcsDeployment, now: number): readonly string[] {
  const { status = '', id = '', taskDefinition, rolloutState = '', rolloutStateReason = '' } = deployment;
  return [
    status,
    rolloutState,
    resourceName(taskDefinition),
    countTasks(deployment.runningCount, deployment.desiredCount, deployment.pendingCount, deployment.failedTasks),
    ago(deployment.createdAt, now),
    id,
    rolloutState === 'COMPLETED' ? '' : rolloutStateReason
  ];
}

function describeTaskSet(set: TaskSet, now: number): readonly string[] {
  const { status = '', stabilityStatus = '', taskDefinition, scale, id = '' } = set;
  const share = scale?.value === undefined ? '' : `scale ${scale.value} %`;
  const tasks = countTasks(set.runningCount, set.computedDesiredCount, set.pendingCount, 0);
  return [status, stabilityStatus, resourceName(taskDefinition), tasks, share, ago(set.createdAt, now), id];
}

function describeServiceDeployment(deployment: ServiceDeploymentBrief, now: number): readonly string[] {
  const { status = '', createdAt, finishedAt, serviceDeploymentArn, statusReason = '' } = deployment;
  return [status, ago(createdAt, now), took(createdAt, finishedAt), resourceName(serviceDeploymentArn), statusReason];
}

function describeCodeDeploy(info: DeploymentInfo, now: number): readonly string[] {
  const { deploymentId = '', status = '', createTime, completeTime, creator, errorInformation } = info;
  return [
    status,
    ago(createTime, now),
    took(createTime, completeTime),
    deploymentId,
    creator === 'codeDeployRollback' ? `rollback of ${info.rollbackInfo?.rollbackTriggeringDeploymentId ?? '?'}` : '',
    errorInformation?.message ?? ''
  ];
}

/** Its end and reason, then its course: each phase with the time at which it began, and what its tasks went through meanwhile. */
function describeLast(last: LastDeployment): readonly (readonly string[])[] {
  const { name = '', taskDefinitionArn, ending, failing, phase, startedAt, endedAt, timeline, tasks, untold } = last;
  const what = taskDefinitionArn === '' ? name : `${name} of ${resourceName(taskDefinitionArn)}`;
  const state = ending === undefined ? `in progress (${phase})` : styleOf(ending.verdict).word;
  const length =
    startedAt === undefined || endedAt === undefined ? '' : ` after ${formatDuration(endedAt - startedAt)}`;
  const reason = ending?.reason ?? failing;
  const stretches = (entries: readonly TimelineEntry[], indent: string): readonly (readonly string[])[] => {
    const rows = entries.map(entry => [
      `${indent}${entry.phase}`,
      formatTimeOfDay(entry.startedAt),
      formatDuration(entry.endedAt - entry.startedAt)
    ]);
    return alignColumns(rows).map(line => [line]);
  };
  return [
    [`${what}: ${state}${length}`],
    ...(reason === undefined ? [] : [[reason]]),
    ...stretches(timeline, ''),
    ...(tasks.length === 0 ? [] : [['its tasks, from the first to the last:'], ...stretches(tasks, '  ')]),
    ...(untold.length === 0 ? [] : [[`AWS does not keep the times of: ${untold.join(', ')}.`]])
  ];
}

function describeTask(task: Task, now: number): readonly string[] {
  const { taskArn, lastStatus = '', desiredStatus = '', healthStatus = 'UNKNOWN', taskDefinitionArn } = task;
  const moves = lastStatus === desiredStatus ? '' : ` (to be ${desiredStatus})`;
  const health = healthStatus === 'UNKNOWN' ? '' : healthStatus;
  const since = task.startedAt ?? task.createdAt;
  return [`${lastStatus}${moves}`, health, resourceName(taskDefinitionArn), ago(since, now), resourceName(taskArn)];
}

function describeStopped(task: Task): readonly string[] {
  const container = task.containers?.find(({ exitCode, reason }) => (exitCode ?? 0) !== 0 || reason !== undefined);
  const code = container?.exitCode === undefined ? '' : ` (exit code ${container.exitCode})`;
  const who = container === undefined ? '' : `${container.name ?? ''}: ${container.reason ?? 'ended'}${code}`;
  return [
    time(task.stoppedAt),
    resourceName(task.taskDefinitionArn),
    resourceName(task.taskArn),
    task.stoppedReason ?? '',
    who
  ];
}

/** Oldest first, as one reads. */
function listEvents({ target }: ServiceStatus): readonly (readonly string[])[] {
  return [...(target.service.events ?? [])]
    .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
    .slice(0, MAX_EVENTS)
    .reverse()
    .map(event => [time(event.createdAt), event.message ?? '']);
}

function countTasks(running = 0, desired = 0, pending = 0, failed = 0): string {
  return [
    `${running} of ${desired} running`,
    pending > 0 ? `${pending} pending` : '',
    failed > 0 ? `${failed} failed` : ''
  ]
    .filter(part => part !== '')
    .join(', ');
}

/** `2026-03-01 10:00:05`, UTC. */
function time(date: Date | undefined): string {
  return date === undefined ? '' : formatDateTime(date);
}

function ago(date: Date | undefined, now: number): string {
  return date === undefined ? '' : formatAgo(date.getTime(), now);
}

function took(from: Date | undefined, to: Date | undefined): string {
  return from === undefined || to === undefined ? '' : `took ${formatDuration(to.getTime() - from.getTime())}`;
}
