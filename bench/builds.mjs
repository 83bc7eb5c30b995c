// What several images take beside one: three whose builds wait for a fixed time, and three whose builds compute, one at a time and two at a time.
//   node bench/builds.mjs [seconds = 20]
// Wants a Docker engine, and busybox as a static program for the images (Debian: busybox-static). SLIPWAY_DIST names other bundles than the
// committed ones.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { call, exitOf, printRows, readEndpoint, region } from './stage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(process.env.SLIPWAY_DIST ?? join(root, 'dist'), 'cli', 'index.js');
const BUSYBOX = '/bin/busybox';
const NAMES = ['one', 'two', 'three'];
/** A number that no step had before, so that nothing comes from a cache. */
let builds = 0;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printRows(await measureBuilds(Number(process.argv[2] ?? 20)));
}

/**
 * Rows for the table of the benchmark; one that says so where there is no Docker engine.
 *
 * @param {number} seconds that a build waits
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
export async function measureBuilds(seconds) {
  if (spawnSync('docker', ['info']).status !== 0) return [['several builds', 'not measured: no Docker engine answers']];
  if (!existsSync(BUSYBOX)) return [['several builds', `not measured: ${BUSYBOX} is not there`]];
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  const cloud = spawn(process.execPath, [command, 'cloud', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const endpoint = await readEndpoint(cloud);
    for (const name of NAMES) await call(endpoint, 'ecr', 'CreateRepository', { repositoryName: name });
    /** @param {string} step @param {readonly string[]} names @param {number} atOnce */
    const build = (step, names, atOnce) => timeBuilds(folder, endpoint, step, names, atOnce);
    const wait = `sleep ${seconds}`;
    const compute = 'dd if=/dev/zero bs=1M count=3000 | sha256sum';
    // The first warms up what Docker keeps of the base.
    await build('true', NAMES, 3);
    const [one, three] = [await build(wait, ['one'], 3), await build(wait, NAMES, 3)];
    const [row, pair] = [await build(compute, NAMES, 1), await build(compute, NAMES, 2)];
    return [
      [
        `three images that each wait ${seconds} s, beside one`,
        `${(three / one).toFixed(2)} times (${three.toFixed(1)} s and ${one.toFixed(1)} s)`
      ],
      [
        'three images that compute, two at a time beside one',
        `${(pair / row).toFixed(2)} times (${pair.toFixed(1)} s and ${row.toFixed(1)} s)`
      ]
    ];
  } finally {
    cloud.kill('SIGTERM');
    await exitOf(cloud);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Seconds from the start of `slipway ship` to its end.
 *
 * @param {string} folder
 * @param {string} endpoint
 * @param {string} line of the shell, as the Dockerfile's one step
 * @param {readonly string[]} names
 * @param {number} atOnce
 */
async function timeBuilds(folder, endpoint, line, names, atOnce) {
  builds += 1;
  for (const name of names) {
    const context = join(folder, name);
    mkdirSync(context, { recursive: true });
    copyFileSync(BUSYBOX, join(context, 'busybox'));
    const text = `FROM scratch\nCOPY busybox /bin/busybox\nSHELL ["/bin/busybox", "sh", "-c"]\nRUN : ${builds} ${name}; /bin/busybox ${line.replace(' | ', ' | /bin/busybox ')}\n`;
    writeFileSync(join(context, 'Dockerfile'), text);
  }
  const images = names
    .map(name => `  - { container: ${name}, repository: ${name}, context: ${name}, tags: ["${builds}"] }\n`)
    .join('');
  writeFileSync(join(folder, 'slipway.yml'), `region: ${region}\nmax-parallel-builds: ${atOnce}\nimages:\n${images}`);
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench'
  };
  const began = performance.now();
  const { status, stdout, stderr } = await run(folder, env);
  if (status !== 0) throw new Error(`slipway ship ended with ${status}: ${stdout}${stderr}`);
  return (performance.now() - began) / 1000;
}

/**
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
async function run(cwd, env) {
  const ship = spawn(process.execPath, [command, 'ship'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  ship.stdout.on('data', chunk => (stdout += String(chunk)));
  ship.stderr.on('data', chunk => (stderr += String(chunk)));
  return { status: await exitOf(ship), stdout, stderr };
}
