import { AwsFault } from '../server/protocol.js';
import type { ContainerDefinition, Tag } from './shapes.js';

/** RegisterTaskDefinition's input, as far as rules look at it. */
interface TaskDefinitionInput {
  readonly family?: string | undefined;
  readonly containerDefinitions?: readonly ContainerDefinition[] | undefined;
  readonly cpu?: string | undefined;
  readonly memory?: string | undefined;
  readonly networkMode?: string | undefined;
  readonly requiresCompatibilities?: readonly string[] | undefined;
  readonly executionRoleArn?: string | undefined;
  readonly taskRoleArn?: string | undefined;
  readonly tags?: readonly Tag[] | undefined;
}

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const MOST_BYTES = 65_536;
const MOST_CONTAINERS = 10;
const ECR_IMAGE = /^\d{12}\.dkr[.-]ecr[.-]|^\d+\.dkr\.ecr\./;

/** Task memory in MiB that Fargate takes for a task's CPU units: from, to, step; or single values. */
const FARGATE_MEMORY: Readonly<Record<string, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: range(1024, 4096, 1024),
  1024: range(2048, 8192, 1024),
  2048: range(4096, 16_384, 1024),
  4096: range(8192, 30_720, 1024),
  8192: range(16_384, 61_440, 4096),
  16384: range(32_768, 122_880, 8192),
  32768: [61_440, 122_880, 249_856]
};

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

function refuse(message: string): never {
  throw new AwsFault('ClientException', message);
}

/** `256` and `.25 vCPU` alike, in CPU units; NaN where it is neither. */
export function readCpu(text: string): number {
  const vcpu = /^\s*(\d*\.?\d+)\s*vCPU\s*$/i.exec(text)?.[1];
  if (vcpu !== undefined) return Number(vcpu) * 1024;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** `512` and `0.5 GB` alike, in MiB; NaN where it is neither. */
export function readMemory(text: string): number {
  const gigabytes = /^\s*(\d*\.?\d+)\s*GB\s*$/i.exec(text)?.[1];
  if (gigabytes !== undefined) return Number(gigabytes) * 1024;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/**
 * The rules by which ECS refuses a task definition, with its own sentences (as users report them), in the order in which it
 * looks. Throws ClientException for the first that is broken.
 */
export function checkTaskDefinition(input: TaskDefinitionInput): void {
  const containers = input.containerDefinitions ?? [];
  const { family = '' } = input;
  if (family === '') refuse('Family should not be null or empty.');
  if (input.tags?.length === 0) refuse('Tags can not be empty.');
  if (!NAME.test(family)) refuse(`Family contains invalid characters: '${family}'.`);
  if (containers.length === 0) refuse('Container list cannot be empty.');
  if (containers.length > MOST_CONTAINERS) {
    refuse(
      `Too many containers: ${containers.length}. A task definition can have at most ${MOST_CONTAINERS} containers.`
    );
  }
  checkNames(containers);
  for (const container of containers) checkContainer(container, input);
  checkDependencies(containers);
  if (containers.every(each => each.essential === false))
    refuse("Task definition doesn't have any essential container");
  for (const role of [input.taskRoleArn, input.executionRoleArn]) {
    if (role === '') refuse('Role is not valid');
  }
  checkSizes(input, containers);
  if (input.requiresCompatibilities?.includes('FARGATE') === true) checkFargate(input, containers);
  const length = Buffer.byteLength(JSON.stringify(input));
  if (length > MOST_BYTES) refuse(`Actual length: '${length}'. Max allowed length is '${MOST_BYTES}' bytes.`);
}

function checkNames(containers: readonly ContainerDefinition[]): void {
  const names = new Set<string>();
  for (const { name, image } of containers) {
    if (name === undefined || name === '') refuse('Container.name should not be null or empty.');
    if (!NAME.test(name)) refuse(`Container.name contains invalid characters: '${name}'.`);
    if (image === undefined || image === '') refuse('Container.image should not be null or empty.');
    if (names.has(name)) refuse('Container names must be unique within a task definition');
    names.add(name);
  }
}

function checkContainer(container: ContainerDefinition, input: TaskDefinitionInput): void {
  const variables = new Set((container.environment ?? []).map(each => each.name));
  const secrets = new Set<string | undefined>();
  for (const { name } of container.secrets ?? []) {
    if (variables.has(name) || secrets.has(name)) {
      refuse(
        `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name ?? ''}'.`
      );
    }
    secrets.add(name);
  }
  if (secrets.size > 0 && input.executionRoleArn === undefined) {
    refuse("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.");
  }
  const log = container.logConfiguration;
  if (log?.logDriver === 'awslogs') {
    for (const option of ['awslogs-group', 'awslogs-region']) {
      if ((log.options?.[option] ?? '') === '') refuse(`Log driver awslogs requires options: ${option}`);
    }
  }
  if (input.networkMode === 'awsvpc') {
    if ((container.links ?? []).length > 0) refuse('Links are not supported when networkMode=awsvpc');
    for (const port of container.portMappings ?? []) {
      if (port.hostPort !== undefined && port.hostPort !== port.containerPort) {
        refuse('When networkMode=awsvpc, the host ports and container ports in port mappings must match.');
      }
    }
  }
}

function checkDependencies(containers: readonly ContainerDefinition[]): void {
  for (const container of containers) {
    for (const { containerName, condition } of container.dependsOn ?? []) {
      const target = containers.find(each => each.name === containerName);
      if (target === undefined) {
        refuse(`Cannot depend on container + '${containerName ?? ''}' because it does not exist`);
      }
      if ((condition === 'SUCCESS' || condition === 'COMPLETE') && target.essential !== false) {
        refuse('A dependency container with SUCCESS or COMPLETE condition cannot be an essential container');
      }
      if (condition === 'HEALTHY' && target.healthCheck === undefined) {
        refuse('A dependency container with HEALTHY condition must have health check configured');
      }
    }
  }
}

function checkSizes(input: TaskDefinitionInput, containers: readonly ContainerDefinition[]): void {
  if (input.cpu !== undefined && Number.isNaN(readCpu(input.cpu))) refuse("Invalid 'cpu' setting for task.");
  if (input.memory !== undefined && Number.isNaN(readMemory(input.memory)))
    refuse("Invalid 'memory' setting for task.");
  const whole = input.memory === undefined ? undefined : readMemory(input.memory);
  for (const container of containers) {
    const name = container.name ?? '';
    if (whole === undefined && container.memory === undefined && container.memoryReservation === undefined) {
      refuse(
        `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`
      );
    }
    if (whole !== undefined && (container.memory ?? 0) > whole) {
      refuse(`The 'memory' setting for container '${name}' is greater than for the task.`);
    }
    if ((container.memoryReservation ?? 0) > (container.memory ?? Number.POSITIVE_INFINITY)) {
      refuse(
        `Invalid setting for container '${name}'. The 'memory' setting must be at least as large as 'memoryReservation'.`
      );
    }
  }
}

function checkFargate(input: TaskDefinitionInput, containers: readonly ContainerDefinition[]): void {
  if (input.networkMode !== 'awsvpc') refuse('Fargate only supports network mode ‘awsvpc’.');
  if (input.cpu === undefined) refuse("Fargate requires that 'cpu' be defined at the task level.");
  if (input.memory === undefined) refuse("Fargate requires that 'memory' be defined at the task level.");
  const memory = FARGATE_MEMORY[String(readCpu(input.cpu))];
  if (memory?.includes(readMemory(input.memory)) !== true) {
    refuse('No Fargate configuration exists for given values.');
  }
  for (const container of containers) {
    if (container.privileged === true) refuse("Fargate requires that the 'privileged' setting be 'false'.");
    if (input.executionRoleArn !== undefined) continue;
    if (ECR_IMAGE.test(container.image ?? '')) {
      refuse('Fargate requires task definition to have execution role ARN to support ECR images.');
    }
    if (container.logConfiguration?.logDriver === 'awslogs') {
      refuse('Fargate requires task definition to have execution role ARN to support log driver awslogs.');
    }
  }
}
