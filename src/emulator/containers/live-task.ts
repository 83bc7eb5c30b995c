import { planCreate, type Surroundings } from './container-args.js';
import type { RunContainer, RunTaskDefinition } from './definition.js';
import { docker, DockerError, followDocker, tryDocker } from './docker.js';
import { findHostAccess } from './host-access.js';
import type { ContainerOverrides, Endpoint, LiveTask, TaskEvents, TaskOrder } from './engine.js';
import { pause, watch, watchHealth, type Rhythm } from './health.js';
import { readinessOf, type StartupWave } from './order.js';
import { probe } from './probe.js';
import { ForeignImageError, PROCESSORS } from './processors.js';

/** What a task needs of the engine that runs it. */
export interface Engine {
  /** Marks what is this rehearsal's at Docker. */
  readonly label: string;
  /** The image with the program that waits; undefined where the processor has none. */
  readonly pauseImage: string | undefined;
  readonly given: ReadonlyMap<string, string>;
  /** Tasks may be privileged, and mount folders of this machine. */
  readonly allowHostAccess: boolean;
  /** How many times as fast as the world the built-in AWS is. */
  readonly scale: number;
  /** Makes an image be there, for a processor where the task names one. Rejects with DockerError; with ForeignImageError where this machine cannot run it. */
  ensureImage(image: string, region: string, architecture: string | undefined): Promise<void>;
}

/** How long a container has between SIGTERM and SIGKILL, in seconds, where it does not say (ECS_CONTAINER_STOP_TIMEOUT). */
const STOP_TIMEOUT = 30;
const SHORTEST_STOP = 2;
/** Between two looks at whether the endpoint's container has started, in milliseconds. */
const LOOK_EVERY = 100;
/** Of an endpoint of which nothing is known: Elastic Load Balancing's own defaults. */
const CHECK_INTERVAL = 30;
const CHECK_RETRIES = 2;

/** One task: its network, its containers in the order of `dependsOn`, their logs, health and ends. */
export class ContainerTask implements LiveTask {
  readonly #order: TaskOrder;
  readonly #task: RunTaskDefinition;
  readonly #engine: Engine;
  readonly #events: TaskEvents;
  readonly #containers: readonly RunContainer[];
  readonly #stages = new Map<string, StartupWave>();
  readonly #ids = new Map<string, string>();
  /** Where Docker has published the ports of containers, by container and port; that stays as long as they run. */
  readonly #addresses = new Map<string, { readonly host: string; readonly port: number }>();
  readonly #begun = new Set<string>();
  readonly #end = new AbortController();
  #network = 'none';
  #stopped = false;
  #refused = false;

  constructor(order: TaskOrder, task: RunTaskDefinition, engine: Engine, events: TaskEvents) {
    this.#order = order;
    this.#task = task;
    this.#engine = engine;
    this.#events = events;
    this.#containers = task.containerDefinitions ?? [];
    for (const { name = '' } of this.#containers) {
      this.#stages.set(name, { started: false, healthy: false, exitCode: undefined });
    }
    void this.#begin();
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    for (const container of this.#containers) {
      const id = this.#ids.get(container.name ?? '');
      if (id !== undefined) this.#stopContainer(container, id);
    }
  }

  /** Its time to end by itself is virtual: nobody waits half a minute of the world's for a program that does not listen. */
  #stopContainer({ stopTimeout = STOP_TIMEOUT }: RunContainer, id: string): void {
    const seconds = Math.max(Math.ceil(stopTimeout / this.#engine.scale), SHORTEST_STOP);
    void tryDocker(['stop', '-t', String(seconds), id]);
  }

  /** No event comes after this. What is left at Docker the engine removes by its label. */
  abandon(): void {
    this.#stopped = true;
    this.#end.abort();
  }

  async #begin(): Promise<void> {
    const access = this.#engine.allowHostAccess ? undefined : findHostAccess(this.#task);
    if (access !== undefined) {
      const reason = `CannotCreateContainerError: ${access}, which a rehearsal lets nobody do on this machine without --allow-host-access.`;
      // Whoever looks at the task looks a moment after it was made.
      await Promise.resolve();
      this.#refuse(this.#containers[0]?.name ?? '', reason);
      return;
    }
    const architecture = PROCESSORS[this.#task.runtimePlatform?.cpuArchitecture ?? ''];
    for (const image of new Set(this.#containers.map(container => container.image ?? ''))) {
      try {
        await this.#engine.ensureImage(image, this.#order.region, architecture);
      } catch (error) {
        const culprit = this.#containers.find(container => container.image === image)?.name ?? '';
        const kind = error instanceof ForeignImageError ? '' : 'CannotPullContainerError: ';
        this.#refuse(culprit, kind + reasonOf(error));
        return;
      }
    }
    if (this.#isOver()) return;
    this.#events.pulled();
    try {
      for (const volume of new Set(this.#volumeNames())) {
        if (this.#folderOf(volume) !== undefined) continue;
        await docker(['volume', 'create', '--label', this.#engine.label, `slipway-${this.#order.id}-${volume}`]);
      }
      await this.#openNetwork();
    } catch (error) {
      this.#refuse(this.#containers[0]?.name ?? '', `ResourceInitializationError: ${reasonOf(error)}`);
      return;
    }
    if (this.#order.endpoint !== undefined) void this.#watchEndpoint(this.#order.endpoint);
    this.#startReady();
  }

  async #openNetwork(): Promise<void> {
    const mode = this.#task.networkMode ?? 'bridge';
    const { label, pauseImage } = this.#engine;
    if (mode === 'none') return;
    const network = `slipway-${this.#order.id}`;
    await docker(['network', 'create', '--label', label, network]);
    this.#network = network;
    if (mode === 'bridge' || pauseImage === undefined) return;
    const mapped = this.#containers.flatMap(({ portMappings = [] }) =>
      portMappings.flatMap(({ containerPort, protocol = 'tcp' }) =>
        containerPort === undefined ? [] : `${containerPort}/${protocol}`
      )
    );
    // A load balancer may look at a port that the task definition does not name: with awsvpc all of them are open.
    const looked = this.#order.endpoint === undefined ? [] : [`${portOf(this.#order.endpoint)}/tcp`];
    const ports = [...new Set([...mapped, ...looked])].flatMap(port => ['--publish', `127.0.0.1::${port}`]);
    const hosts = this.#containers.flatMap(({ extraHosts = [] }) =>
      extraHosts.flatMap(({ hostname, ipAddress }) => ['--add-host', `${hostname ?? ''}:${ipAddress ?? ''}`])
    );
    const name = `${network}-pause`;
    await docker([
      'run',
      '--detach',
      '--name',
      name,
      '--label',
      label,
      '--network',
      network,
      ...ports,
      ...hosts,
      pauseImage
    ]);
    this.#network = `container:${name}`;
  }

  #startReady(): void {
    if (this.#isOver()) return;
    for (const container of this.#containers) {
      const { name = '' } = container;
      if (this.#begun.has(name)) continue;
      const readiness = readinessOf(container, this.#stages);
      if (readiness === 'never') {
        this.#refuse(
          name,
          `Container ${name} cannot start: a container that it depends on did not come as far as its dependsOn says.`
        );
        return;
      }
      if (readiness === 'ready') {
        this.#begun.add(name);
        void this.#run(container);
      }
    }
  }

  async #run(container: RunContainer): Promise<void> {
    const { name = '' } = container;
    const { args, env } = planCreate(this.#task, container, this.#overridesOf(name), this.#surroundingsOf(container));
    let id: string;
    try {
      id = await docker(args, { env });
      if (this.#isOver()) return;
      await docker(['start', id]);
    } catch (error) {
      this.#refuse(name, `CannotStartContainerError: Error response from daemon: ${reasonOf(error)}`);
      return;
    }
    this.#ids.set(name, id);
    const stage = this.#stages.get(name);
    if (stage === undefined) return;
    stage.started = true;
    this.#tell(() => this.#events.started(name, id.slice(0, 12)));
    // It was told to stop while it was starting.
    if (this.#stopped) this.#stopContainer(container, id);
    const own = new AbortController();
    const signal = AbortSignal.any([own.signal, this.#end.signal]);
    const logs = followDocker(['logs', '--follow', id], line => this.#tell(() => this.#events.logged(name, [line])));
    void watchHealth(id, container.healthCheck ?? {}, healthy => this.#noteHealth(name, healthy), signal);
    this.#startReady();
    const code = Number(await docker(['wait', id]).catch(() => '137'));
    own.abort();
    await logs;
    stage.exitCode = code;
    const killed = (await tryDocker(['inspect', '--format', '{{.State.OOMKilled}}', id])).stdout.trim() === 'true';
    const reason = killed ? 'OutOfMemoryError: Container killed due to memory usage' : undefined;
    this.#tell(() => this.#events.exited(name, code, reason));
    this.#startReady();
  }

  #noteHealth(name: string, healthy: boolean): void {
    const stage = this.#stages.get(name);
    if (stage !== undefined) stage.healthy = healthy;
    this.#tell(() => this.#events.checked(name, healthy));
    if (healthy) this.#startReady();
  }

  /** Looks at the endpoint as its load balancer does until the task ends, from when its container has started. */
  async #watchEndpoint(endpoint: Endpoint): Promise<void> {
    const { container, check, graceSeconds } = endpoint;
    while (this.#stages.get(container)?.started !== true) {
      if (this.#isOver()) return;
      await pause(LOOK_EVERY, this.#end.signal);
    }
    const look = async (): Promise<string | undefined> => {
      const address = await this.findAddress(container, portOf(endpoint));
      return address === undefined ? 'Health checks failed' : probe(address.host, address.port, check);
    };
    const rhythm: Rhythm = {
      interval: (check?.intervalSeconds ?? CHECK_INTERVAL) * 1000,
      retries: check?.unhealthyThreshold ?? CHECK_RETRIES,
      startPeriod: graceSeconds * 1000
    };
    const tell = (failure: string | undefined): void => {
      if (!this.#isOver()) this.#events.answered(failure);
    };
    await watch(look, rhythm, tell, this.#end.signal);
  }

  async findAddress(container: string, port: number): Promise<{ host: string; port: number } | undefined> {
    const key = `${container} ${port}`;
    const found = this.#addresses.get(key) ?? (await this.#lookUpAddress(port, container));
    if (found !== undefined) this.#addresses.set(key, found);
    return found;
  }

  async #lookUpAddress(port: number, container: string): Promise<{ host: string; port: number } | undefined> {
    const holder = this.#network.startsWith('container:')
      ? this.#network.slice('container:'.length)
      : (this.#ids.get(container) ?? '');
    const { stdout } = await tryDocker(['port', holder, `${port}/tcp`]);
    const found = /^(.+):(\d+)$/m.exec(stdout);
    return found === null ? undefined : { host: found[1] ?? '', port: Number(found[2]) };
  }

  #surroundingsOf({ name = '' }: RunContainer): Surroundings {
    // `links` of the others: `name` or `name:alias`.
    const links = this.#containers.flatMap(({ links: list = [] }) => list.map(link => link.split(':')));
    const aliases = links.flatMap(([linked, alias]) => (linked === name && alias !== undefined ? [alias] : []));
    return {
      name: `slipway-${this.#order.id}-${name}`,
      label: this.#engine.label,
      network: this.#network,
      aliases: [...new Set([name, ...aliases])],
      volumes: new Map(
        this.#volumeNames().map(volume => [volume, this.#folderOf(volume) ?? `slipway-${this.#order.id}-${volume}`])
      ),
      siblings: new Map([...this.#stages.keys()].map(other => [other, `slipway-${this.#order.id}-${other}`])),
      region: this.#order.region,
      given: this.#engine.given
    };
  }

  #volumeNames(): readonly string[] {
    return this.#containers.flatMap(({ mountPoints = [] }) =>
      mountPoints.map(({ sourceVolume }) => sourceVolume ?? '')
    );
  }

  /** The folder of this machine that a volume is; undefined where Docker keeps it. */
  #folderOf(volume: string): string | undefined {
    const path = this.#task.volumes?.find(({ name }) => name === volume)?.host?.sourcePath ?? '';
    return path === '' ? undefined : path;
  }

  #overridesOf(name: string): ContainerOverrides | undefined {
    return this.#order.overrides.find(each => each.name === name);
  }

  #refuse(container: string, reason: string): void {
    if (this.#refused || this.#isOver()) return;
    this.#refused = true;
    this.#events.refused(container, reason);
  }

  #isOver(): boolean {
    return this.#stopped || this.#end.signal.aborted;
  }

  #tell(tell: () => void): void {
    if (!this.#end.signal.aborted) tell();
  }
}

/** Where a load balancer looks. */
function portOf({ port, check }: Endpoint): number {
  return check?.port ?? port;
}

function reasonOf(error: unknown): string {
  if (error instanceof DockerError) return error.message.replace(/^(docker: )?Error response from daemon: /, '');
  return error instanceof Error ? error.message : String(error);
}
