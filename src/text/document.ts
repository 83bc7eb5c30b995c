import { RuleList, RuleProblemsError, type RuleProblem, type SourceLocation } from '../errors.js';
import { decodeText } from './encoding.js';
import { parseJson } from './json.js';
import {
  DocumentSyntaxError,
  JSON_GRAMMAR,
  type MapEntry,
  type MapNode,
  type SourceNode,
  type SyntaxProblem
} from './source-tree.js';
import { formatPath, type Path } from './path.js';
import { makeRecord } from './record.js';
import { parseYaml } from './yaml.js';

export const DOCUMENT_RULES = new RuleList();
export const MISSING_FILE = DOCUMENT_RULES.add(
  'missing-file',
  'error',
  'A file that is named does not exist.',
  'the file system'
);
export const UNREADABLE_FILE = DOCUMENT_RULES.add(
  'unreadable-file',
  'error',
  'A file that is named cannot be read.',
  'the file system'
);
const EMPTY_FILE = DOCUMENT_RULES.add('empty-file', 'error', 'A file is empty.', JSON_GRAMMAR);
const INVALID_ENCODING = DOCUMENT_RULES.add(
  'invalid-encoding',
  'error',
  'A file is not valid UTF-8 or UTF-16 throughout.',
  `${JSON_GRAMMAR}#section-8.1`
);

/** A file that was read: its value, and where each part of it stands. */
export interface TextDocument {
  readonly file: string;
  readonly format: 'json' | 'yaml';
  /** Plain objects, lists, strings, numbers, booleans and null. Keys in source order (`keysOf` for those that look like indexes). */
  readonly value: unknown;
  /** Where a part stands: the position of its key, or of the value in a list; the nearest parent's where the part is not there. */
  place(path: Path): SourceLocation;
  /** A scalar as it is written, without quotes (`1.10` for the number 1.1); undefined where the path leads to no scalar. */
  source(path: Path): string | undefined;
  /** The lines of a YAML scalar, where YAML joins them into fewer; undefined: it does not. */
  joinedLines(path: Path): readonly string[] | undefined;
}

/**
 * Reads JSON, JSON with comments and trailing commas, or YAML: UTF-8 or UTF-16, with or without a byte order mark, any line ends.
 * A file named `.json` that starts like JSON must be JSON; any other may be either.
 *
 * @param file what messages call it, normally the path
 * @throws ProblemsError with line and column: not readable, empty, a key twice, nested too deep
 */
export function readDocument(file: string, bytes: Uint8Array): TextDocument {
  const { text, encoding, badOffset } = decodeText(bytes);
  const lines = findLineStarts(text);
  const place = (offset: number): SourceLocation => ({ file, ...locate(lines, offset) });
  if (badOffset !== undefined) {
    const what = `The file holds bytes that are not ${encoding}.`;
    throw new RuleProblemsError([
      { code: INVALID_ENCODING.name, place: place(badOffset), what, next: 'Save it as UTF-8.' }
    ]);
  }
  try {
    const { format, root } = parse(file, text, offset => locate(lines, offset).line);
    return makeDocument(file, format, root, place);
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    throw new RuleProblemsError(error.problems.map(problem => toProblem(problem, place)));
  }
}

function toProblem(
  { code, offset, what, next }: SyntaxProblem,
  place: (offset: number) => SourceLocation
): RuleProblem {
  return { code, place: place(offset), what, next };
}

function parse(
  file: string,
  text: string,
  lineOf: (offset: number) => number
): { format: 'json' | 'yaml'; root: SourceNode } {
  const jsonName = /\.(?:json|jsonc|json5)$/i.test(file);
  const looksLikeJson = startsLikeJson(text);
  if (looksLikeJson && jsonName) return { format: 'json', root: parseJson(text, lineOf) };
  if (looksLikeJson) {
    const json = attempt(() => parseJson(text, lineOf));
    if (json.root !== undefined) return { format: 'json', root: json.root };
    const yaml = attempt(() => parseYaml(text, lineOf));
    if (yaml.root !== undefined) return { format: 'yaml', root: yaml.root };
    throw (/\.ya?ml$/i.test(file) ? yaml.error : json.error) ?? json.error ?? makeEmptyError();
  }
  const { root, error } = attempt(() => parseYaml(text, lineOf));
  if (root === undefined && error === undefined) throw makeEmptyError();
  // What is named .json and is neither an object nor a list in YAML was meant as JSON, so JSON's error is the helpful one.
  if (jsonName && (root === undefined || root.kind === 'scalar'))
    return { format: 'json', root: parseJson(text, lineOf) };
  if (root === undefined) throw error ?? makeEmptyError();
  return { format: 'yaml', root };
}

/** White space and comments of either language may come first; one at a time, as one expression for them all runs out of stack on some MB. */
function startsLikeJson(text: string): boolean {
  const blank = /\s+|\/\/[^\n\r]*|\/\*[^]*?\*\//y;
  let start = 0;
  while (blank.test(text)) start = blank.lastIndex;
  return /^[{[]/.test(text.slice(start, start + 1));
}

function attempt(read: () => SourceNode | undefined): { root?: SourceNode | undefined; error?: DocumentSyntaxError } {
  try {
    return { root: read() };
  } catch (error) {
    if (error instanceof DocumentSyntaxError) return { error };
    throw error;
  }
}

function makeEmptyError(): DocumentSyntaxError {
  return new DocumentSyntaxError([{ code: EMPTY_FILE.name, offset: 0, what: 'The file is empty.', next: '' }]);
}

function makeDocument(
  file: string,
  format: 'json' | 'yaml',
  root: SourceNode,
  place: (offset: number) => SourceLocation
): TextDocument {
  return {
    file,
    format,
    value: toValue(root),
    place: path => {
      const formatted = formatPath(path);
      return { ...place(find(root, path).offset), ...(formatted === '' ? {} : { path: formatted }) };
    },
    source: path => {
      const { node } = find(root, path);
      return node?.kind === 'scalar' ? node.source : undefined;
    },
    joinedLines: path => {
      const { node } = find(root, path);
      return node?.kind === 'scalar' ? node.written?.split(/\r?\n/).map(line => line.trim()) : undefined;
    }
  };
}

function toValue(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toValue);
  return makeRecord(node.entries.map(({ key, value }) => [key, toValue(value)] as const));
}

/** The node at a path, and the offset of the last part of the path that is there. */
function find(root: SourceNode, path: Path): { node: SourceNode | undefined; offset: number } {
  let node: SourceNode = root;
  let { offset } = root;
  for (const part of path) {
    const step = typeof part === 'number' ? stepIntoList(node, part) : stepIntoMap(node, part);
    if (step === undefined) return { node: undefined, offset };
    ({ node, offset } = step);
  }
  return { node, offset };
}

function stepIntoList(node: SourceNode, index: number): { node: SourceNode; offset: number } | undefined {
  const item = node.kind === 'list' ? node.items[index] : undefined;
  return item === undefined ? undefined : { node: item, offset: item.offset };
}

/** Where each problem of a map with very many keys has its place asked for, a search from the start each time would never end. */
const entriesByKey = new WeakMap<MapNode, ReadonlyMap<string, MapEntry>>();

function indexEntries(node: MapNode): ReadonlyMap<string, MapEntry> {
  const known = entriesByKey.get(node);
  if (known !== undefined) return known;
  const index = new Map(node.entries.map(entry => [entry.key, entry] as const));
  entriesByKey.set(node, index);
  return index;
}

function stepIntoMap(node: SourceNode, key: string): { node: SourceNode; offset: number } | undefined {
  const entry = node.kind === 'map' ? indexEntries(node).get(key) : undefined;
  return entry === undefined ? undefined : { node: entry.value, offset: entry.keyOffset };
}

function findLineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), match => match.index + match[0].length)];
}

function locate(lines: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
