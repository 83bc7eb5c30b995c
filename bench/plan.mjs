// How many round trips `slipway plan` waits for one after another, its preflight included: the wall time with every answer of AWS 6 s late
// less that with 1 s, by the 5 s between. What the machine itself takes is in both, and what it wavers by counts a fifth.
//   node bench/plan.mjs
// SLIPWAY_DIST names other bundles than the committed ones.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { exitOf, printRows, readEndpoint, readJournal } from './stage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(process.env.SLIPWAY_DIST ?? join(root, 'dist'), 'cli', 'index.js');
/** Milliseconds before every answer. */
const FAST = 1000;
const SLOW = 6000;
/**
 * What is planned: an example, and the flags besides.
 *
 * @type {readonly (readonly [name: string, example: string, flags: readonly string[]])[]}
 */
const PLANS = [
  ['ECS', 'rolling', []],
  ['ECS, task-definition: service', 'rolling', ['--task-definition=service']],
  ['CodeDeploy', 'blue-green', ['--environment=dev']]
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printRows(await measurePlans());
}

/**
 * Rows for the table of the benchmark. All at the same time: they do little but wait.
 *
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
export async function measurePlans() {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  try {
    return await Promise.all(
      PLANS.map(async ([name, example, flags], index) => {
        const { trips, calls } = await measure(join(folder, String(index)), example, flags);
        return /** @type {const} */ ([
          `slipway plan with preflight, ${name}`,
          `${trips.toFixed(2)} round trips in a row, for ${calls} calls`
        ]);
      })
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} example
 * @param {readonly string[]} flags
 */
async function measure(folder, example, flags) {
  const project = join(root, 'examples', example);
  const environment = flags.filter(flag => flag.startsWith('--environment='));
  const argv = [command, 'cloud', project, '--port=0', '--scale=60', ...environment];
  const cloud = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const endpoint = await readEndpoint(cloud);
    cpSync(project, folder, { recursive: true });
    /** @param {number} latencyMs */
    const plan = async latencyMs => {
      await fetch(`${endpoint}/_slipway/faults`, { method: 'PUT', body: JSON.stringify({ latencyMs }) });
      await fetch(`${endpoint}/_slipway/journal`, { method: 'DELETE' });
      return timePlan(folder, endpoint, flags);
    };
    // The first reads the bundle from the disk.
    await plan(0);
    const [fast, slow] = [await plan(FAST), await plan(SLOW)];
    const journal = await readJournal(endpoint);
    return { trips: (slow - fast) / (SLOW - FAST), calls: journal.length };
  } finally {
    cloud.kill('SIGTERM');
  }
}

/**
 * @param {string} cwd
 * @param {string} endpoint
 * @param {readonly string[]} flags
 * @returns {Promise<number>} milliseconds
 */
async function timePlan(cwd, endpoint, flags) {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    CI: 'true',
    GITHUB_SHA: '4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret'
  };
  const begin = performance.now();
  const child = spawn(process.execPath, [command, 'plan', ...flags], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ data) => (said += data.toString()));
  const exitCode = await exitOf(child);
  if (exitCode !== 0) throw new Error(`The plan ended with ${exitCode}:\n${said}`);
  return performance.now() - begin;
}
