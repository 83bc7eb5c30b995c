import { newHexId, newUuid } from '../server/protocol.js';
import type { RegionState } from '../server/state.js';
import type { TaskRecord } from './state.js';
import { targetsOf } from './target-groups.js';
import { settle, hasHealthCheck, containerOf, failHealthChecks } from './task-health.js';
import { runContainers } from './task-containers.js';
import { endByItself } from './task-end.js';
import { settlingOf, stopOf } from './task-times.js';
import type { LaunchRequest } from './task-request.js';
import { crashLines, outOfMemoryLines, startLines, unhealthyLines, writeContainerLines } from './task-logs.js';
import * as timings from './timings.js';

/** Starts a task in PROVISIONING; its way from there is on the timeline. */
export function launchTask(request: LaunchRequest): TaskRecord {
  const { region, cluster, taskDefinition, launch } = request;
  const id = newHexId();
  const arn = region.arn('ecs', `task/${cluster.name}/${id}`);
  const provider = launch.capacityProviderStrategy?.[0]?.capacityProvider;
  const isFargate = (provider ?? launch.launchType ?? 'EC2').startsWith('FARGATE');
  const task: TaskRecord = {
    id,
    arn,
    cluster,
    taskDefinition,
    group: request.group,
    startedBy: request.startedBy,
    owner: request.owner,
    launchType: isFargate ? 'FARGATE' : (launch.launchType ?? 'EC2'),
    capacityProvider: provider,
    platformVersion: isFargate ? resolvePlatformVersion(launch.platformVersion) : undefined,
    network: launch.networkConfiguration,
    targets: request.owner === undefined ? [] : targetsOf(launch.loadBalancers, request.usesAlternates),
    overrides: request.overrides,
    behaviour: request.plan.behaviour,
    containers: taskDefinition.containers.map(container => ({
      name: container.name ?? '',
      arn: region.arn('ecs', `container/${cluster.name}/${id}/${newUuid()}`),
      image: container.image ?? '',
      imageDigest: undefined,
      runtimeId: undefined,
      lastStatus: 'PENDING',
      exitCode: undefined,
      reason: undefined,
      healthStatus: 'UNKNOWN'
    })),
    createdAt: region.timeline.now(),
    attachmentId: newUuid(),
    address: `10.0.${1 + (Number.parseInt(id.slice(0, 2), 16) % 3)}.${1 + (Number.parseInt(id.slice(2, 4), 16) % 250)}`,
    enableExecuteCommand: request.enableExecuteCommand,
    tags: request.tags,
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    version: 1,
    inService: false,
    stop: stopOf(request),
    live: undefined,
    afterContainers: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    pullStartedAt: undefined,
    pullStoppedAt: undefined,
    startedAt: undefined,
    executionStoppedAt: undefined,
    stoppingAt: undefined,
    stoppedAt: undefined
  };
  cluster.tasks.set(id, task);
  start(request, task, isFargate);
  return task;
}

/** `LATEST` and nothing become the version that LATEST stands for. */
export function resolvePlatformVersion(version: string | undefined): string {
  return version === undefined || version === '' || version === 'LATEST' ? '1.4.0' : version;
}

/** One step of a task's way up; it is left out where the task has been stopped in between. */
function step(request: LaunchRequest, task: TaskRecord, delay: number, act: () => void): void {
  request.region.timeline.after(delay, () => {
    if (task.desiredStatus !== 'RUNNING') return;
    act();
    task.version += 1;
    request.watcher?.changed(task);
  });
}

function start(request: LaunchRequest, task: TaskRecord, isFargate: boolean): void {
  const { timeline } = request.region;
  if (task.behaviour === 'network-timeout') {
    step(request, task, timings.NETWORK_TIMEOUT, () =>
      endByItself(request, task, 'TaskFailedToStart', 'Timeout waiting for network interface provisioning to complete.')
    );
    return;
  }
  const toPending = isFargate ? timings.PROVISIONING_FARGATE : timings.PROVISIONING_OTHER;
  step(request, task, toPending, () => {
    task.lastStatus = 'PENDING';
    if (task.behaviour === 'hang') return;
    if (request.plan.live) {
      runContainers(request, task);
      return;
    }
    step(request, task, timings.BEFORE_PULL, () => {
      task.pullStartedAt = timeline.now();
      step(request, task, timings.PULL, () => finishPull(request, task));
    });
  });
}

function finishPull(request: LaunchRequest, task: TaskRecord): void {
  const { region, plan } = request;
  const culprit = containerOf(task, plan.culprit);
  if (task.behaviour === 'cannot-pull' && culprit !== undefined) {
    const registry = region.cloud.images.exists(region.name, culprit.image) === undefined ? 'pull' : 'pull image';
    const reason =
      `CannotPullContainerError: ${registry} manifest has been retried 1 time(s): ` +
      `failed to resolve ref ${culprit.image}: ${culprit.image}: not found`;
    culprit.reason = reason;
    endByItself(request, task, 'TaskFailedToStart', reason);
    return;
  }
  task.pullStoppedAt = region.timeline.now();
  for (const container of task.containers) {
    container.imageDigest = region.cloud.images.digest(region.name, container.image) ?? digestIn(container.image);
  }
  task.lastStatus = 'ACTIVATING';
  step(request, task, timings.CONTAINER_START, () => run(request, task));
}

function run(request: LaunchRequest, task: TaskRecord): void {
  const { region, plan } = request;
  const { scenario } = plan;
  task.lastStatus = 'RUNNING';
  task.startedAt = region.timeline.now();
  for (const container of task.containers) {
    container.lastStatus = 'RUNNING';
    container.runtimeId = `${task.id}-${container.arn.slice(-10).replace(/\D/g, '0')}`;
    if (container.name !== plan.culprit) sayStart(region, task, container.name);
  }
  const definition = task.taskDefinition.containers.find(each => each.name === plan.culprit) ?? {};
  const say = (lines: readonly string[]): void =>
    writeContainerLines(region, task, plan.culprit, scenario?.log ?? lines);
  const crashAfter = scenario?.afterSeconds === undefined ? timings.CRASH_AFTER : scenario.afterSeconds * 1000;
  switch (task.behaviour) {
    case 'crash':
      step(request, task, crashAfter, () => {
        say(crashLines(definition));
        exit(request, task, scenario?.exitCode ?? 1, undefined);
      });
      return;
    case 'out-of-memory':
      step(request, task, crashAfter, () => {
        say(outOfMemoryLines(definition));
        exit(request, task, 137, 'OutOfMemoryError: Container killed due to memory usage');
      });
      return;
    case 'unhealthy':
      say(unhealthyLines(definition));
      step(request, task, timings.UNHEALTHY_AFTER, () => {
        const culprit = containerOf(task, plan.culprit);
        const targetGroup = task.targets[0]?.targetGroup;
        if (culprit !== undefined && (targetGroup === undefined || hasHealthCheck(task)))
          culprit.healthStatus = 'UNHEALTHY';
        failHealthChecks(request, task, targetGroup);
      });
      return;
    default:
      say(startLines(definition));
      settleInTime(request, task);
      if (request.owner === undefined || task.behaviour === 'exit-later') {
        const usual = task.behaviour === 'exit-later' ? timings.EXIT_LATER : timings.RUN_TASK;
        const ends = scenario?.afterSeconds === undefined ? usual : scenario.afterSeconds * 1000;
        step(request, task, ends, () => exit(request, task, scenario?.exitCode ?? 0, undefined));
      }
  }
}

function sayStart(region: RegionState, task: TaskRecord, name: string): void {
  const definition = task.taskDefinition.containers.find(each => each.name === name);
  if (definition !== undefined) writeContainerLines(region, task, name, startLines(definition));
}

function settleInTime(request: LaunchRequest, task: TaskRecord): void {
  const { after, failsIn } = settlingOf(request, task);
  step(request, task, after, () => {
    if (failsIn !== undefined) {
      failHealthChecks(request, task, failsIn, 'Request timed out');
      return;
    }
    settle(task);
    request.watcher?.healthy(task);
  });
}

/** The container that matters has ended by itself, and the task with it. */
function exit(request: LaunchRequest, task: TaskRecord, code: number, reason: string | undefined): void {
  const culprit = containerOf(task, request.plan.culprit);
  if (culprit !== undefined) {
    culprit.exitCode = code;
    culprit.reason = reason;
  }
  endByItself(request, task, 'EssentialContainerExited', 'Essential container in task exited');
}

function digestIn(image: string): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}
