/** How a target group looks at its targets; seconds and counts. */
export interface TargetCheck {
  readonly interval: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
}

/** What a rollout's time follows from. All times are seconds. */
export interface RolloutModel {
  /** undefined: all new tasks at once beside the old ones, which go at the end (CodeDeploy, BLUE_GREEN, LINEAR, CANARY). */
  readonly batches: Batches | undefined;
  /** From a task's creation to the begin of its pull and from the pull's end to RUNNING. */
  readonly start: number;
  readonly pull: number;
  /** From RUNNING to the moment from which the application answers its health checks. */
  readonly ready: number;
  /** From RUNNING to healthy, where no health check explains it; else undefined. */
  readonly settle: number | undefined;
  readonly targets: readonly TargetCheck[];
  /** Intervals of the containers' own health checks. */
  readonly containers: readonly number[];
  /** How long an old task stays deregistering. */
  readonly drain: number;
  /** From SIGTERM to the end of its containers. */
  readonly stop: number;
  /** From there to STOPPED. */
  readonly release: number;
  /** What is waited on purpose, one after the other: steps of the traffic, bake time, termination. */
  readonly waits: Readonly<Record<string, number>>;
}

/** A rolling update's bounds, in tasks. */
export interface Batches {
  readonly desired: number;
  /** maximumPercent of them, rounded down. */
  readonly most: number;
  /** minimumHealthyPercent of them, rounded up. */
  readonly least: number;
}

/** How long a rollout takes by the model, in seconds, without what AWS needs to schedule and we to see it. */
export function durationOf(model: RolloutModel): number {
  const rise = model.start + model.pull + settleOf(model);
  const fall = model.drain + model.stop + model.release;
  const waits = Object.values(model.waits).reduce((sum, wait) => sum + wait, 0);
  return waits + (model.batches === undefined ? rise + fall : rollingSeconds(model.batches, rise, fall));
}

/** From RUNNING to healthy: the last of all that looks at the task. */
export function settleOf({ settle, ready, targets, containers }: Omit<RolloutModel, 'batches'>): number {
  if (settle !== undefined) return settle;
  return Math.max(
    ready,
    ...targets.map(check => targetSeconds(check, ready)),
    ...containers.map(interval => firstLook(ready, interval) * interval)
  );
}

/**
 * When a target group calls a new target healthy. A new one needs one success, whatever the threshold; one that has failed
 * `unhealthyThreshold` times before has become unhealthy, and needs `healthyThreshold` successes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html
 */
export function targetSeconds({ interval, healthyThreshold, unhealthyThreshold }: TargetCheck, ready: number): number {
  const first = firstLook(ready, interval);
  return interval * (first <= unhealthyThreshold ? first : first + healthyThreshold - 1);
}

function firstLook(ready: number, interval: number): number {
  return Math.max(1, Math.ceil(ready / interval));
}

/**
 * A rolling update: new tasks as far as `most` leaves room, old ones away as far as `least` allows. Tasks that drain count for neither.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export function rollingSeconds({ desired, most, least }: Batches, rise: number, fall: number): number {
  const healthyAt: number[] = [];
  let [now, old, end] = [0, desired, 0];
  for (;;) {
    const healthy = healthyAt.filter(time => time <= now).length;
    const started = Math.min(desired - healthyAt.length, Math.max(0, most - old - healthyAt.length));
    const dispensable = Math.max(0, healthy + old - least);
    const inTheWay = desired - healthyAt.length - started;
    const stopped = Math.min(old, dispensable, Math.max(0, healthy + old - desired, inTheWay));
    for (let count = 0; count < started; count += 1) healthyAt.push(now + rise);
    old -= stopped;
    if (stopped > 0) end = Math.max(end, now + fall);
    if (started + stopped > 0) continue;
    const next = healthyAt.find(time => time > now);
    if (next === undefined) return Math.max(end, ...healthyAt);
    now = next;
  }
}
