import type { RolloutConfig } from '../../config/config.js';
import { createCodeDeployMonitor } from '../codedeploy/monitor.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { createEcsMonitor, type FollowEnd, type FollowOptions } from '../ecs/monitor.js';
import type { Look } from '../monitor/look.js';
import type { PollResult } from '../monitor/poll.js';
import type { Ending, RolloutRun } from '../result.js';
import type { RolloutTarget } from '../target.js';
import type { WatchContext, WatchedDeployment } from './watch-event.js';

interface Following {
  readonly config: RolloutConfig;
  readonly context: WatchContext;
  readonly onLook: (look: Look) => void;
}

/** `cancelled`, or how it ended and, where it did not succeed, why. */
type FollowedEnd = { readonly ending: Ending; readonly diagnosis: Diagnosis | undefined } | 'cancelled';

/** Follows a deployment to its end, as a run does that judges and changes nothing: AWS's own word ends it. */
export async function followToEnd(
  target: RolloutTarget,
  deployment: WatchedDeployment,
  { config, context, onLook }: Following
): Promise<FollowedEnd> {
  const { clock, reporter, signal, concurrentRollouts } = context;
  const run: RolloutRun = {
    taskDefinitionArn: deployment.taskDefinitionArn,
    config,
    ports: context,
    clock,
    reporter,
    // It is somebody else's: there is nothing to take back.
    cleanupStore: { add: () => undefined, remove: () => undefined },
    signal,
    concurrentRollouts
  };
  const monitor = createMonitor(target, deployment, run);
  const watched = await monitor.follow({ deadline: Infinity, wanted: 'stable', failFast: false, signal, onLook });
  if (watched.kind !== 'ended') return 'cancelled';
  const { end } = watched;
  if (end.kind !== 'ending') throw new Error(`A deployment was watched no further than ${end.kind}.`);
  const { ending } = end;
  return { ending, diagnosis: ending.verdict === 'succeeded' ? undefined : await monitor.diagnosis(ending) };
}

interface Monitor {
  follow(options: FollowOptions): Promise<PollResult<FollowEnd>>;
  diagnosis(ending: Ending): Promise<Diagnosis | undefined>;
}

function createMonitor(target: RolloutTarget, deployment: WatchedDeployment, run: RolloutRun): Monitor {
  if (target.controller === 'CODE_DEPLOY' && deployment.engine === 'codedeploy')
    return createCodeDeployMonitor(target, run, deployment.id);
  if (target.controller === 'ECS' && deployment.engine === 'ecs') {
    const { ref, serviceDeploymentArn } = deployment;
    const monitor = createEcsMonitor(target, run, ref, [], serviceDeploymentArn);
    return {
      follow: options => monitor.follow(ref, options),
      diagnosis: ending => monitor.diagnosis(ending)
    };
  }
  throw new Error(`The deployment is not of ${target.serviceName}.`);
}
