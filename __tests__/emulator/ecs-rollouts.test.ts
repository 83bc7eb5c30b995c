import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  describeDeployment,
  describeService,
  item,
  items,
  member,
  messagesOf,
  openService,
  openStage,
  stoppedTasks,
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

const NO_BREAKER = { deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } } };

describe('a rolling update', () => {
  it('takes 60 to 90 seconds for two good tasks, and never has fewer than two in service', async () => {
    await openService(stage);
    const before = deploymentsOf(await describeService(stage))[0];
    const answer = await updateTo(stage);
    expect(deploymentsOf(answer)).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', desiredCount: 2, runningCount: 0 },
      { status: 'ACTIVE', rolloutState: 'COMPLETED', id: before?.['id'], runningCount: 2 }
    ]);
    let fewest = Number.POSITIVE_INFINITY;
    for (let seconds = 0; seconds < 58; seconds++) {
      stage.pass(1);
      fewest = Math.min(fewest, Number(member(await describeService(stage), 'runningCount')));
    }
    expect(fewest).toBe(2);
    const took = 58 + (await runToEnd());
    expect(took).toBeGreaterThanOrEqual(60);
    expect(took).toBeLessThanOrEqual(90);
    const service = await describeService(stage);
    const id = text(deploymentsOf(answer)[0]?.['id']);
    expect(deploymentsOf(service)).toMatchObject([
      {
        id,
        status: 'PRIMARY',
        rolloutState: 'COMPLETED',
        runningCount: 2,
        rolloutStateReason: `ECS deployment ${id} completed.`
      }
    ]);
    expect(messagesOf(service).slice(0, 2)).toEqual([
      '(service api) has reached a steady state.',
      `(service api) (deployment ${id}) deployment completed.`
    ]);
    expect(messagesOf(service).join('\n')).toMatch(
      /has stopped 2 running tasks: .*\n.*deregistered 2 targets in \(target-group .*\n.*has begun draining connections on 2 tasks\./
    );
  });

  it('makes room first where there may be no more tasks than before', async () => {
    await openService(stage, { deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 50 } });
    await updateTo(stage);
    let most = 0;
    let fewest = 2;
    for (let seconds = 0; seconds < 200; seconds++) {
      stage.pass(1);
      const service = await describeService(stage);
      const count = Number(member(service, 'runningCount'));
      most = Math.max(most, count + Number(member(service, 'pendingCount')));
      fewest = Math.min(fewest, count);
    }
    expect([most, fewest]).toEqual([2, 1]);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
  });

  it('is invisible to ListServiceDeployments for a few seconds', async () => {
    await openService(stage);
    const listed = async (): Promise<number> =>
      items(
        member(await stage.ecs('ListServiceDeployments', { cluster: 'shop', service: 'api' }), 'serviceDeployments')
      ).length;
    await updateTo(stage);
    expect(await listed()).toBe(1);
    stage.pass(4);
    expect(await listed()).toBe(2);
  });

  it('starts nothing new where nothing that tasks show has changed', async () => {
    await openService(stage);
    const [before] = deploymentsOf(await describeService(stage));
    const update = { cluster: 'shop', service: 'api', taskDefinition: 'api:1', desiredCount: 3 };
    const same = member(await stage.ecs('UpdateService', update), 'service');
    expect(deploymentsOf(same)).toHaveLength(1);
    expect(deploymentsOf(same)[0]?.['id']).toBe(before?.['id']);
    stage.pass(60);
    expect(await describeService(stage)).toMatchObject({ runningCount: 3 });
    const forced = await stage.ecs('UpdateService', { ...update, forceNewDeployment: true });
    expect(deploymentsOf(member(forced, 'service'))).toHaveLength(2);
  });
});

describe('a rolling update that fails', () => {
  it.each([
    ['crash', 'EssentialContainerExited', 'Essential container in task exited', { exitCode: 1 }],
    [
      'out-of-memory',
      'EssentialContainerExited',
      'Essential container in task exited',
      { exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }
    ],
    ['cannot-pull', 'TaskFailedToStart', 'CannotPullContainerError: ', {}],
    ['unhealthy', 'ServiceSchedulerInitiated', 'Task failed ELB health checks in (target-group arn:', {}]
  ])(
    '%s: the circuit breaker rolls back, and the dead task says why',
    async (behaviour, stopCode, reason, container) => {
      await openService(stage);
      const old = deploymentsOf(await describeService(stage))[0]?.['id'];
      const bad = deploymentsOf(await updateTo(stage, behaviour))[0]?.['id'];
      await runToEnd();
      const dead = (await stoppedTasks(stage)).filter(task => text(task['taskDefinitionArn']).endsWith('api:2'));
      expect(dead.length).toBeGreaterThanOrEqual(3);
      expect(dead[0]).toMatchObject({
        lastStatus: 'STOPPED',
        startedBy: bad,
        stopCode,
        stoppedReason: expect.stringContaining(reason),
        containers: [{ name: 'app', lastStatus: 'STOPPED', ...container }]
      });
      const service = await describeService(stage);
      expect(deploymentsOf(service)).toMatchObject([{ id: old, status: 'PRIMARY', rolloutState: 'COMPLETED' }]);
      expect(service['taskDefinition']).toContain('api:1');
      expect(messagesOf(service)).toEqual(
        expect.arrayContaining([
          `(service api) (deployment ${text(bad)}) deployment failed: tasks failed to start.`,
          `(service api) rolling back to deployment ${text(old)}.`
        ])
      );
      expect(await describeDeployment(stage)).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        statusReason: expect.stringContaining('circuit breaker'),
        rollback: { reason: expect.stringContaining('circuit breaker') },
        deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 3 }
      });
    }
  );

  it('no-capacity: no task at all, an event that says so, and the breaker', async () => {
    await openService(stage);
    await updateTo(stage, 'no-capacity');
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
    expect(messagesOf(await describeService(stage)).join('\n')).toContain(
      '(service api) was unable to place a task. Reason: Capacity is unavailable at this time.'
    );
  });

  it.each([
    [{ type: 'COUNT', value: 1 }, 10, 1],
    [{ type: 'UNBOUNDED_PERCENT', value: 50 }, 2, 1],
    [{ type: 'BOUNDED_PERCENT', value: 50 }, 10, 5]
  ])('trips the breaker by %j of %i tasks at %i', async (thresholdConfiguration, desiredCount, threshold) => {
    const deploymentCircuitBreaker = { enable: true, rollback: true, thresholdConfiguration };
    await openService(stage, { desiredCount, deploymentConfiguration: { deploymentCircuitBreaker } });
    await updateTo(stage, 'crash');
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      deploymentCircuitBreaker: { threshold },
      deploymentConfiguration: { deploymentCircuitBreaker }
    });
  });

  it('stays FAILED and launches nothing more where the breaker does not roll back', async () => {
    await openService(stage);
    await updateTo(stage, 'crash', {
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } }
    });
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: 'STOPPED' });
    // The tasks that were on their way when the breaker tripped still come to their end.
    stage.pass(60);
    const count = (await stoppedTasks(stage)).length;
    stage.pass(600);
    expect((await stoppedTasks(stage)).length).toBe(count);
    expect(deploymentsOf(await describeService(stage))).toMatchObject([
      {
        status: 'PRIMARY',
        rolloutState: 'FAILED',
        rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.'
      },
      { status: 'ACTIVE', runningCount: 2 }
    ]);
  });

  it('stays FAILED where there is no completed deployment to go back to', async () => {
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'crash' }] });
    await openService(stage);
    expect(deploymentsOf(await describeService(stage))).toMatchObject([{ status: 'PRIMARY', rolloutState: 'FAILED' }]);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'STOPPED' });
  });

  it('ends as ROLLBACK_FAILED where the old version does not start either', async () => {
    await openService(stage, {
      deploymentConfiguration: {
        minimumHealthyPercent: 0,
        maximumPercent: 100,
        deploymentCircuitBreaker: { enable: true, rollback: true }
      }
    });
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'crash' }] });
    await updateTo(stage);
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: 'ROLLBACK_FAILED' });
  });

  it('goes on for ever without a breaker', async () => {
    await openService(stage, NO_BREAKER);
    await updateTo(stage, 'crash');
    stage.pass(1200);
    const service = await describeService(stage);
    expect(deploymentsOf(service)[0]).toMatchObject({ rolloutState: 'IN_PROGRESS' });
    expect(Number(deploymentsOf(service)[0]?.['failedTasks'])).toBeGreaterThan(20);
    expect(items(member(service, 'events')).length).toBeLessThanOrEqual(100);
    stage.pass(7200);
    expect((await stoppedTasks(stage)).length).toBeLessThanOrEqual(100);
  });

  it('hangs in PENDING where a task hangs', async () => {
    await openService(stage);
    await updateTo(stage, 'hang');
    stage.pass(3600);
    expect(await describeService(stage)).toMatchObject({ pendingCount: 2, runningCount: 2 });
    expect(await describeDeployment(stage)).toMatchObject({ status: 'IN_PROGRESS' });
  });

  it('gets over tasks that fail only at first', async () => {
    await openService(stage);
    stage.cloud.setScenarios({
      tasks: [{ family: 'api', behaviour: 'crash', times: 2, log: ['not yet'], exitCode: 7 }]
    });
    await updateTo(stage);
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
    const codes = (await stoppedTasks(stage)).map(task => item(member(task, 'containers'), 0)['exitCode']);
    expect(codes.filter(code => Number(code) === 7)).toHaveLength(2);
  });

  it('is rolled back by an alarm of a scenario', async () => {
    await openService(stage);
    stage.cloud.setScenarios({ alarms: [{ service: 'api', alarm: 'too-many-5xx', afterSeconds: 10 }] });
    await updateTo(stage, undefined, {
      deploymentConfiguration: { alarms: { alarmNames: ['too-many-5xx'], enable: true, rollback: true } }
    });
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['too-many-5xx'] }
    });
  });
});

describe('a deployment that is cut short', () => {
  it('is STOPPED by a newer UpdateService, which goes to its own end', async () => {
    await openService(stage);
    await updateTo(stage);
    stage.pass(10);
    const arn = member(await describeDeployment(stage), 'serviceDeploymentArn');
    await updateTo(stage);
    const described = await stage.ecs('DescribeServiceDeployments', { serviceDeploymentArns: [arn] });
    expect(item(member(described, 'serviceDeployments'), 0)).toMatchObject({
      status: 'STOPPED',
      statusReason: expect.stringContaining('newer service deployment')
    });
    expect(deploymentsOf(await describeService(stage))).toHaveLength(3);
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
    expect(member(await describeService(stage), 'taskDefinition')).toContain('api:3');
  });

  it.each([
    ['ROLLBACK', 'ROLLBACK_REQUESTED', 'ROLLBACK_SUCCESSFUL', 'api:1'],
    ['ABORT', 'STOP_REQUESTED', 'STOPPED', 'api:2']
  ])('StopServiceDeployment %s: %s, then %s', async (stopType, first, last, revision) => {
    await openService(stage);
    await updateTo(stage);
    stage.pass(10);
    const serviceDeploymentArn = member(await describeDeployment(stage), 'serviceDeploymentArn');
    expect(await stage.ecs('StopServiceDeployment', { serviceDeploymentArn, stopType })).toEqual({
      serviceDeploymentArn
    });
    expect(await describeDeployment(stage)).toMatchObject({ status: first });
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: last });
    expect(member(await describeService(stage), 'taskDefinition')).toContain(revision);
    const again = await stage.send('ecs', 'StopServiceDeployment', { serviceDeploymentArn });
    expect(again.error).toBe('ConflictException');
  });

  it('goes back when it is stopped in the second before it would have completed', async () => {
    await openService(stage);
    await updateTo(stage);
    const whole = await runToEnd();
    await updateTo(stage);
    stage.pass(whole - 1);
    const serviceDeploymentArn = member(await describeDeployment(stage), 'serviceDeploymentArn');
    await stage.ecs('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
    await runToEnd();
    expect(await describeDeployment(stage)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
  });
});
