import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { systemClock } from '../../src/host/clock.js';
import { consoleReporter, inMemoryCleanupStore } from '../../src/host/console.js';
import { systemFiles } from '../../src/host/files.js';
import { actionsStateStore, githubReporter, readInputs, readPendingCleanups } from '../../src/host/github.js';
import type { PendingCleanup } from '../../src/ports.js';
import { parseCommandFile } from '../../src/emulator/runner/actions-runner.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-host-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('files', () => {
  it('reads bytes, and undefined where there is none', async () => {
    const files = systemFiles(folder, folder);
    writeFileSync(join(folder, 'a'), 'text');
    expect(Buffer.from((await files.read('a')) ?? []).toString()).toBe('text');
    expect(await files.read('b')).toBeUndefined();
    expect(await files.read('a/below-a-file')).toBeUndefined();
    await expect(files.read('.')).rejects.toThrow(/^it is a directory, and no regular file: '/);
  });

  it('writes whole, makes folders, leaves no draft behind', async () => {
    const files = systemFiles(folder, folder);
    await files.write('deep/er/file', 'one\n');
    await files.write('deep/er/file', 'two\n', 0o600);
    expect(readFileSync(join(folder, 'deep/er/file'), 'utf8')).toBe('two\n');
    expect(statSync(join(folder, 'deep/er/file')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'deep/er'))).toEqual(['file']);
  });

  it('leaves the old file and no draft where it cannot write', async () => {
    const files = systemFiles(folder, folder);
    await files.write('taken/file', 'x');
    await expect(files.write('taken', 'y')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('makes private temporary folders', async () => {
    const made = await systemFiles(join(folder, 'not-there-yet')).makeTemporaryDirectory('slipway-');
    expect(statSync(made).mode & 0o777).toBe(0o700);
    expect(made.startsWith(join(folder, 'not-there-yet', 'slipway-'))).toBe(true);
  });
});

describe('clock', () => {
  it('keeps the time of SLIPWAY_CLOCK', async () => {
    const anchor = Date.now() - 1000;
    const clock = systemClock(`100@${anchor}`);
    const before = clock.now();
    expect(before).toBeGreaterThanOrEqual(anchor + 100_000);
    await clock.sleep(1_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(900);
  });

  it.each([undefined, '', 'fast', '0x@1'])('keeps the time of the system for %p', setting => {
    const before = Date.now();
    const now = systemClock(setting).now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('wakes with the reason of its signal', async () => {
    const abort = new AbortController();
    const sleeping = systemClock(undefined).sleep(600_000, abort.signal);
    const reason = new Error('enough');
    abort.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });
});

describe('the runner', () => {
  it('reads inputs by their names', () => {
    const env = {
      'INPUT_TASK-DEFINITION': ' td.json\n',
      'INPUT_RUN-TASK-ASSIGN-PUBLIC-IP': 'ENABLED',
      PATH: '/bin',
      INPUT_X: undefined
    };
    expect(readInputs(env)).toEqual({ 'task-definition': 'td.json', 'run-task-assign-public-ip': 'ENABLED' });
  });

  it('hands what was noted and not settled to the post step', () => {
    const state = join(folder, 'state');
    writeFileSync(state, '');
    process.env['GITHUB_STATE'] = state;
    const cleanupStore = actionsStateStore();
    const login: PendingCleanup = { kind: 'docker-login', directory: '/tmp/x', registries: ['r.example'] };
    cleanupStore.add('a', { kind: 'directory', path: '/tmp/one' });
    cleanupStore.add('b', login);
    cleanupStore.add('a', { kind: 'directory', path: '/tmp/two' });
    cleanupStore.remove('never noted');
    process.env['STATE_leftovers'] = parseCommandFile(readFileSync(state, 'utf8'))['leftovers'];
    expect(readPendingCleanups()).toEqual([{ kind: 'directory', path: '/tmp/two' }, login]);
    cleanupStore.remove('a');
    cleanupStore.remove('b');
    process.env['STATE_leftovers'] = parseCommandFile(readFileSync(state, 'utf8'))['leftovers'];
    expect(readPendingCleanups()).toEqual([]);
    delete process.env['GITHUB_STATE'];
    delete process.env['STATE_leftovers'];
    expect(readPendingCleanups()).toEqual([]);
  });

  it('folds one level of groups and closes it after an error', async () => {
    const written: string[] = [];
    const original = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
    try {
      const reporter = githubReporter();
      const outer = reporter.group('Outer', () => reporter.group('Inner', () => Promise.reject(new Error('no'))));
      await expect(outer).rejects.toThrow('no');
      reporter.error('broken', { file: 'a.json', line: 3, column: 4, path: 'x' });
    } finally {
      process.stdout.write = original;
    }
    const text = written.join('');
    expect(text).toBe('::group::Outer\nInner\n::endgroup::\n::error file=a.json,line=3,col=4::broken\n');
  });
});

describe("what looks like a command in somebody else's words", () => {
  /** As the runner reads a line (ActionCommand.cs): `::name::` behind blanks, `##[name]` anywhere. */
  const isCommand = (line: string): boolean => /^[\s\u0085]*::/.test(line) || /##\[[^\]]*\]/.test(line);

  it.each([
    ['::set-output name=image::evil.example/web'],
    ['  ::add-mask::a'],
    ['\u00a0\t\u0085::stop-commands::x'],
    ['harmless\n::error::not ours'],
    ['harmless\r::error::not ours'],
    ['harmless\r\n\n  ::endgroup::'],
    ['GET / ##[add-mask]200'],
    ['##[error]::warning::both']
  ])('is shown by the runner and not obeyed: %j', async text => {
    const written: string[] = [];
    const original = process.stdout.write.bind(process.stdout);
    process.stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0;
    try {
      const reporter = githubReporter();
      reporter.info(text);
      await reporter.group('outer', () => reporter.group(text, () => Promise.resolve()));
    } finally {
      process.stdout.write = original;
    }
    const lines = written.join('').split(/\r\n|[\r\n]/);
    expect(lines.filter(isCommand)).toEqual(['::group::outer', '::endgroup::']);
    expect(written.join('').replaceAll('\u200b', '').split(text)).toHaveLength(3);
  });
});

describe('the console', () => {
  it('obeys nothing that a container logged: no cursor, no title, and colours only where there are colours', () => {
    const written = [true, false].map(colour => {
      let out = '';
      const write = (text: string): void => void (out += text);
      const reporter = consoleReporter({ write, writeError: write, colour, verbose: false });
      reporter.info('\u001b[2J\u001b[31mred\u001b]0;title\u0007');
      reporter.error('\u001b[1;1Hover');
      return out;
    });
    expect(written).toEqual(['\u001b[31mred\u001b[0m\n\u001b[31merror:\u001b[0m over\n', 'red\nerror: over\n']);
  });

  it('hides what is masked wherever it stands, indents groups, keeps warnings on standard error', async () => {
    let out = '';
    let error = '';
    const reporter = consoleReporter({
      write: text => (out += text),
      writeError: text => (error += text),
      colour: false,
      verbose: false
    });
    reporter.mask('s3cret');
    reporter.mask('');
    await reporter.group('Group of s3cret', async () => reporter.info('one s3cret\ntwo'));
    reporter.warn('careful with s3cret', { file: 'f.yml', line: 2 });
    reporter.debug('not shown');
    expect(out).toBe('Group of ***\n  one ***\n  two\n');
    expect(error).toBe('warning: f.yml:2: careful with ***\n');
  });

  it('keeps what is open for the last words of the process', () => {
    const open = new Map<string, PendingCleanup>();
    const cleanupStore = inMemoryCleanupStore(open);
    cleanupStore.add('a', { kind: 'directory', path: '/a' });
    cleanupStore.add('b', { kind: 'directory', path: '/b' });
    cleanupStore.remove('a');
    expect([...open.values()]).toEqual([{ kind: 'directory', path: '/b' }]);
  });
});
