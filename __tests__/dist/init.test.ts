import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

import type { Shape } from '../../src/emulator/client.js';
import { seedDependencies, seedLoadBalancer } from '../../src/emulator/seed/dependencies.js';
import { REGION, SHA, withSandbox, type Sandbox } from './sandbox.js';
import { slipway } from './run-command.js';
import { BLUE_GREEN, ROLLING, seed, stageOf } from './seed.js';

const ACCOUNT = '123456789012';
const ROLE = `arn:aws:iam::${ACCOUNT}:role`;
const NETWORK = {
  awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'], securityGroups: ['sg-0a1b2c3d'], assignPublicIp: 'DISABLED' }
};

/** All that a describe output may bring along: two containers, secrets, a health check, tags, what ECS fills in. */
const API: Shape = {
  family: 'shop-api',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '512',
  memory: '1024',
  executionRoleArn: `${ROLE}/ecsTaskExecutionRole`,
  taskRoleArn: `${ROLE}/api`,
  containerDefinitions: [
    {
      name: 'api',
      image: 'public.ecr.aws/docker/library/httpd:2.4',
      portMappings: [{ containerPort: 8080, name: 'http', appProtocol: 'http' }],
      environment: [
        { name: 'LOG_LEVEL', value: 'info' },
        { name: 'EMPTY', value: '' }
      ],
      secrets: [{ name: 'DB_PASSWORD', valueFrom: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:db-AbCdEf` }],
      healthCheck: { command: ['CMD-SHELL', 'true'], startPeriod: 10 },
      dependsOn: [{ containerName: 'log', condition: 'START' }],
      logConfiguration: { logDriver: 'awsfirelens' }
    },
    {
      name: 'log',
      image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
      essential: false,
      memoryReservation: 50,
      firelensConfiguration: { type: 'fluentbit', options: { 'enable-ecs-log-metadata': 'true' } }
    }
  ],
  tags: [{ key: 'team', value: 'shop' }]
};

const STRATEGIES = {
  ROLLING: {},
  BLUE_GREEN: { bakeTimeInMinutes: 0 },
  LINEAR: { linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 } },
  CANARY: { canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 1 } }
} as const;

/** A service as it is in an account: with all that it names. */
async function openService(
  sandbox: Sandbox,
  strategy: keyof typeof STRATEGIES,
  definition: Shape = API
): Promise<void> {
  const { call } = sandbox;
  await call('ecs', 'CreateCluster', { clusterName: 'shop' });
  const { subnets, securityGroups } = NETWORK.awsvpcConfiguration;
  const stage = stageOf('ECS', { service: 'api', taskDefinition: definition, network: { subnets, securityGroups } });
  await seedDependencies(stage, call);
  const { blue, green, listener } = await seedLoadBalancer(stage, 8080, call);
  const balancer = { targetGroupArn: blue, containerName: 'api', containerPort: 8080 };
  await call('ecs', 'RegisterTaskDefinition', definition);
  await call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'api',
    taskDefinition: String(definition['family']),
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
    loadBalancers: [
      strategy === 'ROLLING'
        ? balancer
        : { ...balancer, advancedConfiguration: await shareTraffic(sandbox, listener, blue, green) }
    ],
    deploymentConfiguration: { strategy, ...STRATEGIES[strategy] }
  });
}

/** A rule that ECS can shift the traffic of, and the role that it does that with. */
async function shareTraffic(sandbox: Sandbox, listener: string, blue: string, green: string): Promise<Shape> {
  const { ask } = sandbox.call;
  const group = 'Actions.member.1.ForwardConfig.TargetGroups.member';
  const { RuleArn } = await ask('elasticloadbalancing', 'CreateRule', {
    ListenerArn: listener,
    Priority: '10',
    'Conditions.member.1.Field': 'path-pattern',
    'Conditions.member.1.Values.member.1': '/*',
    'Actions.member.1.Type': 'forward',
    [`${group}.1.TargetGroupArn`]: blue,
    [`${group}.1.Weight`]: '100',
    [`${group}.2.TargetGroupArn`]: green,
    [`${group}.2.Weight`]: '0'
  });
  const trust = { Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: 'sts:AssumeRole' };
  await ask('iam', 'CreateRole', {
    RoleName: 'ecs-infrastructure',
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] })
  });
  return { alternateTargetGroupArn: green, productionListenerRule: RuleArn, roleArn: `${ROLE}/ecs-infrastructure` };
}

/** A revision as AWS tells it, without what makes it this revision. */
async function describeRevision(sandbox: Sandbox, taskDefinition: string): Promise<Shape> {
  const told = await sandbox.call('ecs', 'DescribeTaskDefinition', { taskDefinition, include: ['TAGS'] });
  const own = ['taskDefinitionArn', 'revision', 'registeredAt'];
  const definition = Object.entries(told['taskDefinition'] as Shape).filter(([name]) => !own.includes(name));
  return { ...Object.fromEntries(definition), tags: told['tags'] };
}

/** Registers what was written; ECS must say of it what it says of the revision that it was written from. */
async function expectSame(sandbox: Sandbox, file: string, running: string): Promise<void> {
  const { taskDefinition } = await sandbox.call(
    'ecs',
    'RegisterTaskDefinition',
    JSON.parse(await sandbox.read(file)) as Shape
  );
  const { family, revision } = taskDefinition as { family: string; revision: number };
  expect(`${family}:${revision}`).not.toBe(running);
  expect(await describeRevision(sandbox, `${family}:${revision}`)).toEqual(await describeRevision(sandbox, running));
}

async function expectNoChange(sandbox: Sandbox, ...flags: readonly string[]): Promise<void> {
  const plan = await slipway(sandbox, 'plan', ...flags);
  expect(plan).toMatchObject({ exitCode: 0, changes: [] });
  expect(plan.stdout).toMatch(/^No change: the task definition says what runs already\./m);
  expect(await slipway(sandbox, 'diff', ...flags)).toMatchObject({ exitCode: 0, stdout: '' });
}

const WHICH = ['--cluster=shop', '--service=api'];

describe('slipway init', () => {
  it.concurrent.each(Object.keys(STRATEGIES) as readonly (keyof typeof STRATEGIES)[])(
    'writes of a service with the strategy %s what registers as what runs',
    strategy =>
      withSandbox(async sandbox => {
        await openService(sandbox, strategy);
        const said = await slipway(sandbox, 'init', ...WHICH);
        expect(said).toMatchObject({ exitCode: 0, stderr: '', changes: [] });
        expect(said.stdout).toMatch(/^Wrote slipway\.yml +the settings of shop\/api\n/);
        expect(said.stdout).toMatch(/^Wrote taskdefinition\.json +shop-api:1, as api runs it$/m);
        expect(said.stdout).toMatch(/^Next: look at slipway\.yml, then run slipway plan/m);
        expect(load(await sandbox.read('slipway.yml'))).toEqual({
          region: REGION,
          cluster: 'shop',
          service: 'api',
          'task-definition': 'taskdefinition.json'
        });
        await expectSame(sandbox, 'taskdefinition.json', 'shop-api:1');
        const checked = await slipway(sandbox, 'check');
        expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
      })
  );

  it.concurrent.each(Object.keys(STRATEGIES) as readonly (keyof typeof STRATEGIES)[])(
    'leaves nothing for plan and diff to tell of a service with the strategy %s',
    strategy =>
      withSandbox(async sandbox => {
        await openService(sandbox, strategy);
        await slipway(sandbox, 'init', ...WHICH);
        await expectNoChange(sandbox);
      })
  );

  it.concurrent('leaves nothing for plan and diff to tell with CodeDeploy, and with the image that runs', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await sandbox.ship(BLUE_GREEN);
      await slipway(sandbox, 'init', '--cluster=shop', '--service=web', '--force');
      await expectNoChange(sandbox, `--tags=${SHA}`);
      const built = await slipway(sandbox, 'diff', '--tags=v2');
      expect(built.exitCode).toBe(1);
      expect(built.stdout.match(/^ *~ .*$/gm)).toEqual([expect.stringContaining('containerDefinitions[web].image')]);
    })
  );

  it.concurrent('leaves out what ECS filled in, and nothing else', () =>
    withSandbox(async sandbox => {
      await openService(sandbox, 'ROLLING');
      await slipway(sandbox, 'init', ...WHICH);
      const { containerDefinitions, ...rest } = JSON.parse(await sandbox.read('taskdefinition.json')) as {
        containerDefinitions: readonly Shape[];
      } & Shape;
      const { containerDefinitions: written, ...top } = API;
      expect(rest).toEqual(top);
      expect(containerDefinitions).toEqual(
        (written as readonly Shape[]).map(container => ({ essential: true, ...container }))
      );
    })
  );

  it.concurrent('writes the AppSpec and the deployment group of a service that CodeDeploy deploys', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const run = await sandbox.ship(BLUE_GREEN);
      expect(run.exitCode).toBe(0);
      const said = await slipway(sandbox, 'init', '--cluster=shop', '--service=web', '--output=made');
      expect(said).toMatchObject({ exitCode: 0, stderr: '', changes: [] });
      expect(load(await sandbox.read('made/slipway.yml'))).toEqual({
        region: REGION,
        repository: 'shop/web',
        cluster: 'shop',
        service: 'web',
        'task-definition': 'taskdefinition.json',
        appspec: 'appspec.yml',
        'codedeploy-application': 'shop',
        'codedeploy-deployment-group': 'shop-web'
      });
      expect(load(await sandbox.read('made/appspec.yml'))).toMatchObject({
        Resources: [
          {
            TargetService: {
              Properties: {
                TaskDefinition: '<TASK_DEFINITION>',
                LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 8080 },
                NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-0a1b2c3d4e5f60718'] } }
              }
            }
          }
        ]
      });
      await expectSame(sandbox, 'made/taskdefinition.json', 'shop-web:2');
    })
  );

  it.concurrent('finds the deployment group among all where no deployment tells it', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await slipway(sandbox, 'init', '--cluster=shop', '--service=web', '--output=made');
      expect(load(await sandbox.read('made/slipway.yml'))).toMatchObject({ 'codedeploy-deployment-group': 'shop-web' });
      sandbox.cloud.setFaults({ deny: ['codedeploy:ListApplications'] });
      const said = await slipway(sandbox, 'init', '--cluster=shop', '--service=web', '--output=blind');
      expect(said.exitCode).toBe(0);
      expect(said.stdout).toContain('Note: No CodeDeploy deployment group of web was found');
    })
  );

  it.concurrent('can be shipped as it was written: the same image, built here, and the service goes on', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.ship(ROLLING);
      await slipway(sandbox, 'init', '--cluster=shop', '--service=web', '--force');
      const run = await sandbox.ship({});
      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('succeeded');
      expect(await describeRevision(sandbox, 'shop-web:3')).toEqual(await describeRevision(sandbox, 'shop-web:2'));
    })
  );

  it.concurrent('names the container and the repository where one of several is in ECR', () =>
    withSandbox(async sandbox => {
      const { repository } = await sandbox.call('ecr', 'CreateRepository', { repositoryName: 'shop/api' });
      const { repositoryUri } = repository as { repositoryUri: string };
      const [api, log] = API['containerDefinitions'] as readonly Shape[];
      await openService(sandbox, 'ROLLING', {
        ...API,
        containerDefinitions: [{ ...api, image: `${repositoryUri}:v1` }, log]
      });
      await slipway(sandbox, 'init', ...WHICH);
      expect(load(await sandbox.read('slipway.yml'))).toMatchObject({
        repository: 'shop/api',
        'container-name': 'api'
      });
      expect((await slipway(sandbox, 'check')).exitCode).toBe(0);
    })
  );

  it.concurrent('writes several services into one slipway.yml, each with its own files', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await openService(sandbox, 'CANARY');
      const said = await slipway(
        sandbox,
        'init',
        '--cluster=shop',
        '--service=api',
        '--service',
        'web',
        '--output=made'
      );
      expect(said).toMatchObject({ exitCode: 0, stderr: '' });
      expect(load(await sandbox.read('made/slipway.yml'))).toEqual({
        region: REGION,
        cluster: 'shop',
        services: [
          { service: 'api', 'task-definition': 'api.taskdefinition.json' },
          {
            service: 'web',
            'task-definition': 'web.taskdefinition.json',
            appspec: 'web.appspec.yml',
            'codedeploy-application': 'shop',
            'codedeploy-deployment-group': 'shop-web'
          }
        ]
      });
      await slipway(sandbox, 'init', '--cluster=shop', '--service=api', '--service', 'web', '--force');
      await rm(join(sandbox.workspace, 'appspec.yml'));
      expect((await slipway(sandbox, 'diff')).exitCode).toBe(0);
      await expectSame(sandbox, 'made/api.taskdefinition.json', 'shop-api:1');
      await expectSame(sandbox, 'made/web.taskdefinition.json', 'shop-web:1');
    })
  );

  it.concurrent('replaces nothing without --force, writes nothing with --dry-run', () =>
    withSandbox(async sandbox => {
      await openService(sandbox, 'ROLLING');
      const before = await readdir(sandbox.workspace);
      const dry = await slipway(sandbox, 'init', ...WHICH, '--dry-run', '--workflow');
      expect(dry.exitCode).toBe(0);
      expect(dry.stdout).toMatch(
        /^# slipway\.yml\n[^]*\n# taskdefinition\.json\n\{[^]*\n# \.github\/workflows\/deploy\.yml\n/
      );
      expect(dry.stderr).toContain('Would write slipway.yml');
      expect(await readdir(sandbox.workspace)).toEqual(before);

      await sandbox.write('taskdefinition.json', { mine: true });
      const refused = await slipway(sandbox, 'init', ...WHICH);
      expect(refused.exitCode).toBe(2);
      expect(refused.stderr).toMatch(/taskdefinition\.json: There is such a file already\. .*--force/);
      expect(await readdir(sandbox.workspace)).not.toContain('slipway.yml');

      expect((await slipway(sandbox, 'init', ...WHICH, '--force')).exitCode).toBe(0);
      // What is there is what would be written: nothing to replace.
      expect((await slipway(sandbox, 'init', ...WHICH)).exitCode).toBe(0);
    })
  );

  it.concurrent('writes a workflow where one is wanted', () =>
    withSandbox(async sandbox => {
      await openService(sandbox, 'ROLLING');
      const said = await slipway(sandbox, 'init', ...WHICH, '--workflow', '--branch=release', '--output=made');
      expect(said).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await sandbox.read(join('made', '.github', 'workflows', 'deploy.yml'))).toMatch(/branches: \[release\]/);
    })
  );

  it.concurrent('warns of secrets in plain text', () =>
    withSandbox(async sandbox => {
      const [api, log] = API['containerDefinitions'] as readonly Shape[];
      const environment = [{ name: 'API_TOKEN', value: 'x1y2z3' }];
      await openService(sandbox, 'ROLLING', {
        ...API,
        containerDefinitions: [{ ...api, secrets: [], environment }, log]
      });
      const said = await slipway(sandbox, 'init', ...WHICH);
      expect(said.stdout).toMatch(/^Note: .* secrets in plain text \(API_TOKEN\)/m);
      expect(said.stdout).not.toContain('x1y2z3');
    })
  );

  it.concurrent.each([
    [
      'a cluster that is not there',
      ['--cluster=shp', '--service=api'],
      'There is no cluster shp in this account and region. Did you mean shop?'
    ],
    [
      'a service that is not there',
      ['--cluster=shop', '--service=apo'],
      'There is no service apo in the cluster shop. Did you mean api?'
    ],
    ['no service', ['--cluster=shop'], 'No service is named. Give --service'],
    ['a region that is none', [...WHICH, '--region=here'], 'The region is "here", expected'],
    ['a flag that is not there', [...WHICH, '--outputs=x'], 'There is no flag --outputs. Did you mean --output?']
  ])('refuses %s', (_what, args, message) =>
    withSandbox(async sandbox => {
      await openService(sandbox, 'ROLLING');
      const said = await slipway(sandbox, 'init', ...args);
      expect(said.exitCode).toBe(2);
      expect(said.stderr).toContain(message);
    })
  );

  it.concurrent('refuses a service whose task sets another system makes, and what it may not look at', () =>
    withSandbox(async sandbox => {
      await openService(sandbox, 'ROLLING');
      await sandbox.call('ecs', 'CreateService', {
        cluster: 'shop',
        serviceName: 'other',
        desiredCount: 1,
        deploymentController: { type: 'EXTERNAL' }
      });
      const external = await slipway(sandbox, 'init', '--cluster=shop', '--service=other');
      expect(external.exitCode).toBe(2);
      expect(external.stderr).toContain('has the deployment controller EXTERNAL');
      sandbox.cloud.setFaults({ deny: ['ecs:DescribeTaskDefinition'] });
      const denied = await slipway(sandbox, 'init', ...WHICH);
      expect(denied.exitCode).toBe(2);
      expect(denied.stderr).toContain('Allow ecs:DescribeTaskDefinition');
    })
  );
});
