// What a run costs beside AWS's own time: start-up, size, calls, and how soon after the deployment the process ends.
//   node bench/index.mjs [starts = 21] [scale = 1]
// SLIPWAY_DIST names other bundles than the committed ones. With scale 1 the run at the end takes as long as a real small deployment; the times of a faster one hold the machine's own time as many times over.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { measureSeveral } from './several.mjs';
import { measureCheck } from './check.mjs';
import { measurePlans } from './plan.mjs';
import { measureWatching } from './watch.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = process.env.SLIPWAY_DIST ?? join(root, 'dist');
const action = join(dist, 'index.js');
const command = join(dist, 'cli', 'index.js');
const starts = Number(process.argv[2] ?? 21);
const scale = Number(process.argv[3] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
const region = 'eu-west-1';

try {
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
    ...measureCheck(root, folder, starts),
    ...(await measurePlans()),
    ...(await measureRollingRun()),
    ...(await measureSeveral('ECS', 50, 4, 120)),
    ...(await measureSeveral('CODE_DEPLOY', 50, 4, 120)),
    ...(await measureWatching(10, 20))
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function repeat(measure) {
  await measure();
  const times = [];
  for (let run = 0; run < starts; run += 1) times.push(await measure());
  return times;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

async function timeBareNode() {
  const begin = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - begin;
}

/** From the start of the process to the arrival of its first request; the endpoint never answers, and the process is ended. */
async function timeToFirstCall() {
  let arrived;
  const first = new Promise(resolve => (arrived = resolve));
  const server = createServer(() => arrived(performance.now())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const workspace = makeWorkspace();
  const begin = performance.now();
  const child = startAction(workspace, { AWS_ENDPOINT_URL: `http://127.0.0.1:${server.address().port}` });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The bundle ended without a call.')));
  ended.catch(() => undefined);
  const time = (await Promise.race([first, ended])) - begin;
  child.kill('SIGKILL');
  await ended.catch(() => undefined);
  server.closeAllConnections();
  server.close();
  return time;
}

async function measureRollingRun() {
  const cloud = spawn(process.execPath, [command, 'cloud', '--port', '0', '--scale', String(scale)], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  try {
    const endpoint = await readEndpoint(cloud);
    const { clock } = await (await fetch(`${endpoint}/_slipway/time`)).json();
    await setUp(endpoint);
    await fetch(`${endpoint}/_slipway/journal`, { method: 'DELETE' });
    const workspace = makeWorkspace();
    const begin = Date.now();
    const child = startAction(workspace, { AWS_ENDPOINT_URL: endpoint, SLIPWAY_CLOCK: clock });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (log += text));
    const [exitCode] = await once(child, 'exit');
    const end = Date.now();
    if (exitCode !== 0) throw new Error(`The bundle ended with ${exitCode}:\n${log}`);
    // What Docker asks of the registry is in the journal too.
    const journal = (await (await fetch(`${endpoint}/_slipway/journal`)).json()).filter(entry =>
      /^\w+$/.test(entry.operation)
    );
    const finished = await finishedAt(endpoint);
    const [, anchor] = clock.split('@').map(Number);
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

async function readEndpoint(cloud) {
  for await (const line of createInterface({ input: cloud.stdout })) {
    const endpoint = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (endpoint !== undefined) return endpoint;
  }
  throw new Error('slipway cloud said no endpoint.');
}

async function setUp(endpoint) {
  const ecs = 'AmazonEC2ContainerServiceV20141113';
  await call(endpoint, ecs, 'CreateCluster', { clusterName: 'shop' });
  await call(endpoint, 'AmazonEC2ContainerRegistry_V20150921', 'CreateRepository', { repositoryName: 'shop/web' });
  await call(endpoint, ecs, 'RegisterTaskDefinition', taskDefinition('public.ecr.aws/nginx/nginx:1.29'));
  await call(endpoint, ecs, 'CreateService', {
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'shop-web',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } }
  });
  for (;;) {
    const { services } = await call(endpoint, ecs, 'DescribeServices', { cluster: 'shop', services: ['web'] });
    if (services[0].deployments.every(deployment => deployment.rolloutState === 'COMPLETED')) return;
    await sleep(200);
  }
}

/** When ECS was done with the newest deployment, milliseconds since the epoch in its own time. */
async function finishedAt(endpoint) {
  const ecs = 'AmazonEC2ContainerServiceV20141113';
  const { serviceDeployments } = await call(endpoint, ecs, 'ListServiceDeployments', {
    cluster: 'shop',
    service: 'web'
  });
  return Math.max(...serviceDeployments.map(deployment => deployment.finishedAt * 1000));
}

async function call(endpoint, target, operation, input) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${target}.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=BENCH/20260101/${region}/aws/aws4_request, SignedHeaders=host, Signature=none`
    },
    body: JSON.stringify(input)
  });
  const output = await response.json();
  if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(output)}`);
  return output;
}

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

function describeSize(path) {
  const { size } = statSync(path);
  return `${(size / 1e6).toFixed(2)} MB (${(gzipSync(readFileSync(path)).length / 1e3).toFixed(0)} KB gzipped)`;
}

function describeCalls(journal) {
  const counts = new Map();
  for (const { operation } of journal) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return [...counts].map(([operation, times]) => (times === 1 ? operation : `${operation} ×${times}`)).join(', ');
}
