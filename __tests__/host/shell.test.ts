import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, describe, expect, it, jest } from '@jest/globals';

import { systemShell } from '../../src/host/shell.js';
import type { ShellResult } from '../../src/ports.js';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'slipway-shell-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly result: ShellResult;
  readonly lines: readonly string[];
}

async function run(
  line: string,
  env: Readonly<Record<string, string>> = {},
  signal = new AbortController().signal
): Promise<Ran> {
  const lines: string[] = [];
  const result = await systemShell().run(line, { env, onLine: text => lines.push(text), signal });
  return { result, lines };
}

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    // What has ended and nobody has collected is as good as gone.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
};

async function readId(file: string): Promise<number> {
  while (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') await sleep(10);
  return Number(readFileSync(file, 'utf8'));
}

/** Process groups, `setsid` and /proc are Linux's. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a command line', () => {
  it.each([
    ['true', { exitCode: 0 }],
    ['exit 7', { exitCode: 7 }],
    ['no-such-program-here', { exitCode: 127 }],
    ['kill -KILL $$', { killedBy: 'SIGKILL' }],
    // As in a workflow's run: the first command that fails ends it.
    ['false\ntrue', { exitCode: 1 }]
  ])('%j ends as it does', async (line, result) => {
    expect((await run(line)).result).toEqual(result);
  });

  it('tells its lines from both streams, the last one too where it has no end', async () => {
    const { lines } = await run('echo one; echo two >&2; printf three');
    expect([...lines].sort()).toEqual(['one', 'three', 'two']);
  });

  it("gets the variables of the gate and AWS's own, and none of the job's tokens and inputs", async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      'INPUT_GITHUB-TOKEN': 'secret-1',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-2',
      ACTIONS_RUNTIME_TOKEN: 'secret-3',
      GITHUB_STATE: '/state',
      AWS_ACCESS_KEY_ID: 'AKIA'
    });
    try {
      const { lines } = await run('env', { GATE_URL: 'http://new' });
      const text = lines.join('\n');
      expect(text).toContain('GATE_URL=http://new');
      expect(text).toContain('AWS_ACCESS_KEY_ID=AKIA');
      expect(text).not.toMatch(/secret-|GITHUB_STATE/);
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
  });

  it.each([
    ['in the background', 'child', (file: string) => `sleep 600 & echo $! > ${file}; exit 0`],
    ['that holds the output open', 'open', (file: string) => `(sleep 600; echo late) & echo $! > ${file}`],
    [
      'in a session of its own',
      'session',
      (file: string) => `setsid sh -c 'echo $$ > ${file}; exec sleep 600' & while [ ! -s ${file} ]; do sleep 0.05; done`
    ]
  ])('leaves no child %s', async (_name, name, line) => {
    const file = join(folder, name);
    expect((await run(line(file))).result).toEqual({ exitCode: 0 });
    expect(isAlive(await readId(file))).toBe(false);
  });

  it('is ended with all that it has started, also where it does not want to', async () => {
    const file = join(folder, 'stubborn');
    const cancel = new AbortController();
    const running = run(
      `trap '' TERM; (trap '' TERM; echo $BASHPID > ${file}; sleep 600; sleep 600) & sleep 600; sleep 600`,
      {},
      cancel.signal
    );
    const outcome = running.then(
      () => 'ended',
      (error: unknown) => (error as Error).message
    );
    const id = await readId(file);
    cancel.abort(new Error('cancelled'));
    expect(await outcome).toBe('cancelled');
    expect(isAlive(id)).toBe(false);
  });

  it('does not begin after the cancellation', async () => {
    await expect(run('echo never', {}, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
  });
});
