import { describe, expect, it } from '@jest/globals';
import { openCloud } from '../../src/emulator/cloud.js';
import { askForm, sendWire } from './wire-support.js';

const { answer } = await openCloud();
const VERSION = '2016-11-15';

/** The texts of an element in the answer to an operation of EC2. */
function read(element: string, action: string, form: Readonly<Record<string, string>> = {}): readonly string[] {
  const body = new URLSearchParams({ Action: action, Version: VERSION, ...form }).toString();
  const { text } = sendWire(answer, 'ec2', { target: null, body });
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
    ['DescribeSecurityGroups', 'groupId', 'description', 'd', 3]
  ])('are filtered: %s, %s by %s', (action, element, name, value, count) => {
    expect(read(element, action, { 'Filter.1.Name': name, 'Filter.1.Value.1': value })).toHaveLength(count);
  });

  it.each<[action: string, form: Readonly<Record<string, string>>, code: string]>([
    ['DescribeVpcs', { 'Filter.1.Name': 'colour', 'Filter.1.Value.1': 'red' }, 'InvalidParameterValue'],
    ['DescribeVpcs', { 'VpcId.1': other, MaxResults: '5' }, 'InvalidParameterCombination'],
    ['DescribeSubnets', { NextToken: 'none' }, 'InvalidPaginationToken'],
    ['DescribeSecurityGroups', { 'GroupName.1': 'g1' }, 'InvalidGroup.NotFound']
  ])('are refused: %s with %j', (action, form, code) => {
    expect(askForm(answer, 'ec2', action, { ...form, Version: VERSION }).slice(0, 2)).toEqual([400, code]);
  });

  it('name groups of the default network alone', () => {
    expect(read('groupName', 'DescribeSecurityGroups', { 'GroupName.1': 'default' })).toEqual(['default']);
  });
});
