import type { ShellNode } from '../buildspec-reader/tree.js';
import { runCase } from './cases.js';
import { runLoop } from './loops.js';
import type { Machine } from './machine.js';
import { runPipeline } from './pipelines.js';
import { runRedirected } from './redirections.js';
import { runSimple } from './simple-command.js';

type NodeOf<Kind extends ShellNode['kind']> = Extract<ShellNode, { kind: Kind }>;

/** Runs one node of a shell's syntax tree. */
export function runNode(machine: Machine, node: ShellNode, tested: boolean): void {
  switch (node.kind) {
    case 'simple':
      runSimple(machine, node, tested);
      return;
    case 'pipeline':
      runPipeline(machine, node, tested);
      return;
    case 'chain':
      runChain(machine, node, tested);
      return;
    case 'if':
      runIf(machine, node, tested);
      return;
    case 'loop':
      runLoop(machine, node, tested);
      return;
    case 'case':
      runCase(machine, node, tested);
      return;
    case 'group':
      runRedirected(machine, node.redirects, () => runGroup(machine, node, tested));
      return;
    case 'function':
      machine.define(node.name, node.body);
      machine.shell.status = 0;
      return;
  }
}

/** `a && b || c`; the status of the last is not tested. */
function runChain(machine: Machine, { links }: NodeOf<'chain'>, tested: boolean): void {
  const { shell } = machine;
  for (const [index, { operator, node }] of links.entries()) {
    const skip = operator === '&&' ? shell.status !== 0 : operator === '||' && shell.status === 0;
    if (skip) continue;
    machine.afterOr = operator === '||';
    machine.runNode(node, tested || index < links.length - 1);
    machine.afterOr = false;
  }
}

function runIf(machine: Machine, { branches, otherwise = [] }: NodeOf<'if'>, tested: boolean): void {
  const taken = branches.find(({ condition }) => machine.holds(condition));
  if (taken === undefined) machine.shell.status = 0;
  machine.runList(taken?.body ?? otherwise, tested);
}

/** `{ …; }` and `( … )`. */
function runGroup(machine: Machine, { subshell, body }: NodeOf<'group'>, tested: boolean): void {
  if (!subshell) {
    machine.runList(body, tested);
    return;
  }
  const status = machine.apart(machine.shell.fork(), () => machine.runList(body, tested));
  machine.end(status, tested);
}
