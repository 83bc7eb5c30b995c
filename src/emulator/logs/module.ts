import { splitArn } from '../server/arn.js';
import { boolean, integer, list, map, number, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { invalid } from '../server/request-check.js';
import { operation, type CloudModule, type JsonService } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { readFilterPattern } from './filter.js';
import { LOGS, addLogEvents, ensureLogGroup, ensureLogStream, removeLogStream } from './state.js';
import type { LogEvent, LogGroup, LogStream } from './state.js';

/** CloudWatch Logs wants at most so many events in one answer. */
const MOST_EVENTS_PER_ANSWER = 10_000;

/** `logGroupName`, or the name in `logGroupIdentifier`'s ARN. */
function groupName(input: {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}): string {
  const identifier = input.logGroupIdentifier;
  const name =
    input.logGroupName ??
    (identifier?.startsWith('arn:') === true ? splitArn(identifier).resource.split(':')[1] : identifier);
  if (name === undefined || name === '') {
    throw new AwsFault(
      'InvalidParameterException',
      "1 validation error detected: Value null at 'logGroupName' failed to satisfy constraint: Member must not be null"
    );
  }
  return name;
}

function findGroup(region: RegionState, name: string): LogGroup {
  const group = region.part(LOGS).groups.get(name);
  if (group === undefined) throw new AwsFault('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}

function findStream(group: LogGroup, name: string | undefined): LogStream {
  const stream = group.streams.get(name ?? '');
  if (stream === undefined) throw new AwsFault('ResourceNotFoundException', 'The specified log stream does not exist.');
  return stream;
}

const groupNames = { logGroupName: string, logGroupIdentifier: string };

const createLogGroup = operation(
  structure({ logGroupName: string, kmsKeyId: string, tags: map(string), logGroupClass: string }),
  (input, { region }) => {
    const name = groupName(input);
    if (region.part(LOGS).groups.has(name)) {
      throw new AwsFault('ResourceAlreadyExistsException', 'The specified log group already exists');
    }
    ensureLogGroup(region, name).tags = input.tags ?? {};
    return undefined;
  }
);

const deleteLogGroup = operation(structure({ logGroupName: string }), (input, { region }) => {
  const group = findGroup(region, groupName(input));
  for (const name of [...group.streams.keys()]) removeLogStream(region, group, name);
  region.part(LOGS).groups.delete(group.name);
  return undefined;
});

const createLogStream = operation(structure({ logGroupName: string, logStreamName: string }), (input, { region }) => {
  const group = findGroup(region, groupName(input));
  const name = input.logStreamName ?? '';
  if (group.streams.has(name)) {
    throw new AwsFault('ResourceAlreadyExistsException', 'The specified log stream already exists');
  }
  ensureLogStream(region, group, name);
  return undefined;
});

const putRetentionPolicy = operation(
  structure({ logGroupName: string, retentionInDays: integer }),
  (input, { region }) => {
    findGroup(region, groupName(input)).retentionInDays = input.retentionInDays;
    return undefined;
  }
);

const putLogEvents = operation(
  structure({
    logGroupName: string,
    logStreamName: string,
    logEvents: list(structure({ timestamp: number, message: string })),
    sequenceToken: string
  }),
  (input, { region, now }) => {
    const stream = findStream(findGroup(region, groupName(input)), input.logStreamName);
    const events = (input.logEvents ?? []).map(each => ({
      timestamp: each.timestamp ?? now,
      message: each.message ?? ''
    }));
    addLogEvents(region, stream, events);
    return { nextSequenceToken: String(region.part(LOGS).sequence) };
  }
);

const describeLogGroups = operation(
  structure({
    logGroupNamePrefix: string,
    logGroupNamePattern: string,
    limit: integer,
    nextToken: string
  }),
  (input, { region }) => {
    const found = [...region.part(LOGS).groups.values()]
      .filter(each => each.name.startsWith(input.logGroupNamePrefix ?? ''))
      .filter(each => each.name.toLowerCase().includes((input.logGroupNamePattern ?? '').toLowerCase()))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(each => ({
        logGroupName: each.name,
        creationTime: Math.round(each.createdAt),
        retentionInDays: each.retentionInDays,
        metricFilterCount: 0,
        arn: `${each.arn}:*`,
        logGroupArn: each.arn,
        storedBytes: 0,
        logGroupClass: 'STANDARD'
      }));
    const page = cutPage(found, input.limit, input.nextToken, 50);
    return { logGroups: page.items, nextToken: page.nextToken };
  }
);

const describeLogStreams = operation(
  structure({
    ...groupNames,
    logStreamNamePrefix: string,
    orderBy: string,
    descending: boolean,
    limit: integer,
    nextToken: string
  }),
  (input, { region }) => {
    const streams = [...findGroup(region, groupName(input)).streams.values()]
      .filter(each => each.name.startsWith(input.logStreamNamePrefix ?? ''))
      .sort(input.orderBy === 'LastEventTime' ? byLastEventTime : byName);
    const ordered = input.descending === true ? streams.reverse() : streams;
    const page = cutPage(ordered, input.limit, input.nextToken, 50);
    return {
      logStreams: page.items.map(each => ({
        logStreamName: each.name,
        creationTime: Math.round(each.createdAt),
        firstEventTimestamp: each.events[0]?.timestamp,
        lastEventTimestamp: each.events.at(-1)?.timestamp,
        lastIngestionTime:
          each.events.at(-1) === undefined ? undefined : Math.round(each.events.at(-1)?.ingestionTime ?? 0),
        uploadSequenceToken: String(each.events.at(-1)?.sequence ?? 0),
        arn: each.arn,
        storedBytes: 0
      })),
      nextToken: page.nextToken
    };
  }
);

function byLastEventTime(a: LogStream, b: LogStream): number {
  return lastEventTime(a) - lastEventTime(b);
}

function byName(a: LogStream, b: LogStream): number {
  return a.name < b.name ? -1 : 1;
}

function lastEventTime(stream: LogStream): number {
  return stream.events.at(-1)?.timestamp ?? 0;
}

function isWithin(event: LogEvent, start: number | undefined, end: number | undefined): boolean {
  return event.timestamp >= (start ?? 0) && event.timestamp < (end ?? Number.POSITIVE_INFINITY);
}

/** Tokens name a sequence number: `f/<n>` goes on after it, `b/<n>` before it; the same token again means the end. */
const getLogEvents = operation(
  structure({
    ...groupNames,
    logStreamName: string,
    startTime: number,
    endTime: number,
    nextToken: string,
    limit: integer,
    startFromHead: boolean
  }),
  (input, { region }) => {
    const stream = findStream(findGroup(region, groupName(input)), input.logStreamName);
    const limit = Math.min(input.limit ?? MOST_EVENTS_PER_ANSWER, MOST_EVENTS_PER_ANSWER);
    const [direction, position] = (input.nextToken ?? '').split('/');
    const all = stream.events.filter(each => isWithin(each, input.startTime, input.endTime));
    const isForward = direction === 'f' || (direction !== 'b' && input.startFromHead === true);
    const wanted = all.filter(({ sequence }) => {
      if (direction === 'f') return sequence > Number(position);
      return direction !== 'b' || sequence < Number(position);
    });
    const events = isForward ? wanted.slice(0, limit) : wanted.slice(-limit);
    const first = events[0]?.sequence ?? Number(position ?? 0);
    const last = events.at(-1)?.sequence ?? Number(position ?? 0);
    return {
      events: events.map(each => ({
        timestamp: each.timestamp,
        message: each.message,
        ingestionTime: Math.round(each.ingestionTime)
      })),
      nextForwardToken: `f/${last}`,
      nextBackwardToken: `b/${first}`
    };
  }
);

const filterLogEvents = operation(
  structure({
    ...groupNames,
    logStreamNames: list(string),
    logStreamNamePrefix: string,
    startTime: number,
    endTime: number,
    filterPattern: string,
    nextToken: string,
    limit: integer,
    interleaved: boolean
  }),
  (input, { region }) => {
    const matches = readFilterPattern(input.filterPattern ?? '');
    const found = [...findGroup(region, groupName(input)).streams.values()]
      .filter(each => input.logStreamNames?.includes(each.name) ?? true)
      .filter(each => each.name.startsWith(input.logStreamNamePrefix ?? ''))
      .flatMap(stream => stream.events.map(event => ({ stream, event })))
      .filter(({ event }) => isWithin(event, input.startTime, input.endTime) && matches(event.message))
      .sort((a, b) => a.event.timestamp - b.event.timestamp || a.event.sequence - b.event.sequence)
      .map(({ stream, event }) => ({
        logStreamName: stream.name,
        timestamp: event.timestamp,
        message: event.message,
        ingestionTime: Math.round(event.ingestionTime),
        eventId: String(event.sequence).padStart(56, '0')
      }));
    const page = cutPage(found, input.limit, input.nextToken, MOST_EVENTS_PER_ANSWER);
    return { events: page.items, searchedLogStreams: [], nextToken: page.nextToken };
  }
);

/** Amazon CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html, the part that reading a task's log needs. */
const logs: JsonService = {
  name: 'logs',
  targetPrefix: 'Logs_20140328',
  serverError: 'ServiceUnavailableException',
  operations: {
    CreateLogGroup: createLogGroup,
    DeleteLogGroup: deleteLogGroup,
    CreateLogStream: createLogStream,
    PutRetentionPolicy: putRetentionPolicy,
    PutLogEvents: putLogEvents,
    GetLogEvents: getLogEvents,
    FilterLogEvents: filterLogEvents,
    DescribeLogGroups: describeLogGroups,
    DescribeLogStreams: describeLogStreams
  },
  refuse: violations => invalid('InvalidParameterException', violations),
  resource: (_operation, input, { region }) => {
    const name = (input as { readonly logGroupName?: unknown } | null)?.logGroupName;
    return typeof name === 'string' ? region.arn('logs', `log-group:${name}:log-stream:`) : '*';
  }
};

export const logsModule: CloudModule = { json: [logs] };
