import { requestDeployment } from './request.js';
import { followEcs } from './follow.js';
import type { GoBack } from '../gate/follow-gated.js';
import { clearDeployment, describeDeploymentRef, recordDeployment } from '../cleanup-record.js';
import type { RolloutResult, RolloutRun } from '../result.js';
import type { EcsTarget } from '../target.js';
import { resourceName } from '../../text/arn.js';

/**
 * Rolls a task definition out to a service with ECS's own controller: UpdateService, then our deployment is followed to its end.
 *
 * @param goBack what a gate that fails after the end of the deployment is answered with
 * @throws SlipwayError where AWS refuses, or credentials and permissions do not last; a failed deployment is a result
 */
export async function rollOutEcs(checked: EcsTarget, asked: RolloutRun, goBack?: GoBack): Promise<RolloutResult> {
  const { taskDefinitionArn } = asked;
  if (asked.signal?.aborted === true) {
    const previousTaskDefinitionArn = checked.runningTaskDefinitionArn;
    const reason = 'Cancelled before UpdateService.';
    return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'cancelled', reason, timeline: [] };
  }
  const requested = await requestDeployment(checked, asked);
  if (requested.kind === 'doubt') {
    const { reason, previousTaskDefinitionArn } = requested;
    return { taskDefinitionArn, previousTaskDefinitionArn, verdict: 'failed', reason, timeline: [] };
  }
  const { target, ref, primary, isNew } = requested;
  const base = { taskDefinitionArn, previousTaskDefinitionArn: ref.previousTaskDefinitionArn };
  if (!isNew && primary.rolloutState === 'COMPLETED' && primary.runningCount === primary.desiredCount) {
    clearDeployment(target, asked);
    const reason = `${resourceName(taskDefinitionArn)} runs already; ECS started no deployment (force-new-deployment would).`;
    return { ...base, verdict: 'unchanged', reason, timeline: [] };
  }
  const run: RolloutRun = isNew
    ? asked
    : { ...asked, gate: undefined, config: { ...asked.config, onFailure: 'leave', onCancel: 'leave' } };
  recordDeployment(target, run, describeDeploymentRef(ref));
  run.reporter.info(
    `ECS deployment ${ref.deploymentId} of ${resourceName(ref.taskDefinitionArn)} to ${target.clusterName}/${target.serviceName} (${target.strategy})`
  );
  if (!isNew) {
    run.reporter.info('It was under way before this run, which follows it and neither stops it nor rolls it back.');
  }
  if (run.config.waitFor === 'nothing') {
    clearDeployment(target, run);
    return { ...base, verdict: 'started', reason: 'ECS took the request; it is not followed.', timeline: [] };
  }

  const following = { target, run, ref, loggedEvents: target.service.events ?? [] };
  return { ...base, ...(await followEcs(following, goBack)) };
}
