import type { FailureText } from './parse-text.js';

/** Why something failed, whatever it was. */
export type Reason =
  | 'exec-format'
  | 'disk-full'
  | 'platform'
  | 'json'
  | 'malformed'
  | 'limit'
  | 'throttled'
  | 'expired'
  | 'not-logged-in'
  | 'denied'
  | 'unreachable'
  | 'broken-connection'
  | 'server-error'
  | 'certificate'
  | 'not-found'
  | 'refused';

interface ReasonSigns {
  readonly error?: RegExp;
  readonly status?: (status: number) => boolean;
  readonly words?: RegExp;
}

/** The first that matches holds: what can be nothing else stands first, then what an error's name or a status says, then words. */
const REASONS: readonly (readonly [Reason, ReasonSigns])[] = [
  ['exec-format', { words: /exec format error|wrong ELF class/i }],
  [
    'disk-full',
    { words: /no space left on device|thin pool has|disk quota exceeded|not enough (?:disk )?space|disk is full/i }
  ],
  [
    'platform',
    {
      words:
        /descriptor matching platform|no match for platform|no matching manifest for|does not match the (?:specified|detected host) platform|(?:cannot|can't) be used on this platform|(?:un)?supported platform|operating system (?:is not supported|does not match)|incompatible (?:architecture|platform)|no manifest found for platform/i
    }
  ],
  [
    'json',
    {
      words:
        /did not contain json key|looking for beginning of (?:value|object key)|unexpected end of JSON|cannot unmarshal|invalid character \S+ (?:after|in|looking)|not (?:a )?valid JSON|no json key/i
    }
  ],
  [
    'malformed',
    {
      words:
        /validation error\(?s?\)?|minimum field size|invalid reference format|must be lowercase|invalid tag\b|could not parse|failed to parse|(?:is )?(?:not a valid|an invalid) (?:arn|reference|image)|invalid arn|malformed/i
    }
  ],
  [
    'throttled',
    {
      error: /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|ResourceExhausted|BandwidthLimit/i,
      status: status => status === 429,
      words: /rate exceeded|too ?many ?requests|rate limit|\bthrottl(?:ed|ing)(?![\w-])|reduce your request rate/i
    }
  ],
  [
    'expired',
    {
      error: /^(?:ExpiredToken|TokenExpired|RequestExpired)/,
      words: /token (?:included in the request )?(?:has|is) expired|expired token/i
    }
  ],
  [
    'not-logged-in',
    {
      status: status => status === 401,
      words:
        /no basic auth credentials|NoCredentialProviders|no valid providers in chain|incorrect username or password|authentication required|unauthorized: |invalid credentials|not logged in|username and password/i
    }
  ],
  [
    'denied',
    {
      error:
        /AccessDenied|^Forbidden|UnauthorizedOperation|^NotAuthorized|^PermissionDenied|^Unauthorized(?:Exception)?$/,
      words: /not authorized to perform|explicit deny/i
    }
  ],
  [
    'unreachable',
    {
      error: /^(?:RequestCanceled|RequestTimeout|DeadlineExceeded|RequestError)/,
      words:
        /i\/o timeout|deadline exceeded|no such host|no route to host|network is unreachable|connection refused|connection issue|client\.timeout|request canceled|timeout exceeded|name resolution|dial tcp|signal: killed|failed to (?:do|send) request|send request failed|could not connect|connect(?:ion)?:? (?:attempt )?(?:timed out|timeout)|TLS handshake timeout|could not resolve|unable to (?:connect|reach|resolve)|network configuration|server misbehaving|(?:request|operation|call) timed out/i
    }
  ],
  [
    'broken-connection',
    {
      words:
        /\bEOF\b|connection (?:was )?reset|broken pipe|closed network connection|connection closed|transport is closing|stream error|peer closed|http2: /i
    }
  ],
  ['certificate', { words: /x509|certificate|http: server gave HTTP response to HTTPS client/i }],
  [
    'server-error',
    {
      error:
        /^(?:Internal(?:Server)?(?:Error|Failure|Exception)|ServerException|ServiceUnavailable|Internal$|Unavailable$)/,
      status: status => status >= 500,
      words:
        /internal (?:server |service )?(?:error|failure)|service unavailable|bad gateway|gateway time-?out|temporarily unavailable/i
    }
  ],
  ['denied', { words: /access denied by|permission denied|operation not permitted/i }],
  [
    'limit',
    {
      error: /LimitExceeded|QuotaExceeded/,
      words:
        /maximum (?:limit|number)|reached the limit|above your limit|exceeds? (?:the|your) (?:limit|quota|maximum)|max allowed/i
    }
  ],
  [
    'not-found',
    {
      error: /NotFound|NoSuch|DoesNotExist|Missing/,
      status: status => status === 404,
      words:
        /not found|manifest unknown|name unknown|does not exist|doesn't exist|(?:can't|cannot|could not|couldn't|unable to) find|no such|invalid (?:ssm )?parameters|there is no\b|whether the image exists/i
    }
  ],
  [
    'denied',
    { status: status => status === 403, words: /\bdenied\b|forbidden|insufficient_scope|has the permissions/i }
  ],
  ['refused', { status: status => status >= 400 }]
];

/** Why it failed; undefined where the text has no word for it. Pure. */
export function findReason({ words, errors, statuses }: FailureText): Reason | undefined {
  return REASONS.find(
    ([, signs]) =>
      signs.words?.test(words) === true ||
      errors.some(name => signs.error?.test(name)) ||
      statuses.some(status => signs.status?.(status))
  )?.[0];
}
