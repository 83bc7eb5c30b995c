import { shortName } from '../server/arn.js';
import { AwsFault } from '../server/protocol.js';
import type { LaunchSettings } from './shapes.js';
import type { ClusterRecord, TaskDefinitionRecord } from './state.js';

const MOST_SUBNETS = 16;
const MOST_SECURITY_GROUPS = 5;
/** Of Fargate; Linux and Windows have numbers of their own. */
const PLATFORM_VERSION = /^(LATEST|1\.[0-4]\.0)?$/;

function refuse(message: string): never {
  throw new AwsFault('InvalidParameterException', message);
}

/**
 * Where and how tasks are started, held to their task definition: what CreateService, UpdateService and RunTask refuse alike. Throws
 * InvalidParameterException or PlatformUnknownException.
 */
export function checkLaunch(cluster: ClusterRecord, { document }: TaskDefinitionRecord, launch: LaunchSettings): void {
  const { launchType, capacityProviderStrategy, platformVersion = '' } = launch;
  const network = launch.networkConfiguration?.awsvpcConfiguration;
  if (capacityProviderStrategy !== undefined && launchType !== undefined) {
    refuse('Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.');
  }
  for (const { capacityProvider = '' } of capacityProviderStrategy ?? []) checkProvider(cluster, capacityProvider);
  if (document['networkMode'] === 'awsvpc' && network === undefined) {
    refuse("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  if (document['networkMode'] !== 'awsvpc' && network !== undefined) {
    refuse('Network Configuration is not valid for the given networkMode of this task definition.');
  }
  if (network !== undefined) {
    const { subnets = [], securityGroups = [] } = network;
    if (subnets.length === 0) refuse('subnets can not be empty.');
    if (subnets.length > MOST_SUBNETS) refuse(`subnets can have at most ${MOST_SUBNETS} items.`);
    if (securityGroups.length > MOST_SECURITY_GROUPS) {
      refuse(`securityGroups can have at most ${MOST_SECURITY_GROUPS} items.`);
    }
  }
  const required = document['requiresCompatibilities'];
  if (launchType === 'FARGATE' && !(Array.isArray(required) && required.includes('FARGATE'))) {
    refuse('Task definition does not support launch_type FARGATE.');
  }
  if (!PLATFORM_VERSION.test(platformVersion)) {
    throw new AwsFault('PlatformUnknownException', 'The specified platform does not exist.');
  }
}

/** Every account has Fargate's two; others are known by the clusters that they were given to. */
function checkProvider(cluster: ClusterRecord, reference: string): void {
  const name = shortName(reference);
  if (name === 'FARGATE' || name === 'FARGATE_SPOT' || cluster.capacityProviders.map(shortName).includes(name)) return;
  refuse(`The specified capacity provider '${reference}' was not found. Specify a valid name or ARN and try again.`);
}
