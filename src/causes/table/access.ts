import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

const stage = 'api';

/** Refusals of every API of AWS: throttling, credentials, tokens, rights. */
export const ACCESS_CAUSES: readonly Cause[] = [
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
        words:
          /too many concurrent|concurrent (?:attempts|updates|modification)|try again (?:later|shortly)?.*(?:in progress|concurrent)/i
      }
    ]
  },
  {
    id: 'identity-keys-unreachable',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    retry: 'refused',
    what: 'STS cannot fetch the keys of the identity provider at this moment',
    advice:
      "It usually passes: run it again. Where it stays, the provider's URL in IAM must be reachable from the internet.",
    source: PAGES.sts,
    message: "Couldn't retrieve verification key from your identity provider",
    signs: [
      {
        stage,
        words:
          /couldn't retrieve verification key|IDPCommunicationError|could not be reached|communicat\w+ with the identity provider/i
      },
      { stage, error: /^IDPCommunicationError/ }
    ]
  },
  {
    id: 'trust-denied',
    class: 'other',
    deterministic: true,
    what: 'the role may not be assumed with this token',
    advice:
      "Look at the trust policy of role-to-assume: it must name GitHub's provider, its audience, and the subject of this workflow, letter case included; a job with an environment has repo:OWNER/NAME:environment:NAME. slipway generate iam writes it.",
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
    advice:
      "Add sts.amazonaws.com (in China sts.amazonaws.com.cn) to the provider's audiences in IAM, and to aud in the trust policy.",
    source: PAGES.sts,
    message: 'Incorrect token audience',
    signs: [{ stage, words: /token audience|invalid audience/i }]
  },
  {
    id: 'identity-provider-missing',
    class: 'other',
    deterministic: true,
    what: "there is no OpenID Connect provider for the token's issuer in this account, or the token is not valid",
    advice:
      "Create the provider in IAM with GitHub's issuer URL (of GitHub Enterprise its own) and look at the account in role-to-assume; slipway generate iam writes it.",
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
    advice:
      "Set role-duration-seconds smaller, or raise the role's MaxSessionDuration; a role that assumes another has an hour at most.",
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
    advice:
      'Check the access key, its secret and its session token, and that they belong together; an opt-in region must be enabled for the account.',
    source: PAGES.errors,
    message: 'The security token included in the request is invalid',
    signs: [
      {
        stage,
        error:
          /^(?:UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken|OptInRequired|AuthFailure|InvalidAccessKeyId|RegionDisabled)/
      },
      { stage, words: /security token .*invalid|signature we calculated/i }
    ]
  },
  {
    id: 'denied-pass-role',
    class: 'other',
    deterministic: true,
    what: "the caller's role may not pass the role {role|of the task} (iam:PassRole, {denial|no policy allows it})",
    advice:
      "Allow iam:PassRole for {role|the task's roles} in the caller's policy: for CodeDeploy its service role, else the role that this run uses; slipway generate iam writes it. An explicit deny or a permissions boundary must be changed where one is named.",
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
    advice:
      "Allow {action|the action} in the {denial|boundary}: the role's own policy alone is not enough. For a service or resource control policy, ask who runs the organization.",
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
