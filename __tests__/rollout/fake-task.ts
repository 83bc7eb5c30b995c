import type { Task, TaskDefinition } from '@aws-sdk/client-ecs';

import type { RunTaskConfig } from '../../src/config/config.js';
import type { LogPage, LogPageQuery } from '../../src/rollout/ports.js';
import { START, type FakeClock } from './fakes.js';

export const TASK_ARN = 'arn:aws:ecs:eu-west-1:123456789012:task/shop/0123abcd';

export function taskConfig(changes: Partial<RunTaskConfig> = {}): RunTaskConfig {
  return {
    containerOverrides: [],
    taskOverrides: {},
    placementConstraints: undefined,
    placementStrategy: undefined,
    capacityProviderStrategy: undefined,
    launchType: undefined,
    subnets: undefined,
    securityGroups: undefined,
    assignPublicIp: undefined,
    startedBy: undefined,
    tags: [],
    volume: undefined,
    waitForStopped: true,
    ...changes
  };
}

export const LOGGING: TaskDefinition = {
  containerDefinitions: [
    {
      name: 'app',
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'ecs' }
      }
    }
  ]
};

/** What a task looks like from a second on. */
export type TaskFrame = Partial<Task> & { readonly from: number };

export function taskAt(clock: FakeClock, frames: readonly TaskFrame[]): Task {
  const base: Task = {
    taskArn: TASK_ARN,
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    createdAt: new Date(START)
  };
  return frames
    .filter(({ from }) => from <= clock.elapsed)
    .reduce<Task>((task, frame) => ({ ...task, ...frame }), base);
}

export function stoppedAt(from: number, exitCode: number): TaskFrame {
  return {
    from,
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', exitCode }]
  };
}

/** A log stream whose lines come at their second. */
export function logAt(
  clock: FakeClock,
  lines: Readonly<Record<number, string>>
): (query: LogPageQuery) => Promise<LogPage> {
  return async ({ after }) => {
    const there = Object.entries(lines).filter(([second]) => Number(second) <= clock.elapsed);
    const from = after === undefined ? 0 : Number(after);
    return { lines: there.slice(from).map(([, line]) => line), end: String(there.length) };
  };
}
