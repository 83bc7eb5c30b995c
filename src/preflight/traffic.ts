import type { DeploymentGroupInfo, Service } from '../aws/types.js';
import { RuleList } from '../errors.js';
import { targetGroupName } from '../text/arn.js';
import { listNames } from '../text/format.js';
import { checkCall } from './probe.js';
import { makeNode, fail, ok, warn, type CheckNode, type CheckDetails } from './check-result.js';
import type { PreflightPorts } from './ports.js';
import {
  checkTargetGroup,
  isApplication,
  readForwards,
  missingListener,
  type Forwarding,
  type TargetGroupRequirement
} from './target-groups.js';

export const TRAFFIC_RULES = new RuleList();
const TARGET_GROUP_PAIR = TRAFFIC_RULES.add(
  'target-group-pair',
  'error',
  'The deployment group lacks a second target group or a production listener.',
  'GetDeploymentGroup'
);
const TARGET_GROUP_NOT_BEHIND_LISTENER = TRAFFIC_RULES.add(
  'target-group-not-behind-listener',
  'error',
  'The serving target group is not behind the production listener; or, with ECS-native blue/green, one of the two is behind neither the production nor the test rule.',
  'CodeDeploy answers: “Primary taskset target group must be behind listener”; ECS answers: “Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.”'
);
const TARGET_GROUP_WEIGHT = TRAFFIC_RULES.add(
  'target-group-weight',
  'either',
  'The target group of the new tasks gets production traffic before the shift.',
  'CodeDeploy answers: “Green taskset target group cannot have non-zero weight prior to traffic shifting”'
);
const GRADUAL_TRAFFIC = TRAFFIC_RULES.add(
  'gradual-traffic',
  'error',
  'The load balancer cannot shift traffic step by step; only an Application Load Balancer can.',
  `GetDeploymentConfig; CodeDeploy answers: “Only ALB supports gradual traffic routing”`
);

type LoadBalancers = Pick<
  PreflightPorts,
  'describeTargetGroups' | 'describeListener' | 'describeRule' | 'describeRulesOf'
>;

/** What the target groups have to fit. */
export type TargetGroupConstraints = Pick<TargetGroupRequirement, 'targetType' | 'ports' | 'vpcId'>;

/**
 * The wiring of a service that ECS rolls out: its target groups and, where it is blue/green, linear or canary, that both are behind the
 * production or the test rule. ECS developer guide, "Resources required for blue/green deployments".
 */
export async function checkServiceTraffic(
  service: Service,
  fitting: TargetGroupConstraints,
  ports: LoadBalancers
): Promise<readonly CheckNode[]> {
  const nodes = (service.loadBalancers ?? []).flatMap(({ targetGroupArn: arn, advancedConfiguration: advanced }) => {
    if (arn === undefined) return [];
    const other = advanced?.alternateTargetGroupArn;
    const groups = [arn, ...(other === undefined ? [] : [other])].map(value =>
      checkTargetGroup({ ...fitting, by: 'arn', value, needsTraffic: value === arn && other === undefined }, ports)
    );
    const production = advanced?.productionListenerRule;
    if (other === undefined || production === undefined) return groups;
    return [...groups, checkRules([arn, other], { production, test: advanced?.testListenerRule }, ports)];
  });
  return Promise.all(nodes);
}

async function checkRules(
  groups: readonly string[],
  rules: { readonly production: string; readonly test: string | undefined },
  ports: LoadBalancers
): Promise<CheckNode> {
  const label = `listener ${rules.test === undefined ? 'rule' : 'rules'} of ${listNames(groups.map(targetGroupName))}`;
  const places = [rules.production, ...(rules.test === undefined ? [] : [rules.test])];
  const looks = await Promise.all(places.map(arn => readForwards(arn, ports)));
  const forwardings: Forwarding[] = [];
  for (const [index, result] of looks.entries()) {
    if ('details' in result) return makeNode(label, result.details);
    const kind = index === 0 ? 'production listener rule' : 'test listener rule';
    if (result.answer === undefined) return makeNode(label, missingListener(places[index] ?? '', kind));
    forwardings.push(...result.answer);
  }
  const names = groups.map(targetGroupName);
  const missing = names.filter(name => !forwardings.some(forwarding => forwarding.has(name)));
  if (missing.length === 0) return makeNode(label, ok('both are behind them'));
  const what = `Neither the production nor the test listener rule forwards to ${listNames(missing)}; ECS wants both target groups there.`;
  return makeNode(
    label,
    fail(TARGET_GROUP_NOT_BEHIND_LISTENER, what, `Add ${listNames(missing)} to the rule, with the weight 0.`)
  );
}

/**
 * The wiring of a service that CodeDeploy rolls out: both target groups, the one that serves now behind the production listener, the other
 * without traffic there, and all at once where the load balancer cannot shift traffic gradually.
 *
 * @param shiftMinutes GetDeploymentConfig: how long the configuration takes; 0: all at once
 */
export async function checkCodeDeployTraffic(
  subject: {
    readonly group: DeploymentGroupInfo;
    readonly service: Service;
    /** The configuration that is deployed with. */
    readonly deploymentConfig: string | undefined;
  },
  fitting: TargetGroupConstraints,
  ports: LoadBalancers & { readonly getShiftMinutes: (deploymentConfig: string) => Promise<number> }
): Promise<readonly CheckNode[]> {
  const [pair] = subject.group.loadBalancerInfo?.targetGroupPairInfoList ?? [];
  const names = (pair?.targetGroups ?? []).flatMap(({ name }) => name ?? []);
  const production = pair?.prodTrafficRoute?.listenerArns?.[0];
  if (names.length < 2 || production === undefined) {
    const what = `The deployment group has ${names.length} target groups and ${production === undefined ? 'no' : 'a'} production listener; blue/green needs two and one.`;
    const next = 'Correct loadBalancerInfo of the deployment group.';
    return [makeNode('production listener', fail(TARGET_GROUP_PAIR, what, next))];
  }
  const test = pair?.testTrafficRoute?.listenerArns?.[0];
  const serving = servingGroup(subject.service, names);
  return Promise.all([
    ...names.map(value => checkTargetGroup({ ...fitting, by: 'name', value, needsTraffic: value === serving }, ports)),
    checkProduction(production, names, serving, ports),
    ...(test === undefined ? [] : [checkTestListener(test, ports)]),
    ...checkGradual(subject.deploymentConfig, production, ports)
  ]);
}

/** The target group of the task set that serves; undefined: none of the pair. */
function servingGroup(service: Service, names: readonly string[]): string | undefined {
  const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
  const groups = (primary?.loadBalancers ?? service.loadBalancers ?? []).flatMap(({ targetGroupArn }) =>
    targetGroupArn === undefined ? [] : [targetGroupName(targetGroupArn)]
  );
  return names.find(name => groups.includes(name));
}

async function checkProduction(
  arn: string,
  names: readonly string[],
  serving: string | undefined,
  ports: LoadBalancers
): Promise<CheckNode> {
  const result = await readForwards(arn, ports);
  if ('details' in result) return makeNode('production listener', result.details);
  if (result.answer === undefined) return makeNode('production listener', missingListener(arn, 'listener'));
  return makeNode('production listener', judgeProduction(result.answer, names, serving));
}

function judgeProduction(
  forwardings: readonly Forwarding[],
  names: readonly string[],
  serving: string | undefined
): CheckDetails {
  const there = names.filter(name => forwardings.some(forwarding => forwarding.has(name)));
  const wanted = serving ?? there[0];
  if (wanted === undefined || !there.includes(wanted)) {
    const which = serving ?? listNames(names, 'or');
    const what = `The production listener does not forward to ${which}; CodeDeploy would say "Primary taskset target group must be behind listener".`;
    return fail(
      TARGET_GROUP_NOT_BEHIND_LISTENER,
      what,
      `Let a rule of the listener forward to ${serving ?? names[0] ?? ''}.`
    );
  }
  const other = names.find(name => name !== wanted) ?? '';
  const own = forwardings.filter(forwarding => forwarding.has(wanted));
  if (serving !== undefined && own.some(forwarding => (forwarding.get(other) ?? 0) > 0)) {
    const what = `The production listener sends a part of the traffic to ${other}, where the new tasks come; CodeDeploy would say "Green taskset target group cannot have non-zero weight prior to traffic shifting".`;
    return fail(TARGET_GROUP_WEIGHT, what, `Give ${wanted} all the weight of the rule.`);
  }
  const elsewhere = forwardings.some(forwarding => !forwarding.has(wanted) && (forwarding.get(other) ?? 0) > 0);
  if (serving !== undefined && elsewhere) {
    const what = `Another rule of the production listener forwards to ${other}, where the new tasks come: they would get traffic before the shift.`;
    return warn(TARGET_GROUP_WEIGHT, what, `Let only the test listener forward to ${other}.`);
  }
  return ok(`forwards to ${wanted}`);
}

async function checkTestListener(arn: string, ports: LoadBalancers): Promise<CheckNode> {
  const result = await readForwards(arn, ports);
  if ('details' in result) return makeNode('test listener', result.details);
  return makeNode('test listener', result.answer === undefined ? missingListener(arn, 'test listener') : ok());
}

/** Asked for only where the load balancer cannot shift step by step. */
function checkGradual(
  deploymentConfig: string | undefined,
  production: string,
  ports: { readonly getShiftMinutes: (deploymentConfig: string) => Promise<number> }
): readonly Promise<CheckNode>[] {
  if (deploymentConfig === undefined || isApplication(production)) return [];
  const details = checkCall(
    'codedeploy:GetDeploymentConfig',
    `Reading the deployment configuration ${deploymentConfig}`,
    () => ports.getShiftMinutes(deploymentConfig),
    minutes =>
      minutes === 0
        ? ok('all at once')
        : fail(
            GRADUAL_TRAFFIC,
            `${deploymentConfig} shifts the traffic step by step, which only an Application Load Balancer can; CodeDeploy would say "Only ALB supports gradual traffic routing".`,
            'Use CodeDeployDefault.ECSAllAtOnce.'
          )
  );
  return [details.then(judged => makeNode(`deployment configuration ${deploymentConfig}`, judged))];
}
