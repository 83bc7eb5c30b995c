import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  describeDeployment,
  describeService,
  item,
  items,
  member,
  openService,
  openStage,
  stoppedTasks,
  text,
  TWO_GROUPS,
  updateTo
} from './core-support.js';
import type { Json, Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };

/** Lets time pass second by second until the newest service deployment is in that status. */
async function passUntil(status: RegExp, most = 900): Promise<Json> {
  stage.pass(5);
  for (let seconds = 5; seconds < most; seconds++) {
    const deployment = await describeDeployment(stage);
    if (status.test(text(deployment['status']))) return deployment;
    stage.pass(1);
  }
  throw new Error(`Not ${status.source} within ${most} s`);
}

const ENDED = /^(SUCCESSFUL|STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/;

async function deployments(): Promise<readonly Json[]> {
  return items(member(await describeService(stage), 'deployments'));
}

describe('early success', () => {
  const early = (sourceServiceRevisionCleanup: string, more: object = {}): object => ({
    desiredCount: 5,
    deploymentConfiguration: {
      minimumHealthyPercent: 60,
      earlySuccessCriteria: { enable: true, healthyPercent: 80, sourceServiceRevisionCleanup },
      ...BREAKER,
      ...more
    }
  });

  it('DEFERRED: is SUCCESSFUL with old tasks still there, which go afterwards', async () => {
    await openService(stage, early('DEFERRED'));
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'good', healthyAfterSeconds: 200, times: 1 }] });
    await updateTo(stage);
    const done = await passUntil(ENDED);
    expect(done).toMatchObject({
      status: 'SUCCESSFUL',
      deploymentConfiguration: { earlySuccessCriteria: { healthyPercent: 80 } }
    });
    expect(await deployments()).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'COMPLETED' },
      { status: 'ACTIVE', runningCount: 1 }
    ]);
    stage.pass(9);
    expect(await deployments()).toHaveLength(2);
    stage.pass(300);
    expect(await deployments()).toMatchObject([{ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 5 }]);
  });

  it('BLOCKING: has the old tasks removed first, and goes on to the full count', async () => {
    await openService(stage, early('BLOCKING'));
    await updateTo(stage);
    await passUntil(ENDED);
    const [primary, ...others] = await deployments();
    expect(others).toEqual([]);
    expect(Number(primary?.['runningCount'])).toBeGreaterThanOrEqual(4);
    stage.pass(120);
    expect(await deployments()).toMatchObject([{ runningCount: 5 }]);
  });

  it('waits for the bake time', async () => {
    await openService(stage, early('DEFERRED', { bakeTimeInMinutes: 30 }));
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'hang', times: 1 }] });
    await updateTo(stage);
    stage.pass(1200);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'IN_PROGRESS' });
    stage.pass(1200);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
  });

  it('is not undone by the breaker or an alarm afterwards', async () => {
    await openService(stage, early('DEFERRED', { alarms: { alarmNames: ['5xx'], enable: true, rollback: true } }));
    await updateTo(stage);
    await passUntil(ENDED);
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'crash' }], alarms: [{ alarm: '5xx', afterSeconds: 0 }] });
    stage.pass(600);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
    expect((await deployments())[0]).toMatchObject({
      rolloutState: 'COMPLETED',
      taskDefinition: expect.stringContaining('api:2')
    });
  });

  it.each([
    ['another strategy', { strategy: 'BLUE_GREEN' }, 'ROLLING'],
    [
      'no percentage',
      { earlySuccessCriteria: { enable: true, sourceServiceRevisionCleanup: 'DEFERRED' } },
      'healthyPercent'
    ],
    [
      'less than must be healthy',
      { earlySuccessCriteria: { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup: 'DEFERRED' } },
      'below the minimumHealthyPercent'
    ],
    [
      'an unknown cleanup',
      { earlySuccessCriteria: { enable: true, healthyPercent: 80, sourceServiceRevisionCleanup: 'NEVER' } },
      'BLOCKING, DEFERRED'
    ],
    [
      'a threshold without a value',
      { deploymentCircuitBreaker: { enable: true, rollback: true, thresholdConfiguration: { type: 'COUNT' } } },
      'thresholdConfiguration.value'
    ],
    [
      'a threshold of an unknown type',
      {
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          thresholdConfiguration: { type: 'PERCENT', value: 5 }
        }
      },
      'BOUNDED_PERCENT'
    ]
  ])('is refused with %s', async (_name, more, words) => {
    await openService(stage);
    const { deploymentConfiguration } = early('DEFERRED', more) as { deploymentConfiguration: object };
    const answer = await stage.send('ecs', 'UpdateService', {
      cluster: 'shop',
      service: 'api',
      deploymentConfiguration
    });
    expect(answer).toMatchObject({
      error: 'InvalidParameterException',
      body: { message: expect.stringContaining(words) }
    });
  });
});

describe('the circuit breaker', () => {
  it.each([
    [true, 'ROLLBACK_SUCCESSFUL', 'TRIGGERED'],
    [false, 'IN_PROGRESS', 'DISABLED']
  ])('acts on native strategies where the scenarios say so: %s', async (breakerInNativeStrategies, status, breaker) => {
    await openService(stage, {
      loadBalancers: [TWO_GROUPS],
      deploymentConfiguration: { strategy: 'CANARY', bakeTimeInMinutes: 1, ...BREAKER }
    });
    stage.cloud.setScenarios({ deployments: { breakerInNativeStrategies } });
    await updateTo(stage, 'crash');
    stage.pass(600);
    expect(await describeDeployment(stage)).toMatchObject({ status, deploymentCircuitBreaker: { status: breaker } });
  });

  it.each([
    [true, 'SUCCESSFUL'],
    [false, 'ROLLBACK_SUCCESSFUL']
  ])('counts from none again at a healthy task: resetOnHealthyTask %s', async (resetOnHealthyTask, status) => {
    const deploymentCircuitBreaker = {
      enable: true,
      rollback: true,
      resetOnHealthyTask,
      thresholdConfiguration: { type: 'COUNT', value: 4 }
    };
    await openService(stage, { desiredCount: 1, deploymentConfiguration: { deploymentCircuitBreaker } });
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'exit-later', afterSeconds: 21, exitCode: 1, times: 5 }] });
    await updateTo(stage);
    expect(await passUntil(ENDED)).toMatchObject({ status });
  });
});

describe('the rollback of a failed deployment', () => {
  it.each(['breaker', 'alarm'])('begins so long after the failure as the scenarios say: %s', async kind => {
    const alarms = { alarmNames: ['5xx'], enable: true, rollback: true };
    await openService(stage, { deploymentConfiguration: kind === 'alarm' ? { alarms } : BREAKER });
    stage.cloud.setScenarios({
      deployments: { rollbackAfterSeconds: 20 },
      alarms: [{ alarm: '5xx', afterSeconds: 10 }]
    });
    await updateTo(stage, kind === 'alarm' ? undefined : 'crash');
    await passUntil(/ROLLBACK_REQUESTED/);
    expect((await deployments())[0]).toMatchObject({
      status: 'PRIMARY',
      rolloutState: 'FAILED',
      taskDefinition: expect.stringContaining('api:2')
    });
    stage.pass(20);
    expect((await deployments())[0]).toMatchObject({
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      taskDefinition: expect.stringContaining('api:1')
    });
    expect(await passUntil(ENDED)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
  });

  it('does not come over a deployment that somebody starts in between', async () => {
    await openService(stage);
    stage.cloud.setScenarios({ deployments: { rollbackAfterSeconds: 60 }, tasks: [{ behaviour: 'crash', times: 3 }] });
    await updateTo(stage);
    await passUntil(/ROLLBACK_REQUESTED/);
    await updateTo(stage);
    stage.pass(300);
    expect(await deployments()).toMatchObject([
      { rolloutState: 'COMPLETED', taskDefinition: expect.stringContaining('api:3') }
    ]);
  });
});

describe('how a task ends', () => {
  it.each([
    ['exit-later', {}, { stopCode: 'EssentialContainerExited', containers: [{ exitCode: 0 }] }],
    ['exit-later', { exitCode: 3 }, { stopCode: 'EssentialContainerExited', containers: [{ exitCode: 3 }] }],
    [
      'exit-later',
      { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' },
      { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }
    ],
    [
      'network-timeout',
      {},
      {
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'Timeout waiting for network interface provisioning to complete.'
      }
    ]
  ])('%s with %j', async (behaviour, more, end) => {
    await openService(stage);
    stage.cloud.setScenarios({ tasks: [{ behaviour, times: 1, ...more }] });
    await updateTo(stage);
    stage.pass(240);
    const stopped = (await stoppedTasks(stage)).filter(task => text(task['taskDefinitionArn']).endsWith('api:2'));
    expect(stopped).toMatchObject([end]);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
  });

  it('takes as long as the scenario says', async () => {
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'good', stopSeconds: 28 }] });
    await openService(stage);
    await updateTo(stage);
    stage.pass(60);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'IN_PROGRESS' });
    expect(item(member(await describeService(stage), 'deployments'), 1)).toMatchObject({ status: 'ACTIVE' });
    stage.pass(60);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
  });
});
