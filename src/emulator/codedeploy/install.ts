import { createHash } from 'node:crypto';
import { findService, findTaskDefinition } from '../ecs/state.js';
import type { ServiceRecord, TaskDefinitionRecord, TaskSetRecord } from '../ecs/state.js';
import { createTaskSet, deleteTaskSet, primaryTaskSet } from '../ecs/task-sets.js';
import { findTargetGroupArn, listTrafficOf } from '../elb/shifts.js';
import { shortName } from '../server/arn.js';
import { AwsFault, newUuid } from '../server/protocol.js';
import type { AppSpec } from './appspec.js';
import type { DeploymentRecord } from './state.js';

/**
 * Sets up the green task set of a deployment. Only now, as with the real service, it shows whether the task definition, the container and the
 * port of the AppSpec exist.
 *
 * @throws AwsFault with the sentence for `errorInformation`; named `ElbFault` where the load balancer is in the way
 */
export function installGreen(deployment: DeploymentRecord): void {
  const { region, appSpec, settings } = deployment;
  const [named] = settings.ecsServices ?? [];
  const service = ask(() => findService(region, named?.clusterName, named?.serviceName ?? ''));
  const taskDefinition = ask(() => findTaskDefinition(region, appSpec.taskDefinition));
  ask(() => checkTarget(taskDefinition, appSpec));
  const blue = primaryTaskSet(service);
  const blueGroup = blue === undefined ? undefined : targetGroupOf(blue);
  const greenGroup = chooseTargetGroup(deployment, blueGroup);
  checkListener(deployment, blueGroup);
  checkRouting(deployment);
  // What a stopped deployment has left behind goes first.
  for (const each of service.taskSets.filter(set => set.status === 'ACTIVE')) deleteTaskSet(service, each);
  const record = createTaskSet(service, {
    taskDefinition,
    loadBalancers: [
      {
        targetGroupArn: makeTargetGroupArn(service, greenGroup),
        containerName: appSpec.containerName,
        containerPort: appSpec.containerPort
      }
    ],
    networkConfiguration: appSpec.network === undefined ? undefined : { awsvpcConfiguration: appSpec.network },
    platformVersion: appSpec.platformVersion,
    capacityProviderStrategy: appSpec.capacityProviderStrategy,
    launchType: appSpec.capacityProviderStrategy === undefined ? launchTypeInstead(service) : undefined,
    startedBy: 'CODE_DEPLOY',
    externalId: deployment.id,
    // The first task set of a service has nobody to take over from.
    status: blue === undefined ? 'PRIMARY' : 'ACTIVE'
  });
  deployment.service = service;
  deployment.green = { label: 'Green', record, targetGroup: greenGroup, weight: 0 };
  deployment.blue =
    blue === undefined ? undefined : { label: 'Blue', record: blue, targetGroup: blueGroup ?? '', weight: 100 };
}

/** CodeDeploy keeps no capacity providers that the AppSpec does not name: the new tasks then have the launch type alone. */
function launchTypeInstead({ launch }: ServiceRecord): string | undefined {
  const provider = launch.capacityProviderStrategy?.[0]?.capacityProvider;
  if (provider === undefined) return undefined;
  return provider.startsWith('FARGATE') ? 'FARGATE' : 'EC2';
}

/** Says an error of ECS as CodeDeploy says it. */
function ask<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    throw new AwsFault(
      'EcsFault',
      `The ECS service cannot be updated due to an unexpected error: ${error.message} (Service: AmazonECS; Status Code: ${error.status}; Error Code: ${error.name}; Request ID: ${newUuid()}; Proxy: null). Check your ECS service status.`
    );
  }
}

function checkTarget(taskDefinition: TaskDefinitionRecord, appSpec: AppSpec): void {
  const container = taskDefinition.containers.find(each => each.name === appSpec.containerName);
  if (container === undefined) {
    throw new AwsFault(
      'InvalidParameterException',
      `The container ${appSpec.containerName} does not exist in the task definition.`
    );
  }
  const ports = (container.portMappings ?? []).map(mapping => mapping.containerPort);
  if (!ports.includes(appSpec.containerPort)) {
    throw new AwsFault(
      'InvalidParameterException',
      `The container ${appSpec.containerName} did not have a container port ${appSpec.containerPort} defined.`
    );
  }
}

/** The target group of the pair that does not serve now. */
function chooseTargetGroup(deployment: DeploymentRecord, blue: string | undefined): string {
  const [pair] = deployment.settings.loadBalancerInfo?.targetGroupPairInfoList ?? [];
  const names = (pair?.targetGroups ?? []).map(group => group.name ?? '');
  if (blue !== undefined && !names.includes(blue)) {
    throw new AwsFault(
      'ElbFault',
      `The ELB could not be updated due to the following error: Primary taskset target group must be behind listener ${pair?.prodTrafficRoute?.listenerArns?.[0] ?? ''}`
    );
  }
  return names.find(name => name !== blue) ?? '';
}

/** The traffic must be where the service's PRIMARY task set is. A listener that Elastic Load Balancing does not have here is not looked at. */
function checkListener({ region, settings }: DeploymentRecord, blue: string | undefined): void {
  const [listener] = settings.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.prodTrafficRoute?.listenerArns ?? [];
  const groups = listener === undefined ? undefined : listTrafficOf(region, listener);
  if (groups === undefined || blue === undefined || groups.includes(blue)) return;
  throw new AwsFault(
    'ElbFault',
    `The ELB could not be updated due to the following error: Primary taskset target group must be behind listener ${listener ?? ''}`
  );
}

function checkRouting({ settings, config }: DeploymentRecord): void {
  const routes = (settings.loadBalancerInfo?.targetGroupPairInfoList ?? []).map(pair => pair.prodTrafficRoute);
  const isNetwork = routes.some(route => route?.listenerArns?.some(arn => arn.includes(':listener/net/')));
  if (!isNetwork || config.routing.type === 'AllAtOnce') return;
  throw new AwsFault(
    'ElbFault',
    'The ELB could not be updated due to the following error: Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead'
  );
}

function targetGroupOf(taskSet: TaskSetRecord): string | undefined {
  const arn = taskSet.launch.loadBalancers?.[0]?.targetGroupArn;
  return /:targetgroup\/([^/]+)/.exec(arn ?? '')?.[1];
}

/** The target group's ARN at Elastic Load Balancing; where it has none here the service's own, else one with a made-up end that stays the same. */
function makeTargetGroupArn(service: ServiceRecord, name: string): string {
  const arns = service.taskSets.flatMap(set => (set.launch.loadBalancers ?? []).map(each => each.targetGroupArn ?? ''));
  const known = arns.find(arn => shortName(arn.slice(0, arn.lastIndexOf('/'))) === name);
  const end = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return (
    findTargetGroupArn(service.region, name) ??
    known ??
    service.region.arn('elasticloadbalancing', `targetgroup/${name}/${end}`)
  );
}
