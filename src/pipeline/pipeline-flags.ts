/** What the generated files may hold beside the pipeline. */
export const PIPELINE_PARTS = ['repository', 'codedeploy', 'approval', 'docker-hub', 'cross-account'] as const;
export type PipelinePart = (typeof PIPELINE_PARTS)[number];

/** A flag of `slipway generate`, with its help. */
interface PipelineFlag {
  readonly name: string;
  readonly kind: 'one' | 'many' | 'switch';
  readonly value: string;
  readonly help: string;
}

/** The flags that `readPipelineOptions` takes. They stand apart from it so that the command line loads no settings. */
export const PIPELINE_FLAGS = [
  {
    name: 'with',
    kind: 'many',
    value: 'PART',
    help: 'adds to the pipeline: repository (the ECR repositories), codedeploy (application, deployment group and role), approval (manual, before the deployment), docker-hub (a login for Docker Hub, from a secret with the keys username and accessToken; in the buildspec and the workflow too), cross-account (the cluster is in another account: a key for the artifacts, and iam/cross-account-*.json for the role there)'
  },
  {
    name: 'deploy',
    kind: 'one',
    value: 'WHO',
    help: "who deploys in the pipeline: aws (CodePipeline's own action, the default) or slipway (a CodeBuild project that runs slipway deploy: as the Action, with the reason)"
  },
  {
    name: 'slipway',
    kind: 'one',
    value: 'VERSION#HASH',
    help: "the version that --deploy=slipway runs: 1.2.3#sha512-… (npm's integrity), or an archive's https://…#sha256:…"
  },
  {
    name: 'branch',
    kind: 'one',
    value: 'NAME',
    help: 'the branch whose pushes are shipped (default: main)'
  },
  {
    name: 'git-tag',
    kind: 'many',
    value: 'TAG',
    help: 'a tag, or a pattern with *, whose push is shipped; with --branch both ship, without it tags alone'
  },
  { name: 'github-repository', kind: 'one', value: 'OWNER/NAME', help: 'the repository on GitHub' },
  {
    name: 'github-ids',
    kind: 'one',
    value: 'OWNER_ID/ID',
    help: "GitHub's ids of owner and repository, 123/456, for the OIDC subject of newer repositories (gh api repos/OWNER/NAME --jq '\"\\(.owner.id)/\\(.id)\"')"
  },
  {
    name: 'oidc-issuer',
    kind: 'one',
    value: 'URL',
    help: "the issuer of the jobs' tokens where it is not github.com's: https://HOST/_services/token (GitHub Enterprise Server), https://token.actions.SUBDOMAIN.ghe.com, or https://token.actions.githubusercontent.com/ENTERPRISE"
  },
  {
    name: 'account',
    kind: 'one',
    value: 'ACCOUNT_ID',
    help: 'the AWS account id in the policies (default: the placeholder ${ACCOUNT_ID})'
  },
  {
    name: 'kms-key',
    kind: 'many',
    value: 'ARN',
    help: "a KMS key that secrets of the build are encrypted with, where it is not AWS's own"
  },
  {
    name: 'uses',
    kind: 'one',
    value: 'OWNER/REPOSITORY@REF',
    help: 'how the workflow refers to Slipway (default: example/slipway@v1)'
  }
] as const satisfies readonly PipelineFlag[];

/** Those of them that a workflow needs. */
export const WORKFLOW_FLAGS: readonly string[] = ['branch', 'git-tag', 'uses'];
