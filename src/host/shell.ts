import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { SlipwayError } from '../errors.js';
import type { Shell, ShellOptions, ShellResult } from '../ports.js';
import { isTokenOrInput } from '../text/credential-variables.js';
import { endProcessesWith } from './orphaned-processes.js';

/** In milliseconds after SIGTERM: what goes on is killed. */
const KILL_AFTER = 1_000;
/** An output that somebody else holds open is no longer waited for so long after the command has ended. */
const LEAVE_AFTER = 1_000;
/** What a command has started has this variable, and is ended by it where it has left the command's process group. */
const MARK = 'SLIPWAY_GATE_RUN';

/**
 * The system's shell: bash, with `-e` as `run:` of a workflow has it, where there is one; else sh; on Windows the command prompt. The command
 * is the head of a process group, which is signalled as a whole. What has left the group is found by a variable (Linux).
 */
export function systemShell(): Shell {
  return { run };
}

async function run(line: string, options: ShellOptions): Promise<ShellResult> {
  options.signal.throwIfAborted();
  const mark = randomUUID();
  const env = { ...inheritedVariables(), ...options.env, [MARK]: mark };
  const child = await start(line, env);
  const end = (): void => signalGroup(child, 'SIGTERM');
  let killing: NodeJS.Timeout | undefined;
  const cut = (): void => {
    end();
    killing = setTimeout(() => signalGroup(child, 'SIGKILL'), KILL_AFTER);
  };
  options.signal.addEventListener('abort', cut, { once: true });
  if (options.signal.aborted) cut();
  try {
    const outputs = [child.stdout, child.stderr].map(stream => readLines(stream, options.onLine));
    const result = await new Promise<ShellResult>(resolve => {
      child.once('exit', (code, signal) =>
        resolve(code === null ? { killedBy: signal ?? 'a signal' } : { exitCode: code })
      );
    });
    // What the command left behind in its group, and what has left that.
    signalGroup(child, 'SIGKILL');
    await endProcessesWith(MARK, mark);
    await Promise.race([Promise.all(outputs), pause(LEAVE_AFTER)]);
    options.signal.throwIfAborted();
    return result;
  } finally {
    clearTimeout(killing);
    options.signal.removeEventListener('abort', cut);
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  }
}

const SHELLS: readonly (readonly [string, ...string[]])[] =
  process.platform === 'win32'
    ? [['cmd.exe', '/d', '/s', '/c']]
    : [
        ['bash', '-e', '-c'],
        ['sh', '-e', '-c']
      ];

async function start(line: string, env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  for (const [shell, ...args] of SHELLS) {
    const isCommandPrompt = process.platform === 'win32';
    // The command prompt takes what stands between the outer quotes as it is.
    const child = spawn(shell, [...args, isCommandPrompt ? `"${line}"` : line], {
      windowsVerbatimArguments: isCommandPrompt,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isCommandPrompt,
      windowsHide: true
    });
    const error = await new Promise<Error | undefined>(resolve => {
      child.once('spawn', () => resolve(undefined));
      child.once('error', resolve);
    });
    if (error === undefined) return child;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw notStarted(error);
  }
  throw notStarted(new Error(`neither ${SHELLS.map(([shell]) => shell).join(' nor ')} is on the PATH`));
}

function notStarted(cause: Error): SlipwayError {
  return new SlipwayError({
    code: 'program-failed',
    fault: 'user',
    what: `The shell for gate-command could not be started: ${cause.message}.`,
    next: 'Run where there is one.',
    cause
  });
}

/** A group of its own (POSIX), a tree (Windows). */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined
    );
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // All of it has ended.
  }
}

function readLines(stream: Readable | null, onLine: (line: string) => void): Promise<void> {
  if (stream === null) return Promise.resolve();
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  lines.on('line', onLine);
  return new Promise(resolve => lines.once('close', resolve));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => void setTimeout(resolve, milliseconds).unref());
}

function inheritedVariables(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || isTokenOrInput(name) ? [] : [[name, value]]
    )
  );
}
