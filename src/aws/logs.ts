import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { LogsPort } from '../rollout/ports.js';
import type { Connection } from './connection.js';

type Sdk = typeof import('@aws-sdk/client-cloudwatch-logs');

/** CloudWatch Logs by the SDK. Loaded at the first call, which only a failure makes; one client a region. */
export function createLogsPort(connection: Connection): LogsPort {
  let loading: Promise<Sdk> | undefined;
  const clients = new Map<string, CloudWatchLogsClient>();
  return {
    readTail: async ({ region, group, stream, limit }) => {
      const sdk = await (loading ??= import('@aws-sdk/client-cloudwatch-logs'));
      const client = clients.get(region) ?? new sdk.CloudWatchLogsClient({ ...connection.clientConfig, region });
      clients.set(region, client);
      const input = { logGroupName: group, logStreamName: stream, limit, startFromHead: false };
      const answer = await client.send(new sdk.GetLogEventsCommand(input));
      return (answer.events ?? []).map(event => event.message ?? '');
    }
  };
}
