import { isStructure } from '../server/decode.js';
import { readCpu } from './task-definition-rules.js';
import { isFargate, isFilled, listOf, outside, partOf, partsOf, wordOf, type Fields, type Refusal } from './refusal.js';

const MOST_CONSTRAINTS = 10;
const MOST_ENVIRONMENT_FILES = 10;
const MOST_EXIT_CODES = 50;
const ROLE = /^(arn:aws[a-z-]*:iam::\d{12}:role\/.+|[\w+=,.@-]{1,64})$/;
const IMAGE = /^[\w./:#-]{1,255}(@sha256:[0-9a-f]{64})?$/;
const PROXY_PORTS: Readonly<Record<string, string>> = {
  ProxyIngressPort: 'Ingress port not found',
  ProxyEgressPort: 'Egress port not found'
};

/** The names of a task's containers. */
function namesOf(task: Fields): readonly unknown[] {
  return partsOf(task, 'containerDefinitions').map(({ name }) => name);
}

/** Whether one of some names leads back to itself. */
function hasCircle(names: readonly unknown[], next: (name: unknown) => readonly unknown[]): boolean {
  const left = new Set(names);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const name of left) if (!next(name).some(other => left.has(other))) left.delete(name);
  }
  return left.size > 0;
}

function containerNamed(task: Fields, name: unknown): Fields {
  return partsOf(task, 'containerDefinitions').find(each => each['name'] === name) ?? {};
}

/** `name` of `name:alias`. */
function linksOf(container: Fields): readonly string[] {
  return listOf(container, 'links').map(link => wordOf(link).split(':')[0] ?? '');
}

/** Limits of the task itself: of API_RegisterTaskDefinition, and sentences that users report. */
export const TASK_LIMITS: readonly Refusal[] = [
  task =>
    !isFargate(task) && typeof task['cpu'] === 'string' && outside(readCpu(task['cpu']), 128, 196_608)
      ? "Invalid 'cpu' setting for task."
      : undefined,
  task =>
    isFargate(task) &&
    wordOf(partOf(task, 'runtimePlatform')['operatingSystemFamily']).startsWith('WINDOWS') &&
    readCpu(wordOf(task['cpu'])) < 1024
      ? 'No Fargate configuration exists for given values.'
      : undefined,
  task =>
    listOf(task, 'requiresCompatibilities').includes('EC2') && !isFargate(task) && isFilled(task['ephemeralStorage'])
      ? 'Tasks using the EC2 launch type do not support EphemeralStorage'
      : undefined,
  task =>
    [task['taskRoleArn'], task['executionRoleArn']].some(role => role !== undefined && !ROLE.test(wordOf(role)))
      ? 'Role is not valid'
      : undefined,
  task =>
    listOf(task, 'placementConstraints').length > MOST_CONSTRAINTS
      ? `A task definition has at most ${MOST_CONSTRAINTS} placement constraints.`
      : undefined,
  task => {
    const keys = partsOf(task, 'tags').map(({ key }) => wordOf(key));
    if (keys.includes('')) return 'A tag key has 1 to 128 characters.';
    return new Set(keys).size < keys.length ? 'Duplicate tag keys found.' : undefined;
  },
  task => {
    const sum = partsOf(task, 'containerDefinitions').reduce((all, { cpu }) => all + (Number(cpu) || 0), 0);
    return isFargate(task) && sum > readCpu(wordOf(task['cpu']))
      ? "The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value"
      : undefined;
  },
  task => {
    const proxy = partOf(task, 'proxyConfiguration');
    if (!isFilled(proxy['containerName'])) return undefined;
    if (task['networkMode'] !== 'awsvpc') return 'APPMESH proxy configuration is only supported in networkMode=awsvpc';
    if (!namesOf(task).includes(proxy['containerName']))
      return `Proxy container [${wordOf(proxy['containerName'])}] does not exist`;
    const given = partsOf(proxy, 'properties').map(({ name }) => wordOf(name));
    return Object.entries(PROXY_PORTS).find(([name]) => !given.includes(name))?.[1];
  },
  task => {
    const dependencies = (name: unknown): readonly unknown[] =>
      partsOf(containerNamed(task, name), 'dependsOn').map(({ containerName }) => containerName);
    return hasCircle(namesOf(task), dependencies) ? 'Cycle detected in container dependencies' : undefined;
  },
  task =>
    hasCircle(namesOf(task), name => linksOf(containerNamed(task, name)))
      ? 'Circular container links are not allowed'
      : undefined,
  task => {
    const late = partsOf(task, 'volumes').filter(volume => volume['configuredAtLaunch'] === true);
    if (late.length > 1) return 'At most one volume can be configured at launch.';
    const mounted = partsOf(task, 'containerDefinitions').flatMap(each => partsOf(each, 'mountPoints'));
    const idle = late.find(({ name }) => !mounted.some(({ sourceVolume }) => sourceVolume === name));
    return idle === undefined
      ? undefined
      : `Volumes [${wordOf(idle['name'])}] are not referenced by any of the containers`;
  }
];

/** Ranges of a container's health check (API_HealthCheck). */
const CHECK_RANGES: readonly (readonly [name: string, least: number, most: number])[] = [
  ['interval', 5, 300],
  ['timeout', 2, 60],
  ['retries', 1, 10],
  ['startPeriod', 0, 300]
];

/** Limits of a container. */
export const CONTAINER_LIMITS: readonly Refusal[] = [
  ({ image }) => (IMAGE.test(wordOf(image)) ? undefined : 'Container.image contains invalid characters.'),
  ({ name, memory, memoryReservation }, task) =>
    task['memory'] === undefined && memory === 0 && memoryReservation === undefined
      ? `Invalid setting for container '${wordOf(name)}'. At least one of 'memory' or 'memoryReservation' must be specified.`
      : undefined,
  ({ name, healthCheck }) => {
    if (!isStructure(healthCheck)) return undefined;
    if (!isFilled(healthCheck['command']))
      return `Container '${wordOf(name)}': the health check command must not be empty.`;
    const broken = CHECK_RANGES.find(([member, least, most]) => outside(healthCheck[member], least, most));
    return broken === undefined
      ? undefined
      : `Container '${wordOf(name)}': the health check ${broken[0]} must be between ${broken[1]} and ${broken[2]}.`;
  },
  (container, task) => {
    const unknown = linksOf(container).find(name => !namesOf(task).includes(name));
    return unknown === undefined ? undefined : `Invalid 'links' setting. Unknown container: '${unknown}'`;
  },
  (container, task) => {
    const unknown = partsOf(container, 'volumesFrom').find(
      ({ sourceContainer }) => !namesOf(task).includes(sourceContainer)
    );
    return unknown === undefined
      ? undefined
      : `Invalid 'volumesFrom' setting. Unknown container: '${wordOf(unknown['sourceContainer'])}'`;
  },
  ({ name, stopTimeout }, task) =>
    isFargate(task) && outside(stopTimeout, 0, 120)
      ? `Container '${wordOf(name)}': stopTimeout must be at most 120 on Fargate.`
      : undefined,
  ({ name, startTimeout }) =>
    outside(startTimeout, 2, Infinity) ? `Container '${wordOf(name)}': startTimeout must be at least 2.` : undefined,
  container =>
    listOf(partOf(container, 'restartPolicy'), 'ignoredExitCodes').length > MOST_EXIT_CODES
      ? `At most ${MOST_EXIT_CODES} exit codes can be ignored.`
      : undefined,
  container =>
    listOf(container, 'credentialSpecs').length > 1 ? 'At most one credential spec can be specified.' : undefined,
  container =>
    listOf(container, 'environmentFiles').length > MOST_ENVIRONMENT_FILES
      ? 'The maximum number of environment files was exceeded. Specify ten or less and try again'
      : undefined,
  container =>
    outside(partOf(container, 'linuxParameters')['swappiness'], 0, 100)
      ? "The 'swappiness' setting must be between 0 and 100"
      : undefined,
  (container, task) => {
    if (!isFargate(task)) return undefined;
    if (isFilled(container['dockerSecurityOptions']))
      return 'Fargate compatible task definitions do not support dockerSecurityOptions';
    return partsOf(container, 'resourceRequirements').some(({ type }) => type === 'GPU')
      ? 'Fargate compatible task definitions do not support GPU'
      : undefined;
  },
  container => {
    const logging = partOf(container, 'logConfiguration');
    const { logDriver, options } = logging;
    const given = isStructure(options) ? options : {};
    const secret = partsOf(logging, 'secretOptions').map(({ name }) => name);
    if (logDriver === 'awslogs' && given['awslogs-endpoint'] !== undefined)
      return 'Log driver awslogs disallows options: awslogs-endpoint';
    const lacking = ['splunk-token', 'splunk-url'].find(
      option => given[option] === undefined && !secret.includes(option)
    );
    return logDriver === 'splunk' && lacking !== undefined
      ? `Log driver splunk requires options: ${lacking}`
      : undefined;
  },
  (container, task) =>
    isFilled(container['firelensConfiguration']) &&
    !partsOf(task, 'containerDefinitions').some(each => partOf(each, 'logConfiguration')['logDriver'] === 'awsfirelens')
      ? 'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'
      : undefined,
  ({ firelensConfiguration, user }) =>
    isFilled(firelensConfiguration) && isFilled(user) && !/^\d+(:\d+)?$/.test(wordOf(user))
      ? "If 'user' field is specified on firelens container, then 'UID' has to be '0'."
      : undefined,
  container => {
    const options = partOf(partOf(container, 'firelensConfiguration'), 'options');
    return options['config-file-type'] === 's3' && !wordOf(options['config-file-value']).startsWith('arn:')
      ? 'Invalid arn syntax.'
      : undefined;
  }
];

/** Limits of a volume of EFS (API_EFSVolumeConfiguration). */
export const VOLUME_LIMITS: readonly Refusal[] = [
  volume => {
    const efs = partOf(volume, 'efsVolumeConfiguration');
    const { accessPointId, iam } = partOf(efs, 'authorizationConfig');
    const isEncrypted = efs['transitEncryption'] === 'ENABLED';
    if (iam === 'ENABLED' && !isEncrypted) return 'EFS IAM authorization requires TransitEncryption to be enabled';
    if (efs['transitEncryptionPort'] !== undefined && !isEncrypted)
      return 'TransitEncryptionPort requires that TransitEncryption is enabled';
    return isFilled(accessPointId) && !['', '/'].includes(wordOf(efs['rootDirectory']))
      ? 'When using an EFS access point, the root directory must either be set to "/" or be omitted'
      : undefined;
  }
];
