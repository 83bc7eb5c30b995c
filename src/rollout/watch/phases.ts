import type { Look } from '../monitor/look.js';
import type { RolloutTarget } from '../target.js';
import { describePause } from '../gate/describe-pause.js';
import { minutesOf } from '../result.js';
import { formatDuration } from '../../text/time.js';
import type { VersionState } from './versions.js';

/** The phases of a deployment that goes well, in their order. */
export function listPhases(target: RolloutTarget): readonly string[] {
  if (target.controller === 'CODE_DEPLOY') {
    const ready = target.group.blueGreenDeploymentConfiguration?.deploymentReadyOption?.actionOnTimeout;
    return ['start', 'test', ...(ready === 'STOP_DEPLOYMENT' ? ['ready'] : []), 'shift', 'drain'];
  }
  return target.strategy === 'ROLLING' ? ['start', 'replace', 'drain'] : ['start', 'test', 'shift', 'bake', 'drain'];
}

/**
 * What a deployment waits for, in a few words. Pure.
 *
 * @param deployment by which a pause is answered
 */
export function describeWait(
  { view, ...look }: Look,
  versions: readonly VersionState[],
  deployment: Parameters<typeof describePause>[1]
): string {
  if (view.pause !== undefined) return describePause(view.pause, deployment).replace(/^It waits at /, '');
  if (view.failing !== undefined) return 'the rollback, which brings the old version back';
  const [first] = versions;
  const missing = first?.role === 'new' ? first.desired - first.running : 0;
  const old = versions.reduce((sum, { role, running }) => sum + (role === 'old' ? running : 0), 0);
  switch (view.phase) {
    case 'start':
    case 'replace':
      if (missing > 0) return `${missing} of ${first?.desired ?? 0} new tasks to run`;
      return old > 0 ? `the new tasks to be healthy, and ${old} old ones to stop` : 'the new tasks to be healthy';
    case 'test':
      return 'the test traffic, and what is hooked to it';
    case 'shift':
      return 'the production traffic to move';
    case 'bake': {
      const minutes =
        look.engine === 'ecs'
          ? minutesOf(look.snapshot.serviceDeployment?.deploymentConfiguration?.bakeTimeInMinutes)
          : 0;
      return minutes === 0 ? 'the bake time' : `the bake time of ${formatDuration(minutes * 60_000)}`;
    }
    case 'drain':
      return old > 0 ? `${old} old ${old === 1 ? 'task' : 'tasks'} to stop` : "the deployment's end";
    default:
      return "the deployment's next step";
  }
}
