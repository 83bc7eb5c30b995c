import { stripControls } from '../text/terminal.js';

/** A row of a table: its name, and its value as HTML. */
export type Row = readonly [name: string, value: string];

/** Rows without a head, in HTML: GitHub draws the empty head that a Markdown table must have. */
export function renderTable(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return `<table>\n${rows.map(([name, value]) => `<tr><td>${escapeText(name)}</td><td>${value}</td></tr>\n`).join('')}</table>`;
}

/** Text as code, in HTML. */
export function renderCode(text: string): string {
  return `<code>${escapeText(text)}</code>`;
}

/** A fence that is longer than any in the text, so that what a container logged cannot break out of it; with the language that GitHub colours it by. */
export function fence(lines: readonly string[], language = ''): string {
  const text = stripControls(lines.join('\n'));
  const longest = [...text.matchAll(/`+/g)].reduce((max, [run]) => Math.max(max, run.length), 2);
  const bar = '`'.repeat(longest + 1);
  return `${bar}${language}\n${text}\n${bar}`;
}

/** Text in HTML. */
export function escapeText(text: string): string {
  return stripControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Text in a paragraph or a cell of Markdown, on one line. Underscores within words are no markup for GitHub (https://github.github.com/gfm/#left-flanking-delimiter-run)
 * and stay, so that AWS's own names can be searched for.
 */
export function escapeMarkdown(text: string): string {
  return escapeText(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(\s*\d*)([#+.)-])/, '$1\\$2');
}

/** GitHub refuses a summary of more than 1 MiB, all of it: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits */
const MAX_BYTES = 1_000_000;

/** A summary that GitHub takes: cut at a line where it is too long, what was open closed, and said so. Pure. */
export function limitSummary(markdown: string, max = MAX_BYTES): string {
  if (Buffer.byteLength(markdown) <= max) return markdown;
  const lines: string[] = [];
  let size = 0;
  let bar: string | undefined;
  let folds = 0;
  for (const line of markdown.split('\n')) {
    size += Buffer.byteLength(line) + 1;
    if (size > max) break;
    lines.push(line);
    const fenced = /^`{3,}/.exec(line)?.[0];
    if (bar === undefined) {
      bar = fenced;
      if (line.startsWith('<details')) folds += 1;
      if (line.startsWith('</details>')) folds -= 1;
    } else if (line === bar) bar = undefined;
  }
  const ends = [...(bar === undefined ? [] : [bar]), ...Array<string>(folds).fill('\n</details>')];
  return `${[...lines, ...ends].join('\n')}\n\n_Cut here: GitHub limits the summary to 1 MiB. The log of the step has everything._\n`;
}
