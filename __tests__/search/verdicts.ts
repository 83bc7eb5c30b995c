import { EXIT_CODES, EXIT_WRONG_USE, type Outcome } from '../../src/outcome.js';
import type { SimulatedRun } from '../simulation/simulation.js';
import { stateOf, type Change, type Ended, type History } from './history.js';
import { looksLikeOurs, type Judged } from './judged.js';
import { servicesOf } from './stages.js';

/** GitHub kills a cancelled step 10 s after the cancellation, and 7.5 s are promised. */
const PROMISED = 7_500;

export function judgeOutcome({ run, tell }: Judged): void {
  if (run.isKilled) return;
  const { exitCode, outputs } = run.answer ?? {};
  const outcome = outputs?.outcome as Outcome | undefined;
  if (outcome === undefined) tell('an outcome is told', `exit code ${exitCode ?? 'none'} and no outcome`);
  else if (exitCode !== EXIT_CODES[outcome] && !(exitCode === EXIT_WRONG_USE && outcome === 'failed'))
    tell('an outcome is told', `the outcome ${outcome} has the exit code ${exitCode ?? 'none'}`);
}

export function judgeCancellation({ run, tell }: Judged): void {
  if (run.cancelledAt === undefined) return;
  if (run.isKilled) {
    tell('a cancellation is heard', `it had to be killed, in ${nameLast(run)}`);
    return;
  }
  const took = (run.endedAt ?? 0) - run.cancelledAt;
  if (took > PROMISED) tell('a cancellation is heard', `it took ${Math.round(took / 100) / 10} s, in ${nameLast(run)}`);
}

function nameLast(run: SimulatedRun): string {
  const last = run.requests.filter(({ step }) => step === 'main').at(-1);
  return last === undefined ? 'no request' : `${last.action} (${last.number})`;
}

const WORDS: Readonly<Record<string, Outcome>> = {
  Succeeded: 'succeeded',
  Unchanged: 'unchanged',
  Started: 'started',
  Failed: 'failed',
  'Rolled back': 'rolled-back',
  'Timed out': 'timed-out',
  Superseded: 'superseded',
  Cancelled: 'cancelled'
};

/** The verdict of each service, from the outcome of one and the table of several. */
function verdictsOf({
  run,
  test
}: Judged): ReadonlyMap<string, { readonly verdict: Outcome; readonly isError: boolean }> {
  const outcome = run.answer?.outputs.outcome as Outcome | undefined;
  const services = servicesOf(test.strategy);
  const [first] = services;
  if (outcome === undefined || first === undefined) return new Map();
  if (services.length === 1) {
    const isError = run.answer?.exitCode === EXIT_WRONG_USE || !hasVerdictLine(run);
    return new Map([[first.name, { verdict: outcome, isError }]]);
  }
  const rows = run.machine.reporter.lines.flatMap(line => {
    const [, name = '', word = ''] = /^shop\/(\S+)\s{2,}([A-Z][a-z]+(?: [a-z]+)?)(?:\s{2,}|$)/.exec(line) ?? [];
    const verdict = WORDS[word];
    return verdict === undefined ? [] : [[name, { verdict, isError: false }] as const];
  });
  return new Map(rows);
}

/** A rollout that ended was told with its reason; an error is a line of its own. */
function hasVerdictLine({ machine }: SimulatedRun): boolean {
  return machine.reporter.lines.some(line => /^(ECS|CodeDeploy) deployment \S+ of /.test(line));
}

export function judgeVerdicts(judged: Judged): void {
  const { run, history, tell } = judged;
  if (run.isKilled) return;
  const ended = history.ended.get(run) ?? [];
  for (const [service, { verdict }] of verdictsOf(judged)) {
    const ours = ended.filter(({ made }) => made.service === service);
    // It may be anybody's, and nobody can tell: then it is said, and red.
    if (verdict === 'failed' && isInDoubt(run, service)) continue;
    // A service that is being deleted serves nobody, whatever its deployment came to.
    if (verdict === 'failed' && !history.isThere(service)) continue;
    if (history.made.some(made => made.service === service && looksLikeOurs(judged, made))) continue;
    const wrong = explainVerdict(judged, service, verdict, ours);
    if (wrong !== undefined) tell('the verdict is what became of our deployment', `${service}: ${wrong}`);
  }
}

function isInDoubt({ machine }: SimulatedRun, service: string): boolean {
  return [...machine.reporter.lines, ...machine.reporter.warnings].some(
    line => line.includes(`/${service} `) && /this run's or another's/.test(line)
  );
}

function isToldAsLeft({ machine }: SimulatedRun, service: string): boolean {
  return machine.reporter.lines.some(
    line => line.includes(`/${service}: `) && /cannot be stopped|was left running|Going back to/.test(line)
  );
}

/** Why a verdict is not what became of our deployment; undefined where it is. */
function explainVerdict(
  { run, history, changes }: Judged,
  service: string,
  verdict: Outcome,
  ours: readonly Ended[]
): string | undefined {
  const [first] = ours;
  const back = ours.slice(1).at(-1);
  const wasCancelled = run.cancelledAt !== undefined;
  if (verdict === 'cancelled') return wasCancelled ? undefined : 'cancelled, and nobody cancelled it';
  if (first === undefined) {
    const joined = changes.find(
      ({ request, made }) => made.length === 0 && isUpdate(request.action) && request.status === 200
    );
    if (joined !== undefined && joined.service === service) {
      // UpdateService found what was asked for in place: it is told of as it was found.
      return explainJoined(verdict, joined, history);
    }
    if (verdict === 'failed' || verdict === 'timed-out') return undefined;
    return `${verdict}, and no deployment of ours was made`;
  }
  const { state, hadFailed, replacedBy } = first;
  const isReplacedByOther = replacedBy !== undefined && replacedBy.by !== run.name;
  const wentBack = back === undefined ? hasJoinedWayBack(changes, service) : isSuccessful(back);
  switch (verdict) {
    case 'succeeded':
      return /^(SUCCESSFUL|Succeeded)$/.test(state) ? undefined : `succeeded, and it is ${state}`;
    case 'unchanged':
      return 'unchanged, and a deployment of ours was made';
    case 'rolled-back':
      return /^ROLLBACK_SUCCESSFUL$|rollback Succeeded$/.test(state) || wentBack
        ? undefined
        : `rolled-back, and it is ${state}`;
    case 'superseded':
      return isReplacedByOther ? undefined : `superseded, and it is ${state} with nothing in its place`;
    case 'failed':
      if (/^(SUCCESSFUL|Succeeded)$/.test(state)) return 'failed, and it succeeded';
      // Of several, one may have been told as failed, and left alone, long before the run ended.
      if (/^ROLLBACK_SUCCESSFUL$/.test(state) && !isToldAsLeft(run, service)) return 'failed, and it was rolled back';
      if (isReplacedByOther && !hadFailed && state === 'STOPPED') return 'failed, and another took its place';
      return undefined;
    case 'timed-out':
      return (run.endedAt ?? 0) - first.made.time > 20 * 60_000
        ? undefined
        : `timed-out after ${((run.endedAt ?? 0) - first.made.time) / 1000} s`;
    default:
      return `${verdict} is no verdict`;
  }
}

function isSuccessful({ made, state }: Ended): boolean {
  return made.engine === 'ecs' && state === 'SUCCESSFUL';
}

/**
 * Whether our way back met somebody else's to the same revision, begun in the moment between our look and our request: ECS made nothing for
 * ours and answered with theirs. Nobody can tell, and the service is back on its previous revision.
 */
function hasJoinedWayBack(changes: readonly Change[], service: string): boolean {
  return changes.some(
    ({ request, made, inPlace, service: where }) =>
      where === service &&
      isUpdate(request.action) &&
      request.status === 200 &&
      made.length === 0 &&
      inPlace?.engine === 'ecs' &&
      inPlace.by !== 'before' &&
      inPlace.deployment.taskDefinition.arn === request.input['taskDefinition'] &&
      stateOf(inPlace) === 'SUCCESSFUL'
  );
}

function isUpdate(action: string): boolean {
  return action === 'ecs:UpdateService';
}

/** What was in place was what was asked for, so ECS made nothing: it may be followed, but its end is not invented. */
function explainJoined(verdict: Outcome, { inPlace }: Change, history: History): string | undefined {
  if (inPlace === undefined) return verdict === 'failed' ? undefined : `${verdict} of what is not there`;
  const state = stateOf(inPlace);
  if (verdict === 'succeeded' || verdict === 'unchanged') {
    return state === 'SUCCESSFUL' || history.made.some(({ order }) => order > inPlace.order)
      ? undefined
      : `${verdict}, and what is in place is ${state}`;
  }
  return undefined;
}
