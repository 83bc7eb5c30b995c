// What `slipway check` costs beyond starting Node, for the largest task definition of the corpus (or one of that size), as a ratio and in
// milliseconds, all in one run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { median } from './stage.mjs';

/**
 * @param {string} root
 * @param {string} folder
 * @param {number} starts
 * @returns {readonly import('./stage.mjs').Row[]} rows for the table of bench/index.mjs
 */
export function measureCheck(root, folder, starts) {
  const command = join(root, 'dist', 'cli', 'index.js');
  const workspace = join(folder, 'check');
  const size = makeProject(root, workspace);
  /** @type {number[]} */
  const bare = [];
  /** @type {number[]} */
  const project = [];
  /** @type {number[]} */
  const single = [];
  // One after the other, so that all meet the same machine.
  for (let run = 0; run <= starts; run += 1) {
    bare.push(time(['-e', '0'], workspace));
    project.push(time([command, 'check'], workspace));
    single.push(time([command, 'check', 'taskdefinition.json'], workspace));
  }
  const node = median(bare.slice(1));
  /** @param {number} value */
  const tell = value =>
    `${(value - node).toFixed(0)} ms beyond \`node -e 0\` (${(value / node).toFixed(2)} times its ${node.toFixed(0)} ms)`;
  return [
    [`slipway check, whole project, median of ${starts}`, tell(median(project.slice(1)))],
    [`slipway check taskdefinition.json (${(size / 1000).toFixed(0)} kB)`, tell(median(single.slice(1)))]
  ];
}

/**
 * @param {readonly string[]} argv
 * @param {string} cwd
 */
function time(argv, cwd) {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' });
  // 2: the file has errors, which are told.
  if (status !== 0 && status !== 2) throw new Error(`It ended with ${status}: ${stderr}`);
  return performance.now() - begin;
}

/**
 * @param {string} root
 * @param {string} workspace
 */
function makeProject(root, workspace) {
  mkdirSync(workspace, { recursive: true });
  cpSync(join(root, 'examples', 'blue-green'), workspace, { recursive: true });
  const path = join(workspace, 'taskdefinition.json');
  writeFileSync(path, readLargest(join(root, '..', 'shared', 'corpus', 'taskdef')) ?? makeLarge());
  writeFileSync(
    join(workspace, 'slipway.yml'),
    'task-definition: taskdefinition.json\nrepository: shop/web\nregion: eu-west-1\n'
  );
  return statSync(path).size;
}

/** @param {string} folder */
function readLargest(folder) {
  try {
    const paths = readdirSync(folder).map(name => join(folder, name));
    const [largest] = paths.sort((one, other) => statSync(other).size - statSync(one).size);
    return largest === undefined ? undefined : readFileSync(largest);
  } catch {
    return undefined;
  }
}

function makeLarge() {
  const environment = Array.from({ length: 500 }, (_item, index) => ({ name: `NAME_${index}`, value: 'x'.repeat(40) }));
  return JSON.stringify(
    { family: 'web', containerDefinitions: [{ name: 'web', image: 'a:1', memory: 128, environment }] },
    undefined,
    2
  );
}
