import type { WaitFor } from '../../config/config.js';
import type { FollowEnd, FollowOptions } from '../ecs/monitor.js';
import type { PollResult } from '../monitor/poll.js';
import type { ProgressLog } from '../monitor/progress-log.js';
import type { GateRun } from './gate.js';
import type { Pause } from './pause.js';
import type { Ending, RolloutResult, RolloutRun } from '../result.js';
import { isPauseOf, type Gate } from './gate.js';
import { runGate, type GateSubject } from './run-gate.js';
import { formatDuration } from '../../text/time.js';

/** One deployment, as far as a gate deals with it. */
export interface GatedDeployment {
  follow(options: FollowOptions): Promise<PollResult<FollowEnd>>;
  /** What the gate is told, looked up when it runs. */
  describe(): Promise<GateSubject>;
  /** Ends this pause, after a look that it still is; nothing happens where it is not. Throws SlipwayError where AWS refuses. */
  goOn(pause: Pause): Promise<void>;
  readonly progress: ProgressLog;
}

interface FollowGated {
  readonly run: RolloutRun;
  readonly wanted: WaitFor;
  /** Milliseconds since the epoch; what its gates take comes on top. */
  readonly deadline: number;
  /** The pause that a person's word ends (`continue: continue`). */
  readonly isReleased?: ((pause: Pause) => boolean) | undefined;
}

export type Watched =
  | PollResult<FollowEnd>
  | { readonly kind: 'paused'; readonly pause: Pause }
  /** With the pause that it was to end; with the ending where the deployment had one before a `live` gate failed. */
  | {
      readonly kind: 'gate-failed';
      readonly gate: GateRun;
      readonly pause: Pause | undefined;
      readonly ended: Ending | undefined;
    };

export interface GatedResult {
  readonly watched: Watched;
  readonly gates: readonly GateRun[];
}

/**
 * Deploys the last revision that was proven, where the deployment that is to be taken back has ended, and follows that to its end. undefined
 * where what it deployed is not in place any more. Rejects with SlipwayError where AWS refuses, and where nothing earlier is known.
 *
 * @param before the revision that ran before
 */
export type GoBack = (before: string | undefined) => Promise<RolloutResult | undefined>;

export type FollowedResult = Omit<RolloutResult, 'taskDefinitionArn' | 'previousTaskDefinitionArn'>;

/** No limit: what runs beside has one. */
const FOREVER = Number.MAX_SAFE_INTEGER;

/**
 * Follows a deployment as far as it is wanted, and runs its gate on the way: at every pause that is the gate's, and once where the new version
 * is live. While a gate runs, the deployment is followed beside it: what ends or fails meanwhile ends the gate too.
 *
 * A pause is ended for a gate that passed, and for no other.
 *
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last
 */
export async function followGated(deployment: GatedDeployment, input: FollowGated): Promise<GatedResult> {
  const { run, wanted, isReleased = () => false } = input;
  const { gate, clock, signal } = run;
  const gates: GateRun[] = [];
  const answered = new Set<string>();
  const isGates = (pause: Pause): boolean => gate !== undefined && isPauseOf(gate, pause);
  let awaitsLive = gate?.at === 'live';
  let { deadline } = input;
  for (;;) {
    const watched = await deployment.follow({
      deadline,
      wanted: awaitsLive ? 'stable' : wanted,
      failFast: true,
      signal,
      stopsAtLive: awaitsLive,
      isPauseAwaited: gate?.at === 'test' || wanted === 'paused',
      stopsAt: pause => !answered.has(pause.id) && (isGates(pause) || isReleased(pause) || wanted === 'paused')
    });
    if (watched.kind !== 'ended') return { watched, gates };
    const { end } = watched;
    if (end.kind !== 'paused' && end.kind !== 'live') return { watched, gates };
    const pause = end.kind === 'paused' ? end.pause : undefined;
    if (pause !== undefined && !isGates(pause)) {
      if (!isReleased(pause)) return { watched: { kind: 'paused', pause }, gates };
      await deployment.goOn(pause);
      answered.add(pause.id);
      continue;
    }
    if (gate === undefined) return { watched, gates };
    const began = clock.now();
    const outcome = await runBeside(deployment, gate, run, end.kind === 'live' ? end.ending : undefined);
    deadline += clock.now() - began;
    awaitsLive = false;
    if (outcome.kind === 'cancelled') return { watched: outcome, gates };
    if (outcome.kind === 'deployment') {
      if (outcome.end === undefined) continue;
      return { watched: { kind: 'ended', end: outcome.end }, gates };
    }
    gates.push(outcome.gate);
    tellGate(outcome.gate, deployment.progress);
    if (!outcome.gate.passed) {
      return { watched: { kind: 'gate-failed', gate: outcome.gate, pause, ended: outcome.ended }, gates };
    }
    if (pause !== undefined) {
      await deployment.goOn(pause);
      answered.add(pause.id);
    } else if (outcome.ended !== undefined) {
      return { watched: { kind: 'ended', end: { kind: 'ending', ending: outcome.ended } }, gates };
    }
  }
}

type Beside =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'gate'; readonly gate: GateRun; readonly ended: Ending | undefined }
  /** It ended or failed before the gate did; without an end it is to be followed on. */
  | { readonly kind: 'deployment'; readonly end: FollowEnd | undefined };

/** Runs a gate and follows the deployment beside it. @param ended the deployment has come to its end already */
async function runBeside(
  deployment: GatedDeployment,
  gate: Gate,
  run: RolloutRun,
  ended: Ending | undefined
): Promise<Beside> {
  const { clock, reporter, signal } = run;
  const stopGate = new AbortController();
  const stopFollowing = new AbortController();
  const either = (own: AbortController): AbortSignal =>
    signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]);
  const subject = await deployment.describe();
  const running = runGate({ gate, subject, clock, reporter, signal: either(stopGate) }).then(
    result => ({ result }),
    (error: unknown) => ({ error })
  );
  let success = ended;
  const follow = async (): Promise<FollowEnd | undefined> => {
    if (ended !== undefined) return undefined;
    const watched = await deployment.follow({
      deadline: FOREVER,
      wanted: 'stable',
      failFast: true,
      signal: either(stopFollowing),
      phase: 'gate',
      stopsAtFailure: true
    });
    if (watched.kind !== 'ended') return undefined;
    const { end } = watched;
    // A deployment that has succeeded is still to be tested.
    if (gate.at !== 'live' || end.kind !== 'ending' || end.ending.verdict !== 'succeeded') return end;
    success = end.ending;
    return undefined;
  };
  try {
    const following = follow();
    const gateEnd: Promise<FollowEnd | 'gate'> = running.then(() => 'gate');
    const first = await Promise.race([gateEnd, following.then(end => end ?? gateEnd)]);
    if (first === 'gate') {
      stopFollowing.abort();
      await following;
      const { result, error } = { result: undefined, error: undefined, ...(await running) };
      if (signal?.aborted === true) return { kind: 'cancelled' };
      if (result === undefined) throw error;
      return { kind: 'gate', gate: result, ended: success };
    }
    deployment.progress.line('The deployment did not wait for the gate, which is ended.');
    return { kind: 'deployment', end: first.kind === 'failing' ? undefined : first };
  } finally {
    // Whatever came first, the gate is over before anything else is done.
    stopGate.abort();
    await running;
  }
}

function tellGate(
  { passed, stage, startedAt, endedAt, tries, outcome, subject }: GateRun,
  progress: ProgressLog
): void {
  const took = `${formatDuration(endedAt - startedAt)}, ${tries} ${tries === 1 ? 'try' : 'tries'}`;
  progress.line(
    passed ? `The gate passed at ${stage} (${took}).` : `The gate failed at ${stage} (${took}): ${subject} ${outcome}.`
  );
}
