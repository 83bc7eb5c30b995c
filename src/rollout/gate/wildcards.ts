/**
 * The patterns of listener rules: `*` stands for any characters, `?` for one; a backslash before either means the character itself.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */

export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** A text that a pattern takes, with a word in the place of every `*`. */
export function sampleOf(pattern: string, word: string): string {
  return pattern.replace(
    /\\([*?\\])|\*+|\?/g,
    (found, literal: string | undefined) => literal ?? (found === '?' ? 'x' : word)
  );
}

/** @param caseSensitive as paths are; hosts, headers and queries are not */
export function matches(
  pattern: string,
  text: string,
  { caseSensitive }: { readonly caseSensitive: boolean }
): boolean {
  const source = pattern.replace(/\\([*?\\])|\*|\?|[^*?\\]+|\\/g, (found, literal: string | undefined) => {
    if (literal !== undefined) return `\\${literal}`;
    if (found === '*') return '.*';
    return found === '?' ? '.' : found.replace(/[.+^${}()|[\]\\/]/g, String.raw`\$&`);
  });
  return new RegExp(`^(?:${source})$`, caseSensitive ? 's' : 'is').test(text);
}
