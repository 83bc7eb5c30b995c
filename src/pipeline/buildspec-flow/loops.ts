import type { LoopNode } from '../buildspec-reader/tree.js';
import type { Machine } from './machine.js';
import { EndOfPath, LoopSignal } from './signals.js';

const MAX_ROUNDS = 12;

/** Runs `for`, `while`, `until` and `for ((…))`. */
export function runLoop(machine: Machine, { loop, variable, words, head, body }: LoopNode, tested: boolean): void {
  const { shell, round: outer } = machine;
  const rounds = listRounds(machine, loop, words);
  let status = 0;
  for (let round = 0; ; round++) {
    if (rounds !== undefined && round >= rounds.length) break;
    if (round >= MAX_ROUNDS + (rounds?.length ?? 0)) throw new EndOfPath();
    const value = rounds?.[round];
    machine.round = `${outer} ${round}`;
    if (value !== undefined && variable !== '') shell.set(variable, value);
    if (rounds === undefined && machine.holds(head) !== (loop === 'while')) break;
    shell.status = 0;
    const signal = catchLoop(machine, () => machine.runList(body, tested));
    status = shell.status;
    machine.round = outer;
    if (signal === undefined) continue;
    if (--signal.levels > 0) throw signal;
    if (signal.kind === 'break') break;
  }
  machine.round = outer;
  shell.status = status;
}

/** The values of a loop's variable; undefined for while and until. A value that is unknown becomes two. */
function listRounds(
  { shell, settings: { unknowns } }: Machine,
  loop: LoopNode['loop'],
  words: LoopNode['words']
): readonly string[] | undefined {
  if (loop === 'while' || loop === 'until') return undefined;
  if (loop === 'arithmetic') return ['', ''];
  const values = words === undefined ? shell.parameters : words.flatMap(word => shell.expander.expand(word));
  return values.flatMap(value => {
    if (unknowns.listIn(value).length === 0 && !/[*?[]/.test(value)) return [value];
    const source = unknowns.show(value);
    return [1, 2].map(index => unknowns.put({ kind: 'computed', source: `${source} (${index})`, by: 'loop' }));
  });
}

function catchLoop({ shell }: Machine, run: () => void): LoopSignal | undefined {
  try {
    run();
  } catch (signal) {
    if (!(signal instanceof LoopSignal)) throw signal;
    shell.status = 0;
    return signal;
  }
  return undefined;
}
