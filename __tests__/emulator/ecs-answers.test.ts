import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectToCloud } from '../../src/emulator/client.js';
import { seedImages } from '../../src/emulator/seed/images.js';
import {
  NETWORK,
  describeDeployment,
  describeService,
  item,
  member,
  openService,
  openStage,
  stoppedTasks,
  taskDefinition
} from './core-support.js';
import type { Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const ARN = 'arn:aws:ecs:eu-west-1:123456789012';

describe('DeleteTaskDefinitions', () => {
  it('deletes what can be deleted, and names the rest as failures', async () => {
    for (let revision = 1; revision <= 2; revision += 1) await stage.ecs('RegisterTaskDefinition', taskDefinition());
    await stage.ecs('DeregisterTaskDefinition', { taskDefinition: 'api:1' });
    const { taskDefinitions, failures } = await stage.ecs('DeleteTaskDefinitions', {
      taskDefinitions: ['api:1', 'api:2', 'none:7', `${ARN}:task-definition/none:8`]
    });
    expect(taskDefinitions).toMatchObject([{ revision: 1, status: 'DELETE_IN_PROGRESS' }]);
    expect(failures).toMatchObject([
      { arn: `${ARN}:task-definition/api:2`, reason: expect.stringContaining('still in ACTIVE status') },
      { arn: `${ARN}:task-definition/none:7`, reason: expect.stringContaining('does not exist') },
      { arn: `${ARN}:task-definition/none:8` }
    ]);
  });

  it('takes ten at most, and deletes none of eleven', async () => {
    await stage.ecs('RegisterTaskDefinition', taskDefinition());
    await stage.ecs('DeregisterTaskDefinition', { taskDefinition: 'api:1' });
    const taskDefinitions = Array.from({ length: 11 }, (_, index) => `api:${index + 1}`);
    const { error } = await stage.send('ecs', 'DeleteTaskDefinitions', { taskDefinitions });
    expect(error).toBe('InvalidParameterException');
    const described = await stage.ecs('DescribeTaskDefinition', { taskDefinition: 'api:1' });
    expect(described['taskDefinition']).toMatchObject({ status: 'INACTIVE' });
  });
});

it('names a service that is missing by the ARN without its cluster', async () => {
  await stage.ecs('CreateCluster', { clusterName: 'shop' });
  const { failures } = await stage.ecs('DescribeServices', {
    cluster: 'shop',
    services: ['nope', `${ARN}:service/shop/x`]
  });
  expect(failures).toEqual([
    { arn: `${ARN}:service/nope`, reason: 'MISSING' },
    { arn: `${ARN}:service/shop/x`, reason: 'MISSING' }
  ]);
});

describe('account settings', () => {
  it.each([
    ['serviceLongArnFormat', 'enabled', 'enabled'],
    ['taskLongArnFormat', 'disabled', 'enabled'],
    ['containerInstanceLongArnFormat', 'disabled', 'enabled'],
    ['awsvpcTrunking', 'enabled', 'disabled'],
    ['containerInsights', 'enhanced', 'disabled'],
    ['fargateFIPSMode', 'enabled', 'disabled'],
    ['tagResourceAuthorization', 'on', 'off'],
    ['fargateTaskRetirementWaitPeriod', '14', '7'],
    ['defaultLogDriverMode', 'blocking', 'non-blocking'],
    ['fargateEventWindows', 'enabled', 'disabled']
  ])('takes %s, and forgets it again', async (name, value, fallback) => {
    const list = async (): Promise<unknown> =>
      (await stage.ecs('ListAccountSettings', { name, effectiveSettings: true }))['settings'];
    await stage.ecs('PutAccountSetting', { name, value });
    expect(await list()).toMatchObject([{ name, value, type: 'user' }]);
    await stage.ecs('DeleteAccountSetting', { name });
    expect(await list()).toMatchObject([{ name, value: fallback }]);
  });

  it.each([
    { name: 'containerInsight', value: 'enabled' },
    { name: 'containerInsights', value: 'on' },
    { name: 'containerInsights' },
    { name: 'guardDutyActivate', value: 'on' },
    { name: 'fargateTaskRetirementWaitPeriod', value: '3' }
  ])('refuses %j', async input => {
    for (const operation of ['PutAccountSetting', 'PutAccountSettingDefault']) {
      expect((await stage.send('ecs', operation, input)).error).toBe('InvalidParameterException');
    }
    expect((await stage.ecs('ListAccountSettings', {}))['settings']).toEqual([]);
  });
});

it('keeps what a cluster was given, and shows the configuration where it is asked for', async () => {
  const configuration = { executeCommandConfiguration: { logging: 'NONE' } };
  const serviceConnectDefaults = { namespace: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1' };
  await stage.ecs('CreateCluster', { clusterName: 'shop', configuration, serviceConnectDefaults });
  const describeCluster = async (include: readonly string[]): Promise<object> =>
    item(member(await stage.ecs('DescribeClusters', { clusters: ['shop'], include }), 'clusters'), 0);
  expect(await describeCluster(['CONFIGURATIONS'])).toMatchObject({ configuration, serviceConnectDefaults });
  expect(await describeCluster([])).not.toHaveProperty('configuration');
  const settings = [{ name: 'containerInsights', value: 'enhanced' }];
  await stage.ecs('UpdateCluster', { cluster: 'shop', configuration: {} });
  await stage.ecs('UpdateClusterSettings', { cluster: 'shop', settings });
  const updated = await describeCluster(['CONFIGURATIONS', 'SETTINGS']);
  expect(updated).toMatchObject({ settings, configuration: {}, serviceConnectDefaults });
});

it.each([
  ['a cluster', `${ARN}:cluster/none`, 'InvalidParameterException'],
  ['a service', `${ARN}:service/shop/none`, 'InvalidParameterException'],
  ['a service of a cluster that is not there', `${ARN}:service/none/api`, 'ClusterNotFoundException'],
  ['nothing', 'none', 'InvalidParameterException']
])('lists the tags of %s that is missing with an error that the operation has', async (_what, resourceArn, error) => {
  await stage.ecs('CreateCluster', { clusterName: 'shop' });
  expect((await stage.send('ecs', 'ListTagsForResource', { resourceArn })).error).toBe(error);
});

describe('a service shows', () => {
  it.each([
    [undefined, 'LATEST'],
    ['LATEST', 'LATEST'],
    ['1.4.0', '1.4.0']
  ])('the platform version %s as %s, and in its deployment what that is', async (platformVersion, shown) => {
    await openService(stage, { platformVersion });
    expect(await describeService(stage)).toMatchObject({
      platformVersion: shown,
      deployments: [{ platformVersion: '1.4.0' }]
    });
  });

  it('the role and the grace period that a load balancer brings', async () => {
    await openService(stage);
    expect(await describeService(stage)).toMatchObject({
      roleArn: 'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      healthCheckGracePeriodSeconds: 0
    });
  });

  it('neither of them without a load balancer', async () => {
    await openService(stage, { loadBalancers: [] });
    const service = await describeService(stage);
    expect(service).not.toHaveProperty('roleArn');
    expect(service).not.toHaveProperty('healthCheckGracePeriodSeconds');
  });
});

it('takes no role for a task of awsvpc, and no second service for the same client token', async () => {
  await stage.ecs('CreateCluster', { clusterName: 'shop' });
  await stage.ecs('RegisterTaskDefinition', taskDefinition());
  const input = {
    cluster: 'shop',
    serviceName: 'api',
    taskDefinition: 'api',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
    clientToken: 'once'
  };
  const refused = await stage.send('ecs', 'CreateService', { ...input, role: 'ecsServiceRole' });
  expect(refused.body).toMatchObject({
    __type: 'InvalidParameterException',
    message: 'You cannot specify an IAM role for services that require a service linked role.'
  });
  const { service } = await stage.ecs('CreateService', input);
  stage.pass(60);
  const again = await stage.ecs('CreateService', input);
  expect(again['service']).toMatchObject({ createdAt: service?.['createdAt'], runningCount: 1 });
  expect((await stage.send('ecs', 'CreateService', { ...input, clientToken: 'twice' })).error).toBe(
    'InvalidParameterException'
  );
});

describe("an image in the account's own registry, under the host that AWS gives it", () => {
  /** How a task outside of a service ends that could start. */
  const WELL = { stopCode: 'EssentialContainerExited', containers: [{ exitCode: 0 }] };
  const run = async (image: string): Promise<object> => {
    await stage.ecs('CreateCluster', { clusterName: 'shop' });
    const container = { name: 'app', image, portMappings: [{ containerPort: 8080 }] };
    await stage.ecs('RegisterTaskDefinition', taskDefinition(undefined, { containerDefinitions: [container] }));
    await stage.ecs('RunTask', {
      cluster: 'shop',
      taskDefinition: 'api',
      launchType: 'FARGATE',
      networkConfiguration: NETWORK
    });
    stage.pass(60);
    const [stopped] = await stoppedTasks(stage);
    return stopped ?? {};
  };

  it.each([
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/app:v1',
    '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/shop/app:v1',
    '123456789012.dkr-ecr.eu-west-1.on.aws/shop/app',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/none:v1'
  ])('cannot be pulled where it is not there: %s', async image => {
    await stage.send('ecr', 'CreateRepository', { repositoryName: 'shop/app' });
    expect(await run(image)).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringMatching(/^CannotPullContainerError: .*: not found$/)
    });
  });

  it('is pulled where it is there', async () => {
    await seedImages(
      ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/app:v1', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/x:1'],
      '123456789012',
      connectToCloud(stage.cloud.endpoint, 'eu-west-1')
    );
    const { body } = await stage.send('ecr', 'DescribeRepositories', {});
    expect(body['repositories']).toMatchObject([{ repositoryName: 'shop/app' }]);
    expect(await run('123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/app:v1')).toMatchObject(WELL);
  });

  it('is nothing that is known of where the account is another', async () => {
    expect(await run('111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/app:v1')).toMatchObject(WELL);
  });
});

it('protects tasks of services for a while', async () => {
  await openService(stage);
  const listed = await stage.ecs('ListTasks', { cluster: 'shop' });
  const tasks = [item(member(listed, 'taskArns'), 0), 'none'];
  const put = { cluster: 'shop', tasks, protectionEnabled: true, expiresInMinutes: 1 };
  const { protectedTasks, failures } = await stage.ecs('UpdateTaskProtection', put);
  expect(protectedTasks).toMatchObject([{ taskArn: tasks[0], protectionEnabled: true }]);
  expect(failures).toEqual([{ arn: 'none', reason: 'MISSING' }]);
  const get = async (): Promise<unknown> =>
    (await stage.ecs('GetTaskProtection', { cluster: 'shop', tasks }))['protectedTasks'];
  expect(await get()).toMatchObject([{ protectionEnabled: true }]);
  const many = Array.from({ length: 100 }, (_, index) => `task-${index}`);
  expect((await stage.ecs('GetTaskProtection', { cluster: 'shop', tasks: many }))['failures']).toHaveLength(100);
  expect((await stage.send('ecs', 'GetTaskProtection', { cluster: 'shop', tasks: [...many, 'one'] })).error).toBe(
    'InvalidParameterException'
  );
  stage.pass(61);
  expect(await get()).toEqual([{ taskArn: tasks[0], protectionEnabled: false }]);
  for (const more of [
    { expiresInMinutes: 0 },
    { expiresInMinutes: 2881 },
    { tasks: [] },
    { protectionEnabled: null }
  ]) {
    expect((await stage.send('ecs', 'UpdateTaskProtection', { ...put, ...more })).error).toBe(
      'InvalidParameterException'
    );
  }
});

it('has no container instances, and says of each that it is missing', async () => {
  await stage.ecs('CreateCluster', { clusterName: 'shop' });
  expect(await stage.ecs('ListContainerInstances', { cluster: 'shop' })).toEqual({ containerInstanceArns: [] });
  const { failures } = await stage.ecs('DescribeContainerInstances', { cluster: 'shop', containerInstances: ['a'] });
  expect(failures).toEqual([{ arn: `${ARN}:container-instance/shop/a`, reason: 'MISSING' }]);
  expect((await stage.send('ecs', 'DescribeContainerInstances', { cluster: 'shop' })).error).toBe(
    'InvalidParameterException'
  );
});

it('lists the services of a namespace', async () => {
  const namespace = 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1';
  await openService(stage, { serviceConnectConfiguration: { enabled: true, namespace } });
  for (const [asked, count] of [
    [namespace, 1],
    ['ns-1', 1],
    ['ns-2', 0]
  ] as const) {
    const { serviceArns } = (await stage.ecs('ListServicesByNamespace', { namespace: asked })) as unknown as {
      serviceArns: readonly string[];
    };
    expect(serviceArns).toHaveLength(count);
  }
});

it('has no attributes, as they are of container instances', async () => {
  await openService(stage);
  const asked = { cluster: 'shop', targetType: 'container-instance' };
  expect(await stage.ecs('ListAttributes', asked)).toEqual({ attributes: [] });
  expect((await stage.send('ecs', 'ListAttributes', { ...asked, cluster: 'none' })).error).toBe(
    'ClusterNotFoundException'
  );
});

it('shows in a service revision alone how a service is monitored and reached', async () => {
  const settings = { monitoring: { metricConfigurations: [] }, gatewayConnectors: [{ portName: 'http' }] };
  await openService(stage, settings);
  const deployment = await describeDeployment(stage);
  const serviceRevisionArns = [member(member(deployment, 'targetServiceRevision'), 'arn')];
  const { serviceRevisions } = await stage.ecs('DescribeServiceRevisions', { serviceRevisionArns });
  expect(serviceRevisions).toMatchObject([settings]);
  expect(JSON.stringify(await describeService(stage))).not.toContain('monitoring');
});

it.each([
  ['ListTasks', { daemonName: 'd' }, { taskArns: [] }],
  ['ListTasks', { containerInstance: '0123456789abcdef' }, { taskArns: [] }],
  ['ListServices', { resourceManagementType: 'ECS' }, { serviceArns: [] }]
])('%s finds nothing by %j', async (operation, filter, expected) => {
  await openService(stage);
  expect(await stage.ecs(operation, { cluster: 'shop', ...filter })).toEqual(expected);
});
