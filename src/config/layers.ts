import type { Place } from '../errors.js';
import { nearestName } from '../text/nearest.js';
import { entriesOf, isRecord } from '../text/record.js';
import { quote, showValue } from '../text/words.js';
import { findForeignName } from './foreign-names.js';
import type { Alias } from './option.js';
import { findOption, isAllowed, namesAt, OPTIONS, type Found, type OptionName, type SaidIn } from './options.js';
import { isSet, partOf, placeOf, type Data, type Raw, type Tell } from './raw.js';
import { STRENGTH, type Layer, type Said, type Strength } from './settings.js';
import { decodeValue } from './values.js';

/** Reads what was given as inputs (GitHub does not tell upper from lower case in their names) or as flags. */
export function readGiven(given: Readonly<Record<string, string>>, from: 'input' | 'flag', tell: Tell): Layer {
  const sayings = Object.entries(given).flatMap(([written, text]): Saying[] => {
    const place = { path: from === 'flag' ? `--${written}` : written };
    const raw: Raw = { form: 'text', text, place };
    if (!isSet(raw)) return [];
    const found = findName(from === 'input' ? restoreCase(written) : written, 'given', place, tell);
    return found === undefined ? [] : [{ written, found, raw }];
  });
  return decodeSayings(sayings, STRENGTH.given, tell);
}

function restoreCase(written: string): string {
  const lower = written.toLowerCase();
  return namesAt('given').find(name => name.toLowerCase() === lower) ?? lower;
}

/**
 * Reads the settings of one map in a document: the top of `slipway.yml`, an overlay, an entry of `images`.
 * @param others keys that are no settings and are read elsewhere
 */
export function readMap(
  data: Data,
  saidIn: Exclude<SaidIn, 'given'>,
  strength: Strength,
  others: readonly string[],
  tell: Tell
): Layer {
  if (data.value === null || data.value === undefined) return new Map();
  if (!isRecord(data.value)) {
    const what = `expected settings (name: value), got ${showValue(data.value)}.`;
    tell({ code: 'wrong-type', place: data.place([]), what, next: '' });
    return new Map();
  }
  const sayings = entriesOf(data.value).flatMap(([written, value]): Saying[] => {
    if (others.includes(written)) return [];
    const part = partOf(data, written, value);
    const found = findName(written, saidIn, part.place([]), tell, others);
    const raw: Raw = { form: 'data', data: part };
    return found === undefined || !isSet(raw) ? [] : [{ written, found, raw }];
  });
  return decodeSayings(sayings, strength, tell);
}

/** Reads AWS's and GitHub's own variables, as far as the table names them. */
export function readVariables(env: Readonly<Record<string, string | undefined>>, tell: Tell): Layer {
  const sayings = OPTIONS.flatMap((option): Saying[] => {
    for (const variable of option.env ?? []) {
      const raw: Raw = { form: 'text', text: env[variable] ?? '', place: { path: variable } };
      const found = findOption(option.name);
      if (found !== undefined && isSet(raw)) return [{ written: variable, found, raw }];
    }
    return [];
  });
  return decodeSayings(sayings, STRENGTH.variable, tell);
}

interface Saying {
  readonly written: string;
  readonly found: Found;
  readonly raw: Raw;
}

const SAID_IN: Readonly<Record<SaidIn, string>> = {
  given: 'as an input or a flag',
  file: 'at the top of the file',
  environments: 'for one environment',
  images: 'for one image',
  services: 'for one service'
};

function findName(
  written: string,
  saidIn: SaidIn,
  place: Place,
  tell: Tell,
  others: readonly string[] = []
): Found | undefined {
  const found = findOption(written);
  if (found !== undefined && isAllowed(found, saidIn)) return found;
  if (found !== undefined) {
    const { only } = found.alias ?? {};
    const next =
      only === undefined
        ? `It is said ${found.option.scopes.includes('file') ? 'at the top of the file, or as' : 'as'} an input or a flag.`
        : `Its name here is ${found.option.name}.`;
    tell({ code: 'misplaced-setting', place, what: `${quote(written)} cannot be said ${SAID_IN[saidIn]}.`, next });
    return undefined;
  }
  const near = nearestName(written, [...namesAt(saidIn), ...others]);
  const next = findForeignName(written) ?? (near === undefined ? '' : `Did you mean ${near}?`);
  tell({ code: 'unknown-setting', place, what: `There is no setting ${quote(written)}.`, next });
  return undefined;
}

/** Decodes them; a setting that one source says under two names must mean the same both times. */
function decodeSayings(sayings: readonly Saying[], strength: Strength, tell: Tell): Layer {
  const layer = new Map<OptionName, Said>();
  const writtenAs = new Map<OptionName, string>();
  for (const { written, found, raw } of sayings) {
    const { name } = found.option;
    const value = decodeSaying(found, raw, tell);
    const first = writtenAs.get(name);
    if (first === undefined) {
      writtenAs.set(name, written);
      layer.set(name, { value, place: placeOf(raw), strength });
    } else if (JSON.stringify(layer.get(name)?.value) !== JSON.stringify(value)) {
      const what = `${quote(written)} and ${quote(first)} are the same setting, and they contradict each other.`;
      tell({ code: 'conflict', place: placeOf(raw), what, next: `Keep ${name}.` });
    }
  }
  return layer;
}

function decodeSaying({ option, alias }: Found, raw: Raw, tell: Tell): unknown {
  if (alias?.values === undefined) return decodeValue(option, raw, tell);
  return decodeBooleanAlias(option.name, alias, alias.values, raw, tell);
}

function decodeBooleanAlias(
  name: OptionName,
  alias: Alias,
  values: NonNullable<Alias['values']>,
  raw: Raw,
  tell: Tell
): unknown {
  const boolean = { name: alias.name, group: 'rollout', kind: 'boolean', help: '', scopes: [] } as const;
  const value = decodeValue(boolean, raw, problem =>
    tell({ ...problem, next: problem.next === '' ? `For more choices use ${name}.` : problem.next })
  );
  return value === undefined ? undefined : values[value === true ? 'true' : 'false'];
}
