import { fstatSync, realpathSync } from 'node:fs';

import { readArguments, type Arguments } from './commands/arguments.js';
import type { Command, Context } from './commands/command.js';
import { COMMANDS } from './commands/catalog/catalog.js';
import { findCommand } from './commands/find-command.js';
import { Cancelled, SlipwayError } from './errors.js';
import { consoleReporter } from './host/console.js';
import { missingDirectory, systemFiles, workingDirectory } from './host/files.js';
import { openOutput } from './host/output.js';
import { openScreen } from './host/screen.js';
import { guardStream } from './host/streams.js';
import { EXIT_CODES, EXIT_WRONG_USE } from './outcome.js';
import { logError } from './report/log.js';
import type { Host } from './run.js';

// The SDK's notice about its own support of Node versions is not for the people who read a deployment's log.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const { env, stdout, stderr } = process;
const colour = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
// A CI may give its jobs a terminal, and keep every line that was ever written to it.
const isWatched = stdout.isTTY && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
/** What became of standard output. */
const output = { hasBegun: false, isIncomplete: false };
const isRunner = env['GITHUB_ACTIONS'] === 'true';
const out = openOutput({
  write: text => {
    output.hasBegun = true;
    stdout.write(text);
  },
  isRunner,
  isTerminal: stdout.isTTY,
  isFile: isFile(stdout.fd),
  colour
});
const err = openOutput({
  write: text => void stderr.write(text),
  isRunner,
  isTerminal: stderr.isTTY,
  isFile: isFile(stderr.fd),
  colour
});
guardStream(stdout, why => {
  output.isIncomplete = true;
  err.write(`error: Standard output cannot be written: ${why}.\n`);
  process.exitCode ||= EXIT_CODES.failed;
});
guardStream(stderr, () => undefined);
const lost = new AbortController();
stdout.once('error', () => lost.abort());
const errors: { readonly message: string; readonly file?: string | undefined; readonly line?: number | undefined }[] =
  [];
// With --json standard output is for a program: what people are to read goes beside it.
const isForProgram = listOwnWords(process.argv.slice(2)).some(word => word === '--json' || word === '--json=true');
const reporter = consoleReporter({
  write: isForProgram ? err.writeLine : out.writeLine,
  writeError: err.writeLine,
  colour,
  verbose: (env['SLIPWAY_DEBUG'] ?? '') !== '',
  columns: isWatched && !isForProgram ? () => stdout.columns : undefined,
  onError: (message, place) => void errors.push({ message, ...place })
});
const cancel = new AbortController();
/** A terminal's Ctrl-C reaches npx too, which hands it on: what comes so soon, in milliseconds, is the same one. */
const SAME_SIGNAL = 1_000;
let cancelledAt: number | undefined;
// SIGHUP: the terminal was closed, or the connection to it broke.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));

const context: Context = {
  files: systemFiles(),
  environment: env,
  directory: workingDirectory() ?? '',
  program: realpathSync(process.argv[1] ?? ''),
  reporter,
  signal: cancel.signal,
  write: isForProgram ? out.writeJson : out.write,
  writeError: err.write,
  writeDocument: out.writeDocument,
  writeCommand: isForProgram ? err.writeCommand : out.writeCommand,
  paint: (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text),
  openScreen: isWatched && !isForProgram ? () => openScreen(stdout) : undefined,
  lost: lost.signal,
  commands: COMMANDS,
  host: thisMachine
};

/** As other programs spell them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '--version': 'version',
  '-v': 'version',
  '--help': 'help',
  '-h': 'help'
};

const exitCode = await run(process.argv.slice(2));
if (isForProgram && !output.hasBegun && errors.length > 0)
  out.writeJson(`${JSON.stringify({ errors }, undefined, 2)}\n`);
process.exitCode = exitCode === 0 && output.isIncomplete ? EXIT_CODES.failed : exitCode;
// What was cut short may still hold the process: a connection, a program that gives credentials, a pause of the SDK's.
if (cancelledAt !== undefined) stdout.write('', () => process.exit());

/** The first one cancels, with all that has to be taken back; a second Ctrl-C is for who cannot wait for that. */
function end(signal: NodeJS.Signals): void {
  if (cancelledAt === undefined) {
    cancelledAt = Date.now();
    cancel.abort(new Cancelled(signal));
    return;
  }
  if (signal !== 'SIGINT' || Date.now() - cancelledAt < SAME_SIGNAL) return;
  err.write('error: Aborted; cleanup was skipped. slipway status shows the state of the service.\n');
  process.exit(EXIT_CODES.cancelled);
}

/** A stream that was closed, or is none of the system's, is no file. */
function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

/** What is said to this program: what stands behind -- is another program's, and all of stand-in-docker's are Docker's. */
function listOwnWords(words: readonly string[]): readonly string[] {
  if (words[0] === 'stand-in-docker') return [];
  const behind = words.indexOf('--');
  return behind < 0 ? words : words.slice(0, behind);
}

async function run([word = 'help', ...rest]: readonly string[]): Promise<number> {
  try {
    // Its arguments are Docker's: nothing in them is ours to read.
    if (word === 'stand-in-docker') {
      const { runStandInDocker } = await import('./emulator/docker/docker.js');
      return await runStandInDocker(rest, process.stdin, env);
    }
    // Whatever a command reads or writes is found from there; the system's own words for it would be a stack trace.
    if (context.directory === '') throw missingDirectory();
    return await runCommand(findCommand(OTHER_NAMES[word] ?? word, COMMANDS), rest);
  } catch (error) {
    logError(error, reporter);
    if (error instanceof Cancelled) return EXIT_CODES.cancelled;
    return error instanceof SlipwayError && error.fault === 'user' ? EXIT_WRONG_USE : 1;
  }
}

async function runCommand(command: Command, rest: readonly string[]): Promise<number> {
  // What stands behind -- is another program's, where a command runs one.
  const separator = command.runsProgram === true && rest.includes('--') ? rest.indexOf('--') : rest.length;
  const own = rest.slice(0, separator);
  if (own.includes('--help') || own.includes('-h')) {
    const { renderHelp } = await import('./commands/help.js');
    out.write(renderHelp(command, COMMANDS));
    return 0;
  }
  const { flagsOf } = await import('./commands/flags.js');
  return command.run(readCommandLine(own, command, flagsOf(command)), context, rest.slice(separator + 1));
}

function readCommandLine(
  argv: readonly string[],
  { positionals: { max } }: Command,
  flags: Parameters<typeof readArguments>[1]
): Arguments {
  const read = readArguments(argv, flags);
  const extra = read.positionals.slice(max).map(word => ({
    code: 'unexpected-argument',
    place: {},
    what: `The argument "${word}" is not expected here.`,
    next: 'Settings are flags: --name=value.'
  }));
  return { ...read, problems: [...read.problems, ...extra] };
}

async function thisMachine(): Promise<Omit<Host, 'cleanupStore'>> {
  const { startDeadlines } = await import('./host/cancel-deadlines.js');
  const { systemClock } = await import('./host/clock.js');
  const { githubDeployments } = await import('./host/github-deployments.js');
  const { systemProcesses } = await import('./host/processes.js');
  const { createRouteResolver: findWays } = await import('./host/proxy.js');
  const { systemShell } = await import('./host/shell.js');
  const { systemWebClient } = await import('./host/web.js');
  return {
    files: context.files,
    processes: systemProcesses(),
    shell: systemShell(),
    web: systemWebClient(),
    clock: systemClock(env['SLIPWAY_CLOCK']),
    reporter,
    environment: env,
    idToken: refuseIdToken,
    resolveRoute: findWays(env, context.files, secret => reporter.mask(secret)),
    githubDeployments: token => githubDeployments(token, env),
    signal: cancel.signal,
    deadlines: startDeadlines(cancel.signal)
  };
}

/** Only GitHub gives OIDC tokens; elsewhere a role is assumed by the SDK's own means (a profile, web identity token file, instance). */
function refuseIdToken(): Promise<string> {
  return Promise.reject(
    new SlipwayError({
      code: 'no-id-token',
      fault: 'user',
      what: "role-to-assume needs GitHub's OIDC token, which only a GitHub workflow has.",
      next: 'Leave role-to-assume out here and use a profile (AWS_PROFILE) or credentials of that role.'
    })
  );
}
