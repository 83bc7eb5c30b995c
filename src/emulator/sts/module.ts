import { randomBytes } from 'node:crypto';
import { readPolicy, trusts } from '../iam/policies.js';
import { findRoleByArn } from '../iam/roles.js';
import { shortName, splitArn } from '../server/arn.js';
import { document, integer, list, string, structure, type Members } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type CloudModule, type QueryService, type RequestContext } from '../server/service.js';
import type { Cloud } from '../server/state.js';
import { refuseUnsupported } from '../server/unsupported.js';

/** The ARN behind an access key: the session that STS made, else the one user of the account. */
export function identityOf(cloud: Cloud, accessKeyId: string | undefined): string {
  return cloud.sessions.get(accessKeyId ?? '') ?? `arn:aws:iam::${accountOf(cloud, accessKeyId)}:user/rehearsal`;
}

/** The account behind an access key: a key of 12 digits is that of the account which it names; any other, the cloud's own. */
export function accountOf(cloud: Cloud, accessKeyId: string | undefined): string {
  return /^\d{12}$/.test(accessKeyId ?? '') ? (accessKeyId ?? '') : cloud.account;
}

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:.*\/)?([\w+=,.@-]{1,64})$/;
/** The stage lives longer than its sessions; the oldest are forgotten. */
const MOST_SESSIONS = 1000;

const getCallerIdentity = operation(structure({}), (_input, { principal, region }) => {
  // The user is in the partition of the region that is asked; a session's ARN has its role's.
  const arn = principal.replace(/^arn:aws(?=:iam:)/, `arn:${region.partition}`);
  const userId = arn.includes(':assumed-role/') ? `AROAREHEARSAL:${shortName(arn)}` : 'AIDAREHEARSAL';
  return { Arn: arn, UserId: userId, Account: region.account };
});

const SESSION = {
  RoleArn: string,
  RoleSessionName: string,
  PolicyArns: list(structure({ arn: string })),
  Policy: string,
  DurationSeconds: integer,
  MinimumSessionTokenSize: integer
};
const ROLE_INPUT = structure({
  ...SESSION,
  Tags: list(structure({ Key: string, Value: string })),
  TransitiveTagKeys: list(string),
  ExternalId: string,
  SerialNumber: string,
  TokenCode: string,
  SourceIdentity: string,
  ProvidedContexts: list(document)
});
const WEB_IDENTITY_INPUT = structure({ ...SESSION, WebIdentityToken: string, ProviderId: string });

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const assumeRole = operation(ROLE_INPUT, (input, context) => {
  const {
    RoleArn: role = '',
    RoleSessionName: session,
    ExternalId,
    SourceIdentity,
    Tags = [],
    TransitiveTagKeys = []
  } = input;
  refuseUnsupported('ValidationError', { ProvidedContexts: input.ProvidedContexts });
  checkMfa(input.SerialNumber, input.TokenCode);
  const keys = Tags.map(({ Key = '' }) => Key.toLowerCase());
  if (new Set(keys).size < keys.length) {
    throw new AwsFault('ValidationError', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  }
  if (TransitiveTagKeys.some(key => !keys.includes(key.toLowerCase()))) {
    const message = 'The specified transitive tag keys must be included in the requested tags.';
    throw new AwsFault('ValidationError', message);
  }
  const known = findRoleByArn(context.cloud, role);
  const conditions = new Map([
    ['sts:externalid', ExternalId],
    ['sts:sourceidentity', SourceIdentity],
    ['sts:rolesessionname', session]
  ]);
  if (known !== undefined && !trusts(known.trustPolicy, 'sts:AssumeRole', conditions)) {
    const message = `User: ${context.principal} is not authorized to perform: sts:AssumeRole on resource: ${role}`;
    throw new AwsFault('AccessDenied', message, 403);
  }
  const sent = [...Tags.flatMap(({ Key = '', Value = '' }) => [Key, Value]), ...TransitiveTagKeys];
  return { ...openSession(input, sent, context), SourceIdentity };
});

/** No user has a device here. */
function checkMfa(serial: string | undefined, code: string | undefined): void {
  if (serial === undefined && code === undefined) return;
  const message =
    serial === undefined || code === undefined
      ? 'must provide both MFA serial number and one time pass code.'
      : 'unable to validate MFA code. Please verify your MFA serial number is valid and associated with this user.';
  throw new AwsFault('AccessDenied', `MultiFactorAuthentication failed, ${message}`, 403);
}

/**
 * A session of a role, known by its access key. No call is refused by its policies.
 *
 * @param sent what the request attaches to the session beside policies
 */
function openSession(input: Members<typeof SESSION>, sent: readonly string[], context: RequestContext) {
  const { RoleArn: role = '', RoleSessionName: session = '', DurationSeconds: seconds = 3600, Policy: policy } = input;
  const [, name] = ROLE_ARN.exec(role) ?? [];
  if (name === undefined) throw new AwsFault('ValidationError', `${role} is invalid`);
  if (policy !== undefined) readPolicy(policy);
  const packed = packSession([...sent, policy ?? '', ...(input.PolicyArns ?? []).map(({ arn = '' }) => arn)]);
  const { partition, account } = splitArn(role);
  const arn = `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`;
  const accessKeyId = `ASIA${randomBytes(10).toString('hex').toUpperCase().slice(0, 16)}`;
  const { sessions } = context.cloud;
  sessions.set(accessKeyId, arn);
  const oldest = sessions.keys().next();
  if (sessions.size > MOST_SESSIONS && oldest.done !== true) sessions.delete(oldest.value);
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: randomBytes(30).toString('base64'),
      SessionToken: randomBytes(Math.max(96, input.MinimumSessionTokenSize ?? 0)).toString('base64'),
      Expiration: new Date(context.now + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
    },
    AssumedRoleUser: { AssumedRoleId: `AROAREHEARSAL:${session}`, Arn: arn },
    PackedPolicySize: packed
  };
}

/** The limit of AWS for policies and tags as text, in characters. AWS packs them in a way that it does not tell. */
const MOST_PACKED = 2048;

/** How much of the space for policies and tags they take, in percent; undefined where there are none. Throws PackedPolicyTooLarge. */
function packSession(parts: readonly string[]): number | undefined {
  const length = parts.join('').length;
  if (length === 0) return undefined;
  const percent = Math.ceil((100 * length) / MOST_PACKED);
  if (percent <= 100) return percent;
  throw new AwsFault(
    'PackedPolicyTooLarge',
    `Packed size of session policies and tags consumes ${percent}% of allotted space.`
  );
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html; the token's claims are read, not its signature. */
const assumeRoleWithWebIdentity = operation(WEB_IDENTITY_INPUT, (input, context) => {
  // Of OAuth 2.0 access tokens, which are not here.
  refuseUnsupported('ValidationError', { ProviderId: input.ProviderId });
  const claims = readClaims(input.WebIdentityToken ?? '');
  return {
    ...openSession(input, [], context),
    SubjectFromWebIdentityToken: claims['sub'],
    Audience: claims['aud'],
    Provider: `arn:aws:iam::${context.cloud.account}:oidc-provider/token.actions.githubusercontent.com`
  };
});

function readClaims(token: string): Readonly<Record<string, unknown>> {
  const part = token.split('.')[1];
  try {
    if (part === undefined) throw new Error('no payload');
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new AwsFault(
      'InvalidIdentityToken',
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'
    );
  }
}

const sts: QueryService = {
  name: 'sts',
  versions: ['2011-06-15'],
  operations: {
    GetCallerIdentity: getCallerIdentity,
    AssumeRole: assumeRole,
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity
  },
  unsigned: ['AssumeRoleWithWebIdentity']
};

export const stsModule: CloudModule = { query: [sts] };
