import type { Leftover } from '../ports.js';
import { HOME_NOTE, homeEnvironment, userDirectory, type DockerHome } from './docker-home.js';
import { LOGIN_NOTE } from './login.js';
import type { ImagePorts } from './ports.js';

type CleanupPorts = Pick<ImagePorts, 'processes' | 'files' | 'environment' | 'undoing'>;
type DockerLeftover = Extract<Leftover, { kind: 'directory' | 'docker-login' | 'docker-builder' }>;

export const BUILDER_NOTE = 'docker-builder';

/**
 * Takes back what a run made for Docker: removes the builder, logs out, removes the folder. For the run's own end and for the post
 * step after a crash; take builders first, then logins, then folders. Rejects with nothing: what cannot be taken back is answered.
 *
 * @returns what went wrong, in Docker's words; undefined where all is gone
 */
export async function takeBack(leftover: DockerLeftover, ports: CleanupPorts): Promise<string | undefined> {
  try {
    switch (leftover.kind) {
      case 'directory':
        await ports.files.remove(leftover.path);
        return undefined;
      case 'docker-builder':
        return await removeBuilder(leftover.directory, leftover.name, ports);
      case 'docker-login':
        return await runAll(
          leftover.directory,
          leftover.registries.map(host => ['logout', host]),
          ports
        );
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Takes back all that publishing noted, in order; a failure is a warning, since the image is out by then. */
export async function closeDockerHome(
  home: DockerHome,
  made: { readonly builder: string | undefined; readonly registries: readonly string[] },
  ports: CleanupPorts & Pick<ImagePorts, 'ledger' | 'reporter'>
): Promise<void> {
  const { directory } = home;
  const settle = async (note: string, leftover: DockerLeftover): Promise<void> => {
    const problem = await takeBack(leftover, ports);
    // What is left stays in the ledger: the post step tries once more.
    if (problem === undefined) ports.ledger.settle(note);
    else ports.reporter.warn(`Cleaning up after Docker (${leftover.kind}): ${problem}`);
  };
  if (made.builder !== undefined) await settle(BUILDER_NOTE, { kind: 'docker-builder', directory, name: made.builder });
  if (made.registries.length > 0)
    await settle(LOGIN_NOTE, { kind: 'docker-login', directory, registries: made.registries });
  await settle(HOME_NOTE, { kind: 'directory', path: directory });
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
  const env = homeEnvironment(directory, userDirectory(ports.environment), ports.environment);
  const problems: string[] = [];
  for (const args of commands) {
    const result = await (ports.undoing ?? ports).processes.run('docker', args, { env });
    if (result.exitCode !== 0) problems.push(`docker ${args.join(' ')}: ${result.stderr.trim()}`);
  }
  return problems.length === 0 ? undefined : problems.join('; ');
}
