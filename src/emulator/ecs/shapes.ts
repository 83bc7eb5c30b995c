import { boolean, document, integer, list, map, number, openStructure, string, structure } from '../server/decode.js';
import type { Members } from '../server/decode.js';

/** Decoders of the structures that several ECS operations share; shapes of the ECS service model. */

const tag = { key: string, value: string };
export const readTags = list(structure(tag));
export type Tag = Members<typeof tag>;

const awsvpcConfiguration = { subnets: list(string), securityGroups: list(string), assignPublicIp: string };
const networkConfiguration = { awsvpcConfiguration: structure(awsvpcConfiguration) };
const readNetworkConfiguration = structure(networkConfiguration);
export type NetworkConfiguration = Members<typeof networkConfiguration>;

const capacityProviderStrategyItem = { capacityProvider: string, weight: integer, base: integer };
export const readCapacityProviderStrategy = list(structure(capacityProviderStrategyItem));

const loadBalancer = {
  targetGroupArn: string,
  loadBalancerName: string,
  containerName: string,
  containerPort: integer,
  advancedConfiguration: structure({
    alternateTargetGroupArn: string,
    productionListenerRule: string,
    testListenerRule: string,
    roleArn: string
  })
};
const readLoadBalancers = list(structure(loadBalancer));
export type LoadBalancer = Members<typeof loadBalancer>;

const lifecycleHook = {
  targetType: string,
  hookTargetArn: string,
  roleArn: string,
  lifecycleStages: list(string),
  hookDetails: document,
  timeoutConfiguration: structure({ timeoutInMinutes: integer, action: string })
};
export type LifecycleHook = Members<typeof lifecycleHook>;

const deploymentConfiguration = {
  deploymentCircuitBreaker: openStructure({
    enable: boolean,
    rollback: boolean,
    resetOnHealthyTask: boolean,
    thresholdConfiguration: structure({ type: string, value: integer })
  }),
  maximumPercent: integer,
  minimumHealthyPercent: integer,
  alarms: structure({ alarmNames: list(string), rollback: boolean, enable: boolean }),
  strategy: string,
  bakeTimeInMinutes: integer,
  lifecycleHooks: list(structure(lifecycleHook)),
  linearConfiguration: structure({ stepPercent: number, stepBakeTimeInMinutes: integer }),
  canaryConfiguration: structure({ canaryPercent: number, canaryBakeTimeInMinutes: integer }),
  earlySuccessCriteria: openStructure({
    enable: boolean,
    healthyPercent: integer,
    sourceServiceRevisionCleanup: string
  })
};
export const readDeploymentConfiguration = openStructure(deploymentConfiguration);
export type DeploymentConfiguration = Members<typeof deploymentConfiguration>;

/** What a deployment or a task set launches its tasks with, beside the task definition. */
export const launchSettings = {
  capacityProviderStrategy: readCapacityProviderStrategy,
  launchType: string,
  platformVersion: string,
  networkConfiguration: readNetworkConfiguration,
  loadBalancers: readLoadBalancers,
  serviceRegistries: list(document)
};
export type LaunchSettings = Members<typeof launchSettings>;

/** Settings of a service that the stage keeps and shows as they came. */
export const keptServiceSettings = {
  availabilityZoneRebalancing: string,
  enableECSManagedTags: boolean,
  enableExecuteCommand: boolean,
  healthCheckGracePeriodSeconds: integer,
  placementConstraints: list(document),
  placementStrategy: list(document),
  propagateTags: string
};

/** Settings that only a service revision shows. */
export const hiddenSettings = { gatewayConnectors: list(document), monitoring: document };

/** Settings that make a new service revision and show in it, and but for the hidden ones in its deployment. */
export const revisionSettings = {
  ...hiddenSettings,
  serviceConnectConfiguration: document,
  volumeConfigurations: list(document),
  vpcLatticeConfigurations: list(document)
};
export type RevisionSettings = Members<typeof revisionSettings>;

const keyValue = structure({ name: string, value: string });
const containerOverride = {
  name: string,
  command: list(string),
  environment: list(keyValue),
  environmentFiles: list(document),
  cpu: integer,
  memory: integer,
  memoryReservation: integer,
  resourceRequirements: list(document)
};
const taskOverride = {
  containerOverrides: list(structure(containerOverride)),
  cpu: string,
  memory: string,
  executionRoleArn: string,
  taskRoleArn: string,
  inferenceAcceleratorOverrides: list(document),
  ephemeralStorage: document
};
export const readTaskOverride = structure(taskOverride);
export type TaskOverride = Members<typeof taskOverride>;

/** A container definition, as far as the stage looks into it; the rest is kept as it came. */
const containerDefinition = {
  name: string,
  image: string,
  cpu: integer,
  memory: integer,
  memoryReservation: integer,
  links: list(string),
  portMappings: list(
    structure({ containerPort: integer, hostPort: integer, protocol: string, name: string, containerPortRange: string })
  ),
  essential: boolean,
  command: list(string),
  environment: list(keyValue),
  secrets: list(structure({ name: string, valueFrom: string })),
  dependsOn: list(structure({ containerName: string, condition: string })),
  privileged: boolean,
  logConfiguration: structure({ logDriver: string, options: map(string), secretOptions: list(document) }),
  /** Seconds from SIGTERM to SIGKILL. */
  stopTimeout: integer,
  healthCheck: structure({
    command: list(string),
    interval: integer,
    timeout: integer,
    retries: integer,
    startPeriod: integer
  })
};
export type ContainerDefinition = Members<typeof containerDefinition>;
export const readContainerDefinitions = list(structure(containerDefinition));
