import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { jest } from '@jest/globals';

import type { Call } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import { runAction, type ActionResult } from '../../src/emulator/runner/actions-runner.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { dockerScript, startDocker, type DockerServer } from './docker-script.js';
import {
  sandboxOf,
  cloudEnvironment,
  DIST,
  readErrors,
  readLines,
  SHA,
  withFolders,
  type Folders
} from './sandbox-folders.js';
import { cancelWhen, killAt, killWhenSeen, type KillAfter, type KillAt, type Steps } from './signals.js';

export { DIST, REGION, ROOT, SECRET_KEY, SHA } from './sandbox-folders.js';
export type { Steps } from './signals.js';

// A run is right however long a busy machine takes for it: this ends what hangs.
jest.setTimeout(600_000);

export interface ShipOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly sha?: string;
  /** Run as the post step instead of the bundle's own. */
  readonly post?: string;
  /** Runs the post step whatever the main step left, as GitHub does. Without it there is none where it would find nothing to do. */
  readonly withPost?: boolean;
  /** What happens to the main step; the post step always runs then. */
  readonly killAfter?: KillAfter;
  readonly killAt?: KillAt;
  /** Told how to send a signal to the main step, once it is started. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** Awaited before each wait of the run; only where the run is in the test's own process. */
  readonly beforeWait?: () => Promise<void>;
  /** The main step is cancelled as GitHub does it, once this holds: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL. */
  readonly cancelWhen?: () => boolean;
  /** The post step is cancelled likewise. */
  readonly cancelPostWhen?: () => boolean;
  readonly onCancel?: () => void;
  /** What comes besides, so many milliseconds after SIGINT. */
  readonly andThen?: readonly (readonly [NodeJS.Signals, number])[];
  /** Awaited before the post step. */
  readonly onMainEnd?: () => Promise<void>;
}

/** What a job left: what the runner saw, what AWS was asked, what Docker was called with. */
export interface Shipped extends ActionResult {
  /** The requests of this run, main step and post step. */
  readonly requestLog: readonly RequestLogEntry[];
  /** The requests of the post step alone. */
  readonly postJournal: readonly RequestLogEntry[];
  /** Docker's arguments, one call a line. */
  readonly docker: readonly string[];
  /** What was printed as errors, the runner's escapes undone. */
  readonly errors: string;
  /** What was left in the runner's temporary folder: after the post step, or after the main step where there was no other. */
  readonly leftInTemporary: readonly string[];
}

/** A workspace, a Docker of its own and the built-in AWS: where bundles are run. */
export interface Sandbox {
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
  /** Lets so many of AWS's seconds pass. */
  pass(seconds: number): Promise<void>;
}

export interface SandboxOptions {
  /** How many times as fast as the world the built-in AWS is; default 60. */
  readonly scale?: number;
  /** A Docker to use instead of the stand-in. */
  readonly docker?: string;
}

/**
 * Runs `body` with the built-in AWS and a workspace with a Dockerfile. Docker is behind a script that notes how it was called.
 * All is gone afterwards.
 */
export async function withSandbox(
  body: (sandbox: Sandbox) => Promise<void>,
  options: SandboxOptions = {}
): Promise<void> {
  const { scale = 60 } = options;
  const anchor = Date.now();
  const cloud = await startCloud({ scale, anchor });
  try {
    await withFolders(async folders => {
      const docker = await startDocker(STAND_IN, folders.notes);
      try {
        await putDocker(folders, docker.script);
        await body(makeSandbox(folders, cloud, `${scale}@${anchor}`, docker, options.docker));
      } finally {
        await docker.close();
      }
    });
  } finally {
    await cloud.close();
  }
}

/** The stand-in for Docker as a process, a command line of the shell. */
const STAND_IN = `'${process.execPath}' '${join(DIST, 'cli', 'index.js')}' stand-in-docker`;

/** Puts a script where this bench's runs find Docker. */
async function putDocker({ bin }: Folders, script: string): Promise<void> {
  await writeFile(join(bin, 'docker'), script, { mode: 0o755 });
}

function makeSandbox(
  folders: Folders,
  cloud: Cloud,
  clock: string,
  server: DockerServer,
  docker: string | undefined
): Sandbox {
  const { workspace, temporary, notes } = folders;
  const environment = {
    ...cloudEnvironment(cloud, folders),
    PATH: [folders.bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
    SLIPWAY_CLOCK: clock
  };
  return {
    ...sandboxOf(cloud, folders),
    readPasswords: () => readLines(notes.passwords),
    pass: seconds => sleep((seconds * 1000) / cloud.timeline.scale),
    ship: async (inputs, options = {}) => {
      const { killAfter, killAt: killLater } = options;
      const isKilled = [killAfter, killLater, options.cancelWhen, options.cancelPostWhen].some(
        each => each !== undefined
      );
      const mark = cloud.requestLog.entries().at(-1)?.sequence ?? 0;
      await rm(notes.calls, { force: true });
      const script =
        docker === undefined && !isKilled
          ? server.script
          : dockerScript(docker === undefined ? STAND_IN : `'${docker}'`, notes);
      await putDocker(folders, script);
      const watch = new AbortController();
      try {
        const result = await runAction({
          bundle: join(DIST, 'index.js'),
          post: options.post ?? join(DIST, 'post.js'),
          needsPost: state => isKilled || options.withPost === true || leavesSomething(state),
          inputs,
          env: { ...environment, ...options.env },
          workspace,
          sha: options.sha ?? SHA,
          onMainEnd: options.onMainEnd,
          onPostStart: kill => {
            if (options.cancelPostWhen !== undefined) cancelWhen(options.cancelPostWhen, options, kill, watch.signal);
          },
          onStart: kill => {
            options.onStart?.(kill);
            if (options.cancelWhen !== undefined) cancelWhen(options.cancelWhen, options, kill, watch.signal);
            if (killAfter !== undefined) killWhenSeen(cloud, killAfter, kill, watch.signal);
            if (killLater !== undefined) {
              const look = (): Steps => ({
                requests: cloud.requestLog.entries(mark).length,
                docker: existsSync(notes.calls) ? readFileSync(notes.calls, 'utf8').trimEnd().split('\n') : []
              });
              killAt(killLater, look, kill, watch.signal);
            }
          }
        });
        const requestLog = cloud.requestLog.entries(mark);
        const { scale, anchor } = cloud.timeline;
        const end = new Date(anchor + (result.endedAt - anchor) * scale).toISOString();
        return {
          ...result,
          requestLog,
          postJournal: requestLog.filter(entry => entry.time > end),
          docker: await readLines(notes.calls),
          errors: readErrors(result.log),
          leftInTemporary: await readdir(temporary)
        };
      } finally {
        watch.abort();
      }
    }
  };
}

/** Whether the main step noted something for the post step that it did not settle. */
function leavesSomething({ leftovers: pendingCleanups = '{}' }: Readonly<Record<string, string>>): boolean {
  return pendingCleanups !== '{}';
}

/** How often an operation was asked for with success. */
export function count(requestLog: readonly RequestLogEntry[], operation: string): number {
  return requestLog.filter(entry => entry.operation === operation && entry.status === 200).length;
}

/** The requests that change something in ECS or CodeDeploy. */
export function changes(requestLog: readonly RequestLogEntry[]): readonly string[] {
  return requestLog
    .filter(entry => /^(Register|Update|Create|Delete|Stop|Run|Put)/.test(entry.operation) && entry.service !== 'logs')
    .map(entry => entry.operation);
}
