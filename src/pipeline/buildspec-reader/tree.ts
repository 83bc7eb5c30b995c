/** Commands one after the other. */
export type ShellList = readonly Statement[];

interface Statement {
  readonly node: ShellNode;
  /** Ends with `&`: the shell does not wait, and nobody sees how it ends. */
  readonly background: boolean;
}

export type ShellNode =
  | SimpleCommand
  | { readonly kind: 'pipeline'; readonly members: readonly ShellNode[]; readonly negated: boolean }
  | { readonly kind: 'chain'; readonly links: readonly ChainLink[] }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: ShellList | undefined }
  | LoopNode
  | { readonly kind: 'case'; readonly word: Word; readonly items: readonly CaseItem[] }
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

/** A loop: `head` is the condition of while and until, and empty for the others. */
export interface LoopNode {
  readonly kind: 'loop';
  readonly loop: 'for' | 'while' | 'until' | 'arithmetic' | 'select';
  /** What `for` and `select` set; empty for the others. */
  readonly variable: string;
  /** What `for` and `select` go through; undefined: the positional parameters. */
  readonly words: readonly Word[] | undefined;
  readonly head: ShellList;
  readonly body: ShellList;
}

export interface CaseItem {
  readonly patterns: readonly Word[];
  readonly body: ShellList;
  /** `;&` goes on with the next body, `;;&` with the next patterns. */
  readonly terminator: ';;' | ';&' | ';;&';
}

export interface ChainLink {
  /** How it hangs on the link before it; undefined for the first. */
  readonly operator: '&&' | '||' | undefined;
  readonly node: ShellNode;
}

interface Branch {
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
  /** `A+=b` */
  readonly append: boolean;
  /** The elements of `A=(b c)`; `value` is then opaque. */
  readonly elements: readonly Word[] | undefined;
}

export interface Redirect {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `&>` … without the descriptor. */
  readonly operator: string;
  readonly descriptor: string;
  readonly target: Word;
  /** What a here-document holds. */
  readonly body: Word | undefined;
}

/** A word of a shell command, before the shell puts anything in. */
export interface Word {
  readonly parts: readonly WordPart[];
  /** As it is written. */
  readonly source: string;
}

export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  /** `$NAME`, or `${NAME<operator><operand>}`, as in `${COMMIT_HASH:=latest}`. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly operator: string;
      readonly operand: Word | undefined;
      readonly quoted: boolean;
      readonly source: string;
    }
  /** `${NAME[@]}`: every element a field of its own where it is quoted. */
  | { readonly kind: 'elements'; readonly name: string; readonly quoted: boolean; readonly source: string }
  | { readonly kind: 'command'; readonly body: ShellList; readonly quoted: boolean; readonly source: string }
  /** Arithmetic, process substitution and the like, as it is written. */
  | { readonly kind: 'opaque'; readonly source: string; readonly quoted: boolean };
