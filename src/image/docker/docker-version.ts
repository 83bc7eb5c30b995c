import type { BuildConfig } from '../../config/config.js';
import type { Problem } from '../../errors.js';
import type { RunResult } from '../../ports.js';
import { settingsWithoutPlainArgument } from './docker-args.js';
import { explainDockerFailure } from './docker-failure.js';
import type { ImagePorts } from '../ports.js';

/** What there is to build with. */
export interface DockerTools {
  readonly buildx: boolean;
  /** `docker build` without buildx runs in BuildKit too, as it does in Docker 18.09 to 22. */
  readonly buildkit: boolean;
}

/** The client that came after 22 has no BuildKit of its own: there it is buildx or the old builder. */
const FIRST_WITHOUT_BUILDKIT = 23;

/**
 * Looks for Docker, its engine and buildx; changes nothing. `DOCKER_BUILDKIT=0` means the old builder, as it does to Docker.
 *
 * @returns the tools, or the one problem that keeps this machine from building
 */
export async function findDocker(ports: Pick<ImagePorts, 'processes' | 'environment'>): Promise<DockerTools | Problem> {
  let version: RunResult;
  try {
    version = await ports.processes.run('docker', ['version', '--format', '{{json .}}']);
  } catch {
    const next = 'Install Docker, or name an image that exists with image.';
    return problem('docker-missing', 'An image must be built, but there is no docker command on this machine.', next);
  }
  if (version.exitCode !== 0) {
    const { code, what, next } = explainDockerFailure('An image is to be built, but "docker version"', version);
    return problem(code, what, next ?? 'See that "docker version" works for the user that runs this.');
  }
  if (ports.environment['DOCKER_BUILDKIT'] === '0') return { buildx: false, buildkit: false };
  const buildx = await ports.processes.run('docker', ['buildx', 'version']);
  if (buildx.exitCode === 0) return { buildx: true, buildkit: true };
  const major = clientMajor(version.stdout);
  return { buildx: false, buildkit: major !== undefined && major < FIRST_WITHOUT_BUILDKIT };
}

/** What a build asks for and these tools cannot do, in one sentence; undefined where all is well. */
export function findMissingTool(build: BuildConfig, tools: DockerTools, path: string): Problem | undefined {
  if (tools.buildx) return undefined;
  const settings = settingsWithoutPlainArgument(build, tools.buildkit);
  if (settings.length === 0) return undefined;
  return {
    code: 'docker-buildx',
    place: { path },
    what: `${settings.join(' and ')} cannot be used with this machine's Docker, because buildx is not in use.`,
    next: 'Install the buildx plugin (in GitHub Actions: docker/setup-buildx-action), without DOCKER_BUILDKIT=0.'
  };
}

/** Has Docker's own client build in BuildKit where it can; a client without it refuses the variable. */
export function plainBuildEnvironment(tools: DockerTools): Record<string, string> {
  return tools.buildkit ? { DOCKER_BUILDKIT: '1' } : {};
}

function clientMajor(text: string): number | undefined {
  const version = /"Client":\{.*?"Version":"(\d+)\./s.exec(text)?.[1];
  return version === undefined ? undefined : Number(version);
}

function problem(code: string, what: string, next: string): Problem {
  return { code, place: {}, what, next };
}
