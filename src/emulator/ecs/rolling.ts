import { BREAKER_WORDS, breakerThreshold, failDeployment, hasBreaker, primaryOf } from './deployments.js';
import { areOldTasksDone } from './early-success.js';
import { activeTasks, countTasks, desiredCountOf } from './state.js';
import type { DeploymentRecord, ServiceRecord } from './state.js';

/**
 * Divides the tasks between the deployments of a rolling update: new ones as far as maximumPercent leaves room, old ones
 * away as far as minimumHealthyPercent allows.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export function planRolling(service: ServiceRecord): void {
  judgeByBreaker(service);
  const primary = primaryOf(service);
  if (primary === undefined) return;
  const others = service.deployments.filter(each => each !== primary);
  if (service.status !== 'ACTIVE') {
    for (const each of service.deployments) each.wanted = 0;
    return;
  }
  if (primary.rolloutState === 'FAILED') {
    for (const each of service.deployments) each.wanted = Math.min(each.wanted, activeTasks(service, each).length);
    return;
  }
  const desired = desiredCountOf(service);
  const { maximumPercent = 200, minimumHealthyPercent = 100 } = service.deploymentConfiguration;
  const most = Math.max(Math.floor((desired * maximumPercent) / 100), desired > 0 ? 1 : 0);
  const least = Math.ceil((desired * minimumHealthyPercent) / 100);

  const activeNew = activeTasks(service, primary).length;
  const activeOld = others.reduce((sum, each) => sum + activeTasks(service, each).length, 0);
  const healthyNew = countTasks(service, primary).inService;
  const healthyOld = others.reduce((sum, each) => sum + countTasks(service, each).inService, 0);

  primary.wanted = Math.min(desired, activeNew + Math.max(0, most - activeOld - activeNew));
  const replaced = Math.max(0, healthyNew + activeOld - desired);
  const inTheWay = Math.max(0, desired - primary.wanted);
  const dispensable = Math.max(0, healthyNew + healthyOld - least) + (activeOld - healthyOld);
  const due = areOldTasksDone(service) ? activeOld : Math.max(replaced, inTheWay);
  let toStop = Math.min(activeOld, dispensable, due);
  for (const each of others) {
    const active = activeTasks(service, each).length;
    const stopped = Math.min(active, toStop);
    each.wanted = active - stopped;
    toStop -= stopped;
  }
}

/** Lets the circuit breaker, where there is one, end a deployment whose tasks keep failing. */
export function judgeByBreaker(service: ServiceRecord): void {
  const primary = primaryOf(service);
  if (primary?.rolloutState !== 'IN_PROGRESS') return;
  if (!hasBreaker(service)) return;
  const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
  const threshold = breakerThreshold(service.deploymentConfiguration, desiredCountOf(service));
  noteFailures(primary, threshold);
  if (primary.failedTasks < threshold) return;
  const { circuitBreaker } = primary.serviceDeployment;
  if (circuitBreaker.status === 'MONITORING') circuitBreaker.status = 'TRIGGERED';
  failDeployment(service, primary, BREAKER_WORDS, breaker?.rollback === true);
}

function noteFailures(deployment: DeploymentRecord, threshold: number): void {
  const { circuitBreaker } = deployment.serviceDeployment;
  circuitBreaker.failureCount = deployment.failedTasks;
  circuitBreaker.threshold = threshold;
}
