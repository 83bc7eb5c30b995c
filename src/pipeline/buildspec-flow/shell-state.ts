import { Expander, readElement, type ShellScope } from '../buildspec-reader/expand.js';
import { lookUpGiven } from '../buildspec-reader/given-variables.js';
import { WorkingDirectory } from '../buildspec-reader/paths.js';
import type { BuildCommand } from '../buildspec-reader/reader.js';
import type { Assignment, ShellList, ShellNode } from '../buildspec-reader/tree.js';
import type { Unknowns } from '../buildspec-reader/values.js';
import { ExitSignal } from './signals.js';

export interface ShellFunction {
  readonly body: ShellNode;
  /** The item of the buildspec that it stands in; undefined: it is in a script. */
  readonly command: BuildCommand | undefined;
}

/** What a shell has of its own; a subshell gets a copy. */
export class ShellState implements ShellScope {
  readonly unknowns: Unknowns;
  readonly expander: Expander;
  /** Names that some command sets: until then they are empty. */
  private readonly assigned: ReadonlySet<string>;
  private readonly runSubstitution: (body: ShellList) => string | undefined;
  private variables = new Map<string, string>();
  private arrays = new Map<string, readonly string[]>();
  private exported = new Set<string>();
  functions = new Map<string, ShellFunction>();
  directory: WorkingDirectory;
  parameters: readonly string[] = [];
  errexit = false;
  pipefail = false;
  /** `trap … ERR` */
  errorTrap: ShellList | undefined;
  /** `set -a` */
  exportsAll = false;
  status = 0;
  /** The status of the command before the one that runs: `exit` without a number gives it on. */
  statusBefore = 0;

  constructor(
    unknowns: Unknowns,
    assigned: ReadonlySet<string>,
    runSubstitution: (body: ShellList) => string | undefined
  ) {
    this.unknowns = unknowns;
    this.assigned = assigned;
    this.runSubstitution = runSubstitution;
    this.directory = new WorkingDirectory(unknowns);
    this.expander = new Expander(unknowns, this);
  }

  /** A subshell: everything is there, and what it changes is its own. */
  fork(): ShellState {
    const copied = this.spawn();
    copied.variables = new Map(this.variables);
    copied.arrays = new Map(this.arrays);
    copied.functions = new Map(this.functions);
    copied.parameters = this.parameters;
    copied.errexit = this.errexit;
    copied.pipefail = this.pipefail;
    copied.exportsAll = this.exportsAll;
    copied.errorTrap = this.errorTrap;
    copied.status = this.status;
    copied.statusBefore = this.statusBefore;
    return copied;
  }

  /** A shell of its own, as a script gets it: the exported variables and the folder. */
  spawn(): ShellState {
    const started = new ShellState(this.unknowns, this.assigned, this.runSubstitution);
    started.variables = new Map([...this.variables].filter(([name]) => this.exported.has(name)));
    started.exported = new Set(this.exported);
    started.directory = this.directory.copy();
    return started;
  }

  set(name: string, value: string): void {
    this.variables.set(name, value);
    if (this.exportsAll) this.exported.add(name);
  }

  export(name: string): void {
    this.exported.add(name);
  }

  unset(name: string): void {
    this.variables.set(name, '');
    this.arrays.delete(name);
  }

  assign(name: string, value: string): void {
    this.set(name, value);
  }

  /** `${NAME:?}` of a variable that is empty ends the shell. */
  refuse(): void {
    throw new ExitSignal(1);
  }

  setFrom({ name, value, append, elements }: Assignment): void {
    if (elements === undefined) {
      this.set(name, (append ? this.lookUp(name) : '') + this.expander.expandWhole(value));
      return;
    }
    const before = append ? (this.arrays.get(name) ?? []) : [];
    const all = [...before, ...elements.flatMap(element => this.expander.expand(element))];
    this.setElements(name, all);
  }

  setElements(name: string, elements: readonly string[]): void {
    this.arrays.set(name, elements);
    this.set(name, elements[0] ?? '');
  }

  lookUp(name: string): string {
    if (name === '?') return String(this.status);
    if (name === '#') return String(this.parameters.length);
    if (name === '@' || name === '*') return this.parameters.join(' ');
    if (/^[1-9]$/.test(name)) return this.parameters[Number(name) - 1] ?? '';
    const element = readElement(name, this);
    if (element !== undefined && this.arrays.has(element.array))
      return this.arrays.get(element.array)?.[element.index] ?? '';
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    if (name === 'PWD') return this.path(this.directory.current);
    if (name === 'OLDPWD' && this.directory.before !== undefined) return this.path(this.directory.before);
    return this.assigned.has(name) ? '' : lookUpGiven(name, this.unknowns);
  }

  lookUpElements(name: string): readonly string[] | undefined {
    if (name === '@') return this.parameters;
    return this.arrays.get(name) ?? (this.assigned.has(name) ? [] : undefined);
  }

  substitute(body: ShellList): string | undefined {
    return this.runSubstitution(body);
  }

  /** What `env` prints, as far as it is known. */
  listExported(): readonly string[] {
    return [...this.exported].map(name => `${name}=${this.lookUp(name)}`);
  }

  private path(directory: string): string {
    if (/^[/~]/.test(directory) || this.unknowns.get(directory.charAt(0)) !== undefined) return directory;
    return this.unknowns.put({ kind: 'source-directory' }) + (directory === '' ? '' : `/${directory}`);
  }
}

/** What a command reads from its standard input. */
export class Input {
  /** undefined: it is not known. */
  private rest: string | undefined;
  private rounds = 0;

  constructor(text: string | undefined) {
    this.rest = text;
  }

  /** All of it. */
  take(): string | undefined {
    const { rest } = this;
    if (rest !== undefined) this.rest = '';
    return rest;
  }

  /** A line, which is `unknown` where it is not known; there are two of those. undefined at the end. */
  takeLine(unknown: string): string | undefined {
    if (this.rest === undefined) return this.rounds++ < 2 ? unknown : undefined;
    if (this.rest === '') return undefined;
    const at = this.rest.indexOf('\n');
    const line = at < 0 ? this.rest : this.rest.slice(0, at);
    this.rest = at < 0 ? '' : this.rest.slice(at + 1);
    return line;
  }
}

/** Where what commands print goes. */
export class Output {
  private text: string | undefined = '';

  /** @param text undefined: something that is not known */
  write(text: string | undefined): void {
    this.text = text === undefined || this.text === undefined ? undefined : this.text + text;
    if ((this.text?.length ?? 0) > 50_000) this.text = undefined;
  }

  get(): string | undefined {
    return this.text;
  }
}
