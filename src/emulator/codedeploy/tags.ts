import { splitArn } from '../server/arn.js';
import { list, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { PartKey, RegionState } from '../server/state.js';
import { getApplication, getGroup, refuseToken } from './state.js';

export const readTags = list(structure({ Key: string, Value: string }));
type Tags = ReturnType<typeof readTags>;

/** By the ARN of what carries them. */
const TAGS: PartKey<Map<string, Map<string, string>>> = { create: () => new Map() };

export const applicationArn = (region: RegionState, application: string): string =>
  region.arn('codedeploy', `application:${application}`);
export const groupArn = (region: RegionState, application: string, group: string): string =>
  region.arn('codedeploy', `deploymentgroup:${application}/${group}`);

/** Puts tags on an application or a deployment group. Throws InvalidTagsToAddException. */
export function addTags(region: RegionState, arn: string, tags: Tags): void {
  if (tags.some(({ Key: key = '' }) => key === '' || key.startsWith('aws:'))) {
    throw new AwsFault('InvalidTagsToAddException', 'A tag needs a key, which must not begin with aws:');
  }
  const known = region.part(TAGS).get(arn) ?? new Map<string, string>();
  for (const { Key: key = '', Value: value = '' } of tags) known.set(key, value);
  region.part(TAGS).set(arn, known);
}

/** Forgets the tags of what is deleted, and of all that it held. */
export function forgetTags(region: RegionState, arn: string): void {
  const groups = `${arn.replace(':application:', ':deploymentgroup:')}/`;
  const tags = region.part(TAGS);
  for (const each of [...tags.keys()]) if (each === arn || each.startsWith(groups)) tags.delete(each);
}

/** Throws where an ARN is none of an application or deployment group that is there. */
function check(region: RegionState, arn = ''): string {
  const { resource } = splitArn(arn);
  const [kind, name = ''] = resource.split(':');
  if (!arn.startsWith('arn:') || !arn.includes(':codedeploy:')) {
    throw new AwsFault('InvalidArnException', `The ARN ${arn} is not valid`);
  }
  if (kind !== 'application' && kind !== 'deploymentgroup') {
    throw new AwsFault('ArnNotSupportedException', `The ARN ${arn} is not of an application or a deployment group`);
  }
  const [application, group] = name.split('/');
  const found = getApplication(region, application);
  if (kind === 'deploymentgroup') getGroup(found, group);
  return arn;
}

function need<T>(values: readonly T[] = []): readonly T[] {
  if (values.length === 0) throw new AwsFault('TagRequiredException', 'Tags are required');
  return values;
}

export const tagOperations: Readonly<Record<string, Operation>> = {
  ListTagsForResource: operation(structure({ ResourceArn: string, NextToken: string }), (input, { region }) => {
    refuseToken(input.NextToken);
    const tags = region.part(TAGS).get(check(region, input.ResourceArn)) ?? new Map<string, string>();
    return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
  }),

  TagResource: operation(structure({ ResourceArn: string, Tags: readTags }), (input, { region }) => {
    addTags(region, check(region, input.ResourceArn), need(input.Tags));
    return {};
  }),

  UntagResource: operation(structure({ ResourceArn: string, TagKeys: list(string) }), (input, { region }) => {
    const tags = region.part(TAGS).get(check(region, input.ResourceArn));
    for (const key of need(input.TagKeys)) tags?.delete(key);
    return {};
  })
};
