import { awsErrorName, isAccessDenied } from '../../aws/errors.js';
import type { DeploymentInfo, ECSTarget, ECSTaskSet, Service } from '../../aws/types.js';
import { hasPassed, isTrafficMoved, type CodeDeploySnapshot } from './status.js';
import type { CodeDeployPort } from '../ports.js';

interface CodeDeployPoll {
  take(): Promise<CodeDeploySnapshot>;
  /** The traffic has moved, or the deployment has failed: what is left may end at any moment, and only the deployment itself tells. */
  readonly isClosing: boolean;
}

interface CodeDeployPollInput {
  readonly id: string;
  /** `cluster:service`, as the ids of ECS targets are documented (BatchGetDeploymentTargetsInput). */
  readonly targetId: string;
  readonly codedeploy: CodeDeployPort;
  /** DescribeServices. What goes wrong there is its own to deal with: the verdict does not rest on it. undefined: nothing is known. */
  readonly describeService: () => Promise<Service | undefined>;
  /** Called where the role may not read the target: the deployment itself goes on telling how it ends. */
  readonly onTargetDenied: () => void;
  /** How many deployments are followed at the same time, this one too. */
  readonly concurrentRollouts: () => number;
  /** That it is `Ready` is to be seen at the first look. */
  readonly isPauseAwaited?: () => boolean;
}

/** What can be asked. Of several deployments and services one request asks, of targets each deployment needs its own. */
type Subject = 'deployment' | 'target' | 'service';
/** On every so many looks it is asked; 0: only where something else calls for it. */
type PollWeights = Readonly<Record<Subject, number>>;

const WAITING: PollWeights = { deployment: 1, target: 0, service: 0 };
const STARTING: PollWeights = { deployment: 3, target: 3, service: 1 };
const SHIFTING: PollWeights = { deployment: 2, target: 1, service: 6 };
const AWAITING: PollWeights = { deployment: 1, target: 3, service: 3 };
const CLOSING: PollWeights = { deployment: 1, target: 8, service: 8 };
/** Only the rollback tells anything new. */
const FINISHED: PollWeights = { deployment: 0, target: 0, service: 6 };
/** From so many on, deployment and service cost each of them next to nothing, and the targets are what counts. */
const MANY = 4;

/**
 * Looks at a CodeDeploy deployment with as few calls as tell what is new: a minute of waiting stays within 30, and with many deployments
 * within ten times as much.
 *
 * While the new tasks come up, the service tells of them; while the traffic moves, the target does; after that only the deployment. What
 * does not lead is asked now and then, and at once where what was asked is different. In concurrentRollouts the deployment and the service lead
 * throughout, and the targets are looked at in turn. The rollback is asked whenever there is one.
 */
export function createCodeDeployPoller({
  id,
  targetId,
  codedeploy,
  describeService,
  onTargetDenied,
  concurrentRollouts,
  isPauseAwaited = () => false
}: CodeDeployPollInput): CodeDeployPoll {
  const owed = new Set<Subject>();
  let targets: readonly string[] = [targetId];
  let isListed = false;
  let isDenied = false;
  let info: DeploymentInfo | undefined;
  let target: ECSTarget | undefined;
  let service: Service | undefined;
  let polls = 0;

  const describeTarget = async (): Promise<ECSTarget | undefined> => {
    try {
      const described = await codedeploy.batchGetDeploymentTargets(id, targets);
      return described.find(entry => entry.ecsTarget !== undefined)?.ecsTarget;
    } catch (error) {
      const name = awsErrorName(error) ?? '';
      // Where the deployment has only just been created there is none yet.
      if (name === 'DeploymentNotStartedException') return undefined;
      if (!name.includes('DeploymentTarget') || isListed) throw error;
    }
    targets = await codedeploy.listDeploymentTargets(id);
    isListed = true;
    return targets.length === 0 ? undefined : describeTarget();
  };

  /** A role that may deploy and not read the target is no reason to turn back a deployment that goes well. */
  const describeTargetIfAllowed = async (): Promise<ECSTarget | undefined> => {
    if (isDenied) return undefined;
    try {
      return await describeTarget();
    } catch (error) {
      if (!isAccessDenied(error)) throw error;
      isDenied = true;
      onTargetDenied();
      return undefined;
    }
  };

  const ask: Readonly<Record<Subject, () => Promise<void>>> = {
    deployment: async () => {
      const before = deploymentFingerprint(info);
      info = await codedeploy.getDeployment(id);
      if (!isWaiting(info) && deploymentFingerprint(info) !== before) owed.add('target');
    },
    target: async () => {
      const before = target;
      target = await describeTargetIfAllowed();
      if (before !== undefined && targetFingerprint(target) !== targetFingerprint(before)) owed.add('deployment');
    },
    service: async () => {
      const before = service;
      service = (await describeService()) ?? service;
      target = recount(target, service);
      if (before !== undefined && serviceFingerprint(service, id) !== serviceFingerprint(before, id))
        owed.add('target');
    }
  };

  /** What is owed is asked until it answers; what that in turn makes due, once more. */
  const askOwed = async (): Promise<void> => {
    const asked = new Set<Subject>();
    for (let due = [...owed]; due.length > 0; due = [...owed].filter(subject => !asked.has(subject))) {
      await Promise.all(
        due.map(async subject => {
          asked.add(subject);
          await ask[subject]();
          owed.delete(subject);
        })
      );
    }
    owed.clear();
  };

  const isClosing = (): boolean =>
    info !== undefined &&
    (info.instanceTerminationWaitTimeStarted === true || hasEnded(info) || isTrafficMoved(target));

  const turns = (now: DeploymentInfo): PollWeights => {
    if (isWaiting(now)) return WAITING;
    if (hasEnded(now) && now.rollbackInfo?.rollbackDeploymentId !== undefined) return FINISHED;
    if (isClosing()) return CLOSING;
    const others = concurrentRollouts();
    if (isPauseAwaited() && others < MANY) return AWAITING;
    if (others < MANY) return isUp(target) ? SHIFTING : STARTING;
    return { deployment: 1, service: 1, target: others };
  };

  return {
    get isClosing() {
      return isClosing();
    },
    take: async () => {
      if (info === undefined) {
        info = await codedeploy.getDeployment(id);
        if (!isWaiting(info)) owed.add('target');
      } else {
        polls += 1;
        for (const [subject, every] of Object.entries(turns(info))) {
          if (every > 0 && polls % every === 0) owed.add(subject as Subject);
        }
      }
      await askOwed();
      const rollbackId = info.rollbackInfo?.rollbackDeploymentId;
      const rollback = rollbackId === undefined ? undefined : await codedeploy.getDeployment(rollbackId);
      return { info, target, rollback, service };
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

/** All new tasks run: what comes next is the traffic. */
function isUp(target: ECSTarget | undefined): boolean {
  const green = target?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === 'Green');
  const running = green?.desiredCount !== undefined && (green.runningCount ?? 0) >= green.desiredCount;
  return running || hasPassed(target, 'Install');
}

function deploymentFingerprint(info: DeploymentInfo | undefined): string {
  return JSON.stringify([info?.status, info?.instanceTerminationWaitTimeStarted]);
}

/** What of a target may go with another status of the deployment. */
function targetFingerprint(target: ECSTarget | undefined): string {
  const failed = target?.lifecycleEvents?.find(({ status }) => status === 'Failed');
  return JSON.stringify([target?.status, failed?.lifecycleEventName, isTrafficMoved(target)]);
}

/** That tasks come and go is not worth a look at the target: the counts are taken over. Nor is what becomes of the old ones. */
function serviceFingerprint(service: Service | undefined, id: string): string {
  const own = service?.taskSets?.find(({ externalId }) => externalId === id);
  return JSON.stringify([own?.status, own?.stabilityStatus]);
}

/** The target with the counts of the service's task sets, which go by the same ids. */
function recount(target: ECSTarget | undefined, service: Service | undefined): ECSTarget | undefined {
  if (target?.taskSetsInfo === undefined) return target;
  const taskSetsInfo = target.taskSetsInfo.map((set): ECSTaskSet => {
    const counted = service?.taskSets?.find(({ id }) => id !== undefined && id === set.identifer);
    if (counted === undefined) return set;
    const { runningCount, pendingCount, computedDesiredCount: desiredCount } = counted;
    return { ...set, runningCount, pendingCount, desiredCount };
  });
  return { ...target, taskSetsInfo };
}
