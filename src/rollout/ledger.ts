import type { Leftover } from '../ports.js';
import type { RolloutRun } from './result.js';
import type { RolloutTarget } from './target.js';

type Deployment = Extract<Leftover, { readonly kind: 'deployment' }>;

/** Notes our deployment for the post step. Before the request is sent its id is empty: a run may be killed before the answer. */
export function noteDeployment(
  target: RolloutTarget,
  run: RolloutRun,
  known: Pick<Deployment, 'id' | 'serviceDeploymentArn' | 'sha256'>
): void {
  const codedeploy =
    target.controller === 'CODE_DEPLOY'
      ? { application: target.application, deploymentGroup: target.deploymentGroup }
      : {};
  run.ledger.note(nameOf(target), {
    kind: 'deployment',
    engine: target.controller === 'CODE_DEPLOY' ? 'codedeploy' : 'ecs',
    region: regionOf(target),
    cluster: target.clusterArn,
    service: target.serviceName,
    taskDefinitionArn: run.taskDefinitionArn,
    previousTaskDefinitionArn: target.runningTaskDefinitionArn,
    onCancel: run.config.onCancel,
    ...codedeploy,
    ...known
  });
}

/** Our deployment has ended, or is meant to go on. */
export function settleDeployment(target: RolloutTarget, run: RolloutRun): void {
  run.ledger.settle(nameOf(target));
}

/** The region is the fourth part of an ARN. */
export function regionOf(target: RolloutTarget): string {
  return target.serviceArn.split(':')[3] ?? '';
}

function nameOf(target: RolloutTarget): string {
  return `deployment ${regionOf(target)} ${target.clusterName}/${target.serviceName}`;
}
