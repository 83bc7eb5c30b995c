/** What a terminal shows: a letter is so wide and a line so high, in pixels of the picture. */
const LETTER = 8;
const LINE = 18;
const MARGIN = 16;

/** The colours of a dark terminal, by the numbers that the escape sequences give them. */
const COLOURS: Readonly<Record<number, string>> = {
  31: '#ff7b72',
  32: '#3fb950',
  33: '#d29922',
  34: '#58a6ff',
  35: '#bc8cff',
  36: '#39c5cf',
  90: '#8b949e'
};

interface Letter {
  readonly letter: string;
  readonly style: string;
}

/** What a command printed on a terminal as a picture of it, colours and bold included; lines are broken after `columns` letters, as terminals do. */
export function renderTerminal(printed: string, columns: number, rows = Infinity): string {
  const all = readLines(printed.replaceAll('\r', '').trimEnd()).flatMap(line => breakLine(line, columns));
  const lines = all.slice(Math.max(0, all.length - rows));
  const width = columns * LETTER + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN;
  const texts = lines.map((letters, index) => renderLine(letters, MARGIN + (index + 1) * LINE - 5));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace" font-size="13">
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
<g fill="#e6edf3">
${texts.filter(text => text !== '').join('\n')}
</g>
</svg>
`;
}

/** The letters of each line without the escape sequences, each with the style that they gave it. */
function readLines(text: string): readonly (readonly Letter[])[] {
  let codes: readonly number[] = [];
  const lines: Letter[][] = [[]];
  for (const part of text.split(/(\u001b\[[\d;]*m|\n)/)) {
    const sequence = /^\u001b\[([\d;]*)m$/.exec(part);
    if (sequence !== null) {
      const given = (sequence[1] ?? '').split(';').map(Number);
      codes = given.includes(0) ? [] : [...codes, ...given];
    } else if (part === '\n') lines.push([]);
    else lines.at(-1)?.push(...Array.from(part, letter => ({ letter, style: styleOf(codes) })));
  }
  return lines;
}

function styleOf(codes: readonly number[]): string {
  const colour = codes.map(code => COLOURS[code]).findLast(value => value !== undefined);
  return `${colour === undefined ? '' : ` fill="${colour}"`}${codes.includes(1) ? ' font-weight="bold"' : ''}`;
}

function breakLine(letters: readonly Letter[], columns: number): readonly (readonly Letter[])[] {
  return Array.from({ length: Math.max(1, Math.ceil(letters.length / columns)) }, (_, row) =>
    letters.slice(row * columns, (row + 1) * columns)
  );
}

/** The length is said, so that the columns stand where they belong whatever the reader's font. */
function renderLine(line: readonly Letter[], y: number): string {
  const start = line.findIndex(({ letter }) => letter !== ' ');
  if (start === -1) return '';
  const letters = line.slice(start);
  let spans = '';
  for (let at = 0; at < letters.length;) {
    const style = letters[at]?.style ?? '';
    const end = letters.findIndex((other, index) => index > at && other.style !== style);
    const next = end === -1 ? letters.length : end;
    const text = letters.slice(at, next).map(({ letter }) => letter);
    spans += style === '' ? escape(text.join('')) : `<tspan${style}>${escape(text.join(''))}</tspan>`;
    at = next;
  }
  return `<text x="${MARGIN + start * LETTER}" y="${y}" textLength="${letters.length * LETTER}">${spans}</text>`;
}

/** Spaces side by side are made such that browsers keep. */
function escape(text: string): string {
  const kept = text.replace(/ {2,}/g, spaces => '\u00a0'.repeat(spaces.length));
  return kept.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
