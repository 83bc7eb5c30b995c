/**
 * Characters that end a line for one or the other reader (YAML 1.1 takes U+0085, U+2028 and U+2029 for such), that control something, or that no
 * file may hold.
 */
const NOT_IN_A_LINE = /[\p{Cc}\p{Surrogate}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Whether a text stays on one line, whoever reads it. */
export function isOneLine(text: string): boolean {
  return !NOT_IN_A_LINE.test(text);
}

/** A text on one line, as for a comment: what would end it is a blank. */
export function toOneLine(text: string): string {
  return text.replace(new RegExp(NOT_IN_A_LINE, 'gu'), ' ');
}
