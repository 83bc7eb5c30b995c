import { explainAwsError, isAccessDenied } from '../../aws/errors.js';
import type { GateConfig, WaitFor } from '../../config/config.js';
import { ProblemsError, type Problem } from '../../errors.js';
import type { Clock } from '../../ports.js';
import type { EcsPort } from '../ports.js';
import type { RolloutTarget } from '../target.js';
import { retryTransient } from '../transient.js';
import type { Gate } from './gate.js';
import type { Located } from './locate.js';
import type { GatePorts } from './ports.js';
import { checkPaused, findMoment, type Obstacle } from './stage.js';

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
  // Most runs have no gate, and the first call to AWS waits for what is read before it.
  const { locate } = await import('./locate.js');
  const found = await locate({
    target,
    stage: moment.stage,
    asked: { command, urls, environmentHost: hostOf(input.environmentUrl) },
    listeners: ports.gates.listeners,
    clock: ports.clock
  });
  const { address, caught } = found;
  const problems = [
    ...urls.flatMap(url => checkUrl(url, found)),
    ...caught.map(({ setting, what, next }) => makeProblem(setting, { what, next }))
  ];
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

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname;
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
  return [];
}

function listWarnings(gate: Gate, pauseMinutes: number | undefined, found: Located): readonly string[] {
  const { reason, warnings } = found;
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
      : [`The rule of the listener takes requests from ${sources.join(', ')} alone: the gate must come from there.`]),
    ...warnings
  ];
}
