import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { Deployment, DeploymentConfiguration } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import type { RolloutConfig } from '../../src/config/config.js';
import { resolveConflict } from '../../src/rollout/conflict.js';
import type { CodeDeployTarget } from '../../src/rollout/target.js';
import { OLD_DEPLOYMENT, TARGET as ECS_TARGET } from './fake-ecs.js';
import { awsError, CLUSTER, config, fakeClock, fakePorts, fakeReporter, OLD, SERVICE, START } from './fakes.js';

const TARGET: CodeDeployTarget = {
  controller: 'CODE_DEPLOY',
  application: 'shop',
  deploymentGroup: 'shop-web',
  group: { deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce' },
  clusterName: 'shop',
  clusterArn: CLUSTER,
  serviceName: 'web',
  serviceArn: SERVICE,
  service: {},
  runningTaskDefinitionArn: OLD,
  warnings: []
};

const ACTIVE = /^(Created|Queued|InProgress|Baking|Ready)$/;

/** Deployments by id, each with what it is from a second on; what is done to one may change the others. */
interface Scene {
  readonly policy: RolloutConfig['onConflict'];
  readonly deployments: Record<string, (readonly [from: number, info: Partial<DeploymentInfo>])[]>;
  readonly stop?: (scene: Scene['deployments'], second: number) => void;
  readonly deny?: string;
  readonly cancelAt?: number;
}

function meet(scene: Scene) {
  const cancel = new AbortController();
  const clock = fakeClock(
    scene.cancelAt === undefined ? {} : { [scene.cancelAt]: () => cancel.abort(new Error('cancelled')) }
  );
  const reporter = fakeReporter();
  const now = (id: string): DeploymentInfo | undefined => {
    const info = scene.deployments[id]?.findLast(([from]) => from <= clock.elapsed)?.[1];
    return info === undefined ? undefined : { deploymentId: id, ...info };
  };
  const refuse = (name: string): void => {
    if (scene.deny === name) throw awsError('AccessDeniedException', `not authorized to perform: codedeploy:${name}`);
  };
  const ports = fakePorts({
    codedeploy: {
      listDeployments: async () => {
        refuse('ListDeployments');
        return Object.keys(scene.deployments).filter(id => ACTIVE.test(now(id)?.status ?? ''));
      },
      getDeployment: async id => now(id) ?? {},
      stopDeployment: async () => {
        refuse('StopDeployment');
        scene.stop?.(scene.deployments, clock.elapsed);
      },
      continueDeployment: async () => scene.stop?.(scene.deployments, clock.elapsed)
    }
  });
  const settings = config(scene.policy === undefined ? {} : { onConflict: scene.policy });
  const way = resolveConflict(TARGET, { config: settings, ports, clock, reporter, signal: cancel.signal });
  return { way, clock, ports, reporter };
}

describe('the way in a deployment group', () => {
  it.each([undefined, 'fail'] as const)('is not looked at with on-conflict %s', async policy => {
    const { way, ports } = meet({ policy, deployments: { 'd-1': [[0, { status: 'InProgress' }]] } });
    await expect(way).resolves.toBe(false);
    expect(ports.calls).toEqual([]);
  });

  it.each(['wait', 'replace'] as const)('is free where nothing is active, with %s', async policy => {
    const { way, clock } = meet({ policy, deployments: { 'd-1': [[0, { status: 'Succeeded' }]] } });
    await expect(way).resolves.toBe(false);
    expect(clock.elapsed).toBe(0);
  });

  it('wait: until the other one has succeeded', async () => {
    const { way, clock, ports, reporter } = meet({
      policy: 'wait',
      deployments: {
        'd-1': [
          [0, { status: 'InProgress' }],
          [100, { status: 'Succeeded' }]
        ]
      }
    });
    await expect(way).resolves.toBe(true);
    expect(clock.elapsed).toBeGreaterThanOrEqual(100);
    expect(clock.elapsed).toBeLessThan(106);
    expect(ports.of('stopDeployment')).toEqual([]);
    expect(reporter.lines.join('\n')).toMatch(/d-1 in shop-web is in the way: InProgress\.\n.*The way is free\./s);
  });

  it('wait: until the rollback of the other one has ended too, which is listed a moment later', async () => {
    const { way, clock } = meet({
      policy: 'wait',
      deployments: {
        'd-1': [
          [0, { status: 'InProgress' }],
          [20, { status: 'Failed', autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] } }],
          [30, { status: 'Failed', rollbackInfo: { rollbackDeploymentId: 'd-2' } }]
        ],
        'd-2': [
          [30, { status: 'InProgress', creator: 'codeDeployRollback' }],
          [90, { status: 'Succeeded', creator: 'codeDeployRollback' }]
        ]
      }
    });
    await expect(way).resolves.toBe(true);
    expect(clock.elapsed).toBeGreaterThanOrEqual(90);
  });

  it('wait: a rollback that never comes is not waited for without end', async () => {
    const failed = {
      status: 'Failed' as const,
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE' as const] }
    };
    const { way, clock } = meet({
      policy: 'wait',
      deployments: {
        'd-1': [
          [0, { status: 'InProgress' }],
          [20, failed]
        ]
      }
    });
    await expect(way).resolves.toBe(true);
    expect(clock.elapsed).toBeLessThan(70);
  });

  it('wait: within the time limit, and says what is still there', async () => {
    const { way } = meet({ policy: 'wait', deployments: { 'd-1': [[0, { status: 'Ready' }]] } });
    await expect(way).rejects.toMatchObject({
      code: 'deployment-active',
      fault: 'aws',
      message: expect.stringMatching(
        /d-1 in shop-web was still in the way after 30 minutes .*Ready.*Nothing was deployed/
      )
    });
  });

  it('wait: ends with the reason of a cancellation', async () => {
    const { way } = meet({ policy: 'wait', deployments: { 'd-1': [[0, { status: 'Ready' }]] }, cancelAt: 10 });
    await expect(way).rejects.toThrow('cancelled');
  });

  it('wait: cannot be done without the permission to look', async () => {
    const { way } = meet({ policy: 'wait', deployments: {}, deny: 'ListDeployments' });
    await expect(way).rejects.toThrow('Allow codedeploy:ListDeployments');
  });

  it('replace: stops the other one with a rollback, once, and waits for both to end', async () => {
    const { way, clock, ports } = meet({
      policy: 'replace',
      deployments: { 'd-1': [[0, { status: 'InProgress' }]] },
      stop: (deployments, second) => {
        deployments['d-1']?.push([second + 5, { status: 'Stopped' }]);
        deployments['d-1']?.push([second + 10, { status: 'Stopped', rollbackInfo: { rollbackDeploymentId: 'd-2' } }]);
        deployments['d-2'] = [
          [second + 10, { status: 'InProgress', creator: 'codeDeployRollback' }],
          [second + 40, { status: 'Succeeded', creator: 'codeDeployRollback' }]
        ];
      }
    });
    await expect(way).resolves.toBe(true);
    expect(ports.of('stopDeployment')).toEqual([['d-1', true]]);
    expect(clock.elapsed).toBeGreaterThanOrEqual(40);
    expect(clock.elapsed).toBeLessThan(60);
  });

  it('replace: one whose traffic has moved is told to end its old tasks, not turned back', async () => {
    const { way, ports } = meet({
      policy: 'replace',
      deployments: { 'd-1': [[0, { status: 'InProgress', instanceTerminationWaitTimeStarted: true }]] },
      stop: (deployments, second) => deployments['d-1']?.push([second + 5, { status: 'Succeeded' }])
    });
    await expect(way).resolves.toBe(true);
    expect(ports.of('continueDeployment')).toEqual([['d-1', 'TERMINATION_WAIT']]);
    expect(ports.of('stopDeployment')).toEqual([]);
  });

  it('replace: a rollback is let come to its end', async () => {
    const { way, ports, clock } = meet({
      policy: 'replace',
      deployments: {
        'd-2': [
          [0, { status: 'InProgress', creator: 'codeDeployRollback' }],
          [30, { status: 'Succeeded', creator: 'codeDeployRollback' }]
        ]
      }
    });
    await expect(way).resolves.toBe(true);
    expect(ports.of('stopDeployment')).toEqual([]);
    expect(clock.elapsed).toBeGreaterThanOrEqual(30);
  });

  it('replace: names the permission that is missing', async () => {
    const { way } = meet({
      policy: 'replace',
      deployments: { 'd-1': [[0, { status: 'InProgress' }]] },
      deny: 'StopDeployment'
    });
    await expect(way).rejects.toThrow('Allow codedeploy:StopDeployment');
  });
});

describe('the way to a service that ECS rolls out', () => {
  const meetEcs = (
    frames: readonly (readonly [number, Partial<Deployment>])[],
    policy: 'wait' | 'replace',
    deploymentConfiguration: DeploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } }
  ) => {
    const clock = fakeClock();
    const primary = () => ({ ...OLD_DEPLOYMENT, ...frames.findLast(([from]) => from <= clock.elapsed)?.[1] });
    const ports = fakePorts({
      ecs: {
        describeServices: async () => ({
          services: [{ deployments: [primary()], deploymentConfiguration }],
          failures: []
        })
      }
    });
    const reporter = fakeReporter();
    const settings = config({ onConflict: policy });
    return { clock, ports, way: resolveConflict(ECS_TARGET, { config: settings, ports, clock, reporter }) };
  };

  it('wait: until the PRIMARY deployment is no longer in progress, its rollback included', async () => {
    const failed = { rolloutState: 'FAILED', updatedAt: new Date(START + 20_000) } as const;
    const rollback = { id: 'ecs-svc/9', rolloutState: 'IN_PROGRESS' } as const;
    const { way, clock } = meetEcs(
      [
        [0, { rolloutState: 'IN_PROGRESS' }],
        [20, failed],
        [30, rollback],
        [80, { ...rollback, rolloutState: 'COMPLETED' }]
      ],
      'wait'
    );
    await expect(way).resolves.toBe(true);
    expect(clock.elapsed).toBeGreaterThanOrEqual(80);
    expect(clock.elapsed).toBeLessThan(90);
  });

  it.each<readonly [string, DeploymentConfiguration, number]>([
    ['alarms that roll back', { alarms: { alarmNames: ['5xx'], enable: true, rollback: true } }, 80],
    ['alarms that only stop', { alarms: { alarmNames: ['5xx'], enable: true, rollback: false } }, 20],
    ['a circuit breaker that is off', { deploymentCircuitBreaker: { enable: false, rollback: true } }, 20]
  ])('wait: with %s', async (_name, configuration, until) => {
    const rollback = { id: 'ecs-svc/9', rolloutState: 'IN_PROGRESS' } as const;
    const { way, clock } = meetEcs(
      [
        [0, { rolloutState: 'IN_PROGRESS' }],
        [20, { rolloutState: 'FAILED', updatedAt: new Date(START + 20_000) }],
        [38, rollback],
        [80, { ...rollback, rolloutState: 'COMPLETED' }]
      ],
      'wait',
      configuration
    );
    await expect(way).resolves.toBe(true);
    expect(clock.elapsed).toBeGreaterThanOrEqual(until);
    expect(clock.elapsed).toBeLessThan(until + 6);
  });

  it('wait: a deployment that failed long ago is in nobody’s way', async () => {
    const { way } = meetEcs([[0, { rolloutState: 'FAILED', updatedAt: new Date(START - 600_000) }]], 'wait');
    await expect(way).resolves.toBe(false);
  });

  it("wait: one that has just failed is waited for however far our clock is ahead of AWS's", async () => {
    const failed = { rolloutState: 'FAILED', updatedAt: new Date(START - 120_000) } as const;
    const rollback = { id: 'ecs-svc/9', rolloutState: 'IN_PROGRESS' } as const;
    const { way, clock } = meetEcs(
      [
        [0, failed],
        [10, rollback],
        [60, { ...rollback, rolloutState: 'COMPLETED' }]
      ],
      'wait'
    );
    await expect(way).resolves.toBe(true);
    expect(clock.elapsed).toBeGreaterThanOrEqual(60);
  });

  it('replace: is what ECS does by itself', async () => {
    const { way, ports } = meetEcs([[0, { rolloutState: 'IN_PROGRESS' }]], 'replace');
    await expect(way).resolves.toBe(false);
    expect(ports.calls).toEqual([]);
  });
});
