import type { DeploymentInfo, ECSTarget, LifecycleEvent } from '../../aws/types.js';
import { hasPassed, phaseOfEvent, type CodeDeploySnapshot } from '../codedeploy/status.js';
import { readMarks, type PastTimeline, type PhaseMark } from './marks.js';

/**
 * The phases of a CodeDeploy deployment and of its rollback, from the times that CodeDeploy keeps (DeploymentInfo createTime and completeTime,
 * LifecycleEvent startTime and endTime), in the words of a run's timeline. Pure.
 *
 * @param now milliseconds since the epoch: the end of what is still under way
 */
export function readCodeDeployHistory({ info, target, rollback }: CodeDeploySnapshot, now: number): PastTimeline {
  const marks: PhaseMark[] = [{ phase: 'start', at: info.createTime?.getTime() }];
  const enter = (phase: string, at: number | undefined): void => {
    if (marks.at(-1)?.phase !== phase) marks.push({ phase, at });
  };
  let last: LifecycleEvent | undefined;
  for (const event of target?.lifecycleEvents ?? []) {
    const { lifecycleEventName: name = '', startTime } = event;
    // Also where the wait was not ended by a word, so that the event was skipped.
    const hasWaited = event.status !== 'Pending' && last?.status === 'Succeeded' && waitsForReady(info);
    if (name === 'BeforeAllowTraffic' && hasWaited) enter('ready', last?.endTime?.getTime());
    if (event.status === 'Pending' || event.status === 'Skipped') continue;
    enter(phaseOfEvent(name), startTime?.getTime());
    last = event;
  }
  if (info.status === 'Ready' && info.instanceTerminationWaitTimeStarted !== true)
    enter('ready', last?.endTime?.getTime());
  // When CodeDeploy began to bake is nowhere to be read.
  if (info.status === 'Baking') enter('bake', undefined);
  if (hasMoved(info, target)) enter('drain', last?.endTime?.getTime());
  if (rollback !== undefined) enter('rollback', info.completeTime?.getTime());
  const final = rollback ?? info;
  return readMarks(marks, hasEnded(final) ? final.completeTime?.getTime() : now);
}

/** Whether it waits in `Ready` before it shifts the traffic (deploymentReadyOption). */
function waitsForReady({ blueGreenDeploymentConfiguration: configuration }: DeploymentInfo): boolean {
  return configuration?.deploymentReadyOption?.actionOnTimeout === 'STOP_DEPLOYMENT';
}

function hasMoved(info: DeploymentInfo, target: ECSTarget | undefined): boolean {
  const isBehind = info.status === 'Succeeded' || info.instanceTerminationWaitTimeStarted === true;
  return isBehind && hasPassed(target, 'AfterAllowTraffic');
}

function hasEnded({ status }: DeploymentInfo): boolean {
  return status === 'Succeeded' || status === 'Failed' || status === 'Stopped';
}
