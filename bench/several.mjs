// What 50 services in one process cost beside one: AWS calls while it waits, wall time, memory; and how soon each verdict is there when all
// crash at start.
//   node bench/several.mjs [services = 50] [scale = 4] [seconds = 120] [ECS | CODE_DEPLOY: default both]
// The bundled command runs as a process against the built-in AWS, `scale` times as fast as the world; each deployment takes about so many
// seconds of AWS's time. SLIPWAY_DIST names other bundles than the committed ones.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import {
  anchorOf,
  call,
  describeCalls,
  exitOf,
  findThird,
  listDead,
  median,
  printRows,
  readClock,
  readEndpoint,
  readJournal,
  region,
  setUpCodeDeploy,
  targetGroup
} from './stage.mjs';

/**
 * @typedef {import('./stage.mjs').Controller} Controller
 * @typedef {{ readonly behaviour: string, readonly healthyAfterSeconds?: number }} Behaviour of the new tasks, as `/_slipway/scenarios` takes it
 * @typedef {{ readonly createdAt: number, readonly finishedAt: number }} Times in seconds of AWS's time
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(process.env.SLIPWAY_DIST ?? join(root, 'dist'), 'cli', 'index.js');
/** From the first healthy task to the deployment's end, in seconds of AWS's time. */
const REST = { ECS: 30, CODE_DEPLOY: 60 };
/** What begins a deployment. */
const BEGIN = { ECS: 'UpdateService', CODE_DEPLOY: 'CreateDeployment' };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [services = 50, scale = 4, seconds = 120] = process.argv.slice(2, 5).map(Number);
  /** @type {readonly Controller[]} */
  const controllers = ['ECS', 'CODE_DEPLOY'];
  const wanted = controllers.filter(controller => (process.argv[5] ?? controller) === controller);
  const rows = [];
  for (const controller of wanted) rows.push(...(await measureSeveral(controller, services, scale, seconds)));
  printRows(rows);
}

/**
 * Rows for the table of the benchmark.
 *
 * @param {Controller} controller
 * @param {number} count
 * @param {number} scale
 * @param {number} length
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
export async function measureSeveral(controller, count, scale, length) {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  try {
    const good = { behaviour: 'good', healthyAfterSeconds: Math.max(1, length - REST[controller]) };
    /**
     * @param {number} services
     * @param {Behaviour} behaviour
     * @param {number} expected
     */
    const measure = (services, behaviour, expected) =>
      measureOne(folder, { controller, count: services, scale, behaviour, expected });
    const one = await measure(1, good, 0);
    const many = await measure(count, good, 0);
    const crashes = await measure(count, { behaviour: 'crash' }, 3);
    /** @param {Awaited<ReturnType<typeof measureOne>>} run */
    const perMinute = run => run.calls.length / run.minutes;
    return [
      [
        `${count} ${controller === 'ECS' ? 'ECS' : 'CodeDeploy'} services in one process`,
        `AWS ${scale} times as fast, deployments of ${many.lengths.map(each => each.toFixed(0)).join(' to ')} s`
      ],
      [
        '  AWS calls a minute of waiting: 1 / all',
        `${perMinute(one).toFixed(1)} / ${perMinute(many).toFixed(1)}, ${(perMinute(many) / perMinute(one)).toFixed(1)} times`
      ],
      ['    of 1, by operation', describeCalls(one.calls)],
      ['    of all, by operation', describeCalls(many.calls)],
      [
        '  wall time: 1 / all',
        `${one.seconds.toFixed(1)} / ${many.seconds.toFixed(1)} s, ${(many.seconds / one.seconds).toFixed(2)} times`
      ],
      ['  peak memory (VmHWM): 1 / all', `${one.memory} / ${many.memory}`],
      ["  deployment's end to process's end", `${many.sinceEnd.toFixed(1)} s of AWS's time`],
      ['  all crash: third task STOPPED to each verdict, p50 / longest', describeSpread(crashes.sinceThird)]
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {{ readonly controller: Controller, readonly count: number, readonly scale: number, readonly behaviour: Behaviour, readonly expected: number }} run
 *   `expected`: the exit code
 */
async function measureOne(folder, { controller, count, scale, behaviour, expected }) {
  const cloud = spawn(process.execPath, [command, 'cloud', '--port', '0', '--scale', String(scale)], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  try {
    const endpoint = await readEndpoint(cloud);
    const clock = await readClock(endpoint);
    const names = Array.from({ length: count }, (_each, index) => `web-${index}`);
    await setUp(endpoint, controller, names, behaviour);
    await fetch(`${endpoint}/_slipway/journal`, { method: 'DELETE' });
    const workspace = makeWorkspace(folder, controller, names);
    const begin = Date.now();
    const child = spawn(process.execPath, [command, 'ship'], {
      cwd: workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: workspace,
        CI: 'true',
        AWS_ENDPOINT_URL: endpoint,
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'not-a-secret',
        SLIPWAY_CLOCK: clock
      }
    });
    const anchor = anchorOf(clock);
    /** @param {number} time */
    const virtual = time => anchor + (time - anchor) * scale;
    let log = '';
    /** @type {Map<string, number>} */
    const failedAt = new Map();
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        log += `${line}\n`;
        const [, name] = /^(web-\d+) .*\] Failed: /.exec(line) ?? [];
        if (name !== undefined && !failedAt.has(name)) failedAt.set(name, virtual(Date.now()));
      });
    }
    let memory = 'unknown here';
    const timer = setInterval(() => (memory = readPeak(child.pid) ?? memory), 50);
    const exitCode = await exitOf(child);
    const end = Date.now();
    clearInterval(timer);
    if (exitCode !== expected) throw new Error(`The bundle ended with ${exitCode}:\n${log}`);

    const journal = await readJournal(endpoint);
    const virtualEnd = virtual(end);
    const deployments = await listDeployments(endpoint, controller, names);
    // It waits from the first deployment on.
    const first = journal.findIndex(entry => entry.operation === BEGIN[controller]);
    const lengths = deployments.map(({ createdAt, finishedAt }) => finishedAt - createdAt);
    return {
      calls: journal.slice(first).filter(entry => entry.operation !== BEGIN[controller]),
      minutes: (virtualEnd - Date.parse(journal[first]?.time ?? '')) / 60_000,
      seconds: (end - begin) / 1000,
      lengths: [...new Set([Math.min(...lengths), Math.max(...lengths)].map(Math.round))],
      sinceEnd: virtualEnd / 1000 - Math.max(...deployments.map(({ finishedAt }) => finishedAt)),
      sinceThird: await Promise.all(
        [...failedAt].map(async ([name, at]) => (at - (await findThirdDeath(endpoint, name))) / 1000)
      ),
      memory
    };
  } finally {
    cloud.kill('SIGTERM');
  }
}

/**
 * The most memory that a process has had so far; undefined where the system does not tell, or it has ended.
 *
 * @param {number | undefined} pid
 */
function readPeak(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : `${(Number(kilobytes) / 1024).toFixed(0)} MB`;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} family
 * @param {string} version
 */
function taskDefinition(family, version) {
  return {
    family,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions: [
      { name: 'web', image: `public.ecr.aws/nginx/nginx:${version}`, portMappings: [{ containerPort: 80 }] }
    ]
  };
}

/**
 * @param {string} endpoint
 * @param {Controller} controller
 * @param {readonly string[]} names
 * @param {Behaviour} behaviour
 */
async function setUp(endpoint, controller, names, behaviour) {
  await call(endpoint, 'ecs', 'CreateCluster', { clusterName: 'shop' });
  await call(endpoint, 'ecs', 'RegisterTaskDefinition', taskDefinition('shop-before', '1.28'));
  for (const serviceName of names) {
    const target = { targetGroupArn: targetGroup(serviceName, 'blue'), containerName: 'web', containerPort: 80 };
    await call(endpoint, 'ecs', 'CreateService', {
      cluster: 'shop',
      serviceName,
      taskDefinition: 'shop-before',
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0a1b2c3d4e5f60718'],
          securityGroups: ['sg-0a1b2c3d4e5f60718'],
          assignPublicIp: 'DISABLED'
        }
      },
      deploymentController: { type: controller },
      ...(controller === 'ECS' ? {} : { loadBalancers: [target] })
    });
    if (controller === 'CODE_DEPLOY') await setUpCodeDeploy(endpoint, serviceName);
  }
  for (const name of names) await waitUntilSteady(endpoint, name);
  await fetch(`${endpoint}/_slipway/scenarios`, {
    method: 'PUT',
    body: JSON.stringify({ tasks: [{ family: 'shop-web', ...behaviour }] })
  });
}

/**
 * @param {string} endpoint
 * @param {string} name
 */
async function waitUntilSteady(endpoint, name) {
  for (;;) {
    const asked = { cluster: 'shop', services: [name] };
    const { services } = /** @type {import('./stage.mjs').Services} */ (
      await call(endpoint, 'ecs', 'DescribeServices', asked)
    );
    const done = services[0]?.deployments?.every(deployment => deployment.rolloutState === 'COMPLETED') ?? true;
    if (done && services[0]?.runningCount === services[0]?.desiredCount) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/**
 * The newest deployment of each that is no rollback.
 *
 * @param {string} endpoint
 * @param {Controller} controller
 * @param {readonly string[]} names
 * @returns {Promise<readonly Times[]>}
 */
function listDeployments(endpoint, controller, names) {
  const find = controller === 'ECS' ? findEcsDeployment : findCodeDeployDeployment;
  return Promise.all(names.map(name => find(endpoint, name)));
}

/**
 * @param {string} endpoint
 * @param {string} service
 * @returns {Promise<Times>}
 */
async function findEcsDeployment(endpoint, service) {
  const { serviceDeployments } = /** @type {import('./stage.mjs').ServiceDeployments} */ (
    await call(endpoint, 'ecs', 'ListServiceDeployments', { cluster: 'shop', service })
  );
  const [newest] = serviceDeployments;
  if (newest === undefined) throw new Error(`${service} has no deployment.`);
  return newest;
}

/**
 * @param {string} endpoint
 * @param {string} service
 * @returns {Promise<Times>}
 */
async function findCodeDeployDeployment(endpoint, service) {
  const group = { applicationName: service, deploymentGroupName: service };
  const { deployments } = /** @type {{ deployments: readonly string[] }} */ (
    await call(endpoint, 'codedeploy', 'ListDeployments', group)
  );
  const { deploymentInfo } = /** @type {import('./stage.mjs').Deployment} */ (
    await call(endpoint, 'codedeploy', 'GetDeployment', { deploymentId: deployments.at(-1) })
  );
  return { createdAt: deploymentInfo.createTime, finishedAt: deploymentInfo.completeTime };
}

/**
 * When the third task of the new version was STOPPED, in milliseconds since the epoch.
 *
 * @param {string} endpoint
 * @param {string} serviceName
 */
async function findThirdDeath(endpoint, serviceName) {
  return findThird((await listDead(endpoint, serviceName)).map(task => task.stoppedAt));
}

/** @param {readonly number[]} seconds */
function describeSpread(seconds) {
  return `${median(seconds).toFixed(1)} / ${Math.max(...seconds).toFixed(1)} s of AWS's time (${seconds.length} services)`;
}

/**
 * @param {string} folder
 * @param {Controller} controller
 * @param {readonly string[]} names
 */
function makeWorkspace(folder, controller, names) {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  writeFileSync(join(workspace, 'web.json'), JSON.stringify(taskDefinition('shop-web', '1.29')));
  /** @param {string} name */
  const groupOf = name =>
    controller === 'ECS' ? '' : `, codedeploy-application: ${name}, codedeploy-deployment-group: ${name}`;
  const services = names.map(name => `  - { service: ${name}${groupOf(name)} }\n`).join('');
  const settings = `region: ${region}\ncluster: shop\ntask-definition: web.json\nservices:\n${services}`;
  writeFileSync(join(workspace, 'slipway.yml'), settings);
  return workspace;
}
