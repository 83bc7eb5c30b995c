import type { Cluster } from '../aws/types.js';
import { RuleList } from '../errors.js';
import { resourceName } from '../text/arn.js';
import { listNames } from '../text/format.js';
import { tryCall, type CallResult } from './probe.js';
import { ECS_GUIDE, makeNode, fail, ok, warn, type CheckNode } from './check-result.js';

export const CAPACITY_RULES = new RuleList();
const CLUSTER_NOT_FOUND = CAPACITY_RULES.add(
  'cluster-not-found',
  'error',
  'The cluster does not exist.',
  'DescribeClusters'
);
const CLUSTER_NOT_ACTIVE = CAPACITY_RULES.add(
  'cluster-not-active',
  'error',
  'The cluster is not ACTIVE.',
  'DescribeClusters'
);
const CAPACITY_PROVIDER_NOT_FOUND = CAPACITY_RULES.add(
  'capacity-provider-not-found',
  'error',
  'The cluster does not have a capacity provider of the strategy.',
  `DescribeClusters; ${ECS_GUIDE}/cluster-capacity-providers.html`
);
const NO_INSTANCES = CAPACITY_RULES.add(
  'no-instances',
  'warning',
  'Tasks run on EC2, and no instance has joined the cluster.',
  'DescribeClusters'
);

/** What is to run in a cluster. */
interface ClusterWish {
  readonly cluster: string;
  /** Of the service, the AppSpec and the task before the rollout. */
  readonly capacityProviders: readonly string[];
  /** The tasks run on instances that must have joined the cluster. */
  readonly needsInstances: boolean;
}

/** Looks whether the cluster is there and has the capacity providers. Rests on DescribeClusters. */
export async function checkCluster(
  requirement: ClusterWish,
  describeCluster: (cluster: string) => Promise<Cluster | undefined>
): Promise<CheckNode> {
  const { cluster, capacityProviders } = requirement;
  const result = await tryCall('ecs:DescribeClusters', `Describing the cluster ${cluster}`, () =>
    describeCluster(cluster)
  );
  const label = `cluster ${resourceName(cluster)}`;
  const children = [...new Set(capacityProviders)].map(provider => checkProvider(provider, cluster, result));
  if ('details' in result) return makeNode(label, result.details, children);
  const { answer } = result;
  if (answer === undefined) {
    const what = `There is no cluster ${cluster} in this account and region.`;
    return makeNode(label, fail(CLUSTER_NOT_FOUND, what, 'Correct cluster, region or the role.'));
  }
  if (answer.status !== undefined && answer.status !== 'ACTIVE') {
    const what = `The cluster ${cluster} is ${answer.status}; a rollout needs an ACTIVE one.`;
    return makeNode(label, fail(CLUSTER_NOT_ACTIVE, what, 'Create the cluster again, or correct cluster.'));
  }
  if (requirement.needsInstances && answer.registeredContainerInstancesCount === 0) {
    const what = `The tasks run on EC2, and no instance has joined the cluster ${cluster}.`;
    return makeNode(label, warn(NO_INSTANCES, what, 'Start instances with the ECS agent in it.'), children);
  }
  return makeNode(label, ok(answer.status), children);
}

function checkProvider(name: string, cluster: string, result: CallResult<Cluster | undefined>): CheckNode {
  const label = `capacity provider ${name}`;
  if ('details' in result) return makeNode(label, result.details);
  const there = result.answer?.capacityProviders ?? [];
  if (there.includes(name)) return makeNode(label, ok());
  const what = `The cluster ${cluster} has no capacity provider ${name}; it has ${listNames(there)}.`;
  const next = 'Add it with aws ecs put-cluster-capacity-providers, or correct the strategy.';
  return makeNode(label, fail(CAPACITY_PROVIDER_NOT_FOUND, what, next));
}
