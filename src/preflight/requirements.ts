import { listContainers, listRecords } from '../task-definition/types.js';
import { isArn } from '../text/arn.js';
import { isRecord, own, type JsonRecord } from '../text/record.js';
import type { LogGroupRequirement } from './log-groups.js';
import { wantedPlatform, type Platform } from '../text/platform.js';
import type { RoleRequirement } from './roles.js';
import type { SecretRequirement } from './secrets.js';
import type { TargetGroupConstraints } from './traffic.js';

/** The roles that the tasks run with. */
export function listRoles(definition: JsonRecord): readonly RoleRequirement[] {
  const members = [
    ['execution role', 'executionRoleArn'],
    ['task role', 'taskRoleArn']
  ] as const;
  return members.flatMap(([purpose, member]) => {
    const role = textOf(definition, member);
    return role === undefined ? [] : [{ purpose, role, principals: ['ecs-tasks.amazonaws.com'] }];
  });
}

/** What a container is started with: its secrets, those of its log driver, and what its image is pulled with. */
export function listSecrets(container: JsonRecord): readonly SecretRequirement[] {
  const log = own(container, 'logConfiguration');
  const listed = [own(container, 'secrets'), isRecord(log) ? own(log, 'secretOptions') : undefined].flatMap(
    listRecords
  );
  const credentials = own(container, 'repositoryCredentials');
  const parameter = isRecord(credentials) ? textOf(credentials, 'credentialsParameter') : undefined;
  return [
    ...listed.flatMap(secret => {
      const valueFrom = textOf(secret, 'valueFrom');
      return valueFrom === undefined ? [] : [{ name: textOf(secret, 'name') ?? '', valueFrom }];
    }),
    // A name would be one of Secrets Manager, not of SSM: only an ARN says it.
    ...(parameter !== undefined && isArn(parameter) ? [{ name: 'repositoryCredentials', valueFrom: parameter }] : [])
  ];
}

/** The log groups of the containers that log by awslogs, each once. */
export function listLogGroups(definition: JsonRecord, region: string): readonly LogGroupRequirement[] {
  const requirements = listContainers(definition).flatMap(({ record }): LogGroupRequirement[] => {
    const log = own(record, 'logConfiguration');
    const options = isRecord(log) && own(log, 'logDriver') === 'awslogs' ? own(log, 'options') : undefined;
    const group = isRecord(options) ? textOf(options, 'awslogs-group') : undefined;
    if (!isRecord(options) || group === undefined) return [];
    const isCreated = textOf(options, 'awslogs-create-group') === 'true';
    return [{ group, region: textOf(options, 'awslogs-region') ?? region, isCreated }];
  });
  return [
    ...new Map(requirements.map(requirement => [`${requirement.region} ${requirement.group}`, requirement])).values()
  ];
}

/** The platform that the task definition asks for. */
export function requiredPlatform(definition: JsonRecord): Platform | undefined {
  const platform = own(definition, 'runtimePlatform');
  return wantedPlatform(isRecord(platform) ? platform : undefined, isForFargate(definition));
}

/** What target groups must fit: an address for each task with awsvpc, and the ports that are mapped. */
export function targetGroupConstraints(definition: JsonRecord): Pick<TargetGroupConstraints, 'targetType' | 'ports'> {
  const mode = textOf(definition, 'networkMode') ?? (isForFargate(definition) ? 'awsvpc' : 'bridge');
  const mappings = listContainers(definition).flatMap(({ record }) => listRecords(own(record, 'portMappings')));
  const ports = mappings.map(mapping => own(mapping, 'containerPort')).filter(port => typeof port === 'number');
  const hasRanges = mappings.some(mapping => own(mapping, 'containerPortRange') !== undefined);
  return { targetType: targetTypeOf(mode), ports: hasRanges ? undefined : ports };
}

function targetTypeOf(networkMode: string): TargetGroupConstraints['targetType'] {
  if (networkMode === 'none') return undefined;
  return networkMode === 'awsvpc' ? 'ip' : 'instance';
}

function isForFargate(definition: JsonRecord): boolean {
  const required = own(definition, 'requiresCompatibilities');
  return Array.isArray(required) && required.includes('FARGATE');
}

function textOf(record: JsonRecord, key: string): string | undefined {
  const value = own(record, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
