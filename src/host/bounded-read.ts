import { constants, open, type FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { SlipwayError } from '../errors.js';

/** The most that is read of a file: a hundred times what AWS takes of any of ours (a task definition has at most 64 KiB). */
const MAX_BYTES = 4 * 1024 ** 2;
const CHUNK = 64 * 1024;
// Windows knows no such flag as the second.
const FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);
/** How long a pipe may keep its reader waiting, and between two looks at it, in milliseconds. */
const PATIENCE = 5_000;
const LOOK_EVERY = 20;

/**
 * The bytes of a file: of a regular one, or of a pipe that somebody writes to (`<(envsubst < td.json)` of a shell). It neither waits for ever nor
 * fills the memory, whatever the path leads to: it is opened without waiting for a writer, and a thread never hangs in it.
 *
 * @param path as it is told
 * @param patience how long a pipe may keep its reader waiting in all, in milliseconds
 * @throws SlipwayError where it is too large, comes too slowly, or is neither file nor pipe; else the system's error
 */
export async function readBounded(path: string, patience = PATIENCE): Promise<Uint8Array> {
  const handle = await open(path, FLAGS);
  try {
    const found = await handle.stat();
    if (found.isFIFO()) return await readAll(path, handle, { patience, until: Date.now() + patience });
    if (found.isFile()) return await readAll(path, handle, undefined);
    if (found.isDirectory()) throw refuse(path, 'it is a directory, and no regular file');
    throw refuse(path, 'it is a device or a socket, and no regular file');
  } finally {
    await handle.close();
  }
}

/** How long a pipe is waited for, and until when that is; milliseconds, of `until` since the epoch. */
interface PipeTime {
  readonly patience: number;
  readonly until: number;
}

/** @param time of a pipe; undefined of a file, which ends where there is no more of it */
async function readAll(path: string, handle: FileHandle, time: PipeTime | undefined): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = await readChunk(handle);
    const hasWriter = chunk === undefined || chunk.length > 0;
    if (chunk !== undefined && chunk.length > 0) {
      size += chunk.length;
      if (size > MAX_BYTES)
        throw refuse(path, `it has more than ${MAX_BYTES / 1024 ** 2} MiB, the most that is read of a file`);
      chunks.push(chunk);
      continue;
    }
    // Of a pipe, nobody may have begun to write.
    if (!hasWriter && (time === undefined || size > 0)) return Buffer.concat(chunks);
    if (time !== undefined && Date.now() > time.until)
      throw refuse(path, `it is a pipe, and its end did not come within ${time.patience / 1000} seconds`);
    await wait(LOOK_EVERY);
  }
}

/** What there is to read; empty at the end, undefined where it is still to come. */
async function readChunk(handle: FileHandle): Promise<Buffer | undefined> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  try {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

/** Worded as the system words its own: whoever asked says what was to be read. */
function refuse(path: string, why: string): SlipwayError {
  return new SlipwayError({ code: 'unreadable-file', fault: 'user', what: `${why}: '${path}'` });
}
