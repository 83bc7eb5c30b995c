import type { CaseItem, ShellNode } from '../buildspec-reader/tree.js';
import { readPattern } from './conditions.js';
import type { Machine } from './machine.js';

/** Runs `case … in … esac`. */
export function runCase(
  machine: Machine,
  { word, items }: Extract<ShellNode, { kind: 'case' }>,
  tested: boolean
): void {
  const value = machine.shell.expander.expandWhole(word);
  machine.shell.status = 0;
  let through = false;
  for (const item of items) {
    if (!through && !matches(machine, value, item)) continue;
    machine.runList(item.body, tested);
    if (item.terminator === ';;') return;
    through = item.terminator === ';&';
  }
}

function matches(machine: Machine, value: string, { patterns }: CaseItem): boolean {
  const { unknowns } = machine.settings;
  return patterns.some(word => {
    const text = machine.shell.expander.expandWhole(word);
    if (text === value) return true;
    const pattern = readPattern(word, text, unknowns);
    if (pattern === undefined || unknowns.listIn(value).length > 0)
      return text === '*' || machine.decide(`case ${value} in ${text}`);
    return pattern.test(value);
  });
}
