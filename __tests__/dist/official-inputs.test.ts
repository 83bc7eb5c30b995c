import { describe, expect, it } from '@jest/globals';

import type { Shape } from '../../src/emulator/client.js';
import { withSandboxInProcess } from './in-process.js';
import { count, type Sandbox, type Shipped } from './sandbox.js';
import { countRevisions, seed, taskDefinition } from './seed.js';

/** The inputs of amazon-ecs-deploy-task-definition's own examples, and what its release v2.6.3 asks AWS for with them. */
const DEPLOY = {
  'task-definition': 'taskdefinition.json',
  cluster: 'shop',
  service: 'web',
  'wait-for-service-stability': 'false'
};
const NETWORK = { 'run-task-subnets': 'subnet-1,subnet-2', 'run-task-security-groups': 'sg-1' };

/** A task definition with an image in it, as the official action needs one. */
async function writeDefinition(sandbox: Sandbox, changes: Shape = {}): Promise<void> {
  const text = JSON.stringify(taskDefinition(changes)).replaceAll(
    '<IMAGE1_NAME>',
    'public.ecr.aws/docker/library/httpd:2.4'
  );
  await sandbox.write('taskdefinition.json', JSON.parse(text));
}

function sent(run: Shipped, operation: string): unknown {
  return run.requestLog.find(entry => entry.operation === operation)?.input;
}

describe('the inputs of amazon-ecs-deploy-task-definition', () => {
  it.each<[string, Readonly<Record<string, string>>, Shape]>([
    ['nothing more', {}, {}],
    ['desired-count', { 'desired-count': '0' }, { desiredCount: 0 }],
    ['force-new-deployment', { 'force-new-deployment': 'true' }, { forceNewDeployment: true }],
    [
      'the tags of the tasks',
      { 'propagate-tags': 'SERVICE', 'enable-ecs-managed-tags': 'true' },
      { propagateTags: 'SERVICE', enableECSManagedTags: true }
    ]
  ])('ask for the same update: %s', (_name, inputs, expected) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeDefinition(sandbox);
      const run = await sandbox.ship({ ...DEPLOY, ...inputs });
      expect(run.errors).toBe('');
      expect(sent(run, 'UpdateService')).toEqual({
        cluster: expect.stringMatching(/:cluster\/shop$/),
        service: 'web',
        taskDefinition: run.outputs['task-definition-arn'],
        ...expected
      });
    })
  );

  it('ask for the same task before the rollout', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const volumes = [{ name: 'data', configuredAtLaunch: true }];
      const { containerDefinitions, ...rest } = taskDefinition();
      const [container] = containerDefinitions as readonly Shape[];
      const mounted = { ...container, mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] };
      await writeDefinition(sandbox, { ...rest, volumes, containerDefinitions: [mounted] });
      const volume = {
        sizeInGiB: 20,
        volumeType: 'gp3',
        roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole'
      };
      const overrides = [{ name: 'web', command: ['migrate'], environment: [{ name: 'A', value: '' }] }];
      const run = await sandbox.ship({
        'task-definition': 'taskdefinition.json',
        cluster: 'shop',
        'run-task': 'true',
        ...NETWORK,
        'run-task-assign-public-IP': 'ENABLED',
        'run-task-capacity-provider-strategy': '[{"capacityProvider":"FARGATE_SPOT","weight":1,"base":0}]',
        'run-task-started-by': 'me',
        'run-task-tags': '[{"key":"team","value":"payments"}]',
        'run-task-container-overrides': JSON.stringify(overrides),
        'run-task-managed-ebs-volume-name': 'data',
        'run-task-managed-ebs-volume': JSON.stringify(volume),
        'wait-for-task-stopped': 'false'
      });
      expect(run.errors).toBe('');
      expect(sent(run, 'RunTask')).toEqual({
        cluster: 'shop',
        taskDefinition: run.outputs['task-definition-arn'],
        clientToken: expect.any(String),
        startedBy: 'me',
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-1', 'subnet-2'],
            securityGroups: ['sg-1'],
            assignPublicIp: 'ENABLED'
          }
        },
        overrides: { containerOverrides: overrides },
        tags: [{ key: 'team', value: 'payments' }],
        volumeConfigurations: [{ name: 'data', managedEBSVolume: volume }]
      });
      expect(JSON.parse(run.outputs['run-task-arn'] ?? '')).toEqual([expect.stringMatching(/:task\/shop\//)]);
    }));

  it('give the task the tags of ECS where they are asked for', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeDefinition(sandbox);
      const task = { 'run-task': 'true', 'wait-for-task-stopped': 'false', 'enable-ecs-managed-tags': 'true' };
      const run = await sandbox.ship({ ...DEPLOY, ...task });
      expect(sent(run, 'RunTask')).toMatchObject({ enableECSManagedTags: true });
    }));

  it.each<['ECS' | 'CODE_DEPLOY', Readonly<Record<string, string>>, string]>([
    ['ECS', {}, 'ecs:DescribeServiceDeployments'],
    [
      'CODE_DEPLOY',
      {
        'codedeploy-appspec': 'appspec.yml',
        'codedeploy-application': 'shop',
        'codedeploy-deployment-group': 'shop-web'
      },
      'codedeploy:BatchGetDeploymentTargets'
    ]
  ])('need no permission beyond those of its documentation: %s', (controller, inputs, missing) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, controller);
      await writeDefinition(sandbox);
      const reading = ['ecs:DescribeClusters', 'ecs:List*', 'ecs:DescribeServiceDeployments', 'ecs:DescribeTask*'];
      const others = ['ecs:Stop*', 'logs:*', 'codedeploy:List*', 'codedeploy:BatchGet*', 'codedeploy:Stop*'];
      sandbox.cloud.setFaults({ deny: [...reading, ...others] });
      const run = await sandbox.ship({ ...DEPLOY, ...inputs, 'wait-for-service-stability': 'true' });
      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('succeeded');
      expect(
        run.log
          .split('\n')
          .filter(line => line.startsWith('::warning::'))
          .join('\n')
      ).toContain(`allow ${missing}`);
    })
  );
});

describe('a revision that is there already', () => {
  it.each(['shop-web:1', 'arn:aws:ecs:ap-northeast-2:123456789012:task-definition/shop-web:1'])(
    'is deployed and not registered again: %s',
    reference =>
      withSandboxInProcess(async sandbox => {
        await seed(sandbox, 'ECS');
        const run = await sandbox.ship({ ...DEPLOY, 'task-definition': reference, 'force-new-deployment': 'true' });
        expect(run.exitCode).toBe(0);
        expect(count(run.requestLog, 'UpdateService')).toBe(1);
        expect(sent(run, 'UpdateService')).toMatchObject({ taskDefinition: expect.stringMatching(/\/shop-web:1$/) });
        expect(await countRevisions(sandbox)).toBe(1);
      })
  );
});
