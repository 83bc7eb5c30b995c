import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import type { Files } from '../ports.js';

/** The file system. Relative paths are taken from `directory` (default: the working directory); temporary folders go below `temporary`. */
export function systemFiles(temporary: string = tmpdir(), directory = '.'): Files {
  const at = (path: string): string => resolve(directory, path);
  return {
    read: path => orUndefined(readFile(at(path))),
    write: async (relative, text, mode) => {
      const path = at(relative);
      await mkdir(dirname(path), { recursive: true });
      // A reader, or a crash, sees the old file or the new one, never half of it.
      const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
      try {
        await writeFile(draft, text, mode === undefined ? {} : { mode });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    isFile: async path => (await orUndefined(stat(at(path))))?.isFile() ?? false,
    isDirectory: async path => (await orUndefined(stat(at(path))))?.isDirectory() ?? false,
    makeTemporaryDirectory: async prefix => {
      await mkdir(temporary, { recursive: true });
      return mkdtemp(join(temporary, prefix));
    },
    remove: path => rm(at(path), { recursive: true, force: true }),
    link: (target, path) => symlink(target, at(path))
  };
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
