import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findOnPath } from './act-parts.js';
import { startProgram, stopProgram } from './docker-parts.js';

const BINFMT = '/proc/sys/fs/binfmt_misc';
/** The head of a 64-bit ARM program, which bytes of it count, and who runs it; F: the interpreter is opened now, and so is there in every container. */
const ARM64 = [
  '\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00',
  '\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff',
  '/usr/bin/qemu-aarch64-static',
  'F'
];
const HANDLER = 'slipway-test-aarch64';

/** Has this machine run programs of 64-bit ARM by QEMU while `body` runs, where it does not already. Needs root and qemu-user-static. */
export async function withArm64<T>(body: () => Promise<T>): Promise<T> {
  if (!existsSync(join(BINFMT, 'register'))) run('mount', '-t', 'binfmt_misc', 'none', BINFMT);
  const isNew = !existsSync(join(BINFMT, 'qemu-aarch64'));
  if (isNew) await writeFile(join(BINFMT, 'register'), `:${HANDLER}:M::${ARM64.join(':')}`);
  try {
    return await body();
  } finally {
    if (isNew) await writeFile(join(BINFMT, HANDLER), '-1');
  }
}

export interface BuildKit {
  /** Where `buildkitd` listens: `unix://…`. */
  readonly address: string;
  /** @param signal default SIGTERM, on which it waits for builds that are under way */
  close(signal?: NodeJS.Signals): Promise<void>;
}

/** A `buildkitd` of our own, with runc and no more: it needs no image, and no network of its own. */
export async function startBuildKit(): Promise<BuildKit> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-buildkit-'));
  const address = `unix://${folder}/buildkitd.sock`;
  const worker = [
    '--oci-worker=true',
    '--containerd-worker=false',
    '--oci-worker-snapshotter=native',
    '--oci-worker-net=host'
  ];
  // A Unix socket takes connections from the moment on at which it is there.
  const isReady = (): boolean => existsSync(join(folder, 'buildkitd.sock'));
  const daemon = await startProgram(
    'buildkitd',
    ['--root', join(folder, 'root'), '--addr', address, ...worker],
    folder,
    isReady
  );
  return {
    address,
    close: async signal => {
      await stopProgram(daemon, signal);
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** Puts the buildx plugin into a home folder. */
export async function installBuildx(home: string): Promise<void> {
  const plugins = join(home, '.docker', 'cli-plugins');
  await mkdir(plugins, { recursive: true });
  await symlink(findOnPath('buildx'), join(plugins, 'docker-buildx'));
}

function run(program: string, ...args: readonly string[]): void {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.error?.message ?? done.stderr}`);
}
