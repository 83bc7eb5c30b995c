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
    help: 'The outcome: `succeeded`, `rolled-back`, `failed`, `superseded`, `timed-out`, `cancelled` or `unchanged`; `started`, `paused`, `planned`, `registered` or `pushed` if the settings ask for no verdict.',
    crossesJobs: true
  },
  { name: 'registry', help: 'The host of the registry, as ECR returns it.' },
  { name: 'repository', help: 'The name of the repository, without the registry.', crossesJobs: true },
  { name: 'image', help: 'The image reference that the files use.' },
  { name: 'image-tag', help: 'The first tag of the image.', crossesJobs: true },
  { name: 'image-digest', help: 'The digest of the image, `sha256:…`.', crossesJobs: true },
  { name: 'artifacts-directory', help: 'The folder of the files.' },
  { name: 'imagedefinitions', help: 'The path of `imagedefinitions.json`.' },
  { name: 'image-detail', help: 'The path of `imageDetail.json`.' },
  { name: 'appspec', help: 'The path of `appspec.yml`, if one was written.' },
  { name: 'task-definition', help: 'The path of `taskdefinition.json`.' },
  { name: 'task-definition-arn', help: 'The ARN of the registered task definition.' },
  { name: 'previous-task-definition-arn', help: 'The ARN of the task definition that was deployed before.' },
  {
    name: 'task-definition-changed',
    help: '`true` if the registered task definition differs from the previous one.',
    crossesJobs: true
  },
  { name: 'service-deployment-arn', help: 'The ARN of the ECS service deployment.' },
  { name: 'codedeploy-deployment-id', help: 'The id of the CodeDeploy deployment.', crossesJobs: true },
  {
    name: 'deployment',
    help: 'The deployment, for the setting `deployment` of a later job: the id of the CodeDeploy deployment, or `cluster/service/id` of the ECS service deployment; with several services one a line.',
    crossesJobs: true
  },
  { name: 'run-task-arn', help: 'The ARNs of the tasks that ran before the rollout, as a JSON array.' },
  {
    name: 'phases',
    help: 'Where the time went, as a JSON array of `{"phase", "started-at", "seconds"}`, with `image`, `service` or `tasks` where a phase is of one image, of one of several services, or of the new tasks.'
  },
  { name: 'console-url', help: 'The URL of the deployment in the AWS console.' }
] as const satisfies readonly Output[];

export type OutputName = (typeof TABLE)[number]['name'];

/** The table with every column. */
export const OUTPUTS: readonly Output[] = TABLE;
