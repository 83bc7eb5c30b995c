import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, mkdir, mkdtemp, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

import { SlipwayError } from '../errors.js';
import type { Files } from '../ports.js';
import { readBounded } from './bounded-read.js';
import { describeSystemError, explainLook, explainWrite } from './file-errors.js';

/** The file system. Relative paths are taken from `directory` (default: the working directory); temporary folders go below `temporary`. */
export function systemFiles(temporary: string = tmpdir(), directory = '.'): Files {
  const at = (path: string): string => {
    if (!isAbsolute(path) && !isAbsolute(directory) && workingDirectory() === undefined) throw missingDirectory();
    return resolve(directory, path);
  };
  return {
    read: path => orUndefined(readBounded(at(path))),
    write: async (path, text, mode) => {
      try {
        await replaceFile(at(path), text, mode);
      } catch (error) {
        throw explainWrite(path, error);
      }
    },
    isFile: async path => (await look(at(path)))?.isFile() ?? false,
    isDirectory: async path => (await look(at(path)))?.isDirectory() ?? false,
    makeTemporaryDirectory: async prefix => {
      try {
        await makeDirectories(temporary);
        return await mkdtemp(join(temporary, prefix));
      } catch (error) {
        throw new SlipwayError({
          code: 'no-temporary-folder',
          fault: 'user',
          what: `No temporary folder can be made in ${temporary}: ${describeSystemError(error)}.`,
          next: 'Make room there, or name another folder: RUNNER_TEMP in a workflow, else TMPDIR.',
          cause: error
        });
      }
    },
    remove: path => rm(at(path), { recursive: true, force: true }),
    link: (target, path) => symlink(target, at(path))
  };
}

/** How the system says that a path leads nowhere, and how it says so of one that cannot lead anywhere. */
const ABSENT = ['ENOENT', 'ENOTDIR'];
const NOWHERE = [...ABSENT, 'ELOOP', 'ENAMETOOLONG'];

async function look(path: string): Promise<Stats | undefined> {
  return orUndefined(stat(path), NOWHERE).catch((error: unknown) => {
    throw explainLook(path, error);
  });
}

/**
 * Gives a file a new content: a reader, or a crash, sees the old file or the new one, never half of it. A link stays one, and the file keeps
 * who may read it. What is no file, such as a pipe or `/dev/stdout`, is written to and not replaced.
 */
async function replaceFile(path: string, text: string, mode: number | undefined): Promise<void> {
  const there = await orUndefined(stat(path));
  if ((there !== undefined && !there.isFile() && !there.isDirectory()) || /^\/(?:dev|proc)\//.test(path))
    return writeFile(path, text);
  const target = there === undefined ? path : await realpath(path);
  await makeDirectories(dirname(target));
  const draft = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(draft, text, mode === undefined ? {} : { mode });
    if (mode === undefined && there !== undefined) await chmod(draft, there.mode & 0o777);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never ends where the system says of a folder whose parent is there
 * that it cannot be made because one is missing, as below /proc.
 */
async function makeDirectories(path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; (await orUndefined(stat(folder))) === undefined; folder = dirname(folder)) {
    if (folder === dirname(folder)) break;
    missing.unshift(folder);
  }
  for (const folder of missing) {
    await mkdir(folder).catch((error: unknown) => {
      // Another run may have made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

/** The folder that this process is in; undefined where it was removed since. */
export function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

export function missingDirectory(): SlipwayError {
  return new SlipwayError({
    code: 'no-working-directory',
    fault: 'user',
    what: 'The working directory is gone: it was removed while this program was in it.',
    next: 'Change to an existing folder and run the command again.'
  });
}

async function orUndefined<T>(work: Promise<T>, absent: readonly string[] = ABSENT): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (absent.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
