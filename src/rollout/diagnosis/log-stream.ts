import type { ContainerDefinition } from '../../aws/types.js';
import { resourceName } from '../../text/arn.js';

/** Where the lines of one container of one task are in CloudWatch Logs. */
export interface LogStream {
  readonly region: string;
  readonly group: string;
  readonly stream: string;
}

/**
 * The log stream of a container with the driver awslogs: `<prefix>/<container>/<task id>`, without a prefix the container's runtime id.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html. Pure.
 *
 * @param runtimeId known once the container was started
 * @param region the task's, where `awslogs-region` names no other
 * @returns undefined with another driver, without a group, or while the stream's name is not known
 */
export function findLogStream(
  { name, logConfiguration }: Pick<ContainerDefinition, 'name' | 'logConfiguration'>,
  task: { readonly taskArn: string; readonly runtimeId: string | undefined },
  region: string
): LogStream | undefined {
  const options = logConfiguration?.options ?? {};
  const group = options['awslogs-group'];
  if (name === undefined || logConfiguration?.logDriver !== 'awslogs' || group === undefined) return undefined;
  const prefix = options['awslogs-stream-prefix'];
  const taskId = resourceName(task.taskArn);
  const stream = prefix === undefined ? task.runtimeId : `${prefix}/${name}/${taskId}`;
  return stream === undefined ? undefined : { region: options['awslogs-region'] ?? region, group, stream };
}
