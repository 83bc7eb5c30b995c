import { rule, type Rule } from '../../errors.js';

const REFERENCE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html';
const FILES = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html';
const PHASES = 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html';

/** What is said of a buildspec. */
export const BUILDSPEC_RULES: readonly Rule[] = [
  rule('no-buildspec', 'error', 'The file is not a buildspec: it has no phases.', REFERENCE),
  rule('no-version', 'error', 'The version is missing.', REFERENCE),
  rule('unknown-version', 'error', 'The version is neither 0.1 nor 0.2.', REFERENCE),
  rule('old-version', 'warning', 'The version is 0.1, in which each command has its own shell.', REFERENCE),
  rule('old-key', 'error', 'Version 0.2 does not know environment_variables.', REFERENCE),
  rule('unknown-key', 'warning', 'CodeBuild does not read the key.', REFERENCE),
  rule('no-phases', 'error', 'There are no phases.', REFERENCE),
  rule('unknown-phase', 'error', 'A phase is not install, pre_build, build or post_build.', REFERENCE),
  rule('on-failure', 'error', 'on-failure is not ABORT, CONTINUE or RETRY.', REFERENCE),
  rule(
    'docker-runtime',
    'error',
    'Docker is not a runtime version of a build image.',
    "CodeBuild answers: “Unknown runtime named 'docker'”"
  ),
  rule(
    'colon-in-command',
    'error',
    'A command is not a string: a colon and a space make it a map.',
    'CodeBuild answers: “Expected Commands[N] to be of string type: found subkeys instead”'
  ),
  rule('shell-syntax', 'warning', 'A shell cannot parse the command.', 'bash -n'),
  rule(
    'backslash-joined',
    'warning',
    'A command of several lines is not a block: YAML joins plain lines before the shell sees the backslash.',
    'https://yaml.org/spec/1.2.2/#733-plain-style'
  ),
  rule('files-not-a-list', 'warning', 'artifacts.files is not a list.', REFERENCE),
  rule(
    'push-after-failed-build',
    'error',
    'An image is pushed even if the build failed, because post_build runs then too.',
    PHASES
  ),
  rule('unseen-failure', 'error', 'A failed build does not fail the phase.', PHASES),
  rule(
    'lost-between-commands',
    'error',
    'In version 0.1, variables and the working directory are lost after each command.',
    REFERENCE
  ),
  rule(
    'no-pipefail',
    'warning',
    'The first part of a pipe can fail unnoticed.',
    'https://www.gnu.org/software/bash/manual/html_node/Pipelines.html'
  ),
  rule('needs-bash', 'warning', 'The command needs bash, and the shell is not bash.', `${REFERENCE} (env.shell)`),
  rule(
    'get-login',
    'error',
    'aws ecr get-login does not exist in version 2 of the AWS CLI.',
    'https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html'
  ),
  rule(
    'password-argument',
    'warning',
    'docker login gets the password as an argument instead of through standard input.',
    'https://docs.docker.com/reference/cli/docker/login/'
  ),
  rule(
    'starts-docker',
    'warning',
    'The build starts the Docker daemon, which already runs in a privileged project.',
    'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-docker.html'
  ),
  rule(
    'only-latest',
    'warning',
    'Only the tag latest is pushed.',
    'https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/container-image.html'
  ),
  rule('no-artifacts', 'either', 'There are no artifacts for the deploy stage.', FILES),
  rule('artifact-missing', 'either', 'A file that the deploy action reads is not among the artifacts.', FILES),
  rule(
    'artifact-not-written',
    'warning',
    'No command writes the artifact, and it is not in the repository.',
    'CodeBuild answers: “no matching artifact paths found”'
  ),
  rule(
    'artifact-elsewhere',
    'error',
    'A file is written outside of where the artifacts are taken from.',
    `${REFERENCE} (base-directory)`
  ),
  rule('file-name', 'warning', 'A file does not have the name that the deploy action looks for.', FILES),
  rule(
    'image-file',
    'error',
    'imagedefinitions.json or imageDetail.json does not have the format that its action reads.',
    FILES
  )
];
