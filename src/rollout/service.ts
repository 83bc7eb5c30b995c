import { explainAwsError, awsErrorName, isAccessDenied } from '../aws/errors.js';
import type { Cluster, Service } from '../aws/types.js';
import { SlipwayError } from '../errors.js';
import { resourceName } from '../text/arn.js';
import { nearestName } from '../text/suggest.js';
import type { Clock } from '../ports.js';
import { retryTransient } from './transient.js';
import type { DescribedServices, EcsPort } from './ports.js';

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
    clusterName: resourceName(clusterArn),
    clusterArn,
    serviceName: service.serviceName ?? resourceName(wanted),
    serviceArn: service.serviceArn ?? wanted,
    service,
    runningTaskDefinitionArn: primary?.taskDefinition ?? service.taskDefinition,
    warnings:
      service.desiredCount === 0
        ? [
            `The service ${service.serviceName ?? wanted} has a desired count of 0, so no task will start and the rollout is not verified.`
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
    return await retryTransient(clock, () => ecs.describeServices(cluster, [service]));
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
    arns => arns.map(resourceName),
    () => [] as string[]
  );
  const nearest = nearestName(resourceName(wanted), names);
  return new SlipwayError({
    code: 'service-not-found',
    fault: 'user',
    what: `There is no service ${wanted} in the cluster ${cluster}.`,
    next: nearest === undefined ? 'Correct service or cluster.' : `Did you mean ${nearest}?`
  });
}
