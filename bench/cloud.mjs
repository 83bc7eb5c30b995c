// What the built-in AWS costs: its start, its requests a second and its memory. `node bench/cloud.mjs DIST DIST` compares two bundles, run by
// run in turns, so that a busy machine slows both.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { call, exitOf, median, printRows, readEndpoint } from './stage.mjs';

const REQUESTS = 10_000;
const CLIENTS = 8;

/**
 * @typedef {{ readonly start: number, readonly rate: number, readonly memory: number | undefined }} Measure milliseconds to the endpoint,
 *   DescribeServices a second, and megabytes after them where the system tells
 */

/**
 * @param {string} command the bundle of the command
 * @param {number} runs
 * @returns {Promise<readonly import('./stage.mjs').Row[]>}
 */
export async function measureCloud(command, runs) {
  /** @type {Measure[]} */
  const measures = [];
  for (let run = 0; run < runs; run += 1) measures.push(await measureOnce(command));
  return describe('slipway cloud', measures);
}

/**
 * @param {string} name
 * @param {readonly Measure[]} measures
 * @returns {readonly import('./stage.mjs').Row[]}
 */
function describe(name, measures) {
  const memory = measures.flatMap(measure => measure.memory ?? []);
  return [
    [`${name}: start, median`, `${median(measures.map(({ start }) => start)).toFixed(0)} ms`],
    [`  DescribeServices a second, median`, median(measures.map(({ rate }) => rate)).toFixed(0)],
    [`  memory after ${REQUESTS} of them, median`, memory.length === 0 ? 'unknown' : `${median(memory).toFixed(0)} MB`]
  ];
}

/**
 * @param {string} command
 * @returns {Promise<Measure>}
 */
async function measureOnce(command) {
  const begin = performance.now();
  const cloud = spawn(process.execPath, [command, 'cloud', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const endpoint = await readEndpoint(cloud);
    const start = performance.now() - begin;
    await createService(endpoint);
    const first = performance.now();
    await Promise.all(Array.from({ length: CLIENTS }, () => describeServices(endpoint, REQUESTS / CLIENTS)));
    const rate = REQUESTS / ((performance.now() - first) / 1000);
    return { start, rate, memory: readMemory(cloud.pid) };
  } finally {
    cloud.kill();
    await exitOf(cloud);
  }
}

/**
 * @param {string} endpoint
 * @param {number} times
 */
async function describeServices(endpoint, times) {
  for (let request = 0; request < times; request += 1)
    await call(endpoint, 'ecs', 'DescribeServices', { cluster: 'shop', services: ['web'], include: ['TAGS'] });
}

/** @param {string} endpoint */
async function createService(endpoint) {
  await call(endpoint, 'ecs', 'CreateCluster', { clusterName: 'shop' });
  await call(endpoint, 'ecs', 'RegisterTaskDefinition', {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.29' }]
  });
  await call(endpoint, 'ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'web',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } }
  });
}

/**
 * Megabytes that a process holds; undefined where there is no /proc.
 *
 * @param {number | undefined} pid
 */
function readMemory(pid) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundles = process.argv.slice(2).map(dist => ({ dist, measures: /** @type {Measure[]} */ ([]) }));
  if (bundles.length === 0) throw new Error('Name the dist folders to compare.');
  for (let run = 0; run < 5; run += 1) {
    for (const { dist, measures } of bundles) measures.push(await measureOnce(resolve(join(dist, 'cli', 'index.js'))));
  }
  printRows(bundles.flatMap(({ dist, measures }) => describe(dist, measures)));
}
