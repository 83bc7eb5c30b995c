import type { ShellList, ShellNode, SimpleCommand, Word } from './tree.js';

/** Every simple command of a list in the order in which they are written: those in branches, functions and substitutions too. */
export function listCommands(list: ShellList): readonly SimpleCommand[] {
  return list.flatMap(({ node }) => listCommandsOf(node));
}

export function listCommandsOf(node: ShellNode): readonly SimpleCommand[] {
  switch (node.kind) {
    case 'simple': {
      const words = [
        ...node.assignments.flatMap(({ value, elements = [] }) => [value, ...elements]),
        ...node.words,
        ...node.redirects.flatMap(({ target, body }) => (body === undefined ? [target] : [target, body]))
      ];
      return [...words.flatMap(listNested), node];
    }
    case 'pipeline':
      return node.members.flatMap(listCommandsOf);
    case 'chain':
      return node.links.flatMap(link => listCommandsOf(link.node));
    case 'if':
      return [
        ...node.branches.flatMap(({ condition, body }) => [...listCommands(condition), ...listCommands(body)]),
        ...listCommands(node.otherwise ?? [])
      ];
    case 'loop':
      return [...(node.words ?? []).flatMap(listNested), ...listCommands(node.head), ...listCommands(node.body)];
    case 'case':
      return [...listNested(node.word), ...node.items.flatMap(({ body }) => listCommands(body))];
    case 'group':
      return [...listCommands(node.body), ...node.redirects.flatMap(({ target }) => listNested(target))];
    case 'function':
      return listCommandsOf(node.body);
  }
}

function listNested(word: Word): readonly SimpleCommand[] {
  return word.parts.flatMap(part => {
    if (part.kind === 'command') return listCommands(part.body);
    return part.kind === 'variable' && part.operand !== undefined ? listNested(part.operand) : [];
  });
}

/** The text of a word in which nothing is expanded; undefined if something is. */
export function plainText(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  const texts = word.parts.map(part => (part.kind === 'text' ? part.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}
