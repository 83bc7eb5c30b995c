import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { connectToCloud, type Call } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import { REGION } from '../dist/sandbox.js';

export interface Said {
  readonly exitCode: number;
  /** Standard output and standard error, one after the other. */
  readonly text: string;
}

/** Where programs of others run: the folder they begin in, their home, and the built-in AWS. */
export interface Place {
  readonly workspace: string;
  readonly home: string;
  readonly cloud: { readonly endpoint: string };
}

/** Runs a program of others in a place, as one would who has said what `slipway cloud` says to export. Rejects where it is not installed. */
export function runClient(place: Place, program: string, ...args: readonly string[]): Promise<Said> {
  return feedClient(place, program, args, '');
}

/** The same, with what the program reads from standard input, and with variables of its own. */
export function feedClient(
  place: Place,
  program: string,
  args: readonly string[],
  input: string,
  variables: Readonly<Record<string, string>> = {}
): Promise<Said> {
  const env = {
    PATH: process.env['PATH'],
    HOME: place.home,
    AWS_ENDPOINT_URL: place.cloud.endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    LANG: 'C.UTF-8',
    ...variables
  };
  return new Promise((resolve, reject) => {
    const options = { env, cwd: place.workspace, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(program, [...args], options, (error, stdout, stderr) => {
      if (error !== null && child.exitCode === null)
        reject(new Error(`${program} is needed; .ci/run installs it. ${error.message}`));
      else resolve({ exitCode: child.exitCode ?? -1, text: stdout + stderr });
    });
    // A program that does not read its input closes it.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** The built-in AWS and an empty folder for programs that talk to its registry. */
export interface RegistryPlace extends Place {
  readonly call: Call;
  /** `127.0.0.1:<port>` */
  readonly host: string;
  /** The password of the user `AWS`, as GetAuthorizationToken gives it. */
  readonly password: string;
}

/** Runs `body` with the built-in AWS and these repositories; all is gone afterwards. */
export async function withRegistry(
  repositories: readonly string[],
  body: (place: RegistryPlace) => Promise<void>
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-registry-clients-'));
  const cloud = await startCloud();
  try {
    const call = connectToCloud(cloud.endpoint, REGION);
    for (const repositoryName of repositories) await call('ecr', 'CreateRepository', { repositoryName });
    const { authorizationData } = (await call('ecr', 'GetAuthorizationToken', {})) as {
      readonly authorizationData: readonly { readonly authorizationToken: string }[];
    };
    const login = Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64').toString('utf8');
    await body({
      workspace: folder,
      home: folder,
      cloud,
      call,
      host: new URL(cloud.endpoint).host,
      password: login.slice(login.indexOf(':') + 1)
    });
  } finally {
    await cloud.close();
    await rm(folder, { recursive: true, force: true });
  }
}
