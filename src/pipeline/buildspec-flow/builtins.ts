import type { SimpleCommand } from '../buildspec-reader/tree.js';
import { plainText } from '../buildspec-reader/visit.js';
import type { Call } from './call.js';
import type { Machine } from './machine.js';
import { parseScript } from './parse-script.js';
import { ExitSignal, LoopSignal, ReturnSignal } from './signals.js';

/** Commands of the shell itself; undefined: it is none. */
export function runBuiltin(
  machine: Machine,
  { node, words }: Call,
  program: string,
  args: readonly string[]
): number | undefined {
  const { shell, settings } = machine;
  switch (program) {
    case 'exit':
      throw new ExitSignal(readStatus(machine, args[0], 'exit'));
    case 'return':
      throw new ReturnSignal(readStatus(machine, args[0], 'return'));
    case 'break':
    case 'continue':
      throw new LoopSignal(program, Number(args[0] ?? 1) || 1);
    case 'true':
    case ':':
      return 0;
    case 'false':
      return 1;
    case 'set':
      setOptions(machine, args);
      return 0;
    case 'shift':
      shell.parameters = shell.parameters.slice(Number(args[0] ?? 1) || 1);
      return 0;
    case 'cd':
    case 'pushd':
    case 'popd':
      return changeFolder(machine, words);
    case 'export':
    case 'declare':
    case 'readonly':
    case 'local':
    case 'typeset':
      declare(machine, node, args);
      return 0;
    case 'unset':
      for (const name of args.filter(arg => !arg.startsWith('-'))) shell.unset(name);
      return 0;
    case 'trap': {
      if (args.at(-1) === 'ERR') shell.errorTrap = args[0] === '-' ? undefined : parseScript(args[0] ?? '');
      return 0;
    }
    case 'eval':
      machine.runScript(args.join(' '));
      return shell.status;
    case 'read':
      return read(machine, args);
    case 'wait':
      return wait(machine, args);
    case 'exec':
      if (args.length === 0) return 0;
      throw new ExitSignal(settings.runCommand(machine, { node, words: args, tested: true }));
    case 'command':
    case 'builtin':
      if (args[0]?.startsWith('-') === true || args.length === 0) return undefined;
      return settings.runCommand(machine, { node, words: args, tested: true });
    default:
      return undefined;
  }
}

/** A folder that nothing went into before a command failed is taken as not there: a step that was left out led to it. */
function changeFolder({ shell, settings, fault, buildFailed }: Machine, words: readonly string[]): number {
  const before = shell.directory.copy();
  shell.directory.change(words);
  const { current } = shell.directory;
  if (fault === undefined && !buildFailed) {
    settings.entered.add(current);
    return 0;
  }
  const isKnown = settings.unknowns.listIn(current).length === 0;
  if (fault?.kind !== 'build' || buildFailed || !isKnown || isCertain(current, settings.entered)) return 0;
  shell.directory = before;
  return 1;
}

function isCertain(folder: string, entered: ReadonlySet<string>): boolean {
  return folder === '' || folder.startsWith('/') || entered.has(folder);
}

function readStatus(machine: Machine, text: string | undefined, question: string): number {
  if (text === undefined) return machine.shell.statusBefore;
  const [unknown] = machine.settings.unknowns.listIn(text);
  if (unknown !== undefined) return Number(machine.decide(`${question} ${text}`));
  return /^-?\d+$/.test(text) ? Number(text) & 0xff : 2;
}

function setOptions({ shell }: Machine, args: readonly string[]): void {
  for (const [index, arg] of args.entries()) {
    const on = arg.startsWith('-');
    if (arg === '--' || !/^[-+]/.test(arg)) {
      if (arg === '--' || (index === 0 && arg !== '')) {
        shell.parameters = args.slice(arg === '--' ? index + 1 : index);
        return;
      }
      continue;
    }
    if (/^[-+][a-zA-Z]*e/.test(arg)) shell.errexit = on;
    const named = /^[-+][a-zA-Z]*o$/.test(arg) ? args[index + 1] : undefined;
    if (named === 'errexit') shell.errexit = on;
    if (named === 'pipefail') shell.pipefail = on;
    if (/^-[b-zA-Z]*a/.test(arg)) shell.exportsAll = true;
  }
}

function declare({ shell }: Machine, node: SimpleCommand, args: readonly string[]): void {
  const exports = args.includes('-x') || plainText(node.words[0]) === 'export';
  for (const arg of args.filter(each => !each.startsWith('-'))) {
    const at = arg.indexOf('=');
    const name = at < 0 ? arg : arg.slice(0, at);
    if (at > 0) shell.set(name, arg.slice(at + 1));
    if (exports) shell.export(name);
  }
}

function read(machine: Machine, args: readonly string[]): number {
  const names = args.filter(arg => /^[A-Za-z_]\w*$/.test(arg));
  const { unknowns } = machine.settings;
  const [first = 'REPLY', ...others] = names;
  const value = machine.input.takeLine(unknowns.put({ kind: 'computed', source: `$${first}`, by: 'loop' }));
  if (value === undefined) {
    machine.shell.set(first, '');
    return 1;
  }
  const fields = others.length === 0 ? [value] : value.trim().split(/\s+/);
  for (const [index, name] of [first, ...others].entries()) machine.shell.set(name, fields[index] ?? '');
  return 0;
}

function wait({ jobs }: Machine, args: readonly string[]): number {
  const named = args.filter(arg => arg.startsWith('job:'));
  if (args.includes('-n')) return [...jobs.values()].find(status => status !== 0) ?? 0;
  return jobs.get(named.at(-1) ?? '') ?? 0;
}
