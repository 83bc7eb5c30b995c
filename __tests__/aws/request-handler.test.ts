import { describe, expect, it } from '@jest/globals';

import { connect } from '../../src/aws/connection.js';
import { MACHINE } from './machine.js';

describe('the limits of a request', () => {
  it('are ends and not warnings: an endpoint that takes a request and never answers must not hold a run for ever', () => {
    const { clientConfig } = connect('eu-west-1', undefined, '0', MACHINE);
    expect(clientConfig.requestHandler).toMatchObject({
      connectionTimeout: expect.any(Number),
      requestTimeout: expect.any(Number),
      throwOnRequestTimeout: true
    });
  });
});
