import type { Reporter } from '../ports.js';
import type { RunReport, ServiceReport } from './outputs.js';
import { renderAdvice } from './advice.js';
import { renderPlanSummary, logPlan } from './plan-text.js';
import { escapeMarkdown, limitSummary } from './markup.js';
import { renderImages, renderSummary } from './summary.js';
import { logOutcome, logFigures } from './log.js';
import { styleOf } from './outcome-style.js';
import { renderTimeline } from './timeline.js';
import { resourceName } from '../text/arn.js';
import { alignColumns, renderMarkdownTable } from '../text/table.js';
import { formatDuration } from '../text/time.js';

/** Tells how a run ended: its one service, or each that went wrong, and then all in one table. */
export async function logRun(reached: RunReport, reporter: Reporter): Promise<void> {
  const { services = [], plan } = reached;
  if (plan !== undefined) return logPlan(plan, reporter);
  if (services.length === 0) return logOutcome(reached, reporter);
  for (const view of listRed(reached)) await logOutcome(view, reporter);
  logFigures(reached, reporter);
  for (const line of alignColumns([HEAD, ...services.map(describeService)])) reporter.info(line);
  reporter.info(`${styleOf(reached.outcome).word}: ${countGreen(reached)}.`);
}

/** The job summary of a run: its one service, or a table of all, and below it each that went wrong. Pure. */
export function renderRun(reached: RunReport, failure?: string): string {
  return limitSummary(renderWhole(reached, failure));
}

function renderWhole(reached: RunReport, failure: string | undefined): string {
  const { services = [], plan } = reached;
  if (plan !== undefined) return renderPlanSummary(plan);
  if (services.length === 0) return renderSummary(reached, failure);
  const { green, word } = styleOf(reached.outcome);
  const rows = services.map(service => {
    const [name = '', outcome, revision, time, reason = ''] = describeService(service);
    const mark = isGreen(service) ? '✅' : '❌';
    return [name, keep(`${mark} ${outcome ?? ''}`), codes(revision ?? ''), keep(time ?? ''), escapeMarkdown(reason)];
  });
  return [
    `## ${green ? '✅' : '❌'} ${word}: ${countGreen(reached)}`,
    renderMarkdownTable(HEAD, rows),
    renderImages(reached),
    renderTimeline(reached),
    renderAdvice(reached),
    ...listRed(reached).map(view => `#${renderSummary(view).trimEnd()}`)
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Why a run ended as it did, on one line: its one service's reason, or how many ended well and what went wrong first. Pure. */
export function reasonOf(reached: RunReport): string | undefined {
  if ((reached.services ?? []).length === 0) return reached.rollout?.reason;
  const [red] = listRed(reached);
  const first = red === undefined ? '' : ` ${nameOf(red)}: ${red.rollout?.reason ?? 'not rolled out'}`;
  return `${countGreen(reached)}.${first}`;
}

const HEAD = ['Service', 'Outcome', 'Revision', 'Time', 'Reason'] as const;

function describeService({ target, rollout, taskDefinitionArn }: ServiceReport): readonly string[] {
  const [from, to] = [rollout?.timeline[0]?.startedAt, rollout?.timeline.at(-1)?.endedAt];
  return [
    nameOf({ target }),
    rollout === undefined ? '' : styleOf(rollout.verdict).word,
    describeRevisions(rollout?.previousTaskDefinitionArn, taskDefinitionArn),
    from === undefined || to === undefined ? '' : formatDuration(to - from),
    rollout?.reason ?? ''
  ];
}

function nameOf({ target }: Pick<ServiceReport, 'target'>): string {
  return target === undefined ? '' : `${target.clusterName}/${target.serviceName}`;
}

/** `web:1 → web:2`; one of them where there is no other, or both are the same. */
function describeRevisions(before: string | undefined, after: string | undefined): string {
  const names = [before, after].flatMap(arn => (arn === undefined ? [] : [resourceName(arn)]));
  return [...new Set(names)].join(' → ');
}

/** Those that went wrong, each as if it had been the only one, without what all have in common. */
function listRed({ services = [], ...reached }: RunReport): readonly RunReport[] {
  return services
    .filter(service => !isGreen(service))
    .map(service => ({
      ...reached,
      ...service,
      images: [],
      phases: [],
      outcome: service.rollout?.verdict ?? reached.outcome
    }));
}

function isGreen({ rollout }: ServiceReport): boolean {
  return rollout !== undefined && styleOf(rollout.verdict).green;
}

/** `2 of 3 services ended well` */
function countGreen({ services = [] }: RunReport): string {
  return `${services.filter(isGreen).length} of ${services.length} services ended well`;
}

/** Kept on one line in a cell that is narrow. */
function keep(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Each revision as code, so that a line may break between them and not within. */
function codes(revisions: string): string {
  return revisions === ''
    ? ''
    : revisions
        .split(' → ')
        .map(revision => `\`${revision}\``)
        .join(' → ');
}
