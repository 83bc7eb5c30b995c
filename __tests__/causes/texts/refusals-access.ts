import { denied, refusal, type RefusalSample } from './refusal-forms.js';

/** What any API of AWS refuses: credentials, rights, throttling. */
export const REFUSALS_ACCESS: readonly RefusalSample[] = [
  [
    'eni-or-capacity-transient',
    false,
    refusal('ClientException', 'Too many concurrent attempts to create a new revision of the specified family.'),
    'revision-collision'
  ],
  [
    'other',
    true,
    denied('iam:PassRole', 'because no identity-based policy allows the iam:PassRole action'),
    'denied-pass-role'
  ],
  [
    'other',
    true,
    denied('ecs:UpdateService', 'because no identity-based policy allows the ecs:UpdateService action'),
    'denied'
  ],
  [
    'other',
    true,
    denied('ecs:UpdateService', 'with an explicit deny in a service control policy'),
    'denied-explicitly'
  ],
  [
    'other',
    true,
    denied('ecs:UpdateService', 'because no permissions boundary allows the ecs:UpdateService action'),
    'denied-by-boundary'
  ],
  [
    'other',
    true,
    denied('ecs:UpdateService', 'because no service control policy allows the ecs:UpdateService action'),
    'denied-by-boundary'
  ],
  [
    'other',
    true,
    denied('ecs:UpdateService', 'because no VPC endpoint policy allows the ecs:UpdateService action'),
    'denied-by-boundary'
  ],
  ['eni-or-capacity-transient', false, refusal('ThrottlingException', 'Rate exceeded'), 'api-throttled'],
  [
    'eni-or-capacity-transient',
    false,
    refusal(
      'InvalidParameterException',
      'Error retrieving security group information for [sg-0fedcba9876543210]: Rate exceeded (ErrorCode: Throttling)'
    ),
    'api-throttled'
  ],
  [
    'eni-or-capacity-transient',
    false,
    refusal(
      'InvalidParameterException',
      'Error retrieving subnet information for [subnet-0fedcba9876543210]: Request limit exceeded. (ErrorCode: RequestLimitExceeded)'
    ),
    'api-throttled'
  ],
  ['other', true, refusal('BlockedException', 'Your AWS account is currently blocked.'), 'account-blocked'],
  ['other', true, refusal('InvalidIdentityToken', 'Incorrect token audience'), 'token-audience'],
  [
    'other',
    true,
    refusal(
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com'
    ),
    'identity-provider-missing'
  ],
  [
    'eni-or-capacity-transient',
    false,
    refusal(
      'InvalidIdentityToken',
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements"
    ),
    'identity-keys-unreachable'
  ],
  [
    'eni-or-capacity-transient',
    false,
    refusal('IDPCommunicationError', 'The identity provider could not be reached.'),
    'identity-keys-unreachable'
  ],
  [
    'other',
    true,
    refusal('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403),
    'trust-denied'
  ],
  [
    'other',
    true,
    refusal('ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
    'session-too-long'
  ],
  [
    'other',
    true,
    refusal('ExpiredTokenException', 'The security token included in the request is expired', 403),
    'credentials-expired'
  ],
  [
    'other',
    true,
    refusal('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    'credentials-invalid'
  ],
  [
    'other',
    true,
    refusal(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      403
    ),
    'credentials-invalid'
  ],
  [
    'other',
    true,
    refusal(
      'AccessDeniedException',
      'User: arn:aws:sts::777788889999:assumed-role/edge-ci/x is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:ap-southeast-2:777788889999:repository/edge because no session policy allows the ecr:InitiateLayerUpload action',
      400
    ),
    'denied-by-boundary'
  ],
  ['other', true, refusal('RequestExpired', 'Request has expired.', 400), 'credentials-expired'],
  [
    'other',
    true,
    refusal('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
    'credentials-invalid'
  ],
  ['eni-or-capacity-transient', false, refusal('TooManyRequestsException', 'Rate exceeded', 429), 'api-throttled'],
  [
    'other',
    true,
    refusal('AccessDeniedException', "You don't have permissions to access this resource.", 400),
    'denied'
  ],
  [
    'other',
    true,
    refusal(
      'AccessDenied',
      'User: arn:aws:iam::111122223333:user/lab is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/deploy',
      403
    ),
    'denied'
  ],
  [
    'other',
    true,
    refusal('RegionDisabledException', 'STS is not activated in this region for account:111122223333.', 403),
    'credentials-invalid'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided.',
      403
    ),
    'credentials-invalid'
  ],
  [
    'eni-or-capacity-transient',
    false,
    refusal('ThrottlingException', 'Too many concurrent deployments', 400),
    'api-throttled'
  ]
];
