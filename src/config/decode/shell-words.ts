/**
 * Splits a command line into words as a POSIX shell does: white space separates, '…' keeps everything, "…" keeps all
 * but a backslash before " \ $ or `, a bare backslash keeps the next character. Nothing is expanded.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 *
 * @returns the words, or what is wrong with the line
 */
export function splitWords(line: string): readonly string[] | string {
  const words: string[] = [];
  let word: string | undefined;
  let rest = line;
  while (rest !== '') {
    const piece = takePiece(rest);
    if (piece === undefined)
      return rest.startsWith('\\') ? 'a backslash with nothing after it' : 'a quote without its end';
    rest = rest.slice(piece.length);
    if (piece.text !== undefined) word = (word ?? '') + piece.text;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** What stands at the start: so many characters that mean this text, or white space (no text). */
function takePiece(rest: string): { readonly length: number; readonly text: string | undefined } | undefined {
  const space = /^\s+/.exec(rest);
  if (space !== null) return { length: space[0].length, text: undefined };
  const plain = /^[^\s'"\\]+/.exec(rest) ?? /^\\(?<kept>[^])/.exec(rest) ?? /^'(?<kept>[^']*)'/.exec(rest);
  if (plain !== null) return { length: plain[0].length, text: plain.groups?.['kept'] ?? plain[0] };
  const double = /^"(?<kept>(?:[^"\\]|\\[^])*)"/.exec(rest);
  if (double === null) return undefined;
  return { length: double[0].length, text: (double.groups?.['kept'] ?? '').replace(/\\(["\\$`])/g, '$1') };
}
