import { readDocker } from '../buildspec-reader/docker.js';
import type { BuildRun } from '../buildspec-reader/interpret.js';
import { resolvePath } from '../buildspec-reader/paths.js';
import type { Buildspec } from '../buildspec-reader/reader.js';
import type { ShellList, SimpleCommand } from '../buildspec-reader/tree.js';
import { Unknowns, withoutPrivateUse } from '../buildspec-reader/values.js';
import { listCommands, plainText } from '../buildspec-reader/visit.js';
import { Choices } from './choices.js';
import { SUCCEEDING } from './call.js';
import { runCommand } from './commands.js';
import { Machine, type MachineSettings } from './machine.js';
import { runNode } from './nodes.js';
import { EndOfPath } from './signals.js';
import type { Site } from './site.js';

/** Something that happens on a way through the build on which a command fails. */
export interface FlowFact {
  readonly site: Site;
  /** false: a program that is not in the buildspec may prevent it. */
  readonly certain: boolean;
}

/** What comes of failures. */
export interface FlowFacts {
  /** Pushes that run after the build phase failed. */
  readonly afterFailedPhase: readonly FlowFact[];
  /** Builds after whose failure the same phase, or a phase that knows of no failure, pushes. */
  readonly pushedAfter: readonly FlowFact[];
  /** Builds and pushes whose failure does not fail the build. */
  readonly unseen: readonly FlowFact[];
  /** Files that commands leave where nothing fails, by path. */
  readonly files: ReadonlyMap<string, LeftFile>;
  /** A program has run that may have written any file. */
  readonly opaque: boolean;
  /** Every way was followed to its end. */
  readonly complete: boolean;
}

/** A file that a command wrote. */
interface LeftFile {
  /** false: its path holds a part that is not known. */
  readonly known: boolean;
  /** false: a program that ran later may have moved it. */
  readonly settled: boolean;
}

/** Longer ways, and more of them, are not followed; what was found until then stays. */
const MAX_WAYS = 1_000;
const MAX_STEPS = 25_000;

/**
 * Follows every way through a buildspec on which at most one command fails, as CodeBuild goes on after a failure
 * (https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html): the next item runs where the status is 0, a failed build
 * phase is followed by post_build, and `CODEBUILD_BUILD_SUCCEEDING` is 0 then.
 */
export function followFailures(buildspec: Buildspec, run: BuildRun): FlowFacts {
  return new Explorer(buildspec, run).explore();
}

class Explorer {
  private readonly buildspec: Buildspec;
  private readonly unknowns = new Unknowns();
  private readonly choices = new Choices();
  private readonly settings: MachineSettings;
  private readonly afterFailedPhase = new Map<SimpleCommand, FlowFact>();
  private readonly pushedAfter = new Map<SimpleCommand, FlowFact>();
  private readonly files = new Map<string, LeftFile>();
  private opaque = false;
  private readonly unseen = new Map<SimpleCommand, FlowFact>();

  constructor(buildspec: Buildspec, run: BuildRun) {
    this.buildspec = buildspec;
    const { products, images } = this.listProducts(run);
    this.settings = {
      unknowns: this.unknowns,
      choices: this.choices,
      assigned: listAssigned(buildspec),
      products,
      images,
      entered: new Set(),
      budget: { steps: MAX_STEPS },
      runCommand,
      runNode,
      onPush: (site, machine) => this.notePush(site, machine)
    };
  }

  explore(): FlowFacts {
    let more = true;
    for (let ways = 0; more && ways < MAX_WAYS && this.settings.budget.steps > 0; ways++) {
      this.follow();
      more = this.choices.advance();
    }
    return {
      files: this.files,
      opaque: this.opaque,
      complete: !more,
      afterFailedPhase: [...this.afterFailedPhase.values()],
      pushedAfter: [...this.pushedAfter.values()],
      unseen: [...this.unseen.values()]
    };
  }

  private follow(): void {
    const machine = new Machine(this.settings);
    const { variables, parameterStore, secretsManager } = this.buildspec;
    machine.given = [
      ...variables.map(({ name, value }) => [name, withoutPrivateUse(value)] as const),
      ...[...parameterStore, ...secretsManager].map(
        ({ name }) => [name, this.unknowns.put({ kind: 'outside', name, from: 'parameter-store' })] as const
      )
    ];
    machine.restart();
    try {
      const succeeded = this.runPhases(machine);
      const { fault, doubt, mended } = machine;
      if (succeeded && fault === undefined) this.noteFiles(machine);
      if (succeeded && fault !== undefined && fault.kind !== 'command' && !mended)
        note(this.unseen, fault.site, !doubt);
    } catch (signal) {
      if (!(signal instanceof EndOfPath)) throw signal;
    }
  }

  /** Whether the build succeeds. */
  private runPhases(machine: Machine): boolean {
    const separate = this.buildspec.version?.value === '0.1';
    let succeeding = true;
    for (const { name, commands, finallyCommands, onFailure } of this.buildspec.phases) {
      let good = true;
      machine.inBuildPhase = name === 'build';
      const run = (command: (typeof commands)[number]): boolean => {
        if (separate) machine.restart();
        machine.tell(SUCCEEDING, succeeding && good ? '1' : '0');
        return machine.runItem(command) === 0;
      };
      for (const command of commands) {
        good = run(command);
        if (!good) break;
      }
      machine.inBuildPhase = false;
      if (!good && name === 'build') machine.buildFailed = true;
      for (const command of finallyCommands) good = run(command) && good;
      if (good) continue;
      succeeding = false;
      const goesOn = onFailure === undefined ? name === 'build' : onFailure.value === 'CONTINUE';
      if (!goesOn) return false;
    }
    return succeeding;
  }

  private noteFiles(machine: Machine): void {
    this.opaque ||= machine.files.opaque;
    for (const path of machine.files.list()) {
      const known = this.unknowns.listIn(path).length === 0;
      this.files.set(this.unknowns.show(path), { known, settled: machine.files.isSettled(path) });
    }
  }

  private notePush(site: Site, machine: Machine): void {
    const { fault, buildFailed, doubt, mended } = machine;
    if (buildFailed) note(this.afterFailedPhase, site, !doubt);
    else if (fault?.kind === 'build' && !mended) note(this.pushedAfter, fault.site, !doubt);
  }

  /** Files and images that the buildspec makes: before it has, they are not there. */
  private listProducts({ steps, unknowns }: BuildRun): Pick<MachineSettings, 'products' | 'images'> {
    const products = new Set<string>();
    const images = new Set<string>();
    for (const { words, writes, directory } of steps) {
      const call = readDocker(words);
      const written = words[0] === 'touch' ? words.slice(1) : [];
      const id = call?.kind === 'build' && call.imageIdFile !== undefined ? [call.imageIdFile] : [];
      for (const path of writes) products.add(this.translate(path, unknowns));
      for (const path of [...written, ...id])
        products.add(this.translate(resolvePath(directory, path, unknowns), unknowns));
      if (call?.kind === 'build') for (const tag of call.tags) images.add(this.translate(tag, unknowns));
    }
    return { products, images };
  }

  /** Unknown parts of another reading, as they are called in this one. */
  private translate(text: string, unknowns: Unknowns): string {
    return unknowns.fill(text, unknown => this.unknowns.put(unknown));
  }
}

function note(facts: Map<SimpleCommand, FlowFact>, site: Site, certain: boolean): void {
  const known = facts.get(site.node);
  facts.set(site.node, { site, certain: certain || known?.certain === true });
}

/** Names of variables that some command sets, and that are therefore empty until it does. */
function listAssigned({ phases }: Buildspec): ReadonlySet<string> {
  const lists = phases.flatMap(({ commands, finallyCommands }) =>
    [...commands, ...finallyCommands].flatMap(({ shell }) => (shell === undefined ? [] : [shell]))
  );
  return new Set(lists.flatMap(listNamed));
}

function listNamed(list: ShellList): readonly string[] {
  return listCommands(list).flatMap(({ assignments, words }) => {
    const [program, ...args] = words;
    const sets = /^(?:export|declare|local|readonly|typeset|read|mapfile|readarray)$/.test(plainText(program) ?? '');
    const named = sets ? args.flatMap(({ source }) => /^[A-Za-z_]\w*(?==)/.exec(source)?.[0] ?? []) : [];
    return [...assignments.map(({ name }) => name), ...named];
  });
}
