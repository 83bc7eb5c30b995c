import type { LoadBalancer } from './shapes.js';
import type { TargetRegistration } from './state.js';

/** The target group of a load balancer that a deployment's tasks are in; the alternate one where there is one and it is their turn. */
export function targetGroupOf(balancer: LoadBalancer, usesAlternates: boolean): string | undefined {
  const alternate = usesAlternates ? balancer.advancedConfiguration?.alternateTargetGroupArn : undefined;
  return alternate ?? balancer.targetGroupArn;
}

/** Where the load balancers of a service reach its tasks. */
export function targetsOf(
  loadBalancers: readonly LoadBalancer[] | undefined,
  usesAlternates: boolean
): readonly TargetRegistration[] {
  return (loadBalancers ?? []).flatMap(each => {
    const targetGroup = targetGroupOf(each, usesAlternates);
    return targetGroup === undefined ? [] : [{ targetGroup, container: each.containerName, port: each.containerPort }];
  });
}
