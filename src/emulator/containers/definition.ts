import { boolean, integer, list, map, string, structure } from '../server/decode.js';
import type { Members } from '../server/decode.js';

/** The parts of a task definition that its containers are run by (TaskDefinition and ContainerDefinition of the ECS service model). */

const keyValue = structure({ name: string, value: string });

const healthCheck = {
  command: list(string),
  interval: integer,
  timeout: integer,
  retries: integer,
  startPeriod: integer
};
export type HealthCheck = Members<typeof healthCheck>;

const dependency = { containerName: string, condition: string };

const container = {
  name: string,
  image: string,
  essential: boolean,
  cpu: integer,
  memory: integer,
  memoryReservation: integer,
  links: list(string),
  portMappings: list(structure({ containerPort: integer, protocol: string })),
  entryPoint: list(string),
  command: list(string),
  environment: list(keyValue),
  environmentFiles: list(structure({ value: string })),
  secrets: list(structure({ name: string, valueFrom: string })),
  dependsOn: list(structure(dependency)),
  mountPoints: list(structure({ sourceVolume: string, containerPath: string, readOnly: boolean })),
  volumesFrom: list(structure({ sourceContainer: string, readOnly: boolean })),
  workingDirectory: string,
  user: string,
  hostname: string,
  privileged: boolean,
  readonlyRootFilesystem: boolean,
  interactive: boolean,
  pseudoTerminal: boolean,
  extraHosts: list(structure({ hostname: string, ipAddress: string })),
  dnsServers: list(string),
  dockerLabels: map(string),
  ulimits: list(structure({ name: string, softLimit: integer, hardLimit: integer })),
  systemControls: list(structure({ namespace: string, value: string })),
  stopTimeout: integer,
  healthCheck: structure(healthCheck),
  linuxParameters: structure({
    capabilities: structure({ add: list(string), drop: list(string) }),
    initProcessEnabled: boolean,
    sharedMemorySize: integer,
    tmpfs: list(structure({ containerPath: string, size: integer, mountOptions: list(string) }))
  })
};
export type RunContainer = Members<typeof container>;

const task = {
  family: string,
  networkMode: string,
  memory: string,
  containerDefinitions: list(structure(container)),
  volumes: list(structure({ name: string, host: structure({ sourcePath: string }) })),
  runtimePlatform: structure({ cpuArchitecture: string })
};
export type RunTaskDefinition = Members<typeof task>;
export const readRunTask = structure(task);
