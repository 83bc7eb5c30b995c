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
  type SettingMatch,
  type SettingName,
  type SettingScope
} from '../table/settings-table.js';
import { isSet, partOf, placeOf, type Data, type SourceValue, type ReportProblem } from './source-value.js';
import { PRECEDENCE, type Layer, type SourcedValue, type Precedence } from './resolved-settings.js';
import { decodeBoolean, decodeValue } from '../decode/values.js';

/** Reads what was given as inputs (GitHub does not tell upper from lower case in their names) or as flags. */
export function readGiven(
  given: Readonly<Record<string, string>>,
  from: 'input' | 'flag',
  report: ReportProblem
): Layer {
  const siblings = listSiblings(Object.entries(given));
  const rawSettings = Object.entries(given).flatMap(([written, text]): RawSetting[] => {
    const place = { path: from === 'flag' ? `--${written}` : written };
    const raw: SourceValue = { form: 'text', text, place };
    if (!isSet(raw)) return [];
    const found = findName(from === 'input' ? restoreCase(written) : written, 'given', place, report, { siblings });
    return found === undefined ? [] : [{ written, found, raw }];
  });
  return decodeRawSettings(rawSettings, PRECEDENCE.given, report);
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
  scope: Exclude<SettingScope, 'given'>,
  strength: Precedence,
  others: readonly string[],
  report: ReportProblem
): Layer {
  if (data.value === null || data.value === undefined) return new Map();
  if (!isRecord(data.value)) {
    const what = `expected settings (name: value), got ${showValue(data.value)}.`;
    report({ code: WRONG_TYPE.name, place: data.place([]), what, next: '' });
    return new Map();
  }
  const siblings = listSiblings(entriesOf(data.value));
  const rawSettings = entriesOf(data.value).flatMap(([written, value]): RawSetting[] => {
    if (others.includes(written)) return [];
    const part = partOf(data, written, value);
    const found = findName(written, scope, part.place([]), report, { siblings, others });
    const raw: SourceValue = { form: 'data', data: part };
    return found === undefined || !isSet(raw) ? [] : [{ written, found, raw }];
  });
  return decodeRawSettings(rawSettings, strength, report);
}

/** Reads AWS's and GitHub's own variables, as far as the table names them. */
export function readVariables(env: Readonly<Record<string, string | undefined>>, report: ReportProblem): Layer {
  const rawSettings = SETTINGS.flatMap((option): RawSetting[] => {
    for (const variable of option.env ?? []) {
      const raw: SourceValue = { form: 'text', text: env[variable] ?? '', place: { path: variable } };
      const found = findSetting(option.name);
      if (found !== undefined && isSet(raw)) return [{ written: variable, found, raw }];
    }
    return [];
  });
  return decodeRawSettings(rawSettings, PRECEDENCE.variable, report);
}

interface RawSetting {
  readonly written: string;
  readonly found: SettingMatch;
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
  scope: SettingScope,
  place: SourceLocation,
  report: ReportProblem,
  { siblings, others = [] }: { readonly siblings: Siblings; readonly others?: readonly string[] }
): SettingMatch | undefined {
  const found = findSetting(written);
  if (found !== undefined && isAllowed(found, scope)) return found;
  if (found !== undefined) {
    const { only } = found.alias ?? {};
    const next =
      only === undefined
        ? `It is allowed ${found.option.scopes.includes('file') ? 'at the top of the file, or as' : 'as'} an input or a flag.`
        : `Its name here is ${found.option.name}.`;
    report({ code: MISPLACED_SETTING.name, place, what: `${quote(written)} is not allowed ${SAID_IN[scope]}.`, next });
    return undefined;
  }
  const near = nearestName(written, [...namesIn(scope), ...others]);
  const next = findForeignName(written, siblings) ?? (near === undefined ? '' : `Did you mean ${near}?`);
  report({ code: UNKNOWN_SETTING.name, place, what: `Unknown setting ${quote(written)}.`, next });
  return undefined;
}

/** Decodes them; a setting that one source says under two names must mean the same both times. */
function decodeRawSettings(rawSettings: readonly RawSetting[], strength: Precedence, report: ReportProblem): Layer {
  const layer = new Map<SettingName, SourcedValue>();
  const writtenAs = new Map<SettingName, string>();
  for (const { written, found, raw } of rawSettings) {
    const { name } = found.option;
    const value = decodeRawSetting(found, raw, report);
    const first = writtenAs.get(name);
    if (first === undefined) {
      writtenAs.set(name, written);
      layer.set(name, { value, place: placeOf(raw), strength });
    } else if (JSON.stringify(layer.get(name)?.value) !== JSON.stringify(value)) {
      const what = `${quote(written)} and ${quote(first)} are the same setting, and they contradict each other.`;
      report({ code: CONFLICT.name, place: placeOf(raw), what, next: `Keep ${name}.` });
    }
  }
  return layer;
}

function decodeRawSetting({ option, alias }: SettingMatch, raw: SourceValue, report: ReportProblem): unknown {
  if (alias?.values === undefined) return decodeValue(option, raw, report);
  return decodeBooleanAlias(option.name, alias.values, raw, report);
}

function decodeBooleanAlias(
  name: SettingName,
  values: NonNullable<Alias['values']>,
  raw: SourceValue,
  report: ReportProblem
): unknown {
  const value = decodeBoolean(raw, problem =>
    report({ ...problem, next: problem.next === '' ? `For more choices use ${name}.` : problem.next })
  );
  return value === undefined ? undefined : values[value ? 'true' : 'false'];
}
