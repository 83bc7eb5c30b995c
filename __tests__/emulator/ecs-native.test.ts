import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  TWO_GROUPS,
  describeDeployment,
  describeService,
  item,
  items,
  member,
  openService,
  openStage,
  text,
  updateTo
} from './core-support.js';
import type { Json, Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Lets time pass second by second until the newest service deployment has ended; gives the seconds that it took. */
async function runToEnd(most = 900): Promise<number> {
  stage.pass(5);
  for (let seconds = 5; seconds < most; seconds++) {
    const status = text(member(await describeDeployment(stage), 'status'));
    if (['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(status)) return seconds;
    stage.pass(1);
  }
  return most;
}

function deploymentsOf(service: Json): readonly Json[] {
  return items(member(service, 'deployments'));
}

describe('native strategies', () => {
  const native = (strategy: string, more: object = {}): object => ({
    loadBalancers: [TWO_GROUPS],
    deploymentConfiguration: {
      strategy,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      bakeTimeInMinutes: 1,
      ...more
    }
  });

  async function watch(): Promise<{ readonly stages: readonly string[]; readonly weights: readonly number[] }> {
    const stages = new Set<string>();
    const weights = new Set<number>();
    stage.pass(3);
    for (let seconds = 0; seconds < 900; seconds++) {
      const deployment = await describeDeployment(stage);
      stages.add(text(deployment['lifecycleStage']));
      weights.add(Number(member(member(deployment, 'targetServiceRevision'), 'requestedProductionTrafficWeight')));
      if (text(deployment['status']) !== 'IN_PROGRESS') break;
      stage.pass(1);
    }
    return { stages: [...stages], weights: [...weights] };
  }

  it.each([
    ['BLUE_GREEN', {}, [0, 100]],
    ['CANARY', { canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 1 } }, [0, 20, 100]],
    ['LINEAR', { linearConfiguration: { stepPercent: 40, stepBakeTimeInMinutes: 1 } }, [0, 40, 80, 100]]
  ])('%s goes through its stages and moves the traffic', async (strategy, more, weights) => {
    await openService(stage, native(strategy, more));
    await updateTo(stage);
    const seen = await watch();
    expect(seen.stages).toEqual([
      'RECONCILE_SERVICE',
      'PRE_SCALE_UP',
      'SCALE_UP',
      'POST_SCALE_UP',
      'TEST_TRAFFIC_SHIFT',
      'POST_TEST_TRAFFIC_SHIFT',
      'PRODUCTION_TRAFFIC_SHIFT',
      'POST_PRODUCTION_TRAFFIC_SHIFT',
      'BAKE_TIME',
      'CLEAN_UP'
    ]);
    expect(seen.weights).toEqual(weights);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
    expect(deploymentsOf(await describeService(stage))).toMatchObject([{ rolloutState: 'COMPLETED', runningCount: 2 }]);
  });

  it('goes back to blue when green crashes', async () => {
    await openService(stage, native('BLUE_GREEN'));
    await updateTo(stage, 'crash');
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      targetServiceRevision: { requestedProductionTrafficWeight: 0 },
      sourceServiceRevisions: [{ requestedProductionTrafficWeight: 100 }]
    });
    expect(deploymentsOf(await describeService(stage))).toMatchObject([
      { taskDefinition: expect.stringContaining('api:1'), runningCount: 2 }
    ]);
  });

  it.each([
    ['CONTINUE', 'SUCCESSFUL'],
    ['ROLLBACK', 'ROLLBACK_SUCCESSFUL']
  ])('waits at a PAUSE hook until someone says %s', async (action, status) => {
    const hook = {
      targetType: 'PAUSE',
      lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
      timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' }
    };
    await openService(stage, native('BLUE_GREEN'));
    await updateTo(stage, undefined, native('BLUE_GREEN', { lifecycleHooks: [hook] }));
    stage.pass(1200);
    const waiting = await describeDeployment(stage);
    expect(waiting).toMatchObject({
      status: 'IN_PROGRESS',
      lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
      lifecycleHookDetails: [{ targetType: 'PAUSE', status: 'AWAITING_ACTION', timeoutAction: 'ROLLBACK' }]
    });
    const serviceDeploymentArn = member(waiting, 'serviceDeploymentArn');
    const hookId = member(item(member(waiting, 'lifecycleHookDetails'), 0), 'hookId');
    const wrong = await stage.send('ecs', 'ContinueServiceDeployment', { serviceDeploymentArn, hookId: 'none' });
    expect(wrong.error).toBe('InvalidParameterException');
    await stage.ecs('ContinueServiceDeployment', { serviceDeploymentArn, hookId, action });
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status });
  });

  it('asks before every step of the traffic at a PRE_PRODUCTION_TRAFFIC_SHIFT hook, each time by a new id', async () => {
    const hook = { targetType: 'PAUSE', lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'] };
    const canary = { canaryConfiguration: { canaryPercent: 25, canaryBakeTimeInMinutes: 1 } };
    await openService(stage, native('CANARY', canary));
    stage.pass(300);
    await updateTo(stage, undefined, native('CANARY', { ...canary, lifecycleHooks: [hook] }));
    const seen: unknown[] = [];
    for (let round = 0; round < 2; round++) {
      stage.pass(300);
      const waiting = await describeDeployment(stage);
      const serviceDeploymentArn = member(waiting, 'serviceDeploymentArn');
      const hookId = member(item(member(waiting, 'lifecycleHookDetails'), round), 'hookId');
      const weight = member(member(waiting, 'targetServiceRevision'), 'requestedProductionTrafficWeight');
      seen.push([text(waiting['lifecycleStage']), Number(weight)]);
      await stage.ecs('ContinueServiceDeployment', { serviceDeploymentArn, hookId, action: 'CONTINUE' });
    }
    expect(seen).toEqual([
      ['PRODUCTION_TRAFFIC_SHIFT', 0],
      ['PRODUCTION_TRAFFIC_SHIFT', 25]
    ]);
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
  });

  it('rolls back when nobody answers a PAUSE hook, or when a Lambda hook fails', async () => {
    const pause = {
      targetType: 'PAUSE',
      lifecycleStages: ['PRE_SCALE_UP'],
      timeoutConfiguration: { timeoutInMinutes: 5, action: 'CONTINUE' }
    };
    const lambda = {
      targetType: 'AWS_LAMBDA',
      hookTargetArn: 'arn:aws:lambda:eu-west-1:123456789012:function:check',
      roleArn: 'arn:aws:iam::123456789012:role/hook',
      lifecycleStages: ['POST_SCALE_UP']
    };
    await openService(stage, native('BLUE_GREEN'));
    stage.cloud.setScenarios({ hooks: [{ service: 'api', stage: 'POST_SCALE_UP' }] });
    await updateTo(stage, undefined, native('BLUE_GREEN', { lifecycleHooks: [pause, lambda] }));
    const took = await runToEnd();
    expect(took).toBeGreaterThan(300);
    expect(await describeDeployment(stage)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: expect.stringContaining('function:check'),
      lifecycleHookDetails: [{ status: 'TIMED_OUT' }, { status: 'FAILED' }]
    });
  });
});
