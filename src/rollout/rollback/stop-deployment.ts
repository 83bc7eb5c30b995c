import { awsErrorName, explainAwsError, isAccessDenied, isTransient } from '../../aws/errors.js';
import type { EcsDeployment, Service } from '../../aws/types.js';
import type { UndoPolicy } from '../../config/config.js';
import type { Clock, PendingCleanup } from '../../ports.js';
import {
  DeploymentInDoubt,
  explainDoubt,
  findPrimary,
  findServiceDeployment,
  readBefore,
  readDeploymentRef,
  readServiceRevision,
  recognizeLost,
  type LostUpdate
} from '../ecs/identity.js';
import { isRollback, type DeploymentRef, type ServiceBefore } from '../ecs/status.js';
import { createRollbackGrace, ecsRollsBack } from '../monitor/automatic-rollback.js';
import { ACTIVE_STATUSES, type CodeDeployPort, type EcsPort, type RolloutPorts } from '../ports.js';
import { findOwnDeployment } from '../codedeploy/identity.js';
import type { Ending } from '../result.js';
import { retryTransient } from '../transient.js';
import { sendOnce } from '../idempotent-call.js';
import { retry } from '../../retry.js';
import { resourceName } from '../../text/arn.js';

export type StopResult =
  /** As the policy says, or because it cannot be done; why. */
  | { readonly kind: 'left'; readonly reason: string }
  /** It had ended, or it is no longer ours. */
  | { readonly kind: 'nothing'; readonly reason: string }
  /** AWS stops it or rolls it back; to be followed under its own id. */
  | { readonly kind: 'stopping'; readonly reason: string }
  /** The previous revision was deployed again; to be followed as a deployment of its own. */
  | { readonly kind: 'redeployed'; readonly reason: string; readonly ref: DeploymentRef };

/** Whether nothing is left for the post step to do: what could not be done a moment ago may be possible then. */
export function isComplete(stopResult: StopResult | { readonly kind: 'impossible' }, policy: UndoPolicy): boolean {
  return stopResult.kind === 'left' ? policy === 'leave' : stopResult.kind !== 'impossible';
}

/** Whether the deployment had succeeded before it could be taken back. */
export function isTooLate(stopResult: { readonly kind: string; readonly reason: string }): boolean {
  return (
    stopResult.kind === 'nothing' &&
    /^The deployment had ended \((SUCCESSFUL|COMPLETED|Succeeded)\)/.test(stopResult.reason)
  );
}

/** Why a rollout failed whose undo AWS did not take: what could not be done, and that the post step tries it once more. */
export function explainNotUndone(ending: Ending, stopResult: { readonly reason: string }, isNoted: boolean): Ending {
  const noted = isNoted ? ' The deployment is still running; the post step will handle it.' : '';
  return { ...ending, reason: `${ending.reason} ${stopResult.reason}${noted}` };
}

/** Why a rollout is `cancelled`: what became of its deployment, and what the post step still has to do. One to three sentences. */
export function explainCancelled(
  stopResult: StopResult | { readonly kind: 'impossible'; readonly reason: string },
  policy: UndoPolicy
): string {
  const late = isTooLate(stopResult) ? ' on-cancel came too late.' : '';
  const noted = isComplete(stopResult, policy) ? '' : ' It is noted for the post step.';
  return `Cancelled. ${stopResult.reason}${late}${noted}`;
}

/** An ECS deployment of ours, as far as it is known. */
export interface InterruptedDeployment {
  readonly cluster: string;
  readonly service: string;
  readonly serviceDeploymentArn: string | undefined;
  /** As UpdateService answered. `deploymentId` is empty, and `lost` says what to look for, where its answer was never seen. */
  readonly ref: DeploymentRef;
  readonly lost?: LostUpdate | undefined;
  /** It failed, and a rollback by ECS itself was waited for already: none comes. */
  readonly isRollbackOverdue?: boolean | undefined;
}

/** So often a list is asked for a deployment that may be too young for it, once a second. */
const LISTING_LOOKS = 6;

const FINAL = /^(SUCCESSFUL|STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/;
const UNDER_WAY = /^(STOP_REQUESTED|ROLLBACK_REQUESTED|ROLLBACK_IN_PROGRESS)$/;

/**
 * Stops our ECS deployment or rolls it back: StopServiceDeployment (ABORT or ROLLBACK); where that is not possible, and going back is
 * asked for, UpdateService to the task definition that ran before. A deployment that is not ours is never touched.
 *
 * @throws SlipwayError where AWS refuses for another reason than a missing permission
 */
export async function stopEcsDeployment(
  left: InterruptedDeployment,
  policy: UndoPolicy,
  ecs: EcsPort,
  clock: Clock
): Promise<StopResult> {
  if (policy === 'leave') return { kind: 'left', reason: 'The deployment was left running (leave).' };
  const stopped = await stopServiceDeployment(left, policy, ecs, clock);
  if (stopped.kind !== 'refused') return stopped;
  if (policy === 'stop') return { kind: 'left', reason: `The deployment cannot be stopped: ${stopped.reason}` };
  try {
    if (!stopped.isStopped && (await ecsRollsItBack(left, ecs, clock))) {
      return { kind: 'stopping', reason: 'ECS is rolling it back.' };
    }
    return await redeployPrevious(left, stopped, ecs, clock);
  } catch (error) {
    if (error instanceof NotOwnedError) return { kind: 'nothing', reason: error.message };
    if (error instanceof DeploymentInDoubt) return { kind: 'left', reason: error.message };
    const { previousTaskDefinitionArn: previous = 'the previous revision' } = left.ref;
    throw explainAwsError(error, `Going back to ${resourceName(previous)}`);
  }
}

/** StopServiceDeployment is not possible. */
interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
  /** Because it stands STOPPED, on the new version. */
  readonly isStopped?: boolean;
}

async function stopServiceDeployment(
  left: InterruptedDeployment,
  policy: 'rollback' | 'stop',
  ecs: EcsPort,
  clock: Clock
): Promise<StopResult | Refusal> {
  try {
    const arn = left.serviceDeploymentArn ?? (await findListed(left, policy, ecs, clock));
    if (arn === undefined) return { kind: 'refused', reason: 'ECS does not list its service deployment.' };
    const [described] = await retryTransient(clock, () => ecs.describeServiceDeployments([arn]));
    const status = described?.status ?? 'unknown';
    if (UNDER_WAY.test(status)) return { kind: 'stopping', reason: `ECS is already rolling back (${status}).` };
    // A deployment that failed without a rollback stands STOPPED on the new version: to go back is another deployment.
    if (status === 'STOPPED' && policy === 'rollback') {
      return { kind: 'refused', reason: 'It is STOPPED already.', isStopped: true };
    }
    if (FINAL.test(status)) return { kind: 'nothing', reason: `The deployment had ended (${status}).` };
    await ecs.stopServiceDeployment(arn, policy === 'rollback' ? 'ROLLBACK' : 'ABORT');
    return { kind: 'stopping', reason: policy === 'rollback' ? 'Asked ECS to roll back.' : 'Asked ECS to stop.' };
  } catch (error) {
    if (error instanceof NotOwnedError) return { kind: 'nothing', reason: error.message };
    if (error instanceof DeploymentInDoubt) return { kind: 'left', reason: error.message };
    if (isAccessDenied(error)) {
      return {
        kind: 'refused',
        reason: 'Allow ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:StopServiceDeployment.'
      };
    }
    if (isTransient(error)) throw explainAwsError(error, 'Stopping the deployment');
    return { kind: 'refused', reason: explainAwsError(error, 'Stopping the deployment').what };
  }
}

/**
 * A young deployment is not listed at once. Going back has another way, where there is an earlier task definition; else there is none than to
 * wait a little.
 */
async function findListed(
  left: InterruptedDeployment,
  policy: 'rollback' | 'stop',
  ecs: EcsPort,
  clock: Clock
): Promise<string | undefined> {
  const { cluster, service } = left;
  const { previousTaskDefinitionArn: previous, taskDefinitionArn } = left.ref;
  const hasOtherWay = policy === 'rollback' && previous !== undefined && previous !== taskDefinitionArn;
  const isPending = (arn: string | undefined): boolean => arn === undefined && !hasOtherWay;
  return retry({ clock, attempts: LISTING_LOOKS, pauses: { first: 1_000 }, isPending }, async () => {
    const { ref } = await retryTransient(clock, () => assertOwned(left, policy, ecs));
    return retryTransient(clock, () => findServiceDeployment({ ...ref, cluster, service }, ecs));
  });
}

/** The deployment is not there any more, or another took its place. */
class NotOwnedError extends Error {
  readonly primary: EcsDeployment | undefined;

  constructor(message: string, primary?: EcsDeployment) {
    super(message);
    this.primary = primary;
  }
}

/**
 * Looks whether ours is what is in place at this moment, and which it is where its answer was never seen. Throws NotOurs, DeploymentInDoubt,
 * and what AWS rejects the look with.
 */
async function assertOwned(
  { cluster, service: name, ref, lost }: InterruptedDeployment,
  policy: 'rollback' | 'stop',
  ecs: EcsPort
): Promise<{ readonly ref: DeploymentRef; readonly primary: EcsDeployment; readonly service: Service }> {
  const [service] = (await ecs.describeServices(cluster, [name])).services;
  const primary = findPrimary(service);
  if (service === undefined || primary === undefined) throw new NotOwnedError(`The service ${name} is gone.`);
  const recognized = ref.deploymentId === '' && lost !== undefined ? recognizeLost(service, lost) : undefined;
  if (recognized?.kind === 'none') throw new NotOwnedError('The deployment was never made.');
  if (recognized?.kind === 'doubt')
    throw explainDoubt(recognized.deployment, `${cluster}/${name}`, manualCommand(policy, cluster, name));
  const deploymentId = recognized?.deployment.id ?? ref.deploymentId;
  if (primary.id !== deploymentId) {
    throw new NotOwnedError(`Another deployment (${primary.id ?? 'unknown'}) is in place; it is not touched.`, primary);
  }
  const known = { ...ref, deploymentId, createdAt: primary.createdAt?.getTime() ?? ref.createdAt };
  const serviceRevisionArn = ref.serviceRevisionArn ?? readServiceRevision(service, known);
  return { ref: { ...known, serviceRevisionArn }, primary, service };
}

function manualCommand(policy: 'rollback' | 'stop', cluster: string, service: string) {
  const where = `--cluster=${resourceName(cluster)} --service=${service}`;
  return policy === 'rollback'
    ? { wanted: 'rolled back', command: `To do that: slipway rollback ${where}` }
    : {
        wanted: 'stopped',
        command: `To do that: aws ecs stop-service-deployment --stop-type ABORT --service-deployment-arn ARN, where ARN is what aws ecs list-service-deployments ${where} --status IN_PROGRESS names.`
      };
}

/**
 * Whether ECS takes back by itself what FAILED under a circuit breaker or alarms that roll back: to deploy the previous revision would be
 * against its own rollback. That begins a moment later, and never where ECS has nothing to go back to: it is waited for. Throws as
 * assertOwned does.
 */
async function ecsRollsItBack(left: InterruptedDeployment, ecs: EcsPort, clock: Clock): Promise<boolean> {
  if (left.isRollbackOverdue === true) return false;
  const grace = createRollbackGrace(clock);
  let reads = 0;
  /** undefined: it may still begin. */
  const look = async (): Promise<boolean | undefined> => {
    reads += 1;
    try {
      const { primary, service } = await retryTransient(clock, () => assertOwned(left, 'rollback', ecs));
      const isDue = primary.rolloutState === 'FAILED' && ecsRollsBack(service.deploymentConfiguration);
      return !isDue || grace.isOver(primary.updatedAt) ? false : undefined;
    } catch (error) {
      const isBack =
        error instanceof NotOwnedError &&
        error.primary !== undefined &&
        (error.primary.taskDefinition === left.ref.previousTaskDefinitionArn || isRollback(error.primary));
      if (reads > 1 && isBack) return true;
      throw error;
    }
  };
  const rollsBack = await retry({ clock, pauses: { first: 2_000 }, isPending: seen => seen === undefined }, look);
  return rollsBack === true;
}

async function redeployPrevious(
  left: InterruptedDeployment,
  { reason: why, isStopped = false }: Refusal,
  ecs: EcsPort,
  clock: Clock
): Promise<StopResult> {
  const { cluster, service, ref } = left;
  const { previousTaskDefinitionArn: previous } = ref;
  if (previous === undefined || previous === ref.taskDefinitionArn) {
    const reason = `${why} There is no earlier task definition to go back to.`;
    return { kind: isStopped ? 'nothing' : 'left', reason };
  }
  let before: ServiceBefore = { deploymentIds: [], serviceRevisionArns: [] };
  const answer = await sendOnce<Service | undefined>({
    clock,
    // Before each repetition too: somebody may have deployed while AWS refused.
    send: async () => {
      const seen = await assertOwned(left, 'rollback', ecs);
      if (seen.primary.rolloutState === 'COMPLETED') return undefined;
      before = readBefore(seen.service);
      return ecs.updateService({ cluster, service, taskDefinition: previous });
    },
    // What goes back to that revision now does what was asked for, whoever began it.
    find: async () => {
      const [described] = (await ecs.describeServices(cluster, [service])).services;
      const primary = findPrimary(described);
      const isBack = primary?.taskDefinition === previous && !before.deploymentIds.includes(primary.id ?? '');
      return isBack ? described : undefined;
    }
  });
  if (answer === undefined) return { kind: 'nothing', reason: 'The deployment had ended (COMPLETED).' };
  return {
    kind: 'redeployed',
    reason: `${why} Deploying ${resourceName(previous)} again.`,
    ref: readDeploymentRef(
      answer,
      before,
      { taskDefinitionArn: previous, previousTaskDefinitionArn: undefined },
      clock.now()
    )
  };
}

/** Stops our CodeDeploy deployment (StopDeployment), with a rollback where that is asked for. */
export async function stopCodeDeployDeployment(
  id: string,
  policy: UndoPolicy,
  codedeploy: CodeDeployPort,
  clock: Clock
): Promise<StopResult> {
  if (policy === 'leave') return { kind: 'left', reason: 'The deployment was left running (leave).' };
  try {
    const { status } = await retryTransient(clock, () => codedeploy.getDeployment(id));
    if (!ACTIVE_STATUSES.some(active => active === status)) {
      return { kind: 'nothing', reason: `The deployment had ended (${status ?? 'unknown'}).` };
    }
    await codedeploy.stopDeployment(id, policy === 'rollback');
    return {
      kind: 'stopping',
      reason: policy === 'rollback' ? 'Asked CodeDeploy to stop and roll back.' : 'Asked CodeDeploy to stop.'
    };
  } catch (error) {
    if (awsErrorName(error) === 'DeploymentAlreadyCompletedException') {
      return { kind: 'nothing', reason: 'The deployment had ended.' };
    }
    if (isAccessDenied(error))
      return { kind: 'left', reason: 'The deployment cannot be stopped: allow codedeploy:StopDeployment.' };
    throw explainAwsError(error, `Stopping the deployment ${id}`);
  }
}

export type PendingDeployment = Extract<PendingCleanup, { readonly kind: 'deployment' }>;

/**
 * For the post step: does with a deployment that a run left under way what `on-cancel` says, without following it.
 *
 * @returns what became of it; `reason` is one sentence
 */
export async function stopInterruptedDeployment(
  pending: PendingDeployment,
  ports: RolloutPorts,
  clock: Clock
): Promise<StopResult> {
  if (pending.engine === 'ecs') return stopEcsDeployment(readLeft(pending), pending.onCancel, ports.ecs, clock);
  const id = pending.id === '' ? await retryTransient(clock, () => findLost(pending, ports.codedeploy)) : pending.id;
  if (id === undefined) return { kind: 'nothing', reason: 'The deployment was never made.' };
  return stopCodeDeployDeployment(id, pending.onCancel, ports.codedeploy, clock);
}

function readLeft(pending: PendingDeployment): InterruptedDeployment {
  const { cluster, service, serviceDeploymentArn, taskDefinitionArn, previousTaskDefinitionArn } = pending;
  const { id, askedAt, isOwnRevision, deploymentsBefore, serviceRevisionArn } = pending;
  return {
    cluster,
    service,
    serviceDeploymentArn,
    ref: {
      deploymentId: id,
      taskDefinitionArn,
      previousTaskDefinitionArn,
      serviceRevisionArn,
      createdAt: askedAt,
      before: { deploymentIds: deploymentsBefore, serviceRevisionArns: [] }
    },
    lost: { taskDefinitionArn, isOwnRevision, deploymentsBefore }
  };
}

async function findLost(pending: PendingDeployment, codedeploy: CodeDeployPort): Promise<string | undefined> {
  const { application, deploymentGroup, mark } = pending;
  if (application === undefined || deploymentGroup === undefined || mark === undefined) return undefined;
  return findOwnDeployment({ application, deploymentGroup, mark }, codedeploy);
}
