import type { ShellList, ShellNode, SimpleCommand, Word } from '../buildspec-reader/tree.js';
import { readShell } from '../buildspec-reader/shell.js';
import { plainText } from '../buildspec-reader/visit.js';

const SUCCEEDING = 'CODEBUILD_BUILD_SUCCEEDING';

/** What a condition says when it is true: the build went well so far, or it failed; undefined: it asks something else. */
type Verdict = 'succeeding' | 'failed' | undefined;

/** What is known beside the commands themselves. */
export interface GuardContext {
  /** Files that only a build that went well leaves behind, so that asking for one asks for that. */
  readonly markers: ReadonlySet<string>;
  /** Whether a command pushes an image. */
  readonly isPush: (command: SimpleCommand) => boolean;
}

/**
 * Finds the pushes of a phase that run although the build failed. A guard is a look at `CODEBUILD_BUILD_SUCCEEDING` (or at a file
 * that the build phase leaves behind) that ends the phase before the push, or around it.
 */
export function findUnguardedPushes(lists: readonly ShellList[], context: GuardContext): readonly SimpleCommand[] {
  const walker = new GuardWalker(context);
  for (const list of lists) walker.walkItem(list);
  return walker.found;
}

/** Whether the shell stops at the first command that fails, from here on. */
export function setsErrexit({ words }: SimpleCommand): boolean {
  const [program, ...args] = words.map(plainText);
  if (program !== 'set') return false;
  return args.some((arg, index) => /^-[a-zA-Z]*e/.test(arg ?? '') || (arg === '-o' && args[index + 1] === 'errexit'));
}

class GuardWalker {
  readonly found: SimpleCommand[] = [];
  private readonly context: GuardContext;
  private readonly functions = new Map<string, ShellNode>();
  /** Variables that hold what `CODEBUILD_BUILD_SUCCEEDING` does. */
  private readonly names = new Set([SUCCEEDING]);
  private guarded = false;
  private strict = false;
  private depth = 0;

  constructor(context: GuardContext) {
    this.context = context;
  }

  /** One item of `commands`. CodeBuild ends the phase where the status of its last command is not 0. */
  walkItem(list: ShellList): void {
    this.walkList(list, true);
  }

  private walkList(list: ShellList, lastCounts: boolean): void {
    for (const [index, { node }] of list.entries()) {
      this.walkNode(node, this.strict || (lastCounts && index === list.length - 1));
    }
  }

  /** @param counts whether a status that is not 0 ends the phase here */
  private walkNode(node: ShellNode, counts: boolean): void {
    switch (node.kind) {
      case 'simple':
        this.walkSimple(node, counts);
        return;
      case 'pipeline':
        for (const member of node.members) this.walkNode(member, false);
        if (counts && this.judge(node) === 'succeeding') this.guarded = true;
        return;
      case 'chain':
        this.walkChain(node, counts);
        return;
      case 'if':
        this.walkIf(node, counts);
        return;
      case 'loop':
        this.within(() => this.walkList(node.body, counts));
        return;
      case 'case':
        for (const { body } of node.items) this.within(() => this.walkList(body, counts));
        return;
      case 'group':
        this.walkList(node.body, counts);
        return;
      case 'function':
        this.functions.set(node.name, node.body);
        return;
    }
  }

  private walkSimple(node: SimpleCommand, counts: boolean): void {
    for (const { name, value } of node.assignments) {
      const [only] = value.parts;
      if (value.parts.length === 1 && only?.kind === 'variable' && this.names.has(only.name)) this.names.add(name);
    }
    if (setsErrexit(node)) this.strict = true;
    if (!this.guarded && this.context.isPush(node)) this.found.push(node);
    const script = readScript(node);
    if (script !== undefined) {
      this.walkScript(script, counts);
      return;
    }
    if (counts && this.judge(node) === 'succeeding') this.guarded = true;
    const body = this.functions.get(plainText(node.words[0]) ?? '');
    if (body === undefined || this.depth > 4) return;
    this.depth++;
    this.walkNode(body, counts);
    this.depth--;
  }

  /** `bash -c '…'` ends itself and not the phase; the phase ends where its status counts. */
  private walkScript(script: ShellList, counts: boolean): void {
    const before = this.guarded;
    const { strict } = this;
    this.strict = false;
    this.walkList(script, true);
    this.strict = strict;
    if (!counts) this.guarded = before;
  }

  private walkChain(node: Extract<ShellNode, { kind: 'chain' }>, counts: boolean): void {
    const before = this.guarded;
    let known: Verdict;
    let ends = false;
    for (const [index, { operator, node: link }] of node.links.entries()) {
      // After `&&` what was asked is so, after `||` it is not.
      const verdict = operator === '||' ? opposite(known) : known;
      if (index > 0 && verdict === 'failed' && terminates(link)) ends = true;
      this.guarded = before || (index > 0 && verdict === 'succeeding');
      const last = index === node.links.length - 1;
      this.walkNode(link, counts && last && index === 0);
      if (index === 0) known = this.judge(link);
      else if (operator === '&&' && known === undefined)
        known = this.judge(link) === 'succeeding' ? 'succeeding' : undefined;
    }
    const [first, ...others] = node.links;
    // `test … && echo` at the end of an item fails with the test.
    const failsWithTest =
      counts &&
      first !== undefined &&
      this.judge(first.node) === 'succeeding' &&
      others.every(({ operator }) => operator === '&&');
    this.guarded = before || ends || failsWithTest;
  }

  private walkIf(node: Extract<ShellNode, { kind: 'if' }>, counts: boolean): void {
    const before = this.guarded;
    let ends = false;
    let rest: Verdict;
    for (const { condition, body } of node.branches) {
      this.guarded = before || rest === 'succeeding';
      this.walkList(condition, false);
      const last = condition.at(-1);
      const verdict = last === undefined ? undefined : this.judge(last.node);
      this.within(() => this.walkList(body, counts), before || rest === 'succeeding' || verdict === 'succeeding');
      if (verdict === 'failed' && body.some(({ node: inner }) => terminates(inner))) ends = true;
      rest = opposite(verdict) ?? rest;
    }
    const { otherwise } = node;
    if (otherwise !== undefined) {
      this.within(() => this.walkList(otherwise, counts), before || rest === 'succeeding');
      if (rest === 'failed' && otherwise.some(({ node: inner }) => terminates(inner))) ends = true;
    }
    this.guarded = before || ends;
  }

  private within(body: () => void, guarded = this.guarded): void {
    const before = this.guarded;
    this.guarded = guarded;
    body();
    this.guarded = before;
  }

  private judge(node: ShellNode): Verdict {
    if (node.kind === 'pipeline' && node.members.length === 1 && node.negated) {
      const [member] = node.members;
      return member === undefined ? undefined : opposite(this.judge(member));
    }
    if (node.kind !== 'simple') return undefined;
    const { words } = node;
    const program = plainText(words[0]);
    if (program === undefined) return this.judgeArithmetic(words[0]);
    if (!['test', '[', '[['].includes(program)) return undefined;
    const inner = words.slice(1, program === 'test' ? undefined : -1);
    return this.judgeTest(inner);
  }

  private judgeTest(words: readonly Word[]): Verdict {
    if (plainText(words[0]) === '!') return opposite(this.judgeTest(words.slice(1)));
    const alternatives = splitAt(words, /^(?:-o|\|\|)$/);
    const [only] = alternatives;
    if (alternatives.length > 1 || only === undefined) {
      // "It failed, or …" is true whenever it failed; "it went well, or …" says nothing.
      return alternatives.some(part => this.judgeTest(part) === 'failed') ? 'failed' : undefined;
    }
    const parts = splitAt(only, /^(?:-a|&&)$/);
    if (parts.length > 1) return parts.some(part => this.judgeTest(part) === 'succeeding') ? 'succeeding' : undefined;
    return this.judgeComparison(only);
  }

  private judgeComparison(words: readonly Word[]): Verdict {
    const [left, sign, right] = words;
    if (/^-[efs]$/.test(plainText(left) ?? '') && sign !== undefined && words.length === 2)
      return this.context.markers.has(sign.source.replace(/["']/g, '')) ? 'succeeding' : undefined;
    if (left === undefined || right === undefined || words.length !== 3) return undefined;
    if (!this.asks(left) && !this.asks(right)) return undefined;
    const value = (this.asks(left) ? right : left).source.replace(/[^\w]/g, '');
    if (value !== '0' && value !== '1') return undefined;
    const operator = plainText(sign) ?? '';
    if (/^(?:=|==|-eq)$/.test(operator)) return value === '1' ? 'succeeding' : 'failed';
    if (/^(?:!=|-ne)$/.test(operator)) return value === '1' ? 'failed' : 'succeeding';
    if (operator === '-gt' && value === '0') return 'succeeding';
    if (operator === '-ge' && value === '1') return 'succeeding';
    return (operator === '-lt' && value === '1') || (operator === '-le' && value === '0') ? 'failed' : undefined;
  }

  /** `(( CODEBUILD_BUILD_SUCCEEDING ))` */
  private judgeArithmetic(word: Word | undefined): Verdict {
    const inner = /^\(\((.*)\)\)$/.exec(word?.source ?? '')?.[1]?.replace(/[\s${}]/g, '') ?? '';
    if (inner === SUCCEEDING || inner === `${SUCCEEDING}==1`) return 'succeeding';
    return inner === `!${SUCCEEDING}` || inner === `${SUCCEEDING}==0` ? 'failed' : undefined;
  }

  private asks(word: Word): boolean {
    return word.parts.some(part => part.kind === 'variable' && this.names.has(part.name));
  }
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === undefined) return undefined;
  return verdict === 'succeeding' ? 'failed' : 'succeeding';
}

/** Whether nothing after it runs: `exit`, `return`, `false`, stopping the build, alone or as the end of a group. */
function terminates(node: ShellNode): boolean {
  if (node.kind === 'group') return node.body.some(({ node: inner }) => terminates(inner));
  if (node.kind === 'chain') return node.links.some(({ node: link }) => terminates(link));
  if (node.kind !== 'simple') return false;
  const words = node.words.map(plainText);
  return /^(?:exit|return|false)$/.test(words[0] ?? '') || (words[0] === 'aws' && words.includes('stop-build'));
}

/** The commands that `bash -c` is given. What the outer shell puts in stays a variable. */
function readScript({ words }: SimpleCommand): ShellList | undefined {
  const [program, flag, script] = words;
  if (!/^(?:.*\/)?(?:ba)?sh$/.test(plainText(program) ?? '') || !/^-[a-z]*c$/.test(plainText(flag) ?? ''))
    return undefined;
  const text = script?.parts.map(part => (part.kind === 'text' ? part.text : part.source)).join('');
  try {
    return text === undefined ? undefined : readShell(text);
  } catch {
    return undefined;
  }
}

function splitAt(words: readonly Word[], separator: RegExp): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (separator.test(plainText(word) ?? '')) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}
