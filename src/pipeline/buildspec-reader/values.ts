import type { Token } from '../../text/tokens.js';

/**
 * What is not known when a buildspec is read. In a value each stands as one character of Unicode's private use area, so that values stay
 * plain strings: they can be cut, compared and searched, and the unknown parts come through.
 */
export type Unknown =
  /** The commit's SHA, or its first characters. */
  | { readonly kind: 'commit'; readonly length: number | undefined }
  | { readonly kind: 'account' }
  | { readonly kind: 'region' }
  /** `CODEBUILD_SRC_DIR`. */
  | { readonly kind: 'source-directory' }
  /** A variable that no command sets: the CodeBuild project gives it, or `env` takes it from a store. */
  | { readonly kind: 'outside'; readonly name: string; readonly from: VariableStore }
  /** The digest reference of an image that was pushed. */
  | { readonly kind: 'digest'; readonly image: string }
  | {
      readonly kind: 'computed';
      readonly source: string;
      readonly by: 'date' | 'build' | 'command' | 'branches' | 'loop';
      /** The token that says the same in a setting, where there is one. */
      readonly token?: Token;
    };

type VariableStore = 'project' | 'parameter-store' | 'secrets-manager';

const FIRST = 0xe000;
const LAST = 0xf8ff;

/** The unknown parts of the values of one buildspec, each with its character. Equal parts have the same character. */
export class Unknowns {
  private readonly all: Unknown[] = [];
  private readonly characters = new Map<string, string>();
  private readonly defaults = new Map<string, string>();

  /** The character of an unknown part. */
  put(unknown: Unknown): string {
    const key = JSON.stringify(unknown);
    const known = this.characters.get(key);
    if (known !== undefined) return known;
    // The last character stands for all that there is no other for.
    const isFull = FIRST + this.all.length >= LAST;
    if (!isFull) this.all.push(unknown);
    const character = String.fromCharCode(isFull ? LAST : FIRST + this.all.length - 1);
    this.characters.set(key, character);
    return character;
  }

  /** The unknown part that a character stands for. */
  get(character: string): Unknown | undefined {
    const code = character.charCodeAt(0);
    if (code < FIRST || code > LAST) return undefined;
    return this.all[code - FIRST] ?? { kind: 'computed', source: '$…', by: 'command' };
  }

  listIn(value: string): readonly Unknown[] {
    return Array.from(value).flatMap(character => this.get(character) ?? []);
  }

  /** The only unknown part of a value that is nothing else. */
  only(value: string): Unknown | undefined {
    return value.length === 1 ? this.get(value) : undefined;
  }

  /** Remembers what a variable from outside is where it is not set: `${TAG:-latest}`. */
  noteDefault(name: string, value: string): void {
    if (!this.defaults.has(name)) this.defaults.set(name, value);
  }

  defaultOf(name: string): string | undefined {
    return this.defaults.get(name);
  }

  /** Puts something in place of every unknown part. */
  fill(value: string, write: (unknown: Unknown) => string): string {
    return Array.from(value, character => {
      const unknown = this.get(character);
      return unknown === undefined ? character : write(unknown);
    }).join('');
  }

  /** A value as a person reads it: `$TAG`, `<commit:7>`. */
  show(value: string): string {
    return this.fill(value, showUnknown);
  }
}

/** What a text of the file may not hold, as it has a meaning of its own in values. */
export function withoutPrivateUse(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, '\uFFFD');
}

function showUnknown(unknown: Unknown): string {
  switch (unknown.kind) {
    case 'commit':
      return unknown.length === undefined ? '<commit>' : `<commit:${unknown.length}>`;
    case 'outside':
      return `\${${unknown.name}}`;
    case 'digest':
      return '<digest>';
    case 'computed':
      return /^[$`]/.test(unknown.source) ? unknown.source : `$(${unknown.source})`;
    default:
      return `<${unknown.kind}>`;
  }
}
