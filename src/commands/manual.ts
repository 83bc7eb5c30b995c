/** What `slipway help COMMAND` tells. `help.ts` lays it out. */
export interface ManualPage {
  /** What may stand behind the name. */
  readonly usage: string;
  /** Paragraphs. */
  readonly says: readonly string[];
  /** The flags that are no settings, as they are typed, and the words that are arguments. */
  readonly flags?: readonly (readonly [flag: string, help: string])[];
  /** Whether each setting is a flag. */
  readonly settings: 'all' | 'as of ship' | 'none';
  /** Command lines as they are typed, and what each is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
  /** Where they are not those of the overview. */
  readonly exitCodes?: string;
}

const AS_OF_REHEARSE: readonly (readonly [string, string])[] = [
  [
    '--with-containers',
    'run the tasks of what is shipped as containers of the Docker engine here, from their task definition: environment, command, ports, volumes, health checks, dependsOn; a crash has its real last words'
  ],
  ['--container-env=FILE', 'NAME=value lines with what variables and secrets are in those containers']
];

export const MANUAL: Readonly<Record<string, ManualPage>> = {
  ship: {
    usage: '[--setting=value …]',
    says: [
      'Builds, pushes, writes the four files, registers and deploys, as the Action does, follows the deployment to its end, and prints the outputs as name=value.'
    ],
    flags: [['--json', 'the outputs as JSON on standard output; what is told meanwhile goes to standard error']],
    settings: 'all',
    examples: [
      ['slipway ship', 'what slipway.yml says'],
      ['slipway ship --environment=prod', 'with what it says of prod'],
      ['slipway ship --image=nginx:1.29', 'an image that is there: nothing is built']
    ]
  },
  plan: {
    usage: '[--setting=value …]',
    says: [
      "Tells what ship would do with the same settings, and does nothing of it: the images, the task definition against what runs (AWS's defaults and orders are no differences; what looks like a secret is not shown), the files against those that are there, the AppSpec, the calls with what they would be sent, and the IAM actions that they need.",
      'Reads only; no Docker is needed. What ship would refuse is an error here. As an input of the Action: dry-run: true.'
    ],
    flags: [
      ['--json', 'the plan as JSON, on standard output'],
      ['--output=FILE', 'a file for the plan: .md for Markdown, .json for JSON, else text']
    ],
    settings: 'as of ship',
    examples: [
      ['slipway plan --environment=prod', 'what a deployment of prod would change'],
      ['slipway plan --output=plan.md', 'the same, for a pull request']
    ]
  },
  diff: {
    usage: '[--setting=value …]',
    says: [
      'Tells what differs between the task definition, with the settings in it, and the one that runs; nothing where they say the same. Reads only.'
    ],
    flags: [['--json', 'the differences as JSON']],
    settings: 'as of ship',
    examples: [['slipway diff --environment=prod', 'has anybody changed it by hand?']],
    exitCodes: '0 nothing differs, 1 something does, 2 it could not be found out: those of diff.'
  },
  status: {
    usage: '[--cluster=NAME] [--service=NAME] [--setting=value …]',
    says: [
      "Tells of a service what runs: its deployments (ECS's or CodeDeploy's), its tasks, those that stopped, and its last events. With services in slipway.yml and no --service, of each of them. Nothing is changed."
    ],
    flags: [['--json', "a list with an object for each service, in AWS's own names and values"]],
    settings: 'as of ship',
    examples: [
      ['slipway status', 'the services of slipway.yml'],
      ['slipway status --cluster=shop --service=web --region=eu-west-1', 'any service: no file is needed']
    ]
  },
  rollback: {
    usage: '[--to=FAMILY:REVISION] [--setting=value …]',
    says: [
      'Goes back to the version that was live before, and follows that to its end. A deployment that is under way is stopped with a rollback, whoever started it. Else the last revision that was deployed with success and is not the one that runs now is deployed again: a second rollback goes forth again. With CodeDeploy its AppSpec is sent as it was.',
      'Ctrl-C ends the command only: the rollback goes on.'
    ],
    flags: [
      ['--to=FAMILY:REVISION', 'the revision to go to, where it is not the one before'],
      ['--json', 'the outputs as JSON on standard output; what is told meanwhile goes to standard error']
    ],
    settings: 'as of ship',
    examples: [
      ['slipway rollback', 'the service of slipway.yml'],
      ['slipway rollback --cluster=shop --service=web --to=shop-web:41', 'to the revision that you name']
    ],
    exitCodes: '0 means that the earlier version is what runs; the others are those of ship.'
  },
  rehearse: {
    usage: '[EXAMPLE or FOLDER] [--setting=value …]',
    says: [
      "Runs the Action's own bundle, as GitHub runs it, against the built-in AWS. The stage (cluster, service with an earlier version, repositories, CodeDeploy) is set from the project's own slipway.yml and files. Without a name it runs three jobs: a rolling update, a blue/green deployment, and a version that crashes at start."
    ],
    flags: [
      ['--output=FOLDER', 'where the four files are left, one folder a job; slipway-rehearsal by default'],
      ['--scale=20', 'how many times as fast as the world the built-in AWS is; 4 with containers'],
      ...AS_OF_REHEARSE
    ],
    settings: 'as of ship',
    examples: [
      ['slipway rehearse', 'the three jobs'],
      ['slipway rehearse . --environment=dev', 'your own project'],
      ['slipway rehearse . --environment-variables=SLIPWAY_REHEARSAL=crash', 'and how it would fail']
    ],
    exitCodes: '0 where each job ended as it should, else 1.'
  },
  cloud: {
    usage: '[EXAMPLE or FOLDER] [--port=4566] [-- COMMAND …]',
    says: [
      'Serves the built-in AWS on 127.0.0.1: ECS, ECR with a registry to push to, CodeDeploy, STS and CloudWatch Logs, as far as Slipway and the AWS CLI need them for this; any other operation is answered with UnknownOperationException. It takes any credentials and checks no signature. With a folder that has a slipway.yml its service is there, with an earlier version.',
      "With a command behind -- it serves for as long as that runs, on a free port, and ends with its exit code. The command's environment has the endpoint, credentials and GitHub's OIDC token, so the workflow itself runs there, by act."
    ],
    flags: [
      ['--port=4566', '0 takes any that is free'],
      ['--scale=1', 'how many times as fast as the world its time runs'],
      ...AS_OF_REHEARSE
    ],
    settings: 'as of ship',
    examples: [
      ['slipway cloud --port=4566', 'for the AWS CLI: it prints the export lines'],
      ['slipway cloud . --scale=20 -- act push -P ubuntu-latest=-self-hosted', 'your workflow, on this machine']
    ]
  },
  generate: {
    usage: 'buildspec|pipeline|workflow|iam|all [--setting=value …]',
    says: [
      "Writes from the project's settings and files what else can ship it, in this folder. Settings are best in slipway.yml."
    ],
    flags: [
      [
        'buildspec',
        'buildspec.yml for CodeBuild (dev.buildspec.yml for --environment=dev): the same build, tags and push, and the same four files, byte for byte. Its reports and cache are kept when it is made again'
      ],
      ['pipeline', 'pipeline.yml: CodePipeline around it as a CloudFormation template'],
      [
        'workflow',
        '.github/workflows/deploy.yml: a GitHub workflow that ships with this Action. An environment is in its name, and where the settings are: dev.deploy-services-api.yml'
      ],
      ['iam', 'iam/*.json: the least policies for these settings, and whom they trust'],
      ['all', 'all of it'],
      ['--check', 'write nothing: the exit code is 1 where a file is missing or is not as it would be written'],
      ['--output=FOLDER', 'the folder for the files; the workflow of all stays in .github/workflows'],
      ['--output=FILE.yml', 'of a workflow alone: its file'],
      ['--force', 'replace files that Slipway did not make, or made for another project']
    ],
    settings: 'as of ship',
    examples: [
      ['slipway generate iam --github-repository=shop/web', 'the role for a workflow of shop/web'],
      ['slipway generate all --check', 'in CI: is all of it up to date?']
    ],
    exitCodes: '0 written or up to date, 1 out of date (--check), 2 wrong settings or files.'
  },
  check: {
    usage: '[FILE…] [--setting=value …]',
    says: [
      'Finds mistakes before anything is built or changed, without asking AWS: what a run checks first, and more. Without files it checks slipway.yml under each of its environments, the task definitions, AppSpecs and Dockerfiles that the settings name, and the buildspecs beside them; without slipway.yml the files by their usual names. Neither region nor service is needed. With files it checks those, each by its kind, and AppSpecs against the one task definition among them.',
      'One line each: file:line:column: severity rule: path: what is wrong, and what would be right. docs/rules.md lists the rules. In a GitHub workflow each is an annotation on its line too.'
    ],
    flags: [
      ['--environment=NAME', "one of slipway.yml's environments; without it all of them"],
      [
        '--deploy-provider=NAME',
        "ECS or CodeDeployToECS, the provider of the pipeline's deploy action: a buildspec's artifacts are held to it"
      ],
      ['--json', 'for programs']
    ],
    settings: 'as of ship',
    examples: [
      ['slipway check', 'everything that slipway.yml names'],
      ['slipway check taskdefinition.json appspec.yml', 'these two, and whether they fit together']
    ],
    exitCodes: '0 no errors (warnings may be), 2 errors.'
  },
  init: {
    usage: '--cluster=NAME --service=NAME [--service=NAME …]',
    says: [
      'Looks at services that run and writes the files that say what they run: slipway.yml, the task definition of each without what ECS filled in, and the AppSpec of those that CodeDeploy deploys, with their deployment group. Nothing at AWS is changed.',
      'slipway plan tells afterwards what a run would change: nothing but the image that it builds.'
    ],
    flags: [
      ['--cluster=NAME', 'the cluster of all of them'],
      ['--service=NAME', 'as often as there are services; with several, their files begin with their names'],
      ['--region=REGION', 'else AWS_REGION'],
      ['--output=FOLDER', 'the folder for the files'],
      ['--force', 'replace files that are there'],
      ['--dry-run', 'print the files and write none'],
      ['--workflow', 'a GitHub workflow too'],
      ['--branch=NAME', 'the branch whose pushes it ships (default: main)'],
      ['--uses=OWNER/REPOSITORY@REF', 'how it names Slipway']
    ],
    settings: 'none',
    examples: [
      ['slipway init --cluster=shop --service=web --region=eu-west-1 --workflow', 'the files of a service that runs']
    ]
  },
  render: {
    usage: '[--image=IMAGE] [--setting=value …]',
    says: [
      'Writes imagedefinitions.json, imageDetail.json, taskdefinition.json and appspec.yml as a run with these settings would, without building, pushing or changing anything. AWS is asked (with your credentials, reading only) where there is no other way: for a task definition that is no file, for the registry of a repository, and for an AppSpec made from the service.'
    ],
    flags: [
      ['--image=IMAGE', 'the image, where it is not that of repository and tags'],
      ['--registry=HOST', 'where the repository is, or an account: then ECR is not asked'],
      ['--aws', 'ask AWS in any case: for the digest of an image, and for an AppSpec made from the service'],
      ['--output=FOLDER', 'the folder for the files, in place of artifacts-directory'],
      ['--file=NAME', 'print this one and write none']
    ],
    settings: 'as of ship',
    examples: [
      ['slipway render --image=nginx:1.29', 'all that there are'],
      ['slipway render --image=nginx:1.29 --file=taskdefinition.json', 'one, on standard output']
    ]
  },
  import: {
    usage: 'buildspec FILE',
    says: [
      'Reads a buildspec, without running it, and writes the slipway.yml that it amounts to: what it builds, tags and pushes, and the files that it hands to the deploy stage. What settings cannot say is told by line. A variable of the CodeBuild project gets a placeholder and a comment, unless --variable says its value.'
    ],
    flags: [
      ['--output=FILE', 'where to write it; without it slipway.yml goes to standard output'],
      ['--variable=NAME=value', 'a variable of the CodeBuild project, as often as needed'],
      ['--region=REGION', 'where the buildspec takes the region from its environment'],
      ['--force', 'replace a file that is there']
    ],
    settings: 'none',
    examples: [
      ['slipway import buildspec buildspec.yml', 'have a look'],
      ['slipway import buildspec buildspec.yml --output=slipway.yml --variable=STAGE=dev', 'and keep it']
    ]
  },
  completion: {
    usage: 'bash|zsh',
    says: [
      'Prints what makes the shell complete the commands of slipway, their flags and the values of those that have a few.'
    ],
    settings: 'none',
    examples: [
      ['source <(slipway completion bash)', 'in ~/.bashrc'],
      ['source <(slipway completion zsh)', 'in ~/.zshrc']
    ]
  },
  help: {
    usage: '[COMMAND]',
    says: ['Tells what a command does, its flags, and how it is typed. slipway COMMAND --help is the same.'],
    settings: 'none',
    examples: [['slipway help ship', 'every setting']]
  },
  version: {
    usage: '',
    says: ["Prints Slipway's version, and that of Node."],
    settings: 'none',
    examples: [['slipway version', '']]
  }
};
