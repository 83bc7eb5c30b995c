import { boolean, document, integer, list, number, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { operation, type Operation } from '../server/service.js';
import { readFilterPattern } from './filter.js';
import { findGroup, groupNames, refuse } from './groups.js';
import { addLogEvents, LOGS } from './state.js';
import type { LogEvent } from './state.js';
import { findStream } from './streams.js';

/** The most events in one answer. */
const MOST_EVENTS = 10_000;
const MOST_BYTES = 1_048_576;
/** What an event counts beside its message. */
const BYTES_AROUND = 26;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BAD_TOKEN = 'The specified nextToken is invalid.';

type Batch = readonly { readonly timestamp: number; readonly message: string }[];

/** What https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html says of a batch. */
function checkBatch(events: Batch): void {
  const bytes = events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + BYTES_AROUND, 0);
  if (bytes > MOST_BYTES) refuse(`Upload too large: ${bytes} bytes exceeds limit of ${MOST_BYTES}`);
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? 0))) {
    refuse('Log events in a single PutLogEvents request must be in chronological order.');
  }
}

/** The part of a batch that is stored, and where the parts begin and end that are not. */
function sortOut(events: Batch, now: number, retentionInDays: number | undefined) {
  const expiry = retentionInDays === undefined ? undefined : now - retentionInDays * DAY;
  const tooOld = events.findLastIndex(({ timestamp }) => timestamp < now - 14 * DAY) + 1;
  const expired = expiry === undefined ? 0 : events.findLastIndex(({ timestamp }) => timestamp < expiry) + 1;
  const tooNew = events.findIndex(({ timestamp }) => timestamp > now + 2 * HOUR);
  const taken = events.slice(Math.max(tooOld, expired), tooNew < 0 ? events.length : tooNew);
  const rejected = {
    ...(tooNew < 0 ? {} : { tooNewLogEventStartIndex: tooNew }),
    ...(tooOld === 0 ? {} : { tooOldLogEventEndIndex: tooOld }),
    ...(expired === 0 ? {} : { expiredLogEventEndIndex: expired })
  };
  return { taken, rejected: Object.keys(rejected).length === 0 ? undefined : rejected };
}

const putLogEvents = operation(
  structure({
    logGroupName: string,
    logStreamName: string,
    logEvents: list(structure({ timestamp: number, message: string })),
    // Both are taken and never refused by CloudWatch Logs.
    sequenceToken: string,
    entity: document
  }),
  (input, { region, now }) => {
    const group = findGroup(region, input);
    const stream = findStream(group, input.logStreamName);
    const events = (input.logEvents ?? []).map(({ timestamp = 0, message = '' }) => ({ timestamp, message }));
    checkBatch(events);
    const { taken, rejected } = sortOut(events, now, group.retentionInDays);
    if ((taken.at(-1)?.timestamp ?? 0) - (taken[0]?.timestamp ?? 0) > DAY) {
      refuse('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
    }
    addLogEvents(region, stream, taken);
    return { nextSequenceToken: String(region.part(LOGS).sequence), rejectedLogEventsInfo: rejected };
  }
);

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
    startFromHead: boolean,
    // Nothing is masked here.
    unmask: boolean
  }),
  (input, { region }) => {
    const stream = findStream(findGroup(region, input), input.logStreamName);
    const { limit = MOST_EVENTS } = input;
    if (input.nextToken !== undefined && !/^[fb]\/\d+$/.test(input.nextToken)) refuse(BAD_TOKEN);
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
    // Always the case, as in CloudWatch Logs since 2019.
    interleaved: boolean,
    startFromHead: boolean,
    unmask: boolean
  }),
  (input, { region }) => {
    if (input.logStreamNames !== undefined && input.logStreamNamePrefix !== undefined) {
      refuse('The logStreamNames and logStreamNamePrefix parameters are mutually exclusive.');
    }
    const matches = readFilterPattern(input.filterPattern ?? '');
    const found = [...findGroup(region, input).streams.values()]
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
    // A token is of the direction that it was given in; here both requests of a client say it.
    if (input.startFromHead === false) found.reverse();
    const page = cutPage(found, input.limit, input.nextToken, MOST_EVENTS);
    return { events: page.items, searchedLogStreams: [], nextToken: page.nextToken };
  }
);

export const eventOperations: Readonly<Record<string, Operation>> = {
  PutLogEvents: putLogEvents,
  GetLogEvents: getLogEvents,
  FilterLogEvents: filterLogEvents
};
