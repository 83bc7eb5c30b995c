import type { Outcome } from '../outcome.js';
import { alignColumns } from '../text/table.js';
import { formatDuration } from '../text/time.js';
import type { TimelineEntry } from '../timeline.js';
import { renderGantt } from './gantt.js';
import { styleOf } from './outcome-style.js';
import { sortPhases, type TimedRun } from './phases.js';

/** The whole job in a line and as a picture: the job, its images, the deployments and, of a single one, the new tasks. Pure. */
export function renderTimeline({ outcome, ...run }: TimedRun & { readonly outcome: Outcome }): string {
  const { job, images, deployments, sequence } = sortPhases(run);
  const { green } = styleOf(outcome);
  const isSeveral = deployments.length > 1;
  const picture = renderGantt([
    { title: 'Job', bars: job, green },
    ...images.map(({ name, entries }) => ({ title: name, bars: entries, green })),
    ...deployments.flatMap(({ service, verdict, entries, tasks }) => [
      { title: service ?? 'Deployment', bars: entries, green: isSeveral ? styleOf(verdict).green : green },
      { title: 'Tasks', bars: isSeveral ? [] : tasks, green }
    ])
  ]);
  return [describeSequence(sequence), picture].filter(part => part !== '').join('\n\n');
}

/** `**5 min 12 s**: check 2 s → build 1 min 40 s` */
function describeSequence(sequence: readonly TimelineEntry[]): string {
  const phases = sequence.map(entry => `${entry.phase} ${formatDuration(lengthOf(entry))}`).join(' → ');
  return sequence.length < 2 ? phases : `**${formatDuration(lengthOfAll(sequence))}**: ${phases}`;
}

/** The same for the log: a table with the share of each stretch in the whole. Nothing where there is but one. Pure. */
export function describeTimeline(run: TimedRun): readonly string[] {
  const { images, deployments, sequence } = sortPhases(run);
  if (sequence.length < 2) return [];
  const whole = lengthOfAll(sequence);
  const rows = sequence.flatMap(entry => [
    { name: entry.phase, entry, share: formatShare(lengthOf(entry) / whole) },
    ...images.flatMap(({ name, entries }) =>
      entries
        .filter(part => isWithin(part, entry))
        .map(part => ({ name: `  ${part.phase} ${name}`, entry: part, share: '' }))
    )
  ]);
  const tasks = deployments.length > 1 ? [] : deployments.flatMap(deployment => deployment.tasks);
  const all = [
    ...rows,
    ...tasks.map(entry => ({ name: `tasks: ${entry.phase}`, entry, share: '' })),
    { name: 'in all', entry: { startedAt: 0, endedAt: whole }, share: '' }
  ];
  const cells = all.map(({ name, entry, share }) => [name, formatSeconds(lengthOf(entry)), share] as const);
  const widths = [1, 2].map(column => Math.max(...cells.map(row => row[column]?.length ?? 0)));
  return [
    'Where the time went, in seconds:',
    ...alignColumns(
      cells.map(([name, ...numbers]) => [
        `  ${name}`,
        ...numbers.map((cell, index) => cell.padStart(widths[index] ?? 0))
      ])
    )
  ];
}

function isWithin({ startedAt }: TimelineEntry, entry: TimelineEntry): boolean {
  return startedAt >= entry.startedAt && startedAt < entry.endedAt;
}

function lengthOf({ startedAt, endedAt }: Pick<TimelineEntry, 'startedAt' | 'endedAt'>): number {
  return endedAt - startedAt;
}

function lengthOfAll(sequence: readonly TimelineEntry[]): number {
  return (sequence.at(-1)?.endedAt ?? 0) - (sequence[0]?.startedAt ?? 0);
}

function formatSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

function formatShare(share: number): string {
  if (!Number.isFinite(share)) return '';
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? '<1 %' : `${percent} %`;
}
