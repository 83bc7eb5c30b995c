import { describe, expect, it } from '@jest/globals';
import { openCloud } from '../../src/emulator/cloud.js';
import { findZone, zoneIdOf } from '../../src/emulator/ec2/zones.js';
import { askForm, sendForm } from './wire-support.js';

const { answer } = await openCloud();

/** The texts of an element in the answer to an operation of EC2. */
function read(element: string, action: string, form: Readonly<Record<string, string>> = {}): readonly string[] {
  const { text } = sendForm(answer, 'ec2', action, form);
  return [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, found = '']) => found);
}

const [other = ''] = read('vpcId', 'CreateVpc', { CidrBlock: '10.1.0.0/16' });
for (const number of ['1', '2', '3']) {
  read('subnetId', 'CreateSubnet', { VpcId: other, CidrBlock: `10.1.${number}.0/24` });
  read('groupId', 'CreateSecurityGroup', { VpcId: other, GroupName: `g${number}`, GroupDescription: 'd' });
}

describe('the lists of EC2', () => {
  it('come in pages', () => {
    const whole = read('subnetId', 'DescribeSubnets');
    expect(whole).toHaveLength(6);
    const [token = ''] = read('nextToken', 'DescribeSubnets', { MaxResults: '5' });
    expect(read('subnetId', 'DescribeSubnets', { MaxResults: '5' })).toEqual(whole.slice(0, 5));
    expect(read('subnetId', 'DescribeSubnets', { MaxResults: '5', NextToken: token })).toEqual(whole.slice(5));
    expect(read('nextToken', 'DescribeSubnets', { MaxResults: '5', NextToken: token })).toEqual([]);
  });

  it.each<[action: string, element: string, name: string, value: string, count: number]>([
    ['DescribeVpcs', 'vpcId', 'is-default', 'true', 1],
    ['DescribeVpcs', 'vpcId', 'cidr', '10.1.0.0/16', 1],
    ['DescribeVpcs', 'vpcId', 'state', 'pending', 0],
    ['DescribeSubnets', 'subnetId', 'vpc-id', other, 3],
    ['DescribeSubnets', 'subnetId', 'cidr-block', '10.1.2.0/24', 1],
    ['DescribeSecurityGroups', 'groupId', 'group-name', 'g2', 1],
    ['DescribeSecurityGroups', 'groupId', 'description', 'd', 3],
    ['DescribeSubnets', 'subnetId', 'cidr-block', '10.1.*', 3],
    ['DescribeSubnets', 'subnetId', 'cidr-block', '10.1.?.0/2??', 3],
    ['DescribeSubnets', 'subnetId', 'cidr-block', '10.1.\\*', 0],
    ['DescribeSubnets', 'subnetId', 'availability-zone-id', 'euw1-az1', 4],
    ['DescribeSubnets', 'subnetId', 'default-for-az', 'true', 3],
    ['DescribeSubnets', 'subnetId', 'outpost-arn', '*', 0],
    ['DescribeSecurityGroups', 'groupId', 'ip-permission.cidr', '*', 0]
  ])('are filtered: %s, %s by %s', (action, element, name, value, count) => {
    expect(read(element, action, { 'Filter.1.Name': name, 'Filter.1.Value.1': value })).toHaveLength(count);
  });

  it.each<[action: string, form: Readonly<Record<string, string>>, code: string]>([
    ['DescribeVpcs', { 'Filter.1.Name': 'colour', 'Filter.1.Value.1': 'red' }, 'InvalidParameterValue'],
    ['DescribeVpcs', { 'VpcId.1': other, MaxResults: '5' }, 'InvalidParameterCombination'],
    ['DescribeSubnets', { NextToken: 'none' }, 'InvalidPaginationToken'],
    ['DescribeSubnets', { 'Filter.1.Name': 'vpc-id' }, 'MissingParameter'],
    ['DescribeSubnets', { 'Filter.1.Value.1': 'a' }, 'InvalidParameterValue'],
    [
      'DescribeSubnets',
      Object.fromEntries([
        ['Filter.1.Name', 'vpc-id'],
        ...Array.from({ length: 201 }, (_, at) => [`Filter.1.Value.${at + 1}`, `vpc-${at}`])
      ]) as Readonly<Record<string, string>>,
      'FilterLimitExceeded'
    ],
    ['DescribeSecurityGroups', { 'GroupName.1': 'g1' }, 'InvalidGroup.NotFound']
  ])('are refused: %s with %j', (action, form, code) => {
    expect(askForm(answer, 'ec2', action, form).slice(0, 2)).toEqual([400, code]);
  });

  it('do not take the token of another list', () => {
    const [NextToken = ''] = read('nextToken', 'DescribeSubnets', { MaxResults: '5' });
    expect(askForm(answer, 'ec2', 'DescribeVpcs', { NextToken })[1]).toBe('InvalidPaginationToken');
  });

  it('name groups of the default network alone', () => {
    expect(read('groupName', 'DescribeSecurityGroups', { 'GroupName.1': 'default' })).toEqual(['default']);
  });
});

/** What each operation needs beside what a test is about, and where the answer names what it made. */
const CREATE = [
  ['CreateVpc', 'DescribeVpcs', 'vpc', 'vpcId', 'VpcId', { CidrBlock: '10.2.0.0/16' }],
  ['CreateSubnet', 'DescribeSubnets', 'subnet', 'subnetId', 'SubnetId', { VpcId: other, CidrBlock: '10.1.9.0/24' }],
  [
    'CreateSecurityGroup',
    'DescribeSecurityGroups',
    'security-group',
    'groupId',
    'GroupId',
    { VpcId: other, GroupName: 'tagged', GroupDescription: 'd' }
  ]
] as const;

/** `TagSpecification.1.…` of one specification. */
function tagged(type: string | undefined, ...tags: readonly (readonly [string, string])[]): Record<string, string> {
  const pairs = tags.flatMap(([key, value], at) => [
    [`TagSpecification.1.Tag.${at + 1}.Key`, key],
    [`TagSpecification.1.Tag.${at + 1}.Value`, value]
  ]);
  const kind = type === undefined ? {} : { 'TagSpecification.1.ResourceType': type };
  return { ...kind, ...(Object.fromEntries(pairs) as Record<string, string>) };
}

describe.each(CREATE)('%s', (create, describeAll, type, element, member, needed) => {
  it('does nothing in a dry run, and says whether it would', () => {
    const before = read(element, describeAll);
    const dry = { ...needed, DryRun: 'true' };
    expect(askForm(answer, 'ec2', create, dry)).toEqual([
      412,
      'DryRunOperation',
      'Request would have succeeded, but DryRun flag is set.'
    ]);
    expect(askForm(answer, 'ec2', create, { ...dry, ...tagged('volume', ['a', 'b']) })[1]).toBe(
      'InvalidParameterValue'
    );
    expect(askForm(answer, 'ec2', describeAll, { DryRun: 'true' })[1]).toBe('DryRunOperation');
    expect(read(element, describeAll)).toEqual(before);
  });

  it.each<[what: string, tags: Readonly<Record<string, string>>, words: string]>([
    ['another resource', tagged('volume', ['a', 'b']), "'volume' is not a valid taggable resource type"],
    ['no resource', tagged(undefined, ['a', 'b']), 'must have a value'],
    ['no tag', tagged(type), 'at least one tag'],
    ['a tag twice', tagged(type, ['a', 'b'], ['a', 'c']), "Duplicate tag key 'a'"],
    ['a tag of AWS', tagged(type, ['aws:a', 'b']), "starting with 'aws:'"],
    ['a tag without a key', tagged(type, ['', 'b']), 'cannot be empty'],
    ['a long key', tagged(type, ['a'.repeat(128), 'b']), 'maximum length of 127'],
    ['a long value', tagged(type, ['a', 'b'.repeat(257)]), 'maximum length of 256']
  ])('refuses tags: %s', (_what, tags, words) => {
    const expected = [400, 'InvalidParameterValue', expect.stringContaining(words)];
    expect(askForm(answer, 'ec2', create, { ...needed, ...tags })).toEqual(expected);
  });

  it('keeps its tags, shows them and is found by them', () => {
    const form = { ...needed, ...tagged(type, ['team', 'shop'], ['stage', '']) };
    const made = sendForm(answer, 'ec2', create, form).text;
    const set =
      '<tagSet><item><key>team</key><value>shop</value></item><item><key>stage</key><value></value></item></tagSet>';
    expect(made).toContain(set);
    const id = new RegExp(`<${element}>([^<]*)<`).exec(made)?.[1] ?? '';
    expect(sendForm(answer, 'ec2', describeAll, { [`${member}.1`]: id }).text).toContain(set);
    for (const [name, value, count] of [
      ['tag:team', 'shop', 1],
      ['tag:team', 'other', 0],
      ['tag-key', 'sta?e', 1],
      ['tag:colour', '*', 0]
    ] as const) {
      const filter = { 'Filter.1.Name': name, 'Filter.1.Value.1': value };
      expect([name, read(element, describeAll, filter)]).toEqual([name, count === 1 ? [id] : []]);
    }
  });
});

describe('what has no effect here', () => {
  it.each<[action: string, form: Readonly<Record<string, string>>, code: string, words: string]>([
    [
      'CreateVpc',
      { CidrBlock: '10.3.0.0/16', AmazonProvidedIpv6CidrBlock: 'true' },
      'UnsupportedOperation',
      'AmazonProvidedIpv6CidrBlock'
    ],
    ['CreateVpc', { Ipv4IpamPoolId: 'ipam-pool-1', Ipv4NetmaskLength: '16' }, 'UnsupportedOperation', 'Ipv4IpamPoolId'],
    [
      'CreateSubnet',
      { VpcId: other, CidrBlock: '10.1.8.0/24', OutpostArn: 'arn' },
      'UnsupportedOperation',
      'OutpostArn'
    ],
    [
      'CreateSubnet',
      { VpcId: other, CidrBlock: '10.1.8.0/24', AvailabilityZone: 'us-east-1a' },
      'InvalidParameterValue',
      'eu-west-1a, eu-west-1b'
    ],
    [
      'CreateSubnet',
      { VpcId: other, CidrBlock: '10.1.8.0/24', AvailabilityZoneId: 'euw1-az9' },
      'InvalidParameterValue',
      'euw1-az1, euw1-az2'
    ]
  ])('is refused in words: %s with %j', (action, form, code, words) => {
    expect(askForm(answer, 'ec2', action, form)).toEqual([400, code, expect.stringContaining(words)]);
  });

  it('is not refused where it is off', () => {
    const form = { CidrBlock: '10.4.0.0/16', AmazonProvidedIpv6CidrBlock: 'false', InstanceTenancy: 'dedicated' };
    expect(read('instanceTenancy', 'CreateVpc', form)).toEqual(['dedicated']);
  });
});

it.each([
  ['eu-west-1', 'euw1-az2'],
  ['us-gov-west-1', 'usgw1-az2'],
  ['ap-southeast-2', 'apse2-az2'],
  ['cn-northwest-1', 'cnnw1-az2']
])('a zone of %s has an ID', (region, id) => {
  expect(zoneIdOf(`${region}b`)).toBe(id);
  expect(findZone(region, undefined, id)).toBe(`${region}b`);
  expect(() => findZone(region, `${region}a`, id)).toThrow(`The zone ${region}a has the ID`);
});
