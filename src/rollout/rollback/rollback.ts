import { explainAwsError, isAccessDenied } from '../../aws/errors.js';
import { SlipwayError } from '../../errors.js';
import { listNames } from '../../text/format.js';
import { createCodeDeployMonitor } from '../codedeploy/monitor.js';
import { rollOutCodeDeploy, requireAppSpec } from '../codedeploy/deploy.js';
import { createEcsMonitor, type FollowEnd } from '../ecs/monitor.js';
import { readBefore } from '../ecs/identity.js';
import type { DeploymentRef } from '../ecs/status.js';
import { rollOutEcs } from '../ecs/deploy.js';
import { clearDeployment } from '../cleanup-record.js';
import { codeDeployTimeout, ecsTimeout } from '../timeouts.js';
import { retryTransient } from '../transient.js';
import { ACTIVE_STATUSES } from '../ports.js';
import { findCompleted, findPrevious, type FindMissingImages } from './previous-revision.js';
import type { Ending, RolloutResult, RolloutRun } from '../result.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from '../target.js';
import { stopCodeDeployDeployment, stopEcsDeployment, type StopResult } from './stop-deployment.js';
import type { PollResult } from '../monitor/poll.js';
import { resourceName } from '../../text/arn.js';

type Run = Omit<RolloutRun, 'taskDefinitionArn'> & {
  /** Looks whether what is gone back to can be pulled; undefined: that is not looked at. */
  readonly findMissingImages?: FindMissingImages | undefined;
};

/** In milliseconds. Hooks may hold each stage of a deployment for two weeks. */
const LONGEST_DEPLOYMENT = 90 * 86_400_000;

/**
 * Goes back to the version that was live before, and follows that to its end. A deployment that is under way is stopped with a rollback,
 * whoever started it: that is what going back means then. Else the previous revision that was live is deployed again.
 *
 * @param to a revision to go to, where it is not the previous one: then nothing is stopped
 * @returns `succeeded` where the earlier version is what runs now
 * @throws SlipwayError where nothing earlier is known, or AWS refuses; the signal's reason when it fires before a deployment is stopped
 */
export async function rollBack(target: RolloutTarget, to: string | undefined, run: Run): Promise<RolloutResult> {
  if (to === undefined) {
    const stopped = await (target.controller === 'ECS' ? stopEcs(target, run) : stopCodeDeploy(target, run));
    if (stopped !== undefined) return stopped;
  }
  const { taskDefinitionArn, appspec, passedOver } = await findPrevious(target, to, {
    ...run.ports,
    clock: run.clock,
    findMissingImages: run.findMissingImages
  });
  if (passedOver.length > 0) run.reporter.info(`${listNames(passedOver)}, so an older revision is taken.`);
  run.reporter.info(
    `Going back from ${resourceName(target.runningTaskDefinitionArn ?? 'nothing')} to ${resourceName(taskDefinitionArn)}.`
  );
  return target.controller === 'ECS'
    ? rollOutEcs(target, { ...run, ...describeReplaced(target, to, run), taskDefinitionArn })
    : rollOutCodeDeploy(target, requireAppSpec(appspec), {
        ...run,
        taskDefinitionArn,
        expectedPrimaryId: to === undefined ? findPrimaryTaskSet(target) : undefined
      });
}

/** What was live before is before what was looked at: a deployment that took its place since then is not gone back from. */
function describeReplaced({ primary }: EcsTarget, to: string | undefined, { config }: Run): Partial<RolloutRun> {
  if (to !== undefined) return { config: { ...config, onConflict: 'replace' } };
  return { config: { ...config, onConflict: 'fail' }, expectedPrimaryId: primary?.id };
}

function findPrimaryTaskSet({ service }: CodeDeployTarget): string | undefined {
  return service.taskSets?.find(({ status }) => status === 'PRIMARY')?.id;
}

/** undefined where no deployment is under way. */
async function stopEcs(target: EcsTarget, run: Run): Promise<RolloutResult | undefined> {
  const { primary, service } = target;
  if (primary?.rolloutState !== 'IN_PROGRESS') return undefined;
  const serviceDeploymentArn = await findUnderWay(target, run);
  // A first deployment has nothing to go back to: then this refuses, and nothing has been changed.
  const before =
    findCompleted(service) ??
    (await findPrevious(target, undefined, { ...run.ports, clock: run.clock })).taskDefinitionArn;
  const ref: DeploymentRef = {
    deploymentId: primary.id ?? '',
    taskDefinitionArn: primary.taskDefinition ?? '',
    previousTaskDefinitionArn: before,
    createdAt: primary.createdAt?.getTime() ?? run.clock.now(),
    before: {
      deploymentIds: readBefore(service).deploymentIds.filter(id => id !== primary.id),
      serviceRevisionArns: []
    }
  };
  const ours = { ...run, taskDefinitionArn: ref.taskDefinitionArn };
  run.reporter.info(`The deployment ${ref.deploymentId} of ${resourceName(ref.taskDefinitionArn)} is under way.`);
  const left = { ref, cluster: target.clusterArn, service: target.serviceName, serviceDeploymentArn };
  run.signal?.throwIfAborted();
  const stopResult = await stopEcsDeployment(left, 'rollback', run.ports.ecs, run.clock);
  requireUndone(stopResult);
  const follower = createEcsMonitor(target, ours, ref, service.events ?? []);
  follower.progress.line(stopResult.reason);
  const watched = await follower.follow(stopResult.kind === 'redeployed' ? stopResult.ref : ref, {
    deadline: run.clock.now() + ecsTimeout(target, run.config),
    wanted: 'stable',
    failFast: false,
    signal: run.signal
  });
  clearDeployment(target, ours);
  return {
    ...judge(watched, stopResult),
    taskDefinitionArn: before,
    previousTaskDefinitionArn: ref.taskDefinitionArn,
    ...(follower.serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn: follower.serviceDeploymentArn }),
    timeline: follower.timeline.read()
  };
}

/**
 * The service deployment that is under way: a service has one at a time. undefined where none is listed, or it may not be read.
 *
 * @throws SlipwayError while ECS rolls back: the version that it goes back to is the one that is deployed, and to stop that would bring the other one again
 */
async function findUnderWay(target: EcsTarget, { ports, clock }: Run): Promise<string | undefined> {
  const query = {
    cluster: target.clusterArn,
    service: target.serviceName,
    createdAfter: new Date(clock.now() - LONGEST_DEPLOYMENT)
  };
  const listed = await retryTransient(clock, () => ports.ecs.listServiceDeployments(query)).catch((error: unknown) => {
    if (isAccessDenied(error)) return [];
    throw explainAwsError(error, `Listing the service deployments of ${target.serviceName}`);
  });
  const rollback = listed.find(({ status }) => status === 'ROLLBACK_IN_PROGRESS');
  if (rollback !== undefined) throw rollingBackAlready('ECS', target, rollback.serviceDeploymentArn ?? '');
  return listed.find(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS')?.serviceDeploymentArn;
}

function rollingBackAlready(engine: 'ECS' | 'CodeDeploy', target: RolloutTarget, id: string): SlipwayError {
  return new SlipwayError({
    code: 'rolling-back',
    fault: 'user',
    what: `${engine} is rolling ${target.serviceName} back already: ${id}.`,
    next: 'Check it with slipway status.'
  });
}

/** undefined where no deployment is active in the group. */
async function stopCodeDeploy(target: CodeDeployTarget, run: Run): Promise<RolloutResult | undefined> {
  const { codedeploy } = run.ports;
  const { application, deploymentGroup, service } = target;
  const query = { application, deploymentGroup, statuses: ACTIVE_STATUSES };
  const [id] = await retryTransient(run.clock, () => codedeploy.listDeployments(query)).catch((error: unknown) => {
    throw explainAwsError(error, `Listing the active deployments of ${deploymentGroup}`);
  });
  if (id === undefined) return undefined;
  const { creator } = await retryTransient(run.clock, () => codedeploy.getDeployment(id));
  if (creator === 'codeDeployRollback') throw rollingBackAlready('CodeDeploy', target, id);
  const running = service.taskSets?.find(set => set.status !== 'PRIMARY')?.taskDefinition;
  const taskDefinitionArn = running ?? target.runningTaskDefinitionArn ?? '';
  run.reporter.info(`The deployment ${id} is under way.`);
  run.signal?.throwIfAborted();
  const stopResult = await stopCodeDeployDeployment(id, 'rollback', codedeploy, run.clock);
  requireUndone(stopResult);
  const follower = createCodeDeployMonitor(target, { ...run, taskDefinitionArn }, id);
  follower.progress.line(stopResult.reason);
  follower.expectRollback();
  const limit = await codeDeployTimeout(target, run.config, codedeploy);
  const watched = await follower.follow({
    deadline: run.clock.now() + limit,
    wanted: 'stable',
    failFast: false,
    signal: run.signal
  });
  return {
    ...judge(watched, stopResult),
    taskDefinitionArn: target.runningTaskDefinitionArn ?? '',
    previousTaskDefinitionArn: taskDefinitionArn,
    codedeployDeploymentId: id,
    timeline: follower.timeline.read()
  };
}

function requireUndone(stopResult: StopResult): void {
  if (stopResult.kind === 'stopping' || stopResult.kind === 'redeployed') return;
  throw new SlipwayError({
    code: 'not-rolled-back',
    fault: 'aws',
    what: `The deployment could not be rolled back: ${stopResult.reason}`,
    next: stopResult.kind === 'nothing' ? 'Run slipway rollback again: it has ended.' : undefined
  });
}

function judge(watched: PollResult<FollowEnd>, stopResult: StopResult): Ending {
  if (watched.kind === 'cancelled')
    return {
      verdict: 'cancelled',
      reason: `${stopResult.reason} It continues; this run no longer follows it.`
    };
  if (watched.kind === 'timed-out')
    return { verdict: 'timed-out', reason: `${stopResult.reason} It had not ended within wait-for-minutes.` };
  const { end } = watched;
  if (end.kind !== 'ending')
    return { verdict: 'failed', reason: end.kind === 'fail-fast' ? end.reason : stopResult.reason };
  const { ending } = end;
  if (ending.verdict === 'rolled-back') return { verdict: 'succeeded', reason: ending.reason };
  // The previous revision was deployed again.
  if (ending.verdict === 'succeeded' && stopResult.kind === 'redeployed') return ending;
  return ending.verdict === 'succeeded'
    ? { verdict: 'failed', reason: `${ending.reason} It was too late to roll it back: run slipway rollback again.` }
    : ending;
}
