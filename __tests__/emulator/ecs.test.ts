import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  LOAD_BALANCER,
  NETWORK,
  describeService,
  item,
  items,
  member,
  messagesOf,
  openService,
  openStage,
  stoppedTasks,
  taskDefinition,
  text,
  updateTo
} from './core-support.js';
import type { Json, Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const APP = { name: 'app', image: 'nginx' };

/** A Fargate task definition with one container that has these members on top. */
function withContainer(more: object, task: object = {}): object {
  return taskDefinition(undefined, { containerDefinitions: [{ ...APP, ...more }], ...task });
}

describe('RegisterTaskDefinition', () => {
  it.each<[string, object, string]>([
    ['no family', taskDefinition(undefined, { family: '' }), 'Family should not be null or empty.'],
    ['no containers', taskDefinition(undefined, { containerDefinitions: [] }), 'Container list cannot be empty.'],
    [
      'a container without a name',
      taskDefinition(undefined, { containerDefinitions: [{ image: 'a' }] }),
      'Container.name should not be null or empty.'
    ],
    [
      'a container without an image',
      taskDefinition(undefined, { containerDefinitions: [{ name: 'a' }] }),
      'Container.image should not be null or empty.'
    ],
    [
      'two containers of one name',
      taskDefinition(undefined, { containerDefinitions: [APP, APP] }),
      'Container names must be unique within a task definition'
    ],
    [
      'no essential container',
      withContainer({ essential: false }),
      "Task definition doesn't have any essential container"
    ],
    [
      'sizes that do not go together',
      taskDefinition(undefined, { cpu: '256', memory: '4096' }),
      'No Fargate configuration exists for given values.'
    ],
    [
      'no cpu on Fargate',
      taskDefinition(undefined, { cpu: undefined }),
      "Fargate requires that 'cpu' be defined at the task level."
    ],
    ['a cpu that is no number', taskDefinition(undefined, { cpu: 'big' }), "Invalid 'cpu' setting for task."],
    [
      'bridge on Fargate',
      taskDefinition(undefined, { networkMode: 'bridge' }),
      'Fargate only supports network mode ‘awsvpc’.'
    ],
    [
      'another host port',
      withContainer({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      'When networkMode=awsvpc, the host ports and container ports in port mappings must match.'
    ],
    ['links', withContainer({ links: ['a'] }), 'Links are not supported when networkMode=awsvpc'],
    [
      'awslogs without a group',
      withContainer({ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-region': 'eu-west-1' } } }),
      'Log driver awslogs requires options: awslogs-group'
    ],
    [
      'awslogs without a role',
      taskDefinition(undefined, { executionRoleArn: undefined }),
      'Fargate requires task definition to have execution role ARN to support log driver awslogs.'
    ],
    [
      'an ECR image without a role',
      withContainer({ image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1' }, { executionRoleArn: undefined }),
      'Fargate requires task definition to have execution role ARN to support ECR images.'
    ],
    [
      'secrets without a role',
      withContainer({ secrets: [{ name: 'A', valueFrom: 'a' }] }, { executionRoleArn: undefined }),
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'."
    ],
    [
      'a secret named like a variable',
      withContainer({ secrets: [{ name: 'A', valueFrom: 'a' }], environment: [{ name: 'A', value: 'b' }] }),
      "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'A'."
    ],
    [
      'a container that is larger than its task',
      withContainer({ memory: 1024 }),
      "The 'memory' setting for container 'app' is greater than for the task."
    ],
    [
      'a dependency that never ends',
      taskDefinition(undefined, {
        containerDefinitions: [
          { ...APP, dependsOn: [{ containerName: 'db', condition: 'SUCCESS' }] },
          { name: 'db', image: 'db' }
        ]
      }),
      'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'
    ],
    ['an empty role', taskDefinition(undefined, { taskRoleArn: '' }), 'Role is not valid'],
    ['too much text', withContainer({ command: ['x'.repeat(66_000)] }), "Max allowed length is '65536' bytes."]
  ])('refuses %s', async (_what, input, message) => {
    const answer = await stage.send('ecs', 'RegisterTaskDefinition', input);
    expect(answer.error).toBe('ClientException');
    expect(member(answer.body, 'message')).toContain(message);
    expect(await stage.ecs('ListTaskDefinitions', {})).toEqual({ taskDefinitionArns: [] });
  });

  it.each<[string, object, string]>([
    ['a number where text belongs', taskDefinition(undefined, { cpu: 256 }), 'SerializationException'],
    [
      'text where a number belongs',
      withContainer({ portMappings: [{ containerPort: '80' }] }),
      'SerializationException'
    ],
    ['a list where a structure belongs', withContainer({ logConfiguration: [] }), 'SerializationException'],
    ['a word that the enum lacks', taskDefinition(undefined, { networkMode: 'awsvcp' }), 'ClientException'],
    ['a required member that is missing', withContainer({ healthCheck: { interval: 5 } }), 'ClientException']
  ])('refuses %s', async (_what, input, error) => {
    expect((await stage.send('ecs', 'RegisterTaskDefinition', input)).error).toBe(error);
  });

  it('counts revisions, finds the newest that is active, and keeps what it does not know', async () => {
    await stage.ecs('RegisterTaskDefinition', taskDefinition());
    await stage.ecs('RegisterTaskDefinition', taskDefinition(undefined, { newerThanUs: { a: 1 } }));
    const described = async (reference: string): Promise<Json> =>
      member(await stage.ecs('DescribeTaskDefinition', { taskDefinition: reference }), 'taskDefinition');
    expect(await described('api')).toMatchObject({ revision: 2, newerThanUs: { a: 1 } });
    await stage.ecs('DeregisterTaskDefinition', { taskDefinition: 'api:2' });
    expect(await described('api')).toMatchObject({ revision: 1 });
    expect(await described('arn:aws:ecs:eu-west-1:123456789012:task-definition/api:2')).toMatchObject({
      revision: 2,
      status: 'INACTIVE'
    });
    const latest = await stage.send('ecs', 'DescribeTaskDefinition', { taskDefinition: 'api:latest' });
    expect(latest.body).toMatchObject({ message: 'Invalid revision number. Number: latest' });
    const page = await stage.ecs('ListTaskDefinitions', { maxResults: 1, status: 'INACTIVE' });
    expect(page).toEqual({ taskDefinitionArns: ['arn:aws:ecs:eu-west-1:123456789012:task-definition/api:2'] });
  });
});

describe('services', () => {
  it.each<[string, object, string, string]>([
    ['a cluster that is not there', { cluster: 'none' }, 'ClusterNotFoundException', 'Cluster not found.'],
    [
      'a task definition that is not there',
      { taskDefinition: 'none' },
      'ClientException',
      'Unable to describe task definition.'
    ],
    [
      'no network',
      { networkConfiguration: undefined },
      'InvalidParameterException',
      'Network Configuration must be provided when networkMode'
    ],
    [
      'a container that is not there',
      { loadBalancers: [{ ...LOAD_BALANCER, containerName: 'web' }] },
      'InvalidParameterException',
      'The container web does not exist in the task definition.'
    ],
    [
      'a port that is not there',
      { loadBalancers: [{ ...LOAD_BALANCER, containerPort: 443 }] },
      'InvalidParameterException',
      'The container app did not have a container port 443 defined.'
    ],
    [
      'blue/green with one target group',
      { deploymentConfiguration: { strategy: 'BLUE_GREEN' } },
      'InvalidParameterException',
      'Both targetGroup and alternateTargetGroup must be associated'
    ],
    [
      'percentages that leave no room',
      { deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 100 } },
      'InvalidParameterException',
      'maximumPercent'
    ],
    ['fewer tasks than none', { desiredCount: -1 }, 'InvalidParameterException', 'must not be negative'],
    [
      'no subnets',
      { networkConfiguration: { awsvpcConfiguration: { subnets: [] } } },
      'InvalidParameterException',
      'subnets can not be empty.'
    ],
    [
      'too many security groups',
      {
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['1', '2', '3', '4', '5', '6'] }
        }
      },
      'InvalidParameterException',
      'securityGroups can have at most 5 items.'
    ],
    ['a platform that is none', { platformVersion: '1.9.9' }, 'PlatformUnknownException', 'does not exist'],
    [
      'a grace period without a load balancer',
      { loadBalancers: [], healthCheckGracePeriodSeconds: 30 },
      'InvalidParameterException',
      'Health check grace period is only valid for services configured to use load balancers'
    ],
    [
      'places on Fargate',
      { placementConstraints: [{ type: 'distinctInstance' }] },
      'InvalidParameterException',
      'Placement constraints are not supported with FARGATE launch type.'
    ],
    [
      'a name that is taken',
      { serviceName: 'api' },
      'InvalidParameterException',
      'Creation of service was not idempotent.'
    ]
  ])('CreateService refuses %s', async (_what, more, error, message) => {
    await openService(stage);
    const input = {
      cluster: 'shop',
      serviceName: 'other',
      taskDefinition: 'api',
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: NETWORK,
      loadBalancers: [LOAD_BALANCER],
      ...more
    };
    const answer = await stage.send('ecs', 'CreateService', input);
    expect(answer.error).toBe(error);
    expect(member(answer.body, 'message')).toContain(message);
  });

  it('are described in batches of ten, with what is missing beside them', async () => {
    await openService(stage);
    const described = await stage.ecs('DescribeServices', {
      cluster: 'shop',
      services: ['none', 'arn:aws:ecs:eu-west-1:123456789012:service/shop/api']
    });
    expect(described).toMatchObject({
      services: [{ serviceName: 'api', status: 'ACTIVE', deploymentController: { type: 'ECS' } }],
      failures: [{ arn: 'arn:aws:ecs:eu-west-1:123456789012:service/none', reason: 'MISSING' }]
    });
    const eleven = Array.from({ length: 11 }, (_, index) => `s${index}`);
    expect((await stage.send('ecs', 'DescribeServices', { cluster: 'shop', services: eleven })).error).toBe(
      'InvalidParameterException'
    );
    expect((await stage.send('ecs', 'DescribeServices', { cluster: 'none', services: ['api'] })).error).toBe(
      'ClusterNotFoundException'
    );
    expect((await stage.send('ecs', 'UpdateService', { cluster: 'shop', service: 'none' })).error).toBe(
      'ServiceNotFoundException'
    );
  });

  it('are deleted when nothing runs, or by force', async () => {
    await openService(stage);
    const target = { cluster: 'shop', service: 'api' };
    expect((await stage.send('ecs', 'DeleteService', target)).body).toMatchObject({
      message: 'The service cannot be stopped while it is scaled above 0.'
    });
    expect((await stage.send('ecs', 'DeleteCluster', { cluster: 'shop' })).error).toBe(
      'ClusterContainsServicesException'
    );
    expect(member(await stage.ecs('DeleteService', { ...target, force: true }), 'service')).toMatchObject({
      status: 'DRAINING'
    });
    stage.pass(30);
    expect(await describeService(stage)).toMatchObject({ status: 'INACTIVE', runningCount: 0 });
    expect((await stage.send('ecs', 'UpdateService', target)).error).toBe('ServiceNotActiveException');
    expect(member(await stage.ecs('DeleteCluster', { cluster: 'shop' }), 'cluster')).toMatchObject({
      status: 'INACTIVE'
    });
  });

  it('cannot pull an image that the built-in registry lacks, and run by digest one that it has', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    stage.cloud.images = {
      exists: (_region, image) => (image.startsWith('registry.local/') ? image.endsWith(':there') : undefined),
      digest: (_region, image) => (image.endsWith(':there') ? digest : undefined)
    };
    await openService(stage);
    const image = (tag: string): object =>
      taskDefinition(undefined, {
        containerDefinitions: [{ ...APP, image: `registry.local/app:${tag}`, portMappings: [{ containerPort: 8080 }] }]
      });
    await stage.ecs('RegisterTaskDefinition', image('gone'));
    await stage.ecs('UpdateService', { cluster: 'shop', service: 'api', taskDefinition: 'api:2' });
    stage.pass(30);
    const dead = (await stoppedTasks(stage))[0];
    expect(dead).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringMatching(/^CannotPullContainerError: .*registry\.local\/app:gone: not found$/)
    });
    await stage.ecs('RegisterTaskDefinition', image('there'));
    await stage.ecs('UpdateService', { cluster: 'shop', service: 'api', taskDefinition: 'api:3' });
    stage.pass(120);
    const tasks = member(await stage.ecs('ListTasks', { cluster: 'shop' }), 'taskArns');
    const described = await stage.ecs('DescribeTasks', { cluster: 'shop', tasks });
    expect(item(member(item(member(described, 'tasks'), 0), 'containers'), 0)).toMatchObject({ imageDigest: digest });
  });

  it('replace a task that somebody stops', async () => {
    await openService(stage);
    const [task] = items(member(await stage.ecs('ListTasks', { cluster: 'shop' }), 'taskArns'));
    const stopped = await stage.ecs('StopTask', { cluster: 'shop', task, reason: 'by hand' });
    expect(member(stopped, 'task')).toMatchObject({
      desiredStatus: 'STOPPED',
      stopCode: 'UserInitiated',
      stoppedReason: 'by hand'
    });
    stage.pass(60);
    const service = await describeService(stage);
    expect(service).toMatchObject({ runningCount: 2 });
    expect(messagesOf(service)[0]).toBe('(service api) has reached a steady state.');
  });

  it('carry tags to see and to change', async () => {
    await openService(stage, { tags: [{ key: 'team', value: 'shop' }] });
    const resourceArn = member(await describeService(stage), 'serviceArn');
    await stage.ecs('TagResource', { resourceArn, tags: [{ key: 'a', value: 'b' }] });
    await stage.ecs('UntagResource', { resourceArn, tagKeys: ['team'] });
    expect(await stage.ecs('ListTagsForResource', { resourceArn })).toEqual({ tags: [{ key: 'a', value: 'b' }] });
    const missing = { resourceArn: `${text(resourceArn)}x`, tags: [] };
    expect((await stage.send('ecs', 'TagResource', missing)).error).toBe('ResourceNotFoundException');
  });
});

describe('a service with another controller', () => {
  it('CODE_DEPLOY: refuses what belongs to CodeDeploy, in the words of ECS', async () => {
    await openService(stage, { deploymentController: { type: 'CODE_DEPLOY' }, deploymentConfiguration: {} });
    const service = await describeService(stage);
    expect(service).toMatchObject({
      deployments: [],
      taskSets: [{ status: 'PRIMARY', stabilityStatus: 'STEADY_STATE', runningCount: 2 }]
    });
    const target = { cluster: 'shop', service: 'api' };
    const refused = await stage.send('ecs', 'UpdateService', { ...target, taskDefinition: 'api:1' });
    expect(refused.body).toMatchObject({
      message:
        'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
    });
    expect((await stage.send('ecs', 'UpdateService', { ...target, forceNewDeployment: true })).error).toBe(
      'InvalidParameterException'
    );
    expect((await stage.send('ecs', 'ListServiceDeployments', target)).error).toBe('UnsupportedFeatureException');
    await stage.ecs('UpdateService', { ...target, desiredCount: 3 });
    stage.pass(60);
    expect(await describeService(stage)).toMatchObject({ runningCount: 3 });
  });

  it('CODE_DEPLOY to ECS: UpdateService moves it in place', async () => {
    await openService(stage, { deploymentController: { type: 'CODE_DEPLOY' }, deploymentConfiguration: {} });
    const moved = await updateTo(stage, undefined, { deploymentController: { type: 'ECS' } });
    expect(items(member(moved, 'deployments'))).toMatchObject([
      { status: 'PRIMARY' },
      { status: 'ACTIVE', runningCount: 2 }
    ]);
    stage.pass(120);
    expect(await describeService(stage)).toMatchObject({
      deployments: [{ rolloutState: 'COMPLETED', runningCount: 2 }],
      runningCount: 2
    });
  });

  it('EXTERNAL: is made without a task definition and takes none', async () => {
    await stage.ecs('CreateCluster', { clusterName: 'shop' });
    const input = { cluster: 'shop', serviceName: 'api', desiredCount: 1, deploymentController: { type: 'EXTERNAL' } };
    expect((await stage.send('ecs', 'CreateService', { ...input, taskDefinition: 'api' })).error).toBe(
      'InvalidParameterException'
    );
    const made = member(await stage.ecs('CreateService', input), 'service');
    expect(made).toMatchObject({ deploymentController: { type: 'EXTERNAL' }, taskSets: [] });
    expect(made['taskDefinition']).toBeUndefined();
  });
});
