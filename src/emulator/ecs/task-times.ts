import { targetTimesOf } from '../elb/target-group-settings.js';
import type { RegionState } from '../server/state.js';
import type { LaunchRequest } from './task-request.js';
import type { TaskRecord } from './state.js';
import * as timings from './timings.js';

const SECOND = 1_000;
/** What a container's health check has where it does not say it: HealthCheck of the ECS service model. */
const CHECK_INTERVAL = 30;
/** ECS_CONTAINER_STOP_TIMEOUT, and Fargate's own. */
const STOP_TIMEOUT = 30;

/** What becomes of a task's health checks: healthy, or given up by its target group, so many virtual milliseconds after RUNNING. */
export interface Settling {
  readonly after: number;
  readonly failsIn: string | undefined;
}

/** When a task that comes up as it should is in service, by all that looks at it: its target groups and its own health checks. */
export function settlingOf({ region, plan: { scenario } }: LaunchRequest, task: TaskRecord): Settling {
  if (scenario?.healthyAfterSeconds !== undefined)
    return { after: scenario.healthyAfterSeconds * SECOND, failsIn: undefined };
  const ready = scenario?.readyAfterSeconds === undefined ? timings.SETTLE_PLAIN : scenario.readyAfterSeconds * SECOND;
  const own = ownChecks(task, ready);
  const grace = graceOf(task) * SECOND;
  const looks = task.targets.map(({ targetGroup }) => ({ targetGroup, ...look(region, targetGroup, ready) }));
  const lost = looks.find(({ unhealthyAt }) => unhealthyAt !== undefined);
  // What is unhealthy when the grace period is over is stopped; what has recovered by then, stays.
  const failsAt = lost?.unhealthyAt === undefined ? Infinity : Math.max(lost.unhealthyAt, grace);
  const after = Math.max(ready, own, ...looks.map(each => each.healthyAt));
  return lost !== undefined && failsAt < lost.healthyAt
    ? { after: failsAt, failsIn: lost.targetGroup }
    : { after, failsIn: undefined };
}

/**
 * A target is looked at once an interval. One that is new is healthy with its first success, whatever the threshold; one that has failed
 * `UnhealthyThresholdCount` times in a row is unhealthy, and needs `HealthyThresholdCount` successes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html
 */
function look(
  region: RegionState,
  targetGroup: string,
  ready: number
): { readonly healthyAt: number; readonly unhealthyAt: number | undefined } {
  const times = targetTimesOf(region, targetGroup);
  if (times === undefined) return { healthyAt: timings.SETTLE_TARGET, unhealthyAt: undefined };
  const interval = times.interval * SECOND;
  const first = Math.max(1, Math.ceil(ready / interval));
  if (first <= times.unhealthyThreshold) return { healthyAt: first * interval, unhealthyAt: undefined };
  return {
    healthyAt: (first + times.healthyThreshold - 1) * interval,
    unhealthyAt: times.unhealthyThreshold * interval
  };
}

/**
 * Docker looks for the first time one interval after the start; `startPeriod` only keeps failures from counting. `retries` failures after it
 * would end a task that is not ready by then, which is none that comes up as it should.
 * https://docs.docker.com/reference/dockerfile/#healthcheck
 */
function ownChecks(task: TaskRecord, ready: number): number {
  const intervals = task.taskDefinition.containers.flatMap(({ healthCheck }) =>
    healthCheck === undefined ? [] : [(healthCheck.interval ?? CHECK_INTERVAL) * SECOND]
  );
  return Math.max(0, ...intervals.map(interval => Math.max(1, Math.ceil(ready / interval)) * interval));
}

/** `healthCheckGracePeriodSeconds` of the task's service. */
function graceOf(task: TaskRecord): number {
  const [, name = ''] = task.group.split('service:');
  const grace = task.cluster.services.get(name)?.kept['healthCheckGracePeriodSeconds'];
  return typeof grace === 'number' ? grace : 0;
}

/** How long a task that is stopped drains, in virtual milliseconds: ECS waits for the deregistration delay of its target groups. */
export function drainOf(region: RegionState, task: TaskRecord): number {
  const delays = task.targets.map(({ targetGroup }) => targetTimesOf(region, targetGroup)?.deregistrationDelay);
  return Math.max(0, ...delays.map(delay => (delay === undefined ? timings.DRAINING : delay * SECOND)));
}

/**
 * How long a task's containers take from SIGTERM to their end, in virtual milliseconds, and whether SIGKILL ended them: what has not ended
 * after `stopTimeout` is killed.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function stopOf({ taskDefinition, plan: { scenario } }: Pick<LaunchRequest, 'taskDefinition' | 'plan'>): {
  readonly time: number;
  readonly isKilled: boolean;
} {
  const asked = scenario?.stopSeconds === undefined ? timings.STOPPING : scenario.stopSeconds * SECOND;
  const limit = Math.max(...taskDefinition.containers.map(each => each.stopTimeout ?? STOP_TIMEOUT)) * SECOND;
  return { time: Math.min(asked, limit), isKilled: asked > limit };
}
