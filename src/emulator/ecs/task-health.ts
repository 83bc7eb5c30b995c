import type { ContainerRecord, TaskRecord } from './state.js';
import { stopTask } from './task-end.js';
import type { LaunchRequest } from './task-request.js';

/** The container of a name, else the first. */
export function containerOf(task: TaskRecord, name: string): ContainerRecord | undefined {
  return task.containers.find(each => each.name === name) ?? task.containers[0];
}

export function hasHealthCheck(task: TaskRecord): boolean {
  return task.taskDefinition.containers.some(each => each.healthCheck !== undefined);
}

/** From here on the task serves. */
export function settle(task: TaskRecord): void {
  task.inService = true;
  for (const container of task.containers) {
    const definition = task.taskDefinition.containers.find(each => each.name === container.name);
    if (definition?.healthCheck !== undefined) container.healthStatus = 'HEALTHY';
  }
}

/**
 * Ends a task whose health checks fail: those of its load balancer where a target group is given, else a container's own.
 *
 * @param why the load balancer's reason
 */
export function failHealthChecks(
  request: LaunchRequest,
  task: TaskRecord,
  targetGroup: string | undefined,
  why = 'Health checks failed with these codes: [503]'
): void {
  request.watcher?.unhealthy(task, why);
  const reason =
    targetGroup === undefined
      ? 'Task failed container health checks'
      : `Task failed ELB health checks in (target-group ${targetGroup})`;
  stopTask(request, task, 'ServiceSchedulerInitiated', reason, true);
}
