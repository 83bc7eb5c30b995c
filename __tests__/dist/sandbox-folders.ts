import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { connectToCloud } from '../../src/emulator/client.js';
import { readCommandLine } from '../../src/emulator/runner/workflow-commands.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import type { DockerNotes } from './docker-script.js';
import type { Sandbox } from './sandbox.js';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** The committed bundles. `SLIPWAY_DIST` names others, to try a build before it is committed. */
export const DIST = process.env['SLIPWAY_DIST'] ?? join(ROOT, 'dist');
export const REGION = 'ap-northeast-2';
export const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
export const SHA = '4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2';

/** The folders of a sandbox, and the files in which its Docker notes how it is called. */
export interface Folders {
  readonly workspace: string;
  readonly home: string;
  readonly bin: string;
  readonly temporary: string;
  readonly notes: DockerNotes;
}

/** Makes the folders of a sandbox, a workspace with a Dockerfile among them; all are gone afterwards. */
export async function withFolders(body: (folders: Folders) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'slipway-bench-'));
  const at = (name: string): string => join(root, name);
  const notes = { calls: at('docker-calls'), passwords: at('docker-passwords'), images: at('docker-images') };
  const folders = {
    workspace: at('workspace'),
    home: at('home'),
    bin: at('bin'),
    temporary: at('temporary'),
    notes
  };
  try {
    for (const path of [folders.workspace, join(folders.home, '.docker'), folders.bin, folders.temporary]) {
      await mkdir(path, { recursive: true });
    }
    await writeFile(join(folders.home, '.docker', 'config.json'), '{\n\t"auths": {}\n}\n');
    await writeFile(join(folders.workspace, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /Dockerfile\n');
    await body(folders);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** What a run needs in its environment to be on this bench. */
export function cloudEnvironment(cloud: Cloud, { home, temporary }: Folders): Readonly<Record<string, string>> {
  return {
    HOME: home,
    RUNNER_TEMP: temporary,
    AWS_ENDPOINT_URL: cloud.endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_EC2_METADATA_DISABLED: 'true'
  };
}

/** The part of a sandbox that does not depend on how a run is run. */
export function sandboxOf(cloud: Cloud, { workspace, home, temporary }: Folders) {
  return {
    cloud,
    call: connectToCloud(cloud.endpoint, REGION),
    workspace,
    home,
    temporary,
    read: path => readFile(join(workspace, path), 'utf8'),
    write: async (path, content) => {
      const file = join(workspace, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`);
    }
  } satisfies Partial<Sandbox>;
}

/** The lines of a file that are not empty; none where it is not there. */
export async function readLines(path: string): Promise<readonly string[]> {
  return existsSync(path) ? (await readFile(path, 'utf8')).split('\n').filter(line => line !== '') : [];
}

/** What a log has as errors, the runner's escapes undone. */
export function readErrors(log: string): string {
  return log
    .split('\n')
    .map(readCommandLine)
    .filter(line => line.kind === 'error')
    .map(line => line.text)
    .join('\n');
}
