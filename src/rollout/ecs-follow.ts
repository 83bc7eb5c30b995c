import type { WaitFor } from '../config/config.js';
import { createEcsLook } from './ecs-look.js';
import { readEcs, shortName, type EcsOwn, type EcsSnapshot, type EcsView } from './ecs-state.js';
import { diagnose } from './diagnose.js';
import type { Diagnosis } from './diagnosis.js';
import { noteDeployment, regionOf } from './ledger.js';
import { createMortuary, judgeDeaths } from './mortuary.js';
import { createNarrator, type Narrator } from './narrate.js';
import { reaches, type Ending, type RolloutRun } from './result.js';
import type { ServiceEvent } from '../aws/shapes.js';
import type { EcsTarget } from './target.js';
import { createTimeline, type Timeline } from './timeline.js';
import { watch, type Watched } from './watch.js';

/** How following ended, short of the time limit and of being cancelled. */
export type FollowEnd =
  | { readonly kind: 'ending'; readonly ending: Ending }
  /** So many tasks died that trying on is pointless, though AWS still tries. */
  | { readonly kind: 'doomed'; readonly reason: string };

export interface FollowOptions {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly wanted: WaitFor;
  /** Whether `fail-after` holds. */
  readonly failFast: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Follows ECS deployments of one rollout: ours, and the one that takes it back. */
export interface EcsFollower {
  follow(own: EcsOwn, options: FollowOptions): Promise<Watched<FollowEnd>>;
  /** From now on the rollout counts as failed, for this reason; gathers why. */
  fail(reason: string): Promise<void>;
  /** Why it failed; gathered now if it was not yet. undefined where nothing failed (superseded, cancelled in good health). */
  diagnosis(ending: Ending): Promise<Diagnosis | undefined>;
  readonly narrator: Narrator;
  readonly timeline: Timeline;
  readonly serviceDeploymentArn: string | undefined;
}

export function createEcsFollower(
  target: EcsTarget,
  run: RolloutRun,
  ours: EcsOwn,
  told: readonly ServiceEvent[]
): EcsFollower {
  const { ports, clock, reporter, config } = run;
  const narrator = createNarrator(reporter, clock, ours.createdAt, told);
  const timeline = createTimeline(clock);
  const mortuary = createMortuary({
    ecs: ports.ecs,
    clock,
    cluster: target.clusterArn,
    service: target.serviceName,
    taskDefinitionArn: ours.taskDefinitionArn,
    startedBy: ours.deploymentId,
    since: ours.createdAt
  });
  // A deployment that was under way already is the one that the service named then.
  const before = ours.deploymentId === target.primary?.id ? undefined : target.service.currentServiceDeployment;
  let serviceDeploymentArn: string | undefined;
  let latest: EcsSnapshot | undefined;
  let failing: string | undefined;
  let state: string | undefined;
  let gathered: Diagnosis | undefined;

  const gather = async (reason: string, lastState?: string) => {
    gathered ??= await diagnose({
      ports,
      region: regionOf(target),
      taskDefinitionArn: ours.taskDefinitionArn,
      taskDefinition: run.taskDefinition,
      mortuary,
      events: narrator.heard,
      stopReason: reason,
      lastState,
      serviceDeployment: latest?.serviceDeployment
    });
  };

  const take = async (own: EcsOwn, snapshot: EcsSnapshot, signal: AbortSignal | undefined): Promise<EcsView> => {
    const isOurs = own.deploymentId === ours.deploymentId;
    const view = readEcs(own, snapshot, isOurs ? failing : undefined);
    // An answer that comes in after the run was cancelled is nobody's business any more.
    if (signal?.aborted === true) return view;
    if (isOurs) {
      latest = snapshot;
      state = view.line;
    }
    timeline.enter(isOurs ? view.phase : 'rollback');
    narrator.see(view);
    narrator.hear(snapshot.service?.events ?? []);
    if (isOurs && failing === undefined) await mortuary.look(view.pulse, narrator.heard);
    if (isOurs && failing === undefined && view.failing !== undefined) {
      failing = view.failing;
      narrator.say(`Failed: ${view.failing}`);
      if (view.ending === undefined) narrator.say('ECS rolls back; following it to its end.');
      await gather(view.failing);
    }
    return view;
  };

  const judge = (view: EcsView, own: EcsOwn, options: FollowOptions): FollowEnd | undefined => {
    if (view.ending !== undefined) return { kind: 'ending', ending: view.ending };
    if (view.failing !== undefined) return undefined;
    const doomed = options.failFast ? judgeDeaths(mortuary.deaths, config.failAfter) : undefined;
    if (doomed !== undefined) return { kind: 'doomed', reason: doomed };
    if (!reaches(view.rung, options.wanted)) return undefined;
    const reason = `wait-for: ${options.wanted} is reached with ${shortName(own.taskDefinitionArn)}; the deployment goes on by itself.`;
    return { kind: 'ending', ending: { verdict: 'succeeded', reason } };
  };

  return {
    narrator,
    timeline,
    get serviceDeploymentArn() {
      return serviceDeploymentArn;
    },
    follow: (own, options) => {
      const isOurs = own.deploymentId === ours.deploymentId;
      const look = createEcsLook({
        ecs: ports.ecs,
        cluster: target.clusterArn,
        service: target.serviceName,
        own,
        serviceDeploymentArn: isOurs ? serviceDeploymentArn : undefined,
        serviceDeploymentBefore: before,
        isFailing: () => isOurs && failing !== undefined,
        onFound: arn => {
          if (!isOurs) return;
          serviceDeploymentArn = arn;
          // Once cancelled, the ledger may be settled already.
          if (options.signal?.aborted !== true)
            noteDeployment(target, run, { id: own.deploymentId, serviceDeploymentArn: arn });
        },
        warnOnce: line => narrator.warnOnce(line)
      });
      return watch({
        clock,
        signal: options.signal,
        deadline: options.deadline,
        doing: `Following the deployment ${own.deploymentId} of ${target.clusterName}/${target.serviceName}`,
        look: async () => take(own, await look(), options.signal),
        judge: view => judge(view, own, options),
        onSilence: (_error, times) => {
          if (times === 5) narrator.warnOnce('AWS does not answer (throttling, or the network); going on trying.');
        }
      });
    },
    fail: async reason => {
      if (failing === undefined) narrator.say(`Failed: ${reason}`);
      failing ??= reason;
      await gather(reason, state);
    },
    diagnosis: async ending => {
      if (ending.verdict === 'superseded' || (ending.verdict === 'cancelled' && mortuary.deaths.length === 0))
        return gathered;
      if (ending.verdict !== 'cancelled') await gather(ending.reason);
      return gathered;
    }
  };
}
