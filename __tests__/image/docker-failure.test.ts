import { describe, expect, it } from '@jest/globals';

import { explainDockerFailure } from '../../src/image/docker/docker-failure.js';

/** What real Docker ended with: 20.10 with BuildKit, 20.10 and 28 with the old builder, buildx, push. */
const CASES: [string, string, string, string][] = [
  [
    'a cache in S3 that is not allowed',
    'ERROR: failed to solve: failed to configure s3 cache importer: operation error S3: HeadObject, https response error StatusCode: 403, RequestID: X, api error Forbidden: Forbidden\n',
    'cache-denied',
    'api error Forbidden: Forbidden.'
  ],
  [
    'BuildKit draws before it speaks',
    '#4 ERROR: "/nothere" not found: not found\n------\n > [1/1] COPY nothere /x:\n------\nfailed to compute cache key: "/nothere" not found: not found\n',
    'build-context',
    'failed to compute cache key: "/nothere" not found: not found.'
  ],
  [
    'buildx shows the place and the error',
    'Dockerfile:2\n--------------------\n   1 |     FROM a\n   2 | >>> RUN false\n--------------------\nERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1\n\nView build details: docker-desktop://x\n',
    'build-step',
    'ERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1.'
  ],
  [
    'the old builder speaks of itself first',
    "DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n            Install the buildx component to build images with BuildKit:\n            https://docs.docker.com/go/buildx/\n\nThe command '/bin/busybox false' returned a non-zero code: 1\n",
    'build-step',
    "The command '/bin/busybox false' returned a non-zero code: 1."
  ],
  [
    'a wrong target',
    'ERROR: failed to solve: rpc error: code = Unknown desc = failed to solve with frontend dockerfile.v0: failed to create LLB definition: target stage nope could not be found\n',
    'dockerfile',
    'target stage nope could not be found.'
  ],
  [
    'a push to an immutable tag',
    "tag invalid: The image tag 'X' already exists in the 'R' repository and cannot be overwritten because the tag is immutable.\n",
    'tag-immutable',
    'because the tag is immutable.'
  ],
  [
    'a push to a repository that is not there',
    "name unknown: The repository with name 'x' does not exist in the registry with id '123456789012'\n",
    'repository-missing',
    "with id '123456789012'."
  ],
  ['a push without a login', 'no basic auth credentials\n', 'docker-denied', 'no basic auth credentials.'],
  [
    'a base image of another account',
    'ERROR: failed to solve: 9.dkr.ecr.x.amazonaws.com/base:1: failed to authorize: 403 Forbidden\n',
    'docker-denied',
    '403 Forbidden.'
  ],
  [
    'a registry that does not answer',
    'Error response from daemon: Get "https://x/v2/": net/http: TLS handshake timeout\n',
    'docker-network',
    'TLS handshake timeout.'
  ],
  [
    'a step for another processor says so above the last line',
    '#9 [2/5] RUN apt-get update\n#9 0.256 exec /bin/sh: exec format error\n#9 ERROR: process "/bin/sh -c apt-get update" did not complete successfully: exit code: 255\n------\nERROR: failed to solve: process "/bin/sh -c apt-get update" did not complete successfully: exit code: 255\n',
    'docker-exec-format',
    'exec /bin/sh: exec format error. ERROR: failed to solve: process "/bin/sh -c apt-get update" did not complete successfully: exit code: 255.'
  ],
  [
    'a hint to another driver, in the line behind',
    'ERROR: Multi-platform build is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/build-multi-platform/\n',
    'docker-builder',
    'Switch to a different driver, or turn on the containerd image store, and try again.'
  ],
  ['a connection that broke without a word', '919b9aaa34c1: Retrying in 1 second\nEOF\n', 'docker-network', 'EOF.'],
  [
    'a registry whose host and tag are numbers',
    'ERROR: failed to solve: 403401500429.dkr.ecr.eu-west-1.amazonaws.com/denied:500: 403401500429.dkr.ecr.eu-west-1.amazonaws.com/denied:500: not found\n',
    'base-image-missing',
    'not found.'
  ],
  ['nothing at all', '', 'docker-failed', 'Docker gave no reason.']
];

describe('explainDockerFailure', () => {
  it.each(CASES)('%s', (_, stderr, code, end) => {
    const error = explainDockerFailure('Building x', { exitCode: 1, stdout: '', stderr });
    expect(error.code).toBe(code);
    expect(error.what).toMatch(/^Building x failed \(exit code 1\): /);
    expect(error.what.endsWith(end)).toBe(true);
    expect(error.what).not.toContain('\n');
  });

  it('takes standard output where the other one is silent', () => {
    expect(explainDockerFailure('X', { exitCode: 2, stdout: 'a\nb\n', stderr: '\n' }).what).toBe(
      'X failed (exit code 2): a b.'
    );
  });
});
