import { randomBytes } from 'node:crypto';
import { shortName, splitArn } from '../server/arn.js';
import { AwsFault } from '../server/protocol.js';
import type { CloudModule, QueryService, RequestContext } from '../server/service.js';
import type { Cloud } from '../server/state.js';

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

function getCallerIdentity(_form: URLSearchParams, context: RequestContext): unknown {
  // The user is in the partition of the region that is asked; a session's ARN has its role's.
  const arn = context.principal.replace(/^arn:aws(?=:iam:)/, `arn:${context.region.partition}`);
  const userId = arn.includes(':assumed-role/') ? `AROAREHEARSAL:${shortName(arn)}` : 'AIDAREHEARSAL';
  return { Arn: arn, UserId: userId, Account: context.region.account };
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function assumeRole(form: URLSearchParams, context: RequestContext): unknown {
  const role = form.get('RoleArn') ?? '';
  const session = form.get('RoleSessionName') ?? '';
  const [, name] = ROLE_ARN.exec(role) ?? [];
  if (name === undefined) throw new AwsFault('ValidationError', `${role} is invalid`);
  const seconds = Number(form.get('DurationSeconds') ?? 3600);
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
      SessionToken: randomBytes(96).toString('base64'),
      Expiration: new Date(context.now + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
    },
    AssumedRoleUser: { AssumedRoleId: `AROAREHEARSAL:${session}`, Arn: arn },
    PackedPolicySize: undefined
  };
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html; the token's claims are read, not its signature. */
function assumeRoleWithWebIdentity(form: URLSearchParams, context: RequestContext): unknown {
  const claims = readClaims(form.get('WebIdentityToken') ?? '');
  const answer = assumeRole(form, context) as Record<string, unknown>;
  return {
    ...answer,
    SubjectFromWebIdentityToken: claims['sub'],
    Audience: claims['aud'],
    Provider: `arn:aws:iam::${context.cloud.account}:oidc-provider/token.actions.githubusercontent.com`
  };
}

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
  version: '2011-06-15',
  actions: {
    GetCallerIdentity: { signed: true, run: getCallerIdentity },
    AssumeRole: { signed: true, run: assumeRole },
    AssumeRoleWithWebIdentity: { signed: false, run: assumeRoleWithWebIdentity }
  }
};

export const stsModule: CloudModule = { query: [sts] };
