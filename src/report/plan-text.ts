import type { Reporter } from '../ports.js';
import { listFailures } from './check-tree.js';
import { hasChanges, wouldFail, type Plan } from './plan.js';
import { listDifferences, listPlan, summarise, type Line } from './plan-lines.js';
import { escapeMarkdown, fence } from './markup.js';

/** Gives a text its colour, by its ANSI number; the text as it is where there are no colours. */
export type Paint = (code: number, text: string) => string;

const COLOURS: Readonly<Record<Line['mark'], number | undefined>> = {
  '+': 32,
  '-': 31,
  '~': 33,
  '#': 1,
  ' ': undefined
};
const NO_PAINT: Paint = (_code, text) => text;

/** A plan as text, with a sentence at its end. Pure. */
export function renderPlan(plan: Plan, paint: Paint = NO_PAINT): string {
  return `${renderLines(listPlan(plan), paint)}\n${summarise(plan)}\n`;
}

/** A plan in the log. */
export async function logPlan(plan: Plan, reporter: Reporter): Promise<void> {
  await reporter.group('Plan', () => {
    for (const text of renderLines(listPlan(plan), NO_PAINT).trimEnd().split('\n')) reporter.info(text);
    return Promise.resolve();
  });
  reporter.info(`Planned: ${summarise(plan)}`);
  logPlanErrors(plan, reporter);
}

/** What a deployment would fail of, as errors: nothing else says why a plan ends with the exit code of one. */
export function logPlanErrors(plan: Plan, reporter: Pick<Reporter, 'error'>): void {
  if (plan.preflight === undefined || !wouldFail(plan)) return;
  for (const failure of listFailures(plan.preflight)) reporter.error(`A deployment would fail: ${failure}`);
}

/** What differs, and nothing where nothing does. Pure. */
export function renderDifferences(plan: Plan, paint: Paint = NO_PAINT): string {
  return renderLines(listDifferences(plan), paint);
}

function renderLines(lines: readonly Line[], paint: Paint): string {
  return lines
    .map(({ mark, text }, index) => {
      const code = COLOURS[mark];
      const plain = mark === '#' ? `${index === 0 ? '' : '\n'}${text}` : `  ${mark} ${text}`.trimEnd();
      return `${code === undefined ? plain : paint(code, plain)}\n`;
    })
    .join('');
}

function iconOf(plan: Plan): string {
  if (wouldFail(plan)) return '❌';
  return hasChanges(plan) ? '📝' : '✅';
}

/** A plan for a job summary: Markdown, in which GitHub colours what is added and what goes. Pure. */
export function renderPlanSummary(plan: Plan): string {
  const parts: string[] = [`## ${iconOf(plan)} Planned: ${summarise(plan)}`];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) parts.push(fence(open, 'diff'));
    open = [];
  };
  for (const { mark, text } of listPlan(plan)) {
    if (mark !== '#') open.push(`${mark === '~' ? '!' : mark} ${text}`.trimEnd());
    else {
      close();
      parts.push(`### ${escapeMarkdown(text)}`);
    }
  }
  close();
  return `${parts.join('\n\n')}\n`;
}

/** A plan as data: stable names, secrets left out. Pure. */
export function planJson(plan: Plan): object {
  const { region, images, services, calls, preflight } = plan;
  return {
    outcome: 'planned',
    region,
    changed: hasChanges(plan),
    images: images.map(
      ({ container, action, repository, uri, digest, tags, tagsToAdd, platforms, createsRepository }) => ({
        container: container ?? null,
        action,
        repository,
        image: uri,
        digest: digest ?? null,
        tags,
        tagsToAdd,
        platforms,
        createsRepository
      })
    ),
    services: services.map(({ service, engine, definition, files, appspec, unchanged, gate }) => ({
      service: service ?? null,
      engine: engine ?? null,
      taskDefinition:
        definition === undefined ? null : { ...definition, comparedWith: definition.comparedWith ?? null },
      files,
      appspec: appspec ?? null,
      unchanged,
      ...(gate === undefined ? {} : { gate })
    })),
    calls,
    preflight: preflight ?? null,
    actions: [...new Set(calls.flatMap(({ actions }) => actions))].sort()
  };
}
