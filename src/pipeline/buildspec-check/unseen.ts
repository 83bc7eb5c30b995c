import type { ShellList, ShellNode, SimpleCommand } from '../buildspec-reader/tree.js';
import { listCommandsOf, plainText } from '../buildspec-reader/visit.js';
import type { BuildCommand } from '../buildspec-reader/reader.js';

/** Why nobody sees how a command ends, and what to write so that somebody does. */
export interface UnseenReason {
  readonly how: string;
  readonly next: string;
}

const SET_E = 'Write set -e as the first command of the item, or make an item of each command.';
const FOLLOWED: UnseenReason = { how: 'is followed by other commands of the same item', next: SET_E };
const BACKGROUND: UnseenReason = { how: 'runs in the background (&)', next: 'Leave the & out.' };
const PIPED: UnseenReason = {
  how: 'is at the start of a pipe, which takes the status of its last command',
  next: 'Write set -o pipefail before it (env: shell: bash), or leave the pipe out.'
};
const LOOPED: UnseenReason = {
  how: 'is in a loop, which takes the status of its last round',
  next: 'Write || exit 1 after it, or set -e before the loop.'
};
const ASKED: UnseenReason = {
  how: 'is asked for its status, and the item ends well all the same',
  next: 'End the item with exit 1 where it failed.'
};
const OTHER: UnseenReason = { how: 'does not end the phase', next: 'Let its status be that of the item.' };

/** Looks at where a command stands in its item. What it says holds where it is known that nobody sees its failure. */
export function explainUnseen(command: BuildCommand, node: SimpleCommand): UnseenReason {
  return findInList(command.shell ?? [], node, command) ?? OTHER;
}

function findInList(list: ShellList, node: SimpleCommand, command: BuildCommand): UnseenReason | undefined {
  const index = list.findIndex(statement => listCommandsOf(statement.node).includes(node));
  const statement = list[index];
  if (statement === undefined) return undefined;
  if (statement.background) return BACKGROUND;
  return findInNode(statement.node, node, command) ?? (index < list.length - 1 ? FOLLOWED : undefined);
}

function findInNode(inner: ShellNode, node: SimpleCommand, command: BuildCommand): UnseenReason | undefined {
  switch (inner.kind) {
    case 'simple':
      return undefined;
    case 'pipeline': {
      const at = inner.members.findIndex(member => listCommandsOf(member).includes(node));
      const member = inner.members[at];
      const found = member === undefined ? undefined : findInNode(member, node, command);
      return found ?? (at < inner.members.length - 1 ? PIPED : undefined);
    }
    case 'chain':
      return explainChain(inner, node, command);
    case 'if': {
      if (inner.branches.some(({ condition }) => includes(condition, node))) return ASKED;
      const lists = [...inner.branches.map(({ body }) => body), inner.otherwise ?? []];
      return findInLists(lists, node, command);
    }
    case 'loop':
      if (includes(inner.head, node)) return ASKED;
      return findInList(inner.body, node, command) === BACKGROUND ? BACKGROUND : LOOPED;
    case 'case':
      return findInLists(
        inner.items.map(({ body }) => body),
        node,
        command
      );
    case 'group':
      return findInList(inner.body, node, command);
    case 'function':
      return findInNode(inner.body, node, command);
  }
}

function findInLists(
  lists: readonly ShellList[],
  node: SimpleCommand,
  command: BuildCommand
): UnseenReason | undefined {
  const list = lists.find(each => includes(each, node));
  return list === undefined ? undefined : findInList(list, node, command);
}

/** `|| true`, `|| echo …`: whatever happens, it went well. */
function explainChain(
  { links }: Extract<ShellNode, { kind: 'chain' }>,
  node: SimpleCommand,
  command: BuildCommand
): UnseenReason | undefined {
  const at = links.findIndex(link => listCommandsOf(link.node).includes(node));
  const excuse = links.slice(at + 1).find(({ operator }) => operator === '||');
  if (excuse === undefined) {
    const link = links[at];
    return link === undefined ? undefined : findInNode(link.node, node, command);
  }
  const [said] = listCommandsOf(excuse.node);
  const isPlain =
    excuse.node.kind === 'simple' && /^(?:true|:|echo|printf)$/.test(plainText(excuse.node.words[0]) ?? '');
  if (said === undefined || !isPlain) return ASKED;
  return { how: `is excused by || ${command.text.slice(said.offset, said.end)}`, next: 'Leave it out.' };
}

function includes(list: ShellList, node: SimpleCommand): boolean {
  return list.some(statement => listCommandsOf(statement.node).includes(node));
}
