import type { BuildConfig } from '../../config/config.js';
import { SlipwayError } from '../../errors.js';
import type { RunResult } from '../../ports.js';
import { builderInOptions, cacheType, createBuilderArgs, exportedCaches } from '../docker/docker-args.js';
import { BUILDER_CLEANUP } from '../docker/docker-cleanup.js';
import { explainDockerFailure } from '../docker/docker-failure.js';
import type { DockerConfigDir } from '../docker/docker-config-dir.js';
import type { ImagePorts } from '../ports.js';
import { isLoopback } from '../reference.js';

/** The buildx builder for an image, and where its result goes. */
export interface Builder {
  /** undefined: the one that is selected. */
  readonly name: string | undefined;
  /** `engine`: the image is loaded and `docker push` pushes it; `registry`: the builder pushes it itself. */
  readonly to: 'engine' | 'registry';
}

type BuilderPorts = Pick<ImagePorts, 'processes' | 'reporter' | 'cleanupStore' | 'clock' | 'signal'>;

/** The caches that the engine's own builder can export, and only with the containerd image store. */
const ENGINE_CACHES = new Set(['registry', 'local', 'gha']);

/** Finds or makes the builder for each image; at most one is made in a run. */
export class Builders {
  readonly #home: DockerConfigDir;
  readonly #ports: BuilderPorts;
  #own: string | undefined;
  /** One that cannot be made is not tried again. */
  #making: Promise<string> | undefined;

  constructor(home: DockerConfigDir, ports: BuilderPorts) {
    this.#home = home;
    this.#ports = ports;
  }

  /** The builder that was made and has to be removed. */
  get own(): string | undefined {
    return this.#own;
  }

  /**
   * The selected builder where it can do what the settings ask for. The engine's own cannot build for several platforms or export a
   * cache unless it has the containerd image store: only then a builder in a container is made.
   *
   * @param host the registry that the image goes to
   */
  async choose(build: BuildConfig, host: string): Promise<Builder> {
    const named = builderInOptions(build.buildOptions);
    const driver = await this.#readDriver(named);
    if (driver !== 'docker') return { name: undefined, to: 'registry' };
    const demands = demandsOf(build);
    if (demands.length === 0) return { name: undefined, to: 'engine' };
    if (await this.#engineCan(build)) return { name: undefined, to: 'registry' };
    if (named !== undefined) {
      throw new SlipwayError({
        code: 'docker-builder',
        fault: 'user',
        what: `The builder ${named} (driver docker) of build-options does not support ${demands.join(' and ')}.`,
        next: 'Name a builder with the driver docker-container, or leave --builder out: Slipway then creates one and removes it afterwards.'
      });
    }
    this.#making ??= this.#create(host, demands);
    return { name: await this.#making, to: 'registry' };
  }

  async #readDriver(name: string | undefined): Promise<string> {
    const result = await this.#docker(['buildx', 'inspect', ...(name === undefined ? [] : [name])]);
    const driver = /^Driver:\s*(\S+)/m.exec(result.stdout)?.[1];
    if (result.exitCode !== 0 || driver === undefined)
      throw explainDockerFailure('Looking at the selected buildx builder', result);
    return driver;
  }

  async #engineCan(build: BuildConfig): Promise<boolean> {
    if (exportedCaches(build).some(cache => !ENGINE_CACHES.has(cacheType(cache)))) return false;
    const result = await this.#docker(['info', '--format', '{{json .DriverStatus}}']);
    return result.stdout.includes('io.containerd.snapshotter');
  }

  async #create(host: string, demands: readonly string[]): Promise<string> {
    const { clock, cleanupStore: cleanupStore, reporter } = this.#ports;
    const unique = [clock.now(), clock.random() * 36 ** 6].map(number => Math.trunc(number).toString(36));
    const name = `slipway-${unique.join('-')}`;
    const title = `Create the builder ${name} (${demands.join(' and ')} not supported by the selected one)`;
    return reporter.group(title, async () => {
      cleanupStore.add(BUILDER_CLEANUP, { kind: 'docker-builder', directory: this.#home.directory, name });
      // Known from here on: a builder that did not come up is removed like one that did.
      this.#own = name;
      const result = await this.#docker(createBuilderArgs(name, isLoopback(host)), line => reporter.info(line));
      if (result.exitCode !== 0) throw explainDockerFailure(`Creating the buildx builder ${name}`, result);
      return name;
    });
  }

  #docker(args: readonly string[], onLine?: (line: string) => void): Promise<RunResult> {
    const { processes, signal } = this.#ports;
    return processes.run('docker', args, { env: this.#home.environment, signal, onLine });
  }
}

function demandsOf(build: BuildConfig): string[] {
  return [
    ...(build.platforms.length > 1 ? ['several platforms'] : []),
    ...(exportedCaches(build).length > 0 ? ['cache-to'] : [])
  ];
}
