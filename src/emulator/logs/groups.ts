import { splitArn } from '../server/arn.js';
import { boolean, integer, list, map, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { LOGS, ensureLogGroup, removeLogStream } from './state.js';
import type { LogGroup } from './state.js';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
];

/** How an operation names a log group: one of both. */
export const groupNames = { logGroupName: string, logGroupIdentifier: string };

/** @throws AwsFault InvalidParameterException, in the words of CloudWatch Logs */
export function refuse(message: string): never {
  throw new AwsFault('InvalidParameterException', message);
}

/** @throws AwsFault InvalidParameterException for a member that breaks a constraint which the service model does not have */
function violate(value: string, member: string, constraint: string): never {
  refuse(`1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`);
}

/** `logGroupName`, or the name in `logGroupIdentifier`'s ARN. */
export function groupName(input: {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}): string {
  const { logGroupName, logGroupIdentifier: identifier } = input;
  if (logGroupName !== undefined && identifier !== undefined) {
    refuse('LogGroup name and LogGroup ARN are mutually exclusive parameters.');
  }
  const name =
    logGroupName ??
    (identifier?.startsWith('arn:') === true ? splitArn(identifier).resource.split(':')[1] : identifier);
  if (name === undefined || name === '') violate('null', 'logGroupName', 'Member must not be null');
  return name;
}

/** The log group that an operation names. Throws InvalidParameterException or ResourceNotFoundException. */
export function findGroup(region: RegionState, input: Parameters<typeof groupName>[0]): LogGroup {
  const group = region.part(LOGS).groups.get(groupName(input));
  if (group === undefined) throw new AwsFault('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}

const create = operation(
  structure({
    logGroupName: string,
    kmsKeyId: string,
    tags: map(string),
    logGroupClass: string,
    deletionProtectionEnabled: boolean
  }),
  (input, { region }) => {
    const name = groupName(input);
    if (name.toLowerCase().startsWith('aws/')) refuse('Log groups starting with AWS/ are reserved for AWS.');
    if (region.part(LOGS).groups.has(name)) {
      throw new AwsFault('ResourceAlreadyExistsException', 'The specified log group already exists');
    }
    const group = ensureLogGroup(region, name);
    group.tags = new Map(Object.entries(input.tags ?? {}));
    group.kmsKeyId = input.kmsKeyId;
    group.logGroupClass = input.logGroupClass ?? 'STANDARD';
    group.deletionProtectionEnabled = input.deletionProtectionEnabled ?? false;
    return undefined;
  }
);

const remove = operation(structure({ logGroupName: string }), (input, { region }) => {
  const group = findGroup(region, input);
  if (group.deletionProtectionEnabled) {
    throw new AwsFault('ValidationException', 'The log group cannot be deleted while its deletion protection is on.');
  }
  for (const name of [...group.streams.keys()]) removeLogStream(region, group, name);
  region.part(LOGS).groups.delete(group.name);
  return undefined;
});

const putRetentionPolicy = operation(
  structure({ logGroupName: string, retentionInDays: integer }),
  (input, { region }) => {
    const { retentionInDays: days = 0 } = input;
    if (!RETENTIONS.includes(days)) {
      violate(`'${days}'`, 'retentionInDays', `Member must satisfy enum value set: [${RETENTIONS.join(', ')}]`);
    }
    findGroup(region, input).retentionInDays = days;
    return undefined;
  }
);

const deleteRetentionPolicy = operation(structure({ logGroupName: string }), (input, { region }) => {
  findGroup(region, input).retentionInDays = undefined;
  return undefined;
});

function render(group: LogGroup): Readonly<Record<string, unknown>> {
  return {
    logGroupName: group.name,
    creationTime: Math.round(group.createdAt),
    retentionInDays: group.retentionInDays,
    metricFilterCount: 0,
    arn: `${group.arn}:*`,
    logGroupArn: group.arn,
    storedBytes: 0,
    kmsKeyId: group.kmsKeyId,
    logGroupClass: group.logGroupClass,
    deletionProtectionEnabled: group.deletionProtectionEnabled
  };
}

const readDescribe = structure({
  accountIdentifiers: list(string),
  includeLinkedAccounts: boolean,
  logGroupNamePrefix: string,
  logGroupNamePattern: string,
  logGroupClass: string,
  logGroupIdentifiers: list(string),
  limit: integer,
  nextToken: string
});

const describe = operation(readDescribe, (input, { region }) => {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupIdentifiers: identifiers } = input;
  if (prefix !== undefined && pattern !== undefined) {
    refuse('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
  }
  if (identifiers !== undefined && [prefix, pattern, input.logGroupClass].some(each => each !== undefined)) {
    refuse('LogGroup identifiers can only be combined with includeLinkedAccounts.');
  }
  const names = identifiers?.map(logGroupIdentifier => groupName({ logGroupIdentifier }));
  // There are no linked accounts here: where others are asked for, their groups are none.
  const accounts = input.includeLinkedAccounts === true ? input.accountIdentifiers : undefined;
  const found = [...region.part(LOGS).groups.values()]
    .filter(() => accounts?.includes(region.account) ?? true)
    .filter(({ name }) => name.startsWith(prefix ?? '') && name.includes(pattern ?? ''))
    .filter(({ name }) => names?.includes(name) ?? true)
    .filter(each => input.logGroupClass === undefined || each.logGroupClass === input.logGroupClass)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(render);
  const page = cutPage(found, input.limit, input.nextToken, 50);
  const logGroups =
    pattern === undefined
      ? page.items
      : page.items.map(({ logGroupName, creationTime, arn }) => ({ logGroupName, creationTime, arn }));
  return { logGroups, nextToken: page.nextToken };
});

/** A log group by its ARN, with or without `:*`. */
function findByArn(region: RegionState, arn: string | undefined): LogGroup {
  const [kind, name] = splitArn(arn ?? '').resource.split(':');
  const group = kind === 'log-group' ? region.part(LOGS).groups.get(name ?? '') : undefined;
  if (group === undefined) throw new AwsFault('ResourceNotFoundException', 'The specified resource does not exist.');
  return group;
}

export const groupOperations: Readonly<Record<string, Operation>> = {
  CreateLogGroup: create,
  DeleteLogGroup: remove,
  PutRetentionPolicy: putRetentionPolicy,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  DescribeLogGroups: describe,
  ListTagsForResource: operation(structure({ resourceArn: string }), (input, { region }) => ({
    tags: Object.fromEntries(findByArn(region, input.resourceArn).tags)
  })),
  TagResource: operation(structure({ resourceArn: string, tags: map(string) }), (input, { region }) => {
    const { tags } = findByArn(region, input.resourceArn);
    for (const [key, value] of Object.entries(input.tags ?? {})) tags.set(key, value);
    return undefined;
  }),
  UntagResource: operation(structure({ resourceArn: string, tagKeys: list(string) }), (input, { region }) => {
    const { tags } = findByArn(region, input.resourceArn);
    for (const key of input.tagKeys ?? []) tags.delete(key);
    return undefined;
  })
};
