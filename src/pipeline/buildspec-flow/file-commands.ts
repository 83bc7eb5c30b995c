import { baseName } from '../../text/path.js';
import type { Machine } from './machine.js';

/** Programs that write files, as far as guards are made of them. */
export function changeFiles(machine: Machine, program: string, args: readonly string[]): boolean {
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
    files.set(to, files.get(from));
    if (moves) files.delete(from);
  }
}
