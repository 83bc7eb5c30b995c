/** What was done, as Slipway says it, and Docker's standard error. */
export type DockerSample = readonly [doing: string, stderr: string];

export const HOST = '210987654321.dkr.ecr.eu-central-1.amazonaws.com';
export const DIGEST = 'sha256:4031f4290bcd500aa429f403c96ccce5029d42ab7401aa403b500c503d401e50';
export const build = (...lines: readonly string[]): DockerSample => ['Building parcel/api:1', lines.join('\n')];
export const push = (...lines: readonly string[]): DockerSample => [`Pushing ${HOST}/parcel/api:1`, lines.join('\n')];
export const both = (...lines: readonly string[]): DockerSample => [
  `Building and pushing ${HOST}/parcel/api:1`,
  lines.join('\n')
];
export const login = (...lines: readonly string[]): DockerSample => [`Docker login to ${HOST}`, lines.join('\n')];
export const step = (output: string, command: string, code: number): DockerSample =>
  build(
    `#12 [4/7] RUN ${command}`,
    `#12 0.311 ${output}`,
    `#12 ERROR: process "/bin/sh -c ${command}" did not complete successfully: exit code: ${code}`,
    '------',
    ` > [4/7] RUN ${command}:`,
    `0.311 ${output}`,
    '------',
    'Dockerfile:9',
    '--------------------',
    `   9 | >>> RUN ${command}`,
    '--------------------',
    `ERROR: failed to solve: process "/bin/sh -c ${command}" did not complete successfully: exit code: ${code}`
  );
