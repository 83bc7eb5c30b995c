import type { Deployment, DeploymentConfiguration, Task } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import type { RolloutConfig } from '../../../src/config/config.js';
import { rollOutEcs } from '../../../src/rollout/ecs/deploy.js';
import type { EcsPort } from '../../../src/rollout/ports.js';
import { stopEcsDeployment } from '../../../src/rollout/rollback/stop-deployment.js';
import { ARN, NEW_DEPLOYMENT, OLD_DEPLOYMENT, TARGET, deadTask, scriptedEcs, type Frame } from '../fake-ecs.js';
import { awsError, config, fakeClock, fakeLedger, fakePorts, fakeReporter, NEW, OLD, START } from '../fakes.js';

interface Scene {
  readonly frames: readonly Frame[];
  readonly settings?: Partial<RolloutConfig>;
  readonly configuration?: DeploymentConfiguration;
  /** The role may not read service deployments. */
  readonly denied?: boolean;
  readonly ecs?: Partial<EcsPort>;
}

/** Rolls web:2 out to a service of twenty tasks that answers by a script. */
async function rollOut({ frames, settings, configuration = {}, denied = false, ecs }: Scene) {
  const clock = fakeClock();
  const service = { desiredCount: 20, deploymentConfiguration: configuration };
  const scripted = scriptedEcs(clock, [{ from: 0, service }, ...frames]);
  const refused = awsError('AccessDeniedException', 'not authorized to perform: ecs:ListServiceDeployments');
  const ports = fakePorts({
    ecs: { ...scripted, ...(denied ? { listServiceDeployments: () => Promise.reject(refused) } : {}), ...ecs },
    logs: { readTail: async () => [] }
  });
  const reporter = fakeReporter();
  const result = await rollOutEcs(
    { ...TARGET, service: { ...TARGET.service, ...service } },
    {
      taskDefinitionArn: NEW,
      taskDefinition: { containerDefinitions: [{ name: 'app' }] },
      config: config({ failAfter: undefined, ...settings }),
      ports,
      clock,
      reporter,
      cleanupStore: fakeLedger()
    }
  );
  return { result, clock, ports, reporter };
}

const ours = (changes: Partial<Deployment> = {}): Deployment => ({
  ...NEW_DEPLOYMENT,
  desiredCount: 20,
  runningCount: 20,
  pendingCount: 0,
  ...changes
});
const old = (runningCount: number): Deployment => ({
  ...OLD_DEPLOYMENT,
  status: 'ACTIVE',
  desiredCount: 0,
  runningCount
});
const BREAKER: DeploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const ALARMS: DeploymentConfiguration = { alarms: { alarmNames: ['web-5xx'], enable: true, rollback: true } };
const DONE: Frame = { from: 300, status: 'SUCCESSFUL', deployments: [ours({ rolloutState: 'COMPLETED' })] };
const stopped = (message = '(service web) has stopped 5 running tasks: (task a).') => [
  { id: message, createdAt: new Date(START + 20_000), message }
];

describe('7. a rollback by alarms', () => {
  const failed = ours({ rolloutState: 'FAILED', rolloutStateReason: 'alarm detected.' });
  const back: Deployment = { ...OLD_DEPLOYMENT, id: 'ecs-svc/3', createdAt: new Date(START + 35_000) };

  it('is followed where service deployments may not be read, and nothing is deployed against it', async () => {
    const { result, ports } = await rollOut({
      configuration: ALARMS,
      denied: true,
      frames: [
        { from: 20, deployments: [failed, old(20)] },
        {
          from: 35,
          deployments: [
            { ...back, rolloutState: 'IN_PROGRESS' },
            { ...failed, status: 'ACTIVE' }
          ]
        },
        { from: 80, deployments: [back] }
      ]
    });
    expect(result).toMatchObject({ verdict: 'rolled-back', reason: 'Rolled back. alarm detected.' });
    expect(ports.of('updateService')).toHaveLength(1);
  });

  it.each([
    ['circuit breaker', BREAKER],
    ['alarms', ALARMS]
  ])('that never comes is not waited for till wait-for-minutes: %s', async (_name, configuration) => {
    const { result, clock, ports, reporter } = await rollOut({
      configuration,
      denied: true,
      settings: { onFailure: 'leave' },
      frames: [{ from: 20, deployments: [failed, old(20)] }]
    });
    expect(result).toMatchObject({ verdict: 'failed', reason: expect.stringContaining('ECS began no rollback.') });
    expect(clock.elapsed).toBeGreaterThanOrEqual(50);
    expect(clock.elapsed).toBeLessThan(65);
    expect(ports.of('updateService')).toHaveLength(1);
    expect(reporter.lines.join('\n')).toContain('waiting for that to begin');
  });

  describe('that is about to begin is not gone against', () => {
    const rollingBack: Frame = {
      from: 35,
      deployments: [
        { ...back, rolloutState: 'IN_PROGRESS' },
        { ...failed, status: 'ACTIVE' }
      ]
    };
    const due: readonly Frame[] = [{ from: 20, deployments: [failed, old(20)] }, rollingBack];
    const denied = awsError('AccessDeniedException', 'not authorized to perform: ecs:ListServiceDeployments');
    const left = {
      cluster: 'shop',
      service: 'web',
      serviceDeploymentArn: undefined,
      ref: { deploymentId: 'ecs-svc/2', taskDefinitionArn: NEW, previousTaskDefinitionArn: OLD, createdAt: START }
    };
    async function stop(frames: readonly Frame[], configuration: DeploymentConfiguration) {
      const clock = fakeClock();
      const service = { deploymentConfiguration: configuration };
      const scripted = scriptedEcs(clock, [{ from: 0, service }, ...frames]);
      const ports = fakePorts({ ecs: { ...scripted, listServiceDeployments: () => Promise.reject(denied) } });
      await scripted.describeServices?.('shop', ['web']);
      await clock.sleep(21_000);
      return { stopResult: await stopEcsDeployment(left, 'rollback', ports.ecs, clock), ports, clock };
    }

    it.each([
      ['circuit breaker', BREAKER],
      ['alarms', ALARMS]
    ])('by a cancellation: %s', async (_name, configuration) => {
      const { stopResult, ports } = await stop(due, configuration);
      expect(stopResult).toEqual({ kind: 'stopping', reason: 'ECS is rolling it back.' });
      expect(ports.of('updateService')).toEqual([]);
    });

    it('by wait-for-minutes', async () => {
      const { result, ports } = await rollOut({
        configuration: BREAKER,
        denied: true,
        settings: { waitForMinutes: 0.4 },
        frames: [...due, { from: 80, deployments: [back] }]
      });
      expect(result).toMatchObject({ verdict: 'timed-out', reason: expect.stringContaining('ECS is rolling it back') });
      expect(ports.of('updateService')).toHaveLength(1);
    });

    it('and where none begins, the previous revision is deployed', async () => {
      const { stopResult, ports, clock } = await stop([{ from: 20, deployments: [failed, old(20)] }], BREAKER);
      expect(stopResult.kind).toBe('redeployed');
      expect(ports.of('updateService')).toHaveLength(1);
      expect(clock.elapsed).toBeLessThan(56);
    });

    it('and where another deployment takes its place meanwhile, that is not touched', async () => {
      const other = { ...back, taskDefinition: `${NEW}3` };
      const { stopResult, ports } = await stop([...due.slice(0, 1), { from: 35, deployments: [other] }], BREAKER);
      expect(stopResult).toMatchObject({ kind: 'nothing', reason: expect.stringContaining('ecs-svc/3') });
      expect(ports.of('updateService')).toEqual([]);
    });
  });

  it('that never comes leaves the way back to on-failure', async () => {
    let asked = false;
    let isBack = false;
    const unchanged = () => (asked ? [failed, old(20)] : [OLD_DEPLOYMENT]);
    const again: Deployment = { ...OLD_DEPLOYMENT, id: 'ecs-svc/3', createdAt: new Date(START + 60_000) };
    const { result, ports } = await rollOut({
      configuration: BREAKER,
      denied: true,
      frames: [{ from: 20, deployments: [failed, old(20)] }],
      ecs: {
        updateService: async ({ taskDefinition }) => {
          asked = true;
          isBack = taskDefinition === OLD;
          return { deployments: isBack ? [again] : [NEW_DEPLOYMENT, old(20)] };
        },
        describeServices: async () => ({
          services: [
            {
              status: 'ACTIVE',
              deploymentConfiguration: BREAKER,
              deployments: isBack ? [again] : unchanged()
            }
          ],
          failures: []
        })
      }
    });
    expect(result).toMatchObject({ verdict: 'rolled-back' });
    expect(ports.of('updateService')).toHaveLength(2);
  });
});

const dead = (changes: Partial<Task> = {}): readonly Task[] =>
  ['a', 'b', 'c'].map(id =>
    deadTask(id, { startedAt: new Date(START + 5_000), stoppedAt: new Date(START + 10_000), ...changes })
  );
const NETWORK: Partial<Task> = {
  startedAt: undefined,
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'Timeout waiting for network interface provisioning to complete.',
  containers: [{ name: 'app' }]
};
const FINISHED: Partial<Task> = { containers: [{ name: 'app', exitCode: 0 }] };

describe('8. what counts as a failure', () => {
  it.each<readonly [string, Partial<RolloutConfig>, DeploymentConfiguration, readonly Frame[]]>([
    [
      'three workers ended with exit code 0 while 20 of 20 run and the old ones are gone',
      { failAfter: 3 },
      {},
      [{ from: 30, deployments: [ours(), old(0)], stopped: dead(FINISHED) }]
    ],
    [
      'three workers ended with exit code 0 before any had been healthy',
      { failAfter: 3 },
      {},
      [{ from: 10, deployments: [ours({ runningCount: 3 }), old(20)], stopped: dead(FINISHED) }]
    ],
    [
      'three tasks got no network interface while all 20 run',
      { failAfter: 3 },
      {},
      [{ from: 30, deployments: [ours(), old(0)], stopped: dead(NETWORK) }]
    ],
    [
      'three of 20 died, and the breaker of the service takes 15',
      {},
      {
        deploymentCircuitBreaker: { enable: true, rollback: true, thresholdConfiguration: { type: 'COUNT', value: 15 } }
      },
      [{ from: 10, deployments: [ours({ runningCount: 17 }), old(20)], stopped: dead() }]
    ],
    [
      'three of 20 died, and the breaker of the service takes half',
      {},
      BREAKER,
      [{ from: 10, deployments: [ours({ runningCount: 17 }), old(20)], stopped: dead() }]
    ],
    [
      'three died after new tasks had taken the place of old ones',
      { failAfter: 3 },
      {},
      [
        { from: 20, deployments: [ours({ runningCount: 10 }), old(15)], events: stopped() },
        { from: 30, deployments: [ours({ runningCount: 7 }), old(15)], stopped: dead() }
      ]
    ],
    [
      'three died after the breaker had set its count back for a healthy task',
      { failAfter: 3 },
      { ...BREAKER, minimumHealthyPercent: 0 },
      [
        {
          from: 5,
          serviceDeployment: { deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 2, threshold: 10 } }
        },
        {
          from: 25,
          serviceDeployment: { deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 0, threshold: 10 } }
        },
        { from: 40, deployments: [ours({ runningCount: 7 }), old(20)], stopped: dead() }
      ]
    ],
    [
      'three died after one that had run for a minute, without any health check',
      { failAfter: 3 },
      {},
      [
        {
          from: 90,
          deployments: [ours({ runningCount: 7 }), old(20)],
          stopped: [
            ...dead(),
            deadTask('well', { startedAt: new Date(START + 10_000), stoppedAt: new Date(START + 70_000) })
          ]
        }
      ]
    ],
    [
      'three died while another runs well, without any health check',
      { failAfter: 3 },
      {},
      [
        {
          from: 90,
          deployments: [ours({ runningCount: 7 }), old(20)],
          stopped: dead({ stoppedAt: new Date(START + 80_000) }),
          running: [
            deadTask('up', { lastStatus: 'RUNNING', stoppedAt: undefined, startedAt: new Date(START + 10_000) })
          ]
        }
      ]
    ]
  ])('goes on: %s', async (_name, settings, configuration, frames) => {
    const { result, ports } = await rollOut({
      settings,
      configuration,
      frames: [{ from: 0, status: 'IN_PROGRESS', deployments: [ours({ runningCount: 0 }), old(20)] }, ...frames, DONE]
    });
    expect(result).toMatchObject({ verdict: 'succeeded' });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
  });

  it.each<readonly [string, Partial<RolloutConfig>, DeploymentConfiguration, Partial<Task>]>([
    ['nothing says how many: three', {}, {}, {}],
    ['fail-after: 3, though the breaker takes 10', { failAfter: 3 }, BREAKER, {}],
    [
      'a breaker that takes one',
      {},
      {
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          thresholdConfiguration: { type: 'COUNT', value: 1 }
        }
      },
      {}
    ]
  ])('ends it: %s', async (_name, settings, configuration, changes) => {
    const { ports, clock } = await rollOut({
      settings: { ...settings, onFailure: 'stop' },
      configuration,
      frames: [
        { from: 0, status: 'IN_PROGRESS', deployments: [ours({ runningCount: 0 }), old(20)] },
        { from: 10, deployments: [ours({ runningCount: 2 }), old(20)], stopped: dead(changes) },
        { from: 40, status: 'STOPPED' }
      ]
    });
    expect(ports.of('stopServiceDeployment')).toEqual([[ARN, 'ABORT']]);
    expect(clock.elapsed).toBeLessThan(50);
  });

  it('old tasks that died by themselves are no sign that new ones are healthy', async () => {
    const { ports } = await rollOut({
      settings: { failAfter: 3, onFailure: 'stop' },
      frames: [
        { from: 0, status: 'IN_PROGRESS', deployments: [ours({ runningCount: 0 }), old(20)] },
        { from: 10, deployments: [ours({ runningCount: 2 }), old(19)], stopped: dead() },
        { from: 40, status: 'STOPPED' }
      ]
    });
    expect(ports.of('stopServiceDeployment')).toEqual([[ARN, 'ABORT']]);
  });

  it('a deployment that ECS calls COMPLETED is not ended by wait-for-minutes', async () => {
    const { result, ports } = await rollOut({
      settings: { waitForMinutes: 2 },
      frames: [{ from: 0, status: 'IN_PROGRESS', deployments: [ours({ rolloutState: 'COMPLETED' })] }]
    });
    expect(result).toMatchObject({ verdict: 'timed-out', reason: expect.stringContaining('was left running') });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
  });
});

describe('9. early success', () => {
  const EARLY: DeploymentConfiguration = {
    ...BREAKER,
    earlySuccessCriteria: { enable: true, healthyPercent: 80, sourceServiceRevisionCleanup: 'DEFERRED' }
  };
  const success = (from: number, deployments: readonly Deployment[]): Frame => ({
    from,
    status: 'SUCCESSFUL',
    serviceDeployment: { deploymentConfiguration: EARLY },
    deployments
  });
  const completed = ours({ rolloutState: 'COMPLETED' });
  const BEGIN: Frame = { from: 0, status: 'IN_PROGRESS', deployments: [ours({ runningCount: 10 }), old(20)] };

  it('is told with what it left for later, and ends wait-for: live', async () => {
    const { result, clock } = await rollOut({
      configuration: EARLY,
      settings: { waitFor: 'live' },
      frames: [BEGIN, success(30, [completed, old(2)])]
    });
    expect(result).toMatchObject({
      verdict: 'succeeded',
      reason: 'ECS reports the deployment SUCCESSFUL early, at 80 %: 2 old tasks still run.'
    });
    expect(clock.elapsed).toBeLessThan(36);
  });

  it('is followed on with wait-for: stable until the old tasks are gone', async () => {
    const { result, clock, reporter } = await rollOut({
      configuration: EARLY,
      frames: [
        BEGIN,
        success(30, [completed, old(2)]),
        { from: 100, deployments: [completed, old(1)] },
        { from: 200, deployments: [completed] }
      ]
    });
    expect(result).toMatchObject({
      verdict: 'succeeded',
      reason: expect.stringMatching(/SUCCESSFUL\. It came early; since then the old tasks are gone/)
    });
    expect(clock.elapsed).toBeGreaterThanOrEqual(200);
    expect(clock.elapsed).toBeLessThan(206);
    expect(reporter.lines.join('\n')).toContain(
      'early, at 80 %: 2 old tasks still run. Circuit breaker and alarms no longer roll it back.'
    );
    expect(reporter.warnings).toEqual([]);
  });

  it('of which old tasks stay longer than wait-for-minutes is a warning and no failure', async () => {
    const { result, ports, reporter } = await rollOut({
      configuration: EARLY,
      settings: { waitForMinutes: 3 },
      frames: [BEGIN, success(30, [completed, old(1)])]
    });
    expect(result).toMatchObject({
      verdict: 'succeeded',
      reason: 'ECS reports the deployment SUCCESSFUL early, at 80 %: 1 old task still runs.'
    });
    expect(reporter.warnings).toEqual([expect.stringContaining('1 old task still runs')]);
    expect(ports.of('stopServiceDeployment')).toEqual([]);
    expect(ports.of('updateService')).toHaveLength(1);
  });

  it('is seen by DescribeServices alone, too', async () => {
    const { result } = await rollOut({
      configuration: EARLY,
      denied: true,
      settings: { waitFor: 'live' },
      frames: [BEGIN, { from: 30, deployments: [completed, old(2)] }]
    });
    expect(result).toMatchObject({
      reason: 'ECS reports the deployment COMPLETED early, at 80 %: 2 old tasks still run.'
    });
  });

  it('tells of new tasks that are still to come', async () => {
    const { result } = await rollOut({
      configuration: EARLY,
      settings: { waitFor: 'live' },
      frames: [BEGIN, success(30, [{ ...completed, runningCount: 16, pendingCount: 4 }])]
    });
    expect(result).toMatchObject({ reason: expect.stringContaining('early, at 80 %: 16 of 20 new tasks run.') });
  });

  it('is no less true for a deployment that somebody started afterwards', async () => {
    const other: Deployment = { ...ours(), id: 'ecs-svc/9', taskDefinition: OLD, createdAt: new Date(START + 40_000) };
    const { result, clock } = await rollOut({
      configuration: EARLY,
      frames: [
        BEGIN,
        success(30, [completed, old(2)]),
        { from: 60, deployments: [other, { ...completed, status: 'ACTIVE' }] }
      ]
    });
    expect(result).toMatchObject({
      verdict: 'succeeded',
      reason: expect.stringContaining('(ecs-svc/9) is in place since')
    });
    expect(clock.elapsed).toBeLessThan(80);
  });

  it('ends no deployment for tasks that die afterwards', async () => {
    const { result, ports } = await rollOut({
      configuration: EARLY,
      settings: { failAfter: 3 },
      frames: [
        BEGIN,
        success(30, [completed, old(2)]),
        { from: 60, stopped: dead() },
        { from: 120, deployments: [completed] }
      ]
    });
    expect(result).toMatchObject({ verdict: 'succeeded' });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
  });
});
