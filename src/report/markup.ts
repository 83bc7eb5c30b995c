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
  const longest = Math.max(2, ...lines.flatMap(line => [...line.matchAll(/`+/g)].map(match => match[0].length)));
  const bar = '`'.repeat(longest + 1);
  return [`${bar}${language}`, ...lines, bar].join('\n');
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
