import { rule, type Rule } from '../../errors.js';

const REFERENCE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html';
const FILES = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html';
const PHASES = 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html';

/** What is said of a buildspec. */
export const BUILDSPEC_RULES: readonly Rule[] = [
  rule('no-buildspec', 'error', 'The file is a buildspec: it has phases.', REFERENCE),
  rule('no-version', 'error', 'The version is there.', REFERENCE),
  rule('unknown-version', 'error', 'The version is 0.1 or 0.2.', REFERENCE),
  rule('old-version', 'warning', 'The version is 0.2: in 0.1 each command has a shell of its own.', REFERENCE),
  rule('old-key', 'error', 'Version 0.2 has no environment_variables.', REFERENCE),
  rule('unknown-key', 'warning', 'A key is one that CodeBuild reads.', REFERENCE),
  rule('no-phases', 'error', 'There are phases.', REFERENCE),
  rule('unknown-phase', 'error', 'A phase is install, pre_build, build or post_build.', REFERENCE),
  rule('on-failure', 'error', 'on-failure is ABORT, CONTINUE or RETRY.', REFERENCE),
  rule(
    'docker-runtime',
    'error',
    'Docker is no runtime version of a build image.',
    "CodeBuild answers: “Unknown runtime named 'docker'”"
  ),
  rule(
    'colon-in-command',
    'error',
    'A command is a text: a colon and a blank make a map of it.',
    'CodeBuild answers: “Expected Commands[N] to be of string type: found subkeys instead”'
  ),
  rule('shell-syntax', 'warning', 'A shell can read each command.', 'bash -n'),
  rule(
    'backslash-joined',
    'warning',
    'A command of several lines is a block: YAML joins plain lines before the shell sees the backslash.',
    'https://yaml.org/spec/1.2.2/#733-plain-style'
  ),
  rule('files-not-a-list', 'warning', 'artifacts.files is a list.', REFERENCE),
  rule('push-after-failed-build', 'error', 'Nothing is pushed after a failed build: post_build runs then too.', PHASES),
  rule('unseen-failure', 'error', 'A build that fails fails the phase.', PHASES),
  rule(
    'lost-between-commands',
    'error',
    'In version 0.1 no variable or folder is expected to last beyond its command.',
    REFERENCE
  ),
  rule(
    'no-pipefail',
    'warning',
    'The first part of a pipe may not fail unseen.',
    'https://www.gnu.org/software/bash/manual/html_node/Pipelines.html'
  ),
  rule('needs-bash', 'warning', 'What only bash has is used where the shell is bash.', `${REFERENCE} (env.shell)`),
  rule(
    'get-login',
    'error',
    'aws ecr get-login is not used: version 2 of the AWS CLI does not have it.',
    'https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html'
  ),
  rule(
    'password-argument',
    'warning',
    'A password goes to docker login through standard input.',
    'https://docs.docker.com/reference/cli/docker/login/'
  ),
  rule(
    'starts-docker',
    'warning',
    'The Docker daemon is not started: it is there in the privileged mode of the project.',
    'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-docker.html'
  ),
  rule(
    'only-latest',
    'warning',
    'Not only the tag latest is pushed.',
    'https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/container-image.html'
  ),
  rule('no-artifacts', 'either', 'There are artifacts for the deploy stage.', FILES),
  rule('artifact-missing', 'either', 'The files that the deploy action reads are among the artifacts.', FILES),
  rule(
    'artifact-not-written',
    'warning',
    'A file among the artifacts is written by a command or in the repository.',
    'CodeBuild answers: “no matching artifact paths found”'
  ),
  rule(
    'artifact-elsewhere',
    'error',
    'A file is written where the artifacts are taken from.',
    `${REFERENCE} (base-directory)`
  ),
  rule('file-name', 'warning', 'A file has the name under which the deploy action looks for it.', FILES),
  rule(
    'image-file',
    'error',
    'imagedefinitions.json and imageDetail.json have the form that their action reads.',
    FILES
  )
];
