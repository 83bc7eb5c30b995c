import { ecsServiceConsoleUrl, logStreamConsoleUrl, taskDefinitionConsoleUrl } from '../aws/console.js';
import { describeDeaths, listFindings } from './diagnosis.js';
import { renderGantt } from './gantt.js';
import { consoleUrl, type Reached } from './outputs.js';
import { formatDuration, lookOf } from './verdict.js';

/** The job summary: Markdown that GitHub renders. Pure. */
export function renderSummary(reached: Reached, failure?: string): string {
  const { outcome, rollout, target } = reached;
  const { green, word } = lookOf(outcome);
  const where = target === undefined ? '' : `: ${target.clusterName}/${target.serviceName}`;
  return [
    `## ${green ? '✅' : '❌'} ${word}${where}`,
    renderReason(rollout?.reason, failure),
    renderCause(reached),
    renderFacts(reached),
    renderTimeline(reached),
    renderFindings(reached),
    renderLinks(reached)
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** What the verdict rests on; before there was one, the error as it was told. */
function renderReason(reason: string | undefined, failure: string | undefined): string {
  if (reason !== undefined) return escapeText(reason);
  return failure === undefined ? '' : fence(failure.split('\n'));
}

function renderCause({ rollout }: Reached): string {
  const cause = rollout?.diagnosis?.cause;
  return cause === undefined ? '' : `> **${escapeText(cause.sentence)}**\n>\n> ${escapeText(cause.advice)}`;
}

/** What was shipped, by reference and digest. Pure. */
export function renderImages({ images }: Pick<Reached, 'images'>): string {
  return renderTable(listImages(images));
}

type Row = readonly [string, string];

function listImages(images: Reached['images']): readonly Row[] {
  return [
    ...images.map((image): Row => ['Image', `\`${image.uri}\`${image.built ? '' : ' (was there already)'}`]),
    ...images.flatMap((image): readonly Row[] => [
      ...(image.digest === undefined ? [] : [['Digest', `\`${image.digest}\``] as const]),
      ...(image.findings === undefined ? [] : [["ECR's scan", image.findings] as const])
    ])
  ];
}

function renderTable(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function renderFacts({ images, taskDefinitionArn, target, rollout }: Reached): string {
  const previous = rollout?.previousTaskDefinitionArn ?? target?.runningTaskDefinitionArn;
  return renderTable([
    ...listImages(images),
    ...(taskDefinitionArn === undefined ? [] : [['Task definition', `\`${shortArn(taskDefinitionArn)}\``] as const]),
    ...(previous === undefined ? [] : [['Before', `\`${shortArn(previous)}\``] as const]),
    ...(rollout?.codedeployDeploymentId === undefined
      ? []
      : [['CodeDeploy deployment', `\`${rollout.codedeployDeploymentId}\``] as const])
  ]);
}

/** The picture, and the same in a line for where Mermaid is not drawn. */
function renderTimeline({ rollout, target }: Reached): string {
  const entries = rollout?.timeline ?? [];
  if (entries.length === 0) return '';
  const where = target === undefined ? 'Deployment' : `${target.clusterName}/${target.serviceName}`;
  const line = entries
    .map(({ phase, startedAt, endedAt }) => `${phase} ${formatDuration(endedAt - startedAt)}`)
    .join(' → ');
  const picture = renderGantt([
    { title: where, bars: entries },
    { title: 'Tasks', bars: rollout?.tasks ?? [] }
  ]);
  return `${line}\n\n${picture}`;
}

function renderLinks(reached: Reached): string {
  const { region, target, rollout, taskDefinitionArn } = reached;
  const deployment = consoleUrl(reached);
  const service =
    target === undefined ? undefined : ecsServiceConsoleUrl(region, target.clusterName, target.serviceName);
  const links: readonly (readonly [string, string | undefined])[] = [
    ['Deployment', deployment],
    ['Service', service === deployment ? undefined : service],
    [
      'Task definition',
      taskDefinitionArn === undefined ? undefined : taskDefinitionConsoleUrl(region, taskDefinitionArn)
    ],
    ...(rollout?.diagnosis?.logs ?? []).map(
      log => [`Log of ${log.container}`, logStreamConsoleUrl(log.region ?? region, log.group, log.stream)] as const
    )
  ];
  const shown = links.flatMap(([name, url]) => (url === undefined ? [] : [`[${escapeText(name)}](${url})`]));
  return shown.length === 0 ? '' : `In the AWS console: ${shown.join(' · ')}`;
}

function renderFindings({ rollout }: Reached): string {
  const { diagnosis } = rollout ?? {};
  if (diagnosis === undefined) return '';
  return listFindings(diagnosis)
    .map(({ title, lines }) => `<details open><summary>${escapeText(title)}</summary>\n\n${fence(lines)}\n\n</details>`)
    .join('\n\n');
}

/** How many of the last log lines go into the annotation; the log and the summary have them all. */
const ANNOTATED_LINES = 10;

/** The annotation: the verdict and its reason, the likely cause and what to do, who died how, and the last lines that it logged. */
export function describeFailure({ outcome, target, rollout }: Reached): string {
  const { word } = lookOf(outcome);
  const where = target === undefined ? '' : ` ${target.clusterName}/${target.serviceName}`;
  const diagnosis = rollout?.diagnosis;
  const [death] = diagnosis?.deaths ?? [];
  const [log] = diagnosis?.logs ?? [];
  // The reason may start with the verdict's own word.
  const reason = rollout?.reason?.replace(new RegExp(`^${word}[.:]? `), '') ?? '';
  return [
    `${word}${where}: ${reason}`,
    diagnosis?.cause === undefined ? '' : `${diagnosis.cause.sentence} ${diagnosis.cause.advice}`,
    death === undefined ? '' : `Stopped tasks: ${describeDeaths(death)}.`,
    log === undefined ? '' : `Last lines of ${log.container}:\n${log.lines.slice(-ANNOTATED_LINES).join('\n')}`
  ]
    .filter(part => part !== '')
    .join('\n');
}

/** A fence that is longer than any in the text, so that what a container logged cannot break out of it. */
function fence(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap(line => [...line.matchAll(/`+/g)].map(match => match[0].length)));
  const bar = '`'.repeat(longest + 1);
  return [bar, ...lines, bar].join('\n');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function shortArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
