export const id = 9913;
export const ids = [9913];
export const modules = {

/***/ 3960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ARTIFACT_NAMES)
/* harmony export */ });
/** The names of the files that a run writes into `artifacts-directory`. CodePipeline fixes `imageDetail.json`; the others are its defaults or ours. */
const ARTIFACT_NAMES = {
    imageDefinitions: 'imagedefinitions.json',
    imageDetail: 'imageDetail.json',
    taskDefinition: 'taskdefinition.json',
    appspec: 'appspec.yml'
};


/***/ }),

/***/ 4506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _3: () => (/* binding */ ROLE_NOT_ASSUMED),
  ZH: () => (/* binding */ awsErrorName),
  Ni: () => (/* binding */ explainAwsError),
  w7: () => (/* binding */ isAccessDenied),
  B_: () => (/* binding */ isCredentialsError),
  E2: () => (/* binding */ isThrottling),
  dg: () => (/* binding */ isTransient),
  Pd: () => (/* binding */ isUnavailable),
  mw: () => (/* binding */ required)
});

// EXTERNAL MODULE: ./lib/causes/find-cause.js + 14 modules
var find_cause = __webpack_require__(7471);
;// CONCATENATED MODULE: ./lib/causes/api-error.js

/** Why AWS refused a request, by the error's name, status and message. Pure. */
function causeOfRefusal({ name, message, httpStatus }) {
    // 400 stands for nearly everything and says nothing by itself.
    const status = httpStatus === undefined || httpStatus === 400 ? '' : ` (status code: ${httpStatus})`;
    return (0,find_cause/* causeOfText */.Cp)(`${name}: ${message}${status}`, () => 'api');
}

// EXTERNAL MODULE: ./lib/causes/cause.js
var cause = __webpack_require__(3743);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/aws/local-errors.js
/** Of Node's TLS: whoever signed the certificate is not trusted here. */
const UNTRUSTED = new Set([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
]);
const NOT_AWS = 'What answers there is not AWS: look at the proxy, at AWS_ENDPOINT_URL, and whether this network wants a sign-in.';
/**
 * What to tell where it is this machine, or the network around it, that does not fit: names, certificates, the clock, answers that nobody
 * at AWS wrote.
 *
 * @param code the error's name or the system's code
 * @param status HTTP's, where there was an answer
 * @returns a better sentence where the error's own says nothing, and what to do; undefined where the fault is elsewhere
 */
function explainLocalError(error, code, status) {
    const message = error instanceof Error ? error.message : '';
    if (UNTRUSTED.has(code)) {
        return {
            next: "The certificate's issuer is not trusted on this machine: set AWS_CA_BUNDLE to a PEM file with the certificates of your proxy or endpoint."
        };
    }
    if (/^ERR_(TLS|SSL)_/.test(code))
        return { next: NOT_AWS };
    if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code) || isClockSkew(code, message))
        return { next: "Check this machine's clock first." };
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return {
            next: 'DNS lookup failed: check the region name, the network, and HTTPS_PROXY.'
        };
    }
    const isForeign = error instanceof SyntaxError || code === 'Unknown';
    if (!isForeign || (status ?? 0) >= 500)
        return undefined;
    const why = error instanceof SyntaxError ? ` (${message.split('\n')[0] ?? ''})` : '';
    return { sentence: `the answer, HTTP ${status ?? '?'}, is not from AWS${why}`, next: NOT_AWS };
}
/** AWS refuses what was signed at another time than its own, by more than five or fifteen minutes, and says both times. */
function isClockSkew(code, message) {
    return code === 'RequestTimeTooSkewed' || /Signature (expired|not yet current)/.test(message);
}

;// CONCATENATED MODULE: ./lib/aws/errors.js




/** The error's name in the service model, as `ClusterNotFoundException`; undefined for what is no AWS or system error. */
function awsErrorName(error) {
    if (!(error instanceof Error))
        return undefined;
    const code = error.code;
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
const ROLE_NOT_ASSUMED = 'role-not-assumed';
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
function isThrottling(error) {
    const isNamed = THROTTLING.has(awsErrorName(error) ?? '') || httpStatus(error) === 429;
    return isNamed || findRefusal(error)?.cause.retry === 'refused';
}
/** It may well work the next time: throttling, a 5xx, a connection that broke or timed out. Never the user's doing. */
function isTransient(error) {
    const name = awsErrorName(error) ?? '';
    return isThrottling(error) || NETWORK.has(name) || SERVER.has(name) || (httpStatus(error) ?? 0) >= 500;
}
/** The cause of what a service of AWS refused; undefined for what no service answered. */
function findRefusal(error) {
    if (!(error instanceof Error) || error instanceof errors/* SlipwayError */.GQ || !isAnswer(error))
        return undefined;
    const refusal = { name: awsErrorName(error) ?? '', message: error.message, httpStatus: httpStatus(error) };
    return causeOfRefusal(refusal);
}
/** A service's exception has its side in the service model ($fault), or an HTTP status. */
function isAnswer(error) {
    return '$fault' in error || httpStatus(error) !== undefined;
}
/** These credentials are good, but not for this action. */
function isAccessDenied(error) {
    return ACCESS.has(awsErrorName(error) ?? '');
}
/** Another operation may still do: these credentials are not good for this one, or the endpoint does not know it. */
function isUnavailable(error) {
    const name = awsErrorName(error) ?? '';
    return isAccessDenied(error) || /^(UnknownOperation|UnsupportedOperation|NotImplemented|InvalidAction)/.test(name);
}
/** The credentials are missing, expired or wrong: no other call will fare better. */
function isCredentialsError(error) {
    return CREDENTIALS.has(error instanceof errors/* SlipwayError */.GQ ? error.code : (awsErrorName(error) ?? ''));
}
/**
 * Turns whatever an AWS client threw into our error: `<doing>: <what AWS said>` and what to do next.
 *
 * @param doing what was being done and to what, as `Describing the service api in the cluster prod`
 */
function explainAwsError(error, doing) {
    if (error instanceof errors/* SlipwayError */.GQ)
        return error;
    if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) {
        const what = `${doing}: ${error.message}.`;
        const next = 'This is a bug in Slipway: please report it with this log.';
        return new errors/* SlipwayError */.GQ({ code: 'bug', fault: 'slipway', what, next, cause: error });
    }
    const code = awsErrorName(error) ?? 'unknown';
    const message = error instanceof Error && error.message !== '' ? error.message : code;
    const machine = explainLocalError(error, code, httpStatus(error));
    const sentence = machine?.sentence ?? message.replace(/[.\s]+$/, '');
    const isTold = sentence.includes(code) || code === 'Error' || machine?.sentence !== undefined;
    const what = `${doing}: ${isTold ? sentence : `${sentence} (${code})`}.`;
    const details = (fault, next) => new errors/* SlipwayError */.GQ({ code, fault, what, next, cause: error });
    if (machine !== undefined)
        return details(isTransient(error) ? 'aws' : 'user', machine.next);
    if (code === 'CredentialsProviderError')
        return details('user', NO_CREDENTIALS);
    const found = causeOfRefusal({ name: code, message, httpStatus: httpStatus(error) });
    if (found !== undefined) {
        const isUsers = isCredentialsError(error) || isAccessDenied(error);
        return details(isUsers ? 'user' : (0,cause/* faultOf */.Kl)(found.cause), (0,cause/* fillFacts */.Z3)(found.cause.advice, found.facts));
    }
    if (isTransient(error))
        return details('aws', 'This is usually temporary: run it again.');
    return details(isCredentialsError(error) ? 'user' : 'aws', undefined);
}
const NO_CREDENTIALS = 'Set role-to-assume (with "permissions: id-token: write" in the workflow), or give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile.';
function httpStatus(error) {
    const metadata = error?.$metadata;
    return metadata?.httpStatusCode;
}
/** A member that the operation's answer has to have. Throws SlipwayError where it is missing: what answers is not AWS, or is broken. */
function required(value, operation, member) {
    if (value !== undefined)
        return value;
    throw new errors/* SlipwayError */.GQ({
        code: 'incomplete-answer',
        fault: 'aws',
        what: `${operation} answered without ${member}.`,
        next: 'Run it again; if AWS_ENDPOINT_URL is set, check what answers there.'
    });
}


/***/ }),

/***/ 3743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Z3: () => (/* binding */ fillFacts)
/* harmony export */ });
/** Whose doing it is where a request or command is refused for this. Pure. */
function faultOf({ fault, deterministic }) {
    return fault ?? (deterministic === true ? 'user' : 'aws');
}
/** `The image shop/web:1 does not exist` from `what` or `advice` of a cause. Pure. */
function fillFacts(template, facts) {
    const text = template.replace(/\{(\w+)(?::([^|}]*))?(?:\|([^}]*))?\}/g, (_, name, phrase = '%', otherwise = '') => {
        const value = facts[name];
        return value === undefined ? String(otherwise) : String(phrase).replace('%', () => value);
    });
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
/** Facts that are not the same for two tasks that die of the same thing. */
const PASSING = new Set(['instance', 'host', 'task']);
/** Equal for two failures of the same cause whose distinguishing facts are the same. Pure. */
function keyOf({ cause, facts }) {
    const same = Object.entries(facts).filter(([name]) => !PASSING.has(name));
    return JSON.stringify([cause.id, ...same.sort(([one], [other]) => (one < other ? -1 : 1))]);
}


/***/ }),

/***/ 7471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TJ: () => (/* binding */ causeNamed),
  Cp: () => (/* binding */ causeOfText),
  lO: () => (/* binding */ findCause)
});

// EXTERNAL MODULE: ./lib/causes/parse-text.js + 1 modules
var parse_text = __webpack_require__(8854);
;// CONCATENATED MODULE: ./lib/causes/reason.js
/** The first that matches holds: what can be nothing else stands first, then what an error's name or a status says, then words. */
const REASONS = [
    ['exec-format', { words: /exec format error|wrong ELF class/i }],
    [
        'disk-full',
        { words: /no space left on device|thin pool has|disk quota exceeded|not enough (?:disk )?space|disk is full/i }
    ],
    [
        'platform',
        {
            words: /descriptor matching platform|no match for platform|no matching manifest for|does not match the (?:specified|detected host) platform|(?:cannot|can't) be used on this platform|(?:un)?supported platform|operating system (?:is not supported|does not match)|incompatible (?:architecture|platform)|no manifest found for platform/i
        }
    ],
    [
        'json',
        {
            words: /did not contain json key|looking for beginning of (?:value|object key)|unexpected end of JSON|cannot unmarshal|invalid character \S+ (?:after|in|looking)|not (?:a )?valid JSON|no json key/i
        }
    ],
    [
        'malformed',
        {
            words: /validation error\(?s?\)?|minimum field size|invalid reference format|must be lowercase|invalid tag\b|could not parse|failed to parse|(?:is )?(?:not a valid|an invalid) (?:arn|reference|image)|invalid arn|malformed/i
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
            words: /no basic auth credentials|NoCredentialProviders|no valid providers in chain|incorrect username or password|authentication required|unauthorized: |invalid credentials|not logged in|username and password/i
        }
    ],
    [
        'denied',
        {
            error: /AccessDenied|^Forbidden|UnauthorizedOperation|^NotAuthorized|^PermissionDenied|^Unauthorized(?:Exception)?$/,
            words: /not authorized to perform|explicit deny/i
        }
    ],
    [
        'unreachable',
        {
            error: /^(?:RequestCanceled|RequestTimeout|DeadlineExceeded|RequestError)/,
            words: /i\/o timeout|deadline exceeded|no such host|no route to host|network is unreachable|connection refused|connection issue|client\.timeout|request canceled|timeout exceeded|name resolution|dial tcp|signal: killed|failed to (?:do|send) request|send request failed|could not connect|connect(?:ion)?:? (?:attempt )?(?:timed out|timeout)|TLS handshake timeout|could not resolve|unable to (?:connect|reach|resolve)|network configuration|server misbehaving|(?:request|operation|call) timed out/i
        }
    ],
    [
        'broken-connection',
        {
            words: /\bEOF\b|connection (?:was )?reset|broken pipe|closed network connection|connection closed|transport is closing|stream error|peer closed|http2: /i
        }
    ],
    ['certificate', { words: /x509|certificate|http: server gave HTTP response to HTTPS client/i }],
    [
        'server-error',
        {
            error: /^(?:Internal(?:Server)?(?:Error|Failure|Exception)|ServerException|ServiceUnavailable|Internal$|Unavailable$)/,
            status: status => status >= 500,
            words: /internal (?:server |service )?(?:error|failure)|service unavailable|bad gateway|gateway time-?out|temporarily unavailable/i
        }
    ],
    ['denied', { words: /access denied by|permission denied|operation not permitted/i }],
    [
        'limit',
        {
            error: /LimitExceeded|QuotaExceeded/,
            words: /maximum (?:limit|number)|reached the limit|above your limit|exceeds? (?:the|your) (?:limit|quota|maximum)|max allowed/i
        }
    ],
    [
        'not-found',
        {
            error: /NotFound|NoSuch|DoesNotExist|Missing/,
            status: status => status === 404,
            words: /not found|manifest unknown|name unknown|does not exist|doesn't exist|(?:can't|cannot|could not|couldn't|unable to) find|no such|invalid (?:ssm )?parameters|there is no\b|whether the image exists/i
        }
    ],
    [
        'denied',
        { status: status => status === 403, words: /\bdenied\b|forbidden|insufficient_scope|has the permissions/i }
    ],
    ['refused', { status: status => status >= 400 }]
];
/** Why it failed; undefined where the text has no word for it. Pure. */
function findReason({ words, errors, statuses }) {
    return REASONS.find(([, signs]) => signs.words?.test(words) === true ||
        errors.some(name => signs.error?.test(name)) ||
        statuses.some(status => signs.status?.(status)))?.[0];
}

;// CONCATENATED MODULE: ./lib/causes/table/pages.js
/** Pages of AWS's documents that describe causes. */
const ECS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
const PAGES = {
    stoppedTasks: `${ECS}/stopped-task-error-codes.html`,
    pull: `${ECS}/task_cannot_pull_image.html`,
    initialization: `${ECS}/resource-initialization-error.html`,
    secrets: `${ECS}/specifying-sensitive-data.html`,
    executionRole: `${ECS}/task_execution_IAM_role.html`,
    logs: `${ECS}/using_awslogs.html`,
    efs: `${ECS}/efs-volumes.html`,
    events: `${ECS}/service-event-messages-list.html`,
    health: `${ECS}/troubleshoot-service-load-balancers.html`,
    containerHealth: `${ECS}/healthcheck.html`,
    oom: `${ECS}/out-of-memory.html`,
    docker: `${ECS}/CannotCreateContainerError.html`,
    capacity: `${ECS}/cluster-capacity-providers.html`,
    spot: `${ECS}/fargate-capacity-providers.html`,
    maintenance: `${ECS}/task-maintenance.html`,
    placement: `${ECS}/api_failures_messages.html`,
    taskSize: `${ECS}/task-cpu-memory-error.html`,
    quotas: `${ECS}/service-quotas.html`,
    infrastructureRole: `${ECS}/infrastructure_IAM_role.html`,
    architecture: `${ECS}/ecs-arm64.html`,
    dependencies: `${ECS}/task_definition_parameters.html`,
    errors: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
    runTask: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
    register: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    updateService: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    codedeploy: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html',
    codedeployEcs: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html',
    iam: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    passRole: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    sts: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    ecr: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    ecrQuotas: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html',
    dockerHub: 'https://docs.docker.com/docker-hub/usage/',
    multiPlatform: 'https://docs.docker.com/build/building/multi-platform/',
    buildContext: 'https://docs.docker.com/build/concepts/context/',
    dockerfile: 'https://docs.docker.com/reference/dockerfile/',
    dockerLogin: 'https://docs.docker.com/reference/cli/docker/login/',
    dockerInstall: 'https://docs.docker.com/engine/install/linux-postinstall/'
};

;// CONCATENATED MODULE: ./lib/causes/table/access.js

const stage = 'api';
/** Refusals of every API of AWS: throttling, credentials, tokens, rights. */
const ACCESS_CAUSES = [
    {
        id: 'api-throttled',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        retry: 'refused',
        what: 'AWS throttles the requests',
        advice: 'This is usually temporary: run it again, with fewer deployments at once.',
        source: PAGES.errors,
        message: 'Rate exceeded (ThrottlingException)',
        signs: [{ stage, reason: 'throttled' }]
    },
    {
        id: 'revision-collision',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        retry: 'refused',
        what: 'another run registers a revision of the same family at this moment',
        advice: 'It passes by itself: run it again.',
        source: PAGES.register,
        message: 'Too many concurrent attempts to create a new revision of the specified family',
        signs: [
            {
                stage,
                words: /too many concurrent|concurrent (?:attempts|updates|modification)|try again (?:later|shortly)?.*(?:in progress|concurrent)/i
            }
        ]
    },
    {
        id: 'identity-keys-unreachable',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        retry: 'refused',
        what: 'STS cannot fetch the keys of the identity provider at this moment',
        advice: "It usually passes: run it again. Where it stays, the provider's URL in IAM must be reachable from the internet.",
        source: PAGES.sts,
        message: "Couldn't retrieve verification key from your identity provider",
        signs: [
            {
                stage,
                words: /couldn't retrieve verification key|IDPCommunicationError|could not be reached|communicat\w+ with the identity provider/i
            },
            { stage, error: /^IDPCommunicationError/ }
        ]
    },
    {
        id: 'trust-denied',
        class: 'other',
        deterministic: true,
        what: 'the role may not be assumed with this token',
        advice: "Look at the trust policy of role-to-assume: it must name GitHub's provider, its audience, and the subject of this workflow, letter case included; a job with an environment has repo:OWNER/NAME:environment:NAME. slipway generate iam writes it.",
        source: PAGES.sts,
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        signs: [
            { stage, reason: 'denied', fact: ['action', /^sts:AssumeRoleWithWebIdentity/] },
            { stage, words: /sts:AssumeRoleWithWebIdentity/ }
        ]
    },
    {
        id: 'token-audience',
        class: 'other',
        deterministic: true,
        what: "the token's audience is not one of the identity provider's",
        advice: "Add sts.amazonaws.com (in China sts.amazonaws.com.cn) to the provider's audiences in IAM, and to aud in the trust policy.",
        source: PAGES.sts,
        message: 'Incorrect token audience',
        signs: [{ stage, words: /token audience|invalid audience/i }]
    },
    {
        id: 'identity-provider-missing',
        class: 'other',
        deterministic: true,
        what: "there is no OpenID Connect provider for the token's issuer in this account, or the token is not valid",
        advice: "Create the provider in IAM with GitHub's issuer URL (of GitHub Enterprise its own) and look at the account in role-to-assume; slipway generate iam writes it.",
        source: PAGES.sts,
        message: 'No OpenIDConnect provider found in your account',
        signs: [
            { stage, words: /no openid ?connect provider|openid/i },
            { stage, error: /^InvalidIdentityToken|^IDPRejectedClaim/ }
        ]
    },
    {
        id: 'session-too-long',
        class: 'other',
        deterministic: true,
        what: "the session is to last longer than the role's maximum session duration",
        advice: "Set role-duration-seconds smaller, or raise the role's MaxSessionDuration; a role that assumes another has an hour at most.",
        source: PAGES.sts,
        message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role',
        signs: [{ stage, words: /DurationSeconds|MaxSessionDuration/i }]
    },
    {
        id: 'credentials-expired',
        class: 'other',
        deterministic: true,
        what: 'the credentials have expired',
        advice: 'The credentials have expired: get new ones, or set role-to-assume, which renews them by itself.',
        source: PAGES.errors,
        message: 'The security token included in the request is expired',
        signs: [
            { stage, reason: 'expired' },
            { stage, error: /^(?:TokenRefreshRequired|ExpiredToken|RequestExpired)/ }
        ]
    },
    {
        id: 'credentials-invalid',
        class: 'other',
        deterministic: true,
        what: 'AWS does not know the credentials, or not in this region',
        advice: 'Check the access key, its secret and its session token, and that they belong together; an opt-in region must be enabled for the account.',
        source: PAGES.errors,
        message: 'The security token included in the request is invalid',
        signs: [
            {
                stage,
                error: /^(?:UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken|OptInRequired|AuthFailure|InvalidAccessKeyId|RegionDisabled)/
            },
            { stage, words: /security token .*invalid|signature we calculated/i }
        ]
    },
    {
        id: 'denied-pass-role',
        class: 'other',
        deterministic: true,
        what: "the caller's role may not pass the role {role|of the task} (iam:PassRole, {denial|no policy allows it})",
        advice: "Allow iam:PassRole for {role|the task's roles} in the caller's policy: for CodeDeploy its service role, else the role that this run uses; slipway generate iam writes it. An explicit deny or a permissions boundary must be changed where one is named.",
        source: PAGES.passRole,
        message: 'is not authorized to perform: iam:PassRole',
        signs: [{ stage, reason: 'denied', fact: ['action', /^iam:PassRole/] }]
    },
    {
        id: 'denied-explicitly',
        class: 'other',
        deterministic: true,
        what: 'a policy denies {action|the action} explicitly',
        advice: 'Take the Deny out of that policy, or make an exception in it: an Allow does not help against it.',
        source: PAGES.iam,
        message: 'with an explicit deny in an identity-based policy',
        signs: [{ stage, reason: 'denied', words: /explicit deny/i }]
    },
    {
        id: 'denied-by-boundary',
        class: 'other',
        deterministic: true,
        what: 'the {denial|boundary} does not allow {action|the action}',
        advice: "Allow {action|the action} in the {denial|boundary}: the role's own policy alone is not enough. For a service or resource control policy, ask who runs the organization.",
        source: PAGES.iam,
        message: 'because no permissions boundary allows, because no service control policy allows',
        signs: [
            {
                stage,
                reason: 'denied',
                words: /permissions boundary|(?:service|resource) control policy|session policy|VPC endpoint policy/i
            }
        ]
    },
    {
        id: 'denied',
        class: 'other',
        deterministic: true,
        what: 'the role may not perform {action|the action}',
        advice: 'Allow {action|the action} in the policy of the role that this run uses{resource:, for %}.',
        source: PAGES.iam,
        message: 'is not authorized to perform: …',
        signs: [{ stage, reason: ['denied', 'not-logged-in'] }]
    },
    {
        id: 'account-blocked',
        class: 'other',
        deterministic: true,
        what: 'the account is blocked or not yet verified',
        advice: 'Ask AWS Support.',
        source: PAGES.runTask,
        message: 'Your account is currently blocked',
        signs: [
            { stage, error: /^Blocked/ },
            { stage, words: /account is (?:currently )?(?:blocked|suspended)|not (?:yet )?verified/i }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/api.js

const api_stage = 'api';
/** What ECS above all refuses of a request; CodeDeploy passes it on. */
const API_CAUSES = [
    {
        id: 'infrastructure-role',
        class: 'other',
        deterministic: true,
        what: "ECS cannot assume the service's infrastructure role{role: %}",
        advice: 'Let ecs.amazonaws.com assume it in its trust policy.',
        source: PAGES.infrastructureRole,
        message: 'ECS was unable to assume the configured ECS Infrastructure Role',
        signs: [{ stage: api_stage, words: /infrastructure role/i }]
    },
    {
        id: 'service-linked-role',
        class: 'other',
        deterministic: true,
        what: 'the service-linked role of ECS is missing in this account',
        advice: 'Create it: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com.',
        source: PAGES.updateService,
        message: 'Unable to assume the service linked role',
        signs: [{ stage: api_stage, words: /service[- ]linked role/i }]
    },
    {
        id: 'task-role-not-assumed',
        class: 'other',
        deterministic: 'unknown',
        fault: 'user',
        what: 'ECS cannot assume the role {role|of the task}',
        advice: 'Create the role, and let ecs-tasks.amazonaws.com assume it in its trust policy; a role made a moment ago takes some seconds.',
        source: PAGES.executionRole,
        message: 'ECS was unable to assume the role … that was provided for this task',
        signs: [{ stage: api_stage, words: /unable to assume/i }]
    },
    {
        id: 'execution-role-needed',
        class: 'other',
        deterministic: true,
        what: 'the task definition needs an execution role',
        advice: 'Give executionRoleArn: a role with AmazonECSTaskExecutionRolePolicy that ecs-tasks.amazonaws.com may assume.',
        source: PAGES.executionRole,
        message: 'Fargate requires task definition to have execution role ARN',
        signs: [{ stage: api_stage, words: /(?:require|must|need)\w* .*execution role|execution role .*(?:require|must|need)/i }]
    },
    {
        id: 'role-invalid',
        class: 'other',
        deterministic: true,
        what: 'the ARN of a role in the task definition (taskRoleArn, executionRoleArn) is not one',
        advice: 'Correct it, or leave it out where it is empty: arn:aws:iam::ACCOUNT:role/NAME.',
        source: PAGES.register,
        message: 'Role is not valid',
        signs: [{ stage: api_stage, words: /role is not valid|invalid role|role arn/i }]
    },
    {
        id: 'container-size',
        class: 'other',
        deterministic: true,
        what: 'cpu or memory of a container is missing, or does not fit the task',
        advice: "Give the container memory or memoryReservation (or the task memory); a container's limit may not exceed that of the task.",
        source: PAGES.register,
        message: "Invalid setting for container '…'. At least one of 'memory' or 'memoryReservation' must be specified",
        signs: [{ stage: api_stage, words: /setting for container/i }]
    },
    {
        id: 'port-mappings',
        class: 'other',
        deterministic: true,
        what: 'portMappings do not fit the network mode',
        advice: 'With awsvpc and host, leave hostPort out or give it the number of containerPort.',
        source: PAGES.register,
        message: 'the host ports and container ports in port mappings must match',
        signs: [{ stage: api_stage, words: /port mappings?|host ports?/i }]
    },
    {
        id: 'task-size',
        class: 'other',
        deterministic: true,
        what: 'cpu and memory of the task are no size that this launch type has',
        advice: 'Give a pair that Fargate has, for example cpu 256 with memory 512, 1024 or 2048.',
        source: PAGES.taskSize,
        message: "No Fargate configuration exists for given values, Invalid 'cpu' setting for task",
        signs: [
            {
                stage: api_stage,
                words: /no fargate configuration|setting for task|invalid setting for container .*memory|(?:cpu|memory) .*(?:not (?:valid|supported)|invalid)|invalid (?:cpu|memory)/i
            }
        ]
    },
    {
        id: 'too-large',
        class: 'other',
        deterministic: true,
        what: 'what was sent is longer than AWS takes{limit: (at most %)}',
        advice: 'Make it smaller: a task definition has 64 KiB at most; long environments belong into an environment file or a secret.',
        source: PAGES.register,
        message: 'Max allowed length is',
        signs: [
            {
                stage: api_stage,
                words: /max allowed length|too (?:large|long)|exceeds? the maximum (?:size|length)|length less than or equal/i
            }
        ]
    },
    {
        id: 'reserved-tag',
        class: 'other',
        deterministic: true,
        what: "a tag's key begins with aws:, which AWS keeps for itself",
        advice: 'Leave tags that begin with aws: out.',
        source: PAGES.register,
        message: 'aws: prefixed tag key names are not allowed for external use',
        signs: [{ stage: api_stage, words: /prefixed tag|tag key.*(?:reserved|not allowed)/i }]
    },
    {
        id: 'controller-codedeploy',
        class: 'other',
        deterministic: true,
        what: "the service's deployment controller is another than the request is for",
        advice: 'Deploy a service of CODE_DEPLOY with CodeDeploy (codedeploy-application and codedeploy-deployment-group); one of EXTERNAL with its own program.',
        source: PAGES.updateService,
        message: 'on services with a CODE_DEPLOY deployment controller',
        signs: [{ stage: api_stage, words: /deployment controller|use (?:AWS )?codedeploy/i }]
    },
    {
        id: 'target-group-unused',
        class: 'other',
        deterministic: true,
        what: 'the target group {targetGroup|of the service} belongs to no load balancer',
        advice: "Give it a listener or a rule of a listener that forwards to it, or correct the service's load balancers.",
        source: PAGES.updateService,
        message: 'does not have an associated load balancer',
        signs: [{ stage: api_stage, words: /associated load balancer/i }]
    },
    {
        id: 'service-inactive',
        class: 'other',
        deterministic: true,
        what: 'the service or cluster was deleted, or is draining',
        advice: 'Correct service and cluster, or create the service again.',
        source: PAGES.updateService,
        message: 'Service was not ACTIVE',
        signs: [
            { stage: api_stage, error: /^(?:ServiceNotActive|ClusterNotActive)/ },
            { stage: api_stage, words: /(?:service|cluster) (?:was|is) (?:not active|inactive|draining)/i }
        ]
    },
    {
        id: 'deployment-active',
        class: 'other',
        deterministic: false,
        fault: 'user',
        what: 'the deployment group has an active deployment already',
        advice: 'Wait until that deployment has ended, or set on-conflict to wait or replace.',
        source: PAGES.codedeploy,
        message: 'already has an active Deployment',
        signs: [
            { stage: api_stage, error: /^DeploymentLimitExceeded/ },
            { stage: api_stage, words: /already has an active deployment/i }
        ]
    },
    {
        id: 'task-sets-left',
        class: 'other',
        deterministic: true,
        what: 'the service has as many deployments or task sets as ECS allows',
        advice: 'Delete the task sets that are left from earlier deployments (aws ecs delete-task-set), or wait until they have ended.',
        source: PAGES.codedeployEcs,
        message: 'Unable to create new TaskSet since this exceeds the maximum limit',
        signs: [{ stage: api_stage, words: /deployments exist on the service|task ?set.*(?:maximum|limit)/i }]
    },
    {
        id: 'api-no-capacity',
        class: 'no-capacity',
        deterministic: false,
        what: 'no container instance is registered with the cluster, or AWS has no capacity at this time',
        advice: "Start container instances (look at the capacity provider's Auto Scaling group), or try again later or in other availability zones.",
        source: PAGES.runTask,
        message: 'No Container Instances were found in your cluster',
        signs: [{ stage: api_stage, words: /no container instances|capacity is unavailable|insufficient ?(?:instance ?)?capacity/i }]
    },
    {
        id: 'network-configuration',
        class: 'other',
        deterministic: true,
        what: 'the network configuration does not fit the network mode of the task definition',
        advice: 'With awsvpc give subnets and security groups (run-task-subnets and run-task-security-groups for a task); with any other mode leave them out.',
        source: PAGES.runTask,
        message: "Network Configuration must be provided when networkMode 'awsvpc' is specified",
        signs: [{ stage: api_stage, words: /network ?configuration|assign ?public ?ip/i }]
    },
    {
        id: 'network-missing',
        class: 'other',
        deterministic: true,
        what: 'a subnet or security group{subnet: (%)} does not exist',
        advice: 'Correct it in the network configuration: it is gone, or of another VPC, region or account.',
        source: PAGES.runTask,
        message: "The subnet ID '…' does not exist (ErrorCode: InvalidSubnetID.NotFound)",
        signs: [
            { stage: api_stage, error: /^Invalid(?:Subnet|Group|SecurityGroup)/ },
            { stage: api_stage, words: /(?:subnet|security group).*(?:not exist|not found|invalid|belong)/i }
        ]
    },
    {
        id: 'container-port',
        class: 'other',
        deterministic: true,
        what: 'the load balancer is to send to a port that the container does not have{port: (%)}',
        advice: "Correct containerPort in the AppSpec or the service, or add the port to the container's portMappings.",
        source: PAGES.codedeployEcs,
        message: 'did not have a container port … defined',
        signs: [{ stage: api_stage, words: /container ?port/i }]
    },
    {
        id: 'container-name',
        class: 'other',
        deterministic: true,
        what: 'the load balancer or the request names a container that is not in the task definition',
        advice: "Correct the container's name in the AppSpec, the service or container-name.",
        source: PAGES.codedeployEcs,
        message: 'The container … does not exist in the task definition',
        signs: [{ stage: api_stage, words: /container .*(?:does not exist|not found|not in|is not valid)/i }]
    },
    {
        id: 'revision-invalid',
        class: 'other',
        deterministic: true,
        what: 'the task definition that is named does not exist, is INACTIVE, or has no valid revision',
        advice: 'Name a revision that is ACTIVE as family:number, in this region and account; in the AppSpec <TASK_DEFINITION> or its ARN.',
        source: PAGES.register,
        message: 'Invalid revision number, Unable to describe task definition, TaskDefinition is inactive',
        signs: [
            {
                stage: api_stage,
                words: /revision number|task ?definition (?:is )?(?:inactive|not found|does not exist|is invalid)|unable to describe task definition|task ?definition.*(?:not found|inactive)/i
            }
        ]
    },
    {
        id: 'api-quota',
        class: 'other',
        deterministic: true,
        what: 'a quota of the account is reached',
        advice: 'Ask for a higher quota in Service Quotas, or delete what is not needed.',
        source: PAGES.quotas,
        message: 'LimitExceededException',
        signs: [{ stage: api_stage, reason: 'limit' }]
    },
    {
        id: 'api-unreachable',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        retry: 'unsure',
        what: 'AWS does not answer',
        advice: 'This is usually temporary: run it again.',
        source: PAGES.errors,
        message: 'InternalFailure, ServiceUnavailable, ServerException',
        signs: [{ stage: api_stage, reason: ['server-error', 'broken-connection', 'unreachable'] }]
    },
    {
        id: 'refused-for-now',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        retry: 'refused',
        what: 'AWS takes the request later',
        advice: 'This is usually temporary: run it again.',
        source: PAGES.errors,
        message: 'Please try again later',
        signs: [{ stage: api_stage, words: /\b(?:try|retry)(?: again)? (?:later|shortly|in a (?:few|moment|minute))\b/i }]
    },
    {
        id: 'api-not-found',
        class: 'other',
        deterministic: true,
        what: 'what the request names does not exist in this account and region',
        advice: 'Correct the name, the cluster, the region or the account.',
        source: PAGES.errors,
        message: 'ClusterNotFoundException, ApplicationDoesNotExistException, RepositoryNotFoundException',
        signs: [
            { stage: api_stage, error: /NotFound|DoesNotExist|^NoSuch|Missing/ },
            { stage: api_stage, reason: 'not-found' }
        ]
    },
    {
        id: 'api-invalid',
        class: 'other',
        deterministic: true,
        what: 'AWS does not take the request as it is',
        advice: 'Correct what AWS names.',
        source: PAGES.errors,
        message: 'ClientException, InvalidParameterException, ValidationException',
        signs: [
            {
                stage: api_stage,
                error: /^Client(?:Exception)?$|^Invalid|Validation|^Unsupported|Required|^Malformed|NotValid|PlatformUnknown|Incompatib|AlreadyExists|^Conflict|^Bad/
            },
            { stage: api_stage, reason: 'refused' }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/capacity.js

const STAGES = ['task', 'place', 'launch', 'event', 'initialize', 'network', 'stop'];
/** Tasks that find no place: stopped reasons, RunTask's failures and service events share their words. */
const CAPACITY_CAUSES = [
    {
        id: 'agent-disconnected',
        class: 'ecs-agent-disconnected',
        deterministic: false,
        what: 'the ECS agent of the container instance{instance: %} is not connected',
        advice: 'Restart the agent, look at the instance role and its way to ECS, or replace the instance.',
        source: PAGES.events,
        message: "doesn't have the agent connected",
        signs: [
            {
                stage: STAGES,
                words: /\bagent (?:is )?(?:not |dis)connected|have the agent connected|^AGENT\b|agent disconnect|error "?AGENT\b/i
            }
        ]
    },
    {
        id: 'attribute-missing',
        class: 'other',
        deterministic: true,
        what: 'no container instance has an attribute that the task definition asks for',
        advice: "Compare the task definition's requiresAttributes with the instances': log driver, network mode, zone of the subnets, GPU, architecture, agent version. Change one of them.",
        source: PAGES.events,
        message: 'is missing an attribute required by your task',
        signs: [
            { stage: STAGES, words: /missing an attribute|^ATTRIBUTE\b|"ATTRIBUTE|required attribute|error ATTRIBUTE/i }
        ]
    },
    {
        id: 'placement-constraint',
        class: 'no-capacity',
        deterministic: true,
        what: 'no container instance fulfils the placement constraints of the task',
        advice: "Correct the constraint's expression, or start instances that fulfil it; distinctInstance needs an instance for each task.",
        source: PAGES.placement,
        message: 'MemberOf placement constraint unsatisfied',
        signs: [{ stage: STAGES, words: /placement constraint|MemberOf|distinctInstance/i }]
    },
    {
        id: 'quota-reached',
        class: 'other',
        deterministic: true,
        what: 'a quota of the account is reached, or the task asks for more than the account may have',
        advice: 'Ask for a higher quota in Service Quotas (Fargate: vCPUs that run at a time), or stop what is not needed.',
        source: PAGES.quotas,
        message: "You've reached the limit on the number of vCPUs, is above your limit",
        signs: [
            { stage: ['place', 'launch'], reason: 'limit' },
            { stage: STAGES, words: /limit on the number of|configuration is above your limit|vCPU limit/i }
        ]
    },
    {
        id: 'no-instances',
        class: 'no-capacity',
        deterministic: false,
        what: 'no container instance is registered with the cluster or the capacity provider',
        advice: "Start container instances: look at the capacity provider's Auto Scaling group, and whether its instances register with this cluster.",
        source: PAGES.events,
        message: 'No Container Instances were found in your cluster, EMPTY CAPACITY PROVIDER',
        signs: [{ stage: STAGES, words: /no container instances were found|EMPTY CAPACITY PROVIDER/i }]
    },
    {
        id: 'instance-port-in-use',
        class: 'no-capacity',
        deterministic: false,
        what: 'every container instance uses a port already that the task asks for',
        advice: 'Use a dynamic host port (hostPort 0) or awsvpc, add instances, or let old tasks stop first (minimumHealthyPercent).',
        source: PAGES.events,
        message: 'is already using a port required by your task',
        signs: [
            { stage: STAGES, words: /already using a port/i },
            { stage: STAGES, words: /\bRESOURCE:PORTS/ }
        ]
    },
    {
        id: 'no-room-on-instances',
        class: 'no-capacity',
        deterministic: false,
        what: 'the container instances have too little CPU, memory, GPUs or network interfaces left for the task',
        advice: 'Add container instances or make the task smaller; with managed scaling the capacity provider does so by itself.',
        source: PAGES.events,
        message: 'has insufficient CPU units available, RESOURCE:MEMORY',
        signs: [
            {
                stage: STAGES,
                words: /insufficient (?:cpu|memory|gpu|eni|resource)|HostResourcesUnavailable|host resources not available/i
            },
            { stage: STAGES, words: /\bRESOURCE:[A-Z]/ }
        ]
    },
    {
        id: 'no-capacity',
        class: 'no-capacity',
        deterministic: false,
        what: 'AWS has no capacity for the task at this time',
        advice: 'Add subnets in other availability zones, add capacity or another capacity provider, make the task smaller, or try again later.',
        source: PAGES.capacity,
        message: 'Capacity is unavailable at this time',
        signs: [
            {
                stage: STAGES,
                words: /capacity is (?:currently )?(?:unavailable|not available)|insufficient ?(?:instance ?)?capacity|no (?:spot )?capacity|out of capacity|unable to provision capacity|CapacityNotAvailable/i
            }
        ]
    },
    {
        id: 'launch-role',
        class: 'log-driver/role',
        deterministic: true,
        what: 'ECS cannot assume the role {role|of the task}',
        advice: 'Create the role, or let ecs-tasks.amazonaws.com assume it in its trust policy; a role made a moment ago takes some seconds.',
        source: PAGES.executionRole,
        message: 'ECS was unable to assume the role … that was provided for this task',
        signs: [
            {
                stage: ['task', 'launch', 'place', 'event', 'initialize', 'secrets', 'registry-login'],
                words: /unable to assume (?:the |a )?(?:\w+ )*role/i
            }
        ]
    },
    {
        id: 'capacity-provider',
        class: 'no-capacity',
        deterministic: 'unknown',
        what: "the service's capacity provider or Auto Scaling group cannot provide instances",
        advice: "Look at the capacity provider, the activity of its Auto Scaling group and the cluster's list of capacity providers.",
        source: PAGES.capacity,
        message: 'capacity provider … was unable to place a task',
        signs: [{ stage: ['place', 'launch'], words: /capacity provider|auto ?scaling/i }]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/codedeploy.js

const codedeploy_stage = 'codedeploy';
/** What CodeDeploy gives as the error of a deployment: the code, and for TIMEOUT what it waited for. */
const CODEDEPLOY_CAUSES = [
    {
        id: 'codedeploy-throttled',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'AWS throttles the requests of CodeDeploy{event: at %}',
        advice: 'It passes by itself: run it again, with fewer deployments at once.',
        source: PAGES.codedeploy,
        message: 'THROTTLED',
        signs: [
            { stage: codedeploy_stage, fact: ['code', /^THROTTLED$/] },
            { stage: codedeploy_stage, reason: 'throttled' }
        ]
    },
    {
        id: 'codedeploy-unhealthy',
        class: 'health-check-elb',
        deterministic: true,
        what: 'the new tasks did not become healthy in the time that CodeDeploy gives them',
        advice: "Look at the stopped tasks and the service events: the target group's health check, the image, the task's network.",
        source: PAGES.codedeployEcs,
        message: 'HEALTH_CONSTRAINTS, timed out while waiting for the replacement task set to become healthy',
        signs: [
            { stage: codedeploy_stage, fact: ['code', /^HEALTH_CONSTRAINTS$|^CUSTOMER_APPLICATION_UNHEALTHY$/] },
            { stage: codedeploy_stage, words: /replacement task set to become healthy|waiting for .* healthy/i }
        ]
    },
    {
        id: 'codedeploy-not-continued',
        class: 'other',
        deterministic: 'unknown',
        what: 'CodeDeploy waited for somebody to continue the deployment, and nobody did in time',
        advice: 'Continue it in time (slipway continue, ContinueDeployment), or raise the wait in the deployment group, or let it go on by itself (CONTINUE_DEPLOYMENT).',
        source: PAGES.codedeployEcs,
        message: 'timed out while waiting for a notification to continue',
        signs: [{ stage: codedeploy_stage, words: /notification to continue|waiting for .*continue/i }]
    },
    {
        id: 'codedeploy-hook-silent',
        class: 'other',
        deterministic: true,
        what: 'the hook{event: of %} never called back within an hour',
        advice: "Its Lambda function must call PutLifecycleEventHookExecutionStatus, and its role must allow codedeploy:PutLifecycleEventHookExecutionStatus: look at the function's log.",
        source: PAGES.codedeployEcs,
        message: 'timed out while waiting for a status callback',
        signs: [{ stage: codedeploy_stage, words: /status callback|lifecycle ?event ?hook/i, fact: ['code', /^TIMEOUT$/] }]
    },
    {
        id: 'codedeploy-timeout',
        class: 'other',
        deterministic: 'unknown',
        what: 'CodeDeploy ran out of time{event: at %}',
        advice: 'CodeDeploy says above what it waited for; the stopped tasks and service events say more.',
        source: PAGES.codedeployEcs,
        message: 'TIMEOUT',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^TIMEOUT$/] }]
    },
    {
        id: 'codedeploy-hook-failed',
        class: 'other',
        deterministic: 'unknown',
        what: 'the hook{event: of %} failed',
        advice: "Read the log of its Lambda function; it must call PutLifecycleEventHookExecutionStatus with 'Succeeded'.",
        source: PAGES.codedeployEcs,
        message: 'HOOK_EXECUTION_FAILURE',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^HOOK_EXECUTION_FAILURE$/] }]
    },
    {
        id: 'codedeploy-role-missing',
        class: 'other',
        deterministic: true,
        what: 'the service role of the deployment group does not exist',
        advice: 'Create it (trusted by codedeploy.amazonaws.com, with AWSCodeDeployRoleForECS), or name the right one in the deployment group.',
        source: PAGES.codedeploy,
        message: 'IAM_ROLE_MISSING',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^IAM_ROLE_MISSING$/] }]
    },
    {
        id: 'codedeploy-role-lambda',
        class: 'other',
        deterministic: true,
        what: "the service role of the deployment group may not call the hook's Lambda function",
        advice: 'Allow lambda:InvokeFunction in the service role; AWSCodeDeployRoleForECS allows it for functions whose name starts with CodeDeployHook_.',
        source: PAGES.codedeployEcs,
        message: 'IAM_ROLE_PERMISSIONS … AWSLambda',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^IAM_ROLE_PERMISSIONS$/], words: /lambda/i }]
    },
    {
        id: 'codedeploy-role-permissions',
        class: 'other',
        deterministic: true,
        what: 'the service role of the deployment group lacks a permission{action: (%)}',
        advice: "Give it the policy AWSCodeDeployRoleForECS, and iam:PassRole for the task's roles.",
        source: PAGES.codedeploy,
        message: 'IAM_ROLE_PERMISSIONS',
        signs: [{ stage: codedeploy_stage, fact: ['code', /IAM_ROLE_PERMISSIONS$/] }]
    },
    {
        id: 'codedeploy-alarm',
        class: 'other',
        deterministic: 'unknown',
        what: 'an alarm of the deployment group went off',
        advice: 'Look at its metric; an alarm that is on before the deployment begins ends it at once.',
        source: PAGES.codedeploy,
        message: 'ALARM_ACTIVE',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^ALARM_ACTIVE$/] }]
    },
    {
        id: 'codedeploy-stopped',
        class: 'other',
        deterministic: false,
        what: 'somebody stopped the deployment',
        advice: 'Ask who, or look for StopDeployment in CloudTrail.',
        source: PAGES.codedeploy,
        message: 'MANUAL_STOP',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^MANUAL_STOP$/] }]
    },
    {
        id: 'codedeploy-load-balancer',
        class: 'other',
        deterministic: true,
        what: "the load balancer's settings in the deployment group do not fit the service",
        advice: 'Check that the listener sends all traffic to the target group of the tasks that run now, and that both target groups and listeners exist.',
        source: PAGES.codedeploy,
        message: 'ELASTIC_LOAD_BALANCING_INVALID',
        signs: [{ stage: codedeploy_stage, fact: ['code', /ELASTIC_LOAD_BALANCING|ELB/] }]
    },
    {
        id: 'codedeploy-service-invalid',
        class: 'other',
        deterministic: true,
        what: 'the ECS service of the deployment group does not exist, is not ACTIVE, or is not one for CodeDeploy',
        advice: "Correct the deployment group's cluster and service; the service's deployment controller must be CODE_DEPLOY.",
        source: PAGES.codedeploy,
        message: 'INVALID_ECS_SERVICE',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^INVALID_ECS_SERVICE$/] }]
    },
    {
        id: 'codedeploy-hook-function',
        class: 'other',
        deterministic: true,
        what: 'the Lambda function of a hook is missing, or its settings do not fit',
        advice: "Correct the hook's function in the AppSpec: name or ARN, region, version or alias.",
        source: PAGES.codedeploy,
        message: 'INVALID_LAMBDA_FUNCTION',
        signs: [{ stage: codedeploy_stage, fact: ['code', /LAMBDA/] }]
    },
    {
        id: 'codedeploy-revision',
        class: 'other',
        deterministic: true,
        what: 'CodeDeploy cannot use the AppSpec of this deployment',
        advice: 'Correct the AppSpec: slipway check appspec.yml finds what is wrong.',
        source: PAGES.codedeploy,
        message: 'INVALID_REVISION',
        signs: [{ stage: codedeploy_stage, fact: ['code', /REVISION/] }]
    },
    {
        id: 'codedeploy-missing',
        class: 'other',
        deterministic: true,
        what: 'what the deployment needs does not exist in CodeDeploy, or is not set in the deployment group',
        advice: 'Correct codedeploy-application and codedeploy-deployment-group, and the settings of the group that CodeDeploy names.',
        source: PAGES.codedeploy,
        message: 'DEPLOYMENT_GROUP_MISSING, APPLICATION_MISSING',
        signs: [{ stage: codedeploy_stage, fact: ['code', /MISSING|CANNOT_BE_FOUND|^NO_/] }]
    },
    {
        id: 'codedeploy-limit',
        class: 'other',
        deterministic: true,
        what: 'a quota of the account is reached{event: at %}',
        advice: 'Ask for a higher quota in Service Quotas, or delete what is not needed.',
        source: PAGES.codedeploy,
        message: 'RESOURCE_LIMIT_EXCEEDED',
        signs: [{ stage: codedeploy_stage, fact: ['code', /LIMIT_EXCEEDED|OVER_MAX/] }]
    },
    {
        id: 'codedeploy-internal',
        class: 'other',
        deterministic: false,
        what: 'CodeDeploy had trouble of its own',
        advice: "It usually passes: run it again. AWS's health page (https://health.aws.amazon.com) says whether it is larger.",
        source: PAGES.codedeploy,
        message: 'INTERNAL_ERROR',
        signs: [{ stage: codedeploy_stage, fact: ['code', /INTERNAL/] }]
    },
    {
        id: 'codedeploy-invalid',
        class: 'other',
        deterministic: true,
        what: 'the settings of the deployment group do not fit this deployment ({code|})',
        advice: 'Correct in the deployment group what CodeDeploy names.',
        source: PAGES.codedeploy,
        message: 'HEALTH_CONSTRAINTS_INVALID',
        signs: [{ stage: codedeploy_stage, fact: ['code', /INVALID|VALIDATION|CONFIGURATION/] }]
    },
    {
        id: 'codedeploy-ecs-update',
        class: 'other',
        deterministic: 'unknown',
        what: "ECS refused CodeDeploy's change of the service",
        advice: "ECS's own words above say why.",
        source: PAGES.codedeployEcs,
        message: 'ECS_UPDATE_ERROR',
        signs: [{ stage: codedeploy_stage, fact: ['code', /^ECS_/] }]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/build.js

const ANY = ['build-step', 'docker', 'push', 'context', 'base-image', 'docker-login', 'build'];
const BUILD = ['base-image', 'build', 'context', 'docker'];
/** What Docker and BuildKit refuse by themselves: the engine, the builder and the Dockerfile's steps. */
const BUILD_CAUSES = [
    {
        id: 'docker-exec-format',
        class: 'exec-format',
        deterministic: true,
        what: 'a step of the build is for a processor that this machine cannot run (exec format error)',
        advice: 'Set up QEMU before this step (docker/setup-qemu-action), or build for the platform of this machine (platforms).',
        source: PAGES.multiPlatform,
        message: 'exec format error',
        signs: [{ stage: ANY, reason: 'exec-format' }]
    },
    {
        id: 'docker-disk-full',
        class: 'other',
        deterministic: false,
        fault: 'user',
        what: 'the disk of the machine that builds is full',
        advice: 'Free space on it, for example with "docker system prune", or make the image smaller.',
        source: PAGES.dockerfile,
        message: 'no space left on device',
        signs: [{ stage: ANY, reason: 'disk-full' }]
    },
    {
        id: 'build-out-of-memory',
        class: 'out-of-memory',
        deterministic: 'unknown',
        fault: 'user',
        what: 'a step of the build was killed, as happens where the machine has too little memory',
        advice: 'Build on a larger machine, or make the step use less memory.',
        source: PAGES.dockerfile,
        message: 'did not complete successfully: exit code: 137',
        signs: [
            {
                stage: 'build-step',
                words: /(?:exit code: ?|non-zero code: )137\b|out of memory|signal: killed|cannot allocate memory/i
            },
            { stage: ANY, words: /cannot allocate memory|ResourceExhausted.*memory/i }
        ]
    },
    {
        id: 'build-step',
        class: 'exit-code',
        deterministic: true,
        what: 'a step of the Dockerfile failed: {command|a RUN}',
        advice: "Read the step's own output above.",
        source: PAGES.dockerfile,
        message: 'did not complete successfully: exit code: 1',
        signs: [{ stage: 'build-step' }]
    },
    {
        id: 'docker-permission',
        class: 'other',
        deterministic: true,
        what: "this user may not talk to Docker's socket",
        advice: "Let this user talk to Docker's socket, for example by the group docker.",
        source: PAGES.dockerInstall,
        message: 'permission denied while trying to connect',
        signs: [
            {
                stage: ANY,
                words: /permission denied while trying to connect|docker\.sock.*permission denied|permission denied.*docker\.sock/i
            }
        ]
    },
    {
        id: 'docker-daemon',
        class: 'other',
        deterministic: true,
        what: 'no Docker engine answers',
        advice: 'Start Docker; in CodeBuild, set the privileged mode of the project.',
        source: PAGES.dockerInstall,
        message: 'Cannot connect to the Docker daemon',
        signs: [
            {
                stage: ANY,
                words: /cannot connect to the docker daemon|is the docker daemon running|error during connect|failed to connect to the docker api/i
            }
        ]
    },
    {
        id: 'docker-builder',
        class: 'other',
        deterministic: true,
        what: 'the builder in use cannot do what is asked for',
        advice: 'Use a builder with the driver docker-container (docker/setup-buildx-action makes one), or turn on the containerd image store.',
        source: PAGES.multiPlatform,
        message: 'Multi-platform build is not supported for the docker driver',
        signs: [{ stage: ANY, words: /not supported for the docker driver|switch to a different driver|different driver/i }]
    },
    {
        id: 'builder-missing',
        class: 'other',
        deterministic: true,
        what: 'the builder or a flag that is named does not exist in this version of Docker',
        advice: 'Correct build-options, or install a newer Docker with buildx.',
        source: PAGES.multiPlatform,
        message: 'no builder "…" found, unknown flag',
        signs: [
            {
                stage: ANY,
                words: /no builder|unknown (?:shorthand )?flag|is not a docker command|buildx component is missing/i
            }
        ]
    },
    {
        id: 'docker-platform',
        class: 'image-platform',
        deterministic: true,
        what: 'the base image is not built for the platform that is asked for{platform: (%)}',
        advice: 'Build for a platform that the base image has and this machine can run (platforms), with QEMU set up where they differ.',
        source: PAGES.multiPlatform,
        message: 'no match for platform in manifest',
        signs: [{ stage: ANY, reason: 'platform' }]
    },
    {
        id: 'dockerfile',
        class: 'other',
        deterministic: true,
        what: 'the Dockerfile or its target cannot be read',
        advice: 'Check the Dockerfile, and the settings dockerfile and target.',
        source: PAGES.dockerfile,
        message: 'failed to read dockerfile, target stage … could not be found',
        signs: [
            {
                stage: ANY,
                words: /failed to read dockerfile|cannot locate specified dockerfile|dockerfile parse error|unknown instruction|target stage .*not be found|failed to reach build target|dockerfile cannot be empty|no build stage|failed to process|base name .* should not be blank|circular dependency/i
            }
        ]
    },
    {
        id: 'platform-invalid',
        class: 'other',
        deterministic: true,
        what: 'a platform is not written as os/arch',
        advice: 'Correct platforms, and --platform in the Dockerfile: linux/amd64 or linux/arm64.',
        source: PAGES.multiPlatform,
        message: 'failed to parse platform',
        signs: [
            { stage: ANY, words: /failed to parse platform|platform specifier|unknown operating system or architecture/i }
        ]
    },
    {
        id: 'build-context',
        class: 'other',
        deterministic: true,
        what: 'a file that the Dockerfile copies is not in the build context{file: (%)}',
        advice: 'Check that the file is in the build context and not left out by .dockerignore.',
        source: PAGES.buildContext,
        message: 'failed to compute cache key',
        signs: [
            { stage: 'context' },
            {
                stage: BUILD,
                words: /unable to prepare context|path <name> not found|lstat .*no such file|forbidden path outside/i
            }
        ]
    },
    {
        id: 'build-secret-missing',
        class: 'other',
        deterministic: true,
        what: 'the Dockerfile asks for a secret or SSH key that the build is not given',
        advice: 'Set build-secrets or ssh with that id.',
        source: PAGES.dockerfile,
        message: 'secret … not found, unset ssh forward key',
        signs: [{ stage: BUILD, words: /\bsecret .*not found|ssh forward|ssh-agent|invalid empty ssh/i }]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/end.js

/** Tasks that ran: how their containers ended, and who else stopped them. */
const END_CAUSES = [
    {
        id: 'out-of-memory',
        class: 'out-of-memory',
        deterministic: true,
        what: '{container|a container} runs out of memory',
        advice: 'Raise memory of the task or container, or make it use less at start.',
        source: PAGES.oom,
        message: 'OutOfMemoryError: Container killed due to memory usage',
        signs: [{ stage: 'exit', words: /out ?of ?memory|OOMKilled|killed due to memory/i }]
    },
    {
        id: 'health-check-elb',
        class: 'health-check-elb',
        deterministic: true,
        what: 'the new tasks fail the health check of the load balancer',
        advice: "Check the target group's path, port and codes, the security groups, and healthCheckGracePeriodSeconds against the time the application needs to start.",
        source: PAGES.health,
        message: 'Task failed ELB health checks',
        signs: [
            {
                stage: 'stop',
                words: /failed (?:the )?(?:ELB|load balancer|target group)[\w ]* health checks?|unhealthy in \((?:target-group|elb)/i
            }
        ]
    },
    {
        id: 'health-check-container',
        class: 'health-check-container',
        deterministic: true,
        what: '{container|a container} fails its health check',
        advice: "Run the container's healthCheck command in it by hand; startPeriod may be too short.",
        source: PAGES.containerHealth,
        message: 'Task failed container health checks',
        signs: [{ stage: 'stop', words: /failed (?:container |cloud map )?health checks?|unhealthy container/i }]
    },
    {
        id: 'user-stop',
        class: 'user/scale-in stop',
        deterministic: false,
        what: 'somebody stopped the task',
        advice: 'Look for StopTask in CloudTrail.',
        source: PAGES.stoppedTasks,
        message: 'Task stopped by user',
        signs: [{ stage: 'stop', words: /stopped by (?:user|\(?user)|UserInitiated/i }]
    },
    {
        id: 'spot-interruption',
        class: 'spot-interruption',
        deterministic: false,
        what: 'the Spot capacity or the EC2 instance{instance: %} under the task was taken away',
        advice: 'ECS starts another task. Where it happens often, add FARGATE or On-Demand as the base of the capacity provider strategy.',
        source: PAGES.spot,
        message: 'Your Spot Task was interrupted, Host EC2 (instance …) terminated',
        signs: [
            {
                stage: 'stop',
                words: /spot|Host EC2|instance (?:was |is |has been )?(?:terminat|stopp|drain|deregister|interrupt|rebalanc)|TerminationNotice|container instance/i
            }
        ]
    },
    {
        id: 'fargate-maintenance',
        class: 'fargate-maintenance',
        deterministic: false,
        what: 'AWS moved the task: it does maintenance, or retires the host or platform version',
        advice: 'ECS starts another task.',
        source: PAGES.maintenance,
        message: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
        signs: [{ stage: 'stop', words: /maintenance|retir|underlying infrastructure|patching|InfrastructureHealth/i }]
    },
    {
        id: 'scale-in',
        class: 'user/scale-in stop',
        deterministic: false,
        what: 'ECS stopped the task because it is no longer needed',
        advice: 'Nothing: a deployment or scaling replaces tasks.',
        source: PAGES.stoppedTasks,
        message: 'Scaling activity initiated by (deployment …)',
        routine: true,
        signs: [
            {
                stage: 'stop',
                words: /scaling activity|deployment|scal(?:e|ed|ing)[ -](?:in|down)|ServiceSchedulerInitiated|rebalanc|task set|deregister/i
            }
        ]
    },
    {
        id: 'essential-exited-0',
        class: 'essential-exited-0',
        deterministic: true,
        what: '{container|a container} exits with code 0',
        advice: 'A container of a service must keep running: this one finished its work and ended.',
        source: PAGES.stoppedTasks,
        message: 'Essential container in task exited, exit code 0',
        signs: [{ stage: 'exit', fact: ['code', /^0$/] }]
    },
    {
        id: 'exit-127',
        class: 'command-not-found/permission',
        deterministic: true,
        what: '{container|a container} exits with code 127',
        advice: 'The shell did not find a command in the image: look at command, entryPoint, CMD and the script that starts it.',
        source: PAGES.stoppedTasks,
        message: 'Essential container in task exited, exit code 127',
        signs: [{ stage: 'exit', fact: ['code', /^127$/] }]
    },
    {
        id: 'exit-126',
        class: 'command-not-found/permission',
        deterministic: true,
        what: '{container|a container} exits with code 126',
        advice: 'The command cannot be executed: check its mode (chmod +x) and the architecture that it is built for.',
        source: PAGES.stoppedTasks,
        message: 'Essential container in task exited, exit code 126',
        signs: [{ stage: 'exit', fact: ['code', /^126$/] }]
    },
    {
        id: 'exit-137',
        class: 'exit-code',
        deterministic: true,
        what: '{container|a container} exits with code 137',
        advice: 'Code 137 is SIGKILL: often too little memory, or it did not stop within stopTimeout.',
        source: PAGES.stoppedTasks,
        message: 'Essential container in task exited, exit code 137',
        signs: [{ stage: 'exit', fact: ['code', /^137$/] }]
    },
    {
        id: 'exit-139',
        class: 'exit-code',
        deterministic: true,
        what: '{container|a container} exits with code 139',
        advice: 'Code 139 is a segmentation fault: look at native modules and the base image.',
        source: PAGES.stoppedTasks,
        message: 'Essential container in task exited, exit code 139',
        signs: [{ stage: 'exit', fact: ['code', /^139$/] }]
    },
    {
        id: 'exit-code',
        class: 'exit-code',
        deterministic: true,
        what: '{container|a container} exits with code {code|other than 0}',
        advice: 'Its last log lines say why; run the image locally with the same environment.',
        source: PAGES.stoppedTasks,
        message: 'Essential container in task exited',
        signs: [{ stage: 'exit', fact: 'code' }]
    },
    {
        id: 'container-exited',
        class: 'exit-code',
        deterministic: 'unknown',
        what: '{container|an essential container} exited, and ECS gives no exit code',
        advice: 'Its last log lines say why; run the image locally with the same environment.',
        source: PAGES.stoppedTasks,
        message: 'Essential container in task exited, no exit code',
        signs: [{ stage: 'exit', words: /^EssentialContainerExited$/ }]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/events.js

const events_stage = 'event';
/** What a service's events tell, beyond a task's own failure. */
const EVENT_CAUSES = [
    {
        id: 'target-unhealthy-timeout',
        class: 'health-check-elb',
        deterministic: 'unknown',
        what: "the load balancer's health check gets no answer from the new tasks in time{port: (port %)}",
        advice: 'Check the port, the security groups between load balancer and tasks, and whether the application starts more slowly than healthCheckGracePeriodSeconds.',
        source: PAGES.health,
        message: 'is unhealthy in (target-group …) due to (reason Request timed out)',
        signs: [
            { stage: events_stage, words: /unhealthy in \((?:target-group|elb).*(?:timed out|timeout|initial|in progress|connection)/i }
        ]
    },
    {
        id: 'target-unhealthy',
        class: 'health-check-elb',
        deterministic: true,
        what: "the new tasks fail the load balancer's health check{codes: (they answer %)}",
        advice: "Compare the target group's path, port and success codes with what the application answers there, and look at its log.",
        source: PAGES.health,
        message: 'is unhealthy in (target-group …) due to (reason Health checks failed with these codes: [502])',
        signs: [{ stage: events_stage, words: /unhealthy in \((?:target-group|elb)|failed ELB health/i }]
    },
    {
        id: 'event-health-check-container',
        class: 'health-check-container',
        deterministic: true,
        what: 'a task fails the health check of its container',
        advice: "Run the container's healthCheck command in it by hand; startPeriod may be too short.",
        source: PAGES.containerHealth,
        message: 'failed container health checks',
        signs: [{ stage: events_stage, words: /failed container health/i }]
    },
    {
        id: 'target-group-missing',
        class: 'other',
        deterministic: 'unknown',
        what: 'the target group {targetGroup|of the service} does not exist any more',
        advice: "Create it again, or correct the service's load balancers.",
        source: PAGES.events,
        message: 'due to TARGET GROUP IS NOT FOUND',
        signs: [{ stage: events_stage, words: /target group (?:is )?not found|target-?group.*(?:not found|does not exist)/i }]
    },
    {
        id: 'elb-registration-failed',
        class: 'other',
        deterministic: 'unknown',
        what: 'ECS cannot register or deregister the tasks with the load balancer{targetGroup: %}',
        advice: "Check the target group, its VPC and target type, its quota of targets, and the rights of the service's role.",
        source: PAGES.events,
        message: 'failed to register targets in (target-group …)',
        signs: [{ stage: events_stage, words: /(?:failed|unable) to (?:register|deregister) targets/i }]
    },
    {
        id: 'service-throttled',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'AWS throttles what ECS does for the service',
        advice: 'It passes by itself. Deploy fewer services at once where it comes back.',
        source: PAGES.events,
        message: 'operations are being throttled',
        signs: [{ stage: events_stage, reason: 'throttled' }]
    },
    {
        id: 'deployment-percent',
        class: 'other',
        deterministic: true,
        what: 'ECS has no room to start or stop a task: minimumHealthyPercent and maximumPercent leave none',
        advice: 'Lower minimumHealthyPercent or raise maximumPercent: with a desired count of 1, 100 and 200 or 0 and 100 work.',
        source: PAGES.events,
        message: 'was unable to stop or start tasks during a deployment because of the service deployment configuration',
        signs: [{ stage: events_stage, words: /minimumHealthyPercent|maximumPercent|service deployment configuration/i }]
    },
    {
        id: 'protected-tasks',
        class: 'other',
        deterministic: 'unknown',
        what: 'old tasks are protected from scale-in, and ECS waits for them',
        advice: 'Wait until their protection ends, or take it off (UpdateTaskProtection).',
        source: PAGES.events,
        message: 'The number of protected tasks are more than the desired count of tasks',
        signs: [{ stage: events_stage, words: /protected tasks|task protection|protection/i }]
    },
    {
        id: 'alarm-detected',
        class: 'other',
        deterministic: 'unknown',
        what: "an alarm of the service's deployment went off",
        advice: 'Check its metric at that time; the new version may be slower or fail requests.',
        source: PAGES.events,
        message: 'deployment failed: alarm detected',
        signs: [{ stage: events_stage, words: /alarm/i }]
    },
    {
        id: 'tasks-keep-failing',
        class: 'other',
        deterministic: 'unknown',
        what: 'tasks of the service fail again and again',
        advice: 'Read the stopped tasks and the service events for the reason.',
        source: PAGES.events,
        message: 'is unable to consistently start tasks successfully',
        signs: [{ stage: events_stage, words: /unable to consistently start|tasks? failed to start|circuit breaker/i }]
    },
    {
        id: 'rolling-back',
        class: 'other',
        deterministic: 'unknown',
        what: 'ECS rolls the service back',
        advice: 'Read the stopped tasks and the events before it for the reason.',
        source: PAGES.events,
        message: 'rolling back to deployment',
        signs: [{ stage: events_stage, words: /roll(?:ing|ed)? ?back/i }]
    },
    {
        id: 'not-steady',
        class: 'other',
        deterministic: 'unknown',
        what: 'the service does not reach a steady state',
        advice: 'The reason in the event says what it waits for.',
        source: PAGES.events,
        message: 'was unable to reach steady state',
        signs: [{ stage: events_stage, words: /unable to reach (?:a )?steady state|unable to scale in/i }]
    },
    {
        id: 'no-placement',
        class: 'no-capacity',
        deterministic: 'unknown',
        what: 'ECS finds no place for the new tasks',
        advice: 'The reason in the event says what is missing: room, an attribute, a port or a quota.',
        source: PAGES.events,
        message: 'was unable to place a task',
        signs: [{ stage: 'place' }]
    },
    {
        id: 'launch-failed',
        class: 'other',
        deterministic: 'unknown',
        what: 'ECS cannot launch the new tasks',
        advice: 'The error in the event says why.',
        source: PAGES.events,
        message: 'failed to launch a task with (error …)',
        signs: [{ stage: 'launch' }]
    },
    {
        id: 'routine',
        class: 'other',
        deterministic: false,
        routine: true,
        what: 'ECS tells of its usual work',
        advice: 'Nothing.',
        source: PAGES.events,
        message: 'has reached a steady state, has started 2 tasks',
        signs: [
            {
                stage: events_stage,
                words: /steady state|(?:de)?registered \d+ (?:targets|instances)|draining|has (?:started|stopped|begun)|deployment (?:completed|in progress|started)|desired count|updated|running tasks/i
            }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/pull.js

const pull_stage = 'pull';
/** A task's image that cannot be pulled, and the registry's login before it. */
const PULL_CAUSES = [
    {
        id: 'image-platform',
        class: 'image-platform',
        deterministic: true,
        what: 'the image of {container|a container} cannot be pulled: it is not built for the platform of the task{platform: (%)}',
        advice: 'Build it for that platform (platforms: linux/amd64 or linux/arm64), or set runtimePlatform.cpuArchitecture in the task definition to what the image is built for.',
        source: PAGES.architecture,
        message: "image Manifest does not contain descriptor matching platform 'linux/amd64'",
        signs: [
            { stage: pull_stage, reason: 'platform' },
            { stage: ['start', 'create'], reason: 'platform' }
        ]
    },
    {
        id: 'pull-throttled',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'the image of {container|a container} cannot be pulled: AWS throttles the requests',
        advice: 'It passes by itself, and ECS tries again; deploy fewer tasks at once where it comes back.',
        source: PAGES.pull,
        message: 'CannotPullContainerError … ThrottlingException: Rate exceeded',
        signs: [{ stage: ['pull', 'registry-login'], reason: 'throttled', error: /Throttl|RequestLimitExceeded/ }]
    },
    {
        id: 'image-pull-rate-limit',
        class: 'pull-rate-limit',
        deterministic: false,
        what: "the image of {container|a container} cannot be pulled: the registry's limit of pulls is reached",
        advice: 'Give the container repositoryCredentials of Docker Hub, pull through a cache rule of ECR, or take the image from ECR Public or your own repository.',
        source: PAGES.pull,
        message: 'CannotPullContainerError … toomanyrequests',
        signs: [{ stage: ['pull', 'registry-login'], reason: 'throttled' }]
    },
    {
        id: 'image-disk-full',
        class: 'other',
        deterministic: false,
        what: 'the disk of the container instance or task is full',
        advice: 'Free space or give the instance a larger volume; on Fargate raise ephemeralStorage in the task definition, or make the image smaller.',
        source: PAGES.pull,
        message: 'no space left on device',
        signs: [{ stage: [pull_stage, 'create', 'start', 'initialize', 'volume', 'inspect', 'transition'], reason: 'disk-full' }]
    },
    {
        id: 'image-not-unpacked',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'the image of {container|a container} was pulled, and its layers cannot be unpacked on the host',
        advice: 'ECS tries again on another host. Where it comes back every time, build and push the image anew.',
        source: PAGES.pull,
        message: 'failed to unpack image, failed to register layer',
        signs: [
            {
                stage: pull_stage,
                words: /failed to (?:extract|unpack|register|apply) (?:layer|image)|mount callback failed|failed to register layer|layers? (?:from manifest )?(?:do|does)(?:n't| not) match|failed precondition/i
            }
        ]
    },
    {
        id: 'image-pull-login-expired',
        class: 'image-pull-auth',
        deterministic: false,
        what: "the image of {container|a container} cannot be pulled: the instance's login to the registry has expired",
        advice: 'The ECS agent logs in again by itself: update the agent where it comes back.',
        source: PAGES.pull,
        message: 'CannotPullContainerError … Your authorization token has expired',
        signs: [{ stage: ['pull', 'registry-login'], reason: 'expired' }]
    },
    {
        id: 'image-pull-denied-by-policy',
        class: 'image-pull-auth',
        deterministic: true,
        what: 'the image of {container|a container} cannot be pulled: the execution role may not perform {action|the action} ({denial|no policy allows it})',
        advice: "Allow {action|the ECR actions} in the execution role's policy (AmazonECSTaskExecutionRolePolicy has it). For a repository of another account, its repository policy must allow it too; where an explicit deny, a permissions boundary or a VPC endpoint policy is named, change that.",
        source: PAGES.executionRole,
        message: 'CannotPullContainerError … is not authorized to perform: ecr:BatchGetImage',
        signs: [
            { stage: ['pull', 'registry-login', 'secrets-or-login'], reason: 'denied', fact: ['action', /^ecr/] },
            { stage: 'registry-login', reason: ['denied', 'not-logged-in'] }
        ]
    },
    {
        id: 'image-pull-denied',
        class: 'image-pull-auth',
        deterministic: true,
        what: 'the image{image: %} of {container|a container} cannot be pulled: the registry refuses it to this role or login',
        advice: "Check that the execution role may pull (AmazonECSTaskExecutionRolePolicy), that a repository of another account allows it in its repository policy, and for a private registry the container's repositoryCredentials.",
        source: PAGES.pull,
        message: 'CannotPullContainerError … 403 Forbidden, no basic auth credentials',
        signs: [{ stage: pull_stage, reason: ['denied', 'not-logged-in'] }]
    },
    {
        id: 'image-reference-malformed',
        class: 'image-not-found',
        deterministic: true,
        what: 'the image of {container|a container} cannot be pulled: its reference is not valid',
        advice: 'Correct image in the task definition: registry/repository:tag, the repository in lower case.',
        source: PAGES.pull,
        message: 'CannotPullContainerError … invalid reference format',
        signs: [{ stage: pull_stage, reason: 'malformed' }]
    },
    {
        id: 'image-not-found',
        class: 'image-not-found',
        deterministic: true,
        what: 'the image{image: %} of {container|a container} cannot be pulled: there is no such image or tag',
        advice: 'Push that tag, or correct the reference, region and account. A name without a registry means Docker Hub: write the full ECR URI. Look at the lifecycle policy of the repository where the tag was there before; a private image of another registry needs repositoryCredentials.',
        source: PAGES.pull,
        message: 'CannotPullContainerError … not found, manifest unknown, pull access denied',
        signs: [
            { stage: pull_stage, reason: 'not-found' },
            { stage: ['create', 'start'], words: /no such image/i }
        ]
    },
    {
        id: 'image-pull-unreachable',
        class: 'image-pull-network',
        deterministic: 'unknown',
        what: 'the image of {container|a container} cannot be pulled: the task cannot reach the registry{host: %}',
        advice: "Give the task a public IP address, a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr and s3; the security group and the subnets' routes must let it out to port 443.",
        source: PAGES.pull,
        message: 'CannotPullContainerError … i/o timeout, Client.Timeout exceeded',
        signs: [{ stage: pull_stage, reason: ['unreachable', 'certificate'] }]
    },
    {
        id: 'image-pull-registry-failed',
        class: 'image-pull-network',
        deterministic: 'unknown',
        what: 'the image of {container|a container} cannot be pulled: the registry answered with an error, or the connection broke',
        advice: 'It often passes, and ECS tries again. Where it stays, look at the state of the registry and at proxies.',
        source: PAGES.pull,
        message: 'CannotPullContainerError … 503 Service Unavailable, EOF',
        signs: [{ stage: pull_stage, reason: ['server-error', 'broken-connection'] }]
    },
    {
        id: 'image-pull-failed',
        class: 'other',
        deterministic: 'unknown',
        what: 'the image of {container|a container} cannot be pulled',
        advice: "Check the image reference, the execution role's rights and the way from the task's subnets to the registry; ECS's words above say more.",
        source: PAGES.pull,
        message: 'CannotPullContainerError',
        signs: [{ stage: pull_stage }]
    },
    {
        id: 'registry-unreachable',
        class: 'image-pull-network',
        deterministic: 'unknown',
        what: "the task cannot reach {host|ECR or Secrets Manager} for the registry's login or its secrets",
        advice: "Give the task's subnets a way out: a public IP address, a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr, s3, secretsmanager and ssm, whose security group lets the task in on port 443.",
        source: PAGES.initialization,
        message: 'unable to pull secrets or registry auth … i/o timeout, signal: killed',
        signs: [
            {
                stage: ['registry-login', 'secrets', 'secrets-or-login'],
                reason: ['unreachable', 'certificate', 'broken-connection']
            }
        ]
    },
    {
        id: 'registry-login-failed',
        class: 'image-pull-auth',
        deterministic: 'unknown',
        what: "the task cannot get the registry's login",
        advice: "Check the execution role (ecr:GetAuthorizationToken) and the way from the task's subnets to ECR (ecr.api, ecr.dkr, s3).",
        source: PAGES.initialization,
        message: 'unable to retrieve ecr registry auth',
        signs: [{ stage: 'registry-login', reason: ['not-found', 'refused', 'malformed'] }]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/registry.js

const registry_ANY = ['build-step', 'docker', 'push', 'context', 'base-image', 'docker-login', 'build'];
const registry_BUILD = ['base-image', 'build', 'context', 'docker'];
/** What a registry refuses, and what keeps Docker from it: logins, pushes and the pulls of a build. */
const REGISTRY_CAUSES = [
    {
        id: 'credential-helper-missing',
        class: 'other',
        deterministic: true,
        what: "a credential helper that Docker's config.json names is not installed",
        advice: "Take credsStore or credHelpers out of Docker's config.json, or install the helper (docker-credential-…).",
        source: PAGES.dockerLogin,
        message: 'error getting credentials … executable file not found in $PATH',
        signs: [{ stage: registry_ANY, words: /credential.*(?:executable file not found|not found|no such file|not installed)/i }]
    },
    {
        id: 'credential-store',
        class: 'other',
        deterministic: true,
        what: "the credential helper of Docker's config.json cannot store or give the login",
        advice: "Take credsStore out of Docker's config.json, or use another helper.",
        source: PAGES.dockerLogin,
        message: 'Error saving credentials: error storing credentials',
        signs: [{ stage: registry_ANY, words: /(?:storing|saving|getting|erasing) credentials|credential store|keychain/i }]
    },
    {
        id: 'tag-immutable',
        class: 'other',
        deterministic: true,
        what: 'the tag names another image for good',
        advice: 'Ship under a new tag, or set reuse-image: true to ship the existing one.',
        source: PAGES.ecr,
        message: 'is immutable, ImageTagAlreadyExists',
        signs: [{ stage: registry_ANY, words: /is immutable|imagetagalreadyexists/i }]
    },
    {
        id: 'manifest-refused',
        class: 'other',
        deterministic: true,
        what: 'the registry refuses the manifest',
        advice: 'ECR returns this if an immutable tag already exists, and for a cache without image-manifest=true,oci-mediatypes=true in cache-to.',
        source: PAGES.ecr,
        message: 'unexpected status from PUT request … 400 Bad Request',
        signs: [{ stage: registry_ANY, words: /PUT request/i, status: 400 }]
    },
    {
        id: 'manifest-forbidden',
        class: 'other',
        deterministic: true,
        what: 'the registry takes the layers of the image and refuses its manifest',
        advice: "Allow ecr:PutImage for this run's role on the repository, and look whether the repository has reached its limit of images (its lifecycle policy removes old ones).",
        source: PAGES.ecrQuotas,
        message: 'unexpected status from PUT request … 403 Forbidden',
        signs: [{ stage: registry_ANY, words: /PUT request/i, status: 403 }]
    },
    {
        id: 'image-quota',
        class: 'other',
        deterministic: true,
        what: 'a quota of the registry is reached: images of the repository, layers or size',
        advice: 'Let a lifecycle policy remove old images, make the image smaller, or ask for a higher quota.',
        source: PAGES.ecrQuotas,
        message: 'LimitExceededException … maximum number of images',
        signs: [{ stage: registry_ANY, reason: 'limit' }]
    },
    {
        id: 'docker-login-expired',
        class: 'image-pull-auth',
        deterministic: false,
        what: "the login to the registry has expired: ECR's lasts twelve hours",
        advice: 'Run it again: each run logs in again.',
        source: PAGES.ecr,
        message: 'Your authorization token has expired',
        signs: [{ stage: registry_ANY, reason: 'expired' }]
    },
    {
        id: 'image-reference-invalid',
        class: 'image-not-found',
        deterministic: true,
        what: "the image's reference is not valid",
        advice: 'Correct it: registry/repository:tag, the repository in lower case.',
        source: PAGES.ecr,
        message: 'invalid reference format, repository name must be lowercase',
        signs: [{ stage: registry_ANY, reason: 'malformed', words: /reference|repository name|lowercase|invalid tag/i }]
    },
    {
        id: 'docker-denied-by-policy',
        class: 'image-pull-auth',
        deterministic: true,
        what: "this run's role may not perform {action|the action} in ECR",
        advice: 'Allow {action|the action} in the policy of the role that this run uses, and in the repository policy where the repository is of another account.',
        source: PAGES.ecr,
        message: 'denied: User: … is not authorized to perform: ecr:InitiateLayerUpload',
        signs: [
            { stage: registry_ANY, fact: 'action' },
            { stage: registry_ANY, words: /not authorized to perform/i }
        ]
    },
    {
        id: 'push-throttled',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        retry: 'refused',
        what: 'the registry throttles the push',
        advice: 'This is usually temporary: run it again, with fewer builds at once.',
        source: PAGES.ecrQuotas,
        message: 'toomanyrequests: Rate exceeded',
        signs: [{ stage: ['push', 'docker-login'], reason: 'throttled' }]
    },
    {
        id: 'pull-rate-limit',
        class: 'pull-rate-limit',
        deterministic: false,
        fault: 'user',
        what: "the registry's limit of pulls is reached",
        advice: 'Log into Docker Hub before this step (for ECR Public, registries: public), or take the base image from ECR Public (public.ecr.aws/docker/library/…).',
        source: PAGES.dockerHub,
        message: 'toomanyrequests',
        signs: [{ stage: registry_ANY, reason: 'throttled' }]
    },
    {
        id: 'repository-missing',
        class: 'image-not-found',
        deterministic: true,
        what: 'there is no such repository{image: (%)}',
        advice: 'Create the repository in ECR, or set create-repository: true.',
        source: PAGES.ecr,
        message: 'name unknown, repository with name … does not exist',
        signs: [
            {
                stage: registry_ANY,
                words: /name unknown|name_unknown|repository (?:with name )?.*does not exist in the registry|repository .*not found/i
            }
        ]
    },
    {
        id: 'base-image-missing',
        class: 'image-not-found',
        deterministic: true,
        what: 'there is no such base image or tag{image: (%)}, or it is private',
        advice: 'Correct FROM in the Dockerfile; for an image of another account or region, name its registry in registries.',
        source: PAGES.dockerfile,
        message: 'failed to resolve source metadata … not found, pull access denied',
        signs: [
            {
                stage: registry_BUILD,
                reason: 'not-found',
                words: /source metadata|pull access denied|manifest (?:unknown|for|<name>)|failed to resolve|reference|insufficient_scope|failed to (?:solve|build): (?:<name>: )+not found/i
            },
            { stage: 'base-image', reason: 'not-found' }
        ]
    },
    {
        id: 'docker-login-refused',
        class: 'image-pull-auth',
        deterministic: 'unknown',
        fault: 'user',
        what: 'the registry does not take the login',
        advice: 'ECR returns this for a wrong, empty or expired password, or a user other than AWS: check the region and account of the registry.',
        source: PAGES.dockerLogin,
        message: 'login attempt to … failed with status: 400 Bad Request',
        signs: [{ stage: 'docker-login', reason: ['refused', 'denied', 'not-logged-in', 'not-found'] }]
    },
    {
        id: 'cache-denied',
        class: 'other',
        deterministic: true,
        what: 'the cache of the build in S3 cannot be read or written',
        advice: "The build asks S3 with the credentials of this run: check the bucket and its region in cache-from and cache-to, and allow s3:ListBucket, s3:GetObject and s3:PutObject on it in the role's policy.",
        source: PAGES.dockerfile,
        message: 'failed to configure s3 cache importer, operation error S3',
        signs: [{ stage: registry_ANY, words: /\bs3 cache\b|operation error S3:/i }]
    },
    {
        id: 'docker-denied',
        class: 'image-pull-auth',
        deterministic: true,
        what: 'the registry refuses it to this login',
        advice: 'Check that the role may use this repository; for a base image in another account or region, name its registry in registries.',
        source: PAGES.ecr,
        message: 'no basic auth credentials, 403 Forbidden',
        signs: [
            { stage: registry_ANY, reason: ['denied', 'not-logged-in'] },
            { stage: registry_ANY, words: /\bdenied\b|access forbidden/i },
            { stage: registry_ANY, status: 401 },
            { stage: registry_ANY, status: 403 }
        ]
    },
    {
        id: 'docker-certificate',
        class: 'other',
        deterministic: true,
        what: "the registry's certificate is not trusted, or it speaks plain HTTP",
        advice: "Give Docker and the builder the certificate of your proxy or registry; look at the registry's address.",
        source: PAGES.dockerLogin,
        message: 'x509: certificate signed by unknown authority',
        signs: [{ stage: registry_ANY, reason: 'certificate' }]
    },
    {
        id: 'docker-network',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        retry: 'unsure',
        what: 'the registry or the builder did not answer, or the connection broke',
        advice: 'This is usually temporary: run it again. Where it stays, look at proxies, DNS and the memory of the builder.',
        source: PAGES.dockerLogin,
        message: 'i/o timeout, EOF, 503 Service Unavailable',
        signs: [{ stage: registry_ANY, reason: ['unreachable', 'broken-connection', 'server-error'] }]
    },
    {
        id: 'push-repository-missing',
        class: 'image-not-found',
        deterministic: true,
        what: 'there is no such image or repository{image: (%)}',
        advice: 'Create the repository in ECR, or set create-repository: true.',
        source: PAGES.ecr,
        message: 'failed to push … 404 Not Found',
        signs: [{ stage: 'push', reason: 'not-found' }]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/setup.js

/** What a task gets before its containers start: secrets, environment files, log groups, volumes. */
const SETUP_CAUSES = [
    {
        id: 'agent-without-credentials',
        class: 'other',
        deterministic: 'unknown',
        what: 'the ECS agent has not got the credentials of the execution role',
        advice: 'Check executionRoleArn in the task definition and its trust policy; if both are correct, this is temporary.',
        source: PAGES.executionRole,
        message: 'unable to find execution role credentials',
        signs: [
            {
                stage: ['secrets', 'secrets-or-login', 'registry-login', 'env-file', 'logging', 'dependency', 'task'],
                words: /(?:find|get) execution role credentials|execution role credentials not available/i
            }
        ]
    },
    {
        id: 'secret-json-key',
        class: 'secret-json-key',
        deterministic: true,
        what: 'the secret {secret|of the task} has no JSON key {key|that the task definition asks for}, or is not JSON',
        advice: 'Add the key to the secret, or correct the key in valueFrom, letter case included; a secret that is plain text is named without a key.',
        source: PAGES.secrets,
        message: 'did not contain json key, invalid character … looking for beginning of value',
        signs: [{ stage: ['secrets', 'secrets-or-login'], reason: 'json' }]
    },
    {
        id: 'secret-key-denied',
        class: 'secret-access-denied',
        deterministic: true,
        what: 'the secret {secret|of the task} cannot be decrypted: the execution role may not use its KMS key',
        advice: "Allow kms:Decrypt on the secret's key in the execution role's policy, and the role in the key's policy.",
        source: PAGES.secrets,
        message: 'Access to KMS is not allowed',
        signs: [{ stage: ['secrets', 'secrets-or-login'], words: /\bKMS\b|decrypt/i }]
    },
    {
        id: 'secret-access-denied',
        class: 'secret-access-denied',
        deterministic: true,
        what: 'the execution role may not read the secret or parameter {resource|of the task} ({action|access denied})',
        advice: "Allow {action|secretsmanager:GetSecretValue or ssm:GetParameters} on it in the execution role's policy, and kms:Decrypt where it has a key of its own; a secret of another account needs a resource policy as well.",
        source: PAGES.secrets,
        message: 'is not authorized to perform: secretsmanager:GetSecretValue, ssm:GetParameters',
        signs: [{ stage: ['secrets', 'secrets-or-login'], reason: ['denied', 'not-logged-in'] }]
    },
    {
        id: 'secret-missing',
        class: 'secret-missing',
        deterministic: true,
        what: 'there is no secret, parameter or version {secret|as the task definition names it}',
        advice: "Create it in the task's region, or correct valueFrom: name, ARN, and version id or stage (an ARN with a JSON key ends with ::).",
        source: PAGES.secrets,
        message: 'invalid parameters: …, ResourceNotFoundException: Secrets Manager',
        signs: [
            { stage: ['secrets', 'secrets-or-login'], reason: ['not-found', 'malformed'] },
            { stage: ['secrets', 'secrets-or-login'], words: /deletion|invalid ?(?:parameter|request|name)|invalid ssm/i },
            { stage: ['secrets', 'secrets-or-login'], error: /^(?:Validation|InvalidParameter|InvalidRequest)/ }
        ]
    },
    {
        id: 'env-file-denied',
        class: 'secret-access-denied',
        deterministic: true,
        what: 'the execution role may not read the environment file in S3',
        advice: "Allow s3:GetObject on the file and s3:GetBucketLocation on its bucket in the execution role's policy, or correct the ARN of environmentFiles.",
        source: PAGES.initialization,
        message: 'failed to download env files … Forbidden',
        signs: [{ stage: 'env-file', reason: ['denied', 'not-logged-in'] }]
    },
    {
        id: 'env-file-missing',
        class: 'secret-missing',
        deterministic: true,
        what: 'there is no such environment file in S3',
        advice: 'Put the file there, or correct the ARN of environmentFiles; its name ends with .env.',
        source: PAGES.initialization,
        message: 'failed to download env files … NoSuchKey, NotFound',
        signs: [{ stage: 'env-file', reason: ['not-found', 'malformed'] }]
    },
    {
        id: 'env-file-unreachable',
        class: 'image-pull-network',
        deterministic: 'unknown',
        what: 'the task cannot reach S3 for its environment file',
        advice: "Give the task's subnets a way to S3: a gateway endpoint or a NAT gateway.",
        source: PAGES.initialization,
        message: 'failed to download env files … context deadline exceeded',
        signs: [{ stage: 'env-file', reason: ['unreachable', 'broken-connection', 'certificate'] }]
    },
    {
        id: 'log-router-unreachable',
        class: 'log-driver/role',
        deterministic: 'unknown',
        what: 'the log driver of {container|a container} cannot reach its collector{host: %}',
        advice: 'Check the address in logConfiguration, and that the collector (fluentd, Splunk, a FireLens container) runs and is healthy before this container starts.',
        source: PAGES.logs,
        message: 'failed to initialize logging driver: dial tcp … connection refused',
        signs: [{ stage: 'logging', reason: 'unreachable', words: /fluent|splunk|gelf|syslog|logstash|firelens/i }]
    },
    {
        id: 'logs-unreachable',
        class: 'image-pull-network',
        deterministic: 'unknown',
        what: 'the task cannot reach CloudWatch Logs',
        advice: "Give the task's subnets a way to it: a NAT gateway or the VPC endpoint com.amazonaws.REGION.logs, whose security group lets the task in on port 443; check awslogs-region.",
        source: PAGES.initialization,
        message: 'failed to validate logger args … signal: killed',
        signs: [{ stage: 'logging', reason: ['unreachable', 'broken-connection', 'certificate'] }]
    },
    {
        id: 'log-group-missing',
        class: 'log-group-missing',
        deterministic: true,
        what: 'there is no log group {logGroup|as the task definition names it}',
        advice: 'Create it in the region of awslogs-region, or set awslogs-create-group to "true" and give the execution role logs:CreateLogGroup.',
        source: PAGES.logs,
        message: 'The specified log group does not exist',
        signs: [{ stage: 'logging', reason: 'not-found', words: /log (?:group|stream)/i }]
    },
    {
        id: 'log-access-denied',
        class: 'log-driver/role',
        deterministic: true,
        what: 'the role of the task may not write to CloudWatch Logs ({action|access denied})',
        advice: 'Allow {action|logs:CreateLogStream and logs:PutLogEvents} for the execution role (on EC2 without one: the instance role), or create the log group beforehand.',
        source: PAGES.logs,
        message: 'is not authorized to perform: logs:CreateLogGroup, logs:CreateLogStream',
        signs: [{ stage: 'logging', reason: ['denied', 'not-logged-in'] }]
    },
    {
        id: 'log-driver-misconfigured',
        class: 'log-driver/role',
        deterministic: true,
        what: 'the log driver of {container|a container} does not take its logConfiguration',
        advice: 'Correct logDriver and options in logConfiguration; the container instance must know the driver (ECS_AVAILABLE_LOGGING_DRIVERS).',
        source: PAGES.logs,
        message: 'unknown log opt, no log driver named',
        signs: [
            {
                stage: 'logging',
                words: /log opt|no log(?:ging)? driver|driver named|must (?:specify|be)|required|missing|invalid|unsupported|unknown option|NoCredentialProviders/i
            },
            { stage: 'logging', reason: ['not-found', 'malformed', 'refused'] }
        ]
    },
    {
        id: 'volume-provisioning-slow',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'AWS was too slow to provide storage for the task',
        advice: 'It passes by itself: ECS tries again.',
        source: PAGES.stoppedTasks,
        message: 'Timeout waiting for EphemeralStorage provisioning to complete',
        signs: [
            { stage: ['volume', 'storage'], words: /waiting for .*(?:provision|attach)|provisioning (?:to complete|timed)/i },
            { stage: 'storage' }
        ]
    },
    {
        id: 'efs-connection-reset',
        class: 'efs-mount',
        deterministic: false,
        what: 'the file system {fileSystem|of EFS} could not be mounted: the connection broke',
        advice: 'It passes by itself where the mount target is new; ECS tries again.',
        source: PAGES.efs,
        message: 'mount.nfs4: Connection reset by peer',
        signs: [{ stage: 'volume', reason: ['broken-connection', 'server-error', 'throttled'] }]
    },
    {
        id: 'efs-unreachable',
        class: 'efs-mount',
        deterministic: 'unknown',
        what: 'the file system {fileSystem|of EFS} cannot be reached',
        advice: "Let the task's security group in on port 2049 of the mount target, and give each of the task's zones a mount target.",
        source: PAGES.efs,
        message: 'mount.nfs4: Connection timed out',
        signs: [
            {
                stage: 'volume',
                words: /(?:EFS|mount\.nfs|mount\.efs|nfs).*(?:timed out|timeout|no route|refused|signal: killed|deadline)/i
            }
        ]
    },
    {
        id: 'efs-not-found',
        class: 'efs-mount',
        deterministic: true,
        what: 'the file system {fileSystem|of EFS} has no mount target that the task finds',
        advice: "Correct the file system's id and access point, give the VPC a mount target in each of the task's zones, and turn on DNS resolution and host names.",
        source: PAGES.efs,
        message: 'Failed to resolve "fs-….efs…", ensure that the VPC has an EFS mount target',
        signs: [
            {
                stage: 'volume',
                words: /(?:EFS|mount\.nfs|mount\.efs).*(?:failed to resolve|mount target|not found|does not exist|no such|not known)/i
            }
        ]
    },
    {
        id: 'efs-denied',
        class: 'efs-mount',
        deterministic: true,
        what: 'the task may not mount the file system {fileSystem|of EFS}',
        advice: "Allow elasticfilesystem:ClientMount for the task role in the file system's policy, turn on IAM authorization and transit encryption in the volume, and check the access point and its directory.",
        source: PAGES.efs,
        message: 'mount.nfs4: access denied by server while mounting',
        signs: [
            { stage: 'volume', reason: 'denied' },
            { stage: 'volume', words: /\bdenied\b|not permitted/i }
        ]
    },
    {
        id: 'efs-mount-failed',
        class: 'efs-mount',
        deterministic: 'unknown',
        what: 'the file system {fileSystem|of EFS} cannot be mounted',
        advice: "Check its mount targets, their security group (port 2049), its policy and the volume's settings.",
        source: PAGES.efs,
        message: 'failed to invoke EFS utils commands to set up EFS volumes',
        signs: [{ stage: 'volume', words: /\bEFS\b|mount\.nfs|mount\.efs/ }]
    },
    {
        id: 'volume-failed',
        class: 'other',
        deterministic: 'unknown',
        what: 'a volume of the task cannot be made or mounted',
        advice: "Check volumes and mountPoints in the task definition; a host path must exist on the container instance, and a volume's driver must be installed there.",
        source: PAGES.dependencies,
        message: 'CannotCreateVolumeError, bind source path does not exist',
        signs: [
            { stage: 'volume', reason: ['not-found', 'malformed', 'refused', 'limit', 'unreachable'] },
            { stage: 'volume', words: /mount/i }
        ]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table/start.js

const start_stage = ['start', 'create'];
/** Whatever a task was about: AWS's own trouble is not the version's. */
const ANY_OF_TASK = [
    'task',
    'registry-login',
    'secrets',
    'secrets-or-login',
    'env-file',
    'logging',
    'network',
    'initialize',
    'launch',
    'place'
];
/** A task's network interface, and its containers that cannot be made or started. */
const START_CAUSES = [
    {
        id: 'aws-throttled',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'AWS throttles what ECS asks for the task',
        advice: 'It passes by itself: ECS tries again. Deploy fewer tasks at once, or ask for a higher quota, where it comes back.',
        source: PAGES.stoppedTasks,
        message: 'Rate exceeded, RequestLimitExceeded',
        signs: [{ stage: ANY_OF_TASK, reason: 'throttled' }]
    },
    {
        id: 'network-interface-refused',
        class: 'other',
        deterministic: true,
        what: 'ECS may not create a network interface for the task, or its subnet or security group{subnet: %} does not exist',
        advice: "Correct subnets and security groups in the service's network configuration, and let the service-linked role AWSServiceRoleForECS create network interfaces.",
        source: PAGES.stoppedTasks,
        message: 'Unexpected EC2 error while attempting to Create Network Interface … NotFound',
        signs: [
            {
                stage: ['network', 'launch', 'place', 'task'],
                reason: ['not-found', 'denied'],
                words: /EC2|subnet|security group/i
            },
            { stage: ['network', 'launch', 'place', 'task'], reason: 'denied', fact: ['action', /^ec2:/] }
        ]
    },
    {
        id: 'subnet-full',
        class: 'eni-or-capacity-transient',
        deterministic: 'unknown',
        what: 'the subnet {subnet|of the task} has no free addresses',
        advice: 'Wait until old tasks are gone, or give the service larger or more subnets.',
        source: PAGES.stoppedTasks,
        message: 'InsufficientFreeAddressesInSubnet',
        signs: [
            {
                stage: ['task', 'network', 'place', 'launch', 'initialize'],
                words: /InsufficientFreeAddresses|(?:not|insufficient|no|enough) (?:enough )?free (?:ip )?address/i
            }
        ]
    },
    {
        id: 'network-interface-limit',
        class: 'other',
        deterministic: 'unknown',
        what: 'EC2 refuses ECS another network interface for the task',
        advice: 'Look at the quota of network interfaces in this region, at the service-linked role AWSServiceRoleForECS, and at policies of the organization.',
        source: PAGES.stoppedTasks,
        message: 'Unexpected EC2 error while attempting to Create Network Interface … NetworkInterfaceLimitExceeded',
        signs: [{ stage: 'network', error: /LimitExceeded|AuthFailure|OptInRequired|PendingVerification/ }]
    },
    {
        id: 'network-interface-failed',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'AWS did not provide or set up the network interface of the task',
        advice: 'It passes by itself: ECS tries again. Where it stays, look at the limits of network interfaces of the account and the instance.',
        source: PAGES.stoppedTasks,
        message: 'Timeout waiting for network interface provisioning to complete',
        signs: [{ stage: 'network' }]
    },
    {
        id: 'aws-internal-error',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'AWS had trouble of its own with the task',
        advice: "It passes by itself: ECS tries again. AWS's health page (https://health.aws.amazon.com) says whether it is larger.",
        source: PAGES.stoppedTasks,
        message: 'InternalError, ServerException, Service Unavailable',
        signs: [
            { stage: [...ANY_OF_TASK, 'inspect'], reason: 'server-error' },
            { stage: 'task', reason: ['server-error', 'throttled'] },
            { stage: ['place', 'launch'], words: /internal error|unexpected error/i }
        ]
    },
    {
        id: 'exec-format',
        class: 'exec-format',
        deterministic: true,
        what: '{container|a container} is built for another processor (exec format error)',
        advice: "Build for the service's architecture: set platforms (linux/amd64 or linux/arm64), or runtimePlatform.cpuArchitecture in the task definition. A script without a first line such as #!/bin/sh ends so, too.",
        source: PAGES.architecture,
        message: 'exec format error',
        signs: [{ stage: [...start_stage, 'initialize', 'exit', 'transition'], reason: 'exec-format' }]
    },
    {
        id: 'image-file-system',
        class: 'other',
        deterministic: true,
        what: '{container|a container} cannot be made from its image: the image has no /etc/passwd, or is for another operating system',
        advice: 'Look at user in the task definition and USER in the Dockerfile, and whether the image is one for Windows, or empty (FROM scratch).',
        source: PAGES.docker,
        message: 'mount callback failed … /etc/passwd: no such file or directory',
        signs: [{ stage: start_stage, words: /mount callback failed/i }]
    },
    {
        id: 'user-missing',
        class: 'other',
        deterministic: true,
        what: 'the user or group that {container|a container} is to run as is not in its image',
        advice: 'Create it in the Dockerfile, or correct user in the task definition.',
        source: PAGES.docker,
        message: 'unable to find user … no matching entries in passwd file',
        signs: [{ stage: start_stage, words: /unable to find (?:user|group)|no matching entries in (?:passwd|group)|no users found/i }]
    },
    {
        id: 'docker-slow',
        class: 'start-timeout',
        deterministic: false,
        what: 'Docker on the instance was too slow to tell about {container|a container}',
        advice: 'It passes by itself. Where it comes back, the instance has too little CPU, memory or disk throughput.',
        source: PAGES.stoppedTasks,
        message: 'CannotInspectContainerError: Could not transition to inspecting',
        signs: [{ stage: 'inspect' }]
    },
    {
        id: 'start-timeout',
        class: 'start-timeout',
        deterministic: 'unknown',
        what: '{container|a container} did not start in time',
        advice: 'Often the task has no way to CloudWatch Logs or to a volume: check the VPC endpoint for logs or the NAT gateway; else the instance is overloaded, or startTimeout is too short.',
        source: PAGES.stoppedTasks,
        message: 'DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s',
        signs: [{ stage: 'transition' }, { stage: start_stage, reason: 'unreachable' }, { stage: start_stage, words: /\btime(?:d[ -])?out\b/i }]
    },
    {
        id: 'dependency-failed',
        class: 'dependency-failed',
        deterministic: 'unknown',
        what: 'a container that others of the task wait for did not reach its condition',
        advice: 'Look at dependsOn in the task definition, and at the exit code, health check and log of the container that is waited for.',
        source: PAGES.dependencies,
        message: 'TaskDependencyError: Task dependencies cannot be resolved',
        signs: [{ stage: 'dependency' }]
    },
    {
        id: 'device-missing',
        class: 'other',
        deterministic: true,
        what: '{container|a container} asks for a device, runtime or capability that its host does not have',
        advice: 'Check resourceRequirements, linuxParameters and the instance type and AMI (for GPUs, the GPU-optimized one).',
        source: PAGES.docker,
        message: 'could not select device driver, nvidia-container-cli',
        signs: [
            {
                stage: start_stage,
                words: /device driver|nvidia|error gathering device|unknown (?:runtime|capability)|invalid capability|runtime name/i
            }
        ]
    },
    {
        id: 'command-not-found',
        class: 'command-not-found/permission',
        deterministic: true,
        what: '{container|a container} cannot be started: its command{command: %} is not in the image, or a mount hides it',
        advice: 'Look at command and entryPoint in the task definition, ENTRYPOINT and CMD in the Dockerfile, the working directory and mounts; a script whose first line ends with CRLF is not found either.',
        source: PAGES.docker,
        message: 'exec: "…": executable file not found in $PATH, stat …: no such file or directory',
        signs: [
            {
                stage: start_stage,
                words: /executable file not found|no such file|no command specified|not a directory|(?:command|cmd) .*not found|cannot find the (?:file|path)/i
            }
        ]
    },
    {
        id: 'command-not-permitted',
        class: 'command-not-found/permission',
        deterministic: true,
        what: '{container|a container} cannot be started: its command{command: %} may not be executed',
        advice: 'Make the file executable (chmod +x) in the image, and look at the user that it runs as; a directory is no command.',
        source: PAGES.docker,
        message: 'exec: "…": permission denied',
        signs: [{ stage: start_stage, words: /permission denied|is a directory|operation not permitted/i }]
    },
    {
        id: 'memory-limit-too-small',
        class: 'other',
        deterministic: true,
        what: '{container|a container} cannot be made: its memory limit is too small or does not fit',
        advice: 'Raise memory and memoryReservation of the container; Docker takes no less than 6 MiB.',
        source: PAGES.docker,
        message: 'Minimum memory limit allowed',
        signs: [{ stage: start_stage, words: /minimum memory|memory (?:limit|reservation)|too small|memory\.limit/i }]
    },
    {
        id: 'host-port-taken',
        class: 'no-capacity',
        deterministic: false,
        what: '{container|a container} cannot be started: a port of the instance is taken',
        advice: 'Use a dynamic host port (hostPort 0), awsvpc, or an instance more.',
        source: PAGES.docker,
        message: 'port is already allocated, address already in use',
        signs: [{ stage: start_stage, words: /already allocated|address already in use|port .*(?:in use|taken)/i }]
    },
    {
        id: 'host-out-of-memory',
        class: 'no-capacity',
        deterministic: false,
        what: 'the container instance has no memory, processes or devices left for {container|a container}',
        advice: 'ECS tries elsewhere: replace the instance or give the cluster more room.',
        source: PAGES.docker,
        message: 'cannot allocate memory',
        signs: [{ stage: start_stage, words: /cannot allocate memory|resource temporarily unavailable|too many open files/i }]
    },
    {
        id: 'docker-engine-failed',
        class: 'eni-or-capacity-transient',
        deterministic: false,
        what: 'Docker on the container instance failed',
        advice: 'It passes by itself or with another instance: ECS tries again. Replace the instance where it comes back.',
        source: PAGES.docker,
        message: 'CannotStartContainerError … Cannot connect to the Docker daemon',
        signs: [
            {
                stage: [...start_stage, 'initialize'],
                words: /docker daemon|already in use by container|cgroup|context canceled|daemon (?:is )?shutting down|error during connect|transport is closing|connection reset|shim (?:disconnected|exited)/i
            },
            { stage: [...start_stage], reason: ['server-error', 'throttled'] }
        ]
    },
    {
        id: 'container-not-started',
        class: 'other',
        deterministic: 'unknown',
        what: '{container|a container} cannot be started',
        advice: 'Check command, entryPoint, user, mounts and limits in the task definition; the container runtime gives the reason above.',
        source: PAGES.docker,
        message: 'CannotStartContainerError, CannotCreateContainerError',
        signs: [{ stage: start_stage }]
    },
    {
        id: 'resources-unreachable',
        class: 'image-pull-network',
        deterministic: 'unknown',
        what: "the task's resources cannot be set up: an AWS service cannot be reached",
        advice: "Give the task's subnets a way out: a public IP address, a NAT gateway or VPC endpoints.",
        source: PAGES.initialization,
        message: 'ResourceInitializationError … timeout',
        signs: [{ stage: 'initialize', reason: ['unreachable', 'broken-connection'] }]
    },
    {
        id: 'resource-initialization',
        class: 'other',
        deterministic: 'unknown',
        what: "the task's resources cannot be set up",
        advice: "Check the execution role, the network of the task's subnets and what the words above name.",
        source: PAGES.initialization,
        message: 'ResourceInitializationError',
        signs: [{ stage: ['initialize', 'secrets', 'secrets-or-login', 'env-file', 'logging', 'registry-login', 'volume'] }]
    }
];

;// CONCATENATED MODULE: ./lib/causes/table.js











const CHAPTERS = [
    { title: 'Credentials, rights and throttling', causes: ACCESS_CAUSES },
    { title: 'Requests that AWS refuses', causes: API_CAUSES },
    { title: 'Docker: builds', causes: BUILD_CAUSES },
    { title: 'Docker: registries', causes: REGISTRY_CAUSES },
    { title: 'CodeDeploy', causes: CODEDEPLOY_CAUSES },
    { title: 'Images of tasks', causes: PULL_CAUSES },
    { title: 'Secrets, logs and volumes of tasks', causes: SETUP_CAUSES },
    { title: 'Placement and capacity', causes: CAPACITY_CAUSES },
    { title: 'Start of tasks', causes: START_CAUSES },
    { title: 'End of tasks', causes: END_CAUSES },
    { title: 'Service events', causes: EVENT_CAUSES }
];
/** All causes. The first that a text fulfils holds: within a chapter, special ones stand before general ones. */
const CAUSES = CHAPTERS.flatMap(({ causes }) => causes);

;// CONCATENATED MODULE: ./lib/causes/find-cause.js



/** The first row of the table that a text fulfils; undefined where none is true of it. Pure. */
function findCause(text, stage, more = {}) {
    const facts = { ...text.facts, ...more };
    const reading = { text, stage, reason: findReason(text), facts };
    const cause = CAUSES.find(({ signs }) => signs.some(sign => isSign(sign, reading)));
    return cause === undefined ? undefined : { cause, facts };
}
/** A row of the table by its id. Pure. */
function causeNamed(id) {
    return CAUSES.find(cause => cause.id === id);
}
function isSign({ stage, reason, error, words, status, fact }, reading) {
    const { text } = reading;
    return ((stage === undefined || includes(stage, reading.stage)) &&
        (reason === undefined || includes(reason, reading.reason)) &&
        (error === undefined || text.errors.some(name => error.test(name))) &&
        (words === undefined || words.test(text.words)) &&
        (status === undefined || text.statuses.includes(status)) &&
        (fact === undefined || hasFact(reading.facts, fact)));
}
function includes(wanted, found) {
    return typeof wanted === 'string' ? wanted === found : found !== undefined && wanted.includes(found);
}
function hasFact(facts, fact) {
    if (typeof fact === 'string')
        return facts[fact] !== undefined;
    const [name, pattern] = fact;
    return pattern.test(facts[name] ?? '');
}
/** Takes a text apart and finds its cause. Pure. */
function causeOfText(text, stageOf) {
    const parsed = (0,parse_text/* parseText */.r)(text);
    return findCause(parsed, stageOf(parsed));
}


/***/ }),

/***/ 8854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ parseText)
});

;// CONCATENATED MODULE: ./lib/causes/facts.js
const ARN = String.raw `arn:aws[\w-]*:[\w-]+:[^\s'",)]*`;
const NAME = String.raw `[^\s'",()]+`;
/** The first pattern that matches gives the fact; its first group is the value. */
const PATTERNS = [
    ['action', /(?:not authorized to perform:?|perform the action|allows the) ([a-z0-9-]+:[A-Za-z0-9*]+)/i],
    ['resource', new RegExp(String.raw `on resource: (\*|${ARN})`)],
    ['denial', /explicit deny/],
    ['denial', /permissions boundary/],
    ['denial', /service control policy/],
    ['denial', /resource control policy/],
    ['denial', /session policy/],
    ['denial', /VPC endpoint policy/],
    ['denial', /resource-based policy/],
    [
        'image',
        /(?:failed to resolve ref(?:erence)?|source metadata for|failed to push|invalid tag|image) "?([^\s",]+[:@][^\s",]*[^\s",:.])"?(?:[\s:",]|$)/
    ],
    [
        'image',
        /(?:pull access denied for|pulling from|repository|manifest for|no matching manifest for) "?'?([\w.-]*[\w./-]+\/[\w./:@-]*\w)/i
    ],
    ['image', /(?:pull access denied for|repository) "?'?([\w./:@-]*\w)'?"?(?:,| not found)/],
    ['image', /(?:failed to solve|failed to build): ([^\s:]+:[\w.-]+):/],
    ['image', /(\d{12}\.dkr\.ecr\.[^\s"',]+\/[^\s"',]*[\w])/],
    ['platform', /platform\(?s?\)?:? '?"?((?:linux|windows)\/[\w/]+)/i],
    ['key', new RegExp(`json key ["']?(${NAME})`)],
    ['secret', new RegExp(String.raw `(arn:aws[\w-]*:secretsmanager:[^\s'",)]*\w)`)],
    ['secret', new RegExp(String.raw `(arn:aws[\w-]*:ssm:[^\s'",)]*\w)`)],
    ['secret', /invalid (?:ssm )?parameters:? \[?([^\s\],]+)/],
    ['logGroup', /log-group:([^\s:'",]+)/],
    ['logGroup', /log group ['"]?(\/[^\s'",:]+)/],
    ['file', /"(\/[^"]+)": not found/],
    ['file', /\bopen ([^\s:]+): no such file/],
    ['fileSystem', /\b(fs-[0-9a-f]{8,17})\b/],
    ['subnet', /\b(subnet-[0-9a-f]{8,17})\b/],
    ['role', new RegExp(String.raw `\brole '?"?(arn:aws[\w-]*:iam::\d*:role\/[^\s'",)]*\w)`, 'i')],
    ['role', new RegExp(String.raw `iam:PassRole on resource: (${ARN}\w)`)],
    ['targetGroup', /target-?group(?:Arn)? (arn:aws[\w-]*:elasticloadbalancing:[^\s'",)]*\w)/i],
    ['port', /\(port (\d{1,5})\)|container port (\d{1,5})|\bport (\d{1,5})\b/],
    ['codes', /with these codes: \[([\d, ]+)\]/],
    ['command', /exec: "([^"]+)"/],
    ['command', /\bexec (\/[^\s:]+): /],
    ['command', /process "([^"]+)" did not complete/],
    ['limit', /Max allowed length is '?(\d+)/],
    ['instance', /\b(i-[0-9a-f]{8,17})\b/],
    ['instance', /container-instance ([0-9a-f-]{32,36})/],
    ['host', /(?:dial tcp: lookup|lookup) ([\w.-]+\w)/],
    ['host', /(?:Get|Head|Post|Put) "?https?:\/\/([\w.-]+)/],
    ['host', /dial tcp ([\d.[\]:a-f]+:\d+)/]
];
/** What a text names, in the words that its author has for it. Pure. */
function readFacts(text) {
    const facts = {};
    for (const [name, pattern] of PATTERNS) {
        if (facts[name] !== undefined)
            continue;
        const found = pattern.exec(text);
        const value = found === null ? undefined : (found.slice(1).find(Boolean) ?? found[0]);
        if (value !== undefined)
            facts[name] = value;
    }
    return facts;
}

;// CONCATENATED MODULE: ./lib/causes/parse-text.js

const PHRASES = 'Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Request Timeout|Conflict|Gone|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Time-?out';
/** Where a status code stands: of the SDK for Go (both), of the Docker engine, of containerd and BuildKit, of CodeDeploy, of HTTP itself. */
const STATUSES = [
    /\bstatus ?code(?: is)?[:=]? ?"?(\d{3})\b/gi,
    /\b(?:response|server returned) status[:=]? ?"?(\d{3})\b/gi,
    /\bAPI error \((\d{3})\)/gi,
    /\b(?:failed with|unexpected|received unexpected) (?:HTTP )?status(?: code)?(?: from [A-Z]+ request to \S+)?(?: https?:\/\/\S+)?:? (\d{3})\b/gi,
    /\berror code: (\d{3})\b/gi,
    /\bHTTP(?: status| code|\/\d(?:\.\d)?)? ?:?(\d{3})\b/gi,
    new RegExp(String.raw `(?<=^|[\s([])(\d{3}) (?:${PHRASES})\b`, 'g')
];
/** Where an error's name stands. */
const ERRORS = [
    /\b([A-Z][A-Za-z]+(?:Error|Exception|Fault|Failure)):/g,
    /\b(?:ErrorCode|Error Code|error code|api error):? ([A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)*)/g,
    /\brpc error: code = ([A-Z][A-Za-z]+)/g,
    /(?:^|[:\s(])((?!ErrorCode\b)(?:[A-Z][a-z]+){2,}(?:\.[A-Z][A-Za-z]+)?)(?=:\s|\)|$)/g,
    /\b([A-Z][A-Za-z]+(?:Exception|Error))\b/g
];
/** What stands for a name, id or address. The first that matches takes it. */
const NAMES = [
    [/\bhttps?:\/\/[^\s"',)]*[^\s"',):.;]/g, '<url>'],
    [/\barn:aws[\w-]*:[^\s"',)]*[^\s"',):.;]/g, '<arn>'],
    [/\(service [^)]*\)/g, '(service)'],
    [/\((task ?set|taskSet|task|deployment|instance|elb|target-group|container-instance) [^\s)]+\)/gi, '($1)'],
    [/\belb [\w-]+/g, 'elb'],
    [/\b(repository|image) "?'?[^\s"',]+"?'?(?=,? (?:not found|does not exist))/gi, '$1 <name>'],
    [
        /\b(pull access denied for|for name:|json key|log group|invalid (?:ssm )?parameters:|named|find user|find group) ["'[]?(?!defined\b|does\b|or\b|in\b|for\b|and\b)[^\s"',\]]+/gi,
        '$1 <name>'
    ],
    [/\b((?:the )?container) [\w-]+(?= (?:did|does|is|has|failed to|could)\b)/gi, '$1 <name>'],
    [/"(?![A-Z]{4,}(?::[A-Z]+)?")[^\s"]*"|'[^\s']*'(?!\w)|`[^\s`]*`/g, '<name>'],
    [/\bsha256:[0-9a-f]{6,}/g, '<digest>'],
    [
        /(?<![\w.@~*/-])(?!i\/o\b|net\/http\b|and\/or\b|input\/output\b|CPU\/|10\.)[\w.@~*-]*(?:\/[\w.@~*<>:+-]+)+[\w>]/g,
        '<name>'
    ],
    [/(?<=^|\s)\/[\w.@~/-]*\w/g, '<name>'],
    [/(?<![\w.-])(?!\w*(?:Error|Exception):|[A-Z]+:[A-Z])[\w.-]+:(?=[\w])[\w.-]*\w/g, '<name>'],
    [/\b(?:subnet|eni|fs|fsap|fsmt|i|sg|vpc|vol|ami|d)-[0-9A-Fa-f]{8,}\b/g, '<id>'],
    [/\b[0-9a-f]{8}-[0-9a-f-]{27}\b|\b[0-9a-f]{12,}\b/gi, '<id>'],
    [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<address>'],
    [/(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|io|aws|net|org|cn|dev|internal|local)\b/g, '<host>']
];
/** Takes a text apart. Pure. Only the first 4,000 characters are read. */
function parseText(text) {
    const plain = text.replaceAll('’', "'").slice(0, LONGEST);
    const errors = ERRORS.flatMap(pattern => [...plain.matchAll(pattern)].map(found => [found.index, found[1] ?? '']));
    const names = errors.sort(([one], [other]) => one - other).map(([, name]) => name);
    const statuses = STATUSES.flatMap(pattern => [...plain.matchAll(pattern)].map(found => Number(found[1])));
    return {
        text,
        words: NAMES.reduce((words, [pattern, mark]) => words.replace(pattern, mark), plain).replace(/\s+/g, ' '),
        errors: [...new Set(names)],
        statuses: [...new Set(statuses.filter(status => status >= 100 && status < 600))],
        facts: readFacts(plain)
    };
}
/** No text of AWS is longer than some thousand characters; what is, is somebody's output. */
const LONGEST = 4_000;


/***/ }),

/***/ 9062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ findStage),
/* harmony export */   n_: () => (/* binding */ readDockerfile),
/* harmony export */   zf: () => (/* binding */ listBases)
/* harmony export */ });
/* harmony import */ var _text_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8020);
/* harmony import */ var _text_encoding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(806);


/**
 * Reads a Dockerfile line by line (https://docs.docker.com/reference/dockerfile/): directives, comments, continued lines, here-documents.
 * Nothing is refused here: what cannot be understood is left out, and Docker says what is wrong with it.
 */
function readDockerfile(file, bytes) {
    const lines = (0,_text_encoding_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g)(bytes).text.split(/\r?\n/);
    const { syntax, escape } = readDirectives(lines);
    const stages = [];
    const args = new Set();
    const globals = [];
    const secrets = [];
    for (const { line, keyword, rest } of readInstructions(lines, escape)) {
        const words = rest.split(/\s+/).filter(word => word !== '');
        if (keyword === 'FROM')
            stages.push(readStage(words, line));
        if (keyword === 'ARG') {
            const declared = readArgs(rest);
            for (const { name } of declared)
                args.add(name);
            if (stages.length === 0)
                globals.push(...declared);
        }
        if (keyword === 'EXPOSE')
            stages.at(-1)?.ports.push(...words.map(text => ({ line, text })));
        if (keyword === 'RUN')
            secrets.push(...readSecrets(words, line));
        if (keyword === 'RUN' || keyword === 'COPY')
            stages.at(-1)?.sources.push(...readSources(keyword, words).map(from => ({ line, from })));
    }
    return {
        file,
        isForeign: syntax !== undefined && !/^(?:docker\.io\/)?docker\/dockerfile\b/.test(syntax),
        syntax,
        stages,
        globals,
        args,
        secrets
    };
}
/** `# escape=` and `# syntax=` count only before anything else. */
function readDirectives(lines) {
    const directives = new Map();
    for (const line of lines) {
        const [, name, value] = /^\s*#\s*([a-zA-Z]+)\s*=\s*(\S+)\s*$/.exec(line.slice(0, 1000)) ?? [];
        if (name === undefined || value === undefined)
            break;
        directives.set(name.toLowerCase(), value);
    }
    return { syntax: directives.get('syntax'), escape: directives.get('escape') === '`' ? '`' : '\\' };
}
function readInstructions(lines, escape) {
    const found = [];
    let index = 0;
    while (index < lines.length) {
        const start = index;
        const parts = [];
        let goesOn = true;
        while (goesOn && index < lines.length) {
            const text = lines[index] ?? '';
            index += 1;
            const trimmed = text.trimEnd();
            // Comments and empty lines inside of a continued one are left out, and it goes on after them.
            if (/^\s*(?:#|$)/.test(trimmed)) {
                goesOn = parts.length > 0;
                continue;
            }
            goesOn = trimmed.endsWith(escape);
            parts.push(goesOn ? trimmed.slice(0, -1) : trimmed);
        }
        const text = parts.join(' ').trim();
        const [, keyword = '', rest = ''] = /^([a-zA-Z]+)\s([^]*)$/.exec(text) ?? [];
        if (keyword === '')
            continue;
        const upper = keyword.toUpperCase();
        found.push({ line: start + countSkipped(lines, start) + 1, keyword: upper, rest });
        if (['RUN', 'COPY', 'ADD'].includes(upper))
            index = skipHereDocuments(rest, lines, index);
    }
    return found;
}
/** Comments and empty lines before the instruction. */
function countSkipped(lines, start) {
    let skipped = 0;
    while (/^\s*(?:#|$)/.test((lines[start + skipped] ?? 'x').trimEnd()))
        skipped += 1;
    return skipped;
}
function skipHereDocuments(text, lines, from) {
    let index = from;
    for (const [, dash, , word = ''] of text.matchAll(/<<(-?)(["']?)([A-Za-z_][A-Za-z0-9_]*)\2/g)) {
        const ends = (line) => (dash === '-' ? line.replace(/^\t+/, '') : line) === word;
        while (index < lines.length && !ends(lines[index] ?? ''))
            index += 1;
        index += 1;
    }
    return index;
}
function readStage(words, line) {
    const flags = words.filter(word => word.startsWith('--'));
    const [base = '', as, name] = words.filter(word => !word.startsWith('--'));
    const platform = flags.find(flag => flag.startsWith('--platform='))?.slice('--platform='.length);
    return {
        line,
        name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
        base,
        platform,
        ports: [],
        sources: []
    };
}
/** `ARG A=1 B="two words" C`: a value may be in quotes, and a backslash keeps the next character. */
function readArgs(rest) {
    const words = rest.matchAll(/([A-Za-z_][\w.-]*)(?:(=)((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])*))?/g);
    return [...words].map(([, name = '', equals, value = '']) => ({
        name,
        value: equals === undefined
            ? undefined
            : value.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? '')
    }));
}
/** The stages or images that the flags of an instruction name; flags end with the first other word. */
function readSources(keyword, words) {
    const end = words.findIndex(word => !word.startsWith('--'));
    const flags = end < 0 ? words : words.slice(0, end);
    return flags.flatMap(flag => {
        if (keyword === 'COPY')
            return flag.startsWith('--from=') ? flag.slice('--from='.length) : [];
        return flag.startsWith('--mount=') ? (readFields(flag).get('from') ?? []) : [];
    });
}
function readFields(mount) {
    const fields = mount
        .slice('--mount='.length)
        .replace(/^["']|["']$/g, '')
        .split(',');
    return new Map(fields.map(field => {
        const [name = '', ...value] = field.split('=');
        return [name.toLowerCase(), value.join('=')];
    }));
}
function readSecrets(words, line) {
    return words.flatMap(word => {
        if (!word.startsWith('--mount='))
            return [];
        const fields = readFields(word);
        if (fields.get('type') !== 'secret')
            return [];
        const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination') ?? '';
        const id = fields.get('id') ?? (0,_text_path_js__WEBPACK_IMPORTED_MODULE_1__/* .baseName */ .F)(target);
        const required = fields.has('required') && fields.get('required') !== 'false';
        return id === '' ? [] : [{ line, id, required }];
    });
}
/** The stage that is built: the target's, else the last; undefined where there is none of that name or number. */
function findStage({ stages }, target) {
    if (target === undefined)
        return stages.at(-1);
    return (stages.find(({ name }) => name === target.toLowerCase()) ??
        (/^\d+$/.test(target) ? stages[Number(target)] : undefined));
}
/** The stage and those that it is from, itself first. */
function listBases({ stages }, stage) {
    const chain = [stage];
    for (;;) {
        const last = chain.at(-1) ?? stage;
        const earlier = stages.slice(0, stages.indexOf(last));
        const base = earlier.find(({ name }) => name !== undefined && name === last.base.toLowerCase());
        if (base === undefined)
            return chain;
        chain.push(base);
    }
}


/***/ }),

/***/ 8074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ checkContext),
/* harmony export */   S9: () => (/* binding */ dockerfileOf),
/* harmony export */   ay: () => (/* binding */ checkBuildInputs),
/* harmony export */   oC: () => (/* binding */ BUILDX_BUILD)
/* harmony export */ });
/* unused harmony export BUILD_INPUT_RULES */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _docker_docker_args_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3964);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8424);




const BUILDX_BUILD = 'https://docs.docker.com/reference/cli/docker/buildx/build/';
const BUILD_INPUT_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RuleList */ .VZ();
const MISSING_CONTEXT = BUILD_INPUT_RULES.add('missing-context', 'either', 'The build context does not exist. With reuse-image: true, which may not need it, a warning.', BUILDX_BUILD);
const MISSING_DOCKERFILE = BUILD_INPUT_RULES.add('missing-dockerfile', 'either', 'The Dockerfile does not exist. With reuse-image: true, which may not need it, a warning.', BUILDX_BUILD);
const BUILD_SECRET = BUILD_INPUT_RULES.add('build-secret', 'error', 'A build secret has no id, or its variable or file does not exist (found during a run, where the secret is).', `${BUILDX_BUILD}#secret`);
const BUILD_SSH = BUILD_INPUT_RULES.add('build-ssh', 'error', 'The SSH agent for the build is not running (found during a run, where the agent is).', `${BUILDX_BUILD}#ssh; BuildKit answers: “invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set”`);
/** What a build reads from this machine and is not there: context, Dockerfile, the sources of its secrets, the SSH agent. */
async function checkBuildInputs(build, path, ports) {
    const problems = [];
    problems.push(...(await checkContext(build, path, ports)));
    for (const secret of build.buildSecrets)
        problems.push(...(await checkSecret(secret, path('build-secrets'), ports)));
    problems.push(...build.ssh.flatMap(agent => checkAgent(agent, path('ssh'), ports)));
    return problems;
}
/** An id without a path means the agent of this machine; BuildKit says "invalid empty ssh agent socket" where there is none. */
function checkAgent(agent, path, { environment }) {
    if (agent.includes('=') || (environment['SSH_AUTH_SOCK'] ?? '') !== '')
        return [];
    const what = `The SSH agent ${agent} is to be handed on, and none runs here: SSH_AUTH_SOCK is not set.`;
    const next = `Start one and add the key before this step, or name the key: ${agent}=<file>.`;
    return [{ code: BUILD_SSH.name, place: { path }, what, next }];
}
/** Whether the context and the Dockerfile of a build are there, where they are of this machine. */
async function checkContext(build, path, ports) {
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isRemote */ .Vx)(build.context))
        return [];
    if (!(await ports.files.isDirectory(build.context))) {
        const what = `There is no folder ${build.context} to build from.`;
        return [
            {
                code: MISSING_CONTEXT.name,
                place: { path: path('context') },
                what,
                next: 'Check the path; it is taken from the working directory.'
            }
        ];
    }
    const dockerfile = dockerfileOf(build);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isRemote */ .Vx)(dockerfile) || (await ports.files.isFile(dockerfile)))
        return [];
    const next = 'Check the path; it is taken from the working directory, not from the context.';
    return [
        {
            code: MISSING_DOCKERFILE.name,
            place: { path: path('dockerfile') },
            what: `There is no file ${dockerfile}.`,
            next
        }
    ];
}
/** The Dockerfile's path, or its address. */
function dockerfileOf({ context, dockerfile }) {
    return dockerfile ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, 'Dockerfile');
}
async function checkSecret(secret, path, ports) {
    const id = (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_3__/* .readField */ .dR)(secret, 'id');
    const source = (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_3__/* .readField */ .dR)(secret, 'src', 'source');
    const variable = (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_3__/* .readField */ .dR)(secret, 'env') ?? ((0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_3__/* .readField */ .dR)(secret, 'type') === 'env' ? source : undefined);
    const problem = (what, next) => [
        { code: BUILD_SECRET.name, place: { path }, what, next }
    ];
    if (id === undefined) {
        // The setting is not repeated here: who wrote it wrongly may have put the secret itself into it.
        return problem('An entry has no id.', 'Write id=npm,env=NPM_TOKEN or id=npmrc,src=.npmrc.');
    }
    if (variable !== undefined) {
        const isSet = ports.environment[variable] !== undefined;
        return isSet
            ? []
            : problem(`The secret ${id} is to come from the variable ${variable}, which is not set.`, `Set ${variable} in the environment.`);
    }
    if (source === undefined || (await ports.files.isFile(source)))
        return [];
    return problem(`The secret ${id} is to come from the file ${source}, which is not there.`, source.startsWith('~') ? 'Write the whole path: nothing expands ~ here.' : 'Check the path.');
}


/***/ }),

/***/ 7748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c3: () => (/* binding */ checkBuildArgs),
/* harmony export */   vn: () => (/* binding */ checkDockerfile)
/* harmony export */ });
/* unused harmony export DOCKERFILE_RULES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6101);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);
/* harmony import */ var _build_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8074);
/* harmony import */ var _docker_docker_args_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3964);
/* harmony import */ var _build_dockerfile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9062);






const REFERENCE = 'https://docs.docker.com/reference/dockerfile/';
const BUILD_CHECKS = 'https://docs.docker.com/reference/build-checks/';
const DOCKERFILE_RULES = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleList */ .VZ();
const NO_FROM = DOCKERFILE_RULES.add('no-from', 'error', 'The Dockerfile has no FROM.', `${REFERENCE}#from`);
const UNKNOWN_TARGET = DOCKERFILE_RULES.add('unknown-target', 'error', 'The target is not a stage of the Dockerfile.', `${_build_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .BUILDX_BUILD */ .oC}#target; Docker answers: “target stage … could not be found”`);
const EXPOSED_PORT = DOCKERFILE_RULES.add('exposed-port', 'warning', 'The image exposes a port that its container does not map. Ports with a variable are not checked.', `${REFERENCE}#expose`);
const FROM_PLATFORM = DOCKERFILE_RULES.add('from-platform', 'warning', 'FROM is pinned to a different platform than the image or the task.', `${BUILD_CHECKS}from-platform-flag-const-disallowed/`);
const UNUSED_BUILD_ARG = DOCKERFILE_RULES.add('unused-build-arg', 'warning', 'A build argument has no ARG in the Dockerfile.', `${REFERENCE}#arg; Docker answers: “One or more build-args … were not consumed”`);
const SECRET_BUILD_ARG = DOCKERFILE_RULES.add('secret-build-arg', 'warning', 'A build argument looks like a secret; anyone can read it from the image.', `${BUILD_CHECKS}secrets-used-in-arg-or-env/`);
const UNUSED_BUILD_SECRET = DOCKERFILE_RULES.add('unused-build-secret', 'warning', 'No RUN mounts the build secret.', `${REFERENCE}#run---mounttypesecret`);
const MISSING_BUILD_SECRET = DOCKERFILE_RULES.add('missing-build-secret', 'error', 'A RUN requires a secret that is not among the build secrets.', `${REFERENCE}#run---mounttypesecret`);
/** Arguments that every Dockerfile has (https://docs.docker.com/build/building/variables/). */
const PREDEFINED = /^(?:(?:https?|ftp|no|all)_proxy|BUILDKIT_\w+|BUILDX_\w+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)\w+)$/i;
/** As Docker's own check SecretsUsedInArgOrEnv has them (https://docs.docker.com/reference/build-checks/). */
const SECRET_WORD = /(?:^|_)(?:apikey|api_key|auth|credentials?|password|pword|passwd|secret|token|(?:private|access|secret)_key)(?:$|_)/i;
/** What is wrong with the settings of a build, whatever its Dockerfile says. */
function checkBuildArgs(build, path) {
    return build.buildArgs
        .filter(({ name, value }) => SECRET_WORD.test(name) && value !== '')
        .map(({ name }) => {
        const what = `The build argument ${name} looks like a secret, and build arguments can be read from the image.`;
        const next = `Pass it with build-secrets: id=${name.toLowerCase()},env=${name}, and read it with RUN --mount=type=secret.`;
        return warn(SECRET_BUILD_ARG, { path: path('build-args') }, what, next);
    });
}
/** Holds the settings of a build to its Dockerfile, and the Dockerfile to the containers that the image is for. */
function checkDockerfile(dockerfile, build, path, containers) {
    const { file, isForeign, stages } = dockerfile;
    if (isForeign)
        return [];
    if (stages.length === 0) {
        const what = 'The Dockerfile has no FROM, so there is nothing to build.';
        return [
            { severity: 'error', code: NO_FROM.name, place: { file, line: 1, column: 1 }, what, next: 'Start it with FROM.' }
        ];
    }
    // A build option may say another target, and further arguments and secrets.
    const hasOptions = build.buildOptions.length > 0;
    const stage = (0,_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_3__/* .findStage */ .U9)(dockerfile, hasOptions ? undefined : build.target);
    if (stage === undefined)
        return [refuseTarget(dockerfile, build.target ?? '', path)];
    return [
        ...checkUnusedArgs(dockerfile, build, path),
        ...(hasOptions ? [] : checkSecrets(dockerfile, build, path)),
        ...(hasOptions ? [] : checkPlatform(dockerfile, stage, build, containers)),
        ...(hasOptions ? [] : containers.flatMap(container => checkPorts(dockerfile, stage, container)))
    ];
}
/** "target stage "x" could not be found" */
function refuseTarget({ file, stages }, target, path) {
    const names = stages.flatMap(({ name }) => name ?? []);
    const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(target, names);
    const what = `There is no stage ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(target)} in ${file}; it has ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(names)}.`;
    const next = near === undefined ? '' : `Did you mean ${near}?`;
    return { severity: 'error', code: UNKNOWN_TARGET.name, place: { path: path('target') }, what, next };
}
/** "One or more build-args were not consumed" */
function checkUnusedArgs({ file, args }, { buildArgs }, path) {
    return buildArgs
        .filter(({ name }) => !args.has(name) && !PREDEFINED.test(name))
        .map(({ name }) => {
        const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(name, args);
        const next = near === undefined ? `Write ARG ${name} there, or leave it out.` : `Did you mean ${near}?`;
        return warn(UNUSED_BUILD_ARG, { path: path('build-args') }, `${file} has no ARG ${name}, so the argument does nothing.`, next);
    });
}
function checkSecrets({ file, secrets }, { buildSecrets }, path) {
    const given = new Set(buildSecrets.flatMap(secret => (0,_docker_docker_args_js__WEBPACK_IMPORTED_MODULE_5__/* .readField */ .dR)(secret, 'id') ?? []));
    const mounted = new Set(secrets.map(({ id }) => id));
    const unused = [...given].filter(id => !mounted.has(id));
    const missing = secrets.filter(({ id, required }) => required && !given.has(id));
    return [
        ...unused.map(id => {
            const near = (0,_text_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(id, mounted);
            const next = near === undefined
                ? `Read it with RUN --mount=type=secret,id=${id}, or leave it out.`
                : `Did you mean ${near}?`;
            return warn(UNUSED_BUILD_SECRET, { path: path('build-secrets') }, `No RUN of ${file} mounts the secret ${id}.`, next);
        }),
        ...missing.map(({ id, line }) => {
            const what = `The build needs the secret ${id}, and build-secrets has none of this id.`;
            const next = `Add id=${id},env=<VARIABLE> or id=${id},src=<file> to build-secrets.`;
            return { severity: 'error', code: MISSING_BUILD_SECRET.name, place: at(file, line), what, next };
        })
    ];
}
/** A platform that FROM pins is what the image is for, whatever is asked for; variables leave that open. */
function checkPlatform(dockerfile, stage, { platforms }, containers) {
    const pinned = (0,_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_3__/* .listBases */ .zf)(dockerfile, stage).find(({ platform }) => platform !== undefined);
    if (pinned?.platform === undefined || pinned.platform.includes('$'))
        return [];
    const { platform, line } = pinned;
    const place = at(dockerfile.file, line);
    const next = 'Leave --platform out of FROM, and say it in platforms.';
    if (platforms.some(wanted => !isSame(wanted, platform))) {
        return [
            warn(FROM_PLATFORM, place, `FROM is pinned to ${platform}, and the image is to be built for ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(platforms)}.`, next)
        ];
    }
    const architecture = platform.split('/')[1];
    return containers
        .filter(container => container.architecture !== undefined && architecture !== container.architecture)
        .map(({ name, file, architecture: wanted = '' }) => warn(FROM_PLATFORM, place, `FROM is pinned to ${platform}, and the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} of ${file} runs on ${wanted}.`, next));
}
function isSame(one, other) {
    return one.split('/').slice(0, 2).join('/') === other.split('/').slice(0, 2).join('/');
}
/** ECS does not read EXPOSE; it says which port the program was meant to have. What holds a variable says nothing. */
function checkPorts(dockerfile, stage, container) {
    const exposed = (0,_build_dockerfile_js__WEBPACK_IMPORTED_MODULE_3__/* .listBases */ .zf)(dockerfile, stage).flatMap(({ ports }) => ports);
    const [first] = exposed;
    const ranges = exposed.map(({ text }) => readRange(text));
    if (first === undefined || container.ports.length === 0 || ranges.includes(undefined))
        return [];
    const meet = ranges.some(range => container.ports.some(({ from, to }) => range !== undefined && range.from <= to && from <= range.to));
    if (meet)
        return [];
    const mapped = container.ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
    const what = `The image exposes ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(exposed.map(({ text }) => text))}, and the container ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(container.name)} of ${container.file} maps ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_1__/* .listNames */ .Zv)(mapped)}.`;
    const next = 'Correct containerPort there to the port that the program listens on, or EXPOSE here.';
    return [warn(EXPOSED_PORT, at(dockerfile.file, first.line), what, next)];
}
function readRange(text) {
    const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text) ?? [];
    return from === undefined ? undefined : { from: Number(from), to: Number(to ?? from) };
}
function at(file, line) {
    return { file, line, column: 1 };
}
function warn(rule, place, what, next) {
    return { severity: 'warning', code: rule.name, place, what, next };
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ builderInOptions),
/* harmony export */   Dv: () => (/* binding */ exportedCaches),
/* harmony export */   NH: () => (/* binding */ settingsWithoutPlainArgument),
/* harmony export */   NW: () => (/* binding */ cacheType),
/* harmony export */   O_: () => (/* binding */ plainBuildArgs),
/* harmony export */   R2: () => (/* binding */ createBuilderArgs),
/* harmony export */   be: () => (/* binding */ loginArgs),
/* harmony export */   dR: () => (/* binding */ readField),
/* harmony export */   w$: () => (/* binding */ buildxArgs)
/* harmony export */ });
/** The arguments of `docker` for a build with buildx, in a fixed order. The build options come last, so that they have the last word. */
function buildxArgs(build, target) {
    return [
        'buildx',
        'build',
        ...option('--builder', target.builder),
        ...option('--file', build.dockerfile),
        ...option('--target', build.target),
        ...option('--platform', build.platforms.length === 0 ? undefined : build.platforms.join(',')),
        ...build.buildArgs.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
        ...build.buildSecrets.flatMap(secret => ['--secret', secret]),
        ...build.ssh.flatMap(agent => ['--ssh', agent]),
        ...build.labels.flatMap(({ name, value }) => ['--label', `${name}=${value}`]),
        ...build.cacheFrom.flatMap(cache => ['--cache-from', cache]),
        ...build.cacheTo.flatMap(cache => ['--cache-to', cache]),
        ...option('--metadata-file', target.metadataFile),
        '--tag',
        target.reference,
        target.to === 'registry' ? '--push' : '--load',
        ...build.buildOptions,
        build.context
    ];
}
/**
 * The arguments of `docker` for a build without buildx. Settings that it has no argument for (see `settingsWithoutPlainArgument`) are
 * not in it; a cache in a registry is named as plain Docker names it, by its reference.
 */
function plainBuildArgs(build, reference) {
    return [
        'build',
        ...option('--file', build.dockerfile),
        ...option('--target', build.target),
        ...option('--platform', build.platforms[0]),
        ...build.buildArgs.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
        ...build.buildSecrets.flatMap(secret => ['--secret', secret]),
        ...build.ssh.flatMap(agent => ['--ssh', agent]),
        ...build.labels.flatMap(({ name, value }) => ['--label', `${name}=${value}`]),
        ...build.cacheFrom.flatMap(cache => option('--cache-from', registryCache(cache))),
        '--tag',
        reference,
        ...build.buildOptions,
        build.context
    ];
}
/**
 * The settings in use that `docker build` without buildx cannot serve.
 *
 * @param buildkit the build runs in BuildKit (an engine's own, as in Docker 18.09 to 22) and not in the old builder
 */
function settingsWithoutPlainArgument(build, buildkit) {
    return [
        ...(build.platforms.length > 1 ? ['several platforms'] : []),
        ...(build.cacheTo.length > 0 ? ['cache-to'] : []),
        ...(build.cacheFrom.some(cache => registryCache(cache) === undefined) ? ['cache-from with this type'] : []),
        ...(build.buildSecrets.length > 0 && !buildkit ? ['build-secrets'] : []),
        ...(build.ssh.length > 0 && !buildkit ? ['ssh'] : [])
    ];
}
/** The type of a cache as Docker's `--cache-from` and `--cache-to` take them; a bare reference means a registry. */
function cacheType(cache) {
    return cache.includes('=') ? (readField(cache, 'type') ?? 'registry') : 'registry';
}
/** Caches that leave with the image itself need no builder that can export them. */
function exportedCaches(build) {
    return build.cacheTo.filter(cache => cacheType(cache) !== 'inline');
}
/** The builder that the build options name, which then is the user's choice. */
function builderInOptions(options) {
    const index = options.lastIndexOf('--builder');
    if (index >= 0)
        return options[index + 1];
    return options.findLast(word => word.startsWith('--builder='))?.slice('--builder='.length);
}
function loginArgs(username, host) {
    return ['login', '--username', username, '--password-stdin', host];
}
/**
 * A builder in a container of its own. Its network is its own too, so that a registry on this machine's loopback is out of its reach
 * unless it shares the machine's.
 */
function createBuilderArgs(name, onHostNetwork) {
    return [
        'buildx',
        'create',
        '--name',
        name,
        '--driver',
        'docker-container',
        ...(onHostNetwork ? ['--driver-opt', 'network=host'] : []),
        '--bootstrap'
    ];
}
/** The value of a field of Docker's comma-separated settings, as in `id=npm,env=NPM_TOKEN`. */
function readField(setting, ...names) {
    for (const part of setting.split(',')) {
        const [name = '', ...value] = part.replace(/^"|"$/g, '').split('=');
        if (value.length > 0 && names.includes(name.trim()))
            return value.join('=');
    }
    return undefined;
}
function registryCache(cache) {
    if (!cache.includes('='))
        return cache;
    return cacheType(cache) === 'registry' ? readField(cache, 'ref') : undefined;
}
function option(name, value) {
    return value === undefined ? [] : [name, value];
}


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   en: () => (/* binding */ isRepositoryName),
/* harmony export */   j1: () => (/* binding */ isTagImmutable),
/* harmony export */   w4: () => (/* binding */ hostOf)
/* harmony export */ });
/* harmony import */ var _text_wildcard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2917);

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?';
const HOST = new RegExp(`^(?:\\[[0-9a-fA-F:]+\\]|${LABEL}(?:\\.${LABEL})*)(?::\\d+)?$`);
/**
 * Takes a reference apart by the grammar of the distribution project: `[host[:port]/]path[:tag][@sha256:…]`. The first component is a
 * host where it holds a dot or a port or is `localhost`. undefined: it is no reference.
 */
function parseReference(text) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const tagged = colon > named.lastIndexOf('/');
    const tag = tagged ? named.slice(colon + 1) : undefined;
    const { host, path } = splitHost(tagged ? named.slice(0, colon) : named);
    if (!REPOSITORY.test(path) || path.length > 255)
        return undefined;
    if (host !== undefined && !HOST.test(host))
        return undefined;
    if (tag !== undefined && !TAG.test(tag))
        return undefined;
    if (digest !== undefined && !DIGEST.test(digest))
        return undefined;
    return { registry: host, repository: path, tag, digest };
}
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    const host = registry === undefined ? '' : `${registry}/`;
    return `${host}${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** The host of a `repositoryUri`, a `proxyEndpoint` or any other URL, with its port where it has one. */
function hostOf(address) {
    return address.replace(/^[a-z]+:\/\//, '').replace(/\/.*$/, '');
}
/** What Docker takes for a context (or a Dockerfile) that is not on this machine: a Git repository or an archive behind a URL. */
function isRemote(context) {
    return /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/.test(context);
}
/** The host is this machine's own, as seen from this machine. */
function isLoopback(host) {
    return /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/.test(host);
}
/** ECR's own rule: 2 to 256 characters, lower case, no host. */
function isRepositoryName(text) {
    return REPOSITORY.test(text) && text.length >= 2 && text.length <= 256;
}
function isTag(text) {
    return TAG.test(text);
}
/**
 * Once pushed, this tag can never name another image (ECR's `imageTagMutability`). With `IMMUTABLE_WITH_EXCLUSION` the tags that match
 * a filter are mutable, with `MUTABLE_WITH_EXCLUSION` they are the immutable ones; in a filter `*` stands for any number of characters.
 */
function isTagImmutable(repository, tag) {
    const excluded = repository.exclusions.some(filter => (0,_text_wildcard_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesWildcard */ ._)(filter, tag));
    switch (repository.mutability) {
        case 'IMMUTABLE':
            return true;
        case 'IMMUTABLE_WITH_EXCLUSION':
            return !excluded;
        case 'MUTABLE_WITH_EXCLUSION':
            return excluded;
        default:
            return false;
    }
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === 'localhost';
    return isHost ? { host: first, path: name.slice(slash + 1) } : { host: undefined, path: name };
}


/***/ }),

/***/ 9913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ws: () => (/* binding */ checkOffline),
  bJ: () => (/* binding */ isError),
  T: () => (/* binding */ logUnused),
  MI: () => (/* binding */ throwIfAny)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/task-definition/image-assignment.js
var image_assignment = __webpack_require__(6376);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/image/check/build-inputs.js
var build_inputs = __webpack_require__(8074);
// EXTERNAL MODULE: ./lib/image/check/dockerfile-rules.js
var dockerfile_rules = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/image/build/dockerfile.js
var build_dockerfile = __webpack_require__(9062);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/text/record.js
var record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/steps/prepare-service.js + 4 modules
var prepare_service = __webpack_require__(7573);
;// CONCATENATED MODULE: ./lib/steps/check-image-files.js








/** Checks what is to be built: its settings, whether context and Dockerfile are there, and what the Dockerfile says. */
async function checkImageFiles({ images }, services, files) {
    const checked = await Promise.all(images.map(async (image, index) => {
        if (image.kind !== 'built')
            return { dockerfiles: [], findings: [] };
        const path = (setting) => (images.length === 1 ? setting : `images[${index}].${setting}`);
        const containers = services.flatMap(service => listFacts(service.sources.taskDefinition, (0,prepare_service/* containersOf */.Mz)(service, image)));
        return checkBuiltImage(image, path, containers, files);
    }));
    return {
        dockerfiles: [...new Set(checked.flatMap(({ dockerfiles }) => dockerfiles))],
        findings: checked.flatMap(({ findings }) => findings)
    };
}
async function checkBuiltImage({ build, reuseImage }, path, containers, files) {
    // An image that is in the repository already needs nothing of this.
    const severity = reuseImage === true ? 'warning' : 'error';
    const findings = [
        ...(0,dockerfile_rules/* checkBuildArgs */.c3)(build, path),
        ...(0,errors/* toFindings */.Sz)(await (0,build_inputs/* checkContext */.M_)(build, path, { files }), severity)
    ];
    const dockerfile = (0,build_inputs/* dockerfileOf */.S9)(build);
    if ((0,reference/* isRemote */.Vx)(build.context) || (0,reference/* isRemote */.Vx)(dockerfile))
        return { dockerfiles: [], findings };
    // What cannot be read will be Docker's to tell.
    const bytes = await files.read(dockerfile).catch(() => undefined);
    if (bytes === undefined)
        return { dockerfiles: [], findings };
    const found = (0,dockerfile_rules/* checkDockerfile */.vn)((0,build_dockerfile/* readDockerfile */.n_)(dockerfile, bytes), build, path, containers);
    return { dockerfiles: [dockerfile], findings: [...findings, ...found] };
}
function listFacts(taskDefinition, names) {
    if (taskDefinition === undefined)
        return [];
    const { definition, document } = taskDefinition;
    return (0,types/* listContainers */.ts)(definition)
        .filter(({ name }) => names.includes(name))
        .map(container => ({
        name: container.name,
        file: document.file,
        ports: (0,types/* listPorts */.jW)(container),
        architecture: architectureOf(taskDefinition)
    }));
}
/** Without `cpuArchitecture` Fargate runs on X86_64; elsewhere it is the instances'. */
function architectureOf({ definition }) {
    const platform = (0,record/* own */.ZV)(definition, 'runtimePlatform');
    const required = (0,record/* own */.ZV)(definition, 'requiresCompatibilities');
    const isFargate = Array.isArray(required) && required.includes('FARGATE');
    const said = (0,record/* isRecord */.u4)(platform) ? (0,record/* own */.ZV)(platform, 'cpuArchitecture') : undefined;
    if (said === 'ARM64')
        return 'arm64';
    return said === 'X86_64' || (said === undefined && isFargate) ? 'amd64' : undefined;
}

// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
;// CONCATENATED MODULE: ./lib/steps/check-files.js






/** Reads and checks the files that the settings name: what a run does first, and what `slipway check` tells. */
async function checkOffline(config, files) {
    const read = config.deploysArtifacts
        ? (0,read_sources/* readServices */.JQ)(config.rollouts, files, false)
        : (0,read_sources/* readServices */.JQ)(config.rollouts, files);
    const services = (await read).map(service => (0,prepare_service/* checkServiceFiles */.Dp)(service, config));
    const findings = services.flatMap(service => service.findings);
    const complete = services.every(({ sources }) => sources.taskDefinition !== undefined);
    if (complete && !findings.some(isError)) {
        findings.push(...(0,errors/* toFindings */.Sz)(logUnused(config, services), 'error'));
    }
    const images = await checkImageFiles(config, services, files);
    findings.push(...images.findings);
    return { services, dockerfiles: images.dockerfiles, findings: (0,errors/* uniqueProblems */.OH)(findings) };
}
function isError({ severity }) {
    return severity === 'error';
}
/** Throws what is wrong, if anything is. */
function throwIfAny(problems) {
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ((0,errors/* uniqueProblems */.OH)(problems));
}
/** An image whose container no service has would be built for nothing. A single service has told that itself. */
function logUnused({ images, rollouts }, services) {
    if (rollouts.length === 1)
        return [];
    return images.flatMap(image => {
        if (services.some(service => (0,prepare_service/* containersOf */.Mz)(service, image).length > 0))
            return [];
        const { container } = image;
        const what = `No service has a container ${container === undefined ? 'for the image' : (0,format/* quote */.hD)(container)}.`;
        const next = `Correct images, or the task definitions of ${(0,format/* listNames */.Zv)(rollouts.map(({ rollout }) => rollout.service ?? ''))}.`;
        return [{ code: image_assignment/* UNKNOWN_CONTAINER */.Lf.name, place: { path: 'images' }, what, next }];
    });
}


/***/ }),

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dp: () => (/* binding */ checkServiceFiles),
  Mz: () => (/* binding */ containersOf),
  Ds: () => (/* binding */ namedContainersOf),
  tx: () => (/* binding */ prepareService)
});

// UNUSED EXPORTS: OUTPUT_FILE_RULES

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/appspec/appspec.js + 4 modules
var appspec_appspec = __webpack_require__(2225);
// EXTERNAL MODULE: ./lib/artifacts/artifact-paths.js
var artifact_paths = __webpack_require__(3960);
// EXTERNAL MODULE: ./lib/task-definition/types.js
var types = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/task-definition/index.js + 3 modules
var task_definition = __webpack_require__(6635);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/text/suggest.js
var suggest = __webpack_require__(6101);
// EXTERNAL MODULE: ./lib/text/format.js
var format = __webpack_require__(3808);
;// CONCATENATED MODULE: ./lib/rollout/service-settings.js

/**
 * What of the rollout's settings the service does not take, and what of the service's own lets no deployment end: told before anything is
 * changed, as ECS would refuse it after a revision was registered, or wait without end. Pure.
 */
function checkSettings(target, rollout) {
    return target.controller === 'CODE_DEPLOY'
        ? checkForCodeDeploy(target, rollout)
        : [...checkConflict(target, rollout), ...checkDesiredCount(target, rollout), ...checkRoom(target, rollout)];
}
/**
 * Settings that say nothing to a service, where whoever wrote them may take it for another one: those of CodeDeploy with a service that ECS
 * itself rolls out. One sentence each. Pure.
 *
 * @param hasAppspec whether the settings name an AppSpec; one that only lies there is no setting
 */
function warnOfSettings(target, rollout, hasAppspec) {
    if (target.controller !== 'ECS')
        return [];
    const said = [
        ['codedeploy-application', rollout.codedeployApplication],
        ['codedeploy-deployment-group', rollout.codedeployDeploymentGroup],
        ['codedeploy-deployment-config', rollout.codedeployDeploymentConfig],
        ['codedeploy-deployment-description', rollout.codedeployDeploymentDescription],
        ['appspec', hasAppspec ? true : undefined]
    ].flatMap(([name, value]) => (value === undefined ? [] : [String(name)]));
    if (said.length === 0)
        return [];
    const [are, them] = said.length === 1 ? ['has', 'it'] : ['have', 'them'];
    return [
        `${(0,format/* listNames */.Zv)(said)} ${are} no effect: ${target.serviceName} has the deployment controller ECS (${target.strategy}), so ECS deploys it and not CodeDeploy. Leave ${them} out for this service.`
    ];
}
/**
 * CodeDeploy takes the new tasks' capacity providers from the AppSpec alone: where it names none, those of the service are lost, and the
 * tasks get a launch type. Pure.
 *
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 */
function warnOfCapacity(target, appspec) {
    if (target.controller !== 'CODE_DEPLOY' || appspec === undefined)
        return [];
    const { capacityProviderStrategy: strategy = [] } = readCapacity(target.service);
    if (strategy.length === 0 || appspec.capacityProviderStrategy.length > 0)
        return [];
    const providers = strategy.map(({ capacityProvider = '', base = 0, weight = 0 }) => {
        const more = [...(base > 0 ? [`Base: ${base}`] : []), `CapacityProvider: ${capacityProvider}`, `Weight: ${weight}`];
        return `{ ${more.join(', ')} }`;
    });
    return [
        `The service ${target.serviceName} runs on the capacity ${strategy.length === 1 ? 'provider' : 'providers'} ${(0,format/* listNames */.Zv)(strategy.map(({ capacityProvider = '' }) => capacityProvider))}, and the AppSpec names none: CodeDeploy drops them, and the new tasks get a launch type. Add CapacityProviderStrategy: [${providers.join(', ')}] to its Properties.`
    ];
}
/** With CodeDeploy the task set that gets the traffic says it, where the service does not. */
function readCapacity(service) {
    const ofService = service.capacityProviderStrategy ?? [];
    return ofService.length > 0 ? service : (service.taskSets?.find(({ status }) => status === 'PRIMARY') ?? service);
}
function checkForCodeDeploy(target, rollout) {
    if (!rollout.forceNewDeployment)
        return [];
    return [
        {
            code: 'not-for-codedeploy',
            place: { path: 'force-new-deployment' },
            what: `force-new-deployment is for services with the controller ECS; ${target.serviceName} has CODE_DEPLOY, where every run is a new deployment.`,
            next: 'Leave it out.'
        }
    ];
}
/** ECS replaces a deployment that is in progress, unless that is not wanted. CodeDeploy refuses by itself (see group.ts). */
function checkConflict({ primary, serviceName }, rollout) {
    if (rollout.onConflict !== 'fail' || primary?.rolloutState !== 'IN_PROGRESS')
        return [];
    return [
        {
            code: 'deployment-active',
            place: { path: 'on-conflict' },
            what: `The deployment ${primary.id ?? ''} of ${serviceName} is in progress, and on-conflict is fail.`,
            next: 'on-conflict: wait waits until it has ended; without on-conflict ECS replaces it.'
        }
    ];
}
/** UpdateService answers "The daemon scheduling strategy does not support a desired count for services." */
function checkDesiredCount({ service, serviceName }, { desiredCount }) {
    if (desiredCount === undefined || service.schedulingStrategy !== 'DAEMON')
        return [];
    return [
        {
            code: 'not-for-daemon',
            place: { path: 'desired-count' },
            what: `desired-count is for services with the scheduling strategy REPLICA; ${serviceName} is a DAEMON, which runs one task on each container instance.`,
            next: 'Leave it out for this service.'
        }
    ];
}
/**
 * A rolling update starts a new task where the tasks stay within maximumPercent (rounded down), and stops an old one where they do not fall
 * below minimumHealthyPercent (rounded up). Where all that are wanted run and neither is possible, it never begins.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
function checkRoom({ service, serviceName, strategy }, rollout) {
    if (strategy !== 'ROLLING')
        return [];
    const isDaemon = service.schedulingStrategy === 'DAEMON';
    const { minimumHealthyPercent: minimum = isDaemon ? 0 : 100, maximumPercent: maximum = isDaemon ? 100 : 200 } = service.deploymentConfiguration ?? {};
    const wanted = rollout.desiredCount ?? service.desiredCount ?? 0;
    const running = service.runningCount ?? wanted;
    const max = Math.floor((wanted * maximum) / 100);
    const least = Math.ceil((wanted * minimum) / 100);
    if (wanted === 0 || running < wanted || max > wanted || least < wanted)
        return [];
    const rounding = minimum === 100 && maximum === 100 ? '' : ', as ECS rounds them,';
    return [
        {
            code: 'no-room-to-deploy',
            place: { path: 'service' },
            what: `${serviceName} can never deploy: of its ${wanted} ${wanted === 1 ? 'task' : 'tasks'}, minimumHealthyPercent ${minimum} lets ECS stop none and maximumPercent ${maximum} lets it start none beside them${rounding} so no task can be replaced.`,
            next: `Raise maximumPercent or lower minimumHealthyPercent: \`aws ecs update-service --service ${serviceName} --deployment-configuration maximumPercent=…,minimumHealthyPercent=…\`.`
        }
    ];
}

;// CONCATENATED MODULE: ./lib/rollout/compatibility.js


/**
 * Compares a task definition with the service that is to run it, before anything is registered: what ECS and CodeDeploy
 * would only say after the change, some of it (the AppSpec's container and port) in the middle of a deployment.
 */
function checkTarget(target, taskDefinition, appspec, rollout) {
    return [
        ...checkTraffic(target, taskDefinition, appspec),
        ...checkNetwork(target, taskDefinition, appspec),
        ...checkLaunch(target, taskDefinition),
        ...checkSettings(target, rollout)
    ];
}
function checkTraffic(target, taskDefinition, appspec) {
    // With CodeDeploy the AppSpec says where the traffic goes, not the service.
    if (target.controller === 'CODE_DEPLOY') {
        if (appspec?.containerName === undefined)
            return [];
        const where = `The AppSpec's LoadBalancerInfo`;
        return checkEndpoint(appspec.containerName, appspec.containerPort, where, taskDefinition, appspec.file);
    }
    const ofBalancers = (target.service.loadBalancers ?? []).map(entry => ({
        container: entry.containerName,
        port: entry.containerPort,
        where: `The load balancer of the service ${target.serviceName}`
    }));
    const ofRegistries = (target.service.serviceRegistries ?? []).map(entry => ({
        container: entry.containerName,
        port: entry.containerPort,
        where: `The service registry of the service ${target.serviceName}`
    }));
    return [...ofBalancers, ...ofRegistries].flatMap(({ container, port, where }) => container === undefined ? [] : checkEndpoint(container, port, where, taskDefinition, undefined));
}
function checkEndpoint(containerName, port, where, taskDefinition, file) {
    const names = taskDefinition.containers.map(container => container.name);
    const container = taskDefinition.containers.find(candidate => candidate.name === containerName);
    const place = { file: file ?? taskDefinition.file };
    if (container === undefined) {
        const nearest = (0,suggest/* nearestName */.q)(containerName, names);
        return [
            {
                code: 'unknown-container',
                place,
                what: `${where} sends traffic to the container ${containerName}, which the task definition does not have (it has ${names.join(', ')}).`,
                next: nearest === undefined ? 'Make the two agree.' : `Did you mean ${nearest}?`
            }
        ];
    }
    if (port === undefined || hasPort(container, port))
        return [];
    const ports = [...container.ports.map(String), ...(container.portRanges ?? [])];
    return [
        {
            code: 'unknown-port',
            place,
            what: `${where} sends traffic to port ${port} of the container ${containerName}, which maps ${ports.length === 0 ? 'no port' : ports.join(', ')}.`,
            next: `Add containerPort ${port} to its portMappings, or make the two agree.`
        }
    ];
}
function hasPort(container, port) {
    const inRange = (range) => {
        const [first = Number.NaN, last = Number.NaN] = range.split('-').map(Number);
        return first <= port && port <= last;
    };
    return container.ports.includes(port) || (container.portRanges ?? []).some(inRange);
}
function checkNetwork(target, taskDefinition, appspec) {
    const mode = taskDefinition.networkMode;
    const place = { file: taskDefinition.file, path: 'networkMode' };
    const ofTaskSets = target.service.taskSets?.some(set => set.networkConfiguration?.awsvpcConfiguration !== undefined);
    const ofService = target.service.networkConfiguration?.awsvpcConfiguration !== undefined || ofTaskSets === true;
    const hasNetwork = ofService || appspec?.hasNetworkConfiguration === true;
    if (mode === 'awsvpc' && !hasNetwork) {
        return [
            {
                code: 'network-mode',
                place,
                what: `The task definition has the network mode awsvpc, but the service ${target.serviceName} has no subnets (networkConfiguration).`,
                next: 'Give the service a network configuration, or use the network mode that it was made for.'
            }
        ];
    }
    if (mode !== 'awsvpc' && ofService && target.controller === 'ECS') {
        return [
            {
                code: 'network-mode',
                place,
                what: `The service ${target.serviceName} has subnets (networkConfiguration), but the task definition has the network mode ${mode ?? 'bridge (the default)'}.`,
                next: 'Set networkMode to awsvpc.'
            }
        ];
    }
    return [];
}
function checkLaunch(target, taskDefinition) {
    const required = taskDefinition.requiresCompatibilities ?? [];
    const launchType = readLaunchType(target);
    if (launchType === undefined || required.length === 0 || required.includes(launchType))
        return [];
    return [
        {
            code: 'launch-type',
            place: { file: taskDefinition.file, path: 'requiresCompatibilities' },
            what: `The service ${target.serviceName} runs on ${launchType}, but the task definition is for ${required.join(', ')} only.`,
            next: `Add ${launchType} to requiresCompatibilities.`
        }
    ];
}
/** What the service runs on, `FARGATE` or `EC2` …; undefined where its capacity providers leave that open. */
function readLaunchType({ service }) {
    const providers = service.capacityProviderStrategy ?? [];
    // Any other capacity provider may be one of EC2 or of managed instances: nothing to compare with.
    if (providers.length > 0) {
        const fargate = providers.every(item => /^FARGATE(_SPOT)?$/.test(item.capacityProvider ?? ''));
        return fargate ? 'FARGATE' : undefined;
    }
    return service.launchType ?? service.taskSets?.[0]?.launchType;
}

// EXTERNAL MODULE: ./lib/text/record.js
var text_record = __webpack_require__(8006);
// EXTERNAL MODULE: ./lib/task-definition/check-rules.js + 16 modules
var check_rules = __webpack_require__(6373);
// EXTERNAL MODULE: ./lib/text/ecr-host.js
var ecr_host = __webpack_require__(5964);
;// CONCATENATED MODULE: ./lib/steps/check-task-definition.js






/** Checks a task definition by the rules of ECS as it will be registered: with what the settings change in it. */
function checkOutgoing(file, shipment) {
    const { files, assignments } = shipment;
    const images = assignments.flatMap(({ containers }) => containers.map(container => ({ container })));
    // Names that clash are told by themselves, at the settings.
    const clashes = (0,task_definition/* checkChanges */.ek)(file, { ...files, images }).length > 0;
    const changes = clashes ? { ...files, environmentVariables: [], secrets: [] } : files;
    return (0,check_rules/* checkDefinition */.Q)((0,task_definition/* changeDefinition */.Ko)(file, { ...changes, images }), factsOf(shipment));
}
/** The same for what is registered already: ECS took it, so only what the settings bring in counts. */
function checkRegistered(file, shipment) {
    const before = new Set((0,check_rules/* checkDefinition */.Q)(file, factsOf(shipment)).map(errors/* formatProblem */.Vw));
    return checkOutgoing(file, shipment).filter(finding => !before.has((0,errors/* formatProblem */.Vw)(finding)));
}
function factsOf({ assignments, target }) {
    const launchType = target === undefined ? undefined : readLaunchType(target);
    return {
        images: new Map(assignments.flatMap(({ image, containers }) => containers.map(name => [name, describeImage(image)]))),
        launchTypes: launchType === undefined ? undefined : [launchType]
    };
}
function describeImage(image) {
    if (image.kind === 'built')
        return { isInEcr: true, platforms: image.build.platforms };
    const registry = (0,reference/* parseReference */.F2)(image.image)?.registry;
    return { isInEcr: registry !== undefined && (0,ecr_host/* parseEcrHost */.wl)(registry) !== undefined, platforms: [] };
}

// EXTERNAL MODULE: ./lib/aws/errors.js + 2 modules
var aws_errors = __webpack_require__(4506);
// EXTERNAL MODULE: ./lib/text/arn.js
var text_arn = __webpack_require__(8988);
;// CONCATENATED MODULE: ./lib/steps/read-registered.js




/** Reads what `task-definition` names at ECS: the revision that the service runs, a family's newest, or one by its number. Throws SlipwayError. */
async function readRegistered(files, target, context) {
    const source = files.taskDefinition;
    if (source === undefined || source.kind === 'file')
        return { taskDefinition: undefined, revision: undefined };
    const reference = source.kind === 'registered' ? source.reference : target?.runningTaskDefinitionArn;
    if (reference === undefined) {
        throw new errors/* SlipwayError */.GQ({
            code: 'nothing-running',
            fault: 'user',
            what: `task-definition is "service", but ${target === undefined ? 'no service is given' : `the service ${target.serviceName} runs nothing yet`}.`,
            next: 'Name a file, a family or an ARN.'
        });
    }
    try {
        const { taskDefinition, written } = await context.ecs.describeTaskDefinition(reference);
        const { taskDefinitionArn: arn = reference, status = 'ACTIVE' } = taskDefinition;
        const read = (0,task_definition/* readRegisteredTaskDefinition */.Lf)(written.taskDefinition, written.tags, reference);
        return { taskDefinition: read, revision: { arn, status } };
    }
    catch (error) {
        if ((0,aws_errors/* awsErrorName */.ZH)(error) === 'ClientException')
            throw missingRevision(reference, error);
        throw (0,aws_errors/* explainAwsError */.Ni)(error, `Reading the task definition ${reference}`);
    }
}
/** UpdateService and RunTask answer "TaskDefinition is inactive", after whatever comes before them. */
function describeInactive({ arn, status }) {
    const name = (0,text_arn/* resourceName */.Iy)(arn);
    const family = name.replace(/:\d+$/, '');
    return {
        code: 'revision-not-active',
        place: { path: 'task-definition' },
        what: `The task definition ${name} is ${status}: it was deregistered, so ECS can no longer deploy it.`,
        next: `Name another revision, or ${family} for the newest that is ACTIVE; with an image or a change Slipway registers a new one from it.`
    };
}
/** DescribeTaskDefinition answers "Unable to describe task definition." */
function missingRevision(reference, cause) {
    const isRevision = /:\d+$/.test(reference);
    return new errors/* SlipwayError */.GQ({
        code: 'no-such-revision',
        fault: 'user',
        what: isRevision
            ? `There is no task definition ${reference} in this account and region.`
            : `The family ${reference} has no ACTIVE task definition in this account and region.`,
        next: 'Correct task-definition, region or the role; `aws ecs list-task-definition-families` lists the existing ones.',
        cause
    });
}

// EXTERNAL MODULE: ./lib/steps/read-sources.js
var read_sources = __webpack_require__(9488);
;// CONCATENATED MODULE: ./lib/steps/prepare-service.js













const OUTPUT_FILE_RULES = new errors/* RuleList */.VZ();
const WOULD_OVERWRITE = OUTPUT_FILE_RULES.add('would-overwrite', 'error', 'An output file would overwrite a file that it is made from.', 'artifacts-directory');
/** The containers that an image of the run is for in a service; empty: it has none there. */
function containersOf({ assignments }, image) {
    return assignments.find(assignment => assignment.image === image)?.containers ?? [];
}
/** The containers for which an image of the run is named in a service's files: without a task definition, that of the settings. */
function namedContainersOf({ assignments, taskDefinition }, image) {
    if (taskDefinition !== undefined)
        return containersOf({ assignments }, image);
    return image.container === undefined ? [] : [image.container];
}
/** Checks what the files say by themselves, without asking AWS; what the readers found is among it. */
function checkServiceFiles(service, run) {
    const { config, sources } = service;
    const { taskDefinition, appspec } = sources;
    const assigned = taskDefinition === undefined ? NOTHING_ASSIGNED : assignAndCheck(service, run, taskDefinition);
    const { assignments } = assigned;
    const overwritten = run.deploysArtifacts ? [] : checkOverwriting(config.files, sources);
    const problems = [...sources.problems, ...assigned.problems, ...overwritten];
    const fit = taskDefinition === undefined || appspec === undefined ? [] : (0,appspec_appspec/* checkAppspec */.$3)(appspec, taskDefinition);
    const rules = taskDefinition === undefined ? [] : checkOutgoing(taskDefinition, { files: config.files, assignments });
    const warnings = [...(taskDefinition?.warnings ?? []), ...(appspec?.warnings ?? [])];
    return {
        ...service,
        assignments,
        findings: [...(0,errors/* toFindings */.Sz)(problems, 'error'), ...rules, ...fit, ...(0,errors/* toFindings */.Sz)(warnings, 'warning')]
    };
}
/** The files that are written have names that people give to their own: one of theirs must not be written over. */
function checkOverwriting(files, sources) {
    const written = new Set(Object.values(artifact_paths/* ARTIFACT_NAMES */.k).map(name => (0,external_node_path_.resolve)(files.artifactsDirectory, name)));
    return [sources.taskDefinition?.document.file, sources.appspec?.places.containerName.file].flatMap(path => path === undefined || !written.has((0,external_node_path_.resolve)(path))
        ? []
        : [
            {
                code: WOULD_OVERWRITE.name,
                place: { file: path },
                what: `artifacts-directory is ${files.artifactsDirectory}, so this file would be overwritten by the generated file.`,
                next: 'Set artifacts-directory to another folder.'
            }
        ]);
}
/** Prepares one service from its files and its target, and checks the one against the other. Throws ProblemsError with all that is wrong; SlipwayError. */
async function prepareService(service, run, context) {
    const { config, sources, target } = service;
    const { files, rollout } = config;
    const { taskDefinition: read, revision } = sources.taskDefinition === undefined
        ? await readRegistered(files, target, context)
        : { taskDefinition: sources.taskDefinition, revision: undefined };
    const assigned = read === undefined ? NOTHING_ASSIGNED : assignAndCheck(service, run, read);
    const { assignments } = assigned;
    const problems = [...assigned.problems];
    const check = sources.taskDefinition === undefined ? checkRegistered : checkOutgoing;
    const rules = read === undefined ? [] : check(read, { files, assignments, target });
    problems.push(...rules.filter(({ severity }) => severity === 'error'));
    const warnings = rules.filter(({ severity }) => severity === 'warning');
    const taskDefinition = read === undefined ? undefined : { ...read, warnings: [...read.warnings, ...warnings] };
    const appspec = run.deploysArtifacts
        ? requireAppspec(service, problems)
        : await chooseAppspec(sources, target, problems);
    if (taskDefinition !== undefined && target !== undefined) {
        problems.push(...checkTarget(target, prepare_service_factsOf(taskDefinition), factsOfAppspec(appspec), rollout));
    }
    const asRegistered = assignments.length === 0 && hasNoChanges(files) ? revision : undefined;
    if (asRegistered !== undefined && asRegistered.status !== 'ACTIVE')
        problems.push(describeInactive(asRegistered));
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ(problems);
    // A revision that is deployed as it is loses nothing, whatever a new one would.
    const prepared = taskDefinition !== undefined && asRegistered !== undefined ? { ...taskDefinition, warnings } : taskDefinition;
    return {
        config,
        sources,
        target: target && withWarnings(target, config, appspec, run),
        assignments,
        taskDefinition: prepared,
        asRegistered: asRegistered?.arn,
        appspec
    };
}
/** What the service takes otherwise than the files and settings may mean it, beside what was found out about it. */
function withWarnings(target, { files, rollout }, appspec, { deploysArtifacts }) {
    const namesAppspec = files.appspec !== undefined && !deploysArtifacts;
    const further = [...warnOfSettings(target, rollout, namesAppspec), ...warnOfCapacity(target, appspec)];
    return { ...target, warnings: [...target.warnings, ...further] };
}
async function chooseAppspec(sources, target, problems) {
    if (sources.appspec !== undefined)
        return sources.appspec;
    if (target?.controller !== 'CODE_DEPLOY')
        return undefined;
    return (0,read_sources/* collect */.Fo)(errors/* ProblemsError */.FQ, problems, () => (0,appspec_appspec/* makeAppspec */.Xj)(target.service));
}
/** Written files are whole: what they lack is not made here, where the service may have changed since. */
function requireAppspec({ config, sources, target }, problems) {
    if (sources.appspec === undefined && target?.controller === 'CODE_DEPLOY') {
        problems.push({
            code: 'artifact-missing',
            place: {},
            what: `There is no ${(0,external_node_path_.join)(config.files.artifactsDirectory, artifact_paths/* ARTIFACT_NAMES */.k.appspec)}, and CodeDeploy deploys the service ${target.serviceName}.`,
            next: 'Give the settings an appspec, so that the build writes it, and build again.'
        });
    }
    return sources.appspec;
}
const NOTHING_ASSIGNED = { assignments: [], problems: [] };
function assignAndCheck({ config: { files } }, run, taskDefinition) {
    try {
        const assignments = assignOwn(files, run, taskDefinition);
        const images = assignments.flatMap(({ containers }) => containers.map(container => ({ container })));
        return { assignments, problems: (0,task_definition/* checkChanges */.ek)(taskDefinition, { ...files, images }) };
    }
    catch (error) {
        if (!(error instanceof errors/* RuleProblemsError */.lj))
            throw error;
        return { assignments: [], problems: error.problems };
    }
}
/** With several services an image is for those that have its container; the others go without it. */
function assignOwn(files, { images, rollouts }, taskDefinition) {
    const assignable = images.flatMap(image => {
        if (rollouts.length === 1)
            return [toAssignable(image)];
        const container = findContainer(image, files, images.length === 1, taskDefinition);
        return container === 'none' ? [] : [{ ...toAssignable(image), container }];
    });
    const assigned = (0,task_definition/* assignImages */.gE)(taskDefinition, assignable, files.containerName);
    return assigned.map(({ image, containers }) => ({ image: image.config, containers }));
}
/** The container that an image names, the service's own `container-name` for a single image; undefined: to be found; `none` where it has neither. */
function findContainer({ container }, { containerName }, single, { containerNames }) {
    if (container === undefined || containerNames.includes(container))
        return container;
    return single && containerName !== undefined && containerNames.includes(containerName) ? containerName : 'none';
}
function toAssignable(config) {
    const repository = config.kind === 'built' ? config.repository : (0,reference/* parseReference */.F2)(config.image)?.repository;
    return { config, container: config.container, repository };
}
function hasNoChanges(files) {
    return (files.environmentVariables.length +
        files.secrets.length +
        files.dockerLabels.length +
        files.logConfigurationOptions.length ===
        0 &&
        [files.logConfigurationLogDriver, files.command, files.taskRoleArn, files.executionRoleArn].every(value => value === undefined));
}
function prepare_service_factsOf(file) {
    const { definition } = file;
    const networkMode = (0,text_record/* own */.ZV)(definition, 'networkMode');
    const required = (0,text_record/* own */.ZV)(definition, 'requiresCompatibilities');
    return {
        file: file.document.file,
        networkMode: typeof networkMode === 'string' ? networkMode : undefined,
        requiresCompatibilities: Array.isArray(required) ? required.map(String) : [],
        containers: (0,types/* listContainers */.ts)(definition).map(({ name, record }) => {
            const mappings = (0,types/* listRecords */.VI)((0,text_record/* own */.ZV)(record, 'portMappings'));
            return {
                name,
                ports: mappings.map(mapping => (0,text_record/* own */.ZV)(mapping, 'containerPort')).filter(port => typeof port === 'number'),
                portRanges: mappings
                    .map(mapping => (0,text_record/* own */.ZV)(mapping, 'containerPortRange'))
                    .filter(range => typeof range === 'string')
            };
        })
    };
}
function factsOfAppspec(appspec) {
    return appspec === undefined ? undefined : { ...(0,appspec_appspec/* appspecTarget */.Wz)(appspec), file: appspec.places.containerName.file };
}


/***/ }),

/***/ 2917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
/** Whether a text matches a filter of ECR's, in which `*` stands for any number of characters. */
function matchesWildcard(filter, text) {
    const pattern = filter.split('*').map(part => part.replace(/[.\\+?^$()[\]{}|-]/g, '\\$&'));
    return new RegExp(`^${pattern.join('.*')}$`).test(text);
}


/***/ })

};
