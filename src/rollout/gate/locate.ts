import { explainAwsError, isAccessDenied } from '../../aws/errors.js';
import type { Clock } from '../../ports.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from '../target.js';
import { retryTransient } from '../transient.js';
import type { Address } from './address.js';
import { chooseAddress, type Asked, type Candidate } from './choose-address.js';
import type { ListenerRule, ListenersPort } from './ports.js';
import { testListenerRulesOf, type Obstacle } from './stage.js';

interface LocateInput {
  readonly target: RolloutTarget;
  /** The lifecycle stage of the pause, or `live`. */
  readonly stage: string;
  readonly asked: Asked;
  readonly listeners: ListenersPort;
  readonly clock: Clock;
}

/** Where the new version is reached; without an address, why not. */
export interface Located {
  readonly address: Address | undefined;
  /** Nothing leads there. One sentence. */
  readonly reason: string | undefined;
  /** Something does, and it cannot be used. */
  readonly problem: Obstacle | undefined;
  /** The requests of the gate that other listener rules take, by the setting that asks. */
  readonly caught: readonly (Obstacle & { readonly setting: 'gate-command' | 'gate-urls' })[];
  readonly warnings: readonly string[];
}

const NOWHERE = { address: undefined, problem: undefined, caught: [], warnings: [] } as const;

function notReached(reason: string): Located {
  return { ...NOWHERE, reason };
}

function refuse(problem: Obstacle): Located {
  return { ...NOWHERE, reason: problem.what, problem };
}

/**
 * Finds out where the new version is reached while its gate runs. Reads only: DescribeListeners, DescribeRules, DescribeLoadBalancers, and
 * DescribeTargetGroups for a rolling service.
 *
 * @throws SlipwayError where AWS refuses, but for a missing permission, which is a problem of the result
 */
export async function locate(input: LocateInput): Promise<Located> {
  const { target } = input;
  return target.controller === 'ECS' ? locateEcs(target, input) : locateCodeDeploy(target, input);
}

async function locateEcs(target: EcsTarget, input: LocateInput): Promise<Located> {
  const { stage } = input;
  const name = `${target.clusterName}/${target.serviceName}`;
  if (stage === 'POST_SCALE_UP') {
    return notReached('At POST_SCALE_UP the test listener still leads to the old version (ECS moves it afterwards).');
  }
  const balancers = target.service.loadBalancers ?? [];
  if (stage !== 'live') {
    const rules = testListenerRulesOf(target);
    if (rules[0] !== undefined) return locateRule(rules[0], rules, input);
    return notReached(
      `${name} has no test listener (testListenerRule), and its production listener, with weighted target groups, does not lead to the new version alone.`
    );
  }
  const rules = balancers.flatMap(({ advancedConfiguration: advanced }) => advanced?.productionListenerRule ?? []);
  if (rules[0] !== undefined) return locateRule(rules[0], rules, input);
  const group = balancers[0]?.targetGroupArn;
  return group === undefined ? notReached(`${name} has no load balancer with listeners.`) : locateGroup(group, input);
}

/** @param arn of the rule, or with a Network Load Balancer of the listener. @param leading all that lead to the new version */
async function locateRule(arn: string, leading: readonly string[], input: LocateInput): Promise<Located> {
  const isRule = arn.includes(':listener-rule/');
  const listener = isRule ? arn.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '') : arn;
  return locateListener(listener, input, rules => {
    const [own, others] = isRule
      ? [rules.filter(rule => rule.arn === arn), rules.filter(rule => rule.arn !== arn && leading.includes(rule.arn))]
      : [rules.filter(({ priority }) => priority === Infinity), []];
    return { candidates: own, leading: [...own, ...others] };
  });
}

async function locateCodeDeploy(target: CodeDeployTarget, input: LocateInput): Promise<Located> {
  const [pair] = target.group.loadBalancerInfo?.targetGroupPairInfoList ?? [];
  const [kind, member] = input.stage === 'live' ? ['production', 'prodTrafficRoute'] : ['test', 'testTrafficRoute'];
  const route = input.stage === 'live' ? pair?.prodTrafficRoute : pair?.testTrafficRoute;
  const [listener] = route?.listenerArns ?? [];
  if (listener === undefined) {
    return notReached(
      `The deployment group ${target.deploymentGroup} has no ${kind} listener (${member}), and no other leads to the new version alone.`
    );
  }
  const names = (pair?.targetGroups ?? []).flatMap(group => group.name ?? []);
  return locateListener(listener, input, rules => {
    // CodeDeploy changes the rules that forward to one of its target groups.
    const ofPair = rules.filter(({ forwards }) =>
      forwards.some(({ targetGroupArn }) => names.some(name => targetGroupArn.includes(`:targetgroup/${name}/`)))
    );
    const candidates = sortRules(ofPair.length > 0 ? ofPair : rules);
    return { candidates, leading: ofPair.length > 0 ? ofPair : candidates.slice(0, 1) };
  });
}

/** The default rule first, then as they are tried. */
function sortRules(rules: readonly ListenerRule[]): readonly ListenerRule[] {
  const isDefault = ({ priority }: ListenerRule): boolean => priority === Infinity;
  const others = rules.filter(rule => !isDefault(rule)).sort((one, other) => one.priority - other.priority);
  return [...rules.filter(isDefault), ...others];
}

/** A Network Load Balancer has one rule without conditions. */
const ONLY_RULE: ListenerRule = { arn: '', priority: Infinity, conditions: [], forwards: [] };

/** @param pick of the rules of the listener, those that are ways to the new version and all that lead there */
async function locateListener(
  arn: string,
  { target, stage, asked, listeners, clock }: LocateInput,
  pick: (
    rules: readonly ListenerRule[]
  ) => Pick<Candidate, 'leading'> & { readonly candidates: readonly ListenerRule[] }
): Promise<Located> {
  const kind = stage === 'live' ? 'production' : 'test';
  const isNetwork = arn.includes(':listener/net/');
  try {
    const [listener, rules] = await Promise.all([
      retryTransient(clock, () => listeners.getListener(arn)),
      isNetwork ? [ONLY_RULE] : retryTransient(clock, () => listeners.listRules(arn))
    ]);
    const dnsName =
      listener === undefined
        ? undefined
        : await retryTransient(clock, () => listeners.getDnsName(listener.loadBalancerArn));
    const { candidates, leading } = pick(rules ?? []);
    if (listener === undefined || rules === undefined || candidates.length === 0 || dnsName === undefined) {
      const what = `The ${kind} listener ${arn} of ${target.clusterName}/${target.serviceName}, or its rule, is not there.`;
      return refuse({ what, next: 'Correct the load balancer of the service.' });
    }
    const chosen = chooseAddress(
      candidates.map(rule => ({ listener, rule, dnsName, rules, leading })),
      asked
    );
    if (typeof chosen !== 'string') return foundAt(chosen);
    const what = `The gate cannot reach the new version by the ${kind} listener ${arn}: ${chosen}`;
    const next = chosen.includes('https')
      ? 'Set environment-url, or add a host-header condition to the rule.'
      : 'Change the listener or its rule.';
    return refuse({ what, next });
  } catch (error) {
    if (!isAccessDenied(error)) throw explainAwsError(error, `Reading the ${kind} listener ${arn}`);
    return notPermitted(`The ${kind} listener may not be described`, DESCRIBED);
  }
}

/** A rolling service has one target group, and names no listener: those that forward to it alone, with https first. */
async function locateGroup(arn: string, { asked, listeners, clock }: LocateInput): Promise<Located> {
  const leads = ({ forwards }: ListenerRule): boolean => {
    const served = forwards.filter(({ weight }) => weight !== 0);
    return served.length > 0 && served.every(({ targetGroupArn }) => targetGroupArn === arn);
  };
  try {
    const found = await retryTransient(clock, () => listeners.listListenersOf(arn));
    const candidates = await Promise.all(
      found.map(async ({ listener, rules }): Promise<readonly Candidate[]> => {
        const leading = rules.filter(leads);
        if (leading.length === 0) return [];
        const dnsName = await retryTransient(clock, () => listeners.getDnsName(listener.loadBalancerArn));
        if (dnsName === undefined) return [];
        return sortRules(leading).map(rule => ({ listener, rule, dnsName, rules, leading }));
      })
    );
    const isSecure = ({ listener: { protocol } }: Candidate): boolean => protocol === 'HTTPS' || protocol === 'TLS';
    const sorted = [
      ...candidates.flat().filter(isSecure),
      ...candidates.flat().filter(candidate => !isSecure(candidate))
    ];
    const chosen = chooseAddress(sorted, asked);
    if (typeof chosen !== 'string') return foundAt(chosen);
    return notReached(`No listener forwards to ${arn} alone.${chosen === '' ? '' : ` ${chosen}`}`);
  } catch (error) {
    if (!isAccessDenied(error)) throw explainAwsError(error, `Reading the listeners of ${arn}`);
    return notPermitted('The listeners of the service may not be described', ['TargetGroups', ...DESCRIBED]);
  }
}

function foundAt({ address, problems, warnings }: Exclude<ReturnType<typeof chooseAddress>, string>): Located {
  return { address, reason: undefined, problem: undefined, caught: problems, warnings };
}

const DESCRIBED = ['Listeners', 'Rules', 'LoadBalancers'] as const;

function notPermitted(what: string, described: readonly string[]): Located {
  const actions = described.map(each => `elasticloadbalancing:Describe${each}`);
  return refuse({
    what: `${what}, so where the gate reaches the new version is not known.`,
    next: `Allow ${actions.join(', ')} (slipway generate iam).`
  });
}
