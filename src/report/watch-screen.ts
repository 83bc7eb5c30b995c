import type { DeploymentState, WatchedPhase, WatchState } from '../rollout/watch/state.js';
import type { VersionState } from '../rollout/watch/versions.js';
import { resourceName } from '../text/arn.js';
import { alignColumns } from '../text/table.js';
import { stripControls } from '../text/terminal.js';
import { formatAgo, formatDuration, formatMoment, formatTimeOfDay } from '../text/time.js';
import { fitWidth, stripDirections } from '../text/width.js';
import { listFindings } from './diagnosis.js';
import { styleOf } from './outcome-style.js';

interface ScreenOptions {
  readonly columns: number;
  readonly rows: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly paint: (code: number, text: string) => string;
  /** Nothing follows: it stands without the line about Ctrl-C. */
  readonly isLast?: boolean;
}

/** A line of a service's block. */
interface Line {
  readonly text: string;
  /** An SGR code; undefined: the terminal's own colour. */
  readonly colour?: number | undefined;
  /** Where the rows do not suffice, those of the highest number go first; 0 stays. */
  readonly rank: number;
}

const BOLD = 1;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const BAR = 20;
const MAX_EVENTS = 8;
const MAX_FINDINGS = 12;
const MAX_STOPPED = 3;
/** AWS answers every 5 s, and after throttling every 20 s. Milliseconds. */
const SILENCE = 30_000;
const FOOTER = 'Ctrl-C ends the view';
/** Of a failure these are shown anyway: as the reason, and with the other events. */
const SHOWN_ELSEWHERE = new Set(['What AWS says', 'Service events']);

/**
 * The live view: a block for each service, and a last line. As many lines as there are rows at most, none wider than the columns, so that
 * nothing scrolls or wraps. What does not fit is left out from the least important on. Pure.
 */
export function renderWatchScreen(states: readonly WatchState[], options: ScreenOptions): readonly string[] {
  const { columns, rows, now, paint, isLast = false } = options;
  const hasFooter = rows > 2 && !isLast;
  const room = Math.max(1, rows - (hasFooter ? 1 : 0));
  const shown = states.length <= room ? states : states.slice(0, Math.max(0, room - 1));
  const blocks = shareRoom(
    shown.map(state => describeService(state, now)),
    states.length > shown.length ? room - 1 : room
  );
  const lines: readonly Line[] = [
    ...blocks.flatMap((block, index) => {
      const isApart = index > 0 && blocks.some(({ length }) => length > 1);
      return isApart ? [{ text: '', rank: 0 }, ...block] : block;
    }),
    ...(states.length > shown.length
      ? [{ text: `and ${states.length - shown.length} services more`, colour: DIM, rank: 0 }]
      : []),
    ...(hasFooter ? [{ text: `${formatMoment(new Date(now))}  ${describeFooter(states)}`, colour: DIM, rank: 0 }] : [])
  ];
  // The last column stays free: some terminals wrap when it is written.
  return lines.map(({ text, colour }) => {
    const fitting = fitWidth(tame(text), Math.max(1, columns - 1));
    return colour === undefined || fitting === '' ? fitting : paint(colour, fitting);
  });
}

function describeFooter(states: readonly WatchState[]): string {
  const isUnderWay = states.some(({ deployment }) => deployment !== undefined && deployment.ending === undefined);
  return isUnderWay ? `${FOOTER}; the deployment continues.` : `${FOOTER}.`;
}

/** Each block gets what it needs, where all have room; else the least important lines of the longest ones go, down to one line each. */
function shareRoom(blocks: readonly (readonly Line[])[], room: number): readonly (readonly Line[])[] {
  let cut = [...blocks];
  for (;;) {
    const apart = cut.some(({ length }) => length > 1) ? cut.length - 1 : 0;
    const used = cut.reduce((sum, { length }) => sum + length, apart);
    const longest = Math.max(0, ...cut.map(({ length }) => length));
    if (used <= room || longest <= 1) return cut;
    const at = cut.findIndex(({ length }) => length === longest);
    cut = cut.map((block, index) => (index === at ? dropOne(block) : block));
  }
}

/** Without the last of its least important lines. */
function dropOne(block: readonly Line[]): readonly Line[] {
  const least = Math.max(...block.map(({ rank }) => rank));
  const at = block.findLastIndex(({ rank }) => rank === least);
  return block.filter((_line, index) => index !== at);
}

function describeService(state: WatchState, now: number): readonly Line[] {
  const { deployment, events, warnings, lookedAt, over } = state;
  const silent = lookedAt !== undefined && over === undefined && now - lookedAt > SILENCE;
  return [
    headline(state, now),
    ...(over === undefined ? [] : [{ text: `  ${over}`, colour: RED, rank: 1 }]),
    ...(silent
      ? [{ text: `  AWS last answered ${formatAgo(lookedAt, now)}; still trying.`, colour: YELLOW, rank: 1 }]
      : []),
    ...(deployment === undefined ? [] : describeDeployment(deployment, now)),
    ...alignColumns(state.versions.map(describeVersion)).map(text => ({ text: `  ${text}`, rank: 3 })),
    ...(deployment === undefined ? [] : describeTrouble(deployment)),
    ...warnings.map(text => ({ text: `  ${text}`, colour: YELLOW, rank: 6 })),
    ...[...events]
      .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
      .slice(0, MAX_EVENTS)
      .map(({ createdAt, message = '' }, index) => ({
        text: `  ${createdAt === undefined ? '' : `${formatTimeOfDay(createdAt.getTime())}  `}${message.replace(/^\(service [^)]*\) /, '')}`,
        colour: DIM,
        rank: 10 + index
      }))
  ];
}

function headline({ cluster, service, target, deployment, over }: WatchState, now: number): Line {
  const name = `${target?.clusterName ?? cluster}/${target?.serviceName ?? service}`;
  if (target === undefined) return { text: over === undefined ? `${name}: looking …` : name, colour: BOLD, rank: 0 };
  const engine = target.controller === 'ECS' ? `ECS, ${target.strategy}` : 'CodeDeploy';
  const head = `${name} (${engine})`;
  if (deployment === undefined) return { text: `${head}: no deployment is in progress`, colour: BOLD, rank: 0 };
  const { begunAt, endedAt, ending, failing, phases } = deployment;
  if (ending !== undefined) {
    const { word, green } = styleOf(ending.verdict);
    const took = begunAt === undefined || endedAt === undefined ? '' : ` after ${formatDuration(endedAt - begunAt)}`;
    const ago = endedAt === undefined ? '' : `, ${formatAgo(endedAt, now)}`;
    return { text: `${head}: ${word}${took}${ago}`, colour: green ? GREEN : RED, rank: 0 };
  }
  const phase = phases.find(({ state }) => state === 'now')?.phase ?? 'in progress';
  const elapsed = begunAt === undefined ? '' : `, ${formatDuration(now - begunAt)}`;
  return { text: `${head}: ${phase}${elapsed}`, colour: failing === undefined ? YELLOW : RED, rank: 0 };
}

function describeDeployment(deployment: DeploymentState, now: number): readonly Line[] {
  const { name, taskDefinitionArn, phases, waitsFor, failing, ending } = deployment;
  const what = [name ?? '', taskDefinitionArn === '' ? '' : `of ${resourceName(taskDefinitionArn)}`]
    .filter(part => part !== '')
    .join(' ');
  const reason = ending === undefined ? failing : ending.reason;
  const isGood = ending !== undefined && styleOf(ending.verdict).green;
  return [
    ...(what === '' ? [] : [{ text: `  deployment ${what}`, rank: 5 }]),
    ...(phases.length === 0
      ? []
      : [{ text: `  ${phases.map(phase => describePhase(phase, now)).join(' > ')}`, rank: 2 }]),
    ...(reason === undefined ? [] : [{ text: `  ${reason}`, ...(isGood ? {} : { colour: RED }), rank: 2 }]),
    ...(waitsFor === undefined ? [] : [{ text: `  waits for ${waitsFor}`, rank: 4 }])
  ];
}

/** `start 22 s`; the one that it is in between brackets, those to come by their name alone. */
function describePhase({ phase, state, startedAt, endedAt }: WatchedPhase, now: number): string {
  if (state === 'next') return phase;
  const length = startedAt === undefined ? '' : ` ${formatDuration(Math.max(0, (endedAt ?? now) - startedAt))}`;
  return state === 'now' ? `[${phase}${length}]` : `${phase}${length}`;
}

/** The bar shows how many of the tasks that it is to have run. */
function describeVersion({
  role,
  taskDefinitionArn,
  desired,
  running,
  pending,
  failed,
  traffic
}: VersionState): string[] {
  const full = desired === 0 ? Math.min(1, running) : Math.min(1, running / desired);
  const length = Math.round(full * BAR);
  return [
    role,
    resourceName(taskDefinitionArn),
    `[${'='.repeat(length)}${' '.repeat(BAR - length)}]`,
    `${running} of ${desired} running`,
    pending > 0 ? `${pending} pending` : '',
    failed > 0 ? `${failed} failed` : '',
    traffic === undefined ? '' : `traffic ${traffic} %`
  ];
}

/** Why tasks died while it goes on; after an end, all that was found out. */
function describeTrouble({ ending, diagnosis, stoppedTasks }: DeploymentState): readonly Line[] {
  if (ending !== undefined && diagnosis !== undefined) {
    return listFindings(diagnosis)
      .filter(({ title }) => !SHOWN_ELSEWHERE.has(title))
      .flatMap(({ title, lines }) => [`${title}:`, ...lines.map(line => `  ${line}`)])
      .slice(0, MAX_FINDINGS)
      .map(text => ({ text: `  ${text}`, rank: 7 }));
  }
  const counts = new Map<string, number>();
  for (const { container, exitCode, reason } of stoppedTasks) {
    const who = [container ?? 'task', exitCode === undefined ? '' : `exit code ${exitCode}`].filter(
      part => part !== ''
    );
    const text = `${who.join(', ')}: ${reason}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .slice(0, MAX_STOPPED)
    .map(([text, count]) => ({ text: `  stopped ${count} x ${text}`, colour: RED, rank: 5 }));
}

/** What others wrote, on one line and without what a terminal would obey. */
function tame(text: string): string {
  return stripDirections(stripControls(text))
    .replace(/[\s\u2028\u2029]+$/g, '')
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ');
}
