import { describe, expect, it } from '@jest/globals';

import type { ServiceDeployment, Task } from '../../../src/aws/types.js';
import { readEcsHistory, type EcsPast } from '../../../src/rollout/history/ecs.js';
import { readMarks } from '../../../src/rollout/history/marks.js';
import { NEW, OLD, START } from '../fakes.js';

const at = (seconds: number): Date => new Date(START + seconds * 1_000);
const HOUR = 3_600;

const DEPLOYMENT: ServiceDeployment = {
  status: 'SUCCESSFUL',
  createdAt: at(0),
  finishedAt: at(60),
  sourceServiceRevisions: [{ arn: 'revision/1' }],
  targetServiceRevision: { arn: 'revision/2' }
};
const newTask = (started: number | undefined, created = 1): Task => ({
  taskDefinitionArn: NEW,
  startedBy: 'ecs-svc/2',
  createdAt: at(created),
  startedAt: started === undefined ? undefined : at(started)
});
const oldTask = (stopping: number): Task => ({
  taskDefinitionArn: OLD,
  startedBy: 'ecs-svc/1',
  createdAt: at(-HOUR),
  stoppingAt: at(stopping)
});
const PAST: EcsPast = {
  ref: { deploymentId: 'ecs-svc/2', taskDefinitionArn: NEW, previousTaskDefinitionArn: OLD, createdAt: START },
  service: {
    desiredCount: 2,
    deployments: [{ id: 'ecs-svc/2', status: 'PRIMARY', taskDefinition: NEW, desiredCount: 2, runningCount: 2 }],
    events: []
  },
  deployment: DEPLOYMENT,
  tasks: [newTask(20), newTask(22), oldTask(40), oldTask(42)],
  now: at(900).getTime()
};

/** `start 0-20` in seconds since the deployment began; what is not told stands behind. */
function tell(changes: Partial<EcsPast>): readonly string[] {
  const { timeline, untold } = readEcsHistory({ ...PAST, ...changes });
  const seconds = (time: number): number => (time - START) / 1_000;
  return [
    ...timeline.map(({ phase, startedAt, endedAt }) => `${phase} ${seconds(startedAt)}-${seconds(endedAt)}`),
    ...untold.map(phase => `${phase} ?`)
  ];
}

const { service } = PAST;
const native = (changes: Partial<ServiceDeployment>): ServiceDeployment => ({
  ...DEPLOYMENT,
  deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
  finishedAt: at(420),
  lifecycleStage: 'CLEAN_UP',
  ...changes
});
const later = at(2 * HOUR).getTime();
const stopped = { createdAt: at(43), message: '(service web) has stopped 2 running tasks: (task 1) (task 2).' };

describe('what ECS still knows of a deployment', () => {
  it.each<[string, Partial<EcsPast>, readonly string[]]>([
    ['a rolling update', {}, ['start 0-20', 'replace 20-42', 'drain 42-60']],
    [
      'a first deployment, which replaces nothing',
      {
        deployment: { ...DEPLOYMENT, sourceServiceRevisions: [] },
        tasks: [newTask(20), newTask(22)]
      },
      ['start 0-20', 'replace 20-22', 'drain 22-60']
    ],
    ['no tasks at all', { service: { ...service, desiredCount: 0, deployments: [] } }, ['start 0-60']],
    [
      'one under way',
      {
        deployment: { ...DEPLOYMENT, status: 'IN_PROGRESS', finishedAt: undefined },
        tasks: [newTask(20), newTask(undefined)],
        now: at(30).getTime()
      },
      ['start 0-20', 'replace 20-30']
    ],
    [
      'one whose tasks are still to come',
      {
        deployment: { ...DEPLOYMENT, status: 'IN_PROGRESS', finishedAt: undefined },
        tasks: [newTask(undefined)],
        now: at(30).getTime()
      },
      ['start 0-30']
    ],
    [
      'a rollback',
      {
        deployment: { ...DEPLOYMENT, status: 'ROLLBACK_SUCCESSFUL', rollback: { startedAt: at(50) } }
      },
      ['start 0-20', 'replace 20-50', 'rollback 50-60']
    ],
    [
      'an early success, whose old tasks went later',
      { tasks: [newTask(20), newTask(22), oldTask(90)] },
      ['start 0-20', 'replace 20-60']
    ],
    [
      'old tasks that are forgotten, and whose stop is among the events',
      {
        now: later,
        tasks: [newTask(20), newTask(22)],
        service: { ...service, events: [stopped] }
      },
      ['start 0-20', 'replace 20-43', 'drain 43-60']
    ],
    [
      'old tasks that are forgotten, and no event',
      { now: later, tasks: [newTask(20), newTask(22)] },
      ['start 0-20', 'replace ?', 'drain ?']
    ],
    [
      'more events since than ECS keeps',
      {
        now: later,
        tasks: [newTask(20), newTask(22)],
        service: { ...service, events: Array.from({ length: 100 }, () => ({ ...stopped, createdAt: at(HOUR) })) }
      },
      ['start 0-20', 'replace ?', 'drain ?']
    ],
    [
      'tasks that were replaced since',
      { now: later, tasks: [newTask(HOUR, HOUR - 20), newTask(22)] },
      ['start ?', 'replace ?', 'drain ?']
    ],
    [
      'a native deployment',
      {
        deployment: native({}),
        tasks: [newTask(20), newTask(22), oldTask(400), oldTask(402)]
      },
      ['bake 100-400', 'drain 400-420', 'start ?', 'test ?', 'shift ?']
    ],
    [
      'a native one that bakes nothing',
      {
        deployment: native({ deploymentConfiguration: { strategy: 'CANARY' } }),
        tasks: [oldTask(400)]
      },
      ['drain 400-420', 'start ?', 'test ?', 'shift ?', 'bake ?']
    ],
    [
      'a native one that failed while it started',
      {
        deployment: native({
          status: 'ROLLBACK_SUCCESSFUL',
          lifecycleStage: 'SCALE_UP',
          rollback: { startedAt: at(50) }
        })
      },
      ['start 0-50', 'rollback 50-420']
    ],
    [
      'a native one that went back without a word of its stage',
      {
        deployment: native({
          status: 'ROLLBACK_SUCCESSFUL',
          lifecycleStage: undefined,
          rollback: { startedAt: at(50) }
        })
      },
      ['rollback 50-420', 'start ?']
    ],
    [
      'a stage that is newer than this release',
      {
        deployment: native({ status: 'IN_PROGRESS', finishedAt: undefined, lifecycleStage: 'WARM_UP' as 'SCALE_UP' })
      },
      ['start ?', 'warm_up ?']
    ]
  ])('is told of %s', (_name, changes, told) => {
    expect(tell(changes)).toEqual(told);
  });
});

it('leaves out and names what has no begin or no end, and what took no time', () => {
  expect(
    readMarks(
      [
        { phase: 'a', at: 1 },
        { phase: 'b', at: 1 },
        { phase: 'c', at: undefined },
        { phase: 'd', at: 5 }
      ],
      undefined
    )
  ).toEqual({ timeline: [], untold: ['b', 'c', 'd'] });
});
