import { causeOfRefusal } from '../causes/api-error.js';
import { faultOf, fillFacts, type FoundCause } from '../causes/cause.js';
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

/** AWS refused for now, and takes it later, or more slowly: by its name, or in words under the name of something else. Nothing took effect. */
export function isThrottling(error: unknown): boolean {
  const isNamed = THROTTLING.has(awsErrorName(error) ?? '') || httpStatus(error) === 429;
  return isNamed || findRefusal(error)?.cause.retry === 'refused';
}

/** It may well work the next time: throttling, a 5xx, a connection that broke or timed out. Never the user's doing. */
export function isTransient(error: unknown): boolean {
  const name = awsErrorName(error) ?? '';
  return isThrottling(error) || NETWORK.has(name) || SERVER.has(name) || (httpStatus(error) ?? 0) >= 500;
}

/** The cause of what a service of AWS refused; undefined for what no service answered. */
function findRefusal(error: unknown): FoundCause | undefined {
  if (!(error instanceof Error) || error instanceof SlipwayError || !isAnswer(error)) return undefined;
  const refusal = { name: awsErrorName(error) ?? '', message: error.message, httpStatus: httpStatus(error) };
  return causeOfRefusal(refusal);
}

/** A service's exception has its side in the service model ($fault), or an HTTP status. */
function isAnswer(error: Error): boolean {
  return '$fault' in error || httpStatus(error) !== undefined;
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
  if (code === 'CredentialsProviderError') return details('user', NO_CREDENTIALS);
  const found = causeOfRefusal({ name: code, message, httpStatus: httpStatus(error) });
  if (found !== undefined) {
    const isUsers = isCredentialsError(error) || isAccessDenied(error);
    return details(isUsers ? 'user' : faultOf(found.cause), fillFacts(found.cause.advice, found.facts));
  }
  if (isTransient(error)) return details('aws', 'This is usually temporary: run it again.');
  return details(isCredentialsError(error) ? 'user' : 'aws', undefined);
}

const NO_CREDENTIALS =
  'Set role-to-assume (with "permissions: id-token: write" in the workflow), or give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile.';

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
