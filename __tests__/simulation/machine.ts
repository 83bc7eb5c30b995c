import type { Agent } from 'node:http';

import { inMemoryCleanupStore } from '../../src/host/console.js';
import type { Clock, Files, PendingCleanup } from '../../src/ports.js';
import { seededRandom } from '../../src/emulator/server/faults.js';
import type { Host } from '../../src/run.js';
import { fakeReporter, type FakeReporter } from '../rollout/fakes.js';
import type { VirtualTime } from './virtual-time.js';
import { NO_GATES } from '../no-gates.js';

/** The endpoint that the SDK reads from this process's environment; whose cloud answers is each machine's own agent's business. */
const ENDPOINT = 'http://aws.test';
export const REGION = 'eu-west-1';

/** What of the environment the SDK reads by itself. */
export const ENVIRONMENT = {
  AWS_ENDPOINT_URL: ENDPOINT,
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-secret',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true'
};

/** The seconds that a cancelled run has for each thing, as the Action's process counts them: milliseconds after the cancellation. */
const DEADLINES = { answers: 2_000, undo: 4_500, report: 6_000 } as const;

export interface VirtualMachine extends Host {
  readonly deadlines: Readonly<Record<keyof typeof DEADLINES, AbortSignal>>;
  readonly reporter: FakeReporter;
  /** What is open in the cleanupStore: the post step's inheritance. */
  readonly open: ReadonlyMap<string, PendingCleanup>;
}

/** A machine without a disk, without processes, and with the time of the simulation. */
export function createMachine(
  time: VirtualTime,
  {
    agent,
    files,
    seed,
    signal,
    gates = NO_GATES
  }: {
    readonly agent: Agent;
    readonly files: ReadonlyMap<string, string>;
    readonly seed: number;
    readonly signal: AbortSignal;
    readonly gates?: Pick<Host, 'shell' | 'web'> | undefined;
  }
): VirtualMachine {
  const open = new Map<string, PendingCleanup>();
  return {
    ...gates,
    files: memoryFiles(files),
    processes: { run: () => Promise.reject(new Error('There are no processes here.')) },
    clock: createClock(time, seed),
    reporter: fakeReporter(),
    cleanupStore: inMemoryCleanupStore(open),
    open,
    environment: ENVIRONMENT,
    idToken: () => Promise.reject(new Error('There are no tokens here.')),
    resolveRoute: () => Promise.resolve({ agent, proxy: undefined }),
    signal,
    deadlines: createDeadlines(time, signal)
  };
}

function createDeadlines(time: VirtualTime, signal: AbortSignal): VirtualMachine['deadlines'] {
  const begin = (milliseconds: number): AbortSignal => {
    const deadline = new AbortController();
    const fire = (): void =>
      deadline.abort(new Error('There was no answer within the few seconds that a cancelled run has.'));
    signal.addEventListener('abort', () => time.after(milliseconds, fire), { once: true });
    return deadline.signal;
  };
  return { answers: begin(DEADLINES.answers), undo: begin(DEADLINES.undo), report: begin(DEADLINES.report) };
}

function createClock(time: VirtualTime, seed: number): Clock {
  return {
    now: () => time.now(),
    random: seededRandom(seed),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const wake = (): void => {
          signal?.removeEventListener('abort', stop);
          resolve();
        };
        const cancel = time.after(milliseconds, wake);
        const stop = (): void => {
          cancel();
          reject(signal?.reason as Error);
        };
        signal?.addEventListener('abort', stop, { once: true });
      })
  };
}

function memoryFiles(given: ReadonlyMap<string, string>): Files {
  const files = new Map(given);
  const isBelow = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
  let temporary = 0;
  return {
    read: path => {
      const text = files.get(path);
      return Promise.resolve(text === undefined ? undefined : Buffer.from(text));
    },
    write: (path, text) => {
      files.set(path, text);
      return Promise.resolve();
    },
    isFile: path => Promise.resolve(files.has(path)),
    isDirectory: path => Promise.resolve([...files.keys()].some(isBelow(path))),
    makeTemporaryDirectory: prefix => Promise.resolve(`/temporary/${prefix}${temporary++}`),
    remove: path => {
      files.delete(path);
      for (const each of [...files.keys()].filter(isBelow(path))) files.delete(each);
      return Promise.resolve();
    },
    link: () => Promise.resolve()
  };
}
