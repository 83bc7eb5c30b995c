import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir } from 'node:fs/promises';
import type { ClientRequest } from 'node:http';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

import { inMemoryCleanupStore } from '../../src/host/console.js';
import { systemFiles } from '../../src/host/files.js';
import { githubDeployments } from '../../src/host/github-deployments.js';
import { readInputs } from '../../src/host/github.js';
import { systemProcesses } from '../../src/host/processes.js';
import { createRouteResolver } from '../../src/host/proxy.js';
import type { PendingCleanup, Processes, Reporter } from '../../src/ports.js';
import { startCloud } from '../../src/emulator/cloud.js';
import { stepEnvironment } from '../../src/emulator/runner/actions-runner.js';
import { runStandInDocker } from '../../src/emulator/docker/docker.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { runShip, type Host } from '../../src/run.js';
import { systemShell } from '../../src/host/shell.js';
import { systemWebClient } from '../../src/host/web.js';
import { sandboxOf, cloudEnvironment, readErrors, SHA, withFolders, type Folders } from './sandbox-folders.js';
import { inputOf } from './docker-script.js';
import type { Sandbox, Shipped } from './sandbox.js';
import { TurnedClock } from './turned-clock.js';

/**
 * As `withSandbox`, but a run is no process: it is `runShip` in the test's own, by a clock that goes forward only where somebody waits, with
 * the stand-in for Docker as a function. For what a run does; what its entry does (signals, GitHub's files, exit) is the bundle's to show.
 * One run at a time: the SDK takes credentials and endpoint from the one environment of this process.
 */
export async function withSandboxInProcess(body: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const start = Date.now();
  const requests = watchRequests();
  const clock = new TurnedClock(start, requests.settle);
  const cloud = await startCloud({ scale: 1, anchor: start, now: clock.now });
  try {
    await withFolders(folders => body(makeSandbox(folders, cloud, clock)));
  } finally {
    requests.stop();
    await cloud.close();
  }
}

/** Watches the HTTP requests of this process. */
function watchRequests(): { readonly settle: () => Promise<void>; readonly stop: () => void } {
  const open = new Set<ClientRequest>();
  const note = (message: unknown): void => {
    const { request } = message as { readonly request: ClientRequest };
    open.add(request);
    request.once('close', () => open.delete(request));
  };
  subscribe(REQUEST_START, note);
  return {
    /** Resolves when none is open, and what waited for the last answer has gone on. */
    settle: async () => {
      do {
        await (open.size > 0 ? sleep(1) : turn());
        await turn();
      } while (open.size > 0);
    },
    stop: () => void unsubscribe(REQUEST_START, note)
  };
}

const REQUEST_START = 'http.client.request.start';

function makeSandbox(folders: Folders, cloud: Cloud, clock: TurnedClock): Sandbox {
  const passwords: string[] = [];
  return {
    ...sandboxOf(cloud, folders),
    readPasswords: () => Promise.resolve(passwords),
    pass: async seconds => {
      clock.pass(seconds * 1000);
      await turn();
    },
    ship: async (inputs, options = {}) => {
      if (options.killAfter !== undefined || options.killAt !== undefined || options.withPost === true) {
        throw new Error('Signals and post steps are for processes: withSandbox.');
      }
      const run = { inputs, workspace: folders.workspace, sha: options.sha ?? SHA };
      const env = { ...cloudEnvironment(cloud, folders), ...options.env };
      const environment = stepEnvironment({ ...run, env }, folders.temporary, {});
      const restore = replaceAwsVariables(environment);
      clock.beforeSleep = options.beforeWait ?? (() => Promise.resolve());
      try {
        return await ship(environment, folders, cloud, clock, passwords);
      } finally {
        restore();
      }
    }
  };
}

async function ship(
  environment: Readonly<Record<string, string>>,
  folders: Folders,
  cloud: Cloud,
  clock: TurnedClock,
  passwords: string[]
): Promise<Shipped> {
  const mark = cloud.requestLog.entries().at(-1)?.sequence ?? 0;
  const lines: string[] = [];
  const docker: string[] = [];
  const left = new Map<string, PendingCleanup>();
  const reporter = commandReporter(lines);
  const files = systemFiles(folders.temporary, folders.workspace);
  const machine: Host = {
    shell: systemShell(),
    web: systemWebClient(),
    files,
    processes: processesWithStandIn(folders, environment, docker, passwords),
    clock,
    reporter,
    cleanupStore: inMemoryCleanupStore(left),
    environment,
    idToken: () => Promise.reject(new Error('GitHub gives no token here.')),
    resolveRoute: createRouteResolver(environment, files, secret => reporter.mask(secret)),
    githubDeployments: token => githubDeployments(token, environment),
    signal: new AbortController().signal
  };
  const { exitCode, outputs, summary } = await runShip({ given: readInputs(environment), givenFrom: 'input' }, machine);
  const log = lines.map(line => `${line}\n`).join('');
  if (left.size > 0) throw new Error(`The run left ${[...left.keys()].join(', ')} to a post step:\n${log}`);
  return {
    exitCode,
    signal: null,
    postExitCode: null,
    outputs: Object.fromEntries(Object.entries(outputs)),
    state: {},
    summary: summary ?? '',
    log,
    postLog: '',
    endedAt: Date.now(),
    requestLog: cloud.requestLog.entries(mark),
    postJournal: [],
    docker,
    errors: readErrors(log),
    leftInTemporary: await readdir(folders.temporary)
  };
}

/** The SDK reads them by itself. @returns what puts the former ones back */
function replaceAwsVariables(environment: Readonly<Record<string, string>>): () => void {
  const former = { ...process.env };
  const isTheirs = (name: string): boolean => name.startsWith('AWS_') || name === 'HOME';
  const put = (variables: Readonly<Record<string, string | undefined>>): void => {
    for (const name of Object.keys(process.env).filter(isTheirs)) Reflect.deleteProperty(process.env, name);
    for (const [name, value] of Object.entries(variables)) if (isTheirs(name)) process.env[name] = value;
  };
  put(environment);
  return () => put(former);
}

/** Docker is the stand-in, in this process; every other program is the machine's. */
function processesWithStandIn(
  { workspace, notes }: Folders,
  environment: Readonly<Record<string, string>>,
  calls: string[],
  passwords: string[]
): Processes {
  const others = systemProcesses();
  return {
    run: async (command, args, options = {}) => {
      if (command !== 'docker') return others.run(command, args, { cwd: workspace, ...options });
      options.signal?.throwIfAborted();
      calls.push(args.join(' '));
      const { input = '', cwd = workspace, onLine } = options;
      if (args.includes('--password-stdin')) passwords.push(input.replace(/\n$/, ''));
      const env = { ...environment, ...options.env, SLIPWAY_STAND_IN_STATE: notes.images };
      const said = { stdout: '', stderr: '' };
      const tell = (stream: 'stdout' | 'stderr') => (text: string) => {
        said[stream] += text;
        for (const line of text.replace(/\n$/, '').split('\n')) onLine?.(line, stream);
      };
      const output = { out: tell('stdout'), error: tell('stderr') };
      const exitCode = await runStandInDocker(args, inputOf(input), env, output, cwd);
      options.signal?.throwIfAborted();
      return { exitCode, ...said };
    }
  };
}

/** Lines as the Action prints them for GitHub's runner. */
function commandReporter(lines: string[]): Reporter {
  let depth = 0;
  const command = (name: string, text: string, properties: Readonly<Record<string, unknown>> = {}): void => {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined);
    const told = given.map(
      ([key, value]) => `${key}=${escape(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`
    );
    lines.push(`::${name}${told.length === 0 ? '' : ` ${told.join(',')}`}::${escape(text)}`);
  };
  return {
    group: async (title, body) => {
      if (depth > 0) lines.push(title);
      else command('group', title);
      depth += 1;
      try {
        return await body();
      } finally {
        depth -= 1;
        if (depth === 0) command('endgroup', '');
      }
    },
    info: line => void lines.push(...line.split('\n')),
    warn: (message, { file, line, column } = {}) => command('warning', message, { file, line, col: column }),
    error: (message, { file, line, column } = {}) => command('error', message, { file, line, col: column }),
    debug: line => command('debug', line),
    mask: secret => command('add-mask', secret)
  };
}

function escape(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
