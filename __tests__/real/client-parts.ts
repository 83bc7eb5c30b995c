import { execFile } from 'node:child_process';

import { REGION, type Sandbox } from '../dist/sandbox.js';

export interface Said {
  readonly exitCode: number;
  /** Standard output and standard error, one after the other. */
  readonly text: string;
}

/** Runs a program of others in the workspace, as one would who has said what `slipway cloud` says to export. Rejects where it is not installed. */
export function runClient(sandbox: Sandbox, program: string, ...args: readonly string[]): Promise<Said> {
  const env = {
    PATH: process.env['PATH'],
    HOME: sandbox.home,
    AWS_ENDPOINT_URL: sandbox.cloud.endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_EC2_METADATA_DISABLED: 'true',
    LANG: 'C.UTF-8'
  };
  return new Promise((resolve, reject) => {
    const child = execFile(program, [...args], { env, cwd: sandbox.workspace }, (error, stdout, stderr) => {
      if (error !== null && child.exitCode === null)
        reject(new Error(`${program} is needed; .ci/run installs it. ${error.message}`));
      else resolve({ exitCode: child.exitCode ?? -1, text: stdout + stderr });
    });
  });
}
