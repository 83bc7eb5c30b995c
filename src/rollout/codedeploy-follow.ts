import { isAccessDenied } from '../aws/errors.js';
import type { DeploymentInfo, Service } from '../aws/shapes.js';
import { createRollbackGrace } from './automatic-rollback.js';
import { readCodeDeploy, type CodeDeploySnapshot, type CodeDeployView } from './codedeploy-state.js';
import { createCodeDeployLook } from './codedeploy-look.js';
import { diagnose } from './diagnose.js';
import type { Diagnosis } from './diagnosis.js';
import type { FollowEnd, FollowOptions } from './ecs-follow.js';
import { regionOf } from './ledger.js';
import { createFailAfter, findLimit, type FailAfter } from './fail-after.js';
import { createMortuary, type Mortuary } from './mortuary.js';
import { createNarrator, type Narrator } from './narrate.js';
import { patiently } from './patience.js';
import { ALL_STATUSES } from './ports.js';
import { reaches, type Ending, type RolloutRun } from './result.js';
import type { CodeDeployTarget } from './target.js';
import { createTimeline, type Timeline } from './timeline.js';
import { watch, type Watched } from './watch.js';

export type CodeDeployEnd = FollowEnd;

/** Follows one CodeDeploy deployment and its rollback. */
export interface CodeDeployFollower {
  follow(options: FollowOptions): Promise<Watched<CodeDeployEnd>>;
  /** From now on the rollout counts as failed, for this reason; gathers why. */
  fail(reason: string): Promise<void>;
  /** This run stopped the deployment with a rollback: one is due, whatever the group says. */
  expectRollback(): void;
  diagnosis(ending: Ending): Promise<Diagnosis | undefined>;
  readonly narrator: Narrator;
  readonly timeline: Timeline;
}

/** One look, and what the tasks that died say of it: why trying on is pointless. */
interface Seen {
  readonly view: CodeDeployView;
  readonly doomed: string | undefined;
}

export function createCodeDeployFollower(target: CodeDeployTarget, run: RolloutRun, id: string): CodeDeployFollower {
  const { ports, clock, reporter, config } = run;
  const timeline = createTimeline(clock);
  const since = clock.now();
  const narrator = createNarrator(reporter, clock, newestEvent(target) + 1, target.service.events ?? []);
  let tasks: { readonly mortuary: Mortuary; readonly failAfter: FailAfter } | undefined;
  let latest: CodeDeploySnapshot | undefined;
  let failing: string | undefined;
  let state: string | undefined;
  let askedForRollback = false;
  const grace = createRollbackGrace(clock);
  let gathered: Diagnosis | undefined;

  const describeService = async (): Promise<Service | undefined> => {
    try {
      return (await ports.ecs.describeServices(target.clusterArn, [target.serviceName])).services[0];
    } catch (error) {
      if (isAccessDenied(error)) narrator.warnOnce('Service events cannot be read: allow ecs:DescribeServices.');
      return undefined;
    }
  };
  const look = createCodeDeployLook({
    id,
    targetId: `${target.clusterName}:${target.serviceName}`,
    codedeploy: ports.codedeploy,
    describeService,
    onTargetDenied: () =>
      narrator.warnOnce(
        'The progress of the deployment cannot be read (allow codedeploy:BatchGetDeploymentTargets and codedeploy:ListDeploymentTargets); the verdict rests on GetDeployment alone.'
      ),
    company: run.company ?? (() => 1)
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
      mortuary: createMortuary({ ...query, clock }),
      // CodeDeploy moves the traffic of a load balancer: there is no service without one.
      failAfter: createFailAfter({ ...query, isBalanced: true, taskDefinition: run.taskDefinition })
    };
    return tasks;
  };

  const gather = async (reason: string, lastState?: string) => {
    gathered ??= await diagnose({
      ports,
      region: regionOf(target),
      taskDefinitionArn: run.taskDefinitionArn,
      taskDefinition: run.taskDefinition,
      mortuary: openTasks(latest?.info).mortuary,
      events: narrator.heard,
      stopReason: reason,
      lastState,
      codedeploy: latest === undefined ? undefined : { info: latest.info, target: latest.target }
    });
  };

  const take = async (snapshot: CodeDeploySnapshot, options: FollowOptions): Promise<Seen> => {
    const view = readCodeDeploy(snapshot, askedForRollback);
    if (options.signal?.aborted === true) return { view, doomed: undefined };
    latest = snapshot;
    state = view.line;
    timeline.enter(view.phase);
    narrator.see(view);
    narrator.hear(snapshot.service?.events ?? []);
    const { mortuary, failAfter } = openTasks(snapshot.info);
    if (failing === undefined) await mortuary.look(view.pulse, narrator.heard);
    if (failing === undefined && view.failing !== undefined) {
      failing = view.failing;
      narrator.hear((await describeService())?.events ?? []);
      narrator.say(`Failed: ${view.failing}`);
      await gather(view.failing);
    }
    const isJudged = options.failFast && view.failing === undefined;
    const limit = findLimit(config.failAfter);
    const doomed = isJudged ? await failAfter.judge(mortuary.deaths, limit, view.hasComeUp) : undefined;
    return { view, doomed };
  };

  const judge = ({ view, doomed }: Seen, options: FollowOptions): CodeDeployEnd | undefined => {
    if (view.ending !== undefined) return { kind: 'ending', ending: view.ending };
    if (view.failing !== undefined) return judgeRollback(view, view.failing);
    if (doomed !== undefined) return { kind: 'doomed', reason: doomed };
    if (!reaches(view.rung, options.wanted)) return undefined;
    const reason = `wait-for: ${options.wanted} is reached; the deployment ${id} goes on by itself.`;
    return { kind: 'ending', ending: { verdict: 'succeeded', reason } };
  };

  const judgeRollback = (view: CodeDeployView, reason: string): CodeDeployEnd | undefined => {
    if (!view.rollbackDue || !grace.isOver()) return undefined;
    return { kind: 'ending', ending: { verdict: 'failed', reason: `${reason} No rollback was started.` } };
  };

  return {
    narrator,
    timeline,
    expectRollback: () => {
      askedForRollback = true;
    },
    follow: async options => {
      const watched = await watch({
        clock,
        signal: options.signal,
        deadline: options.deadline,
        doing: `Following the deployment ${id}`,
        look: async () => take(await look.take(), options),
        isClosing: () => look.isClosing,
        judge: seen => judge(seen, options),
        onSilence: (_error, times) => {
          if (times === 5) narrator.warnOnce('AWS does not answer (throttling, or the network); going on trying.');
        }
      });
      const info = latest?.info;
      if (!isStoppedByOthers(info, failing) || watched.kind !== 'ended') return watched;
      const other = await findSuccessor(target, info, run);
      if (other === undefined) return watched;
      const reason = `${id} was stopped, and another deployment (${other}) took over.`;
      return { kind: 'ended', end: { kind: 'ending', ending: { verdict: 'superseded', reason } } };
    },
    fail: async reason => {
      if (failing === undefined) narrator.say(`Failed: ${reason}`);
      failing ??= reason;
      await gather(reason, state);
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
      const { creator } = await patiently(clock, () => ports.codedeploy.getDeployment(id));
      if (creator !== 'codeDeployRollback') return id;
    }
    return undefined;
  } catch {
    // Without the permission to look, a stop by hand is all that is known.
    return undefined;
  }
}
