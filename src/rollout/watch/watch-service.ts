import { isTransient, isUnavailable } from '../../aws/errors.js';
import type { Service } from '../../aws/types.js';
import type { RolloutConfig } from '../../config/config.js';
import { Cancelled, SlipwayError } from '../../errors.js';
import { findPrimary } from '../ecs/identity.js';
import { isDeleted, type DeploymentRef } from '../ecs/status.js';
import { findLastDeployment, type LastDeployment } from '../history/last-deployment.js';
import { AWS_SILENT, SILENT_LOOKS, poll } from '../monitor/poll.js';
import { ACTIVE_STATUSES } from '../ports.js';
import { findRevision, findUnderWayOf, takeUpEcs } from '../take-up/find-deployment.js';
import { findTarget, type CodeDeployTarget, type RolloutTarget } from '../target.js';
import { followToEnd } from './follow-to-end.js';
import type { WatchContext, WatchedDeployment, WatchEvent } from './watch-event.js';

/** On every so many looks at rest, CodeDeploy is asked for a deployment that has no task set yet. */
const SELDOM = 3;
/** Between what told of a deployment and the first look at it, in milliseconds. */
const FIRST_PAUSE = 2_000;
/** So often ECS may show a rollout before it lists its service deployment; then its PRIMARY deployment is followed. */
const PATIENT_LOOKS = 4;

/**
 * Watches a service until the signal fires or the service is deleted: each deployment to its end, whoever began it, and what is between.
 * Changes nothing. What may pass (throttling, a lost network) does not end it.
 *
 * @throws SlipwayError where the service is not there, or what AWS refuses
 */
export async function watchService(
  config: RolloutConfig,
  context: WatchContext,
  onEvent: (event: WatchEvent) => void
): Promise<void> {
  let target = await findTarget({ ...config, onConflict: 'wait' }, context);
  let isFirst = true;
  let ended: string | undefined;
  for (;;) {
    const waiting = createWaiting(target, { config, context, onEvent, ended, isFirst });
    const watched = await poll({
      clock: context.clock,
      signal: context.signal,
      deadline: Infinity,
      doing: `Watching ${target.clusterName}/${target.serviceName}`,
      look: waiting,
      judge: found => found,
      onSilence: (_error, times) => {
        if (times === SILENT_LOOKS) context.reporter.warn(AWS_SILENT);
      }
    });
    if (watched.kind !== 'ended') return;
    if (watched.end === 'deleted') {
      onEvent({ kind: 'deleted' });
      return;
    }
    isFirst = false;
    ({ target } = watched.end);
    const { deployment } = watched.end;
    onEvent({ kind: 'began', target, deployment });
    // It was looked at in this moment.
    if (!(await pause(context))) return;
    const end = await followToEnd(target, deployment, {
      config,
      context,
      onLook: look => onEvent({ kind: 'look', look })
    });
    if (end === 'cancelled') return;
    onEvent({ kind: 'ended', ...end });
    ended = keyOf(deployment);
  }
}

/** Resolves with false where the signal fires meanwhile. */
async function pause({ clock, signal }: WatchContext): Promise<boolean> {
  try {
    await clock.sleep(FIRST_PAUSE, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

interface Watch {
  readonly config: RolloutConfig;
  readonly context: WatchContext;
  readonly onEvent: (event: WatchEvent) => void;
}

interface Waiting extends Watch {
  /** What has ended by the last word, though AWS may still list it. */
  readonly ended: string | undefined;
  readonly isFirst: boolean;
}

interface UnderWay {
  readonly target: RolloutTarget;
  readonly deployment: WatchedDeployment;
}

/** Makes the look at a service without a deployment: what begins, or that it was deleted; undefined: nothing new. */
function createWaiting(
  found: RolloutTarget,
  { config, context, onEvent, ended, isFirst }: Waiting
): () => Promise<UnderWay | 'deleted' | undefined> {
  let target = found;
  let polls = 0;
  let busy = 0;
  let isTold = !isFirst;
  /** The service deployment that the service names and that has ended: the next one is listed some seconds after it began. */
  let settled: string | undefined;
  const search = async (): Promise<UnderWay | undefined> => {
    const current = target.controller === 'ECS' ? target.service.currentServiceDeployment : undefined;
    const isKnown = current !== undefined && current === settled;
    const underWay = isKnown ? undefined : await tryUnderWay(target, { config, context });
    if (underWay === undefined) settled = current;
    if (underWay === 'unavailable' || (underWay === undefined && busy >= PATIENT_LOOKS)) return byPrimary(target);
    return underWay;
  };
  return async () => {
    const { service, ...more } = await refresh(target, { config, context });
    if (service === undefined || isDeleted(service)) return 'deleted';
    target = more.target;
    const isSeen = target.controller === 'ECS' ? isRollingOut(service) : (service.taskSets ?? []).length > 1;
    const mayHaveBegun = isSeen || (target.controller === 'CODE_DEPLOY' && polls % SELDOM === 0);
    polls += 1;
    busy = mayHaveBegun ? busy + 1 : 0;
    const underWay = mayHaveBegun ? await search() : undefined;
    if (underWay !== undefined && keyOf(underWay.deployment) !== ended) return underWay;
    if (!isTold) {
      onEvent({ kind: 'found', target, last: await tryLast(target, context) });
      isTold = true;
    }
    onEvent({ kind: 'rest', target, service });
    return undefined;
  };
}

/** The service as it is now. Where another controller deploys it since, all of it is looked up again. */
async function refresh(
  target: RolloutTarget,
  { config, context }: Pick<Watch, 'config' | 'context'>
): Promise<{ readonly target: RolloutTarget; readonly service: Service | undefined }> {
  const [service] = (await context.ecs.describeServices(target.clusterArn, [target.serviceName])).services;
  if (service === undefined || isDeleted(service)) return { target, service };
  const controller = service.deploymentController?.type ?? 'ECS';
  if (controller !== target.controller) {
    const found = await orRaw(() => findTarget({ ...config, onConflict: 'wait' }, context));
    return { target: found, service };
  }
  const primary = findPrimary(service) ?? service.taskSets?.find(({ status }) => status === 'PRIMARY');
  const runningTaskDefinitionArn = primary?.taskDefinition ?? service.taskDefinition;
  if (target.controller === 'CODE_DEPLOY') return { target: { ...target, service, runningTaskDefinitionArn }, service };
  const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
  return {
    target: { ...target, service, runningTaskDefinitionArn, strategy, primary: findPrimary(service) },
    service
  };
}

async function tryUnderWay(
  target: RolloutTarget,
  { config, context }: Pick<Watch, 'config' | 'context'>
): Promise<UnderWay | 'unavailable' | undefined> {
  if (target.controller === 'CODE_DEPLOY') return findActive(target, context);
  const { ecs, codedeploy, logs, clock, region } = context;
  const search = { config, region, ports: { ecs, codedeploy, logs }, clock };
  const current = target.service.currentServiceDeployment;
  try {
    const found = await orRaw(() =>
      current === undefined ? findUnderWayOf(target, search) : takeUpEcs(target, current, search)
    );
    return found === undefined || found.hasEnded ? undefined : { target: found.target, deployment: found.takenUp };
  } catch (error) {
    if (isUnavailable(causeOf(error))) return 'unavailable';
    throw error;
  }
}

async function findActive(target: CodeDeployTarget, { codedeploy }: WatchContext): Promise<UnderWay | undefined> {
  const { application, deploymentGroup } = target;
  const [id] = await codedeploy.listDeployments({ application, deploymentGroup, statuses: ACTIVE_STATUSES });
  if (id === undefined) return undefined;
  const info = await codedeploy.getDeployment(id);
  const taskDefinitionArn = await findRevision(info, target, codedeploy);
  const begunAt = (info.startTime ?? info.createTime)?.getTime() ?? 0;
  return { target, deployment: { engine: 'codedeploy', id, taskDefinitionArn, begunAt } };
}

/** What may pass is left to the poller, which goes on. */
async function orRaw<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    const cause = causeOf(error);
    throw isTransient(cause) ? cause : error;
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof SlipwayError && !(error instanceof Cancelled) ? (error.cause ?? error) : error;
}

/** For the eyes only: that it may not be read hides nothing of what comes. */
async function tryLast(target: RolloutTarget, context: WatchContext): Promise<LastDeployment | undefined> {
  try {
    return await findLastDeployment(target, context);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return undefined;
  }
}

function isRollingOut({ deployments = [] }: Service): boolean {
  return deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS');
}

/** By DescribeServices alone, where ECS lists no service deployment. */
function byPrimary(target: RolloutTarget): UnderWay | undefined {
  const primary = findPrimary(target.service);
  if (target.controller !== 'ECS' || primary?.id === undefined || primary.rolloutState !== 'IN_PROGRESS')
    return undefined;
  const others = (target.service.deployments ?? []).filter(({ id }) => id !== primary.id);
  const begunAt = primary.createdAt?.getTime() ?? 0;
  const taskDefinitionArn = primary.taskDefinition ?? '';
  const ref: DeploymentRef = {
    deploymentId: primary.id,
    taskDefinitionArn,
    previousTaskDefinitionArn: undefined,
    createdAt: begunAt,
    before: { deploymentIds: others.flatMap(({ id }) => id ?? []), serviceRevisionArns: [] }
  };
  return { target, deployment: { engine: 'ecs', ref, serviceDeploymentArn: undefined, taskDefinitionArn, begunAt } };
}

function keyOf(deployment: WatchedDeployment): string {
  return deployment.engine === 'codedeploy' ? deployment.id : deployment.ref.deploymentId;
}
