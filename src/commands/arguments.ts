import { parseArgs } from 'node:util';

import { ProblemsError, SlipwayError, type Problem } from '../errors.js';
import { quote } from '../text/format.js';
import { nearestName } from '../text/suggest.js';
import type { ContainerOptions } from './container-tasks.js';

/** A flag of the command: `switch` may stand without a value, `many` may be given several times (one value a line). */
export interface Flag {
  readonly name: string;
  readonly kind: 'one' | 'many' | 'switch';
  /** Its value is checked with the other settings: an empty one is not set. */
  readonly isSetting?: true;
}

export interface Arguments {
  /** By the flag's name; several values of one flag are joined by line breaks, as an input would hold them. */
  readonly flags: Readonly<Record<string, string>>;
  readonly positionals: readonly string[];
  /** Flags that are not there (with the nearest one that is), values that are missing or wrong for a switch, flags said twice. */
  readonly problems: readonly Problem[];
}

/** Reads a command line: `--name value`, `--name=value`, and a switch alone for `true`. What cannot be read is in `problems`. */
export function readArguments(argv: readonly string[], flags: readonly Flag[]): Arguments {
  const byName = new Map(flags.map(flag => [flag.name, flag]));
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      flags.map(flag => [flag.name, { type: flag.kind === 'switch' ? 'boolean' : 'string', multiple: true } as const])
    )
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  const unknown = new Set<number>();
  const problems: Problem[] = [];
  const refuse = (code: string, what: string, next: string): void =>
    void problems.push({ code, place: {}, what, next });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = byName.get(token.name);
    if (flag === undefined || !token.rawName.startsWith('--')) {
      // -cluster=x is read as -c, -l, -u and so on: it is one mistake.
      if (unknown.has(token.index)) continue;
      unknown.add(token.index);
      const word = token.rawName.startsWith('--') ? token.rawName : (argv[token.index] ?? token.rawName);
      refuse('unknown-flag', `There is no flag ${word}.`, adviseFlag(word, byName));
      continue;
    }
    const value = token.value ?? (flag.kind === 'switch' ? 'true' : undefined);
    const earlier = values.get(flag.name);
    const isOwnSwitch = flag.kind === 'switch' && flag.isSetting !== true;
    if (value === undefined || (value === '' && flag.isSetting !== true && !isOwnSwitch))
      refuse('flag-without-value', `The flag --${flag.name} needs a value.`, `Write --${flag.name}=VALUE.`);
    else if (isOwnSwitch && value !== 'true' && value !== 'false') {
      const what = `--${flag.name} is ${quote(value)}, expected true or false.`;
      refuse('wrong-switch', what, `Write --${flag.name}, or leave it out.`);
    } else if (earlier === undefined) values.set(flag.name, [value]);
    else if (flag.kind === 'many') earlier.push(value);
    else refuse('flag-twice', `The flag --${flag.name} is given twice.`, 'Give it once.');
  }
  return { flags: Object.fromEntries([...values].map(([name, all]) => [name, all.join('\n')])), positionals, problems };
}

function adviseFlag(word: string, flags: ReadonlyMap<string, Flag>): string {
  const name = word.replace(/^-+/, '').replace(/=.*$/s, '');
  const positive = name.replace(/^no-/, '');
  if (positive !== name && flags.get(positive)?.kind === 'switch') return `Write --${positive}=false.`;
  const near = nearestName(name, [...flags.keys()]);
  return near === undefined ? 'See --help.' : `Did you mean --${near}?`;
}

/** Throws ProblemsError if anything is wrong with the command line. */
export function throwIfInvalid({ problems }: Arguments): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Splits the container flags of `rehearse` and `cloud` from the settings beside them. */
export function takeContainerFlags(flags: Arguments['flags']): {
  readonly containers: ContainerOptions;
  readonly given: Arguments['flags'];
} {
  const { 'with-containers': wanted, 'container-env': variables, 'allow-host-access': allow, ...given } = flags;
  return { containers: { wanted: wanted === 'true', variables, allowHostAccess: allow === 'true' }, given };
}

/** What a flag that is a number may be. */
const NUMBERS = {
  port: { expected: 'a port from 0 to 65535', isRight: (value: number) => Number.isInteger(value) && value <= 65_535 },
  scale: { expected: 'a number above 0', isRight: (value: number) => value > 0 }
};

/** The number of a flag. Throws SlipwayError where it is none that the flag may be. */
export function readNumber(name: keyof typeof NUMBERS, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const { expected, isRight } = NUMBERS[name];
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0 && isRight(value)) return value;
  const what = `--${name} is ${quote(text)}, expected ${expected}.`;
  throw new SlipwayError({
    code: 'wrong-number',
    fault: 'user',
    what,
    next: `Write --${name}=${otherwise}, for example.`
  });
}
