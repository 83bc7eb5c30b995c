import type { ServiceEvent } from '../../aws/types.js';
import { nameDeployment } from '../../text/deployment-name.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { LastDeployment } from '../history/last-deployment.js';
import type { Look } from '../monitor/look.js';
import type { StoppedTask } from '../monitor/stop-reasons.js';
import type { Ending } from '../result.js';
import type { RolloutTarget } from '../target.js';
import { describeWait, listPhases } from './phases.js';
import { readResting, readVersions, type VersionState } from './versions.js';
import type { WatchedDeployment, WatchEvent } from './watch-event.js';

/** A phase of the deployment that is watched. */
export interface WatchedPhase {
  readonly phase: string;
  readonly state: 'done' | 'now' | 'next';
  /** When it was first seen, in milliseconds since the epoch; undefined before that, and where it began before the watch. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** The deployment under way, or the one that has ended last. */
export interface DeploymentState {
  /** As the output `deployment` names it; undefined before it is known. */
  readonly name: string | undefined;
  /** '' where AWS does not tell. */
  readonly taskDefinitionArn: string;
  readonly begunAt: number | undefined;
  /** Where it stands, in a line; '' before the first look. */
  readonly line: string;
  readonly phases: readonly WatchedPhase[];
  /** What it waits for; undefined where it has ended. */
  readonly waitsFor: string | undefined;
  /** Why AWS calls it failed; it may still be rolling back. */
  readonly failing: string | undefined;
  readonly stoppedTasks: readonly StoppedTask[];
  readonly ending: Ending | undefined;
  readonly endedAt: number | undefined;
  readonly diagnosis: Diagnosis | undefined;
}

/** A service that is watched, as it is shown. */
export interface WatchState {
  readonly cluster: string;
  readonly service: string;
  /** undefined before it was found. */
  readonly target: RolloutTarget | undefined;
  readonly deployment: DeploymentState | undefined;
  readonly versions: readonly VersionState[];
  /** The newest first. */
  readonly events: readonly ServiceEvent[];
  /** What is worth knowing beside it, each once. */
  readonly warnings: readonly string[];
  /** When AWS answered last, in milliseconds since the epoch; undefined: not yet. */
  readonly lookedAt: number | undefined;
  /** Why nothing more comes. */
  readonly over: string | undefined;
}

export type WatchInput =
  | WatchEvent
  | { readonly kind: 'warning'; readonly message: string }
  /** What AWS refused ended the watch of this service. */
  | { readonly kind: 'refused'; readonly message: string };

/** What is shown before anything is known. */
export function openWatchState(cluster: string, service: string): WatchState {
  return {
    cluster,
    service,
    target: undefined,
    deployment: undefined,
    versions: [],
    events: [],
    warnings: [],
    lookedAt: undefined,
    over: undefined
  };
}

/** The state after one thing more. Pure. @param now milliseconds since the epoch */
export function updateWatchState(state: WatchState, input: WatchInput, now: number): WatchState {
  switch (input.kind) {
    case 'found': {
      const deployment = input.last === undefined ? undefined : ofLast(input.last);
      return { ...state, target: input.target, deployment };
    }
    case 'rest': {
      const { target, service } = input;
      const { events = [] } = service;
      return { ...state, target, versions: readResting(service), events, lookedAt: now };
    }
    case 'began':
      return { ...state, target: input.target, deployment: begin(input.target, input.deployment) };
    case 'look':
      return takeLook(state, input.look, now);
    case 'ended': {
      const { ending, diagnosis } = input;
      const { deployment } = state;
      const ended = deployment === undefined ? undefined : end(deployment, ending, diagnosis, now);
      return { ...state, deployment: ended };
    }
    case 'deleted':
      return { ...state, versions: [], over: `The service ${state.cluster}/${state.service} was deleted.` };
    case 'warning':
      return { ...state, warnings: [...new Set([...state.warnings, input.message])] };
    case 'refused':
      return { ...state, over: input.message };
  }
}

function ofLast(last: LastDeployment): DeploymentState {
  return {
    name: last.name,
    taskDefinitionArn: last.taskDefinitionArn,
    begunAt: last.startedAt,
    line: '',
    phases: last.timeline.map(({ phase, startedAt, endedAt }) => ({ phase, state: 'done', startedAt, endedAt })),
    waitsFor: undefined,
    failing: last.failing,
    stoppedTasks: [],
    ending: last.ending,
    endedAt: last.endedAt,
    diagnosis: undefined
  };
}

function begin(target: RolloutTarget, deployment: WatchedDeployment): DeploymentState {
  return {
    name: nameOf(deployment),
    taskDefinitionArn: deployment.taskDefinitionArn,
    begunAt: deployment.begunAt,
    line: '',
    phases: listPhases(target).map(phase => ({ phase, state: 'next', startedAt: undefined, endedAt: undefined })),
    waitsFor: undefined,
    failing: undefined,
    stoppedTasks: [],
    ending: undefined,
    endedAt: undefined,
    diagnosis: undefined
  };
}

function nameOf(deployment: WatchedDeployment): string | undefined {
  if (deployment.engine === 'codedeploy') return deployment.id;
  return nameDeployment({ serviceDeploymentArn: deployment.serviceDeploymentArn });
}

function takeLook(state: WatchState, look: Look, now: number): WatchState {
  const { deployment } = state;
  if (deployment === undefined) return state;
  const { view, stoppedTasks } = look;
  const versions = readVersions(look);
  const name =
    look.engine === 'codedeploy'
      ? look.snapshot.info.deploymentId
      : nameDeployment({ serviceDeploymentArn: look.snapshot.serviceDeployment?.serviceDeploymentArn });
  const wait = { codedeployDeploymentId: name ?? deployment.name };
  const isFirst = deployment.line === '';
  return {
    ...state,
    versions: versions.length === 0 ? state.versions : versions,
    events: look.snapshot.service?.events ?? state.events,
    lookedAt: now,
    deployment: {
      ...deployment,
      name: name ?? deployment.name,
      line: view.line,
      phases: enterPhase(deployment.phases, view.phase, isFirst ? deployment.begunAt : undefined, now),
      waitsFor: view.ending === undefined ? describeWait(look, versions, wait) : undefined,
      failing: view.failing,
      stoppedTasks: [...stoppedTasks]
    }
  };
}

/** @param begunAt of the whole deployment, where this is the first look: only its first phase is known to have begun then */
function enterPhase(
  phases: readonly WatchedPhase[],
  phase: string,
  begunAt: number | undefined,
  now: number
): readonly WatchedPhase[] {
  const at = phases.findIndex(each => each.phase === phase);
  if (phases[at]?.state === 'now') return phases;
  const leave = (each: WatchedPhase): WatchedPhase =>
    each.state === 'now' ? { ...each, state: 'done', endedAt: now } : { ...each, state: 'done' };
  if (at === -1) {
    // A rollback, or a phase of AWS's that is newer than this release: what was still to come may not come.
    const isRollback = phase === 'rollback';
    const behind = phases.filter(({ state }) => state !== 'next').map(leave);
    const ahead = isRollback ? [] : phases.filter(({ state }) => state === 'next');
    const isKnown = begunAt === undefined;
    return [...behind, { phase, state: 'now', startedAt: isKnown ? now : undefined, endedAt: undefined }, ...ahead];
  }
  // The first phase began with the deployment; another one in which it is found began at a time that nobody saw.
  const firstSeen = at === 0 ? begunAt : undefined;
  const startedAt = begunAt === undefined ? now : firstSeen;
  return phases.map((each, index) => {
    if (index < at) return each.state === 'done' ? each : leave(each);
    if (index > at) return { ...each, state: 'next' };
    return { ...each, state: 'now', startedAt: each.startedAt ?? startedAt, endedAt: undefined };
  });
}

function end(
  deployment: DeploymentState,
  ending: Ending,
  diagnosis: Diagnosis | undefined,
  now: number
): DeploymentState {
  const phases = deployment.phases
    .filter(({ state, startedAt }) => state !== 'next' || startedAt !== undefined)
    .map((each): WatchedPhase => {
      return each.state === 'now' ? { ...each, state: 'done', endedAt: now } : { ...each, state: 'done' };
    });
  return { ...deployment, phases, waitsFor: undefined, ending, diagnosis, endedAt: now };
}
