import { removeLogin, storeLogin } from './credentials.js';
import { build } from './build.js';
import { DockerError, readArguments, renderFormat } from './flags.js';
import { inspect, inspectManifest, list, pull, push, remove, tag } from './images.js';
import { RegistryClient } from './registry-client.js';
import { NOTICE, openSession, readInput, type Session, type StandInOutput } from './session.js';

export type { StandInOutput } from './session.js';

/** What it says it is: an engine of the time before buildx came along, so that `docker build` is used. */
const VERSION = '20.10.24+stand-in';
const CONTAINER_COMMANDS = ['run', 'exec', 'start', 'create', 'compose', 'container'];

/** Commands of two words, by their one-word form. */
const COMMANDS: Readonly<Record<string, (session: Session, argv: readonly string[]) => Promise<void>>> = {
  build,
  'image build': build,
  'builder build': build,
  push,
  'image push': push,
  pull,
  'image pull': pull,
  tag,
  'image tag': tag,
  inspect,
  'image inspect': inspect,
  images: list,
  'image ls': list,
  'image list': list,
  rmi: remove,
  'image rm': remove,
  'image remove': remove,
  'manifest inspect': inspectManifest,
  login,
  logout,
  version: showVersion,
  info: showInfo,
  'system info': showInfo,
  'context show': async session => session.output.out('default\n')
};

/**
 * A program that answers to `docker` where there is none, for rehearsals: logs in and pushes for real over HTTP, but builds nothing. A build
 * reads the Dockerfile and keeps an image that holds nothing else; it says so each time.
 *
 * Between calls its images are in the folder that SLIPWAY_STAND_IN_STATE names; logins are where Docker's own are.
 *
 * @param argv what follows `docker`
 * @param directory what relative paths are taken from; default: the working directory
 * @returns the exit code: Docker's 1 for a failure, 125 for a wrong flag
 */
export async function runStandInDocker(
  argv: readonly string[],
  stdin: AsyncIterable<string | Uint8Array>,
  env: Readonly<Record<string, string | undefined>>,
  output: StandInOutput = {
    out: text => void process.stdout.write(text),
    error: text => void process.stderr.write(text)
  },
  directory = '.'
): Promise<number> {
  try {
    const { config, words } = readGlobalFlags(argv);
    const [first = '', second = ''] = words;
    if (first === '--version' || first === '-v') {
      output.out(`Docker version ${VERSION}, build 0000000 (${NOTICE})\n`);
      return 0;
    }
    const two = COMMANDS[`${first} ${second}`];
    const run = two ?? COMMANDS[first];
    if (run === undefined) throw refuse(first);
    await run(openSession(stdin, env, config, output, directory), words.slice(two === undefined ? 1 : 2));
    return 0;
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    output.error(`${error.message}\n`);
    return error.exitCode;
  }
}

function readGlobalFlags(argv: readonly string[]): {
  readonly config: string | undefined;
  readonly words: readonly string[];
} {
  let config: string | undefined;
  let index = 0;
  for (; index < argv.length; index++) {
    const [, name, inline] =
      /^(--config|--context|--host|--log-level|-c|-H|-l)(?:=([^]*))?$/.exec(argv[index] ?? '') ?? [];
    if (name === undefined) break;
    const value = inline ?? argv[++index];
    if (name === '--config') config = value;
  }
  return { config, words: argv.slice(index) };
}

function refuse(command: string): DockerError {
  if (CONTAINER_COMMANDS.includes(command)) {
    return new DockerError(`${NOTICE}, and nothing can be run: 'docker ${command}' needs a Docker engine`, 125);
  }
  return new DockerError(`docker: '${command}' is not a docker command.\nSee 'docker --help'`);
}

async function login(session: Session, argv: readonly string[]): Promise<void> {
  const flags = {
    values: ['username', 'password'],
    switches: ['password-stdin'],
    short: { u: 'username', p: 'password' }
  };
  const args = readArguments('docker login', argv, flags);
  const user = args.last('username');
  if (args.isOn('password-stdin') && user === undefined)
    throw new DockerError('Must provide --username with --password-stdin');
  const password = args.isOn('password-stdin')
    ? (await readInput(session)).replace(/\r?\n$/, '')
    : args.last('password');
  if (user === undefined || password === undefined || password === '') {
    throw new DockerError('Error: Cannot perform an interactive login from a non TTY device');
  }
  const host = hostOf(args.rest[0]);
  await new RegistryClient(host, `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`).ping();
  await storeLogin(session.configFolder, host, user, password);
  session.output.out('Login Succeeded\n');
}

async function logout(session: Session, argv: readonly string[]): Promise<void> {
  const host = hostOf(argv[0]);
  const isGone = await removeLogin(session.configFolder, host);
  session.output.out(isGone ? `Removing login credentials for ${host}\n` : `Not logged in to ${host}\n`);
}

/** The name under which Docker keeps a login: the host without scheme and path. */
function hostOf(server: string | undefined): string {
  return (server ?? 'docker.io').replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

async function showVersion(session: Session, argv: readonly string[]): Promise<void> {
  const args = readArguments('docker version', argv, { values: ['format'], switches: [], short: { f: 'format' } });
  const side = { Version: VERSION, ApiVersion: '1.41', Os: 'linux', Arch: 'amd64', Experimental: false };
  const value = { Client: side, Server: { ...side, Platform: { Name: NOTICE } } };
  const format = args.last('format');
  session.output.out(format === undefined ? `${NOTICE}\nVersion: ${VERSION}\n` : `${renderFormat(format, value)}\n`);
}

async function showInfo(session: Session, argv: readonly string[]): Promise<void> {
  const args = readArguments('docker info', argv, { values: ['format'], switches: [], short: { f: 'format' } });
  const value = {
    ID: 'stand-in',
    Name: 'stand-in',
    ServerVersion: VERSION,
    OperatingSystem: NOTICE,
    OSType: 'linux',
    Architecture: 'x86_64',
    Driver: 'none',
    ClientInfo: { Plugins: [] },
    RegistryConfig: { InsecureRegistryCIDRs: ['127.0.0.0/8'] }
  };
  const format = args.last('format');
  session.output.out(
    format === undefined
      ? `Server:\n Server Version: ${VERSION}\n Operating System: ${NOTICE}\n`
      : `${renderFormat(format, value)}\n`
  );
}
