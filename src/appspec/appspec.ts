import { dump } from 'js-yaml';
import type { Service } from '../aws/types.js';
import { ProblemsError } from '../errors.js';
import { readDocument } from '../text/document.js';
import { readAppspec, type Appspec } from './parse.js';

export { checkAppspec } from './check-appspec.js';
export { readAppspec, type Appspec } from './parse.js';

/** CodePipeline's CodeDeployToECS action puts the registered ARN in its place, and so does Slipway. */
const TASK_DEFINITION_PLACEHOLDER = '<TASK_DEFINITION>';

/** The container and port that CodeDeploy sends the traffic to. */
export function appspecTarget(appspec: Appspec): { readonly containerName: string; readonly containerPort: number } {
  return { containerName: appspec.containerName, containerPort: appspec.containerPort };
}

/**
 * The text of `appspec.yml`: YAML in CodeDeploy's own spelling, with `TaskDefinition: <TASK_DEFINITION>` whatever the source had.
 * The version line is written here, because a YAML writer makes 0 of 0.0.
 */
export function renderAppspec(appspec: Appspec): string {
  const body = dump(toContent(appspec, TASK_DEFINITION_PLACEHOLDER), { lineWidth: -1, noRefs: true });
  return `version: 0.0\n${body}`;
}

/**
 * What to send to CodeDeploy as `AppSpecContent.content` (its sha256 is that of these bytes in UTF-8): the AppSpec with the ARN in
 * place of the task definition. As JSON, like the AWS CLI: every reader takes JSON the same way.
 *
 * @param appspecText an AppSpec, normally the `appspec.yml` that was written
 * @param taskDefinitionArn the full ARN with revision
 */
export function fillTaskDefinition(appspecText: string, taskDefinitionArn: string): string {
  const appspec = readAppspec(readDocument('appspec.yml', new TextEncoder().encode(appspecText)));
  return `{"version":0.0,${JSON.stringify(toContent(appspec, taskDefinitionArn)).slice(1)}`;
}

/**
 * An AppSpec for a service that has none: its own load balancer, network, platform version and capacity providers
 * (DescribeServices), or those of the task set that gets its traffic. Throws ProblemsError where no load balancer names a container and port.
 */
export function makeAppspec(
  service: Pick<
    Service,
    | 'serviceName'
    | 'loadBalancers'
    | 'networkConfiguration'
    | 'platformVersion'
    | 'capacityProviderStrategy'
    | 'taskSets'
  >
): Appspec {
  const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
  const ofService = service.capacityProviderStrategy ?? [];
  const strategy = ofService.length > 0 ? ofService : (primary?.capacityProviderStrategy ?? []);
  const balancer = service.loadBalancers?.find(
    ({ containerName, containerPort }) => containerName !== undefined && containerPort !== undefined
  );
  if (balancer?.containerName === undefined || balancer.containerPort === undefined) {
    const what = `The service${service.serviceName === undefined ? '' : ` ${service.serviceName}`} has no load balancer with a container and port, so no AppSpec can be made from it.`;
    throw new ProblemsError([
      { code: 'no-load-balancer', place: { path: 'appspec' }, what, next: 'Write an appspec.yml.' }
    ]);
  }
  const place = { path: 'the AppSpec made from the service' };
  return {
    file: undefined,
    containerName: balancer.containerName,
    containerPort: balancer.containerPort,
    platformVersion: service.platformVersion,
    network: networkOf(service),
    capacityProviderStrategy: strategy.flatMap(({ capacityProvider, base, weight }) =>
      capacityProvider === undefined ? [] : [{ capacityProvider, base, weight }]
    ),
    hooks: [],
    warnings: [],
    places: { containerName: place, containerPort: place, network: undefined, platformVersion: undefined }
  };
}

/** CodeDeploy takes subnets, security groups and AssignPublicIp together or not at all; without them it takes the service's own. */
function networkOf({ networkConfiguration }: Pick<Service, 'networkConfiguration'>): Appspec['network'] {
  const { subnets = [], securityGroups = [], assignPublicIp } = networkConfiguration?.awsvpcConfiguration ?? {};
  if (subnets.length === 0 || securityGroups.length === 0 || assignPublicIp === undefined) return undefined;
  return { subnets, securityGroups, assignPublicIp };
}

/** All but the version, in the order of CodeDeploy's own examples. */
function toContent(appspec: Appspec, taskDefinition: string): object {
  const { network, capacityProviderStrategy: strategy, hooks } = appspec;
  const awsvpc = network && {
    ...(network.subnets && { Subnets: network.subnets }),
    ...(network.securityGroups && { SecurityGroups: network.securityGroups }),
    ...(network.assignPublicIp !== undefined && { AssignPublicIp: network.assignPublicIp })
  };
  const properties = {
    TaskDefinition: taskDefinition,
    LoadBalancerInfo: { ContainerName: appspec.containerName, ContainerPort: appspec.containerPort },
    ...(appspec.platformVersion !== undefined && { PlatformVersion: appspec.platformVersion }),
    ...(awsvpc && { NetworkConfiguration: { AwsvpcConfiguration: awsvpc } }),
    ...(strategy.length > 0 && {
      CapacityProviderStrategy: strategy.map(({ base, capacityProvider, weight }) => ({
        ...(base !== undefined && { Base: base }),
        CapacityProvider: capacityProvider,
        ...(weight !== undefined && { Weight: weight })
      }))
    })
  };
  return {
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
    ...(hooks.length > 0 && { Hooks: hooks.map(({ event, lambda }) => ({ [event]: lambda })) })
  };
}
