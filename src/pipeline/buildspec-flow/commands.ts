import { evaluateArithmetic } from '../buildspec-reader/arithmetic.js';
import { readDocker, stripPrefixes } from '../buildspec-reader/docker.js';
import { readImageCall } from '../buildspec-reader/image-tools.js';
import { printOutput } from '../buildspec-reader/output.js';
import type { SimpleCommand, Word } from '../buildspec-reader/tree.js';
import { baseName } from '../../text/path.js';
import { plainText } from '../buildspec-reader/visit.js';
import { SUCCEEDING, type Call } from './call.js';
import { evaluateTest, readPattern, type Operand, type Truth } from './conditions.js';
import { parse, type Machine } from './machine.js';
import { mayWriteImageFiles } from './opaque.js';
import { runScriptCommand } from './scripts.js';
import { EndOfWay, ExitSignal, LoopSignal, ReturnSignal } from './signals.js';

/** Commands that do not fail, or whose failure says nothing about an image. */
const HARMLESS =
  /^(?:echo|printf|date|ls|pwd|cat|env|printenv|true|:|set|export|cd|pushd|popd|sleep|whoami|uname|which|du|df|free|tree|tee|touch|mkdir|chmod|rm|cp|mv|shopt|ulimit|umask|alias|hash|type|kill|disown|declare|local|readonly|typeset|unset|read|mapfile|readarray|dirs)$/;

/** Runs a command and returns its status. */
export function runCommand(machine: Machine, call: Call): number {
  const { words, tested } = call;
  const [program = '', ...args] = words;
  const { shell } = machine;
  const known = shell.functions.get(program);
  if (known !== undefined) {
    machine.runFunction(known, args, tested);
    return shell.status;
  }
  const builtin = runBuiltin(machine, call, program, args);
  if (builtin !== undefined) return builtin;
  const script = runScriptCommand(machine, call);
  if (script !== undefined) return script;
  const condition = judgeCondition(machine, call);
  if (condition !== undefined) return condition;
  if (changeFiles(machine, program, args)) return 0;
  return runProgram(machine, call);
}

/** Commands of the shell itself; undefined: it is none. */
function runBuiltin(
  machine: Machine,
  { node, words }: Call,
  program: string,
  args: readonly string[]
): number | undefined {
  const { shell } = machine;
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
      if (args.at(-1) === 'ERR') shell.errorTrap = args[0] === '-' ? undefined : parse(args[0] ?? '');
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
      throw new ExitSignal(runCommand(machine, { node, words: args, tested: true }));
    case 'command':
    case 'builtin':
      if (args[0]?.startsWith('-') === true || args.length === 0) return undefined;
      return runCommand(machine, { node, words: args, tested: true });
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

/** `test`, `[`, `[[`, `((`, `grep`, `expr`: what is known of the answer. undefined: it is another command. */
function judgeCondition(machine: Machine, call: Call): number | undefined {
  const { node, words, tested } = call;
  const [program = '', ...args] = words;
  const source = node.words[0]?.source ?? '';
  const decide = (truth: Truth): number => {
    if (truth !== undefined) return Number(!truth);
    return Number(!machine.decide(words.join(' ')));
  };
  if (program === '[[') return decide(evaluateTest(readOperands(machine, node), facts(machine)));
  if (program === 'test' || program === '[') {
    const inner = program === 'test' ? args : args.slice(0, -1);
    return decide(
      evaluateTest(
        inner.map(text => ({ text })),
        facts(machine)
      )
    );
  }
  if (source.startsWith('((') || program === 'let') {
    const text = program === 'let' ? args.join(' ') : source.slice(2, -2);
    const value = evaluateArithmetic(text, name => machine.shell.lookUp(name));
    return decide(value === undefined ? undefined : value !== 0);
  }
  if (program === 'expr') return decide(evaluateExpression(machine, args));
  if (/^(?:e|f)?grep$/.test(program)) {
    const found = search(machine, program, args);
    return found === undefined && !tested ? undefined : decide(found);
  }
  return undefined;
}

function facts(machine: Machine): Parameters<typeof evaluateTest>[1] {
  return { unknowns: machine.settings.unknowns, isFile: path => machine.isFile(path) };
}

/** The words of `[[ … ]]` are not split, and one on the right may be a pattern. */
function readOperands(machine: Machine, node: SimpleCommand): readonly Operand[] {
  const { shell, settings } = machine;
  return node.words.slice(1, -1).map((word: Word) => {
    const text = shell.expander.expandWhole(word);
    return { text, pattern: readPattern(word, text, settings.unknowns) };
  });
}

/** `expr "$A" = 1`, `expr 1 - $A`: false where the value is 0 or empty. */
function evaluateExpression(machine: Machine, args: readonly string[]): Truth {
  const { unknowns } = machine.settings;
  if (args.some(arg => unknowns.listIn(arg).length > 0)) return undefined;
  const [left = '', operator, right] = args;
  if (args.length === 1) return left !== '' && left !== '0';
  if (right !== undefined && operator === ':') return new RegExp(`^(?:${right})`).test(left);
  if (right !== undefined && /^!?=$/.test(operator ?? '')) return (left === right) === (operator === '=');
  const value = evaluateArithmetic(args.join(' '), () => undefined);
  return value === undefined ? undefined : value !== 0;
}

/** `grep` in what comes in or in a file that a command wrote. */
function search(machine: Machine, program: string, args: readonly string[]): Truth {
  const options = args.filter(arg => /^-[A-Za-z]+$/.test(arg)).join('');
  const [pattern, ...files] = args.filter(arg => !arg.startsWith('-'));
  if (pattern === undefined || /[efABCm]/.test(options.replace(/[EFqiwxvcnsoHhlL-]/g, ''))) return undefined;
  const text = files.length === 0 ? machine.input.take() : machine.files.get(machine.resolve(files[0] ?? ''));
  if (text === undefined && files.length === 1 && machine.isFile(files[0] ?? '') === false) return false;
  const { unknowns } = machine.settings;
  if (text === undefined || unknowns.listIn(pattern).length > 0) return undefined;
  const isFixed = program === 'fgrep' || options.includes('F');
  let source = isFixed ? pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : pattern;
  if (options.includes('x')) source = `^(?:${source})$`;
  if (options.includes('w')) source = `\\b(?:${source})\\b`;
  try {
    const expression = new RegExp(source, options.includes('i') ? 'i' : '');
    const lines = text.replace(/\n$/, '').split('\n');
    const certain = lines.filter(line => unknowns.listIn(line).length === 0);
    const found = certain.some(line => expression.test(line) !== options.includes('v'));
    return found || certain.length === lines.length ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Programs that write files, as far as guards are made of them. */
function changeFiles(machine: Machine, program: string, args: readonly string[]): boolean {
  const named = args.filter(arg => !arg.startsWith('-'));
  const { files } = machine;
  switch (program) {
    case 'touch':
      for (const path of named) if (!files.has(machine.resolve(path))) machine.write(path, '', false);
      return true;
    case 'rm':
      for (const path of named) files.delete(machine.resolve(path));
      return true;
    case 'cp':
    case 'mv':
      copyFiles(machine, named, program === 'mv');
      return true;
    case 'tee': {
      const text = machine.input.take();
      for (const path of named) machine.write(path, text, args.includes('-a'));
      machine.output.write(text);
      return true;
    }
    default:
      return false;
  }
}

/** `cp a b folder/`: a file that no command writes is taken as there. */
function copyFiles(machine: Machine, named: readonly string[], moves: boolean): void {
  const { files, settings } = machine;
  const target = machine.resolve(named.at(-1) ?? '');
  const sources = named.slice(0, -1);
  const intoFolder =
    sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(named.at(-1) ?? '') || target === '' || settings.entered.has(target);
  for (const source of sources) {
    const from = machine.resolve(source);
    if (!files.has(from) && settings.products.has(from)) continue;
    const to = intoFolder ? `${target === '' ? '' : `${target}/`}${baseName(from)}` : target;
    machine.writeFile(to, files.get(from));
    if (moves) files.delete(from);
  }
}

/** Any other program: those that build and push are what this is about. */
function runProgram(machine: Machine, { node, words, tested }: Call): number {
  const plain = stripPrefixes(words);
  const [program = ''] = plain;
  if (program === 'aws' && plain.includes('stop-build')) throw new EndOfWay();
  const image = readImageCall(words);
  if (image !== undefined && !isHelp(plain)) {
    // What is built is told from what is pushed by its words.
    const fails = machine.fails(image.builds ? 'build' : 'push', plain.join(' '));
    if (fails) return 1;
    if (image.builds) noteBuilt(machine, plain);
    if (image.pushes && machine.here !== undefined) machine.settings.onPush(machine.here, machine);
    machine.output.write(undefined);
    return 0;
  }
  if (mayWriteImageFiles(plain)) machine.noteOpaque();
  print(machine, node, words);
  const missing = asksMissing(machine, plain);
  if (missing) {
    // A machine with a cache of layers may have the image of an earlier build.
    if (machine.decide(`image ${plain.at(-1) ?? ''}`)) machine.doubt = true;
    else return 1;
  }
  if (mayGuard(machine, node, program)) machine.doubt = true;
  if (program === 'cat' && plain.slice(1).some(path => machine.isFile(path) === false)) return 1;
  if (program === 'cat' && plain.length > 1 && plain.slice(1).every(path => machine.isFile(path) === true)) return 0;
  if (HARMLESS.test(program) && !/^(?:ls|cat|which|type)$/.test(program)) return 0;
  if (tested) return Number(machine.settings.choices.choose());
  if (HARMLESS.test(program)) return 0;
  return machine.inBuildPhase && machine.fails('command', '') ? 1 : 0;
}

function isHelp(words: readonly string[]): boolean {
  return words.includes('--help') || words.includes('--version');
}

function noteBuilt(machine: Machine, words: readonly string[]): void {
  const call = readDocker(words);
  if (call?.kind !== 'build') return;
  for (const tag of call.tags) machine.builtImages.add(tag);
  if (call.imageIdFile !== undefined) machine.write(call.imageIdFile, undefined, false);
}

function print(machine: Machine, node: SimpleCommand, words: readonly string[]): void {
  const [program = '', ...args] = words;
  const { output, shell, settings } = machine;
  if (program === 'env' || program === 'printenv') {
    const name = program === 'printenv' ? args[0] : undefined;
    output.write(name === undefined ? `${shell.listExported().join('\n')}\n` : `${shell.lookUp(name)}\n`);
    return;
  }
  if (program === 'pwd') {
    output.write(`${shell.lookUp('PWD')}\n`);
    return;
  }
  if (program === 'cat' && args.length > 0 && args[0] !== '-') {
    for (const path of args)
      output.write(machine.files.get(machine.resolve(path)) ?? (machine.isFile(path) === false ? '' : undefined));
    return;
  }
  const input = /^(?:echo|printf|docker|aws|git|date)$/.test(program) ? undefined : machine.input.take();
  const source = node.words.map(word => word.source).join(' ');
  const printed = printOutput({ words, input, source }, settings.unknowns);
  const asked = printed === undefined && source.includes('batch-get-builds');
  output.write(asked ? settings.unknowns.put({ kind: 'computed', source, by: 'command' }) : printed);
}

/** `docker image inspect` of an image that this build makes and has not made. */
function asksMissing(machine: Machine, words: readonly string[]): boolean {
  const call = readDocker(words);
  if (call?.kind !== 'other' || !/^(?:image )?inspect$/.test(call.command)) return false;
  const image = words.at(-1) ?? '';
  return machine.settings.images.has(image) && !machine.builtImages.has(image);
}

/** Programs that may make a status of what they read. */
const INTERPRETER = /^(?:g?awk|perl|python\d?(?:\.\d+)?|node|ruby|php|jq|bc|dc)$/;

/** Whether a program is told, or can see for itself, whether the build failed, or is there for what comes after a failure. */
function mayGuard(machine: Machine, { words }: SimpleCommand, program: string): boolean {
  if (!machine.buildFailed || HARMLESS.test(program)) return false;
  if (machine.afterOr || words.some(({ source }) => source.includes(SUCCEEDING))) return true;
  return INTERPRETER.test(program) && machine.here?.command.text.includes(SUCCEEDING) === true;
}
