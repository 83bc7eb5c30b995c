import { awsErrorName } from '../aws/errors.js';
import type { EcsDeployment } from '../aws/types.js';
import { SlipwayError } from '../errors.js';
import { createRollbackGrace, ecsRollsBack } from './monitor/automatic-rollback.js';
import { readCodeDeployStatus } from './codedeploy/status.js';
import { codeDeployTimeout, ecsTimeout } from './timeouts.js';
import { ACTIVE_STATUSES, type CodeDeployPort } from './ports.js';
import type { RolloutRun } from './result.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from './target.js';
import { poll } from './monitor/poll.js';
import { resourceName } from '../text/arn.js';
import { formatElapsed } from '../text/time.js';

/** What is needed to wait for somebody else's deployment. */
type ConflictContext = Pick<RolloutRun, 'config' | 'ports' | 'clock' | 'reporter' | 'signal'>;

/**
 * Makes the way free for our deployment, as `on-conflict` says. `wait` waits for the end of the deployment that is under way, and of its
 * rollback. `replace` ends CodeDeploy's active deployment, which ECS does by itself: it is stopped with a rollback, so that the next one
 * starts from a listener that is in order; one that only waits to end its old tasks is told to end them now; a rollback is waited for.
 * Without `on-conflict` nothing is looked at.
 *
 * @returns whether something was in the way: then what runs may be another version now
 * @throws SlipwayError where it is still there when the time is over, or AWS refuses; the signal's reason when it fires
 */
export async function resolveConflict(target: RolloutTarget, context: ConflictContext): Promise<boolean> {
  const { onConflict } = context.config;
  if (onConflict !== 'wait' && onConflict !== 'replace') return false;
  if (target.controller === 'CODE_DEPLOY') return resolveConflictInGroup(target, onConflict, context);
  return onConflict === 'wait' ? waitForEcs(target, context) : false;
}

interface Obstacle {
  /** What is in the way, as `The deployment d-1 of shop/web`; undefined: nothing is. */
  readonly name: string | undefined;
  readonly state: string;
}

async function resolveConflictInGroup(
  target: CodeDeployTarget,
  policy: 'wait' | 'replace',
  context: ConflictContext
): Promise<boolean> {
  const { codedeploy } = context.ports;
  const { application, deploymentGroup } = target;
  const ended = new Set<string>();
  let last: string | undefined;
  const grace = createRollbackGrace(context.clock);

  const look = async (): Promise<Obstacle> => {
    const active = await codedeploy.listDeployments({ application, deploymentGroup, statuses: ACTIVE_STATUSES });
    const id = active[0] ?? last;
    if (id === undefined) return { name: undefined, state: '' };
    last = id;
    let info = await codedeploy.getDeployment(id);
    if (policy === 'replace' && active.length > 0 && !ended.has(id) && info.creator !== 'codeDeployRollback') {
      const how = info.instanceTerminationWaitTimeStarted === true ? 'finish' : 'stop';
      await endDeployment(id, how, codedeploy);
      ended.add(id);
      context.reporter.info(
        how === 'finish'
          ? `All traffic is on ${id} already: CodeDeploy is asked to end its old tasks now (on-conflict: replace).`
          : `Asked CodeDeploy to stop ${id} and roll it back (on-conflict: replace).`
      );
      info = await codedeploy.getDeployment(id);
    }
    const rollbackId = info.rollbackInfo?.rollbackDeploymentId;
    const rollback = rollbackId === undefined ? undefined : await codedeploy.getDeployment(rollbackId);
    const view = readCodeDeployStatus({ info, target: undefined, rollback }, ended.has(id));
    const name = `The deployment ${id} in ${deploymentGroup}`;
    if (active.length > 0) return { name, state: info.status ?? 'active' };
    const isOver = grace.isOver() || view.ending !== undefined;
    return { name: isOver ? undefined : name, state: view.line };
  };
  const limit = await codeDeployTimeout(target, context.config, codedeploy);
  return waitUntilFree(look, limit, `Waiting for the deployments in ${deploymentGroup}`, context);
}

/** Stops a deployment and rolls it back, or ends its wait; one that has ended meanwhile is none to end. */
async function endDeployment(id: string, how: 'stop' | 'finish', codedeploy: CodeDeployPort): Promise<void> {
  try {
    if (how === 'stop') await codedeploy.stopDeployment(id, true);
    else await codedeploy.continueDeployment(id, 'TERMINATION_WAIT');
  } catch (error) {
    if (!/^Deployment(AlreadyCompleted|IsNotInReadyState)Exception$/.test(awsErrorName(error) ?? '')) throw error;
  }
}

async function waitForEcs(target: EcsTarget, context: ConflictContext): Promise<boolean> {
  const { ecs } = context.ports;
  const grace = createRollbackGrace(context.clock);
  const look = async (): Promise<Obstacle> => {
    const [service] = (await ecs.describeServices(target.clusterArn, [target.serviceName])).services;
    const primary = service?.deployments?.find(deployment => deployment.status === 'PRIMARY');
    if (primary === undefined) return { name: undefined, state: '' };
    if (primary.rolloutState === 'IN_PROGRESS') return describePrimary(primary, target);
    if (primary.rolloutState !== 'FAILED') return { name: undefined, state: '' };
    // With a rollback, ECS makes another deployment PRIMARY in a moment.
    const isOver = !ecsRollsBack(service?.deploymentConfiguration) || grace.isOver(primary.updatedAt ?? new Date(0));
    return isOver ? { name: undefined, state: '' } : describePrimary(primary, target);
  };
  const limit = ecsTimeout(target, context.config);
  return waitUntilFree(look, limit, `Waiting for the deployment of ${target.serviceName}`, context);
}

function describePrimary(primary: EcsDeployment, { serviceName }: EcsTarget): Obstacle {
  const { id = '', taskDefinition = '', rolloutState = '', runningCount = 0, desiredCount = 0 } = primary;
  return {
    name: `The deployment ${id} of ${resourceName(taskDefinition)} to ${serviceName}`,
    state: `${rolloutState}, ${runningCount} of ${desiredCount} running`
  };
}

async function waitUntilFree(
  look: () => Promise<Obstacle>,
  limit: number,
  doing: string,
  { clock, reporter, signal }: ConflictContext
): Promise<boolean> {
  const startedAt = clock.now();
  let lastLine = '';
  let obstacle: Obstacle | undefined;
  const watched = await poll<Obstacle, 'free'>({
    clock,
    signal,
    deadline: startedAt + limit,
    doing,
    look,
    judge: seen => {
      if (seen.name === undefined) return 'free';
      obstacle = seen;
      const line = `${seen.name} is in the way: ${seen.state}.`;
      if (line !== lastLine) reporter.info(`[${formatElapsed(clock.now() - startedAt)}] ${line}`);
      lastLine = line;
      return undefined;
    }
  });
  if (watched.kind === 'cancelled') throw signal?.reason;
  const last = obstacle;
  if (watched.kind === 'timed-out') {
    throw new SlipwayError({
      code: 'deployment-active',
      fault: 'aws',
      what: `${last?.name ?? 'Another deployment'} was still in the way after ${Math.round(limit / 60_000)} minutes (wait-for-minutes and its own waits)${last === undefined ? '' : `: ${last.state}`}. Nothing was deployed.`,
      next: 'Raise wait-for-minutes, or find out what it is waiting for.'
    });
  }
  if (last === undefined) return false;
  reporter.info(`[${formatElapsed(clock.now() - startedAt)}] The way is free.`);
  return true;
}
