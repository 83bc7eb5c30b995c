import { resolvePath } from '../buildspec-reader/paths.js';
import { placeInCommand, type BuildCommand } from '../buildspec-reader/reader.js';
import { readShell, ShellSyntaxError } from '../buildspec-reader/shell.js';
import type { CaseItem, LoopNode, Redirect, ShellList, ShellNode, SimpleCommand } from '../buildspec-reader/tree.js';
import type { Unknowns } from '../buildspec-reader/values.js';
import { listCommands } from '../buildspec-reader/visit.js';
import type { Choices } from './choices.js';
import { SUCCEEDING, type Call } from './call.js';
import { readPattern, type Truth } from './conditions.js';
import { Input, Output, ShellState, type ShellFunction } from './shell-state.js';
import { EndOfWay, ExitSignal, LoopSignal, ReturnSignal } from './signals.js';

/** A command as it stands in the buildspec. One of a script that the buildspec writes stands for the command that runs the script. */
export interface Site {
  readonly command: BuildCommand;
  readonly node: SimpleCommand;
}

/** A command that fails on the way that is followed. Others that are called alike fail too. */
export interface Fault {
  readonly kind: 'build' | 'push' | 'command';
  readonly key: string;
  readonly site: Site;
}

/** What a way through a buildspec is asked for. */
export interface MachineSettings {
  readonly unknowns: Unknowns;
  readonly choices: Choices;
  /** Names that some command sets. */
  readonly assigned: ReadonlySet<string>;
  /** Files that some command writes: until then they are not there. */
  readonly products: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
  /** Folders that commands went into before any failed. */
  readonly entered: Set<string>;
  /** How many more commands are followed, on all ways together. */
  readonly budget: { steps: number };
  /** Runs a simple command, with its redirections in place, and returns its status. */
  readonly runCommand: (machine: Machine, call: Call) => number;
  readonly onPush: (site: Site, machine: Machine) => void;
}

const MAX_STEPS = 2_000;
const MAX_ROUNDS = 12;
const MAX_DEPTH = 12;

/**
 * A shell that runs the commands of a buildspec in thought: it knows variables, options, folders, files that commands write, and how each
 * command ends. Where a status cannot be known, `choices` decides; at most one build, push or other command fails on a way.
 */
export class Machine {
  readonly settings: MachineSettings;
  shell: ShellState;
  /** Files that were written, with their text where it is known. */
  readonly files = new Map<string, string | undefined>();
  readonly builtImages = new Set<string>();
  /** The environment that every shell begins with. */
  given: readonly (readonly [name: string, value: string])[] = [];
  readonly jobs = new Map<string, number>();
  fault: Fault | undefined;
  /** The commands run in the build phase, where any that fails fails the build. */
  inBuildPhase = false;
  /** A command of the build phase failed. */
  buildFailed = false;
  /** A program that is not in the buildspec may have looked at whether the build failed. */
  doubt = false;
  /** The command runs because another failed: `test … || die`. */
  afterOr = false;
  input = new Input('');
  output = new Output();
  private readonly writtenAt = new Map<string, number>();
  /** When the last such program ran; undefined: none did. */
  opaqueAt: number | undefined;
  private readonly answers = new Map<string, boolean>();
  private current: BuildCommand | undefined;
  private site: Site | undefined;
  /** The rounds of the loops that it is in: what a command prints may be another in each. */
  private round = '';
  private foreign = 0;
  private steps = 0;
  private depth = 0;

  constructor(settings: MachineSettings) {
    this.settings = settings;
    this.shell = new ShellState(settings.unknowns, settings.assigned, body => this.substitute(body));
  }

  /** Begins with a new shell, which has only what the build is given. */
  restart(): void {
    this.shell = new ShellState(this.settings.unknowns, this.settings.assigned, body => this.substitute(body));
    for (const [name, value] of this.given) this.tell(name, value);
  }

  /** Sets a variable of the environment. */
  tell(name: string, value: string): void {
    this.shell.set(name, value);
    this.shell.export(name);
  }

  /** Runs an item of `commands` and returns its status. */
  runItem(command: BuildCommand): number {
    if (command.shell === undefined) return 0;
    this.current = command;
    this.input = new Input('');
    this.output = new Output();
    const { shell } = this;
    const status = this.catchEnd(() => this.runList(command.shell ?? [], false));
    this.shell = shell;
    return status;
  }

  get here(): Site | undefined {
    return this.site;
  }

  resolve(path: string): string {
    return resolvePath(this.shell.directory.current, path, this.settings.unknowns);
  }

  isFile(path: string): Truth {
    const file = this.resolve(path);
    if (this.files.has(file)) return true;
    return this.settings.products.has(file) ? false : undefined;
  }

  /** What reading cannot tell, decided for this way: the same question has the same answer. */
  decide(question: string): boolean {
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    const parts = this.settings.unknowns.listIn(question);
    if (this.buildFailed && parts.some(part => part.kind === 'computed' && part.source.includes(SUCCEEDING)))
      this.doubt = true;
    const answer = this.settings.choices.choose();
    this.answers.set(question, answer);
    return answer;
  }

  /** Whether the command fails that the shell is about to run. */
  fails(kind: Fault['kind'], key: string): boolean {
    const { fault, site } = this;
    if (fault !== undefined) return fault.kind === kind && fault.key === key && kind !== 'command';
    if (site === undefined || !this.settings.choices.choose()) return false;
    this.fault = { kind, key, site };
    return true;
  }

  /** Runs commands in a shell of their own; what ends it ends only it. */
  apart(shell: ShellState, run: () => void): number {
    const outer = this.shell;
    this.shell = shell;
    const status = this.catchEnd(run);
    this.shell = outer;
    return status;
  }

  /** What commands print, and how they end. */
  capture(run: () => void): string | undefined {
    const { output } = this;
    this.output = new Output();
    try {
      run();
      return this.output.get();
    } finally {
      this.output = output;
    }
  }

  /** Runs the text of a script, whose commands stand for the one that runs it. */
  runScript(text: string): void {
    const list = parse(text);
    if (list === undefined) {
      this.shell.status = 2;
      return;
    }
    this.foreign++;
    try {
      this.deeper(() => this.runList(list, false));
    } finally {
      this.foreign--;
    }
  }

  runFunction({ body, command }: ShellFunction, args: readonly string[], tested: boolean): void {
    const { parameters } = this.shell;
    const { current } = this;
    this.shell.parameters = args;
    this.current = command ?? current;
    try {
      this.deeper(() => this.catchReturn(() => this.runNode(body, tested)));
    } finally {
      this.current = current;
    }
    this.shell.parameters = parameters;
  }

  catchReturn(run: () => void): void {
    try {
      run();
    } catch (signal) {
      if (!(signal instanceof ReturnSignal)) throw signal;
      this.shell.status = signal.status;
    }
  }

  runList(list: ShellList, tested: boolean): void {
    for (const { node, background } of list) {
      if (!background) {
        this.runNode(node, tested);
        continue;
      }
      const job = `job:${this.jobs.size + 1}`;
      this.jobs.set(
        job,
        this.apart(this.shell.fork(), () => this.runNode(node, false))
      );
      this.shell.set('!', job);
      this.shell.status = 0;
    }
  }

  /** @param tested something asks for the status, so that neither `set -e` nor a trap takes it up */
  private runNode(node: ShellNode, tested: boolean): void {
    if (this.steps++ > MAX_STEPS || this.settings.budget.steps-- <= 0) throw new EndOfWay();
    switch (node.kind) {
      case 'simple':
        this.runSimple(node, tested);
        return;
      case 'pipeline':
        this.runPipeline(node, tested);
        return;
      case 'chain':
        for (const [index, { operator, node: link }] of node.links.entries()) {
          const skip = operator === '&&' ? this.shell.status !== 0 : operator === '||' && this.shell.status === 0;
          if (skip) continue;
          this.afterOr = operator === '||';
          this.runNode(link, tested || index < node.links.length - 1);
          this.afterOr = false;
        }
        return;
      case 'if': {
        const taken = node.branches.find(({ condition }) => this.holds(condition));
        if (taken === undefined) this.shell.status = 0;
        this.runList(taken?.body ?? node.otherwise ?? [], tested);
        return;
      }
      case 'loop':
        this.runLoop(node, tested);
        return;
      case 'case':
        this.runCase(node, tested);
        return;
      case 'group':
        this.redirected(node.redirects, () => {
          if (node.subshell)
            this.end(
              this.apart(this.shell.fork(), () => this.runList(node.body, tested)),
              tested
            );
          else this.runList(node.body, tested);
        });
        return;
      case 'function':
        this.shell.functions.set(node.name, {
          body: node.body,
          command: this.foreign === 0 ? this.current : undefined
        });
        this.shell.status = 0;
        return;
    }
  }

  private holds(condition: ShellList): boolean {
    this.runList(condition, true);
    return this.shell.status === 0;
  }

  private runSimple(node: SimpleCommand, tested: boolean): void {
    if (this.foreign === 0 && this.current !== undefined) this.site = { command: this.current, node };
    const { site } = this;
    this.shell.statusBefore = this.shell.status;
    const words = node.words.flatMap(word => this.shell.expander.expand(word));
    if (words.length === 0) {
      this.redirected(node.redirects, () => {
        const values = node.assignments.flatMap(({ value, elements = [] }) => [value, ...elements]);
        const substitutes = [...values, ...node.words].some(word => word.parts.some(part => part.kind === 'command'));
        for (const assignment of node.assignments) this.shell.setFrom(assignment);
        // The status of the last substitution is that of the command.
        if (!substitutes) this.shell.status = 0;
      });
      this.end(this.shell.status, tested);
      return;
    }
    // The substitutions of its words have been run.
    this.site = site;
    const before = node.assignments.map(({ name }) => [name, this.shell.lookUp(name)] as const);
    for (const assignment of node.assignments) {
      this.shell.setFrom(assignment);
      this.shell.export(assignment.name);
    }
    let status = 0;
    this.redirected(node.redirects, () => {
      status = this.settings.runCommand(this, { node, words, tested });
    });
    for (const [name, value] of before) this.shell.set(name, value);
    this.end(status, tested);
  }

  /** How a command ended, and what the shell makes of it: a trap, `set -e`. */
  private end(status: number, tested: boolean): void {
    this.shell.status = status;
    if (status === 0 || tested) return;
    const { errorTrap } = this.shell;
    if (errorTrap !== undefined) {
      this.shell.errorTrap = undefined;
      this.deeper(() => this.runList(errorTrap, true));
      this.shell.errorTrap = errorTrap;
      this.shell.status = status;
    }
    if (this.shell.errexit) throw new ExitSignal(status);
  }

  private runPipeline({ members, negated }: Extract<ShellNode, { kind: 'pipeline' }>, tested: boolean): void {
    const { input } = this;
    const statuses: number[] = [];
    for (const [index, member] of members.entries()) {
      const run = (): void => {
        const only = members.length === 1;
        const status = only
          ? this.runAlone(member)
          : this.apart(this.shell.fork(), () => this.runNode(member, tested || negated || index < members.length - 1));
        statuses.push(status);
      };
      if (index === members.length - 1) run();
      else this.input = new Input(this.capture(run));
    }
    this.input = input;
    this.shell.setElements('PIPESTATUS', statuses.map(String));
    const last = statuses.at(-1) ?? 0;
    const status = this.shell.pipefail ? (statuses.findLast(each => each !== 0) ?? 0) : last;
    if (negated) this.shell.status = Number(status === 0);
    else this.end(status, tested);
  }

  private runAlone(member: ShellNode): number {
    this.runNode(member, true);
    return this.shell.status;
  }

  private runLoop({ loop, variable, words, head, body }: LoopNode, tested: boolean): void {
    const rounds = this.listRounds(loop, words);
    const outer = this.round;
    let status = 0;
    for (let round = 0; ; round++) {
      if (rounds !== undefined && round >= rounds.length) break;
      if (round >= MAX_ROUNDS + (rounds?.length ?? 0)) throw new EndOfWay();
      const value = rounds?.[round];
      this.round = `${outer} ${round}`;
      if (value !== undefined && variable !== '') this.shell.set(variable, value);
      if (rounds === undefined && this.holds(head) !== (loop === 'while')) break;
      this.shell.status = 0;
      const signal = this.catchLoop(() => this.runList(body, tested));
      status = this.shell.status;
      this.round = outer;
      if (signal === undefined) continue;
      if (--signal.levels > 0) throw signal;
      if (signal.kind === 'break') break;
    }
    this.round = outer;
    this.shell.status = status;
  }

  /** undefined for while and until. What is not known stands for two. */
  private listRounds(loop: LoopNode['loop'], words: LoopNode['words']): readonly string[] | undefined {
    if (loop === 'while' || loop === 'until') return undefined;
    if (loop === 'arithmetic') return ['', ''];
    const values =
      words === undefined ? this.shell.parameters : words.flatMap(word => this.shell.expander.expand(word));
    const { unknowns } = this.settings;
    return values.flatMap(value => {
      if (unknowns.listIn(value).length === 0 && !/[*?[]/.test(value)) return [value];
      const source = unknowns.show(value);
      return [1, 2].map(index => unknowns.put({ kind: 'computed', source: `${source} (${index})`, by: 'loop' }));
    });
  }

  private catchLoop(run: () => void): LoopSignal | undefined {
    try {
      run();
    } catch (signal) {
      if (!(signal instanceof LoopSignal)) throw signal;
      this.shell.status = 0;
      return signal;
    }
    return undefined;
  }

  private runCase({ word, items }: Extract<ShellNode, { kind: 'case' }>, tested: boolean): void {
    const value = this.shell.expander.expandWhole(word);
    this.shell.status = 0;
    let through = false;
    for (const item of items) {
      if (!through && !this.matches(value, item)) continue;
      this.runList(item.body, tested);
      if (item.terminator === ';;') return;
      through = item.terminator === ';&';
    }
  }

  private matches(value: string, { patterns }: CaseItem): boolean {
    const { unknowns } = this.settings;
    return patterns.some(word => {
      const text = this.shell.expander.expandWhole(word);
      if (text === value) return true;
      const pattern = readPattern(word, text, unknowns);
      if (pattern === undefined || unknowns.listIn(value).length > 0)
        return text === '*' || this.decide(`case ${value} in ${text}`);
      return pattern.test(value);
    });
  }

  private substitute(body: ShellList): string | undefined {
    let status = 0;
    const { site, input } = this;
    const printed = this.capture(() => {
      const shell = this.shell.fork();
      shell.errexit = false;
      status = this.apart(shell, () => this.runList(body, false));
    });
    this.site = site;
    this.input = input;
    this.shell.status = status;
    if (printed !== undefined) return printed.replace(/\n+$/, '');
    const source = listCommands(body)
      .map(({ words }) => words.map(word => word.source).join(' '))
      .join('; ');
    return this.settings.unknowns.put({ kind: 'computed', source: `$(${source})${this.round}`, by: 'command' });
  }

  /** Files that commands are read from and print into. */
  private redirected(redirects: readonly Redirect[], run: () => void): void {
    const { input, output } = this;
    let target: { readonly path: string; readonly append: boolean } | undefined;
    for (const { operator, descriptor, target: word, body } of redirects) {
      if (body !== undefined) this.input = new Input(this.shell.expander.expandWhole(body));
      else if (operator === '<<<') this.input = new Input(`${this.shell.expander.expandWhole(word)}\n`);
      else if (operator === '<')
        this.input = new Input(this.files.get(this.resolve(this.shell.expander.expandWhole(word))));
      else if (/^>[>|&]?$/.test(operator) && descriptor !== '2') {
        const path = this.shell.expander.expandWhole(word);
        this.output = new Output();
        // `>&2` is not printed; `2>&1` is.
        target = operator === '>&' || path === '/dev/null' ? undefined : { path, append: operator === '>>' };
      }
    }
    try {
      run();
    } finally {
      if (target !== undefined) this.write(target.path, this.output.get(), target.append);
      this.input = input;
      this.output = output;
    }
  }

  write(path: string, text: string | undefined, append: boolean): void {
    const file = this.resolve(path);
    const before = append && this.files.has(file) ? this.files.get(file) : '';
    this.writeFile(file, before === undefined || text === undefined ? undefined : before + text);
  }

  writeFile(file: string, text: string | undefined): void {
    this.files.set(file, text);
    this.writtenAt.set(file, this.steps);
  }

  /** A program has run that may have written, moved or removed any file. */
  noteOpaque(): void {
    this.opaqueAt = this.steps;
  }

  /** Whether a file is still as the command that wrote it left it, as far as can be seen. */
  isSettled(file: string): boolean {
    return this.opaqueAt === undefined || (this.writtenAt.get(file) ?? 0) > this.opaqueAt;
  }

  private deeper(run: () => void): void {
    if (this.depth >= MAX_DEPTH) throw new EndOfWay();
    this.depth++;
    try {
      run();
    } finally {
      this.depth--;
    }
  }

  private catchEnd(run: () => void): number {
    const { depth, foreign } = this;
    try {
      run();
      return this.shell.status;
    } catch (signal) {
      if (signal instanceof ExitSignal || signal instanceof ReturnSignal) return signal.status;
      if (signal instanceof LoopSignal) return 0;
      throw signal;
    } finally {
      this.depth = depth;
      this.foreign = foreign;
    }
  }
}

export function parse(text: string): ShellList | undefined {
  try {
    return readShell(text);
  } catch (error) {
    if (error instanceof ShellSyntaxError) return undefined;
    throw error;
  }
}

/** Where a command stands in the file. */
export function placeOf({ command, node }: Site): ReturnType<typeof placeInCommand> {
  return placeInCommand(command, node.offset);
}
