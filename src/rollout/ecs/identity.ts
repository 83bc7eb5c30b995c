/**
 * What makes an ECS deployment ours (docs/among-others.md says it for users).
 *
 * UpdateService takes no client token and no mark. So a deployment is ours in two cases only:
 *
 * - UpdateService answered: the PRIMARY of that answer, where it was not there in the look directly before the request.
 * - The answer got lost: a deployment that was not there in that look, of a revision that this run alone registered. Somebody may deploy
 *   that revision after us, and nobody can before: where there are several, the earliest is ours.
 *
 * Anything else may be another's (`in doubt`): it is not followed, stopped or rolled back.
 *
 * A service deployment belongs to a deployment by its target service revision, never by its task definition or age: two forced deployments
 * of one revision differ in nothing else.
 */
import type { EcsDeployment, Service, ServiceDeployment, ServiceDeploymentBrief } from '../../aws/types.js';
import { isUnavailable } from '../../aws/errors.js';
import { SlipwayError } from '../../errors.js';
import type { DeploymentRef, ServiceBefore } from './status.js';
import type { EcsPort } from '../ports.js';
import { resourceName } from '../../text/arn.js';

/** By how much this machine's clock may be ahead of ECS's, in milliseconds. */
const CLOCK_SKEW = 60_000;

/** Reads what is there before a change. */
export function readBefore(service: Service): ServiceBefore {
  return {
    deploymentIds: (service.deployments ?? []).flatMap(({ id }) => id ?? []),
    serviceRevisionArns: (service.currentServiceRevisions ?? []).flatMap(({ arn }) => arn ?? [])
  };
}

export function findPrimary(service: Service | undefined): EcsDeployment | undefined {
  return service?.deployments?.find(isPrimary);
}

/** The newest deployment is PRIMARY, but for a rollback. */
function isPrimary({ status }: EcsDeployment): boolean {
  return status === 'PRIMARY';
}

/**
 * Reads our deployment from UpdateService's own answer, whose PRIMARY it is.
 *
 * @param revisions the task definition that was sent, and the last one that was deployed with success
 */
export function readDeploymentRef(
  answer: Service,
  before: ServiceBefore,
  revisions: Pick<DeploymentRef, 'taskDefinitionArn' | 'previousTaskDefinitionArn'>,
  now: number
): DeploymentRef {
  const primary = findPrimary(answer);
  const deploymentId = primary?.id ?? '';
  const others = readBefore(answer).deploymentIds.filter(id => id !== deploymentId);
  const serviceRevisionArn = readServiceRevision(answer, { deploymentId, before });
  return {
    ...revisions,
    deploymentId,
    createdAt: primary?.createdAt?.getTime() ?? now,
    before: { ...before, deploymentIds: [...new Set([...before.deploymentIds, ...others])] },
    ...(serviceRevisionArn === undefined ? {} : { serviceRevisionArn })
  };
}

/**
 * The service revision that our deployment brings, by one look at the service: the only revision that was not there before, where ours is
 * the only deployment that was not. undefined where the look does not tell.
 */
export function readServiceRevision(
  service: Service | undefined,
  { deploymentId, before }: Pick<DeploymentRef, 'deploymentId' | 'before'>
): string | undefined {
  if (service === undefined || before === undefined || before.serviceRevisionArns.length === 0) return undefined;
  const now = readBefore(service);
  const [id, anotherId] = now.deploymentIds.filter(each => !before.deploymentIds.includes(each));
  const [arn, anotherArn] = now.serviceRevisionArns.filter(each => !before.serviceRevisionArns.includes(each));
  return id === deploymentId && anotherId === undefined && anotherArn === undefined ? arn : undefined;
}

/** What is known of an UpdateService whose answer was never seen. */
export interface LostUpdate {
  readonly taskDefinitionArn: string;
  /** This run registered the revision, and no other can have: RegisterTaskDefinition's own answer named it. */
  readonly isOwnRevision: boolean;
  readonly deploymentsBefore: readonly string[];
}

export type Recognized =
  | { readonly kind: 'none' }
  | { readonly kind: 'ours'; readonly deployment: EcsDeployment }
  /** The PRIMARY may be ours and may be another's. */
  | { readonly kind: 'doubt'; readonly deployment: EcsDeployment };

/** Looks for the deployment of a lost UpdateService among those of the service. Pure. */
export function recognizeLost(service: Service | undefined, lost: LostUpdate): Recognized {
  const candidates = (service?.deployments ?? [])
    .filter(({ id = '', taskDefinition }) => {
      return taskDefinition === lost.taskDefinitionArn && !lost.deploymentsBefore.includes(id);
    })
    .sort((one, other) => timeOf(one) - timeOf(other) || Number(isPrimary(one)) - Number(isPrimary(other)));
  const [earliest] = candidates;
  if (earliest === undefined) return { kind: 'none' };
  return { kind: lost.isOwnRevision ? 'ours' : 'doubt', deployment: earliest };
}

/** Nobody can tell whether a deployment is this run's: it is left alone. */
export class DeploymentInDoubt extends SlipwayError {}

/**
 * @param wanted what would have been done if it were ours, as `followed`, `rolled back`
 * @param command does that by hand
 */
export function explainDoubt(
  deployment: EcsDeployment,
  service: string,
  { wanted, command }: { readonly wanted: string; readonly command: string }
): DeploymentInDoubt {
  const revision = resourceName(deployment.taskDefinition ?? '');
  return new DeploymentInDoubt({
    code: 'deployment-in-doubt',
    fault: 'aws',
    what:
      `ECS's answer to this run's UpdateService of ${service} to ${revision} was lost, and the deployment ${deployment.id ?? ''} of ${revision} ` +
      `has begun since: it is this run's or another's, and ECS does not tell which. It is left alone; if it were this run's, it would be ${wanted}.`,
    next: command
  });
}

/**
 * What a lost UpdateService may have made that has ended since: ECS lists no deployment of it any more, only the service deployment.
 *
 * @param lost with the time of the first request, in milliseconds since the epoch
 * @returns a service deployment of the revision from after the request; undefined where there is none, and where it may not be read
 */
export async function findEnded(
  lost: { readonly taskDefinitionArn: string; readonly askedAt: number; readonly before: ServiceBefore },
  { cluster, service }: { readonly cluster: string; readonly service: string },
  ecs: EcsPort
): Promise<ServiceDeploymentBrief | undefined> {
  try {
    const createdAfter = new Date(lost.askedAt - CLOCK_SKEW);
    const listed = await ecs.listServiceDeployments({ cluster, service, createdAfter });
    const since = listed.filter(
      ({ targetServiceRevisionArn: arn }) => arn !== undefined && !lost.before.serviceRevisionArns.includes(arn)
    );
    if (since.length === 0) return undefined;
    const revisions = await ecs.describeServiceRevisions(since.flatMap(brief => brief.targetServiceRevisionArn ?? []));
    const arns = revisions
      .filter(({ taskDefinition }) => taskDefinition === lost.taskDefinitionArn)
      .map(({ serviceRevisionArn }) => serviceRevisionArn);
    return since.find(({ targetServiceRevisionArn }) => arns.includes(targetServiceRevisionArn));
  } catch (error) {
    if (isUnavailable(error)) return undefined;
    throw error;
  }
}

type ServiceDeploymentQuery = DeploymentRef & { readonly cluster: string; readonly service: string };

/**
 * Finds the service deployment that belongs to our deployment (ListServiceDeployments). The list lags behind UpdateService by some seconds.
 *
 * @returns its ARN; undefined while it is not listed, and where what ECS tells does not tie one to ours
 */
export async function findServiceDeployment(query: ServiceDeploymentQuery, ecs: EcsPort): Promise<string | undefined> {
  const { cluster, service, createdAt } = query;
  const listed = await ecs.listServiceDeployments({ cluster, service, createdAfter: new Date(createdAt - CLOCK_SKEW) });
  return (await pickOwn(listed, query, ecs))?.serviceDeploymentArn;
}

/** Whether a service deployment in full is the one that belongs to ours. The service names one as `currentServiceDeployment`, which spares the list. */
export async function isOwnServiceDeployment(
  deployment: ServiceDeployment,
  query: DeploymentRef,
  ecs: EcsPort
): Promise<boolean> {
  const brief = { ...deployment, targetServiceRevisionArn: deployment.targetServiceRevision?.arn };
  return (await pickOwn([brief], query, ecs)) !== undefined;
}

type Candidate = Pick<ServiceDeploymentBrief, 'serviceDeploymentArn' | 'targetServiceRevisionArn' | 'createdAt'>;

/**
 * By the service revision that a look tied to ours; else by the number, where ECS gives deployment and service revision the same; else by
 * the time: one made in the very millisecond of ours, of our task definition, where no other was.
 */
async function pickOwn<T extends Candidate>(
  listed: readonly T[],
  ref: DeploymentRef,
  ecs: EcsPort
): Promise<T | undefined> {
  const { deploymentId, serviceRevisionArn, taskDefinitionArn, createdAt } = ref;
  if (serviceRevisionArn !== undefined) {
    return listed.find(({ targetServiceRevisionArn }) => targetServiceRevisionArn === serviceRevisionArn);
  }
  const number = resourceName(deploymentId);
  const same = listed.find(
    ({ targetServiceRevisionArn = '' }) => number !== '' && resourceName(targetServiceRevisionArn) === number
  );
  if (same !== undefined) return same;
  const [candidate, another] = listed.filter(brief => timeOf(brief) === createdAt);
  const arn = candidate?.targetServiceRevisionArn;
  if (candidate === undefined || another !== undefined || arn === undefined) return undefined;
  const [revision] = await ecs.describeServiceRevisions([arn]);
  return revision?.taskDefinition === taskDefinitionArn ? candidate : undefined;
}

function timeOf({ createdAt }: { readonly createdAt?: Date | undefined }): number {
  return createdAt?.getTime() ?? 0;
}
