import { covers } from '../server/scenarios.js';
import { integer, number, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { shiftForwards } from '../elb/shifts.js';
import { createTaskSet, deleteTaskSet, isSteady, setPrimaryTaskSet } from '../ecs/task-sets.js';
import { planShift } from './config-records.js';
import { installGreen } from './install.js';
import { ENDED, type DeploymentRecord, type LifecycleEventRecord } from './state.js';

/** Virtual milliseconds. A good all-at-once deployment comes to about 90 seconds, termination wait not counted. */
const TIMES = { start: 3_000, event: 1_000, hook: 4_000, shift: 5_000, poll: 1_000, stop: 2_000, rollback: 5_000 };
const MINUTE = 60_000;
/** CodeDeploy gives the replacement task set an hour. */
const INSTALL_MINUTES = 60;
const ALARM_AFTER_SECONDS = 20;

/** `codedeploy` of the scenarios document: how long Install waits before it gives up, so that a rehearsal need not take an hour. */
const readScenario = structure({ codedeploy: structure({ installTimeoutMinutes: number, hookSeconds: integer }) });

/** A deployment ends for a reason that CodeDeploy has a code for. */
class DeploymentFailure extends Error {
  readonly code: string;
  readonly status: 'Failed' | 'Stopped';

  constructor(code: string, message: string, status: 'Failed' | 'Stopped' = 'Failed') {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** What a deployment does next: each value is how many virtual milliseconds pass before it goes on. */
type Steps = Generator<number, void>;

/** Called once, when a deployment has failed or was stopped: whoever starts rollbacks hangs in here. */
export type OnEnd = (deployment: DeploymentRecord, cause: 'failure' | 'alarm' | 'request') => void;

/** Sets a deployment going. It moves by itself in virtual time from then on. */
export function startDeployment(deployment: DeploymentRecord, onEnd: OnEnd): void {
  const isRollback = deployment.creator === 'codeDeployRollback';
  drive(deployment, isRollback ? rollBack(deployment) : deploy(deployment), onEnd);
  if (!isRollback) watchAlarms(deployment, onEnd);
}

/**
 * Stops a deployment a moment from now; nothing happens when it has ended by then.
 *
 * @param error what GetDeployment then tells
 */
export function stopDeployment(
  deployment: DeploymentRecord,
  error: { readonly code: string; readonly message: string },
  end: () => void
): void {
  deployment.region.timeline.after(TIMES.stop, () => {
    if (ENDED.includes(deployment.status)) return;
    finish(deployment, 'Stopped', error);
    end();
  });
}

/** Runs a deployment's steps until it is done, fails or is stopped from outside. */
function drive(deployment: DeploymentRecord, steps: Steps, onEnd: OnEnd): void {
  const { timeline } = deployment.region;
  const go = (): void => {
    if (ENDED.includes(deployment.status)) return;
    try {
      const next = steps.next();
      if (next.done === true) finish(deployment, 'Succeeded', undefined);
      else timeline.after(next.value, go);
    } catch (error) {
      const { status, code, message } = asFailure(error);
      finish(deployment, status, { code, message });
      onEnd(deployment, 'failure');
    }
  };
  timeline.after(TIMES.start, () => {
    if (ENDED.includes(deployment.status)) return;
    deployment.status = 'InProgress';
    deployment.startTime = timeline.now();
    go();
  });
}

/** What ECS or the load balancer refuses is how the deployment fails: its service may have been deleted meanwhile. */
function asFailure(error: unknown): DeploymentFailure {
  if (error instanceof DeploymentFailure) return error;
  if (!(error instanceof AwsFault)) throw error;
  return new DeploymentFailure(
    error.name === 'ElbFault' ? 'ELASTIC_LOAD_BALANCING_INVALID' : 'ECS_UPDATE_ERROR',
    error.message
  );
}

function* deploy(deployment: DeploymentRecord): Steps {
  yield* runEvent(deployment, 'BeforeInstall');
  yield* runEvent(deployment, 'Install', install);
  yield* runEvent(deployment, 'AfterInstall');
  yield* runEvent(deployment, 'AllowTestTraffic', allowTestTraffic);
  yield* runEvent(deployment, 'AfterAllowTestTraffic');
  yield* waitForReady(deployment);
  yield* runEvent(deployment, 'BeforeAllowTraffic');
  yield* runEvent(deployment, 'AllowTraffic', shiftTraffic);
  yield* runEvent(deployment, 'AfterAllowTraffic');
  yield* terminateBlue(deployment);
}

/** One lifecycle event: its own work, or the Lambda function that the AppSpec hangs on it, or nothing that takes a second. */
function* runEvent(
  deployment: DeploymentRecord,
  name: string,
  work: (deployment: DeploymentRecord) => Steps = runHook(name)
): Steps {
  const event = deployment.events.find(each => each.name === name);
  if (event === undefined) return;
  setEvent(deployment, event, 'InProgress');
  yield* work(deployment);
  setEvent(deployment, event, 'Succeeded');
}

function runHook(name: string): (deployment: DeploymentRecord) => Steps {
  return function* (deployment) {
    const target = deployment.appSpec.hooks.get(name);
    if (target === undefined) {
      yield TIMES.event;
      return;
    }
    const { scenarios } = deployment.region.cloud;
    const seconds = readScenario(scenarios.document, 'scenarios').codedeploy?.hookSeconds;
    yield seconds === undefined ? TIMES.hook : seconds * 1000;
    const fails = scenarios.hooks.some(
      hook => covers(hook.service, serviceName(deployment)) && covers(hook.stage, name)
    );
    if (!fails) return;
    const event = deployment.events.find(each => each.name === name);
    const message = `The Lambda function ${target} reported Failed for the lifecycle event ${name}.`;
    if (event !== undefined) event.diagnostics = { errorCode: 'ScriptFailed', scriptName: target, message };
    throw new DeploymentFailure(
      'HOOK_EXECUTION_FAILURE',
      `One of the lifecycle event validation functions failed. Lifecycle event: ${name}. Function: ${target}.`
    );
  };
}

/** Makes the green task set and waits until it is healthy. */
function* install(deployment: DeploymentRecord): Steps {
  yield TIMES.event;
  const { timeline, cloud } = deployment.region;
  installGreen(deployment);
  const minutes =
    readScenario(cloud.scenarios.document, 'scenarios').codedeploy?.installTimeoutMinutes ?? INSTALL_MINUTES;
  const until = timeline.now() + minutes * MINUTE;
  yield TIMES.poll;
  while (!isGreenHealthy(deployment)) {
    if (timeline.now() >= until) {
      throw new DeploymentFailure(
        'TIMEOUT',
        `The deployment timed out while waiting for the replacement task set to become healthy. This time out period is ${minutes} minutes.`
      );
    }
    yield TIMES.poll;
  }
}

function isGreenHealthy({ service, green }: DeploymentRecord): boolean {
  return service !== undefined && green !== undefined && isSteady(service, green.record);
}

function* waitForReady(deployment: DeploymentRecord): Steps {
  const option = deployment.settings.blueGreenDeploymentConfiguration?.deploymentReadyOption;
  if (option?.actionOnTimeout !== 'STOP_DEPLOYMENT') return;
  const { timeline } = deployment.region;
  const until = timeline.now() + (option.waitTimeInMinutes ?? 0) * MINUTE;
  deployment.status = 'Ready';
  deployment.goOn = false;
  while (!mayGoOn(deployment)) {
    if (timeline.now() >= until) {
      throw new DeploymentFailure(
        'TIMEOUT',
        `The deployment was stopped because traffic was not rerouted within ${option.waitTimeInMinutes ?? 0} minutes.`,
        'Stopped'
      );
    }
    yield TIMES.poll;
  }
  deployment.status = 'InProgress';
}

function mayGoOn(deployment: DeploymentRecord): boolean {
  return deployment.goOn;
}

function* allowTestTraffic(deployment: DeploymentRecord): Steps {
  yield TIMES.event;
  shiftTestTraffic(deployment, 100);
}

function* shiftTraffic(deployment: DeploymentRecord): Steps {
  const { service, green } = deployment;
  for (const { weight, hold } of planShift(deployment.config.routing)) {
    yield TIMES.shift;
    setWeights(deployment, weight);
    if (hold > 0) yield hold;
  }
  if (service !== undefined && green !== undefined) setPrimaryTaskSet(service, green.record);
}

function* terminateBlue(deployment: DeploymentRecord): Steps {
  const { service, blue } = deployment;
  const { timeline } = deployment.region;
  const termination = deployment.settings.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  if (termination?.action === 'KEEP_ALIVE' || service === undefined || blue === undefined) return;
  const until = timeline.now() + (termination?.terminationWaitTimeInMinutes ?? 0) * MINUTE;
  deployment.terminationWaitStarted = true;
  deployment.goOn = false;
  while (timeline.now() < until && !mayGoOn(deployment)) yield Math.min(TIMES.poll, until - timeline.now());
  deleteTaskSet(service, blue.record);
  while (service.taskSets.includes(blue.record)) yield TIMES.poll;
}

/** Back to the task set that served before: its traffic first, then the replacement goes. */
function* rollBack(deployment: DeploymentRecord): Steps {
  yield* bringBack(deployment);
  const { service, blue, green } = deployment;
  yield* runEvent(deployment, 'AllowTraffic', function* () {
    yield TIMES.rollback;
    if (service === undefined || blue === undefined) return;
    setWeights(deployment, 0);
    shiftTestTraffic(deployment, 0);
    setPrimaryTaskSet(service, blue.record);
  });
  if (service === undefined || green === undefined || blue === undefined) return;
  if (service.taskSets.includes(green.record)) deleteTaskSet(service, green.record);
  while (service.taskSets.includes(green.record)) yield TIMES.poll;
}

/** A stop may come while the task set that served before is terminated: what it ran is then installed anew. */
function* bringBack(deployment: DeploymentRecord): Steps {
  const { service, blue } = deployment;
  if (service === undefined || blue?.record.status !== 'DRAINING') return;
  const { taskDefinition, launch } = blue.record;
  const record = createTaskSet(service, {
    ...launch,
    taskDefinition,
    externalId: deployment.id,
    startedBy: 'CODE_DEPLOY'
  });
  deployment.blue = { ...blue, record };
  while (!isSteady(service, record)) yield TIMES.poll;
}

function watchAlarms(deployment: DeploymentRecord, onEnd: OnEnd): void {
  const { timeline, cloud } = deployment.region;
  for (const { alarm, service, afterSeconds = ALARM_AFTER_SECONDS } of cloud.scenarios.alarms) {
    const name = watchedAlarms(deployment).find(each => covers(alarm, each));
    if (name === undefined || !covers(service, serviceName(deployment))) continue;
    timeline.after(TIMES.start + afterSeconds * 1000, () => raiseAlarm(deployment, name, onEnd));
  }
}

/** An alarm goes to ALARM: a deployment that looks at it is stopped. */
export function raiseAlarm(deployment: DeploymentRecord, name: string, onEnd: OnEnd): void {
  if (!watchedAlarms(deployment).includes(name)) return;
  const message = `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: ${name}`;
  stopDeployment(deployment, { code: 'ALARM_ACTIVE', message }, () => onEnd(deployment, 'alarm'));
}

function watchedAlarms({ overrideAlarms, alarms }: DeploymentRecord): readonly string[] {
  const configuration = overrideAlarms ?? alarms;
  const isOn = configuration?.enabled ?? (configuration?.alarms ?? []).length > 0;
  return isOn ? (configuration?.alarms ?? []).map(alarm => alarm.name ?? '') : [];
}

function setWeights(deployment: DeploymentRecord, green: number): void {
  if (deployment.green !== undefined) deployment.green.weight = green;
  if (deployment.blue !== undefined) deployment.blue.weight = 100 - green;
  deployment.lastUpdated = deployment.region.timeline.now();
  shiftListeners(deployment, 'prodTrafficRoute', green);
}

/** The whole test traffic is on one side: it has no steps. */
function shiftTestTraffic(deployment: DeploymentRecord, green: 0 | 100): void {
  shiftListeners(deployment, 'testTrafficRoute', green);
}

function shiftListeners(
  { region, settings, green, blue }: DeploymentRecord,
  route: 'prodTrafficRoute' | 'testTrafficRoute',
  greenWeight: number
): void {
  const weights = new Map<string, number>();
  if (green !== undefined) weights.set(green.targetGroup, greenWeight);
  if (blue !== undefined) weights.set(blue.targetGroup, 100 - greenWeight);
  const [pair] = settings.loadBalancerInfo?.targetGroupPairInfoList ?? [];
  for (const listener of pair?.[route]?.listenerArns ?? []) shiftForwards(region, listener, weights);
}

function setEvent(
  deployment: DeploymentRecord,
  event: LifecycleEventRecord,
  status: LifecycleEventRecord['status']
): void {
  const now = deployment.region.timeline.now();
  event.status = status;
  if (status === 'InProgress') event.startTime = now;
  else event.endTime = now;
  deployment.lastUpdated = now;
}

function finish(
  deployment: DeploymentRecord,
  status: 'Succeeded' | 'Failed' | 'Stopped',
  error: DeploymentRecord['error']
): void {
  const now = deployment.region.timeline.now();
  deployment.status = status;
  deployment.error = error;
  deployment.completeTime = now;
  deployment.lastUpdated = now;
  for (const event of deployment.events) {
    if (event.status === 'InProgress') setEvent(deployment, event, 'Failed');
    else if (event.status === 'Pending') event.status = 'Skipped';
  }
  if (status !== 'Succeeded') return;
  deployment.group.targetRevision = deployment.revision;
  deployment.group.lastSuccessful = deployment;
}

function serviceName(deployment: DeploymentRecord): string {
  return deployment.settings.ecsServices?.[0]?.serviceName ?? '';
}
