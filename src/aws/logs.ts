import type { CloudWatchLogsClient, GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { LogsPort } from '../rollout/ports.js';
import type { Connection } from './connection.js';

type Sdk = typeof import('@aws-sdk/client-cloudwatch-logs');

/** CloudWatch Logs by the SDK. Loaded at the first call, which a failure or a task before the rollout makes; one client a region. */
export function createLogsPort(connection: Connection): LogsPort {
  let loading: Promise<Sdk> | undefined;
  const clients = new Map<string, CloudWatchLogsClient>();
  const getEvents = async (region: string, input: GetLogEventsRequest): Promise<GetLogEventsResponse> => {
    const sdk = await (loading ??= import('@aws-sdk/client-cloudwatch-logs'));
    const client = clients.get(region) ?? new sdk.CloudWatchLogsClient({ ...connection.clientConfig, region });
    clients.set(region, client);
    return client.send(new sdk.GetLogEventsCommand(input));
  };
  return {
    readTail: async ({ region, group, stream, limit }) => {
      const input = { logGroupName: group, logStreamName: stream, limit, startFromHead: false };
      return linesOf(await getEvents(region, input));
    },
    readOn: async ({ region, group, stream, after }) => {
      const input = { logGroupName: group, logStreamName: stream, startFromHead: true };
      const answer = await getEvents(region, after === undefined ? input : { ...input, nextToken: after });
      return { lines: linesOf(answer), end: answer.nextForwardToken };
    }
  };
}

function linesOf({ events = [] }: GetLogEventsResponse): readonly string[] {
  return events.map(event => event.message ?? '');
}
