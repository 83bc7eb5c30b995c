import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { assumeWithIdToken } from '../../src/aws/credentials.js';
import { describeClaims, readClaims } from '../../src/aws/token-claims.js';

const ROLE = { arn: 'arn:aws:iam::123456789012:role/deploy', sessionName: 'slipway', durationSeconds: 3600 };
const GHES = 'https://ghes.example/_services/token';
const CLAIMS = { sub: 'repo:shop/web:ref:refs/heads/main', aud: 'sts.amazonaws.com', iss: GHES, jti: 'other' };
const KEY_MISSING =
  "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements";

const before = { ...process.env };
let server: Server | undefined;
afterEach(() => {
  process.env = { ...before };
  server?.close();
  server?.closeAllConnections();
});

function tokenOf(claims: object): string {
  return `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature-of-it`;
}

/** Assumes the role at an STS that refuses so often with this error. */
async function assume(code: string, message: string, times: number, claims: object = CLAIMS, region = 'eu-west-1') {
  let asked = 0;
  server = createServer((request, response) => {
    request.resume();
    asked += 1;
    response.setHeader('content-type', 'text/xml');
    if (asked <= times) {
      response.statusCode = 400;
      response.end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`
      );
    } else {
      const credentials = `<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration>`;
      response.end(
        `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>${credentials}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`
      );
    }
  });
  const listening = server;
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve));
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const pauses: number[] = [];
  const audiences: string[] = [];
  const idToken = (audience: string): Promise<string> => {
    audiences.push(audience);
    return Promise.resolve(tokenOf(claims));
  };
  const clock = {
    now: () => 0,
    sleep: (milliseconds: number): Promise<void> => Promise.resolve(void pauses.push(milliseconds)),
    random: () => 0.5
  };
  const result: unknown = await assumeWithIdToken(ROLE, idToken, { region }, clock)().catch((error: unknown) => error);
  return { result, pauses, audiences };
}

describe('a role by GitHub’s OIDC token', () => {
  it('is tried again while AWS cannot fetch the keys, each time with a new token', async () => {
    const { result, pauses, audiences } = await assume('InvalidIdentityToken', KEY_MISSING, 2);
    expect(result).toMatchObject({ accessKeyId: 'ASIA' });
    expect(pauses).toEqual([1000, 2000]);
    expect(audiences).toHaveLength(3);
  });

  it('is not tried for ever, and the advice names where the keys are', async () => {
    const { result, pauses } = await assume('InvalidIdentityToken', KEY_MISSING, 99);
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect(String(result)).toContain(`${GHES}/.well-known/openid-configuration`);
  });

  it.each([
    [
      'InvalidIdentityToken',
      'Incorrect token audience',
      `Add sts.amazonaws.com to the audiences of the identity provider ${GHES}`
    ],
    [
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://ghes.example/_services/token',
      `create-open-id-connect-provider --url ${GHES} --client-id-list sts.amazonaws.com`
    ],
    ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 'Look at the trust policy']
  ])('that is refused with %s, %s: the advice is of the token at hand', async (code, message, advice) => {
    const { result, pauses } = await assume(code, message, 99);
    expect(result).toMatchObject({ code: 'role-not-assumed', fault: 'user' });
    const said = String(result);
    expect(said).toContain(advice);
    expect(said).toContain(
      `The token of this job has sub "repo:shop/web:ref:refs/heads/main", aud "sts.amazonaws.com", iss "${GHES}".`
    );
    for (const secret of ['signature-of-it', tokenOf(CLAIMS).split('.')[1] ?? '', 'other'])
      expect(said).not.toContain(secret);
    expect(pauses).toEqual([]);
  });

  it('has the audience of China there, in the advice too', async () => {
    const claims = { ...CLAIMS, aud: 'sts.amazonaws.com.cn', iss: 'https://token.actions.githubusercontent.com' };
    const { result, audiences } = await assume(
      'InvalidIdentityToken',
      'Incorrect token audience',
      99,
      claims,
      'cn-north-1'
    );
    expect(audiences).toEqual(['sts.amazonaws.com.cn']);
    expect(String(result)).toContain('Add sts.amazonaws.com.cn to the audiences');
  });
});

describe('the claims of a token', () => {
  it.each([
    '',
    'a',
    'a.b',
    'a.e30.c',
    `a.${Buffer.from('[]').toString('base64url')}.c`,
    `a.${Buffer.from('"x"').toString('base64url')}.c`
  ])('are none in %j', token => {
    expect(describeClaims(readClaims(token))).toBe('');
  });

  it('are read where the audience is a list, and cut where they have no end', () => {
    const { aud, sub } = readClaims(tokenOf({ aud: ['one', 'two'], sub: 'x'.repeat(1000) }));
    expect([aud, sub?.length]).toEqual(['one', 300]);
  });
});
