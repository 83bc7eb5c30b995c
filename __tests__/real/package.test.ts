import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ROOT } from '../dist/sandbox.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-package-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd: string): { status: number | null; stdout: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, DOCKER_HOST: 'unix:///nowhere/docker.sock', npm_config_update_notifier: 'false' }
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return { status, stdout };
}

describe('the package of npm', () => {
  it('runs by npx in a folder with nothing else, and brings no other package along', async () => {
    run('npm', ['pack', '--pack-destination', folder], ROOT);
    const [tarball = ''] = (await readdir(folder)).filter(name => name.endsWith('.tgz'));
    const clean = await mkdtemp(join(folder, 'clean-'));
    // --offline: whatever it wanted from a registry would fail here.
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], clean);
    expect((await readdir(join(clean, 'node_modules'))).filter(name => !name.startsWith('.'))).toEqual(['slipway']);
    expect(run('npx', ['slipway', 'version'], clean).stdout).toMatch(/^slipway \d+\.\d+\.\d+ \(Node /);
    const said = run('npx', ['slipway', 'rehearse', 'rolling'], clean).stdout;
    expect(said).toContain('✓ succeeded: the step is green.');
    expect(await readdir(join(clean, 'slipway-rehearsal', 'rolling'))).toContain('taskdefinition.json');
  }, 120_000);
});
