import type { Task } from '../aws/types.js';
import { minutesOf, type TimelineEntry } from '../rollout/result.js';
import type { AdviceFacts } from './facts.js';
import { durationOf, settleOf, type Batches, type RolloutModel } from './model.js';

/** More tasks are not replayed. */
const MOST_TASKS = 1_000;
/** How long an application is taken to need, where its first health check hides it: 10 s, or half an interval that is shorter. */
const USUAL_READY = 10;
/** What is measured may differ from what the settings explain by so much: scheduling, and the seconds between two looks. */
const TOLERANCE = { share: 0.25, seconds: 20 };

/** The model of a rollout, and what it leaves unexplained. */
export interface ReadModel {
  readonly model: RolloutModel;
  /** Seconds from the first phase to the last. */
  readonly measured: number;
}

/** Reads what a rollout's time followed from; undefined where what was seen does not fit together. Pure. */
export function readModel(facts: AdviceFacts): ReadModel | undefined {
  const { timeline, newTasks, oldTasks } = facts;
  const [first, last] = [timeline[0], timeline.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const measured = (last.endedAt - first.startedAt) / 1_000;
  const batches = readBatches(facts);
  const start = median(newTasks.flatMap(startSeconds));
  const pull = median(newTasks.flatMap(pullSeconds));
  const settle = median(batches === undefined ? settleByPhase(facts) : settleByTasks(facts));
  if (start === undefined || pull === undefined || settle === undefined || batches === 'unknown') return undefined;
  const base = {
    batches,
    start,
    pull,
    ...explainSettle(facts, settle),
    ...readFall(facts, oldTasks),
    waits: readWaits(facts)
  };
  const rest = Math.abs(measured - durationOf(base));
  // Where tasks run in batches, the model must be able to tell how long this run took before it may tell what another would.
  if (batches !== undefined && rest > Math.max(TOLERANCE.seconds, measured * TOLERANCE.share)) return undefined;
  return { model: base, measured };
}

/** undefined: the deployment is none in batches. */
function readBatches({ service, desiredCount: desired, codedeploy }: AdviceFacts): Batches | undefined | 'unknown' {
  const {
    strategy = 'ROLLING',
    maximumPercent = 200,
    minimumHealthyPercent = 100
  } = service.deploymentConfiguration ?? {};
  if (codedeploy !== undefined || ['BLUE_GREEN', 'LINEAR', 'CANARY'].includes(strategy)) return undefined;
  const isPlain = strategy === 'ROLLING' && !hasEarlySuccess(service.deploymentConfiguration);
  if (!isPlain || service.schedulingStrategy === 'DAEMON' || desired < 1 || desired > MOST_TASKS) return 'unknown';
  // What scales meanwhile is another deployment than the settings describe.
  if (desired !== service.runningCount) return 'unknown';
  return {
    desired,
    most: Math.max(1, Math.floor((desired * maximumPercent) / 100)),
    least: Math.ceil((desired * minimumHealthyPercent) / 100)
  };
}

/** Newer than this release's SDK may know. */
function hasEarlySuccess(configuration: object | undefined): boolean {
  const criteria = (configuration as { readonly earlySuccessCriteria?: { readonly enable?: boolean } } | undefined)
    ?.earlySuccessCriteria;
  return criteria?.enable === true;
}

function startSeconds({ createdAt, pullStartedAt, pullStoppedAt, startedAt }: Task): readonly number[] {
  if (createdAt === undefined || startedAt === undefined) return [];
  const pull = pullStartedAt === undefined || pullStoppedAt === undefined ? 0 : +pullStoppedAt - +pullStartedAt;
  return [(+startedAt - +createdAt - pull) / 1_000];
}

function pullSeconds({ pullStartedAt, pullStoppedAt }: Task): readonly number[] {
  return pullStartedAt === undefined || pullStoppedAt === undefined ? [0] : [(+pullStoppedAt - +pullStartedAt) / 1_000];
}

/** The traffic moves as soon as all new tasks are healthy; the phase that follows tells when. */
function settleByPhase({ timeline, newTasks, codedeploy }: AdviceFacts): readonly number[] {
  const before = codedeploy === undefined ? BEFORE_HEALTHY : BEFORE_HEALTHY_CODEDEPLOY;
  const healthyAt = timeline.findLast(({ phase }) => before.has(phase))?.endedAt;
  const started = newTasks.flatMap(({ startedAt }) => startedAt?.getTime() ?? []);
  return healthyAt === undefined || started.length === 0 ? [] : [(healthyAt - Math.max(...started)) / 1_000];
}

const BEFORE_HEALTHY = new Set(['start', 'replace', 'pre_scale_up', 'scale_up']);
const BEFORE_HEALTHY_CODEDEPLOY = new Set(['start', 'replace', 'BeforeInstall', 'Install']);

/** In a rolling update a healthy task lets an old one go, or lets a new one come: the next such moment after its start. */
function settleByTasks({ newTasks, oldTasks, timeline }: AdviceFacts): readonly number[] {
  const moments = [
    ...oldTasks.flatMap(({ stoppingAt }) => stoppingAt?.getTime() ?? []),
    ...newTasks.flatMap(({ createdAt }) => createdAt?.getTime() ?? [])
  ].sort((one, other) => one - other);
  const end = timeline.at(-1)?.endedAt;
  const found = newTasks.flatMap(({ startedAt }) => {
    const at = startedAt === undefined ? undefined : moments.find(moment => moment > startedAt.getTime());
    return at === undefined || startedAt === undefined ? [] : [(at - startedAt.getTime()) / 1_000];
  });
  if (found.length > 0 || end === undefined) return found;
  // Nothing went or came afterwards: the last tasks became healthy right before the end.
  const started = newTasks.flatMap(({ startedAt }) => startedAt?.getTime() ?? []);
  return started.length === 0 ? [] : [(end - Math.max(...started)) / 1_000];
}

type Health = Pick<RolloutModel, 'settle' | 'ready' | 'targets' | 'containers'>;

/** When the application was ready, by when it was seen to be: the assumption that explains the measured time best, if one does. */
function explainSettle({ targetGroups, taskDefinition }: AdviceFacts, measured: number): Health {
  const targets = targetGroups.slice(0, 1);
  const containers = (taskDefinition.containerDefinitions ?? []).flatMap(({ healthCheck, essential }) =>
    healthCheck === undefined || essential === false ? [] : [healthCheck.interval ?? 30]
  );
  const checks = { settle: undefined, targets, containers };
  const guesses = [
    ...targets.flatMap(({ interval, healthyThreshold }) => {
      const looks = Math.max(1, Math.round(measured / interval));
      return [looks, looks - healthyThreshold + 1].filter(first => first >= 1).map(first => guess(first, interval));
    }),
    ...containers.map(interval => guess(Math.max(1, Math.round(measured / interval)), interval))
  ];
  const [best] = guesses
    .map(ready => ({ ready, error: Math.abs(settleOf({ ...NOTHING, ...checks, ready }) - measured) }))
    .sort((one, other) => one.error - other.error);
  const isExplained = best !== undefined && best.error <= Math.max(8, measured * 0.2);
  return isExplained
    ? { ...checks, ready: best.ready }
    : { settle: measured, ready: measured, targets: [], containers: [] };
}

const NOTHING = { start: 0, pull: 0, drain: 0, stop: 0, release: 0, waits: {} };

/** Ready some time before its first success, and after the failure before that. */
function guess(first: number, interval: number): number {
  return (first - 1) * interval + Math.min(USUAL_READY, interval / 2);
}

/** What old tasks took to go. That they waited for the deregistration delay is a fact only where they took as long. */
function readFall({ targetGroups }: AdviceFacts, oldTasks: readonly Task[]) {
  const fall = median(oldTasks.flatMap(task => seconds(task.stoppingAt, task.executionStoppedAt))) ?? 0;
  const release = median(oldTasks.flatMap(task => seconds(task.executionStoppedAt, task.stoppedAt))) ?? 0;
  const delay = Math.max(0, ...targetGroups.map(({ deregistrationDelay = 0 }) => deregistrationDelay));
  const drain = delay <= fall ? delay : 0;
  return { drain, stop: fall - drain, release };
}

function seconds(from: Date | undefined, to: Date | undefined): readonly number[] {
  return from === undefined || to === undefined ? [] : [(+to - +from) / 1_000];
}

/** The waits that the settings ask for, as far as the rollout was seen to wait as long. */
function readWaits({ service, codedeploy, timeline }: AdviceFacts): Readonly<Record<string, number>> {
  const seen = (...phases: readonly TimelineEntry['phase'][]): number =>
    timeline.reduce(
      (sum, { phase, startedAt, endedAt }) => sum + (phases.includes(phase) ? (endedAt - startedAt) / 1_000 : 0),
      0
    );
  const found = (name: string, minutes: number, ...phases: readonly string[]): Readonly<Record<string, number>> =>
    minutes > 0 && seen(...phases) >= minutes * 60 * 0.9 ? { [name]: minutes * 60 } : {};
  if (codedeploy !== undefined) {
    const blue = codedeploy.group.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
    const isTerminated = blue?.action !== 'KEEP_ALIVE';
    return {
      ...found('termination', isTerminated ? minutesOf(blue?.terminationWaitTimeInMinutes) : 0, 'drain'),
      ...found('shift', shiftMinutes(codedeploy.configName) ?? 0, 'shift')
    };
  }
  const { strategy, bakeTimeInMinutes, canaryConfiguration, linearConfiguration } =
    service.deploymentConfiguration ?? {};
  const steps = Math.ceil(100 / Math.max(1, linearConfiguration?.stepPercent ?? 10)) - 1;
  return {
    ...found('bake', strategy === undefined || strategy === 'ROLLING' ? 0 : minutesOf(bakeTimeInMinutes), 'bake'),
    ...(strategy === 'CANARY' ? found('canary', canaryConfiguration?.canaryBakeTimeInMinutes ?? 10, 'shift') : {}),
    ...(strategy === 'LINEAR'
      ? found('linear', steps * (linearConfiguration?.stepBakeTimeInMinutes ?? 6), 'shift')
      : {})
  };
}

/** The minutes between the steps of one of CodeDeploy's own configurations: its name says them; undefined for any other. */
export function shiftMinutes(name: string | undefined): number | undefined {
  const known = /^CodeDeployDefault\.ECS(Linear|Canary)(\d+)Percent(?:Every)?(\d+)Minutes$/.exec(name ?? '');
  if (known === null) return undefined;
  const [percent, minutes] = [Number(known[2]), Number(known[3])];
  return known[1] === 'Canary' ? minutes : (Math.ceil(100 / percent) - 1) * minutes;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
