import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AUTHORIZATION, openStage } from './core-support.js';
import type { Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

async function ask(form: Readonly<Record<string, string>>, authorization?: string): Promise<Response> {
  return fetch(stage.cloud.endpoint, {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
    body: new URLSearchParams({ Version: '2011-06-15', ...form })
  });
}

const ROLE = 'arn:aws:iam::123456789012:role/ci/deployer';
const TOKEN = [
  'e30',
  Buffer.from(JSON.stringify({ sub: 'repo:me/shop', aud: 'sts.amazonaws.com' })).toString('base64url'),
  'x'
].join('.');

describe('STS', () => {
  it('knows who asks', async () => {
    const xml = await (await ask({ Action: 'GetCallerIdentity' }, AUTHORIZATION)).text();
    expect(xml).toContain('<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/rehearsal</Arn>');
    expect(xml).toContain('<Account>123456789012</Account>');
  });

  it('gives a session to a web identity without a signature, and knows it afterwards', async () => {
    const form = {
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: ROLE,
      RoleSessionName: 'run-7',
      WebIdentityToken: TOKEN
    };
    const xml = await (await ask(form)).text();
    expect(xml).toContain('<SubjectFromWebIdentityToken>repo:me/shop</SubjectFromWebIdentityToken>');
    expect(xml).toContain('<Expiration>2026-01-01T01:00:00Z</Expiration>');
    const key = /<AccessKeyId>(ASIA[0-9A-F]{16})<\/AccessKeyId>/.exec(xml)?.[1] ?? '';
    const who = await (await ask({ Action: 'GetCallerIdentity' }, AUTHORIZATION.replace('AKIDEXAMPLE', key))).text();
    expect(who).toContain('<Arn>arn:aws:sts::123456789012:assumed-role/deployer/run-7</Arn>');
    expect(JSON.stringify(stage.cloud.requestLog.entries())).not.toContain(TOKEN);
  });

  it.each([
    ['no signature', { Action: 'GetCallerIdentity' }, undefined, 403, 'MissingAuthenticationToken'],
    ['an unknown action', { Action: 'GetEverything' }, AUTHORIZATION, 400, 'InvalidAction'],
    [
      'a role that is none',
      { Action: 'AssumeRole', RoleArn: 'admin', RoleSessionName: 'run' },
      AUTHORIZATION,
      400,
      'ValidationError'
    ],
    [
      'a session name with a space',
      { Action: 'AssumeRole', RoleArn: ROLE, RoleSessionName: 'a b' },
      AUTHORIZATION,
      400,
      'ValidationError'
    ],
    ['no session name', { Action: 'AssumeRole', RoleArn: ROLE }, AUTHORIZATION, 400, 'ValidationError'],
    [
      'a duration of a minute',
      { Action: 'AssumeRole', RoleArn: ROLE, RoleSessionName: 'run', DurationSeconds: '60' },
      AUTHORIZATION,
      400,
      'ValidationError'
    ],
    [
      'a token that is none',
      { Action: 'AssumeRoleWithWebIdentity', RoleArn: ROLE, RoleSessionName: 'run', WebIdentityToken: 'none' },
      undefined,
      400,
      'InvalidIdentityToken'
    ]
  ])('refuses %s', async (_what, form, authorization, status, code) => {
    const response = await ask(form, authorization);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(`<Code>${code}`);
  });

  it('fails on demand as STS does', async () => {
    stage.cloud.setFaults({ expired: true });
    const expired = await ask({ Action: 'GetCallerIdentity' }, AUTHORIZATION);
    expect([expired.status, await expired.text()]).toEqual([403, expect.stringContaining('<Code>ExpiredToken</Code>')]);
    stage.cloud.setFaults({ deny: ['sts:AssumeRoleWithWebIdentity'] });
    const form = {
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: ROLE,
      RoleSessionName: 'run-7',
      WebIdentityToken: TOKEN
    };
    const denied = await ask(form);
    expect([denied.status, await denied.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
  });
});

describe('AssumeRole', () => {
  const POLICY = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
  const assume = async (form: Readonly<Record<string, string>>): Promise<readonly [number, string]> => {
    const response = await ask({ Action: 'AssumeRole', RoleArn: ROLE, RoleSessionName: 'run', ...form }, AUTHORIZATION);
    return [response.status, await response.text()];
  };
  const tag = (number: number, key: string, value: string): Record<string, string> => ({
    [`Tags.member.${number}.Key`]: key,
    [`Tags.member.${number}.Value`]: value
  });

  it('shows what a session is made with', async () => {
    const [status, xml] = await assume({
      SourceIdentity: 'alice',
      Policy: POLICY,
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      ...tag(1, 'team', 'shop'),
      'TransitiveTagKeys.member.1': 'team',
      MinimumSessionTokenSize: '4096'
    });
    expect([status, xml]).toEqual([200, expect.stringContaining('<SourceIdentity>alice</SourceIdentity>')]);
    expect(xml).toMatch(/<PackedPolicySize>[1-9]\d?<\/PackedPolicySize>/);
    expect((/<SessionToken>([^<]*)</.exec(xml)?.[1] ?? '').length).toBeGreaterThanOrEqual(4096);
    expect((await assume({}))[1]).not.toContain('PackedPolicySize');
  });

  it.each<[what: string, form: Record<string, string>, status: number, code: string, words: string]>([
    ['no policy', { Policy: 'all' }, 400, 'MalformedPolicyDocument', 'invalid Json'],
    [
      'much policy',
      { Policy: POLICY.replace('"*"', `"${'s3:a'.repeat(600)}"`) },
      400,
      'PackedPolicyTooLarge',
      '% of allotted'
    ],
    ['a tag twice', { ...tag(1, 'team', 'a'), ...tag(2, 'Team', 'b') }, 400, 'ValidationError', 'Duplicate tag keys'],
    ['a key of no tag', { 'TransitiveTagKeys.member.1': 'team' }, 400, 'ValidationError', 'must be included'],
    [
      'a device',
      { SerialNumber: 'arn:aws:iam::123456789012:mfa/a', TokenCode: '123456' },
      403,
      'AccessDenied',
      'unable to validate MFA code'
    ],
    ['half a device', { TokenCode: '123456' }, 403, 'AccessDenied', 'must provide both'],
    [
      'a context',
      { 'ProvidedContexts.member.1.ProviderArn': 'arn:aws:iam::aws:contextProvider/IdentityCenter' },
      400,
      'ValidationError',
      'does not take ProvidedContexts'
    ]
  ])('refuses %s', async (_what, form, status, code, words) => {
    const [got, xml] = await assume(form);
    expect([got, xml]).toEqual([status, expect.stringContaining(`<Code>${code}</Code>`)]);
    expect(xml).toContain(words);
  });

  it('asks for the external ID that the trust policy of a role wants', async () => {
    const trust = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
    const Condition = { StringEquals: { 'sts:ExternalId': 'unique', 'aws:PrincipalOrgID': 'o-1' } };
    const made = await ask(
      {
        Action: 'CreateRole',
        Version: '2010-05-08',
        Path: '/ci/',
        RoleName: 'deployer',
        AssumeRolePolicyDocument: JSON.stringify({ Statement: { ...trust, Condition } })
      },
      AUTHORIZATION
    );
    expect(made.status).toBe(200);
    expect(await assume({})).toEqual([403, expect.stringContaining('is not authorized to perform: sts:AssumeRole')]);
    expect((await assume({ ExternalId: 'other' }))[0]).toBe(403);
    expect((await assume({ ExternalId: 'unique' }))[0]).toBe(200);
  });
});
