import { createHash, randomBytes } from 'node:crypto';
import { boolean, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault, newUuid, toEpochSeconds } from '../server/protocol.js';
import { type CloudModule, type JsonService, operation } from '../server/service.js';
import { makeFilter, readFilters } from './filters.js';
import { findSecret, SECRETS, type SecretRecord } from './state.js';

/** A tag of the name chooses the six characters that AWS draws by lot, so that a file that names an ARN can be rehearsed. */
const SUFFIX_TAG = '_custom_id_';
const DAY = 24 * 60 * 60 * 1000;

type SortKey = (secret: SecretRecord) => number | string;
const byCreation: SortKey = ({ createdAt }) => createdAt;
const SORT_KEYS = new Map<string, SortKey>([
  ['created-date', byCreation],
  ['last-changed-date', byCreation],
  // No secret here was ever read.
  ['last-accessed-date', () => 0],
  ['name', ({ name }) => name]
]);

function refuse(message: string): never {
  throw new AwsFault('InvalidParameterException', message);
}

const tags = list(structure({ Key: string, Value: string }));
const readCreate = structure({
  Name: string,
  Description: string,
  SecretString: string,
  SecretBinary: string,
  ClientRequestToken: string,
  KmsKeyId: string,
  Tags: tags,
  Type: string,
  AddReplicaRegions: list(structure({ Region: string, KmsKeyId: string })),
  ForceOverwriteReplicaSecret: boolean,
  CrossAccountPrimaryARN: string
});

function checkCreate(input: ReturnType<typeof readCreate>): void {
  if (input.SecretString !== undefined && input.SecretBinary !== undefined) {
    refuse("You can't specify both a binary secret value and a string secret value in the same secret.");
  }
  if ((input.AddReplicaRegions ?? []).length > 0 || input.ForceOverwriteReplicaSecret === true) {
    refuse('The built-in AWS does not replicate secrets. Leave AddReplicaRegions and ForceOverwriteReplicaSecret out.');
  }
  if (input.CrossAccountPrimaryARN !== undefined) {
    refuse('The built-in AWS does not replicate secrets. Leave CrossAccountPrimaryARN out.');
  }
}

// The value is thrown away: nothing here reads one.
const createSecret = operation(readCreate, (input, { region, now }) => {
  const name = input.Name ?? '';
  if (!/^[\w/+=.@-]{1,512}$/.test(name)) {
    throw new AwsFault(
      'ValidationException',
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!'
    );
  }
  checkCreate(input);
  const secrets = region.part(SECRETS);
  const value = input.SecretString ?? input.SecretBinary;
  const version = input.ClientRequestToken ?? newUuid();
  const valueDigest = value === undefined ? undefined : createHash('sha256').update(value).digest('hex');
  const known = secrets.get(name);
  if (known?.deletedAt !== undefined) {
    throw new AwsFault(
      'InvalidRequestException',
      "You can't create this secret because a secret with this name is already scheduled for deletion."
    );
  }
  // The same request once more changes nothing.
  if (known?.versions.has(version) === true && known.valueDigest === valueDigest) return renderCreated(known);
  if (known !== undefined) {
    throw new AwsFault('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
  }
  const chosen = input.Tags?.find(({ Key }) => Key === SUFFIX_TAG)?.Value;
  const suffix = chosen ?? randomBytes(6).toString('base64url').replace(/[-_]/g, 'x').slice(0, 6);
  const secret: SecretRecord = {
    name,
    arn: region.arn('secretsmanager', `secret:${name}-${suffix}`),
    description: input.Description,
    kmsKeyId: input.KmsKeyId,
    type: input.Type,
    tags: (input.Tags ?? []).filter(({ Key }) => Key !== SUFFIX_TAG),
    createdAt: now,
    versions: new Map(value === undefined ? [] : [[version, ['AWSCURRENT']]]),
    valueDigest,
    deletedAt: undefined
  };
  secrets.set(name, secret);
  return renderCreated(secret);
});

function renderCreated({ arn, name, versions }: SecretRecord): object {
  const [version] = versions.keys();
  return { ARN: arn, Name: name, ...(version === undefined ? {} : { VersionId: version }) };
}

const describeSecret = operation(structure({ SecretId: string }), (input, { region }) => {
  const secret = findSecret(region, input.SecretId);
  return { ...describe(secret), VersionIdsToStages: Object.fromEntries(secret.versions) };
});

const deleteSecret = operation(
  structure({ SecretId: string, RecoveryWindowInDays: integer, ForceDeleteWithoutRecovery: boolean }),
  (input, { region, now }) => {
    const { RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: force } = input;
    if (force === true && days !== undefined) {
      refuse("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    if (days !== undefined && (days < 7 || days > 30)) {
      refuse('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
    }
    const secret = findSecret(region, input.SecretId);
    const secrets = region.part(SECRETS);
    if (force === true) {
      secrets.delete(secret.name);
      return { ARN: secret.arn, Name: secret.name, DeletionDate: toEpochSeconds(now) };
    }
    if (secret.deletedAt !== undefined) {
      throw new AwsFault(
        'InvalidRequestException',
        "You tried to perform the operation on a secret that's currently marked deleted."
      );
    }
    const window = (days ?? 30) * DAY;
    secret.deletedAt = now;
    region.timeline.after(window, () => {
      if (secret.deletedAt === now && secrets.get(secret.name) === secret) secrets.delete(secret.name);
    });
    return { ARN: secret.arn, Name: secret.name, DeletionDate: toEpochSeconds(now + window) };
  }
);

const restoreSecret = operation(structure({ SecretId: string }), (input, { region }) => {
  const secret = findSecret(region, input.SecretId);
  secret.deletedAt = undefined;
  return { ARN: secret.arn, Name: secret.name };
});

const listSecrets = operation(
  structure({
    IncludePlannedDeletion: boolean,
    MaxResults: integer,
    NextToken: string,
    Filters: readFilters,
    SortOrder: string,
    SortBy: string
  }),
  (input, { region }) => {
    const keyOf = SORT_KEYS.get(input.SortBy ?? '') ?? byCreation;
    const direction = input.SortOrder === 'desc' ? -1 : 1;
    const found = [...region.part(SECRETS).values()]
      .filter(({ deletedAt }) => deletedAt === undefined || input.IncludePlannedDeletion === true)
      .filter(makeFilter(input.Filters ?? []))
      .sort((one, other) => compare(keyOf(one), keyOf(other)) * direction);
    const page = cutPage(found, input.MaxResults, input.NextToken);
    return { SecretList: page.items.map(renderEntry), NextToken: page.nextToken };
  }
);

function compare(one: number | string, other: number | string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function renderEntry(secret: SecretRecord): object {
  const stages = Object.fromEntries(secret.versions);
  return { ...describe(secret), SecretVersionsToStages: stages };
}

function describe(secret: SecretRecord): Readonly<Record<string, unknown>> {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Type: secret.type,
    Description: secret.description,
    KmsKeyId: secret.kmsKeyId,
    Tags: secret.tags.length === 0 ? undefined : secret.tags,
    CreatedDate: toEpochSeconds(secret.createdAt),
    LastChangedDate: toEpochSeconds(secret.createdAt),
    DeletedDate: secret.deletedAt === undefined ? undefined : toEpochSeconds(secret.deletedAt)
  };
}

const secretsManager: JsonService = {
  name: 'secretsmanager',
  targetPrefix: 'secretsmanager',
  serverError: 'InternalServiceError',
  operations: {
    CreateSecret: createSecret,
    DescribeSecret: describeSecret,
    ListSecrets: listSecrets,
    DeleteSecret: deleteSecret,
    RestoreSecret: restoreSecret
  },
  resource: (_operation, input) => {
    const id = (input as { readonly SecretId?: unknown } | null)?.SecretId;
    return typeof id === 'string' ? id : '*';
  }
};

/** AWS Secrets Manager without values: secrets are there or not. Reading one is not served. */
export const secretsManagerModule: CloudModule = { json: [secretsManager] };
