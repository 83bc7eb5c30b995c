import type { EcsDeployment, Service } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import { SlipwayError } from '../errors.js';
import { resolveConflict } from './conflict.js';
import { findPrimary } from './ecs/identity.js';
import { findProven } from './rollback/previous-revision.js';
import type { RolloutRun } from './result.js';
import { retryTransient } from './transient.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from './target.js';
import { resourceName } from '../text/arn.js';

/** A service in the moment before it is changed. */
export interface FreshTarget {
  readonly target: EcsTarget;
  /** The last revision that was deployed with success: `previous-task-definition-arn`, and what an undo goes back to. */
  readonly previousTaskDefinitionArn: string | undefined;
}

type RefreshRun = Pick<RolloutRun, 'config' | 'ports' | 'clock' | 'reporter' | 'signal' | 'expectedPrimaryId'>;

/**
 * Looks at the service in the moment before UpdateService, and before each repetition of it, and applies `on-conflict` to what is there
 * then: build, scan, task and the queue of `max-parallel` may have taken long, and others deploy meanwhile.
 *
 * Rests on DescribeServices; on ListServiceDeployments only where nothing that DescribeServices names was deployed with success.
 *
 * @throws SlipwayError where the service is gone, or another deployment is in the way; the signal's reason when it fires while waiting; what
 * AWS rejects a look with
 */
export async function refreshBeforeUpdate(target: EcsTarget, run: RefreshRun): Promise<FreshTarget> {
  const { config, ports, expectedPrimaryId } = run;
  let now = await refreshTarget(target, run);
  requireExpected(now, now.primary, expectedPrimaryId);
  while (config.onConflict === 'wait' && now.primary?.rolloutState !== 'COMPLETED') {
    const waited = await resolveConflict(now, run);
    now = await refreshTarget(now, run);
    if (!waited && now.primary?.rolloutState !== 'IN_PROGRESS') break;
  }
  refuseConflict(now, config);
  return { target: now, previousTaskDefinitionArn: await findProven(now, ports.ecs, run.clock) };
}

/** Describes the service once more. Throws SlipwayError where it is not there any more. */
async function refreshTarget(target: EcsTarget, run: RefreshRun): Promise<EcsTarget> {
  const service = await describeAgain(target, run);
  const primary = findPrimary(service);
  return {
    ...target,
    service,
    primary,
    strategy: service.deploymentConfiguration?.strategy ?? 'ROLLING',
    runningTaskDefinitionArn: primary?.taskDefinition ?? service.taskDefinition
  };
}

/**
 * Looks at the service in the moment before CreateDeployment, and before each repetition of it: what holds the traffic then is what was live
 * before. CodeDeploy itself refuses where another deployment is active. Throws as lookBeforeUpdate does.
 */
export async function refreshBeforeCreate(target: CodeDeployTarget, run: RefreshRun): Promise<CodeDeployTarget> {
  const service = await describeAgain(target, run);
  const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
  requireExpected(target, primary, run.expectedPrimaryId);
  const runningTaskDefinitionArn = primary?.taskDefinition ?? service.taskDefinition ?? target.runningTaskDefinitionArn;
  return { ...target, service, runningTaskDefinitionArn };
}

/** A look that goes wrong is repeated by itself: it is no attempt at the change, and nothing can have taken effect by it. */
async function describeAgain(target: RolloutTarget, { ports, clock }: RefreshRun): Promise<Service> {
  const { services } = await retryTransient(clock, () =>
    ports.ecs.describeServices(target.clusterArn, [target.serviceName])
  );
  const [service] = services;
  if (service !== undefined && service.status !== 'DRAINING' && service.status !== 'INACTIVE') return service;
  throw new SlipwayError({
    code: 'service-not-active',
    fault: 'user',
    what: `The service ${target.serviceName} in the cluster ${target.clusterName} was deleted while this run was under way; it is not deployed to.`,
    next: 'Create the service again, and run this again.'
  });
}

/** Who goes back goes back from what was looked at. */
function requireExpected(
  { serviceName }: RolloutTarget,
  primary: Pick<EcsDeployment, 'id' | 'taskDefinition'> | undefined,
  expectedPrimaryId: string | undefined
): void {
  const { id = '', taskDefinition = 'nothing' } = primary ?? {};
  if (expectedPrimaryId === undefined || id === expectedPrimaryId) return;
  throw new SlipwayError({
    code: 'deployment-active',
    fault: 'user',
    what: `${id} of ${resourceName(taskDefinition)} took the place of ${expectedPrimaryId} on ${serviceName} meanwhile; it is not replaced.`,
    next: 'Check it with slipway status, and run slipway rollback again if it is the one to go back from.'
  });
}

function refuseConflict({ primary, serviceName }: EcsTarget, { onConflict }: RolloutConfig): void {
  if (onConflict !== 'fail' || primary?.rolloutState !== 'IN_PROGRESS') return;
  const { id = '', taskDefinition = 'another revision' } = primary;
  throw new SlipwayError({
    code: 'deployment-active',
    fault: 'user',
    what: `The deployment ${id} of ${resourceName(taskDefinition)} to ${serviceName} began while this run was under way, and on-conflict is fail. It is not replaced.`,
    next: 'on-conflict: wait waits until it has ended; without on-conflict ECS replaces it.'
  });
}
