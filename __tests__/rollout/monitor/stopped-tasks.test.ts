import { describe, expect, it } from '@jest/globals';

import type { ServiceEvent } from '../../../src/aws/types.js';
import { createStoppedTaskCollector, type TaskCounts } from '../../../src/rollout/monitor/stopped-tasks.js';
import { CLUSTER, fakeClock, fakePorts, NEW, START } from '../fakes.js';
import { deadTask } from '../fake-ecs.js';

interface Look {
  readonly taskCounts: TaskCounts;
  readonly events?: readonly string[];
}

const taskCounts = (running: number, alive: number, failures = 0): TaskCounts => ({ running, alive, failures });

/** How often the stopped tasks were listed after each look; a look is 5 s after the one before. */
async function listings(looks: readonly Look[], stopped = [deadTask('a')]): Promise<readonly number[]> {
  const ports = fakePorts({
    ecs: {
      listTasks: async () => stopped.flatMap(task => task.taskArn ?? []),
      describeTasks: async (_cluster, arns) => stopped.filter(task => arns.includes(task.taskArn ?? ''))
    }
  });
  const clock = fakeClock();
  const collector = createStoppedTaskCollector({
    ecs: ports.ecs,
    clock,
    cluster: CLUSTER,
    service: 'web',
    taskDefinitionArn: NEW,
    startedBy: 'ecs-svc/2',
    since: START
  });
  const counts: number[] = [];
  for (const look of looks) {
    const events = (look.events ?? []).map((message): ServiceEvent => ({ message: `(service web) ${message}` }));
    await collector.look(look.taskCounts, events);
    counts.push(ports.of('listTasks').length);
    await clock.sleep(5_000);
  }
  return counts;
}

const USUAL = [
  'registered 1 targets in (target-group web)',
  'has begun draining connections on 1 tasks.',
  'deregistered 1 targets in (target-group web)',
  'has stopped 1 running tasks: (task a).'
];

describe('the stopped tasks', () => {
  const cases: readonly (readonly [string, readonly Look[], readonly number[]])[] = [
    [
      'tasks that come up',
      [{ taskCounts: taskCounts(0, 2) }, { taskCounts: taskCounts(1, 2) }, { taskCounts: taskCounts(2, 2) }],
      [0, 0, 0]
    ],
    [
      'what is part of every rollout',
      [{ taskCounts: taskCounts(2, 2) }, { taskCounts: taskCounts(2, 2), events: USUAL }],
      [0, 0]
    ],
    ['fewer alive', [{ taskCounts: taskCounts(0, 2) }, { taskCounts: taskCounts(0, 1) }], [0, 1]],
    [
      'one that took the place of a running one',
      [{ taskCounts: taskCounts(2, 2) }, { taskCounts: taskCounts(1, 2) }],
      [0, 1]
    ],
    [
      'more failures',
      [{ taskCounts: taskCounts(0, 2) }, { taskCounts: taskCounts(0, 2, 1) }, { taskCounts: taskCounts(0, 2, 1) }],
      [0, 1, 1]
    ],
    [
      'failures that are counted from none again',
      [{ taskCounts: taskCounts(0, 2, 2) }, { taskCounts: taskCounts(0, 2, 0) }],
      [1, 1]
    ],
    [
      'tasks started in the place of others',
      [{ taskCounts: taskCounts(0, 2) }, { taskCounts: taskCounts(0, 2), events: ['has started 1 tasks: (task b).'] }],
      [0, 1]
    ],
    [
      'half a minute without a sign',
      Array.from({ length: 8 }, () => ({ taskCounts: taskCounts(0, 2) })),
      [0, 0, 0, 0, 0, 0, 1, 1]
    ]
  ];
  it.each(cases)('%s', async (_title, looks, expected) => expect(await listings(looks)).toEqual(expected));

  it('are looked at until the last of them has said why', async () => {
    const stopping = deadTask('a', { lastStatus: 'DEPROVISIONING', containers: [{ name: 'app' }] });
    const looks = [
      { taskCounts: taskCounts(1, 1) },
      { taskCounts: taskCounts(0, 0) },
      { taskCounts: taskCounts(0, 0) }
    ];
    expect(await listings(looks, [stopping])).toEqual([0, 1, 2]);
  });
});

it('finds the dead of ours behind many of those before, a hundred at a time', async () => {
  const before = Array.from({ length: 120 }, (_, index) => deadTask(`before-${index}`, { startedBy: 'ecs-svc/1' }));
  const stopped = [...before, deadTask('ours')];
  const ports = fakePorts({
    ecs: {
      listTasks: async () => stopped.flatMap(task => task.taskArn ?? []),
      describeTasks: async (_cluster, arns) => stopped.filter(task => arns.includes(task.taskArn ?? ''))
    }
  });
  const collector = createStoppedTaskCollector({
    ecs: ports.ecs,
    clock: fakeClock(),
    cluster: CLUSTER,
    service: 'web',
    taskDefinitionArn: NEW,
    startedBy: 'ecs-svc/2',
    since: START
  });
  await collector.look(taskCounts(0, 1, 1), []);
  expect(collector.stoppedTasks.map(({ taskArn }) => taskArn)).toEqual([deadTask('ours').taskArn]);
  expect(ports.of('describeTasks').map(([, arns]) => (arns as readonly string[]).length)).toEqual([100, 21]);
});
