import { describe, expect, it } from '@jest/globals';

import type { DeploymentInfo, ECSTarget, ECSTaskSet, LifecycleEvent, TaskSet } from '../../../src/aws/types.js';
import { createCodeDeployPoller } from '../../../src/rollout/codedeploy/poller.js';
import { awsError, fakePorts } from '../fakes.js';

interface Moment {
  readonly info: Partial<DeploymentInfo>;
  /** How many of the two new tasks run. */
  readonly running?: number;
  readonly steady?: boolean;
  /** The lifecycle event that is under way; those before it have succeeded. */
  readonly event?: string;
}

const EVENTS = ['BeforeInstall', 'Install', 'AfterInstall', 'BeforeAllowTraffic', 'AllowTraffic', 'AfterAllowTraffic'];

function targetAt(event: string, runningCount: number): ECSTarget {
  const place = event === 'done' ? EVENTS.length : EVENTS.indexOf(event);
  const statusOf = (index: number): LifecycleEvent['status'] => {
    if (index < place) return 'Succeeded';
    return index === place ? 'InProgress' : 'Pending';
  };
  const lifecycleEvents = EVENTS.map((lifecycleEventName, index) => ({ lifecycleEventName, status: statusOf(index) }));
  const green: ECSTaskSet = { identifer: 'ecs-svc/2', taskSetLabel: 'Green', desiredCount: 2, runningCount };
  return { status: 'InProgress', lifecycleEvents, taskSetsInfo: [green] };
}

/** The calls of each look, by their first letters: D GetDeployment, L ListDeploymentTargets, T BatchGetDeploymentTargets, S DescribeServices. */
async function play(moments: readonly Moment[], concurrentRollouts = 1): Promise<readonly string[]> {
  let now: Moment = { info: {} };
  const ports = fakePorts({
    ecs: {
      describeServices: async () => {
        const { running: runningCount = 0, steady = false } = now;
        const stabilityStatus = steady ? 'STEADY_STATE' : 'STABILIZING';
        const set: TaskSet = {
          id: 'ecs-svc/2',
          externalId: 'd-1',
          computedDesiredCount: 2,
          runningCount,
          stabilityStatus
        };
        return { services: [{ taskSets: [set] }], failures: [] };
      }
    },
    codedeploy: {
      getDeployment: async id => ({ deploymentId: id, ...(id === 'd-1' ? now.info : { status: 'InProgress' }) }),
      listDeploymentTargets: async () => ['shop:web'],
      batchGetDeploymentTargets: async () => [{ ecsTarget: targetAt(now.event ?? 'BeforeInstall', now.running ?? 0) }]
    }
  });
  const letters: Readonly<Record<string, string>> = {
    getDeployment: 'D',
    listDeploymentTargets: 'L',
    batchGetDeploymentTargets: 'T',
    describeServices: 'S'
  };
  const describeService = async () => (await ports.ecs.describeServices('shop', ['web'])).services[0];
  const look = createCodeDeployPoller({
    id: 'd-1',
    targetId: 'shop:web',
    codedeploy: ports.codedeploy,
    describeService,
    onTargetDenied: () => undefined,
    concurrentRollouts: () => concurrentRollouts
  });
  const told: string[] = [];
  for (const moment of moments) {
    now = moment;
    const before = ports.calls.length;
    const { info, target } = await look.take();
    expect(info.status).toBe(moment.info.status);
    expect(target?.taskSetsInfo?.[0]?.runningCount).toBe(target && (moment.running ?? 0));
    told.push(
      ports.calls
        .slice(before)
        .map(({ name }) => letters[name] ?? name)
        .join('')
    );
  }
  return told;
}

const at = (event: string, changes: Partial<Moment> = {}): Moment => ({
  info: { status: 'InProgress' },
  event,
  ...changes
});
const UP = { running: 2, steady: true };
const ended = (info: Partial<DeploymentInfo>): Moment => at('Install', { info });
const times = (count: number, moment: Moment): readonly Moment[] => Array.from({ length: count }, () => moment);

describe('a look at a CodeDeploy deployment', () => {
  const cases: readonly (readonly [string, readonly Moment[], string])[] = [
    ['asks for no target before there is one', times(2, { info: { status: 'Created' } }), 'D D'],
    [
      'asks for the target as soon as there is one',
      [{ info: { status: 'Created' } }, ...times(2, at('Install'))],
      'D DT S'
    ],
    [
      'asks for the service while the tasks come up, and on every third look for the rest',
      times(8, at('Install')),
      'DT S S DTS S S DTS S'
    ],
    [
      'takes the counts of the service, and asks for the target when the tasks are steady',
      [...times(2, at('Install')), at('Install', { running: 1 }), at('AfterInstall', UP)],
      'DT S S DTS'
    ],
    [
      'asks for the target while the traffic moves, and for the deployment on every second look',
      [...times(2, at('BeforeAllowTraffic', UP)), ...times(3, at('AllowTraffic', UP)), at('AfterAllowTraffic', UP)],
      'DT T DT T DT T'
    ],
    [
      'asks for the deployment alone once the traffic has moved, and now and then for the rest',
      times(9, at('done', { ...UP, info: { status: 'InProgress', instanceTerminationWaitTimeStarted: true } })),
      'DT D D D D D D D DTS'
    ],
    [
      'asks for all when it ends',
      [...times(2, at('done', UP)), at('done', { ...UP, info: { status: 'Succeeded' } })],
      'DT D DT'
    ],
    [
      'asks for the rollback alone once it is known',
      [
        at('Install'),
        at('Install'),
        ended({ status: 'InProgress' }),
        ...times(4, ended({ status: 'Failed', rollbackInfo: { rollbackDeploymentId: 'd-2' } }))
      ],
      'DT S S DTSD D D SD'
    ]
  ];
  it.each(cases)('%s', async (_title, moments, calls) => expect((await play(moments)).join(' ')).toBe(calls));

  it('asks in concurrentRollouts for what many can ask together, and for the target in turn or when the tasks are steady', async () => {
    const moments = [...times(7, at('Install')), ...times(3, at('AfterInstall', UP))];
    expect((await play(moments, 6)).join(' ')).toBe('DT DS DS DS DS DS DST DST DS DS');
  });

  it('goes on asking for what it owes where AWS did not answer', async () => {
    const failing = new Set<string>();
    const calls: string[] = [];
    const answer = <T>(name: string, value: T): T => {
      calls.push(name);
      if (failing.has(name)) throw awsError('InternalServerError');
      return value;
    };
    let info: DeploymentInfo = { deploymentId: 'd-1', status: 'Created' };
    const { codedeploy } = fakePorts({
      codedeploy: {
        getDeployment: async () => answer('D', info),
        listDeploymentTargets: async () => ['shop:web'],
        batchGetDeploymentTargets: async () => answer('T', [{ ecsTarget: targetAt('Install', 0) }])
      }
    });
    const look = createCodeDeployPoller({
      id: 'd-1',
      targetId: 'shop:web',
      codedeploy,
      describeService: async () => undefined,
      onTargetDenied: () => undefined,
      concurrentRollouts: () => 1
    });
    await look.take();
    info = { deploymentId: 'd-1', status: 'InProgress' };
    failing.add('T');
    await expect(look.take()).rejects.toThrow('InternalServerError');
    failing.clear();
    const { target } = await look.take();
    expect(target?.status).toBe('InProgress');
    expect(calls).toEqual(['D', 'D', 'T', 'T']);
  });
});
