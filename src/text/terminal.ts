/** An escape sequence of a terminal (ECMA-48): a string with its end (OSC, DCS …), a control sequence (CSI), or a short one. */
const SEQUENCE = [
  '\\u001b[\\]PX^_][^\\u0007\\u001b\\n]*(?:\\u0007|\\u001b\\\\|(?=\\n)|$)',
  '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
  '\\u001b.?'
].join('|');
/** What else moves the cursor or rings: all control characters but tab and line break. */
const CONTROL = '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]';
const COLOUR = new RegExp('^\\u001b\\[[0-9;:]*m$');
const RESET = '\u001b[0m';

/** A text of somebody else's without what a terminal would obey: colours, cursor movements, titles, a bell. Pure. */
export function stripControls(text: string): string {
  return text.replace(new RegExp(`${SEQUENCE}|${CONTROL}`, 'g'), '');
}

/** The same, but colours stay, and end with the line that they are in. Pure. */
export function keepColours(text: string): string {
  return text.split('\n').map(keepColoursOfLine).join('\n');
}

function keepColoursOfLine(line: string): string {
  const parts = line.split(new RegExp(`(${SEQUENCE})`)).map(part => (COLOUR.test(part) ? part : stripControls(part)));
  const last = parts.findLast(part => COLOUR.test(part)) ?? RESET;
  return `${parts.join('')}${last === RESET ? '' : RESET}`;
}

/** The first so many characters of a line, and how many more there are. Pure. */
export function shorten(line: string, max: number): string {
  const rest = line.length - max;
  return rest <= 0 ? line : `${line.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')}… (${rest} more characters)`;
}
