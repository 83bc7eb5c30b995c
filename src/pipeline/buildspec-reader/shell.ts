import {
  parse,
  type CommandArgument,
  type CommandNode,
  type CompoundList,
  type DoubleQuotedChild,
  type HereDoc,
  type ParameterExpansionPart,
  type ParsedScript,
  type PipelineNode,
  type Redirection,
  type Assignment as ParsedAssignment,
  type AndOr,
  type Command,
  type Statement as ParsedStatement,
  type TestExpression,
  type Word as ParsedWord,
  type WordPart as ParsedPart
} from 'unbash';

import type { Assignment, ChainLink, Redirect, ShellList, ShellNode, SimpleCommand, Word, WordPart } from './tree.js';

/** The text is not valid shell syntax; `offset` is where the parser noticed, in UTF-16 code units. */
export class ShellSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Parses the text of a command as bash does, into the few shapes that the checks and the import need. Nothing is expanded.
 *
 * @throws ShellSyntaxError for the first syntax error, in nested commands too
 */
export function readShell(text: string): ShellList {
  const source = text.replaceAll('\r\n', '\n');
  return new ScriptConverter(source, 0).convertScript(parse(source));
}

/** Converts the nodes of one source text. A script in escaped backquotes has a text of its own. */
class ScriptConverter {
  private readonly source: string;
  /** Added to every position, so that offsets count from the start of the outermost text. */
  private readonly base: number;

  constructor(source: string, base: number) {
    this.source = source;
    this.base = base;
  }

  convertScript({ errors, commands }: ParsedScript): ShellList {
    const [error] = errors ?? [];
    if (error !== undefined) throw new ShellSyntaxError(error.message, this.base + error.pos);
    return this.convertStatements(commands);
  }

  private convertStatements(statements: readonly ParsedStatement[]): ShellList {
    return statements.map(({ command, background }) => ({
      node: command.type === 'AndOr' ? this.convertChain(command) : this.convertPipeline(command),
      background: background === true
    }));
  }

  private convertChain({ commands, operators }: AndOr): ShellNode {
    const links = commands.map<ChainLink>((command, index) => ({
      operator: index === 0 ? undefined : operators[index - 1],
      node: this.convertPipeline(command)
    }));
    return { kind: 'chain', links };
  }

  private convertPipeline(node: PipelineNode): ShellNode {
    if (node.type !== 'Pipeline') return this.convertCommand(node);
    const members = node.commands.map(command => this.convertCommand(command));
    const negated = node.prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
    const [first] = members;
    return members.length === 1 && !negated && first !== undefined ? first : { kind: 'pipeline', members, negated };
  }

  private convertCommand(node: CommandNode | CompoundList): ShellNode {
    const { offset, end } = this.spanOf(node);
    switch (node.type) {
      case 'Command':
        return this.convertSimple(node);
      case 'If': {
        const branches = [node, ...node.elif].map(branch => ({
          condition: this.convertStatements(branch.clause.commands),
          body: this.convertStatements(branch.then.commands)
        }));
        const otherwise = node.else === undefined ? undefined : this.convertStatements(node.else.commands);
        return { kind: 'if', branches, otherwise };
      }
      case 'For':
      case 'Select': {
        const body = this.convertStatements(node.body.commands);
        const words = node.wordlist?.map(word => this.convertWord(word));
        const loop = node.type === 'For' ? 'for' : 'select';
        return { kind: 'loop', loop, variable: node.name.value, words, head: [], body };
      }
      case 'ArithmeticFor': {
        const body = this.convertStatements(node.body.commands);
        return { kind: 'loop', loop: 'arithmetic', variable: '', words: undefined, head: [], body };
      }
      case 'While': {
        const head = this.convertStatements(node.clause.commands);
        const body = this.convertStatements(node.body.commands);
        return { kind: 'loop', loop: node.kind, variable: '', words: undefined, head, body };
      }
      case 'Case': {
        const items = node.items.map(({ pattern, body, terminator = ';;' }) => ({
          patterns: pattern.map(word => this.convertWord(word)),
          body: this.convertStatements(body.commands),
          terminator
        }));
        return { kind: 'case', word: this.convertWord(node.word), items };
      }
      case 'Subshell':
      case 'BraceGroup': {
        const body = this.convertStatements(node.body.commands);
        return { kind: 'group', body, subshell: node.type === 'Subshell', redirects: [], offset, end };
      }
      case 'CompoundList': {
        const body = this.convertStatements(node.commands);
        return { kind: 'group', body, subshell: false, redirects: [], offset, end };
      }
      case 'Redirected': {
        const inner = this.convertCommand(node.command);
        const redirects = node.redirects.map(redirect => this.convertRedirect(redirect));
        const body = inner.kind === 'group' ? inner.body : [{ node: inner, background: false }];
        return { kind: 'group', body, subshell: inner.kind === 'group' && inner.subshell, redirects, offset, end };
      }
      case 'Function':
        return { kind: 'function', name: node.name.value, body: this.convertCommand(node.body) };
      case 'Coproc':
        return this.convertCommand(node.body);
      case 'TestCommand': {
        const words = [literal('[['), ...this.convertTest(node.expression), literal(']]')];
        return { kind: 'simple', assignments: [], words, redirects: [], offset, end };
      }
      case 'ArithmeticCommand': {
        const words = [this.opaqueWord(node)];
        return { kind: 'simple', assignments: [], words, redirects: [], offset, end };
      }
    }
  }

  private convertSimple(node: Command): SimpleCommand {
    const assignments = node.prefix.flatMap(item => (item.type === 'Assignment' ? this.convertAssignment(item) : []));
    const named = node.name === undefined ? [] : [node.name];
    const words = [...named, ...node.args].map(argument => this.convertArgument(argument));
    const redirects = node.redirects.map(redirect => this.convertRedirect(redirect));
    return { kind: 'simple', assignments, words, redirects, ...this.spanOf(node) };
  }

  private convertAssignment({ name, value, append, index }: ParsedAssignment): Assignment {
    const isWhole = value.type !== 'Word' && index === undefined;
    return {
      name,
      value: value.type === 'Word' && index === undefined ? this.convertWord(value) : this.opaqueWord(value),
      append: append === true,
      elements: isWhole ? value.elements.map(element => this.convertWord(element)) : undefined
    };
  }

  /** `export A=$B` has assignments among its arguments; to the shell they are words too. */
  private convertArgument(argument: CommandArgument): Word {
    if (argument.type === 'Word') return this.convertWord(argument);
    const { value } = this.convertAssignment(argument);
    const before = this.source.slice(argument.pos, argument.value.pos);
    return { parts: [{ kind: 'text', text: before, quoted: false }, ...value.parts], source: argument.text };
  }

  /** `[[ … ]]` as the words that `[ … ]` would have. */
  private convertTest(expression: TestExpression): readonly Word[] {
    switch (expression.type) {
      case 'TestUnary':
        return [literal(expression.operator), this.convertWord(expression.operand)];
      case 'TestBinary':
        return [
          this.convertWord(expression.left),
          literal(expression.operator),
          this.convertWord(expression.right)
        ].filter(({ source }) => source !== '');
      case 'TestLogical':
        return expression.operands.flatMap((operand, index) => [
          ...(index === 0 ? [] : [literal(expression.operator)]),
          ...this.convertTest(operand)
        ]);
      case 'TestNot':
        return [...expression.negations.map(() => literal('!')), ...this.convertTest(expression.operand)];
      case 'TestGroup':
        return [literal('('), ...this.convertTest(expression.expression), literal(')')];
    }
  }

  private convertRedirect(redirect: Redirection): Redirect {
    if (redirect.type === 'HereDoc') return this.convertHereDocument(redirect);
    const { descriptor, operator } = redirect;
    const target = redirect.target === undefined ? literal('') : this.convertWord(redirect.target);
    const both = /^&(>>?)$/.exec(operator)?.[1];
    if (both !== undefined) return { operator: both, descriptor: '&', target, body: undefined };
    const number = descriptor?.type === 'FileDescriptor' ? String(descriptor.value) : '';
    return { operator, descriptor: number, target, body: undefined };
  }

  private convertHereDocument({ operator, delimiter, body }: HereDoc): Redirect {
    const source = body.text;
    const parts: readonly WordPart[] = body.parts?.flatMap(part => this.convertPart(part, true)) ?? [
      { kind: 'text', text: source, quoted: true }
    ];
    return {
      operator,
      descriptor: '',
      target: literal(delimiter?.value ?? ''),
      body: { parts: operator === '<<-' ? withoutTabs(parts) : parts, source }
    };
  }

  private convertWord(word: ParsedWord): Word {
    const parts = word.parts?.flatMap(part => this.convertPart(part, false)) ?? [
      { kind: 'text' as const, text: word.value, quoted: word.value !== word.text }
    ];
    return { parts: joinTexts(parts), source: word.text };
  }

  private convertPart(part: ParsedPart, quoted: boolean): readonly WordPart[] {
    switch (part.type) {
      case 'Literal':
        return [{ kind: 'text', text: part.value, quoted: quoted || part.value !== part.text }];
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return [{ kind: 'text', text: part.value, quoted: true }];
      case 'DoubleQuoted':
      case 'LocaleString': {
        const inner = this.convertQuoted(part.parts);
        // Empty quotes are a word too, but "$@" and "${A[@]}" without elements are none.
        return inner.length > 0 && inner.every(isList) ? inner : [{ kind: 'text', text: '', quoted: true }, ...inner];
      }
      case 'SimpleExpansion': {
        const name = part.text.slice(1);
        return [{ kind: 'variable', name, operator: '', operand: undefined, quoted, source: part.text }];
      }
      case 'ParameterExpansion':
        return [this.convertParameter(part, quoted)];
      case 'CommandExpansion':
        return [this.convertSubstitution(part, quoted)];
      case 'ArithmeticExpansion':
      case 'ProcessSubstitution':
        return [{ kind: 'opaque', source: part.text, quoted }];
      case 'Glob':
      case 'ExtendedGlob':
        return [{ kind: 'text', text: part.text, quoted }];
      case 'BraceExpansion':
        return this.convertBraces(part.text, part.parts ?? [], quoted);
    }
  }

  private convertQuoted(parts: readonly DoubleQuotedChild[]): readonly WordPart[] {
    return parts.flatMap(part => this.convertPart(part, true));
  }

  /** `{$A,b}`: the parser lists what is between the braces. */
  private convertBraces(text: string, inner: readonly ParsedPart[], quoted: boolean): readonly WordPart[] {
    const plain = (braces: string): WordPart => ({ kind: 'text', text: braces, quoted });
    if (inner.length === 0) return [plain(text)];
    return [plain('{'), ...inner.flatMap(part => this.convertPart(part, quoted)), plain('}')];
  }

  private convertSubstitution(part: Extract<ParsedPart, { type: 'CommandExpansion' }>, quoted: boolean): WordPart {
    const { script, text: source } = part;
    if (script === undefined) return { kind: 'opaque', source, quoted };
    // Positions in escaped backquotes count in the text without the escapes: its start is the nearest that is known.
    const converter = script.source === undefined ? this : new ScriptConverter(script.source, this.base + part.pos + 1);
    return { kind: 'command', body: converter.convertScript(script), quoted, source };
  }

  private convertParameter(part: ParameterExpansionPart, quoted: boolean): WordPart {
    const { parameter: name, prefix, index, operation, text: source } = part;
    if (prefix === undefined && operation === undefined && /^[@*]$/.test(index?.value ?? ''))
      return { kind: 'elements', name, quoted, source };
    if (prefix === undefined && operation === undefined && index !== undefined) {
      const element = `${name}[${index.text}]`;
      return { kind: 'variable', name: element, operator: '', operand: undefined, quoted, source };
    }
    if (prefix !== undefined || index !== undefined || operation?.type === 'Names' || operation?.type === 'Unknown')
      return { kind: 'opaque', source, quoted };
    if (operation === undefined) return { kind: 'variable', name, operator: '', operand: undefined, quoted, source };
    return {
      kind: 'variable',
      name,
      operator: operation.operator,
      operand: this.convertOperand(operation),
      quoted,
      source
    };
  }

  private convertOperand(operation: NonNullable<ParameterExpansionPart['operation']>): Word | undefined {
    switch (operation.type) {
      case 'Default':
      case 'Remove':
      case 'Transform':
        return this.convertWord(operation.operand);
      case 'CaseModification':
        return operation.operand === undefined ? undefined : this.convertWord(operation.operand);
      case 'Slice': {
        const { offset, length } = operation;
        const words = [
          this.convertWord(offset),
          ...(length === undefined ? [] : [literal(':'), this.convertWord(length)])
        ];
        return {
          parts: joinTexts(words.flatMap(({ parts }) => parts)),
          source: words.map(({ source }) => source).join('')
        };
      }
      default:
        return undefined;
    }
  }

  private opaqueWord({ pos, end }: { readonly pos: number; readonly end: number }): Word {
    const source = this.source.slice(pos, end);
    return { parts: [{ kind: 'opaque', source, quoted: true }], source };
  }

  private spanOf({ pos, end }: { readonly pos: number; readonly end: number }): { offset: number; end: number } {
    return { offset: this.base + pos, end: this.base + end };
  }
}

function literal(text: string): Word {
  return { parts: [{ kind: 'text', text, quoted: false }], source: text };
}

/** `<<-` takes the tabs at the start of each line away. */
function withoutTabs(parts: readonly WordPart[]): readonly WordPart[] {
  return parts.map((part, index) =>
    part.kind === 'text' ? { ...part, text: part.text.replace(index === 0 ? /^\t+/gm : /(?<=\n)\t+/g, '') } : part
  );
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

/** All the parameters, or all the elements of an array. */
function isList(part: WordPart): boolean {
  return part.kind === 'elements' || (part.kind === 'variable' && part.name === '@' && part.operator === '');
}
