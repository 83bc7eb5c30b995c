// How soon after the deployment's end Slipway knows it, beside the SDK's own waiters on the same deployments, and what it costs in calls.
//   node bench/watch.mjs [scale = 10] [deployments = 20]
// The built-in AWS runs `scale` times as fast as the world, and so do the clocks of both watchers; all numbers are seconds of AWS's time. What
// the machine itself takes counts `scale` times in them.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CodeDeployClient, waitUntilDeploymentSuccessful } from '@aws-sdk/client-codedeploy';
import { ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';

import {
  call,
  findThird,
  listDead,
  printRows,
  readClock,
  readEndpoint,
  region,
  setUpCodeDeploy,
  targetGroup
} from './stage.mjs';
import { configOf, countCalls, reporterTo, startWatch } from './watch-ports.mjs';
import { reportWatching } from './watch-report.mjs';

/**
 * @typedef {import('./stage.mjs').Controller} Controller
 * @typedef {{ readonly name: string, readonly controller: Controller }} Job a service, and what rolls it out
 * @typedef {Job & { readonly length: number }} Race a deployment of about so many seconds
 * @typedef {Job & { readonly crashAfter: number }} Crash a deployment whose tasks crash after so many seconds
 * @typedef {typeof import('../src/rollout/rollout.js') & typeof import('../src/rollout/target.js') & typeof import('../src/aws/ecs.js') & typeof import('../src/aws/codedeploy.js') & typeof import('../src/aws/logs.js') & typeof import('../src/host/clock.js') & typeof import('../src/config/sources/resolved-settings.js') & typeof import('../src/config/table/rollout.js') & typeof import('../src/rollout/watch/watch-service.js')} Slipway
 * @typedef {import('../src/rollout/result.js').RolloutResult} RolloutResult
 * @typedef {{ readonly endpoint: string, readonly ours: Slipway, readonly scale: number, readonly clock: import('../src/ports.js').Clock, readonly clientConfig: import('../src/aws/connection.js').Connection['clientConfig'] & { readonly endpoint: string } }} Stage
 * @typedef {{ readonly result: RolloutResult, readonly at: number, readonly startedAt: number, readonly failedAt: number | undefined, readonly calls: readonly number[] }} Run
 *   when it ended, was started and told of the failure, and when it called AWS; milliseconds since the epoch by AWS's clock
 * @typedef {Run & { readonly job: Race, readonly length: number, readonly ours: number, readonly waiter: number, readonly watched: readonly number[] }} RaceResult
 *   and when `slipway status --watch` beside it called AWS
 * @typedef {Run & { readonly job: Crash, readonly sinceStopped: number, readonly sinceStopping: number }} CrashResult
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lib = join(root, 'lib', 'bench');

process.env.AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
process.env.AWS_SECRET_ACCESS_KEY = 'not-a-secret';
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printRows(await measureWatching(Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 20)));
}

/**
 * Rows for the table of the benchmark.
 *
 * @param {number} scale
 * @param {number} count
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
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
    /** @type {readonly Race[]} */
    const racing = [
      ...lengths.map((length, index) => ({ name: `ecs-${index}`, controller: /** @type {const} */ ('ECS'), length })),
      ...lengths.map((length, index) => ({
        name: `cd-${index}`,
        controller: /** @type {const} */ ('CODE_DEPLOY'),
        length
      }))
    ];
    /** @type {readonly Crash[]} */
    const crashing = [
      ...crashes.map((crashAfter, index) => ({
        name: `crash-${index}`,
        controller: /** @type {const} */ ('ECS'),
        crashAfter
      })),
      ...crashes.map((crashAfter, index) => ({
        name: `crash-cd-${index}`,
        controller: /** @type {const} */ ('CODE_DEPLOY'),
        crashAfter
      }))
    ];
    const jobs = [...racing, ...crashing];
    await call(stage.endpoint, 'ecs', 'CreateCluster', { clusterName: 'shop' });
    await Promise.all(jobs.map(job => setUp(stage, job)));
    await fetch(`${stage.endpoint}/_slipway/scenarios`, {
      method: 'PUT',
      body: JSON.stringify({ tasks: jobs.map(scenarioOf) })
    });
    // Not all at the same moment: the looks of real runs are not in step either.
    /** @param {number} index */
    const stagger = index => stage.clock.sleep((index * 997) % 7_000);
    const [races, crashed] = await Promise.all([
      Promise.all(racing.map((job, index) => stagger(index).then(() => race(stage, job)))),
      Promise.all(crashing.map((job, index) => stagger(racing.length + index).then(() => crash(stage, job))))
    ]);
    return reportWatching(races, crashed, scale);
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

/** @returns {Promise<Slipway>} */
async function load() {
  const names = [
    'rollout/rollout',
    'rollout/target',
    'aws/ecs',
    'aws/codedeploy',
    'aws/logs',
    'host/clock',
    'config/sources/resolved-settings',
    'config/table/rollout',
    'rollout/watch/watch-service'
  ];
  const modules = await Promise.all(names.map(name => importModule(join(lib, `${name}.js`))));
  /** @type {unknown} */
  const merged = Object.assign({}, ...modules);
  return /** @type {Slipway} */ (merged);
}

/**
 * @param {string} path
 * @returns {Promise<unknown>}
 */
function importModule(path) {
  return import(path);
}

/**
 * @param {import('./stage.mjs').Cloud} cloud
 * @param {Slipway} ours
 * @param {number} scale
 * @returns {Promise<Stage>}
 */
async function openStage(cloud, ours, scale) {
  const endpoint = await readEndpoint(cloud);
  const clock = await readClock(endpoint);
  const retryMode = /** @type {const} */ ('standard');
  const clientConfig = { region, endpoint, maxAttempts: 8, retryMode, customUserAgent: [], requestHandler: {} };
  return { endpoint, ours, scale, clock: ours.systemClock(clock), clientConfig };
}

/**
 * A rollout by Slipway, and the SDK's waiter on the same deployment from the moment at which it exists.
 *
 * @param {Stage} stage
 * @param {Race} job
 * @returns {Promise<RaceResult>}
 */
async function race(stage, job) {
  const { scale } = stage;
  const times = { minDelay: 15 / scale, maxWaitTime: 7_200 / scale };
  const watch = startWatch(stage, job);
  /** @type {Promise<number> | undefined} */
  let waiting;
  const run = await rollOut(stage, job, made => {
    const waiter =
      job.controller === 'ECS'
        ? waitUntilServicesStable(
            { client: new ECSClient(stage.clientConfig), ...times, maxDelay: 600 / scale },
            { cluster: 'shop', services: [job.name] }
          )
        : waitUntilDeploymentSuccessful(
            { client: new CodeDeployClient(stage.clientConfig), ...times, maxDelay: 120 / scale },
            { deploymentId: made }
          );
    waiting = waiter.then(() => stage.clock.now());
  });
  if (run.result.verdict !== 'succeeded') throw new Error(`${job.name}: ${run.result.verdict}, ${run.result.reason}`);
  if (waiting === undefined) throw new Error(`${job.name}: no deployment was made.`);
  const waiterAt = await waiting;
  const { startedAt, endedAt } = await findEnd(stage, job, run.result);
  const all = await watch.stop();
  // While the run waits: from the request that began the deployment until its end.
  const watched = all.filter(at => at >= (run.calls[0] ?? Infinity) && at <= run.at);
  return { ...run, job, length: endedAt - startedAt, ours: run.at - endedAt, waiter: waiterAt - endedAt, watched };
}

/**
 * A version whose tasks crash: from the third death until the verdict is told.
 *
 * @param {Stage} stage
 * @param {Crash} job
 * @returns {Promise<CrashResult>}
 */
async function crash(stage, job) {
  const run = await rollOut(stage, job, () => undefined);
  const dead = await listDead(stage.endpoint, job.name);
  const failedAt = run.failedAt ?? NaN;
  return {
    ...run,
    job,
    sinceStopped: failedAt - findThird(dead.map(task => task.stoppedAt)),
    sinceStopping: failedAt - findThird(dead.map(task => task.stoppingAt))
  };
}

/**
 * @param {Stage} stage
 * @param {Job} job
 * @param {(deploymentId: string) => void} onMade
 * @returns {Promise<Run>}
 */
async function rollOut(stage, job, onMade) {
  const { ours, clock } = stage;
  /** @type {number[]} */
  const calls = [];
  let counting = false;
  /** @param {string | symbol} name @param {unknown} answer */
  const onAnswer = (name, answer) => {
    if (name !== 'updateService' && name !== 'createDeployment') return;
    counting = true;
    onMade(String(answer));
  };
  const ports = countCalls(
    stage,
    () => {
      if (counting) calls.push(clock.now());
    },
    onAnswer
  );
  const config = configOf(stage, job);
  const target = await ours.findTarget(config, { ...ports, clock });
  const taskDefinitionArn = await register(stage, job.name);
  /** @type {number | undefined} */
  let failedAt;
  /** @param {string} line */
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
    reporter: reporterTo(log),
    cleanupStore: { add: () => undefined, remove: () => undefined }
  });
  return { result, at: clock.now(), startedAt, failedAt, calls };
}

/**
 * When the deployment began and ended, in milliseconds since the epoch by AWS's clock.
 *
 * @param {Stage} stage
 * @param {Job} job
 * @param {RolloutResult} result
 */
async function findEnd(stage, job, { codedeployDeploymentId, serviceDeploymentArn }) {
  if (job.controller === 'ECS') {
    const asked = { serviceDeploymentArns: [serviceDeploymentArn] };
    const { serviceDeployments } = /** @type {import('./stage.mjs').ServiceDeployments} */ (
      await call(stage.endpoint, 'ecs', 'DescribeServiceDeployments', asked)
    );
    const [deployment] = serviceDeployments;
    if (deployment === undefined) throw new Error(`${job.name} has no deployment.`);
    return { startedAt: deployment.createdAt * 1000, endedAt: deployment.finishedAt * 1000 };
  }
  const { deploymentInfo } = /** @type {import('./stage.mjs').Deployment} */ (
    await call(stage.endpoint, 'codedeploy', 'GetDeployment', { deploymentId: codedeployDeploymentId })
  );
  return { startedAt: deploymentInfo.createTime * 1000, endedAt: deploymentInfo.completeTime * 1000 };
}

/**
 * So many numbers, evenly from one to the other.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
function spread(from, to, count) {
  return Array.from({ length: count }, (_, index) => Math.round(from + ((to - from) * index) / Math.max(1, count - 1)));
}

/**
 * How long the new tasks take to be healthy makes the length; the rest of a deployment is as long as ever.
 *
 * @param {Race | Crash} job
 */
function scenarioOf(job) {
  if ('crashAfter' in job) return { family: job.name, behaviour: 'crash', afterSeconds: job.crashAfter };
  const rest = job.controller === 'ECS' ? 30 : 60;
  return { family: job.name, behaviour: 'good', healthyAfterSeconds: Math.max(1, job.length - rest) };
}

/**
 * @param {Stage} stage
 * @param {Job} job
 */
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
    const asked = { cluster: 'shop', services: [name] };
    const { services } = /** @type {import('./stage.mjs').Services} */ (
      await call(stage.endpoint, 'ecs', 'DescribeServices', asked)
    );
    const done = services[0]?.deployments?.every(deployment => deployment.rolloutState === 'COMPLETED') ?? true;
    if (services[0]?.runningCount === 1 && done) return;
    await stage.clock.sleep(3_000);
  }
}

/**
 * @param {Stage} stage
 * @param {string} family
 * @returns {Promise<string>} the ARN of the revision
 */
async function register(stage, family) {
  const registered = await call(stage.endpoint, 'ecs', 'RegisterTaskDefinition', {
    family,
    containerDefinitions: [
      { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.29', memory: 128, portMappings: [{ containerPort: 8080 }] }
    ]
  });
  return /** @type {{ taskDefinition: { taskDefinitionArn: string } }} */ (registered).taskDefinition.taskDefinitionArn;
}

/** @param {string} taskDefinition */
function appspec(taskDefinition) {
  const Properties = {
    TaskDefinition: taskDefinition,
    LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 8080 }
  };
  return JSON.stringify({ version: 0.0, Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }] });
}
