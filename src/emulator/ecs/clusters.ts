import { shortName } from '../server/arn.js';
import { document, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { checkProviders } from './capacity-providers.js';
import { readCapacityProviderStrategy, readTags } from './shapes.js';
import { ECS, findCluster } from './state.js';
import type { ClusterRecord } from './state.js';
import { refuseReservedTags } from './tags.js';

/** What of a cluster is shown only where it is asked for. */
const EVERYTHING = ['TAGS', 'SETTINGS', 'CONFIGURATIONS'];
const CLUSTER_NAME = /^[A-Za-z0-9_-]{1,255}$/;

function renderCluster(cluster: ClusterRecord, include: readonly string[]): Readonly<Record<string, unknown>> {
  const tasks = [...cluster.tasks.values()];
  const isActive = cluster.status === 'ACTIVE';
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: 0,
    runningTasksCount: tasks.filter(each => each.lastStatus === 'RUNNING').length,
    pendingTasksCount: tasks.filter(each => ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(each.lastStatus)).length,
    activeServicesCount: isActive
      ? [...cluster.services.values()].filter(each => each.status !== 'INACTIVE').length
      : 0,
    statistics: [],
    tags: include.includes('TAGS') ? cluster.tags : [],
    settings: include.includes('SETTINGS') ? cluster.settings : [],
    configuration: include.includes('CONFIGURATIONS') ? cluster.configuration : undefined,
    capacityProviders: cluster.capacityProviders,
    defaultCapacityProviderStrategy: cluster.defaultCapacityProviderStrategy ?? [],
    serviceConnectDefaults: cluster.serviceConnectDefaults
  };
}

const create = operation(
  structure({
    clusterName: string,
    tags: readTags,
    settings: list(document),
    configuration: document,
    capacityProviders: list(string),
    defaultCapacityProviderStrategy: readCapacityProviderStrategy,
    serviceConnectDefaults: document
  }),
  (input, { region }) => {
    const name = input.clusterName ?? 'default';
    if (!CLUSTER_NAME.test(name)) {
      throw new AwsFault(
        'InvalidParameterException',
        'Identifier is invalid. Cluster names take letters, digits, hyphens and underscores.'
      );
    }
    refuseReservedTags(input.tags);
    checkProviders(region, name, input.capacityProviders ?? [], input.defaultCapacityProviderStrategy);
    const { clusters } = region.part(ECS);
    const known = clusters.get(name);
    const cluster: ClusterRecord =
      known?.status === 'ACTIVE'
        ? known
        : {
            name,
            arn: region.arn('ecs', `cluster/${name}`),
            status: 'ACTIVE',
            settings: input.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
            configuration: input.configuration,
            serviceConnectDefaults: input.serviceConnectDefaults,
            capacityProviders: input.capacityProviders ?? [],
            defaultCapacityProviderStrategy: input.defaultCapacityProviderStrategy,
            tags: input.tags ?? [],
            services: new Map(),
            tasks: new Map()
          };
    clusters.set(name, cluster);
    return { cluster: renderCluster(cluster, EVERYTHING) };
  }
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateCluster.html: what is not given stays as it is. */
const update = operation(
  structure({ cluster: string, settings: list(document), configuration: document, serviceConnectDefaults: document }),
  (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    cluster.settings = input.settings ?? cluster.settings;
    cluster.configuration = input.configuration ?? cluster.configuration;
    cluster.serviceConnectDefaults = input.serviceConnectDefaults ?? cluster.serviceConnectDefaults;
    return { cluster: renderCluster(cluster, EVERYTHING) };
  }
);

const updateSettings = operation(structure({ cluster: string, settings: list(document) }), (input, { region }) => {
  const cluster = findCluster(region, input.cluster);
  cluster.settings = input.settings ?? cluster.settings;
  return { cluster: renderCluster(cluster, EVERYTHING) };
});

const describe = operation(structure({ clusters: list(string), include: list(string) }), (input, { region }) => {
  const found: unknown[] = [];
  const failures: unknown[] = [];
  for (const reference of input.clusters ?? ['default']) {
    const cluster = region.part(ECS).clusters.get(shortName(reference));
    if (cluster !== undefined) found.push(renderCluster(cluster, input.include ?? []));
    else failures.push({ arn: clusterArn(region, reference), reason: 'MISSING' });
  }
  return { clusters: found, failures };
});

function clusterArn(region: RegionState, reference: string): string {
  return reference.startsWith('arn:') ? reference : region.arn('ecs', `cluster/${reference}`);
}

const listClusters = operation(structure({ nextToken: string, maxResults: integer }), (input, { region }) => {
  const arns = [...region.part(ECS).clusters.values()].filter(each => each.status === 'ACTIVE').map(each => each.arn);
  const page = cutPage(arns, input.maxResults, input.nextToken);
  return { clusterArns: page.items, nextToken: page.nextToken };
});

const remove = operation(structure({ cluster: string }), (input, { region }) => {
  const cluster = findCluster(region, input.cluster);
  if ([...cluster.services.values()].some(each => each.status === 'ACTIVE')) {
    throw new AwsFault('ClusterContainsServicesException', 'The Cluster cannot be deleted while Services are active.');
  }
  if ([...cluster.tasks.values()].some(each => each.lastStatus !== 'STOPPED')) {
    throw new AwsFault('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
  }
  cluster.status = 'INACTIVE';
  return { cluster: renderCluster(cluster, []) };
});

const putCapacityProviders = operation(
  structure({
    cluster: string,
    capacityProviders: list(string),
    defaultCapacityProviderStrategy: readCapacityProviderStrategy
  }),
  (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const { capacityProviders: names = [] } = input;
    checkProviders(region, cluster.name, names, input.defaultCapacityProviderStrategy);
    const kept = new Set(names.map(shortName));
    if (listUsed(cluster).some(name => !kept.has(name) && cluster.capacityProviders.map(shortName).includes(name))) {
      throw new AwsFault('ResourceInUseException', 'The specified capacity provider is in use and cannot be removed.');
    }
    cluster.capacityProviders = names;
    cluster.defaultCapacityProviderStrategy = input.defaultCapacityProviderStrategy ?? [];
    return { cluster: renderCluster(cluster, []) };
  }
);

/** The capacity providers of the services and tasks of a cluster, by name. */
function listUsed({ services, tasks }: ClusterRecord): readonly string[] {
  const ofServices = [...services.values()]
    .filter(({ status }) => status === 'ACTIVE')
    .flatMap(({ launch }) => launch.capacityProviderStrategy ?? [])
    .map(({ capacityProvider = '' }) => capacityProvider);
  const ofTasks = [...tasks.values()].flatMap(({ lastStatus, capacityProvider }) =>
    lastStatus === 'STOPPED' || capacityProvider === undefined ? [] : [capacityProvider]
  );
  return [...ofServices, ...ofTasks].map(shortName);
}

// There are no container instances here: whatever they are filtered by, none is left.
const listContainerInstances = operation(
  structure({ cluster: string, filter: string, status: string, maxResults: integer, nextToken: string }),
  (input, { region }) => {
    findCluster(region, input.cluster);
    return { containerInstanceArns: [] };
  }
);

const listAttributes = operation(
  structure({
    cluster: string,
    targetType: string,
    attributeName: string,
    attributeValue: string,
    maxResults: integer,
    nextToken: string
  }),
  (input, { region }) => {
    findCluster(region, input.cluster);
    return { attributes: [] };
  }
);

const describeContainerInstances = operation(
  structure({ cluster: string, containerInstances: list(string), include: list(string) }),
  (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const wanted = input.containerInstances ?? [];
    if (wanted.length === 0) {
      throw new AwsFault('InvalidParameterException', 'Container instance cannot be empty.');
    }
    return {
      containerInstances: [],
      failures: wanted.map(reference => ({
        arn: reference.startsWith('arn:')
          ? reference
          : region.arn('ecs', `container-instance/${cluster.name}/${reference}`),
        reason: 'MISSING'
      }))
    };
  }
);

export const clusterOperations: Readonly<Record<string, Operation>> = {
  CreateCluster: create,
  DescribeClusters: describe,
  ListClusters: listClusters,
  UpdateCluster: update,
  UpdateClusterSettings: updateSettings,
  DeleteCluster: remove,
  PutClusterCapacityProviders: putCapacityProviders,
  ListContainerInstances: listContainerInstances,
  ListAttributes: listAttributes,
  DescribeContainerInstances: describeContainerInstances
};
