import { WRONG_TYPE } from '../../text/shape-rules.js';
import { nearestName } from '../../text/suggest.js';
import { listNames, quote, showValue } from '../../text/format.js';
import { NOT_ALLOWED, OUT_OF_RANGE } from '../setting-rules.js';
import { decodeList, decodeObjects, decodePairs, decodeWords } from './lists.js';
import type { EnumRow, IntegerRow, RowByKind, SettingKind, StringRow, ValueByKind } from '../table/setting.js';
import { placeOf, type SourceValue, type ReportProblem } from '../sources/source-value.js';
import { describeNotAString, matchesFormat } from './strings.js';

type Decoder<Kind extends SettingKind> = (
  row: RowByKind[Kind],
  raw: SourceValue,
  report: ReportProblem
) => ValueByKind[Kind] | undefined;

/** One decoder for each kind of setting. */
const DECODERS: { readonly [Kind in SettingKind]: Decoder<Kind> } = {
  string: decodeString,
  boolean: (_row, raw, report) => decodeBoolean(raw, report),
  integer: decodeInteger,
  enum: decodeEnum,
  list: decodeList,
  words: (_row, raw, report) => decodeWords(raw, report),
  pairs: decodePairs,
  objects: decodeObjects
};

/**
 * Decodes what was said for a setting by the setting's kind.
 *
 * Texts (inputs, flags, variables) spell everything; documents have real booleans, numbers, lists and maps, and a
 * quoted number or boolean is told as a mistake, as is a bare number where a text is meant: `1.10` would become `1.1`.
 *
 * @param raw something that is set (`isSet`)
 * @returns the value, of an enum one of its `values`; undefined after a problem was told
 */
export function decodeValue<Kind extends SettingKind>(
  row: RowByKind[Kind] & { readonly kind: Kind },
  raw: SourceValue,
  report: ReportProblem
): ValueByKind[Kind] | undefined {
  return DECODERS[row.kind](row, raw, report);
}

function decodeString(option: StringRow, raw: SourceValue, report: ReportProblem): string | undefined {
  const text = readText(raw, option.sensitive === true, report);
  if (text === undefined) return undefined;
  return option.form === undefined || matchesFormat(option.form, text, placeOf(raw), option.sensitive === true, report)
    ? text
    : undefined;
}

/** A scalar that is meant as a text, trimmed. */
function readText(raw: SourceValue, sensitive: boolean, report: ReportProblem): string | undefined {
  if (raw.form === 'text') return raw.text.trim();
  const { value } = raw.data;
  if (typeof value === 'string') return value.trim();
  report(describeNotAString(value, raw.data.source([]), raw.data.place([]), sensitive));
  return undefined;
}

export function decodeBoolean(raw: SourceValue, report: ReportProblem): boolean | undefined {
  const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
  if (raw.form === 'text' ? got === 'true' || got === 'false' : typeof got === 'boolean')
    return got === true || got === 'true';
  const quoted = got === 'true' || got === 'false';
  report({
    code: WRONG_TYPE.name,
    place: placeOf(raw),
    what: `expected true or false, got ${quoted ? `the string ${quote(got)}` : showValue(got)}.`,
    next: quoted ? 'Write it without quotes.' : adviseBoolean(got)
  });
  return undefined;
}

/** What other programs, and YAML 1.1, take for one. */
function adviseBoolean(got: unknown): string {
  const text = String(got).toLowerCase();
  if (['yes', 'y', 'on', '1', 'true'].includes(text)) return 'Write true.';
  return ['no', 'n', 'off', '0', 'false'].includes(text) ? 'Write false.' : '';
}

function decodeInteger(option: IntegerRow, raw: SourceValue, report: ReportProblem): number | undefined {
  const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
  const number = raw.form === 'text' && /^[0-9]+$/.test(raw.text.trim()) ? Number(got) : got;
  const { min, max = Number.MAX_SAFE_INTEGER } = option;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= min && number <= max) return number;
  const quoted = raw.form === 'data' && typeof got === 'string' && /^[0-9]+$/.test(got);
  report({
    code: typeof number === 'number' ? OUT_OF_RANGE.name : WRONG_TYPE.name,
    place: placeOf(raw),
    what: `expected ${describeRange(option)}, got ${quoted ? 'the string ' : ''}${showValue(got)}.`,
    next: quoted ? 'Write it without quotes.' : ''
  });
  return undefined;
}

/** `a whole number of seconds from 900 to 43200`. */
export function describeRange({ min, max, unit }: IntegerRow): string {
  return `a whole number of ${unit}${max === undefined ? `, ${min} or more` : ` from ${min} to ${max}`}`;
}

function decodeEnum(option: EnumRow, raw: SourceValue, report: ReportProblem): string | undefined {
  const got = raw.form === 'text' ? raw.text.trim() : raw.data.value;
  if (typeof got === 'string' && option.values.includes(got)) return got;
  const near = typeof got === 'string' ? nearestName(got, option.values) : undefined;
  report({
    code: NOT_ALLOWED.name,
    place: placeOf(raw),
    what: `expected ${listNames(option.values, 'or')}, got ${showValue(got)}.`,
    next: near === undefined ? '' : `Did you mean ${near}?`
  });
  return undefined;
}
