/** Characters that a POSIX shell takes as they are, wherever in a word they stand. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/**
 * Characters that do not survive as they are: control characters, and those that one or the other reader of YAML takes for a line's
 * end, for a byte order mark, or for no character at all.
 */
const FRAGILE = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

/**
 * A word as bash reads it back to the very same text, on one line: bare where nothing in it is special, in single quotes otherwise, and as
 * `$'…'` where characters in it have no other safe spelling (line breaks, control characters).
 *
 * @returns undefined for what no argument can hold: a NUL, or half a surrogate pair
 */
export function quoteWord(text: string): string | undefined {
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) return undefined;
  if (PLAIN.test(text)) return text;
  if (!FRAGILE.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  return `$'${Array.from(text, escapeCharacter).join('')}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\\': String.raw`\\`,
  "'": String.raw`\'`
};

function escapeCharacter(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  if (!FRAGILE.test(character)) return character;
  // Bytes, not code points: what \u means depends on the locale.
  return Array.from(new TextEncoder().encode(character), byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
