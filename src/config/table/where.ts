import { defineSettings, FILE_ONLY, SHARED } from './setting.js';
import { REGION, ROLE_ARN, SESSION_NAME } from './formats.js';

/** Where the deployment goes and who does it. */
export const WHERE_SETTINGS = defineSettings({
  region: {
    name: 'region',
    group: 'where',
    kind: 'string',
    help: 'The AWS region of the repository, the cluster and all other resources.',
    example: 'eu-west-1',
    form: REGION,
    env: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    scopes: SHARED
  },
  roleToAssume: {
    name: 'role-to-assume',
    group: 'where',
    kind: 'string',
    help: "The IAM role to assume with GitHub's OIDC token. The job needs `permissions: id-token: write`.",
    defaultText: "the AWS SDK's default credential chain",
    example: 'arn:aws:iam::123456789012:role/deploy',
    form: ROLE_ARN,
    scopes: SHARED
  },
  roleSessionName: {
    name: 'role-session-name',
    group: 'where',
    kind: 'string',
    help: 'The session name of the assumed role, as CloudTrail shows it.',
    defaultText: '`Slipway` and the workflow run id',
    form: SESSION_NAME,
    env: ['AWS_ROLE_SESSION_NAME'],
    scopes: SHARED
  },
  roleDurationSeconds: {
    name: 'role-duration-seconds',
    group: 'where',
    kind: 'integer',
    help: "How long the assumed role's session is valid. The role must allow it.",
    default: 3600,
    min: 900,
    max: 43200,
    unit: 'seconds',
    scopes: SHARED
  },
  configFile: {
    name: 'config',
    group: 'where',
    kind: 'string',
    help: 'The settings file.',
    defaultText: '`slipway.yml` if it exists',
    scopes: []
  },
  environment: {
    name: 'environment',
    group: 'where',
    kind: 'string',
    help: 'The entry of `environments` in the settings file to apply.',
    defaultText: 'none',
    example: 'prod',
    scopes: FILE_ONLY
  },
  dryRun: {
    name: 'dry-run',
    group: 'where',
    kind: 'boolean',
    help: 'Show what would be done: images, task definition changes, API calls. Nothing is changed or written; `outcome` is `planned`.',
    default: false,
    scopes: SHARED
  }
});
