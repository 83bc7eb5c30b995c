import { resolvePath } from '../buildspec-reader/paths.js';
import type { BuildCommand } from '../buildspec-reader/reader.js';
import type { ShellList, ShellNode, SimpleCommand } from '../buildspec-reader/tree.js';
import type { Unknowns } from '../buildspec-reader/values.js';
import { listCommands } from '../buildspec-reader/visit.js';
import { SUCCEEDING, type Call } from './call.js';
import type { Choices } from './choices.js';
import type { Truth } from './conditions.js';
import { parseScript } from './parse-script.js';
import { Input, Output, ShellState, type ShellFunction } from './shell-state.js';
import { EndOfPath, ExitSignal, LoopSignal, ReturnSignal } from './signals.js';
import type { Fault, Site } from './site.js';
import { WrittenFiles } from './written-files.js';

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
  /** Runs a node of a shell's syntax tree. */
  readonly runNode: (machine: Machine, node: ShellNode, tested: boolean) => void;
  readonly onPush: (site: Site, machine: Machine) => void;
}

const MAX_STEPS = 2_000;
const MAX_DEPTH = 12;

/**
 * A shell that runs the commands of a buildspec in thought: it knows variables, options, folders, files that commands write, and how each
 * command ends. Where a status cannot be known, `choices` decides; at most one build, push or other command fails on a way.
 */
export class Machine {
  readonly settings: MachineSettings;
  shell: ShellState;
  readonly files = new WrittenFiles(() => this.steps);
  readonly builtImages = new Set<string>();
  /** The environment that every shell begins with. */
  given: readonly (readonly [name: string, value: string])[] = [];
  readonly jobs = new Map<string, number>();
  fault: Fault | undefined;
  /** The build that failed was tried again in other words, and that one made the image. */
  mended = false;
  /** The commands run in the build phase, where any that fails fails the build. */
  inBuildPhase = false;
  /** A command of the build phase failed. */
  buildFailed = false;
  /** A program that is not in the buildspec may have looked at whether the build failed. */
  doubt = false;
  /** The command runs because another failed: `test … || die`. */
  afterOr = false;
  /** The command that runs. */
  here: Site | undefined;
  /** The rounds of the loops around that command: what it prints may differ in each. */
  round = '';
  input = new Input('');
  output = new Output();
  private readonly answers = new Map<string, boolean>();
  private current: BuildCommand | undefined;
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

  /**
   * Whether the command fails that the shell is about to run.
   *
   * @param images the names that a build gives its image
   */
  fails(kind: Fault['kind'], key: string, images: readonly string[] = []): boolean {
    const { fault, here } = this;
    if (fault !== undefined) return fault.kind === kind && fault.key === key && kind !== 'command';
    if (here === undefined || !this.settings.choices.choose()) return false;
    this.fault = { kind, key, site: here, images };
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
    const list = parseScript(text);
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
  runNode(node: ShellNode, tested: boolean): void {
    if (this.steps++ > MAX_STEPS || this.settings.budget.steps-- <= 0) throw new EndOfPath();
    this.settings.runNode(this, node, tested);
  }

  /** Whether the commands of a condition end with the status 0. */
  holds(condition: ShellList): boolean {
    this.runList(condition, true);
    return this.shell.status === 0;
  }

  /** Makes a function known. One that a script defines has no command of the buildspec. */
  define(name: string, body: ShellNode): void {
    this.shell.functions.set(name, { body, command: this.foreign === 0 ? this.current : undefined });
  }

  /** Notes which command runs; one in a script stands for the command of the buildspec that runs the script. */
  enter(node: SimpleCommand): void {
    if (this.foreign === 0 && this.current !== undefined) this.here = { command: this.current, node };
  }

  /** How a command ended, and what the shell makes of it: a trap, `set -e`. */
  end(status: number, tested: boolean): void {
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

  private substitute(body: ShellList): string | undefined {
    let status = 0;
    const { here, input } = this;
    const printed = this.capture(() => {
      const shell = this.shell.fork();
      shell.errexit = false;
      status = this.apart(shell, () => this.runList(body, false));
    });
    this.here = here;
    this.input = input;
    this.shell.status = status;
    if (printed !== undefined) return printed.replace(/\n+$/, '');
    const source = listCommands(body)
      .map(({ words }) => words.map(word => word.source).join(' '))
      .join('; ');
    return this.settings.unknowns.put({ kind: 'computed', source: `$(${source})${this.round}`, by: 'command' });
  }

  write(path: string, text: string | undefined, append: boolean): void {
    const file = this.resolve(path);
    if (append) this.files.append(file, text);
    else this.files.set(file, text);
  }

  private deeper(run: () => void): void {
    if (this.depth >= MAX_DEPTH) throw new EndOfPath();
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
