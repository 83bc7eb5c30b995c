import type { ECSClientConfig } from '@aws-sdk/client-ecs';
import { fromWebToken } from '@aws-sdk/credential-providers';

import type { RoleConfig } from '../config/config.js';
import { SlipwayError } from '../errors.js';
import type { Clock } from '../ports.js';
import { retry } from '../retry.js';
import { explainAwsError, isTransient, ROLE_NOT_ASSUMED } from './errors.js';
import { partitionOf } from '../text/arn.js';
import { describeClaims, readClaims, type TokenClaims } from './token-claims.js';

export type Credentials = NonNullable<ECSClientConfig['credentials']>;
/** What the SDK signs requests with. */
type Session = Awaited<ReturnType<ReturnType<typeof fromWebToken>>>;
type StsConfig = Pick<ECSClientConfig, 'maxAttempts' | 'retryMode' | 'customUserAgent' | 'requestHandler'>;

/** Gives a fresh OIDC token for an audience; GitHub's are valid for minutes only, so one is asked for at every renewal. */
export type IdTokenSource = (audience: string) => Promise<string>;

/** So many milliseconds before its end the SDK takes a session for expired; a new one is asked for then. */
const MARGIN = 5 * 60_000;

/**
 * The credentials of a role, from AssumeRoleWithWebIdentity with GitHub's OIDC token: one session for all who ask.
 *
 * @param client for the client of STS; its region is the one that is asked
 */
export function assumeWithIdToken(
  role: RoleConfig,
  idToken: IdTokenSource,
  client: StsConfig & { readonly region: string },
  clock: Clock
): () => Promise<Session> {
  // China's STS knows only its own audience (IAM user guide, "Configuring OpenID Connect").
  const audience = partitionOf(client.region) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  const open = async (): Promise<Session> => {
    const webIdentityToken = await idToken(audience);
    const assume = fromWebToken({
      roleArn: role.arn,
      roleSessionName: role.sessionName,
      durationSeconds: role.durationSeconds,
      webIdentityToken,
      clientConfig: client
    });
    return assume().catch((error: unknown) => {
      throw explainRefusal(error, role, { ...readClaims(webIdentityToken), wanted: audience });
    });
  };
  return shareSession(() => retry({ ...WAIT_FOR_KEYS, clock }, open));
}

/** AWS is given the time to fetch the issuer's keys: 1, 2 and 4 seconds between. */
const WAIT_FOR_KEYS = { attempts: 4, pauses: { first: 1000, factor: 2 }, isTransient: isKeyMissing };

/** AWS could not fetch the keys of the token's issuer: InvalidIdentityToken, as for a token that is wrong, and told by the text alone. */
function isKeyMissing(error: unknown): boolean {
  return error instanceof Error && /couldn't retrieve verification key/i.test(error.message);
}

/**
 * One session for all clients: those who ask at the same time wait for the same answer, and a new one is asked for in the five minutes
 * before the end. While that fails, the old one serves to its end; what failed is asked for again by the next.
 *
 * @param now milliseconds since the epoch
 */
export function shareSession<S extends { readonly expiration?: Date }>(
  open: () => Promise<S>,
  now: () => number = Date.now
): () => Promise<S> {
  let current: S | undefined;
  let pending: Promise<S> | undefined;
  const isGood = ({ expiration }: S, margin: number): boolean =>
    expiration === undefined || expiration.getTime() - now() >= margin;
  const renew = async (): Promise<S> => {
    try {
      return (current = await open());
    } catch (error) {
      if (current !== undefined && isGood(current, 0)) return current;
      throw error;
    } finally {
      pending = undefined;
    }
  };
  return () => {
    if (current !== undefined && isGood(current, MARGIN)) return Promise.resolve(current);
    return (pending ??= renew());
  };
}

/** What STS says of a role and a token. What passes stays as it is, so that whoever follows a deployment tries again. */
function explainRefusal(error: unknown, { arn, durationSeconds }: RoleConfig, claims: AskedClaims): unknown {
  if (isTransient(error) && !isKeyMissing(error)) return error;
  const explained = explainAwsError(error, `Assuming the role ${arn} (role-to-assume)`);
  if (explained.fault === 'slipway') return explained;
  const advice = adviseRole(explained.code, explained.what, durationSeconds, claims) ?? explained.next ?? '';
  const next = [advice, describeClaims(claims)].filter(part => part !== '').join(' ');
  return new SlipwayError({ code: ROLE_NOT_ASSUMED, fault: 'user', what: explained.what, next, cause: error });
}

/** What the token says, and the audience that it was asked for. */
interface AskedClaims extends TokenClaims {
  readonly wanted: string;
}

/**
 * STS, AssumeRoleWithWebIdentity, "Errors". Provider and audience are those of the token: GitHub Enterprise Server, ghe.com and an enterprise with
 * an issuer of its own have others than github.com, and China has another audience.
 */
function adviseRole(
  code: string,
  said: string,
  seconds: number,
  { iss = 'https://token.actions.githubusercontent.com', aud, wanted }: AskedClaims
): string | undefined {
  const audience = aud ?? wanted;
  if (/verification key/i.test(said))
    return `AWS could not fetch the keys of the token's issuer: ${iss}/.well-known/openid-configuration and the jwks_uri in it must be reachable from the internet, with a certificate of a public authority. If they are, run it again.`;
  if (/DurationSeconds/.test(said) && code === 'ValidationError')
    return `Set role-duration-seconds to less than ${seconds}, or raise the maximum session duration of the role.`;
  if (/audience/i.test(said)) return `Add ${audience} to the audiences of the identity provider ${iss} in IAM.`;
  if (/OpenIDConnect provider/i.test(said))
    return `Create the identity provider in the account of the role: aws iam create-open-id-connect-provider --url ${iss} --client-id-list ${audience}.`;
  if (/^ExpiredToken/.test(code)) return "GitHub's token had expired on its way: check the clock of this machine.";
  return undefined;
}
