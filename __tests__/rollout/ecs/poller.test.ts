import { describe, expect, it } from '@jest/globals';

import type { EcsDeployment, ServiceDeployment } from '../../../src/aws/types.js';
import { createEcsPoller } from '../../../src/rollout/ecs/poller.js';
import { ARN, NEW_DEPLOYMENT, OLD_DEPLOYMENT } from '../fake-ecs.js';
import { awsError, fakePorts, NEW, OLD, START } from '../fakes.js';

interface Moment {
  readonly running?: number;
  readonly old?: number;
  readonly rolloutState?: EcsDeployment['rolloutState'];
  /** Another deployment is PRIMARY. */
  readonly replaced?: boolean;
  readonly deployment?: Partial<ServiceDeployment>;
  /** What AWS does not answer. */
  readonly failing?: 'S' | 'D';
}

/** The calls of each look, by their first letters: S DescribeServices, D DescribeServiceDeployments; `!` where it was rejected. */
async function play(moments: readonly Moment[], { failing = false, denied = false } = {}): Promise<string> {
  let now: Moment = {};
  const answer = <T>(letter: 'S' | 'D', value: T): T => {
    if (now.failing === letter) throw awsError('InternalServerError');
    return value;
  };
  const ports = fakePorts({
    ecs: {
      describeServices: async () => {
        const { running: runningCount = 0, old = 2, rolloutState = 'IN_PROGRESS', replaced = false } = now;
        const mine = { ...NEW_DEPLOYMENT, runningCount, rolloutState, status: replaced ? 'ACTIVE' : 'PRIMARY' };
        const other = { ...OLD_DEPLOYMENT, id: 'ecs-svc/9', status: 'PRIMARY' };
        const deployments = [
          mine,
          ...(old === 0 ? [] : [{ ...OLD_DEPLOYMENT, status: 'ACTIVE', runningCount: old }]),
          ...(replaced ? [other] : [])
        ];
        return answer('S', { services: [{ status: 'ACTIVE', desiredCount: 2, deployments }], failures: [] });
      },
      describeServiceDeployments: async () => {
        if (denied)
          throw awsError('AccessDeniedException', 'not authorized to perform: ecs:DescribeServiceDeployments');
        return answer('D', [{ serviceDeploymentArn: ARN, status: 'IN_PROGRESS', ...now.deployment }]);
      }
    }
  });
  const look = createEcsPoller({
    ecs: ports.ecs,
    cluster: 'shop',
    service: 'web',
    ref: {
      deploymentId: 'ecs-svc/2',
      taskDefinitionArn: NEW,
      previousTaskDefinitionArn: OLD,
      createdAt: START
    },
    serviceDeploymentArn: ARN,
    serviceDeploymentBefore: undefined,
    isFailing: () => failing,
    onFound: () => undefined,
    warnOnce: () => undefined
  });
  const told: string[] = [];
  for (const moment of moments) {
    now = moment;
    const before = ports.calls.length;
    const rejected = await look().then(
      () => '',
      () => '!'
    );
    const calls = ports.calls.slice(before).map(({ name }) => (name === 'describeServices' ? 'S' : 'D'));
    told.push(`${calls.join('')}${rejected}`);
  }
  return told.join(' ');
}

const times = (count: number, moment: Moment): readonly Moment[] => Array.from({ length: count }, () => moment);
const UP: Moment = { running: 2, old: 0 };
const SHIFTS = { deploymentConfiguration: { strategy: 'BLUE_GREEN' as const } };

describe('a look at an ECS deployment', () => {
  const cases: readonly (readonly [string, readonly Moment[], string])[] = [
    [
      'asks for the service while tasks come up, and on every third look for the service deployment',
      [...times(4, {}), ...times(3, { running: 1 })],
      'SD S SD S S SD S'
    ],
    ['asks for both when the rollout is told to have ended', [{}, {}, {}, { rolloutState: 'FAILED' }], 'SD S SD SD'],
    ['asks for both when another deployment is in place', [{}, {}, {}, { replaced: true }], 'SD S SD SD'],
    [
      'goes on asking for the service while a rolling update has old tasks',
      [...times(3, { running: 2 }), { running: 2, old: 1 }, UP, UP, UP, UP],
      'SD S SD S SD SD D D'
    ],
    [
      'asks for the service deployment once the tasks stand, and for both when its stage, its status or its tasks are different',
      [
        UP,
        ...times(3, { running: 2, deployment: { ...SHIFTS, lifecycleStage: 'SCALE_UP' } }),
        { running: 2, deployment: { ...SHIFTS, lifecycleStage: 'BAKE_TIME' } },
        { running: 2, deployment: { ...SHIFTS, lifecycleStage: 'BAKE_TIME' } },
        { running: 2, deployment: { ...SHIFTS, lifecycleStage: 'BAKE_TIME' } },
        { running: 2, deployment: { ...SHIFTS, status: 'SUCCESSFUL', lifecycleStage: 'BAKE_TIME' } }
      ],
      'SD DS SD D DS SD D DS'
    ],
    [
      'asks again for what AWS did not answer',
      [{}, {}, {}, { rolloutState: 'COMPLETED', failing: 'D' }, { rolloutState: 'COMPLETED' }],
      'SD S SD SD! SD'
    ]
  ];
  it.each(cases)('%s', async (_title, moments, calls) => expect(await play(moments)).toBe(calls));

  it('asks for the service deployment when it was given up, whatever the tasks do', async () => {
    expect(await play(times(4, {}), { failing: true })).toBe('DS D SD D');
  });

  it('asks for the service alone where the service deployment may not be read', async () => {
    expect(await play(times(4, {}), { denied: true })).toBe('SD S S S');
  });
});
