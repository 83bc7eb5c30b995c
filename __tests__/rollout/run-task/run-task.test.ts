import { describe, expect, it } from '@jest/globals';

import { SlipwayError } from '../../../src/errors.js';
import type { EcsPort, LogsPort } from '../../../src/rollout/ports.js';
import { runTask } from '../../../src/rollout/run-task/run-task.js';
import type { TaskRun } from '../../../src/rollout/run-task/task-run.js';
import { stopInterruptedTask, type PendingTask } from '../../../src/rollout/rollback/stop-task.js';
import { logAt, LOGGING, stoppedAt, TASK_ARN, taskAt, type TaskFrame } from '../fake-task.js';
import {
  awsError,
  CLUSTER,
  fakeClock,
  fakeLedger,
  fakePorts,
  fakeReporter,
  NEW,
  START,
  type FakeClock
} from '../fakes.js';

interface Scene {
  readonly clock?: FakeClock;
  readonly frames?: readonly TaskFrame[];
  readonly log?: Readonly<Record<number, string>>;
  readonly ecs?: Partial<EcsPort>;
  readonly logs?: Partial<LogsPort>;
  readonly run?: Partial<TaskRun>;
}

function scene({ clock = fakeClock(), frames = [stoppedAt(20, 0)], log = {}, ecs = {}, logs = {}, run = {} }: Scene) {
  const reporter = fakeReporter();
  const cleanupStore = fakeLedger();
  const ports = fakePorts({
    ecs: {
      runTask: async () => ({ tasks: [taskAt(clock, [])], failures: [] }),
      describeTasks: async () => [taskAt(clock, frames)],
      stopTask: async () => undefined,
      ...ecs
    },
    logs: { readOn: logAt(clock, log), readTail: async () => Object.values(log), ...logs }
  });
  const input: TaskRun = {
    plan: {
      cluster: CLUSTER,
      launch: { launchType: 'FARGATE' },
      startedBy: undefined,
      waitForStopped: true,
      judged: ['app']
    },
    taskDefinitionArn: NEW,
    taskDefinition: LOGGING,
    config: { waitForMinutes: 30, onFailure: 'rollback', onCancel: 'rollback' },
    region: 'eu-west-1',
    ports,
    clock,
    reporter,
    cleanupStore,
    ...run
  };
  return { clock, reporter, cleanupStore: cleanupStore, ports, run: () => runTask(input) };
}

describe('a task before the rollout', () => {
  it('succeeds with exit code 0, and tells what it logs as it comes', async () => {
    const {
      clock,
      reporter,
      cleanupStore: cleanupStore,
      ports,
      run
    } = scene({
      frames: [{ from: 5, lastStatus: 'RUNNING' }, stoppedAt(20, 0)],
      log: { 6: 'migrating\nto 42', 10: 'two tables', 21: 'done' }
    });
    const result = await run();
    expect(result).toMatchObject({
      verdict: 'succeeded',
      reason: 'The task succeeded: the container app exited with code 0.',
      taskArns: [TASK_ARN]
    });
    const said = reporter.lines.map(line => line.replace(/^\[.*?\] /, ''));
    expect(said.slice(1)).toEqual([
      'PROVISIONING',
      'RUNNING',
      'app | migrating',
      'app | to 42',
      'app | two tables',
      'app | done',
      'STOPPED (Essential container in task exited)',
      'The task succeeded: the container app exited with code 0.'
    ]);
    expect(clock.elapsed).toBeLessThan(30);
    expect(ports.of('runTask')[0]?.[0]).toEqual({
      launchType: 'FARGATE',
      cluster: CLUSTER,
      taskDefinition: NEW,
      startedBy: expect.stringMatching(/^slipway-[0-9a-f]{16}$/),
      clientToken: expect.stringMatching(/^slipway-[0-9a-f]{16}$/)
    });
    expect(cleanupStore.open.size).toBe(0);
  });

  it('is over at the first look where nobody saw it RUNNING', async () => {
    const { clock, run } = scene({ frames: [stoppedAt(0, 0)] });
    expect((await run()).verdict).toBe('succeeded');
    expect(clock.elapsed).toBeLessThan(5);
  });

  it('fails with the container, its code and its last lines', async () => {
    const { run } = scene({ frames: [stoppedAt(10, 3)], log: { 5: 'column exists' } });
    expect(await run()).toMatchObject({
      verdict: 'failed',
      reason: 'The task failed: the container app exited with code 3.',
      diagnosis: {
        cause: { sentence: 'The container app exits with code 3.' },
        stoppedTasks: [{ container: 'app', exitCode: 3, count: 1 }],
        logs: [{ container: 'app', group: '/ecs/web', stream: 'ecs/app/0123abcd', lines: ['column exists'] }]
      }
    });
  });

  it.each<[string, string]>([
    ['no memory is free', 'RESOURCE:MEMORY'],
    ['no network interface is free', 'RESOURCE:ENI'],
    ['the agent is not connected', 'AGENT'],
    [
      'Fargate has no capacity',
      'Capacity is unavailable at this time. Please try again later or in a different availability zone'
    ]
  ])('waits for its place where %s, and says so', async (_case, reason) => {
    const clock = fakeClock();
    const { ports, reporter, cleanupStore, run } = scene({
      clock,
      frames: [stoppedAt(100, 0)],
      ecs: {
        runTask: async () =>
          clock.elapsed < 60 ? { tasks: [], failures: [{ reason }] } : { tasks: [taskAt(clock, [])], failures: [] }
      }
    });
    expect((await run()).verdict).toBe('succeeded');
    const inputs = ports.of('runTask').map(([input]) => input as { clientToken?: string; startedBy?: string });
    expect(inputs.length).toBeGreaterThan(2);
    // A token that was answered is answered the same again; the mark is that of the run.
    expect(new Set(inputs.map(({ clientToken }) => clientToken)).size).toBe(inputs.length);
    expect(new Set(inputs.map(({ startedBy }) => startedBy)).size).toBe(1);
    expect(reporter.lines.join('\n')).toContain(
      `ECS started no task: ${reason}. That may pass: trying again for up to 30 minutes (wait-for-minutes).`
    );
    expect(cleanupStore.open.size).toBe(0);
  });

  it('fails where ECS finds no place for it within wait-for-minutes', async () => {
    const failures = [{ reason: 'RESOURCE:MEMORY' }];
    const { clock, cleanupStore, ports, run } = scene({ ecs: { runTask: async () => ({ tasks: [], failures }) } });
    expect(await run()).toMatchObject({
      verdict: 'failed',
      reason: expect.stringMatching(
        /^ECS started no task: RESOURCE:MEMORY\. It was asked \d+ times within 30 minutes \(wait-for-minutes\)\. Add container instances or make the task smaller; /
      ),
      taskArns: []
    });
    expect(clock.elapsed).toBeGreaterThan(29 * 60);
    expect(clock.elapsed).toBeLessThanOrEqual(30 * 60);
    expect(ports.of('describeTasks')).toEqual([]);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('waits for no place that time does not bring', async () => {
    const failures = [{ reason: 'ATTRIBUTE' }];
    const { ports, run } = scene({ ecs: { runTask: async () => ({ tasks: [], failures }) } });
    expect(await run()).toMatchObject({
      verdict: 'failed',
      reason: expect.stringMatching(
        /^ECS started no task: ATTRIBUTE\. Compare the task definition's requiresAttributes /
      )
    });
    expect(ports.of('runTask')).toHaveLength(1);
  });

  it('waits where the cluster has no instance yet', async () => {
    const clock = fakeClock();
    const { run } = scene({
      clock,
      ecs: {
        runTask: async () => {
          if (clock.elapsed < 20)
            throw awsError('InvalidParameterException', 'No Container Instances were found in your cluster.');
          return { tasks: [taskAt(clock, [])], failures: [] };
        }
      },
      frames: [stoppedAt(60, 0)]
    });
    expect((await run()).verdict).toBe('succeeded');
  });

  it('is asked for with the same token after a lost answer', async () => {
    const clock = fakeClock();
    let calls = 0;
    const { ports, run } = scene({
      clock,
      ecs: {
        runTask: async () => {
          calls += 1;
          if (calls < 3) throw awsError('ECONNRESET');
          return { tasks: [taskAt(clock, [])], failures: [] };
        }
      }
    });
    expect((await run()).verdict).toBe('succeeded');
    const inputs = ports.of('runTask').map(([input]) => input);
    expect(inputs).toHaveLength(3);
    expect(new Set(inputs.map(input => JSON.stringify(input))).size).toBe(1);
  });

  it('is left to the post step where a refusal follows a lost answer', async () => {
    let calls = 0;
    const { cleanupStore, run } = scene({
      ecs: {
        runTask: async () => {
          calls += 1;
          throw calls === 1 ? awsError('ECONNRESET') : awsError('ClientException', 'TaskDefinition is inactive');
        }
      }
    });
    await expect(run()).rejects.toMatchObject({ code: 'ClientException' });
    expect([...cleanupStore.open.values()]).toMatchObject([{ kind: 'task', arn: '' }]);
  });

  it('is in the cleanupStore before it is asked for, and out of it when ECS refuses', async () => {
    const { cleanupStore: cleanupStore, run } = scene({
      ecs: {
        runTask: async () => {
          expect([...cleanupStore.open.values()]).toMatchObject([
            { kind: 'task', arn: '', cluster: CLUSTER, askedAt: START }
          ]);
          throw awsError('AccessDeniedException', 'not authorized to perform: ecs:RunTask');
        }
      }
    });
    await expect(run()).rejects.toThrow(/Running a task of web:2.*Allow ecs:RunTask/);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('is stopped when its time is over', async () => {
    const { ports, cleanupStore: cleanupStore, run } = scene({ frames: [{ from: 5, lastStatus: 'RUNNING' }] });
    expect(await run()).toMatchObject({
      verdict: 'timed-out',
      reason: 'The task had not ended within 30 minutes (wait-for-minutes). Asked ECS to stop the task.'
    });
    expect(ports.of('stopTask')).toEqual([[CLUSTER, TASK_ARN, 'Stopped by Slipway: taking too long']]);
    expect(cleanupStore.open.size).toBe(0);
  });

  it.each([
    ['rollback', 1, 'Cancelled. Asked ECS to stop the task.'],
    ['stop', 1, 'Cancelled. Asked ECS to stop the task.'],
    ['leave', 0, 'Cancelled. The task was left running (leave).']
  ] as const)('is stopped on a cancellation with on-cancel: %s (%d times)', async (onCancel, times, reason) => {
    const cancel = new AbortController();
    const clock = fakeClock({ 10: () => cancel.abort(new Error('SIGINT')) });
    const config = { waitForMinutes: 30, onFailure: 'rollback', onCancel } as const;
    const { ports, cleanupStore: cleanupStore, run } = scene({ clock, run: { signal: cancel.signal, config } });
    expect(await run()).toMatchObject({ verdict: 'cancelled', reason });
    expect(ports.of('stopTask')).toHaveLength(times);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('stays in the cleanupStore where it cannot be stopped', async () => {
    const cancel = new AbortController();
    const clock = fakeClock({ 10: () => cancel.abort(new Error('SIGINT')) });
    const { cleanupStore: cleanupStore, run } = scene({
      clock,
      run: { signal: cancel.signal },
      ecs: { stopTask: async () => Promise.reject(awsError('AccessDeniedException', 'no')) }
    });
    expect((await run()).verdict).toBe('cancelled');
    expect([...cleanupStore.open.values()]).toMatchObject([{ kind: 'task', arn: TASK_ARN }]);
  });

  it('is never started after a cancellation', async () => {
    const { ports, run } = scene({ run: { signal: AbortSignal.abort(new Error('SIGINT')) } });
    expect((await run()).verdict).toBe('cancelled');
    expect(ports.calls).toEqual([]);
  });

  it('is not waited for where that is not wanted', async () => {
    const plan = { cluster: CLUSTER, launch: {}, startedBy: 'me', waitForStopped: false, judged: ['app'] };
    const { ports, cleanupStore: cleanupStore, run } = scene({ run: { plan } });
    expect(await run()).toMatchObject({ verdict: 'started', taskArns: [TASK_ARN] });
    expect(ports.of('runTask')[0]?.[0]).toMatchObject({ startedBy: 'me' });
    expect(ports.of('describeTasks')).toEqual([]);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('is looked for again while ECS does not know it yet, and while AWS does not answer', async () => {
    const clock = fakeClock();
    const answers = [async () => [], async () => Promise.reject(awsError('ThrottlingException'))];
    const { run } = scene({
      clock,
      ecs: { describeTasks: async () => (await answers.shift()?.()) ?? [taskAt(clock, [stoppedAt(0, 0)])] }
    });
    expect((await run()).verdict).toBe('succeeded');
  });

  it('ends at once where the credentials end', async () => {
    const { run } = scene({ ecs: { describeTasks: async () => Promise.reject(awsError('ExpiredTokenException')) } });
    await expect(run()).rejects.toBeInstanceOf(SlipwayError);
  });

  it('is judged without its log: a missing permission is said once, a stream that is not there is none', async () => {
    const frames = [{ from: 2, lastStatus: 'RUNNING' }, stoppedAt(20, 0)];
    const denied = scene({ frames, logs: { readOn: async () => Promise.reject(awsError('AccessDeniedException')) } });
    expect((await denied.run()).verdict).toBe('succeeded');
    expect(denied.reporter.warnings).toEqual(["The task's log cannot be read: allow logs:GetLogEvents."]);
    const missing = scene({
      frames,
      logs: { readOn: async () => Promise.reject(awsError('ResourceNotFoundException')) }
    });
    expect((await missing.run()).verdict).toBe('succeeded');
    expect(missing.reporter.warnings).toEqual([]);
  });
});

describe('a task that a run left under way', () => {
  const LEFT: PendingTask = {
    kind: 'task',
    region: 'eu-west-1',
    cluster: CLUSTER,
    arn: TASK_ARN,
    taskDefinitionArn: NEW,
    startedBy: 'slipway-1',
    isMarked: true,
    isOwnRevision: false,
    askedAt: START,
    onCancel: 'rollback'
  };
  const lost = (ids: readonly string[], changes: object = {}) =>
    fakePorts({
      ecs: {
        listTasks: async () => [...ids],
        describeTasks: async () =>
          ids.map(taskArn => ({ taskArn, taskDefinitionArn: NEW, createdAt: new Date(START + 1_000), ...changes })),
        stopTask: async () => undefined
      }
    });

  it('is stopped by its ARN', async () => {
    const ports = lost([]);
    expect(await stopInterruptedTask(LEFT, ports.ecs, fakeClock())).toBe('Asked ECS to stop it.');
    expect(ports.of('stopTask')[0]?.slice(0, 2)).toEqual([CLUSTER, TASK_ARN]);
  });

  it.each<[string, readonly string[], object, number, RegExp]>([
    ['is found by its mark where its answer was never seen', ['a'], {}, 1, /Asked ECS/],
    ['was never started', [], {}, 0, /never started/],
    ['is not another revision', ['a'], { taskDefinitionArn: 'other' }, 0, /never started/],
    ['is not an older one', ['a'], { createdAt: new Date(START - 120_000) }, 0, /never started/]
  ])('%s', async (_name, ids, changes, stopped, expected) => {
    const ports = lost(ids, changes);
    expect(await stopInterruptedTask({ ...LEFT, arn: '' }, ports.ecs, fakeClock())).toMatch(expected);
    expect(ports.of('stopTask')).toHaveLength(stopped);
    expect(ports.of('listTasks')[0]?.[0]).toMatchObject({ startedBy: 'slipway-1' });
  });

  it.each<[string, object, readonly string[], number]>([
    ['is left where a word of the user’s took the mark’s place: it may be another run’s', {}, ['a'], 0],
    ['is the one of a revision that this run alone registered', { isOwnRevision: true }, ['a'], 1],
    ['is not guessed among several', { isOwnRevision: true }, ['a', 'b'], 0]
  ])('with run-task-started-by: %s', async (_name, changes, ids, stopped) => {
    const ports = lost(ids);
    const left = { ...LEFT, arn: '', startedBy: 'nightly', isMarked: false, ...changes };
    const stopResult = await stopInterruptedTask(left, ports.ecs, fakeClock()).catch(
      (error: unknown) => error as SlipwayError
    );
    expect(ports.of('stopTask')).toHaveLength(stopped);
    if (stopped > 0) expect(stopResult).toBe('Asked ECS to stop it.');
    else {
      expect(stopResult).toMatchObject({
        code: 'task-in-doubt',
        message: expect.stringMatching(
          /web:2 was lost.*nightly.*None is touched.*aws ecs stop-task --cluster shop --task a/
        )
      });
    }
  });

  it('goes on with on-cancel: leave', async () => {
    const ports = lost([]);
    expect(await stopInterruptedTask({ ...LEFT, onCancel: 'leave' }, ports.ecs, fakeClock())).toMatch(/left running/);
    expect(ports.calls).toEqual([]);
  });
});
