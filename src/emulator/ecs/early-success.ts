import { completeDeployment, primaryOf } from './deployments.js';
import { countTasks, desiredCountOf, livingTasks } from './state.js';
import type { DeploymentRecord, ServiceRecord } from './state.js';
import * as timings from './timings.js';

const MINUTE = 60_000;

/**
 * The early success criteria of a rolling update: with `healthyPercent` of the tasks healthy, and the bake time over, the deployment is
 * complete. `BLOCKING` has the old tasks removed before that, `DEFERRED` after it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html
 */
function criteriaOf({ serviceDeployment }: DeploymentRecord) {
  const { strategy = 'ROLLING', earlySuccessCriteria } = serviceDeployment.configuration;
  return strategy === 'ROLLING' && earlySuccessCriteria?.enable === true ? earlySuccessCriteria : undefined;
}

function isHealthyEnough(service: ServiceRecord, primary: DeploymentRecord): boolean {
  const { healthyPercent = 100 } = criteriaOf(primary) ?? {};
  const least = Math.ceil((desiredCountOf(service) * healthyPercent) / 100);
  return countTasks(service, primary).inService >= least;
}

/** Whether the old tasks are to go, as far as minimumHealthyPercent lets them, without a new one for each. */
export function areOldTasksDone(service: ServiceRecord): boolean {
  const primary = primaryOf(service);
  const criteria = primary === undefined ? undefined : criteriaOf(primary);
  if (primary === undefined || criteria === undefined) return false;
  if (criteria.sourceServiceRevisionCleanup !== 'DEFERRED') return isHealthyEnough(service, primary);
  const { finishedAt } = primary.serviceDeployment;
  return finishedAt !== undefined && service.region.timeline.now() >= finishedAt + cleanupDelay(service);
}

function cleanupDelay({ region }: ServiceRecord): number {
  const { cleanupAfterSeconds } = region.cloud.scenarios.deployments;
  return cleanupAfterSeconds === undefined ? timings.DEFERRED_CLEANUP : cleanupAfterSeconds * 1000;
}

function isMet(service: ServiceRecord, primary: DeploymentRecord): boolean {
  const criteria = criteriaOf(primary);
  if (criteria === undefined || service.status !== 'ACTIVE' || primaryOf(service) !== primary) return false;
  if (primary.rolloutState !== 'IN_PROGRESS' || primary.serviceDeployment.status !== 'IN_PROGRESS') return false;
  const areGone = service.deployments.every(each => each === primary || livingTasks(service, each).length === 0);
  const isClean = criteria.sourceServiceRevisionCleanup === 'DEFERRED' || areGone;
  return isClean && isHealthyEnough(service, primary);
}

const baking = new WeakSet<DeploymentRecord>();

/** Completes the PRIMARY deployment where its criteria are met, and still are when the bake time is over. */
export function seeWhetherEarly(service: ServiceRecord): void {
  const primary = primaryOf(service);
  if (primary === undefined || baking.has(primary) || !isMet(service, primary)) return;
  baking.add(primary);
  const bakeTime = (primary.serviceDeployment.configuration.bakeTimeInMinutes ?? 0) * MINUTE;
  service.region.timeline.after(Math.max(timings.STAGE, bakeTime), () => {
    baking.delete(primary);
    if (!isMet(service, primary)) return;
    completeDeployment(service, primary);
    service.wake(0);
    service.wake(cleanupDelay(service));
  });
}
