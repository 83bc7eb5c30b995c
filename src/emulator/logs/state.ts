import type { PartKey, RegionState } from '../server/state.js';

export interface LogEvent {
  /** Virtual time, milliseconds since the epoch. */
  readonly timestamp: number;
  readonly ingestionTime: number;
  readonly message: string;
  /** Grows over the whole group; the event id rests on it. */
  readonly sequence: number;
}

export interface LogStream {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  /** Oldest first; the oldest go when there are more than MOST_EVENTS. */
  events: LogEvent[];
}

export interface LogGroup {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  retentionInDays: number | undefined;
  tags: Map<string, string>;
  kmsKeyId: string | undefined;
  logGroupClass: string;
  deletionProtectionEnabled: boolean;
  readonly streams: Map<string, LogStream>;
}

interface LogsState {
  readonly groups: Map<string, LogGroup>;
  sequence: number;
  /** Streams that have events, the one that began first first, and the bytes of what each holds. */
  readonly weights: Map<LogStream, number>;
}

/** The key of CloudWatch Logs' part of a region: `region.part(LOGS)`. */
export const LOGS: PartKey<LogsState> = { create: () => ({ groups: new Map(), sequence: 0, weights: new Map() }) };

const MOST_EVENTS = 2000;
const MOST_STREAMS = 1000;
/** Of all streams of a region together; an event counts for its message and this much more. */
const MOST_BYTES = 32 * 1024 * 1024;
const BYTES_AROUND = 128;

/** Makes a log group, or gives the one that is there. */
export function ensureLogGroup(region: RegionState, name: string): LogGroup {
  const { groups } = region.part(LOGS);
  const group = groups.get(name) ?? {
    name,
    arn: region.arn('logs', `log-group:${name}`),
    createdAt: region.timeline.now(),
    retentionInDays: undefined,
    tags: new Map<string, string>(),
    kmsKeyId: undefined,
    logGroupClass: 'STANDARD',
    deletionProtectionEnabled: false,
    streams: new Map<string, LogStream>()
  };
  groups.set(name, group);
  return group;
}

/** Makes a stream, or gives the one that is there. The oldest stream goes when a group has too many. */
export function ensureLogStream(region: RegionState, group: LogGroup, name: string): LogStream {
  const stream = group.streams.get(name) ?? {
    name,
    arn: `${group.arn}:log-stream:${name}`,
    createdAt: region.timeline.now(),
    events: []
  };
  group.streams.set(name, stream);
  const oldest = group.streams.keys().next();
  if (group.streams.size > MOST_STREAMS && oldest.done !== true) removeLogStream(region, group, oldest.value);
  return stream;
}

/** Adds events to a stream, in the order of their time. */
export function addLogEvents(
  region: RegionState,
  stream: LogStream,
  events: readonly { readonly timestamp: number; readonly message: string }[]
): void {
  const state = region.part(LOGS);
  const ingestionTime = region.timeline.now();
  const added = events.map(event => ({ ...event, ingestionTime, sequence: (state.sequence += 1) }));
  stream.events = [...stream.events, ...added]
    .sort((a, b) => a.timestamp - b.timestamp || a.sequence - b.sequence)
    .slice(-MOST_EVENTS);
  let weight = stream.events.reduce((sum, event) => sum + weigh(event), 0);
  while (weight > MOST_BYTES) {
    const [first] = stream.events.splice(0, 1);
    weight -= first === undefined ? weight : weigh(first);
  }
  state.weights.set(stream, weight);
  let bytes = [...state.weights.values()].reduce((sum, each) => sum + each, 0);
  for (const [oldest, its] of state.weights) {
    if (bytes <= MOST_BYTES) break;
    if (oldest === stream) continue;
    oldest.events = [];
    state.weights.delete(oldest);
    bytes -= its;
  }
}

function weigh({ message }: LogEvent): number {
  return message.length + BYTES_AROUND;
}

export function removeLogStream(region: RegionState, group: LogGroup, name: string): void {
  const stream = group.streams.get(name);
  group.streams.delete(name);
  if (stream !== undefined) region.part(LOGS).weights.delete(stream);
}

/**
 * Writes lines at virtual now, a millisecond apart; empty ones are dropped, as CloudWatch Logs takes none. The group and the stream are made where they are missing: the stage
 * does not ask for a log group first, as ECS does where `awslogs-create-group` is not set.
 */
export function writeLogLines(region: RegionState, group: string, stream: string, lines: readonly string[]): void {
  const now = region.timeline.now();
  const target = ensureLogStream(region, ensureLogGroup(region, group), stream);
  addLogEvents(
    region,
    target,
    lines.filter(line => line !== '').map((message, index) => ({ timestamp: Math.round(now) + index, message }))
  );
}
