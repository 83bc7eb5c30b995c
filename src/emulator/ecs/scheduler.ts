import { planTask } from './behaviour.js';
import { completeDeployment, dropEmptyDeployments, primaryOf } from './deployments.js';
import { seeWhetherEarly } from './early-success.js';
import {
  addEvent,
  addNoCapacityEvent,
  addRegisteredEvent,
  addStartedEvent,
  addStoppedEvents,
  addUnableToStartEvent,
  addUnhealthyEvent
} from './events.js';
import { advanceStages, isInStages, planStages } from './native-strategies.js';
import { planRolling } from './rolling.js';
import { activeTasks, countTasks, desiredCountOf, livingTasks } from './state.js';
import type { ServiceRecord, TaskOwner, TaskRecord } from './state.js';
import { stopTask } from './task-end.js';
import { launchTask } from './tasks.js';
import type { TaskWatcher } from './task-request.js';
import * as timings from './timings.js';

/** From so many failures in a row on, the scheduler waits before it tries again. */
const FAILURES_BEFORE_THROTTLE = 3;

/** All that has tasks in a service: deployments or task sets. */
function ownersOf(service: ServiceRecord): readonly TaskOwner[] {
  return service.controller === 'ECS' ? service.deployments : service.taskSets;
}

/** Has `reconcile` run after a delay; several wishes for the same moment are one. */
export function scheduleReconcile(service: ServiceRecord, delay: number): void {
  const { timeline } = service.region;
  const time = timeline.now() + delay;
  const times = planned.get(service) ?? new Set<number>();
  planned.set(service, times);
  if (times.has(time)) return;
  times.add(time);
  timeline.at(time, () => {
    times.delete(time);
    reconcile(service);
  });
}

const planned = new WeakMap<ServiceRecord, Set<number>>();

/** Brings a service one step nearer to what is wanted of it: decides who shall have how many tasks, starts and stops them, and sees whether all is done. */
function reconcile(service: ServiceRecord): void {
  if (service.status === 'INACTIVE') return;
  if (service.controller === 'ECS') {
    if (isInStages(service)) planStages(service);
    // A failed deployment may have been rolled back in the line before.
    if (!isInStages(service)) planRolling(service);
  } else planTaskSets(service);
  for (const owner of ownersOf(service)) settleOwner(service, owner);
  if (service.controller === 'ECS') {
    advanceStages(service);
    seeWhetherEarly(service);
    dropEmptyDeployments(service);
  } else noteStability(service);
  seeWhetherSteady(service);
}

function planTaskSets(service: ServiceRecord): void {
  const desired = desiredCountOf(service);
  for (const taskSet of service.taskSets) {
    taskSet.wanted = taskSet.status === 'DRAINING' ? 0 : Math.ceil((desired * taskSet.scale) / 100);
  }
}

function noteStability(service: ServiceRecord): void {
  service.taskSets = service.taskSets.filter(
    each => each.status !== 'DRAINING' || livingTasks(service, each).length > 0
  );
  for (const taskSet of service.taskSets) {
    const { inService } = countTasks(service, taskSet);
    const status =
      inService === taskSet.wanted && livingTasks(service, taskSet).length === taskSet.wanted
        ? 'STEADY_STATE'
        : 'STABILIZING';
    if (status === taskSet.stabilityStatus) continue;
    taskSet.stabilityStatus = status;
    taskSet.stabilityStatusAt = service.region.timeline.now();
    taskSet.updatedAt = taskSet.stabilityStatusAt;
  }
}

function settleOwner(service: ServiceRecord, owner: TaskOwner): void {
  const active = activeTasks(service, owner);
  if (active.length > owner.wanted) stopSurplus(service, owner, active);
  else if (active.length < owner.wanted) launchMissing(service, owner, owner.wanted - active.length);
}

function stopSurplus(service: ServiceRecord, owner: TaskOwner, active: readonly TaskRecord[]): void {
  const surplus = active
    .toSorted((a, b) => Number(a.inService) - Number(b.inService) || a.createdAt - b.createdAt)
    .slice(0, active.length - owner.wanted);
  const request = { region: service.region, watcher: watcherOf(service, owner) };
  addStoppedEvents(service, surplus);
  for (const task of surplus) {
    stopTask(
      request,
      task,
      'ServiceSchedulerInitiated',
      `Scaling activity initiated by (deployment ${owner.id})`,
      false
    );
  }
  owner.updatedAt = service.region.timeline.now();
  service.steady = false;
  // What stops leaves room at once: maximumPercent counts tasks that are RUNNING or PENDING.
  service.wake(timings.SCHEDULING);
}

function launchMissing(service: ServiceRecord, owner: TaskOwner, count: number): void {
  const { region } = service;
  const now = region.timeline.now();
  if (now < owner.launchAfter) {
    service.wake(owner.launchAfter - now);
    return;
  }
  service.steady = false;
  const started: TaskRecord[] = [];
  for (let index = 0; index < count; index++) {
    const plan = planTask(region, owner.taskDefinition, {});
    if (plan.behaviour === 'no-capacity') {
      addNoCapacityEvent(service, (owner.launch.launchType ?? 'FARGATE') === 'FARGATE');
      noteFailure(service, owner);
      owner.launchAfter = now + timings.RETRY;
      break;
    }
    started.push(
      launchTask({
        region,
        cluster: service.cluster,
        taskDefinition: owner.taskDefinition,
        plan,
        group: `service:${service.name}`,
        startedBy: owner.id,
        owner: owner.id,
        launch: owner.launch,
        usesAlternates: owner.usesAlternates,
        overrides: {},
        tags: tagsOfTasks(service, owner),
        enableExecuteCommand: service.kept['enableExecuteCommand'] === true,
        watcher: watcherOf(service, owner)
      })
    );
  }
  owner.updatedAt = now;
  addStartedEvent(service, started);
  if (now < owner.launchAfter) service.wake(owner.launchAfter - now);
}

function tagsOfTasks(service: ServiceRecord, owner: TaskOwner): TaskRecord['tags'] {
  const managed =
    service.kept['enableECSManagedTags'] === true
      ? [
          { key: 'aws:ecs:clusterName', value: service.cluster.name },
          { key: 'aws:ecs:serviceName', value: service.name }
        ]
      : [];
  if (service.kept['propagateTags'] === 'SERVICE') return [...managed, ...service.tags];
  if (service.kept['propagateTags'] === 'TASK_DEFINITION') return [...managed, ...owner.taskDefinition.tags];
  return managed;
}

function watcherOf(service: ServiceRecord, owner: TaskOwner): TaskWatcher {
  return {
    changed: task => {
      // RUNNING is the moment at which a task is registered with its target groups.
      if (task.startedAt === service.region.timeline.now() && task.lastStatus === 'RUNNING')
        addRegisteredEvent(service, task);
      service.wake(0);
    },
    stopped: (_task, failed) => {
      if (failed) noteFailure(service, owner);
    },
    healthy: () => {
      if (service.deploymentConfiguration.deploymentCircuitBreaker?.resetOnHealthyTask !== false) owner.failedTasks = 0;
    },
    unhealthy: (task, why) => addUnhealthyEvent(service, task, why)
  };
}

function noteFailure(service: ServiceRecord, owner: TaskOwner): void {
  owner.failedTasks += 1;
  owner.updatedAt = service.region.timeline.now();
  service.steady = false;
  service.wake(0);
  if (owner.failedTasks < FAILURES_BEFORE_THROTTLE) return;
  owner.launchAfter = service.region.timeline.now() + timings.RETRY;
  if (owner.failedTasks % FAILURES_BEFORE_THROTTLE === 0) addUnableToStartEvent(service);
}

/** Whether every task that is wanted is in service and no other lives. */
function isAtRest(service: ServiceRecord): boolean {
  const desired = desiredCountOf(service);
  const owners = ownersOf(service);
  const inService = owners.reduce((sum, each) => sum + countTasks(service, each).inService, 0);
  if (service.controller !== 'ECS') {
    return service.taskSets.every(each => each.stabilityStatus === 'STEADY_STATE') && service.taskSets.length > 0;
  }
  const primary = primaryOf(service);
  return (
    primary !== undefined &&
    primary.rolloutState !== 'FAILED' &&
    !isInStages(service) &&
    // What somebody has asked to stop does not complete before it is stopped.
    !['PENDING', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED'].includes(primary.serviceDeployment.status) &&
    inService === desired &&
    owners.every(each => livingTasks(service, each).length === (each === primary ? desired : 0))
  );
}

function seeWhetherSteady(service: ServiceRecord): void {
  if (service.status === 'DRAINING') {
    if (ownersOf(service).every(each => livingTasks(service, each).length === 0)) becomeInactive(service);
    return;
  }
  if (service.steady || settling.has(service) || !isAtRest(service)) return;
  settling.add(service);
  const primary = primaryOf(service);
  service.region.timeline.after(timings.STEADY, () => {
    settling.delete(service);
    if (service.status !== 'ACTIVE' || !isAtRest(service) || primaryOf(service) !== primary) {
      service.wake(0);
      return;
    }
    if (primary?.rolloutState === 'IN_PROGRESS') completeDeployment(service, primary);
    service.steady = true;
    addEvent(service, 'has reached a steady state.');
  });
}

const settling = new WeakSet<ServiceRecord>();

function becomeInactive(service: ServiceRecord): void {
  service.status = 'INACTIVE';
  service.deployments = [];
  service.taskSets = [];
  const { services } = service.cluster;
  service.region.timeline.after(timings.STOPPED_TASK_LIFE, () => {
    if (services.get(service.name) === service) services.delete(service.name);
  });
}
