import type { ECSTaskSet, Service, ServiceDeployment } from '../../aws/types.js';
import { shiftsTraffic } from '../ecs/counts.js';
import type { Look } from '../monitor/look.js';

/** The tasks of one version of a service, by one look. */
export interface VersionState {
  /** `new` and `old` of a deployment; `current` between deployments. */
  readonly role: 'new' | 'old' | 'current';
  /** '' where AWS does not tell. */
  readonly taskDefinitionArn: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  /** Since the version's deployment began. */
  readonly failed: number;
  /** Production traffic in percent, where it is shifted. */
  readonly traffic: number | undefined;
}

/** The versions of a deployment, the new one first. Pure. */
export function readVersions(look: Look): readonly VersionState[] {
  if (look.engine === 'ecs') {
    const { service, serviceDeployment } = look.snapshot;
    return service === undefined ? [] : readDeployments(service, serviceDeployment, look.ref.deploymentId);
  }
  const { info, target, service } = look.snapshot;
  const sets = target?.taskSetsInfo ?? [];
  if (service?.taskSets === undefined) return sets.map(readTaskSetInfo);
  const id = info.deploymentId;
  const versions = service.taskSets.map((set): VersionState => ({
    role: set.externalId === id ? 'new' : 'old',
    taskDefinitionArn: set.taskDefinition ?? '',
    desired: set.computedDesiredCount ?? 0,
    running: set.runningCount ?? 0,
    pending: set.pendingCount ?? 0,
    failed: 0,
    traffic: sets.find(({ identifer }) => identifer === set.id)?.trafficWeight
  }));
  return newFirst(versions);
}

/** The versions of a service between deployments: what was before may still be ending. Pure. */
export function readResting({ deployments, taskSets }: Service): readonly VersionState[] {
  const all = [
    ...(deployments ?? []).map(each => ({ ...each, desired: each.desiredCount, failed: each.failedTasks })),
    ...(taskSets ?? []).map(each => ({ ...each, desired: each.computedDesiredCount, failed: 0 }))
  ];
  return all.map(({ status, taskDefinition, desired, runningCount, pendingCount, failed }) => ({
    role: status === 'PRIMARY' ? 'current' : 'old',
    taskDefinitionArn: taskDefinition ?? '',
    desired: desired ?? 0,
    running: runningCount ?? 0,
    pending: pendingCount ?? 0,
    failed: failed ?? 0,
    traffic: undefined
  }));
}

function readDeployments(
  service: Service,
  deployment: ServiceDeployment | undefined,
  own: string
): readonly VersionState[] {
  const shifts = shiftsTraffic(service, deployment);
  const traffic = shifts ? deployment?.targetServiceRevision?.requestedProductionTrafficWeight : undefined;
  const versions = (service.deployments ?? []).map((each): VersionState => ({
    role: each.id === own ? 'new' : 'old',
    taskDefinitionArn: each.taskDefinition ?? '',
    desired: each.desiredCount ?? 0,
    running: each.runningCount ?? 0,
    pending: each.pendingCount ?? 0,
    failed: each.failedTasks ?? 0,
    traffic: each.id === own ? traffic : undefined
  }));
  const [first, second, ...rest] = newFirst(versions);
  if (first === undefined || second === undefined) return versions;
  // What one new version has not, the one before it has.
  const others = traffic === undefined || first.role !== 'new' ? undefined : 100 - traffic;
  return [first, { ...second, traffic: others }, ...rest];
}

function readTaskSetInfo(set: ECSTaskSet): VersionState {
  return {
    role: set.taskSetLabel === 'Green' ? 'new' : 'old',
    taskDefinitionArn: '',
    desired: set.desiredCount ?? 0,
    running: set.runningCount ?? 0,
    pending: set.pendingCount ?? 0,
    failed: 0,
    traffic: set.trafficWeight
  };
}

function newFirst(versions: readonly VersionState[]): readonly VersionState[] {
  return [...versions].sort((one, other) => Number(other.role === 'new') - Number(one.role === 'new'));
}
