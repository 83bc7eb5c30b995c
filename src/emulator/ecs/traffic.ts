import { shiftRuleTo } from '../elb/shifts.js';
import type { TargetSource } from '../server/state.js';
import type { Target } from '../server/target.js';
import type { LoadBalancer } from './shapes.js';
import { ECS } from './state.js';
import type { RevisionShare, ServiceDeploymentRecord, ServiceRecord, TargetRegistration, TaskRecord } from './state.js';
import { targetGroupOf } from './target-groups.js';

/**
 * Brings the weights of a deployment's revisions into the listener rules of the service, as ECS does with BLUE_GREEN, LINEAR and CANARY.
 * Whatever the service deployment says is what the traffic does from this moment on.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
 */
export function shiftTraffic(service: ServiceRecord, record: ServiceDeploymentRecord): void {
  if ((record.configuration.strategy ?? 'ROLLING') === 'ROLLING') return;
  const shares = [...record.sources, ...(record.target === undefined ? [] : [record.target])];
  for (const balancer of service.launch.loadBalancers ?? []) {
    const { productionListenerRule, testListenerRule } = balancer.advancedConfiguration ?? {};
    const shift = (rule: string | undefined, weight: (share: RevisionShare) => number): void => {
      const weights = divide(balancer, shares, weight);
      // Nobody has traffic before the first deployment of a service has come that far.
      if (rule !== undefined && weights !== undefined) shiftRuleTo(service.region, rule, weights);
    };
    shift(productionListenerRule, share => share.productionWeight);
    shift(testListenerRule, share => share.testWeight);
  }
}

/** Weights as a rule takes them, whole numbers up to 999: per cent, or tenths of one where there are any. undefined where all are 0. */
function divide(
  balancer: LoadBalancer,
  shares: readonly RevisionShare[],
  weightOf: (share: RevisionShare) => number
): ReadonlyMap<string, number> | undefined {
  const weights = new Map<string, number>();
  for (const usesAlternates of [false, true]) {
    const group = targetGroupOf(balancer, usesAlternates);
    if (group === undefined) continue;
    const sum = shares
      .filter(({ revision }) => revision.usesAlternates === usesAlternates)
      .reduce((total, share) => total + weightOf(share), 0);
    weights.set(group, (weights.get(group) ?? 0) + sum);
  }
  const values = [...weights.values()];
  if (values.every(weight => weight === 0)) return undefined;
  const factor = values.every(Number.isInteger) ? 1 : 10;
  return new Map([...weights].map(([group, weight]) => [group, Math.min(999, Math.round(weight * factor))]));
}

/** The tasks of ECS as the targets of load balancers. */
export const ECS_TARGETS: TargetSource = {
  listTargets: (region, targetGroupArn) =>
    [...region.part(ECS).clusters.values()]
      .flatMap(({ tasks }) => [...tasks.values()])
      .filter(task => task.inService && task.desiredStatus === 'RUNNING')
      .flatMap(task => {
        const registration = task.targets.find(({ targetGroup }) => targetGroup === targetGroupArn);
        return registration === undefined ? [] : [describeTarget(task, registration)];
      })
};

function describeTarget(task: TaskRecord, { container, port }: TargetRegistration): Target {
  const { live, taskDefinition } = task;
  return {
    task: task.arn,
    taskDefinition: `${taskDefinition.family}:${taskDefinition.revision}`,
    behaviour: task.behaviour,
    findAddress:
      live === undefined || container === undefined || port === undefined
        ? undefined
        : () => live.findAddress(container, port)
  };
}
