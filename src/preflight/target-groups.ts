import { RuleList } from '../errors.js';
import { tryCall, type CallResult } from './probe.js';
import { ECS_GUIDE, makeNode, fail, ok, warn, type CheckNode, type CheckDetails } from './check-result.js';
import type { PreflightPorts, TargetGroup } from './ports.js';
import { targetGroupName } from '../text/arn.js';
import { SEVERAL_VPCS } from './network.js';

export const TARGET_GROUP_RULES = new RuleList();
const TARGET_GROUP_NOT_FOUND = TARGET_GROUP_RULES.add(
  'target-group-not-found',
  'error',
  'A target group does not exist.',
  'DescribeTargetGroups'
);
const TARGET_TYPE = TARGET_GROUP_RULES.add(
  'target-type',
  'error',
  'The target type of a target group does not fit: ip for tasks with their own address, otherwise instance.',
  `${ECS_GUIDE}/alb.html`
);
const HEALTH_CHECK_PORT = TARGET_GROUP_RULES.add(
  'health-check-port',
  'warning',
  'The health check uses a port that no container maps.',
  'DescribeTargetGroups'
);
const TARGET_GROUP_WITHOUT_TRAFFIC = TARGET_GROUP_RULES.add(
  'target-group-without-traffic',
  'warning',
  'No load balancer sends traffic to the target group.',
  'DescribeTargetGroups'
);
const LISTENER_NOT_FOUND = TARGET_GROUP_RULES.add(
  'listener-not-found',
  'error',
  'A listener or one of its rules does not exist.',
  'DescribeListeners, DescribeRules'
);

/** A target group that the tasks are registered in. */
export interface TargetGroupRequirement {
  readonly by: 'arn' | 'name';
  readonly value: string;
  /** `ip` for tasks with an address of their own (awsvpc), else `instance`; undefined: not known. */
  readonly targetType: 'ip' | 'instance' | undefined;
  /** The container ports that the task definition maps; undefined: not known. */
  readonly ports: readonly number[] | undefined;
  /** The VPC of the subnets, as soon as it is known. */
  readonly vpcId: Promise<string | undefined>;
  /** Something must send traffic to it already; CodeDeploy does that itself with its second one. */
  readonly needsTraffic: boolean;
}

/** Looks whether a target group is there, takes such targets, and gets traffic. Rests on DescribeTargetGroups. */
export async function checkTargetGroup(
  requirement: TargetGroupRequirement,
  ports: Pick<PreflightPorts, 'describeTargetGroups'>
): Promise<CheckNode> {
  const name = targetGroupName(requirement.value);
  const result = await tryCall('elasticloadbalancing:DescribeTargetGroups', `Describing the target group ${name}`, () =>
    ports.describeTargetGroups(requirement.by, [requirement.value])
  );
  const details =
    'details' in result ? result.details : judgeTargetGroup(requirement, result.answer[0], await requirement.vpcId);
  return makeNode(`target group ${name}`, details);
}

function judgeTargetGroup(
  requirement: TargetGroupRequirement,
  group: TargetGroup | undefined,
  vpcId: string | undefined
): CheckDetails {
  const name = targetGroupName(requirement.value);
  if (group === undefined) {
    const what = `There is no target group ${name} in this account and region.`;
    return fail(TARGET_GROUP_NOT_FOUND, what, 'Create it, or correct the service or the deployment group.');
  }
  if (requirement.targetType !== undefined && group.targetType !== requirement.targetType) {
    const mode = requirement.targetType === 'ip' ? 'has the network mode awsvpc' : 'shares the address of its instance';
    const what = `The target group ${name} takes targets of the type ${group.targetType}, but the task ${mode} and is one of the type ${requirement.targetType}.`;
    return fail(TARGET_TYPE, what, `Make a target group with --target-type ${requirement.targetType}.`);
  }
  if (vpcId !== undefined && group.vpcId !== undefined && group.vpcId !== vpcId) {
    const what = `The target group ${name} is in ${group.vpcId}, the subnets of the tasks in ${vpcId}.`;
    return fail(SEVERAL_VPCS, what, 'Use a target group of the same VPC.');
  }
  const health = describeHealthCheck(group);
  const port = Number(group.healthCheck.port);
  if (
    requirement.targetType === 'ip' &&
    Number.isInteger(port) &&
    requirement.ports !== undefined &&
    !requirement.ports.includes(port)
  ) {
    const what = `The health check of ${name} goes to port ${port}, which no container maps (${health}).`;
    return warn(HEALTH_CHECK_PORT, what, 'Map the port, or let the health check use traffic-port.');
  }
  if (requirement.needsTraffic && group.loadBalancerArns.length === 0) {
    const what = `No load balancer sends traffic to the target group ${name}.`;
    return warn(TARGET_GROUP_WITHOUT_TRAFFIC, what, 'Add a listener or a rule that forwards to it.');
  }
  return ok(`${group.targetType}, ${group.protocol ?? ''}:${group.port ?? ''}, health check ${health}`);
}

function describeHealthCheck({ healthCheck }: TargetGroup): string {
  const { protocol = '', port = '', path = '', intervalSeconds, healthyThreshold } = healthCheck;
  const where = [protocol, port === 'traffic-port' ? "the target's port" : `port ${port}`, path];
  const pace =
    intervalSeconds === undefined || healthyThreshold === undefined
      ? ''
      : `, healthy after ${intervalSeconds * healthyThreshold} s at the earliest`;
  return `${where.filter(part => part !== '').join(' ')}${pace}`;
}

/** What a listener or a rule forwards to: target groups by name, with their share of the traffic; undefined where it is not there. */
export type Forwarding = ReadonlyMap<string, number>;

/**
 * Reads what a place of traffic forwards to. A rule is one rule; of an Application Load Balancer's listener it is all its rules, of
 * another's its default action, which is all it has.
 */
export async function readForwards(
  arn: string,
  ports: Pick<PreflightPorts, 'describeListener' | 'describeRule' | 'describeRulesOf'>
): Promise<CallResult<readonly Forwarding[] | undefined>> {
  if (arn.includes(':listener-rule/')) {
    return tryCall('elasticloadbalancing:DescribeRules', `Describing the rule ${arn}`, async () => {
      const rule = await ports.describeRule(arn);
      return rule === undefined ? undefined : [toForwarding(rule.forwards)];
    });
  }
  if (isApplication(arn)) {
    return tryCall('elasticloadbalancing:DescribeRules', `Describing the rules of ${arn}`, async () =>
      (await ports.describeRulesOf(arn))?.map(({ forwards }) => toForwarding(forwards))
    );
  }
  return tryCall('elasticloadbalancing:DescribeListeners', `Describing the listener ${arn}`, async () => {
    const listener = await ports.describeListener(arn);
    return listener === undefined ? undefined : [toForwarding(listener.forwards)];
  });
}

function toForwarding(forwards: readonly { readonly targetGroupArn: string; readonly weight: number | undefined }[]) {
  // A single one gets everything, whatever its weight.
  return new Map(
    forwards.map(({ targetGroupArn, weight }) => [
      targetGroupName(targetGroupArn),
      forwards.length === 1 ? 100 : (weight ?? 1)
    ])
  );
}

/** An Application Load Balancer's, by its ARN (`listener/app/…`). */
export function isApplication(listenerArn: string): boolean {
  return /:listener(?:-rule)?\/app\//.test(listenerArn);
}

/** What was found where a listener could not be read. */
export function missingListener(arn: string, what: string): CheckDetails {
  return fail(LISTENER_NOT_FOUND, `There is no ${what} ${arn}.`, 'Correct the service or the deployment group.');
}
