import { newUuid } from '../server/protocol.js';
import type { ServiceRecord, TaskRecord } from './state.js';

/** ECS keeps the newest 100. */
const MOST_EVENTS = 100;

/** Adds a service event; `message` goes on from "(service <name>) ". */
export function addEvent(service: ServiceRecord, message: string): void {
  const event = {
    id: newUuid(),
    createdAt: service.region.timeline.now(),
    message: `(service ${service.name}) ${message}`
  };
  service.events = [event, ...service.events].slice(0, MOST_EVENTS);
}

/** `(task a) (task b)` */
function listTasks(tasks: readonly TaskRecord[]): string {
  return tasks.map(task => `(task ${task.id})`).join(' ');
}

const TROUBLESHOOTING = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';

export function addStartedEvent(service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  if (tasks.length > 0) addEvent(service, `has started ${tasks.length} tasks: ${listTasks(tasks)}.`);
}

/** The sentences about tasks that are taken out of service: draining, deregistered, stopped. */
export function addStoppedEvents(service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  if (tasks.length === 0) return;
  const registered = tasks.filter(task => task.targets.length > 0 && task.startedAt !== undefined);
  if (registered.length > 0) {
    addEvent(service, `has begun draining connections on ${registered.length} tasks.`);
    for (const [targetGroup, members] of byTargetGroup(registered)) {
      addEvent(service, `deregistered ${members.length} targets in (target-group ${targetGroup})`);
    }
  }
  addEvent(service, `has stopped ${tasks.length} running tasks: ${listTasks(tasks)}.`);
}

export function addRegisteredEvent(service: ServiceRecord, task: TaskRecord): void {
  for (const { targetGroup } of task.targets) {
    addEvent(service, `registered 1 targets in (target-group ${targetGroup})`);
  }
}

export function addUnhealthyEvent(service: ServiceRecord, task: TaskRecord, why: string): void {
  const targetGroup = task.targets[0]?.targetGroup;
  const port = task.taskDefinition.containers.flatMap(each => each.portMappings ?? [])[0]?.containerPort;
  addEvent(
    service,
    targetGroup === undefined
      ? `(task ${task.id}) failed container health checks.`
      : `(port ${port ?? 80}) is unhealthy in (target-group ${targetGroup}) due to (reason ${why}).`
  );
}

export function addNoCapacityEvent(service: ServiceRecord, isFargate: boolean): void {
  addEvent(
    service,
    isFargate
      ? 'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone. ' +
          TROUBLESHOOTING
      : 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. ' +
          TROUBLESHOOTING
  );
}

export function addUnableToStartEvent(service: ServiceRecord): void {
  addEvent(service, `is unable to consistently start tasks successfully. ${TROUBLESHOOTING}`);
}

function byTargetGroup(tasks: readonly TaskRecord[]): ReadonlyMap<string, readonly TaskRecord[]> {
  const groups = new Map<string, TaskRecord[]>();
  for (const task of tasks) {
    for (const { targetGroup: group } of task.targets) groups.set(group, [...(groups.get(group) ?? []), task]);
  }
  return groups;
}
