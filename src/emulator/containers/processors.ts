import { docker, tryDocker } from './docker.js';
import { makePauseArchive } from './pause.js';

/** This machine cannot run an image, and that says nothing about the image. */
export class ForeignImageError extends Error {}

/** ECS's names of processors (CPUArchitecture of its service model), and Docker's. */
export const PROCESSORS: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' };

/** A try that takes longer than this has not failed for its processor. */
const PATIENCE = 30_000;

/**
 * Finds out which processors' programs the Docker engine runs, by running one.
 *
 * @param own the engine's own processor, as `docker version` names it
 * @param label marks what is this rehearsal's at Docker
 * @returns for a processor (`amd64`, `arm64`) why its images cannot run here; undefined where they can, or where there is no program to try
 */
export function makeProcessorCheck(own: string, label: string): (architecture: string) => Promise<string | undefined> {
  const known = new Map<string, Promise<string | undefined>>();
  return architecture => {
    const found = known.get(architecture) ?? findObstacle(architecture, own, label);
    known.set(architecture, found);
    return found;
  };
}

async function findObstacle(architecture: string, own: string, label: string): Promise<string | undefined> {
  if (architecture === own) return undefined;
  const archive = makePauseArchive(architecture, 'end');
  if (archive === undefined) return undefined;
  const name = `slipway-${architecture}:${label.slice(-12)}`;
  // It goes by the name of the engine's own processor, so that every engine starts it without asking.
  await docker(['import', '--change', 'ENTRYPOINT ["/pause"]', '-', name], { input: archive });
  const words = ['run', '--rm', '--label', label, '--network', 'none', '--pull', 'never', name];
  const { exitCode, stderr } = await tryDocker(words, { timeout: PATIENCE });
  await tryDocker(['image', 'rm', name]);
  if (exitCode === 0 || !/exec format error/i.test(stderr)) return undefined;
  return `this machine's Docker engine runs on ${own}, and nothing emulates ${architecture} there`;
}
