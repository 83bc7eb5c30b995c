import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NETWORK, item, items, member, openStage, stoppedTasks, taskDefinition, text } from './core-support.js';
import type { Json, Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

describe('RunTask', () => {
  async function run(more: object = {}): Promise<Json> {
    await stage.ecs('CreateCluster', { clusterName: 'shop' });
    await stage.ecs('RegisterTaskDefinition', taskDefinition());
    return stage.ecs('RunTask', {
      cluster: 'shop',
      taskDefinition: 'api',
      launchType: 'FARGATE',
      networkConfiguration: NETWORK,
      startedBy: 'ci',
      ...more
    });
  }

  it('starts a task that does its work and ends with 0', async () => {
    const started = item(member(await run(), 'tasks'), 0);
    expect(started).toMatchObject({
      lastStatus: 'PROVISIONING',
      group: 'family:api',
      startedBy: 'ci',
      launchType: 'FARGATE'
    });
    const statuses = new Set<string>();
    for (let seconds = 0; seconds < 60; seconds++) {
      stage.pass(1);
      const described = await stage.ecs('DescribeTasks', { cluster: 'shop', tasks: [member(started, 'taskArn')] });
      statuses.add(text(item(member(described, 'tasks'), 0)['lastStatus']));
    }
    expect([...statuses]).toEqual(['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'DEPROVISIONING', 'STOPPED']);
    expect((await stoppedTasks(stage))[0]).toMatchObject({
      stopCode: 'EssentialContainerExited',
      containers: [{ exitCode: 0 }]
    });
    stage.pass(3700);
    expect(await stoppedTasks(stage)).toEqual([]);
  });

  it('misbehaves by an override of the environment, and writes what a scenario says', async () => {
    await run({
      overrides: { containerOverrides: [{ name: 'app', environment: [{ name: 'SLIPWAY_REHEARSAL', value: 'crash' }] }] }
    });
    stage.pass(60);
    stage.cloud.setScenarios({
      tasks: [{ family: 'api', behaviour: 'good', exitCode: 3, log: ['migrating', 'column exists'] }]
    });
    await run();
    stage.pass(60);
    expect((await stoppedTasks(stage)).map(task => item(member(task, 'containers'), 0)['exitCode'])).toEqual([1, 3]);
    const events = await stage.send('logs', 'FilterLogEvents', { logGroupName: '/ecs/api' });
    const messages = items(member(events.body, 'events')).map(event => text(event['message']));
    expect(messages).toContain('Error: DATABASE_URL is not set');
    expect(messages.slice(-2)).toEqual(['migrating', 'column exists']);
  });

  it('starts nothing twice for one client token', async () => {
    const first = await run({ clientToken: 'once', count: 2 });
    const again = await run({ clientToken: 'once', count: 2 });
    const arns = (answer: Json): unknown => items(member(answer, 'tasks')).map(task => task['taskArn']);
    expect(arns(again)).toEqual(arns(first));
    expect(items(member(await stage.ecs('ListTasks', { cluster: 'shop' }), 'taskArns'))).toHaveLength(2);
  });

  it('says what failed where there is no capacity', async () => {
    stage.cloud.setScenarios({ tasks: [{ behaviour: 'no-capacity' }] });
    expect(await run()).toMatchObject({
      tasks: [],
      failures: [{ reason: expect.stringContaining('Capacity is unavailable') }]
    });
  });

  it.each<[object, string]>([
    [
      { networkConfiguration: undefined },
      "Network Configuration must be provided when networkMode 'awsvpc' is specified."
    ],
    [{ count: 11 }, 'Count 11 is not between 1 and 10.'],
    [
      { overrides: { containerOverrides: [{ name: 'web' }] } },
      'Override for container named web is not a container in the TaskDefinition.'
    ]
  ])('refuses %j', async (more, message) => {
    await expect(run(more)).rejects.toThrow(message);
  });

  it('refuses Fargate and a network for what is made for neither', async () => {
    const plain = { family: 'plain', containerDefinitions: [{ name: 'app', image: 'busybox', memory: 64 }] };
    await stage.ecs('RegisterTaskDefinition', plain);
    const network = 'Network Configuration is not valid for the given networkMode of this task definition.';
    await expect(run({ taskDefinition: 'plain' })).rejects.toThrow(network);
    const fargate = { taskDefinition: 'plain', networkConfiguration: undefined, launchType: 'FARGATE' };
    await expect(run(fargate)).rejects.toThrow('Task definition does not support launch_type FARGATE.');
  });
});
