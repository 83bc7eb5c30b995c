import { invalid } from '../server/request-check.js';
import type { CloudModule, JsonService } from '../server/service.js';
import { eventOperations } from './events.js';
import { groupOperations } from './groups.js';
import { streamOperations } from './streams.js';

/** Amazon CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html, the part that reading a task's log needs. */
const logs: JsonService = {
  name: 'logs',
  targetPrefix: 'Logs_20140328',
  serverError: 'ServiceUnavailableException',
  operations: { ...groupOperations, ...streamOperations, ...eventOperations },
  refuse: violations => invalid('InvalidParameterException', violations),
  resource: (_operation, input, { region }) => {
    const name = (input as { readonly logGroupName?: unknown } | null)?.logGroupName;
    return typeof name === 'string' ? region.arn('logs', `log-group:${name}:log-stream:`) : '*';
  }
};

export const logsModule: CloudModule = { json: [logs] };
