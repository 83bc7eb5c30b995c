/** What is said beside a name, by its name in small letters: what stands there, as far as it is a text. */
export type Siblings = ReadonlyMap<string, string>;

/** What to do instead of an input of another action: the setting that has its place here, or a sentence. */
type Hint = { readonly here: string; readonly how?: string } | string | ((siblings: Siblings) => string);

const NOT_NEEDED = 'Leave it out';
const CREDENTIALS_BEFORE = `${NOT_NEEDED}, and run aws-actions/configure-aws-credentials with it before this step, without role-to-assume here.`;
const PUSHED = `${NOT_NEEDED}: what is built is pushed.`;
const RETRIES = `${NOT_NEEDED}: Slipway tries again by itself when AWS throttles.`;
const STAYS = `${NOT_NEEDED}: the credentials stay in this step.`;
const OWN_LOGIN = `${NOT_NEEDED}: Slipway logs into ECR by itself, with the credentials of this step; registries names further accounts.`;
const EXPRESS = `${NOT_NEEDED}: it makes an Express Mode service; Slipway deploys to a service that exists, as its task definition says.`;

const variable = (name: string): string => `Set the environment variable ${name} of the step (env:) instead.`;
const key = (name: string): string =>
  `Set the environment variable ${name} of the step (env:) instead, or role-to-assume, which needs no keys.`;
const buildOption = (option: string): string => `Write ${option} into build-options.`;

/** As amazon-ecs-render-task-definition has it, a file counts before an ARN, and an ARN before a family. */
function nameRevision(siblings: Siblings): string {
  const source = siblings.get('task-definition');
  if (source !== undefined)
    return `${NOT_NEEDED}: task-definition is ${source}, and only one of the two can count. To ship from a registered revision, write that there.`;
  const arn = siblings.get('task-definition-arn');
  const family = siblings.get('task-definition-family');
  const revision = siblings.get('task-definition-revision');
  if (arn !== undefined) return `Write task-definition: ${arn}.`;
  if (family === undefined) return 'Give family:revision as task-definition.';
  return `Write task-definition: ${revision === undefined ? family : `${family}:${revision}`}.`;
}

/** By action; docs/coming-from-the-official-actions.md says the same at more length. What has the same name here is left out. */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, Hint>>>> = {
  'configure-aws-credentials': {
    'aws-region': { here: 'region' },
    'aws-access-key-id': key('AWS_ACCESS_KEY_ID'),
    'aws-secret-access-key': key('AWS_SECRET_ACCESS_KEY'),
    'aws-session-token': key('AWS_SESSION_TOKEN'),
    'aws-profile': variable('AWS_PROFILE'),
    'overwrite-aws-profile': `${NOT_NEEDED}: Slipway writes no profile.`,
    'web-identity-token-file': variable('AWS_WEB_IDENTITY_TOKEN_FILE, and AWS_ROLE_ARN,'),
    'role-chaining': CREDENTIALS_BEFORE,
    'role-external-id': CREDENTIALS_BEFORE,
    'role-skip-session-tagging': `${NOT_NEEDED}: Slipway sends no session tags.`,
    'transitive-tag-keys': CREDENTIALS_BEFORE,
    'custom-tags': CREDENTIALS_BEFORE,
    'inline-session-policy': CREDENTIALS_BEFORE,
    'managed-session-policies': CREDENTIALS_BEFORE,
    audience: `${NOT_NEEDED}: Slipway asks for the audience of the region's STS.`,
    'http-proxy': variable('HTTPS_PROXY (and HTTP_PROXY)'),
    'no-proxy': variable('NO_PROXY'),
    'sts-endpoint': variable('AWS_ENDPOINT_URL_STS'),
    'mask-aws-account-id': `${NOT_NEEDED}: repository, image-tag, image-digest and deployment hold no account id, so that they reach other jobs.`,
    'output-credentials': STAYS,
    'output-env-credentials': STAYS,
    'unset-current-credentials': `${NOT_NEEDED}: with role-to-assume, only the OIDC token is used.`,
    'use-existing-credentials': `${NOT_NEEDED}, and role-to-assume too: without it the credentials of the step are used.`,
    'force-skip-oidc': `${NOT_NEEDED}, and role-to-assume too: without it the credentials of the step are used.`,
    'disable-retry': RETRIES,
    'retry-max-attempts': RETRIES,
    'special-characters-workaround': NOT_NEEDED + '.',
    'allowed-account-ids': `${NOT_NEEDED}: the ARN in role-to-assume says which account it is.`,
    'action-timeout-s': "Set timeout-minutes of the workflow's step instead."
  },
  'amazon-ecr-login': {
    'registry-type': 'For ECR Public write public into registries.',
    'mask-password': `${NOT_NEEDED}: passwords are always masked.`,
    'skip-logout': `${NOT_NEEDED}: Slipway logs in for itself alone and always logs out.`
  },
  'docker/login-action': {
    registry: OWN_LOGIN,
    username: OWN_LOGIN,
    password: OWN_LOGIN,
    ecr: OWN_LOGIN,
    'registry-auth': OWN_LOGIN,
    logout: `${NOT_NEEDED}: Slipway logs in for itself alone and always logs out.`
  },
  'docker/build-push-action': {
    file: { here: 'dockerfile' },
    'secret-files': { here: 'build-secrets', how: 'id=name,src=path' },
    'secret-envs': { here: 'build-secrets', how: 'id=name,env=VARIABLE' },
    push: PUSHED,
    load: PUSHED,
    outputs: PUSHED,
    builder: buildOption('--builder=NAME'),
    'no-cache': buildOption('--no-cache'),
    'no-cache-filters': buildOption('--no-cache-filter=STAGE'),
    pull: buildOption('--pull'),
    network: buildOption('--network=NETWORK'),
    'add-hosts': buildOption('--add-host=NAME:ADDRESS'),
    allow: buildOption('--allow=ENTITLEMENT'),
    annotations: buildOption('--annotation=KEY=VALUE'),
    attests: buildOption('--attest=type=sbom'),
    provenance: buildOption('--provenance=mode=max'),
    sbom: buildOption('--sbom=true'),
    'build-contexts': buildOption('--build-context=NAME=PATH'),
    'cgroup-parent': buildOption('--cgroup-parent=PARENT'),
    'shm-size': buildOption('--shm-size=SIZE'),
    ulimit: buildOption('--ulimit=NAME=VALUE'),
    call: 'Run docker build --check in a step of its own.'
  },
  'amazon-ecs-render-task-definition': {
    'task-definition-arn': nameRevision,
    'task-definition-family': nameRevision,
    'task-definition-revision': nameRevision,
    'env-files': 'Write environmentFiles into the task definition.'
  },
  'amazon-ecs-deploy-task-definition': {
    'keep-null-value-keys': `${NOT_NEEDED}: Slipway sends what the task definition says, empty values too.`,
    'wait-max-delay-seconds': `${NOT_NEEDED}: Slipway looks every few seconds.`,
    'max-retries': RETRIES,
    'service-managed-ebs-volume': `${NOT_NEEDED}: Slipway leaves the volumes of the service as they are; change them with \`aws ecs update-service --volume-configurations\`.`,
    'service-managed-ebs-volume-name': `${NOT_NEEDED}: Slipway leaves the volumes of the service as they are.`
  },
  'amazon-ecs-deploy-express-service': {
    'service-name': { here: 'service' },
    'infrastructure-role-arn': EXPRESS,
    'container-port': EXPRESS,
    'health-check-path': EXPRESS,
    'log-group': EXPRESS,
    'log-stream-prefix': EXPRESS,
    'repository-credentials': EXPRESS,
    'min-task-count': EXPRESS,
    'max-task-count': EXPRESS,
    'auto-scaling-metric': EXPRESS,
    'auto-scaling-target-value': EXPRESS,
    'mutate-tags-on-update': EXPRESS
  }
};

const HINTS: ReadonlyMap<string, Hint> = new Map(Object.values(ACTIONS).flatMap(hints => Object.entries(hints)));

/**
 * What to do instead of a setting that only another action has; undefined where none that we know has it.
 *
 * @param siblings what is said beside it: what has its place here may be said already
 */
export function findForeignName(name: string, siblings: Siblings = new Map()): string | undefined {
  const hint = HINTS.get(name.toLowerCase());
  if (hint === undefined || typeof hint === 'string') return hint;
  if (typeof hint === 'function') return hint(siblings);
  if (siblings.has(hint.here)) return `${NOT_NEEDED}: ${hint.here} is given, which is its name here.`;
  return `Its name here is ${hint.here}${hint.how === undefined ? '' : `: ${hint.how}`}.`;
}
