import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import { load } from 'js-yaml';

/** The parts of a buildspec that the interpreter knows; anything else is refused, so that nothing passes by being overlooked. */
export interface Buildspec {
  readonly version: number | string;
  readonly env?: {
    readonly shell?: string;
    readonly variables?: Readonly<Record<string, string>>;
    readonly 'exported-variables'?: readonly string[];
  };
  readonly phases: Readonly<Partial<Record<PhaseName, Phase>>>;
  readonly artifacts?: {
    readonly files: readonly string[];
    readonly 'base-directory'?: string;
    readonly 'discard-paths'?: string;
  };
}

interface Phase {
  readonly 'on-failure'?: string;
  readonly commands?: readonly string[];
  readonly finally?: readonly string[];
  /** Of install: which of the image's runtimes are in force. Here it is the Node of the tests. */
  readonly 'runtime-versions'?: Readonly<Record<string, string | number>>;
}

const PHASES = ['install', 'pre_build', 'build', 'post_build'] as const;
type PhaseName = (typeof PHASES)[number];

export interface BuildOptions {
  /** The source, which is also where commands begin. */
  readonly directory: string;
  /** Everything that a command finds in its environment, without CodeBuild's own variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly region: string;
  /** What CODEBUILD_RESOLVED_SOURCE_VERSION says; undefined: it is not set, as for a source in S3. */
  readonly commit: string | undefined;
  /**
   * `one`: all commands in one bash, as the user guide has it for version 0.2. `each`: a bash a command, between which the variables and the
   * folder are carried over and nothing else, functions and options of the shell not.
   */
  readonly shell?: 'one' | 'each';
  /** The folders of further artifacts, by their names. */
  readonly artifacts?: Readonly<Record<string, string>>;
  /** Told how to send a signal to the shell, once it is started; with `shell: one`. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** false: `on-failure` is not heeded, as where it is not supported (Lambda, reserved capacity). */
  readonly heedsAbort?: boolean;
}

export interface BuildResult {
  readonly status: 'SUCCEEDED' | 'FAILED';
  /** How each phase ended, in the order in which they ran. */
  readonly phases: readonly string[];
  /** What commands printed, standard output and error together. */
  readonly log: string;
  /** The artifact as it is uploaded: path and content. */
  readonly artifacts: ReadonlyMap<string, string>;
  /** The exported variables that have a value at the end. */
  readonly exported: Readonly<Record<string, string>>;
}

/** The phases and the log of a build that failed; of one that did not, the empty string: what a test expects. */
export function describeFailure({ status, phases, log }: BuildResult): string {
  return status === 'SUCCEEDED' ? '' : `${phases.join(', ')}\n${log}`;
}

/** Reads a buildspec with a YAML reader that has nothing to do with what wrote it. */
export function readYaml(text: string): Buildspec {
  return load(text) as Buildspec;
}

/** All commands in the order in which they would run. */
export function listCommands({ phases }: Buildspec): readonly string[] {
  return PHASES.flatMap(name => [...(phases[name]?.commands ?? []), ...(phases[name]?.finally ?? [])]);
}

/**
 * Runs a buildspec as CodeBuild does (user guide, "Build phase transitions" and "Build specification reference"): every list item's status is
 * looked at; install and pre_build that fail end the commands; a build that fails still runs post_build unless `on-failure` is ABORT; the
 * artifacts are collected whatever happened, and a listed file that is not there fails the build.
 */
export async function runBuild(text: string, options: BuildOptions): Promise<BuildResult> {
  const buildspec = readYaml(text);
  checkKnown(buildspec);
  const folder = await mkdtemp(join(tmpdir(), 'slipway-codebuild-'));
  const { shell = 'one' } = options;
  const bash = shell === 'one' ? openShell(folder, options, buildspec) : openShells(folder, options, buildspec);
  const phases: string[] = [];
  let succeeding = true;
  try {
    for (const name of PHASES) {
      const phase = buildspec.phases[name];
      if (phase === undefined) continue;
      const good = await runPhase(phase, bash, succeeding);
      phases.push(`${name} ${good ? 'SUCCEEDED' : 'FAILED'}`);
      if (good) continue;
      succeeding = false;
      const aborts = options.heedsAbort !== false && phase['on-failure'] === 'ABORT';
      if (name !== 'build' || aborts) break;
    }
    const exported = await readExported(buildspec, bash, folder);
    const log = await bash.close();
    const { artifacts, missing } = await collect(buildspec, options.directory);
    const uploaded = missing.length === 0;
    phases.push(`upload_artifacts ${uploaded ? 'SUCCEEDED' : 'FAILED'}`);
    const told = missing.map(path => `CLIENT_ERROR Message: no matching artifact paths found: ${path}\n`).join('');
    return { status: succeeding && uploaded ? 'SUCCEEDED' : 'FAILED', phases, log: log + told, artifacts, exported };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readExported({ env }: Buildspec, bash: Shell, folder: string): Promise<Record<string, string>> {
  const names = env?.['exported-variables'] ?? [];
  if (names.length === 0) return {};
  const file = join(folder, 'exported');
  // Of a variable that is not exported, no process that comes after it knows.
  await bash.run(`env -0 > '${file}'`, true);
  const all = (await readFile(file, 'utf8').catch(() => '')).split('\0').map(line => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)] as const;
  });
  return Object.fromEntries(all.filter(([name]) => names.includes(name)));
}

async function runPhase(
  { commands = [], finally: last = [] }: Phase,
  bash: Shell,
  succeeding: boolean
): Promise<boolean> {
  let good = true;
  for (const command of commands) {
    good = (await bash.run(command, succeeding)) === 0;
    if (!good) break;
  }
  for (const command of last) good = (await bash.run(command, succeeding && good)) === 0 && good;
  return good;
}

async function collect(
  { artifacts }: Buildspec,
  directory: string
): Promise<{ artifacts: ReadonlyMap<string, string>; missing: readonly string[] }> {
  const found = new Map<string, string>();
  const missing: string[] = [];
  for (const path of artifacts?.files ?? []) {
    if (/[*?[\]{}]/.test(path)) throw new Error(`Patterns of artifacts are not known here: ${path}`);
    const file = join(directory, artifacts?.['base-directory'] ?? '', path);
    if (existsSync(file))
      found.set(artifacts?.['discard-paths'] === 'yes' ? basename(path) : path, await readFile(file, 'utf8'));
    else missing.push(path);
  }
  return { artifacts: found, missing };
}

interface Shell {
  /** Runs one list item; resolves with its exit status. */
  run(command: string, succeeding: boolean): Promise<number>;
  /** Resolves with all that was printed. */
  close(): Promise<string>;
}

/** Reads `succeeding file` from descriptor 3, runs the file in this very shell, and writes its status to descriptor 4. */
const LOOP = `while read -r -u 3 CODEBUILD_BUILD_SUCCEEDING SLIPWAY_ITEM; do
  export CODEBUILD_BUILD_SUCCEEDING
  . "$SLIPWAY_ITEM" 3<&- 4>&-
  printf '%s\\n' "$?" >&4
done`;

function openShell(folder: string, options: BuildOptions, buildspec: Buildspec): Shell {
  const child = spawn('bash', ['--norc', '-c', LOOP], {
    cwd: options.directory,
    env: environmentOf(options, buildspec),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe']
  });
  options.onStart?.(signal => void child.kill(signal));
  const closed = once(child, 'close');
  const log = gather(child.stdout, child.stderr);
  const orders = child.stdio[3] as Writable;
  orders.on('error', () => undefined);
  const answers = createInterface({ input: child.stdio[4] as Readable })[Symbol.asyncIterator]();
  let count = 0;
  return {
    run: async (command, succeeding) => {
      const file = join(folder, `item-${(count += 1)}`);
      await writeFile(file, `${command}\n`);
      orders.write(`${succeeding ? 1 : 0} ${file}\n`);
      const answer = await answers.next();
      // A command that ends the shell has ended the build.
      return answer.done === true ? 1 : Number(answer.value);
    },
    close: async () => {
      orders.end();
      await closed;
      return log();
    }
  };
}

/** A new bash for each item: exported are all variables that an item sets, and the folder is that in which the last one ended. */
function openShells(folder: string, options: BuildOptions, buildspec: Buildspec): Shell {
  let printed = '';
  const [state, place, item] = ['state', 'place', 'item'].map(name => join(folder, name)) as [string, string, string];
  const script = `if [ -e '${state}' ]; then . '${state}'; cd "$(cat '${place}')"; fi
export CODEBUILD_BUILD_SUCCEEDING="$1"
set -a
. '${item}'
status=$?
export -p > '${state}'
pwd > '${place}'
exit $status`;
  return {
    run: async (command, succeeding) => {
      await writeFile(item, `${command}\n`);
      const child = spawn('bash', ['--norc', '-c', script, 'bash', succeeding ? '1' : '0'], {
        cwd: options.directory,
        env: environmentOf(options, buildspec),
        stdio: ['ignore', 'pipe', 'pipe']
      });
      const log = gather(child.stdout, child.stderr);
      const [status] = (await once(child, 'close')) as [number | null];
      printed += log();
      return status ?? 1;
    },
    close: async () => printed
  };
}

function gather(...streams: readonly (Readable | null)[]): () => string {
  let text = '';
  for (const stream of streams) stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

function environmentOf(options: BuildOptions, { env }: Buildspec): Record<string, string> {
  const { region, commit } = options;
  const build = `arn:aws:codebuild:${region}:123456789012:build/shop:11111111-2222-3333-4444-555555555555`;
  return {
    // The project's variables have precedence over the buildspec's.
    ...env?.variables,
    ...options.environment,
    LANG: 'C.UTF-8',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    CODEBUILD_BUILD_ARN: build,
    CODEBUILD_BUILD_ID: 'shop:11111111-2222-3333-4444-555555555555',
    CODEBUILD_BUILD_NUMBER: '42',
    CODEBUILD_BUILD_SUCCEEDING: '1',
    CODEBUILD_INITIATOR: 'codepipeline/shop',
    CODEBUILD_SOURCE_VERSION: 'arn:aws:s3:::pipeline-artifacts/shop/source/4f2c1d0',
    CODEBUILD_SRC_DIR: options.directory,
    ...Object.fromEntries(
      Object.entries(options.artifacts ?? {}).map(([name, folder]) => [`CODEBUILD_SRC_DIR_${name}`, folder])
    ),
    ...(commit === undefined ? {} : { CODEBUILD_RESOLVED_SOURCE_VERSION: commit })
  };
}

function checkKnown({ version, env, phases, artifacts, ...rest }: Buildspec): void {
  const unknown = [
    ...(String(version) === '0.2' ? [] : [`version ${version}`]),
    ...(env?.shell === 'bash' ? [] : [`shell ${String(env?.shell)}`]),
    ...Object.keys(rest).filter(key => key !== 'cache' && key !== 'reports'),
    ...Object.keys(env ?? {}).filter(key => !['shell', 'variables', 'exported-variables'].includes(key)),
    ...Object.keys(phases).filter(key => !PHASES.some(name => name === key)),
    ...Object.entries(phases).flatMap(([name, phase]) => {
      const known = ['on-failure', 'commands', 'finally', ...(name === 'install' ? ['runtime-versions'] : [])];
      return Object.keys(phase).filter(key => !known.includes(key));
    }),
    ...Object.keys(artifacts ?? {}).filter(key => !['files', 'base-directory', 'discard-paths'].includes(key)),
    ...Object.values(env?.variables ?? {}).filter(value => typeof value !== 'string')
  ];
  const commands = Object.values(phases).flatMap(phase => [...(phase.commands ?? []), ...(phase.finally ?? [])]);
  const mistyped = commands.filter(command => typeof command !== 'string');
  if (unknown.length + mistyped.length > 0)
    throw new Error(`Not known here: ${JSON.stringify([...unknown, ...mistyped])}`);
}
