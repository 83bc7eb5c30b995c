import type { ServiceDeployment, ServiceDeploymentBrief } from '../aws/shapes.js';
import type { EcsOwn } from './ecs-state.js';
import type { EcsPort } from './ports.js';

interface ServiceDeploymentQuery extends Pick<EcsOwn, 'deploymentId' | 'taskDefinitionArn' | 'createdAt'> {
  readonly cluster: string;
  readonly service: string;
}

/** Both times are ECS's own; a service deployment is made a moment after the deployment that UpdateService answers with. */
const EARLIER = 5_000;

/**
 * Finds the service deployment that belongs to the deployment in UpdateService's answer (ListServiceDeployments).
 *
 * ECS numbers both alike where it can be seen; else it is the earliest one since ours began whose service revision has our task
 * definition (DescribeServiceRevisions). The list lags behind UpdateService by some seconds.
 *
 * @returns its ARN; undefined while it is not listed
 */
export async function findServiceDeployment(query: ServiceDeploymentQuery, ecs: EcsPort): Promise<string | undefined> {
  const { cluster, service, createdAt } = query;
  const listed = await ecs.listServiceDeployments({ cluster, service, createdAfter: new Date(createdAt - 60_000) });
  return (await pickOwn(listed, query, ecs))?.serviceDeploymentArn;
}

/**
 * Whether a service deployment in full is the one that belongs to ours, by the same marks. The service names one as
 * `currentServiceDeployment`, which spares the list.
 */
export async function isOwnServiceDeployment(
  deployment: ServiceDeployment,
  query: ServiceDeploymentQuery,
  ecs: EcsPort
): Promise<boolean> {
  const brief = { ...deployment, targetServiceRevisionArn: deployment.targetServiceRevision?.arn };
  return (await pickOwn([brief], query, ecs)) !== undefined;
}

type Candidate = Pick<
  ServiceDeploymentBrief,
  'serviceDeploymentArn' | 'targetServiceRevisionArn' | 'createdAt' | 'startedAt'
>;

async function pickOwn<T extends Candidate>(
  listed: readonly T[],
  { createdAt, deploymentId, taskDefinitionArn }: ServiceDeploymentQuery,
  ecs: EcsPort
): Promise<T | undefined> {
  const number = deploymentId.slice(deploymentId.lastIndexOf('/') + 1);
  const same = listed.find(brief => number !== '' && brief.targetServiceRevisionArn?.endsWith(`/${number}`) === true);
  if (same !== undefined) return same;

  const candidates = listed
    .filter(brief => timeOf(brief) >= createdAt - EARLIER && brief.targetServiceRevisionArn !== undefined)
    .sort((one, other) => timeOf(one) - timeOf(other))
    .slice(0, 20);
  if (candidates.length === 0) return undefined;
  const arns = [...new Set(candidates.flatMap(brief => brief.targetServiceRevisionArn ?? []))];
  const revisions = await ecs.describeServiceRevisions(arns);
  const ours = new Set(
    revisions
      .filter(revision => revision.taskDefinition === taskDefinitionArn)
      .flatMap(revision => revision.serviceRevisionArn ?? [])
  );
  return candidates.find(brief => ours.has(brief.targetServiceRevisionArn ?? ''));
}

function timeOf(brief: Candidate): number {
  return (brief.createdAt ?? brief.startedAt)?.getTime() ?? 0;
}
