import { listContainers } from '../../task-definition/types.js';
import { actionsOf } from '../../aws/iam-actions.js';
import { readValueFrom } from '../../preflight/value-from.js';
import { listLogGroups, listSecrets } from '../../preflight/requirements.js';
import { rolesOfTask, definitionOf } from './deploy.js';
import { listBuiltAndExisting } from './images.js';
import type { Statement } from './policy.js';
import type { PipelineProject } from '../project.js';
import { clusterName, deploymentTarget, placeOfCluster, type DeploymentTarget } from '../target.js';
import { type ArnScope, arnOf, partitionOf } from '../../text/arn.js';

/**
 * What a role needs that plans and never ships: everything is looked at, nothing is changed, and no secret's value is read. What it may
 * not look at a plan skips.
 */
export function allowPlan(project: PipelineProject, names: ArnScope): readonly Statement[] {
  const target = deploymentTarget(project);
  const cluster = arnOf(placeOfCluster(project, names), 'ecs', `cluster/${clusterName(project.config)}`);
  return [
    {
      sid: 'SlipwayPlanImages',
      actions: actionsOf(
        'ecr',
        'DescribeRepositories',
        'DescribeImages',
        'BatchGetImage',
        // An image of one platform says in its config which one that is.
        'GetDownloadUrlForLayer'
      ),
      resources: listBuiltAndExisting(project, names)
    },
    {
      // None of these can be limited to a repository.
      sid: 'SlipwayPlanRegistry',
      actions: actionsOf(
        'ecr',
        'DescribePullThroughCacheRules',
        'DescribeRegistry',
        'DescribeRepositoryCreationTemplates',
        'GetSigningConfiguration'
      ),
      resources: ['*']
    },
    { sid: 'SlipwayPlanTaskDefinitions', actions: actionsOf('ecs', 'DescribeTaskDefinition'), resources: ['*'] },
    { sid: 'SlipwayPlanCluster', actions: actionsOf('ecs', 'DescribeClusters'), resources: [cluster] },
    {
      sid: 'SlipwayPlanServices',
      actions: actionsOf('ecs', 'ListServices'),
      resources: target === undefined ? [] : ['*'],
      conditions: { ArnEquals: { 'ecs:cluster': cluster } }
    },
    ...(target === undefined ? [] : allowService(project, target, names)),
    ...allowTask(project, names)
  ];
}

function allowService(project: PipelineProject, target: DeploymentTarget, names: ArnScope): readonly Statement[] {
  const service = arnOf(placeOfCluster(project, names), 'ecs', `service/${target.cluster}/${target.service}`);
  return [
    { sid: 'SlipwayPlanService', actions: actionsOf('ecs', 'DescribeServices'), resources: [service] },
    ...(project.engine === 'ECS' ? [] : allowCodeDeploy(target, names)),
    {
      // None of these can be limited to a resource.
      sid: 'SlipwayPlanTraffic',
      actions: [
        ...actionsOf('elastic-load-balancing-v2', 'DescribeTargetGroups', 'DescribeListeners', 'DescribeRules'),
        ...actionsOf('ec2', 'DescribeSubnets', 'DescribeSecurityGroups')
      ],
      resources: ['*']
    }
  ];
}

function allowCodeDeploy({ application, deploymentGroup }: DeploymentTarget, names: ArnScope): readonly Statement[] {
  return [
    {
      sid: 'SlipwayPlanDeploymentGroup',
      actions: actionsOf('codedeploy', 'GetDeploymentGroup', 'GetDeployment', 'ListDeployments'),
      resources: [arnOf(names, 'codedeploy', `deploymentgroup:${application}/${deploymentGroup}`)]
    },
    {
      sid: 'SlipwayPlanApplication',
      actions: actionsOf('codedeploy', 'ListDeploymentGroups'),
      resources: [arnOf(names, 'codedeploy', `application:${application}`)]
    },
    {
      sid: 'SlipwayPlanDeploymentConfig',
      actions: actionsOf('codedeploy', 'GetDeploymentConfig'),
      resources: [arnOf(names, 'codedeploy', 'deploymentconfig:*')]
    },
    { sid: 'SlipwayPlanApplications', actions: actionsOf('codedeploy', 'ListApplications'), resources: ['*'] }
  ];
}

/** What the tasks need to start: roles, secrets, parameters and log groups. */
function allowTask(project: PipelineProject, names: ArnScope): readonly Statement[] {
  const definition = definitionOf(project);
  const values = listContainers(definition ?? {})
    .flatMap(({ record }) => listSecrets(record))
    .map(({ valueFrom }) => readValueFrom(valueFrom));
  const secrets =
    definition === undefined
      ? [arnOf(names, 'secretsmanager', 'secret:*')]
      : values.flatMap(value => (value.kind === 'secret' ? [value.arn] : []));
  const readsParameters = definition === undefined || values.some(({ kind }) => kind === 'parameter');
  const groups =
    definition === undefined
      ? [arnOf(names, 'logs', 'log-group:*')]
      : listLogGroups(definition, project.config.region).map(({ region }) =>
          arnOf(placeOf(names, project, region), 'logs', 'log-group:*')
        );
  // Which role the deployment group works with is not known here.
  const roles =
    definition === undefined || project.engine !== 'ECS'
      ? [arnOf(names, 'iam', 'role/*')]
      : (rolesOfTask(project, names) ?? []);
  return [
    { sid: 'SlipwayPlanRoles', actions: actionsOf('iam', 'GetRole'), resources: roles },
    {
      // For who plans, and for CodeDeploy's role: neither is known here.
      sid: 'SlipwayPlanPassRole',
      actions: actionsOf('iam', 'SimulatePrincipalPolicy'),
      resources: roles.length === 0 ? [] : [arnOf(names, 'iam', 'role/*')]
    },
    { sid: 'SlipwayPlanSecrets', actions: actionsOf('secrets-manager', 'DescribeSecret'), resources: secrets },
    {
      sid: 'SlipwayPlanParameters',
      actions: actionsOf('ssm', 'DescribeParameters'),
      resources: readsParameters ? ['*'] : []
    },
    { sid: 'SlipwayPlanLogGroups', actions: actionsOf('cloudwatch-logs', 'DescribeLogGroups'), resources: groups }
  ];
}

/** Another region's name; that of the project stays as `names` has it. */
function placeOf(names: ArnScope, { config }: PipelineProject, region: string): ArnScope {
  return region === config.region ? names : { ...names, region, partition: partitionOf(region) };
}
