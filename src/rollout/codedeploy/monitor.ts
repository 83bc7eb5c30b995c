import { isAccessDenied } from '../../aws/errors.js';
import type { DeploymentInfo, Service } from '../../aws/types.js';
import { createRollbackGrace } from '../monitor/automatic-rollback.js';
import { readCodeDeployStatus, type CodeDeploySnapshot, type CodeDeployView } from './status.js';
import { createCodeDeployPoller } from './poller.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { readStop, type FailedBy, type FollowEnd, type FollowOptions } from '../ecs/monitor.js';
import { createFailAfter, findLimit, type FailAfter } from '../monitor/fail-after.js';
import { createStoppedTaskCollector, type StoppedTaskCollector } from '../monitor/stopped-tasks.js';
import { createProgressLog, type ProgressLog } from '../monitor/progress-log.js';
import { retryTransient } from '../transient.js';
import { ALL_STATUSES } from '../ports.js';
import { hasReached, type Ending, type RolloutRun } from '../result.js';
import type { CodeDeployTarget } from '../target.js';
import { createTimeline, type Timeline } from '../../timeline.js';
import { AWS_SILENT, SILENT_LOOKS, poll, type PollResult } from '../monitor/poll.js';
import { regionOf } from '../../text/arn.js';

/** Follows one CodeDeploy deployment and its rollback. */
export interface CodeDeployMonitor {
  follow(options: FollowOptions): Promise<PollResult<FollowEnd>>;
  /** From now on the rollout counts as failed, for this reason; gathers why. */
  fail(reason: string, by?: FailedBy): Promise<void>;
  /** This run stopped the deployment with a rollback: one is due, whatever the group says. */
  expectRollback(): void;
  diagnosis(ending: Ending): Promise<Diagnosis | undefined>;
  readonly progress: ProgressLog;
  readonly timeline: Timeline;
  /** It was called failed by its gate. */
  readonly isFailedByGate: boolean;
}

/** One look, and what the tasks that died say of it: why trying on is pointless. */
interface Seen {
  readonly view: CodeDeployView;
  readonly failFast: string | undefined;
}

export function createCodeDeployMonitor(target: CodeDeployTarget, run: RolloutRun, id: string): CodeDeployMonitor {
  const { ports, clock, reporter, config } = run;
  const timeline = createTimeline(clock);
  const since = clock.now();
  const progress = createProgressLog(reporter, clock, newestEvent(target) + 1, target.service.events ?? []);
  let tasks: { readonly collector: StoppedTaskCollector; readonly failAfter: FailAfter } | undefined;
  let latest: CodeDeploySnapshot | undefined;
  let failing: string | undefined;
  let state: string | undefined;
  let askedForRollback = false;
  let isPauseAwaited = false;
  let isFailedByGate = false;
  const grace = createRollbackGrace(clock);
  let gathered: Diagnosis | undefined;

  const describeService = async (): Promise<Service | undefined> => {
    try {
      return (await ports.ecs.describeServices(target.clusterArn, [target.serviceName])).services[0];
    } catch (error) {
      if (isAccessDenied(error)) progress.warnOnce('Service events cannot be read: allow ecs:DescribeServices.');
      return undefined;
    }
  };
  const look = createCodeDeployPoller({
    id,
    targetId: `${target.clusterName}:${target.serviceName}`,
    codedeploy: ports.codedeploy,
    describeService,
    onTargetDenied: () =>
      progress.warnOnce(
        'The progress of the deployment cannot be read (allow codedeploy:BatchGetDeploymentTargets and codedeploy:ListDeploymentTargets); the verdict rests on GetDeployment alone.'
      ),
    concurrentRollouts: run.concurrentRollouts ?? (() => 1),
    isPauseAwaited: () => isPauseAwaited
  });

  const openTasks = (info: DeploymentInfo | undefined) => {
    if (tasks !== undefined) return tasks;
    const query = {
      ecs: ports.ecs,
      cluster: target.clusterArn,
      service: target.serviceName,
      taskDefinitionArn: run.taskDefinitionArn,
      startedBy: undefined,
      since: info?.createTime?.getTime() ?? since
    };
    tasks = {
      collector: createStoppedTaskCollector({ ...query, clock }),
      // CodeDeploy moves the traffic of a load balancer: there is no service without one.
      failAfter: createFailAfter({ ...query, isBalanced: true, taskDefinition: run.taskDefinition })
    };
    return tasks;
  };

  const gather = async (reason: string, lastState?: string) => {
    gathered ??= await diagnose({
      ports,
      region: regionOf(target.serviceArn),
      taskDefinitionArn: run.taskDefinitionArn,
      taskDefinition: run.taskDefinition,
      collector: openTasks(latest?.info).collector,
      events: progress.eventsSeen,
      stopReason: reason,
      lastState,
      codedeploy: latest === undefined ? undefined : { info: latest.info, target: latest.target }
    });
  };

  const take = async (snapshot: CodeDeploySnapshot, options: FollowOptions): Promise<Seen> => {
    const view = readCodeDeployStatus(snapshot, askedForRollback);
    if (options.signal?.aborted === true) return { view, failFast: undefined };
    latest = snapshot;
    state = view.line;
    timeline.enter(options.phase ?? view.phase);
    progress.status(view);
    progress.events(snapshot.service?.events ?? []);
    const { collector, failAfter } = openTasks(snapshot.info);
    if (failing === undefined) await collector.look(view.taskCounts, progress.eventsSeen);
    if (failing === undefined && view.failing !== undefined) {
      failing = view.failing;
      progress.events((await describeService())?.events ?? []);
      progress.line(`Failed: ${view.failing}`);
      await gather(view.failing);
    }
    options.onLook?.({ engine: 'codedeploy', view, stoppedTasks: collector.stoppedTasks, snapshot });
    const isJudged = options.failFast && view.failing === undefined;
    const limit = findLimit(config.failAfter);
    const failFast = isJudged ? await failAfter.judge(collector.stoppedTasks, limit, view.hasComeUp) : undefined;
    return { view, failFast };
  };

  const judge = ({ view, failFast }: Seen, options: FollowOptions): FollowEnd | undefined => {
    if (view.ending !== undefined) {
      const isTested = options.stopsAtLive === true && view.ending.verdict === 'succeeded';
      return { kind: isTested ? 'live' : 'ending', ending: view.ending };
    }
    if (view.failing !== undefined && options.stopsAtFailure === true) return { kind: 'failing' };
    if (view.failing !== undefined) return judgeRollback(view, view.failing);
    if (failFast !== undefined) return { kind: 'fail-fast', reason: failFast };
    const stop = readStop(view, options);
    if (stop !== undefined) return stop;
    if (!hasReached(view.milestone, options.wanted)) return undefined;
    const reason = `wait-for: ${options.wanted} is reached; the deployment ${id} goes on by itself.`;
    return { kind: 'ending', ending: { verdict: 'succeeded', reason } };
  };

  const judgeRollback = (view: CodeDeployView, reason: string): FollowEnd | undefined => {
    if (!view.rollbackDue || !grace.isOver()) return undefined;
    return { kind: 'ending', ending: { verdict: 'failed', reason: `${reason} No rollback was started.` } };
  };

  return {
    progress,
    timeline,
    get isFailedByGate() {
      return isFailedByGate;
    },
    expectRollback: () => {
      askedForRollback = true;
    },
    follow: async options => {
      isPauseAwaited = options.isPauseAwaited === true;
      const watched = await poll({
        clock,
        signal: options.signal,
        deadline: options.deadline,
        doing: `Following the deployment ${id}`,
        look: async () => take(await look.take(), options),
        isClosing: () => isPauseAwaited || look.isClosing,
        judge: seen => judge(seen, options),
        onSilence: (_error, times) => {
          if (times === SILENT_LOOKS) progress.warnOnce(AWS_SILENT);
        }
      });
      const info = latest?.info;
      if (!isStoppedByOthers(info, failing) || watched.kind !== 'ended') return watched;
      const other = await findSuccessor(target, info, run);
      if (other === undefined) return watched;
      const reason = `${id} was stopped, and another deployment (${other}) took over.`;
      return { kind: 'ended', end: { kind: 'ending', ending: { verdict: 'superseded', reason } } };
    },
    fail: async (reason, by = 'run') => {
      if (failing === undefined) progress.line(`Failed: ${reason}`);
      isFailedByGate ||= by === 'gate';
      failing ??= reason;
      await gather(reason, by === 'gate' ? undefined : state);
    },
    diagnosis: async ending => {
      if (ending.verdict === 'failed' || ending.verdict === 'rolled-back' || ending.verdict === 'timed-out') {
        await gather(ending.reason);
      }
      return gathered;
    }
  };
}

function newestEvent(target: CodeDeployTarget): number {
  return Math.max(0, ...(target.service.events ?? []).map(event => event.createdAt?.getTime() ?? 0));
}

function isStoppedByOthers(info: DeploymentInfo | undefined, failing: string | undefined): info is DeploymentInfo {
  return info?.status === 'Stopped' && failing?.startsWith('CodeDeploy stopped') === true;
}

/**
 * Somebody else's deployment that took the place of ours, whatever has become of it since: a group takes one at a time, so what began after
 * ours began after ours had ended. A rollback is none.
 */
async function findSuccessor(
  target: CodeDeployTarget,
  ours: DeploymentInfo,
  { ports, clock }: RolloutRun
): Promise<string | undefined> {
  const { application, deploymentGroup } = target;
  try {
    const since = await ports.codedeploy.listDeployments({
      application,
      deploymentGroup,
      statuses: ALL_STATUSES,
      createdAfter: ours.createTime
    });
    const others = since.filter(id => id !== ours.deploymentId && id !== ours.rollbackInfo?.rollbackDeploymentId);
    for (const id of others) {
      const { creator } = await retryTransient(clock, () => ports.codedeploy.getDeployment(id));
      if (creator !== 'codeDeployRollback') return id;
    }
    return undefined;
  } catch {
    // Without the permission to look, a stop by hand is all that is known.
    return undefined;
  }
}
