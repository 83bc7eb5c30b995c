import type { SourceLocation } from '../../errors.js';
import { WRONG_TYPE } from '../../text/shape-rules.js';
import { nearestName } from '../../text/suggest.js';
import { entriesOf, isRecord } from '../../text/record.js';
import { quote, showValue } from '../../text/format.js';
import { CONFLICT, MISPLACED_SETTING, UNKNOWN_SETTING } from '../setting-rules.js';
import { findForeignName, type Siblings } from './migration-hints.js';
import type { Alias } from '../table/setting.js';
import {
  findSetting,
  isAllowed,
  namesIn,
  SETTINGS,
  type Found,
  type SettingName,
  type SettingScope
} from '../table/settings-table.js';
import { isSet, partOf, placeOf, type Data, type SourceValue, type ReportProblem } from './source-value.js';
import { PRECEDENCE, type Layer, type SourcedValue, type Precedence } from './resolved-settings.js';
import { decodeBoolean, decodeValue } from '../decode/values.js';

/** Reads what was given as inputs (GitHub does not tell upper from lower case in their names) or as flags. */
export function readGiven(given: Readonly<Record<string, string>>, from: 'input' | 'flag', tell: ReportProblem): Layer {
  const siblings = listSiblings(Object.entries(given));
  const sayings = Object.entries(given).flatMap(([written, text]): Saying[] => {
    const place = { path: from === 'flag' ? `--${written}` : written };
    const raw: SourceValue = { form: 'text', text, place };
    if (!isSet(raw)) return [];
    const found = findName(from === 'input' ? restoreCase(written) : written, 'given', place, tell, { siblings });
    return found === undefined ? [] : [{ written, found, raw }];
  });
  return decodeSayings(sayings, PRECEDENCE.given, tell);
}

/** What one source says, by its name in small letters. */
function listSiblings(entries: readonly (readonly [string, unknown])[]): Siblings {
  return new Map(
    entries.flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value.trim() : undefined;
      return text === undefined || text === '' ? [] : [[name.toLowerCase(), text] as const];
    })
  );
}

function restoreCase(written: string): string {
  const lower = written.toLowerCase();
  return namesIn('given').find(name => name.toLowerCase() === lower) ?? lower;
}

/**
 * Reads the settings of one map in a document: the top of `slipway.yml`, an overlay, an entry of `images`.
 * @param others keys that are no settings and are read elsewhere
 */
export function readMap(
  data: Data,
  saidIn: Exclude<SettingScope, 'given'>,
  strength: Precedence,
  others: readonly string[],
  tell: ReportProblem
): Layer {
  if (data.value === null || data.value === undefined) return new Map();
  if (!isRecord(data.value)) {
    const what = `expected settings (name: value), got ${showValue(data.value)}.`;
    tell({ code: WRONG_TYPE.name, place: data.place([]), what, next: '' });
    return new Map();
  }
  const siblings = listSiblings(entriesOf(data.value));
  const sayings = entriesOf(data.value).flatMap(([written, value]): Saying[] => {
    if (others.includes(written)) return [];
    const part = partOf(data, written, value);
    const found = findName(written, saidIn, part.place([]), tell, { siblings, others });
    const raw: SourceValue = { form: 'data', data: part };
    return found === undefined || !isSet(raw) ? [] : [{ written, found, raw }];
  });
  return decodeSayings(sayings, strength, tell);
}

/** Reads AWS's and GitHub's own variables, as far as the table names them. */
export function readVariables(env: Readonly<Record<string, string | undefined>>, tell: ReportProblem): Layer {
  const sayings = SETTINGS.flatMap((option): Saying[] => {
    for (const variable of option.env ?? []) {
      const raw: SourceValue = { form: 'text', text: env[variable] ?? '', place: { path: variable } };
      const found = findSetting(option.name);
      if (found !== undefined && isSet(raw)) return [{ written: variable, found, raw }];
    }
    return [];
  });
  return decodeSayings(sayings, PRECEDENCE.variable, tell);
}

interface Saying {
  readonly written: string;
  readonly found: Found;
  readonly raw: SourceValue;
}

const SAID_IN: Readonly<Record<SettingScope, string>> = {
  given: 'as an input or a flag',
  file: 'at the top of the file',
  environments: 'for one environment',
  images: 'for one image',
  services: 'for one service'
};

function findName(
  written: string,
  saidIn: SettingScope,
  place: SourceLocation,
  tell: ReportProblem,
  { siblings, others = [] }: { readonly siblings: Siblings; readonly others?: readonly string[] }
): Found | undefined {
  const found = findSetting(written);
  if (found !== undefined && isAllowed(found, saidIn)) return found;
  if (found !== undefined) {
    const { only } = found.alias ?? {};
    const next =
      only === undefined
        ? `It is allowed ${found.option.scopes.includes('file') ? 'at the top of the file, or as' : 'as'} an input or a flag.`
        : `Its name here is ${found.option.name}.`;
    tell({ code: MISPLACED_SETTING.name, place, what: `${quote(written)} is not allowed ${SAID_IN[saidIn]}.`, next });
    return undefined;
  }
  const near = nearestName(written, [...namesIn(saidIn), ...others]);
  const next = findForeignName(written, siblings) ?? (near === undefined ? '' : `Did you mean ${near}?`);
  tell({ code: UNKNOWN_SETTING.name, place, what: `Unknown setting ${quote(written)}.`, next });
  return undefined;
}

/** Decodes them; a setting that one source says under two names must mean the same both times. */
function decodeSayings(sayings: readonly Saying[], strength: Precedence, tell: ReportProblem): Layer {
  const layer = new Map<SettingName, SourcedValue>();
  const writtenAs = new Map<SettingName, string>();
  for (const { written, found, raw } of sayings) {
    const { name } = found.option;
    const value = decodeSaying(found, raw, tell);
    const first = writtenAs.get(name);
    if (first === undefined) {
      writtenAs.set(name, written);
      layer.set(name, { value, place: placeOf(raw), strength });
    } else if (JSON.stringify(layer.get(name)?.value) !== JSON.stringify(value)) {
      const what = `${quote(written)} and ${quote(first)} are the same setting, and they contradict each other.`;
      tell({ code: CONFLICT.name, place: placeOf(raw), what, next: `Keep ${name}.` });
    }
  }
  return layer;
}

function decodeSaying({ option, alias }: Found, raw: SourceValue, tell: ReportProblem): unknown {
  if (alias?.values === undefined) return decodeValue(option, raw, tell);
  return decodeBooleanAlias(option.name, alias.values, raw, tell);
}

function decodeBooleanAlias(
  name: SettingName,
  values: NonNullable<Alias['values']>,
  raw: SourceValue,
  tell: ReportProblem
): unknown {
  const value = decodeBoolean(raw, problem =>
    tell({ ...problem, next: problem.next === '' ? `For more choices use ${name}.` : problem.next })
  );
  return value === undefined ? undefined : values[value ? 'true' : 'false'];
}
