import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { describeSystemError, explainWrite } from '../../src/host/file-errors.js';
import { systemFiles } from '../../src/host/files.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-files-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file that is written', () => {
  it('is made with the folders above it', async () => {
    await systemFiles().write(join(folder, 'a/b/c.json'), 'text');
    expect(await readFile(join(folder, 'a/b/c.json'), 'utf8')).toBe('text');
  });

  it('keeps who may read it, and leaves nothing beside it', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'before');
    await chmod(path, 0o640);
    await systemFiles().write(path, 'after');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('is written where a link leads, and the link stays', async () => {
    await writeFile(join(folder, 'real'), 'before');
    await symlink('real', join(folder, 'link'));
    await systemFiles().write(join(folder, 'link'), 'after');
    expect((await lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real'), 'utf8')).toBe('after');
  });

  it('is written to and not replaced where it is a pipe', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const [read] = await Promise.all([readFile(path, 'utf8'), systemFiles().write(path, 'text')]);
    expect(read).toBe('text');
    expect((await lstat(path)).isFIFO()).toBe(true);
  });

  it.each([
    ['a folder', 'folder', 'This is a folder: name a file.'],
    ['below a file', 'file/x', 'Name a path that this user may write.'],
    ['a link that leads to itself', 'loop', 'Name a path that this user may write.'],
    ['a name that is too long', 'n'.repeat(300), 'Name a path that this user may write.']
  ])('is refused in one sentence: %s', async (_, name, next) => {
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'file'), '');
    await symlink('loop', join(folder, 'loop'));
    await expect(systemFiles('/tmp', folder).write(name, 'text')).rejects.toMatchObject({
      code: 'cannot-write',
      fault: 'user',
      what: expect.stringMatching(new RegExp(`^${name} cannot be written: [a-z ]+\\.$`)),
      next
    });
  });

  it.each(['/proc/x', '/proc/x/y/z.yml', '/proc/1/x'])(
    'is refused at once where no folder can be made: %s',
    async path => {
      await expect(systemFiles().write(path, 'text')).rejects.toMatchObject({ code: 'cannot-write' });
    }
  );
});

describe('what a path leads to', () => {
  it.each([
    ['a file', 'file', [true, false]],
    ['a folder', 'folder', [false, true]],
    ['nothing', 'none', [false, false]],
    ['below a file', 'file/x', [false, false]],
    ['a link that leads to itself', 'loop', [false, false]],
    ['a name that is too long', 'n'.repeat(300), [false, false]]
  ])('is told: %s', async (_, name, [isFile, isDirectory]) => {
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'file'), '');
    await symlink('loop', join(folder, 'loop'));
    const files = systemFiles('/tmp', folder);
    expect([await files.isFile(name), await files.isDirectory(name)]).toEqual([isFile, isDirectory]);
  });
});

describe('a temporary folder', () => {
  it('is refused where none can be made', async () => {
    await expect(systemFiles('/proc/x').makeTemporaryDirectory('a')).rejects.toMatchObject({
      code: 'no-temporary-folder'
    });
  });
});

describe("the system's words", () => {
  it.each([
    [
      Object.assign(new Error("EACCES: permission denied, open '/a.1f.tmp'"), { errno: -13, code: 'EACCES' }),
      'permission denied'
    ],
    [new Error('other words'), 'other words'],
    ['no error at all', 'no error at all']
  ])('are told alone: %s', (error, words) => {
    expect(describeSystemError(error)).toBe(words);
  });

  it('of a full disk come with what to do', () => {
    const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { errno: -28, code: 'ENOSPC' });
    expect(explainWrite('plan.md', error).message).toBe(
      'plan.md cannot be written: no space left on device. Make room on that disk, or name another path.'
    );
  });
});
