import type { ShellNode } from '../buildspec-reader/tree.js';
import type { Machine } from './machine.js';
import { Input } from './shell-state.js';

/** Runs `a | b` and `! a`. A command alone runs in the shell itself, several each in a subshell. */
export function runPipeline(
  machine: Machine,
  { members, negated }: Extract<ShellNode, { kind: 'pipeline' }>,
  tested: boolean
): void {
  const { input, shell } = machine;
  const statuses: number[] = [];
  for (const [index, member] of members.entries()) {
    const isLast = index === members.length - 1;
    const run = (): void => {
      const status =
        members.length === 1
          ? runAlone(machine, member)
          : machine.apart(shell.fork(), () => machine.runNode(member, tested || negated || !isLast));
      statuses.push(status);
    };
    if (isLast) run();
    else machine.input = new Input(machine.capture(run));
  }
  machine.input = input;
  shell.setElements('PIPESTATUS', statuses.map(String));
  const last = statuses.at(-1) ?? 0;
  const status = shell.pipefail ? (statuses.findLast(each => each !== 0) ?? 0) : last;
  if (negated) shell.status = Number(status === 0);
  else machine.end(status, tested);
}

function runAlone(machine: Machine, member: ShellNode): number {
  machine.runNode(member, true);
  return machine.shell.status;
}
