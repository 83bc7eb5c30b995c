import { writeLogLines } from '../logs/state.js';
import type { ContainerDefinition } from './shapes.js';
import type { TaskRecord } from './state.js';
import type { RegionState } from '../server/state.js';

/** Writes lines as a container of a task does: into its awslogs stream `<prefix>/<container>/<task id>`; other drivers keep nothing here. */
export function writeContainerLines(
  region: RegionState,
  task: TaskRecord,
  containerName: string,
  lines: readonly string[]
): void {
  const container = task.taskDefinition.containers.find(each => each.name === containerName);
  const options = container?.logConfiguration?.options ?? {};
  const group = options['awslogs-group'];
  if (container?.logConfiguration?.logDriver !== 'awslogs' || group === undefined) return;
  const prefix = options['awslogs-stream-prefix'];
  const runtimeId = task.containers.find(each => each.name === containerName)?.runtimeId ?? task.id;
  const stream = prefix === undefined ? runtimeId : `${prefix}/${containerName}/${task.id}`;
  const home = region.cloud.region(options['awslogs-region'] ?? region.name);
  // Docker's awslogs driver sends no event for an empty line: CloudWatch Logs takes none.
  writeLogLines(
    home,
    group,
    stream,
    lines.filter(line => line !== '')
  );
}

/** What a container says when it starts well. */
export function startLines(container: ContainerDefinition): readonly string[] {
  const port = container.portMappings?.[0]?.containerPort;
  return [
    `starting ${container.name ?? 'container'} (pid 1)`,
    port === undefined ? 'ready' : `listening on 0.0.0.0:${port}`
  ];
}

/** The last words of a container that crashes at start: what it missed, and a stack trace. */
export function crashLines(container: ContainerDefinition): readonly string[] {
  const missing = container.secrets?.[0]?.name ?? 'DATABASE_URL';
  return [
    `starting ${container.name ?? 'container'} (pid 1)`,
    '/app/config.js:14',
    '    throw new Error(`${name} is not set`);',
    '    ^',
    `Error: ${missing} is not set`,
    '    at requireVariable (/app/config.js:14:11)',
    '    at loadConfig (/app/config.js:27:18)',
    '    at main (/app/server.js:8:18)',
    '    at Object.<anonymous> (/app/server.js:42:1)',
    'Node.js v24.4.1'
  ];
}

/** The last words of a container that needs more memory than it has. */
export function outOfMemoryLines(container: ContainerDefinition): readonly string[] {
  return [
    `starting ${container.name ?? 'container'} (pid 1)`,
    'loading the product index into memory',
    'heap used 61 MiB, 233 MiB, 489 MiB',
    'Killed'
  ];
}

/** What a container says whose health check fails. */
export function unhealthyLines(container: ContainerDefinition): readonly string[] {
  const port = container.portMappings?.[0]?.containerPort ?? 80;
  return [
    `starting ${container.name ?? 'container'} (pid 1)`,
    `listening on 0.0.0.0:${port}`,
    'GET /health 503 (ELB-HealthChecker/2.0) database: connection refused',
    'GET /health 503 (ELB-HealthChecker/2.0) database: connection refused'
  ];
}
