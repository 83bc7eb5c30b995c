import { createHash } from 'node:crypto';
import type { TargetCheck } from '../containers/engine.js';
import { findSubnet } from '../ec2/module.js';
import { AwsFault } from '../server/protocol.js';
import { readList, readStructures } from '../server/query.js';
import type { CloudModule, QueryService, RequestContext } from '../server/service.js';
import type { PartKey, RegionState } from '../server/state.js';

interface Target {
  readonly arn: string;
  readonly weight: number | undefined;
}

interface Rule {
  readonly arn: string;
  readonly priority: string;
  forwards: readonly Target[];
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly field: string;
  readonly values: readonly string[];
  /** `PathPatternConfig` and the like: what says the values since there are conditions with more than values. */
  readonly config: string | undefined;
}

interface Listener {
  readonly arn: string;
  readonly balancerArn: string;
  readonly protocol: string;
  readonly port: number;
  readonly form: URLSearchParams;
  /** The default rule first. */
  readonly rules: Rule[];
}

interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly form: URLSearchParams;
}

interface Balancer {
  readonly arn: string;
  readonly name: string;
  readonly form: URLSearchParams;
  readonly createdAt: number;
}

interface Balancing {
  readonly balancers: Map<string, Balancer>;
  readonly listeners: Map<string, Listener>;
  readonly groups: Map<string, TargetGroup>;
}

const BALANCING: PartKey<Balancing> = {
  create: () => ({ balancers: new Map(), listeners: new Map(), groups: new Map() })
};

const SHORT: Readonly<Record<string, string>> = { application: 'app', network: 'net' };

/** The 16 digits at the end of an ARN: of the names, so that a rehearsal is the same every time. */
function idOf(...names: readonly string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
}

/** Whether a request to create says what the one before said: then it succeeds again. */
function isSame(form: URLSearchParams, before: URLSearchParams): boolean {
  const settings = (of: URLSearchParams): string =>
    [...of]
      .map(pair => pair.join('='))
      .sort()
      .join('\n');
  return settings(form) === settings(before);
}

function createLoadBalancer(form: URLSearchParams, { region, now }: RequestContext): unknown {
  const name = need(form, 'Name');
  const kind = SHORT[form.get('Type') ?? 'application'] ?? 'app';
  const arn = region.arn('elasticloadbalancing', `loadbalancer/${kind}/${name}/${idOf(name)}`);
  const missing = readList(form, 'Subnets').find(id => findSubnet(region, id) === undefined);
  if (missing !== undefined) throw new AwsFault('SubnetNotFound', `The subnet ID '${missing}' does not exist`);
  const { balancers } = region.part(BALANCING);
  const known = [...balancers.values()].find(one => one.name === name);
  if (known !== undefined && !isSame(form, known.form)) {
    const message = `A load balancer with the same name '${name}' exists, but with different settings`;
    throw new AwsFault('DuplicateLoadBalancerName', message);
  }
  const balancer = known ?? { arn, name, form, createdAt: now };
  balancers.set(balancer.arn, balancer);
  return { LoadBalancers: [describeBalancer(balancer, region)] };
}

function createTargetGroup(form: URLSearchParams, { region }: RequestContext): unknown {
  const name = need(form, 'Name');
  const { groups } = region.part(BALANCING);
  const known = [...groups.values()].find(group => group.name === name);
  if (known !== undefined && !isSame(form, known.form)) {
    throw new AwsFault(
      'DuplicateTargetGroupName',
      `A target group with the same name '${name}' exists, but with different settings`
    );
  }
  if (known !== undefined) return { TargetGroups: [describeGroup(known, region)] };
  const arn = region.arn('elasticloadbalancing', `targetgroup/${name}/${idOf('group', name)}`);
  const group = { arn, name, form };
  groups.set(arn, group);
  return { TargetGroups: [describeGroup(group, region)] };
}

function createListener(form: URLSearchParams, { region }: RequestContext): unknown {
  const balancerArn = need(form, 'LoadBalancerArn');
  const { balancers, listeners } = region.part(BALANCING);
  if (!balancers.has(balancerArn)) {
    throw new AwsFault('LoadBalancerNotFound', `Load balancer '${balancerArn}' not found`);
  }
  const port = Number(form.get('Port') ?? 80);
  const arn = `${balancerArn.replace(':loadbalancer/', ':listener/')}/${idOf(balancerArn, String(port))}`;
  const known = listeners.get(arn);
  if (known !== undefined && isSame(form, known.form)) return { Listeners: [describeListener(known)] };
  if (known !== undefined)
    throw new AwsFault('DuplicateListener', 'A listener already exists on this port for this load balancer');
  const first = makeRule(arn, 'default', readStructures(form, 'DefaultActions'), [], region);
  const listener = { arn, balancerArn, protocol: form.get('Protocol') ?? 'HTTP', port, form, rules: [first] };
  listeners.set(arn, listener);
  return { Listeners: [describeListener(listener)] };
}

function createRule(form: URLSearchParams, { region }: RequestContext): unknown {
  const listener = findListener(region, need(form, 'ListenerArn'));
  const priority = need(form, 'Priority');
  if (listener.rules.some(rule => rule.priority === priority)) {
    throw new AwsFault('PriorityInUse', `Priority '${priority}' is currently in use`);
  }
  const conditions = readStructures(form, 'Conditions').map(readCondition);
  const rule = makeRule(listener.arn, priority, readStructures(form, 'Actions'), conditions, region);
  listener.rules.push(rule);
  return { Rules: [describeRule(rule)] };
}

const CONFIGS: Readonly<Record<string, string>> = {
  'path-pattern': 'PathPatternConfig',
  'host-header': 'HostHeaderConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'source-ip': 'SourceIpConfig'
};

function readCondition(form: URLSearchParams): Condition {
  const field = form.get('Field') ?? '';
  const config = CONFIGS[field];
  const values = [...readList(form, 'Values'), ...(config === undefined ? [] : readList(form, `${config}.Values`))];
  return { field, values, config };
}

function makeRule(
  listenerArn: string,
  priority: string,
  actions: readonly URLSearchParams[],
  conditions: Rule['conditions'],
  region: RegionState
): Rule {
  const forwards = actions.flatMap(action => {
    const weighted = readStructures(action, 'ForwardConfig.TargetGroups').map(group => ({
      arn: group.get('TargetGroupArn') ?? '',
      weight: group.has('Weight') ? Number(group.get('Weight')) : undefined
    }));
    const only = action.get('TargetGroupArn');
    return weighted.length > 0 || only === null ? weighted : [{ arn: only, weight: undefined }];
  });
  const missing = forwards.find(({ arn }) => !region.part(BALANCING).groups.has(arn));
  if (missing !== undefined) throw new AwsFault('TargetGroupNotFound', `Target groups '${missing.arn}' not found`);
  const arn = `${listenerArn.replace(':listener/', ':listener-rule/')}/${idOf(listenerArn, priority)}`;
  return { arn, priority, forwards, conditions };
}

/**
 * Shifts traffic as CodeDeploy does: in each rule of the listener that forwards to one of these target groups, they get these weights.
 *
 * @param weights by the target group's name
 */
export function shiftForwards(region: RegionState, listenerArn: string, weights: ReadonlyMap<string, number>): void {
  const { listeners, groups } = region.part(BALANCING);
  const ours = [...groups.values()].flatMap(({ arn, name }) => {
    const weight = weights.get(name);
    return weight === undefined ? [] : [{ arn, weight }];
  });
  for (const rule of listeners.get(listenerArn)?.rules ?? []) {
    if (rule.forwards.some(({ arn }) => ours.some(group => group.arn === arn))) rule.forwards = ours;
  }
}

/** The names of the target groups that a listener sends traffic to; undefined where there is no such listener. */
export function listTrafficOf(region: RegionState, listenerArn: string): readonly string[] | undefined {
  const { listeners, groups } = region.part(BALANCING);
  return listeners
    .get(listenerArn)
    ?.rules.flatMap(({ forwards }) => forwards)
    .filter(({ weight }) => weight !== 0)
    .flatMap(({ arn }) => groups.get(arn)?.name ?? []);
}

/** How a target group looks at its targets; undefined where there is no such group, or where it asks as only gRPC can. */
export function targetCheckOf(region: RegionState, arn: string): TargetCheck | undefined {
  const group = region.part(BALANCING).groups.get(arn);
  if (group === undefined || group.form.get('ProtocolVersion') === 'GRPC') return undefined;
  const settings = describeGroup(group, region);
  return {
    protocol: settings.HealthCheckProtocol,
    port: /^\d+$/.test(settings.HealthCheckPort) ? Number(settings.HealthCheckPort) : undefined,
    path: settings.HealthCheckPath ?? '/',
    codes: settings.Matcher?.HttpCode ?? '200-399',
    intervalSeconds: settings.HealthCheckIntervalSeconds,
    timeoutSeconds: settings.HealthCheckTimeoutSeconds,
    unhealthyThreshold: settings.UnhealthyThresholdCount
  };
}

function describeLoadBalancers(form: URLSearchParams, { region }: RequestContext): unknown {
  const all = [...region.part(BALANCING).balancers.values()];
  const wanted = select(
    all,
    readList(form, 'LoadBalancerArns'),
    readList(form, 'Names'),
    'LoadBalancerNotFound',
    'Load balancers'
  );
  return { LoadBalancers: wanted.map(one => describeBalancer(one, region)) };
}

function describeTargetGroups(form: URLSearchParams, { region }: RequestContext): unknown {
  const all = [...region.part(BALANCING).groups.values()];
  const found = select(
    all,
    readList(form, 'TargetGroupArns'),
    readList(form, 'Names'),
    'TargetGroupNotFound',
    'One or more target groups'
  );
  const balancer = form.get('LoadBalancerArn');
  const described = found.map(group => describeGroup(group, region));
  return {
    TargetGroups: described.filter(group => balancer === null || group.LoadBalancerArns.includes(balancer))
  };
}

function describeListeners(form: URLSearchParams, { region }: RequestContext): unknown {
  const arns = readList(form, 'ListenerArns');
  const balancer = form.get('LoadBalancerArn');
  const found =
    arns.length > 0
      ? arns.map(arn => findListener(region, arn))
      : [...region.part(BALANCING).listeners.values()].filter(({ balancerArn }) => balancerArn === balancer);
  return { Listeners: found.map(describeListener) };
}

function describeRules(form: URLSearchParams, { region }: RequestContext): unknown {
  const arns = readList(form, 'RuleArns');
  const listener = form.get('ListenerArn');
  if (listener !== null) {
    // By priority, the default rule last.
    const rules = [...findListener(region, listener).rules].sort((one, other) => orderOf(one) - orderOf(other));
    return { Rules: rules.map(describeRule) };
  }
  const all = [...region.part(BALANCING).listeners.values()].flatMap(({ rules }) => rules);
  return {
    Rules: arns.map(arn => {
      const rule = all.find(one => one.arn === arn);
      if (rule === undefined) throw new AwsFault('RuleNotFound', 'One or more rules not found');
      return describeRule(rule);
    })
  };
}

function orderOf({ priority }: Rule): number {
  return priority === 'default' ? Infinity : Number(priority);
}

function findListener(region: RegionState, arn: string): Listener {
  const listener = region.part(BALANCING).listeners.get(arn);
  if (listener === undefined) throw new AwsFault('ListenerNotFound', 'One or more listeners not found');
  return listener;
}

function select<T extends { readonly arn: string; readonly name: string }>(
  all: readonly T[],
  arns: readonly string[],
  names: readonly string[],
  code: string,
  what: string
): readonly T[] {
  const found = [
    ...arns.map(arn => all.find(one => one.arn === arn)),
    ...names.map(name => all.find(one => one.name === name))
  ];
  if (arns.length + names.length === 0) return all;
  if (found.includes(undefined)) throw new AwsFault(code, `${what} not found`);
  return found.filter(one => one !== undefined);
}

function describeBalancer({ arn, name, form, createdAt }: Balancer, region: RegionState): object {
  const subnets = readList(form, 'Subnets').map(id => ({ id, ...findSubnet(region, id) }));
  return {
    LoadBalancerArn: arn,
    DNSName: `${name}-${idOf(name).slice(0, 10)}.${region.name}.elb.amazonaws.com`,
    LoadBalancerName: name,
    CreatedTime: new Date(createdAt).toISOString(),
    VpcId: subnets[0]?.vpcId,
    Scheme: form.get('Scheme') ?? 'internet-facing',
    State: { Code: 'active' },
    Type: form.get('Type') ?? 'application',
    AvailabilityZones: subnets.map(({ id, zone }) => ({ ZoneName: zone, SubnetId: id })),
    SecurityGroups: readList(form, 'SecurityGroups'),
    IpAddressType: 'ipv4'
  };
}

function describeGroup({ arn, name, form }: TargetGroup, region: RegionState) {
  const protocol = form.get('Protocol') ?? 'HTTP';
  const isHttp = protocol.startsWith('HTTP');
  const looks = form.get('HealthCheckProtocol') ?? (isHttp ? 'HTTP' : 'TCP');
  const asks = looks.startsWith('HTTP');
  const listeners = [...region.part(BALANCING).listeners.values()];
  const using = listeners.filter(({ rules }) => rules.some(rule => rule.forwards.some(target => target.arn === arn)));
  return {
    TargetGroupArn: arn,
    TargetGroupName: name,
    Protocol: protocol,
    Port: Number(form.get('Port') ?? 80),
    VpcId: form.get('VpcId') ?? undefined,
    HealthCheckProtocol: looks,
    HealthCheckPort: form.get('HealthCheckPort') ?? 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: Number(form.get('HealthCheckIntervalSeconds') ?? 30),
    HealthCheckTimeoutSeconds: Number(form.get('HealthCheckTimeoutSeconds') ?? 5),
    HealthyThresholdCount: Number(form.get('HealthyThresholdCount') ?? 5),
    UnhealthyThresholdCount: Number(form.get('UnhealthyThresholdCount') ?? 2),
    HealthCheckPath: asks ? (form.get('HealthCheckPath') ?? '/') : undefined,
    Matcher: asks ? { HttpCode: form.get('Matcher.HttpCode') ?? (isHttp ? '200' : '200-399') } : undefined,
    LoadBalancerArns: [...new Set(using.map(({ balancerArn }) => balancerArn))],
    TargetType: form.get('TargetType') ?? 'instance',
    ProtocolVersion: isHttp ? 'HTTP1' : undefined,
    IpAddressType: 'ipv4'
  };
}

function describeListener({ arn, balancerArn, protocol, port, rules }: Listener): object {
  const actions = rules.slice(0, 1).flatMap(describeActions);
  return { ListenerArn: arn, LoadBalancerArn: balancerArn, Port: port, Protocol: protocol, DefaultActions: actions };
}

function describeRule(rule: Rule): object {
  return {
    RuleArn: rule.arn,
    Priority: rule.priority,
    Conditions: rule.conditions.map(({ field, values, config }) => ({
      Field: field,
      Values: values,
      ...(config === undefined ? {} : { [config]: { Values: values } })
    })),
    Actions: describeActions(rule),
    IsDefault: rule.priority === 'default'
  };
}

function describeActions({ forwards }: Rule): readonly object[] {
  if (forwards.length === 0) return [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }];
  const groups = forwards.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight ?? 1 }));
  return [
    {
      Type: 'forward',
      TargetGroupArn: forwards.length === 1 ? forwards[0]?.arn : undefined,
      ForwardConfig: { TargetGroups: groups, TargetGroupStickinessConfig: { Enabled: false } }
    }
  ];
}

function need(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  throw new AwsFault('ValidationError', `A value for ${name} must be specified`);
}

const loadBalancing: QueryService = {
  name: 'elasticloadbalancing',
  version: '2015-12-01',
  actions: {
    CreateLoadBalancer: { signed: true, run: createLoadBalancer },
    CreateTargetGroup: { signed: true, run: createTargetGroup },
    CreateListener: { signed: true, run: createListener },
    CreateRule: { signed: true, run: createRule },
    DescribeLoadBalancers: { signed: true, run: describeLoadBalancers },
    DescribeTargetGroups: { signed: true, run: describeTargetGroups },
    DescribeListeners: { signed: true, run: describeListeners },
    DescribeRules: { signed: true, run: describeRules }
  }
};

/** Elastic Load Balancing: how listeners and target groups are wired. CodeDeploy moves the weights here (shiftForwards). */
export const loadBalancingModule: CloudModule = { query: [loadBalancing] };
