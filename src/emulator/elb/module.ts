import { isDeepStrictEqual } from 'node:util';
import { findSubnet } from '../ec2/network.js';
import { cutMarkedPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type CloudModule, type QueryService } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { checkName } from './names.js';
import { describeBalancer, describeGroup, describeListener, subnetsOf } from './describe.js';
import {
  BALANCER,
  BALANCERS_PAGE,
  GROUP,
  GROUPS_PAGE,
  LISTENER,
  LISTENERS_PAGE,
  RULE,
  RULES_PAGE,
  TAGGED,
  type Tags
} from './inputs.js';
import { describeRule, idOf, makeRule, type Rule } from './rules.js';
import { BALANCING, findListener, sortRules } from './state.js';
import {
  describeTargetGroupAttributes,
  modifyTargetGroup,
  modifyTargetGroupAttributes
} from './target-group-settings.js';
import { trafficRoutes } from './traffic/routes.js';
import { closeListeners, makeDnsName, openListener, settleListeners } from './traffic/sockets.js';

const SHORT: Readonly<Record<string, string>> = { application: 'app', network: 'net' };

const createLoadBalancer = operation(BALANCER, (input, { region, now }) => {
  const name = checkName(input.Name ?? '', 'load balancer');
  const kind = SHORT[input.Type ?? 'application'] ?? 'app';
  const arn = region.arn('elasticloadbalancing', `loadbalancer/${kind}/${name}/${idOf(name)}`);
  const missing = subnetsOf(input).find(({ id }) => findSubnet(region, id) === undefined)?.id;
  if (missing !== undefined) throw new AwsFault('SubnetNotFound', `The subnet ID '${missing}' does not exist`);
  const { balancers } = region.part(BALANCING);
  const known = [...balancers.values()].find(one => one.name === name);
  // A request that says what the one before said succeeds again.
  if (known !== undefined && !isDeepStrictEqual(input, known.input)) {
    const message = `A load balancer with the same name '${name}' exists, but with different settings`;
    throw new AwsFault('DuplicateLoadBalancerName', message);
  }
  const balancer = known ?? { arn, name, input, createdAt: now, dnsName: makeDnsName(region, name) };
  balancers.set(balancer.arn, balancer);
  keepTags(region, balancer.arn, input.Tags);
  return { LoadBalancers: [describeBalancer(balancer, region)] };
});

const createTargetGroup = operation(GROUP, (input, { region }) => {
  const name = checkName(input.Name ?? '', 'target group');
  const { groups } = region.part(BALANCING);
  const known = [...groups.values()].find(group => group.name === name);
  if (known !== undefined && !isDeepStrictEqual(input, known.input)) {
    throw new AwsFault(
      'DuplicateTargetGroupName',
      `A target group with the same name '${name}' exists, but with different settings`
    );
  }
  if (known !== undefined) return { TargetGroups: [describeGroup(known, region)] };
  const arn = region.arn('elasticloadbalancing', `targetgroup/${name}/${idOf('group', name)}`);
  const group = { arn, name, input, attributes: new Map<string, string>() };
  groups.set(arn, group);
  keepTags(region, arn, input.Tags);
  return { TargetGroups: [describeGroup(group, region)] };
});

const createListener = operation(LISTENER, (input, { region }) => {
  const { LoadBalancerArn: balancerArn = '', Port: port = 80, Protocol: protocol = 'HTTP' } = input;
  const { balancers, listeners } = region.part(BALANCING);
  if (!balancers.has(balancerArn)) {
    throw new AwsFault('LoadBalancerNotFound', `Load balancer '${balancerArn}' not found`);
  }
  const arn = `${balancerArn.replace(':loadbalancer/', ':listener/')}/${idOf(balancerArn, String(port))}`;
  const known = listeners.get(arn);
  if (known !== undefined && isDeepStrictEqual(input, known.input)) return { Listeners: [describeListener(known)] };
  if (known !== undefined)
    throw new AwsFault('DuplicateListener', 'A listener already exists on this port for this load balancer');
  const first = makeRule(arn, 'default', input.DefaultActions ?? []);
  checkTargets(first, region);
  const listener = { arn, balancerArn, protocol, port, input, rules: [first] };
  listeners.set(arn, listener);
  openListener(region, listener);
  keepTags(region, arn, input.Tags);
  return { Listeners: [describeListener(listener)] };
});

const createRule = operation(RULE, (input, { region }) => {
  const listener = findListener(region, input.ListenerArn ?? '');
  const priority = String(input.Priority);
  if (listener.rules.some(rule => rule.priority === priority)) {
    throw new AwsFault('PriorityInUse', `Priority '${priority}' is currently in use`);
  }
  const rule = makeRule(listener.arn, priority, input.Actions ?? [], {
    conditions: input.Conditions ?? [],
    transforms: input.Transforms ?? []
  });
  checkTargets(rule, region);
  listener.rules.push(rule);
  keepTags(region, rule.arn, input.Tags);
  return { Rules: [describeRule(rule)] };
});

function checkTargets({ forwards }: Rule, region: RegionState): void {
  const missing = forwards.find(({ arn }) => !region.part(BALANCING).groups.has(arn));
  if (missing !== undefined) throw new AwsFault('TargetGroupNotFound', `Target groups '${missing.arn}' not found`);
}

/** The page of a list that a Describe operation asks for. */
function cut<T>(list: readonly T[], of: string, { PageSize: size, Marker: marker }: Page) {
  return cutMarkedPage(list, { size, marker, usual: 400, of });
}

interface Page {
  readonly PageSize?: number | undefined;
  readonly Marker?: string | undefined;
}

const describeLoadBalancers = operation(BALANCERS_PAGE, (input, { region }) => {
  const all = [...region.part(BALANCING).balancers.values()];
  const wanted = select(all, input.LoadBalancerArns, input.Names, 'LoadBalancerNotFound', 'Load balancers');
  const { items, marker } = cut(wanted, 'balancers', input);
  return { LoadBalancers: items.map(one => describeBalancer(one, region)), NextMarker: marker };
});

const describeTargetGroups = operation(GROUPS_PAGE, (input, { region }) => {
  const all = [...region.part(BALANCING).groups.values()];
  const found = select(all, input.TargetGroupArns, input.Names, 'TargetGroupNotFound', 'One or more target groups');
  const balancer = input.LoadBalancerArn;
  const described = found.map(group => describeGroup(group, region));
  const wanted = described.filter(group => balancer === undefined || group.LoadBalancerArns.includes(balancer));
  const { items, marker } = cut(wanted, 'groups', input);
  return { TargetGroups: items, NextMarker: marker };
});

const describeListeners = operation(LISTENERS_PAGE, (input, { region }) => {
  const { ListenerArns: arns = [], LoadBalancerArn: balancer } = input;
  const found =
    arns.length > 0
      ? arns.map(arn => findListener(region, arn))
      : [...region.part(BALANCING).listeners.values()].filter(one => one.balancerArn === balancer);
  const { items, marker } = cut(found, 'listeners', input);
  return { Listeners: items.map(describeListener), NextMarker: marker };
});

const describeRules = operation(RULES_PAGE, (input, { region }) => {
  const { RuleArns: arns = [], ListenerArn: listener } = input;
  if (listener !== undefined) {
    const { items, marker } = cut(sortRules(findListener(region, listener)), 'rules', input);
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
});

function select<T extends { readonly arn: string; readonly name: string }>(
  all: readonly T[],
  arns: readonly string[] = [],
  names: readonly string[] = [],
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

function keepTags(region: RegionState, arn: string, tags: Tags): void {
  region.part(BALANCING).tags.set(arn, new Map((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])));
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html */
const describeTags = operation(TAGGED, ({ ResourceArns: arns = [] }, { region }) => {
  const { tags } = region.part(BALANCING);
  return {
    TagDescriptions: arns.map(arn => {
      const found = tags.get(arn);
      if (found === undefined) throw new AwsFault(...missingOf(arn));
      return { ResourceArn: arn, Tags: [...found].map(([Key, Value]) => ({ Key, Value })) };
    })
  };
});

function missingOf(arn: string): readonly [string, string] {
  if (arn.includes(':targetgroup/')) return ['TargetGroupNotFound', 'One or more target groups not found'];
  if (arn.includes(':listener-rule/')) return ['RuleNotFound', 'One or more rules not found'];
  if (arn.includes(':listener/')) return ['ListenerNotFound', 'One or more listeners not found'];
  return ['LoadBalancerNotFound', `Load balancer '${arn}' not found`];
}

const loadBalancing: QueryService = {
  name: 'elasticloadbalancing',
  versions: ['2015-12-01'],
  operations: {
    CreateLoadBalancer: createLoadBalancer,
    CreateTargetGroup: createTargetGroup,
    CreateListener: createListener,
    CreateRule: createRule,
    DescribeLoadBalancers: describeLoadBalancers,
    DescribeTargetGroups: describeTargetGroups,
    DescribeTargetGroupAttributes: describeTargetGroupAttributes,
    ModifyTargetGroup: modifyTargetGroup,
    ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
    DescribeListeners: describeListeners,
    DescribeRules: describeRules,
    DescribeTags: describeTags
  }
};

/** Elastic Load Balancing: how listeners and target groups are wired, and listeners that answer. ECS and CodeDeploy move the weights (shifts.ts). */
export const loadBalancingModule: CloudModule = {
  query: [loadBalancing],
  routes: trafficRoutes,
  settle: settleListeners,
  uninstall: closeListeners
};
