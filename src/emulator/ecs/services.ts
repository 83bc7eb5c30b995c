import { shortName } from '../server/arn.js';
import { boolean, integer, list, pickMembers, string, structure, withoutMembers } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import { adoptTaskSet, primaryOf, startDeployment } from './deployments.js';
import { checkLaunch } from './launch-rules.js';
import { scheduleReconcile } from './scheduler.js';
import {
  checkDaemon,
  checkDeploymentConfiguration,
  checkLoadBalancers,
  checkUpdateOfController,
  needsNewDeployment
} from './service-rules.js';
import { renderService } from './service-views.js';
import {
  keptServiceSettings,
  launchSettings,
  readDeploymentConfiguration,
  readTags,
  revisionSettings
} from './shapes.js';
import type { DeploymentConfiguration, LaunchSettings, RevisionSettings } from './shapes.js';
import { findCluster, findService, findTaskDefinition, lookUpService } from './state.js';
import type { ClusterRecord, ServiceRecord, TaskDefinitionRecord } from './state.js';
import { refuseReservedTags } from './tags.js';
import { createTaskSet, primaryTaskSet } from './task-sets.js';
import * as timings from './timings.js';

const SERVICE_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const NO_ROLE = 'You cannot specify an IAM role for services that require a service linked role.';

const CONTROLLERS = ['ECS', 'CODE_DEPLOY', 'EXTERNAL'] as const;
const readController = structure({ type: string });

const settings = {
  cluster: string,
  taskDefinition: string,
  desiredCount: integer,
  deploymentConfiguration: readDeploymentConfiguration,
  deploymentController: readController,
  ...launchSettings,
  ...keptServiceSettings,
  ...revisionSettings
};
const readCreate = structure({
  ...settings,
  serviceName: string,
  schedulingStrategy: string,
  clientToken: string,
  role: string,
  tags: readTags
});
const readUpdate = structure({ ...settings, service: string, forceNewDeployment: boolean });
type Settings = ReturnType<typeof readUpdate>;

function refuse(message: string): never {
  throw new AwsFault('InvalidParameterException', message);
}

function launchOf(input: Settings): LaunchSettings {
  return pickMembers(input, launchSettings);
}

function revisionSettingsOf(input: Settings): RevisionSettings {
  return pickMembers(input, revisionSettings);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
const create = operation(readCreate, (input, { region, now, principal }) => {
  const cluster = findCluster(region, input.cluster);
  const name = input.serviceName ?? '';
  if (!SERVICE_NAME.test(name))
    refuse('Service name is not valid: it takes up to 255 letters, digits, hyphens and underscores.');
  const known = cluster.services.get(name);
  if (known?.status === 'ACTIVE' && input.clientToken !== undefined && input.clientToken === known.clientToken) {
    return { service: renderService(known, true) };
  }
  if (known !== undefined && known.status !== 'INACTIVE') {
    refuse(
      known.status === 'ACTIVE'
        ? 'Creation of service was not idempotent.'
        : 'Unable to Start a service that is still Draining.'
    );
  }
  const controller = CONTROLLERS.find(each => each === input.deploymentController?.type) ?? 'ECS';
  if (controller === 'EXTERNAL' && input.taskDefinition !== undefined) {
    refuse('TaskDefinition must be blank.');
  }
  if (controller !== 'EXTERNAL' && input.taskDefinition === undefined) refuse('TaskDefinition cannot be empty.');
  const scheduling = input.schedulingStrategy ?? 'REPLICA';
  if (scheduling === 'DAEMON' && controller === 'CODE_DEPLOY') {
    refuse('The DAEMON scheduling strategy is not supported with the CODE_DEPLOY deployment controller.');
  }
  if (scheduling === 'REPLICA' && input.desiredCount === undefined) refuse('desiredCount cannot be null');
  const taskDefinition =
    input.taskDefinition === undefined ? undefined : findActiveDefinition(region, input.taskDefinition);
  const launch = launchInCluster(cluster, launchOf(input));
  if (taskDefinition !== undefined) {
    checkLaunch(cluster, taskDefinition, launch);
    checkLoadBalancers(taskDefinition, launch.loadBalancers);
  }
  refuseReservedTags(input.tags);
  const kept = pickMembers(input, keptServiceSettings);
  checkService(input, kept, launch);
  checkDaemon(scheduling, input, launch, kept['placementStrategy']);
  if (input.role !== undefined) {
    if (launch.networkConfiguration !== undefined) refuse(NO_ROLE);
    if ((launch.loadBalancers ?? []).length === 0) {
      refuse('A role is only valid for services configured to use load balancers.');
    }
  }
  const service: ServiceRecord = {
    name,
    arn: region.arn('ecs', `service/${cluster.name}/${name}`),
    region,
    cluster,
    createdAt: now,
    createdBy: principal,
    clientToken: input.clientToken,
    role: input.role,
    schedulingStrategy: scheduling,
    status: 'ACTIVE',
    controller,
    desiredCount: input.desiredCount ?? 0,
    taskDefinition,
    launch,
    settings: revisionSettingsOf(input),
    deploymentConfiguration: fillConfiguration(
      scheduling === 'DAEMON' ? DAEMON_CONFIGURATION : {},
      input.deploymentConfiguration ?? {}
    ),
    kept,
    tags: input.tags ?? [],
    events: [],
    deployments: [],
    lastCompleted: undefined,
    serviceDeployments: [],
    revisions: [],
    taskSets: [],
    steady: false,
    wake: delay => scheduleReconcile(service, delay)
  };
  checkDeploymentConfiguration(service.deploymentConfiguration, controller, launch.loadBalancers);
  cluster.services.set(name, service);
  if (controller === 'ECS') startDeployment(service);
  else if (controller === 'CODE_DEPLOY' && taskDefinition !== undefined) {
    createTaskSet(service, { taskDefinition, status: 'PRIMARY' });
  }
  service.wake(timings.SCHEDULING);
  return { service: renderService(service, true) };
});

/** Without a launch type and a strategy, the cluster's own strategy holds. */
function launchInCluster(cluster: ClusterRecord, launch: LaunchSettings): LaunchSettings {
  const strategy = cluster.defaultCapacityProviderStrategy ?? [];
  const isOpen = launch.launchType === undefined && launch.capacityProviderStrategy === undefined;
  return isOpen && strategy.length > 0 ? { ...launch, capacityProviderStrategy: strategy } : launch;
}

function findActiveDefinition(region: ServiceRecord['region'], reference: string): TaskDefinitionRecord {
  const found = findTaskDefinition(region, reference);
  if (found.status !== 'ACTIVE') throw new AwsFault('ClientException', 'TaskDefinition is inactive');
  return found;
}

/** What a service may be, whichever way it came to be so. Throws InvalidParameterException. */
function checkService(input: Settings, kept: ServiceRecord['kept'], launch: LaunchSettings): void {
  if ((input.desiredCount ?? 0) < 0) refuse('desiredCount must not be negative.');
  const balancers = launch.loadBalancers ?? [];
  if (typeof kept['healthCheckGracePeriodSeconds'] === 'number' && balancers.length === 0) {
    refuse('Health check grace period is only valid for services configured to use load balancers');
  }
  if (launch.launchType !== 'FARGATE') return;
  for (const [name, what] of [
    ['placementStrategy', 'strategies'],
    ['placementConstraints', 'constraints']
  ] as const) {
    const given = kept[name];
    if (Array.isArray(given) && given.length > 0) {
      refuse(`Placement ${what} are not supported with FARGATE launch type.`);
    }
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html: of a daemon, an old task goes before a new one comes. */
const DAEMON_CONFIGURATION: DeploymentConfiguration = { maximumPercent: 100, minimumHealthyPercent: 0 };

function fillConfiguration(base: DeploymentConfiguration, given: DeploymentConfiguration): DeploymentConfiguration {
  return {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    strategy: 'ROLLING',
    deploymentCircuitBreaker: { enable: false, rollback: false },
    ...base,
    ...given
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
const update = operation(readUpdate, (input, { region }) => {
  const service = findService(region, input.cluster, input.service ?? '');
  checkUpdateOfController(service, input);
  const taskDefinition =
    input.taskDefinition === undefined ? service.taskDefinition : findActiveDefinition(region, input.taskDefinition);
  const given = launchOf(input);
  // A strategy takes the launch type's place and the other way round.
  const replaced = given.capacityProviderStrategy === undefined ? '' : 'launchType';
  const launch: LaunchSettings = { ...withoutMembers(service.launch, replaced), ...given };
  const configuration = fillConfiguration(service.deploymentConfiguration, input.deploymentConfiguration ?? {});
  if (taskDefinition !== undefined) {
    checkLaunch(service.cluster, taskDefinition, launch);
    checkLoadBalancers(taskDefinition, launch.loadBalancers);
  }
  const kept = { ...service.kept, ...pickMembers(input, keptServiceSettings) };
  checkService(input, kept, launch);
  checkDaemon(service.schedulingStrategy, input, launch, kept['placementStrategy']);
  checkDeploymentConfiguration(configuration, service.controller, launch.loadBalancers);
  const isNew = needsNewDeployment(service, input, taskDefinition, given);
  service.launch = launch;
  service.settings = { ...service.settings, ...revisionSettingsOf(input) };
  service.taskDefinition = taskDefinition;
  service.deploymentConfiguration = configuration;
  service.kept = kept;
  if (input.desiredCount !== undefined && input.desiredCount !== service.desiredCount) {
    service.desiredCount = input.desiredCount;
    service.steady = false;
  }
  if (service.controller === 'ECS' && isNew) startDeployment(service);
  else if (service.controller !== 'ECS' && input.deploymentController?.type === 'ECS') migrateToEcs(service);
  service.wake(timings.SCHEDULING);
  return { service: renderService(service, true) };
});

/** UpdateService takes a service from CODE_DEPLOY or EXTERNAL to ECS: what the PRIMARY task set runs becomes the deployment to replace. */
function migrateToEcs(service: ServiceRecord): void {
  const primary = primaryTaskSet(service);
  if (service.taskSets.length > 1)
    refuse('The deployment controller cannot be updated while the service has several task sets.');
  service.controller = 'ECS';
  service.taskSets = [];
  if (primary !== undefined) adoptTaskSet(service, primary);
  startDeployment(service);
}

const describe = operation(
  structure({ cluster: string, services: list(string), include: list(string) }),
  (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const references = input.services ?? [];
    if (references.length === 0) refuse('Services cannot be empty.');
    const services: unknown[] = [];
    const failures: unknown[] = [];
    for (const reference of references) {
      const service = lookUpService(cluster, reference);
      if (service !== undefined) services.push(renderService(service, input.include?.includes('TAGS') === true));
      else {
        // Without the cluster, as in the old format of ARNs.
        const arn = reference.startsWith('arn:') ? reference : region.arn('ecs', `service/${reference}`);
        failures.push({ arn, reason: 'MISSING' });
      }
    }
    return { services, failures };
  }
);

const listServices = operation(
  structure({
    cluster: string,
    launchType: string,
    schedulingStrategy: string,
    resourceManagementType: string,
    nextToken: string,
    maxResults: integer
  }),
  (input, { region }) => {
    const arns = [...findCluster(region, input.cluster).services.values()]
      .filter(each => each.status !== 'INACTIVE' && input.resourceManagementType !== 'ECS')
      .filter(each => input.launchType === undefined || each.launch.launchType === input.launchType)
      .filter(each => input.schedulingStrategy === undefined || each.schedulingStrategy === input.schedulingStrategy)
      .map(each => each.arn);
    const page = cutPage(arns, input.maxResults ?? 10, input.nextToken);
    return { serviceArns: page.items, nextToken: page.nextToken };
  }
);

const remove = operation(structure({ cluster: string, service: string, force: boolean }), (input, { region }) => {
  const cluster = findCluster(region, input.cluster);
  const service = lookUpService(cluster, input.service ?? '');
  if (service === undefined) throw new AwsFault('ServiceNotFoundException', 'Service not found.');
  if (service.status !== 'ACTIVE') throw new AwsFault('ServiceNotActiveException', 'Service was not ACTIVE.');
  if (input.force !== true && service.desiredCount > 0 && service.schedulingStrategy !== 'DAEMON') {
    refuse('The service cannot be stopped while it is scaled above 0.');
  }
  if (input.force !== true && service.taskSets.some(each => each.status !== 'PRIMARY')) {
    refuse('The service cannot be stopped while it has active task sets.');
  }
  service.status = 'DRAINING';
  service.desiredCount = 0;
  const primary = primaryOf(service);
  if (primary !== undefined) primary.wanted = 0;
  service.wake(0);
  return { service: renderService(service, true) };
});

/** `arn:…:service/<cluster>/<name>` for IAM's denial. */
export function serviceArnFor(region: ServiceRecord['region'], cluster: unknown, service: unknown): string {
  if (typeof service !== 'string') return '*';
  if (service.startsWith('arn:')) return service;
  return region.arn('ecs', `service/${typeof cluster === 'string' ? shortName(cluster) : 'default'}/${service}`);
}

export const serviceOperations: Readonly<Record<string, Operation>> = {
  CreateService: create,
  UpdateService: update,
  DescribeServices: describe,
  ListServices: listServices,
  DeleteService: remove
};
