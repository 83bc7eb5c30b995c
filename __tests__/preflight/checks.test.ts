import { describe, expect, it } from '@jest/globals';

import { checkCluster } from '../../src/preflight/capacity.js';
import { checkImage, type ImageRequirement } from '../../src/preflight/images.js';
import { checkLogGroup } from '../../src/preflight/log-groups.js';
import { checkNetwork } from '../../src/preflight/network.js';
import { wantedPlatform } from '../../src/text/platform.js';
import type { PreflightPorts } from '../../src/preflight/ports.js';
import { checkRole } from '../../src/preflight/roles.js';
import { checkSecrets } from '../../src/preflight/secrets.js';
import { ACCOUNT, breaks, denies, portsOf, REGION, shortOf } from './fakes.js';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/task`;
const trust = (statement: object): string => JSON.stringify({ Statement: statement });
const assume = (service: string | readonly string[], more: object = {}): string =>
  trust({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...more });
const sourceAccount = (account: string) => ({ Condition: { StringEquals: { 'aws:SourceAccount': account } } });

describe('a role', () => {
  const roleOf =
    (policy: string, arn = ROLE): PreflightPorts['getRole'] =>
    async () => ({ arn, trustPolicy: policy });

  it.each<[string, string, PreflightPorts['getRole'], string]>([
    ['trusts the tasks', ROLE, roleOf(assume('ecs-tasks.amazonaws.com')), 'ok'],
    ['by its name alone', 'task', roleOf(assume(['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'])), 'ok'],
    ['by a wildcard in the action', ROLE, roleOf(assume('ecs-tasks.amazonaws.com', { Action: 'sts:Assume*' })), 'ok'],
    ['for this account', ROLE, roleOf(assume('ecs-tasks.amazonaws.com', sourceAccount(ACCOUNT))), 'ok'],
    [
      'for another account',
      ROLE,
      roleOf(assume('ecs-tasks.amazonaws.com', sourceAccount('111122223333'))),
      'ng role-trust'
    ],
    ['trusts another service', ROLE, roleOf(assume('ec2.amazonaws.com')), 'ng role-trust'],
    [
      'trusts the tasks for something else',
      ROLE,
      roleOf(assume('ecs-tasks.amazonaws.com', { Action: 'sts:TagSession' })),
      'ng role-trust'
    ],
    [
      'denies the tasks',
      ROLE,
      roleOf(
        trust([
          { Effect: 'Allow', Principal: '*', Action: '*' },
          { Effect: 'Deny', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }
        ])
      ),
      'ng role-trust'
    ],
    ['is not there', ROLE, async () => undefined, 'ng role-not-found'],
    [
      'has another path',
      ROLE,
      roleOf(assume('ecs-tasks.amazonaws.com'), `arn:aws:iam::${ACCOUNT}:role/x/task`),
      'ng role-not-found'
    ],
    ['is no role', `arn:aws:iam::${ACCOUNT}:user/task`, denies, 'ng role-arn'],
    ['is in another account', 'arn:aws:iam::111122223333:role/task', breaks, 'skip'],
    ['has a policy that is no JSON', ROLE, roleOf('{'), 'warn not-checked'],
    ['may not be looked at', ROLE, denies, 'skip'],
    ['cannot be looked at', ROLE, breaks, 'warn not-checked']
  ])('%s', async (_title, role, getRole, expected) => {
    const requirement = { purpose: 'task role', role, principals: ['ecs-tasks.amazonaws.com'] };
    expect(shortOf(await checkRole(requirement, ACCOUNT, portsOf({ getRole })))).toBe(expected);
  });

  it('names the action that is missing, and what to do', async () => {
    const requirement = { purpose: 'execution role', role: ROLE, principals: ['ecs-tasks.amazonaws.com'] };
    expect(await checkRole(requirement, ACCOUNT, portsOf({ getRole: denies }))).toEqual({
      label: 'execution role task',
      state: 'skip',
      detail: 'not looked at: iam:GetRole is not permitted',
      next: 'Allow iam:GetRole.',
      children: []
    });
  });
});

describe('secrets and parameters', () => {
  const ARN = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:db-AbCdEf`;
  const there = { name: 'db', deleted: false, stages: ['AWSCURRENT', 'AWSPREVIOUS'], versions: ['v1'] };
  const db: Partial<PreflightPorts> = { describeSecret: async (_region, id) => (id === ARN ? there : undefined) };
  const parameters: Partial<PreflightPorts> = { findParameters: async () => ['/shop/key', 'plain'] };

  it.each<[string, Partial<PreflightPorts>, string]>([
    [ARN, db, 'ok'],
    [`${ARN}:password::`, db, 'ok'],
    [`${ARN}::AWSPREVIOUS:`, db, 'ok'],
    [`${ARN}:::v1`, db, 'ok'],
    [`${ARN}:password`, db, 'ng secret-form'],
    [`${ARN}:password:`, db, 'ng secret-form'],
    [`${ARN}:password:AWSCURRENT:v1`, db, 'ng secret-form'],
    [`${ARN}::AWSPENDING:`, db, 'ng secret-version'],
    [`${ARN}:::v2`, db, 'ng secret-version'],
    [`${ARN}x`, db, 'ng secret-not-found'],
    [ARN, { describeSecret: async () => ({ ...there, deleted: true }) }, 'ng secret-deleted'],
    [ARN, { describeSecret: async () => ({ ...there, stages: [], versions: [] }) }, 'ng secret-version'],
    [ARN, { describeSecret: denies }, 'skip'],
    [ARN, { describeSecret: breaks }, 'warn not-checked'],
    [ARN.replace(ACCOUNT, '111122223333'), {}, 'skip'],
    [`arn:aws:s3:::bucket/key`, {}, 'ng secret-form'],
    ['/shop/key', parameters, 'ok'],
    [`arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/shop/key`, parameters, 'ok'],
    [`arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/plain`, parameters, 'ok'],
    ['/shop/none', parameters, 'ng parameter-not-found'],
    ['/shop/key', { findParameters: denies }, 'skip'],
    ['/shop/key', { findParameters: breaks }, 'warn not-checked']
  ])('%s', async (valueFrom, given, expected) => {
    const [node] = await checkSecrets([{ name: 'S', valueFrom }], { region: REGION, account: ACCOUNT }, portsOf(given));
    expect(node === undefined ? '' : shortOf(node)).toBe(expected);
  });

  it('asks once for all parameters of a region, in the region of their ARN', async () => {
    const asked: unknown[] = [];
    const findParameters = async (region: string, names: readonly string[]) => {
      asked.push([region, names]);
      return names;
    };
    const requirements = ['/b', '/a', `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/x/y`].map(valueFrom => ({
      name: 'S',
      valueFrom
    }));
    const nodes = await checkSecrets(requirements, { region: REGION, account: ACCOUNT }, portsOf({ findParameters }));
    expect(nodes.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
    expect(asked).toEqual([
      [REGION, ['/a', '/b']],
      ['us-east-1', ['/x/y']]
    ]);
  });
});

describe('a log group', () => {
  it.each<[PreflightPorts['hasLogGroup'], boolean, string]>([
    [async () => true, false, 'ok'],
    [async () => false, false, 'ng log-group-not-found'],
    [async () => false, true, 'warn log-group-created'],
    [denies, false, 'skip'],
    [breaks, false, 'warn not-checked']
  ])('%#', async (hasLogGroup, isCreated, expected) => {
    const requirement = { group: '/ecs/web', region: REGION, isCreated };
    expect(shortOf(await checkLogGroup(requirement, portsOf({ hasLogGroup })))).toBe(expected);
  });
});

describe('subnets and security groups', () => {
  const subnet = (id: string, vpcId: string, freeAddresses = 200) => ({ id, vpcId, zone: `${REGION}a`, freeAddresses });
  const answer =
    <T>(value: T) =>
    async (): Promise<T> =>
      value;
  const one = answer([{ id: 'sg-1', vpcId: 'vpc-1' }]);
  const two = [subnet('subnet-1', 'vpc-1'), subnet('subnet-2', 'vpc-1')];

  it.each<
    [
      string,
      PreflightPorts['describeSubnets'],
      PreflightPorts['describeSecurityGroups'],
      readonly string[],
      string | undefined
    ]
  >([
    ['are in one VPC', answer(two), one, ['ok', 'ok'], 'vpc-1'],
    ['one is missing', answer(two.slice(1)), one, ['ng subnet-not-found', 'ok'], 'vpc-1'],
    [
      'are in two VPCs',
      answer([subnet('subnet-1', 'vpc-1'), subnet('subnet-2', 'vpc-2')]),
      one,
      ['ng several-vpcs', 'ok'],
      undefined
    ],
    [
      'have no address left',
      answer([subnet('subnet-1', 'vpc-1'), subnet('subnet-2', 'vpc-1', 0)]),
      one,
      ['warn subnet-full', 'ok'],
      'vpc-1'
    ],
    ['the group is missing', answer(two), answer([]), ['ok', 'ng security-group-not-found'], 'vpc-1'],
    [
      'the group is elsewhere',
      answer(two),
      answer([{ id: 'sg-1', vpcId: 'vpc-9' }]),
      ['ok', 'ng several-vpcs'],
      'vpc-1'
    ],
    ['may not be looked at', denies, denies, ['skip', 'skip'], undefined],
    ['cannot be looked at', breaks, breaks, ['warn not-checked', 'warn not-checked'], undefined]
  ])('%s', async (_title, describeSubnets, describeSecurityGroups, expected, vpcId) => {
    const requirement = { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'] };
    const checked = await checkNetwork(requirement, portsOf({ describeSubnets, describeSecurityGroups }));
    expect(checked.nodes.map(shortOf)).toEqual(expected);
    expect(checked.vpcId).toBe(vpcId);
  });
});

describe('a cluster', () => {
  const active = { status: 'ACTIVE', capacityProviders: ['FARGATE'], registeredContainerInstancesCount: 0 };

  it.each<[string, () => Promise<object | undefined>, boolean, readonly string[], readonly string[]]>([
    ['has the capacity provider', async () => active, false, ['FARGATE'], ['ok', 'ok']],
    ['has it not', async () => active, false, ['FARGATE_SPOT'], ['ok', 'ng capacity-provider-not-found']],
    ['has no instance', async () => active, true, [], ['warn no-instances']],
    ['is not there', async () => undefined, false, ['FARGATE'], ['ng cluster-not-found']],
    ['is gone', async () => ({ ...active, status: 'INACTIVE' }), false, [], ['ng cluster-not-active']],
    ['may not be looked at', denies, false, ['FARGATE'], ['skip', 'skip']],
    ['cannot be looked at', breaks, false, [], ['warn not-checked']]
  ])('%s', async (_title, describeCluster, needsInstances, capacityProviders, expected) => {
    const node = await checkCluster({ cluster: 'shop', capacityProviders, needsInstances }, describeCluster);
    expect([node, ...node.children].map(shortOf)).toEqual(expected);
  });
});

describe('an image', () => {
  const AMD = { os: 'linux', architecture: 'amd64' };
  const there: ImageRequirement = { kind: 'there', name: 'web:1', location: { repository: 'web', tag: '1' } };
  const manifest =
    (value: object): PreflightPorts['readManifest'] =>
    async () => ({ mediaType: '', text: JSON.stringify(value) });
  const index = (...architectures: readonly string[]) =>
    manifest({
      manifests: architectures.map(architecture => ({
        platform: { os: architecture === 'unknown' ? 'unknown' : 'linux', architecture }
      }))
    });
  const single = manifest({ config: { digest: 'sha256:1' } });
  const config =
    (architecture: string): PreflightPorts['readImageConfig'] =>
    async () =>
      JSON.stringify({ os: 'linux', architecture });

  it.each<[string, ImageRequirement, Partial<PreflightPorts>, string]>([
    ['a list that has it', there, { readManifest: index('arm64', 'amd64', 'unknown') }, 'ok'],
    ['a list that has it not', there, { readManifest: index('arm64', 'unknown') }, 'ng image-architecture'],
    ['one that is for it', there, { readManifest: single, readImageConfig: config('amd64') }, 'ok'],
    [
      'one that is for another',
      there,
      { readManifest: single, readImageConfig: config('arm64') },
      'ng image-architecture'
    ],
    ['one whose config may not be read', there, { readManifest: single, readImageConfig: denies }, 'skip'],
    ['a manifest that says nothing', there, { readManifest: manifest({}) }, 'ok'],
    ['not there', there, { readManifest: async () => undefined }, 'ng image-not-found'],
    ['may not be looked at', there, { readManifest: denies }, 'skip'],
    ['cannot be looked at', there, { readManifest: breaks }, 'warn not-checked'],
    ['in a registry that is not asked', { kind: 'elsewhere', name: 'httpd' }, {}, 'skip'],
    ['as it runs', { kind: 'running', name: 'httpd' }, {}, 'ok'],
    ['built for it', { kind: 'built', name: 'web', platforms: ['linux/arm64/v8', 'linux/amd64'] }, {}, 'ok'],
    ['built for another', { kind: 'built', name: 'web', platforms: ['linux/arm64'] }, {}, 'ng image-architecture'],
    ['built for nothing said', { kind: 'built', name: 'web', platforms: [] }, {}, 'ok']
  ])('%s', async (_title, image, given, expected) => {
    expect(shortOf(await checkImage(image, AMD, portsOf(given)))).toBe(expected);
  });

  it.each<[string, PreflightPorts['readImageConfig'], string]>([
    ['refused', denies, 'is there; its platform is not known: ecr:GetDownloadUrlForLayer is not permitted'],
    ['broken', breaks, 'is there; its platform is not known: Reading the config of ']
  ])('whose config is %s says that its platform is not known', async (_title, readImageConfig, expected) => {
    const { detail } = await checkImage(there, AMD, portsOf({ readManifest: single, readImageConfig }));
    expect(detail).toContain(expected);
  });

  it.each([
    [undefined, true, { os: 'linux', architecture: 'amd64' }],
    [undefined, false, undefined],
    [{ cpuArchitecture: 'ARM64' }, false, { os: 'linux', architecture: 'arm64' }],
    [{ operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }, true, { os: 'windows', architecture: 'amd64' }]
  ])('is asked to be for %j, Fargate: %s', (platform, isFargate, expected) => {
    expect(wantedPlatform(platform, isFargate)).toEqual(expected);
  });
});
