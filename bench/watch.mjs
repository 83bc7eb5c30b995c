// How soon after the deployment's end Slipway knows it, beside the SDK's own waiters on the same deployments, and what it costs in calls.
//   node bench/watch.mjs [scale = 10] [deployments = 20]
// The built-in AWS runs `scale` times as fast as the world, and so do the clocks of both watchers; all numbers are seconds of AWS's time. What
// the machine itself takes counts `scale` times in them.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { CodeDeployClient, waitUntilDeploymentSuccessful } from '@aws-sdk/client-codedeploy';
import { ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';

import { call, region, setUpCodeDeploy, targetGroup } from './stage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lib = join(root, 'lib', 'bench');

process.env.AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
process.env.AWS_SECRET_ACCESS_KEY = 'not-a-secret';
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await measureWatching(Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 20));
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`);
}

/** Rows for the table of the benchmark. */
export async function measureWatching(scale, count) {
  compile();
  const ours = await load();
  const cloud = spawn(process.execPath, [join(lib, 'cli.js'), 'cloud', '--port', '0', '--scale', String(scale)], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  try {
    const stage = await openStage(cloud, ours, scale);
    const lengths = spread(20, 600, count);
    const crashes = spread(1, 12, Math.min(count, 12));
    const jobs = [
      ...lengths.map((length, index) => ({ name: `ecs-${index}`, controller: 'ECS', length })),
      ...lengths.map((length, index) => ({ name: `cd-${index}`, controller: 'CODE_DEPLOY', length })),
      ...crashes.map((after, index) => ({ name: `crash-${index}`, controller: 'ECS', crashAfter: after })),
      ...crashes.map((after, index) => ({ name: `crash-cd-${index}`, controller: 'CODE_DEPLOY', crashAfter: after }))
    ];
    await call(stage.endpoint, 'ecs', 'CreateCluster', { clusterName: 'shop' });
    await Promise.all(jobs.map(job => setUp(stage, job)));
    await fetch(`${stage.endpoint}/_slipway/scenarios`, {
      method: 'PUT',
      body: JSON.stringify({ tasks: jobs.map(scenarioOf) })
    });
    // Not all at the same moment: the looks of real runs are not in step either.
    const results = await Promise.all(
      jobs.map(async (job, index) => {
        await stage.clock.sleep((index * 997) % 7_000);
        return { job, ...(await (job.length === undefined ? crash(stage, job) : race(stage, job))) };
      })
    );
    return report(results, scale);
  } finally {
    cloud.kill('SIGTERM');
  }
}

function compile() {
  const require = createRequire(import.meta.url);
  const tsc = require.resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', lib], {
    cwd: root,
    stdio: 'inherit'
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function load() {
  const [rollout, target, ecs, codedeploy, logs, clock] = await Promise.all(
    ['rollout/rollout', 'rollout/target', 'aws/ecs', 'aws/codedeploy', 'aws/logs', 'host/clock'].map(
      name => import(join(lib, `${name}.js`))
    )
  );
  return { ...rollout, ...target, ...ecs, ...codedeploy, ...logs, ...clock };
}

async function openStage(cloud, ours, scale) {
  let endpoint;
  for await (const line of createInterface({ input: cloud.stdout })) {
    endpoint = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (endpoint !== undefined) break;
  }
  const { clock } = await (await fetch(`${endpoint}/_slipway/time`)).json();
  const clientConfig = { region, endpoint, maxAttempts: 8, retryMode: 'standard' };
  return { endpoint, ours, scale, clock: ours.systemClock(clock), clientConfig };
}

/** A rollout by Slipway, and the SDK's waiter on the same deployment from the moment at which it exists. */
async function race(stage, job) {
  const { scale } = stage;
  const times = { minDelay: 15 / scale, maxWaitTime: 7_200 / scale };
  let waiting;
  const run = await rollOut(stage, job, made => {
    waiting =
      job.controller === 'ECS'
        ? waitUntilServicesStable(
            { client: new ECSClient(stage.clientConfig), ...times, maxDelay: 600 / scale },
            { cluster: 'shop', services: [job.name] }
          )
        : waitUntilDeploymentSuccessful(
            { client: new CodeDeployClient(stage.clientConfig), ...times, maxDelay: 120 / scale },
            { deploymentId: made }
          );
    waiting = waiting.then(() => stage.clock.now());
  });
  if (run.result.verdict !== 'succeeded') throw new Error(`${job.name}: ${run.result.verdict}, ${run.result.reason}`);
  const waiterAt = await waiting;
  const { startedAt, endedAt } = await findEnd(stage, job, run.result);
  return { ...run, length: endedAt - startedAt, ours: run.at - endedAt, waiter: waiterAt - endedAt };
}

/** A version whose tasks crash: from the third death until the verdict is told. */
async function crash(stage, job) {
  const run = await rollOut(stage, job, () => undefined);
  const { taskArns } = await call(stage.endpoint, 'ecs', 'ListTasks', {
    cluster: 'shop',
    serviceName: job.name,
    desiredStatus: 'STOPPED'
  });
  const { tasks } = await call(stage.endpoint, 'ecs', 'DescribeTasks', { cluster: 'shop', tasks: taskArns });
  const dead = tasks.filter(task => task.stopCode === 'EssentialContainerExited');
  const third = member => dead.map(task => task[member] * 1000).sort((one, other) => one - other)[2];
  return { ...run, sinceStopped: run.failedAt - third('stoppedAt'), sinceStopping: run.failedAt - third('stoppingAt') };
}

async function rollOut(stage, job, onMade) {
  const { ours, clock } = stage;
  const connection = { region, clientConfig: stage.clientConfig };
  const calls = [];
  let counting = false;
  const count = port =>
    new Proxy(port, {
      get:
        (methods, name) =>
        async (...args) => {
          if (counting) calls.push(clock.now());
          const answer = await methods[name](...args);
          if (name === 'updateService' || name === 'createDeployment') {
            counting = true;
            onMade(answer);
          }
          return answer;
        }
    });
  const ports = {
    ecs: count(ours.createEcsPort(connection)),
    codedeploy: count(ours.createCodeDeployPort(connection)),
    logs: count(ours.createLogsPort(connection))
  };
  const config = {
    cluster: 'shop',
    service: job.name,
    forceNewDeployment: false,
    ...(job.controller === 'ECS' ? {} : { codedeployApplication: job.name, codedeployDeploymentGroup: job.name }),
    waitFor: 'stable',
    waitForMinutes: 30,
    onFailure: 'rollback',
    onCancel: 'rollback',
    failAfter: 3
  };
  const target = await ours.findTarget(config, ports);
  const taskDefinitionArn = await register(stage, job.name);
  let failedAt;
  const log = line => {
    if (line.includes('] Failed: ')) failedAt ??= clock.now();
  };
  const startedAt = clock.now();
  const result = await ours.rollOut({
    target,
    taskDefinitionArn,
    ...(job.controller === 'ECS' ? {} : { appspec: appspec(taskDefinitionArn) }),
    config,
    ports,
    clock,
    reporter: {
      group: (_title, body) => body(),
      info: log,
      warn: log,
      error: log,
      debug: () => undefined,
      mask: () => undefined
    },
    ledger: { note: () => undefined, settle: () => undefined }
  });
  return { result, at: clock.now(), startedAt, failedAt, calls };
}

async function findEnd(stage, job, { codedeployDeploymentId, serviceDeploymentArn }) {
  if (job.controller === 'ECS') {
    const { serviceDeployments } = await call(stage.endpoint, 'ecs', 'DescribeServiceDeployments', {
      serviceDeploymentArns: [serviceDeploymentArn]
    });
    return { startedAt: serviceDeployments[0].createdAt * 1000, endedAt: serviceDeployments[0].finishedAt * 1000 };
  }
  const { deploymentInfo } = await call(stage.endpoint, 'codedeploy', 'GetDeployment', {
    deploymentId: codedeployDeploymentId
  });
  return { startedAt: deploymentInfo.createTime * 1000, endedAt: deploymentInfo.completeTime * 1000 };
}

function report(results, scale) {
  const rows = [['Built-in AWS', `${scale} times as fast as the world; all numbers in seconds of its time`]];
  for (const [controller, title, waiter] of [
    ['ECS', 'ECS', 'waitUntilServicesStable'],
    ['CODE_DEPLOY', 'CodeDeploy', 'waitUntilDeploymentSuccessful']
  ]) {
    const races = results.filter(({ job, waiter }) => job.controller === controller && waiter !== undefined);
    const long = races.filter(({ length }) => length > 120_000);
    const [ours, theirs] = [races.map(({ ours }) => ours), races.map(({ waiter }) => waiter)];
    const ratio = mean(long.map(each => each.waiter)) / mean(long.map(each => each.ours));
    const waits = races.filter(({ at, startedAt }) => at - startedAt >= 60_000);
    const shortest = Math.min(...races.map(({ length }) => length));
    const longest = Math.max(...races.map(({ length }) => length));
    rows.push(
      [`${title}: deployments`, `${races.length}, of ${seconds(shortest)} to ${seconds(longest)} s`],
      [
        '  end to Slipway, p50 / p95 / mean',
        [percentile(ours, 50), percentile(ours, 95), mean(ours)].map(seconds).join(' / ')
      ],
      [`  end to ${waiter}`, [percentile(theirs, 50), percentile(theirs, 95), mean(theirs)].map(seconds).join(' / ')],
      ['  over 2 minutes, means: waiter / Slipway', `${ratio.toFixed(0)} (${long.length} deployments)`],
      [
        '  calls a minute: mean / busiest minute',
        `${mean(waits.map(({ calls, at, startedAt }) => calls.length / ((at - startedAt) / 60_000))).toFixed(1)} / ${Math.max(...races.map(({ calls }) => busiestMinute(calls)))}`
      ]
    );
    const crashes = results.filter(
      ({ job, sinceStopped }) => job.controller === controller && sinceStopped !== undefined
    );
    rows.push(
      [
        '  third task STOPPED to the verdict, p50 / longest',
        [
          percentile(
            crashes.map(each => each.sinceStopped),
            50
          ),
          Math.max(...crashes.map(each => each.sinceStopped))
        ]
          .map(seconds)
          .join(' / ')
      ],
      [
        '  third container exited to the verdict, p50 / longest',
        [
          percentile(
            crashes.map(each => each.sinceStopping),
            50
          ),
          Math.max(...crashes.map(each => each.sinceStopping))
        ]
          .map(seconds)
          .join(' / ')
      ]
    );
  }
  return rows;
}

/** The most calls in any 60 s. */
function busiestMinute(calls) {
  return Math.max(0, ...calls.map(from => calls.filter(at => at >= from && at < from + 60_000).length));
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(1);
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function percentile(numbers, percent) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}

function spread(from, to, count) {
  return Array.from({ length: count }, (_, index) => Math.round(from + ((to - from) * index) / Math.max(1, count - 1)));
}

/** How long the new tasks take to be healthy makes the length; the rest of a deployment is as long as ever. */
function scenarioOf({ name, controller, length, crashAfter }) {
  if (length === undefined) return { family: name, behaviour: 'crash', afterSeconds: crashAfter };
  const rest = controller === 'ECS' ? 30 : 60;
  return { family: name, behaviour: 'good', healthyAfterSeconds: Math.max(1, length - rest) };
}

async function setUp(stage, { name, controller }) {
  await register(stage, name);
  await call(stage.endpoint, 'ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: name,
    taskDefinition: name,
    desiredCount: 1,
    launchType: 'EC2',
    deploymentController: { type: controller },
    ...(controller === 'ECS'
      ? {}
      : { loadBalancers: [{ targetGroupArn: targetGroup(name, 'blue'), containerName: 'web', containerPort: 8080 }] })
  });
  if (controller !== 'ECS') await setUpCodeDeploy(stage.endpoint, name);
  for (;;) {
    const { services } = await call(stage.endpoint, 'ecs', 'DescribeServices', { cluster: 'shop', services: [name] });
    const done = (services[0].deployments ?? []).every(deployment => deployment.rolloutState === 'COMPLETED');
    if (services[0].runningCount === 1 && done) return;
    await stage.clock.sleep(3_000);
  }
}

async function register(stage, family) {
  const { taskDefinition } = await call(stage.endpoint, 'ecs', 'RegisterTaskDefinition', {
    family,
    containerDefinitions: [
      { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.29', memory: 128, portMappings: [{ containerPort: 8080 }] }
    ]
  });
  return taskDefinition.taskDefinitionArn;
}

function appspec(taskDefinition) {
  const Properties = {
    TaskDefinition: taskDefinition,
    LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 8080 }
  };
  return JSON.stringify({ version: 0.0, Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }] });
}
