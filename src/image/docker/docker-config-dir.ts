import { join, resolve } from 'node:path';

import type { ImagePorts } from '../ports.js';

/** A Docker configuration of this run's own, and the environment that makes Docker use it. */
export interface DockerConfigDir {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const CONFIG_DIR_CLEANUP = 'docker-home';

type HomePorts = Pick<ImagePorts, 'files' | 'cleanupStore' | 'reporter' | 'environment'>;

/**
 * Makes a private folder (0700) that Docker takes for its configuration. What the user has set stays usable: settings, proxies and
 * credential helpers come along in `config.json`, contexts by a link, plugins by their path, the selected builder as a copy, since
 * buildx writes beside it. Nothing is written into the user's own folder.
 *
 * @param hosts the registries that this run logs into: their logins land in this folder and nowhere else
 * @param builder the builder that the build options name
 */
export async function openDockerConfigDir(
  hosts: readonly string[],
  builder: string | undefined,
  ports: HomePorts
): Promise<DockerConfigDir> {
  const { files, cleanupStore: cleanupStore, environment } = ports;
  const directory = await files.makeTemporaryDirectory('slipway-docker-');
  cleanupStore.add(CONFIG_DIR_CLEANUP, { kind: 'directory', path: directory });
  const user = userDirectory(environment);
  const settings = user === undefined ? {} : await readSettings(join(user, 'config.json'), ports);
  await files.write(
    join(directory, 'config.json'),
    `${JSON.stringify(privateSettings(settings, user, hosts), null, 2)}\n`,
    0o600
  );
  if (user !== undefined && (await files.isDirectory(join(user, 'contexts')))) {
    await files.link(join(user, 'contexts'), join(directory, 'contexts'));
  }
  await copyBuilders(user, directory, builder, ports);
  return { directory, environment: dockerConfigEnvironment(directory, user, environment) };
}

/**
 * The user's settings with our registries' logins kept in the file. Docker asks `credHelpers` first, and there an empty name means the
 * file itself; for every other registry `credsStore`, `credHelpers` and `auths` say what they said before.
 */
export function privateSettings(
  settings: Readonly<Record<string, unknown>>,
  user: string | undefined,
  hosts: readonly string[]
): Record<string, unknown> {
  // A logout goes over all three spellings, and must not reach the user's own store by any of them.
  const keys = hosts.flatMap(host => [host, `https://${host}`, `http://${host}`]);
  const own = new Set(keys);
  const others = (map: unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(isRecord(map) ? map : {}).filter(([host]) => !own.has(host)));
  const plugins = Array.isArray(settings['cliPluginsExtraDirs']) ? (settings['cliPluginsExtraDirs'] as unknown[]) : [];
  return {
    ...settings,
    auths: others(settings['auths']),
    credHelpers: { ...others(settings['credHelpers']), ...Object.fromEntries(keys.map(host => [host, ''])) },
    ...(user === undefined ? {} : { cliPluginsExtraDirs: [...plugins, join(user, 'cli-plugins')] })
  };
}

/** What Docker and buildx are started with to use the folder; the post step needs it too. */
export function dockerConfigEnvironment(
  directory: string,
  user: string | undefined,
  environment: Readonly<Record<string, string | undefined>>
): Record<string, string | undefined> {
  const usesTls = [environment['DOCKER_TLS_VERIFY'], environment['DOCKER_TLS']].some(value => (value ?? '') !== '');
  const certificates = environment['DOCKER_CERT_PATH'] ?? (usesTls ? user : undefined);
  return {
    DOCKER_CONFIG: directory,
    BUILDX_CONFIG: join(directory, 'buildx'),
    // The certificates for a remote engine are looked for in the configuration folder, which is another one now.
    ...(certificates === undefined ? {} : { DOCKER_CERT_PATH: certificates }),
    // One image, one manifest: with a provenance record buildx pushes an index, whose digest is not that of the image that runs.
    // Who asks for records in build-options still gets them.
    BUILDX_NO_DEFAULT_ATTESTATIONS: environment['BUILDX_NO_DEFAULT_ATTESTATIONS'] ?? '1'
  };
}

/** Docker's own rule: `DOCKER_CONFIG`, else `.docker` in the home folder. */
export function userDirectory(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const configured = environment['DOCKER_CONFIG'];
  if (configured !== undefined && configured !== '') return resolve(configured);
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  return home === undefined || home === '' ? undefined : join(home, '.docker');
}

async function readSettings(path: string, ports: HomePorts): Promise<Record<string, unknown>> {
  const bytes = await ports.files.read(path);
  if (bytes === undefined) return {};
  try {
    const settings: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isRecord(settings)) return settings;
  } catch {
    // Told below: Docker itself goes on without such a file too.
  }
  ports.reporter.warn(`${path} is not a JSON object, so Docker is used without your own settings.`);
  return {};
}

/** Brings the builder along that is selected (`docker buildx use`, docker/setup-buildx-action), and the one that is named. */
async function copyBuilders(
  user: string | undefined,
  directory: string,
  builder: string | undefined,
  ports: HomePorts
): Promise<void> {
  const configured = ports.environment['BUILDX_CONFIG'] ?? '';
  const beside = user === undefined ? undefined : join(user, 'buildx');
  const source = configured === '' ? beside : configured;
  if (source === undefined) return;
  const copy = async (name: string): Promise<string | undefined> => {
    const bytes = await ports.files.read(join(source, name));
    if (bytes === undefined) return undefined;
    const text = new TextDecoder().decode(bytes);
    await ports.files.write(join(directory, 'buildx', name), text, 0o600);
    return text;
  };
  const names = [nameOfSelected(await copy('current')), ports.environment['BUILDX_BUILDER'], builder];
  for (const name of new Set(names)) {
    if (name !== undefined && /^[\w][\w.-]*$/.test(name)) await copy(join('instances', name));
  }
}

function nameOfSelected(text: string | undefined): string | undefined {
  try {
    const current: unknown = JSON.parse(text ?? '{}');
    return isRecord(current) && typeof current['Name'] === 'string' ? current['Name'] : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
