/** Rows of cells, all as text. */
type Rows = readonly (readonly string[])[];

/** Rows as lines: columns as wide as their widest cell, two spaces apart; a column that is empty in every row is left out. */
export function alignColumns(rows: Rows): readonly string[] {
  const columns = Math.max(0, ...rows.map(row => row.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row =>
    widths
      .flatMap((width, column) => (width === 0 ? [] : [(row[column] ?? '').padEnd(width)]))
      .join('  ')
      .trimEnd()
  );
}

/** A table of Markdown. The cells are Markdown already, on one line, with `|` escaped. */
export function renderMarkdownTable(head: readonly string[], rows: Rows): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
