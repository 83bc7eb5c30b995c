import { splitArn } from '../server/arn.js';
import { boolean, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { readTags } from './shapes.js';
import type { Tag } from './shapes.js';
import { ECS, findTaskDefinition } from './state.js';

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

/** Finds what an ARN names: cluster, service, task or task definition. */
function findTagged(region: RegionState, arn: string | undefined): Tagged {
  const [kind = '', first = '', second = ''] = splitArn(arn ?? '').resource.split('/');
  const found = findResource(region, kind, first, second);
  if (found === undefined)
    throw new AwsFault('ResourceNotFoundException', `The specified resource was not found: ${arn ?? ''}`);
  return found;
}

const listTags = operation(structure({ resourceArn: string }), (input, { region }) => ({
  tags: findTagged(region, input.resourceArn).tags
}));

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

const SETTINGS = [
  'containerInsights',
  'awsvpcTrunking',
  'tagResourceAuthorization',
  'fargateFIPSMode',
  'defaultLogDriverMode'
];
const DEFAULTS: Readonly<Record<string, string>> = { defaultLogDriverMode: 'non-blocking' };

const listSettings = operation(
  structure({ name: string, effectiveSettings: boolean, nextToken: string, maxResults: integer }),
  (input, { region, principal }) => {
    const stored = region.part(ECS).accountSettings;
    const names = input.effectiveSettings === true ? SETTINGS : [...stored.keys()];
    const settings = names
      .filter(name => input.name === undefined || input.name === name)
      .map(name => ({
        name,
        value: stored.get(name) ?? DEFAULTS[name] ?? 'disabled',
        principalArn: principal,
        type: 'user'
      }));
    const page = cutPage(settings, input.maxResults, input.nextToken);
    return { settings: page.items, nextToken: page.nextToken };
  }
);

const putSetting = operation(structure({ name: string, value: string }), (input, { region, principal }) => {
  const { name = '', value = '' } = input;
  if (!SETTINGS.includes(name)) throw new AwsFault('InvalidParameterException', `Unknown setting: ${name}`);
  region.part(ECS).accountSettings.set(name, value);
  return { setting: { name, value, principalArn: principal, type: 'user' } };
});

export const tagOperations: Readonly<Record<string, Operation>> = {
  ListTagsForResource: listTags,
  TagResource: tag,
  UntagResource: untag,
  ListAccountSettings: listSettings,
  PutAccountSetting: putSetting,
  PutAccountSettingDefault: putSetting
};
