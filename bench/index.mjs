// What a run costs beside AWS's own time: start-up, size, calls, and how soon after the deployment the process ends.
//   node bench/index.mjs [starts = 21] [scale = 1]
// SLIPWAY_DIST names other bundles than the committed ones. With scale 1 the run at the end takes as long as a real small deployment; the times of a faster one hold the machine's own time as many times over.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { measureAdvice } from './advice.mjs';
import { measureBuilds } from './builds.mjs';
import { measureCache } from './cache.mjs';
import { measureChain } from './chain.mjs';
import { measureCheck } from './check.mjs';
import { measureCloud } from './cloud.mjs';
import { measurePlans } from './plan.mjs';
import { measureSeveral } from './several.mjs';
import {
  anchorOf,
  call,
  describeCalls,
  exitOf,
  median,
  printRows,
  readClock,
  readEndpoint,
  readJournal,
  region
} from './stage.mjs';
import { measureWatching } from './watch.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = process.env.SLIPWAY_DIST ?? join(root, 'dist');
const action = join(dist, 'index.js');
const command = join(dist, 'cli', 'index.js');
const starts = Number(process.argv[2] ?? 21);
const scale = Number(process.argv[3] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));

try {
  /** @type {readonly import('./stage.mjs').Row[]} */
  const rows = [
    ['Node', process.version],
    ['bare `node -e 0`, median', `${median(await repeat(timeBareNode)).toFixed(0)} ms`],
    ['start to first AWS call, median', `${median(await repeat(timeToFirstCall)).toFixed(0)} ms`],
    ['dist/index.js', describeSize(action)],
    ['dist/cli/index.js', describeSize(command)],
    [
      'files in dist',
      readdirSync(dist, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).length
    ],
    ["GitHub's archive of the commit, gzipped", `${(measureArchive() / 1e6).toFixed(2)} MB`],
    ...measureCheck(root, folder, starts),
    ...(await measureCloud(command, 5)),
    ...(await measurePlans()),
    ...(await measureRollingRun()),
    ...(await measureSeveral('ECS', 50, 4, 120)),
    ...(await measureSeveral('CODE_DEPLOY', 50, 4, 120)),
    ...(await measureWatching(10, 20)),
    ...(await measureBuilds(20)),
    ...(await measureAdvice(200)),
    ...(await measureCache(30)),
    ...(await measureChain(10, 4))
  ];
  printRows(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {() => Promise<number>} measure milliseconds */
async function repeat(measure) {
  await measure();
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < starts; run += 1) times.push(await measure());
  return times;
}

/** What GitHub makes of the commit that is checked out for a job that uses the Action, in bytes. */
function measureArchive() {
  const { status, stdout, stderr } = spawnSync('git', ['archive', '--format=tar', 'HEAD'], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024
  });
  if (status !== 0) throw new Error(`git archive failed: ${stderr.toString()}`);
  return gzipSync(stdout).length;
}

async function timeBareNode() {
  const begin = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - begin;
}

/** From the start of the process to the arrival of its first request; the endpoint never answers, and the process is ended. */
async function timeToFirstCall() {
  const server = createServer().listen(0, '127.0.0.1');
  const first = once(server, 'request').then(() => performance.now());
  await once(server, 'listening');
  const workspace = makeWorkspace();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The endpoint has no port.');
  const begin = performance.now();
  const child = startAction(workspace, { AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}` });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The bundle ended without a call.')));
  ended.catch(() => undefined);
  const time = (await Promise.race([first, ended])) - begin;
  child.kill('SIGKILL');
  await ended.catch(() => undefined);
  server.closeAllConnections();
  server.close();
  return time;
}

/** @returns {Promise<readonly import('./stage.mjs').Row[]>} */
async function measureRollingRun() {
  const cloud = spawn(process.execPath, [command, 'cloud', '--port', '0', '--scale', String(scale)], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  try {
    const endpoint = await readEndpoint(cloud);
    const clock = await readClock(endpoint);
    await setUp(endpoint);
    await fetch(`${endpoint}/_slipway/journal`, { method: 'DELETE' });
    const workspace = makeWorkspace();
    const begin = Date.now();
    const child = startAction(workspace, { AWS_ENDPOINT_URL: endpoint, SLIPWAY_CLOCK: clock });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ data) => (log += data.toString()));
    const exitCode = await exitOf(child);
    const end = Date.now();
    if (exitCode !== 0) throw new Error(`The bundle ended with ${exitCode}:\n${log}`);
    // What Docker asks of the registry is in the journal too.
    const journal = (await readJournal(endpoint)).filter(entry => /^\w+$/.test(entry.operation));
    const finished = await finishedAt(endpoint);
    const anchor = anchorOf(clock);
    /** @param {number} time */
    const virtual = time => anchor + (time - anchor) * scale;
    return [
      [
        'rolling run, whole',
        `${((end - begin) / 1000).toFixed(1)} s${scale === 1 ? '' : ` (AWS ${scale} times as fast)`}`
      ],
      ['AWS calls of it', journal.length],
      ['  by operation', describeCalls(journal)],
      [
        "deployment's end to process's end",
        `${((virtual(end) - finished) / 1000).toFixed(1)} s${scale === 1 ? '' : " of AWS's time"}`
      ]
    ];
  } finally {
    cloud.kill('SIGTERM');
  }
}

/** @param {string} endpoint */
async function setUp(endpoint) {
  await call(endpoint, 'ecs', 'CreateCluster', { clusterName: 'shop' });
  await call(endpoint, 'ecr', 'CreateRepository', { repositoryName: 'shop/web' });
  await call(endpoint, 'ecs', 'RegisterTaskDefinition', taskDefinition('public.ecr.aws/nginx/nginx:1.29'));
  await call(endpoint, 'ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'shop-web',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } }
  });
  for (;;) {
    const asked = { cluster: 'shop', services: ['web'] };
    const { services } = /** @type {import('./stage.mjs').Services} */ (
      await call(endpoint, 'ecs', 'DescribeServices', asked)
    );
    if (services[0]?.deployments?.every(deployment => deployment.rolloutState === 'COMPLETED') === true) return;
    await sleep(200);
  }
}

/**
 * When ECS was done with the newest deployment, milliseconds since the epoch in its own time.
 *
 * @param {string} endpoint
 */
async function finishedAt(endpoint) {
  const asked = { cluster: 'shop', service: 'web' };
  const { serviceDeployments } = /** @type {import('./stage.mjs').ServiceDeployments} */ (
    await call(endpoint, 'ecs', 'ListServiceDeployments', asked)
  );
  return Math.max(...serviceDeployments.map(deployment => deployment.finishedAt * 1000));
}

/** @param {string} image */
function taskDefinition(image) {
  return {
    family: 'shop-web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions: [{ name: 'web', image, portMappings: [{ containerPort: 8080 }] }]
  };
}

function makeWorkspace() {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  writeFileSync(join(workspace, 'taskdefinition.json'), JSON.stringify(taskDefinition('<IMAGE1_NAME>')));
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /Dockerfile\n');
  const bin = join(workspace, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'docker'),
    `#!/bin/sh\nexport SLIPWAY_STAND_IN_STATE='${join(workspace, '.images')}'\nexec '${process.execPath}' '${command}' stand-in-docker "$@"\n`
  );
  chmodSync(join(bin, 'docker'), 0o755);
  return workspace;
}

/**
 * @param {string} workspace
 * @param {Readonly<Record<string, string>>} env
 */
function startAction(workspace, env) {
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV'].map(name => [`GITHUB_${name}`, join(workspace, `.${name}`)])
  );
  for (const path of Object.values(files)) writeFileSync(path, '');
  return spawn(process.execPath, [action], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${join(workspace, 'bin')}:${process.env.PATH}`,
      HOME: workspace,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_SHA: '4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2',
      GITHUB_REPOSITORY: 'example/shop',
      GITHUB_RUN_ID: '1',
      RUNNER_TEMP: workspace,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      ...files,
      INPUT_REPOSITORY: 'shop/web',
      'INPUT_TASK-DEFINITION': 'taskdefinition.json',
      INPUT_CLUSTER: 'shop',
      INPUT_SERVICE: 'web',
      ...env
    }
  });
}

/** @param {string} path */
function describeSize(path) {
  const { size } = statSync(path);
  return `${(size / 1e6).toFixed(2)} MB (${(gzipSync(readFileSync(path)).length / 1e3).toFixed(0)} KB gzipped)`;
}
