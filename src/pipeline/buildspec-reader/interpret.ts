import type { SourceLocation } from '../../errors.js';
import { Expander, readElement, type ShellScope } from './expand.js';
import { lookUpGiven } from './given-variables.js';
import { printOutput } from './output.js';
import { resolvePath, WorkingDirectory } from './paths.js';
import type { Assignment, LoopNode, Redirect, ShellList, ShellNode, SimpleCommand } from './tree.js';
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
/** More rounds of a loop, and more steps in all, are not gone through. */
const MAX_ROUNDS = 20;
const MAX_STEPS = 20_000;

class Runner implements ShellScope {
  private readonly buildspec: Buildspec;
  private readonly unknowns = new Unknowns();
  private readonly steps: Step[] = [];
  private readonly functions = new Map<string, ShellNode>();
  private readonly initial: ReadonlyMap<string, string>;
  private variables: Map<string, string>;
  private arrays = new Map<string, readonly string[]>();
  private directory: WorkingDirectory;
  private readonly expander: Expander;
  private conditions = 0;
  private calls = 0;
  /** Those of the function that runs; undefined outside of any. */
  private parameters: readonly string[] | undefined;
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
    this.directory = new WorkingDirectory(this.unknowns);
    this.expander = new Expander(this.unknowns, this);
  }

  run(): BuildRun {
    const separate = this.buildspec.version?.value === '0.1';
    for (const phase of this.buildspec.phases) {
      for (const command of [...phase.commands, ...phase.finallyCommands]) {
        if (separate) {
          this.variables = new Map(this.initial);
          this.directory = new WorkingDirectory(this.unknowns);
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
        return this.runPipeline(node, input);
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
        this.runLoop(node);
        return undefined;
      case 'case':
        this.runBranches(
          node.items.map(
            ({ body }) =>
              () =>
                this.runList(body)
          )
        );
        return undefined;
      case 'group':
        return this.runGroup(node, piped);
      case 'function':
        this.functions.set(node.name, node.body);
        return undefined;
    }
  }

  /** Each member of a pipeline has a shell of its own. */
  private runPipeline(
    { members }: Extract<ShellNode, { kind: 'pipeline' }>,
    input: string | undefined
  ): string | undefined {
    return members.reduce<string | undefined>(
      (flowing, member, index) => this.apart(members.length > 1, () => this.runNode(member, flowing, index > 0)),
      input
    );
  }

  /** What is run in a subshell changes nothing for those after it. */
  private apart<T>(subshell: boolean, run: () => T): T {
    if (!subshell) return run();
    const { variables, arrays, directory } = this;
    this.variables = new Map(variables);
    this.arrays = new Map(arrays);
    this.directory = directory.copy();
    const result = run();
    Object.assign(this, { variables, arrays, directory });
    return result;
  }

  /** A loop over words that are known runs once for each; of any other, one round stands for all, which may not come. */
  private runLoop({ loop, variable, words, head, body }: LoopNode): void {
    const values = (words ?? []).flatMap(word => this.expander.expand(word));
    const known = values.every(value => this.unknowns.listIn(value).length === 0 && !/[*?[]/.test(value));
    if (loop === 'for' && words !== undefined && known && values.length <= MAX_ROUNDS) {
      for (const value of values) {
        this.variables.set(variable, value);
        this.runList(body);
      }
      return;
    }
    this.runList(head);
    this.runBranches([
      () => {
        if (variable !== '')
          this.variables.set(variable, this.unknowns.put({ kind: 'computed', source: `$${variable}`, by: 'loop' }));
        this.runList(body);
      }
    ]);
  }

  /** Each branch starts from here. What they leave different is not known afterwards. */
  private runBranches(branches: readonly (() => unknown)[], complete = false): void {
    const start = this.variables;
    const { directory, arrays } = this;
    this.conditions++;
    const ends = branches.map(branch => {
      this.variables = new Map(start);
      this.arrays = new Map(arrays);
      this.directory = directory.copy();
      branch();
      return { variables: this.variables, arrays: this.arrays, directory: this.directory };
    });
    this.arrays = new Map(arrays);
    for (const name of ends.flatMap(end => [...end.arrays.keys()]))
      if (ends.some(end => end.arrays.get(name) !== arrays.get(name))) this.arrays.delete(name);
    this.conditions--;
    this.directory = directory;
    const [first, ...others] = ends;
    const agreed = complete && first !== undefined ? first.directory : directory;
    if ((complete ? others : ends).every(end => end.directory.current === agreed.current)) this.directory = agreed;
    else this.directory.lose();
    this.mergeVariables(
      start,
      ends.map(({ variables }) => variables),
      complete
    );
  }

  private mergeVariables(
    start: ReadonlyMap<string, string>,
    ends: readonly ReadonlyMap<string, string>[],
    complete: boolean
  ): void {
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
    const outputs = this.apart(node.subshell, () =>
      node.body.map(statement => this.runNode(statement.node, undefined, false))
    );
    const output = outputs.includes(undefined) ? undefined : outputs.join('');
    const writes = this.listWrites(node.redirects, []);
    if (writes.length > 0) this.recordStep(node, { words: ['{'], input: undefined, output, writes, piped });
    return output;
  }

  private runSimple(node: SimpleCommand, input: string | undefined, piped: boolean): string | undefined {
    const before = new Map(this.variables);
    for (const assignment of node.assignments) this.setVariable(assignment);
    const words = node.words.flatMap(word => this.expander.expand(word));
    const [program] = words;
    if (program === undefined) return undefined;
    const timeZone = this.variables.get('TZ');
    // `TZ=Asia/Seoul date`: the variable is this command's alone.
    for (const { name } of node.assignments) {
      const value = before.get(name);
      if (value === undefined) this.variables.delete(name);
      else this.variables.set(name, value);
    }
    const heard = this.readInput(node.redirects) ?? input;
    const source = this.sourceOf(node);
    const output =
      program === 'pwd'
        ? `${this.workingDirectory()}\n`
        : printOutput({ words, input: heard, source, timeZone }, this.unknowns);
    const writes = this.listWrites(node.redirects, words);
    this.recordStep(node, { words, input: heard, output, writes, piped });
    this.apply(words);
    return output;
  }

  private setVariable({ name, value, append, elements }: Assignment): void {
    if (elements === undefined) {
      this.variables.set(name, (append ? this.lookUp(name) : '') + this.expander.expandWhole(value));
      return;
    }
    const before = append ? (this.arrays.get(name) ?? []) : [];
    const all = [...before, ...elements.flatMap(element => this.expander.expand(element))];
    this.arrays.set(name, all);
    this.variables.set(name, all[0] ?? '');
  }

  private recordStep(
    node: { readonly offset: number; readonly end: number },
    parts: Pick<Step, 'words' | 'input' | 'output' | 'writes' | 'piped'>
  ): void {
    const { current: command } = this;
    if (command === undefined || this.silent > 0 || this.steps.length >= MAX_STEPS) return;
    const directory = this.directory.current;
    const place = placeInCommand(command, node.offset);
    const conditional = this.conditions > 0;
    this.steps.push({ ...parts, command, place, directory, conditional, source: this.sourceOf(node) });
  }

  private sourceOf({ offset, end }: { readonly offset: number; readonly end: number }): string {
    return (this.current?.text ?? '').slice(offset, end);
  }

  private readInput(redirects: readonly Redirect[]): string | undefined {
    for (const { operator, target, body } of redirects) {
      if (body !== undefined) return this.expander.expandWhole(body);
      if (operator === '<<<') return `${this.expander.expandWhole(target)}\n`;
    }
    return undefined;
  }

  private listWrites(redirects: readonly Redirect[], words: readonly string[]): readonly string[] {
    const sent = redirects
      .filter(({ operator, descriptor }) => /^>[>|]?$/.test(operator) && descriptor !== '2')
      .map(({ target }) => this.expander.expandWhole(target));
    const teed = words[0] === 'tee' ? words.slice(1).filter(word => !word.startsWith('-')) : [];
    return [...sent, ...teed].map(path => resolvePath(this.directory.current, path, this.unknowns));
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
    else if (['cd', 'pushd', 'popd'].includes(program)) this.directory.change(words);
    else if (program === 'read') {
      for (const name of args.filter(arg => /^[A-Za-z_]\w*$/.test(arg)))
        this.variables.set(name, this.unknowns.put({ kind: 'computed', source: `$${name}`, by: 'command' }));
    } else if (this.functions.has(program) && this.calls < MAX_CALLS) this.call(program, args);
  }

  private call(name: string, args: readonly string[]): void {
    const body = this.functions.get(name);
    if (body === undefined) return;
    this.calls++;
    const { parameters } = this;
    this.parameters = args;
    this.runNode(body, undefined, false);
    this.parameters = parameters;
    this.calls--;
  }

  assign(name: string, value: string): void {
    this.variables.set(name, value);
  }

  lookUpElements(name: string): readonly string[] | undefined {
    return name === '@' ? this.parameters : this.arrays.get(name);
  }

  /** What `$(…)` becomes, where one command or pipeline is in it whose output is known. */
  substitute(body: ShellList): string | undefined {
    const [statement] = body;
    if (statement === undefined || body.length > 1) return undefined;
    this.silent++;
    const output = this.apart(true, () => this.runNode(statement.node, undefined, false));
    this.silent--;
    return output?.replace(/\n+$/, '');
  }

  private workingDirectory(directory = this.directory.current): string {
    if (/^[/~]/.test(directory) || this.unknowns.get(directory.charAt(0))?.kind === 'computed') return directory;
    return this.unknowns.put({ kind: 'source-directory' }) + (directory === '' ? '' : `/${directory}`);
  }

  lookUp(name: string): string {
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    const element = readElement(name, this);
    if (element !== undefined && this.arrays.has(element.array))
      return this.arrays.get(element.array)?.[element.index] ?? '';
    if (name === 'PWD') return this.workingDirectory();
    if (name === 'OLDPWD' && this.directory.before !== undefined) return this.workingDirectory(this.directory.before);
    if (/^[1-9]$/.test(name) && this.parameters !== undefined) return this.parameters[Number(name) - 1] ?? '';
    return lookUpGiven(name, this.unknowns);
  }
}
