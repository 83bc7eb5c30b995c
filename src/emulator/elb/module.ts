import { findSubnet } from '../ec2/module.js';
import { cutMarkedPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { readList } from '../server/query.js';
import type { CloudModule, QueryService, RequestContext } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { checkName } from './names.js';
import { describeBalancer, describeGroup, describeListener, subnetsOf } from './describe.js';
import { readFormStructures, textOf } from './documents.js';
import { describeRule, idOf, makeRule, type Rule } from './rules.js';
import { BALANCING, findListener, sortRules } from './state.js';
import {
  describeTargetGroupAttributes,
  modifyTargetGroup,
  modifyTargetGroupAttributes
} from './target-group-settings.js';
import { trafficRoutes } from './traffic/routes.js';
import { closeListeners, makeDnsName, openListener, settleListeners } from './traffic/sockets.js';

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
  const balancer = known ?? { arn, name, form, createdAt: now, dnsName: makeDnsName(region, name) };
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
  const group = { arn, name, form, attributes: new Map<string, string>() };
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
  openListener(region, listener);
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
    const { items, marker } = cutMarkedPage(sortRules(findListener(region, listener)), form, PAGES);
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
    DescribeTargetGroupAttributes: { signed: true, run: describeTargetGroupAttributes },
    ModifyTargetGroup: { signed: true, run: modifyTargetGroup },
    ModifyTargetGroupAttributes: { signed: true, run: modifyTargetGroupAttributes },
    DescribeListeners: { signed: true, run: describeListeners },
    DescribeRules: { signed: true, run: describeRules },
    DescribeTags: { signed: true, run: describeTags }
  }
};

/** Elastic Load Balancing: how listeners and target groups are wired, and listeners that answer. ECS and CodeDeploy move the weights (shifts.ts). */
export const loadBalancingModule: CloudModule = {
  query: [loadBalancing],
  routes: trafficRoutes,
  settle: settleListeners,
  uninstall: closeListeners
};
