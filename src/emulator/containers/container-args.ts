import type { RunContainer, RunTaskDefinition } from './definition.js';
import type { ContainerOverrides } from './engine.js';

/** Where a container of a task lives. */
export interface Surroundings {
  /** The container's name at Docker. */
  readonly name: string;
  /** Marks it as one of this rehearsal's. */
  readonly label: string;
  /** What `--network` gets. */
  readonly network: string;
  /** Names under which others of the task reach it, where it has a network of its own. */
  readonly aliases: readonly string[];
  /** The task's volumes at Docker, by the names of the task definition. */
  readonly volumes: ReadonlyMap<string, string>;
  /** The task's other containers at Docker, by their names in the task definition. */
  readonly siblings: ReadonlyMap<string, string>;
  readonly region: string;
  /** What the user says for variables and secrets, by name; it comes last. */
  readonly given: ReadonlyMap<string, string>;
}

/** The arguments of `docker create`, and the variables that Docker takes from its own environment: values do not belong on a command line. */
interface CreateCommand {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a secret is in a rehearsal where the user gives no value: the real one is never read. */
const SECRET_STAND_IN = 'rehearsal';

/** In Docker's own environment these would change Docker. */
const DOCKERS_OWN =
  /^(PATH|HOME|TMPDIR|LD_.*|DOCKER_.*|BUILDX_.*|COMPOSE_.*|XDG_.*|SSH_.*|(?:HTTPS?|NO|ALL)_PROXY|(?:https?|no|all)_proxy)$/;

/** Turns a container definition into `docker create`, as ECS's agent does into Docker's API. Pure. */
export function planCreate(
  task: RunTaskDefinition,
  container: RunContainer,
  overrides: ContainerOverrides | undefined,
  around: Surroundings
): CreateCommand {
  const args = ['create', '--name', around.name, '--label', around.label, '--network', around.network];
  // What the image says of its health is nothing to ECS.
  args.push('--no-healthcheck', '--pull', 'never');
  const add = (flag: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== '') args.push(flag, String(value));
  };
  const own = !around.network.startsWith('container:');
  for (const alias of own ? around.aliases : []) add('--network-alias', alias);
  add('--hostname', own ? container.hostname : undefined);
  for (const server of own ? (container.dnsServers ?? []) : []) add('--dns', server);
  for (const host of own ? (container.extraHosts ?? []) : [])
    add('--add-host', `${host.hostname ?? ''}:${host.ipAddress ?? ''}`);
  for (const { containerPort, protocol } of own && around.network !== 'none' ? (container.portMappings ?? []) : []) {
    add('--publish', containerPort === undefined ? undefined : `127.0.0.1::${containerPort}/${protocol ?? 'tcp'}`);
  }
  addLimits(task, container, add);
  addStorage(container, around, add);
  addLinux(container, own, add);
  if (container.linuxParameters?.initProcessEnabled === true) args.push('--init');
  add('--workdir', container.workingDirectory);
  add('--user', container.user);
  for (const [name, value] of Object.entries(container.dockerLabels ?? {})) add('--label', `${name}=${value}`);
  if (container.privileged === true) args.push('--privileged');
  if (container.readonlyRootFilesystem === true) args.push('--read-only');
  if (container.interactive === true) args.push('--interactive');
  if (container.pseudoTerminal === true) args.push('--tty');
  const env: Record<string, string> = {};
  for (const [name, value] of variablesOf(container, overrides, around)) {
    if (DOCKERS_OWN.test(name)) args.push('--env', `${name}=${value}`);
    else {
      args.push('--env', name);
      env[name] = value;
    }
  }
  const [entry, ...entryWords] = container.entryPoint ?? [];
  add('--entrypoint', entry);
  const command = overrides?.command ?? container.command ?? [];
  return { args: [...args, container.image ?? '', ...entryWords, ...command], env };
}

function variablesOf(
  container: RunContainer,
  overrides: ContainerOverrides | undefined,
  { region, given }: Surroundings
): ReadonlyMap<string, string> {
  const variables = new Map([
    ['AWS_REGION', region],
    ['AWS_DEFAULT_REGION', region]
  ]);
  for (const { name, value } of [...(container.environment ?? []), ...(overrides?.environment ?? [])]) {
    if (name !== undefined && name !== '') variables.set(name, value ?? '');
  }
  for (const { name } of container.secrets ?? []) if (name !== undefined) variables.set(name, SECRET_STAND_IN);
  for (const [name, value] of given) variables.set(name, value);
  return variables;
}

type Add = (flag: string, value: string | number | undefined) => void;

function addLimits(task: RunTaskDefinition, container: RunContainer, add: Add): void {
  const whole = /^\d+$/.test(task.memory ?? '') ? Number(task.memory) : undefined;
  const memory = container.memory ?? whole;
  add('--memory', memory === undefined ? undefined : `${memory}m`);
  // Docker takes no reservation above the limit.
  const reservation = container.memoryReservation;
  if (reservation !== undefined && (memory === undefined || reservation < memory))
    add('--memory-reservation', `${reservation}m`);
  if ((container.cpu ?? 0) >= 2) add('--cpu-shares', container.cpu);
  for (const { name, softLimit, hardLimit } of container.ulimits ?? []) {
    add('--ulimit', `${name ?? ''}=${softLimit ?? 0}:${hardLimit ?? softLimit ?? 0}`);
  }
}

function addStorage(container: RunContainer, { volumes, siblings }: Surroundings, add: Add): void {
  for (const { sourceVolume, containerPath, readOnly } of container.mountPoints ?? []) {
    const volume = volumes.get(sourceVolume ?? '');
    if (volume === undefined || containerPath === undefined) continue;
    add('--volume', `${volume}:${containerPath}${readOnly === true ? ':ro' : ''}`);
  }
  for (const { sourceContainer, readOnly } of container.volumesFrom ?? []) {
    const sibling = siblings.get(sourceContainer ?? '');
    if (sibling !== undefined) add('--volumes-from', `${sibling}${readOnly === true ? ':ro' : ''}`);
  }
  for (const { containerPath, size, mountOptions } of container.linuxParameters?.tmpfs ?? []) {
    const options = [size === undefined ? '' : `size=${size}m`, ...(mountOptions ?? [])].filter(
      option => option !== ''
    );
    add('--tmpfs', [containerPath ?? '', ...(options.length === 0 ? [] : [options.join(',')])].join(':'));
  }
  const shared = container.linuxParameters?.sharedMemorySize;
  add('--shm-size', shared === undefined ? undefined : `${shared}m`);
}

function addLinux(container: RunContainer, ownNetwork: boolean, add: Add): void {
  const { capabilities } = container.linuxParameters ?? {};
  for (const capability of capabilities?.add ?? []) add('--cap-add', capability);
  for (const capability of capabilities?.drop ?? []) add('--cap-drop', capability);
  for (const { namespace, value } of container.systemControls ?? []) {
    // Those of the network belong to whoever has it.
    if (ownNetwork || namespace?.startsWith('net.') !== true) add('--sysctl', `${namespace ?? ''}=${value ?? ''}`);
  }
}
