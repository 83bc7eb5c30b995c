import { rule, type Rule } from '../errors.js';

const DOCKERFILE = 'https://docs.docker.com/reference/dockerfile/';
const BUILD = 'https://docs.docker.com/reference/cli/docker/buildx/build/';
const CHECKS = 'https://docs.docker.com/reference/build-checks/';

/** What is said of the settings of a build and of its Dockerfile. */
export const IMAGE_RULES: readonly Rule[] = [
  rule(
    'missing-context',
    'either',
    'The folder to build from is there; with reuse-image: true, where it may not be needed, a warning.',
    BUILD
  ),
  rule(
    'missing-dockerfile',
    'either',
    'The Dockerfile is there; with reuse-image: true, where it may not be needed, a warning.',
    BUILD
  ),
  rule('no-from', 'error', 'A Dockerfile has a FROM.', `${DOCKERFILE}#from`),
  rule(
    'unknown-target',
    'error',
    'The target is a stage of the Dockerfile.',
    `${BUILD}#target; Docker answers: “target stage … could not be found”`
  ),
  rule(
    'exposed-port',
    'warning',
    'A port that the image exposes is one that its container maps; what holds a variable says nothing.',
    `${DOCKERFILE}#expose`
  ),
  rule(
    'from-platform',
    'warning',
    "FROM is not pinned to another platform than the image's or the task's.",
    `${CHECKS}from-platform-flag-const-disallowed/`
  ),
  rule(
    'unused-build-arg',
    'warning',
    'A build argument has an ARG in the Dockerfile.',
    `${DOCKERFILE}#arg; Docker answers: “One or more build-args … were not consumed”`
  ),
  rule(
    'secret-build-arg',
    'warning',
    'A build argument is no secret: it can be read from the image.',
    `${CHECKS}secrets-used-in-arg-or-env/`
  ),
  rule('unused-build-secret', 'warning', 'A build secret is mounted by a RUN.', `${DOCKERFILE}#run---mounttypesecret`),
  rule(
    'missing-build-secret',
    'error',
    'A secret that a RUN requires is among the build secrets.',
    `${DOCKERFILE}#run---mounttypesecret`
  ),
  rule(
    'build-secret',
    'error',
    'A build secret has an id, and its variable or file is there (found by a run, where the secret is).',
    `${BUILD}#secret`
  ),
  rule(
    'build-ssh',
    'error',
    'An SSH agent that the build gets runs here (found by a run, where the agent is).',
    `${BUILD}#ssh; BuildKit answers: “invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set”`
  )
];
