import { RuleProblemsError, type SourceLocation, type RuleProblem } from '../../errors.js';
import { readDocument } from '../../text/document.js';
import { formatPath } from '../../text/path.js';
import { entriesOf, isRecord } from '../../text/record.js';
import { nameKind, quote, showValue } from '../../text/format.js';
import { WRONG_TYPE } from '../../text/shape-rules.js';
import { CONFLICT, MALFORMED } from '../setting-rules.js';
import type { ListRow, NameValue, ObjectsRow, PairsRow } from '../table/setting.js';
import { partOf, placeOf, type Data, type SourceValue, type ReportProblem } from '../sources/source-value.js';
import { splitWords } from './shell-words.js';
import { describeNotAString, matchesFormat } from './strings.js';

/** A text with where it stands; `line` counts from 1 in a text of several lines. */
interface Item {
  readonly text: string;
  readonly place: SourceLocation;
  readonly line?: number;
}

/** What an empty value comes from as a rule. */
const UNSET = 'The variable that it comes from may not be set.';

/** Texts: a list in a document; a text (anywhere) is split at line ends, and at commas where the setting has short values. */
export function decodeList(option: ListRow, raw: SourceValue, report: ReportProblem): readonly string[] | undefined {
  const separator = option.separator === 'comma' ? /[,\n]/ : /\n/;
  const items = readItems(raw, separator, 'a list of texts', option.sensitive === true, report);
  if (items === undefined) return undefined;
  const { form } = option;
  const good = items.filter(
    ({ text, place }) => form === undefined || matchesFormat(form, text, place, option.sensitive === true, report)
  );
  if (good.length < items.length) return undefined;
  if (option.atLeastOne === true && good.length === 0) {
    report({
      code: MALFORMED.name,
      place: placeOf(raw),
      what: 'expected at least one, got none.',
      next: raw.form === 'text' ? UNSET : ''
    });
    return undefined;
  }
  return good.map(({ text }) => text);
}

function readItems(
  raw: SourceValue,
  separator: RegExp,
  expected: string,
  sensitive: boolean,
  report: ReportProblem
): readonly Item[] | undefined {
  if (raw.form === 'text') return splitText(raw.text, separator, raw.place);
  const { value } = raw.data;
  if (typeof value === 'string') return splitText(value, separator, raw.data.place([]));
  if (!Array.isArray(value)) {
    report(describeKind(value, expected, raw.data));
    return undefined;
  }
  const items = value.map((item: unknown, index): Item | undefined => {
    const part = partOf(raw.data, index, item);
    if (typeof item === 'string') return { text: item.trim(), place: part.place([]) };
    report(describeNotAString(item, part.source([]), part.place([]), sensitive));
    return undefined;
  });
  const good = items.filter(item => item !== undefined);
  return good.length === items.length ? good.filter(({ text }) => text !== '') : undefined;
}

function splitText(text: string, separator: RegExp, place: SourceLocation): readonly Item[] {
  return text
    .split(separator)
    .map((part, index) => ({ text: part.trim(), place, line: index + 1 }))
    .filter(item => item.text !== '');
}

function describeKind(value: unknown, expected: string, data: Data): RuleProblem {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const got = scalar ? `the ${typeof value} ${data.source([]) ?? String(value)}` : nameKind(value);
  return { code: WRONG_TYPE.name, place: data.place([]), what: `expected ${expected}, got ${got}.`, next: '' };
}

/** A command: a list of words as they are, or a text: a JSON list of texts, else split as a shell splits it. */
export function decodeWords(raw: SourceValue, report: ReportProblem): readonly string[] | undefined {
  if (raw.form === 'data' && Array.isArray(raw.data.value)) return readWords(raw.data, raw.data.value, report);
  const text = raw.form === 'text' ? raw.text : raw.data.value;
  if (typeof text !== 'string') {
    if (raw.form === 'data') report(describeKind(text, 'a list of words or one line', raw.data));
    return undefined;
  }
  if (looksListed(text)) {
    const listed = readJsonWords(text);
    if (listed !== undefined) return listed;
    const what = `expected a JSON list of texts, or one line as in a shell, got ${quote(text.trim())}.`;
    report({ code: MALFORMED.name, place: placeOf(raw), what, next: 'Write it as ["node", "server.js"].' });
    return undefined;
  }
  const words = splitWords(text);
  if (typeof words !== 'string') return words;
  report({ code: MALFORMED.name, place: placeOf(raw), what: `${words} in ${quote(text.trim())}.`, next: 'Close it.' });
  return undefined;
}

function readWords(data: Data, list: readonly unknown[], report: ReportProblem): readonly string[] | undefined {
  const words = list.map((word, index) => {
    if (typeof word === 'string') return word;
    report(describeNotAString(word, data.source([index]), data.place([index]), false));
    return undefined;
  });
  const good = words.filter(word => word !== undefined);
  return good.length === words.length ? good : undefined;
}

/** A list as a Dockerfile's exec form has it, and not the shell's `[`, which is a command of its own: a blank follows that one. */
function looksListed(text: string): boolean {
  return /^\s*\[(?!\s+[^\s"\]])/.test(text);
}

/** `["node", "server.js"]`; undefined where it is no list of texts. */
function readJsonWords(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(word => typeof word === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Names and values: lines `NAME=value` (split at the first `=`, quotes stay as they are), in a document also a map or
 * a list of such lines. A bare number or boolean in a map counts as it is written: `VERSION: 1.10` is `1.10`.
 */
export function decodePairs(
  option: PairsRow,
  raw: SourceValue,
  report: ReportProblem
): readonly NameValue[] | undefined {
  const read =
    raw.form === 'data' && isRecord(raw.data.value) ? readMap(raw.data, report) : readLines(option, raw, report);
  if (read === undefined) return undefined;
  const pairs = checkPairs(option, read, report);
  return pairs.length === read.length ? pairs : undefined;
}

interface PlacedPair extends NameValue {
  readonly place: SourceLocation;
}

function readMap(data: Data, report: ReportProblem): readonly PlacedPair[] | undefined {
  const entries = isRecord(data.value) ? entriesOf(data.value) : [];
  const pairs = entries.map(([name, value]): PlacedPair | undefined => {
    const part = partOf(data, name, value);
    const place = part.place([]);
    if (typeof value === 'string') return { name, value, place };
    if (typeof value === 'number' || typeof value === 'boolean') {
      return { name, value: part.source([]) ?? String(value), place };
    }
    const next = value === null ? 'For an empty value write "".' : '';
    report({ code: WRONG_TYPE.name, place, what: `expected a string, got ${nameKind(value)}.`, next });
    return undefined;
  });
  const good = pairs.filter(pair => pair !== undefined);
  return good.length === pairs.length ? good : undefined;
}

function readLines(option: PairsRow, raw: SourceValue, report: ReportProblem): readonly PlacedPair[] | undefined {
  const items = readItems(raw, /\n/, 'a map, or lines NAME=value', option.sensitive === true, report);
  if (items === undefined) return undefined;
  const pairs = items.map(({ text, place, line }): PlacedPair | undefined => {
    const at = text.indexOf('=');
    if (at > 0) return { name: text.slice(0, at).trim(), value: text.slice(at + 1), place };
    const which = line === undefined ? '' : `line ${line}: `;
    const got = option.sensitive === true ? `a line without ${at === 0 ? 'a name' : '='}` : quote(text);
    report({ code: MALFORMED.name, place, what: `${which}expected NAME=value, got ${got}.`, next: adviseLine(text) });
    return undefined;
  });
  const good = pairs.filter(pair => pair !== undefined);
  return good.length === pairs.length ? good : undefined;
}

function adviseLine(text: string): string {
  if (/^[A-Za-z_]\w*:\s/.test(text)) return 'Write = in place of the colon.';
  return '';
}

function checkPairs(option: PairsRow, pairs: readonly PlacedPair[], report: ReportProblem): readonly NameValue[] {
  const names = new Set<string>();
  return pairs
    .filter(({ name, value, place }) => {
      const twice = names.has(name);
      names.add(name);
      const empty = option.valueRequired === true && value.trim() === '';
      if (twice)
        report({ code: CONFLICT.name, place, what: `${quote(name)} is given twice.`, next: 'Keep one of the two.' });
      else if (empty) {
        report({ code: MALFORMED.name, place, what: `expected a value for ${quote(name)}, got none.`, next: UNSET });
      }
      return !twice && !empty;
    })
    .map(({ name, value }) => ({ name, value }));
}

/** The entries of a list of maps. As a text it is YAML (or JSON); its places then name the way into it. */
export function decodeObjects(
  option: ObjectsRow,
  raw: SourceValue,
  report: ReportProblem
): readonly Data[] | undefined {
  const data = raw.form === 'data' ? raw.data : readYamlText(option.name, raw.text, raw.place, report);
  if (data === undefined) return undefined;
  if (!Array.isArray(data.value)) {
    const got = showValue(data.value);
    const next = isRecord(data.value) ? 'Write "- " before each entry.' : '';
    report({ code: WRONG_TYPE.name, place: data.place([]), what: `expected a list of entries, got ${got}.`, next });
    return undefined;
  }
  const parts = data.value.map((value: unknown, index) => partOf(data, index, value));
  const good = parts.filter(part => {
    if (isRecord(part.value)) return true;
    report(describeKind(part.value, 'an entry with settings (name: value)', part));
    return false;
  });
  return good.length === parts.length ? good : undefined;
}

function readYamlText(name: string, text: string, place: SourceLocation, report: ReportProblem): Data | undefined {
  try {
    const document = readDocument(name, new TextEncoder().encode(text));
    return {
      value: document.value,
      place: path => (path.length === 0 ? place : { path: formatPath([name, ...path]) }),
      source: path => document.source(path)
    };
  } catch (error) {
    if (!(error instanceof RuleProblemsError)) throw error;
    for (const problem of error.problems) {
      const { line, column } = problem.place;
      const position = line === undefined ? '' : `line ${line}, column ${column ?? 1} of the text: `;
      report({ ...problem, place, what: position + problem.what });
    }
    return undefined;
  }
}
