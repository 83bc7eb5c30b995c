import type { TimelineEntry } from '../rollout/result.js';
import { formatDuration } from '../text/time.js';

/** A row of the picture: a title and the bars below it. */
export interface GanttSection {
  readonly title: string;
  readonly bars: readonly TimelineEntry[];
  /** Whether all went well: then the bars are green, else grey, but for those that are what went wrong. */
  readonly green: boolean;
}

/** What these bars stand for went wrong. */
const CRITICAL = new Set(['rollback']);

/** About the column in which GitHub shows a summary: wider, and the text is made too small to read. */
const WIDTH = 900;
const FONT_SIZE = 14;
/** A letter of a section's title, in pixels. */
const LETTER = 8;

/** Mermaid draws no text that is longer (`maxTextSize`: 50,000 characters, which a diagram cannot raise): rows at the end are left out. */
const MAX_LENGTH = 45_000;

const GREEN = { taskBkgColor: '#1f883d', taskBorderColor: '#1a7f37' };
const GREY = { taskBkgColor: '#6e7781', taskBorderColor: '#57606a' };

/** Colours that can be told apart on a white page and on a black one. What Mermaid writes beside a bar keeps the page's own colour. */
const COLOURS = {
  taskTextColor: '#ffffff',
  critBkgColor: '#cf222e',
  critBorderColor: '#a40e26',
  sectionBkgColor: '#8b949e',
  sectionBkgColor2: '#8b949e'
};

/**
 * A timeline as a Mermaid gantt chart, in the fence that GitHub renders; '' where there is nothing to draw. Pure.
 *
 * Times are milliseconds since the epoch (`dateFormat x`), durations are in `ms`; the axis shows the reader's own clock. In Mermaid's grammar a
 * task's name ends at the first colon, and `#`, `;` and `%%` begin something else, so names keep letters, digits and a few marks.
 */
export function renderGantt(sections: readonly GanttSection[]): string {
  const drawn = sections.filter(({ bars }) => bars.length > 0);
  if (drawn.length === 0) return '';
  // Plain bars where that is possible: on a dark page some versions of Mermaid cannot be read beside bars that are `done`.
  const allRed = drawn.every(({ green }) => !green);
  const rows = drawn.map(({ title, bars, green }) =>
    [`  section ${nameOf(title)}`, ...bars.map(bar => drawBar(bar, green || allRed ? '' : 'done, '))].join('\n')
  );
  const fitting = takeWithin(rows, MAX_LENGTH);
  const picture = [
    '```mermaid',
    '---',
    // JSON is YAML, and here on one line.
    `config: ${JSON.stringify(configure(drawn, allRed ? GREY : GREEN))}`,
    '---',
    'gantt',
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    `  tickInterval ${chooseTick(drawn.flatMap(({ bars }) => bars))}`,
    '  todayMarker off',
    ...fitting,
    '```'
  ].join('\n');
  return fitting.length === rows.length
    ? picture
    : `${picture}\n\n_The picture has the first ${fitting.length} of ${rows.length} rows: Mermaid draws no more._`;
}

/** Mermaid's words for the distances of marks on the axis (https://mermaid.js.org/syntax/gantt.html), with their seconds. */
const TICKS: readonly (readonly [seconds: number, word: string])[] = [
  ...[1, 5, 10, 15, 30].map(count => [count, `${count}second`] as const),
  ...[1, 2, 5, 10, 15, 30].map(count => [count * 60, `${count}minute`] as const),
  ...[1, 3, 6, 12].map(count => [count * 3_600, `${count}hour`] as const)
];
/** So many times of day can be read side by side. */
const MOST_TICKS = 9;

/** By itself Mermaid sets the marks so close that their times run into one another. */
function chooseTick(bars: readonly TimelineEntry[]): string {
  const from = Math.min(...bars.map(({ startedAt }) => startedAt));
  const to = Math.max(...bars.map(({ endedAt }) => endedAt));
  const least = (to - from) / 1000 / MOST_TICKS;
  return TICKS.find(([seconds]) => seconds >= least)?.[1] ?? '1day';
}

/** As many texts from the beginning as are not longer together, and one at least. */
function takeWithin(texts: readonly string[], max: number): readonly string[] {
  let length = 0;
  const end = texts.findIndex((text, index) => {
    length += text.length + 1;
    return index > 0 && length > max;
  });
  return end < 0 ? texts : texts.slice(0, end);
}

/** Mermaid's own settings (https://mermaid.js.org/config/schema-docs/config-defs-gantt-diagram-config.html); titles stand left of the bars and are not wrapped. */
function configure(sections: readonly GanttSection[], colours: typeof GREEN): unknown {
  const longest = Math.max(...sections.map(({ title }) => nameOf(title).length));
  const gantt = {
    useWidth: WIDTH,
    leftPadding: Math.min(WIDTH / 3, 24 + longest * LETTER),
    rightPadding: 24,
    fontSize: FONT_SIZE,
    sectionFontSize: FONT_SIZE,
    barHeight: 24,
    barGap: 6
  };
  return { gantt, themeVariables: { ...colours, ...COLOURS } };
}

function drawBar({ phase, startedAt, endedAt }: TimelineEntry, tag: string): string {
  const start = Math.round(startedAt);
  // Mermaid draws nothing for a bar without length.
  const length = Math.max(1, Math.round(endedAt - startedAt));
  const name = `${nameOf(phase)} (${formatDuration(endedAt - startedAt)})`;
  return `  ${name} :${CRITICAL.has(phase) ? 'crit, ' : tag}${start}, ${length}ms`;
}

/** Words that begin a statement of a gantt chart, in whatever case: a name must not start with one. */
const KEYWORDS =
  /^(gantt|title|section|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|excludes|includes|todaymarker|weekday|weekend|acctitle|accdescr|click|href|call)\b/i;

function nameOf(text: string): string {
  const plain = text
    .replaceAll(/[^\p{L}\p{N} ._/()+-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain === '') return '-';
  return KEYWORDS.test(plain) ? `- ${plain}` : plain;
}
