import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Call } from '../../src/emulator/client.js';
import type { Identity } from './host-name.js';

/** Debian's own command, whatever else is on the path. */
export const DOCKER = '/usr/bin/docker';
/** Debian's busybox-static: the one program that an image FROM scratch needs to do something. */
export const BUSYBOX = '/bin/busybox';

export interface Engine {
  /** What a Docker command needs in its environment to reach it. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs a Docker command; throws with what it printed when it fails. Resolves with its standard output. */
  docker(args: readonly string[], options?: { readonly input?: string; readonly config?: string }): Promise<string>;
  close(): Promise<void>;
}

/** The Docker engine that runs, or one of our own with its own folder: no network bridge and no firewall rules are needed to build and push. */
export async function startEngine(): Promise<Engine> {
  if (spawnSync(DOCKER, ['info'], { stdio: 'ignore' }).status === 0) return makeEngine({}, async () => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'slipway-engine-'));
  const host = `unix://${folder}/docker.sock`;
  const roots = [`--data-root=${folder}/data`, `--exec-root=${folder}/exec`, `--pidfile=${folder}/pid`];
  const daemon = await startProgram(
    'dockerd',
    [...roots, `--host=${host}`, '--bridge=none', '--iptables=false', '--ip6tables=false'],
    folder,
    () => spawnSync(DOCKER, ['--host', host, 'info'], { stdio: 'ignore' }).status === 0
  );
  return makeEngine({ DOCKER_HOST: host }, async () => {
    await stopProgram(daemon);
    await rm(folder, { recursive: true, force: true });
  });
}

function makeEngine(env: Readonly<Record<string, string>>, close: () => Promise<void>): Engine {
  return {
    env,
    // Not spawnSync: the registry that it talks to may live in this very process.
    docker: (args, { input, config } = {}) =>
      new Promise((resolve, reject) => {
        const whole = [...(config === undefined ? [] : ['--config', config]), ...args];
        const child = execFile(DOCKER, whole, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
          if (error === null) resolve(stdout);
          else reject(new Error(`docker ${args.join(' ')}: ${stdout}${stderr}`));
        });
        child.stdin?.end(input ?? '');
      }),
    close
  };
}

/**
 * Pushes an image of busybox alone to the registry of a built-in AWS; gives its name.
 *
 * @param folder for the image's files and Docker's configuration, `config.json`
 */
export async function pushBusybox(engine: Engine, call: Call, folder: string): Promise<string> {
  const { repository } = (await call('ecr', 'CreateRepository', { repositoryName: 'shop/web' })) as {
    repository: { repositoryUri: string };
  };
  const { authorizationData } = (await call('ecr', 'GetAuthorizationToken', {})) as {
    authorizationData: { authorizationToken: string; proxyEndpoint: string }[];
  };
  const [token] = authorizationData;
  const config = JSON.stringify({
    auths: { [new URL(token?.proxyEndpoint ?? '').host]: { auth: token?.authorizationToken } }
  });
  await writeFile(join(folder, 'config.json'), config);
  await copyFile(BUSYBOX, join(folder, 'busybox'));
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY busybox /bin/busybox\nCOPY busybox /bin/sh\n');
  const name = `${repository.repositoryUri}:v1`;
  await engine.docker(['build', '--quiet', '--tag', name, folder]);
  await engine.docker(['push', '--quiet', name], { config: folder });
  return name;
}

export interface Registry {
  /** `127.0.0.1:<port>`, or a name that leads there. */
  readonly host: string;
  /** `http://…` or `https://…`, as ECR's `proxyEndpoint` says it. */
  readonly endpoint: string;
  readonly password: string;
  /** The digest of a manifest, by tag or digest; undefined where there is none. */
  findDigest(repository: string, reference: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** What makes a registry answer under a name of its own. */
export interface RegistryName {
  readonly host: string;
  readonly identity: Identity;
}

const ACCEPT =
  'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json';

/** Debian's docker-registry, behind a password for the user `AWS`; with a name on port 443 behind TLS, else on a free port of 127.0.0.1. */
export async function startRegistry(name?: RegistryName): Promise<Registry> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-registry-'));
  const password = `debian-${Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url')}`;
  const address = `127.0.0.1:${name === undefined ? await freePort() : 443}`;
  const host = name?.host ?? address;
  const endpoint = `${name === undefined ? 'http' : 'https'}://${host}`;
  await mkdir(join(folder, 'data'));
  const user = spawnSync('htpasswd', ['-Bin', 'AWS'], { input: password, encoding: 'utf8' });
  if (user.status !== 0) throw new Error(`htpasswd (package apache2-utils): ${user.error?.message ?? user.stderr}`);
  await writeFile(join(folder, 'users'), user.stdout);
  if (name !== undefined) {
    await writeFile(join(folder, 'cert.pem'), name.identity.cert);
    await writeFile(join(folder, 'key.pem'), name.identity.key, { mode: 0o600 });
  }
  await writeFile(join(folder, 'config.yml'), configure(folder, address, name !== undefined));
  const authorization = `Basic ${Buffer.from(`AWS:${password}`).toString('base64')}`;
  const ask = (path: string, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> =>
    head(endpoint + path, headers, name?.identity.ca);
  const program = await startProgram('docker-registry', ['serve', join(folder, 'config.yml')], folder, async () => {
    const response = await ask('/v2/', {}).catch(() => undefined);
    return response?.statusCode === 401;
  });
  return {
    host,
    endpoint,
    password,
    findDigest: async (repository, reference) => {
      const { statusCode, headers } = await ask(`/v2/${repository}/manifests/${reference}`, {
        authorization,
        accept: ACCEPT
      });
      return statusCode === 200 ? String(headers['docker-content-digest']) : undefined;
    },
    close: async () => {
      await stopProgram(program);
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function configure(folder: string, address: string, isSecret: boolean): string {
  const tls = isSecret ? `  tls:\n    certificate: ${folder}/cert.pem\n    key: ${folder}/key.pem\n` : '';
  return `version: 0.1
storage:
  filesystem:
    rootdirectory: ${folder}/data
http:
  addr: ${address}
${tls}auth:
  htpasswd:
    realm: slipway
    path: ${folder}/users
`;
}

/** Not `fetch`: that takes no certificate authority for one request alone. */
function head(
  url: string,
  headers: Readonly<Record<string, string>>,
  ca: string | undefined
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { method: 'HEAD', headers, agent: false as const, ...(ca === undefined ? {} : { ca }) };
    const request = (ca === undefined ? askHttp : askHttps)(url, options, response => {
      response.resume();
      resolve(response);
    });
    request.on('error', reject).end();
  });
}

/** Starts a program whose output goes to a file, and resolves when `ready` says so; throws with the end of its output otherwise. */
export async function startProgram(
  name: string,
  args: readonly string[],
  folder: string,
  ready: () => boolean | Promise<boolean>
): Promise<ChildProcess> {
  const log = join(folder, 'log');
  const child = spawn('sh', ['-c', 'exec "$@" > "$0" 2>&1', log, name, ...args], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt += 1) {
    if (await ready()) return child;
    await sleep(100);
  }
  const said = (await readFile(log, 'utf8').catch(() => '')).slice(-2000);
  await stopProgram(child);
  throw new Error(`${name} did not start: ${said}`);
}

export async function stopProgram(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
