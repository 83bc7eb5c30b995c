// What `cache: registry` and `cache: github` save: an image with a slow layer of dependencies and one of sources, built by an engine that knows nothing, without and
// with the cache; the first build, and the one after a change of one source file.
//   node bench/cache.mjs [seconds = 30]
// Wants act, whose cache server takes the place of GitHub's, buildkitd, runc and the buildx plugin on the PATH beside Docker's client, and busybox as a static program (Debian: busybox-static).
// SLIPWAY_DIST names other bundles than the committed ones.
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { call, exitOf, printRows, readEndpoint, region } from './stage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(process.env.SLIPWAY_DIST ?? join(root, 'dist'), 'cli', 'index.js');
const BUSYBOX = '/bin/busybox';
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printRows(await measureCache(Number(process.argv[2] ?? 30)));
}

/**
 * Rows for the table of the benchmark; one that says so where a part is missing.
 *
 * @param {number} seconds that the layer of dependencies takes
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
export async function measureCache(seconds) {
  const missing = ['docker', 'buildkitd', 'buildx', 'runc', 'act'].filter(program => findOnPath(program) === undefined);
  if (!existsSync(BUSYBOX)) missing.push(BUSYBOX);
  if (missing.length > 0) return [['cache', `not measured: ${missing.join(', ')} not there`]];
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const cloud = spawn(process.execPath, [command, 'cloud', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {Awaited<ReturnType<typeof serveGithubCache>> | undefined} */
  let github;
  try {
    const endpoint = await readEndpoint(cloud);
    await call(endpoint, 'ecr', 'CreateRepository', { repositoryName: 'web' });
    prepare(folder, seconds);
    github = await serveGithubCache(folder);
    const { variables } = github;
    /** @param {Cache} cache @param {number} commit */
    const build = (cache, commit) => timeBuild(folder, endpoint, cache, commit, variables);
    const [first, second] = [await build('none', 1), await build('none', 2)];
    const [exported, hit] = [await build('registry', 3), await build('registry', 4)];
    const [exportedToGithub, hitInGithub] = [await build('github', 5), await build('github', 6)];
    /** @param {number} cached @param {number} without */
    const compare = (cached, without) =>
      `${(cached / without).toFixed(2)} times (${cached.toFixed(1)} s and ${without.toFixed(1)} s)`;
    return [
      ['first build, with cache: registry beside without', compare(exported, first)],
      ['build after a change of one source file, with it beside without', compare(hit, second)],
      ['first build, with cache: github beside without', compare(exportedToGithub, first)],
      ['build after a change of one source file, with it beside without', compare(hitInGithub, second)]
    ];
  } finally {
    await github?.close();
    cloud.kill('SIGTERM');
    await exitOf(cloud);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {'none' | 'registry' | 'github'} Cache */

/**
 * Keeps act's cache server open: act has one as long as a job runs.
 *
 * @param {string} folder
 */
async function serveGithubCache(folder) {
  const job = join(folder, 'job');
  const written = join(folder, 'variables');
  mkdirSync(join(job, '.github', 'workflows'), { recursive: true });
  const script = `env | grep ^ACTIONS_ > ${written}.new && mv ${written}.new ${written} && exec sleep 3600`;
  const jobs = { serve: { 'runs-on': 'ubuntu-latest', steps: [{ run: script }] } };
  writeFileSync(join(job, '.github', 'workflows', 'serve.yml'), JSON.stringify({ on: 'push', jobs }));
  for (const args of [
    ['init', '--quiet'],
    ['-c', 'user.name=O', '-c', 'user.email=o@example.com', 'commit', '--quiet', '--allow-empty', '--message=Serve']
  ]) {
    spawnSync('git', args, { cwd: job });
  }
  const args = ['push', '-P', 'ubuntu-latest=-self-hosted', '--cache-server-addr=127.0.0.1'];
  const server = spawn(
    'act',
    [
      ...args,
      `--cache-server-path=${join(folder, 'cache')}`,
      `--artifact-server-path=${join(folder, 'artifacts')}`,
      '--artifact-server-addr=127.0.0.1',
      '--artifact-server-port=0'
    ],
    {
      cwd: job,
      env: { ...process.env, HOME: join(folder, 'home') },
      stdio: 'ignore'
    }
  );
  while (!existsSync(written)) {
    if (server.exitCode !== null) throw new Error(`act ended with ${server.exitCode}.`);
    await sleep(50);
  }
  const lines = readFileSync(written, 'utf8').trimEnd().split('\n');
  return {
    variables: Object.fromEntries(
      lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
    ),
    close: async () => {
      server.kill('SIGINT');
      await exitOf(server);
    }
  };
}

/** @param {string} program */
function findOnPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/sbin', '/sbin');
  return folders.map(each => join(each, program)).find(path => existsSync(path));
}

/**
 * The project, and a home with the buildx plugin.
 *
 * @param {string} folder
 * @param {number} seconds
 */
function prepare(folder, seconds) {
  const plugins = join(folder, 'home', '.docker', 'cli-plugins');
  mkdirSync(plugins, { recursive: true });
  symlinkSync(findOnPath('buildx') ?? '', join(plugins, 'docker-buildx'));
  copyFileSync(BUSYBOX, join(folder, 'busybox'));
  const dockerfile = [
    'FROM scratch',
    'COPY busybox /bin/busybox',
    'SHELL ["/bin/busybox", "sh", "-c"]',
    `RUN /bin/busybox sleep ${seconds}; /bin/busybox dd if=/dev/urandom of=/dependencies bs=1M count=20`,
    'COPY source /source',
    'RUN /bin/busybox cp /source /program'
  ];
  writeFileSync(join(folder, 'Dockerfile'), `${dockerfile.join('\n')}\n`);
}

/**
 * Seconds from the start of `slipway ship` to its end, with an engine that has built nothing.
 *
 * @param {string} folder
 * @param {string} endpoint
 * @param {Cache} cache
 * @param {number} commit
 * @param {Readonly<Record<string, string>>} variables of GitHub's runner
 */
async function timeBuild(folder, endpoint, cache, commit, variables) {
  const engine = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const address = `unix://${join(engine, 'buildkitd.sock')}`;
  const worker = [
    '--oci-worker=true',
    '--containerd-worker=false',
    '--oci-worker-snapshotter=native',
    '--oci-worker-net=host'
  ];
  const daemon = spawn('buildkitd', ['--root', join(engine, 'root'), '--addr', address, ...worker], {
    stdio: 'ignore'
  });
  try {
    while (!existsSync(join(engine, 'buildkitd.sock'))) await sleep(50);
    const env = {
      ...process.env,
      HOME: join(folder, 'home'),
      AWS_ENDPOINT_URL: endpoint,
      ...CREDENTIALS,
      ...variables
    };
    const name = `bench-${commit}`;
    const made = spawnSync('docker', ['buildx', 'create', '--name', name, '--driver', 'remote', '--use', address], {
      env
    });
    if (made.status !== 0) throw new Error(`docker buildx create: ${String(made.stderr)}`);
    writeFileSync(join(folder, 'source'), String(commit));
    const settings = { region, repository: 'web', tags: [String(commit)], cache };
    writeFileSync(join(folder, 'slipway.yml'), JSON.stringify(settings));
    const began = performance.now();
    const ship = spawn(process.execPath, [command, 'ship'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [ship.stdout, ship.stderr]) stream.on('data', chunk => (log += String(chunk)));
    const status = await exitOf(ship);
    if (status !== 0) throw new Error(`slipway ship ended with ${status}: ${log}`);
    return (performance.now() - began) / 1000;
  } finally {
    daemon.kill('SIGTERM');
    await exitOf(daemon);
    rmSync(engine, { recursive: true, force: true });
  }
}
