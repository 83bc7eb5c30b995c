import { isAccessDenied } from '../aws/errors.js';
import type { DeploymentGroupInfo } from '../aws/types.js';
import type { CodeDeployPort } from '../rollout/ports.js';
import type { ServiceTarget } from '../rollout/service.js';

export interface GroupName {
  readonly application: string;
  readonly deploymentGroup: string;
}

/** So many applications and groups are looked through; an account may have hundreds. */
const MAX = 100;

/**
 * The CodeDeploy deployment group that deploys a service: by the deployment that made its task sets (their `externalId`), else among the
 * groups of all applications (ListApplications, ListDeploymentGroups, GetDeploymentGroup).
 *
 * @returns undefined where none is found, or it may not be looked for
 */
export async function findGroupOf(target: ServiceTarget, codedeploy: CodeDeployPort): Promise<GroupName | undefined> {
  const deployment = await unlessDenied(() => findByDeployment(target, codedeploy));
  return deployment ?? unlessDenied(() => findAmongAll(target, codedeploy));
}

async function findByDeployment(
  { service }: ServiceTarget,
  codedeploy: CodeDeployPort
): Promise<GroupName | undefined> {
  const ids = (service.taskSets ?? []).flatMap(({ externalId }) => externalId ?? []).filter(id => id.startsWith('d-'));
  for (const id of ids) {
    const info = await codedeploy.getDeployment(id).catch(forgiveMissing);
    const { applicationName: application, deploymentGroupName: deploymentGroup } = info ?? {};
    if (application !== undefined && deploymentGroup !== undefined) return { application, deploymentGroup };
  }
  return undefined;
}

async function findAmongAll(target: ServiceTarget, codedeploy: CodeDeployPort): Promise<GroupName | undefined> {
  const applications = (await codedeploy.listApplications()).slice(0, MAX);
  const listed = await Promise.all(
    applications.map(async application => {
      const groups = await codedeploy.listDeploymentGroups(application);
      return groups.map(deploymentGroup => ({ application, deploymentGroup }));
    })
  );
  const found = await Promise.all(
    listed
      .flat()
      .slice(0, MAX)
      .map(async name => {
        const group = await codedeploy.getDeploymentGroup(name.application, name.deploymentGroup).catch(forgiveMissing);
        return group !== undefined && deploys(group, target) ? [name] : [];
      })
  );
  return found.flat()[0];
}

function deploys({ ecsServices = [] }: DeploymentGroupInfo, target: ServiceTarget): boolean {
  return ecsServices.some(
    ({ serviceName, clusterName = 'default' }) =>
      [target.serviceName, target.serviceArn].includes(serviceName ?? '') &&
      [target.clusterName, target.clusterArn].includes(clusterName)
  );
}

/** It was deleted meanwhile, or long ago. */
function forgiveMissing(error: unknown): undefined {
  if (error instanceof Error && /DoesNotExist/.test(error.name)) return undefined;
  throw error;
}

async function unlessDenied<T>(find: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    if (isAccessDenied(error)) return undefined;
    throw error;
  }
}
