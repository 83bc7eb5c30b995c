import { FILE_ONLY, SHARED, type Option } from '../option.js';
import { REGION, ROLE_ARN, SESSION_NAME } from '../forms.js';

/** Where the deployment goes and who does it. */
export const WHERE_OPTIONS = [
  {
    name: 'region',
    group: 'where',
    kind: 'string',
    help: 'The AWS region of the repository, the cluster and everything else.',
    example: 'eu-west-1',
    form: REGION,
    env: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    scopes: SHARED
  },
  {
    name: 'role-to-assume',
    group: 'where',
    kind: 'string',
    help: "The IAM role to assume with GitHub's OIDC token; the job needs `permissions: id-token: write`.",
    defaultText: "credentials from the AWS SDK's default chain",
    example: 'arn:aws:iam::123456789012:role/deploy',
    form: ROLE_ARN,
    scopes: SHARED
  },
  {
    name: 'role-session-name',
    group: 'where',
    kind: 'string',
    help: 'The name under which the assumed role appears in CloudTrail.',
    defaultText: '`Slipway` and the id of the workflow run',
    form: SESSION_NAME,
    env: ['AWS_ROLE_SESSION_NAME'],
    scopes: SHARED
  },
  {
    name: 'role-duration-seconds',
    group: 'where',
    kind: 'integer',
    help: 'How long the assumed role is valid; it must outlast the deployment, and the role must allow it.',
    default: '3600',
    min: 900,
    max: 43200,
    unit: 'seconds',
    scopes: SHARED
  },
  {
    name: 'config',
    group: 'where',
    kind: 'string',
    help: 'The file with the settings.',
    defaultText: '`slipway.yml` where it exists',
    scopes: []
  },
  {
    name: 'environment',
    group: 'where',
    kind: 'string',
    help: 'Which overlay under `environments` of the file is in force.',
    defaultText: 'none',
    example: 'prod',
    scopes: FILE_ONLY
  },
  {
    name: 'dry-run',
    group: 'where',
    kind: 'boolean',
    help: 'Only say what would be done: the image, the task definition against what runs, the calls. Nothing is changed or written; `outcome` is `planned`.',
    default: 'false',
    scopes: SHARED
  }
] as const satisfies readonly Option[];
