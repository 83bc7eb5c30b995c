import { createScanner, visit } from 'jsonc-parser';
import { RuleList } from '../errors.js';
import {
  JSON_GRAMMAR,
  DocumentSyntaxError,
  findDuplicateKeys,
  findInexactNumber,
  MAX_DEPTH,
  MAX_VALUES,
  type MapEntry,
  type SourceNode,
  type SyntaxProblem,
  TOO_DEEP,
  TOO_LARGE
} from './source-tree.js';
import { quote } from './format.js';
import { adviseBarePlaceholder, findPlaceholderAt } from './templates.js';

export const JSON_RULES = new RuleList();
const INVALID_JSON = JSON_RULES.add(
  'invalid-json',
  'error',
  'Invalid JSON. Comments and trailing commas are accepted.',
  JSON_GRAMMAR
);

/** What jsonc-parser's error codes mean to a person; `got` is the text at the error. */
const SENTENCES: Readonly<Record<number, (got: string) => string>> = {
  1: got => `A JSON value was expected, got ${got}.`,
  2: got => `A number was expected, got ${got}.`,
  3: got => `A key in double quotes was expected, got ${got}.`,
  4: got => `A JSON value was expected, got ${got}.`,
  5: got => `A colon was expected after the key, got ${got}.`,
  6: got => `A comma was expected between two entries, got ${got}.`,
  7: got => `The object is not closed: "}" was expected, got ${got}.`,
  8: got => `The list is not closed: "]" was expected, got ${got}.`,
  9: got => `The JSON ends here, but there is more: ${got}.`,
  10: () => 'A comment is not allowed here.',
  11: () => 'The comment is not closed.',
  12: () => 'The string is not closed: a double quote was expected before the end of the line.',
  13: got => `The number is not complete: ${got}.`,
  14: () => 'The escape \\u must be followed by four hexadecimal digits.',
  15: () => 'The string holds a backslash that starts no JSON escape.',
  16: () => 'The string holds a control character, such as a tab.'
};

/** Token kinds of jsonc-parser's scanner (its `SyntaxKind` is a const enum, which does not exist at run time). */
const OPENERS = [1, 3];
const CLOSERS = [2, 4];
const END_OF_FILE = 17;

type OpenNode =
  | { kind: 'map'; offset: number; entries: MapEntry[]; key: { key: string; keyOffset: number } | undefined }
  | { kind: 'list'; offset: number; items: SourceNode[] };

/** Reads JSON with comments and trailing commas. Throws DocumentSyntaxError with the first error, or with every key written twice. */
export function parseJson(text: string, lineOf: (offset: number) => number): SourceNode {
  refuseDeepNesting(text);
  const open: OpenNode[] = [];
  const problems: SyntaxProblem[] = [];
  let root: SourceNode | undefined;

  let size = 0;
  const add = (node: SourceNode): void => {
    size += 1;
    if (size > MAX_VALUES) {
      const what = `The file holds more than ${MAX_VALUES} values.`;
      throw new DocumentSyntaxError([{ code: TOO_LARGE.name, offset: node.offset, what, next: '' }]);
    }
    const parent = open.at(-1);
    if (parent === undefined) root ??= node;
    else if (parent.kind === 'list') parent.items.push(node);
    else if (parent.key !== undefined) {
      parent.entries.push({ ...parent.key, value: node });
      parent.key = undefined;
    }
  };
  const close = (): void => {
    const node = open.pop();
    if (node === undefined) return;
    if (node.kind === 'list') add({ kind: 'list', offset: node.offset, items: node.items });
    else {
      problems.push(...findDuplicateKeys(node.entries, lineOf));
      add({ kind: 'map', offset: node.offset, entries: node.entries });
    }
  };

  visit(
    text,
    {
      onObjectBegin: offset => void open.push({ kind: 'map', offset, entries: [], key: undefined }),
      onArrayBegin: offset => void open.push({ kind: 'list', offset, items: [] }),
      onObjectProperty: (key, offset) => {
        const parent = open.at(-1);
        if (parent?.kind === 'map') parent.key = { key, keyOffset: offset };
      },
      onLiteralValue: (value: string | number | boolean | null, offset, length) => {
        const source = typeof value === 'string' ? value : text.slice(offset, offset + length);
        const inexact = typeof value === 'number' ? findInexactNumber(value, source, offset) : undefined;
        if (inexact !== undefined) problems.push(inexact);
        add({ kind: 'scalar', offset, value, source });
      },
      onObjectEnd: close,
      onArrayEnd: close,
      onError: (code, offset, length) => {
        throw new DocumentSyntaxError([describeError(code, text, offset, length)]);
      }
    },
    { allowTrailingComma: true }
  );
  if (problems.length > 0) throw new DocumentSyntaxError(problems);
  if (root === undefined) throw new DocumentSyntaxError([describeError(4, text, text.length, 0)]);
  return root;
}

/** The parser calls itself for each level, so depth is counted before it runs. */
function refuseDeepNesting(text: string): void {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END_OF_FILE; token = scanner.scan()) {
    if (CLOSERS.includes(token)) depth--;
    if (OPENERS.includes(token) && ++depth > MAX_DEPTH) {
      const what = `Objects and lists are nested more than ${MAX_DEPTH} deep.`;
      throw new DocumentSyntaxError([{ code: TOO_DEEP.name, offset: scanner.getTokenOffset(), what, next: '' }]);
    }
  }
}

function describeError(code: number, text: string, offset: number, length: number): SyntaxProblem {
  const placeholder = findPlaceholderAt(text, offset);
  const rest = text.slice(offset, offset + 200);
  const found = placeholder ?? /^(?:"[^"\n\r]*"|[^\s,{}[\]"]+)/.exec(rest)?.[0] ?? rest.slice(0, Math.max(length, 1));
  const shown = found.startsWith('"') ? found : quote(found);
  const got = rest.trim() === '' ? 'the end of the file' : shown;
  const sentence = SENTENCES[code] ?? (() => 'This is not JSON.');
  const next = placeholder === undefined ? adviseOn(found) : adviseBarePlaceholder(placeholder);
  return { code: INVALID_JSON.name, offset, what: sentence(got), next };
}

function adviseOn(found: string): string {
  if (/^[<$]/.test(found)) return 'A placeholder must stand in double quotes, or be filled in before the file is read.';
  if (/^[A-Za-z_']/.test(found)) return 'Keys and strings stand in double quotes.';
  return '';
}
