import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ROOT } from './sandbox.js';
import { runCommand } from './run-command.js';

interface Rehearsed {
  readonly exitCode: number | null;
  readonly said: string;
  /** The folder with the files of each job. */
  readonly output: string;
}

/** Rehearses an example with the bundled command, where there is no Docker engine. */
async function rehearse(args: readonly string[], body: (rehearsed: Rehearsed) => Promise<void>): Promise<void> {
  const output = await mkdtemp(join(tmpdir(), 'slipway-rehearsed-'));
  try {
    const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, HOME: output, DOCKER_HOST: 'unix:///nowhere' };
    const all = ['rehearse', ...args, '--scale=60', `--output=${output}`];
    const { exitCode, stdout, stderr } = await runCommand(all, env, output);
    await body({ exitCode, said: `${stdout}${stderr}`, output });
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

describe('slipway rehearse', () => {
  it.concurrent.each(readdirSync(join(ROOT, 'examples')))('rehearses the example %s', example =>
    rehearse(
      [join(ROOT, 'examples', example), ...(example === 'blue-green' ? ['--environment=dev'] : [])],
      async ({ exitCode, said }) => {
        expect(said).toMatch(/^Set up: the service \S+ in ap-northeast-2 runs an earlier version in \d+ tasks?, /m);
        expect(said).toMatch(/^✓ succeeded: the step is green\./m);
        expect(exitCode).toBe(0);
      }
    )
  );

  it.concurrent.each([
    ['passes', [], /^✓ succeeded: the step is green\./m, 0],
    [
      'fails',
      ['--environment-variables=SLIPWAY_REHEARSAL=answers-500'],
      /^✗ Rolled back shop\/checkout: The gate failed at POST_TEST_TRAFFIC_SHIFT: sh smoke-test\.sh ended with exit code \d+\./m,
      1
    ],
    ['passes, and a person is to approve', ['--wait-for=paused'], /^ {2}slipway continue shop\/checkout\/\S+$/m, 0]
  ] as const)('runs a gate against the new version, which %s', (_name, flags, expected, code) =>
    rehearse([join(ROOT, 'examples', 'gated'), ...flags], async ({ exitCode, said }) => {
      expect(said).toMatch(expected);
      expect(said).toMatch(/Testing \S+:task-definition\/shop-checkout:2 at http:\/\/127\.\d+\.\d+\.\d+:9001/);
      expect(exitCode).toBe(code);
    })
  );

  it.concurrent('runs a gate in Ready of CodeDeploy', () =>
    rehearse(
      [join(ROOT, 'examples', 'blue-green'), '--environment=dev', '--gate-urls=/health'],
      async ({ exitCode, said }) => {
        expect(said).toMatch(/http:\/\/127\.\d+\.\d+\.\d+:9001\/health/);
        expect({ said, exitCode }).toMatchObject({ exitCode: 0 });
      }
    )
  );

  it.concurrent('sets the stage for all services of the settings', () =>
    rehearse([join(ROOT, 'examples', 'several-services')], async ({ exitCode, said, output }) => {
      expect(said.match(/^Set up: the service (shop\/\w+) in \S+ runs an earlier version in \d tasks?/gm)).toEqual([
        'Set up: the service shop/web in ap-northeast-2 runs an earlier version in 2 tasks',
        'Set up: the service shop/mailer in ap-northeast-2 runs an earlier version in 2 tasks',
        'Set up: the service shop/invoices in ap-northeast-2 runs an earlier version in 1 task'
      ]);
      expect(said).toMatch(/Succeeded: 3 of 3 services ended well\./);
      expect(exitCode).toBe(0);
      const folder = join(output, 'several-services');
      expect((await readdir(folder)).sort()).toEqual(expect.arrayContaining(['invoices', 'mailer', 'web']));
      expect(await readFile(join(folder, 'mailer', 'taskdefinition.json'), 'utf8')).toContain('shop-app-worker');
    })
  );
});
