import type { DeploymentInfo, ECSTarget } from '../aws/shapes.js';
import { isTrafficMoved, type CodeDeploySnapshot } from './codedeploy-state.js';
import type { CodeDeployPort } from './ports.js';

interface CodeDeployLook {
  take(): Promise<CodeDeploySnapshot>;
  /** The traffic has moved, or the deployment has failed: what is left may end at any moment, and only the deployment itself tells. */
  readonly isClosing: boolean;
}

/** What tells little is looked at on every so many looks. */
const SELDOM = 6;

/**
 * Looks at a CodeDeploy deployment with as few calls as tell what is new: a minute of waiting stays within 30.
 *
 * While the new tasks are made and the traffic moves, its target tells all that happens, and the deployment itself is asked when the target
 * is different, else on every second look. After that it is the other way round. The rollback is asked whenever there is one.
 */
export function createCodeDeployLook(id: string, codedeploy: CodeDeployPort): CodeDeployLook {
  let targets: readonly string[] = [];
  let target: ECSTarget | undefined;
  let info: DeploymentInfo | undefined;
  let isClosing = false;
  let isFresh = false;
  let looks = 0;

  const describeTarget = async (): Promise<void> => {
    if (targets.length === 0) targets = await codedeploy.listDeploymentTargets(id).catch(noneYet);
    if (targets.length === 0) return;
    const described = await codedeploy.batchGetDeploymentTargets(id, targets);
    target = described.find(entry => entry.ecsTarget !== undefined)?.ecsTarget;
  };

  const look = async (): Promise<DeploymentInfo> => {
    if (info === undefined || isClosing || isWaiting(info)) {
      const before = info?.status;
      const now = (info = await codedeploy.getDeployment(id));
      if (!isWaiting(now) && (now.status !== before || looks % SELDOM === 0)) await describeTarget();
      return now;
    }
    const before = target;
    await describeTarget();
    if (isFresh && info.status === 'InProgress' && !isDifferent(target, before)) {
      isFresh = false;
      return info;
    }
    isFresh = true;
    return (info = await codedeploy.getDeployment(id));
  };

  return {
    get isClosing() {
      return isClosing;
    },
    take: async () => {
      const now = await look();
      looks += 1;
      isClosing = now.instanceTerminationWaitTimeStarted === true || hasEnded(now) || isTrafficMoved(target);
      const rollbackId = now.rollbackInfo?.rollbackDeploymentId;
      const rollback = rollbackId === undefined ? undefined : await codedeploy.getDeployment(rollbackId);
      return { info: now, target, rollback };
    }
  };
}

/** Before it has begun there is no target. */
function isWaiting({ status }: DeploymentInfo): boolean {
  return status === 'Created' || status === 'Queued';
}

function hasEnded({ status }: DeploymentInfo): boolean {
  return status === 'Succeeded' || status === 'Failed' || status === 'Stopped';
}

function isDifferent(now: ECSTarget | undefined, before: ECSTarget | undefined): boolean {
  const tell = (target: ECSTarget | undefined): string => JSON.stringify([target?.status, target?.lifecycleEvents]);
  return tell(now) !== tell(before);
}

/** Where the deployment has only just been created, CodeDeploy answers DeploymentNotStartedException. */
function noneYet(error: unknown): readonly string[] {
  if (error instanceof Error && error.name === 'DeploymentNotStartedException') return [];
  throw error;
}
