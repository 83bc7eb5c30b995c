#!/usr/bin/env node
import { realpathSync } from 'node:fs';

import { Cancelled } from './cancelled.js';
import { readArguments, type Arguments, type Flag } from './commands/arguments.js';
import type { ContainersWish } from './commands/real-containers.js';
import { ProblemsError, SlipwayError, type Problem } from './errors.js';
import { consoleReporter } from './host/console.js';
import { systemFiles } from './host/files.js';
import { EXIT_CODES, EXIT_WRONG_USE } from './outcome.js';
import { tellError } from './report/tell.js';
import type { Machine } from './run.js';
import { VERSION } from './version.js';

// The SDK's notice about its own support of Node versions is not for the people who read a deployment's log.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const { env, stdout, stderr } = process;
const colour = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
// A CI may give its jobs a terminal, and keep every line that was ever written to it.
const isWatched = stdout.isTTY && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
const write = (text: string): void => void stdout.write(text);
const reporter = consoleReporter({
  write,
  writeError: text => void stderr.write(text),
  colour,
  verbose: (env['SLIPWAY_DEBUG'] ?? '') !== '',
  columns: isWatched ? () => stdout.columns : undefined
});
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort(new Cancelled(signal)));

process.exitCode = await run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<number> {
  const [command = 'help', ...rest] = argv;
  try {
    // Its arguments are Docker's: nothing in them is ours to read.
    if (command === 'stand-in-docker') {
      const { runStandInDocker } = await import('./rehearsal/stand-in-docker.js');
      return await runStandInDocker(rest, process.stdin, env);
    }
    // What stands behind -- is another program's.
    const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
    if (own.includes('--help') || own.includes('-h')) return await help(command);
    return await dispatch(command, rest);
  } catch (error) {
    tellError(error, reporter);
    if (error instanceof Cancelled) return EXIT_CODES.cancelled;
    return error instanceof SlipwayError && error.fault === 'user' ? EXIT_WRONG_USE : 1;
  }
}

/** A command loads what it needs and no more: the AWS SDK alone takes longer than a check of all files. */
function containerFlags(): readonly Flag[] {
  return [
    { name: 'with-containers', kind: 'switch' },
    { name: 'container-env', kind: 'one' }
  ];
}

/** What is asked about containers, and the settings beside it. */
function takeContainers(flags: Arguments['flags']): { containers: ContainersWish; given: Arguments['flags'] } {
  const { 'with-containers': wanted, 'container-env': variables, ...given } = flags;
  return { containers: { wanted: wanted === 'true', variables }, given };
}

async function dispatch(command: string, rest: readonly string[]): Promise<number> {
  switch (command) {
    case 'ship': {
      const { shipFromCommand } = await import('./commands/ship.js');
      const { settingFlags } = await import('./commands/setting-flags.js');
      return shipFromCommand(readFlags(rest, settingFlags()), await thisMachine(), write);
    }
    case 'plan': {
      const { planFlags, showPlan } = await import('./commands/plan.js');
      return showPlan(readFlags(rest, planFlags()), { machine: await thisMachine(), write, paint });
    }
    case 'diff': {
      const { diffFlags, showDiff } = await import('./commands/plan.js');
      return showDiff(readFlags(rest, diffFlags()), { machine: await thisMachine(), write, paint });
    }
    case 'status': {
      const { showStatus, statusFlags } = await import('./commands/services.js');
      return showStatus(readFlags(rest, statusFlags()), await thisMachine(), write);
    }
    case 'rollback': {
      const { goBack, rollbackFlags } = await import('./commands/services.js');
      return goBack(readFlags(rest, rollbackFlags()), await thisMachine());
    }
    case 'rehearse': {
      const { rehearse } = await import('./commands/rehearse.js');
      const { settingFlags } = await import('./commands/setting-flags.js');
      const { systemProcesses } = await import('./host/processes.js');
      const own: Flag[] = [{ name: 'output', kind: 'one' }, { name: 'scale', kind: 'one' }, ...containerFlags()];
      const { flags, positionals } = readCommandLine(rest, [...own, ...settingFlags()], 1);
      const { output = 'slipway-rehearsal', scale, ...others } = flags;
      const { containers, given } = takeContainers(others);
      return rehearse({
        project: positionals[0],
        given,
        // Containers live in the world's time: they are not to be given up before they have come up.
        scale: readNumber('scale', scale, containers.wanted ? 4 : 20),
        containers,
        output,
        program: realpathSync(process.argv[1] ?? ''),
        processes: systemProcesses(),
        environment: env,
        paint,
        write,
        signal: cancel.signal
      });
    }
    case 'cloud': {
      const { serveCloud } = await import('./commands/cloud.js');
      const { settingFlags } = await import('./commands/setting-flags.js');
      const { systemProcesses } = await import('./host/processes.js');
      const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
      const own: Flag[] = [{ name: 'port', kind: 'one' }, { name: 'scale', kind: 'one' }, ...containerFlags()];
      const { flags, positionals } = readCommandLine(rest.slice(0, end), [...own, ...settingFlags()], 1);
      const { port, scale, ...others } = flags;
      const { containers, given } = takeContainers(others);
      const command = rest.slice(end + 1);
      return serveCloud({
        // Beside a command nobody needs to know the port, and several may run at once.
        port: readNumber('port', port, command.length > 0 ? 0 : 4566),
        scale: readNumber('scale', scale, 1),
        containers,
        project: positionals[0],
        given,
        command,
        program: realpathSync(process.argv[1] ?? ''),
        processes: systemProcesses(),
        environment: env,
        signal: cancel.signal,
        write
      });
    }
    case 'generate': {
      const { generate, generateFlags } = await import('./commands/generate.js');
      return generate({
        arguments: readArguments(rest, generateFlags()),
        files: systemFiles(),
        environment: env,
        write,
        warn: (text, place) => reporter.warn(text, place)
      });
    }
    case 'check': {
      const { check, checkFlags } = await import('./commands/check.js');
      return check({
        ...readArguments(rest, checkFlags()),
        files: systemFiles(),
        environment: env,
        directory: process.cwd(),
        write,
        writeError: text => void stderr.write(text)
      });
    }
    case 'render': {
      const { render, renderFlags } = await import('./commands/render.js');
      return render(readFlags(rest, renderFlags()), await thisMachine(), write);
    }
    case 'init': {
      const { INIT_FLAGS, init } = await import('./commands/init.js');
      const machine = await thisMachine();
      return init({ ...readFlags(rest, INIT_FLAGS), machine, write, writeError: text => void stderr.write(text) });
    }
    case 'import': {
      const { IMPORT_FLAGS, importFile } = await import('./commands/import.js');
      const { flags, positionals } = readCommandLine(rest, IMPORT_FLAGS, 2);
      return importFile({
        positionals,
        output: flags['output'],
        variables: flags['variable'],
        region: flags['region'] ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
        force: flags['force'] === 'true',
        files: systemFiles(),
        write,
        writeError: text => void stderr.write(text)
      });
    }
    case 'version':
    case '--version':
    case '-v':
      write(`slipway ${VERSION} (Node ${process.versions.node})\n`);
      return 0;
    case 'help':
    case '--help':
    case '-h':
      return help(rest[0]);
    default:
      throw new SlipwayError({
        code: 'unknown-command',
        fault: 'user',
        what: `There is no command "${command}".`,
        next: 'There are ship, plan, diff, status, rollback, rehearse, cloud, generate, check, init, render, import, help and version; slipway help tells more.'
      });
  }
}

async function thisMachine(): Promise<Omit<Machine, 'ledger'>> {
  const { systemClock } = await import('./host/clock.js');
  const { githubDeployments } = await import('./host/github-deployments.js');
  const { systemProcesses } = await import('./host/processes.js');
  return {
    files: systemFiles(),
    processes: systemProcesses(),
    clock: systemClock(env['SLIPWAY_CLOCK']),
    reporter,
    environment: env,
    idToken: refuseIdToken,
    board: token => githubDeployments(token, env),
    signal: cancel.signal
  };
}

/** Reads the command line of a command that takes flags only; what is wrong is told with what is wrong with the settings. */
function readFlags(argv: readonly string[], flags: readonly Flag[]): Arguments {
  const read = readArguments(argv, flags);
  return { ...read, problems: [...read.problems, ...refuseExtra(read, 0)] };
}

async function help(command: string | undefined): Promise<number> {
  const { renderHelp } = await import('./commands/help.js');
  write(renderHelp(command));
  return 0;
}

/** Reads the command line of a command that takes at most so many arguments. Throws ProblemsError. */
function readCommandLine(argv: readonly string[], flags: readonly Flag[], most: number): Arguments {
  const read = readArguments(argv, flags);
  const problems = [...read.problems, ...refuseExtra(read, most)];
  if (problems.length > 0) throw new ProblemsError(problems);
  return read;
}

function refuseExtra({ positionals }: Arguments, most: number): Problem[] {
  return positionals.slice(most).map(extra => ({
    code: 'unexpected-argument',
    place: {},
    what: `The argument "${extra}" is not expected here.`,
    next: 'Settings are flags: --name=value.'
  }));
}

function readNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new SlipwayError({ code: 'not-a-number', fault: 'user', what: `--${name} is "${text}", expected a number.` });
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
