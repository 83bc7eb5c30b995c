import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { readBounded } from '../../src/host/bounded-read.js';
import { systemFiles } from '../../src/host/files.js';

const MIB = 1024 ** 2;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-bounded-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what is read', () => {
  it('is a file of 4 MiB, and none that is larger', async () => {
    const files = systemFiles(folder, folder);
    writeFileSync(join(folder, 'fits'), Buffer.alloc(4 * MIB, 'a'));
    expect((await files.read('fits'))?.length).toBe(4 * MIB);
    writeFileSync(join(folder, 'large'), Buffer.alloc(4 * MIB + 1, ' '));
    await expect(files.read('large')).rejects.toMatchObject({
      code: 'unreadable-file',
      fault: 'user',
      message: `it has more than 4 MiB, the most that is read of a file: '${join(folder, 'large')}'`
    });
  });

  it.each(['/dev/zero', '/dev/null', '/dev/urandom'])('is no device: %s', async path => {
    await expect(systemFiles().read(path)).rejects.toThrow(
      `it is a device or a socket, and no regular file: '${path}'`
    );
  });

  it('is no socket', async () => {
    const path = join(folder, 'socket');
    const server = createServer();
    await new Promise<void>(resolve => server.listen(path, resolve));
    await expect(systemFiles().read(path)).rejects.toThrow(path);
    server.close();
  });

  it('is no pipe that nobody ends writing to, and waiting for it holds nobody up', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    await expect(readBounded(path, 100)).rejects.toThrow('it is a pipe, and its end did not come within 0.1 seconds');
    // Opened for both, it has a writer, which says nothing.
    const kept = openSync(path, 'r+');
    expect(kept).toBeGreaterThan(0);
    await expect(readBounded(path, 100)).rejects.toThrow('it is a pipe');
  });

  it('is a pipe that a shell makes', async () => {
    const script = `exec ${process.execPath} --input-type=module -e "$0" <(printf 'one '; printf two)`;
    // The descriptor is the child's own: what is read here is what it opens anew.
    const child = spawn('bash', ['-c', script, 'setInterval(() => {}, 1000); console.log(process.argv[1])']);
    try {
      const path = await new Promise<string>(resolve =>
        child.stdout.once('data', data => resolve(String(data).trim()))
      );
      const { pid = 0 } = child;
      const bytes = await readBounded(path.replace('/dev/fd', `/proc/${pid}/fd`), 60_000);
      expect(Buffer.from(bytes).toString()).toBe('one two');
    } finally {
      child.kill('SIGKILL');
    }
  });
});
