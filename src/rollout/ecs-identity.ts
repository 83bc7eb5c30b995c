import type { ServiceDeploymentBrief } from '../aws/shapes.js';
import type { EcsOwn } from './ecs-state.js';
import type { EcsPort } from './ports.js';

export interface ServiceDeploymentQuery extends Pick<EcsOwn, 'deploymentId' | 'taskDefinitionArn' | 'createdAt'> {
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
  const { cluster, service, createdAt, deploymentId, taskDefinitionArn } = query;
  const listed = await ecs.listServiceDeployments({ cluster, service, createdAfter: new Date(createdAt - 60_000) });
  const number = deploymentId.slice(deploymentId.lastIndexOf('/') + 1);
  const same = listed.find(brief => number !== '' && brief.targetServiceRevisionArn?.endsWith(`/${number}`) === true);
  if (same !== undefined) return same.serviceDeploymentArn;

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
  return candidates.find(brief => ours.has(brief.targetServiceRevisionArn ?? ''))?.serviceDeploymentArn;
}

function timeOf(brief: ServiceDeploymentBrief): number {
  return (brief.createdAt ?? brief.startedAt)?.getTime() ?? 0;
}
