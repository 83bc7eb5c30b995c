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
      'aws',
      'Doing it: Cluster not found (ClusterNotFoundException).'
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
    [new TypeError('x is not a function'), 'slipway', 'This is a mistake in Slipway']
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
