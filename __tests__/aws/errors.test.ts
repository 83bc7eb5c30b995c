import { describe, expect, it } from '@jest/globals';

import {
  awsErrorName,
  explainAwsError,
  isAccessDenied,
  isCredentialsError,
  isThrottling,
  isTransient
} from '../../src/aws/errors.js';
import { SlipwayError } from '../../src/errors.js';

/** An error as the SDK throws it: a name, a message, the HTTP status. */
function serviceError(name: string, message = 'said AWS', status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 127.0.0.1:443`), { code });
}

/** What the SDK throws at an answer that is no JSON. */
function strangeAnswer(message: string, status: number): Error {
  const hint =
    'Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.';
  return Object.assign(new SyntaxError(`${message}\n  ${hint}`), { $metadata: { httpStatusCode: status } });
}

describe('what kind of error it is', () => {
  it.each([
    // error, throttling, transient, access, credentials
    [serviceError('ThrottlingException'), true, true, false, false],
    [serviceError('Throttling'), true, true, false, false],
    [serviceError('Strange', 'slow down', 429), true, true, false, false],
    [serviceError('ServerException', 'oops', 500), false, true, false, false],
    [serviceError('Strange', 'oops', 503), false, true, false, false],
    [systemError('ECONNRESET'), false, true, false, false],
    [systemError('ECONNREFUSED'), false, true, false, false],
    [serviceError('TimeoutError'), false, true, false, false],
    [serviceError('AccessDeniedException'), false, false, true, false],
    [serviceError('ExpiredTokenException'), false, false, false, true],
    [serviceError('CredentialsProviderError'), false, false, false, true],
    [serviceError('UnrecognizedClientException'), false, false, false, true],
    // Refusals that pass under a name that says nothing of it.
    [
      serviceError('ClientException', 'Too many concurrent attempts to create a new revision of the specified family.'),
      true,
      true,
      false,
      false
    ],
    [
      serviceError(
        'InvalidParameterException',
        'Error retrieving subnet information for [subnet-1]: Rate exceeded (ErrorCode: Throttling)'
      ),
      true,
      true,
      false,
      false
    ],
    [serviceError('ClientException', 'The service is busy. Please try again later.'), true, true, false, false],
    [
      serviceError('InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider"),
      true,
      true,
      false,
      false
    ],
    [
      serviceError(
        'InvalidParameterException',
        'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.'
      ),
      false,
      false,
      false,
      false
    ],
    [serviceError('AccessDeniedException', 'Not now: try again later'), false, false, true, false],
    [serviceError('ServerException', 'Please try again later', 500), false, true, false, false],
    // Words of ours or of the user's are no service's.
    [new Error('Rate exceeded'), false, false, false, false],
    [serviceError('ClientException', 'The family throttled-rate-exceeded is not valid'), false, false, false, false],
    // A quota is no throttling: it does not pass by waiting.
    [serviceError('LimitExceededException'), false, false, false, false],
    [serviceError('ClusterNotFoundException'), false, false, false, false],
    ['no error at all', false, false, false, false],
    [undefined, false, false, false, false]
  ])('%p', (error, throttling, transient, access, credentials) => {
    expect([isThrottling(error), isTransient(error), isAccessDenied(error), isCredentialsError(error)]).toEqual([
      throttling,
      transient,
      access,
      credentials
    ]);
  });

  it("gives the service's name, or the system's code", () => {
    expect(awsErrorName(serviceError('ClusterNotFoundException'))).toBe('ClusterNotFoundException');
    expect(awsErrorName(systemError('ECONNRESET'))).toBe('ECONNRESET');
    expect(awsErrorName('text')).toBeUndefined();
  });
});

describe('what the user reads', () => {
  it.each([
    [
      serviceError('ClusterNotFoundException', 'Cluster not found.'),
      'user',
      'Doing it: Cluster not found (ClusterNotFoundException). Correct the name, the cluster, the region or the account.'
    ],
    [
      serviceError(
        'AccessDeniedException',
        'User: arn:aws:iam::1:role/r is not authorized to perform: ecs:UpdateService on resource: x'
      ),
      'user',
      'Allow ecs:UpdateService in the policy of the role that this run uses.'
    ],
    [
      serviceError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
      'user',
      'Look at the trust policy of role-to-assume'
    ],
    [serviceError('ExpiredTokenException', 'The token is expired'), 'user', 'The credentials have expired'],
    [serviceError('CredentialsProviderError', 'Could not load credentials'), 'user', 'Set role-to-assume'],
    [serviceError('ServerException', 'Service Unavailable', 503), 'aws', 'run it again'],
    [new TypeError('x is not a function'), 'slipway', 'This is a bug in Slipway'],
    [systemError('ENOTFOUND'), 'user', 'DNS lookup failed: check the region name'],
    [systemError('EAI_AGAIN'), 'aws', 'DNS lookup failed: check the region name'],
    [systemError('SELF_SIGNED_CERT_IN_CHAIN'), 'user', 'set AWS_CA_BUNDLE to a PEM file'],
    [systemError('ERR_TLS_CERT_ALTNAME_INVALID'), 'user', 'What answers there is not AWS'],
    [systemError('CERT_HAS_EXPIRED'), 'user', "this machine's clock"],
    [
      serviceError(
        'InvalidSignatureException',
        'Signature expired: 20261121T100000Z is now earlier than 20261121T110000Z',
        403
      ),
      'user',
      "this machine's clock"
    ],
    [
      serviceError('SignatureDoesNotMatch', 'The request signature we calculated does not match', 403),
      'user',
      'Check the access key'
    ],
    [
      strangeAnswer(`Unexpected token '<', "<html>" is not valid JSON`, 403),
      'user',
      `Doing it: the answer, HTTP 403, is not from AWS (Unexpected token '<', "<html>" is not valid JSON). What answers there is not AWS`
    ],
    [strangeAnswer('Unexpected end of JSON input', 502), 'aws', 'This is usually temporary: run it again.'],
    [
      serviceError('Unknown', 'UnknownError', 302),
      'user',
      'Doing it: the answer, HTTP 302, is not from AWS. What answers'
    ],
    // What AWS does not take of a request is the user's to mend.
    [serviceError('ClientException', 'Role is not valid'), 'user', 'arn:aws:iam::ACCOUNT:role/NAME'],
    [serviceError('InvalidParameterException', 'Something new about the request.'), 'user', 'Correct what AWS names.'],
    [serviceError('ApplicationDoesNotExistException', 'No application found for name: x'), 'user', 'Correct the name'],
    [
      serviceError(
        'AccessDeniedException',
        'x is not authorized to perform: ecs:RunTask with an explicit deny in a policy'
      ),
      'user',
      'Take the Deny out of that policy'
    ],
    [
      serviceError(
        'AccessDeniedException',
        'x is not authorized to perform: ecs:RunTask because no permissions boundary allows it'
      ),
      'user',
      'Allow ecs:RunTask in the permissions boundary'
    ],
    [serviceError('InvalidParameterException', 'Rate exceeded (ErrorCode: Throttling)'), 'aws', 'run it again'],
    [serviceError('BrandNewException', 'No'), 'aws', 'Doing it: No (BrandNewException).']
  ])('%p', (error, fault, text) => {
    const explained = explainAwsError(error, 'Doing it');
    expect(explained.fault).toBe(fault);
    expect(explained.message).toMatch(/^Doing it: /);
    expect(explained.message).toContain(text);
    expect(explained.cause).toBe(error);
  });

  it('leaves what is explained already as it is', () => {
    const own = new SlipwayError({ code: 'c', fault: 'user', what: 'Said.' });
    expect(explainAwsError(own, 'Doing it')).toBe(own);
  });
});
