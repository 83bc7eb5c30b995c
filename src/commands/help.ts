import { renderSettingsHelp } from '../config/help.js';
import { PIPELINE_FLAGS } from '../pipeline/flags.js';
import { VERSION } from '../version.js';
import type { Command } from './command.js';

/** Wide enough for the longest of them; what is wider pushes its words on. */
const COLUMN = 38;

function renderOverview(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, usage, says }) => {
    const head = `  slipway ${name}${usage === '' ? '' : ` ${usage}`}`;
    return says.map((line, index) => `${(index === 0 ? head : '').padEnd(COLUMN)}  ${line}`);
  });
  return `slipway ${VERSION}: ships a container to Amazon ECS, and tells the truth about how that went.

${lines.join('\n')}

Settings come from flags, from slipway.yml in this folder, and from AWS's own environment variables, in this order.
Exit codes: 0 done, 1 failed, 2 wrong use, 3 rolled back, 4 timed out, 5 superseded, 6 cancelled.
`;
}

const CHAPTERS: Readonly<Record<string, () => string>> = {
  ship: () => `slipway ship [--json] [--setting=value …]

Builds, pushes, writes the four files, registers and deploys, as the Action does; then prints the outputs as name=value.
With --json they are a JSON object, alone on standard output; what it tells meanwhile goes to standard error.
Each setting is a flag, a key of slipway.yml and an input of the Action.

${renderSettingsHelp()}`,
  plan: () => `slipway plan [--environment=NAME] [--setting=value …] [--json] [--output=FILE]

Tells what ship would do with the same settings, and does nothing of it: the images, the task definition against what runs
(AWS's defaults and orders are no differences; what looks like a secret is not shown), the files against those that are
there, the AppSpec, the calls that would change something with what they would be sent, and the IAM actions that they need.
Reads only; no Docker is needed. What ship would refuse is an error here. As an input of the Action: dry-run: true.

  --json     the plan as JSON, on standard output
  --output   a file for the plan: .md for Markdown, .json for JSON, else text

Settings are flags, as of ship.
`,
  diff: () => `slipway diff [--environment=NAME] [--setting=value …] [--json]

Tells what differs between the task definition, with the settings in it, and the one that runs; nothing where they say the
same. Reads only. In colours on a terminal, unless NO_COLOR is set.

Exit codes are those of diff: 0 nothing differs, 1 something does, 2 it could not be found out.
`,
  status: () => `slipway status [--cluster=NAME] [--service=NAME] [--environment=NAME] [--json] [--setting=value …]

Tells of a service what runs, its deployments (ECS's or CodeDeploy's), its tasks, those that stopped, and its last events.
Nothing is changed. With services in slipway.yml and no --service, of each of them.

  --json   a list with an object for each service, in AWS's own names and values
`,
  rollback:
    () => `slipway rollback [--cluster=NAME] [--service=NAME] [--environment=NAME] [--to=FAMILY:REVISION] [--setting=value …]

Goes back to the version that was live before, and follows that to its end. A deployment that is under way is stopped with
a rollback, whoever started it. Else the last revision that was deployed with success and is not the one that runs now is
deployed again: a second rollback goes forth again. With CodeDeploy its AppSpec is sent as it was.
Ctrl-C ends the command only: the rollback goes on.

  --to     the revision to go to, where it is not the one before
  --json   the outputs as JSON on standard output; what is told meanwhile goes to standard error

Settings are flags, as of ship: wait-for, wait-for-minutes, on-failure, fail-after, codedeploy-deployment-config and others.
Exit code 0 means that the earlier version is what runs.
`,
  rehearse:
    () => `slipway rehearse [example or folder] [--environment=NAME] [--with-containers] [--output=slipway-rehearsal] [--scale=20]

Runs the Action's own bundle, as GitHub runs it, against the built-in AWS. The stage (cluster, service with an earlier
version, repositories, CodeDeploy) is set from the project's own slipway.yml and files. Without a name it runs three
jobs: a rolling update, a blue/green deployment, and a version that crashes at start. Settings are flags, as of ship.

  --output            where the four files are left, one folder a job
  --scale             how many times as fast as the world the built-in AWS is; 4 with containers
  --with-containers   run the tasks of what is shipped as containers of the Docker engine here, from their task definition:
                      environment, command, ports, volumes, health checks, dependsOn; a crash has its real last words
  --container-env     a file of NAME=value lines with what variables and secrets are in those containers
`,
  generate: () => `slipway generate buildspec|pipeline|workflow|iam|all [--environment=NAME] [--output=FOLDER] [--check]

Writes from the project's settings and files what else can ship it, in this folder:

  buildspec  buildspec.yml for CodeBuild (dev.buildspec.yml for --environment=dev): the same build, tags and push, and the
             same four files, byte for byte. Its reports and cache are kept when it is made again.
  pipeline   pipeline.yml: CodePipeline around it as a CloudFormation template
  workflow   .github/workflows/deploy.yml: a GitHub workflow that ships with this Action
  iam        iam/*.json: the least policies for these settings, and whom they trust

Settings are flags, as of ship, and are best in slipway.yml. With --check nothing is written: the exit code is 1 where a file
is missing or is not as it would be written.

  --output   the folder for the files (the workflow always goes to .github)
${PIPELINE_FLAGS.map(({ name, help }) => `  --${name}\n             ${help}`).join('\n')}
`,
  check:
    () => `slipway check [FILE…] [--environment=NAME] [--setting=value …] [--deploy-provider=ECS|CodeDeployToECS] [--json]

Finds mistakes before anything is built or changed, without asking AWS: what a run checks first, and more. Without files it
checks slipway.yml under each of its environments (or under --environment), the task definitions, AppSpecs and Dockerfiles
that the settings name, and the buildspecs beside them; without slipway.yml the files by their usual names. Neither region
nor service is needed. With files it checks those, each by its kind, and AppSpecs against the one task definition among them.

One line each: file:line:column: severity rule: path: what is wrong, and what would be right. docs/rules.md lists the rules.
In a GitHub workflow each is an annotation on its line too. The exit code is 2 where there is an error, 0 with warnings alone.

  --environment       one of slipway.yml's environments; without it all of them
  --deploy-provider   the provider of the pipeline's deploy action: a buildspec's artifacts are held to it
  --json              for programs
  --setting=value     as of ship; with named files only --unknown-fields
`,
  init: () => `slipway init --cluster=NAME --service=NAME [--service=NAME …] [--region=REGION] [--output=FOLDER]

Looks at services that run and writes the files that say what they run: slipway.yml, the task definition of each without
what ECS filled in, and the AppSpec of those that CodeDeploy deploys, with their deployment group. Nothing at AWS is changed.
slipway plan tells afterwards what a run would change: nothing but the image that it builds.

  --service    as often as there are services; with several, their files begin with their names
  --region     else AWS_REGION
  --output     the folder for the files
  --force      replace files that are there
  --dry-run    print the files and write none
  --workflow   a GitHub workflow too, with --branch and --uses as of slipway generate
`,
  render:
    () => `slipway render [--image=IMAGE] [--registry=HOST or ACCOUNT] [--output=FOLDER] [--file=NAME] [--setting=value …]

Writes imagedefinitions.json, imageDetail.json, taskdefinition.json and appspec.yml as a run with these settings would,
without building, pushing or changing anything. AWS is asked (with your credentials, reading only) where there is no other
way: for a task definition that is no file, for the registry of a repository, and for an AppSpec made from the service.

  --image      the image, where it is not that of repository and tags
  --registry   where the repository is: then ECR is not asked
  --aws        ask AWS in any case: for the digest of an image, and for an AppSpec made from the service
  --output     the folder for the files, in place of artifacts-directory
  --file       print this one and write none

Settings are flags, as of ship.
`,
  import:
    () => `slipway import buildspec FILE [--output=slipway.yml] [--variable=NAME=value …] [--region=REGION] [--force]

Reads a buildspec, without running it, and writes the slipway.yml that it amounts to: what it builds, tags and pushes, and
the files that it hands to the deploy stage. What settings cannot say is told by line. A variable of the CodeBuild project
gets a placeholder and a comment, unless --variable says its value.

  --output     where to write it; without it slipway.yml goes to standard output
  --variable   a variable of the CodeBuild project, as often as needed
  --region     where the buildspec takes the region from its environment
  --force      replace a file that is there
`,
  cloud: () => `slipway cloud [example or folder] [--environment=NAME] [--port=4566] [--scale=1] [-- COMMAND …]

Serves the built-in AWS on 127.0.0.1: ECS, ECR with a registry to push to, CodeDeploy, STS and CloudWatch Logs, as far as
Slipway and the AWS CLI need them for this; any other operation is answered with UnknownOperationException. It takes any
credentials and checks no signature. With a folder that has a slipway.yml its service is there, with an earlier version.

With a command behind -- it serves for as long as that runs, on a free port, and ends with its exit code. The command's
environment has the endpoint, credentials and GitHub's OIDC token, so the workflow itself runs there, by act:

  slipway cloud . --scale=20 -- act push -P ubuntu-latest=-self-hosted

  --port     0 takes any that is free
  --scale    how many times as fast as the world its time runs
  --with-containers, --container-env   as of slipway rehearse
`,
  completion: () => `slipway completion bash|zsh

Prints what makes the shell complete the commands of slipway, their flags and the values of those that have a few.

  source <(slipway completion bash)   in ~/.bashrc
  source <(slipway completion zsh)    in ~/.zshrc
`
};

/** What `slipway help` prints; an unknown or absent command gets the overview. */
export function renderHelp(command: string | undefined, commands: readonly Command[]): string {
  return (command === undefined ? undefined : CHAPTERS[command])?.() ?? renderOverview(commands);
}
