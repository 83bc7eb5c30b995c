import { SlipwayError } from '../errors.js';
import { retry } from '../retry.js';
import { loginArgs } from './docker/docker-args.js';
import { explainDockerFailure, isTransientDockerError } from './docker/docker-failure.js';
import type { DockerConfigDir } from './docker/docker-config-dir.js';
import type { ImagePorts, RegistryAuthorization } from './ports.js';
import { hostOf } from './reference.js';

/** A login as Docker takes it. `password` is a secret, and so is `token`, which is how Docker writes it down. */
export interface RegistryLogin {
  readonly host: string;
  readonly username: string;
  readonly password: string;
  readonly token: string;
  /** Only a cache is there: a build goes on where this registry takes no login. */
  readonly isOfCache?: boolean;
}

export const LOGIN_CLEANUP = 'docker-login';

/**
 * Takes an authorization apart and hides its secrets from every log at once: the password, and the token, which is also what Docker
 * writes into its file.
 *
 * @param host the registry to log into; the authorization's own endpoint where not given
 */
export function decodeAuthorization(
  authorization: RegistryAuthorization,
  ports: Pick<ImagePorts, 'reporter'>,
  host: string = hostOf(authorization.endpoint)
): RegistryLogin {
  ports.reporter.mask(authorization.token);
  const text = Buffer.from(authorization.token, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const password = text.slice(colon + 1);
  if (colon < 1 || password === '') {
    throw new SlipwayError({
      code: 'incomplete-answer',
      fault: 'aws',
      what: `ECR's login for ${host} is not of the form user:password.`,
      next: 'Run it again; if AWS_ENDPOINT_URL is set, check what answers there.'
    });
  }
  ports.reporter.mask(password);
  return { host, username: text.slice(0, colon), password, token: authorization.token };
}

/** Logs Docker into the registries, into the run's own folder; the password goes in by standard input. What passes is tried again. */
export async function logIn(
  home: DockerConfigDir,
  logins: readonly RegistryLogin[],
  ports: Pick<ImagePorts, 'processes' | 'reporter' | 'cleanupStore' | 'clock' | 'signal'>
): Promise<void> {
  ports.cleanupStore.add(LOGIN_CLEANUP, {
    kind: 'docker-login',
    directory: home.directory,
    registries: logins.map(({ host }) => host)
  });
  for (const login of logins) {
    try {
      await retryTransientDocker(ports, () => logInOnce(home, login, ports));
      ports.reporter.info(`Logged into ${login.host}.`);
    } catch (error) {
      if (login.isOfCache !== true || !(error instanceof SlipwayError)) throw error;
      ports.reporter.warn(`The build cache in ${login.host} is out of reach: ${error.what}`);
    }
  }
}

/** Runs it up to four times while Docker fails for a reason that passes, with 1, 2 and 4 seconds between, jittered. */
export async function retryTransientDocker<T>(
  ports: Pick<ImagePorts, 'reporter' | 'clock' | 'signal'>,
  work: () => Promise<T>
): Promise<T> {
  return retry(
    {
      clock: ports.clock,
      signal: ports.signal,
      attempts: 4,
      pauses: { first: 1_000, factor: 2, jitter: 0.25 },
      isTransient: isTransientDockerError,
      onFailure: error => ports.reporter.info(`${(error as SlipwayError).what} Trying again.`)
    },
    work
  );
}

async function logInOnce(
  home: DockerConfigDir,
  login: RegistryLogin,
  ports: Pick<ImagePorts, 'processes' | 'signal'>
): Promise<void> {
  const { host, username, password } = login;
  const result = await ports.processes.run('docker', loginArgs(username, host), {
    input: password,
    env: home.environment,
    signal: ports.signal
  });
  if (result.exitCode !== 0) throw explainDockerFailure(`Docker login to ${host}`, result);
}
