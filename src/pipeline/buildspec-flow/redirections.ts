import type { Redirect } from '../buildspec-reader/tree.js';
import type { Machine } from './machine.js';
import { Input, Output } from './shell-state.js';

/** Runs commands with their standard input and output redirected. */
export function runRedirected(machine: Machine, redirects: readonly Redirect[], run: () => void): void {
  const { input, output } = machine;
  const expand = (word: Redirect['target']): string => machine.shell.expander.expandWhole(word);
  let target: { readonly path: string; readonly append: boolean } | undefined;
  for (const { operator, descriptor, target: word, body } of redirects) {
    if (body !== undefined) machine.input = new Input(expand(body));
    else if (operator === '<<<') machine.input = new Input(`${expand(word)}\n`);
    else if (operator === '<') machine.input = new Input(machine.files.get(machine.resolve(expand(word))));
    else if (/^>[>|&]?$/.test(operator) && descriptor !== '2') {
      const path = expand(word);
      machine.output = new Output();
      // `>&2` is not printed; `2>&1` is.
      target = operator === '>&' || path === '/dev/null' ? undefined : { path, append: operator === '>>' };
    }
  }
  try {
    run();
  } finally {
    if (target !== undefined) machine.write(target.path, machine.output.get(), target.append);
    machine.input = input;
    machine.output = output;
  }
}
