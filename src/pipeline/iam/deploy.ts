import { listContainers } from '../../task-definition/types.js';
import { namedSettings, shippedDefinition } from '../../task-definition/index.js';
import type { FilesConfig, RunTaskConfig } from '../../config/config.js';
import { arnOf, parseTaskDefinitionName, partitionOf, type ArnScope } from '../../text/arn.js';
import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { actionsOf } from '../../aws/iam-actions.js';
import { hasGate } from '../../config/decode/gates.js';
import { allowImages, allowRegistrySettings } from './images.js';
import { allowGate, answersPauses } from './gates.js';
import { PASS_TASK_ROLES, passRoles, roleArnOf, type Statement } from './policy.js';
import type { PipelineProject } from '../project.js';
import { clusterName, deploymentTarget, placeOfCluster, type DeploymentTarget } from '../target.js';

/**
 * What the role that runs Slipway must be allowed for exactly these settings: the calls that they can lead to, in a good run, a failed one
 * and a cancelled one, each on the resources that it is made for.
 */
export function allowDeployment(project: PipelineProject, names: ArnScope): readonly Statement[] {
  const target = deploymentTarget(project);
  return [
    ...allowImages(project, names, false),
    ...allowRegistrySettings(project, names),
    ...allowTaskDefinition(project, names),
    ...allowCluster(project, target, names),
    ...allowTask(project, names),
    ...(target === undefined ? [] : [...allowService(project, target, names), ...allowGate(project)])
  ];
}

/** The roles that the tasks run with; undefined where they are not in a file that can be read here. */
export function rolesOfTask(project: PipelineProject, names: ArnScope): readonly string[] | undefined {
  const definition = definitionOf(project);
  if (definition === undefined) return undefined;
  const roles = ['taskRoleArn', 'executionRoleArn']
    .map(member => own(definition, member))
    .filter(role => typeof role === 'string');
  return [...new Set(roles.map(role => roleArnOf(names, role)))];
}

/** `family:*` as the resource of a task definition; any family where it is not known. */
export function familyOf({ config, taskDefinition }: PipelineProject): string {
  const source = config.files.taskDefinition;
  if (source?.kind === 'registered') return parseTaskDefinitionName(source.reference).family;
  return taskDefinition?.value.family ?? '*';
}

function allowTaskDefinition(project: PipelineProject, names: ArnScope): readonly Statement[] {
  const { config, taskDefinition } = project;
  const source = config.files.taskDefinition;
  if (source === undefined) return [];
  const isRegistered = source.kind === 'file' || config.images.length > 0 || changesIt(config.files);
  const revisions = isRegistered ? [arnOf(names, 'ecs', `task-definition/${familyOf(project)}:*`)] : [];
  const hasTags = taskDefinition === undefined || own(taskDefinition.value.definition, 'tags') !== undefined;
  const unknown = ['${TASK_ROLE_NAME}', '${EXECUTION_ROLE_NAME}'].map(role => roleArnOf(names, role));
  return [
    { sid: 'ReadTaskDefinitions', actions: actionsOf('ecs', 'DescribeTaskDefinition'), resources: ['*'] },
    { sid: 'RegisterTaskDefinition', actions: actionsOf('ecs', 'RegisterTaskDefinition'), resources: revisions },
    ...(hasTags ? tagOnRegistering(revisions) : []),
    ...(isRegistered
      ? passRoles(PASS_TASK_ROLES, rolesOfTask(project, names) ?? unknown, ['ecs-tasks.amazonaws.com'])
      : [])
  ];
}

/** Tags are an action of their own, here allowed while registering a task definition alone. */
export function tagOnRegistering(revisions: readonly string[]): readonly Statement[] {
  return tagOnCreating('TagTaskDefinition', 'RegisterTaskDefinition', revisions);
}

function tagOnCreating(sid: string, call: string, resources: readonly string[]): readonly Statement[] {
  return [{ sid, actions: ['ecs:TagResource'], resources, conditions: { StringEquals: { 'ecs:CreateAction': call } } }];
}

function changesIt(files: FilesConfig): boolean {
  return namedSettings(files).length > 0 || files.taskRoleArn !== undefined || files.executionRoleArn !== undefined;
}

/** What is asked of the cluster, for the service as for a task that runs before it is deployed. */
function allowCluster(
  project: PipelineProject,
  target: DeploymentTarget | undefined,
  names: ArnScope
): readonly Statement[] {
  const { config } = project;
  if (target === undefined && config.runTask === undefined) return [];
  const cluster = arnOf(placeOfCluster(project, names), 'ecs', `cluster/${clusterName(config)}`);
  const follows = config.runTask !== undefined || (target !== undefined && config.rollout.waitFor !== 'nothing');
  const compares = target !== undefined && config.rollout.skipUnchanged;
  return [
    { sid: 'LookAtCluster', actions: actionsOf('ecs', 'DescribeClusters'), resources: [cluster] },
    {
      // These are not limited by a resource, or by one that the call does not name, but by the cluster.
      sid: 'LookAtServicesAndTasksOfTheCluster',
      actions: actionsOf(
        'ecs',
        ...(target === undefined ? [] : (['ListServices'] as const)),
        ...(follows || compares ? (['ListTasks', 'DescribeTasks'] as const) : [])
      ),
      resources: ['*'],
      conditions: { ArnEquals: { 'ecs:cluster': cluster } }
    },
    {
      sid: 'ReadLogsOfTasks',
      actions: actionsOf('cloudwatch-logs', 'GetLogEvents'),
      resources: follows ? listLogStreams(project, names) : []
    }
  ];
}

/** A task before the rollout: of this family, in this cluster. */
function allowTask(project: PipelineProject, names: ArnScope): readonly Statement[] {
  const { runTask, rollout } = project.config;
  if (runTask === undefined) return [];
  const cluster = clusterName(project.config);
  const place = placeOfCluster(project, names);
  const tasks = [arnOf(place, 'ecs', `task/${cluster}/*`)];
  const stops = rollout.onFailure !== 'leave' || rollout.onCancel !== 'leave';
  return [
    {
      sid: 'RunTask',
      actions: actionsOf('ecs', 'RunTask'),
      resources: [arnOf(names, 'ecs', `task-definition/${familyOf(project)}:*`)],
      conditions: { ArnEquals: { 'ecs:cluster': arnOf(place, 'ecs', `cluster/${cluster}`) } }
    },
    { sid: 'StopTask', actions: actionsOf('ecs', 'StopTask'), resources: stops ? tasks : [] },
    ...(runTask.tags.length === 0 && (rollout.propagateTags ?? 'NONE') === 'NONE'
      ? []
      : tagOnCreating('TagTask', 'RunTask', tasks)),
    ...passRoles('PassTheRolesOfTheTask', rolesOf(runTask.taskOverrides), ['ecs-tasks.amazonaws.com']),
    ...(runTask.volume === undefined
      ? []
      : passRoles('PassTheRoleOfTheVolume', [runTask.volume.managedEBSVolume.roleArn], ['ecs.amazonaws.com']))
  ];
}

function allowService(project: PipelineProject, target: DeploymentTarget, names: ArnScope): readonly Statement[] {
  const path = `${target.cluster}/${target.service}`;
  const service = arnOf(placeOfCluster(project, names), 'ecs', `service/${path}`);
  return [
    {
      sid: 'DeployService',
      actions: actionsOf('ecs', 'DescribeServices', ...(updatesService(project) ? (['UpdateService'] as const) : [])),
      resources: [service]
    },
    ...(project.engine === 'ECS'
      ? followServiceDeployments(project, names, service, path)
      : allowCodeDeploy(project, target, names)),
    ...allowAdvice(project)
  ];
}

/** What advice on a rollout that was followed to its end looks up. None of these can be limited to a resource. */
function allowAdvice({ config }: PipelineProject): readonly Statement[] {
  if (config.rollout.waitFor !== 'stable') return [];
  const looks = ['DescribeTargetGroups', 'DescribeTargetGroupAttributes'] as const;
  return [{ sid: 'ReadTargetGroups', actions: actionsOf('elastic-load-balancing-v2', ...looks), resources: ['*'] }];
}

/** ECS's own deployments are made by UpdateService; CodeDeploy's services get by it what is not the task definition. */
function updatesService({ engine, config }: PipelineProject): boolean {
  const { desiredCount, propagateTags, enableEcsManagedTags } = config.rollout;
  const given = [desiredCount, propagateTags, enableEcsManagedTags].some(setting => setting !== undefined);
  return engine === 'ECS' || given;
}

function followServiceDeployments(
  project: PipelineProject,
  names: ArnScope,
  service: string,
  path: string
): readonly Statement[] {
  const { config } = project;
  const { waitFor, onFailure, onCancel } = config.rollout;
  // What does not pass is taken back, whatever on-failure says.
  const undoes = hasGate(config.gate) || onCancel !== 'leave' || (waitFor !== 'nothing' && onFailure !== 'leave');
  if (waitFor === 'nothing' && !undoes) return [];
  const looks = ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'] as const;
  return [
    {
      sid: 'FollowDeployment',
      actions: actionsOf(
        'ecs',
        ...looks,
        ...(undoes ? (['StopServiceDeployment'] as const) : []),
        ...(answersPauses(config) ? (['ContinueServiceDeployment'] as const) : [])
      ),
      resources: [
        service,
        ...['service-deployment', 'service-revision'].map(kind =>
          arnOf(placeOfCluster(project, names), 'ecs', `${kind}/${path}/*`)
        )
      ]
    }
  ];
}

function allowCodeDeploy({ config }: PipelineProject, target: DeploymentTarget, names: ArnScope): readonly Statement[] {
  const { waitFor, onFailure, onCancel, onConflict, codedeployDeploymentConfig } = config.rollout;
  const { application, deploymentGroup } = target;
  const [create = '', ...besides] = actionsOf('codedeploy', 'CreateDeployment');
  const replaces = onConflict === 'replace';
  const undoes =
    replaces || hasGate(config.gate) || onCancel !== 'leave' || (waitFor !== 'nothing' && onFailure !== 'leave');
  return [
    {
      sid: 'DeployWithCodeDeploy',
      actions: [
        create,
        ...actionsOf('codedeploy', 'GetDeployment', 'GetDeploymentGroup', 'ListDeployments'),
        // Several are looked at together.
        ...(config.rollouts.length > 1 && waitFor !== 'nothing' ? actionsOf('codedeploy', 'BatchGetDeployments') : [])
      ],
      resources: [arnOf(names, 'codedeploy', `deploymentgroup:${application}/${deploymentGroup}`)]
    },
    {
      sid: 'RegisterAppSpec',
      actions: [
        ...besides.filter(action => action.endsWith('ApplicationRevision')),
        ...actionsOf('codedeploy', 'ListDeploymentGroups')
      ],
      resources: [arnOf(names, 'codedeploy', `application:${application}`)]
    },
    {
      sid: 'ReadDeploymentConfig',
      actions: actionsOf('codedeploy', 'GetDeploymentConfig'),
      resources: [arnOf(names, 'codedeploy', `deploymentconfig:${codedeployDeploymentConfig ?? '*'}`)]
    },
    {
      // None of these can be limited to a resource.
      sid: 'FollowCodeDeploy',
      actions: actionsOf(
        'codedeploy',
        'ListApplications',
        ...(waitFor === 'nothing' ? [] : (['ListDeploymentTargets', 'BatchGetDeploymentTargets'] as const)),
        ...(undoes ? (['StopDeployment'] as const) : []),
        ...(replaces || answersPauses(config) ? (['ContinueDeployment'] as const) : [])
      ),
      resources: ['*']
    }
  ];
}

/** The log streams of the containers that log by awslogs, in the region that each names. */
function listLogStreams(project: PipelineProject, names: ArnScope): readonly string[] {
  const definition = definitionOf(project);
  if (definition === undefined) return [arnOf(names, 'logs', 'log-group:*:log-stream:*')];
  return listContainers(definition).flatMap(({ record }) => {
    const log = own(record, 'logConfiguration');
    const options = isRecord(log) ? own(log, 'options') : undefined;
    const group = isRecord(options) ? own(options, 'awslogs-group') : undefined;
    const region = isRecord(options) ? own(options, 'awslogs-region') : undefined;
    if (typeof group !== 'string') return [];
    // A pseudo parameter of a template stays one: a stack and its logs are in one partition.
    const partition = (of: string): string => (names.partition.includes('$') ? names.partition : partitionOf(of));
    const place = typeof region === 'string' ? { ...names, region, partition: partition(region) } : names;
    return [arnOf(place, 'logs', `log-group:${group}:log-stream:*`)];
  });
}

/** The task definition as it will be registered, but for the images. undefined: it is in no file. Throws ProblemsError. */
export function definitionOf({ config, taskDefinition, assignments }: PipelineProject): JsonRecord | undefined {
  return taskDefinition === undefined ? undefined : shippedDefinition(taskDefinition.value, config.files, assignments);
}

/** Roles that a task is given in the place of those of its definition. */
function rolesOf({ taskRoleArn, executionRoleArn }: RunTaskConfig['taskOverrides']): readonly string[] {
  return [...new Set([taskRoleArn, executionRoleArn].flatMap(arn => arn ?? []))];
}
