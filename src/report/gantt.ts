import type { TimelineEntry } from '../rollout/result.js';
import { formatDuration } from './verdict.js';

/** A row of the picture: a title and the bars below it. */
export interface GanttSection {
  readonly title: string;
  readonly bars: readonly TimelineEntry[];
}

/** What these bars stand for went wrong. */
const CRITICAL = new Set(['rollback']);

/**
 * A timeline as a Mermaid gantt chart, in the fence that GitHub renders; '' where there is nothing to draw. Pure.
 *
 * Times are milliseconds since the epoch (`dateFormat x`), durations are in `ms`; the axis shows the reader's own clock. In Mermaid's grammar a
 * task's name ends at the first colon, and `#`, `;` and `%%` begin something else, so names keep letters, digits and a few marks.
 */
export function renderGantt(sections: readonly GanttSection[]): string {
  const drawn = sections.filter(({ bars }) => bars.length > 0);
  if (drawn.length === 0) return '';
  return [
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    '  todayMarker off',
    ...drawn.flatMap(({ title, bars }) => [`  section ${nameOf(title)}`, ...bars.map(drawBar)]),
    '```'
  ].join('\n');
}

function drawBar({ phase, startedAt, endedAt }: TimelineEntry): string {
  const start = Math.round(startedAt);
  // Mermaid draws nothing for a bar without length.
  const length = Math.max(1, Math.round(endedAt - startedAt));
  const name = `${nameOf(phase)} (${formatDuration(endedAt - startedAt)})`;
  return `  ${name} :${CRITICAL.has(phase) ? 'crit' : 'done'}, ${start}, ${length}ms`;
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
