import type { RegionState } from '../server/state.js';
import { STOP_CODES } from './state.js';
import type { StopCode, TaskRecord } from './state.js';
import type { LaunchRequest, StopRequest } from './task-request.js';
import { drainOf } from './task-times.js';
import * as timings from './timings.js';

/** The host went, not the task: that is no failure of its deployment. */
const TAKEN_AWAY = new Set<StopCode>(['SpotInterruption', 'TerminationNotice', 'InfrastructureHealth']);

/** Ends a task that has failed to start, or lost a container that matters: what is left of its containers is stopped. */
export function endByItself(request: LaunchRequest, task: TaskRecord, usualCode: StopCode, reason: string): void {
  const { scenario } = request.plan;
  const code = STOP_CODES.find(each => each === scenario?.stopCode) ?? usualCode;
  markStopping(request.region, task, code, scenario?.stoppedReason ?? reason);
  task.lastStatus = 'STOPPING';
  whenContainersEnded(task, () => {
    endContainers(task);
    task.executionStoppedAt = request.region.timeline.now();
    task.lastStatus = 'DEPROVISIONING';
    const failed =
      !TAKEN_AWAY.has(code) &&
      (code === 'TaskFailedToStart' ||
        request.owner !== undefined ||
        task.containers.some(each => (each.exitCode ?? 0) !== 0));
    request.region.timeline.after(timings.DEPROVISIONING, () => finish(request, task, failed));
  });
}

/** Containers that really run are stopped, and take their time for it. */
function whenContainersEnded(task: TaskRecord, then: () => void): void {
  task.live?.stop();
  if (task.live !== undefined && task.containers.some(each => each.lastStatus === 'RUNNING')) {
    task.afterContainers = then;
  } else then();
}

/** Stops a task: out of its target groups, SIGTERM, network interface back. Nothing happens to one that is on its way out already. */
export function stopTask(
  request: StopRequest,
  task: TaskRecord,
  code: StopCode,
  reason: string,
  failed: boolean
): void {
  if (task.desiredStatus === 'STOPPED') return;
  const { region } = request;
  const wasRunning = task.lastStatus === 'RUNNING';
  const drain = wasRunning ? drainOf(region, task) : 0;
  markStopping(region, task, code, reason);
  task.lastStatus = wasRunning ? 'DEACTIVATING' : 'DEPROVISIONING';
  const down = (delay: number, run: () => void): void => {
    region.timeline.after(delay, () => {
      run();
      task.version += 1;
      request.watcher?.changed(task);
    });
  };
  const deprovision = (): void => {
    task.executionStoppedAt = region.timeline.now();
    endContainers(task);
    task.lastStatus = 'DEPROVISIONING';
    region.timeline.after(timings.DEPROVISIONING, () => finish(request, task, failed));
  };
  if (!wasRunning) whenContainersEnded(task, deprovision);
  else {
    down(drain, () => {
      task.lastStatus = 'STOPPING';
      whenContainersEnded(task, () => down(task.stop.time, deprovision));
    });
  }
}

function markStopping(region: RegionState, task: TaskRecord, code: StopCode, reason: string): void {
  task.desiredStatus = 'STOPPED';
  task.stopCode = code;
  task.stoppedReason = reason;
  task.stoppingAt = region.timeline.now();
  task.inService = false;
  task.version += 1;
}

function endContainers(task: TaskRecord): void {
  for (const container of task.containers) {
    // Ended by SIGTERM, or by SIGKILL. A container that never ran has no exit code.
    if (container.lastStatus === 'RUNNING') container.exitCode ??= task.stop.isKilled ? 137 : 143;
    container.lastStatus = 'STOPPED';
  }
}

function finish(request: StopRequest, task: TaskRecord, failed: boolean): void {
  const { timeline } = request.region;
  task.lastStatus = 'STOPPED';
  task.stoppedAt = timeline.now();
  task.version += 1;
  timeline.after(timings.STOPPED_TASK_LIFE, () => task.cluster.tasks.delete(task.id));
  request.watcher?.stopped(task, failed);
  request.watcher?.changed(task);
}
