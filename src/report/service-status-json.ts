import type { Task } from '../aws/types.js';
import type { LastDeployment } from '../rollout/history/last-deployment.js';
import type { TimelineEntry } from '../rollout/result.js';
import type { ServiceStatus } from '../rollout/service-status.js';

const MAX_EVENTS = 10;

/**
 * `slipway status --json` of one service: AWS's own names and values, as far as the text shows them; times are ISO 8601 in UTC. Members that
 * AWS did not say are absent. Pure.
 */
export function serviceStatusJson(status: ServiceStatus, region: string): Readonly<Record<string, unknown>> {
  const { target } = status;
  const { service } = target;
  return {
    region,
    cluster: target.clusterName,
    service: target.serviceName,
    serviceArn: target.serviceArn,
    controller: target.controller,
    ...(target.controller === 'ECS'
      ? { strategy: target.strategy }
      : { application: target.application, deploymentGroup: target.deploymentGroup }),
    status: service.status,
    taskDefinitionArn: target.runningTaskDefinitionArn,
    desiredCount: service.desiredCount,
    runningCount: service.runningCount,
    pendingCount: service.pendingCount,
    images: status.images,
    lastDeployment: status.last === undefined ? undefined : describeLast(status.last),
    deployments: (service.deployments ?? []).map(each => ({
      id: each.id,
      status: each.status,
      rolloutState: each.rolloutState,
      rolloutStateReason: each.rolloutStateReason,
      taskDefinitionArn: each.taskDefinition,
      desiredCount: each.desiredCount,
      runningCount: each.runningCount,
      pendingCount: each.pendingCount,
      failedTasks: each.failedTasks,
      createdAt: each.createdAt,
      updatedAt: each.updatedAt
    })),
    taskSets: (service.taskSets ?? []).map(each => ({
      id: each.id,
      status: each.status,
      stabilityStatus: each.stabilityStatus,
      taskDefinitionArn: each.taskDefinition,
      scale: each.scale?.value,
      runningCount: each.runningCount,
      pendingCount: each.pendingCount,
      createdAt: each.createdAt
    })),
    serviceDeployments: status.serviceDeployments.map(each => ({
      serviceDeploymentArn: each.serviceDeploymentArn,
      status: each.status,
      statusReason: each.statusReason,
      createdAt: each.createdAt,
      finishedAt: each.finishedAt
    })),
    codedeployDeployments: status.codedeploy.map(each => ({
      deploymentId: each.deploymentId,
      status: each.status,
      creator: each.creator,
      errorCode: each.errorInformation?.code,
      errorMessage: each.errorInformation?.message,
      createTime: each.createTime,
      completeTime: each.completeTime
    })),
    tasks: status.tasks.map(describeTask),
    stoppedTasks: status.stopped.map(describeTask),
    events: [...(service.events ?? [])]
      .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
      .slice(0, MAX_EVENTS)
      .map(({ id, createdAt, message }) => ({ id, createdAt, message })),
    notReadable: status.gaps
  };
}

function describeTask(task: Task): Readonly<Record<string, unknown>> {
  return {
    taskArn: task.taskArn,
    taskDefinitionArn: task.taskDefinitionArn,
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    healthStatus: task.healthStatus,
    createdAt: task.createdAt,
    startedAt: task.startedAt,
    stoppedAt: task.stoppedAt,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    containers: (task.containers ?? []).map(({ name, lastStatus, exitCode, reason, healthStatus }) => ({
      name,
      lastStatus,
      exitCode,
      reason,
      healthStatus
    }))
  };
}

/** Phases are in the words of a run's timeline. */
function describeLast(last: LastDeployment): Readonly<Record<string, unknown>> {
  return {
    deployment: last.name,
    taskDefinitionArn: last.taskDefinitionArn === '' ? undefined : last.taskDefinitionArn,
    outcome: last.ending?.verdict,
    phase: last.ending === undefined ? last.phase : undefined,
    reason: last.ending?.reason ?? last.failing,
    startedAt: dateOf(last.startedAt),
    endedAt: dateOf(last.endedAt),
    phases: last.timeline.map(describeEntry),
    taskPhases: last.tasks.map(describeEntry),
    phasesWithoutTimes: last.untold
  };
}

function describeEntry({ phase, startedAt, endedAt }: TimelineEntry): Readonly<Record<string, unknown>> {
  return { phase, startedAt: dateOf(startedAt), endedAt: dateOf(endedAt), seconds: (endedAt - startedAt) / 1000 };
}

function dateOf(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at);
}
