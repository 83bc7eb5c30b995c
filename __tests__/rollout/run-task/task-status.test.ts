import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../../src/aws/types.js';
import { describeTask, judgeTask } from '../../../src/rollout/run-task/task-status.js';

const STOPPED: Task = {
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited'
};

describe('a task before the rollout', () => {
  it.each(['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'DEACTIVATING', 'STOPPING', 'DEPROVISIONING'])(
    'is not judged while it is %s, even with an exit code',
    lastStatus => {
      expect(
        judgeTask({ ...STOPPED, lastStatus, containers: [{ name: 'app', exitCode: 0 }] }, ['app'])
      ).toBeUndefined();
    }
  );

  it.each<[string, Task, readonly string[], boolean, string]>([
    ['0', { containers: [{ name: 'app', exitCode: 0 }] }, ['app'], true, 'the container app exited with code 0'],
    ['3', { containers: [{ name: 'app', exitCode: 3 }] }, ['app'], false, 'the container app exited with code 3'],
    [
      'out of memory',
      {
        containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }]
      },
      ['app'],
      false,
      'the container app exited with code 137 (OutOfMemoryError: Container killed due to memory usage)'
    ],
    [
      'a sidecar that was ended',
      {
        containers: [
          { name: 'app', exitCode: 0 },
          { name: 'envoy', exitCode: 143 }
        ]
      },
      ['app'],
      true,
      'the container app exited with code 0'
    ],
    [
      'several that count, all well',
      {
        containers: [
          { name: 'app', exitCode: 0 },
          { name: 'envoy', exitCode: 0 }
        ]
      },
      ['app', 'envoy'],
      true,
      'every essential container exited with code 0'
    ],
    [
      'several that count, one ended because of the other',
      {
        containers: [
          { name: 'app', exitCode: 0 },
          { name: 'envoy', exitCode: 143 }
        ]
      },
      ['app', 'envoy'],
      false,
      'the container envoy exited with code 143, as a container may that ECS ends because another (app, code 0) has finished; container-name says which one counts'
    ],
    [
      'several that count, one that makes its own code of SIGTERM',
      {
        containers: [
          { name: 'app', exitCode: 0 },
          { name: 'worker', exitCode: 130 }
        ]
      },
      ['app', 'worker'],
      false,
      'the container worker exited with code 130, as a container may that ECS ends because another (app, code 0) has finished; container-name says which one counts'
    ],
    [
      'one that never ran, since another failed first',
      { containers: [{ name: 'app' }, { name: 'init', exitCode: 1 }] },
      ['app'],
      false,
      'the container app did not run to its end'
    ],
    ['one that is not there', { containers: [] }, ['app'], false, 'the container app did not run to its end'],
    [
      'no start',
      {
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'CannotPullContainerError: not found',
        containers: [{ name: 'app', reason: 'CannotPullContainerError: not found' }]
      },
      ['app'],
      false,
      'it did not start: CannotPullContainerError: not found'
    ],
    [
      'stopped by hand, although it ended with 0 then',
      { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user.', containers: [{ name: 'app', exitCode: 0 }] },
      ['app'],
      false,
      'it was stopped before its end: Task stopped by user'
    ],
    [
      'taken back with its spot capacity',
      {
        stopCode: 'SpotInterruption',
        stoppedReason: 'Your Spot Task was interrupted.',
        containers: [{ name: 'app', exitCode: 143 }]
      },
      ['app'],
      false,
      'it was stopped before its end: Your Spot Task was interrupted'
    ],
    [
      'without a word',
      { stopCode: undefined, stoppedReason: undefined, containers: [{ name: 'app', exitCode: 0 }] },
      ['app'],
      false,
      'it was stopped before its end'
    ]
  ])('%s', (_name, changes, judged, succeeded, what) => {
    expect(judgeTask({ ...STOPPED, ...changes }, judged)).toMatchObject({ succeeded, what });
  });

  it('claims no cause where a container of a service would have to keep running', () => {
    const task: Task = {
      ...STOPPED,
      stopCode: undefined,
      stoppedReason: 'Essential container in task exited',
      containers: [{ name: 'app', exitCode: 0 }]
    };
    expect(judgeTask(task, ['app'])).toMatchObject({ succeeded: false, stoppedTask: { found: undefined } });
  });

  it('blames the container that counts', () => {
    const containers = [
      { name: 'app', exitCode: 0 },
      { name: 'envoy', exitCode: 143 }
    ];
    expect(judgeTask({ ...STOPPED, containers }, ['app', 'envoy'])?.stoppedTask).toMatchObject({
      container: 'envoy',
      exitCode: 143
    });
  });

  it('is told in one line', () => {
    expect(describeTask({ lastStatus: 'RUNNING', desiredStatus: 'RUNNING' })).toBe('RUNNING');
    expect(describeTask(STOPPED)).toBe('STOPPED (Essential container in task exited)');
  });
});
