import type { Word } from './words.js';

/** Commands one after the other. */
export type ShellList = readonly Statement[];

export interface Statement {
  readonly node: ShellNode;
  /** Ends with `&`: the shell does not wait, and nobody sees how it ends. */
  readonly background: boolean;
}

export type ShellNode =
  | SimpleCommand
  | { readonly kind: 'pipeline'; readonly members: readonly ShellNode[]; readonly negated: boolean }
  | { readonly kind: 'chain'; readonly links: readonly ChainLink[] }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: ShellList | undefined }
  /** A loop: `head` is the condition of while and until, and empty for `for`. */
  | { readonly kind: 'loop'; readonly head: ShellList; readonly body: ShellList }
  | { readonly kind: 'case'; readonly bodies: readonly ShellList[] }
  | {
      readonly kind: 'group';
      readonly body: ShellList;
      readonly subshell: boolean;
      /** Of the group as a whole: `{ …; } > file`. */
      readonly redirects: readonly Redirect[];
      readonly offset: number;
      readonly end: number;
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: ShellNode };

export interface ChainLink {
  /** How it hangs on the link before it; undefined for the first. */
  readonly operator: '&&' | '||' | undefined;
  readonly node: ShellNode;
}

export interface Branch {
  readonly condition: ShellList;
  readonly body: ShellList;
}

export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** Where it starts in the text. */
  readonly offset: number;
  /** Where it ends. */
  readonly end: number;
}

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

export interface Redirect {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `&>` … without the descriptor. */
  readonly operator: string;
  readonly descriptor: string;
  readonly target: Word;
  /** What a here-document holds. */
  readonly body: Word | undefined;
}
