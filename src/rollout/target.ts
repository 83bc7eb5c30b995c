import { explainAwsError, awsErrorName, isAccessDenied } from '../aws/errors.js';
import type { Cluster, DeploymentGroupInfo, EcsDeployment, Service } from '../aws/shapes.js';
import type { RolloutConfig } from '../config/config.js';
import { SlipwayError } from '../errors.js';
import { nearestName } from '../text/nearest.js';
import type { Clock } from '../ports.js';
import { findDeploymentGroup } from './group.js';
import { patiently } from './patience.js';
import type { DescribedServices, EcsPort, RolloutPorts } from './ports.js';

/** What every target says about its service, as DescribeServices told it before anything was changed. */
export interface ServiceTarget {
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly serviceName: string;
  readonly serviceArn: string;
  /** The service as it was described. */
  readonly service: Service;
  /** What runs now; undefined where nothing was deployed yet. */
  readonly runningTaskDefinitionArn: string | undefined;
  /** Worth saying, but no reason to stop. One sentence each. */
  readonly warnings: readonly string[];
}

/** A service that ECS itself rolls out. */
export interface EcsTarget extends ServiceTarget {
  readonly controller: 'ECS';
  /** ROLLING, BLUE_GREEN, LINEAR, CANARY, or one that is newer than this release. */
  readonly strategy: string;
  /** The PRIMARY deployment before ours. */
  readonly primary: EcsDeployment | undefined;
}

/** A service that CodeDeploy rolls out. */
export interface CodeDeployTarget extends ServiceTarget {
  readonly controller: 'CODE_DEPLOY';
  readonly application: string;
  readonly deploymentGroup: string;
  readonly group: DeploymentGroupInfo;
}

export type RolloutTarget = EcsTarget | CodeDeployTarget;

/**
 * Looks at what is to be rolled out to, without changing anything: the cluster, the service, its controller and, for
 * CodeDeploy, the application, the deployment group and a deployment that may be in the way.
 *
 * Rests on DescribeClusters (left out where it is not permitted: DescribeServices tells a missing cluster too),
 * DescribeServices, GetDeploymentGroup and ListDeployments.
 *
 * @throws SlipwayError one sentence on what is missing or in the way
 */
export async function findTarget(
  rollout: RolloutConfig,
  ports: RolloutPorts & { readonly clock: Clock }
): Promise<RolloutTarget> {
  const { cluster, service: wanted } = rollout;
  if (wanted === undefined) {
    throw new SlipwayError({ code: 'no-service', fault: 'slipway', what: 'There is no service to look for.' });
  }
  const base = await findService(cluster, wanted, ports);
  const { service } = base;
  const controller = service.deploymentController?.type ?? 'ECS';
  if (controller === 'CODE_DEPLOY') {
    const found = await findDeploymentGroup(rollout, base, ports.codedeploy);
    return { ...base, ...found, controller, warnings: [...base.warnings, ...found.warnings] };
  }
  if (controller !== 'ECS') throw explainController(controller, base);
  const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
  const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY');
  return {
    ...base,
    controller,
    strategy,
    primary,
    warnings: [...base.warnings, ...warnOfDeployment(primary, rollout)]
  };
}

/** The service alone, whatever rolls it out. Throws where cluster or service are not there, or not ACTIVE. */
export async function findService(
  cluster: string,
  wanted: string,
  ports: { readonly ecs: EcsPort; readonly clock: Clock }
): Promise<ServiceTarget> {
  const [described, answer] = await Promise.all([
    describeCluster(cluster, ports.ecs),
    describeService(cluster, wanted, ports)
  ]);
  requireActiveCluster(cluster, described);
  const service = answer.services[0];
  if (service === undefined) throw await explainMissingService(cluster, wanted, ports.ecs);
  requireActiveService(service, wanted, cluster);
  return describeTarget(service, cluster, wanted);
}

function describeTarget(service: Service, cluster: string, wanted: string): ServiceTarget {
  const primary =
    service.deployments?.find(deployment => deployment.status === 'PRIMARY') ??
    service.taskSets?.find(taskSet => taskSet.status === 'PRIMARY');
  const clusterArn = service.clusterArn ?? cluster;
  return {
    clusterName: lastSegment(clusterArn),
    clusterArn,
    serviceName: service.serviceName ?? lastSegment(wanted),
    serviceArn: service.serviceArn ?? wanted,
    service,
    runningTaskDefinitionArn: primary?.taskDefinition ?? service.taskDefinition,
    warnings:
      service.desiredCount === 0
        ? [
            `The service ${service.serviceName ?? wanted} has the desired count 0: a rollout starts no task and proves nothing.`
          ]
        : []
  };
}

async function describeCluster(cluster: string, ecs: EcsPort): Promise<Cluster | 'missing' | 'unknown'> {
  try {
    return (await ecs.describeCluster(cluster)) ?? 'missing';
  } catch (error) {
    // The official minimal policies do not hold ecs:DescribeClusters.
    if (isAccessDenied(error)) return 'unknown';
    throw explainAwsError(error, `Describing the cluster ${cluster}`);
  }
}

async function describeService(
  cluster: string,
  service: string,
  { ecs, clock }: { readonly ecs: EcsPort; readonly clock: Clock }
): Promise<DescribedServices> {
  try {
    return await patiently(clock, () => ecs.describeServices(cluster, [service]));
  } catch (error) {
    if (awsErrorName(error) === 'ClusterNotFoundException') throw missingCluster(cluster);
    throw explainAwsError(error, `Describing the service ${service} in the cluster ${cluster}`);
  }
}

function requireActiveCluster(name: string, cluster: Cluster | 'missing' | 'unknown'): void {
  if (cluster === 'unknown') return;
  if (cluster === 'missing') throw missingCluster(name);
  if (cluster.status === undefined || cluster.status === 'ACTIVE') return;
  throw new SlipwayError({
    code: 'cluster-not-active',
    fault: 'user',
    what: `The cluster ${name} is ${cluster.status}; a rollout needs an ACTIVE one.`,
    next: 'Create the cluster again, or correct cluster.'
  });
}

function missingCluster(name: string): SlipwayError {
  return new SlipwayError({
    code: 'cluster-not-found',
    fault: 'user',
    what: `There is no cluster ${name} in this account and region.`,
    next: 'Correct cluster, region or the role.'
  });
}

function requireActiveService(service: Service, wanted: string, cluster: string): void {
  if (service.status === undefined || service.status === 'ACTIVE') return;
  throw new SlipwayError({
    code: 'service-not-active',
    fault: 'user',
    what: `The service ${wanted} in the cluster ${cluster} is ${service.status}; a rollout needs an ACTIVE one.`,
    next: 'Create the service again, or correct service.'
  });
}

async function explainMissingService(cluster: string, wanted: string, ecs: EcsPort): Promise<SlipwayError> {
  const names = await ecs.listServices(cluster).then(
    arns => arns.map(lastSegment),
    () => [] as string[]
  );
  const nearest = nearestName(lastSegment(wanted), names);
  return new SlipwayError({
    code: 'service-not-found',
    fault: 'user',
    what: `There is no service ${wanted} in the cluster ${cluster}.`,
    next: nearest === undefined ? 'Correct service or cluster.' : `Did you mean ${nearest}?`
  });
}

/** Of a controller that is neither ECS nor CODE_DEPLOY. */
export function explainController(controller: string, target: ServiceTarget): SlipwayError {
  return new SlipwayError({
    code: 'unsupported-controller',
    fault: 'user',
    what:
      `The service ${target.serviceName} has the deployment controller ${controller}, whose task sets another system makes; ` +
      'Slipway rolls out services with the controllers ECS and CODE_DEPLOY.',
    next: 'Roll it out with that system, or change its controller with UpdateService.'
  });
}

function warnOfDeployment(primary: EcsDeployment | undefined, { onConflict }: RolloutConfig): readonly string[] {
  if (primary?.rolloutState !== 'IN_PROGRESS') return [];
  const then = onConflict === 'wait' ? 'ours waits for its end (on-conflict: wait)' : 'ECS replaces it by ours';
  return [
    `The deployment ${primary.id ?? ''} of ${lastSegment(primary.taskDefinition ?? 'another revision')} is still in progress; ${then}.`
  ];
}

/** The part of an ARN or path after its last slash; a plain name as it is. */
export function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
