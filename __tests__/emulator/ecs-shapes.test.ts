import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  NETWORK,
  TWO_GROUPS,
  describeDeployment,
  item,
  items,
  member,
  openService,
  openStage,
  stoppedTasks,
  taskDefinition,
  updateTo
} from './core-support.js';
import type { Json, Stage } from './core-support.js';
import { findShapeProblems } from './shapes-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Asks everything that can be asked about the service. */
async function look(): Promise<void> {
  const service = { cluster: 'shop', service: 'api' };
  await stage.ecs('DescribeServices', { cluster: 'shop', services: ['api', 'none'], include: ['TAGS'] });
  await stage.ecs('ListServices', { cluster: 'shop' });
  const running = items(member(await stage.ecs('ListTasks', { cluster: 'shop', serviceName: 'api' }), 'taskArns'));
  await stage.ecs('DescribeTasks', { cluster: 'shop', tasks: [...running, 'none'], include: ['TAGS'] });
  await stoppedTasks(stage);
  await stage.ecs('DescribeClusters', { clusters: ['shop', 'none'], include: ['TAGS', 'SETTINGS'] });
  const listed = items(member(await stage.ecs('ListServiceDeployments', service), 'serviceDeployments'));
  for (const each of listed) {
    const revision = member(each, 'targetServiceRevisionArn');
    await stage.ecs('DescribeServiceDeployments', {
      serviceDeploymentArns: [member(each, 'serviceDeploymentArn'), 'none']
    });
    await stage.ecs('DescribeServiceRevisions', { serviceRevisionArns: [revision, 'none'] });
  }
}

describe('the answers of ECS and Logs', () => {
  it('fit the output shapes of the service model at every moment', async () => {
    await openService(stage, {
      tags: [{ key: 'team', value: 'shop' }],
      enableECSManagedTags: true,
      propagateTags: 'SERVICE'
    });
    await stage.ecs('CreateCluster', { clusterName: 'shop', tags: [{ key: 'a', value: 'b' }] });
    for (const behaviour of [undefined, 'crash', 'cannot-pull', 'unhealthy']) {
      await updateTo(stage, behaviour);
      for (let round = 0; round < 14; round++) {
        stage.pass(10);
        await look();
      }
    }
    await stage.ecs('RunTask', {
      cluster: 'shop',
      taskDefinition: 'api:1',
      networkConfiguration: NETWORK,
      launchType: 'FARGATE'
    });
    await stage.ecs('DescribeTaskDefinition', { taskDefinition: 'api:1', include: ['TAGS'] });
    await stage.ecs('ListTaskDefinitions', { familyPrefix: 'api', maxResults: 1 });
    await stage.ecs('ListTaskDefinitionFamilies', { status: 'ALL' });
    await stage.ecs('DeregisterTaskDefinition', { taskDefinition: 'api:2' });
    await stage.ecs('DeleteTaskDefinitions', { taskDefinitions: ['api:2', 'api:1'] });
    await stage.ecs('ListTagsForResource', { resourceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/api' });
    await stage.ecs('ListAccountSettings', { effectiveSettings: true });
    await stage.ecs('PutAccountSetting', { name: 'containerInsights', value: 'enabled' });
    await stage.ecs('DescribeCapacityProviders', { capacityProviders: ['FARGATE', 'mine'] });
    await stage.ecs('ListContainerInstances', { cluster: 'shop' });
    await stage.send('logs', 'DescribeLogGroups', {});
    await stage.send('logs', 'DescribeLogStreams', { logGroupName: '/ecs/api' });
    await stage.send('logs', 'FilterLogEvents', { logGroupName: '/ecs/api' });
    const streams = (await stage.send('logs', 'DescribeLogStreams', { logGroupName: '/ecs/api', limit: 1 })).body;
    const logStreamName = member(item(member(streams, 'logStreams'), 0), 'logStreamName');
    await stage.send('logs', 'GetLogEvents', { logGroupName: '/ecs/api', logStreamName });
    await stage.ecs('DeleteService', { cluster: 'shop', service: 'api', force: true });
    stage.pass(60);
    await look();
    await stage.ecs('DeleteCluster', { cluster: 'shop' });
    expect(stage.answers.length).toBeGreaterThan(300);
    expect(findShapeProblems(stage.answers)).toEqual([]);
  });

  it('fit them in native strategies and with task sets', async () => {
    const hook = {
      targetType: 'PAUSE',
      lifecycleStages: ['PRE_SCALE_UP'],
      timeoutConfiguration: { timeoutInMinutes: 1, action: 'CONTINUE' }
    };
    await openService(stage, {
      loadBalancers: [TWO_GROUPS],
      deploymentConfiguration: {
        strategy: 'CANARY',
        canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 },
        lifecycleHooks: [hook],
        alarms: { alarmNames: ['a'], enable: true, rollback: true }
      }
    });
    stage.pass(300);
    stage.cloud.setScenarios({ alarms: [{ alarm: 'a', afterSeconds: 120 }] });
    await updateTo(stage);
    for (let round = 0; round < 30; round++) {
      stage.pass(10);
      await look();
    }
    expect(await describeDeployment(stage)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });

    await stage.ecs('CreateService', {
      cluster: 'shop',
      serviceName: 'ext',
      desiredCount: 1,
      deploymentController: { type: 'EXTERNAL' }
    });
    const inService = { cluster: 'shop', service: 'ext' };
    const made = await stage.ecs('CreateTaskSet', {
      ...inService,
      taskDefinition: 'api:1',
      networkConfiguration: NETWORK,
      launchType: 'FARGATE',
      scale: { value: 100, unit: 'PERCENT' }
    });
    const taskSet = member(member(made, 'taskSet'), 'taskSetArn');
    stage.pass(60);
    await stage.ecs('UpdateServicePrimaryTaskSet', { ...inService, primaryTaskSet: taskSet });
    await stage.ecs('UpdateTaskSet', { ...inService, taskSet, scale: { value: 50, unit: 'PERCENT' } });
    await stage.ecs('DescribeTaskSets', inService);
    await stage.ecs('DescribeServices', { cluster: 'shop', services: ['ext'] });
    expect(findShapeProblems(stage.answers)).toEqual([]);
  });

  it('say what ECS fills in on registration', async () => {
    const answer: Json = await stage.ecs(
      'RegisterTaskDefinition',
      taskDefinition(undefined, { cpu: '.25 vCPU', memory: '0.5 GB', tags: [{ key: 'a', value: 'b' }] })
    );
    expect(answer).toMatchObject({
      taskDefinition: {
        taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:1',
        revision: 1,
        status: 'ACTIVE',
        cpu: '256',
        memory: '512',
        volumes: [],
        compatibilities: ['EC2', 'FARGATE'],
        containerDefinitions: [
          {
            name: 'app',
            cpu: 0,
            essential: true,
            environment: [],
            portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }]
          }
        ]
      },
      tags: [{ key: 'a', value: 'b' }]
    });
    const described = await stage.ecs('DescribeTaskDefinition', { taskDefinition: 'api', include: ['TAGS'] });
    expect(described).toMatchObject({ tags: [{ key: 'a', value: 'b' }] });
  });
});
