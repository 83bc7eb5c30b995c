import { evaluateArithmetic } from './arithmetic.js';
import type { ShellList, Word, WordPart } from './tree.js';
import { takePart } from './output.js';
import { withoutPrivateUse, type Unknowns } from './values.js';

/** What a shell knows while it expands a word. Values may hold unknown parts. */
export interface ShellScope {
  lookUp(name: string): string;
  /** The elements of an array, or the positional parameters (`@`); undefined where they are not known. */
  lookUpElements(name: string): readonly string[] | undefined;
  /** `${NAME:=value}` */
  assign(name: string, value: string): void;
  /** `${NAME:?message}` where it is empty. */
  refuse?(name: string): void;
  /** What `$(…)` becomes, without the line ends after it; undefined where that is not known. */
  substitute(body: ShellList): string | undefined;
}

/** A longer value is not followed: `A=$A$A` doubles. */
const MAX_VALUE = 50_000;

/** Puts in what the shell puts in: variables, `$(…)`, arithmetic, simple braces. */
export class Expander {
  private readonly unknowns: Unknowns;
  private readonly scope: ShellScope;

  constructor(unknowns: Unknowns, scope: ShellScope) {
    this.unknowns = unknowns;
    this.scope = scope;
  }

  /** A word as one text: an assignment's value, a file's name. Nothing is split. */
  expandWhole(word: Word): string {
    let text = '';
    for (const part of word.parts) {
      text += this.expandPart(part);
      if (text.length > MAX_VALUE) return this.unknowns.put({ kind: 'computed', source: '$…', by: 'command' });
    }
    return text;
  }

  /** A word as the shell makes arguments of it: what is expanded without quotes is split at blanks. */
  expand(word: Word): readonly string[] {
    const braces = expandBraces(word);
    if (braces !== undefined) return braces;
    const fields: string[] = [];
    let open: string | undefined;
    for (const part of word.parts) {
      const elements = this.listElements(part);
      if (elements !== undefined) {
        for (const [index, element] of elements.entries()) {
          if (index > 0 && open !== undefined) fields.push(open);
          open = index > 0 ? element : (open ?? '') + element;
        }
        continue;
      }
      const text = this.expandPart(part);
      if (text.length + (open?.length ?? 0) > MAX_VALUE)
        return [this.unknowns.put({ kind: 'computed', source: '$…', by: 'command' })];
      if (part.kind === 'text' || part.quoted) {
        open = (open ?? '') + text;
        continue;
      }
      const [first = '', ...more] = text.split(/[ \t\n]+/);
      if (first !== '' || open !== undefined) open = (open ?? '') + first;
      for (const field of more) {
        if (open !== undefined) fields.push(open);
        open = field === '' ? undefined : field;
      }
    }
    return open === undefined ? fields : [...fields, open];
  }

  private listElements(part: WordPart): readonly string[] | undefined {
    if (part.kind === 'elements') return this.scope.lookUpElements(part.name);
    const isParameters = part.kind === 'variable' && part.name === '@' && part.operator === '';
    return isParameters ? this.scope.lookUpElements('@') : undefined;
  }

  private expandPart(part: WordPart): string {
    switch (part.kind) {
      case 'text':
        return withoutPrivateUse(part.text);
      case 'variable':
        return this.expandVariable(part);
      case 'elements':
        return this.scope.lookUpElements(part.name)?.join(' ') ?? this.compute(part.source);
      case 'command':
        return this.scope.substitute(part.body) ?? this.compute(part.source);
      case 'opaque':
        return this.expandArithmetic(part.source) ?? this.compute(part.source);
    }
  }

  private compute(source: string): string {
    return this.unknowns.put({ kind: 'computed', source, by: 'command' });
  }

  private expandArithmetic(source: string): string | undefined {
    const text = /^\$\(\(([^]*)\)\)$/.exec(source)?.[1];
    if (text === undefined) return undefined;
    return evaluateArithmetic(text, name => this.scope.lookUp(name))?.toString();
  }

  private expandVariable({ name, operator, operand, source }: Extract<WordPart, { kind: 'variable' }>): string {
    const value = this.scope.lookUp(name);
    if (operator === '') return value;
    if (/^:?[-=]$/.test(operator)) return this.expandDefault(name, operator, value, operand);
    if (/^:?\+$/.test(operator)) return operand === undefined || value === '' ? '' : this.expandWhole(operand);
    if (/^:?\?$/.test(operator)) {
      if (value === '') this.scope.refuse?.(name);
      return value;
    }
    const detail = operand === undefined ? '' : this.expandWhole(operand);
    return this.expandCut(operator, value, detail) ?? this.unknowns.put({ kind: 'computed', source, by: 'command' });
  }

  private expandDefault(name: string, operator: string, value: string, operand: Word | undefined): string {
    const otherwise = operand === undefined ? '' : this.expandWhole(operand);
    const only = this.unknowns.only(value);
    let result = value;
    if (value === '') result = otherwise;
    else if (only?.kind === 'outside' && only.name === name) {
      // `${AWS_ACCOUNT_ID:-$(aws sts …)}` is the account either way.
      const meant = this.unknowns.only(otherwise);
      if (meant !== undefined && ['account', 'region', 'commit'].includes(meant.kind)) result = otherwise;
      else if (this.unknowns.listIn(otherwise).length === 0) this.unknowns.noteDefault(name, otherwise);
    }
    if (operator.endsWith('=')) this.scope.assign(name, result);
    return result;
  }

  /** The first characters, or what stands before or after a separator. */
  private expandCut(operator: string, value: string, detail: string): string | undefined {
    const only = this.unknowns.only(value);
    const known = this.unknowns.listIn(value).length === 0;
    if (operator === ':') {
      const [, from = '', length] = /^\s*(\d+)(?:\s*:\s*(\d+))?$/.exec(detail) ?? [];
      if (only?.kind === 'commit' && from === '0' && length !== undefined)
        return this.unknowns.put({ kind: 'commit', length: Math.min(Number(length), only.length ?? 40) });
      return known && from !== ''
        ? value.slice(Number(from), length === undefined ? undefined : Number(from) + Number(length))
        : undefined;
    }
    // `${CODEBUILD_BUILD_ID#*:}`: the id is project:uuid.
    if (
      only?.kind === 'computed' &&
      only.source === '$CODEBUILD_BUILD_ID' &&
      /^##?$/.test(operator) &&
      detail === '*:'
    ) {
      const part = takePart(only, ':', 2);
      return part === undefined ? undefined : this.unknowns.put(part);
    }
    if (!known && only?.kind !== 'commit') return undefined;
    if (operator === '^^' && detail === '') return value.toUpperCase();
    if (operator === ',,' && detail === '') return value.toLowerCase();
    if (operator === '%%' && detail === '/*') return value.replace(/\/[^]*$/, '');
    if (operator === '%' && detail === '/*') return value.replace(/\/[^/]*$/, '');
    if (operator === '##' && detail === '*/') return value.replace(/^[^]*\//, '');
    if (operator === '#' && !/[*?[]/.test(detail)) return value.startsWith(detail) ? value.slice(detail.length) : value;
    if (operator === '%' && !/[*?[]/.test(detail))
      return value.endsWith(detail) ? value.slice(0, value.length - detail.length) : value;
    return undefined;
  }
}

/** `NAME[1]`, `NAME[$I]`: an element of an array; undefined where the name is none, or which one is not known. */
export function readElement(
  name: string,
  scope: Pick<ShellScope, 'lookUp'>
): { readonly array: string; readonly index: number } | undefined {
  const [, array = '', expression] = /^(\w+)\[(.+)\]$/.exec(name) ?? [];
  const index =
    expression === undefined ? undefined : evaluateArithmetic(expression, variable => scope.lookUp(variable));
  return index === undefined ? undefined : { array, index };
}

/** `{api,web}`, `{1..3}` in a word that holds nothing else to expand. */
function expandBraces({ parts, source }: Word): readonly string[] | undefined {
  if (parts.some(part => part.kind !== 'text' || part.quoted)) return undefined;
  const [, before = '', inner = '', after = ''] = /^([^{}"'\\$]*)\{([^{}"'\\$]*)\}([^{}"'\\$]*)$/.exec(source) ?? [];
  const [, from, to] = /^(\d{1,3})\.\.(\d{1,3})$/.exec(inner) ?? [];
  if (from !== undefined && to !== undefined) {
    const [first, last] = [Number(from), Number(to)];
    const step = first <= last ? 1 : -1;
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => `${before}${first + index * step}${after}`);
  }
  return inner.includes(',') ? inner.split(',').map(text => before + text + after) : undefined;
}
