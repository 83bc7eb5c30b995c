import type { PendingCleanup } from '../../ports.js';
import {
  CONFIG_DIR_CLEANUP,
  dockerConfigEnvironment,
  userDirectory,
  type DockerConfigDir
} from './docker-config-dir.js';
import { LOGIN_CLEANUP } from '../login.js';
import type { ImagePorts } from '../ports.js';

type CleanupPorts = Pick<ImagePorts, 'processes' | 'files' | 'environment' | 'undoing'>;
type DockerLeftover = Extract<PendingCleanup, { kind: 'directory' | 'docker-login' | 'docker-builder' }>;

export const BUILDER_CLEANUP = 'docker-builder';

/**
 * Takes back what a run made for Docker: removes the builder, logs out, removes the folder. For the run's own end and for the post
 * step after a crash; take builders first, then logins, then folders. Rejects with nothing: what cannot be taken back is answered.
 *
 * @returns what went wrong, in Docker's words; undefined where all is gone
 */
export async function cleanUpDocker(pending: DockerLeftover, ports: CleanupPorts): Promise<string | undefined> {
  try {
    switch (pending.kind) {
      case 'directory':
        await ports.files.remove(pending.path);
        return undefined;
      case 'docker-builder':
        return await removeBuilder(pending.directory, pending.name, ports);
      case 'docker-login':
        return await runAll(
          pending.directory,
          pending.registries.map(host => ['logout', host]),
          ports
        );
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Takes back all that publishing noted, in order; a failure is a warning, since the image is out by then. */
export async function closeDockerConfigDir(
  home: DockerConfigDir,
  made: { readonly builder: string | undefined; readonly registries: readonly string[] },
  ports: CleanupPorts & Pick<ImagePorts, 'cleanupStore' | 'reporter'>
): Promise<void> {
  const { directory } = home;
  const settle = async (note: string, pending: DockerLeftover): Promise<void> => {
    const problem = await cleanUpDocker(pending, ports);
    // What is left stays in the cleanupStore: the post step tries once more.
    if (problem === undefined) ports.cleanupStore.remove(note);
    else ports.reporter.warn(`Cleaning up after Docker (${pending.kind}): ${problem}`);
  };
  if (made.builder !== undefined)
    await settle(BUILDER_CLEANUP, { kind: 'docker-builder', directory, name: made.builder });
  if (made.registries.length > 0)
    await settle(LOGIN_CLEANUP, { kind: 'docker-login', directory, registries: made.registries });
  await settle(CONFIG_DIR_CLEANUP, { kind: 'directory', path: directory });
}

/** buildx needs its own notes for it; where they are gone, what it made in the engine still has its name. */
async function removeBuilder(directory: string, name: string, ports: CleanupPorts): Promise<string | undefined> {
  const problem = await runAll(directory, [['buildx', 'rm', name]], ports);
  if (problem === undefined) return undefined;
  const container = `buildx_buildkit_${name}0`;
  const remains = [
    ['rm', '--force', container],
    ['volume', 'rm', '--force', `${container}_state`]
  ];
  return (await runAll(directory, remains, ports)) === undefined ? undefined : problem;
}

async function runAll(
  directory: string,
  commands: readonly string[][],
  ports: CleanupPorts
): Promise<string | undefined> {
  const env = dockerConfigEnvironment(directory, userDirectory(ports.environment), ports.environment);
  const problems: string[] = [];
  for (const args of commands) {
    const result = await (ports.undoing ?? ports).processes.run('docker', args, { env });
    if (result.exitCode !== 0) problems.push(`docker ${args.join(' ')}: ${result.stderr.trim()}`);
  }
  return problems.length === 0 ? undefined : problems.join('; ');
}
