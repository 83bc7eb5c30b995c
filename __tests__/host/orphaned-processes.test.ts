import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { endProcessesWith } from '../../src/host/orphaned-processes.js';

describe('processes that a killed step left', () => {
  it('end, and what they started; others do not', async () => {
    // Elsewhere than on Linux nothing is found.
    if (!existsSync('/proc/self/environ')) return expect(endProcessesWith('PATH', '')).resolves.toBeUndefined();
    const start = (value: string) => {
      const child = spawn('sh', ['-c', 'sleep 60 & echo up; wait'], {
        env: { ...process.env, SLIPWAY_ORPHAN: value },
        stdio: ['ignore', 'pipe', 'ignore']
      });
      // The pipe is closed when the last who holds it is gone: the shell, and what it started.
      return { child, up: once(child.stdout, 'data'), gone: once(child, 'close') };
    };
    // The same test may run beside this one.
    const folder = `/tmp/${randomUUID()}`;
    const ours = start(folder);
    const another = start(`${folder}-too`);
    await Promise.all([ours.up, another.up]);

    await endProcessesWith('SLIPWAY_ORPHAN', folder);
    await ours.gone;
    expect(ours.child.signalCode).toBe('SIGKILL');
    expect(another.child.exitCode ?? another.child.signalCode).toBeNull();

    await endProcessesWith('SLIPWAY_ORPHAN', `${folder}-too`);
    await another.gone;
  });
});
