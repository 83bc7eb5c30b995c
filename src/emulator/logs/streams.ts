import { boolean, integer, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import { findGroup, groupNames, refuse } from './groups.js';
import { ensureLogStream, removeLogStream } from './state.js';
import type { LogGroup, LogStream } from './state.js';

/** The stream that an operation names. Throws ResourceNotFoundException. */
export function findStream(group: LogGroup, name: string | undefined): LogStream {
  const stream = group.streams.get(name ?? '');
  if (stream === undefined) throw new AwsFault('ResourceNotFoundException', 'The specified log stream does not exist.');
  return stream;
}

const createLogStream = operation(structure({ logGroupName: string, logStreamName: string }), (input, { region }) => {
  const group = findGroup(region, input);
  const name = input.logStreamName ?? '';
  if (group.streams.has(name)) {
    throw new AwsFault('ResourceAlreadyExistsException', 'The specified log stream already exists');
  }
  ensureLogStream(region, group, name);
  return undefined;
});

const deleteLogStream = operation(structure({ logGroupName: string, logStreamName: string }), (input, { region }) => {
  const group = findGroup(region, input);
  removeLogStream(region, group, findStream(group, input.logStreamName).name);
  return undefined;
});

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
    if (input.orderBy === 'LastEventTime' && input.logStreamNamePrefix !== undefined) {
      refuse('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    const streams = [...findGroup(region, input).streams.values()]
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

export const streamOperations: Readonly<Record<string, Operation>> = {
  CreateLogStream: createLogStream,
  DeleteLogStream: deleteLogStream,
  DescribeLogStreams: describeLogStreams
};
