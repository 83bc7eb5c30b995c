import { readDocker, stripPrefixes, type DockerBuild } from '../buildspec-reader/docker.js';
import { readImageCall } from '../buildspec-reader/image-tools.js';
import { printOutput } from '../buildspec-reader/output.js';
import type { SimpleCommand } from '../buildspec-reader/tree.js';
import { runBuiltin } from './builtins.js';
import { SUCCEEDING, type Call } from './call.js';
import { judgeCondition } from './condition-commands.js';
import { changeFiles } from './file-commands.js';
import type { Machine } from './machine.js';
import { mayWriteImageFiles } from './opaque.js';
import { runScriptCommand } from './scripts.js';
import { EndOfPath } from './signals.js';

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

/** Any other program: those that build and push are what this is about. */
function runProgram(machine: Machine, { node, words, tested }: Call): number {
  const plain = stripPrefixes(words);
  const [program = ''] = plain;
  if (program === 'aws' && plain.includes('stop-build')) throw new EndOfPath();
  const image = readImageCall(words);
  if (image !== undefined && !isHelp(plain)) {
    // What is built is told from what is pushed by its words.
    const call = readDocker(plain);
    const images = call?.kind === 'build' ? call.tags : [];
    if (machine.fails(image.builds ? 'build' : 'push', plain.join(' '), images)) return 1;
    if (call?.kind === 'build') noteBuilt(machine, call);
    if (image.pushes && machine.here !== undefined) machine.settings.onPush(machine.here, machine);
    machine.output.write(undefined);
    return 0;
  }
  if (mayWriteImageFiles(plain)) machine.files.noteOpaque();
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

function noteBuilt(machine: Machine, call: DockerBuild): void {
  for (const tag of call.tags) machine.builtImages.add(tag);
  const { fault } = machine;
  if (fault?.kind === 'build' && fault.images.length > 0)
    machine.mended ||= fault.images.every(image => call.tags.includes(image));
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
