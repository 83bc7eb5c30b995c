import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type DockerConfig = Record<string, unknown> & { auths?: Record<string, { auth?: string }> };

/** Where Docker keeps its configuration: `--config`, `DOCKER_CONFIG`, or `.docker` in the home folder. */
export function findConfigFolder(env: Readonly<Record<string, string | undefined>>, flag: string | undefined): string {
  return flag ?? env['DOCKER_CONFIG'] ?? join(env['HOME'] ?? '.', '.docker');
}

/** Stores a login in `config.json` under the registry's host, as `docker login` does without a credential helper. */
export async function storeLogin(folder: string, host: string, user: string, password: string): Promise<void> {
  const config = await readConfig(folder);
  const auth = Buffer.from(`${user}:${password}`).toString('base64');
  await writeConfig(folder, { ...config, auths: { ...config.auths, [host]: { auth } } });
}

/** Forgets a login; false where there was none. */
export async function removeLogin(folder: string, host: string): Promise<boolean> {
  const config = await readConfig(folder);
  const { [host]: known, ...others } = config.auths ?? {};
  if (known === undefined) return false;
  await writeConfig(folder, { ...config, auths: others });
  return true;
}

/** The value of an HTTP Authorization header for a registry; undefined where nobody has logged in. */
export async function findLogin(folder: string, host: string): Promise<string | undefined> {
  const auth = (await readConfig(folder)).auths?.[host]?.auth;
  return auth === undefined ? undefined : `Basic ${auth}`;
}

async function readConfig(folder: string): Promise<DockerConfig> {
  try {
    return JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as DockerConfig;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

async function writeConfig(folder: string, config: DockerConfig): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'config.json'), JSON.stringify(config, undefined, '\t'), { mode: 0o600 });
}
