// How long it takes a newcomer: from `git clone` to the first finished rehearsal, and from `slipway init` on a service that runs to its
// first deployment by the workflow, through act (which has to be on the path). The clone is from this folder: the network is not in it.
// The built-in AWS runs 20 times as fast as the world, as a rehearsal does.
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { exitOf } from './stage.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'slipway-newcomer-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const start = performance.now();
run('git', ['clone', '--quiet', ROOT, join(folder, 'slipway')]);
const cloned = performance.now();
const rehearsal = await rehearse(join(folder, 'slipway'));
print('git clone', cloned - start);
print('git clone to the first finished job of rehearse', rehearsal.first - start);
print('git clone to the end of rehearse (three jobs)', rehearsal.end - start);

if (spawnSync('act', ['--version']).status === 0) {
  const times = firstDeployment(join(folder, 'slipway'));
  print('slipway init on a running service to its files', times.files);
  print('slipway init to the end of the first deployment, by its workflow through act', times.deployed);
} else console.log('act is not on the path: go install github.com/nektos/act@v0.2.89');

/**
 * @param {string} what
 * @param {number} milliseconds
 */
function print(what, milliseconds) {
  console.log(`${what.padEnd(80)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s`);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

/**
 * When the first job had succeeded and when all had, by the clock of this process.
 *
 * @param {string} cwd
 */
async function rehearse(cwd) {
  const child = spawn(process.execPath, ['dist/cli/index.js', 'rehearse'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit']
  });
  /** @type {number | undefined} */
  let first;
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    said += text;
    if (said.includes('✓ succeeded')) first ??= performance.now();
  });
  const status = await exitOf(child);
  if (status !== 0 || first === undefined) throw new Error(`rehearse ended with ${status}: ${said}`);
  return { first, end: performance.now() };
}

/**
 * A service that was shipped before, by somebody else; then a newcomer takes it over: init, commit, push.
 *
 * @param {string} slipway the folder of the clone
 */
function firstDeployment(slipway) {
  const bin = join(folder, 'bin');
  const home = join(folder, 'home');
  const project = join(folder, 'project');
  for (const path of [bin, home, project]) mkdirSync(path);
  symlinkSync(process.execPath, join(bin, 'node'));
  writeFileSync(join(bin, 'slipway'), `#!/bin/sh\nexec node '${slipway}/dist/cli/index.js' "$@"\n`, { mode: 0o755 });
  const action = join(folder, 'action');
  mkdirSync(action);
  copyFileSync(join(slipway, 'action.yml'), join(action, 'action.yml'));
  cpSync(join(slipway, 'dist'), join(action, 'dist'), { recursive: true });
  writeFileSync(join(home, '.actrc'), `--local-repository=example/slipway@v1=${action}\n`);
  cpSync(join(slipway, 'examples', 'rolling'), join(folder, 'earlier'), { recursive: true });
  copyFileSync(join(slipway, 'examples', 'rolling', 'Dockerfile'), join(project, 'Dockerfile'));
  cpSync(join(slipway, 'examples', 'rolling', 'site'), join(project, 'site'), { recursive: true });
  const times = join(folder, 'times');
  writeFileSync(
    join(folder, 'newcomer.sh'),
    `set -euo pipefail
git() { command git -c user.name=Octocat -c user.email=octocat@example.com -c init.defaultBranch=main "$@"; }
(cd '${folder}/earlier' && git init --quiet && git add . && git commit --quiet -m Shop && slipway ship)
cd '${project}'
date +%s%N >> '${times}'
slipway init --cluster=shop --service=web --region=ap-northeast-2 --workflow --uses=example/slipway@v1
date +%s%N >> '${times}'
git init --quiet
git add .
git commit --quiet -m "Ship with Slipway"
act push -P ubuntu-24.04=-self-hosted --var AWS_ROLE_TO_ASSUME=arn:aws:iam::123456789012:role/deploy
date +%s%N >> '${times}'
`
  );
  const log = run(
    process.execPath,
    ['dist/cli/index.js', 'cloud', join(folder, 'earlier'), '--scale=20', '--', 'bash', join(folder, 'newcomer.sh')],
    { cwd: slipway, env: { ...process.env, HOME: home, PATH: [bin, process.env.PATH].join(delimiter) } }
  );
  if (!/\| Succeeded shop\/web/.test(log)) throw new Error(`The deployment did not succeed: ${log}`);
  const [before = NaN, files = NaN, after = NaN] = readFileSync(times, 'utf8')
    .trim()
    .split('\n')
    .map(line => Number(line) / 1e6);
  return { files: files - before, deployed: after - before };
}
