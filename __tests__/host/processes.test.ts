import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { SlipwayError } from '../../src/errors.js';
import { systemProcesses } from '../../src/host/processes.js';

const processes = systemProcesses();
const NODE = process.execPath;
const printArguments = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';

describe('child processes', () => {
  it.each([[undefined], [new AbortController().signal]])('hands arguments on as they are (signal %p)', async signal => {
    const args = ['a b', '$(id)', '`id`', '"quoted"', "it's", '', '*', 'ümläut', 'line\nbreak', '--flag=x', ';true'];
    const result = await processes.run(NODE, ['-e', printArguments, ...args], { signal });
    expect(JSON.parse(result.stdout)).toEqual(args);
    expect(result.exitCode).toBe(0);
  });

  it.each([[undefined], [new AbortController().signal]])(
    'gives exit code, both streams and lines (signal %p)',
    async signal => {
      const lines: string[] = [];
      const result = await processes.run('sh', ['-c', 'echo out; echo err >&2; printf last; exit 7'], {
        signal,
        onLine: (line, stream) => lines.push(`${stream} ${line}`)
      });
      expect(result).toEqual({ exitCode: 7, stdout: 'out\nlast', stderr: 'err\n' });
      expect(lines.filter(line => line.startsWith('stdout'))).toEqual(['stdout out', 'stdout last']);
      expect(lines).toContain('stderr err');
    }
  );

  it('feeds standard input and closes it', async () => {
    const { stdout } = await processes.run('cat', [], { input: 'sécret\n' });
    expect(stdout).toBe('sécret\n');
  });

  it('keeps a character whole that comes in two pieces', async () => {
    const script =
      'process.stdout.write(Buffer.from([0xe2, 0x82])); setTimeout(() => process.stdout.write(Buffer.from([0xac])), 50)';
    const { stdout } = await processes.run(NODE, ['-e', script]);
    expect(stdout).toBe('€');
  });

  it('sets and removes variables', async () => {
    process.env['SLIPWAY_TEST_GONE'] = 'here';
    const { stdout } = await processes.run('sh', ['-c', 'echo "$SLIPWAY_TEST_NEW|${SLIPWAY_TEST_GONE-unset}"'], {
      env: { SLIPWAY_TEST_NEW: 'new', SLIPWAY_TEST_GONE: undefined }
    });
    expect(stdout).toBe('new|unset\n');
  });

  it('leaves the credentials of the job out, but where the caller gives them', async () => {
    const secrets = [
      'GITHUB_TOKEN',
      'GH_TOKEN',
      'INPUT_GITHUB-TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      'ACTIONS_RUNTIME_TOKEN',
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SESSION_TOKEN'
    ];
    const before = { ...process.env };
    for (const name of [...secrets, 'GITHUB_SHA', 'AWS_REGION']) process.env[name] = 'x';
    try {
      const print = 'process.stdout.write(JSON.stringify(process.env))';
      const { stdout } = await processes.run(NODE, ['-e', print], { env: { AWS_SESSION_TOKEN: 'given' } });
      const env = JSON.parse(stdout) as Record<string, string>;
      expect(secrets.filter(name => name in env)).toEqual(['AWS_SESSION_TOKEN']);
      expect(env).toMatchObject({ AWS_SESSION_TOKEN: 'given', GITHUB_SHA: 'x', AWS_REGION: 'x' });
    } finally {
      process.env = before;
    }
  });

  it('ends the program itself when the signal fires, and rejects with its reason', async () => {
    const abort = new AbortController();
    const reason = new Error('cancelled');
    const ids: number[] = [];
    const running = processes.run(NODE, ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'], {
      signal: abort.signal,
      onLine: line => {
        ids.push(Number(line));
        abort.abort(reason);
      }
    });
    await expect(running).rejects.toBe(reason);
    expect(ids).toHaveLength(1);
    expect(() => process.kill(ids[0] ?? 0, 0)).toThrow(/ESRCH/);
  });

  it.each([[undefined], [new AbortController().signal]])('says which program is missing (signal %p)', async signal => {
    // A folder of the PATH that this user may not look into makes another answer of it: see the next test.
    const running = processes.run('no-such-program-anywhere', ['x'], { signal, env: { PATH: '/usr/bin:/bin' } });
    await expect(running).rejects.toBeInstanceOf(SlipwayError);
    await expect(running).rejects.toThrow('The program no-such-program-anywhere is not on this machine');
  });

  it('says which program may not be started', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-processes-'));
    try {
      await writeFile(join(folder, 'not-a-program'), '', { mode: 0o644 });
      const { signal } = new AbortController();
      const running = processes.run('not-a-program', [], { signal, env: { PATH: folder } });
      await expect(running).rejects.toThrow(/^The program not-a-program could not be started: .+ See that it works/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([126, 127])('leaves a program its own exit code %d, whatever it says', async exitCode => {
    const script = `echo "sh: 1: exec: docker: not found" >&2; exit ${exitCode}`;
    const { signal } = new AbortController();
    expect(await processes.run('sh', ['-c', script], { signal })).toMatchObject({ exitCode });
  });
});
