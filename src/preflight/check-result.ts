import type { ErrorRule, RuleName, WarningRule } from '../errors.js';

export const ECS_GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

/** How a check went: all is well; it could not be looked at; worth a thought; a deployment would fail of it. */
export type CheckState = 'ok' | 'skip' | 'warn' | 'ng';

/** One thing that was looked at, and what belongs to it. */
export interface CheckNode {
  readonly label: string;
  /** Its own; of a group that only holds others, the worst of all below it. */
  readonly state: CheckState;
  /** The rule's name, for `warn` and `ng`. */
  readonly code?: RuleName | undefined;
  /** What was found. One sentence or a few words. */
  readonly detail?: string | undefined;
  /** What to do next. */
  readonly next?: string | undefined;
  readonly children: readonly CheckNode[];
}

/** What a check found, before it has a place in the tree. */
export type CheckDetails = Pick<CheckNode, 'state' | 'code' | 'detail' | 'next'>;

const WORST_FIRST: readonly CheckState[] = ['ng', 'warn', 'ok', 'skip'];

export function ok(detail?: string): CheckDetails {
  return { state: 'ok', detail };
}

/** It was not looked at. */
export function skip(detail: string, next?: string): CheckDetails {
  return { state: 'skip', detail, next };
}

export function warn(rule: WarningRule, detail: string, next?: string): CheckDetails {
  return { state: 'warn', code: rule.name, detail, next };
}

export function fail(rule: ErrorRule, detail: string, next: string): CheckDetails {
  return { state: 'ng', code: rule.name, detail, next };
}

/** A node of what was found and what hangs on it. */
export function makeNode(label: string, details: CheckDetails, children: readonly CheckNode[] = []): CheckNode {
  return { label, ...details, children };
}

/** A node that only holds others; `skip` where it holds none that was looked at. */
export function makeGroup(label: string, children: readonly CheckNode[]): CheckNode {
  return { label, state: worstOf(children.flatMap(listNodes).map(({ state }) => state)), children };
}

/** The worst first: `ng`, `warn`, `ok`, `skip`. Nothing skipped spoils what was looked at and found well. */
function worstOf(states: readonly CheckState[]): CheckState {
  return WORST_FIRST.find(state => states.includes(state)) ?? 'skip';
}

/** Every node of a tree, parents first. */
export function listNodes(node: CheckNode): readonly CheckNode[] {
  return [node, ...node.children.flatMap(listNodes)];
}
