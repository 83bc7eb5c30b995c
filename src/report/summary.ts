import { ecsServiceConsoleUrl, logStreamConsoleUrl, taskDefinitionConsoleUrl } from '../aws/console.js';
import type { StoppedTaskGroup } from '../rollout/monitor/stop-reasons.js';
import { resourceName } from '../text/arn.js';
import { shorten, stripControls } from '../text/terminal.js';
import { renderAdvice } from './advice.js';
import { describeStoppedTasks, findErrorLine, listFindings, type DiagnosisSection } from './diagnosis.js';
import { describeGateRun, listGateFindings } from './gates.js';
import { escapeMarkdown, escapeText, fence, renderCode, renderTable, type Row } from './markup.js';
import { consoleUrl, type RunReport } from './outputs.js';
import { styleOf } from './outcome-style.js';
import { describeCacheUse } from './build-cache.js';
import { describeSize } from './image-size.js';
import { renderTimeline } from './timeline.js';

/** The job summary: Markdown that GitHub renders; what went wrong comes first, and what is long is folded. Pure. */
export function renderSummary(reached: RunReport, failure?: string): string {
  const { outcome, rollout, target } = reached;
  const { green, word } = styleOf(outcome);
  const where = target === undefined ? '' : escapeMarkdown(`: ${target.clusterName}/${target.serviceName}`);
  const findings = [...listGateFindings(rollout), ...listUntold(reached)];
  return [
    `## ${green ? '✅' : '❌'} ${word}${where}`,
    renderCause(reached),
    renderReason(rollout?.reason, failure),
    ...findings.filter(({ proof }) => proof).map(renderFinding),
    renderTable([...listFacts(reached), ...findings.filter(isLine).map(nameFinding)]),
    renderTimeline(reached),
    renderAdvice(reached),
    ...findings.filter(finding => !finding.proof && !isLine(finding)).map(renderFinding),
    renderLinks(reached)
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** What the verdict rests on; before there was one, the error as it was told. */
function renderReason(reason: string | undefined, failure: string | undefined): string {
  if (reason !== undefined) return escapeMarkdown(reason);
  return failure === undefined ? '' : fence(failure.split('\n'));
}

/** What the container said about itself, the likely cause, and what to do. */
function renderCause({ rollout }: RunReport): string {
  const { cause, logs = [] } = rollout?.diagnosis ?? {};
  const errorLine = findErrorLine(logs);
  const said =
    errorLine === undefined
      ? []
      : [`${escapeMarkdown(errorLine.container)} logged: <code>${escapeMarkdown(errorLine.line)}</code>`];
  const what = cause === undefined ? said : [`**${escapeMarkdown(cause.sentence)}**`, ...said];
  const page = cause?.page === undefined ? '' : ` ([more about it](${cause.page}))`;
  return [what.join('<br>\n'), cause === undefined ? '' : `${escapeMarkdown(cause.advice)}${page}`]
    .filter(part => part !== '')
    .join('\n\n');
}

/** What was shipped, by reference and digest. Pure. */
export function renderImages({ images }: Pick<RunReport, 'images'>): string {
  return renderTable(listImages(images));
}

function listImages(images: RunReport['images']): readonly Row[] {
  return [
    ...images.map((image): Row => ['Image', `${renderCode(image.uri)}${image.built ? '' : ' (was there already)'}`]),
    ...images.flatMap((image): readonly Row[] => [
      ...(image.digest === undefined ? [] : [['Digest', renderCode(image.digest)] as const]),
      ...rowOf('Size', describeSize(image)),
      ...rowOf('Build cache', describeCacheUse(image)),
      ...rowOf("ECR's scan", image.findings)
    ])
  ];
}

function rowOf(name: string, text: string | undefined): readonly Row[] {
  return text === undefined ? [] : [[name, escapeText(text)]];
}

function listFacts({ images, taskDefinitionArn, target, rollout }: RunReport): readonly Row[] {
  const previous = (rollout ?? { previousTaskDefinitionArn: target?.runningTaskDefinitionArn })
    .previousTaskDefinitionArn;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Task definition', taskDefinitionArn === undefined ? undefined : resourceName(taskDefinitionArn)],
    ['Before', previous === undefined ? undefined : resourceName(previous)],
    ['CodeDeploy deployment', rollout?.codedeployDeploymentId]
  ];
  return [
    ...listImages(images),
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, renderCode(value)] as const])),
    ...(rollout?.gates ?? []).map((gate): Row => ['Gate', escapeText(describeGateRun(gate))])
  ];
}

function renderLinks(reached: RunReport): string {
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
  const shown = links.flatMap(([name, url]) => (url === undefined ? [] : [`[${escapeMarkdown(name)}](${url})`]));
  return shown.length === 0 ? '' : `In the AWS console: ${shown.join(' · ')}`;
}

/** What was found out, without what the summary says elsewhere: in its reason, or as the deployment's id. */
function listUntold({ rollout }: RunReport): readonly DiagnosisSection[] {
  if (rollout?.diagnosis === undefined) return [];
  const { diagnosis, reason = '' } = rollout;
  const dead = diagnosis.stoppedTasks.filter(stoppedTask => isShown(stoppedTask, reason)).map(describeStoppedTasks);
  const shown = [reason, rollout.codedeployDeploymentId ?? '', ...dead].join('\n');
  return listFindings(diagnosis).filter(({ lines }) => !lines.every(line => shown.includes(line)));
}

/** One line is a row of the table; the proof is told at length. */
function isLine({ proof, lines }: DiagnosisSection): boolean {
  return !proof && lines.length === 1;
}

function nameFinding({ title, lines }: DiagnosisSection): Row {
  return [title, escapeText(lines.join(' ')).replace(/\s*\n\s*/g, ' ')];
}

function renderFinding({ title, lines, proof }: DiagnosisSection): string {
  return `<details${proof ? ' open' : ''}><summary>${escapeText(title)}</summary>\n\n${fence(lines)}\n\n</details>`;
}

/** How many of the last log lines go into the annotation, and how much of each: GitHub cuts it after 4,096 characters. The log and the summary have more. */
const ANNOTATED_LINES = 10;
const ANNOTATED_CHARACTERS = 250;

/** The annotation: the verdict and its reason, what the container said about itself, the likely cause and what to do, who died how, and its last lines. */
export function describeFailure({ outcome, target, rollout }: RunReport): string {
  const { word } = styleOf(outcome);
  const where = target === undefined ? '' : ` ${target.clusterName}/${target.serviceName}`;
  const diagnosis = rollout?.diagnosis;
  const [stoppedTask] = diagnosis?.stoppedTasks ?? [];
  const [log] = diagnosis?.logs ?? [];
  // The reason may start with the verdict's own word.
  const reason = rollout?.reason?.replace(new RegExp(`^${word}[.:]? `), '') ?? '';
  const errorLine = findErrorLine(diagnosis?.logs ?? []);
  const annotate = (lines: readonly string[]): string =>
    lines
      .slice(-ANNOTATED_LINES)
      .map(line => shorten(stripControls(line), ANNOTATED_CHARACTERS))
      .join('\n');
  return [
    `${word}${where}: ${reason}`,
    ...listGateFindings(rollout).map(({ title, lines }) => `${title}:\n${annotate(lines)}`),
    errorLine === undefined ? '' : `${errorLine.container} logged: ${errorLine.line}`,
    diagnosis?.cause === undefined ? '' : `${diagnosis.cause.sentence} ${diagnosis.cause.advice}`,
    stoppedTask === undefined || isShown(stoppedTask, reason)
      ? ''
      : `Stopped tasks: ${describeStoppedTasks(stoppedTask)}.`,
    log === undefined ? '' : `Last lines of ${log.container}:\n${annotate(log.lines)}`
  ]
    .filter(part => part !== '')
    .join('\n');
}

function isShown({ container, exitCode, reason }: StoppedTaskGroup, shown: string): boolean {
  return [container ?? '', exitCode === undefined ? '' : `exit code ${exitCode}`, reason].every(part =>
    shown.includes(part)
  );
}
