import { rule, type Rule } from '../../errors.js';

const DOCKERFILE = 'https://docs.docker.com/reference/dockerfile/';
const BUILD = 'https://docs.docker.com/reference/cli/docker/buildx/build/';
const CHECKS = 'https://docs.docker.com/reference/build-checks/';

/** What is said of the settings of a build and of its Dockerfile. */
export const IMAGE_RULES: readonly Rule[] = [
  rule(
    'missing-context',
    'either',
    'The build context does not exist. With reuse-image: true, which may not need it, a warning.',
    BUILD
  ),
  rule(
    'missing-dockerfile',
    'either',
    'The Dockerfile does not exist. With reuse-image: true, which may not need it, a warning.',
    BUILD
  ),
  rule('no-from', 'error', 'The Dockerfile has no FROM.', `${DOCKERFILE}#from`),
  rule(
    'unknown-target',
    'error',
    'The target is not a stage of the Dockerfile.',
    `${BUILD}#target; Docker answers: “target stage … could not be found”`
  ),
  rule(
    'exposed-port',
    'warning',
    'The image exposes a port that its container does not map. Ports with a variable are not checked.',
    `${DOCKERFILE}#expose`
  ),
  rule(
    'from-platform',
    'warning',
    'FROM is pinned to a different platform than the image or the task.',
    `${CHECKS}from-platform-flag-const-disallowed/`
  ),
  rule(
    'unused-build-arg',
    'warning',
    'A build argument has no ARG in the Dockerfile.',
    `${DOCKERFILE}#arg; Docker answers: “One or more build-args … were not consumed”`
  ),
  rule(
    'secret-build-arg',
    'warning',
    'A build argument looks like a secret; anyone can read it from the image.',
    `${CHECKS}secrets-used-in-arg-or-env/`
  ),
  rule('unused-build-secret', 'warning', 'No RUN mounts the build secret.', `${DOCKERFILE}#run---mounttypesecret`),
  rule(
    'missing-build-secret',
    'error',
    'A RUN requires a secret that is not among the build secrets.',
    `${DOCKERFILE}#run---mounttypesecret`
  ),
  rule(
    'build-secret',
    'error',
    'A build secret has no id, or its variable or file does not exist (found during a run, where the secret is).',
    `${BUILD}#secret`
  ),
  rule(
    'build-ssh',
    'error',
    'The SSH agent for the build is not running (found during a run, where the agent is).',
    `${BUILD}#ssh; BuildKit answers: “invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set”`
  )
];
