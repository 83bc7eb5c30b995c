import { arnOf, type ArnScope } from '../../text/arn.js';
import type { PipelineProject } from '../project.js';
import { placeOfCluster, type DeploymentTarget } from '../target.js';
import { familyOf, rolesOfTask, tagOnRegistering } from './deploy.js';
import { PASS_TASK_ROLES, passRoles, type Statement } from './policy.js';

/** What CodePipeline's own deploy action calls, as the role that it works with: the pipeline's, or that of another account. */
export function allowDeployAction(
  project: PipelineProject,
  target: DeploymentTarget,
  names: ArnScope
): readonly Statement[] {
  return project.engine === 'ECS'
    ? allowEcsAction(project, target, names)
    : allowCodeDeployAction(project, target, names);
}

function revisionsOf(project: PipelineProject, names: ArnScope): readonly string[] {
  return [arnOf(names, 'ecs', `task-definition/${familyOf(project)}:*`)];
}

/** CodePipeline user guide, "Service role permissions: Amazon ECS standard action". */
function allowEcsAction(
  project: PipelineProject,
  { cluster, service }: DeploymentTarget,
  names: ArnScope
): readonly Statement[] {
  return [
    { sid: 'ReadTaskDefinitions', actions: ['ecs:DescribeTaskDefinition'], resources: ['*'] },
    { sid: 'RegisterTaskDefinition', actions: ['ecs:RegisterTaskDefinition'], resources: revisionsOf(project, names) },
    ...tagOnRegistering(revisionsOf(project, names)),
    {
      sid: 'DeployService',
      actions: ['ecs:DescribeServices', 'ecs:UpdateService'],
      resources: [arnOf(placeOfCluster(project, names), 'ecs', `service/${cluster}/${service}`)]
    },
    ...passRoles(PASS_TASK_ROLES, rolesOfTask(project, names) ?? [], ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'])
  ];
}

/** CodePipeline user guide, "Service role permissions: CodeDeployToECS action". */
function allowCodeDeployAction(
  project: PipelineProject,
  target: DeploymentTarget,
  names: ArnScope
): readonly Statement[] {
  const { application, deploymentGroup } = target;
  return [
    { sid: 'RegisterTaskDefinition', actions: ['ecs:RegisterTaskDefinition'], resources: revisionsOf(project, names) },
    ...tagOnRegistering(revisionsOf(project, names)),
    {
      sid: 'DeployWithCodeDeploy',
      actions: ['codedeploy:CreateDeployment', 'codedeploy:GetDeployment'],
      resources: [arnOf(names, 'codedeploy', `deploymentgroup:${application}/${deploymentGroup}`)]
    },
    {
      sid: 'RegisterAppSpec',
      actions: ['GetApplication', 'GetApplicationRevision', 'RegisterApplicationRevision'].map(
        call => `codedeploy:${call}`
      ),
      resources: [arnOf(names, 'codedeploy', `application:${application}`)]
    },
    {
      sid: 'ReadDeploymentConfig',
      actions: ['codedeploy:GetDeploymentConfig'],
      resources: [arnOf(names, 'codedeploy', 'deploymentconfig:*')]
    },
    ...passRoles(PASS_TASK_ROLES, rolesOfTask(project, names) ?? [], ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'])
  ];
}
