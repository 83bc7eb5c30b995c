import {
  DeploymentStatus,
  LifecycleEventStatus,
  TargetLabel,
  type DeploymentInfo,
  type ECSTarget,
  type LifecycleEvent
} from '@aws-sdk/client-codedeploy';
import { describe, expect, it } from '@jest/globals';

import { readCodeDeployStatus } from '../../../src/rollout/codedeploy/status.js';
import { START } from '../fakes.js';

const read = (info: DeploymentInfo, target?: ECSTarget, rollback?: DeploymentInfo, asked = false) =>
  readCodeDeployStatus({ info: { deploymentId: 'd-1', ...info }, target, rollback }, asked);

const AUTO = {
  enabled: true,
  events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM']
} as const;
const auto = { autoRollbackConfiguration: { ...AUTO, events: [...AUTO.events] } };

const STATUSES: Readonly<Record<DeploymentStatus, { verdict: string | undefined; failing: boolean }>> = {
  Created: { verdict: undefined, failing: false },
  Queued: { verdict: undefined, failing: false },
  InProgress: { verdict: undefined, failing: false },
  Baking: { verdict: undefined, failing: false },
  Ready: { verdict: undefined, failing: false },
  Succeeded: { verdict: 'succeeded', failing: false },
  Failed: { verdict: 'failed', failing: true },
  Stopped: { verdict: 'failed', failing: true }
};

describe('the status', () => {
  it('has a row for every one that the SDK knows', () => {
    expect(Object.keys(STATUSES).sort()).toEqual(Object.values(DeploymentStatus).sort());
  });

  it.each(Object.entries(STATUSES))('%s', (status, { verdict, failing }) => {
    const view = read({ status: status as DeploymentStatus });
    expect(view.ending?.verdict).toBe(verdict);
    expect(view.failing !== undefined).toBe(failing);
    expect(view.line).toContain(status);
  });

  it('is shown and waited for when it is newer than this release', () => {
    expect(read({ status: 'Paused' as DeploymentStatus })).toMatchObject({ ending: undefined, line: 'Paused' });
  });

  it("tells CodeDeploy's own words", () => {
    const info: DeploymentInfo = {
      status: 'Failed',
      errorInformation: { code: 'ECS_UPDATE_ERROR', message: 'The container x does not exist in the task definition. ' }
    };
    expect(read(info).failing).toBe(
      'CodeDeploy failed the deployment: The container x does not exist in the task definition (ECS_UPDATE_ERROR).'
    );
  });
});

describe('the rollback', () => {
  const failed: DeploymentInfo = { status: 'Failed', ...auto, rollbackInfo: { rollbackDeploymentId: 'd-2' } };

  it.each(Object.values(DeploymentStatus))('is followed under its own id: %s', status => {
    const verdicts: Readonly<Record<string, string>> = {
      Succeeded: 'rolled-back',
      Failed: 'failed',
      Stopped: 'failed'
    };
    const view = read(failed, undefined, { deploymentId: 'd-2', status });
    expect(view.ending?.verdict).toBe(verdicts[status]);
    expect(view.failing).toBeDefined();
    expect(view.line).toBe(`rollback d-2: ${status}`);
  });

  const due: readonly (readonly [string, DeploymentInfo, boolean, boolean])[] = [
    ['is due after a failure where the group says so', { status: 'Failed', ...auto }, false, true],
    ['is not due where the group has none', { status: 'Failed' }, false, false],
    [
      'is not due where the group rolls back for alarms only',
      { status: 'Failed', autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM'] } },
      false,
      false
    ],
    [
      'is due after an alarm where the group rolls back for alarms',
      {
        status: 'Stopped',
        errorInformation: { code: 'ALARM_ACTIVE' },
        autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM'] }
      },
      false,
      true
    ],
    ['is due where this run asked for it', { status: 'Stopped' }, true, true]
  ];
  it.each(due)('%s', (_name, info, asked, expected) => {
    const view = read(info, undefined, undefined, asked);
    expect(view.rollbackDue).toBe(expected);
    expect(view.ending === undefined).toBe(expected);
  });
});

const EVENTS = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'AllowTestTraffic',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic'
];

/** The status of an event that comes so many after the current one. */
function statusAt(distance: number): LifecycleEvent['status'] {
  if (distance < 0) return 'Succeeded';
  return distance === 0 ? 'InProgress' : 'Pending';
}

/** All events up to one have succeeded, that one is in progress. */
function at(current: string, green = { runningCount: 2, trafficWeight: 0 }): ECSTarget {
  const index = EVENTS.indexOf(current);
  return {
    lifecycleEvents: EVENTS.map((lifecycleEventName, place) => ({
      lifecycleEventName,
      status: statusAt(place - index)
    })),
    taskSetsInfo: [
      { taskSetLabel: 'Blue', desiredCount: 2, runningCount: 2, trafficWeight: 100 - green.trafficWeight },
      { taskSetLabel: 'Green', desiredCount: 2, pendingCount: 0, ...green }
    ]
  };
}

describe('lifecycle events and task sets', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['BeforeInstall', 'start', 'nothing'],
    ['Install', 'start', 'nothing'],
    ['AfterInstall', 'start', 'started'],
    ['AllowTestTraffic', 'test', 'started'],
    ['AfterAllowTestTraffic', 'test', 'started'],
    ['BeforeAllowTraffic', 'shift', 'started'],
    ['AllowTraffic', 'shift', 'started'],
    ['AfterAllowTraffic', 'shift', 'started']
  ];
  it.each(rows)('%s', (event, phase, milestone) => {
    const running = { runningCount: milestone === 'nothing' ? 0 : 2, trafficWeight: 0 };
    const view = read({ status: 'InProgress' }, at(event, running));
    expect(view).toMatchObject({ phase, milestone });
    expect(view.notes).toContain(`${event} began`);
  });

  it('is live when the traffic has moved and the last hook has agreed, not before', () => {
    const moved = at('AfterAllowTraffic', { runningCount: 2, trafficWeight: 100 });
    expect(read({ status: 'InProgress' }, moved).milestone).toBe('started');
    const agreed: ECSTarget = {
      ...moved,
      lifecycleEvents: EVENTS.map(lifecycleEventName => ({ lifecycleEventName, status: 'Succeeded' }))
    };
    expect(read({ status: 'InProgress' }, agreed).milestone).toBe('live');
  });

  it('is live and draining from the termination wait on, and says how to end it', () => {
    const view = read({
      status: 'InProgress',
      instanceTerminationWaitTimeStarted: true,
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 60 }
      }
    });
    expect(view).toMatchObject({ milestone: 'live', phase: 'drain' });
    expect(view.notes.join()).toMatch(
      /old ones end after 60 min.*--deployment-id d-1 --deployment-wait-type TERMINATION_WAIT/
    );
  });

  it('says what Ready waits for', () => {
    const info: DeploymentInfo = {
      status: 'Ready',
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 15 }
      }
    };
    expect(read(info).notes.join()).toMatch(/waits up to 15 min for ContinueDeployment, then it is stopped/);
  });

  it.each(Object.values(LifecycleEventStatus))('tells an event that is %s', status => {
    const event: LifecycleEvent = {
      lifecycleEventName: 'BeforeAllowTraffic',
      status,
      startTime: new Date(START),
      endTime: new Date(START + 4_000),
      diagnostics: { message: 'said no' }
    };
    const notes = read({ status: 'InProgress' }, { lifecycleEvents: [event] }).notes;
    const told: Readonly<Record<LifecycleEventStatus, readonly string[]>> = {
      Pending: [],
      Skipped: [],
      InProgress: ['BeforeAllowTraffic began'],
      Succeeded: ['BeforeAllowTraffic succeeded after 4 s: said no'],
      Failed: ['BeforeAllowTraffic failed after 4 s: said no'],
      Unknown: ['BeforeAllowTraffic unknown after 4 s: said no']
    };
    expect(notes).toEqual(told[status]);
  });

  it.each(Object.values(TargetLabel))('names the %s tasks with their traffic', label => {
    const view = read({ status: 'InProgress' }, at('AllowTraffic', { runningCount: 2, trafficWeight: 10 }));
    expect(view.line).toContain(`${label.toLowerCase()} 2 of 2 running, traffic ${label === 'Blue' ? 90 : 10} %`);
  });

  it('takes an event that is newer than this release as a phase of its own', () => {
    const target: ECSTarget = { lifecycleEvents: [{ lifecycleEventName: 'Warm', status: 'InProgress' }] };
    expect(read({ status: 'InProgress' }, target).phase).toBe('Warm');
  });
});
