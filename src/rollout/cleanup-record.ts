import type { UndoPolicy } from '../config/config.js';
import type { PendingCleanup } from '../ports.js';
import type { DeploymentRef } from './ecs/status.js';
import type { RolloutRun } from './result.js';
import type { RolloutTarget } from './target.js';
import { regionOf } from '../text/arn.js';

type Deployment = Extract<PendingCleanup, { readonly kind: 'deployment' }>;

/** What is known of our deployment. Before the request is sent its id is empty: a run may be killed before the answer. */
export type KnownDeployment = Pick<
  Deployment,
  | 'id'
  | 'previousTaskDefinitionArn'
  | 'serviceDeploymentArn'
  | 'serviceRevisionArn'
  | 'deploymentsBefore'
  | 'askedAt'
  | 'mark'
>;

/** An ECS deployment that UpdateService's answer told to be ours. */
export function describeDeploymentRef(ref: DeploymentRef): KnownDeployment {
  return {
    id: ref.deploymentId,
    previousTaskDefinitionArn: ref.previousTaskDefinitionArn,
    serviceRevisionArn: ref.serviceRevisionArn,
    deploymentsBefore: ref.before?.deploymentIds ?? [],
    askedAt: ref.createdAt
  };
}

/** Notes our deployment for the post step, with all that it is recognized by. */
export function recordDeployment(target: RolloutTarget, run: RolloutRun, known: KnownDeployment): void {
  const codedeploy =
    target.controller === 'CODE_DEPLOY'
      ? { application: target.application, deploymentGroup: target.deploymentGroup }
      : {};
  run.cleanupStore.add(nameOf(target), {
    kind: 'deployment',
    engine: target.controller === 'CODE_DEPLOY' ? 'codedeploy' : 'ecs',
    region: regionOf(target.serviceArn),
    cluster: target.clusterArn,
    service: target.serviceName,
    taskDefinitionArn: run.taskDefinitionArn,
    isOwnRevision: run.isOwnRevision === true,
    onCancel: run.config.onCancel,
    ...codedeploy,
    ...known
  });
}

/** The run, where the post step is to do something else than `on-cancel` says. */
export function withCancelPolicy(run: RolloutRun, onCancel: UndoPolicy): RolloutRun {
  return { ...run, config: { ...run.config, onCancel } };
}

/** Our deployment has ended, or is meant to go on. */
export function clearDeployment(target: RolloutTarget, run: RolloutRun): void {
  run.cleanupStore.remove(nameOf(target));
}

function nameOf(target: RolloutTarget): string {
  return `deployment ${regionOf(target.serviceArn)} ${target.clusterName}/${target.serviceName}`;
}
