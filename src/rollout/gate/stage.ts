import type { DeploymentLifecycleHook } from '../../aws/types.js';
import type { GateConfig, WaitFor } from '../../config/config.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from '../target.js';
import { addCodeDeployWait, addPauseHook, changeStrategy, keepOnePause } from './remedies.js';
import { minutesOf } from '../result.js';

/** The stages that a gate answers at, the one that is taken first. */
const GATE_STAGES = ['POST_TEST_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT', 'POST_SCALE_UP'] as const;
type GateStage = (typeof GATE_STAGES)[number];

/** What keeps a gate from being run: what is wrong, and what to do. */
export interface Obstacle {
  readonly what: string;
  readonly next: string;
}

/** When a gate runs: the stage whose pause it answers, or `live`. */
interface GateMoment {
  readonly at: 'test' | 'live';
  readonly stage: GateStage | 'Ready' | 'live';
  /** After so many minutes AWS ends the pause by itself; undefined: there is none. */
  readonly pauseMinutes: number | undefined;
}

/** A PAUSE hook without a timeout of its own waits for a day. */
const PAUSE_MINUTES = 1_440;

/** When the gate of a service runs. `test` where the settings do not say, but for a rolling update, which has no pause. Pure. */
export function findMoment(target: RolloutTarget, gateAt: GateConfig['gateAt']): GateMoment | Obstacle {
  const isRolling = target.controller === 'ECS' && target.strategy === 'ROLLING';
  if ((gateAt ?? (isRolling ? 'live' : 'test')) === 'live') {
    return { at: 'live', stage: 'live', pauseMinutes: undefined };
  }
  if (target.controller === 'CODE_DEPLOY') return findReady(target);
  const name = `${target.clusterName}/${target.serviceName}`;
  if (isRolling) {
    return {
      what: `gate-at: test tests the new version before it gets traffic, and ${name} is rolled out by ROLLING, which has no such moment.`,
      next: `Use gate-at: live, or ${changeStrategy(target)}`
    };
  }
  return findHook(target, name);
}

function findHook(target: EcsTarget, name: string): GateMoment | Obstacle {
  const pauses = listPauses(target);
  for (const stage of GATE_STAGES) {
    const [hook, another] = pauses.filter(({ lifecycleStages = [] }) => lifecycleStages.includes(stage));
    if (hook === undefined) continue;
    if (another !== undefined) {
      const what = `${name} has two PAUSE hooks at ${stage}, so that the gate's cannot be told from the other.`;
      return { what, next: keepOnePause(stage) };
    }
    const { timeoutInMinutes = PAUSE_MINUTES, action = 'ROLLBACK' } = hook.timeoutConfiguration ?? {};
    if (action === 'CONTINUE') {
      return {
        what: `The PAUSE hook of ${name} at ${stage} continues by itself after ${timeoutInMinutes} min, also where its gate has not passed.`,
        next: `Let it go back: ${addPauseHook(target, stage)}`
      };
    }
    return { at: 'test', stage, pauseMinutes: timeoutInMinutes };
  }
  return {
    what: `${name} (${target.strategy}) has no PAUSE hook at ${GATE_STAGES.join(', ')}, where its gate could run.`,
    next: `Add one: ${addPauseHook(target, testListenerRulesOf(target).length === 0 ? 'POST_SCALE_UP' : 'POST_TEST_TRAFFIC_SHIFT')}`
  };
}

function findReady(target: CodeDeployTarget): GateMoment | Obstacle {
  const minutes = readyMinutes(target);
  if (minutes > 0) return { at: 'test', stage: 'Ready', pauseMinutes: minutes };
  return {
    what: `The deployment group ${target.deploymentGroup} moves the traffic without a wait (deploymentReadyOption), in which the gate could run.`,
    next: `Let it wait: ${addCodeDeployWait(target)}`
  };
}

/** What `wait-for: paused` waits for beside the gate; an obstacle where there is nothing. Pure. */
export function checkPaused(
  target: RolloutTarget,
  waitFor: WaitFor,
  gateStage: string | undefined
): Obstacle | undefined {
  if (waitFor !== 'paused') return undefined;
  const name = `${target.clusterName}/${target.serviceName}`;
  const than = gateStage === undefined ? '' : " but the gate's";
  const what = `wait-for: paused, and a deployment of ${name} never waits for anybody${than}.`;
  if (target.controller === 'CODE_DEPLOY') {
    const waits = readyMinutes(target) > 0 && gateStage !== 'Ready';
    if (waits) return undefined;
    return {
      what,
      next:
        gateStage === 'Ready'
          ? 'Use another wait-for, or leave the gate out.'
          : `Let it wait: ${addCodeDeployWait(target)}`
    };
  }
  if (target.strategy === 'ROLLING') return { what, next: `Use another wait-for, or ${changeStrategy(target)}` };
  const others = listPauses(target)
    .flatMap(({ lifecycleStages = [] }) => lifecycleStages)
    .filter(stage => stage !== gateStage);
  if (others.length > 0) return undefined;
  const stage = gateStage === 'POST_TEST_TRAFFIC_SHIFT' ? 'PRE_PRODUCTION_TRAFFIC_SHIFT' : 'POST_TEST_TRAFFIC_SHIFT';
  return { what, next: `Add a pause: ${addPauseHook(target, stage)}` };
}

function listPauses({ service }: EcsTarget): readonly DeploymentLifecycleHook[] {
  const hooks = service.deploymentConfiguration?.lifecycleHooks ?? [];
  return hooks.filter(({ targetType }) => targetType === 'PAUSE');
}

/** How long a deployment of the group waits for ContinueDeployment; 0: not at all. */
function readyMinutes({ group }: CodeDeployTarget): number {
  const { actionOnTimeout, waitTimeInMinutes } = group.blueGreenDeploymentConfiguration?.deploymentReadyOption ?? {};
  return actionOnTimeout === 'STOP_DEPLOYMENT' ? minutesOf(waitTimeInMinutes) : 0;
}

/** The listener rules that lead to the new version while it is tested: ARNs of rules, of listeners with a Network Load Balancer. */
export function testListenerRulesOf({ service }: EcsTarget): readonly string[] {
  return (service.loadBalancers ?? []).flatMap(
    ({ advancedConfiguration: advanced }) => advanced?.testListenerRule ?? []
  );
}
