import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectToCloud } from '../../src/emulator/client.js';
import { seedLoadBalancer } from '../../src/emulator/seed/dependencies.js';
import { deploy, getDeployment, makeGroup, NAMES, openCodeDeploy, tryDeploy, waitUntil } from './codedeploy-support.js';
import { describeService, NETWORK, openService, openStage, taskDefinition } from './core-support.js';
import type { Answer, Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

function send(operation: string, input: unknown): Promise<Answer> {
  return stage.send('codedeploy', operation, input);
}

const ARN = 'arn:aws:codedeploy:eu-west-1:123456789012';

it.each([
  ['BatchGetApplications', {}, 'ApplicationNameRequiredException'],
  ['BatchGetApplications', { applicationNames: [] }, 'ApplicationNameRequiredException'],
  ['BatchGetDeploymentGroups', { applicationName: NAMES.applicationName }, 'DeploymentGroupNameRequiredException'],
  ['BatchGetDeployments', {}, 'DeploymentIdRequiredException'],
  ['ListTagsForResource', {}, 'ResourceArnRequiredException'],
  ['ListTagsForResource', { ResourceArn: 'shop' }, 'InvalidArnException'],
  ['ListTagsForResource', { ResourceArn: `${ARN}:instance:i` }, 'ArnNotSupportedException'],
  ['TagResource', { ResourceArn: `${ARN}:application:none`, Tags: [] }, 'ApplicationDoesNotExistException'],
  ['TagResource', { ResourceArn: `${ARN}:application:${NAMES.applicationName}` }, 'TagRequiredException'],
  ['CreateApplication', { applicationName: 'b', tags: [{ Key: 'aws:a' }] }, 'InvalidTagsToAddException'],
  [
    'CreateDeploymentConfig',
    { deploymentConfigName: 'c', computePlatform: 'ECS', zonalConfig: {} },
    'InvalidZonalDeploymentConfigurationException'
  ],
  [
    'CreateDeploymentConfig',
    { deploymentConfigName: 'c', computePlatform: 'ECS', minimumHealthyHosts: {} },
    'InvalidMinimumHealthyHostValueException'
  ],
  [
    'UpdateDeploymentGroup',
    {
      applicationName: NAMES.applicationName,
      currentDeploymentGroupName: NAMES.deploymentGroupName,
      autoScalingGroups: ['a']
    },
    'InvalidInputException'
  ]
])('%s refuses %j', async (operation, input, error) => {
  await openCodeDeploy(stage);
  expect((await send(operation, input)).error).toBe(error);
});

it('keeps tags, until what carries them is deleted', async () => {
  await openCodeDeploy(stage, { tags: [{ Key: 'team', Value: 'shop' }] });
  const { applicationName, deploymentGroupName } = NAMES;
  const group = `${ARN}:deploymentgroup:${applicationName}/${deploymentGroupName}`;
  const list = async (ResourceArn: string): Promise<unknown> =>
    (await send('ListTagsForResource', { ResourceArn })).body['Tags'];
  expect(await list(group)).toEqual([{ Key: 'team', Value: 'shop' }]);
  expect((await send('GetDeploymentGroup', NAMES)).body['deploymentGroupInfo']).not.toHaveProperty('tags');
  await send('TagResource', { ResourceArn: group, Tags: [{ Key: 'a', Value: 'b' }] });
  await send('UntagResource', { ResourceArn: group, TagKeys: ['team'] });
  expect(await list(group)).toEqual([{ Key: 'a', Value: 'b' }]);
  await send('DeleteApplication', { applicationName });
  await send('CreateApplication', { applicationName, computePlatform: 'ECS' });
  await send('CreateDeploymentGroup', makeGroup());
  expect(await list(group)).toEqual([]);
});

it('keeps where the servers of a deployment group are found', async () => {
  await send('CreateApplication', { applicationName: 'servers' });
  const ec2TagFilters = [{ Key: 'a', Value: 'b', Type: 'KEY_AND_VALUE' }];
  const names = { applicationName: 'servers', deploymentGroupName: 'all' };
  const serviceRoleArn = 'arn:aws:iam::123456789012:role/codedeploy';
  await send('CreateDeploymentGroup', { ...names, serviceRoleArn, ec2TagFilters, autoScalingGroups: ['web'] });
  expect((await send('GetDeploymentGroup', names)).body['deploymentGroupInfo']).toMatchObject({
    ec2TagFilters,
    autoScalingGroups: [{ name: 'web' }]
  });
});

it('keeps what of a deployment has no effect on ECS, and refuses what cannot be', async () => {
  await openCodeDeploy(stage);
  const kept = { ignoreApplicationStopFailures: true, updateOutdatedInstancesOnly: true, fileExistsBehavior: 'RETAIN' };
  expect((await tryDeploy(stage, {}, { fileExistsBehavior: 'KEEP' })).error).toBe('InvalidFileExistsBehaviorException');
  expect((await tryDeploy(stage, {}, { targetInstances: {} })).error).toBe('InvalidTargetInstancesException');
  expect(await getDeployment(stage, await deploy(stage, {}, kept))).toMatchObject(kept);
  expect((await send('ListDeployments', { externalId: 'stack' })).body['deployments']).toEqual([]);
});

it('drops the capacity providers of a service that the AppSpec does not name', async () => {
  const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }];
  await openService(stage, {
    deploymentController: { type: 'CODE_DEPLOY' },
    launchType: undefined,
    capacityProviderStrategy,
    deploymentConfiguration: {}
  });
  expect(await describeService(stage)).toMatchObject({ capacityProviderStrategy });
  await send('CreateApplication', { applicationName: NAMES.applicationName, computePlatform: 'ECS' });
  await send('CreateDeploymentGroup', makeGroup());
  const id = await deploy(stage);
  await waitUntil(stage, id);
  expect(await getDeployment(stage, id)).toMatchObject({ status: 'Succeeded' });
  const service = await describeService(stage);
  expect(service).toMatchObject({ launchType: 'FARGATE', taskSets: [{ status: 'PRIMARY', launchType: 'FARGATE' }] });
  expect(service).not.toHaveProperty('capacityProviderStrategy');
});

describe('where the listener', () => {
  /** A service on the target group `blue` or `green`, behind a listener that sends everything to `blue`. */
  async function openOn(colour: 'blue' | 'green'): Promise<void> {
    const call = connectToCloud(stage.cloud.endpoint, 'eu-west-1');
    const { subnets } = NETWORK.awsvpcConfiguration;
    await call.ask('ec2', 'CreateSubnet', {
      VpcId: 'vpc-0123456789abcdef0',
      CidrBlock: '172.31.200.0/24',
      'TagSpecification.1.ResourceType': 'subnet',
      'TagSpecification.1.Tag.1.Key': '_custom_id_',
      'TagSpecification.1.Tag.1.Value': subnets[0] ?? ''
    });
    const needs = {
      service: 'api',
      taskDefinition: {},
      network: { subnets, securityGroups: [] },
      codedeploy: undefined
    };
    const traffic = await seedLoadBalancer(needs, 8080, call);
    await openService(stage, {
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn: traffic[colour], containerName: 'app', containerPort: 8080 }],
      deploymentConfiguration: {}
    });
    await send('CreateApplication', { applicationName: NAMES.applicationName, computePlatform: 'ECS' });
    const loadBalancerInfo = {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'api-blue' }, { name: 'api-green' }],
          prodTrafficRoute: { listenerArns: [traffic.listener] }
        }
      ]
    };
    await send('CreateDeploymentGroup', makeGroup({ loadBalancerInfo }));
    await stage.ecs('RegisterTaskDefinition', taskDefinition());
  }

  it("sends to another target group than the PRIMARY task set's, a deployment fails", async () => {
    await openOn('green');
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    await waitUntil(stage, id);
    expect(await getDeployment(stage, id)).toMatchObject({
      status: 'Failed',
      errorInformation: { message: expect.stringContaining('Primary taskset target group must be behind listener') }
    });
  });

  it("sends to the PRIMARY task set's, one deployment after the other succeeds", async () => {
    await openOn('blue');
    for (const revision of ['api:2', 'api:1', 'api:2']) {
      const id = await deploy(stage, { taskDefinition: revision });
      await waitUntil(stage, id);
      expect(await getDeployment(stage, id)).toMatchObject({ status: 'Succeeded' });
    }
  });
});

it('lists the revisions of an application, and tells of some of them', async () => {
  await openCodeDeploy(stage);
  const { applicationName } = NAMES;
  const contents = ['api:1', 'api:2'].map(TaskDefinition => {
    const Properties = { TaskDefinition, LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 } };
    return JSON.stringify({
      version: '0.0',
      Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }]
    });
  });
  for (const content of contents) {
    const revision = { revisionType: 'AppSpecContent', appSpecContent: { content } };
    expect((await send('RegisterApplicationRevision', { applicationName, revision })).status).toBe(200);
    stage.pass(1);
  }
  const list = async (more: object): Promise<readonly string[]> => {
    const { body } = await send('ListApplicationRevisions', { applicationName, ...more });
    const { revisions } = body as unknown as { revisions: { appSpecContent: { content: string } }[] };
    return revisions.map(({ appSpecContent }) => appSpecContent.content);
  };
  expect(await list({ sortBy: 'registerTime', sortOrder: 'descending' })).toEqual(contents.toReversed());
  expect(await list({ deployed: 'include' })).toEqual([]);
  expect(await list({ s3Bucket: 'bucket' })).toEqual([]);
  expect((await send('ListApplicationRevisions', { applicationName, s3KeyPrefix: 'a' })).error).toBe(
    'BucketNameFilterRequiredException'
  );
  const { body } = await send('ListApplicationRevisions', { applicationName });
  const [known] = body['revisions'] as unknown as readonly object[];
  const other = { revisionType: 'AppSpecContent', appSpecContent: { sha256: '0'.repeat(64) } };
  expect((await send('BatchGetApplicationRevisions', { applicationName, revisions: [known, other] })).body).toEqual({
    applicationName,
    errorMessage: 'No application revision found for some of the revisions',
    revisions: [{ revisionLocation: known, genericRevisionInfo: expect.objectContaining({ deploymentGroups: [] }) }]
  });
  expect((await send('BatchGetApplicationRevisions', { applicationName, revisions: [] })).error).toBe(
    'RevisionRequiredException'
  );
});

it('deletes no deployment group where there is none, as it has no error for that', async () => {
  const missing = { applicationName: 'none', deploymentGroupName: 'none' };
  expect((await send('DeleteDeploymentGroup', missing)).body).toEqual({ hooksNotCleanedUp: [] });
});
