import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { runCommand } from './run-command.js';

jest.setTimeout(600_000);

const MB = 1_000_000;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-bounded-'));
  await writeFile(join(folder, 'blanks.json'), ' '.repeat(50 * MB));
  await writeFile(join(folder, 'large.yml'), 'key: value\n'.repeat(5 * MB));
  // Of these the reader itself is to say what is wrong.
  await writeFile(join(folder, 'blanks-that-fit.json'), ' '.repeat(4 * MB));
  await writeFile(join(folder, 'large-that-fits.yml'), '- a\n'.repeat(MB));
  execFileSync('mkfifo', [join(folder, 'pipe.yml')]);
  await writeFile(join(folder, 'settings.yml'), 'region: eu-west-1\nrepository: shop/web\nservice: web\n');
  await writeFile(
    join(folder, 'td.json'),
    '{"family":"a","containerDefinitions":[{"name":"web","image":"<IMAGE>","memory":128}]}'
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command with a memory in which nothing boundless fits, and no longer than a minute. */
async function run(...args: readonly string[]) {
  const env = {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: folder,
    NODE_OPTIONS: '--max-old-space-size=400'
  };
  const started = { timer: undefined as NodeJS.Timeout | undefined };
  const said = await runCommand(args, env, folder, kill => {
    started.timer = setTimeout(() => kill('SIGKILL'), 60_000);
  });
  clearTimeout(started.timer);
  return { exitCode: said.exitCode, said: (said.stdout + said.stderr).trimEnd().split('\n') };
}

describe('what has no bounds is told in one sentence', () => {
  it.concurrent.each([
    ['blanks.json', 'it has more than 4 MiB'],
    ['large.yml', 'it has more than 4 MiB'],
    ['blanks-that-fit.json', 'The file is empty.'],
    ['large-that-fits.yml', 'more than 20000 values'],
    ['pipe.yml', 'it is a pipe, and its end did not come'],
    ['/dev/zero', 'it is a device or a socket']
  ])('check %s', async (file, sentence) => {
    const { exitCode, said } = await run('check', file);
    expect({ exitCode, said: said[0] }).toEqual({ exitCode: 2, said: expect.stringContaining(sentence) });
    expect(said.length).toBeLessThanOrEqual(2);
  });

  it.concurrent.each([
    ['--config=/dev/zero', 'it is a device or a socket'],
    ['--config=pipe.yml', 'it is a pipe'],
    ['--task-definition=/dev/zero', 'it is a device or a socket'],
    ['--task-definition=blanks.json', 'it has more than 4 MiB']
  ])('ship %s', async (flag, sentence) => {
    const { exitCode, said } = await run('ship', '--region=eu-west-1', '--image=nginx:1.29', flag);
    expect({ exitCode, said: said.join('\n') }).toEqual({ exitCode: 2, said: expect.stringContaining(sentence) });
  });

  it.concurrent.each([
    ['generate', 'buildspec', '--config=settings.yml', '--task-definition=td.json', '--output=/proc/x/buildspec.yml'],
    ['render', '--region=eu-west-1', '--image=nginx:1.29', '--task-definition=td.json', '--output=/proc/x']
  ])('%s %s %s %s %s', async (...args) => {
    const { exitCode, said } = await run(...args);
    expect(exitCode).not.toBeNull();
    expect(exitCode).not.toBe(0);
    expect(said.join('\n')).toMatch(/\/proc\/x/);
    expect(said.length).toBeLessThanOrEqual(2);
  });
});
