import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AUTHORIZATION, openStage, query } from './core-support.js';
import type { Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

it.each([
  ['eu-west-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['eusc-de-east-1', 'aws-eusc']
])('the caller in %s is in the partition %s, as is what is made there', async (region, partition) => {
  const authorization = AUTHORIZATION.replace('eu-west-1', region);
  const body = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
  const answer = await fetch(stage.cloud.endpoint, { method: 'POST', headers: { authorization }, body });
  expect(await answer.text()).toContain(`<Arn>arn:${partition}:iam::123456789012:user/rehearsal</Arn>`);
  const made = await stage.send('ecs', 'CreateCluster', { clusterName: 'shop' }, { authorization });
  expect(made.body['cluster']).toMatchObject({
    clusterArn: `arn:${partition}:ecs:${region}:123456789012:cluster/shop`
  });
});

describe('IAM', () => {
  const ask = (action: string, form: Readonly<Record<string, string>> = {}): Promise<string> =>
    query(stage, '2010-05-08', action, form);
  const namesOf = (xml: string): readonly string[] =>
    [...xml.matchAll(/<RoleName>(\w+)</g)].map(([, name = '']) => name);

  it('gives roles page by page', async () => {
    const AssumeRolePolicyDocument = JSON.stringify({ Statement: [] });
    for (const RoleName of ['a', 'b', 'c']) await ask('CreateRole', { RoleName, AssumeRolePolicyDocument });
    const first = await ask('ListRoles', { MaxItems: '2' });
    expect(namesOf(first)).toEqual(['a', 'b']);
    expect(first).toContain('<IsTruncated>true</IsTruncated>');
    const second = await ask('ListRoles', { MaxItems: '2', Marker: /<Marker>([^<]+)</.exec(first)?.[1] ?? '' });
    expect(namesOf(second)).toEqual(['c']);
    expect(second).toContain('<IsTruncated>false</IsTruncated>');
    expect(second).not.toContain('<Marker>');
  });

  it.each([{ MaxItems: '0' }, { MaxItems: '1001' }, { Marker: 'x' }] as readonly Record<string, string>[])(
    'refuses %j',
    async form => {
      expect(await ask('ListRoles', form)).toContain('<Code>ValidationError</Code>');
    }
  );

  describe('SimulatePrincipalPolicy', () => {
    const allow = (Action: string): string =>
      JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
    const simulate = async (form: Readonly<Record<string, string>>): Promise<string> => {
      await ask('CreateRole', { RoleName: 'a', AssumeRolePolicyDocument: JSON.stringify({ Statement: [] }) });
      await ask('PutRolePolicy', { RoleName: 'a', PolicyName: 'own', PolicyDocument: allow('ecs:*') });
      const PolicySourceArn = 'arn:aws:iam::123456789012:role/a';
      return ask('SimulatePrincipalPolicy', {
        PolicySourceArn,
        'ActionNames.member.1': 'ecr:GetAuthorizationToken',
        ...form
      });
    };
    const decisionOf = (xml: string): string => /<EvalDecision>(\w+)</.exec(xml)?.[1] ?? xml;

    it('adds the policies of the request, within the boundary of the request', async () => {
      const own = { 'PolicyInputList.member.1': allow('ecr:*') };
      expect(decisionOf(await simulate({}))).toBe('implicitDeny');
      expect(decisionOf(await simulate(own))).toBe('allowed');
      const within = await simulate({ ...own, 'PermissionsBoundaryPolicyInputList.member.1': allow('ecr:Get*') });
      expect(decisionOf(within)).toBe('allowed');
      expect(within).toContain('<AllowedByPermissionsBoundary>true</AllowedByPermissionsBoundary>');
      const outside = await simulate({ ...own, 'PermissionsBoundaryPolicyInputList.member.1': allow('ecs:*') });
      expect(decisionOf(outside)).toBe('implicitDeny');
      expect(outside).toContain('<AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary>');
    });

    it.each<[code: string, words: string, form: Readonly<Record<string, string>>]>([
      ['InvalidInput', 'does not take CallerArn', { CallerArn: 'arn:aws:iam::123456789012:user/b' }],
      ['InvalidInput', 'does not take ResourcePolicy', { ResourcePolicy: allow('*') }],
      [
        'InvalidInput',
        'has the type numeric',
        {
          'ContextEntries.member.1.ContextKeyName': 'aws:MultiFactorAuthAge',
          'ContextEntries.member.1.ContextKeyType': 'numeric'
        }
      ],
      ['InvalidInput', 'invalid Json', { 'PolicyInputList.member.1': '{' }]
    ])('refuses %s: %s', async (code, words, form) => {
      const xml = await simulate(form);
      expect(xml).toContain(`<Code>${code}</Code>`);
      expect(xml).toContain(words);
    });
  });

  it('does not tell roles and tags apart by letter case', async () => {
    const AssumeRolePolicyDocument = JSON.stringify({ Statement: [] });
    const tags = {
      'Tags.member.1.Key': 'team',
      'Tags.member.1.Value': 'a',
      'Tags.member.2.Key': 'Team',
      'Tags.member.2.Value': 'b'
    };
    expect(await ask('CreateRole', { RoleName: 'a', AssumeRolePolicyDocument, ...tags })).toContain(
      '<Code>InvalidInput<'
    );
    expect(
      await ask('CreateRole', { RoleName: 'a', AssumeRolePolicyDocument, MaxSigninSessionDuration: '7200' })
    ).toContain('<MaxSigninSessionDuration>7200</MaxSigninSessionDuration>');
    expect(await ask('CreateRole', { RoleName: 'A', AssumeRolePolicyDocument })).toContain(
      '<Code>EntityAlreadyExists<'
    );
  });
});
