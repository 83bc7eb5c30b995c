import { RuleList, type SourceLocation } from '../../errors.js';
import { findUnguardedPushes, setsErrexit, type GuardContext } from './guard.js';
import type { Report } from './finding.js';
import { readDocker } from '../buildspec-reader/docker.js';
import type { BuildRun } from '../buildspec-reader/interpret.js';
import type { ShellList, ShellNode, SimpleCommand } from '../buildspec-reader/tree.js';
import { listCommands, listCommandsOf, plainText } from '../buildspec-reader/visit.js';
import { placeInCommand, type BuildCommand, type Buildspec } from '../buildspec-reader/reader.js';

const PHASES_PAGE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html';

export const PUSH_RULES = new RuleList();
const PUSH_AFTER_FAILED_BUILD = PUSH_RULES.add(
  'push-after-failed-build',
  'error',
  'An image is pushed even if the build failed, because post_build runs then too.',
  PHASES_PAGE
);
const UNSEEN_FAILURE = PUSH_RULES.add(
  'unseen-failure',
  'error',
  'A failed build does not fail the phase.',
  PHASES_PAGE
);

const GUARD = 'test "$CODEBUILD_BUILD_SUCCEEDING" = 1';
/** Commands that cannot fail, or whose failure says nothing about the image. */
const HARMLESS =
  /^(?:echo|printf|date|ls|pwd|cat|env|printenv|true|:|set|export|cd|sleep|whoami|uname|which|du|df|free|tree)$/;

/** A push that runs although the image was not built, and builds and pushes whose failure nobody sees. */
export function checkPushes(buildspec: Buildspec, run: BuildRun, report: Report): void {
  checkAfterFailedBuild(buildspec, run, report);
  for (const { commands, finallyCommands } of buildspec.phases) {
    const state = { errexit: false, pipefail: false };
    for (const command of [...commands, ...finallyCommands]) {
      if (command.shell !== undefined) new UnseenFailures(command, report, state).walkList(command.shell, true);
    }
  }
}

/**
 * After a failed BUILD phase CodeBuild runs POST_BUILD all the same
 * (https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html), and `finally` after a failed command.
 */
function checkAfterFailedBuild(buildspec: Buildspec, run: BuildRun, report: Report): void {
  const build = buildspec.phases.find(({ name }) => name === 'build');
  const post = buildspec.phases.find(({ name }) => name === 'post_build');
  if (build === undefined || !build.commands.some(canFail)) return;
  const context: GuardContext = { markers: findMarkers(run), isPush };
  const lists: (readonly BuildCommand[])[] = [build.finallyCommands];
  // The phase that failed then ends the build.
  if (build.onFailure?.value !== 'ABORT') lists.push([...(post?.commands ?? []), ...(post?.finallyCommands ?? [])]);
  for (const commands of lists) {
    const [first] = findPlaces(commands, context);
    if (first === undefined) continue;
    const { command, place, others } = first;
    const where = command.phase === 'build' ? 'finally of the build phase' : 'post_build';
    const more = others === 0 ? '' : ` (and ${others} more)`;
    const what = `The push${more} runs in ${where} also after the build phase failed: it may push an image that was not built or not tested, and it hides the cause.`;
    const next =
      command.phase === 'build'
        ? 'Move it to the end of commands.'
        : `Write as the first command of post_build: - ${GUARD}. Or push at the end of the build phase.`;
    report('error', PUSH_AFTER_FAILED_BUILD, place, what, next);
  }
}

function findPlaces(
  commands: readonly BuildCommand[],
  context: GuardContext
): readonly { readonly command: BuildCommand; readonly place: SourceLocation; readonly others: number }[] {
  const found = findUnguardedPushes(
    commands.map(({ shell }) => shell ?? []),
    context
  );
  const pushes = new Set(found);
  const places = commands.flatMap(command =>
    listCommands(command.shell ?? [])
      .filter(node => pushes.has(node))
      .map(node => ({ command, place: placeInCommand(command, node.offset) }))
  );
  return places.map((place, index) => ({ ...place, others: places.length - index - 1 }));
}

function canFail({ shell }: BuildCommand): boolean {
  return listCommands(shell ?? []).some(({ words }) => {
    const [first] = words;
    return first !== undefined && !HARMLESS.test(plainText(first) ?? '');
  });
}

/** Files that the build phase writes at or after the first `docker build`. */
function findMarkers({ steps, unknowns }: BuildRun): ReadonlySet<string> {
  const inBuild = steps.filter(({ command }) => command.phase === 'build' && command.list === 'commands');
  const start = inBuild.findIndex(({ words }) => readDocker(words)?.kind === 'build');
  if (start < 0) return new Set();
  const files = inBuild.slice(start).flatMap(({ words, writes }) => {
    const call = readDocker(words);
    if (call?.kind === 'build') return call.imageIdFile ?? [];
    return words[0] === 'touch' ? words.slice(1) : writes;
  });
  return new Set(files.map(file => unknowns.show(file)));
}

function isPush(command: SimpleCommand): boolean {
  const call = readCall(command);
  return call?.kind === 'push' || (call?.kind === 'build' && call.push);
}

function readCall({ words }: SimpleCommand): ReturnType<typeof readDocker> {
  return readDocker(words.map(word => plainText(word) ?? word.source));
}

interface ShellState {
  errexit: boolean;
  pipefail: boolean;
}

/** Goes through one item and tells the builds and pushes whose failure does not stop what comes after. */
class UnseenFailures {
  private readonly command: BuildCommand;
  private readonly report: Report;
  private readonly state: ShellState;

  constructor(command: BuildCommand, report: Report, state: ShellState) {
    this.command = command;
    this.report = report;
    this.state = state;
  }

  /** @param lastCounts whether the status of the last command is seen by who comes after */
  walkList(list: ShellList, lastCounts: boolean): void {
    for (const [index, { node, background }] of list.entries()) {
      const rest = list.slice(index + 1).map(statement => statement.node);
      const counts = this.state.errexit || (lastCounts && rest.length === 0);
      if (background) this.reportAll(node, 'runs in the background (&)', 'Leave the & out.', []);
      else this.walkNode(node, counts, rest);
    }
  }

  private walkNode(node: ShellNode, counts: boolean, rest: readonly ShellNode[]): void {
    switch (node.kind) {
      case 'simple': {
        const words = node.words.map(plainText);
        if (setsErrexit(node)) this.state.errexit = true;
        if (words[0] === 'set' && words.includes('pipefail')) this.state.pipefail = true;
        if (!counts) this.reportAll(node, 'is followed by other commands of the same item', SET_E, rest);
        return;
      }
      case 'pipeline':
        this.walkPipeline(node, counts, rest);
        return;
      case 'chain': {
        const last = node.links.at(-1);
        if (last?.operator === '||' && isExcuse(last.node)) {
          const said = listCommandsOf(last.node)[0];
          const excuse = said === undefined ? 'true' : this.command.text.slice(said.offset, said.end);
          for (const link of node.links.slice(0, -1))
            this.reportAll(link.node, `is excused by || ${excuse}`, 'Leave it out.', rest);
        } else if (!counts) this.reportAll(node, 'is followed by other commands of the same item', SET_E, rest);
        return;
      }
      case 'if':
        for (const { body } of node.branches) this.walkList(body, counts);
        this.walkList(node.otherwise ?? [], counts);
        return;
      case 'loop':
        this.walkList(node.body, counts);
        return;
      case 'case':
        for (const { body } of node.items) this.walkList(body, counts);
        return;
      case 'group':
        this.walkList(node.body, counts);
        return;
      case 'function':
        this.walkNode(node.body, true, []);
        return;
    }
  }

  private walkPipeline(
    node: Extract<ShellNode, { kind: 'pipeline' }>,
    counts: boolean,
    rest: readonly ShellNode[]
  ): void {
    if (!this.state.pipefail) {
      for (const member of node.members.slice(0, -1)) {
        const next = 'Write set -o pipefail before it (env: shell: bash), or leave the pipe out.';
        this.reportAll(member, 'is at the start of a pipe, which takes the status of its last command', next, rest);
      }
    }
    const last = node.members.at(-1);
    if (last !== undefined && !counts) this.walkNode(last, false, rest);
  }

  private reportAll(node: ShellNode, how: string, next: string, rest: readonly ShellNode[]): void {
    if (rest[0] !== undefined && asksStatus(rest[0])) return;
    for (const command of listCommandsOf(node)) {
      const call = readCall(command);
      if (call?.kind !== 'build' && call?.kind !== 'push') continue;
      const place = placeInCommand(this.command, command.offset);
      const pushes = call.kind === 'build' && rest.flatMap(listCommandsOf).some(isPush);
      const what = `If docker ${call.kind} fails, nobody sees it: it ${how}${pushes ? ', and the push comes all the same' : ''}.`;
      this.report('error', pushes ? PUSH_AFTER_FAILED_BUILD : UNSEEN_FAILURE, place, what, next);
    }
  }
}

/** The next command looks at `$?`. */
function asksStatus(node: ShellNode): boolean {
  return listCommandsOf(node).some(({ words, assignments }) =>
    [...words, ...assignments.map(({ value }) => value)].some(word =>
      word.parts.some(part => part.kind === 'variable' && part.name === '?')
    )
  );
}

const SET_E = 'Write set -e as the first command of the item, or make an item of each command.';

/** `|| true`, `|| echo …`: whatever happens, it went well. */
function isExcuse(node: ShellNode): boolean {
  return node.kind === 'simple' && /^(?:true|:|echo|printf)$/.test(plainText(node.words[0]) ?? '');
}
