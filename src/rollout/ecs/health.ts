import type { EcsDeployment, Service, ServiceDeployment, ServiceEvent } from '../../aws/types.js';
import { shiftsTraffic, type Counts } from './counts.js';

/** What one look tells of the health of the new version, in ECS's own measure. */
export interface HealthSigns {
  /** ECS says so: the deployment is COMPLETED or SUCCESSFUL, or past the stage that waits for healthy tasks. */
  readonly healthy: boolean;
  /** Running tasks of the deployments before ours. */
  readonly old: number;
  /** So many tasks ECS keeps healthy in a rolling update (minimumHealthyPercent of the desired count). 0: none, or another strategy. */
  readonly kept: number;
  /** Running tasks of ours, and how many it is to have. */
  readonly running: number;
  readonly wanted: number;
  /** The circuit breaker's count, where a healthy task sets it back to 0; undefined where it is not known, or not set back. */
  readonly failures: number | undefined;
}

/** ECS enters these stages with healthy tasks of the new version. One that is newer than this release tells nothing. */
const HEALTHY_STAGES: ReadonlySet<string> = new Set([
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
  'BAKE_TIME',
  'CLEAN_UP'
]);

/** Reads the signs of health from DescribeServices and DescribeServiceDeployments. Pure. @param deployment our deployment in the service */
export function readHealth(
  service: Service,
  serviceDeployment: ServiceDeployment | undefined,
  deployment: EcsDeployment | undefined,
  { old, running, wanted }: Counts
): HealthSigns {
  const { minimumHealthyPercent = 100, deploymentCircuitBreaker: settings } =
    serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration ?? {};
  const shifts = shiftsTraffic(service, serviceDeployment);
  const breaker = serviceDeployment?.deploymentCircuitBreaker;
  const isSetBack = breaker?.status === 'MONITORING' && settings?.resetOnHealthyTask !== false;
  return {
    healthy:
      serviceDeployment?.status === 'SUCCESSFUL' ||
      deployment?.rolloutState === 'COMPLETED' ||
      (shifts && HEALTHY_STAGES.has(serviceDeployment?.lifecycleStage ?? '')),
    old,
    kept: shifts ? 0 : Math.ceil(((service.desiredCount ?? 0) * minimumHealthyPercent) / 100),
    running,
    wanted,
    failures: isSetBack ? breaker.failureCount : undefined
  };
}

/**
 * Keeps whether a task of the new version has been healthy, as ECS tells in one look after the other: by its own word; by old tasks that it
 * stops below what it keeps healthy, so that a new one has taken their place; by failures that a healthy task has set back.
 *
 * @returns takes one look in, with the service events since the deployment began, and says whether it has
 */
export function createHealthWatch(): (signs: HealthSigns, events: readonly ServiceEvent[]) => boolean {
  let max = 0;
  let failures = 0;
  let healthy = false;
  return (signs, events) => {
    const tells = (what: RegExp): boolean => events.some(({ message = '' }) => what.test(message));
    max = Math.max(max, signs.old);
    const isBelow = signs.running > 0 && max >= signs.kept && signs.old < signs.kept;
    // Old tasks may also have died: then ECS does not tell that it stopped one.
    const isReplaced = isBelow && tells(/has stopped \d+ running tasks/);
    const isSetBack = signs.failures !== undefined && signs.failures < failures;
    failures = signs.failures ?? failures;
    healthy ||= signs.healthy || isReplaced || isSetBack || tells(/has reached a steady state/);
    return healthy;
  };
}
