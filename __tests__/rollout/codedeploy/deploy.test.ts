import { createHash } from 'node:crypto';

import type { DeploymentInfo, ECSTarget } from '@aws-sdk/client-codedeploy';
import type { Service, Task } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import type { RolloutConfig } from '../../../src/config/config.js';
import { SlipwayError } from '../../../src/errors.js';
import { rollOut } from '../../../src/rollout/rollout.js';
import type { CodeDeployPort } from '../../../src/rollout/ports.js';
import type { CodeDeployTarget } from '../../../src/rollout/target.js';
import { deadTask } from '../fake-ecs.js';
import {
  awsError,
  CLUSTER,
  config,
  fakeClock,
  fakeLedger,
  fakePorts,
  fakeReporter,
  NEW,
  OLD,
  SERVICE,
  START,
  type FakeClock
} from '../fakes.js';

const APPSPEC = 'version: 0.0\n# ünïcode\n';
const SHA256 = createHash('sha256').update(Buffer.from(APPSPEC, 'utf8')).digest('hex');

const TARGET: CodeDeployTarget = {
  controller: 'CODE_DEPLOY',
  application: 'shop',
  deploymentGroup: 'shop-web',
  group: { deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce' },
  clusterName: 'shop',
  clusterArn: CLUSTER,
  serviceName: 'web',
  serviceArn: SERVICE,
  service: { status: 'ACTIVE', desiredCount: 2, events: [] },
  runningTaskDefinitionArn: OLD,
  warnings: []
};

interface Frame {
  readonly from: number;
  readonly info?: Partial<DeploymentInfo>;
  readonly target?: ECSTarget;
  readonly rollback?: Partial<DeploymentInfo>;
  readonly stopped?: readonly Task[];
}

interface Scene {
  readonly frames: readonly Frame[];
  readonly settings?: Partial<RolloutConfig>;
  readonly target?: Partial<CodeDeployTarget>;
  readonly codedeploy?: (scripted: Partial<CodeDeployPort>, clock: FakeClock) => Partial<CodeDeployPort>;
  readonly cancelAt?: number;
  /** What DescribeServices tells beside its status. */
  readonly service?: Partial<Service> | (() => Partial<Service>);
}

async function play(scene: Scene) {
  const controller = new AbortController();
  const clock = fakeClock(
    scene.cancelAt === undefined ? {} : { [scene.cancelAt]: () => controller.abort(new Error('cancelled')) }
  );
  const current = () => scene.frames.filter(frame => frame.from <= clock.elapsed);
  const info = (): DeploymentInfo => ({
    deploymentId: 'd-1',
    createTime: new Date(START),
    ...current().findLast(frame => frame.info !== undefined)?.info
  });
  const scripted: Partial<CodeDeployPort> = {
    createDeployment: async () => 'd-1',
    getDeployment: async id =>
      id === 'd-1'
        ? info()
        : { deploymentId: id, ...current().findLast(frame => frame.rollback !== undefined)?.rollback },
    listDeploymentTargets: async () => {
      if (info().status === 'Created') throw awsError('DeploymentNotStartedException');
      return ['shop:web'];
    },
    batchGetDeploymentTargets: async () => {
      const ecsTarget = current().findLast(frame => frame.target !== undefined)?.target;
      return ecsTarget === undefined ? [] : [{ ecsTarget }];
    },
    listDeployments: async () => [],
    stopDeployment: async () => undefined
  };
  const stopped = () => current().flatMap(frame => frame.stopped ?? []);
  const ports = fakePorts({
    codedeploy: { ...scripted, ...scene.codedeploy?.(scripted, clock) },
    ecs: {
      describeServices: async () => {
        const more = typeof scene.service === 'function' ? scene.service() : scene.service;
        return { services: [{ status: 'ACTIVE', events: [], ...more }], failures: [] };
      },
      updateService: async () => ({}),
      listTasks: async () => stopped().flatMap(task => task.taskArn ?? []),
      describeTasks: async (_cluster, arns) => stopped().filter(task => arns.includes(task.taskArn ?? '')),
      describeTaskDefinition: async () => ({ taskDefinition: {}, tags: [], written: { taskDefinition: {}, tags: [] } })
    }
  });
  const reporter = fakeReporter();
  const cleanupStore = fakeLedger();
  const result = await rollOut({
    target: { ...TARGET, ...scene.target },
    taskDefinitionArn: NEW,
    appspec: APPSPEC,
    config: config(scene.settings),
    ports,
    clock,
    reporter,
    cleanupStore,
    signal: controller.signal
  }).catch((error: unknown) => error as SlipwayError);
  return { result, clock, ports, reporter, cleanupStore: cleanupStore };
}

const moved: ECSTarget = {
  lifecycleEvents: ['Install', 'AllowTraffic', 'AfterAllowTraffic'].map(lifecycleEventName => ({
    lifecycleEventName,
    status: 'Succeeded'
  })),
  taskSetsInfo: [{ taskSetLabel: 'Green', trafficWeight: 100, desiredCount: 2, runningCount: 2 }]
};
const installing = (runningCount: number): ECSTarget => ({
  status: 'InProgress',
  lifecycleEvents: [{ lifecycleEventName: 'Install', status: 'InProgress' }],
  taskSetsInfo: [{ taskSetLabel: 'Green', desiredCount: 3, runningCount }]
});
const STEADY: readonly Frame[] = [
  { from: 0, info: { status: 'Created' } },
  { from: 5, info: { status: 'InProgress' } },
  { from: 10, target: installing(3) },
  { from: 30, target: moved },
  { from: 31, info: { status: 'InProgress', instanceTerminationWaitTimeStarted: true } },
  { from: 90, info: { status: 'Succeeded' } }
];

describe('a deployment that goes well', () => {
  it('sends the AppSpec as content with the sha256 of its bytes, and beside the mark nothing that was not asked for', async () => {
    const { result, ports, cleanupStore: cleanupStore, clock } = await play({ frames: STEADY });
    expect(ports.of('createDeployment')).toEqual([
      [
        {
          applicationName: 'shop',
          deploymentGroupName: 'shop-web',
          description: expect.stringMatching(/^\[slipway-[0-9a-f]{16}\]$/),
          revision: { revisionType: 'AppSpecContent', appSpecContent: { content: APPSPEC, sha256: SHA256 } }
        }
      ]
    ]);
    expect(result).toMatchObject({
      verdict: 'succeeded',
      codedeployDeploymentId: 'd-1',
      previousTaskDefinitionArn: OLD
    });
    expect(clock.elapsed).toBeGreaterThanOrEqual(90);
    expect(clock.elapsed).toBeLessThanOrEqual(95.5);
    expect(ports.of('updateService')).toEqual([]);
    expect(cleanupStore.history).toEqual(['note ', 'note d-1', 'settle']);
  });

  it('cuts the description to 256 characters with its mark, and updates only the settings that CodeDeploy leaves to the service', async () => {
    const settings = {
      codedeployDeploymentDescription: '🚢'.repeat(200),
      codedeployDeploymentConfig: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
      desiredCount: 3
    };
    const { ports } = await play({ frames: STEADY, settings });
    const input = ports.of('createDeployment')[0]?.[0] as { description: string; deploymentConfigName: string };
    expect(input.description).toHaveLength(256);
    expect(input.description).toMatch(/🚢… \[slipway-[0-9a-f]{16}\]$/u);
    expect(input.deploymentConfigName).toBe('CodeDeployDefault.ECSLinear10PercentEvery1Minutes');
    expect(ports.of('updateService')).toEqual([[{ cluster: CLUSTER, service: 'web', desiredCount: 3 }]]);
  });

  it('ends at live when the traffic has moved, not after the termination wait', async () => {
    const { result, clock, cleanupStore: cleanupStore } = await play({ frames: STEADY, settings: { waitFor: 'live' } });
    expect(result).toMatchObject({ verdict: 'succeeded' });
    expect(clock.elapsed).toBeGreaterThanOrEqual(30);
    expect(clock.elapsed).toBeLessThanOrEqual(35.5);
    expect(cleanupStore.open.size).toBe(0);
  });
});

describe('what is live in the moment before CreateDeployment', () => {
  const third = NEW.replace(':2', ':3');
  const live = { id: 'ecs-svc/9', status: 'PRIMARY', taskDefinition: third };

  it('is the previous revision, whatever the check saw', async () => {
    const { result } = await play({ frames: STEADY, service: { taskSets: [live] } });
    expect(result).toMatchObject({ verdict: 'succeeded', previousTaskDefinitionArn: third });
  });

  it('is looked up again before a refused request is repeated, and a service that is gone is not deployed to', async () => {
    let refused = 0;
    const { result, ports } = await play({
      frames: STEADY,
      service: () => ({ status: refused > 1 ? 'DRAINING' : 'ACTIVE' }),
      codedeploy: () => ({
        createDeployment: () => {
          refused += 1;
          return Promise.reject(awsError('ThrottlingException'));
        }
      })
    });
    expect(result).toMatchObject({ code: 'service-not-active', fault: 'user' });
    expect(ports.of('createDeployment')).toHaveLength(2);
  });
});

describe('a role that may not read the target', () => {
  const denied = async () => {
    throw awsError('AccessDeniedException');
  };
  const codedeploy = () => ({ batchGetDeploymentTargets: denied, listDeploymentTargets: denied });

  it('goes on with the deployment itself, and names the actions once', async () => {
    const { result, ports, reporter } = await play({ frames: STEADY, codedeploy });
    expect(result).toMatchObject({ verdict: 'succeeded' });
    expect(ports.of('stopDeployment')).toEqual([]);
    expect(ports.of('batchGetDeploymentTargets')).toHaveLength(1);
    const [warning, ...others] = reporter.warnings;
    expect(warning).toContain('allow codedeploy:BatchGetDeploymentTargets');
    expect(others).toEqual([]);
  });

  it('sees a failure all the same', async () => {
    const frames: readonly Frame[] = [
      { from: 5, info: { status: 'InProgress' } },
      { from: 30, info: { status: 'Failed', errorInformation: { code: 'HEALTH_CONSTRAINTS', message: 'unhealthy' } } }
    ];
    const { result } = await play({ frames, codedeploy });
    expect(result).toMatchObject({ verdict: 'failed' });
  });
});

describe('the time limit', () => {
  const waits = (ready: number | undefined, termination: number | undefined, deploymentConfigName?: string) => ({
    group: {
      deploymentConfigName: deploymentConfigName ?? 'CodeDeployDefault.ECSAllAtOnce',
      blueGreenDeploymentConfiguration: {
        ...(ready === undefined ? {} : { deploymentReadyOption: { waitTimeInMinutes: ready } }),
        terminateBlueInstancesOnDeploymentSuccess: {
          action: 'TERMINATE' as const,
          terminationWaitTimeInMinutes: termination
        }
      }
    }
  });
  it.each([
    ['what AWS left out counts as none', waits(undefined, undefined), 1],
    ['NaN counts as none', waits(Number.NaN, Number.NaN), 1],
    ["the group's own waits are on top", waits(2, 5), 8],
    ['a canary waits once', waits(0, 0, 'CodeDeployDefault.ECSCanary10Percent5Minutes'), 6],
    ['a linear shift waits at every step', waits(0, 0, 'CodeDeployDefault.ECSLinear10PercentEvery3Minutes'), 31],
    ["a configuration of one's own is asked for", waits(0, 0, 'slow'), 5],
    ['one that may not be read counts as none', waits(0, 0, 'secret'), 1]
  ])('%s', async (_name, target, minutes) => {
    const { result, clock } = await play({
      frames: [{ from: 0, info: { status: 'InProgress' } }],
      target,
      settings: { waitForMinutes: 1, onFailure: 'leave' },
      codedeploy: () => ({
        getShiftMinutes: async name => {
          if (name !== 'slow') throw awsError('AccessDeniedException');
          return 4;
        }
      })
    });
    expect(result).toMatchObject({
      verdict: 'timed-out',
      reason: expect.stringContaining(`within ${minutes} minutes`)
    });
    expect(clock.elapsed).toBeCloseTo(minutes * 60, 0);
  });
});

it('has succeeded where it came to its end before CodeDeploy could stop it', async () => {
  const { result, ports } = await play({
    frames: [
      { from: 0, info: { status: 'InProgress' } },
      { from: 65, info: { status: 'Succeeded' } }
    ],
    settings: { waitForMinutes: 1 }
  });
  expect(ports.of('stopDeployment')).toEqual([['d-1', true]]);
  expect(result).toMatchObject({ verdict: 'succeeded' });
});

describe('a deployment that fails', () => {
  const failed: Partial<DeploymentInfo> = {
    status: 'Failed',
    errorInformation: { code: 'HOOK_EXECUTION_FAILURE', message: 'The hook said no' },
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] }
  };
  const hook: ECSTarget = {
    lifecycleEvents: [
      {
        lifecycleEventName: 'AfterAllowTraffic',
        status: 'Failed',
        diagnostics: { errorCode: 'UnknownError', message: 'no' }
      }
    ]
  };

  it('follows the rollback under its own id and names the failed event', async () => {
    const { result, clock, ports } = await play({
      frames: [
        { from: 0, info: { status: 'InProgress' } },
        { from: 20, info: failed, target: hook },
        {
          from: 25,
          info: { ...failed, rollbackInfo: { rollbackDeploymentId: 'd-2' } },
          rollback: { status: 'InProgress' }
        },
        { from: 50, rollback: { status: 'Succeeded' } }
      ]
    });
    expect(result).toMatchObject({
      verdict: 'rolled-back',
      reason: expect.stringMatching(/^CodeDeploy failed the deployment: The hook said no.* Rolled back by d-2\.$/),
      diagnosis: {
        cause: {
          id: 'codedeploy-hook-failed',
          sentence: expect.stringContaining('The hook of AfterAllowTraffic failed.')
        },
        codedeploy: {
          deploymentId: 'd-1',
          errorCode: 'HOOK_EXECUTION_FAILURE',
          failedEvent: 'AfterAllowTraffic',
          diagnostics: 'UnknownError: no'
        }
      }
    });
    expect(clock.elapsed).toBeGreaterThanOrEqual(50);
    expect(ports.of('stopDeployment')).toEqual([]);
  });

  it('does not wait for ever for a rollback that never comes', async () => {
    const { result, clock } = await play({ frames: [{ from: 0, info: failed }] });
    expect(result).toMatchObject({ verdict: 'failed', reason: expect.stringContaining('No rollback was started.') });
    expect(clock.elapsed).toBeLessThan(40);
  });

  it('is stopped with a rollback after the third death of a kind', async () => {
    const stoppedTasks = ['a', 'b', 'c'].map(id => deadTask(id, { startedBy: 'ecs-svc/77' }));
    let stoppedAt: number | undefined;
    const { result, ports } = await play({
      frames: [
        { from: 0, info: { status: 'InProgress' }, target: installing(3) },
        { from: 3, target: installing(0), stopped: stoppedTasks }
      ],
      codedeploy: (scripted, clock) => ({
        stopDeployment: async () => {
          stoppedAt = clock.elapsed;
        },
        getDeployment: async id => {
          if (id === 'd-2') return { deploymentId: id, status: 'Succeeded' };
          if (stoppedAt === undefined) return (await scripted.getDeployment?.(id)) ?? {};
          return { deploymentId: id, status: 'Stopped', rollbackInfo: { rollbackDeploymentId: 'd-2' } };
        }
      })
    });
    expect(ports.of('stopDeployment')).toEqual([['d-1', true]]);
    expect(stoppedAt).toBeLessThan(10);
    expect(result).toMatchObject({
      verdict: 'rolled-back',
      diagnosis: { stoppedTasks: [{ found: { cause: { id: 'exit-code' } }, count: 3 }] }
    });
  });

  it('that may not be stopped stays noted for the post step, with what on-failure asks for', async () => {
    const stopped = ['a', 'b', 'c'].map(id => deadTask(id, { startedBy: 'ecs-svc/77' }));
    const { result, cleanupStore } = await play({
      frames: [
        { from: 0, info: { status: 'InProgress' }, target: installing(3) },
        { from: 3, target: installing(0), stopped }
      ],
      settings: { onFailure: 'rollback', onCancel: 'leave' },
      codedeploy: () => ({ stopDeployment: () => Promise.reject(awsError('AccessDeniedException')) })
    });
    expect(result).toMatchObject({
      verdict: 'failed',
      reason: expect.stringMatching(/allow codedeploy:StopDeployment.*is still running; the post step will handle it/)
    });
    expect([...cleanupStore.open.values()]).toMatchObject([{ id: 'd-1', onCancel: 'rollback' }]);
  });

  it.each<readonly [string, number, Partial<Task>]>([
    ['after Install, of a version that had come up', 50, {}],
    ['with exit code 0', 3, { containers: [{ name: 'app', exitCode: 0 }] }],
    [
      "of AWS's own trouble",
      3,
      {
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'Timeout waiting for network interface provisioning to complete.'
      }
    ]
  ])('goes on where tasks die %s', async (_name, from, changes) => {
    const stopped = ['a', 'b', 'c', 'd'].map(id => deadTask(id, { startedBy: 'ecs-svc/77', ...changes }));
    const { result, ports } = await play({ frames: [...STEADY, { from, stopped }] });
    expect(result).toMatchObject({ verdict: 'succeeded' });
    expect(ports.of('stopDeployment')).toEqual([]);
  });

  it.each([
    ['holds the group', 'InProgress'],
    ['has succeeded since', 'Succeeded'],
    ['was stopped since', 'Stopped']
  ] as const)('is superseded when it was stopped and another deployment, which %s, took over', async (_, status) => {
    const { result } = await play({
      frames: [
        { from: 0, info: { status: 'InProgress' } },
        { from: 10, info: { status: 'Stopped', errorInformation: { code: 'MANUAL_STOP' } } }
      ],
      codedeploy: scripted => ({
        // The newest first: the other's own rollback is not what took over.
        listDeployments: async ({ statuses }) => (statuses.includes(status) ? ['d-10', 'd-9'] : []),
        getDeployment: async id => {
          if (id === 'd-10') return { deploymentId: id, status: 'Succeeded', creator: 'codeDeployRollback' };
          if (id === 'd-9') return { deploymentId: id, status, creator: 'user' };
          return (await scripted.getDeployment?.(id)) ?? {};
        }
      })
    });
    expect(result).toMatchObject({ verdict: 'superseded', reason: expect.stringContaining('d-9') });
  });

  it.each([
    ['rollback', [['d-1', true]]],
    ['stop', [['d-1', false]]],
    ['leave', []]
  ] as const)('obeys on-cancel: %s, at once', async (onCancel, stops) => {
    const {
      result,
      ports,
      cleanupStore: cleanupStore
    } = await play({
      frames: [{ from: 0, info: { status: 'InProgress' } }],
      settings: { onCancel },
      cancelAt: 12
    });
    expect(result).toMatchObject({ verdict: 'cancelled' });
    expect(ports.of('stopDeployment')).toEqual(stops);
    expect(cleanupStore.open.size).toBe(0);
  });
});

describe('a lost answer to CreateDeployment', () => {
  /** `infos` are what the group lists, with our description where they have none. */
  const lost = (errors: readonly string[], infos: Readonly<Record<string, DeploymentInfo>>) => {
    let sent = 0;
    let description: string | undefined;
    return {
      sent: () => sent,
      codedeploy: (scripted: Partial<CodeDeployPort>): Partial<CodeDeployPort> => ({
        createDeployment: async input => {
          const error = errors[sent];
          sent += 1;
          ({ description } = input);
          if (error !== undefined) throw awsError(error);
          return 'd-1';
        },
        listDeployments: async () => Object.keys(infos),
        getDeployment: async id => {
          const info = infos[id] ?? (await scripted.getDeployment?.(id));
          return { description, creator: 'user', ...info };
        }
      })
    };
  };
  const own = { deploymentId: 'd-1', status: 'Succeeded' as const };
  const others = { description: 'theirs', revision: { appSpecContent: { sha256: SHA256 } } };

  it('is found by its mark, whatever others deploy of the same AppSpec', async () => {
    const scene = lost(['ECONNRESET'], {
      'd-0': { deploymentId: 'd-0', ...others },
      'd-x': { deploymentId: 'd-x', creator: 'codeDeployRollback' },
      'd-1': own
    });
    const { result } = await play({ frames: STEADY, codedeploy: scene.codedeploy });
    expect(scene.sent()).toBe(1);
    expect(result).toMatchObject({ verdict: 'succeeded', codedeployDeploymentId: 'd-1' });
  });

  it('is sent again where it never arrived', async () => {
    const scene = lost(['ECONNRESET', 'ThrottlingException'], {});
    const { result } = await play({ frames: STEADY, codedeploy: scene.codedeploy });
    expect(scene.sent()).toBe(3);
    expect(result).toMatchObject({ verdict: 'succeeded' });
  });

  it.each([undefined, 'wait', 'replace'] as const)(
    'is found by its mark where the repetition is refused for it before it is listed: on-conflict: %s',
    async onConflict => {
      const scene = lost(['ECONNRESET', 'DeploymentLimitExceededException'], { 'd-1': own });
      const { result, ports, cleanupStore } = await play({
        frames: STEADY,
        settings: { onConflict },
        codedeploy: (scripted, clock) => ({
          ...scene.codedeploy(scripted),
          // The lost answer, a look, the refusal: all within 3 s.
          listDeployments: async () => (clock.elapsed < 5 ? [] : ['d-1'])
        })
      });
      expect(result).toMatchObject({ verdict: 'succeeded', codedeployDeploymentId: 'd-1' });
      expect(scene.sent()).toBe(2);
      expect(ports.of('stopDeployment')).toEqual([]);
      expect(cleanupStore.open.size).toBe(0);
    }
  );

  it('that is never listed is left to the post step, which knows its mark', async () => {
    const scene = lost(['ECONNRESET', 'DeploymentLimitExceededException'], {});
    const { result, ports, cleanupStore } = await play({
      frames: STEADY,
      settings: { onConflict: 'replace' },
      codedeploy: scene.codedeploy
    });
    expect(result).toMatchObject({ code: 'DeploymentLimitExceededException' });
    expect(ports.of('stopDeployment')).toEqual([]);
    expect([...cleanupStore.open.values()]).toMatchObject([{ id: '', mark: expect.any(String) }]);
  });

  it("leaves another run's deployment alone: the limit is then the user's to know", async () => {
    const other = { deploymentId: 'd-0', ...others };
    const scene = lost(['ECONNRESET', 'DeploymentLimitExceededException'], { 'd-0': other });
    const { result, cleanupStore: cleanupStore } = await play({ frames: STEADY, codedeploy: scene.codedeploy });
    expect(result).toMatchObject({ code: 'DeploymentLimitExceededException' });
    expect(cleanupStore.open.size).toBe(0);
  });
});
