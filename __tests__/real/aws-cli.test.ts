import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DIST } from '../dist/sandbox.js';
import { appspec, taskDefinition } from '../dist/seed.js';
import { checkAgainstModels } from './models.js';
import { tapWire, type Wire } from './wire.js';

let folder: string;
let cloud: ChildProcess;
let wire: Wire;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-aws-cli-'));
  const program = spawn(process.execPath, [join(DIST, 'cli', 'index.js'), 'cloud', '--port', '0', '--scale', '60'], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  cloud = program;
  for await (const line of createInterface({ input: program.stdout })) {
    const endpoint = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (endpoint === undefined) continue;
    wire = await tapWire(endpoint);
    return;
  }
  throw new Error('slipway cloud said no endpoint.');
}, 30_000);

afterAll(async () => {
  await wire.close();
  const ended = once(cloud, 'exit');
  cloud.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the AWS CLI as a person would who exported what `slipway cloud` says. */
function aws(...args: readonly string[]): Promise<Said> {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    AWS_ENDPOINT_URL: wire.endpoint,
    AWS_REGION: 'ap-northeast-2',
    AWS_DEFAULT_REGION: 'ap-northeast-2',
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_PAGER: '',
    PYENV_ROOT: process.env['PYENV_ROOT']
  };
  return new Promise(resolve => {
    const child = execFile('aws', [...args], { env, cwd: folder }, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr })
    );
  });
}

async function ask(...args: readonly string[]): Promise<string> {
  const said = await aws(...args, '--output', 'text');
  if (said.exitCode !== 0) throw new Error(`aws ${args.join(' ')}: ${said.stderr}`);
  return said.stdout.trim();
}

async function askUntil(wanted: string, ...args: readonly string[]): Promise<void> {
  let got = '';
  for (let attempt = 0; attempt < 40 && got !== wanted; attempt += 1) {
    got = await ask(...args);
    await sleep(100);
  }
  expect(got).toBe(wanted);
}

const NETWORK = 'awsvpcConfiguration={subnets=[subnet-0a1b2c3d4e5f60718],securityGroups=[sg-0a1b2c3d4e5f60718]}';
const BLUE = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/blue/0123456789abcdef';

describe('the AWS CLI and slipway cloud', () => {
  it('talk about a cluster, a service and its rolling deployment', async () => {
    expect(await ask('sts', 'get-caller-identity', '--query', 'Account')).toBe('123456789012');
    await ask('ecs', 'create-cluster', '--cluster-name', 'cli');
    for (const behaviour of [undefined, 'good']) {
      const containers = [
        {
          name: 'web',
          image: 'public.ecr.aws/nginx/nginx:1.29',
          portMappings: [{ containerPort: 8080 }],
          environment: [{ name: 'VERSION', value: behaviour ?? '' }]
        }
      ];
      await writeFile(
        join(folder, 'td.json'),
        JSON.stringify(taskDefinition({ family: 'cli-web', containerDefinitions: containers }))
      );
      await ask('ecs', 'register-task-definition', '--cli-input-json', 'file://td.json');
    }
    expect(
      await ask('ecs', 'list-task-definitions', '--family-prefix', 'cli-web', '--query', 'length(taskDefinitionArns)')
    ).toBe('2');
    await ask(
      'ecs',
      'create-service',
      '--cluster',
      'cli',
      '--service-name',
      'web',
      '--task-definition',
      'cli-web:1',
      '--desired-count',
      '2',
      '--launch-type',
      'FARGATE',
      '--network-configuration',
      NETWORK
    );
    const describeService = ['ecs', 'describe-services', '--cluster', 'cli', '--services', 'web', '--query'];
    await askUntil('2', ...describeService, 'services[0].runningCount');
    await ask('ecs', 'wait', 'services-stable', '--cluster', 'cli', '--services', 'web');
    await ask('ecs', 'update-service', '--cluster', 'cli', '--service', 'web', '--task-definition', 'cli-web:2');
    await askUntil('1', ...describeService, 'length(services[0].deployments)');
    expect(await ask(...describeService, 'services[0].taskDefinition')).toMatch(/cli-web:2$/);
    const arn = await ask(
      'ecs',
      'list-service-deployments',
      '--cluster',
      'cli',
      '--service',
      'web',
      '--query',
      'serviceDeployments[0].serviceDeploymentArn'
    );
    await askUntil(
      'SUCCESSFUL',
      'ecs',
      'describe-service-deployments',
      '--service-deployment-arns',
      arn,
      '--query',
      'serviceDeployments[0].status'
    );
    const task = await ask('ecs', 'list-tasks', '--cluster', 'cli', '--service-name', 'web', '--query', 'taskArns[0]');
    expect(
      await ask('ecs', 'describe-tasks', '--cluster', 'cli', '--tasks', task, '--query', 'tasks[0].lastStatus')
    ).toBe('RUNNING');
  }, 120_000);

  it('talk about repositories and a login', async () => {
    const uri = await ask(
      'ecr',
      'create-repository',
      '--repository-name',
      'cli/web',
      '--query',
      'repository.repositoryUri'
    );
    expect(uri).toMatch(/\/cli\/web$/);
    expect(await ask('ecr', 'describe-repositories', '--query', 'repositories[].repositoryName')).toBe('cli/web');
    expect((await ask('ecr', 'get-login-password')).length).toBeGreaterThan(20);
    const missing = await aws('ecr', 'describe-images', '--repository-name', 'cli/web', '--image-ids', 'imageTag=none');
    expect(missing.stderr).toContain('ImageNotFoundException');
    await ask('ecr', 'delete-repository', '--repository-name', 'cli/web');
  }, 120_000);

  it('talk about a blue/green deployment, by the command that the AWS CLI itself has for it', async () => {
    await ask('ecs', 'create-cluster', '--cluster-name', 'cli');
    const containers = [
      { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.29', portMappings: [{ containerPort: 8080 }] }
    ];
    await writeFile(
      join(folder, 'bg.json'),
      JSON.stringify(taskDefinition({ family: 'cli-bg', containerDefinitions: containers }))
    );
    await writeFile(join(folder, 'appspec.yml'), appspec());
    await ask('ecs', 'register-task-definition', '--cli-input-json', 'file://bg.json');
    await ask(
      'ecs',
      'create-service',
      '--cluster',
      'cli',
      '--service-name',
      'bg',
      '--task-definition',
      'cli-bg',
      '--desired-count',
      '1',
      '--launch-type',
      'FARGATE',
      '--network-configuration',
      NETWORK,
      '--deployment-controller',
      'type=CODE_DEPLOY',
      '--load-balancers',
      `targetGroupArn=${BLUE},containerName=web,containerPort=8080`
    );
    await ask('deploy', 'create-application', '--application-name', 'AppECS-cli-bg', '--compute-platform', 'ECS');
    await writeFile(join(folder, 'group.json'), JSON.stringify(deploymentGroup()));
    await ask('deploy', 'create-deployment-group', '--cli-input-json', 'file://group.json');
    await askUntil(
      '1',
      'ecs',
      'describe-services',
      '--cluster',
      'cli',
      '--services',
      'bg',
      '--query',
      'services[0].runningCount'
    );

    const said = await ask(
      'ecs',
      'deploy',
      '--cluster',
      'cli',
      '--service',
      'bg',
      '--task-definition',
      'bg.json',
      '--codedeploy-appspec',
      'appspec.yml'
    );
    const id = /d-[A-Z0-9]{9}/.exec(said)?.[0] ?? '';
    await askUntil('Succeeded', 'deploy', 'get-deployment', '--deployment-id', id, '--query', 'deploymentInfo.status');
    expect(
      await ask(
        'deploy',
        'list-deployments',
        '--application-name',
        'AppECS-cli-bg',
        '--deployment-group-name',
        'DgpECS-cli-bg',
        '--query',
        'deployments[0]'
      )
    ).toBe(id);
    const target = await ask('deploy', 'list-deployment-targets', '--deployment-id', id, '--query', 'targetIds[0]');
    expect(target).toBe('cli:bg');
    const events = [
      'deploy',
      'get-deployment-target',
      '--deployment-id',
      id,
      '--target-id',
      target,
      '--query',
      'deploymentTarget.ecsTarget.lifecycleEvents[].lifecycleEventName'
    ];
    expect((await ask(...events)).split(/\s+/)).toEqual(
      expect.arrayContaining(['BeforeInstall', 'Install', 'AllowTraffic', 'AfterAllowTraffic'])
    );
  }, 180_000);

  it('talk about what a deployment hangs on: roles, secrets, parameters, networks and load balancers', async () => {
    const principal = { Service: 'ecs-tasks.amazonaws.com' };
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }]
    };
    const document = ['--assume-role-policy-document', JSON.stringify(trust)];
    await ask('iam', 'create-role', '--role-name', 'task', ...document);
    const service = 'Role.AssumeRolePolicyDocument.Statement[0].Principal.Service';
    expect(await ask('iam', 'get-role', '--role-name', 'task', '--query', service)).toBe('ecs-tasks.amazonaws.com');
    expect((await aws('iam', 'get-role', '--role-name', 'none')).stderr).toContain('(NoSuchEntity)');

    await ask('secretsmanager', 'create-secret', '--name', 'db', '--secret-string', 'x');
    const stages = ['--query', 'values(VersionIdsToStages)[0][0]'];
    expect(await ask('secretsmanager', 'describe-secret', '--secret-id', 'db', ...stages)).toBe('AWSCURRENT');
    const missing = await aws('secretsmanager', 'describe-secret', '--secret-id', 'none');
    expect(missing.stderr).toContain('(ResourceNotFoundException)');

    await ask('ssm', 'put-parameter', '--name', '/a', '--value', 'b', '--type', 'String');
    const filter = ['--parameter-filters', 'Key=Name,Option=Equals,Values=/a,/b'];
    expect(await ask('ssm', 'describe-parameters', ...filter, '--query', 'Parameters[].Name')).toBe('/a');

    const vpc = await ask('ec2', 'describe-vpcs', '--query', 'Vpcs[0].VpcId');
    const range = ['--cidr-block', '172.31.64.0/20', '--query', 'Subnet.SubnetId'];
    const subnet = await ask('ec2', 'create-subnet', '--vpc-id', vpc, ...range);
    const place = ['--query', 'Subnets[0].[VpcId,AvailabilityZone,AvailableIpAddressCount]'];
    expect(await ask('ec2', 'describe-subnets', '--subnet-ids', subnet, ...place)).toBe(`${vpc}\tap-northeast-2a\t251`);
    const group = ['--group-name', 'g', '--description', 'd', '--vpc-id', vpc, '--query', 'GroupId'];
    expect(await ask('ec2', 'create-security-group', ...group)).toMatch(/^sg-0[0-9a-f]{16}$/);
    const nowhere = await aws('ec2', 'describe-subnets', '--subnet-ids', 'subnet-00');
    expect(nowhere.stderr).toContain('(InvalidSubnetID.NotFound)');

    const http = ['--protocol', 'HTTP', '--port', '80'];
    const wanted = ['--vpc-id', vpc, '--target-type', 'ip', '--health-check-path', '/up'];
    const first = (list: string, member: string): readonly string[] => ['--query', `${list}[0].${member}`];
    const targets = await ask(
      'elbv2',
      'create-target-group',
      '--name',
      'tg',
      ...http,
      ...wanted,
      ...first('TargetGroups', 'TargetGroupArn')
    );
    const balancer = await ask(
      'elbv2',
      'create-load-balancer',
      '--name',
      'lb',
      '--subnets',
      subnet,
      ...first('LoadBalancers', 'LoadBalancerArn')
    );
    const action = `Type=forward,TargetGroupArn=${targets}`;
    const listener = await ask(
      'elbv2',
      'create-listener',
      '--load-balancer-arn',
      balancer,
      ...http,
      '--default-actions',
      action,
      ...first('Listeners', 'ListenerArn')
    );
    await ask(
      'elbv2',
      'create-rule',
      '--listener-arn',
      listener,
      '--priority',
      '5',
      '--conditions',
      'Field=path-pattern,Values=/x',
      '--actions',
      action
    );
    expect(
      await ask('elbv2', 'describe-rules', '--listener-arn', listener, '--query', 'Rules[].[Priority,IsDefault]')
    ).toBe('5\tFalse\ndefault\tTrue');
    const seen = ['--query', 'TargetGroups[0].[TargetType,HealthCheckPath,LoadBalancerArns[0]]'];
    expect(await ask('elbv2', 'describe-target-groups', '--names', 'tg', ...seen)).toBe(`ip\t/up\t${balancer}`);
    expect((await aws('elbv2', 'describe-target-groups', '--names', 'none')).stderr).toContain('(TargetGroupNotFound)');
  }, 120_000);

  it('get a clear answer about what is not there', async () => {
    expect((await aws('ecs', 'describe-services', '--cluster', 'nowhere', '--services', 'web')).stderr).toContain(
      'ClusterNotFoundException'
    );
    expect((await aws('ecs', 'discover-poll-endpoint')).stderr).toContain('UnknownOperationException');
    expect((await aws('deploy', 'get-deployment', '--deployment-id', 'd-ABCDEFGHI')).stderr).toContain(
      'DeploymentDoesNotExistException'
    );
  }, 60_000);

  it('said nothing that the service models do not know', () => {
    expect(wire.exchanges.length).toBeGreaterThan(20);
    expect(checkAgainstModels(wire.exchanges)).toEqual([]);
  });
});

function deploymentGroup(): object {
  return {
    applicationName: 'AppECS-cli-bg',
    deploymentGroupName: 'DgpECS-cli-bg',
    serviceRoleArn: 'arn:aws:iam::123456789012:role/CodeDeployRoleForECS',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
    },
    ecsServices: [{ clusterName: 'cli', serviceName: 'bg' }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'blue' }, { name: 'green' }],
          prodTrafficRoute: {
            listenerArns: [
              'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:listener/app/cli/0123456789abcdef/0123456789abcdef'
            ]
          }
        }
      ]
    }
  };
}
