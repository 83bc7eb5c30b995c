import type { SourceLocation } from '../../errors.js';
import { printOutput } from './output.js';
import type { Redirect, ShellList, ShellNode, SimpleCommand, Word, WordPart } from './tree.js';
import { Unknowns, withoutPrivateUse } from './values.js';
import { placeInCommand, type BuildCommand, type Buildspec } from './reader.js';

/** A command as the shell would start it, with everything put in that is known. */
export interface Step {
  readonly command: BuildCommand;
  readonly place: SourceLocation;
  readonly words: readonly string[];
  /** What comes in through a pipe or a here-document, where that is known. */
  readonly input: string | undefined;
  /** What it prints, where that is known. */
  readonly output: string | undefined;
  /** The files that it is sent into. */
  readonly writes: readonly string[];
  /** Relative to the source's root; empty at the root. */
  readonly directory: string;
  /** It may not run: in a branch, a loop, after `||`. */
  readonly conditional: boolean;
  /** Other commands of the same pipeline come before it. */
  readonly piped: boolean;
  readonly source: string;
}

/** What a build does, command by command, as far as reading can tell. */
export interface BuildRun {
  readonly steps: readonly Step[];
  readonly unknowns: Unknowns;
}

/**
 * Goes through the commands as CodeBuild's shell would, without running anything: variables, `cd`, functions, branches (both sides),
 * pipelines.
 *
 * @param given variables that are known from elsewhere, as those of the CodeBuild project; they are stronger than `env`
 */
export function interpretBuildspec(buildspec: Buildspec, given: Readonly<Record<string, string>> = {}): BuildRun {
  return new Runner(buildspec, given).run();
}

/** Functions that call themselves must come to an end here too. */
const MAX_CALLS = 8;
/** A longer value is not followed: `A=$A$A` doubles. */
const MAX_VALUE = 50_000;

class Runner {
  private readonly buildspec: Buildspec;
  private readonly unknowns = new Unknowns();
  private readonly steps: Step[] = [];
  private readonly functions = new Map<string, ShellNode>();
  private readonly initial: ReadonlyMap<string, string>;
  private variables: Map<string, string>;
  private directory = '';
  private conditions = 0;
  private calls = 0;
  private silent = 0;
  private current: BuildCommand | undefined;

  constructor(buildspec: Buildspec, given: Readonly<Record<string, string>>) {
    this.buildspec = buildspec;
    this.initial = new Map([
      ...buildspec.variables.map(({ name, value }) => [name, withoutPrivateUse(value)] as const),
      ...this.listStored('parameter-store'),
      ...this.listStored('secrets-manager'),
      ...Object.entries(given)
    ]);
    this.variables = new Map(this.initial);
  }

  run(): BuildRun {
    const separate = this.buildspec.version?.value === '0.1';
    for (const phase of this.buildspec.phases) {
      for (const command of [...phase.commands, ...phase.finallyCommands]) {
        if (separate) {
          this.variables = new Map(this.initial);
          this.directory = '';
        }
        this.current = command;
        if (command.shell !== undefined) this.runList(command.shell);
      }
    }
    return { steps: this.steps, unknowns: this.unknowns };
  }

  private listStored(from: 'parameter-store' | 'secrets-manager'): readonly (readonly [string, string])[] {
    const pairs = from === 'parameter-store' ? this.buildspec.parameterStore : this.buildspec.secretsManager;
    return pairs.map(({ name }) => [name, this.unknowns.put({ kind: 'outside', name, from })] as const);
  }

  private runList(list: ShellList): void {
    for (const { node } of list) this.runNode(node, undefined, false);
  }

  /** Runs a node and returns what it prints, where that is known. */
  private runNode(node: ShellNode, input: string | undefined, piped: boolean): string | undefined {
    switch (node.kind) {
      case 'simple':
        return this.runSimple(node, input, piped);
      case 'pipeline':
        return node.members.reduce<string | undefined>(
          (flowing, member, index) => this.runNode(member, flowing, index > 0),
          input
        );
      case 'chain':
        for (const [index, link] of node.links.entries()) {
          if (link.operator === '||') this.runBranches([() => this.runNode(link.node, undefined, false)]);
          else if (index === 0) this.runNode(link.node, input, piped);
          else this.runNode(link.node, undefined, false);
        }
        return undefined;
      case 'if':
        for (const { condition } of node.branches) this.runList(condition);
        this.runBranches(
          [
            ...node.branches.map(branch => () => this.runList(branch.body)),
            ...(node.otherwise === undefined ? [] : [() => this.runList(node.otherwise ?? [])])
          ],
          node.otherwise !== undefined
        );
        return undefined;
      case 'loop':
        this.runList(node.head);
        this.runBranches([() => this.runList(node.body)]);
        return undefined;
      case 'case':
        this.runBranches(node.bodies.map(body => () => this.runList(body)));
        return undefined;
      case 'group':
        return this.runGroup(node, piped);
      case 'function':
        this.functions.set(node.name, node.body);
        return undefined;
    }
  }

  /** Each branch starts from here. What they leave different is not known afterwards. */
  private runBranches(branches: readonly (() => unknown)[], complete = false): void {
    const start = this.variables;
    const { directory } = this;
    this.conditions++;
    const ends = branches.map(branch => {
      this.variables = new Map(start);
      this.directory = directory;
      branch();
      return this.variables;
    });
    this.conditions--;
    this.directory = directory;
    this.variables = new Map(start);
    const names = new Set(ends.flatMap(end => [...end.keys()]));
    for (const name of names) {
      const before = start.get(name) ?? this.lookUp(name);
      const values = new Set(ends.map(end => end.get(name) ?? before));
      if (!complete) values.add(before);
      const [first = ''] = values;
      if (values.size === 1) this.variables.set(name, first);
      else this.variables.set(name, this.mergeValues(name, before, [...values]));
    }
  }

  /** `if [ -z "$TAG" ]; then TAG=latest; fi`: the variable from outside with a default. */
  private mergeValues(name: string, before: string, values: readonly string[]): string {
    const outside = values.find(value => this.unknowns.only(value)?.kind === 'outside');
    const other = values.find(value => value !== outside);
    if (outside !== undefined && values.length === 2 && outside === before) {
      if (other !== undefined && this.unknowns.listIn(other).length === 0) this.unknowns.noteDefault(name, other);
      return outside;
    }
    return this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'branches' });
  }

  private runGroup(node: Extract<ShellNode, { kind: 'group' }>, piped: boolean): string | undefined {
    const before = { variables: this.variables, directory: this.directory };
    if (node.subshell) this.variables = new Map(this.variables);
    const outputs = node.body.map(statement => this.runNode(statement.node, undefined, false));
    if (node.subshell) Object.assign(this, before);
    const output = outputs.includes(undefined) ? undefined : outputs.join('');
    const writes = this.listWrites(node.redirects, []);
    if (writes.length > 0) this.recordStep(node, { words: ['{'], input: undefined, output, writes, piped });
    return output;
  }

  private runSimple(node: SimpleCommand, input: string | undefined, piped: boolean): string | undefined {
    for (const { name, value } of node.assignments) this.variables.set(name, this.expandWhole(value));
    const words = node.words.flatMap(word => this.expand(word));
    const [program] = words;
    if (program === undefined) return undefined;
    const heard = this.readInput(node.redirects) ?? input;
    const source = this.sourceOf(node);
    const output =
      program === 'pwd' ? `${this.workingDirectory()}\n` : printOutput({ words, input: heard, source }, this.unknowns);
    const writes = this.listWrites(node.redirects, words);
    this.recordStep(node, { words, input: heard, output, writes, piped });
    this.apply(words);
    return output;
  }

  private recordStep(
    node: { readonly offset: number; readonly end: number },
    parts: Pick<Step, 'words' | 'input' | 'output' | 'writes' | 'piped'>
  ): void {
    const { current: command, directory } = this;
    if (command === undefined || this.silent > 0) return;
    const place = placeInCommand(command, node.offset);
    const conditional = this.conditions > 0;
    this.steps.push({ ...parts, command, place, directory, conditional, source: this.sourceOf(node) });
  }

  private sourceOf({ offset, end }: { readonly offset: number; readonly end: number }): string {
    return (this.current?.text ?? '').slice(offset, end);
  }

  private readInput(redirects: readonly Redirect[]): string | undefined {
    for (const { operator, target, body } of redirects) {
      if (body !== undefined) return this.expandWhole(body);
      if (operator === '<<<') return `${this.expandWhole(target)}\n`;
    }
    return undefined;
  }

  private listWrites(redirects: readonly Redirect[], words: readonly string[]): readonly string[] {
    const sent = redirects
      .filter(({ operator, descriptor }) => /^>[>|]?$/.test(operator) && descriptor !== '2')
      .map(({ target }) => this.expandWhole(target));
    const teed = words[0] === 'tee' ? words.slice(1).filter(word => !word.startsWith('-')) : [];
    return [...sent, ...teed].map(path => resolvePath(this.directory, path, this.unknowns));
  }

  /** What a command changes for those after it. */
  private apply(words: readonly string[]): void {
    const [program = '', ...args] = words;
    if (['export', 'declare', 'readonly', 'local', 'typeset'].includes(program)) {
      for (const arg of args) {
        const at = arg.indexOf('=');
        if (at > 0) this.variables.set(arg.slice(0, at), arg.slice(at + 1));
      }
    } else if (program === 'unset') for (const arg of args) this.variables.set(arg, '');
    else if (program === 'cd' || program === 'pushd') {
      const target = args.find(arg => !arg.startsWith('-'));
      if (target !== undefined) this.directory = resolvePath(this.directory, target, this.unknowns);
    } else if (this.functions.has(program) && this.calls < MAX_CALLS) this.call(program, args);
  }

  private call(name: string, args: readonly string[]): void {
    const body = this.functions.get(name);
    if (body === undefined) return;
    this.calls++;
    for (const [index, arg] of args.entries()) this.variables.set(String(index + 1), arg);
    this.runNode(body, undefined, false);
    this.calls--;
  }

  /** A word as one text: an assignment's value, a file's name. Nothing is split. */
  private expandWhole(word: Word): string {
    let text = '';
    for (const part of word.parts) {
      text += this.expandPart(part);
      if (text.length > MAX_VALUE) return this.unknowns.put({ kind: 'computed', source: '$…', by: 'command' });
    }
    return text;
  }

  /** A word as the shell makes arguments of it: what is expanded without quotes is split at blanks. */
  private expand(word: Word): readonly string[] {
    const fields: string[] = [];
    let open: string | undefined;
    for (const part of word.parts) {
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

  private expandPart(part: WordPart): string {
    switch (part.kind) {
      case 'text':
        return withoutPrivateUse(part.text);
      case 'variable':
        return this.expandVariable(part);
      case 'command':
        return (
          this.substitute(part.body) ?? this.unknowns.put({ kind: 'computed', source: part.source, by: 'command' })
        );
      case 'opaque':
        return this.unknowns.put({ kind: 'computed', source: part.source, by: 'command' });
    }
  }

  /** What `$(…)` becomes, where one command or pipeline is in it whose output is known. */
  private substitute(body: ShellList): string | undefined {
    const [statement] = body;
    if (statement === undefined || body.length > 1) return undefined;
    const before = { variables: this.variables, directory: this.directory };
    this.variables = new Map(this.variables);
    this.silent++;
    const output = this.runNode(statement.node, undefined, false);
    this.silent--;
    Object.assign(this, before);
    return output?.replace(/\n+$/, '');
  }

  private expandVariable({ name, operator, operand, source }: Extract<WordPart, { kind: 'variable' }>): string {
    const value = this.lookUp(name);
    if (operator === '') return value;
    if (/^:?[-=]$/.test(operator)) return this.expandDefault(name, operator, value, operand);
    if (/^:?\+$/.test(operator)) return operand === undefined || value === '' ? '' : this.expandWhole(operand);
    if (/^:?\?$/.test(operator)) return value;
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
    if (operator.endsWith('=')) this.variables.set(name, result);
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
    if (!known && only?.kind !== 'commit') return undefined;
    if (operator === '%%' && detail === '/*') return value.replace(/\/[^]*$/, '');
    if (operator === '%' && detail === '/*') return value.replace(/\/[^/]*$/, '');
    if (operator === '##' && detail === '*/') return value.replace(/^[^]*\//, '');
    if (operator === '#' && !/[*?[]/.test(detail)) return value.startsWith(detail) ? value.slice(detail.length) : value;
    if (operator === '%' && !/[*?[]/.test(detail))
      return value.endsWith(detail) ? value.slice(0, value.length - detail.length) : value;
    return undefined;
  }

  private workingDirectory(): string {
    if (this.directory.startsWith('/')) return this.directory;
    return this.unknowns.put({ kind: 'source-directory' }) + (this.directory === '' ? '' : `/${this.directory}`);
  }

  private lookUp(name: string): string {
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    if (name === 'AWS_REGION' || name === 'AWS_DEFAULT_REGION') return this.unknowns.put({ kind: 'region' });
    if (name === 'CODEBUILD_RESOLVED_SOURCE_VERSION') return this.unknowns.put({ kind: 'commit', length: undefined });
    if (name === 'CODEBUILD_SRC_DIR') return this.unknowns.put({ kind: 'source-directory' });
    if (name === 'PWD') return this.workingDirectory();
    if (name.startsWith('CODEBUILD_')) return this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'build' });
    if (/^[0-9@*#?$!-]$/.test(name)) return this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'command' });
    return this.unknowns.put({ kind: 'outside', name, from: 'project' });
  }
}

/** A path as seen from the source's root. A path that is not below it stays as it is, with its slash. */
function resolvePath(directory: string, path: string, unknowns: Unknowns): string {
  const fromSource = unknowns.get(path.charAt(0))?.kind === 'source-directory';
  const rest = fromSource ? path.slice(1) : path;
  if (!fromSource && (path.startsWith('/') || path.startsWith('~'))) return path;
  const parts = [...(fromSource ? [] : directory.split('/')), ...rest.split('/')];
  const kept: string[] = directory.startsWith('/') && !fromSource ? [''] : [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(part);
  }
  return kept.join('/');
}
