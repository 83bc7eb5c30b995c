import type { CloudWatchLogsClient, GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { PreflightPorts } from '../preflight/ports.js';
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

/** Which log groups there are. Loaded at the first call; one client a region. */
export function createLogGroupsPort({ clientConfig }: Connection): Pick<PreflightPorts, 'hasLogGroup'> {
  let loading: Promise<Sdk> | undefined;
  const clients = new Map<string, CloudWatchLogsClient>();
  return {
    hasLogGroup: async (region, name) => {
      const sdk = await (loading ??= import('@aws-sdk/client-cloudwatch-logs'));
      const client = clients.get(region) ?? new sdk.CloudWatchLogsClient({ ...clientConfig, region });
      clients.set(region, client);
      // They come sorted: whatever else begins like it comes after it.
      const { logGroups } = await client.send(new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: name, limit: 1 }));
      return (logGroups ?? []).some(({ logGroupName }) => logGroupName === name);
    }
  };
}

function linesOf({ events = [] }: GetLogEventsResponse): readonly string[] {
  return events.map(event => event.message ?? '');
}
