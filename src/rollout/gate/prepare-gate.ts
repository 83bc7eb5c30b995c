import { explainAwsError, isAccessDenied } from '../../aws/errors.js';
import type { GateConfig, WaitFor } from '../../config/config.js';
import { ProblemsError, type Problem } from '../../errors.js';
import type { Clock } from '../../ports.js';
import type { EcsPort } from '../ports.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from '../target.js';
import { retryTransient } from '../transient.js';
import { findAddress, urlBehind, type Address } from './address.js';
import type { Gate } from './gate.js';
import type { GatePorts, ListenerRule, ListenersPort } from './ports.js';
import { checkPaused, findMoment, testListenerOf, type Obstacle } from './stage.js';

interface GateInput {
  readonly target: RolloutTarget;
  readonly gate: GateConfig;
  readonly waitFor: WaitFor;
  /** The setting environment-url. */
  readonly environmentUrl: string | undefined;
  readonly ports: { readonly ecs: EcsPort; readonly clock: Clock; readonly gates: GatePorts };
}

/** A gate, and what of it is worth a warning. */
interface PreparedGate {
  readonly gate: Gate;
  readonly warnings: readonly string[];
}

/**
 * Checks that a gate can run where it is to, and finds out where the new version is reached then; undefined where there is no gate. Reads only.
 *
 * @throws ProblemsError with what keeps it from running, each with what would change that; SlipwayError where AWS refuses a look
 */
export async function prepareGate(input: GateInput): Promise<PreparedGate | undefined> {
  const { target, gate: config, waitFor, ports } = input;
  const { gateCommand: command, gateUrls: urls, gateTimeoutMinutes: timeoutMinutes } = config;
  const isWanted = command !== undefined || urls.length > 0;
  const moment = isWanted ? findMoment(target, config.gateAt) : undefined;
  if (moment !== undefined && 'what' in moment) throw refuse('gate-at', moment);
  const obstacle = checkPaused(target, waitFor, moment?.stage);
  if (obstacle !== undefined) throw refuse('wait-for', obstacle);
  if (moment === undefined) return undefined;
  await checkReadable(input, moment.at);
  const found = await locate(input, moment.stage);
  const address = found.address;
  const problems = urls.flatMap(url => checkUrl(url, found));
  if (found.problem !== undefined && command !== undefined) problems.push(makeProblem('gate-command', found.problem));
  if (problems.length > 0) throw new ProblemsError(problems);
  const gate = { command, urls, timeoutMinutes, at: moment.at, stage: moment.stage, address, ports: ports.gates };
  return { gate, warnings: listWarnings(gate, moment.pauseMinutes, found) };
}

function refuse(setting: string, obstacle: Obstacle): ProblemsError {
  return new ProblemsError([makeProblem(setting, obstacle)]);
}

function makeProblem(path: string, { what, next }: Obstacle): Problem {
  return { code: 'gate-not-possible', place: { path }, what, next };
}

/** Whoever may not read the service deployment never sees that it waits. */
async function checkReadable({ target, ports: { ecs, clock } }: GateInput, at: Gate['at']): Promise<void> {
  if (target.controller !== 'ECS' || at !== 'test') return;
  const query = { cluster: target.clusterArn, service: target.serviceName, createdAfter: new Date(clock.now()) };
  try {
    await retryTransient(clock, () => ecs.listServiceDeployments(query));
  } catch (error) {
    if (!isAccessDenied(error))
      throw explainAwsError(error, `Listing the service deployments of ${target.serviceName}`);
    throw refuse('gate-at', {
      what: 'The gate could not see that the deployment waits for it: ecs:ListServiceDeployments is not permitted.',
      next: 'Allow ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:ContinueServiceDeployment (slipway generate iam).'
    });
  }
}

/** Where the new version is reached; without an address, why not. */
interface Located {
  readonly address: Address | undefined;
  /** Nothing leads there. One sentence. */
  readonly reason: string | undefined;
  /** Something does, and it cannot be used. */
  readonly problem: Obstacle | undefined;
}

function notReached(reason: string): Located {
  return { address: undefined, reason, problem: undefined };
}

async function locate(input: GateInput, stage: string): Promise<Located> {
  const { target } = input;
  return target.controller === 'ECS' ? locateEcs(target, input, stage) : locateCodeDeploy(target, input, stage);
}

async function locateEcs(target: EcsTarget, input: GateInput, stage: string): Promise<Located> {
  const [balancer] = target.service.loadBalancers ?? [];
  const production = balancer?.advancedConfiguration?.productionListenerRule;
  const name = `${target.clusterName}/${target.serviceName}`;
  if (stage === 'POST_SCALE_UP') {
    return notReached('At POST_SCALE_UP the test listener still leads to the old version (ECS moves it afterwards).');
  }
  if (stage !== 'live') {
    const test = testListenerOf(target);
    if (test !== undefined) return locateRule(test, 'test', input, undefined);
    return notReached(
      `${name} has no test listener (testListenerRule), and its production listener, with weighted target groups, does not lead to the new version alone.`
    );
  }
  if (production !== undefined) return locateRule(production, 'production', input, undefined);
  const group = balancer?.targetGroupArn;
  return group === undefined ? notReached(`${name} has no load balancer with listeners.`) : locateGroup(group, input);
}

/** A rolling service has one target group, and names no listener: one that forwards to it, with https first. */
async function locateGroup(arn: string, { ports: { clock, gates }, environmentUrl }: GateInput): Promise<Located> {
  const { listeners } = gates;
  try {
    const found = await retryTransient(clock, () => listeners.listRulesTo(arn));
    const addresses = await Promise.all(
      found.map(async ({ listener, rule }) => {
        const dnsName = await retryTransient(clock, () => listeners.getDnsName(listener.loadBalancerArn));
        const address =
          dnsName === undefined
            ? undefined
            : findAddress({ listener, rule, dnsName, environmentHost: hostOf(environmentUrl) });
        return typeof address === 'object' ? [address] : [];
      })
    );
    const usable = addresses.flat();
    const address = usable.find(({ url }) => url.startsWith('https:')) ?? usable[0];
    return address === undefined
      ? notReached(`No listener forwards to ${arn}.`)
      : { address, reason: undefined, problem: undefined };
  } catch (error) {
    if (!isAccessDenied(error)) throw explainAwsError(error, `Reading the listeners of ${arn}`);
    return notPermitted('The listeners of the service may not be described', ['TargetGroups', ...DESCRIBED]);
  }
}

const DESCRIBED = ['Listeners', 'Rules', 'LoadBalancers'] as const;

function notPermitted(what: string, described: readonly string[]): Located {
  const actions = described.map(each => `elasticloadbalancing:Describe${each}`);
  const problem = {
    what: `${what}, so where the gate reaches the new version is not known.`,
    next: `Allow ${actions.join(', ')} (slipway generate iam).`
  };
  return { address: undefined, reason: problem.what, problem };
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname;
}

async function locateCodeDeploy(target: CodeDeployTarget, input: GateInput, stage: string): Promise<Located> {
  const [pair] = target.group.loadBalancerInfo?.targetGroupPairInfoList ?? [];
  const kind = stage === 'live' ? 'production' : 'test';
  const route = stage === 'live' ? pair?.prodTrafficRoute : pair?.testTrafficRoute;
  const [listener] = route?.listenerArns ?? [];
  if (listener !== undefined) {
    const names = (pair?.targetGroups ?? []).flatMap(group => group.name ?? []);
    return locateRule(listener, kind, input, names);
  }
  return notReached(
    `The deployment group ${target.deploymentGroup} has no ${kind} listener (${kind === 'test' ? 'testTrafficRoute' : 'prodTrafficRoute'}), and no other leads to the new version alone.`
  );
}

/** @param arn of a rule, or of a listener. @param groups the names of the target groups of which the rule has one; undefined: any */
async function locateRule(
  arn: string,
  kind: 'test' | 'production',
  { ports: { clock, gates }, environmentUrl, target }: GateInput,
  groups: readonly string[] | undefined
): Promise<Located> {
  const { listeners } = gates;
  const isRule = arn.includes(':listener-rule/');
  const listenerArn = isRule ? arn.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '') : arn;
  try {
    const [listener, rule] = await Promise.all([
      retryTransient(clock, () => listeners.getListener(listenerArn)),
      retryTransient(clock, () => (isRule ? listeners.getRule(arn) : findRule(listenerArn, groups, listeners)))
    ]);
    const dnsName =
      listener === undefined
        ? undefined
        : await retryTransient(clock, () => listeners.getDnsName(listener.loadBalancerArn));
    if (listener === undefined || rule === undefined || dnsName === undefined) {
      const what = `The ${kind} listener ${arn} of ${target.clusterName}/${target.serviceName} is not there.`;
      return { address: undefined, reason: what, problem: { what, next: 'Correct the load balancer of the service.' } };
    }
    const environmentHost = hostOf(environmentUrl);
    const address = findAddress({ listener, rule, dnsName, environmentHost });
    if (typeof address !== 'string') return { address, reason: undefined, problem: undefined };
    const what = `The gate cannot reach the new version by the ${kind} listener ${arn}: ${address}`;
    const next = address.includes('https')
      ? 'Set environment-url, or add a host-header condition to the rule.'
      : 'Change the listener or its rule.';
    return { address: undefined, reason: what, problem: { what, next } };
  } catch (error) {
    if (!isAccessDenied(error)) throw explainAwsError(error, `Reading the ${kind} listener ${arn}`);
    return notPermitted(`The ${kind} listener may not be described`, DESCRIBED);
  }
}

/** CodeDeploy changes the rules of the listener that forward to one of its target groups. */
async function findRule(
  listenerArn: string,
  groups: readonly string[] | undefined,
  listeners: ListenersPort
): Promise<ListenerRule | undefined> {
  // A Network Load Balancer has one rule without conditions.
  if (listenerArn.includes(':listener/net/')) return { isDefault: true, conditions: [], targetGroupArns: [] };
  const rules = (await listeners.listRules(listenerArn)) ?? [];
  const ofPair = rules.filter(({ targetGroupArns }) =>
    targetGroupArns.some(arn => groups?.some(name => arn.includes(`:targetgroup/${name}/`)) === true)
  );
  const candidates = ofPair.length > 0 ? ofPair : rules;
  return candidates.find(({ isDefault }) => isDefault) ?? candidates[0];
}

function checkUrl(url: string, { address, reason, problem }: Located): readonly Problem[] {
  if (!url.startsWith('/')) return [];
  if (problem !== undefined) return [makeProblem('gate-urls', problem)];
  if (address === undefined) {
    const what = `Nothing leads to the new version for ${url}: ${reason ?? ''}`;
    const next =
      'Use gate-command with GATE_TASK_IPS, give a whole URL, or add a test listener and a pause at POST_TEST_TRAFFIC_SHIFT.';
    return [makeProblem('gate-urls', { what, next })];
  }
  const behind = urlBehind(address, url);
  if ('problem' in behind)
    return [makeProblem('gate-urls', { what: behind.problem, next: 'Correct the path, or the rule.' })];
  if (address.takesGet) return [];
  const what = `The rule of the listener takes no GET (http-request-method), with which ${url} is requested.`;
  return [makeProblem('gate-urls', { what, next: 'Use gate-command, or let the rule take GET.' })];
}

function listWarnings(gate: Gate, pauseMinutes: number | undefined, { reason }: Located): readonly string[] {
  const { timeoutMinutes, stage, address } = gate;
  const sources = address?.sourceAddresses ?? [];
  return [
    ...(pauseMinutes !== undefined && pauseMinutes <= timeoutMinutes
      ? [`AWS ends the pause at ${stage} after ${pauseMinutes} min, before gate-timeout-minutes (${timeoutMinutes}).`]
      : []),
    ...(gate.command === undefined || reason === undefined
      ? []
      : [`GATE_URL is empty: ${reason} GATE_TASK_IPS has the addresses of its tasks.`]),
    ...(sources.length === 0
      ? []
      : [`The rule of the listener takes requests from ${sources.join(', ')} alone: the gate must come from there.`])
  ];
}
