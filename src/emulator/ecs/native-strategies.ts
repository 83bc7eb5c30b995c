import { newUuid } from '../server/protocol.js';
import { covers } from '../server/scenarios.js';
import { completeDeployment, failDeployment, primaryOf } from './deployments.js';
import { judgeByBreaker } from './rolling.js';
import type { LifecycleHook } from './shapes.js';
import { countTasks, desiredCountOf, livingTasks } from './state.js';
import type { DeploymentRecord, HookRecord, ServiceDeploymentRecord, ServiceRecord } from './state.js';
import * as timings from './timings.js';
import { shiftTraffic } from './traffic.js';

/** The lifecycle stages of BLUE_GREEN, LINEAR and CANARY, in their order. */
const STAGES = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
  'BAKE_TIME',
  'CLEAN_UP'
] as const;
/** Hooks may also wait before every step of the production traffic. */
type Stage = (typeof STAGES)[number] | 'PRE_PRODUCTION_TRAFFIC_SHIFT';

const MINUTE = 60_000;
const BEFORE_SCALE_UP = new Set<string | undefined>([undefined, 'RECONCILE_SERVICE', 'PRE_SCALE_UP']);

/** Whether the service's deployment goes through lifecycle stages at this moment. */
export function isInStages(service: ServiceRecord): boolean {
  const primary = primaryOf(service);
  return (
    primary?.rolloutState === 'IN_PROGRESS' &&
    (primary.serviceDeployment.configuration.strategy ?? 'ROLLING') !== 'ROLLING' &&
    ['PENDING', 'IN_PROGRESS'].includes(primary.serviceDeployment.status)
  );
}

/** Divides the tasks between blue and green, and goes on to the next stage where this one waits for tasks. */
export function planStages(service: ServiceRecord): void {
  judgeByBreaker(service);
  const green = primaryOf(service);
  if (green === undefined || !isInStages(service)) return;
  const record = green.serviceDeployment;
  if (record.status === 'IN_PROGRESS' && record.lifecycleStage === undefined)
    enter(service, green, 'RECONCILE_SERVICE');
  const desired = desiredCountOf(service);
  const stage = record.lifecycleStage;
  green.wanted = BEFORE_SCALE_UP.has(stage) ? 0 : desired;
  for (const each of service.deployments) {
    if (each === green) continue;
    each.wanted = each === service.lastCompleted && stage !== 'CLEAN_UP' ? desired : 0;
  }
}

/** Called after the tasks were looked at: SCALE_UP ends when green is healthy, CLEAN_UP when blue is gone. */
export function advanceStages(service: ServiceRecord): void {
  const green = primaryOf(service);
  if (green === undefined || !isInStages(service)) return;
  const stage = green.serviceDeployment.lifecycleStage;
  if (stage === 'SCALE_UP' && countTasks(service, green).inService >= desiredCountOf(service)) {
    enter(service, green, 'POST_SCALE_UP');
  } else if (
    stage === 'CLEAN_UP' &&
    service.deployments.every(each => each === green || livingTasks(service, each).length === 0)
  ) {
    completeDeployment(service, green);
    service.wake(0);
  }
}

function enter(service: ServiceRecord, green: DeploymentRecord, stage: Stage): void {
  const record = green.serviceDeployment;
  record.lifecycleStage = stage;
  record.updatedAt = service.region.timeline.now();
  const go = (): void => work(service, green, stage);
  runHooks(service, green, stage, hooksAt(record, stage), go);
}

function hooksAt(record: ServiceDeploymentRecord, stage: Stage): readonly LifecycleHook[] {
  return (record.configuration.lifecycleHooks ?? []).filter(each => each.lifecycleStages?.includes(stage));
}

/** Runs `run` later, unless the deployment has left the stage or its way by then. */
function later(service: ServiceRecord, green: DeploymentRecord, stage: Stage, delay: number, run: () => void): void {
  service.region.timeline.after(delay, () => {
    if (green.serviceDeployment.lifecycleStage === stage && primaryOf(service) === green && isInStages(service)) run();
  });
}

function next(service: ServiceRecord, green: DeploymentRecord, stage: Stage): void {
  const following = STAGES[(STAGES as readonly Stage[]).indexOf(stage) + 1];
  if (following !== undefined) enter(service, green, following);
  service.wake(0);
}

function work(service: ServiceRecord, green: DeploymentRecord, stage: Stage): void {
  const record = green.serviceDeployment;
  const goOn = (delay: number): void => later(service, green, stage, delay, () => next(service, green, stage));
  switch (stage) {
    case 'SCALE_UP':
    case 'CLEAN_UP':
      service.wake(0);
      return;
    case 'TEST_TRAFFIC_SHIFT':
      if (record.target !== undefined) record.target.testWeight = 100;
      for (const source of record.sources) source.testWeight = 0;
      shiftTraffic(service, record);
      goOn(timings.TRAFFIC_SHIFT);
      return;
    case 'PRODUCTION_TRAFFIC_SHIFT':
      takeSteps(service, green, trafficSteps(record));
      return;
    case 'BAKE_TIME':
      goOn(Math.max(timings.STAGE, (record.configuration.bakeTimeInMinutes ?? 0) * MINUTE));
      return;
    default:
      goOn(timings.STAGE);
  }
}

/** One step of the production traffic: green's share in per cent, and how long to wait after it. */
interface TrafficStep {
  readonly weight: number;
  readonly wait: number;
}

function trafficSteps(record: ServiceDeploymentRecord): readonly TrafficStep[] {
  const { strategy, linearConfiguration, canaryConfiguration } = record.configuration;
  const last: TrafficStep = { weight: 100, wait: timings.TRAFFIC_SHIFT };
  if (record.sources.length === 0) return [last];
  if (strategy === 'CANARY') {
    const weight = canaryConfiguration?.canaryPercent ?? 5;
    return [{ weight, wait: (canaryConfiguration?.canaryBakeTimeInMinutes ?? 10) * MINUTE }, last];
  }
  if (strategy === 'LINEAR') {
    const step = linearConfiguration?.stepPercent ?? 10;
    const wait = (linearConfiguration?.stepBakeTimeInMinutes ?? 6) * MINUTE;
    const count = Math.ceil(100 / step) - 1;
    return [...Array.from({ length: count }, (_, index) => ({ weight: step * (index + 1), wait })), last];
  }
  return [last];
}

function takeSteps(service: ServiceRecord, green: DeploymentRecord, steps: readonly TrafficStep[]): void {
  const [step, ...rest] = steps;
  if (step === undefined) {
    next(service, green, 'PRODUCTION_TRAFFIC_SHIFT');
    return;
  }
  const record = green.serviceDeployment;
  const hooks = hooksAt(record, 'PRE_PRODUCTION_TRAFFIC_SHIFT');
  if (hooks.length === 0) {
    takeStep(service, green, step, rest);
    return;
  }
  record.lifecycleStage = 'PRE_PRODUCTION_TRAFFIC_SHIFT';
  runHooks(service, green, 'PRE_PRODUCTION_TRAFFIC_SHIFT', hooks, () => {
    record.lifecycleStage = 'PRODUCTION_TRAFFIC_SHIFT';
    takeStep(service, green, step, rest);
  });
}

function takeStep(
  service: ServiceRecord,
  green: DeploymentRecord,
  step: TrafficStep,
  rest: readonly TrafficStep[]
): void {
  const record = green.serviceDeployment;
  if (record.target !== undefined) record.target.productionWeight = step.weight;
  for (const source of record.sources) {
    source.productionWeight = source.owner === service.lastCompleted?.id ? 100 - step.weight : 0;
  }
  shiftTraffic(service, record);
  record.updatedAt = service.region.timeline.now();
  later(service, green, 'PRODUCTION_TRAFFIC_SHIFT', step.wait, () => takeSteps(service, green, rest));
}

function runHooks(
  service: ServiceRecord,
  green: DeploymentRecord,
  stage: Stage,
  hooks: readonly LifecycleHook[],
  done: () => void
): void {
  const [hook, ...rest] = hooks;
  if (hook === undefined) {
    done();
    return;
  }
  const record = green.serviceDeployment;
  const { timeline } = service.region;
  const isPause = hook.targetType === 'PAUSE';
  const minutes = hook.timeoutConfiguration?.timeoutInMinutes ?? 1440;
  const entry: HookRecord = {
    hookId: newUuid(),
    targetType: hook.targetType ?? 'AWS_LAMBDA',
    targetArn: hook.hookTargetArn,
    stage,
    status: isPause ? 'AWAITING_ACTION' : 'IN_PROGRESS',
    expiresAt: isPause ? timeline.now() + minutes * MINUTE : undefined,
    timeoutAction: isPause ? (hook.timeoutConfiguration?.action ?? 'ROLLBACK') : undefined
  };
  record.hooks = [...record.hooks, entry];
  const goOn = (): void => runHooks(service, green, stage, rest, done);
  const refuse = (): void => failByHook(service, green, stage, hook.hookTargetArn);
  if (isPause) {
    waiting.set(entry, { goOn, refuse });
    later(service, green, stage, minutes * MINUTE, () => {
      if (entry.status !== 'AWAITING_ACTION') return;
      entry.status = 'TIMED_OUT';
      (entry.timeoutAction === 'CONTINUE' ? goOn : refuse)();
    });
    return;
  }
  later(service, green, stage, timings.LAMBDA_HOOK, () => {
    const fails = service.region.cloud.scenarios.hooks.some(
      each => covers(each.service, service.name) && covers(each.stage, stage)
    );
    entry.status = fails ? 'FAILED' : 'SUCCEEDED';
    (fails ? refuse : goOn)();
  });
}

/** What happens when someone answers a PAUSE hook. */
const waiting = new WeakMap<HookRecord, { readonly goOn: () => void; readonly refuse: () => void }>();

/** Answers a PAUSE hook; false where it does not wait (any more). */
export function answerHook(service: ServiceRecord, hook: HookRecord, action: 'CONTINUE' | 'ROLLBACK'): boolean {
  const answers = waiting.get(hook);
  if (answers === undefined || hook.status !== 'AWAITING_ACTION') return false;
  hook.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED';
  (action === 'CONTINUE' ? answers.goOn : answers.refuse)();
  service.wake(0);
  return true;
}

function failByHook(service: ServiceRecord, green: DeploymentRecord, stage: Stage, target: string | undefined): void {
  const answer = target === undefined ? '' : ` Lifecycle hook target ${target} returned FAILED status.`;
  const status = `Service deployment rolled back because ${stage} lifecycle hook(s) failed.${answer}`;
  failDeployment(service, green, { event: status, judge: 'ECS deployment lifecycle hook', status }, true);
  service.wake(0);
}
