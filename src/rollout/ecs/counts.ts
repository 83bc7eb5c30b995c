import type { EcsDeployment, Service, ServiceDeployment } from '../../aws/types.js';

/** Which deployment is ours, as far as tasks are counted. */
interface Owner {
  readonly deploymentId: string;
}

/** How the tasks of old and new stand in one look. */
export interface Counts {
  readonly wanted: number;
  readonly running: number;
  readonly pending: number;
  readonly failed: number;
  /** Running tasks of the deployments beside ours. */
  readonly old: number;
  /** Production traffic on the new version in percent, where ECS shifts it. */
  readonly traffic: number | undefined;
}

/** Counts the tasks of ours (the deployment of that id) and of the others. Pure. */
export function count(
  service: Service,
  serviceDeployment: ServiceDeployment | undefined,
  deployment: EcsDeployment | undefined,
  ref: Owner
): Counts {
  const target = serviceDeployment?.targetServiceRevision;
  const others = (service.deployments ?? []).filter(candidate => candidate.id !== ref.deploymentId);
  return {
    wanted: deployment?.desiredCount ?? target?.requestedTaskCount ?? service.desiredCount ?? 0,
    running: deployment?.runningCount ?? target?.runningTaskCount ?? 0,
    pending: deployment?.pendingCount ?? target?.pendingTaskCount ?? 0,
    failed: deployment?.failedTasks ?? 0,
    old: others.reduce((sum, candidate) => sum + (candidate.runningCount ?? 0), 0),
    traffic: shiftsTraffic(service, serviceDeployment) ? target?.requestedProductionTrafficWeight : undefined
  };
}

/**
 * All production traffic on the new version, and healthy.
 *
 * Where ECS shifts traffic it is the weight, once the stage that shifts it is behind. A rolling update stops an old task only for a
 * healthy new one, so with no old task left the new ones serve; with minimumHealthyPercent 0 that does not hold, and only the end counts.
 */
export function isLive(
  service: Service,
  serviceDeployment: ServiceDeployment | undefined,
  { old, traffic }: Counts
): boolean {
  const stage = serviceDeployment?.lifecycleStage;
  if (shiftsTraffic(service, serviceDeployment)) {
    if (stage === 'BAKE_TIME' || stage === 'CLEAN_UP') return (traffic ?? 100) >= 100;
    return stage === 'POST_PRODUCTION_TRAFFIC_SHIFT' && traffic !== undefined && traffic >= 100;
  }
  const { minimumHealthyPercent } = serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration ?? {};
  return old === 0 && (minimumHealthyPercent ?? 100) > 0;
}

/** A rolling update has a weight too, but it says nothing: the load balancer spreads over old and new tasks alike. */
export function shiftsTraffic(service: Service, serviceDeployment: ServiceDeployment | undefined): boolean {
  const configuration = serviceDeployment?.deploymentConfiguration ?? service.deploymentConfiguration;
  return (configuration?.strategy ?? 'ROLLING') !== 'ROLLING';
}
