/**
 * How many columns of a terminal a text takes. Rests on Unicode Standard Annex 11 (East Asian Width: Wide and Fullwidth take two, and
 * Ambiguous one, as outside of East Asian encodings) and on the emoji presentation of Unicode Technical Standard 51. A sequence that is one letter
 * for its reader (combining marks, joined emoji, flags) is as wide as its widest part.
 */

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** East Asian Wide and Fullwidth, as ranges of code points; emoji are found by their own property. */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd]
];
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
/** Each letter takes one column. */
const PLAIN = /^[ -~]*$/;
/** Takes no column: marks on the letter before it, joiners, and what formats. */
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Turns the order of what follows, so that it would run over its column. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The columns that a text without control characters takes. Pure. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of letters.segment(text)) width += widthOf(segment);
  return width;
}

/** The text in so many columns at most: what is longer ends in `…`. Pure. */
export function fitWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let fitting = '';
  let width = 0;
  for (const { segment } of letters.segment(text)) {
    width += widthOf(segment);
    if (width > columns - 1) break;
    fitting += segment;
  }
  return columns < 1 ? '' : `${fitting}…`;
}

/** A text without what would turn the direction of writing. Pure. */
export function stripDirections(text: string): string {
  return text.replace(DIRECTIONS, '');
}

function widthOf(letter: string): number {
  if (EMOJI.test(letter)) return 2;
  return Math.max(0, ...Array.from(letter, widthOfCodePoint));
}

function widthOfCodePoint(character: string): number {
  if (NOTHING.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
