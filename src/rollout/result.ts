import type { RolloutConfig, WaitFor } from '../config/config.js';
import type { Verdict } from '../outcome.js';
import type { Clock, CleanupStore, Reporter } from '../ports.js';
import type { TaskDefinition } from '../aws/types.js';
import type { Diagnosis } from './diagnosis/diagnosis.js';
import type { Gate, GateRun } from './gate/gate.js';
import type { Pause } from './gate/pause.js';
import type { TimelineEntry } from '../timeline.js';
import type { RolloutPorts } from './ports.js';

export type { TimelineEntry } from '../timeline.js';

/** What became of a rollout. */
export interface RolloutResult {
  /** `started` where it was not followed (`wait-for: nothing`), `paused` where it waits for somebody (`wait-for: paused`). */
  readonly verdict: Verdict | 'started' | 'paused';
  /** One or two sentences: what the verdict rests on. */
  readonly reason?: string;
  readonly taskDefinitionArn: string;
  readonly previousTaskDefinitionArn: string | undefined;
  readonly serviceDeploymentArn?: string;
  readonly codedeployDeploymentId?: string;
  readonly diagnosis?: Diagnosis;
  /** Its phases, which follow one another without a gap. */
  readonly timeline: readonly TimelineEntry[];
  /** The stretches that the new tasks went through, where they came to run; they overlap. */
  readonly tasks?: readonly TimelineEntry[];
  /** The runs of its gate, in their order. */
  readonly gates?: readonly GateRun[];
}

/** What is taken back with after a cancellation: it outlives the run's own ports and clock, which have ended with it. */
export interface Undoing {
  readonly ports: RolloutPorts;
  readonly clock: Clock;
}

/** What a rollout works with, whichever the engine. */
export interface RolloutRun {
  /** The full ARN, with its revision, that RegisterTaskDefinition answered. */
  readonly taskDefinitionArn: string;
  /** RegisterTaskDefinition's answer to this run named the revision, so that no other run can have deployed it before. */
  readonly isOwnRevision?: boolean | undefined;
  /** The one PRIMARY deployment (with CodeDeploy: task set) that may be replaced; undefined: as `on-conflict` says. */
  readonly expectedPrimaryId?: string | undefined;
  /** The registered task definition, where it is at hand; else it is described after a failure, for its log settings. */
  readonly taskDefinition?: TaskDefinition | undefined;
  readonly config: RolloutConfig;
  readonly ports: RolloutPorts;
  readonly clock: Clock;
  readonly reporter: Reporter;
  readonly cleanupStore: CleanupStore;
  /** Fires when the run is cancelled. */
  readonly signal?: AbortSignal | undefined;
  /** undefined: the run's own ports and clock, which no cancellation ends then. */
  readonly undoing?: Undoing | undefined;
  /** The test that the new version has to pass; undefined: none. */
  readonly gate?: Gate | undefined;
  /** How many rollouts are followed at the same time, this one too; undefined: it is the only one. */
  readonly concurrentRollouts?: (() => number) | undefined;
}

/** How a deployment ended, by AWS's own word. */
export interface Ending {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** What one look at a deployment tells. Made by the reducers, which are pure. */
export interface StatusView {
  /** Where it stands, as the timeline names it. An open list: `start`, `replace`, `test`, `shift`, `bake`, `drain`, `rollback`. */
  readonly phase: string;
  /** The state in one line; printed when it differs from the one before. */
  readonly line: string;
  /** Things that happened or wait; each is printed once. */
  readonly notes: readonly string[];
  /** How far up the ladder of `wait-for` it has come. */
  readonly milestone: WaitFor;
  /** AWS has called it failed, and why; it may still be rolling back. */
  readonly failing: string | undefined;
  readonly ending: Ending | undefined;
  /** It waits for somebody. */
  readonly pause?: Pause | undefined;
}

/** A pause is no rung of the ladder: what never waits for somebody is followed to its end. */
const MILESTONES: Readonly<Record<WaitFor, number>> = { nothing: 0, started: 1, live: 2, stable: 3, paused: 4 };

/** Whether a milestone is at least as far as the one that was asked for. */
export function hasReached(milestone: WaitFor, wanted: WaitFor): boolean {
  return MILESTONES[milestone] >= MILESTONES[wanted];
}

/** Minutes as AWS's answers give them: what is missing or no number counts as none. */
export function minutesOf(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}
