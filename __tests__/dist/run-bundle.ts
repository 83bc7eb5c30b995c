import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { jest } from '@jest/globals';

import { connectToCloud, type Call } from '../../src/rehearsal/client.js';
import { startCloud } from '../../src/rehearsal/cloud.js';
import { readCommandLine } from '../../src/rehearsal/command-lines.js';
import type { JournalEntry } from '../../src/rehearsal/journal.js';
import { runAction, type ActionResult } from '../../src/rehearsal/runner.js';
import type { Cloud } from '../../src/rehearsal/state.js';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** The committed bundles. `SLIPWAY_DIST` names others, to try a build before it is committed. */
export const DIST = process.env['SLIPWAY_DIST'] ?? join(ROOT, 'dist');
export const REGION = 'ap-northeast-2';
export const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
export const SHA = '4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2';

// A run is some ten processes, one after the other: on a machine that does much else it takes longer than Jest's limit, and is right all the same.
jest.setTimeout(120_000);

export interface ShipOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly sha?: string;
  /** Run as the post step instead of the bundle's own. */
  readonly post?: string;
  /** What happens to the main step: the signal is sent once the journal shows the operation, and once `and` holds too. */
  readonly killAfter?: { readonly operation: string; readonly signal: NodeJS.Signals; readonly and?: () => boolean };
  /**
   * The same, so many milliseconds after the run came to a point, which does not depend on how busy this machine is. What does not end
   * within ten seconds of the signal is killed, as the runner does.
   */
  readonly killAt?: {
    readonly isDue: (sofar: Steps) => boolean;
    readonly milliseconds: number;
    readonly signal: NodeJS.Signals;
  };
}

/** How far a run has come: the number of its requests to AWS, and its calls of Docker. */
export interface Steps {
  readonly requests: number;
  readonly docker: readonly string[];
}

/** What a job left: what the runner saw, what AWS was asked, what Docker was called with. */
export interface Shipped extends ActionResult {
  /** The requests of this run, main step and post step. */
  readonly journal: readonly JournalEntry[];
  /** The requests of the post step alone. */
  readonly postJournal: readonly JournalEntry[];
  /** Docker's arguments, one call a line. */
  readonly docker: readonly string[];
  /** What was printed as errors, the runner's escapes undone. */
  readonly errors: string;
  /** What was left in the runner's temporary folder after the post step. */
  readonly leftInTemporary: readonly string[];
}

/** A workspace, a Docker of its own and the built-in AWS: where bundles are run. */
export interface Bench {
  readonly cloud: Cloud;
  readonly call: Call;
  readonly workspace: string;
  readonly home: string;
  /** The runner's temporary folder. */
  readonly temporary: string;
  /** Everything that Docker was given on standard input by `docker login`. */
  readPasswords(): Promise<readonly string[]>;
  /** Writes a file of the workspace; what is no text is written as JSON. */
  write(path: string, content: unknown): Promise<void>;
  read(path: string): Promise<string>;
  ship(inputs: Readonly<Record<string, string>>, options?: ShipOptions): Promise<Shipped>;
}

export interface BenchOptions {
  /** How many times as fast as the world the built-in AWS is; default 60. */
  readonly scale?: number;
  /** A Docker to use instead of the stand-in. */
  readonly docker?: string;
}

/**
 * Runs `body` with the built-in AWS and a workspace with a Dockerfile. Docker is behind a script that notes how it was called.
 * All is gone afterwards.
 */
export async function withBench(body: (bench: Bench) => Promise<void>, options: BenchOptions = {}): Promise<void> {
  const { scale = 60 } = options;
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-'));
  const anchor = Date.now();
  const cloud = await startCloud({ scale, anchor });
  try {
    const bench = await makeBench(folder, cloud, `${scale}@${anchor}`, options.docker);
    await body(bench);
  } finally {
    await cloud.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeBench(folder: string, cloud: Cloud, clock: string, docker: string | undefined): Promise<Bench> {
  const paths = {
    workspace: join(folder, 'workspace'),
    home: join(folder, 'home'),
    bin: join(folder, 'bin'),
    temporary: join(folder, 'temporary'),
    docker: join(folder, 'docker-calls'),
    passwords: join(folder, 'docker-passwords')
  };
  for (const path of [paths.workspace, join(paths.home, '.docker'), paths.bin, paths.temporary]) {
    await mkdir(path, { recursive: true });
  }
  await writeFile(join(paths.home, '.docker', 'config.json'), '{\n\t"auths": {}\n}\n');
  await writeFile(join(paths.workspace, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /Dockerfile\n');
  await writeFile(join(paths.bin, 'docker'), dockerScript(docker, paths.docker, paths.passwords));
  await chmod(join(paths.bin, 'docker'), 0o755);
  const environment = {
    PATH: [paths.bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
    HOME: paths.home,
    RUNNER_TEMP: paths.temporary,
    AWS_ENDPOINT_URL: cloud.endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_EC2_METADATA_DISABLED: 'true',
    SLIPWAY_CLOCK: clock
  };
  const lines = async (path: string): Promise<readonly string[]> =>
    existsSync(path) ? (await readFile(path, 'utf8')).split('\n').filter(line => line !== '') : [];

  return {
    cloud,
    call: connectToCloud(cloud.endpoint, REGION),
    workspace: paths.workspace,
    home: paths.home,
    temporary: paths.temporary,
    readPasswords: () => lines(paths.passwords),
    read: path => readFile(join(paths.workspace, path), 'utf8'),
    write: async (path, content) => {
      const file = join(paths.workspace, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`);
    },
    ship: async (inputs, options = {}) => {
      const mark = cloud.journal.entries().at(-1)?.sequence ?? 0;
      await rm(paths.docker, { force: true });
      const watch = new AbortController();
      try {
        const result = await runAction({
          bundle: join(DIST, 'index.js'),
          post: options.post ?? join(DIST, 'post.js'),
          inputs,
          env: { ...environment, ...options.env },
          workspace: paths.workspace,
          sha: options.sha ?? SHA,
          onStart: kill => {
            if (options.killAfter !== undefined) killWhenSeen(cloud, mark, options.killAfter, kill, watch.signal);
            if (options.killAt !== undefined) {
              const look = (): Steps => ({
                requests: cloud.journal.entries(mark).length,
                docker: existsSync(paths.docker) ? readFileSync(paths.docker, 'utf8').trimEnd().split('\n') : []
              });
              killAt(options.killAt, look, kill, watch.signal);
            }
          }
        });
        const journal = cloud.journal.entries(mark);
        const { scale, anchor } = cloud.timeline;
        const end = new Date(anchor + (result.endedAt - anchor) * scale).toISOString();
        return {
          ...result,
          journal,
          postJournal: journal.filter(entry => entry.time > end),
          docker: await lines(paths.docker),
          errors: readErrors(result.log),
          leftInTemporary: await readdir(paths.temporary)
        };
      } finally {
        watch.abort();
      }
    }
  };
}

function dockerScript(program: string | undefined, calls: string, passwords: string): string {
  const standIn = `'${process.execPath}' '${join(DIST, 'cli', 'index.js')}' stand-in-docker`;
  const docker = `${program === undefined ? standIn : `'${program}'`} "$@"`;
  return `#!/bin/sh
export SLIPWAY_STAND_IN_STATE='${calls}-images'
echo "$*" >> '${calls}'
case " $* " in
  *" login "*) password=$(cat); printf '%s\\n' "$password" >> '${passwords}'; exec ${docker} <<END
$password
END
  ;;
  *) exec ${docker} ;;
esac
`;
}

/** Sends the signal once the journal shows that the operation went well. */
export function killWhenSeen(
  cloud: Cloud,
  mark: number,
  { operation, signal, and = () => true }: NonNullable<ShipOptions['killAfter']>,
  kill: (signal: NodeJS.Signals) => void,
  stop: AbortSignal
): void {
  const timer = setInterval(() => {
    if (!cloud.journal.entries(mark).some(entry => entry.operation === operation && entry.status === 200) || !and())
      return;
    clearInterval(timer);
    kill(signal);
  }, 10);
  stop.addEventListener('abort', () => clearInterval(timer));
}

function killAt(
  { isDue, milliseconds, signal }: NonNullable<ShipOptions['killAt']>,
  look: () => Steps,
  kill: (signal: NodeJS.Signals) => void,
  stop: AbortSignal
): void {
  const timers: NodeJS.Timeout[] = [];
  const poll = setInterval(() => {
    if (!isDue(look())) return;
    clearInterval(poll);
    timers.push(setTimeout(() => kill(signal), milliseconds));
    timers.push(setTimeout(() => kill('SIGKILL'), milliseconds + 10_000));
  }, 5);
  stop.addEventListener('abort', () => [poll, ...timers].forEach(timer => clearTimeout(timer)));
}

function readErrors(log: string): string {
  return log
    .split('\n')
    .map(readCommandLine)
    .filter(line => line.kind === 'error')
    .map(line => line.text)
    .join('\n');
}

/** How often an operation was asked for with success. */
export function count(journal: readonly JournalEntry[], operation: string): number {
  return journal.filter(entry => entry.operation === operation && entry.status === 200).length;
}

/** The requests that change something in ECS or CodeDeploy. */
export function changes(journal: readonly JournalEntry[]): readonly string[] {
  return journal
    .filter(entry => /^(Register|Update|Create|Delete|Stop|Run|Put)/.test(entry.operation) && entry.service !== 'logs')
    .map(entry => entry.operation);
}
