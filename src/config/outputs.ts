interface Output {
  readonly name: string;
  /** One sentence for people. */
  readonly help: string;
  /** Holds no account id, which GitHub may mask: safe to hand on to another job. */
  readonly crossesJobs?: true;
}

/** The one table of outputs: `action.yml` and `docs/settings.md` come from it. */
const TABLE = [
  {
    name: 'outcome',
    help: 'How it ended: `succeeded`, `rolled-back`, `failed`, `superseded`, `timed-out`, `cancelled` or `unchanged`; where no verdict was asked for `started`, `planned`, `registered` or `pushed`.',
    crossesJobs: true
  },
  { name: 'registry', help: "The registry's host, as ECR names it." },
  { name: 'repository', help: "The repository's name, without the registry.", crossesJobs: true },
  { name: 'image', help: 'The image as the files name it.' },
  { name: 'image-tag', help: 'The first tag of the image.', crossesJobs: true },
  { name: 'image-digest', help: 'The digest of the image, `sha256:…`.', crossesJobs: true },
  { name: 'artifacts-directory', help: 'Where the files are.' },
  { name: 'imagedefinitions', help: 'The path of `imagedefinitions.json`.' },
  { name: 'image-detail', help: 'The path of `imageDetail.json`.' },
  { name: 'appspec', help: 'The path of `appspec.yml`, where one was written.' },
  { name: 'task-definition', help: 'The path of `taskdefinition.json`.' },
  { name: 'task-definition-arn', help: 'The ARN of the registered task definition.' },
  { name: 'previous-task-definition-arn', help: 'The ARN of the task definition that ran before.' },
  {
    name: 'task-definition-changed',
    help: '`true` where the registered task definition differs from the one before.',
    crossesJobs: true
  },
  { name: 'service-deployment-arn', help: 'The ARN of the ECS service deployment.' },
  { name: 'codedeploy-deployment-id', help: 'The id of the CodeDeploy deployment.', crossesJobs: true },
  { name: 'run-task-arn', help: 'The ARNs of the tasks that ran before the rollout, as a JSON list.' },
  { name: 'console-url', help: 'Where the deployment can be seen in the AWS console.' }
] as const satisfies readonly Output[];

export type OutputName = (typeof TABLE)[number]['name'];

/** The table with every column. */
export const OUTPUTS: readonly Output[] = TABLE;
