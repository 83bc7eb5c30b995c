import { isDeploySetting } from '../../config/deploy-settings.js';
import { findSetting } from '../../config/table/settings-table.js';
import { quoteWord } from '../../text/shell.js';
import type { SlipwayDeployer } from '../deployer.js';
import type { PipelineOptions } from '../flags.js';
import type { PipelineProject } from '../project.js';

/** What the action hands to those after it, and shows: `#{Deploy.OUTCOME}`. */
const EXPORTED = [
  'OUTCOME',
  'REASON',
  'TASK_DEFINITION_ARN',
  'PREVIOUS_TASK_DEFINITION_ARN',
  'SERVICE_DEPLOYMENT_ARN',
  'CODEDEPLOY_DEPLOYMENT_ID',
  'CONSOLE_URL',
  'EXECUTION_TYPE'
] as const;

/** Slipway runs on Node 20 and newer; CodeBuild's standard images of AL2023 have this one. */
const NODE_VERSION = 22;

/** Where the stage is, in the pipeline that the stack makes. */
interface Places {
  /** The stage in which the deployment runs. */
  readonly stage: string;
  /** The artifact of the build. */
  readonly artifact: string;
}

/**
 * The buildspec of the deploy project: Slipway at its pinned version, `slipway deploy` on the artifact of the build, what a killed run left.
 * It stands in the template and not in the repository: what runs with the deploy role is changed by whoever changes the stack.
 *
 * CodeBuild user guide, "Build specification reference for CodeBuild" and "Environment variables in build environments".
 */
export function renderDeployBuildspec(
  project: PipelineProject,
  options: PipelineOptions,
  deployer: SlipwayDeployer,
  { stage, artifact }: Places
): string {
  const slipway = 'node "$SLIPWAY_HOME/dist/cli/index.js"';
  const flags = listFlags(project, options);
  const deploy = [
    `${slipway} deploy "$CODEBUILD_SRC_DIR_${artifact}"`,
    ...flags,
    '--cleanup-record="$SLIPWAY_HOME/record"'
  ];
  return `version: 0.2

env:
  shell: bash
  exported-variables:
${EXPORTED.map(name => `    - ${name}\n`).join('')}
phases:
  install:
    runtime-versions:
      nodejs: ${NODE_VERSION}
    commands:
      - SLIPWAY_HOME="$(mktemp -d)" && export SLIPWAY_HOME

      # ${describeSource(deployer)} What has another hash is not run.
      - |
${indent(fetchSlipway(deployer))}

  pre_build:
    commands:
      # A rollback of the stage deploys the files of an earlier execution: its kind is told, and the deployment is the same.
      - |
${indent(findExecutionType(stage))}

  build:
    commands:
      # A build that is stopped may signal this shell alone: the deployment hears of it too, and does what on-cancel says.
      - |
${indent(`${deploy.join(' \\\n  ')} --export="$SLIPWAY_HOME/variables" &
SLIPWAY_PID=$!
trap 'kill -s TERM "$SLIPWAY_PID" 2>/dev/null' HUP INT TERM
SLIPWAY_STATUS=0
wait "$SLIPWAY_PID" || SLIPWAY_STATUS=$?
while kill -0 "$SLIPWAY_PID" 2>/dev/null; do
  SLIPWAY_STATUS=0
  wait "$SLIPWAY_PID" || SLIPWAY_STATUS=$?
done
trap - HUP INT TERM
if [ -f "$SLIPWAY_HOME/variables" ]; then
  set -a
  . "$SLIPWAY_HOME/variables"
  set +a
fi
# 1 failed, 2 invalid use, 3 rolled back, 4 timed out, 5 superseded, 6 cancelled.
(exit "$SLIPWAY_STATUS")`)}
    finally:
      # Where the deployment was killed: what it noted is undone, as on-cancel says. Else there is nothing to do.
      - |
${indent(`${deploy.join(' \\\n  ')} --clean-up`)}
`;
}

function describeSource({ archive }: SlipwayDeployer): string {
  return archive.from === 'npm' ? `Slipway ${archive.version}, from npm.` : 'Slipway, from its archive.';
}

/** Elsewhere than in the source, whose .npmrc may name another registry. */
function fetchSlipway({ archive, hash }: SlipwayDeployer): string {
  const download =
    archive.from === 'npm'
      ? `npm pack --silent ${quote(`${archive.name}@${archive.version}`)} > archive &&
  mv "$(cat archive)" slipway.tgz`
      : `curl --fail --silent --show-error --location --proto =https --proto-redir =https --output slipway.tgz ${quote(archive.url)}`;
  return `(
  cd "$SLIPWAY_HOME" &&
  ${download} &&
  echo '${hash.hex}  slipway.tgz' | ${hash.algorithm}sum --check --quiet - &&
  tar -xzf slipway.tgz --strip-components=1 &&
  node dist/cli/index.js version
)`;
}

/** Not to know it keeps nobody from deploying. */
function findExecutionType(stage: string): string {
  return `EXECUTION_TYPE="$(aws codepipeline get-pipeline-state --name "\${CODEBUILD_INITIATOR#codepipeline/}" \\
  --query "stageStates[?stageName=='${stage}'].latestExecution.type | [0]" --output text)" || EXECUTION_TYPE=
export EXECUTION_TYPE
if [ "$EXECUTION_TYPE" = ROLLBACK ]; then
  echo 'This is a rollback of the stage: the files are those of an earlier execution of the pipeline.'
fi`;
}

/** The settings file is that of the source; what was said by flags is said again. */
function listFlags({ environment, settingsFile }: PipelineProject, { settings }: PipelineOptions): readonly string[] {
  const named = Object.entries({
    ...(settingsFile === undefined || settingsFile === 'slipway.yml' ? {} : { config: settingsFile }),
    ...(environment === undefined ? {} : { environment }),
    ...settings
  });
  return named.flatMap(([name, value]) => {
    const option = findSetting(name)?.option;
    return option === undefined || !isDeploySetting(option.name, option.group) || name === 'artifacts-directory'
      ? []
      : [`--${name}=${quote(value)}`];
  });
}

function indent(script: string): string {
  return script.replace(/^(?=.)/gm, '        ');
}

function quote(text: string): string {
  return quoteWord(text) ?? "''";
}
