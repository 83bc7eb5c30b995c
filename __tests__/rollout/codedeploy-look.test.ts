import { describe, expect, it } from '@jest/globals';

import type { DeploymentInfo, ECSTarget, LifecycleEvent } from '../../src/aws/shapes.js';
import { createCodeDeployLook } from '../../src/rollout/codedeploy-look.js';
import { fakePorts } from './fakes.js';

interface Moment {
  readonly info: Partial<DeploymentInfo>;
  /** The lifecycle event that is under way; those before it have succeeded. */
  readonly event?: string;
}

const EVENTS = ['BeforeInstall', 'Install', 'AfterInstall', 'BeforeAllowTraffic', 'AllowTraffic', 'AfterAllowTraffic'];

function targetAt(event: string): ECSTarget {
  const place = event === 'done' ? EVENTS.length : EVENTS.indexOf(event);
  const statusOf = (index: number): LifecycleEvent['status'] =>
    index < place ? 'Succeeded' : index === place ? 'InProgress' : 'Pending';
  const lifecycleEvents = EVENTS.map((lifecycleEventName, index) => ({ lifecycleEventName, status: statusOf(index) }));
  return { status: 'InProgress', lifecycleEvents };
}

/** The calls of each look, by their first letters: D GetDeployment, L ListDeploymentTargets, T BatchGetDeploymentTargets. */
async function play(moments: readonly Moment[]): Promise<readonly string[]> {
  let now: Moment = { info: {} };
  const ports = fakePorts({
    codedeploy: {
      getDeployment: async id => ({ deploymentId: id, ...(id === 'd-1' ? now.info : { status: 'InProgress' }) }),
      listDeploymentTargets: async () => ['shop:web'],
      batchGetDeploymentTargets: async () => [{ ecsTarget: targetAt(now.event ?? 'BeforeInstall') }]
    }
  });
  const letters: Readonly<Record<string, string>> = {
    getDeployment: 'D',
    listDeploymentTargets: 'L',
    batchGetDeploymentTargets: 'T'
  };
  const look = createCodeDeployLook('d-1', ports.codedeploy);
  const told: string[] = [];
  for (const moment of moments) {
    now = moment;
    const before = ports.calls.length;
    const snapshot = await look.take();
    expect(snapshot.info.status).toBe(moment.info.status);
    told.push(
      ports.calls
        .slice(before)
        .map(({ name }) => letters[name] ?? name)
        .join('')
    );
  }
  return told;
}

const at = (event: string, info: Partial<DeploymentInfo> = { status: 'InProgress' }): Moment => ({ info, event });
const times = (count: number, moment: Moment): readonly Moment[] => Array.from({ length: count }, () => moment);

describe('a look at a CodeDeploy deployment', () => {
  const cases: readonly (readonly [string, readonly Moment[], string])[] = [
    ['asks for no target before there is one', times(2, { info: { status: 'Created' } }), 'D D'],
    [
      'asks for the deployment on every second look while the tasks are made',
      times(6, at('Install')),
      'DLT TD T TD T TD'
    ],
    [
      'asks for the deployment when the target is different',
      [at('Install'), at('Install'), at('AfterInstall'), at('BeforeAllowTraffic')],
      'DLT TD TD TD'
    ],
    [
      'asks for the deployment alone once the traffic has moved, and now and then for the target',
      [
        at('AfterAllowTraffic'),
        ...times(6, at('done', { status: 'InProgress', instanceTerminationWaitTimeStarted: true }))
      ],
      'DLT TD D D D D DT'
    ],
    ['asks for all when it ends', [at('done'), at('done'), at('done', { status: 'Succeeded' })], 'DLT D DT'],
    [
      'asks for the rollback too',
      [at('Install'), at('Install', { status: 'Failed', rollbackInfo: { rollbackDeploymentId: 'd-2' } })],
      'DLT TDD'
    ]
  ];
  it.each(cases)('%s', async (_title, moments, calls) => expect((await play(moments)).join(' ')).toBe(calls));
});
