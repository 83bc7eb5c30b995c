import { AwsFault } from '../server/protocol.js';
import type { RequestContext } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { describeGroup } from './describe.js';
import { readFormStructures, textOf } from './documents.js';
import { BALANCING, type TargetGroup } from './state.js';

/** What a target group has as long as nobody says otherwise: API_TargetGroupAttribute of Elastic Load Balancing's API reference. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'deregistration_delay.timeout_seconds': '300',
  'stickiness.enabled': 'false',
  'load_balancing.algorithm.type': 'round_robin',
  'slow_start.duration_seconds': '0'
};
/** What ModifyTargetGroup takes, as it stands in the form of CreateTargetGroup. */
const MODIFIABLE = /^(HealthCheck\w+|HealthyThresholdCount|UnhealthyThresholdCount|Matcher\.\w+)$/;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroup.html */
export function modifyTargetGroup(form: URLSearchParams, { region }: RequestContext): unknown {
  const group = find(region, form.get('TargetGroupArn') ?? '');
  const settings = new URLSearchParams(group.form);
  for (const [name, value] of form) if (MODIFIABLE.test(name)) settings.set(name, value);
  const { HealthCheckIntervalSeconds: interval, HealthCheckTimeoutSeconds: timeout } = describeGroup(
    { ...group, form: settings },
    region
  );
  if (timeout >= interval) {
    throw new AwsFault('ValidationError', `Health check interval must be greater than the timeout: ${interval} s`);
  }
  for (const [name, value] of settings) group.form.set(name, value);
  return { TargetGroups: [describeGroup(group, region)] };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroupAttributes.html */
export function modifyTargetGroupAttributes(form: URLSearchParams, { region }: RequestContext): unknown {
  const group = find(region, form.get('TargetGroupArn') ?? '');
  for (const { Key, Value } of readFormStructures(form, 'Attributes')) {
    group.attributes.set(textOf(Key) ?? '', textOf(Value) ?? '');
  }
  return { Attributes: listAttributes(group) };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroupAttributes.html */
export function describeTargetGroupAttributes(form: URLSearchParams, { region }: RequestContext): unknown {
  return { Attributes: listAttributes(find(region, form.get('TargetGroupArn') ?? '')) };
}

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
  const delay = group.attributes.get('deregistration_delay.timeout_seconds');
  return {
    interval: described.HealthCheckIntervalSeconds,
    healthyThreshold: described.HealthyThresholdCount,
    unhealthyThreshold: described.UnhealthyThresholdCount,
    deregistrationDelay: Number(delay ?? DEFAULTS['deregistration_delay.timeout_seconds'])
  };
}
