import { explainAwsError, isThrottling } from '../../aws/errors.js';
import type { EcsDeployment, Service, ServiceDeploymentBrief } from '../../aws/types.js';
import { SlipwayError } from '../../errors.js';
import {
  DeploymentInDoubt,
  explainDoubt,
  findEnded,
  findPrimary,
  readBefore,
  readDeploymentRef,
  recognizeLost
} from './identity.js';
import type { DeploymentRef, ServiceBefore } from './status.js';
import { refreshBeforeUpdate, type FreshTarget } from '../fresh-target.js';
import { recordDeployment, clearDeployment } from '../cleanup-record.js';
import { updateServiceInput } from '../requests.js';
import type { RolloutRun } from '../result.js';
import { mayHaveTakenEffect, sendOnce } from '../idempotent-call.js';
import { retryTransient } from '../transient.js';
import type { EcsTarget } from '../target.js';
import { resourceName } from '../../text/arn.js';

/** What UpdateService made. */
export interface RequestedDeployment {
  readonly kind: 'ours';
  /** As it was directly before the request. */
  readonly target: EcsTarget;
  readonly ref: DeploymentRef;
  /** The PRIMARY of the answer. */
  readonly primary: EcsDeployment;
  /** false: ECS started no deployment, and the PRIMARY was there before. */
  readonly isNew: boolean;
}

/** A deployment began, and whose it is cannot be told. */
interface DoubtfulDeployment {
  readonly kind: 'doubt';
  readonly reason: string;
  readonly previousTaskDefinitionArn: string | undefined;
}

/**
 * UpdateService with what was asked for and nothing else, after a look at the service; a repetition looks again, and applies `on-conflict`
 * again. Notes for the post step what the deployment is recognized by before it is sent.
 *
 * @throws SlipwayError where AWS refuses, or another deployment is in the way; Cancelled and Unanswered as sendOnce does
 */
export async function requestDeployment(
  asked: EcsTarget,
  run: RolloutRun
): Promise<RequestedDeployment | DoubtfulDeployment> {
  const { ports, clock, taskDefinitionArn, isOwnRevision = false } = run;
  const { clusterName, serviceName } = asked;
  let fresh: FreshTarget = { target: asked, previousTaskDefinitionArn: undefined };
  let before: ServiceBefore = { deploymentIds: [], serviceRevisionArns: [] };
  const sent = { isLost: false };
  const askedAt = clock.now();
  /** The service where a request whose answer got lost took effect. */
  const recognize = (service: Service | undefined): Service | undefined => {
    const lost = { taskDefinitionArn, isOwnRevision, deploymentsBefore: before.deploymentIds };
    const seen = recognizeLost(service, lost);
    if (seen.kind === 'doubt') throw explainOwnDoubt(seen.deployment, asked);
    if (seen.kind === 'none' || service === undefined) return undefined;
    return { ...service, deployments: [{ ...seen.deployment, status: 'PRIMARY' }] };
  };
  /** A request that took effect, and that somebody or ECS took back since, is not sent again. */
  const refuseToRepeat = async (): Promise<void> => {
    const lost = { taskDefinitionArn, askedAt, before };
    const ended = await retryTransient(clock, () =>
      findEnded(lost, { cluster: clusterName, service: serviceName }, ports.ecs)
    );
    if (ended !== undefined) throw explainEnded(ended, taskDefinitionArn, asked);
  };
  const send = async (): Promise<Service> => {
    fresh = await refreshBeforeUpdate(fresh.target, run);
    // What a lost request made since then may be ours: it was not there before.
    if (sent.isLost) {
      const made = recognize(fresh.target.service);
      if (made !== undefined) return made;
      await refuseToRepeat();
    } else before = readBefore(fresh.target.service);
    recordDeployment(fresh.target, run, {
      id: '',
      askedAt,
      deploymentsBefore: before.deploymentIds,
      previousTaskDefinitionArn: fresh.previousTaskDefinitionArn
    });
    try {
      return await ports.ecs.updateService(updateServiceInput(fresh.target, taskDefinitionArn, run.config));
    } catch (error) {
      sent.isLost ||= mayHaveTakenEffect(error) && !isThrottling(error);
      throw error;
    }
  };
  const find = async (): Promise<Service | undefined> =>
    sent.isLost
      ? recognize((await ports.ecs.describeServices(asked.clusterArn, [serviceName])).services[0])
      : undefined;

  try {
    const answer = await sendOnce({ clock, send, find });
    const primary = findPrimary(answer);
    if (primary?.id === undefined) throw explainIncomplete(serviceName);
    const { target, previousTaskDefinitionArn } = fresh;
    const ref = readDeploymentRef(answer, before, { taskDefinitionArn, previousTaskDefinitionArn }, clock.now());
    return { kind: 'ours', target, ref, primary, isNew: !before.deploymentIds.includes(primary.id) };
  } catch (error) {
    // After a refusal there is none of ours: sendOnce looked. Where AWS did not answer to the last, the post step looks once more.
    if (!mayHaveTakenEffect(error)) clearDeployment(asked, run);
    if (error instanceof DeploymentInDoubt) {
      const { previousTaskDefinitionArn } = fresh;
      return { kind: 'doubt', reason: error.message, previousTaskDefinitionArn };
    }
    throw explainAwsError(error, `Updating the service ${serviceName} in the cluster ${clusterName}`);
  }
}

function explainOwnDoubt(deployment: EcsDeployment, { clusterName, serviceName }: EcsTarget): SlipwayError {
  const where = `--cluster=${clusterName} --service=${serviceName}`;
  return explainDoubt(deployment, `${clusterName}/${serviceName}`, {
    wanted: 'followed to its end',
    command: `Check it with slipway status ${where}; slipway rollback ${where} goes back from it.`
  });
}

function explainEnded(
  { status }: ServiceDeploymentBrief,
  taskDefinitionArn: string,
  { clusterName, serviceName }: EcsTarget
): SlipwayError {
  const revision = resourceName(taskDefinitionArn);
  return new DeploymentInDoubt({
    code: 'deployment-in-doubt',
    fault: 'aws',
    what:
      `ECS's answer to this run's UpdateService of ${clusterName}/${serviceName} to ${revision} was lost. Since then a deployment of ` +
      `${revision}, this run's or another's, has begun and is ${status ?? 'over'}. The request is not sent again.`,
    next: `Check it with slipway status --cluster=${clusterName} --service=${serviceName}; run this again to deploy ${revision}.`
  });
}

function explainIncomplete(service: string): SlipwayError {
  return new SlipwayError({
    code: 'incomplete-answer',
    fault: 'aws',
    what: `UpdateService answered without a PRIMARY deployment of the service ${service}.`
  });
}
