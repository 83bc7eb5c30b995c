import {
  checkNesting,
  findClosing,
  plainText,
  readExpandable,
  readWord,
  ShellSyntaxError,
  type Cursor
} from './words.js';
import type {
  Assignment,
  Branch,
  ChainLink,
  Redirect,
  ShellList,
  ShellNode,
  SimpleCommand,
  Statement,
  Word,
  WordPart
} from './tree.js';

/** Reads the text of a command as a POSIX shell or bash would take it apart. Nothing is expanded. Throws ShellSyntaxError. */
export function readShell(text: string): ShellList {
  const parser = new ShellParser(text.replaceAll('\r\n', '\n'), 0, 0);
  const list = parser.readList([]);
  parser.expectEnd();
  return list;
}

const OPERATOR = /^(?:\d*|&)(?:<<<|<<-?|>>|>\||<>|<&|>&|<|>)/;
const ASSIGNMENT = /^([A-Za-z_]\w*)\+?=/;

class ShellParser {
  private readonly cursor: Cursor;
  private readonly base: number;
  /** Compound commands that are open. */
  private level = 0;
  private readonly hereDocuments: {
    redirect: { body: Word | undefined };
    end: string;
    quoted: boolean;
    tabs: boolean;
  }[] = [];

  constructor(text: string, base: number, depth: number) {
    checkNesting(depth, base);
    this.cursor = { text, at: 0, depth };
    this.base = base;
  }

  expectEnd(): void {
    if (this.cursor.at < this.cursor.text.length)
      this.fail(`${JSON.stringify(this.rest().slice(0, 10).trim())} is not expected here`);
  }

  /** Statements up to one of these words or characters, which is not taken. */
  readList(ends: readonly string[]): ShellList {
    const statements: Statement[] = [];
    for (;;) {
      this.skipSeparators();
      if (this.isAtEnd(ends)) return statements;
      const node = this.readChain();
      this.skipBlanks();
      const background = this.rest().startsWith('&') && !this.rest().startsWith('&&');
      if (background) this.cursor.at++;
      statements.push({ node, background });
    }
  }

  private isAtEnd(ends: readonly string[]): boolean {
    const rest = this.rest();
    if (rest === '' || rest.startsWith(')') || rest.startsWith(';;')) return true;
    return ends.some(end => rest.startsWith(end) && /^(?:$|[\s;&|)])/.test(rest.slice(end.length)));
  }

  private readChain(): ShellNode {
    const links: ChainLink[] = [{ operator: undefined, node: this.readPipeline() }];
    for (;;) {
      this.skipBlanks();
      const operator = /^(?:&&|\|\|)/.exec(this.rest())?.[0] as '&&' | '||' | undefined;
      if (operator === undefined) break;
      this.cursor.at += 2;
      this.skipNewlines();
      links.push({ operator, node: this.readPipeline() });
    }
    const [first] = links;
    return links.length === 1 && first !== undefined ? first.node : { kind: 'chain', links };
  }

  private readPipeline(): ShellNode {
    this.skipBlanks();
    const negated = /^!\s/.test(this.rest());
    if (negated) this.cursor.at++;
    const members = [this.readCommand()];
    for (;;) {
      this.skipBlanks();
      const pipe = /^\|&?(?!\|)/.exec(this.rest())?.[0];
      if (pipe === undefined) break;
      this.cursor.at += pipe.length;
      this.skipNewlines();
      members.push(this.readCommand());
    }
    const [first] = members;
    return members.length === 1 && !negated && first !== undefined ? first : { kind: 'pipeline', members, negated };
  }

  private readCommand(): ShellNode {
    this.level++;
    checkNesting(this.cursor.depth + this.level, this.base + this.cursor.at);
    const node = this.readAnyCommand();
    this.level--;
    return node;
  }

  private readAnyCommand(): ShellNode {
    this.skipBlanks();
    const rest = this.rest();
    const word = /^[A-Za-z]+(?=$|[\s;&|()])/.exec(rest)?.[0];
    if (word === 'if') return this.withRedirects(() => this.readIf());
    if (word === 'for' || word === 'select') return this.withRedirects(() => this.readFor());
    if (word === 'while' || word === 'until') return this.withRedirects(() => this.readWhile(word));
    if (word === 'case') return this.withRedirects(() => this.readCase());
    if (/^(?:then|else|elif|fi|do|done|esac)$/.test(word ?? '')) this.fail(`"${word ?? ''}" is not expected here`);
    if (/^\{(?=\s)/.test(rest)) return this.withRedirects(() => this.readBraces());
    if (rest.startsWith('((')) return this.readArithmetic();
    if (rest.startsWith('(')) return this.withRedirects(() => this.readSubshell());
    const named = /^(?:function\s+([\w.:-]+)\s*(?:\(\s*\))?|([\w.:-]+)\s*\(\s*\))\s*/.exec(rest);
    if (named !== null) {
      this.cursor.at += named[0].length;
      return { kind: 'function', name: named[1] ?? named[2] ?? '', body: this.readCommand() };
    }
    return this.readSimple();
  }

  private readIf(): ShellNode {
    const branches: Branch[] = [];
    let otherwise: ShellList | undefined;
    this.expect('if');
    for (;;) {
      const condition = this.readList(['then']);
      this.expect('then');
      branches.push({ condition, body: this.readList(['elif', 'else', 'fi']) });
      if (!this.take('elif')) break;
    }
    if (this.take('else')) otherwise = this.readList(['fi']);
    this.expect('fi');
    return { kind: 'if', branches, otherwise };
  }

  private readFor(): ShellNode {
    const head = /^(?:for|select)\s+(?:\(\(|[A-Za-z_]\w*)/.exec(this.rest())?.[0];
    if (head === undefined) this.fail('"for" needs a name');
    this.cursor.at += head.length;
    if (head.endsWith('((')) this.cursor.at = this.findEnd(this.cursor.at - 2) + 1;
    // What it runs over does not matter here.
    while (!/^\s*[;\n]/.test(this.rest()) && this.rest().trim() !== '') {
      this.skipBlanks();
      if (this.nextWord() === undefined) break;
    }
    this.skipSeparators();
    return { kind: 'loop', head: [], body: this.readBody() };
  }

  private readWhile(word: string): ShellNode {
    this.expect(word);
    const head = this.readList(['do']);
    return { kind: 'loop', head, body: this.readBody() };
  }

  private readBody(): ShellList {
    this.expect('do');
    const body = this.readList(['done']);
    this.expect('done');
    return body;
  }

  private readCase(): ShellNode {
    this.expect('case');
    this.skipBlanks();
    this.nextWord();
    this.skipSeparators();
    this.expect('in');
    const bodies: ShellList[] = [];
    for (;;) {
      this.skipSeparators();
      if (this.take('esac')) return { kind: 'case', bodies };
      const pattern = /^\(?[^)]*\)/.exec(this.rest())?.[0];
      if (pattern === undefined) this.fail('a pattern is not closed');
      this.cursor.at += pattern.length;
      bodies.push(this.readList(['esac']));
      this.skipBlanks();
      this.cursor.at += /^;;?&?/.exec(this.rest())?.[0].length ?? 0;
    }
  }

  private readBraces(): ShellNode {
    const offset = this.base + this.cursor.at;
    this.cursor.at++;
    const body = this.readList(['}']);
    this.expect('}');
    return { kind: 'group', body, subshell: false, redirects: [], offset, end: this.base + this.cursor.at };
  }

  private readSubshell(): ShellNode {
    const offset = this.base + this.cursor.at;
    this.cursor.at++;
    const body = this.readList([]);
    if (!this.rest().startsWith(')')) this.fail('a parenthesis is not closed');
    this.cursor.at++;
    return { kind: 'group', body, subshell: true, redirects: [], offset, end: this.base + this.cursor.at };
  }

  private readArithmetic(): ShellNode {
    const offset = this.cursor.at;
    this.cursor.at = this.findEnd(offset) + 1;
    const source = this.cursor.text.slice(offset, this.cursor.at);
    const parts: readonly WordPart[] = [{ kind: 'opaque', source, quoted: true }];
    return this.makeSimple([], [{ parts, source }], [], offset);
  }

  private readSimple(): ShellNode {
    const offset = this.cursor.at;
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.readRedirect(redirects)) continue;
      if (plainText(words[0]) === '[[' && plainText(words.at(-1)) !== ']]') {
        const sign = /^(?:&&|\|\||[()<>])/.exec(this.rest())?.[0];
        if (sign !== undefined) {
          this.cursor.at += sign.length;
          words.push({ parts: [{ kind: 'text', text: sign, quoted: false }], source: sign });
          continue;
        }
      }
      const assigned = words.length === 0 ? ASSIGNMENT.exec(this.rest()) : null;
      if (assigned !== null) assignments.push(this.readAssignment(assigned[1] ?? '', assigned[0].length));
      else {
        const word = this.nextWord();
        if (word === undefined) break;
        words.push(word);
      }
    }
    if (this.cursor.at === offset) this.fail(`${JSON.stringify(this.rest().charAt(0))} is not expected here`);
    return this.makeSimple(assignments, words, redirects, offset);
  }

  private makeSimple(
    assignments: readonly Assignment[],
    words: readonly Word[],
    redirects: readonly Redirect[],
    offset: number
  ): SimpleCommand {
    const end = this.base + offset + this.cursor.text.slice(offset, this.cursor.at).trimEnd().length;
    return { kind: 'simple', assignments, words, redirects, offset: this.base + offset, end };
  }

  private readAssignment(name: string, length: number): Assignment {
    this.cursor.at += length;
    if (this.rest().startsWith('(')) {
      const start = this.cursor.at;
      this.cursor.at = this.findEnd(start) + 1;
      const source = this.cursor.text.slice(start, this.cursor.at);
      return { name, value: { parts: [{ kind: 'opaque', source, quoted: true }], source } };
    }
    return { name, value: this.nextWord() ?? { parts: [], source: '' } };
  }

  private readRedirect(redirects: Redirect[]): boolean {
    const written = OPERATOR.exec(this.rest())?.[0];
    if (written === undefined || /^[<>]\(/.test(this.rest())) return false;
    this.cursor.at += written.length;
    this.skipBlanks();
    const target = this.nextWord();
    if (target === undefined) this.fail(`${written} needs a file`);
    const descriptor = /^(?:\d*|&)/.exec(written)?.[0] ?? '';
    const redirect = { operator: written.slice(descriptor.length), descriptor, target, body: undefined };
    redirects.push(redirect);
    if (/^<<-?$/.test(redirect.operator)) {
      const quoted = /['"\\]/.test(target.source);
      const end = target.source.replace(/['"\\]/g, '');
      this.hereDocuments.push({ redirect, end, quoted, tabs: redirect.operator === '<<-' });
    }
    return true;
  }

  /** Here-documents start in the line after the one that asks for them. */
  private readHereDocuments(): void {
    for (const { redirect, end, quoted, tabs } of this.hereDocuments.splice(0)) {
      const lines: string[] = [];
      for (;;) {
        const { text, at } = this.cursor;
        if (at >= text.length) break;
        const next = text.indexOf('\n', at);
        const raw = text.slice(at, next < 0 ? text.length : next);
        const line = tabs ? raw.replace(/^\t+/, '') : raw;
        this.cursor.at = next < 0 ? text.length : next + 1;
        if (line === end) break;
        lines.push(line);
      }
      const body = lines.map(line => `${line}\n`).join('');
      redirect.body = quoted
        ? { parts: [{ kind: 'text', text: body, quoted: true }], source: body }
        : readExpandable(body, (text, offset, depth) => this.readNested(text, offset, depth), this.cursor.depth);
    }
  }

  /** A compound command, in a group of its own where its output goes into a file. */
  private withRedirects(read: () => ShellNode): ShellNode {
    const start = this.cursor.at;
    const node = read();
    const redirects: Redirect[] = [];
    do this.skipBlanks();
    while (this.readRedirect(redirects));
    if (redirects.length === 0) return node;
    const end = start + this.cursor.text.slice(start, this.cursor.at).trimEnd().length;
    const body = node.kind === 'group' ? node.body : [{ node, background: false }];
    const subshell = node.kind === 'group' && node.subshell;
    return { kind: 'group', body, subshell, redirects, offset: this.base + start, end: this.base + end };
  }

  private nextWord(): Word | undefined {
    return readWord(this.cursor, (text, offset, depth) => this.readNested(text, offset, depth));
  }

  private readNested(text: string, offset: number, depth: number): ShellList {
    const parser = new ShellParser(text, this.base + offset, depth + 1);
    const list = parser.readList([]);
    parser.expectEnd();
    return list;
  }

  private findEnd(open: number): number {
    return findClosing(this.cursor.text, open);
  }

  private take(word: string): boolean {
    this.skipSeparators();
    if (!this.rest().startsWith(word)) return false;
    this.cursor.at += word.length;
    return true;
  }

  private expect(word: string): void {
    if (!this.take(word)) this.fail(`"${word}" is missing`);
  }

  private skipSeparators(): void {
    for (;;) {
      this.skipNewlines();
      if (!this.rest().startsWith(';') || this.rest().startsWith(';;')) return;
      this.cursor.at++;
    }
  }

  private skipNewlines(): void {
    for (;;) {
      this.skipBlanks();
      if (this.rest().charAt(0) !== '\n') return;
      this.cursor.at++;
      this.readHereDocuments();
    }
  }

  /** Blanks, joined lines and comments. */
  private skipBlanks(): void {
    const blanks = /^(?:[ \t\r]|\\\n)*/.exec(this.rest())?.[0].length ?? 0;
    this.cursor.at += blanks;
    if (this.rest().startsWith('#')) this.cursor.at += /^#[^\n]*/.exec(this.rest())?.[0].length ?? 0;
  }

  private rest(): string {
    return this.cursor.text.slice(this.cursor.at);
  }

  private fail(what: string): never {
    throw new ShellSyntaxError(what, this.base + this.cursor.at);
  }
}
