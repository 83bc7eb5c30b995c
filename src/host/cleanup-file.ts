import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { SlipwayError } from '../errors.js';
import type { CleanupStore, PendingCleanup } from '../ports.js';

/**
 * A cleanup store in a file, for a process that another one follows: what is noted is on the disk before anything is changed, and survives a
 * SIGKILL. Without entries there is no file.
 *
 * @param entries what is noted now, by name
 */
export function fileCleanupStore(path: string, entries: Map<string, PendingCleanup>): CleanupStore {
  const save = (): void => {
    if (entries.size === 0) {
      rmSync(path, { force: true });
      return;
    }
    writeFileSync(`${path}.new`, JSON.stringify([...entries.values()]), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    add: (name, pending) => {
      entries.set(name, pending);
      try {
        save();
      } catch (error) {
        throw unusable(path, 'written', error);
      }
    },
    remove: name => {
      if (!entries.delete(name)) return;
      try {
        save();
      } catch {
        // It is gone or meant to stay, and whoever reads the file looks before taking anything back.
      }
    }
  };
}

/** What an interrupted run noted in such a file; empty where there is none. Throws SlipwayError for one that cannot be read. */
export function readCleanupFile(path: string): readonly PendingCleanup[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly PendingCleanup[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw unusable(path, 'read', error);
  }
}

function unusable(path: string, verb: 'read' | 'written', cause: unknown): SlipwayError {
  return new SlipwayError({
    code: 'cleanup-record',
    fault: 'user',
    what: `The cleanup record ${path} cannot be ${verb}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    next:
      verb === 'read'
        ? 'Check with slipway status whether the deployment of the interrupted run is still in progress.'
        : 'Name a file in a folder that this user may write: --cleanup-record=FILE.',
    cause
  });
}
