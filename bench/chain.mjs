// The whole job beside the official actions: log in, build, push, task definition, deployment, verdict; for one service and for ten of one image.
//   SLIPWAY_OFFICIAL_ACTIONS=<folder> node bench/chain.mjs [services = 10] [scale = 4]
// The folder holds check-outs of aws-actions/amazon-ecr-login, amazon-ecs-render-task-definition and amazon-ecs-deploy-task-definition by these
// names. Their own bundles run; between them `docker build` and `docker push` stand for docker/build-push-action. Wants a Docker engine, and
// busybox as a static program. SLIPWAY_DIST names other bundles than the committed ones.
// Several services are one step of the deploy action after the other, in one job. A matrix would be one job each: a runner, a login and a check-out each.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { call, describeCalls, exitOf, printRows, readClock, readEndpoint, readJournal, region } from './stage.mjs';

/**
 * @typedef {{ readonly folder: string, readonly endpoint: string, readonly clock: string, readonly scale: number, readonly names: readonly string[] }} Job
 *   `folder`: the work tree; `endpoint`: of AWS; `names`: the services
 * @typedef {{ readonly code: number | null, readonly redAt?: number | undefined }} End `redAt`: when it first said of a service that it failed, by `performance.now()`
 * @typedef {{ readonly seconds: number, readonly red: number, readonly journal: readonly import('./stage.mjs').JournalEntry[], readonly sent: number, readonly received: number }} Measured
 *   `seconds` and `red` of AWS's time; bytes of AWS's API, without the image's
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(process.env.SLIPWAY_DIST ?? join(root, 'dist'), 'cli', 'index.js');
const official = process.env.SLIPWAY_OFFICIAL_ACTIONS;
const BUSYBOX = '/bin/busybox';
const IMAGE_BYTES = 8_000_000;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [services = 10, scale = 4] = process.argv.slice(2).map(Number);
  printRows(await measureChain(services, scale));
}

/**
 * Rows for the table of the benchmark; one that says so where something is missing.
 *
 * @param {number} services
 * @param {number} scale how many times as fast as the world AWS runs
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
export async function measureChain(services, scale) {
  const title = 'the official actions';
  if (official === undefined) return [[title, 'not measured: SLIPWAY_OFFICIAL_ACTIONS names no folder']];
  if (spawnSync('docker', ['info']).status !== 0) return [[title, 'not measured: no Docker engine answers']];
  if (!existsSync(BUSYBOX)) return [[title, `not measured: ${BUSYBOX} is not there`]];
  /** @param {number} count @param {string} behaviour @param {(job: Job) => Promise<End>} ship */
  const measure = (count, behaviour, ship) => measureOne(count, scale, behaviour, ship);
  /** @param {string} delay */
  const chain = delay => (/** @type {Job} */ job) => runOfficial(job, delay);
  const [one, oneOfficial] = [await measure(1, 'good', runSlipway), await measure(1, 'good', chain('15'))];
  const oneDefault = await measure(1, 'good', chain(''));
  const [many, manyOfficial] = [
    await measure(services, 'good', runSlipway),
    await measure(services, 'good', chain('15'))
  ];
  const [crash, crashOfficial] = [await measure(1, 'crash', runSlipway), await measure(1, 'crash', chain('15'))];
  return [
    ['the whole job beside the official actions', `AWS ${scale} times as fast; Slipway / official, in AWS's time`],
    ...describe('1 service', one, oneOfficial),
    ['    official without wait-max-delay-seconds: 15', compare(one.seconds, oneDefault.seconds, 1, 's')],
    ...describe(`${services} services of one image`, many, manyOfficial),
    ['  1 service that crashes, to the first red', compare(crash.red, crashOfficial.red, 1, 's')],
    ['    to the end of the job', compare(crash.seconds, crashOfficial.seconds, 1, 's')],
    ['    AWS calls', compare(crash.journal.length, crashOfficial.journal.length, 0)]
  ];
}

/**
 * @param {string} title
 * @param {Measured} ours
 * @param {Measured} theirs
 * @returns {readonly import('./stage.mjs').Row[]}
 */
function describe(title, ours, theirs) {
  return [
    [`  ${title}, to the verdict`, compare(ours.seconds, theirs.seconds, 1, 's')],
    ['    AWS calls', compare(ours.journal.length, theirs.journal.length, 0)],
    ['      of Slipway', describeCalls(ours.journal)],
    ['      of the official actions', describeCalls(theirs.journal)],
    ["    bytes sent to AWS's API", compare(ours.sent / 1000, theirs.sent / 1000, 1, 'kB')],
    ["    bytes received from AWS's API", compare(ours.received / 1000, theirs.received / 1000, 1, 'kB')]
  ];
}

/** @param {number} ours @param {number} theirs @param {number} digits @param {string} [unit] */
function compare(ours, theirs, digits, unit = '') {
  return (
    `${ours.toFixed(digits)} / ${theirs.toFixed(digits)} ${unit}`.trimEnd() + `, ${(ours / theirs).toFixed(2)} times`
  );
}

/**
 * @param {number} count
 * @param {number} scale
 * @param {string} behaviour of the new version's tasks
 * @param {(job: Job) => Promise<End>} ship
 * @returns {Promise<Measured>}
 */
async function measureOne(count, scale, behaviour, ship) {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const cloud = spawn(process.execPath, [command, 'cloud', '--port=0', `--scale=${scale}`], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  try {
    const endpoint = await readEndpoint(cloud);
    const names = Array.from({ length: count }, (_each, index) => `web-${index}`);
    await setUp(endpoint, names, behaviour);
    makeWorkspace(folder, names);
    const counted = await countBytes(endpoint);
    await fetch(`${endpoint}/_slipway/journal`, { method: 'DELETE' });
    const began = performance.now();
    const clock = await readClock(endpoint);
    const { code, redAt } = await ship({ folder, endpoint: counted.endpoint, clock, scale, names });
    const ended = performance.now();
    counted.close();
    if ((code === 0) !== (behaviour === 'good')) throw new Error(`A job with ${behaviour} tasks ended with ${code}.`);
    // Docker's requests to the registry are in the journal, too.
    const journal = (await readJournal(endpoint)).filter(entry => /^\w+$/.test(entry.operation));
    /** @param {number} time */
    const since = time => ((time - began) * scale) / 1000;
    return {
      seconds: since(ended),
      red: since(redAt ?? ended),
      journal,
      sent: counted.sent,
      received: counted.received
    };
  } finally {
    cloud.kill('SIGTERM');
    await exitOf(cloud);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * An address that passes everything on to AWS and counts it.
 *
 * @param {string} endpoint
 */
async function countBytes(endpoint) {
  const { hostname, port } = new URL(endpoint);
  const counted = { endpoint: '', sent: 0, received: 0, close: () => void server.close() };
  const server = createServer(client => {
    const aws = connect(Number(port), hostname);
    client.on('data', data => (counted.sent += data.length));
    aws.on('data', data => (counted.received += data.length));
    for (const socket of [client, aws]) socket.on('error', () => [client, aws].forEach(each => each.destroy()));
    client.pipe(aws).pipe(client);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The counting address has no port.');
  counted.endpoint = `http://127.0.0.1:${address.port}`;
  return counted;
}

/**
 * `slipway ship`.
 *
 * @param {Job} job
 * @returns {Promise<End>}
 */
async function runSlipway({ folder, endpoint, clock, names }) {
  const services = names.map(service => `  - { service: ${service} }\n`).join('');
  writeFileSync(
    join(folder, 'slipway.yml'),
    `region: ${region}\nrepository: shop\ntags: ["1"]\ncontext: app\ncluster: shop\ntask-definition: web.json\nservices:\n${services}`
  );
  const { code, log, redAt } = await run(folder, process.execPath, [command, 'ship'], {
    ...environment(folder, endpoint),
    SLIPWAY_CLOCK: clock
  });
  if (code !== 0 && redAt === undefined) throw new Error(`slipway ship ended with ${code} and no verdict:\n${log}`);
  return { code, redAt };
}

/**
 * The official actions, one after the other, up to the first that fails.
 *
 * @param {Job} job
 * @param {string} delay of the deploy action, `wait-max-delay-seconds`; empty: its default
 * @returns {Promise<End>}
 */
async function runOfficial({ folder, endpoint, scale, names }, delay) {
  const env = environment(folder, endpoint);
  // They know no other clock: what they sleep is as much shorter as AWS is faster.
  const clock = join(folder, 'clock.cjs');
  writeFileSync(
    clock,
    `const { setTimeout } = globalThis;\nglobalThis.setTimeout = (done, time, ...rest) => setTimeout(done, time >= 1000 ? time / ${scale} : time, ...rest);\n`
  );
  /** @param {string} name @param {Readonly<Record<string, string>>} inputs */
  const act = async (name, inputs) => {
    const output = join(folder, 'output');
    writeFileSync(output, '');
    /** @type {Readonly<Record<string, string>>} */
    const given = Object.fromEntries(
      Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value])
    );
    const action = join(official ?? '', name, 'dist', 'index.js');
    const ended = await run(folder, process.execPath, ['--require', clock, action], {
      ...env,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: output,
      GITHUB_STATE: join(folder, 'state'),
      RUNNER_TEMP: folder,
      ...given
    });
    return { ...ended, outputs: readFileSync(output, 'utf8') };
  };
  /** @param {{ readonly code: number | null, readonly log: string }} step */
  const must = step => {
    if (step.code !== 0) throw new Error(`A step of the official actions ended with ${step.code}:\n${step.log}`);
  };
  writeFileSync(join(folder, 'state'), '');
  const login = await act('amazon-ecr-login', {
    'mask-password': 'true',
    'registry-type': 'private',
    'skip-logout': 'false'
  });
  must(login);
  const image = `${valueOf(login.outputs, 'registry')}/shop:1`;
  must(await run(folder, 'docker', ['build', '--tag', image, 'app'], env));
  must(await run(folder, 'docker', ['push', image], env));
  const rendered = await act('amazon-ecs-render-task-definition', {
    'task-definition': 'web.json',
    'container-name': 'web',
    image
  });
  must(rendered);
  for (const service of names) {
    const deployed = await act('amazon-ecs-deploy-task-definition', {
      'task-definition': valueOf(rendered.outputs, 'task-definition'),
      cluster: 'shop',
      service,
      'wait-for-service-stability': 'true',
      'wait-max-delay-seconds': delay
    });
    if (deployed.code !== 0) {
      if (!/rolled back/.test(deployed.log)) must(deployed);
      return { code: deployed.code };
    }
  }
  return { code: 0 };
}

/**
 * An output in a file of GITHUB_OUTPUT.
 *
 * @param {string} outputs
 * @param {string} name
 */
function valueOf(outputs, name) {
  const value = new RegExp(`^${name}<<(\\S+)\\n([^]*?)\\n\\1$`, 'm').exec(outputs)?.[2];
  if (value === undefined) throw new Error(`There is no output ${name}: ${outputs}`);
  return value;
}

/**
 * @param {string} cwd
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function run(cwd, program, args, env) {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  /** @type {number | undefined} */
  let redAt;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      log += String(chunk);
      if (/\bFailed: /.test(log)) redAt ??= performance.now();
    });
  }
  return { code: await exitOf(child), log, redAt };
}

/** @param {string} folder @param {string} endpoint @returns {NodeJS.ProcessEnv} */
function environment(folder, endpoint) {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    CI: 'true',
    ...(process.env.DOCKER_HOST === undefined ? {} : { DOCKER_HOST: process.env.DOCKER_HOST }),
    AWS_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench'
  };
}

/**
 * A task definition without its image, and what the image is built from: new each time, so that nothing comes from a cache.
 *
 * @param {string} folder
 * @param {readonly string[]} names
 */
function makeWorkspace(folder, names) {
  writeFileSync(join(folder, 'web.json'), JSON.stringify(taskDefinition('<IMAGE1_NAME>')));
  mkdirSync(join(folder, 'app'));
  copyFileSync(BUSYBOX, join(folder, 'app', 'busybox'));
  writeFileSync(join(folder, 'app', 'program'), randomBytes(IMAGE_BYTES));
  const text = `FROM scratch\nCOPY busybox /bin/busybox\nCOPY program /program\nLABEL services="${names.length}"\n`;
  writeFileSync(join(folder, 'app', 'Dockerfile'), text);
}

/** @param {string} image @param {string} [family] */
function taskDefinition(image, family = 'shop-web') {
  return {
    family,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions: [{ name: 'web', image, portMappings: [{ containerPort: 80 }] }]
  };
}

/**
 * Services that roll back by themselves: without that, the deploy action says of a crash after 30 minutes that it took too long.
 *
 * @param {string} endpoint
 * @param {readonly string[]} names
 * @param {string} behaviour
 */
async function setUp(endpoint, names, behaviour) {
  await call(endpoint, 'ecr', 'CreateRepository', { repositoryName: 'shop' });
  await call(endpoint, 'ecs', 'CreateCluster', { clusterName: 'shop' });
  const before = taskDefinition('public.ecr.aws/nginx/nginx:1.28', 'shop-before');
  await call(endpoint, 'ecs', 'RegisterTaskDefinition', before);
  for (const serviceName of names) {
    await call(endpoint, 'ecs', 'CreateService', {
      cluster: 'shop',
      serviceName,
      taskDefinition: 'shop-before',
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } },
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }
    });
  }
  const scenarios = { tasks: [{ family: 'shop-web', behaviour }] };
  await fetch(`${endpoint}/_slipway/scenarios`, { method: 'PUT', body: JSON.stringify(scenarios) });
  for (const service of names) {
    for (;;) {
      const asked = { cluster: 'shop', services: [service] };
      const { services } = /** @type {import('./stage.mjs').Services} */ (
        await call(endpoint, 'ecs', 'DescribeServices', asked)
      );
      if (services[0]?.deployments?.every(deployment => deployment.rolloutState === 'COMPLETED') === true) break;
      await sleep(100);
    }
  }
}
