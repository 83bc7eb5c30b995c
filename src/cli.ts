#!/usr/bin/env node
import { realpathSync } from 'node:fs';

import { Cancelled } from './cancelled.js';
import { readArguments, type Arguments } from './commands/arguments.js';
import type { Command, Context } from './commands/command.js';
import { COMMANDS, findCommand } from './commands/table.js';
import { SlipwayError } from './errors.js';
import { consoleReporter } from './host/console.js';
import { systemFiles } from './host/files.js';
import { EXIT_CODES, EXIT_WRONG_USE } from './outcome.js';
import { tellError } from './report/tell.js';
import type { Machine } from './run.js';

// The SDK's notice about its own support of Node versions is not for the people who read a deployment's log.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const { env, stdout, stderr } = process;
const colour = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
// A CI may give its jobs a terminal, and keep every line that was ever written to it.
const isWatched = stdout.isTTY && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
const write = (text: string): void => void stdout.write(text);
const writeError = (text: string): void => void stderr.write(text);
// With --json standard output is for a program: what people are to read goes beside it.
const isForProgram = process.argv.some(word => word === '--json' || word === '--json=true');
const reporter = consoleReporter({
  write: isForProgram ? writeError : write,
  writeError,
  colour,
  verbose: (env['SLIPWAY_DEBUG'] ?? '') !== '',
  columns: isWatched && !isForProgram ? () => stdout.columns : undefined
});
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort(new Cancelled(signal)));

const context: Context = {
  files: systemFiles(),
  environment: env,
  directory: process.cwd(),
  program: realpathSync(process.argv[1] ?? ''),
  reporter,
  signal: cancel.signal,
  write,
  writeError,
  paint: (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text),
  machine: thisMachine
};

/** As other programs spell them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '--version': 'version',
  '-v': 'version',
  '--help': 'help',
  '-h': 'help'
};

process.exitCode = await run(process.argv.slice(2));

async function run([word = 'help', ...rest]: readonly string[]): Promise<number> {
  try {
    // Its arguments are Docker's: nothing in them is ours to read.
    if (word === 'stand-in-docker') {
      const { runStandInDocker } = await import('./rehearsal/stand-in-docker.js');
      return await runStandInDocker(rest, process.stdin, env);
    }
    return await runCommand(findCommand(OTHER_NAMES[word] ?? word), rest);
  } catch (error) {
    tellError(error, reporter);
    if (error instanceof Cancelled) return EXIT_CODES.cancelled;
    return error instanceof SlipwayError && error.fault === 'user' ? EXIT_WRONG_USE : 1;
  }
}

async function runCommand(command: Command, rest: readonly string[]): Promise<number> {
  // What stands behind -- is another program's, where a command runs one.
  const end = command.name === 'cloud' && rest.includes('--') ? rest.indexOf('--') : rest.length;
  const own = rest.slice(0, end);
  if (own.includes('--help') || own.includes('-h')) {
    const { renderHelp } = await import('./commands/help.js');
    write(renderHelp(command.name, COMMANDS));
    return 0;
  }
  return command.run(readCommandLine(own, command, await command.flags()), context, rest.slice(end + 1));
}

function readCommandLine(
  argv: readonly string[],
  { most }: Command,
  flags: Parameters<typeof readArguments>[1]
): Arguments {
  const read = readArguments(argv, flags);
  const extra = read.positionals.slice(most).map(word => ({
    code: 'unexpected-argument',
    place: {},
    what: `The argument "${word}" is not expected here.`,
    next: 'Settings are flags: --name=value.'
  }));
  return { ...read, problems: [...read.problems, ...extra] };
}

async function thisMachine(): Promise<Omit<Machine, 'ledger'>> {
  const { systemClock } = await import('./host/clock.js');
  const { githubDeployments } = await import('./host/github-deployments.js');
  const { systemProcesses } = await import('./host/processes.js');
  const { findWays } = await import('./host/proxy.js');
  return {
    files: context.files,
    processes: systemProcesses(),
    clock: systemClock(env['SLIPWAY_CLOCK']),
    reporter,
    environment: env,
    idToken: refuseIdToken,
    ways: findWays(env, context.files, secret => reporter.mask(secret)),
    board: token => githubDeployments(token, env),
    signal: cancel.signal
  };
}

/** Only GitHub gives OIDC tokens; elsewhere a role is assumed by the SDK's own means (a profile, web identity token file, instance). */
function refuseIdToken(): Promise<string> {
  return Promise.reject(
    new SlipwayError({
      code: 'no-id-token',
      fault: 'user',
      what: "role-to-assume needs GitHub's OIDC token, which there is only in a GitHub workflow.",
      next: 'Leave role-to-assume out here and use a profile (AWS_PROFILE) or credentials of that role.'
    })
  );
}
