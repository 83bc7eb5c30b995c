import { stripPrefixes } from '../buildspec-reader/docker.js';
import type { Call } from './call.js';
import type { Machine } from './machine.js';

/**
 * Scripts: `bash -c '…'`, `bash file`, `./file`, `. file`, a script on standard input. One that the buildspec writes is run; one of the project's
 * own may ask whether the build failed, which cannot be seen. undefined: the command is none.
 */
export function runScriptCommand(machine: Machine, { words, tested }: Call): number | undefined {
  const plain = stripPrefixes(words);
  const [program = '', ...args] = plain;
  if (program === '.' || program === 'source') return sourceFile(machine, args, tested);
  if (/^(?:.*\/)?(?:ba|da|z|k)?sh$/.test(program)) return runShell(machine, args, tested);
  // Wrappers of build tools are what they wrap.
  if ((!program.includes('/') && !program.endsWith('.sh')) || /(?:^|\/)(?:gradlew|mvnw)$/.test(program))
    return undefined;
  const file = machine.resolve(program);
  if (!machine.files.has(file) && /^\/(?:usr|bin|sbin|opt)\//.test(program)) return undefined;
  return runFile(machine, program, args, tested);
}

function sourceFile(machine: Machine, [path = '', ...args]: readonly string[], tested: boolean): number {
  const text = machine.files.get(machine.resolve(path));
  if (text === undefined) return runUnseen(machine, path, tested);
  const { parameters } = machine.shell;
  if (args.length > 0) machine.shell.parameters = args;
  machine.catchReturn(() => machine.runScript(text));
  machine.shell.parameters = parameters;
  return machine.shell.status;
}

function runShell(machine: Machine, args: readonly string[], tested: boolean): number {
  const options: string[] = [];
  let at = 0;
  while (/^[-+]/.test(args[at] ?? '')) {
    options.push(args[at] ?? '');
    at++;
    if (/^[-+][a-zA-Z]*o$/.test(options.at(-1) ?? '')) options.push(args[at++] ?? '');
  }
  const rest = args.slice(at);
  const inline = options.some(option => /^-[a-zA-Z]*c[a-zA-Z]*$/.test(option));
  const [first, ...others] = rest;
  if (inline) return runText(machine, first ?? '', others.slice(1), options);
  if (first !== undefined) {
    const text = machine.files.get(machine.resolve(first));
    return text === undefined ? runUnseen(machine, first, tested) : runText(machine, text, others, options);
  }
  const text = machine.input.take();
  return text === undefined ? runUnseen(machine, 'standard input', tested) : runText(machine, text, [], options);
}

function runFile(machine: Machine, path: string, args: readonly string[], tested: boolean): number {
  const text = machine.files.get(machine.resolve(path));
  if (text === undefined) return runUnseen(machine, path, tested);
  const [, interpreter = 'sh', flags = ''] = /^#!\s*(?:\/usr\/bin\/env(?: -S)?\s+)?(\S+)(.*)/.exec(text) ?? [];
  if (!/sh$/.test(interpreter)) return runUnseen(machine, path, tested);
  return runText(machine, text, args, flags.trim().split(/\s+/));
}

function runText(machine: Machine, text: string, args: readonly string[], options: readonly string[]): number {
  const shell = machine.shell.spawn();
  shell.parameters = args;
  shell.errexit = options.some(option => /^-[a-zA-Z]*e/.test(option)) || options.includes('errexit');
  shell.pipefail = options.includes('pipefail');
  return machine.apart(shell, () => machine.runScript(text));
}

/** A script that nothing is known of: it may end with either status, and may be a guard. */
function runUnseen(machine: Machine, path: string, tested: boolean): number {
  machine.output.write(undefined);
  if (machine.isFile(path) === false) return 127;
  machine.files.noteOpaque();
  if (machine.buildFailed || machine.fault?.kind === 'build') machine.doubt = true;
  if (tested) return Number(machine.settings.choices.choose());
  return machine.inBuildPhase && machine.fails('command', '') ? 1 : 0;
}
