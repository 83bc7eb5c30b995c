import type { Task } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import { findTaskSpans, readTaskSpans } from '../../../src/rollout/monitor/task-spans.js';
import { awsError, CLUSTER, fakePorts, NEW, OLD, START } from '../fakes.js';

const at = (second: number): Date => new Date(START + second * 1_000);
const task = (shift: number, changes: Partial<Task> = {}): Task => ({
  taskDefinitionArn: NEW,
  createdAt: at(shift),
  pullStartedAt: at(shift + 5),
  pullStoppedAt: at(shift + 15),
  startedAt: at(shift + 17),
  ...changes
});
const span = (phase: string, from: number, to: number) => ({
  phase,
  startedAt: START + from * 1_000,
  endedAt: START + to * 1_000
});

describe('what the new tasks went through', () => {
  it.each<[string, readonly Task[], number | undefined, readonly ReturnType<typeof span>[]]>([
    ['no task', [], 60, []],
    [
      'one task',
      [task(0)],
      40,
      [span('place', 0, 5), span('pull', 5, 15), span('start', 15, 17), span('healthy', 17, 40)]
    ],
    [
      'two waves overlap: from the first that begins to the last that ends',
      [task(0), task(20)],
      60,
      [span('place', 0, 25), span('pull', 5, 35), span('start', 15, 37), span('healthy', 17, 60)]
    ],
    [
      'nobody knows when they were healthy',
      [task(0)],
      undefined,
      [span('place', 0, 5), span('pull', 5, 15), span('start', 15, 17)]
    ],
    ['healthy before it was told', [task(0)], 17, [span('place', 0, 5), span('pull', 5, 15), span('start', 15, 17)]],
    ['EC2 without times of the pull', [{ createdAt: at(0), startedAt: at(9) }], 20, [span('healthy', 9, 20)]]
  ])('%s', (_name, tasks, healthyAt, expected) => {
    expect(readTaskSpans(tasks, healthyAt === undefined ? undefined : START + healthyAt * 1_000)).toEqual(expected);
  });

  const find = (tasks: readonly Task[], fail = false) => {
    const ports = fakePorts({
      ecs: {
        listTasks: async () => {
          if (fail) throw awsError('AccessDeniedException');
          return tasks.map((_task, index) => `arn/${index}`);
        },
        describeTasks: async () => tasks
      }
    });
    const timeline = [span('start', 0, 30), span('replace', 30, 50), span('drain', 50, 80)];
    const spans = findTaskSpans(
      { clusterArn: CLUSTER, serviceName: 'web' },
      { ports, taskDefinitionArn: NEW },
      { since: START, timeline }
    );
    return { ports, spans };
  };

  it('counts the running tasks of this rollout only', async () => {
    const others = [task(-600), task(0, { taskDefinitionArn: OLD })];
    const { ports, spans } = find([task(1), ...others]);
    expect(await spans).toEqual([
      span('place', 1, 6),
      span('pull', 6, 16),
      span('start', 16, 18),
      span('healthy', 18, 50)
    ]);
    expect(ports.of('listTasks')).toEqual([[{ cluster: CLUSTER, service: 'web', desiredStatus: 'RUNNING' }]]);
  });

  it('is nothing to fail for', async () => {
    expect(await find([], true).spans).toEqual([]);
    const { ports, spans } = find([]);
    expect(await spans).toEqual([]);
    expect(ports.of('describeTasks')).toEqual([]);
  });
});
