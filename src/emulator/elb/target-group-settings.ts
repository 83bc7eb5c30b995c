import { AwsFault } from '../server/protocol.js';
import { operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { describeGroup } from './describe.js';
import { GROUP_ATTRIBUTES, GROUP_CHANGES, GROUP_NAME } from './inputs.js';
import { BALANCING, type TargetGroup } from './state.js';

/** What a target group has as long as nobody says otherwise: API_TargetGroupAttribute of Elastic Load Balancing's API reference. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'deregistration_delay.timeout_seconds': '300',
  'stickiness.enabled': 'false',
  'load_balancing.algorithm.type': 'round_robin',
  'slow_start.duration_seconds': '0'
};
const DELAY = 'deregistration_delay.timeout_seconds';
const LONGEST_DELAY = 3_600;
/** All attributes that the same page names; of these only the delay has an effect here. */
const ATTRIBUTES = new Set([
  ...Object.keys(DEFAULTS),
  'deregistration_delay.connection_termination.enabled',
  'lambda.multi_value_headers.enabled',
  'load_balancing.algorithm.anomaly_mitigation',
  'load_balancing.cross_zone.enabled',
  'preserve_client_ip.enabled',
  'proxy_protocol_v2.enabled',
  'stickiness.app_cookie.cookie_name',
  'stickiness.app_cookie.duration_seconds',
  'stickiness.lb_cookie.duration_seconds',
  'stickiness.type',
  'target_failover.on_deregistration',
  'target_failover.on_unhealthy',
  'target_group_health.dns_failover.minimum_healthy_targets.count',
  'target_group_health.dns_failover.minimum_healthy_targets.percentage',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage',
  'target_health_state.unhealthy.connection_termination.enabled',
  'target_health_state.unhealthy.draining_interval_seconds'
]);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroup.html */
export const modifyTargetGroup = operation(GROUP_CHANGES, ({ TargetGroupArn: arn = '', ...changes }, { region }) => {
  const group = find(region, arn);
  const input = { ...group.input, ...changes };
  const { HealthCheckIntervalSeconds: interval, HealthCheckTimeoutSeconds: timeout } = describeGroup(
    { ...group, input },
    region
  );
  if (timeout >= interval) {
    throw new AwsFault('ValidationError', `Health check interval must be greater than the timeout: ${interval} s`);
  }
  group.input = input;
  return { TargetGroups: [describeGroup(group, region)] };
});

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroupAttributes.html */
export const modifyTargetGroupAttributes = operation(GROUP_ATTRIBUTES, (input, { region }) => {
  const group = find(region, input.TargetGroupArn ?? '');
  const attributes = (input.Attributes ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const);
  for (const [key, value] of attributes) checkAttribute(key, value);
  for (const [key, value] of attributes) group.attributes.set(key, value);
  return { Attributes: listAttributes(group) };
});

function checkAttribute(key: string, value: string): void {
  if (!ATTRIBUTES.has(key))
    throw new AwsFault('ValidationError', `Target group attribute key '${key}' is not recognized`);
  if (key === DELAY && !(/^\d{1,4}$/.test(value) && Number(value) <= LONGEST_DELAY)) {
    throw new AwsFault(
      'ValidationError',
      `'${value}' must be a number of seconds from 0 to ${LONGEST_DELAY} for ${key}`
    );
  }
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroupAttributes.html */
export const describeTargetGroupAttributes = operation(GROUP_NAME, ({ TargetGroupArn: arn = '' }, { region }) => ({
  Attributes: listAttributes(find(region, arn))
}));

function listAttributes({ attributes }: TargetGroup): readonly { readonly Key: string; readonly Value: string }[] {
  return Object.entries({ ...DEFAULTS, ...Object.fromEntries(attributes) }).map(([Key, Value]) => ({ Key, Value }));
}

function find(region: RegionState, arn: string): TargetGroup {
  const group = region.part(BALANCING).groups.get(arn);
  if (group === undefined) throw new AwsFault('TargetGroupNotFound', 'One or more target groups not found');
  return group;
}

/** How long a target group takes over its targets, in seconds; undefined where there is no such group. */
export function targetTimesOf(region: RegionState, arn: string) {
  const group = region.part(BALANCING).groups.get(arn);
  if (group === undefined) return undefined;
  const described = describeGroup(group, region);
  const delay = group.attributes.get(DELAY);
  return {
    interval: described.HealthCheckIntervalSeconds,
    healthyThreshold: described.HealthyThresholdCount,
    unhealthyThreshold: described.UnhealthyThresholdCount,
    deregistrationDelay: Number(delay ?? DEFAULTS[DELAY])
  };
}
