import { randomBytes } from 'node:crypto';
import { boolean, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault, newUuid, toEpochSeconds } from '../server/protocol.js';
import { type CloudModule, type JsonService, operation } from '../server/service.js';
import type { PartKey, RegionState } from '../server/state.js';

interface SecretRecord {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly createdAt: number;
  readonly versions: Map<string, string[]>;
  deletedAt: number | undefined;
}

const SECRETS: PartKey<Map<string, SecretRecord>> = { create: () => new Map() };
/** A tag of the name chooses the six characters that AWS draws by lot, so that a file that names an ARN can be rehearsed. */
const SUFFIX_TAG = '_custom_id_';

function findSecret(region: RegionState, id: string | undefined): SecretRecord {
  const secrets = region.part(SECRETS);
  const found =
    secrets.get(id ?? '') ??
    [...secrets.values()].find(({ arn }) => arn === id || arn.slice(0, arn.lastIndexOf('-')) === id);
  if (found !== undefined) return found;
  throw new AwsFault('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

const tags = list(structure({ Key: string, Value: string }));

// The value is thrown away: nothing here reads one.
const createSecret = operation(
  structure({ Name: string, Description: string, SecretString: string, ClientRequestToken: string, Tags: tags }),
  (input, { region, now }) => {
    const name = input.Name ?? '';
    if (!/^[\w/+=.@-]{1,512}$/.test(name)) {
      throw new AwsFault(
        'ValidationException',
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!'
      );
    }
    const secrets = region.part(SECRETS);
    if (secrets.has(name)) {
      throw new AwsFault('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
    }
    const chosen = input.Tags?.find(({ Key }) => Key === SUFFIX_TAG)?.Value;
    const suffix = chosen ?? randomBytes(6).toString('base64url').replace(/[-_]/g, 'x').slice(0, 6);
    const version = input.ClientRequestToken ?? newUuid();
    const secret: SecretRecord = {
      name,
      arn: region.arn('secretsmanager', `secret:${name}-${suffix}`),
      description: input.Description,
      createdAt: now,
      versions: new Map(input.SecretString === undefined ? [] : [[version, ['AWSCURRENT']]]),
      deletedAt: undefined
    };
    secrets.set(name, secret);
    return {
      ARN: secret.arn,
      Name: name,
      ...(input.SecretString === undefined ? {} : { VersionId: version })
    };
  }
);

const describeSecret = operation(structure({ SecretId: string }), (input, { region }) => ({
  ...describe(findSecret(region, input.SecretId)),
  VersionIdsToStages: Object.fromEntries(findSecret(region, input.SecretId).versions)
}));

const deleteSecret = operation(
  structure({ SecretId: string, RecoveryWindowInDays: integer, ForceDeleteWithoutRecovery: boolean }),
  (input, { region, now }) => {
    const secret = findSecret(region, input.SecretId);
    secret.deletedAt = now;
    if (input.ForceDeleteWithoutRecovery === true) region.part(SECRETS).delete(secret.name);
    return { ARN: secret.arn, Name: secret.name, DeletionDate: toEpochSeconds(now) };
  }
);

const listSecrets = operation(structure({ MaxResults: integer, NextToken: string }), (input, { region }) => {
  const kept = [...region.part(SECRETS).values()].filter(({ deletedAt }) => deletedAt === undefined);
  const page = cutPage(kept, input.MaxResults, input.NextToken);
  return { SecretList: page.items.map(describe), NextToken: page.nextToken };
});

function describe(secret: SecretRecord) {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description,
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
    DeleteSecret: deleteSecret
  },
  resource: (_operation, input) => {
    const id = (input as { readonly SecretId?: unknown } | null)?.SecretId;
    return typeof id === 'string' ? id : '*';
  }
};

/** AWS Secrets Manager without values: secrets are there or not. Reading one is not served. */
export const secretsManagerModule: CloudModule = { json: [secretsManager] };
