import { readdir, readFile } from 'node:fs/promises';

import { retry } from '../retry.js';
import { systemClock } from './clock.js';

/** An orphan may start another program just before it ends. */
const MAX_ATTEMPTS = 50;
const PAUSE = 20;

/**
 * Ends (SIGKILL) all processes of this user whose environment has this variable with this value, and waits until they are gone. A step
 * that was killed leaves its child processes to themselves, and what they write would come after the cleaning up.
 *
 * By Linux's `/proc`; where there is none, nothing happens.
 */
export async function endProcessesWith(variable: string, value: string): Promise<void> {
  const clock = systemClock(undefined);
  await retry({ clock, attempts: MAX_ATTEMPTS, pauses: { first: PAUSE }, isPending: count => count > 0 }, async () => {
    const found = await findProcessesWith(`${variable}=${value}`);
    found.forEach(end);
    return found.length;
  });
}

async function findProcessesWith(entry: string): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  const ids = names.filter(name => /^\d+$/.test(name)).map(Number);
  const others = ids.filter(id => id !== process.pid);
  // Other users' environments cannot be read, and are none of ours; of a process that has ended it is empty.
  const environments = await Promise.all(others.map(id => readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')));
  return others.filter((_id, index) => environments[index]?.split('\0').includes(entry) === true);
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}
