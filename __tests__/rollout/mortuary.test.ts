import { describe, expect, it } from '@jest/globals';

import type { ServiceEvent } from '../../src/aws/shapes.js';
import { createMortuary, type Pulse } from '../../src/rollout/mortuary.js';
import { CLUSTER, fakeClock, fakePorts, NEW, START } from './fakes.js';
import { deadTask } from './fake-ecs.js';

interface Look {
  readonly pulse: Pulse;
  readonly events?: readonly string[];
}

const pulse = (running: number, alive: number, failures = 0): Pulse => ({ running, alive, failures });

/** How often the stopped tasks were listed after each look; a look is 5 s after the one before. */
async function listings(looks: readonly Look[], stopped = [deadTask('a')]): Promise<readonly number[]> {
  const ports = fakePorts({
    ecs: {
      listTasks: async () => stopped.flatMap(task => task.taskArn ?? []),
      describeTasks: async (_cluster, arns) => stopped.filter(task => arns.includes(task.taskArn ?? ''))
    }
  });
  const clock = fakeClock();
  const mortuary = createMortuary({
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
    await mortuary.look(look.pulse, events);
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
    ['tasks that come up', [{ pulse: pulse(0, 2) }, { pulse: pulse(1, 2) }, { pulse: pulse(2, 2) }], [0, 0, 0]],
    ['what is part of every rollout', [{ pulse: pulse(2, 2) }, { pulse: pulse(2, 2), events: USUAL }], [0, 0]],
    ['fewer alive', [{ pulse: pulse(0, 2) }, { pulse: pulse(0, 1) }], [0, 1]],
    ['one that took the place of a running one', [{ pulse: pulse(2, 2) }, { pulse: pulse(1, 2) }], [0, 1]],
    ['more failures', [{ pulse: pulse(0, 2) }, { pulse: pulse(0, 2, 1) }, { pulse: pulse(0, 2, 1) }], [0, 1, 1]],
    ['failures that are counted from none again', [{ pulse: pulse(0, 2, 2) }, { pulse: pulse(0, 2, 0) }], [1, 1]],
    [
      'tasks started in the place of others',
      [{ pulse: pulse(0, 2) }, { pulse: pulse(0, 2), events: ['has started 1 tasks: (task b).'] }],
      [0, 1]
    ],
    [
      'half a minute without a sign',
      Array.from({ length: 8 }, () => ({ pulse: pulse(0, 2) })),
      [0, 0, 0, 0, 0, 0, 1, 1]
    ]
  ];
  it.each(cases)('%s', async (_title, looks, expected) => expect(await listings(looks)).toEqual(expected));

  it('are looked at until the last of them has said why', async () => {
    const stopping = deadTask('a', { lastStatus: 'DEPROVISIONING', containers: [{ name: 'app' }] });
    const looks = [{ pulse: pulse(1, 1) }, { pulse: pulse(0, 0) }, { pulse: pulse(0, 0) }];
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
  const mortuary = createMortuary({
    ecs: ports.ecs,
    clock: fakeClock(),
    cluster: CLUSTER,
    service: 'web',
    taskDefinitionArn: NEW,
    startedBy: 'ecs-svc/2',
    since: START
  });
  await mortuary.look(pulse(0, 1, 1), []);
  expect(mortuary.deaths.map(({ taskArn }) => taskArn)).toEqual([deadTask('ours').taskArn]);
  expect(ports.of('describeTasks').map(([, arns]) => (arns as readonly string[]).length)).toEqual([100, 21]);
});
