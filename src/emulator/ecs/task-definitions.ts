import { document, integer, isStructure, list, string, structure, withoutMembers } from '../server/decode.js';
import { shortName } from '../server/arn.js';
import { cutPage } from '../server/paging.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { readContainerDefinitions, readTags } from './shapes.js';
import { ECS, findTaskDefinition, revisionsOf } from './state.js';
import type { TaskDefinitionRecord } from './state.js';
import { refuseReservedTags } from './tags.js';
import { refuseUnsupported } from './task-definition-refusals.js';
import { checkTaskDefinition, readCpu, readMemory } from './task-definition-rules.js';

/** Of one DeleteTaskDefinitions. */
const MOST_DELETED = 10;

const readRules = structure({
  family: string,
  containerDefinitions: readContainerDefinitions,
  cpu: string,
  memory: string,
  networkMode: string,
  requiresCompatibilities: list(string),
  executionRoleArn: string,
  taskRoleArn: string,
  tags: readTags
});

/** A revision as AWS shows it. */
function renderTaskDefinition(record: TaskDefinitionRecord): Readonly<Record<string, unknown>> {
  return {
    taskDefinitionArn: record.arn,
    ...record.document,
    revision: record.revision,
    status: record.status,
    registeredAt: toEpochSeconds(record.registeredAt),
    registeredBy: record.registeredBy,
    deregisteredAt: record.deregisteredAt === undefined ? undefined : toEpochSeconds(record.deregisteredAt),
    deleteRequestedAt: record.deleteRequestedAt === undefined ? undefined : toEpochSeconds(record.deleteRequestedAt)
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const register = operation(document, (input, { region, now, principal }) => {
  const rules = readRules(input, '');
  checkTaskDefinition(rules);
  refuseReservedTags(rules.tags);
  refuseUnsupported(input);
  const family = rules.family ?? '';
  const { families } = region.part(ECS);
  const revisions = families.get(family) ?? [];
  families.set(family, revisions);
  const revision = revisions.length + 1;
  const filled = fillDefaults(input);
  const record: TaskDefinitionRecord = {
    arn: region.arn('ecs', `task-definition/${family}:${revision}`),
    family,
    revision,
    status: 'ACTIVE',
    document: filled,
    containers: readContainerDefinitions(filled['containerDefinitions'], 'containerDefinitions'),
    registeredAt: now,
    registeredBy: principal,
    deregisteredAt: undefined,
    deleteRequestedAt: undefined,
    tags: rules.tags ?? []
  };
  revisions.push(record);
  return { taskDefinition: renderTaskDefinition(record), tags: record.tags.length === 0 ? undefined : record.tags };
});

/** What ECS fills in on registration, so that a describe shows it although nobody wrote it. */
function fillDefaults(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { cpu, memory, ...rest } = withoutMembers(withoutNulls(input), 'tags');
  const networkMode = typeof rest['networkMode'] === 'string' ? rest['networkMode'] : undefined;
  const required = Array.isArray(rest['requiresCompatibilities']) ? rest['requiresCompatibilities'] : [];
  const containers = Array.isArray(rest['containerDefinitions']) ? rest['containerDefinitions'] : [];
  const volumes = Array.isArray(rest['volumes']) ? rest['volumes'] : [];
  return {
    ...rest,
    containerDefinitions: containers.filter(isStructure).map(each => fillContainer(each, networkMode)),
    volumes: volumes.filter(isStructure).map(fillVolume),
    placementConstraints: rest['placementConstraints'] ?? [],
    compatibilities:
      required.includes('FARGATE') || networkMode === 'awsvpc' ? ['EC2', 'FARGATE'] : ['EXTERNAL', 'EC2'],
    requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
    ...(typeof cpu === 'string' ? { cpu: String(readCpu(cpu)) } : {}),
    ...(typeof memory === 'string' ? { memory: String(readMemory(memory)) } : {})
  };
}

/** A volume that nothing more is said of is one of the host; EFS is mounted at its root. */
function fillVolume(volume: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const efs = volume['efsVolumeConfiguration'];
  if (isStructure(efs)) return { ...volume, efsVolumeConfiguration: { rootDirectory: '/', ...efs } };
  const isPlain = Object.keys(volume).every(member => member === 'name');
  return isPlain ? { ...volume, host: {} } : volume;
}

function fillContainer(
  container: Readonly<Record<string, unknown>>,
  networkMode: string | undefined
): Readonly<Record<string, unknown>> {
  const ports = Array.isArray(container['portMappings']) ? container['portMappings'].filter(isStructure) : [];
  const check = container['healthCheck'];
  return {
    ...container,
    cpu: container['cpu'] ?? 0,
    portMappings: ports.map(port => fillPort(port, networkMode)),
    essential: container['essential'] ?? true,
    environment: container['environment'] ?? [],
    mountPoints: container['mountPoints'] ?? [],
    volumesFrom: container['volumesFrom'] ?? [],
    systemControls: container['systemControls'] ?? [],
    ...(isStructure(check) ? { healthCheck: { interval: 30, timeout: 5, retries: 3, ...check } } : {})
  };
}

/** A range of ports is bound as the host likes. */
function fillPort(
  port: Readonly<Record<string, unknown>>,
  networkMode: string | undefined
): Readonly<Record<string, unknown>> {
  const protocol = port['protocol'] ?? 'tcp';
  if (port['containerPort'] === undefined) return { ...port, protocol };
  const otherwise = networkMode === 'awsvpc' || networkMode === 'host' ? port['containerPort'] : 0;
  return { ...port, hostPort: port['hostPort'] ?? otherwise, protocol };
}

function withoutNulls(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([name, member]) => [name, cleanNulls(member)])
  );
}

function cleanNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleanNulls);
  return isStructure(value) ? withoutNulls(value) : value;
}

const describe = operation(structure({ taskDefinition: string, include: list(string) }), (input, { region }) => {
  const record = findTaskDefinition(region, input.taskDefinition ?? '');
  return {
    taskDefinition: renderTaskDefinition(record),
    tags: input.include?.includes('TAGS') === true ? record.tags : []
  };
});

const listDefinitions = operation(
  structure({ familyPrefix: string, status: string, sort: string, nextToken: string, maxResults: integer }),
  (input, { region }) => {
    const status = input.status ?? 'ACTIVE';
    const names = [...region.part(ECS).families.keys()].sort();
    const arns = names
      .filter(name => input.familyPrefix === undefined || name === input.familyPrefix)
      .flatMap(name => region.part(ECS).families.get(name) ?? [])
      .filter(each => each.status === status)
      .map(each => each.arn);
    const page = cutPage(input.sort === 'DESC' ? arns.reverse() : arns, input.maxResults, input.nextToken);
    return { taskDefinitionArns: page.items, nextToken: page.nextToken };
  }
);

const listFamilies = operation(
  structure({ familyPrefix: string, status: string, nextToken: string, maxResults: integer }),
  (input, { region }) => {
    const status = input.status ?? 'ACTIVE';
    const names = [...region.part(ECS).families]
      .filter(([name]) => name.startsWith(input.familyPrefix ?? ''))
      .filter(([, revisions]) => {
        const isActive = revisions.some(each => each.status === 'ACTIVE');
        return status === 'ALL' || isActive === (status === 'ACTIVE');
      })
      .map(([name]) => name)
      .sort();
    const page = cutPage(names, input.maxResults, input.nextToken);
    return { families: page.items, nextToken: page.nextToken };
  }
);

const deregister = operation(structure({ taskDefinition: string }), (input, { region, now }) => {
  const { taskDefinition: reference = '' } = input;
  if (!/:\d+$/.test(reference)) throw new AwsFault('ClientException', 'Invalid revision number. Number: null');
  const record = findTaskDefinition(region, reference);
  record.status = 'INACTIVE';
  record.deregisteredAt ??= now;
  return { taskDefinition: renderTaskDefinition(record) };
});

/** One by `family:revision` or ARN; undefined where there is none, or where the revision is not said. */
function findRevision(region: RegionState, reference: string): TaskDefinitionRecord | undefined {
  const [family = '', revision] = shortName(reference).split(':');
  return revisionsOf(region, family).find(each => String(each.revision) === revision);
}

const deleteDefinitions = operation(structure({ taskDefinitions: list(string) }), (input, { region, now }) => {
  const deleted: unknown[] = [];
  const failures: unknown[] = [];
  const references = input.taskDefinitions ?? [];
  if (references.length > MOST_DELETED) {
    throw new AwsFault('InvalidParameterException', `taskDefinitions can have at most ${MOST_DELETED} items.`);
  }
  for (const reference of references) {
    const record = findRevision(region, reference);
    if (record === undefined) {
      const arn = reference.startsWith('arn:') ? reference : region.arn('ecs', `task-definition/${reference}`);
      failures.push({
        arn,
        reason: 'The specified task definition does not exist. Specify a valid account, family, revision and try again.'
      });
      continue;
    }
    if (record.status === 'ACTIVE') {
      const detail =
        'The specified task definition is still in ACTIVE status. Please deregister the target and try again.';
      failures.push({ arn: record.arn, reason: detail });
      continue;
    }
    record.status = 'DELETE_IN_PROGRESS';
    record.deleteRequestedAt ??= now;
    deleted.push(renderTaskDefinition(record));
  }
  return { taskDefinitions: deleted, failures };
});

export const taskDefinitionOperations: Readonly<Record<string, Operation>> = {
  RegisterTaskDefinition: register,
  DescribeTaskDefinition: describe,
  ListTaskDefinitions: listDefinitions,
  ListTaskDefinitionFamilies: listFamilies,
  DeregisterTaskDefinition: deregister,
  DeleteTaskDefinitions: deleteDefinitions
};
