import { exec } from '@actions/exec';
import { availableParallelism } from 'node:os';
import { StringDecoder } from 'node:string_decoder';

import { orAborted } from '../cancellation.js';
import { SlipwayError } from '../errors.js';
import type { Processes, RunOptions, RunResult } from '../ports.js';
import { isCredential } from '../text/credential-variables.js';

/** In milliseconds after SIGTERM: a program that goes on is killed, and one whose output somebody else holds open is no longer waited for. */
const KILL_AFTER = 2_000;
const LEAVE_AFTER = 2_500;

/** The most characters of an output that a result has, and of a line that goes on and on. */
const MAX_KEPT = 4 * 1024 ** 2;
const MAX_OF_LINE = 64 * 1024;

/** Child processes by `@actions/exec`, silent: what is shown, and how, is the caller's choice. */
export function systemProcesses(): Processes {
  return { run, processors: availableParallelism() };
}

async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  options.signal?.throwIfAborted();
  const stdout = collectLines(line => options.onLine?.(line, 'stdout'));
  const stderr = collectLines(line => options.onLine?.(line, 'stderr'));
  const child = new Child(options.signal);
  const [tool, toolArgs] = child.wrap(command, args);
  let exitCode: number;
  try {
    const running = exec(tool, toolArgs, {
      silent: true,
      ignoreReturnCode: true,
      env: mergeEnvironment(options.env),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.input === undefined ? {} : { input: Buffer.from(options.input) }),
      listeners: {
        stdout: data => stdout.add(child.takeId(data)),
        stderr: data => stderr.add(data)
      }
    });
    exitCode = await orAborted(running, child.left);
  } catch (error) {
    if (child.left.aborted) throw options.signal?.reason;
    throw missingProgram(command, error);
  } finally {
    child.release();
  }
  const result = { exitCode, stdout: stdout.end(), stderr: stderr.end() };
  options.signal?.throwIfAborted();
  const failure = tool === command ? undefined : readExecFailure(command, result);
  if (failure !== undefined) throw failure;
  return result;
}

/**
 * What `sh` says where it could not become the program, in any language: `docker: 1: exec: docker: not found`. POSIX has it end with 127 where there is
 * no such program, and with 126 where it may not be started: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html (2.8.2).
 *
 * @returns undefined: it became the program, whose own exit code this is
 */
function readExecFailure(command: string, { exitCode, stderr }: RunResult): SlipwayError | undefined {
  if (exitCode !== 126 && exitCode !== 127) return undefined;
  const [, shell, program, reason] = /^(.+?): (?:\S+ )?\d+: exec: (.+?): (.+)$/m.exec(stderr) ?? [];
  if (shell !== command || program !== command) return undefined;
  return missingProgram(command, exitCode === 127 ? undefined : new Error(reason));
}

/**
 * `@actions/exec` keeps the child to itself, so a cancelled run could not end a build that goes on. Where a signal is given, `sh` says
 * its process id first and then becomes the program (`exec`): same arguments, same id.
 */
class Child {
  readonly #signal: AbortSignal | undefined;
  readonly #given: AbortSignal | undefined;
  readonly #left = new AbortController();
  readonly #timers: NodeJS.Timeout[] = [];
  #head: Buffer | undefined;
  #id: number | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#given = signal;
    this.#signal = process.platform === 'win32' ? undefined : signal;
    signal?.addEventListener('abort', this.#end);
  }

  /** Fires when it was to end, and is no longer waited for. */
  get left(): AbortSignal {
    return this.#left.signal;
  }

  wrap(command: string, args: readonly string[]): [string, string[]] {
    if (this.#signal === undefined) return [command, [...args]];
    this.#head = Buffer.alloc(0);
    return ['sh', ['-c', 'echo "$$"; exec "$0" "$@"', command, ...args]];
  }

  /** Takes the first line, the id, off the output; returns what is the program's own. */
  takeId(data: Buffer): Buffer {
    if (this.#head === undefined) return data;
    this.#head = Buffer.concat([this.#head, data]);
    const end = this.#head.indexOf('\n');
    if (end < 0) return Buffer.alloc(0);
    this.#id = Number(this.#head.subarray(0, end).toString());
    const rest = this.#head.subarray(end + 1);
    this.#head = undefined;
    if (this.#signal?.aborted === true) this.#send('SIGTERM');
    return rest;
  }

  release(): void {
    this.#given?.removeEventListener('abort', this.#end);
    this.#timers.forEach(timer => clearTimeout(timer));
  }

  readonly #end = (): void => {
    this.#send('SIGTERM');
    this.#timers.push(
      setTimeout(() => this.#send('SIGKILL'), KILL_AFTER),
      setTimeout(() => this.#left.abort(), LEAVE_AFTER)
    );
  };

  #send(signal: NodeJS.Signals): void {
    if (this.#id === undefined) return;
    try {
      process.kill(this.#id, signal);
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}

function collectLines(onLine: (line: string) => void): { add: (data: Buffer) => void; end: () => string } {
  // A character may be cut in two between chunks.
  const decoder = new StringDecoder('utf8');
  let all = '';
  let pending = '';
  const add = (text: string): void => {
    all += text;
    // What matters of an output stands at its end.
    if (all.length > 2 * MAX_KEPT) all = all.slice(-MAX_KEPT);
    const lines = (pending + text).split(/\r?\n/);
    pending = lines.pop() ?? '';
    if (pending.length > MAX_OF_LINE) pending = `${pending.slice(0, MAX_OF_LINE)}…`;
    lines.forEach(onLine);
  };
  return {
    add: data => add(decoder.write(data)),
    end: () => {
      add(decoder.end());
      if (pending !== '') onLine(pending);
      return all.slice(-MAX_KEPT);
    }
  };
}

function mergeEnvironment(changes: RunOptions['env']): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !isCredential(name));
  const merged = { ...Object.fromEntries(inherited), ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined)
  );
}

function missingProgram(command: string, cause: unknown): SlipwayError {
  const message = cause instanceof Error ? cause.message : 'it is not there';
  if (cause !== undefined && !message.includes('Unable to locate executable')) {
    const what = `The program ${command} could not be started: ${message}.`;
    const next = `See that it works for the user that runs this: ${command} --version.`;
    return new SlipwayError({ code: 'program-failed', fault: 'user', what, next, cause });
  }
  return new SlipwayError({
    code: 'program-missing',
    fault: 'user',
    what: `The program ${command} is not on this machine's PATH.`,
    next: `Install ${command}, or run where it is installed.`,
    cause
  });
}
