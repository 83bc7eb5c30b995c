import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { connectToCloud, type Call, type Shape } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import { runContainersIn } from '../../src/emulator/containers/docker-engine.js';
import { makeProcessorCheck } from '../../src/emulator/containers/processors.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { runCommand } from '../dist/run-command.js';
import { BUSYBOX, pushBusybox, startEngine, type Engine } from './docker-parts.js';

const REGION = 'eu-west-1';
const NETWORK = { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } };
const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';

let engine: Engine;
let cloud: Cloud;
let call: Call;
let image: string;
let folder: string;

beforeAll(async () => {
  engine = await startEngine();
  Object.assign(process.env, engine.env);
  cloud = await startCloud({ scale: 5 });
  call = connectToCloud(cloud.endpoint, REGION);
  cloud.containers = await runContainersIn(cloud, new Map([['DB_PASSWORD', 'told by the user']]));
  folder = await mkdtemp(join(tmpdir(), 'slipway-containers-'));
  image = await pushBusybox(engine, call, folder);
  await call('ecs', 'CreateCluster', { clusterName: 'shop' });
  await call('logs', 'CreateLogGroup', { logGroupName: '/ecs/shop' });
}, 120_000);

afterAll(async () => {
  await cloud.close();
  await engine.docker(['image', 'rm', '--force', image]);
  await rm(folder, { recursive: true, force: true });
  await engine.close();
}, 120_000);

/** Puts an image into the registry once more, said to be for another processor: the legacy builder cannot build one. */
async function copyForProcessor(from: string, to: string, architecture: string): Promise<void> {
  const named = { repositoryName: 'shop/web' };
  const { images } = (await call('ecr', 'BatchGetImage', { ...named, imageIds: [{ imageTag: from }] })) as {
    images: { imageManifest: string }[];
  };
  const manifest = JSON.parse(images[0]?.imageManifest ?? '') as { config: Shape };
  const { auths } = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as {
    auths: Record<string, { auth: string }>;
  };
  const headers = { authorization: `Basic ${Object.values(auths)[0]?.auth ?? ''}` };
  const base = `${cloud.endpoint}/v2/shop/web/blobs`;
  const config = await fetch(`${base}/${String(manifest.config['digest'])}`, { headers });
  const bytes = JSON.stringify({ ...((await config.json()) as Shape), architecture });
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  await fetch(`${base}/uploads/?digest=${digest}`, { method: 'POST', headers, body: bytes });
  await call('ecr', 'PutImage', {
    ...named,
    imageTag: to,
    imageManifest: JSON.stringify({ ...manifest, config: { ...manifest.config, digest, size: bytes.length } })
  });
}

/** A container of the image that runs a line of shell, with logs. */
function container(name: string, line: string, more: Shape = {}): Shape {
  const options = { 'awslogs-group': '/ecs/shop', 'awslogs-region': REGION, 'awslogs-stream-prefix': 'ecs' };
  return {
    name,
    image,
    essential: true,
    entryPoint: ['/bin/sh', '-c'],
    command: [line],
    logConfiguration: { logDriver: 'awslogs', options },
    ...more
  };
}

async function register(family: string, containerDefinitions: readonly Shape[], more: Shape = {}): Promise<void> {
  await call('ecs', 'RegisterTaskDefinition', {
    family,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions,
    ...more
  });
}

interface Task {
  readonly taskArn: string;
  readonly lastStatus: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly healthStatus?: string;
  readonly containers: readonly { readonly name: string; readonly exitCode?: number; readonly reason?: string }[];
}

/** Runs one task to its end. */
async function runToItsEnd(family: string, overrides: Shape = {}): Promise<{ task: Task; lines: readonly string[] }> {
  const { tasks } = (await call('ecs', 'RunTask', {
    cluster: 'shop',
    taskDefinition: family,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
    overrides
  })) as { tasks: Task[] };
  return waitForTask(tasks[0]?.taskArn ?? '', task => task.lastStatus === 'STOPPED');
}

async function waitForTask(
  arn: string,
  done: (task: Task) => boolean
): Promise<{ task: Task; lines: readonly string[] }> {
  for (;;) {
    const { tasks } = (await call('ecs', 'DescribeTasks', { cluster: 'shop', tasks: [arn] })) as { tasks: Task[] };
    const [task] = tasks;
    if (task !== undefined && done(task)) return { task, lines: await readLines(task) };
    await sleep(200);
  }
}

async function readLines({ taskArn, containers }: Task): Promise<readonly string[]> {
  const all: string[] = [];
  for (const { name } of containers) {
    const logStreamName = `ecs/${name}/${taskArn.split('/').at(-1) ?? ''}`;
    const found = await call('logs', 'GetLogEvents', { logGroupName: '/ecs/shop', logStreamName }).catch(() => ({}));
    const { events = [] } = found as { events?: readonly { readonly message: string }[] };
    all.push(...events.map(({ message }) => `${name}: ${message}`));
  }
  return all;
}

async function createService(name: string, more: Shape = {}): Promise<void> {
  await call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: name,
    taskDefinition: name,
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
    ...more
  });
}

async function waitForService(
  name: string,
  done: (service: Shape & { events: { message: string }[] }) => boolean
): Promise<Shape> {
  for (;;) {
    const { services } = (await call('ecs', 'DescribeServices', { cluster: 'shop', services: [name] })) as {
      services: (Shape & { events: { message: string }[] })[];
    };
    const [service] = services;
    if (service !== undefined && done(service)) return service;
    await sleep(200);
  }
}

async function firstTaskOf(service: string, desiredStatus: string): Promise<string> {
  for (;;) {
    const { taskArns } = (await call('ecs', 'ListTasks', { cluster: 'shop', serviceName: service, desiredStatus })) as {
      taskArns: string[];
    };
    if (taskArns[0] !== undefined) return taskArns[0];
    await sleep(200);
  }
}

describe('tasks of the built-in AWS as real containers', () => {
  it('runs a task to its end: environment, secrets, overrides, its output and its exit code', async () => {
    await register('job', [
      container('job', 'unused', {
        environment: [{ name: 'GREETING', value: 'two\nlines' }],
        secrets: [
          { name: 'DB_PASSWORD', valueFrom: SECRET },
          { name: 'API_KEY', valueFrom: SECRET }
        ]
      })
    ]);
    const { task, lines } = await runToItsEnd('job', {
      containerOverrides: [
        {
          name: 'job',
          command: ['echo "$GREETING, $WHO; $DB_PASSWORD; $API_KEY; $AWS_REGION"; exit 7'],
          environment: [{ name: 'WHO', value: 'sea' }]
        }
      ]
    });
    expect(lines).toEqual(['job: two', `job: lines, sea; told by the user; rehearsal; ${REGION}`]);
    expect(task).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [{ exitCode: 7 }] });
  }, 60_000);

  it('keeps the order of dependsOn, shares volumes and 127.0.0.1, and is steady when the health check says so', async () => {
    await register(
      'pair',
      [
        container('setup', 'echo "made by setup" > /site/index.html', {
          essential: false,
          mountPoints: [{ sourceVolume: 'site', containerPath: '/site' }]
        }),
        container('web', 'exec /bin/busybox httpd -f -p 8080 -h /site', {
          portMappings: [{ containerPort: 8080 }],
          mountPoints: [{ sourceVolume: 'site', containerPath: '/site', readOnly: true }],
          dependsOn: [{ containerName: 'setup', condition: 'SUCCESS' }],
          healthCheck: { command: ['CMD', '/bin/busybox', 'wget', '-q', '-O', '-', 'http://127.0.0.1:8080/'] }
        }),
        container(
          'reader',
          'wget() { /bin/busybox wget "$@"; }; wget -q -O - http://127.0.0.1:8080/; exec /bin/busybox sleep 600',
          {
            dependsOn: [{ containerName: 'web', condition: 'HEALTHY' }]
          }
        )
      ],
      { volumes: [{ name: 'site' }] }
    );
    await createService('pair', {
      loadBalancers: [
        {
          targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/pair/0123456789abcdef',
          containerName: 'web',
          containerPort: 8080
        }
      ]
    });
    const service = await waitForService('pair', ({ events }) =>
      events.some(({ message }) => message.endsWith('has reached a steady state.'))
    );
    expect(service).toMatchObject({ runningCount: 1, deployments: [{ rolloutState: 'COMPLETED', failedTasks: 0 }] });
    const { task, lines } = await waitForTask(await firstTaskOf('pair', 'RUNNING'), () => true);
    expect(task.healthStatus).toBe('HEALTHY');
    expect(lines).toContain('reader: made by setup');
    await call('ecs', 'UpdateService', { cluster: 'shop', service: 'pair', desiredCount: 0 });
    const ended = await waitForTask(task.taskArn, ({ lastStatus }) => lastStatus === 'STOPPED');
    expect(ended.task.containers.find(({ name }) => name === 'setup')?.exitCode).toBe(0);
  }, 120_000);

  it.each([
    [
      'crash',
      () => container('app', 'echo "Error: DATABASE_URL is not set" >&2; exit 3'),
      { stopCode: 'EssentialContainerExited', containers: [{ exitCode: 3 }] },
      ['app: Error: DATABASE_URL is not set']
    ],
    [
      'no-such-program',
      () => container('app', '', { entryPoint: ['/bin/nowhere'], command: [] }),
      {
        stopCode: 'TaskFailedToStart',
        stoppedReason: expect.stringMatching(/^CannotStartContainerError: .*\/bin\/nowhere.*no such file or directory/),
        containers: [{ reason: expect.stringMatching(/^CannotStartContainerError: /) }]
      },
      []
    ],
    [
      'unhealthy',
      () =>
        container('app', 'exec /bin/busybox sleep 600', {
          healthCheck: { command: ['CMD-SHELL', 'exit 1'], interval: 5, retries: 1 }
        }),
      { stoppedReason: 'Task failed container health checks' },
      []
    ]
  ])(
    'tells of %s what ECS tells, and starts another',
    async (family, define, expected, said) => {
      await register(family, [define()]);
      await createService(family);
      const { task, lines } = await waitForTask(
        await firstTaskOf(family, 'STOPPED'),
        ({ lastStatus }) => lastStatus === 'STOPPED'
      );
      expect(task).toMatchObject(expected);
      expect(lines).toEqual(said);
      await waitForService(
        family,
        service => ((service['deployments'] as { failedTasks: number }[])[0]?.failedTasks ?? 0) > 0
      );
      await call('ecs', 'UpdateService', { cluster: 'shop', service: family, desiredCount: 0 });
    },
    120_000
  );

  it('looks at the target as its target group says, and says what it found', async () => {
    await register('looked', [
      container(
        'web',
        '/bin/busybox mkdir /site; echo well > /site/health; exec /bin/busybox httpd -f -p 8080 -h /site',
        {
          portMappings: [{ containerPort: 8080 }]
        }
      )
    ]);
    const createBalanced = async (name: string, path: string): Promise<void> => {
      const group = await call.ask('elasticloadbalancing', 'CreateTargetGroup', {
        Name: name,
        Protocol: 'HTTP',
        Port: '8080',
        TargetType: 'ip',
        HealthCheckPath: path,
        HealthCheckIntervalSeconds: '5'
      });
      const balancer = { targetGroupArn: group['TargetGroupArn'], containerName: 'web', containerPort: 8080 };
      await createService(name, { taskDefinition: 'looked', loadBalancers: [balancer] });
    };
    await createBalanced('well', '/health');
    await createBalanced('ill', '/nowhere');
    await waitForService('well', ({ events }) => events.some(({ message }) => message.endsWith('steady state.')));
    const ill = await waitForService('ill', ({ events }) =>
      events.some(({ message }) => message.includes('unhealthy'))
    );
    expect((ill['events'] as { message: string }[]).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /\(port 8080\) is unhealthy in .* due to \(reason Health checks failed with these codes: \[404\]\)\.$/
      )
    );
    const { task } = await waitForTask(await firstTaskOf('ill', 'STOPPED'), each => each.lastStatus === 'STOPPED');
    expect(task.stoppedReason).toMatch(/^Task failed ELB health checks in \(target-group arn:.*targetgroup\/ill\//);
    for (const service of ['well', 'ill']) {
      await call('ecs', 'UpdateService', { cluster: 'shop', service, desiredCount: 0 });
    }
  }, 120_000);

  it('does not blame an image for a processor that this machine is not', async () => {
    const [own, other] = process.arch === 'arm64' ? ['arm64', 'amd64'] : ['amd64', 'arm64'];
    // The programs that are tried are right: one for this machine runs where the engine is said to be another.
    await expect(makeProcessorCheck('another', 'slipway.rehearsal=0123456789ab')(own)).resolves.toBeUndefined();
    const foreign = `${image.replace(/:v1$/, '')}:foreign`;
    await copyForProcessor('v1', 'foreign', other);
    await register('foreign', [container('web', 'echo it runs', { image: foreign })]);
    const { task, lines } = await runToItsEnd('foreign');
    await engine.docker(['image', 'rm', '--force', foreign]);
    const obstacle = await cloud.containers?.findObstacle(other);
    if (obstacle === undefined) expect(lines).toEqual(['web: it runs']);
    else {
      expect(obstacle).toBe(`this machine's Docker engine runs on ${own}, and nothing emulates ${other} there`);
      expect(task.stopCode).toBe('TaskFailedToStart');
      expect(task.stoppedReason).toContain(`is for ${other}; ${obstacle}`);
      expect(task.stoppedReason).toContain('says nothing about the image');
      expect(task.stoppedReason).not.toContain('Error');
    }
  }, 60_000);

  it("shows in a rehearsal how a project's own container dies, and leaves no container behind", async () => {
    const project = join(folder, 'project');
    await mkdir(project);
    await copyFile(BUSYBOX, join(project, 'busybox'));
    const files = {
      Dockerfile:
        'FROM scratch\nCOPY busybox /bin/sh\nENTRYPOINT ["/bin/sh", "-c"]\nCMD ["echo no database at $DB_HOST >&2; exit 42"]\n',
      'slipway.yml': `region: ${REGION}\nrepository: shop/api\ncluster: shop\nservice: api\ntask-definition: td.json\n`,
      'td.json': JSON.stringify({
        family: 'api',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
        containerDefinitions: [
          { ...container('api', ''), image: '<IMAGE1_NAME>', entryPoint: undefined, command: undefined }
        ]
      }),
      env: '# what the real one gets from SSM\nDB_HOST=db.shop.internal\n'
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(project, name), text);
    const rehearse = (env: Readonly<Record<string, string>>) =>
      runCommand(
        ['rehearse', '.', '--with-containers', '--container-env=env', '--output=out'],
        {
          DOCKER_HOST: process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock',
          PATH: `/usr/bin:${process.env['PATH'] ?? ''}`,
          ...env
        },
        project
      );
    const said = await rehearse({});
    expect(said.stderr).toBe('');
    expect(said.stdout).toMatch(/✗ rolled-back: the step is red\./);
    // ECS's circuit breaker or Slipway may be the first to count three.
    expect(said.stdout).toMatch(/\d × api: Essential container in task exited \(exit code 42\)/);
    expect(said.stdout).toMatch(/Last lines of api.*:\n\s+no database at db\.shop\.internal\n/);
    expect(said.exitCode).toBe(1);
    const ours = await engine.docker(['container', 'ls', '--all', '--format', '{{.Image}}']);
    expect(ours).not.toContain('/shop/api');

    const other = process.arch === 'arm64' ? 'X86_64' : 'ARM64';
    const ofAnother = files['td.json'].replace('{', `{"runtimePlatform":{"cpuArchitecture":"${other}"},`);
    await writeFile(join(project, 'td.json'), ofAnother);
    const foreign = await rehearse({});
    if ((await cloud.containers?.findObstacle(other === 'ARM64' ? 'arm64' : 'amd64')) === undefined) {
      expect(foreign.exitCode).toBe(1);
    } else {
      expect(foreign.exitCode).toBe(2);
      expect(foreign.stderr).toContain(`The tasks of api are for ${other}; this machine's Docker engine runs on`);
    }
    const without = await rehearse({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toContain('--with-containers needs a Docker engine, and none answers here.');
  }, 120_000);

  it('leaves nothing at Docker', async () => {
    await cloud.containers?.close();
    const left = ['container', 'network', 'volume'].map(kind =>
      engine.docker([
        kind,
        'ls',
        '--quiet',
        '--filter',
        'label=slipway.rehearsal',
        ...(kind === 'container' ? ['--all'] : [])
      ])
    );
    expect(await Promise.all(left)).toEqual(['', '', '']);
    expect(await engine.docker(['image', 'ls', '--quiet', 'slipway-pause'])).toBe('');
  }, 60_000);
});
