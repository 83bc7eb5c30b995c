import type { EcsDeployment, Service, ServiceDeployment, ServiceEvent, Task } from '../../aws/types.js';
import { count, shiftsTraffic } from '../ecs/counts.js';
import { phaseOfStage } from '../ecs/lifecycle-phases.js';
import type { DeploymentRef } from '../ecs/status.js';
import { isOwnTask } from '../monitor/own-tasks.js';
import { minutesOf } from '../result.js';
import { readMarks, type PastTimeline, type PhaseMark } from './marks.js';

/** What ECS still knows of a deployment. */
export interface EcsPast {
  readonly ref: DeploymentRef;
  readonly service: Service;
  readonly deployment: ServiceDeployment;
  /** The service's tasks, those that run and those that have stopped. */
  readonly tasks: readonly Task[];
  /** Milliseconds since the epoch: the end of what is still under way. */
  readonly now: number;
}

/** ECS keeps a stopped task for at least so many milliseconds (API_DescribeTasks). */
const STOPPED_TASKS_KEPT = 3_600_000;
/** ECS keeps so many service events (API_Service, events). */
const MAX_EVENTS = 100;
/** Old tasks that ECS stops together are told to stop within so many milliseconds. */
const TOGETHER = 60_000;

/**
 * The phases of an ECS deployment, from the times that ECS keeps of it, of its tasks and in its events, in the words of a run's timeline. Pure.
 *
 * Of a deployment that shifts traffic ECS keeps no time of its lifecycle stages: when it began, when the old tasks were told to stop, when it
 * ended and how long it baked (bakeTimeInMinutes) are known.
 */
export function readEcsHistory(past: EcsPast): PastTimeline {
  const { ref, service, deployment, now } = past;
  const { createdAt, finishedAt, stoppedAt, rollback } = deployment;
  const endedAt = hasEnded(deployment) ? (finishedAt ?? stoppedAt)?.getTime() : now;
  const shifts = shiftsTraffic(service, deployment);
  // What went back without a word of its stage may have come further than to start.
  const isOpen = shifts && rollback !== undefined && deployment.lifecycleStage === undefined;
  const start: PhaseMark = { phase: 'start', at: isOpen ? undefined : (createdAt?.getTime() ?? ref.createdAt) };
  const went = shifts ? readStages(past, endedAt ?? now) : readReplacement(past, endedAt ?? now);
  const back: readonly PhaseMark[] =
    rollback === undefined ? [] : [{ phase: 'rollback', at: rollback.startedAt?.getTime() }];
  return readMarks([start, ...went, ...back], endedAt);
}

/** The service's own tasks of this deployment, as far as they came before its end. */
export function listOwnTasks(
  { ref, service, tasks }: Pick<EcsPast, 'ref' | 'service' | 'tasks'>,
  endedAt: number
): readonly Task[] {
  // Of a deployment that the service does not list any more, the id is not certain.
  const startedBy = findListed(service, ref)?.id;
  const owner = { taskDefinitionArn: ref.taskDefinitionArn, startedBy, since: ref.createdAt };
  return tasks.filter(task => isOwnTask(task, owner) && (task.createdAt?.getTime() ?? 0) <= endedAt);
}

function findListed({ deployments }: Service, { deploymentId }: DeploymentRef): EcsDeployment | undefined {
  return deployments?.find(({ id }) => id === deploymentId);
}

/** Of a rolling update: when the first new task ran, and when all did and the old ones were told to stop. */
function readReplacement(past: EcsPast, endedAt: number): readonly PhaseMark[] {
  const { ref, service, deployment } = past;
  const listed = findListed(service, ref);
  const { old } = count(service, deployment, listed, ref);
  const wanted = listed?.desiredCount ?? service.desiredCount ?? 0;
  const started = timesOf(listOwnTasks(past, endedAt), task => task.startedAt).filter(at => at <= endedAt);
  const hasSucceeded = deployment.status === 'SUCCESSFUL';
  const areAllKnown = started.length >= wanted || isRecent(past);
  if (wanted === 0) return [];
  if (started.length === 0) return hasSucceeded ? unknown('replace', 'drain') : [];
  if (!areAllKnown && hasSucceeded) return unknown('replace', 'drain');
  const replace: PhaseMark = { phase: 'replace', at: Math.min(...started) };
  const isReplaced = hasSucceeded || (deployment.rollback === undefined && started.length >= wanted && old === 0);
  if (!isReplaced) return [replace];
  if (started.length < wanted) return [replace, ...unknown('drain')];
  const gone = findOldStops(past, endedAt);
  if (gone === undefined) return [replace, ...unknown('drain')];
  const replacedAt = Math.max(...started, ...gone);
  // An early success leaves old tasks for later.
  return replacedAt >= endedAt ? [replace] : [replace, { phase: 'drain', at: replacedAt }];
}

/** Of a deployment that shifts traffic: the phases as far as it came, and when the last ones began. */
function readStages(past: EcsPast, endedAt: number): readonly PhaseMark[] {
  const { deployment } = past;
  const reached = phaseOfStage(deployment.lifecycleStage ?? (deployment.status === 'SUCCESSFUL' ? 'CLEAN_UP' : ''));
  const phases = ['start', 'test', 'shift', 'bake', 'drain'];
  const last = phases.indexOf(reached);
  // A stage that is newer than this release: where it stands among the others is not known.
  if (last === -1) return reached === '' ? [] : unknown(reached);
  const stops = reached === 'drain' ? (findOldStops(past, endedAt) ?? []).filter(at => at <= endedAt) : [];
  const latest = Math.max(...stops);
  const drainAt = stops.length === 0 ? undefined : Math.min(...stops.filter(at => latest - at <= TOGETHER));
  const bake = minutesOf(deployment.deploymentConfiguration?.bakeTimeInMinutes) * 60_000;
  const bakeAt = drainAt === undefined || bake === 0 ? undefined : drainAt - bake;
  const times: Readonly<Record<string, number | undefined>> = { bake: bakeAt, drain: drainAt };
  return phases.slice(1, last + 1).map(phase => ({ phase, at: times[phase] }));
}

/**
 * When tasks of other versions were told to stop since the deployment began, in milliseconds since the epoch; Infinity for one that runs on.
 * undefined where ECS may have forgotten some.
 */
function findOldStops(past: EcsPast, endedAt: number): readonly number[] | undefined {
  const { ref, deployment, tasks, service } = past;
  if ((deployment.sourceServiceRevisions ?? []).length === 0) return [];
  const since = deployment.createdAt?.getTime() ?? ref.createdAt;
  const within = (at: number): boolean => at >= since && at <= endedAt;
  if (isRecent(past)) {
    const ownTasks = new Set(listOwnTasks(past, endedAt));
    const others = tasks.filter(task => !ownTasks.has(task) && (task.createdAt?.getTime() ?? 0) <= endedAt);
    const stops = others.map(task => (task.stoppingAt ?? task.stoppedAt)?.getTime() ?? Infinity);
    return stops.filter(at => at >= since);
  }
  const events = service.events ?? [];
  const oldest = Math.min(...timesOf(events, event => event.createdAt));
  if (events.length >= MAX_EVENTS && oldest > since) return undefined;
  const stops = timesOf(events.filter(hasStopped), event => event.createdAt).filter(within);
  return stops.length === 0 ? undefined : stops;
}

function hasStopped({ message = '' }: ServiceEvent): boolean {
  return /has stopped \d+ running tasks/.test(message);
}

/** Since it began ECS has forgotten none of its stopped tasks. */
function isRecent({ deployment, ref, now }: EcsPast): boolean {
  return now - (deployment.createdAt?.getTime() ?? ref.createdAt) < STOPPED_TASKS_KEPT;
}

function hasEnded({ status }: ServiceDeployment): boolean {
  return /^(SUCCESSFUL|STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/.test(status ?? '');
}

function unknown(...phases: readonly string[]): readonly PhaseMark[] {
  return phases.map(phase => ({ phase, at: undefined }));
}

function timesOf<T>(items: readonly T[], read: (item: T) => Date | undefined): readonly number[] {
  return items.flatMap(item => read(item)?.getTime() ?? []);
}
