import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** An orphan may start another program just before it ends. */
const LOOKS = 50;
const PAUSE = 20;

/**
 * Ends (SIGKILL) all processes of this user whose environment has this variable with this value, and waits until they are gone. A step
 * that was killed leaves its child processes to themselves, and what they write would come after the cleaning up.
 *
 * By Linux's `/proc`; where there is none, nothing happens.
 */
export async function endProcessesWith(variable: string, value: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const found = await findProcessesWith(`${variable}=${value}`);
    if (found.length === 0) return;
    found.forEach(end);
    await sleep(PAUSE);
  }
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
