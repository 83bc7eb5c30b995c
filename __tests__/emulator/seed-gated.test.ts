import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { connectToCloud, type Call, type Shape } from '../../src/emulator/client.js';
import { seedService, type ServiceFixture } from '../../src/emulator/seed/service.js';
import { countVersions } from './balancer-support.js';
import { openStage, type Stage } from './core-support.js';

const ACCOUNT = '123456789012';
const REGION = 'eu-west-1';
const PRODUCTION = 8080;
const TEST = 9001;

let stage: Stage;
let call: Call;
beforeEach(async () => {
  stage = await openStage();
  call = connectToCloud(stage.cloud.endpoint, REGION);
});
afterEach(() => stage.close());

const DEFINITION: Shape = {
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'web', image: 'httpd', portMappings: [{ containerPort: 80 }] }]
};

async function seed(controller: ServiceFixture['controller'], isGated: boolean): Promise<string> {
  const fixture: ServiceFixture = {
    cluster: 'shop',
    service: 'web',
    controller,
    desiredCount: 1,
    taskDefinition: DEFINITION,
    target: { containerName: 'web', containerPort: 80 },
    network: { subnets: ['subnet-1'], securityGroups: ['sg-1'] },
    repositories: [],
    codedeploy: controller === 'CODE_DEPLOY' ? { application: 'shop', deploymentGroup: 'web' } : undefined,
    isGated,
    terminationWaitMinutes: 0,
    account: ACCOUNT,
    region: REGION
  };
  const pause = (): Promise<void> => {
    stage.pass(1);
    return Promise.resolve();
  };
  await seedService(fixture, call, pause);
  // The tasks run, and have to pass the health checks of the load balancer yet.
  stage.pass(60);
  const described = await call.ask('elasticloadbalancing', 'DescribeLoadBalancers', {});
  await call('ecs', 'RegisterTaskDefinition', DEFINITION);
  return described['DNSName'] ?? '';
}

it('a service of ECS waits after the test traffic shift, where its test listener leads to the new version', async () => {
  const host = await seed('ECS', true);
  expect([await countVersions(host, PRODUCTION, 5), await countVersions(host, TEST, 5)]).toEqual([
    { 'web:1': 5 },
    { 'web:1': 5 }
  ]);
  await call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition: 'web' });
  stage.pass(600);
  expect([await countVersions(host, PRODUCTION, 5), await countVersions(host, TEST, 5)]).toEqual([
    { 'web:1': 5 },
    { 'web:2': 5 }
  ]);
});

it('a service of CodeDeploy waits in Ready, where its test listener leads to the new version', async () => {
  const host = await seed('CODE_DEPLOY', true);
  const TaskDefinition = `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/web:2`;
  const Properties = { TaskDefinition, LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 } };
  const content = JSON.stringify({
    version: 0.0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }]
  });
  const { deploymentId } = await call('codedeploy', 'CreateDeployment', {
    applicationName: 'shop',
    deploymentGroupName: 'web',
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } }
  });
  // It goes on by steps that look at the time.
  for (let second = 0; second < 300; second++) stage.pass(1);
  expect(await call('codedeploy', 'GetDeployment', { deploymentId })).toMatchObject({
    deploymentInfo: { status: 'Ready' }
  });
  expect([await countVersions(host, PRODUCTION, 5), await countVersions(host, TEST, 5)]).toEqual([
    { 'web:1': 5 },
    { 'web:2': 5 }
  ]);
});

it.each(['ECS', 'CODE_DEPLOY'] as const)('a service of %s that is not gated has no test listener', async controller => {
  const host = await seed(controller, false);
  expect(await countVersions(host, PRODUCTION, 5)).toEqual({ 'web:1': 5 });
  await expect(countVersions(host, TEST, 1)).rejects.toThrow('ECONNREFUSED');
});
