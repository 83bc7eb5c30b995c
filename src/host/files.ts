import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

import { SlipwayError } from '../errors.js';
import type { Files } from '../ports.js';
import { readBounded } from './bounded-read.js';

/** The file system. Relative paths are taken from `directory` (default: the working directory); temporary folders go below `temporary`. */
export function systemFiles(temporary: string = tmpdir(), directory = '.'): Files {
  const at = (path: string): string => {
    if (!isAbsolute(path) && !isAbsolute(directory) && workingDirectory() === undefined) throw missingDirectory();
    return resolve(directory, path);
  };
  return {
    read: path => orUndefined(readBounded(at(path))),
    write: async (relative, text, mode) => {
      const path = at(relative);
      await makeDirectories(dirname(path));
      // A reader, or a crash, sees the old file or the new one, never half of it.
      const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
      try {
        await writeFile(draft, text, mode === undefined ? {} : { mode });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw nameFile(error, path);
      }
    },
    isFile: async path => (await orUndefined(stat(at(path))))?.isFile() ?? false,
    isDirectory: async path => (await orUndefined(stat(at(path))))?.isDirectory() ?? false,
    makeTemporaryDirectory: async prefix => {
      try {
        await makeDirectories(temporary);
        return await mkdtemp(join(temporary, prefix));
      } catch (error) {
        throw new SlipwayError({
          code: 'no-temporary-folder',
          fault: 'user',
          what: `No temporary folder can be made in ${temporary}: ${messageOf(error)}.`,
          next: 'Make room there, or name another folder: RUNNER_TEMP in a workflow, else TMPDIR.',
          cause: error
        });
      }
    },
    remove: path => rm(at(path), { recursive: true, force: true }),
    link: (target, path) => symlink(target, at(path))
  };
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

/** Of a full disk the system does not say where it is. */
function nameFile(error: unknown, path: string): unknown {
  if (error instanceof Error && !error.message.includes(dirname(path))) error.message += ` '${path}'`;
  return error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
