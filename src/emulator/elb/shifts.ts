import type { RegionState } from '../server/state.js';
import { BALANCING } from './state.js';
import type { Rule } from './rules.js';

/** The shares of target groups in the traffic of a rule: weights by ARN, 0 to 999. */
type Weights = ReadonlyMap<string, number>;

/**
 * Shifts traffic as CodeDeploy does: in each rule of the listener that forwards to one of these target groups, they get these weights.
 *
 * @param weights by the target group's name
 */
export function shiftForwards(region: RegionState, listenerArn: string, weights: ReadonlyMap<string, number>): void {
  const { listeners, groups } = region.part(BALANCING);
  const shifted = new Map(
    [...groups.values()].flatMap(({ arn, name }) => {
      const weight = weights.get(name);
      return weight === undefined ? [] : [[arn, weight] as const];
    })
  );
  for (const rule of listeners.get(listenerArn)?.rules ?? []) shiftRule(rule, shifted);
}

/**
 * Shifts traffic as ECS does, which is told the rule, or for a Network Load Balancer the listener. A rule that Elastic Load Balancing does not
 * have here is not looked at.
 *
 * @param weights by the target group's ARN
 */
export function shiftRuleTo(region: RegionState, ruleOrListenerArn: string, weights: Weights): void {
  const { listeners } = region.part(BALANCING);
  const rules = [...listeners.values()].flatMap(listener => listener.rules);
  const rule = rules.find(({ arn }) => arn === ruleOrListenerArn) ?? listeners.get(ruleOrListenerArn)?.rules[0];
  if (rule !== undefined) shiftRule(rule, weights);
}

function shiftRule(rule: Rule, weights: Weights): void {
  if (!rule.forwards.some(({ arn }) => weights.has(arn))) return;
  rule.forwards = [...weights].map(([arn, weight]) => ({ arn, weight }));
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

/** The ARN of a target group by its name; undefined where there is none. */
export function findTargetGroupArn(region: RegionState, name: string): string | undefined {
  return [...region.part(BALANCING).groups.values()].find(group => group.name === name)?.arn;
}
