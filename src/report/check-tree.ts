import type { CheckNode, CheckState } from '../preflight/check-result.js';

const WORDS: Readonly<Record<CheckState, string>> = { ok: 'OK', skip: 'SKIP', warn: 'WARN', ng: 'NG' };

/** The tree as text, a line a node below its own parent, and a line that counts. What is to be done stands below what is wrong. */
export function renderTree(root: CheckNode): string {
  return `${[...root.children.flatMap(node => renderNode(node, '')), countStates(root)].join('\n')}\n`;
}

/** `12 OK, 1 SKIP`: of the things that were looked at, not of the groups that hold them. */
export function countStates(root: CheckNode): string {
  const own = listFound(root);
  return (['ok', 'skip', 'warn', 'ng'] as const)
    .map(state => [state, own.filter(node => node.state === state).length] as const)
    .filter(([state, count]) => count > 0 || state === 'ok')
    .map(([state, count]) => `${count} ${WORDS[state]}`)
    .join(', ');
}

function renderNode(node: CheckNode, indent: string): readonly string[] {
  const { label, state, detail, next, children, code } = node;
  const rule = code === undefined ? '' : ` [${code}]`;
  const said = detail === undefined || detail === '' ? '' : `: ${detail}`;
  const advice = next === undefined || next === '' || state === 'ok' ? [] : [`${indent}      ${next}`];
  return [
    `${indent}${WORDS[state].padEnd(4)}  ${label}${said}${rule}`,
    ...advice,
    ...children.flatMap(child => renderNode(child, `${indent}  `))
  ];
}

/** What a deployment would fail of, a sentence each with what it is about and what to do: `role ecsTask: it does not exist. Create it.` */
export function listFailures(root: CheckNode): readonly string[] {
  return listFound(root)
    .filter(({ state }) => state === 'ng')
    .map(({ label, detail = 'a deployment would fail', next = '' }) => {
      const what = `${label}: ${detail}`.replace(/[.\s]+$/, '');
      return next === '' ? `${what}.` : `${what}. ${next}`;
    });
}

/** The nodes with a finding of their own. */
function listFound(node: CheckNode): readonly CheckNode[] {
  const isGroup = node.children.length > 0 && node.detail === undefined;
  return [...(isGroup ? [] : [node]), ...node.children.flatMap(listFound)];
}
