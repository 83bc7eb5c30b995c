import type { Service } from '../aws/types.js';
import { RuleList } from '../errors.js';
import type { CodeDeployTarget, RolloutTarget } from '../rollout/target.js';
import { checkNetwork, type NetworkRequirement } from './network.js';
import { makeNode, ok, warn, type CheckNode } from './check-result.js';
import { checkPassRoleOfCodeDeploy } from './pass-role.js';
import type { PreflightPorts } from './ports.js';
import { checkRole, type RoleRequirement } from './roles.js';
import { checkCodeDeployTraffic, checkServiceTraffic, type TargetGroupConstraints } from './traffic.js';
import { accountOf, partitionOf } from '../text/arn.js';

export const SERVICE_RULES = new RuleList();
const ROLLOUT_WARNING = SERVICE_RULES.add(
  'rollout-warning',
  'warning',
  'The service wants no tasks, or another deployment of it is in progress.',
  'DescribeServices'
);

/** A service that is to get a new version. */
interface ServiceWish {
  readonly target: RolloutTarget;
  readonly region: string;
  /** The AppSpec's, where it has one: CodeDeploy then starts the tasks there. */
  readonly network: NetworkRequirement | undefined;
  /** CodeDeploy's configuration that is deployed with; undefined: the group's own. */
  readonly deploymentConfig: string | undefined;
  readonly fitting: Pick<TargetGroupConstraints, 'targetType' | 'ports'>;
  /** Those of the task definition, as it has them. */
  readonly roles: readonly string[];
}

type ServicePorts = PreflightPorts & {
  readonly getShiftMinutes: (deploymentConfig: string) => Promise<number>;
};

/**
 * Looks at what a service hangs on: its network, its target groups and listeners, its deployment group, and the roles that move the traffic.
 * That service and group are there, and belong to each other, is known: without them there is no target.
 */
export async function checkService(requirement: ServiceWish, ports: ServicePorts): Promise<CheckNode> {
  const { target } = requirement;
  const network = checkNetwork(requirement.network ?? networkOf(target.service), ports);
  const fitting: TargetGroupConstraints = { ...requirement.fitting, vpcId: network.then(({ vpcId }) => vpcId) };
  const [{ nodes }, rollout] = await Promise.all([
    network,
    target.controller === 'CODE_DEPLOY'
      ? checkDeploymentGroup(target, requirement, fitting, ports)
      : checkNative(target, fitting, ports)
  ]);
  return makeNode(`service ${target.serviceName}`, ok(describeService(target)), [
    ...target.warnings.map(text => makeNode('rollout', warn(ROLLOUT_WARNING, text))),
    ...nodes,
    ...rollout
  ]);
}

async function checkDeploymentGroup(
  { group, service, application, deploymentGroup, serviceArn }: CodeDeployTarget,
  requirement: ServiceWish,
  fitting: TargetGroupConstraints,
  ports: ServicePorts
): Promise<readonly CheckNode[]> {
  const deploymentConfig = requirement.deploymentConfig ?? group.deploymentConfigName;
  const role = group.serviceRoleArn;
  const children = await Promise.all([
    ...(role === undefined
      ? []
      : [
          checkRole(codedeployRole(role, requirement.region), accountOf(serviceArn), ports),
          checkPassRoleOfCodeDeploy(role, requirement.roles, ports).then(node => node ?? [])
        ]),
    checkCodeDeployTraffic({ group, service, deploymentConfig }, fitting, ports)
  ]);
  const details = ok(
    `of ${application}, serves this service${deploymentConfig === undefined ? '' : `, ${deploymentConfig}`}`
  );
  return [makeNode(`deployment group ${deploymentGroup}`, details, children.flat())];
}

/** China's CodeDeploy is a principal of its region, and any region's may be. */
function codedeployRole(role: string, region: string): RoleRequirement {
  const plain = 'codedeploy.amazonaws.com';
  const regional = `codedeploy.${region}.amazonaws.com`;
  const principals = partitionOf(region) === 'aws-cn' ? [`${regional}.cn`, plain] : [plain, regional];
  return { purpose: 'CodeDeploy role', role, principals };
}

async function checkNative(
  { service, serviceArn }: RolloutTarget,
  fitting: TargetGroupConstraints,
  ports: ServicePorts
): Promise<readonly CheckNode[]> {
  const roles = new Map([
    ...(service.loadBalancers ?? []).map(
      entry => [entry.advancedConfiguration?.roleArn, 'load balancer role'] as const
    ),
    ...(service.deploymentConfiguration?.lifecycleHooks ?? []).map(
      hook => [hook.roleArn, 'lifecycle hook role'] as const
    )
  ]);
  const requirements = [...roles].flatMap(([role, purpose]) =>
    role === undefined ? [] : [{ purpose, role, principals: ['ecs.amazonaws.com'] }]
  );
  const [traffic, ...ofRoles] = await Promise.all([
    checkServiceTraffic(service, fitting, ports),
    ...requirements.map(requirement => checkRole(requirement, accountOf(serviceArn), ports))
  ]);
  return [...traffic, ...ofRoles];
}

function networkOf({ networkConfiguration, taskSets }: Service): NetworkRequirement {
  const primary = taskSets?.find(({ status }) => status === 'PRIMARY');
  const network = (networkConfiguration ?? primary?.networkConfiguration)?.awsvpcConfiguration;
  return { subnets: network?.subnets ?? [], securityGroups: network?.securityGroups ?? [] };
}

function describeService(target: RolloutTarget): string {
  const { runningCount, desiredCount } = target.service;
  const engine = target.controller === 'ECS' ? `ECS, ${target.strategy}` : 'CODE_DEPLOY';
  return `${engine}, ${runningCount ?? 0} of ${desiredCount ?? 0} tasks run`;
}
