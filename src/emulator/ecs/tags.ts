import { splitArn } from '../server/arn.js';
import { list, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { readTags } from './shapes.js';
import type { Tag } from './shapes.js';
import { ECS, findCluster, findTaskDefinition } from './state.js';

/** AWS's own services alone set such keys. Throws InvalidParameterException, for whatever is to get these tags. */
export function refuseReservedTags(tags: readonly Tag[] | undefined): void {
  if (tags?.some(({ key = '' }) => /^aws:/i.test(key)) !== true) return;
  throw new AwsFault('InvalidParameterException', 'aws: prefixed tag key names are not allowed for external use.');
}

interface Tagged {
  tags: readonly Tag[];
}

function findResource(region: RegionState, kind: string, first: string, second: string): Tagged | undefined {
  const cluster = region.part(ECS).clusters.get(first);
  switch (kind) {
    case 'cluster':
      return cluster;
    case 'capacity-provider':
      return region.part(ECS).capacityProviders.get(first);
    case 'service':
      return cluster?.services.get(second);
    case 'task':
      return cluster?.tasks.get(second);
    case 'task-definition':
      return findTaskDefinition(region, first);
    default:
      return undefined;
  }
}

/** Finds what an ARN names: cluster, capacity provider, service, task or task definition. */
function findTagged(region: RegionState, arn: string | undefined): Tagged {
  const found = lookUp(region, arn);
  if (found === undefined)
    throw new AwsFault('ResourceNotFoundException', `The specified resource was not found: ${arn ?? ''}`);
  return found;
}

function lookUp(region: RegionState, arn: string | undefined): Tagged | undefined {
  const [kind = '', first = '', second = ''] = splitArn(arn ?? '').resource.split('/');
  return findResource(region, kind, first, second);
}

/** The service model gives this operation no ResourceNotFoundException. */
const listTags = operation(structure({ resourceArn: string }), (input, { region }) => {
  const found = lookUp(region, input.resourceArn);
  if (found !== undefined) return { tags: found.tags };
  const [kind = '', cluster = ''] = splitArn(input.resourceArn ?? '').resource.split('/');
  if (['service', 'task'].includes(kind)) findCluster(region, cluster);
  throw new AwsFault(
    'InvalidParameterException',
    `The specified ${kind || 'resource'} could not be found. Specify a valid ${kind || 'resource'} and try again.`
  );
});

const tag = operation(structure({ resourceArn: string, tags: readTags }), (input, { region }) => {
  const resource = findTagged(region, input.resourceArn);
  const given = input.tags ?? [];
  refuseReservedTags(given);
  resource.tags = [...resource.tags.filter(each => !given.some(one => one.key === each.key)), ...given];
  return {};
});

const untag = operation(structure({ resourceArn: string, tagKeys: list(string) }), (input, { region }) => {
  const resource = findTagged(region, input.resourceArn);
  resource.tags = resource.tags.filter(each => input.tagKeys?.includes(each.key ?? '') !== true);
  return {};
});

export const tagOperations: Readonly<Record<string, Operation>> = {
  ListTagsForResource: listTags,
  TagResource: tag,
  UntagResource: untag
};
