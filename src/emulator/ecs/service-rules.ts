import { AwsFault } from '../server/protocol.js';
import type { DeploymentConfiguration, LaunchSettings, LoadBalancer } from './shapes.js';
import type { ControllerType, ServiceRecord, TaskDefinitionRecord } from './state.js';

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

/** What a service with the scheduling strategy DAEMON does not take, in ECS's words. Throws InvalidParameterException. */
export function checkDaemon(
  scheduling: string,
  input: {
    readonly desiredCount?: number | undefined;
    readonly deploymentConfiguration?: DeploymentConfiguration | undefined;
  },
  launch: LaunchSettings,
  placementStrategy: unknown
): void {
  if (scheduling !== 'DAEMON') return;
  const unsupported = 'The daemon scheduling strategy does not support';
  if (input.desiredCount !== undefined)
    refuse(`${unsupported} a desired count for services. Remove the desired count value and try again`);
  if (launch.launchType === 'FARGATE')
    refuse(`${unsupported} the FARGATE launch type. Change the launch type and try again`);
  if ((input.deploymentConfiguration?.maximumPercent ?? 100) > 100)
    refuse(
      `${unsupported} values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again`
    );
  if (Array.isArray(placementStrategy) && placementStrategy.length > 0)
    refuse(`${unsupported} placement strategies. Remove the placement strategy and try again`);
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
  if (maximumPercent <= minimumHealthyPercent && maximumPercent <= 100 && minimumHealthyPercent >= 100) {
    refuse('Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.');
  }
  checkThreshold(configuration);
  checkEarlySuccess(configuration);
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

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html */
function checkThreshold({ deploymentCircuitBreaker }: DeploymentConfiguration): void {
  const { value = 1 } = deploymentCircuitBreaker?.thresholdConfiguration ?? {};
  if (value < 1) refuse(`The threshold value ${value} is not a positive number.`);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
function checkEarlySuccess(configuration: DeploymentConfiguration): void {
  const { strategy = 'ROLLING', minimumHealthyPercent = 100, earlySuccessCriteria: criteria } = configuration;
  if (criteria === undefined) return;
  const { enable, healthyPercent, sourceServiceRevisionCleanup: cleanup } = criteria;
  if (enable !== true) return;
  if (strategy !== 'ROLLING') refuse('Early success criteria are only supported with the ROLLING deployment strategy.');
  if (healthyPercent === undefined || cleanup === undefined)
    refuse('Early success criteria that are enabled need healthyPercent and sourceServiceRevisionCleanup.');
  if (healthyPercent < minimumHealthyPercent)
    refuse(`The healthyPercent ${healthyPercent} is below the minimumHealthyPercent ${minimumHealthyPercent}.`);
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
