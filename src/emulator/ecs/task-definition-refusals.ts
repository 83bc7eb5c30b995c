import { isStructure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { PORT_REFUSALS } from './port-refusals.js';
import {
  isAwsvpc,
  isFargate,
  isFilled,
  listOf,
  outside,
  partOf,
  partsOf,
  wordOf,
  type Fields,
  type Refusal
} from './refusal.js';
import { CONTAINER_LIMITS, TASK_LIMITS, VOLUME_LIMITS } from './task-definition-limits.js';

function onAwsvpc(member: string, name: string): Refusal {
  return (container, task) =>
    isAwsvpc(task) && isFilled(container[member])
      ? `${name} not supported on container when networkMode=awsvpc`
      : undefined;
}

const TASK: readonly Refusal[] = [
  task => (isFilled(task['inferenceAccelerators']) ? "Unsupported field 'inferenceAccelerators'" : undefined),
  task => {
    const size = partOf(task, 'ephemeralStorage')['sizeInGiB'];
    if (!outside(size, 21, 200)) return undefined;
    return `EphemeralStorage size should be at ${Number(size) < 21 ? 'least 21' : 'most 200'}`;
  },
  task =>
    isFargate(task) && isFilled(task['placementConstraints'])
      ? 'Fargate compatible task definitions do not support constraints'
      : undefined,
  task =>
    isFargate(task) && isFilled(task['ipcMode'])
      ? 'Tasks using the Fargate launch type do not support ipcMode.'
      : undefined,
  task =>
    isFargate(task) && task['pidMode'] === 'host'
      ? "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'."
      : undefined
];

const CONTAINER: readonly Refusal[] = [
  onAwsvpc('hostname', 'hostname is'),
  onAwsvpc('dnsServers', 'DNS servers are'),
  onAwsvpc('dnsSearchDomains', 'DNS search domains are'),
  onAwsvpc('extraHosts', 'Extra hosts are'),
  onAwsvpc('disableNetworking', 'Disable Networking is'),
  (container, task) => {
    const unknown = partsOf(container, 'mountPoints').find(
      ({ sourceVolume }) => !partsOf(task, 'volumes').some(({ name }) => name === sourceVolume)
    );
    return unknown === undefined ? undefined : `Unknown volume '${String(unknown['sourceVolume'])}'.`;
  },
  ({ name, restartPolicy }) =>
    isStructure(restartPolicy) && outside(restartPolicy['restartAttemptPeriod'], 60, 1800)
      ? `the 'restartAttemptPeriod' setting for container '${String(name)}' must be between 60 and 1800`
      : undefined,
  container => {
    const over = partsOf(container, 'ulimits').find(({ softLimit, hardLimit }) => {
      const hard = Number(hardLimit);
      return hard >= 0 && Number(softLimit) > hard;
    });
    return over === undefined ? undefined : `Soft limit exceeds hard limit for ulimit ${String(over['name'])}`;
  },
  (container, task) => {
    const driver = partOf(container, 'logConfiguration')['logDriver'];
    if (
      driver === 'awsfirelens' &&
      !partsOf(task, 'containerDefinitions').some(each => isFilled(each['firelensConfiguration']))
    )
      return 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.';
    if (driver === undefined || !isFargate(task) || ['awslogs', 'splunk', 'awsfirelens'].includes(wordOf(driver)))
      return undefined;
    return `${wordOf(driver)} is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]`;
  },
  (container, task) => {
    const logging = partOf(container, 'logConfiguration');
    return isFargate(task) &&
      logging['logDriver'] === 'awslogs' &&
      !isFilled(partOf(logging, 'options')['awslogs-stream-prefix'])
      ? 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.'
      : undefined;
  },
  (container, task) => {
    if (!isFargate(task)) return undefined;
    const linux = partOf(container, 'linuxParameters');
    const member = ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'].find(name => isFilled(linux[name]));
    if (member !== undefined) return `Fargate compatible task definitions do not support ${member}`;
    const added = listOf(partOf(linux, 'capabilities'), 'add').find(capability => capability !== 'SYS_PTRACE');
    return added === undefined ? undefined : `${wordOf(added)} is not allowed on Fargate.`;
  }
];

const VOLUME: readonly Refusal[] = [
  (volume, task) =>
    isFargate(task) && isFilled(partOf(volume, 'host')['sourcePath'])
      ? 'Fargate compatible task definitions do not support sourcePath'
      : undefined,
  (volume, task) =>
    isFargate(task) && isFilled(volume['dockerVolumeConfiguration'])
      ? 'Fargate compatible task definitions do not support dockerVolumeConfiguration'
      : undefined
];

/** Further sentences with which ECS refuses a task definition, as users report them. Throws ClientException for the first. */
export function refuseUnsupported(task: Fields): void {
  const parts: readonly (readonly [readonly Fields[], readonly Refusal[]])[] = [
    [[task], [...TASK, ...TASK_LIMITS]],
    [partsOf(task, 'containerDefinitions'), [...CONTAINER, ...CONTAINER_LIMITS, ...PORT_REFUSALS]],
    [partsOf(task, 'volumes'), [...VOLUME, ...VOLUME_LIMITS]]
  ];
  for (const [candidates, refusals] of parts) {
    for (const part of candidates) {
      for (const refusal of refusals) {
        const message = refusal(part, task);
        if (message !== undefined) throw new AwsFault('ClientException', message);
      }
    }
  }
}
