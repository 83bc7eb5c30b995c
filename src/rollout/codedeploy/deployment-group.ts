import { awsErrorName, explainAwsError, isAccessDenied } from '../../aws/errors.js';
import type { DeploymentGroupInfo } from '../../aws/types.js';
import type { RolloutConfig } from '../../config/config.js';
import { SlipwayError } from '../../errors.js';
import { nearestName } from '../../text/suggest.js';
import { ACTIVE_STATUSES, type CodeDeployPort } from '../ports.js';
import type { ServiceTarget } from '../service.js';
import { formatMoment } from '../../text/time.js';

export interface FoundGroup {
  readonly application: string;
  readonly deploymentGroup: string;
  readonly group: DeploymentGroupInfo;
  readonly warnings: readonly string[];
}

/**
 * Finds and checks the deployment group of a service: given, or by the names that the ECS console and `aws ecs deploy`
 * use, `AppECS-{cluster}-{service}` and `DgpECS-{cluster}-{service}`, each part cut to 46 characters.
 *
 * @throws SlipwayError where the application or group is missing, is for something else, or holds an active deployment that `on-conflict` does not deal with
 */
export async function findDeploymentGroup(
  rollout: RolloutConfig,
  target: ServiceTarget,
  codedeploy: CodeDeployPort
): Promise<FoundGroup> {
  const suffix = `${target.clusterName.slice(0, 46)}-${target.serviceName.slice(0, 46)}`;
  const application = rollout.codedeployApplication ?? `AppECS-${suffix}`;
  const deploymentGroup = rollout.codedeployDeploymentGroup ?? `DgpECS-${suffix}`;
  const [group, active] = await Promise.all([
    getGroup(application, deploymentGroup, rollout, codedeploy),
    listActive(application, deploymentGroup, codedeploy)
  ]);
  requireOwnService(group, deploymentGroup, target);
  const blocking = active.ids[0];
  if (blocking === undefined) return { application, deploymentGroup, group, warnings: active.warnings };
  const promise = CONFLICT_PROMISES[rollout.onConflict ?? 'fail'];
  if (promise === undefined) throw await explainConflict(blocking, deploymentGroup, codedeploy);
  return { application, deploymentGroup, group, warnings: [`The deployment ${blocking} is active; ${promise}`] };
}

async function getGroup(
  application: string,
  deploymentGroup: string,
  rollout: RolloutConfig,
  codedeploy: CodeDeployPort
): Promise<DeploymentGroupInfo> {
  try {
    return await codedeploy.getDeploymentGroup(application, deploymentGroup);
  } catch (error) {
    const name = awsErrorName(error);
    if (name === 'ApplicationDoesNotExistException') {
      throw missing(
        'application',
        application,
        rollout.codedeployApplication,
        await candidates(() => codedeploy.listApplications())
      );
    }
    if (name === 'DeploymentGroupDoesNotExistException') {
      const names = await candidates(() => codedeploy.listDeploymentGroups(application));
      throw missing('deployment group', deploymentGroup, rollout.codedeployDeploymentGroup, names);
    }
    throw explainAwsError(error, `Reading the CodeDeploy deployment group ${deploymentGroup} of ${application}`);
  }
}

interface Active {
  readonly ids: readonly string[];
  readonly warnings: readonly string[];
}

const CONFLICT_PROMISES: Readonly<Record<'fail' | 'wait' | 'replace', string | undefined>> = {
  fail: undefined,
  wait: 'ours waits for its end (on-conflict: wait).',
  replace: 'it is stopped before ours begins (on-conflict: replace).'
};

/** The active deployments of the group; a warning where it is not permitted to look. */
async function listActive(application: string, deploymentGroup: string, codedeploy: CodeDeployPort): Promise<Active> {
  try {
    const ids = await codedeploy.listDeployments({ application, deploymentGroup, statuses: ACTIVE_STATUSES });
    return { ids, warnings: [] };
  } catch (error) {
    if (isAccessDenied(error)) {
      const warning = `Whether ${deploymentGroup} has an active deployment cannot be seen: allow codedeploy:ListDeployments.`;
      return { ids: [], warnings: [warning] };
    }
    // The group's own answer tells this one better.
    if (/DoesNotExist/.test(awsErrorName(error) ?? '')) return { ids: [], warnings: [] };
    throw explainAwsError(error, `Listing the active deployments of ${deploymentGroup}`);
  }
}

/** Only for a hint: whatever goes wrong here, the sentence stands without it. */
function candidates(list: () => Promise<readonly string[]>): Promise<readonly string[]> {
  return list().catch(() => []);
}

function missing(
  kind: 'application' | 'deployment group',
  name: string,
  given: string | undefined,
  names: readonly string[]
) {
  const setting = kind === 'application' ? 'codedeploy-application' : 'codedeploy-deployment-group';
  const nearest = nearestName(name, names) ?? (names.length === 1 ? names[0] : undefined);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return new SlipwayError({
    code: kind === 'application' ? 'application-not-found' : 'deployment-group-not-found',
    fault: 'user',
    what: `There is no CodeDeploy ${kind} ${name}${given === undefined ? ", which is the ECS console's name for this service" : ''}.`,
    next: `${given === undefined ? 'Set' : 'Correct'} ${setting}.${hint}`
  });
}

function requireOwnService(group: DeploymentGroupInfo, name: string, target: ServiceTarget): void {
  const platform = group.computePlatform;
  if (platform !== undefined && platform !== 'ECS') {
    throw new SlipwayError({
      code: 'wrong-compute-platform',
      fault: 'user',
      what: `The CodeDeploy deployment group ${name} is for the compute platform ${platform}; a service needs one for ECS.`,
      next: 'Correct codedeploy-application and codedeploy-deployment-group.'
    });
  }
  const services = group.ecsServices ?? [];
  const own = services.some(
    entry =>
      [target.serviceName, target.serviceArn].includes(entry.serviceName ?? '') &&
      [target.clusterName, target.clusterArn].includes(entry.clusterName ?? 'default')
  );
  if (own) return;
  const named = services.map(entry => `${entry.clusterName ?? 'default'}/${entry.serviceName ?? ''}`).join(', ');
  throw new SlipwayError({
    code: 'wrong-deployment-group',
    fault: 'user',
    what: `The CodeDeploy deployment group ${name} deploys ${named === '' ? 'no service' : named} and not ${target.clusterName}/${target.serviceName}.`,
    next: 'Correct codedeploy-deployment-group, cluster or service.'
  });
}

async function explainConflict(id: string, deploymentGroup: string, codedeploy: CodeDeployPort): Promise<SlipwayError> {
  const info = await codedeploy.getDeployment(id).catch(() => undefined);
  const since = info?.createTime === undefined ? '' : `, created ${formatMoment(info.createTime)}`;
  const state = info?.status === undefined ? '' : ` (${info.status}${since})`;
  return new SlipwayError({
    code: 'deployment-active',
    fault: 'user',
    what: `The deployment ${id}${state} is active in ${deploymentGroup}; CodeDeploy allows one active deployment per group.`,
    next: 'Wait until it has ended or stop it; on-conflict: wait waits for it, on-conflict: replace stops it.'
  });
}
