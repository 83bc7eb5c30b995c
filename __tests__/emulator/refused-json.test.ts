import { beforeEach, describe, expect, it } from '@jest/globals';
import { openCloud } from '../../src/emulator/cloud.js';
import type { Answerer } from '../../src/emulator/server/requests.js';
import { NETWORK, taskDefinition } from './core-support.js';
import { askJson, describeMissing, describeWrong } from './wire-support.js';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const GROUP = { applicationName: 'shop', deploymentGroupName: 'web', serviceRoleArn: ROLE };
const SERVICE = { serviceName: 'web', taskDefinition: 'api', desiredCount: 1, networkConfiguration: NETWORK };

let answer: Answerer;
beforeEach(async () => {
  ({ answer } = await openCloud());
  for (const [operation, input] of [
    ['CreateCluster', {}],
    ['RegisterTaskDefinition', taskDefinition()]
  ] as const)
    expect(askJson(answer, 'ecs', operation, input)[0]).toBe(200);
});

describe('a request of the JSON protocol is refused', () => {
  it.each<readonly [string, string, object, string, string]>([
    // Enums that do not exist.
    [
      'ecs',
      'CreateService',
      { ...SERVICE, launchType: 'FARGAT' },
      'InvalidParameterException',
      describeWrong('FARGAT', 'launchType') + 'satisfy enum value set: [EC2, FARGATE, EXTERNAL'
    ],
    [
      'ecs',
      'CreateService',
      { ...SERVICE, schedulingStrategy: 'ONCE' },
      'InvalidParameterException',
      describeWrong('ONCE', 'schedulingStrategy')
    ],
    [
      'ecs',
      'RunTask',
      { taskDefinition: 'api', propagateTags: 'ALL' },
      'InvalidParameterException',
      describeWrong('ALL', 'propagateTags')
    ],
    [
      'ecs',
      'RunTask',
      {
        taskDefinition: 'api',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['a'], assignPublicIp: 'YES' } }
      },
      'InvalidParameterException',
      describeWrong('YES', 'networkConfiguration.awsvpcConfiguration.assignPublicIp')
    ],
    ['ecs', 'ListTaskDefinitions', { status: 'active' }, 'ClientException', describeWrong('active', 'status')],
    [
      'ecs',
      'DescribeTasks',
      { tasks: ['a'], include: ['TAG'] },
      'InvalidParameterException',
      "1 validation error detected: Value '[TAG]' at 'include' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [TAGS]]"
    ],
    [
      'ecs',
      'CreateService',
      { ...SERVICE, capacityProviderStrategy: [{ capacityProvider: 'mine' }] },
      'InvalidParameterException',
      "The specified capacity provider 'mine' was not found. Specify a valid name or ARN and try again."
    ],
    [
      'ecs',
      'RunTask',
      { taskDefinition: 'api', capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 5000 }] },
      'InvalidParameterException',
      describeWrong('5000', 'capacityProviderStrategy.1.member.weight') + 'have value less than or equal to 1000'
    ],
    [
      'ecs',
      'PutAccountSetting',
      { name: 'containerInsight', value: 'on' },
      'InvalidParameterException',
      describeWrong('containerInsight', 'name')
    ],
    [
      'ecs',
      'RegisterTaskDefinition',
      { ...taskDefinition(), networkMode: 'vpc' },
      'ClientException',
      describeWrong('vpc', 'networkMode')
    ],
    ['ecs', 'CreateService', {}, 'InvalidParameterException', describeMissing('serviceName')],
    [
      'ecs',
      'CreateService',
      { ...SERVICE, desiredCount: '2' },
      'com.amazon.coral.service#SerializationException',
      'STRING_VALUE can not be converted to an Integer (at desiredCount)'
    ],
    [
      'ecs',
      'UpdateService',
      { service: 'web', taskDefinition: 7 },
      'com.amazon.coral.service#SerializationException',
      'NUMBER_VALUE can not be converted to a String (at taskDefinition)'
    ],
    // Pages and lists that are out of range, in ECS's own words where users have shown them.
    ['ecs', 'ListClusters', { maxResults: 0 }, 'InvalidParameterException', 'maxResults 0 is not between 1 and 100.'],
    ['ecs', 'ListTasks', { maxResults: 101 }, 'InvalidParameterException', 'maxResults 101 is not between 1 and 100.'],
    [
      'ecs',
      'ListAccountSettings',
      { maxResults: 11 },
      'InvalidParameterException',
      'maxResults 11 is not between 1 and 10.'
    ],
    [
      'ecs',
      'DescribeClusters',
      { clusters: Array(101).fill('a') },
      'InvalidParameterException',
      'clusters can have at most 100 items.'
    ],
    [
      'ecs',
      'DescribeServices',
      { services: Array(11).fill('a') },
      'InvalidParameterException',
      'service names can have at most 10 items.'
    ],
    ['ecs', 'DescribeServices', {}, 'InvalidParameterException', 'Services cannot be empty.'],
    [
      'ecs',
      'DescribeTasks',
      { tasks: Array(101).fill('a') },
      'InvalidParameterException',
      'taskIds can have at most 100 items.'
    ],
    [
      'ecs',
      'DescribeServiceRevisions',
      { serviceRevisionArns: Array(21).fill('a') },
      'InvalidParameterException',
      'serviceRevisionArns can have at most 20 items.'
    ],
    [
      'ecs',
      'CreateService',
      { ...SERVICE, deploymentController: { type: 'EXTERNAL' } },
      'InvalidParameterException',
      'TaskDefinition must be blank.'
    ],
    // ECR names the member alone and the first violation alone.
    [
      'ecr',
      'ListImages',
      { repositoryName: 'shop', maxResults: 1001 },
      'InvalidParameterException',
      "Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must have value less than or equal to 1000'"
    ],
    [
      'ecr',
      'BatchGetImage',
      { repositoryName: 'shop', imageIds: [] },
      'InvalidParameterException',
      "Invalid parameter at 'imageIds' failed to satisfy constraint: 'Member must have length greater than or equal to 1'"
    ],
    [
      'ecr',
      'DescribeImages',
      { repositoryName: 'shop', imageIds: [{ imageDigest: 'x y' }] },
      'InvalidParameterException',
      "Invalid parameter at 'imageDigest' failed to satisfy constraint: 'must satisfy regular expression '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+''"
    ],
    [
      'ecr',
      'CreateRepository',
      { repositoryName: 'shop', encryptionConfiguration: { encryptionType: 'DES' } },
      'InvalidParameterException',
      "Invalid parameter at 'encryptionType' failed to satisfy constraint: 'Member must satisfy enum value set: ["
    ],
    [
      'ecr',
      'ListImages',
      { repositoryName: 'shop', filter: { tagStatus: 'SOME' } },
      'InvalidParameterException',
      "Invalid parameter at 'tagStatus'"
    ],
    [
      'ecr',
      'CreateRepository',
      {},
      'InvalidParameterException',
      "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'Member must not be null'"
    ],
    // CodeDeploy has an exception for each member.
    ['codedeploy', 'CreateApplication', {}, 'ApplicationNameRequiredException', ''],
    [
      'codedeploy',
      'CreateApplication',
      { applicationName: 'shop', computePlatform: 'EKS' },
      'InvalidComputePlatformException',
      ''
    ],
    ['codedeploy', 'GetApplication', { applicationName: 'a/b' }, 'InvalidApplicationNameException', ''],
    ['codedeploy', 'CreateDeploymentGroup', { ...GROUP, serviceRoleArn: undefined }, 'RoleRequiredException', ''],
    [
      'codedeploy',
      'CreateDeploymentGroup',
      { ...GROUP, deploymentStyle: { deploymentType: 'GREEN_BLUE' } },
      'InvalidDeploymentStyleException',
      ''
    ],
    ['codedeploy', 'BatchGetDeployments', {}, 'DeploymentIdRequiredException', ''],
    ['codedeploy', 'BatchGetApplications', {}, 'ApplicationNameRequiredException', ''],
    [
      'codedeploy',
      'CreateDeployment',
      { applicationName: 'shop', deploymentMode: 'FAST' },
      'InvalidInputException',
      ''
    ],
    [
      'logs',
      'GetLogEvents',
      { logGroupName: 'a', logStreamName: 'b', limit: 10_001 },
      'InvalidParameterException',
      describeWrong('10001', 'limit')
    ],
    [
      'logs',
      'DescribeLogStreams',
      { logGroupName: 'a', limit: 0 },
      'InvalidParameterException',
      describeWrong('0', 'limit') + 'have value greater than or equal to 1'
    ],
    [
      'logs',
      'CreateLogGroup',
      { logGroupName: 'a b' },
      'InvalidParameterException',
      describeWrong('a b', 'logGroupName') + 'satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+'
    ],
    [
      'logs',
      'CreateLogGroup',
      { logGroupName: 'a', tags: { '<': 'b' } },
      'InvalidParameterException',
      "1 validation error detected: Value '{<=b}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 128, "
    ],
    ['secretsmanager', 'CreateSecret', { SecretString: 'a' }, 'ValidationException', describeMissing('name')],
    [
      'secretsmanager',
      'CreateSecret',
      { Name: 'a', SecretString: 'b'.repeat(65_537) },
      'ValidationException',
      "1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to 65536"
    ],
    [
      'ssm',
      'PutParameter',
      { Name: 'a', Type: 'Text' },
      'ValidationException',
      "2 validation errors detected: Value null at 'value' failed to satisfy constraint: Member must not be null; Value 'Text' at 'type' failed"
    ],
    [
      'application-autoscaling',
      'DescribeScalableTargets',
      { ServiceNamespace: 'eks' },
      'ValidationException',
      describeWrong('eks', 'serviceNamespace')
    ]
  ])('%s %s %j', (service, operation, input, error, message) => {
    expect(askJson(answer, service, operation, input)).toEqual([400, error, expect.stringContaining(message)]);
  });
});

describe('a request of the JSON protocol', () => {
  it('passes: members that they do not know, null for absent, and the limits themselves', () => {
    expect(askJson(answer, 'ecs', 'ListClusters', { maxResults: 100, nextToken: null, newest: ['thing'] })[0]).toBe(
      200
    );
    expect(askJson(answer, 'ecs', 'DescribeClusters', { clusters: Array(100).fill('a') })[0]).toBe(200);
  });

  it('takes a capacity provider that the cluster has, by name and by ARN', () => {
    const arn = 'arn:aws:ecs:eu-west-1:123456789012:capacity-provider/mine';
    const autoScalingGroupProvider = { autoScalingGroupArn: 'arn:aws:autoscaling:eu-west-1:123456789012:group' };
    expect(askJson(answer, 'ecs', 'CreateCapacityProvider', { name: 'mine', autoScalingGroupProvider })[0]).toBe(200);
    const input = { cluster: 'default', capacityProviders: ['mine'], defaultCapacityProviderStrategy: [] };
    expect(askJson(answer, 'ecs', 'PutClusterCapacityProviders', input)[0]).toBe(200);
    for (const capacityProvider of ['mine', arn, 'FARGATE_SPOT']) {
      const task = {
        taskDefinition: 'api',
        networkConfiguration: NETWORK,
        capacityProviderStrategy: [{ capacityProvider }]
      };
      expect(askJson(answer, 'ecs', 'RunTask', task)[0]).toBe(200);
    }
  });
});
