import { shortName } from '../server/arn.js';
import { document, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { readTags, type LaunchSettings } from './shapes.js';
import { ECS, findCluster, type CapacityProviderRecord, type ClusterRecord } from './state.js';
import { refuseReservedTags } from './tags.js';

/** Every account has these. */
const BUILT_IN: readonly string[] = ['FARGATE', 'FARGATE_SPOT'];
/** API_CreateCapacityProvider, name */
const NAME = /^(?!aws|ecs|fargate)[\w-]{1,255}$/i;

function refuse(message: string, code = 'InvalidParameterException'): never {
  throw new AwsFault(code, message);
}

/**
 * Holds a cluster's providers to those that there are, and its default strategy to its providers. The words are those of ECS.
 *
 * @param cluster its name
 * @param names names or ARNs of the providers
 * @throws AwsFault InvalidParameterException
 */
export function checkProviders(
  region: RegionState,
  cluster: string,
  names: readonly string[],
  strategy: LaunchSettings['capacityProviderStrategy'] = []
): void {
  const { capacityProviders } = region.part(ECS);
  const isThere = (name: string): boolean => {
    const provider = capacityProviders.get(name);
    return BUILT_IN.includes(name) || (provider !== undefined && [undefined, cluster].includes(provider.cluster));
  };
  const missing = names.find(name => !isThere(shortName(name)));
  if (missing !== undefined) {
    refuse(`The specified capacity provider '${missing}' was not found. Specify a valid name or ARN and try again.`);
  }
  const own = new Set(names.map(shortName));
  if (strategy.some(({ capacityProvider = '' }) => !own.has(shortName(capacityProvider)))) {
    refuse(
      'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.'
    );
  }
}

const create = operation(
  structure({
    name: string,
    cluster: string,
    autoScalingGroupProvider: document,
    managedInstancesProvider: document,
    tags: readTags
  }),
  (input, { region }) => {
    const { name = '', cluster, autoScalingGroupProvider, managedInstancesProvider, tags = [] } = input;
    if (!NAME.test(name)) {
      refuse(
        `The capacity provider name ${name} is invalid. Up to 255 letters, numbers, hyphens and underscores are allowed, and it cannot begin with aws, ecs or fargate.`
      );
    }
    if ((autoScalingGroupProvider === undefined) === (managedInstancesProvider === undefined)) {
      refuse('Specify exactly one of autoScalingGroupProvider and managedInstancesProvider.');
    }
    if (managedInstancesProvider !== undefined && cluster === undefined) {
      refuse('A cluster is required for a capacity provider of ECS Managed Instances.');
    }
    refuseReservedTags(tags);
    const { capacityProviders } = region.part(ECS);
    if (capacityProviders.has(name)) refuse('The specified capacity provider already exists.', 'ClientException');
    const provider: CapacityProviderRecord = {
      name,
      cluster: cluster === undefined ? undefined : findCluster(region, cluster).name,
      autoScalingGroupProvider,
      managedInstancesProvider,
      tags
    };
    capacityProviders.set(name, provider);
    return { capacityProvider: describeProvider(provider, region, ['TAGS']) };
  }
);

/** What is not given stays as it is. */
const update = operation(
  structure({
    name: string,
    cluster: string,
    autoScalingGroupProvider: document,
    managedInstancesProvider: document
  }),
  (input, { region }) => {
    const provider = findProvider(region, input.name, input.cluster);
    for (const kind of ['autoScalingGroupProvider', 'managedInstancesProvider'] as const) {
      const changes = input[kind];
      if (changes === undefined) continue;
      if (provider[kind] === undefined) refuse(`The capacity provider ${provider.name} has no ${kind}.`);
      provider[kind] = { ...provider[kind], ...changes };
    }
    return { capacityProvider: { ...describeProvider(provider, region, []), updateStatus: 'UPDATE_COMPLETE' } };
  }
);

const remove = operation(structure({ capacityProvider: string, cluster: string }), (input, { region }) => {
  const provider = findProvider(region, input.capacityProvider, input.cluster);
  const { capacityProviders, clusters } = region.part(ECS);
  const isUsed = [...clusters.values()].some(
    ({ status, capacityProviders: own }) => status === 'ACTIVE' && own.map(shortName).includes(provider.name)
  );
  if (isUsed) refuse('The specified capacity provider is in use and cannot be removed.', 'ClientException');
  capacityProviders.delete(provider.name);
  const described = describeProvider(provider, region, []);
  return { capacityProvider: { ...described, status: 'INACTIVE', updateStatus: 'DELETE_COMPLETE' } };
});

function findProvider(region: RegionState, reference = '', cluster: string | undefined): CapacityProviderRecord {
  const name = shortName(reference);
  if (BUILT_IN.includes(name)) {
    refuse(`The capacity provider ${name} is reserved, and cannot be changed or deleted.`, 'ClientException');
  }
  const provider = region.part(ECS).capacityProviders.get(name);
  if (provider === undefined || (cluster !== undefined && findCluster(region, cluster).name !== provider.cluster)) {
    return refuse(
      `The specified capacity provider '${reference}' was not found. Specify a valid name or ARN and try again.`
    );
  }
  return provider;
}

const describe = operation(
  structure({
    capacityProviders: list(string),
    cluster: string,
    include: list(string),
    maxResults: integer,
    nextToken: string
  }),
  (input, { region }) => {
    const wanted = input.capacityProviders?.map(shortName);
    const cluster = input.cluster === undefined ? undefined : findCluster(region, input.cluster);
    const found = listProviders(region, cluster).filter(({ name }) => wanted === undefined || wanted.includes(name));
    const names = new Set(found.map(({ name }) => name));
    const page = cutPage(found, input.maxResults, input.nextToken, 10);
    return {
      capacityProviders: page.items.map(provider => describeProvider(provider, region, input.include ?? [])),
      failures: (wanted ?? [])
        .filter(name => !names.has(name))
        .map(name => ({ arn: arnOf(name, region), reason: 'MISSING' })),
      nextToken: page.nextToken
    };
  }
);

/** All of the region, or those that can be used in a cluster alone besides those of all. */
function listProviders(region: RegionState, cluster: ClusterRecord | undefined): readonly CapacityProviderRecord[] {
  const none = { cluster: undefined, autoScalingGroupProvider: undefined, managedInstancesProvider: undefined };
  const builtIn = BUILT_IN.map(name => ({ name, ...none, tags: [] }));
  const own = [...region.part(ECS).capacityProviders.values()];
  return [
    ...builtIn,
    ...own.filter(provider => cluster === undefined || [undefined, cluster.name].includes(provider.cluster))
  ];
}

function describeProvider(provider: CapacityProviderRecord, region: RegionState, include: readonly string[]) {
  const { name, cluster, autoScalingGroupProvider, managedInstancesProvider, tags } = provider;
  return {
    capacityProviderArn: arnOf(name, region),
    name,
    cluster: cluster === undefined ? undefined : region.arn('ecs', `cluster/${cluster}`),
    status: 'ACTIVE',
    autoScalingGroupProvider,
    managedInstancesProvider,
    tags: include.includes('TAGS') ? tags : []
  };
}

function arnOf(name: string, region: RegionState): string {
  return region.arn('ecs', `capacity-provider/${name}`);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html and the others. No instances come of them. */
export const capacityProviderOperations: Readonly<Record<string, Operation>> = {
  CreateCapacityProvider: create,
  DescribeCapacityProviders: describe,
  UpdateCapacityProvider: update,
  DeleteCapacityProvider: remove
};
