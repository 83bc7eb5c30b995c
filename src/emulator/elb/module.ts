import type { TargetCheck } from '../containers/engine.js';
import { findSubnet } from '../ec2/module.js';
import { cutMarkedPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { readList } from '../server/query.js';
import type { CloudModule, QueryService, RequestContext } from '../server/service.js';
import type { PartKey, RegionState } from '../server/state.js';
import { checkName } from './names.js';
import { readFormStructures, readFormValue, textOf } from './documents.js';
import { describeActions, describeRule, idOf, makeRule, type Rule } from './rules.js';

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
  /** By the ARN of what carries them. */
  readonly tags: Map<string, Map<string, string>>;
}

const BALANCING: PartKey<Balancing> = {
  create: () => ({ balancers: new Map(), listeners: new Map(), groups: new Map(), tags: new Map() })
};

const PAGES = { size: 'PageSize', usual: 400, most: 400 };
const SHORT: Readonly<Record<string, string>> = { application: 'app', network: 'net' };

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
  const name = checkName(need(form, 'Name'), 'load balancer');
  const kind = SHORT[form.get('Type') ?? 'application'] ?? 'app';
  const arn = region.arn('elasticloadbalancing', `loadbalancer/${kind}/${name}/${idOf(name)}`);
  const missing = subnetsOf(form).find(({ id }) => findSubnet(region, id) === undefined)?.id;
  if (missing !== undefined) throw new AwsFault('SubnetNotFound', `The subnet ID '${missing}' does not exist`);
  const { balancers } = region.part(BALANCING);
  const known = [...balancers.values()].find(one => one.name === name);
  if (known !== undefined && !isSame(form, known.form)) {
    const message = `A load balancer with the same name '${name}' exists, but with different settings`;
    throw new AwsFault('DuplicateLoadBalancerName', message);
  }
  const balancer = known ?? { arn, name, form, createdAt: now };
  balancers.set(balancer.arn, balancer);
  keepTags(region, balancer.arn, form);
  return { LoadBalancers: [describeBalancer(balancer, region)] };
}

function createTargetGroup(form: URLSearchParams, { region }: RequestContext): unknown {
  const name = checkName(need(form, 'Name'), 'target group');
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
  keepTags(region, arn, form);
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
  const first = makeRule(arn, 'default', readFormStructures(form, 'DefaultActions'));
  checkTargets(first, region);
  const listener = { arn, balancerArn, protocol: form.get('Protocol') ?? 'HTTP', port, form, rules: [first] };
  listeners.set(arn, listener);
  keepTags(region, arn, form);
  return { Listeners: [describeListener(listener)] };
}

function createRule(form: URLSearchParams, { region }: RequestContext): unknown {
  const listener = findListener(region, need(form, 'ListenerArn'));
  const priority = need(form, 'Priority');
  if (listener.rules.some(rule => rule.priority === priority)) {
    throw new AwsFault('PriorityInUse', `Priority '${priority}' is currently in use`);
  }
  const rule = makeRule(listener.arn, priority, readFormStructures(form, 'Actions'), {
    conditions: readFormStructures(form, 'Conditions'),
    transforms: readFormStructures(form, 'Transforms')
  });
  checkTargets(rule, region);
  listener.rules.push(rule);
  keepTags(region, rule.arn, form);
  return { Rules: [describeRule(rule)] };
}

function checkTargets({ forwards }: Rule, region: RegionState): void {
  const missing = forwards.find(({ arn }) => !region.part(BALANCING).groups.has(arn));
  if (missing !== undefined) throw new AwsFault('TargetGroupNotFound', `Target groups '${missing.arn}' not found`);
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
  const { items, marker } = cutMarkedPage(wanted, form, PAGES);
  return { LoadBalancers: items.map(one => describeBalancer(one, region)), NextMarker: marker };
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
  const wanted = described.filter(group => balancer === null || group.LoadBalancerArns.includes(balancer));
  const { items, marker } = cutMarkedPage(wanted, form, PAGES);
  return { TargetGroups: items, NextMarker: marker };
}

function describeListeners(form: URLSearchParams, { region }: RequestContext): unknown {
  const arns = readList(form, 'ListenerArns');
  const balancer = form.get('LoadBalancerArn');
  const found =
    arns.length > 0
      ? arns.map(arn => findListener(region, arn))
      : [...region.part(BALANCING).listeners.values()].filter(({ balancerArn }) => balancerArn === balancer);
  const { items, marker } = cutMarkedPage(found, form, PAGES);
  return { Listeners: items.map(describeListener), NextMarker: marker };
}

function describeRules(form: URLSearchParams, { region }: RequestContext): unknown {
  const arns = readList(form, 'RuleArns');
  const listener = form.get('ListenerArn');
  if (listener !== null) {
    // By priority, the default rule last.
    const rules = [...findListener(region, listener).rules].sort((one, other) => orderOf(one) - orderOf(other));
    const { items, marker } = cutMarkedPage(rules, form, PAGES);
    return { Rules: items.map(describeRule), NextMarker: marker };
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
  const subnets = subnetsOf(form).map(({ id, mapping }) => ({ id, mapping, ...findSubnet(region, id) }));
  return {
    LoadBalancerArn: arn,
    DNSName: `${name}-${idOf(name).slice(0, 10)}.${region.name}.elb.amazonaws.com`,
    LoadBalancerName: name,
    CreatedTime: new Date(createdAt).toISOString(),
    VpcId: subnets[0]?.vpcId,
    Scheme: form.get('Scheme') ?? 'internet-facing',
    State: { Code: 'active' },
    Type: form.get('Type') ?? 'application',
    AvailabilityZones: subnets.map(({ id, zone, mapping }) => ({
      ZoneName: zone,
      SubnetId: id,
      LoadBalancerAddresses: mapping === undefined ? undefined : [mapping]
    })),
    SecurityGroups: readList(form, 'SecurityGroups'),
    IpAddressType: form.get('IpAddressType') ?? 'ipv4',
    CustomerOwnedIpv4Pool: form.get('CustomerOwnedIpv4Pool') ?? undefined,
    EnablePrefixForIpv6SourceNat: form.get('EnablePrefixForIpv6SourceNat') ?? undefined,
    IpamPools: readFormValue(form, 'IpamPools')
  };
}

/** `Subnets`, or `SubnetMappings` with the address that each is to have. */
function subnetsOf(form: URLSearchParams) {
  const mappings = readFormStructures(form, 'SubnetMappings').map(({ SubnetId: id, ...mapping }) => ({
    id: textOf(id) ?? '',
    mapping: Object.keys(mapping).length === 0 ? undefined : mapping
  }));
  return [...readList(form, 'Subnets').map(id => ({ id, mapping: undefined })), ...mappings];
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
    HealthCheckEnabled: form.get('HealthCheckEnabled') !== 'false',
    HealthCheckIntervalSeconds: Number(form.get('HealthCheckIntervalSeconds') ?? 30),
    HealthCheckTimeoutSeconds: Number(form.get('HealthCheckTimeoutSeconds') ?? 5),
    HealthyThresholdCount: Number(form.get('HealthyThresholdCount') ?? 5),
    UnhealthyThresholdCount: Number(form.get('UnhealthyThresholdCount') ?? 2),
    HealthCheckPath: asks ? (form.get('HealthCheckPath') ?? '/') : undefined,
    Matcher: asks ? describeMatcher(form, isHttp) : undefined,
    LoadBalancerArns: [...new Set(using.map(({ balancerArn }) => balancerArn))],
    TargetType: form.get('TargetType') ?? 'instance',
    ProtocolVersion: isHttp ? (form.get('ProtocolVersion') ?? 'HTTP1') : undefined,
    IpAddressType: form.get('IpAddressType') ?? 'ipv4',
    TargetControlPort: form.get('TargetControlPort') ?? undefined
  };
}

/** Codes of gRPC for targets that speak it, else those of HTTP. */
function describeMatcher(
  form: URLSearchParams,
  isHttp: boolean
): { readonly HttpCode?: string; readonly GrpcCode?: string } {
  if (form.get('ProtocolVersion') === 'GRPC') return { GrpcCode: form.get('Matcher.GrpcCode') ?? '12' };
  return { HttpCode: form.get('Matcher.HttpCode') ?? (isHttp ? '200' : '200-399') };
}

function describeListener({ arn, balancerArn, protocol, port, form, rules }: Listener): object {
  const isSecure = protocol === 'HTTPS' || protocol === 'TLS';
  return {
    ListenerArn: arn,
    LoadBalancerArn: balancerArn,
    Port: port,
    Protocol: protocol,
    Certificates: readFormValue(form, 'Certificates'),
    SslPolicy: form.get('SslPolicy') ?? (isSecure ? 'ELBSecurityPolicy-2016-08' : undefined),
    DefaultActions: rules.slice(0, 1).flatMap(describeActions),
    AlpnPolicy: readFormValue(form, 'AlpnPolicy'),
    MutualAuthentication:
      readFormValue(form, 'MutualAuthentication') ?? (protocol === 'HTTPS' ? { Mode: 'off' } : undefined)
  };
}

function keepTags(region: RegionState, arn: string, form: URLSearchParams): void {
  const tags = readFormStructures(form, 'Tags').map(
    ({ Key, Value }) => [textOf(Key) ?? '', textOf(Value) ?? ''] as const
  );
  region.part(BALANCING).tags.set(arn, new Map(tags));
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html */
function describeTags(form: URLSearchParams, { region }: RequestContext): unknown {
  const { tags } = region.part(BALANCING);
  return {
    TagDescriptions: readList(form, 'ResourceArns').map(arn => {
      const found = tags.get(arn);
      if (found === undefined) throw new AwsFault(...missingOf(arn));
      return { ResourceArn: arn, Tags: [...found].map(([Key, Value]) => ({ Key, Value })) };
    })
  };
}

function missingOf(arn: string): readonly [string, string] {
  if (arn.includes(':targetgroup/')) return ['TargetGroupNotFound', 'One or more target groups not found'];
  if (arn.includes(':listener-rule/')) return ['RuleNotFound', 'One or more rules not found'];
  if (arn.includes(':listener/')) return ['ListenerNotFound', 'One or more listeners not found'];
  return ['LoadBalancerNotFound', `Load balancer '${arn}' not found`];
}

/** A member that the service model requires. */
function need(form: URLSearchParams, name: string): string {
  return form.get(name) ?? '';
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
    DescribeRules: { signed: true, run: describeRules },
    DescribeTags: { signed: true, run: describeTags }
  }
};

/** Elastic Load Balancing: how listeners and target groups are wired. CodeDeploy moves the weights here (shiftForwards). */
export const loadBalancingModule: CloudModule = { query: [loadBalancing] };
