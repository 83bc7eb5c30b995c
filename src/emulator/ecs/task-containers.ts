import type { Endpoint, TaskEvents } from '../containers/engine.js';
import { targetCheckOf } from '../elb/describe.js';
import type { TaskRecord } from './state.js';
import { endByItself } from './task-end.js';
import { containerOf, failHealthChecks, settle } from './task-health.js';
import { writeContainerLines } from './task-logs.js';
import type { LaunchRequest } from './task-request.js';
import * as timings from './timings.js';

/**
 * A task whose containers really run, from PENDING on: what Docker tells becomes the task's status, as ECS's agent makes it. Its containers
 * live in real time, and the built-in AWS hears of them at the virtual time of that moment.
 */
export function runContainers(request: LaunchRequest, task: TaskRecord): void {
  const { region } = request;
  const { timeline, cloud } = region;
  const definitions = task.taskDefinition.containers;
  const isEssential = (name: string): boolean => definitions.find(each => each.name === name)?.essential !== false;
  const checked = definitions.filter(each => each.healthCheck !== undefined && each.essential !== false);
  let answers = false;
  const happened = (run: () => void): void => {
    timeline.after(0, () => {
      if (task.lastStatus === 'STOPPED') return;
      run();
      task.version += 1;
      request.watcher?.changed(task);
    });
    timeline.advance();
  };
  const isUp = (): boolean => task.desiredStatus === 'RUNNING';

  const settleWhenWell = (): void => {
    if (!isUp() || task.inService || task.lastStatus !== 'RUNNING') return;
    if (task.targets.length > 0 && !answers) return;
    if (checked.some(each => containerOf(task, each.name ?? '')?.healthStatus !== 'HEALTHY')) return;
    const wait = task.targets.length + checked.length === 0 ? timings.SETTLE_PLAIN : 0;
    timeline.after(wait, () => {
      if (!isUp() || task.inService) return;
      settle(task);
      task.version += 1;
      request.watcher?.healthy(task);
      request.watcher?.changed(task);
    });
  };

  const events: TaskEvents = {
    pulled: () =>
      happened(() => {
        if (!isUp()) return;
        task.pullStoppedAt = timeline.now();
        for (const container of task.containers) {
          container.imageDigest = cloud.images.digest(region.name, container.image);
        }
        task.lastStatus = 'ACTIVATING';
      }),
    refused: (name, reason) =>
      happened(() => {
        const container = containerOf(task, name);
        if (container !== undefined) container.reason = reason;
        if (isUp()) endByItself(request, task, 'TaskFailedToStart', reason);
      }),
    started: (name, runtimeId) =>
      happened(() => {
        const container = containerOf(task, name);
        if (container !== undefined) {
          container.lastStatus = 'RUNNING';
          container.runtimeId = runtimeId;
        }
        if (!isUp() || task.lastStatus !== 'ACTIVATING') return;
        if (task.containers.some(each => each.lastStatus === 'PENDING')) return;
        task.lastStatus = 'RUNNING';
        task.startedAt = timeline.now();
        settleWhenWell();
      }),
    logged: (name, lines) =>
      happened(() => {
        writeContainerLines(region, task, name, lines);
      }),
    checked: (name, healthy) =>
      happened(() => {
        const container = containerOf(task, name);
        if (container !== undefined) container.healthStatus = healthy ? 'HEALTHY' : 'UNHEALTHY';
        if (healthy) settleWhenWell();
        else if (isUp() && isEssential(name) && request.owner !== undefined) failHealthChecks(request, task, undefined);
      }),
    answered: failure =>
      happened(() => {
        answers = failure === undefined;
        if (answers) settleWhenWell();
        else if (isUp()) failHealthChecks(request, task, task.targets[0]?.targetGroup, failure);
      }),
    exited: (name, exitCode, reason) =>
      happened(() => {
        const container = containerOf(task, name);
        if (container !== undefined) {
          container.lastStatus = 'STOPPED';
          container.exitCode = exitCode;
          container.reason = reason;
        }
        const none = task.containers.every(each => each.lastStatus !== 'RUNNING');
        const { afterContainers } = task;
        if (none && afterContainers !== undefined) {
          task.afterContainers = undefined;
          afterContainers();
        } else if (isUp() && isEssential(name)) {
          endByItself(request, task, 'EssentialContainerExited', 'Essential container in task exited');
        }
      })
  };

  task.pullStartedAt = timeline.now();
  task.live = cloud.containers?.launch(
    {
      id: task.id,
      region: region.name,
      taskDefinition: task.taskDefinition.document,
      overrides: task.overrides.containerOverrides ?? [],
      endpoint: findEndpoint(request, task)
    },
    events
  );
}

/** Where the load balancer of a service's task looks, and how. */
function findEndpoint({ group, cluster, region }: LaunchRequest, task: TaskRecord): Endpoint | undefined {
  const { targetGroup, container, port } = task.targets[0] ?? {};
  if (targetGroup === undefined || container === undefined || port === undefined) return undefined;
  const service = cluster.services.get(group.replace(/^service:/, ''));
  const grace = service?.kept['healthCheckGracePeriodSeconds'];
  return {
    container,
    port,
    check: targetCheckOf(region, targetGroup),
    graceSeconds: typeof grace === 'number' ? grace : 0
  };
}
