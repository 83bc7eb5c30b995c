import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
export const COMMAND = join(process.env['SLIPWAY_DIST'] ?? join(ROOT, 'dist'), 'cli', 'index.js');

const isWindows = process.platform === 'win32';

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the committed command. On Windows no `docker` is on its path: the engine of GitHub's machine takes no Linux image.
 *
 * @param interruptAfter once standard output has this, SIGINT is sent as a terminal sends it for Ctrl-C: to the command and all that it started
 */
export function slipway(folder: string, args: readonly string[], interruptAfter?: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        ...(isWindows ? { PATH: dirname(process.execPath), Path: undefined } : {}),
        CI: 'true',
        NO_COLOR: '1'
      },
      // A group of its own: a signal to it does not reach the test.
      detached: interruptAfter !== undefined,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let stdout = '';
    let stderr = '';
    let isInterrupted = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (interruptAfter === undefined || isInterrupted || !stdout.includes(interruptAfter) || child.pid === undefined)
        return;
      isInterrupted = true;
      process.kill(-child.pid, 'SIGINT');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', exitCode => resolve({ exitCode, stdout, stderr }));
  });
}

/** Gives a copy of the rolling example, in a folder whose name has a space and a letter beyond ASCII, and removes it afterwards. */
export async function withProject(use: (folder: string) => Promise<void>): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), 'slipway-portable-'));
  const folder = join(parent, 'Mein Gerät');
  try {
    await cp(join(ROOT, 'examples', 'rolling'), folder, { recursive: true });
    await use(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** Changes a file of the project. */
export async function edit(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, change(await readFile(path, 'utf8')));
}
