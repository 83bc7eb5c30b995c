import type { EcsDeployment, Service, ServiceDeployment } from '../../aws/types.js';
import type { Counts } from './counts.js';

/** A rolling update that ECS called successful before all of its tasks were replaced. */
export interface Early {
  /** What the verdict rests on, a sentence. */
  readonly reason: string;
  /** Whether old tasks are still to go or new ones to come; not so where another deployment has taken over, which is none of ours. */
  readonly waits: boolean;
}

interface Standing {
  readonly service: Service;
  readonly serviceDeployment: ServiceDeployment | undefined;
  readonly primary: EcsDeployment | undefined;
  readonly deployment: EcsDeployment | undefined;
  readonly counts: Counts;
}

/**
 * What the early success criteria of a deployment that ECS reports successful have left for later. Pure.
 *
 * With `sourceServiceRevisionCleanup: DEFERRED` old tasks run on, and below `healthyPercent: 100` new ones are still to come. From the
 * success on, circuit breaker and alarms no longer take the deployment back:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-failure-detection.html
 *
 * @param word ECS's own for the success
 * @returns undefined where nothing is left, or there are no such criteria
 */
export function findEarly(word: string, standing: Standing): Early | undefined {
  const { service, serviceDeployment, primary, deployment, counts } = standing;
  const configuration = serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration;
  const criteria = configuration?.earlySuccessCriteria;
  if (criteria?.enable !== true) return undefined;
  const percent = criteria.healthyPercent === undefined ? '' : `, at ${criteria.healthyPercent} %`;
  const early = `ECS reports the deployment ${word} early${percent}`;
  if (primary !== undefined && primary.id !== deployment?.id) {
    return { reason: `${early}; another deployment (${primary.id ?? 'unknown'}) is in place since.`, waits: false };
  }
  const missing = Math.max(0, counts.wanted - counts.running);
  const others = (service.deployments ?? []).filter(each => each.id !== deployment?.id && each.status !== 'INACTIVE');
  const parts = [
    counts.old > 0 ? `${counts.old} old ${counts.old === 1 ? 'task still runs' : 'tasks still run'}` : '',
    counts.old === 0 && others.length > 0 ? 'the last old tasks are stopping' : '',
    missing > 0 ? `${counts.running} of ${counts.wanted} new tasks run` : ''
  ].filter(part => part !== '');
  return parts.length === 0 ? undefined : { reason: `${early}: ${parts.join(', ')}.`, waits: true };
}
