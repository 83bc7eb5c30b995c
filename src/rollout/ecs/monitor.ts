import type { WaitFor } from '../../config/config.js';
import { createEcsPoller } from './poller.js';
import { readEcsStatus, type DeploymentRef, type EcsSnapshot, type EcsView } from './status.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { describeDeploymentRef, recordDeployment } from '../cleanup-record.js';
import { createRollbackGrace } from '../monitor/automatic-rollback.js';
import type { Early } from './early-success.js';
import { createHealthWatch } from './health.js';
import { createFailAfter, findLimit } from '../monitor/fail-after.js';
import { createStoppedTaskCollector } from '../monitor/stopped-tasks.js';
import type { Look } from '../monitor/look.js';
import { createProgressLog, type ProgressLog } from '../monitor/progress-log.js';
import type { Pause } from '../gate/pause.js';
import { hasReached, type Ending, type RolloutRun, type StatusView } from '../result.js';
import type { ServiceEvent } from '../../aws/types.js';
import type { EcsTarget } from '../target.js';
import { createTimeline, type Timeline } from '../../timeline.js';
import { AWS_SILENT, SILENT_LOOKS, poll, type PollResult } from '../monitor/poll.js';
import { regionOf, resourceName } from '../../text/arn.js';

/** How following ended, short of the time limit and of being cancelled. */
export type FollowEnd =
  | { readonly kind: 'ending'; readonly ending: Ending }
  /** So many tasks died that trying on is pointless, though AWS still tries. */
  | { readonly kind: 'fail-fast'; readonly reason: string }
  /** It waits for somebody (`stopsAt`). */
  | { readonly kind: 'paused'; readonly pause: Pause }
  /** The new version has all production traffic (`stopsAtLive`), and where it has succeeded, that. */
  | { readonly kind: 'live'; readonly ending: Ending | undefined }
  /** AWS has called it failed and takes it back (`stopsAtFailure`). */
  | { readonly kind: 'failing' };

export interface FollowOptions {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly wanted: WaitFor;
  /** Whether `fail-after` holds. */
  readonly failFast: boolean;
  readonly signal: AbortSignal | undefined;
  /** Which pauses end the following; undefined: none. */
  readonly stopsAt?: (pause: Pause) => boolean;
  readonly stopsAtLive?: boolean;
  readonly stopsAtFailure?: boolean;
  /** A pause is to be seen within seconds. */
  readonly isPauseAwaited?: boolean;
  /** The name of the phase in the timeline, whatever the deployment does. */
  readonly phase?: string;
  /** Told of every look. */
  readonly onLook?: (look: Look) => void;
}

/** Who calls a rollout failed: a gate says why itself, and nothing had stalled. */
export type FailedBy = 'gate' | 'run';

/** Follows ECS deployments of one rollout: ours, and the one that takes it back. */
export interface EcsMonitor {
  follow(followed: DeploymentRef, options: FollowOptions): Promise<PollResult<FollowEnd>>;
  /** From now on the rollout counts as failed, for this reason; gathers why. */
  fail(reason: string, by?: FailedBy): Promise<void>;
  /** Why it failed; gathered now if it was not yet. undefined where nothing failed (superseded, cancelled in good health). */
  diagnosis(ending: Ending): Promise<Diagnosis | undefined>;
  readonly progress: ProgressLog;
  readonly timeline: Timeline;
  readonly serviceDeploymentArn: string | undefined;
  /** By the last look ECS calls ours complete and all of its tasks run: then it is not for this run to end it. */
  readonly isHealthy: boolean;
}

/** One look, and what the tasks that died say of it: why trying on is pointless. */
interface Seen {
  readonly view: EcsView;
  readonly failFast: string | undefined;
}

const NO_ROLLBACK_ANY_MORE = 'Circuit breaker and alarms no longer roll it back.';

/** What a success rests on that came early and has been completed since. */
function describeCompleted(ending: Ending): Ending {
  return {
    ...ending,
    reason: `${ending.reason} It came early; since then the old tasks are gone, and all new ones run.`
  };
}

/** Where a look is as far as the following was to go, short of an end. */
export function readStop({ pause, milestone }: StatusView, options: FollowOptions): FollowEnd | undefined {
  if (pause !== undefined && options.stopsAt?.(pause) === true) return { kind: 'paused', pause };
  if (options.stopsAtLive === true && hasReached(milestone, 'live')) return { kind: 'live', ending: undefined };
  return undefined;
}

export function createEcsMonitor(
  target: EcsTarget,
  run: RolloutRun,
  ref: DeploymentRef,
  loggedEvents: readonly ServiceEvent[],
  knownServiceDeploymentArn?: string
): EcsMonitor {
  const { ports, clock, reporter, config } = run;
  const progress = createProgressLog(reporter, clock, ref.createdAt, loggedEvents);
  const timeline = createTimeline(clock);
  const tasks = {
    ecs: ports.ecs,
    cluster: target.clusterArn,
    service: target.serviceName,
    taskDefinitionArn: ref.taskDefinitionArn,
    startedBy: ref.deploymentId,
    since: ref.createdAt
  };
  const collector = createStoppedTaskCollector({ ...tasks, clock });
  const isBalanced = (target.service.loadBalancers ?? []).length > 0;
  const failAfter = createFailAfter({ ...tasks, isBalanced, taskDefinition: run.taskDefinition });
  const hasComeUp = createHealthWatch();
  const grace = createRollbackGrace(clock);
  // A deployment that was under way already is the one that the service named then.
  const before = ref.deploymentId === target.primary?.id ? undefined : target.service.currentServiceDeployment;
  let serviceDeploymentArn = knownServiceDeploymentArn;
  let latest: EcsSnapshot | undefined;
  let failing: string | undefined;
  let state: string | undefined;
  let gathered: Diagnosis | undefined;
  let early: Early | undefined;
  let isHealthy = false;

  const gather = async (reason: string, lastState?: string) => {
    gathered ??= await diagnose({
      ports,
      region: regionOf(target.serviceArn),
      taskDefinitionArn: ref.taskDefinitionArn,
      taskDefinition: run.taskDefinition,
      collector,
      events: progress.eventsSeen,
      stopReason: reason,
      lastState,
      serviceDeployment: latest?.serviceDeployment
    });
  };

  const take = async (followed: DeploymentRef, snapshot: EcsSnapshot, options: FollowOptions): Promise<Seen> => {
    const isOurs = followed.deploymentId === ref.deploymentId;
    const view = readEcsStatus(followed, snapshot, isOurs ? failing : undefined);
    // An answer that comes in after the run was cancelled is nobody's business any more.
    if (options.signal?.aborted === true) return { view, failFast: undefined };
    if (isOurs) {
      latest = snapshot;
      state = view.line;
      isHealthy = view.health.healthy && view.health.running >= view.health.wanted;
      if (view.early !== undefined && early === undefined)
        progress.line(`${view.early.reason} ${NO_ROLLBACK_ANY_MORE}`);
      early = view.early ?? early;
    }
    timeline.enter(isOurs ? (options.phase ?? view.phase) : 'rollback');
    progress.status(view);
    progress.events(snapshot.service?.events ?? []);
    if (isOurs && failing === undefined) await collector.look(view.taskCounts, progress.eventsSeen);
    if (isOurs && failing === undefined && view.failing !== undefined) {
      failing = view.failing;
      progress.line(`Failed: ${view.failing}`);
      if (view.rollbackDue) progress.line('The service is to be rolled back by ECS; waiting for that to begin.');
      else if (view.ending === undefined) progress.line('ECS rolls back; following it to its end.');
      await gather(view.failing);
    }
    options.onLook?.({ engine: 'ecs', view, stoppedTasks: collector.stoppedTasks, ref: followed, snapshot });
    const failFast =
      isOurs && options.failFast && view.failing === undefined ? await judgeTasks(view, snapshot) : undefined;
    return { view, failFast };
  };

  const judgeTasks = async (
    view: EcsView,
    { service, serviceDeployment }: EcsSnapshot
  ): Promise<string | undefined> => {
    const configuration = serviceDeployment?.deploymentConfiguration ?? service?.deploymentConfiguration;
    const limit = findLimit(config.failAfter, configuration, service?.desiredCount);
    return failAfter.judge(collector.stoppedTasks, limit, hasComeUp(view.health, progress.eventsSeen));
  };

  const judge = ({ view, failFast }: Seen, followed: DeploymentRef, options: FollowOptions): FollowEnd | undefined => {
    if (view.ending !== undefined) {
      const isCompletedSince =
        early !== undefined && view.early === undefined && view.health.healthy && view.ending.verdict === 'succeeded';
      const ending = isCompletedSince ? describeCompleted(view.ending) : view.ending;
      return options.stopsAtLive === true && ending.verdict === 'succeeded'
        ? { kind: 'live', ending }
        : { kind: 'ending', ending };
    }
    if (view.failing !== undefined) {
      if (options.stopsAtFailure === true) return { kind: 'failing' };
      if (!view.rollbackDue || !grace.isOver()) return undefined;
      return { kind: 'ending', ending: { verdict: 'failed', reason: `${view.failing} ECS began no rollback.` } };
    }
    if (failFast !== undefined) return { kind: 'fail-fast', reason: failFast };
    const stop = readStop(view, options);
    if (stop !== undefined) return stop;
    if (view.early !== undefined) {
      if (!hasReached('live', options.wanted)) return undefined;
      return { kind: 'ending', ending: { verdict: 'succeeded', reason: view.early.reason } };
    }
    if (!hasReached(view.milestone, options.wanted)) return undefined;
    const reason = `wait-for: ${options.wanted} is reached with ${resourceName(followed.taskDefinitionArn)}; the deployment continues without this run.`;
    return { kind: 'ending', ending: { verdict: 'succeeded', reason } };
  };

  return {
    progress,
    timeline,
    get serviceDeploymentArn() {
      return serviceDeploymentArn;
    },
    get isHealthy() {
      return isHealthy;
    },
    follow: async (followed, options) => {
      const isOurs = followed.deploymentId === ref.deploymentId;
      const look = createEcsPoller({
        ecs: ports.ecs,
        cluster: target.clusterArn,
        service: target.serviceName,
        ref: followed,
        serviceDeploymentArn: isOurs ? serviceDeploymentArn : undefined,
        serviceDeploymentBefore: before,
        isFailing: () => isOurs && failing !== undefined,
        onFound: arn => {
          if (!isOurs) return;
          serviceDeploymentArn = arn;
          // Once cancelled, the cleanupStore may be settled already.
          if (options.signal?.aborted !== true)
            recordDeployment(target, run, { ...describeDeploymentRef(followed), serviceDeploymentArn: arn });
        },
        warnOnce: line => progress.warnOnce(line)
      });
      const watched = await poll({
        clock,
        signal: options.signal,
        deadline: options.deadline,
        doing: `Following the deployment ${followed.deploymentId} of ${target.clusterName}/${target.serviceName}`,
        look: async () => take(followed, await look(), options),
        judge: seen => judge(seen, followed, options),
        isClosing: () => options.isPauseAwaited === true,
        onSilence: (_error, times) => {
          if (times === SILENT_LOOKS) progress.warnOnce(AWS_SILENT);
        }
      });
      if (watched.kind !== 'timed-out' || !isOurs || early === undefined) return watched;
      progress.warn(
        `Time ran out (wait-for-minutes) before the service had only its new tasks: ${early.reason} ${NO_ROLLBACK_ANY_MORE}`
      );
      return { kind: 'ended', end: { kind: 'ending', ending: { verdict: 'succeeded', reason: early.reason } } };
    },
    fail: async (reason, by = 'run') => {
      if (failing === undefined) progress.line(`Failed: ${reason}`);
      failing ??= reason;
      await gather(reason, by === 'gate' ? undefined : state);
    },
    diagnosis: async ending => {
      if (ending.verdict === 'superseded' || (ending.verdict === 'cancelled' && collector.stoppedTasks.length === 0))
        return gathered;
      if (ending.verdict !== 'cancelled') await gather(ending.reason);
      return gathered;
    }
  };
}
