import type { ShellList, Word, WordPart } from './tree.js';

/** A text that no shell would take; `offset` is where that shows. */
export class ShellSyntaxError extends Error {
  readonly offset: number;

  constructor(what: string, offset: number) {
    super(what);
    this.offset = offset;
  }
}

/** A place in a text, moved on by whoever reads. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How many commands and expansions it stands in. */
  readonly depth: number;
}

/** Deeper than this nobody writes, and a reader must not run out of stack. */
const MAX_NESTING = 60;

export function checkNesting(depth: number, offset: number): void {
  if (depth > MAX_NESTING) throw new ShellSyntaxError(`it is nested more than ${MAX_NESTING} deep`, offset);
}

/** Reads the commands of a substitution up to its closing parenthesis; `words` and the grammar need each other. */
export type ReadNested = (text: string, offset: number, depth: number) => ShellList;

const METACHARACTER = /[\s;&|<>()]/;
const NAME = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/;

/** Reads one word; undefined where none starts. Quotes and escapes are taken off, what is expanded is kept as a part. */
export function readWord(cursor: Cursor, nested: ReadNested): Word | undefined {
  const start = cursor.at;
  const parts: WordPart[] = [];
  while (cursor.at < cursor.text.length) {
    const rest = cursor.text.slice(cursor.at, cursor.at + 2);
    if (rest === '<(' || rest === '>(') parts.push(readParenthesised(cursor, 1));
    else if (METACHARACTER.test(rest.charAt(0))) break;
    else parts.push(...readPart(cursor, nested));
  }
  if (cursor.at === start) return undefined;
  return { parts: joinTexts(parts), source: cursor.text.slice(start, cursor.at) };
}

/** A text in which only `$`, backquotes and backslashes before them mean something: a here-document, the inside of double quotes. */
export function readExpandable(text: string, nested: ReadNested, depth: number): Word {
  const cursor: Cursor = { text, at: 0, depth };
  const parts: WordPart[] = [];
  while (cursor.at < text.length) parts.push(...readExpandablePart(cursor, nested));
  return { parts: joinTexts(parts), source: text };
}

/** The word as it stands where nothing in it is expanded; undefined where something is. */
export function plainText(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  const texts = word.parts.map(part => (part.kind === 'text' ? part.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}

function readPart(cursor: Cursor, nested: ReadNested): readonly WordPart[] {
  const { text } = cursor;
  const character = text.charAt(cursor.at);
  switch (character) {
    case "'": {
      const end = text.indexOf("'", cursor.at + 1);
      if (end < 0) throw new ShellSyntaxError("a quote ' is not closed", cursor.at);
      const inner = text.slice(cursor.at + 1, end);
      cursor.at = end + 1;
      return [{ kind: 'text', text: inner, quoted: true }];
    }
    case '"':
      return readDoubleQuoted(cursor, nested);
    case '\\': {
      const next = text.charAt(cursor.at + 1);
      cursor.at += 2;
      if (next === '\n') return [];
      // Nothing is left to escape.
      return [{ kind: 'text', text: next === '' ? '\\' : next, quoted: true }];
    }
    case '$':
      if (text.charAt(cursor.at + 1) === "'" || text.charAt(cursor.at + 1) === '"') {
        cursor.at++;
        return readPart(cursor, nested);
      }
      return [readExpansion(cursor, false, nested)];
    case '`':
      return [readBackquoted(cursor, false, nested)];
    default: {
      const end = cursor.at + (/[\s;&|<>()'"\\$`]/.exec(text.slice(cursor.at))?.index ?? text.length - cursor.at);
      const plain = text.slice(cursor.at, end);
      cursor.at = end;
      return [{ kind: 'text', text: plain, quoted: false }];
    }
  }
}

function readDoubleQuoted(cursor: Cursor, nested: ReadNested): readonly WordPart[] {
  const start = cursor.at++;
  // Empty quotes are a word too.
  const parts: WordPart[] = [{ kind: 'text', text: '', quoted: true }];
  while (cursor.text.charAt(cursor.at) !== '"') {
    if (cursor.at >= cursor.text.length) throw new ShellSyntaxError('a quote " is not closed', start);
    parts.push(...readExpandablePart(cursor, nested, '"'));
  }
  cursor.at++;
  return parts;
}

function readExpandablePart(cursor: Cursor, nested: ReadNested, end = ''): readonly WordPart[] {
  const { text } = cursor;
  const character = text.charAt(cursor.at);
  if (character === '$') return [readExpansion(cursor, true, nested)];
  if (character === '`') return [readBackquoted(cursor, true, nested)];
  if (character === '\\') {
    const next = text.charAt(cursor.at + 1);
    cursor.at += 2;
    if (next === '\n') return [];
    const escapes = next === '$' || next === '`' || next === '\\' || next === end;
    return [{ kind: 'text', text: escapes ? next : `\\${next}`, quoted: true }];
  }
  const stop = cursor.at + 1 + (/[$`\\"]/.exec(text.slice(cursor.at + 1))?.index ?? text.length - cursor.at - 1);
  const plain = text.slice(cursor.at, stop);
  cursor.at = stop;
  return [{ kind: 'text', text: plain, quoted: true }];
}

/** What a `$` starts. A `$` that starts nothing is a text. */
function readExpansion(cursor: Cursor, quoted: boolean, nested: ReadNested): WordPart {
  const { text } = cursor;
  const start = cursor.at;
  if (text.startsWith('$((', start)) return { ...readParenthesised(cursor, 1), quoted };
  if (text.startsWith('$(', start)) {
    const end = findClosing(text, start + 1);
    cursor.at = end + 1;
    const source = text.slice(start, cursor.at);
    return { kind: 'command', body: nested(text.slice(start + 2, end), start + 2, cursor.depth), quoted, source };
  }
  if (text.startsWith('${', start)) return readBraced(cursor, quoted, nested);
  const name = NAME.exec(text.slice(start + 1))?.[0];
  cursor.at = start + 1 + (name?.length ?? 0);
  if (name === undefined) return { kind: 'text', text: '$', quoted };
  return { kind: 'variable', name, operator: '', operand: undefined, quoted, source: `$${name}` };
}

function readBraced(cursor: Cursor, quoted: boolean, nested: ReadNested): WordPart {
  const start = cursor.at;
  const end = findClosing(cursor.text, start + 1);
  const inner = cursor.text.slice(start + 2, end);
  cursor.at = end + 1;
  const source = cursor.text.slice(start, cursor.at);
  const name = NAME.exec(inner)?.[0];
  const rest = inner.slice(name?.length ?? 0);
  if (name === undefined || /^[#!]\w/.test(inner) || rest.startsWith('[')) return { kind: 'opaque', source, quoted };
  const operator = /^(?::[-=+?]|[-=+?]|:|##?|%%?|\/\/?|\^\^?|,,?|@)/.exec(rest)?.[0] ?? '';
  if (operator === '' && rest !== '') return { kind: 'opaque', source, quoted };
  const operand = operator === '' ? undefined : readOperand(rest.slice(operator.length), nested, cursor.depth + 1);
  return { kind: 'variable', name, operator, operand, quoted, source };
}

/** The word of `${NAME:-word}`: blanks belong to it, quotes are taken off. */
function readOperand(text: string, nested: ReadNested, depth: number): Word {
  checkNesting(depth, 0);
  const cursor: Cursor = { text, at: 0, depth };
  const parts: WordPart[] = [];
  while (cursor.at < text.length) {
    if (METACHARACTER.test(text.charAt(cursor.at)))
      parts.push({ kind: 'text', text: text.charAt(cursor.at++), quoted: true });
    else parts.push(...readPart(cursor, nested));
  }
  return { parts: joinTexts(parts), source: text };
}

function readBackquoted(cursor: Cursor, quoted: boolean, nested: ReadNested): WordPart {
  const start = cursor.at;
  const match = /^`((?:[^`\\]|\\[^])*)`/.exec(cursor.text.slice(start));
  if (match === null) throw new ShellSyntaxError('a backquote ` is not closed', start);
  cursor.at = start + match[0].length;
  const inner = (match[1] ?? '').replace(quoted ? /\\([$`\\"])/g : /\\([$`\\])/g, '$1');
  return { kind: 'command', body: nested(inner, start + 1, cursor.depth), quoted, source: match[0] };
}

function readParenthesised(cursor: Cursor, skip: number): WordPart {
  const start = cursor.at;
  cursor.at = findClosing(cursor.text, start + skip) + 1;
  return { kind: 'opaque', source: cursor.text.slice(start, cursor.at), quoted: false };
}

/** The offset of the bracket that closes the one at `open`; what stands in quotes does not count. */
export function findClosing(text: string, open: number): number {
  const stack: string[] = [];
  for (let at = open; at < text.length; at++) {
    const character = text.charAt(at);
    const inside = stack.at(-1);
    if (character === '\\' && inside !== "'") at++;
    else if (inside === "'" || inside === '`') {
      if (character === inside) stack.pop();
    } else if (character === '"' && inside === '"') stack.pop();
    else if (character === '"' || character === '`' || (character === "'" && inside !== '"')) stack.push(character);
    else if (character === '(' && inside !== '"') stack.push(')');
    else if (character === '$' && /[({]/.test(text.charAt(at + 1))) stack.push(text.charAt(++at) === '(' ? ')' : '}');
    else if (at === open) stack.push(character === '{' ? '}' : ')');
    else if (character === inside) stack.pop();
    if (stack.length === 0) return at;
  }
  throw new ShellSyntaxError(`the bracket ${text.charAt(open)} is not closed`, open);
}

function joinTexts(parts: readonly WordPart[]): readonly WordPart[] {
  const joined: WordPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text' && last.quoted === part.quoted)
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
