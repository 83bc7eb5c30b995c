import { describe, expect, it } from '@jest/globals';

import { cancelableCalls, cancelableClock } from '../../src/cancellation.js';
import { Cancelled } from '../../src/errors.js';
import type { UndoPolicy } from '../../src/config/config.js';
import type { PendingCleanup } from '../../src/ports.js';
import { registerTaskDefinition } from '../../src/rollout/register.js';
import type { Undoing } from '../../src/rollout/result.js';
import { rollOut } from '../../src/rollout/rollout.js';
import { runTask } from '../../src/rollout/run-task/run-task.js';
import { rollOutAll } from '../../src/rollout/rollouts.js';
import type { CodeDeployTarget } from '../../src/rollout/target.js';
import { scriptedEcs, TARGET } from './fake-ecs.js';
import { LOGGING, TASK_ARN } from './fake-task.js';
import {
  awsError,
  CLUSTER,
  config,
  fakeClock,
  fakeLedger,
  fakePorts,
  fakeReporter,
  NEW,
  type FakeCleanupStore
} from './fakes.js';

/** What the change meets that the run is cancelled at. */
type Trouble =
  /** It is refused until it is cancelled, and tries on. */
  | 'throttled'
  /** The connection breaks, and the run is cancelled before it is looked for. */
  | 'broke'
  /** The answer comes a moment after the cancellation. */
  | 'answered'
  /** No answer comes. */
  | 'unanswered';

const GROUP: CodeDeployTarget = {
  ...TARGET,
  controller: 'CODE_DEPLOY',
  application: 'shop',
  deploymentGroup: 'shop-web',
  group: { deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce' }
};

/** A world that is cancelled at the change: its ports and its clock end with the signal, as a run's do. */
function cancelledAt(trouble: Trouble, { ended = false, deny = false } = {}) {
  const [cancel, answers, undo] = [new AbortController(), new AbortController(), new AbortController()];
  const clock = fakeClock({ 2: () => cancel.abort(new Cancelled('SIGINT')) });
  const change = async <T>(answer: T): Promise<T> => {
    if (trouble === 'throttled') throw awsError('ThrottlingException');
    if (trouble === 'broke') throw awsError('ECONNRESET');
    cancel.abort(new Cancelled('SIGINT'));
    // The other side of the event loop, where everybody has heard it.
    await new Promise(resolve => setImmediate(resolve));
    if (trouble === 'unanswered') {
      answers.abort();
      return new Promise<T>(() => undefined);
    }
    return answer;
  };
  const scripted = scriptedEcs(clock, [{ from: 0, status: ended ? 'SUCCESSFUL' : 'IN_PROGRESS' }]);
  const service = () => scripted.updateService?.({ cluster: CLUSTER, service: 'web' });
  let asked = false;
  const stop = async () => (deny ? Promise.reject(awsError('AccessDeniedException', 'no')) : undefined);
  const ports = fakePorts({
    ecs: {
      ...scripted,
      describeServices: async (_cluster, names) => ({
        services: [{ ...(asked ? await service() : TARGET.service), serviceName: names[0] }],
        failures: []
      }),
      updateService: async () => {
        asked = true;
        return change((await service()) ?? {});
      },
      registerTaskDefinition: () => change({ taskDefinitionArn: NEW }),
      runTask: () => change({ tasks: [{ taskArn: TASK_ARN }], failures: [] }),
      stopServiceDeployment: stop,
      stopTask: stop
    },
    codedeploy: {
      createDeployment: () => change('d-1'),
      listDeployments: async () => [],
      getDeployment: async id => ({ deploymentId: id, status: ended ? 'Succeeded' : 'InProgress' }),
      stopDeployment: stop
    }
  });
  const bind = (signal: AbortSignal, until: AbortSignal): Undoing => ({
    clock: cancelableClock(clock, signal),
    ports: {
      ecs: cancelableCalls(ports.ecs, signal, {
        names: ['updateService', 'registerTaskDefinition', 'runTask'],
        answers: until
      }),
      codedeploy: cancelableCalls(ports.codedeploy, signal, { names: ['createDeployment'], answers: until }),
      logs: ports.logs
    }
  });
  const cleanupStore = fakeLedger();
  return {
    ports,
    cleanupStore: cleanupStore,
    run: {
      ...bind(cancel.signal, answers.signal),
      undoing: bind(undo.signal, undo.signal),
      reporter: fakeReporter(),
      cleanupStore,
      signal: cancel.signal
    },
    undo
  };
}

function noted(cleanupStore: FakeCleanupStore): readonly unknown[] {
  return [...cleanupStore.open.values()].map((pending: PendingCleanup) => {
    if (pending.kind === 'task') return pending.arn;
    return pending.kind === 'deployment' ? pending.id : pending;
  });
}

const ENGINES = {
  ECS: { target: TARGET, id: 'ecs-svc/2', stop: 'stopServiceDeployment' },
  CODE_DEPLOY: { target: GROUP, id: 'd-1', stop: 'stopDeployment' }
} as const;
const EACH = Object.keys(ENGINES) as (keyof typeof ENGINES)[];

function ship(
  engine: keyof typeof ENGINES,
  context: ReturnType<typeof cancelledAt>,
  onCancel: UndoPolicy = 'rollback'
) {
  const { target } = ENGINES[engine];
  return rollOut({
    ...context.run,
    target,
    appspec: 'version: 0.0\n',
    taskDefinitionArn: NEW,
    config: config({ onCancel })
  });
}

describe.each(EACH)('a rollout by %s that is cancelled while its request is under way', engine => {
  const { id, stop } = ENGINES[engine];

  it('is refused: nothing was made, and nothing is left', async () => {
    const context = cancelledAt('throttled');
    expect(await ship(engine, context)).toMatchObject({ verdict: 'cancelled', reason: 'Cancelled by SIGINT.' });
    expect(noted(context.cleanupStore)).toEqual([]);
    expect(context.ports.of(stop)).toEqual([]);
  });

  it.each(['broke', 'unanswered'] as const)(
    '%s: whether it took effect is left to the post step, and said',
    async trouble => {
      const context = cancelledAt(trouble);
      const { verdict, reason } = await ship(engine, context);
      expect(verdict).toBe('cancelled');
      expect(reason).toMatch(/whether the request took effect is not known\. It is noted for the post step\.$/);
      expect(noted(context.cleanupStore)).toEqual(['']);
      expect(context.ports.of(stop)).toEqual([]);
    }
  );

  it('answered in time: what was made is taken back at once', async () => {
    const context = cancelledAt('answered');
    expect(await ship(engine, context)).toMatchObject({
      verdict: 'cancelled',
      reason: expect.stringContaining('Asked')
    });
    expect(context.ports.of(stop)).toHaveLength(1);
    expect(noted(context.cleanupStore)).toEqual([]);
  });

  it('answered in time, and it had succeeded: on-cancel came too late, and that is said', async () => {
    const context = cancelledAt('answered', { ended: true });
    expect(await ship(engine, context)).toMatchObject({
      verdict: 'cancelled',
      reason: expect.stringMatching(/^Cancelled\. The deployment had ended \(.*\)\. on-cancel came too late\.$/)
    });
    expect(context.ports.of(stop)).toEqual([]);
    expect(noted(context.cleanupStore)).toEqual([]);
  });

  it('answered in time, and it may not be stopped: that is left to the post step, and said', async () => {
    const context = cancelledAt('answered', { deny: true });
    const { reason } = await ship(engine, context, 'stop');
    expect(reason).toMatch(/cannot be stopped: .*:Stop(Service)?Deployment\. It is noted for the post step\.$/i);
    expect(noted(context.cleanupStore)).toEqual([id]);
  });

  it('answered in time, and the time to take it back is over: that is left to the post step, and said', async () => {
    const context = cancelledAt('answered');
    context.undo.abort(new Error('There was no answer.'));
    const { verdict, reason } = await ship(engine, context);
    expect(verdict).toBe('cancelled');
    expect(reason).toMatch(/There was no answer.* It is noted for the post step\.$/);
    expect(noted(context.cleanupStore)).toEqual([id]);
  });
});

describe('a task before the rollout that is cancelled while RunTask is under way', () => {
  const run = (context: ReturnType<typeof cancelledAt>) =>
    runTask({
      ...context.run,
      plan: { cluster: CLUSTER, launch: {}, startedBy: undefined, waitForStopped: true, judged: ['app'] },
      taskDefinitionArn: NEW,
      taskDefinition: LOGGING,
      config: { waitForMinutes: 30, onFailure: 'rollback', onCancel: 'rollback' },
      region: 'eu-west-1'
    });

  it.each<[Trouble, readonly string[]]>([
    ['throttled', []],
    ['broke', ['']],
    ['unanswered', ['']]
  ])('%s: what may have been started is left to the post step', async (trouble, left) => {
    const context = cancelledAt(trouble);
    await expect(run(context)).rejects.toBeInstanceOf(Cancelled);
    expect(noted(context.cleanupStore)).toEqual(left);
    expect(context.ports.of('stopTask')).toEqual([]);
  });

  it('answered in time: it is stopped at once', async () => {
    const context = cancelledAt('answered');
    expect(await run(context)).toMatchObject({
      verdict: 'cancelled',
      reason: 'Cancelled. Asked ECS to stop the task.'
    });
    expect(context.ports.of('stopTask')).toHaveLength(1);
    expect(noted(context.cleanupStore)).toEqual([]);
  });
});

describe('a registration that is cancelled', () => {
  it.each<[Trouble, string]>([
    ['throttled', 'Cancelled by SIGINT.'],
    ['broke', 'Cancelled by SIGINT while AWS had not answered: whether the request took effect is not known.'],
    ['unanswered', 'Cancelled by SIGINT while AWS had not answered: whether the request took effect is not known.']
  ])('%s: ends with the run, and says whether it may have taken effect', async (trouble, told) => {
    const { run } = cancelledAt(trouble);
    await expect(registerTaskDefinition('{"family":"web"}', run.ports.ecs, run.clock)).rejects.toThrow(told);
  });
});

describe('several services, of which some wait for their turn', () => {
  it('are all cancelled, each with a verdict, and those that had not begun are not touched', async () => {
    const context = cancelledAt('answered');
    const inputs = ['web', 'worker', 'cron'].map(name => ({
      ...context.run,
      target: { ...TARGET, serviceName: name },
      taskDefinitionArn: NEW,
      config: config()
    }));
    const results = [...(await rollOutAll(inputs, 1)).values()];
    expect(results.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['cancelled', 'Cancelled. Asked ECS to roll back.'],
      ['cancelled', 'Cancelled before UpdateService.'],
      ['cancelled', 'Cancelled before UpdateService.']
    ]);
    expect(context.ports.of('updateService')).toHaveLength(1);
    expect(noted(context.cleanupStore)).toEqual([]);
  });
});
