import { SlipwayError, type ErrorOrigin } from '../errors.js';
import { explainLocalError } from './local-errors.js';

/** The error's name in the service model, as `ClusterNotFoundException`; undefined for what is no AWS or system error. */
export function awsErrorName(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = (error as { code?: unknown }).code;
  return error.name === 'Error' && typeof code === 'string' ? code : error.name;
}

const THROTTLING = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
  'SlowDown'
]);
const NETWORK = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'NetworkingError'
]);
const SERVER = new Set([
  'InternalServerError',
  'InternalFailure',
  'InternalError',
  'ServerException',
  'ServiceUnavailable',
  'ServiceUnavailableException'
]);
/** The code of the error that role-to-assume could not be assumed. */
export const ROLE_NOT_ASSUMED = 'role-not-assumed';

const CREDENTIALS = new Set([
  ROLE_NOT_ASSUMED,
  'no-id-token',
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'CredentialsProviderError',
  'TokenRefreshRequired',
  'OptInRequired'
]);
const ACCESS = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedException',
  'NotAuthorized',
  'UnauthorizedOperation'
]);

/**
 * Refusals for now that have a name which says nothing of it, as ClientException or InvalidParameterException: they are known by their text.
 * RegisterTaskDefinition: "Too many concurrent attempts to create a new revision of the specified family." RunTask, of a service that it asked
 * itself: "Rate exceeded (ErrorCode: Throttling)". STS: "Couldn't retrieve verification key from your identity provider".
 */
const REFUSED_FOR_NOW = [
  /\btoo many concurrent\b/i,
  /\brate exceeded\b/i,
  /\bErrorCode: (?:\w*Throttl\w*|RequestLimitExceeded)/i,
  /\bcouldn't retrieve verification key\b/i,
  /\b(?:try|retry)(?: again)? (?:later|shortly|in a (?:few|moment|minute))\b/i
];

/** AWS refused for now, and takes it later, or more slowly. Nothing took effect. */
export function isThrottling(error: unknown): boolean {
  return THROTTLING.has(awsErrorName(error) ?? '') || httpStatus(error) === 429 || isRefusedForNow(error);
}

function isRefusedForNow(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof SlipwayError) return false;
  const isCertain = isAccessDenied(error) || isCredentialsError(error) || (httpStatus(error) ?? 400) >= 500;
  return !isCertain && REFUSED_FOR_NOW.some(pattern => pattern.test(error.message));
}

/** It may well work the next time: throttling, a 5xx, a connection that broke or timed out. Never the user's doing. */
export function isTransient(error: unknown): boolean {
  const name = awsErrorName(error) ?? '';
  return isThrottling(error) || NETWORK.has(name) || SERVER.has(name) || (httpStatus(error) ?? 0) >= 500;
}

/** These credentials are good, but not for this action. */
export function isAccessDenied(error: unknown): boolean {
  return ACCESS.has(awsErrorName(error) ?? '');
}

/** Another operation may still do: these credentials are not good for this one, or the endpoint does not know it. */
export function isUnavailable(error: unknown): boolean {
  const name = awsErrorName(error) ?? '';
  return isAccessDenied(error) || /^(UnknownOperation|UnsupportedOperation|NotImplemented|InvalidAction)/.test(name);
}

/** The credentials are missing, expired or wrong: no other call will fare better. */
export function isCredentialsError(error: unknown): boolean {
  return CREDENTIALS.has(error instanceof SlipwayError ? error.code : (awsErrorName(error) ?? ''));
}

/**
 * Turns whatever an AWS client threw into our error: `<doing>: <what AWS said>` and what to do next.
 *
 * @param doing what was being done and to what, as `Describing the service api in the cluster prod`
 */
export function explainAwsError(error: unknown, doing: string): SlipwayError {
  if (error instanceof SlipwayError) return error;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) {
    const what = `${doing}: ${error.message}.`;
    const next = 'This is a bug in Slipway: please report it with this log.';
    return new SlipwayError({ code: 'bug', fault: 'slipway', what, next, cause: error });
  }
  const code = awsErrorName(error) ?? 'unknown';
  const message = error instanceof Error && error.message !== '' ? error.message : code;
  const machine = explainLocalError(error, code, httpStatus(error));
  const sentence = machine?.sentence ?? message.replace(/[.\s]+$/, '');
  const isTold = sentence.includes(code) || code === 'Error' || machine?.sentence !== undefined;
  const what = `${doing}: ${isTold ? sentence : `${sentence} (${code})`}.`;
  const details = (fault: ErrorOrigin, next: string | undefined) =>
    new SlipwayError({ code, fault, what, next, cause: error });
  if (machine !== undefined) return details(isTransient(error) ? 'aws' : 'user', machine.next);
  if (isCredentialsError(error)) return details('user', adviseCredentials(code));
  if (isAccessDenied(error)) return details('user', adviseAccess(message));
  if (isTransient(error)) return details('aws', 'This is usually temporary: run it again.');
  return details('aws', undefined);
}

function adviseCredentials(code: string): string {
  if (code === 'CredentialsProviderError') {
    return 'Set role-to-assume (with "permissions: id-token: write" in the workflow), or give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile.';
  }
  if (/Expired|Refresh/.test(code))
    return 'The credentials have expired: get new ones, or set role-to-assume, which renews them by itself.';
  return 'Check the access key, its secret and its session token, and that they belong together.';
}

function adviseAccess(message: string): string {
  if (message.includes('sts:AssumeRoleWithWebIdentity')) {
    return "Look at the trust policy of role-to-assume: it must name GitHub's provider, its audience, and the subject of this workflow, letter case included; a job with an environment has repo:OWNER/NAME:environment:NAME. slipway generate iam writes it.";
  }
  const action = /perform: ([A-Za-z0-9-]+:[A-Za-z0-9*]+)/.exec(message)?.[1];
  return action === undefined
    ? "Allow the action in the role's policy."
    : `Allow ${action} in the policy of the role that this run uses.`;
}

function httpStatus(error: unknown): number | undefined {
  const metadata = (error as { $metadata?: { httpStatusCode?: number } } | null | undefined)?.$metadata;
  return metadata?.httpStatusCode;
}

/** A member that the operation's answer has to have. Throws SlipwayError where it is missing: what answers is not AWS, or is broken. */
export function required<T>(value: T | undefined, operation: string, member: string): T {
  if (value !== undefined) return value;
  throw new SlipwayError({
    code: 'incomplete-answer',
    fault: 'aws',
    what: `${operation} answered without ${member}.`,
    next: 'Run it again; if AWS_ENDPOINT_URL is set, check what answers there.'
  });
}
