import type { SimpleCommand } from '../buildspec-reader/tree.js';
import type { Machine } from './machine.js';
import { runRedirected } from './redirections.js';

/** Runs a command with its assignments and redirections, or assignments alone. */
export function runSimple(machine: Machine, node: SimpleCommand, tested: boolean): void {
  machine.enter(node);
  const { shell, here } = machine;
  shell.statusBefore = shell.status;
  const words = node.words.flatMap(word => shell.expander.expand(word));
  if (words.length === 0) {
    runRedirected(machine, node.redirects, () => assign(machine, node));
    machine.end(shell.status, tested);
    return;
  }
  // The substitutions in its words have run, and each was the command that ran then.
  machine.here = here;
  const before = node.assignments.map(({ name }) => [name, shell.lookUp(name)] as const);
  for (const assignment of node.assignments) {
    shell.setFrom(assignment);
    shell.export(assignment.name);
  }
  let status = 0;
  runRedirected(machine, node.redirects, () => {
    status = machine.settings.runCommand(machine, { node, words, tested });
  });
  for (const [name, value] of before) shell.set(name, value);
  machine.end(status, tested);
}

function assign({ shell }: Machine, { assignments, words }: SimpleCommand): void {
  const values = assignments.flatMap(({ value, elements = [] }) => [value, ...elements]);
  const substitutes = [...values, ...words].some(word => word.parts.some(part => part.kind === 'command'));
  for (const assignment of assignments) shell.setFrom(assignment);
  // The status of the last substitution is that of the command.
  if (!substitutes) shell.status = 0;
}
