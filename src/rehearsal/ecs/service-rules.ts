import { AwsFault } from '../protocol.js';
import type { DeploymentConfiguration, LaunchSettings, LoadBalancer } from './shapes.js';
import type { ControllerType, ServiceRecord, TaskDefinitionRecord } from './state.js';

const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'];

/** Stages that a PAUSE hook cannot hold up: the traffic moves there. */
const NO_PAUSE = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];

/** The members of UpdateService that a service with controller CODE_DEPLOY takes, by the API reference. */
const CODE_DEPLOY_MEMBERS = new Set([
  'cluster',
  'service',
  'desiredCount',
  'deploymentConfiguration',
  'healthCheckGracePeriodSeconds',
  'placementConstraints',
  'placementStrategy',
  'enableECSManagedTags',
  'propagateTags',
  'enableExecuteCommand',
  'deploymentController'
]);

function refuse(message: string): never {
  throw new AwsFault('InvalidParameterException', message);
}

/** The container and port of every load balancer must be in the task definition; throws InvalidParameterException. */
export function checkLoadBalancers(
  definition: TaskDefinitionRecord,
  loadBalancers: readonly LoadBalancer[] | undefined
): void {
  for (const { containerName = '', containerPort } of loadBalancers ?? []) {
    const container = definition.containers.find(each => each.name === containerName);
    if (container === undefined) refuse(`The container ${containerName} does not exist in the task definition.`);
    const ports = (container.portMappings ?? []).map(each => each.containerPort);
    if (!ports.includes(containerPort)) {
      refuse(`The container ${containerName} did not have a container port ${containerPort ?? ''} defined.`);
    }
  }
}

/** Throws InvalidParameterException for a deployment configuration that ECS refuses. */
export function checkDeploymentConfiguration(
  configuration: DeploymentConfiguration,
  controller: ControllerType,
  loadBalancers: readonly LoadBalancer[] | undefined
): void {
  const { strategy = 'ROLLING', maximumPercent = 200, minimumHealthyPercent = 100 } = configuration;
  if (!STRATEGIES.includes(strategy)) refuse(`The deployment strategy ${strategy} is not valid.`);
  if (maximumPercent <= minimumHealthyPercent && maximumPercent <= 100 && minimumHealthyPercent >= 100) {
    refuse('The maximumPercent must be larger than the minimumHealthyPercent, or no task could be replaced.');
  }
  if (controller !== 'ECS') {
    if (strategy !== 'ROLLING') refuse(`The deployment strategy ${strategy} needs the ECS deployment controller.`);
    if (configuration.deploymentCircuitBreaker?.enable === true) {
      refuse('Deployment circuit breaker feature can only be enabled with the ECS deployment controller.');
    }
    return;
  }
  for (const hook of configuration.lifecycleHooks ?? []) {
    const stage = hook.targetType === 'PAUSE' ? hook.lifecycleStages?.find(each => NO_PAUSE.includes(each)) : undefined;
    if (stage !== undefined) refuse(`A PAUSE lifecycle hook is not supported at lifecycle stage ${stage}.`);
  }
  if (strategy === 'ROLLING') return;
  for (const balancer of loadBalancers ?? []) {
    const more = balancer.advancedConfiguration;
    if (more?.alternateTargetGroupArn === undefined || more.productionListenerRule === undefined) {
      refuse(
        'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.'
      );
    }
  }
}

/** Throws where a service with another controller than ECS does not take what UpdateService was given. */
export function checkUpdateOfController(service: ServiceRecord, input: Readonly<Record<string, unknown>>): void {
  if (service.controller === 'ECS' || isMigration(input)) return;
  const given = Object.keys(input).filter(name => input[name] !== undefined);
  const surplus = given.find(name => !CODE_DEPLOY_MEMBERS.has(name));
  if (surplus === undefined) return;
  if (service.controller === 'EXTERNAL') {
    refuse(`Cannot update ${surplus} on services with an EXTERNAL deployment controller. Use task sets instead.`);
  }
  const what: Readonly<Record<string, string>> = {
    taskDefinition: 'task definition',
    networkConfiguration: 'network configuration',
    platformVersion: 'platform version',
    loadBalancers: 'load balancers'
  };
  refuse(
    surplus === 'forceNewDeployment'
      ? 'Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
      : `Unable to update ${what[surplus] ?? surplus} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`
  );
}

function isMigration(input: Readonly<Record<string, unknown>>): boolean {
  const controller = input['deploymentController'] as { readonly type?: string } | undefined;
  return controller?.type === 'ECS';
}

/** Whether an update changes something that only new tasks can show: then ECS starts a new deployment. */
export function needsNewDeployment(
  service: ServiceRecord,
  input: Readonly<Record<string, unknown>>,
  taskDefinition: TaskDefinitionRecord | undefined,
  launch: LaunchSettings
): boolean {
  if (input['forceNewDeployment'] === true || taskDefinition !== service.taskDefinition) return true;
  const before: Readonly<Record<string, unknown>> = {
    ...service.launch,
    ...service.settings,
    ...service.kept
  };
  const after: Readonly<Record<string, unknown>> = {
    ...launch,
    ...Object.fromEntries(
      [
        'serviceConnectConfiguration',
        'volumeConfigurations',
        'vpcLatticeConfigurations',
        'enableExecuteCommand',
        'enableECSManagedTags',
        'propagateTags'
      ].map(name => [name, input[name]])
    )
  };
  return Object.entries(after).some(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name])
  );
}
