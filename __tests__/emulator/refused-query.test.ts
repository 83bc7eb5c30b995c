import { beforeEach, describe, expect, it } from '@jest/globals';
import { openCloud } from '../../src/emulator/cloud.js';
import type { Answerer } from '../../src/emulator/server/requests.js';
import { askForm, describeMissing, describeWrong, sendForm, sendWire } from './wire-support.js';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const TRUST = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }] });

let answer: Answerer;
beforeEach(async () => {
  ({ answer } = await openCloud());
});

describe('a request of the query protocol is refused', () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>, string, string]>([
    [
      'sts',
      'AssumeRole',
      { RoleArn: ROLE, RoleSessionName: 'a'.repeat(65) },
      'ValidationError',
      describeWrong('a'.repeat(65), 'roleSessionName') + 'have length less than or equal to 64'
    ],
    [
      'sts',
      'AssumeRole',
      { RoleArn: ROLE, RoleSessionName: 'a b' },
      'ValidationError',
      describeWrong('a b', 'roleSessionName') + 'satisfy regular expression pattern: [\\w+=,.@-]*'
    ],
    [
      'sts',
      'AssumeRole',
      { RoleArn: 'arn', RoleSessionName: 'ab' },
      'ValidationError',
      describeWrong('arn', 'roleArn') + 'have length greater than or equal to 20'
    ],
    [
      'sts',
      'AssumeRole',
      { RoleArn: ROLE, RoleSessionName: 'ab', DurationSeconds: '60' },
      'ValidationError',
      describeWrong('60', 'durationSeconds') + 'have value greater than or equal to 900'
    ],
    [
      'sts',
      'AssumeRole',
      { RoleArn: ROLE, RoleSessionName: 'ab', DurationSeconds: 'long' },
      'MalformedInput',
      "Invalid value 'long' for DurationSeconds"
    ],
    [
      'iam',
      'CreateRole',
      { RoleName: 'a', AssumeRolePolicyDocument: TRUST, MaxSessionDuration: '60' },
      'ValidationError',
      describeWrong('60', 'maxSessionDuration')
    ],
    [
      'iam',
      'CreateRole',
      { RoleName: 'a', AssumeRolePolicyDocument: TRUST.replace('"Action"', '"Resource":"*","Action"') },
      'MalformedPolicyDocument',
      'Has prohibited field Resource'
    ],
    [
      'iam',
      'CreateRole',
      { RoleName: 'a', AssumeRolePolicyDocument: TRUST, 'Tags.member.1.Key': 'team' },
      'ValidationError',
      describeMissing('tags.1.member.value')
    ],
    ['iam', 'GetRole', {}, 'ValidationError', describeMissing('roleName')],
    [
      'elasticloadbalancing',
      'CreateTargetGroup',
      { Name: 'a'.repeat(33) },
      'ValidationError',
      "cannot be longer than '32' characters"
    ],
    [
      'elasticloadbalancing',
      'CreateLoadBalancer',
      { Name: 'my_balancer' },
      'ValidationError',
      'must contain only alphanumeric characters or hyphens'
    ],
    [
      'elasticloadbalancing',
      'CreateLoadBalancer',
      { Name: 'internal-shop' },
      'ValidationError',
      "begin with 'internal-'"
    ],
    [
      'elasticloadbalancing',
      'CreateTargetGroup',
      { Name: 'shop', Protocol: 'FTP' },
      'ValidationError',
      describeWrong('FTP', 'protocol')
    ],
    [
      'elasticloadbalancing',
      'CreateTargetGroup',
      { Name: 'shop', Port: '70000' },
      'ValidationError',
      describeWrong('70000', 'port')
    ],
    [
      'elasticloadbalancing',
      'CreateRule',
      {
        ListenerArn: 'a',
        Priority: '0',
        'Conditions.member.1.Field': 'path-pattern',
        'Actions.member.1.Type': 'forward'
      },
      'ValidationError',
      describeWrong('0', 'priority')
    ],
    ['elasticloadbalancing', 'DescribeRules', { PageSize: '401' }, 'ValidationError', describeWrong('401', 'pageSize')],
    [
      'ec2',
      'CreateSubnet',
      { CidrBlock: '10.0.0.0/24' },
      'MissingParameter',
      'The request must contain the parameter VpcId'
    ],
    [
      'ec2',
      'DescribeSubnets',
      { MaxResults: '1' },
      'InvalidParameterValue',
      'Value ( 1 ) for parameter MaxResults is invalid.'
    ],
    [
      'ec2',
      'CreateVpc',
      { CidrBlock: '10.0.0.0/16', InstanceTenancy: 'shared' },
      'InvalidParameterValue',
      'Value ( shared ) for parameter InstanceTenancy is invalid.'
    ]
  ])('%s %s %j', (service, operation, form, error, message) => {
    expect(askForm(answer, service, operation, form)).toEqual([400, error, expect.stringContaining(message)]);
  });
});

describe('a request of the query protocol', () => {
  it('passes where it is at the limit', () => {
    const session = { RoleArn: ROLE, RoleSessionName: 'a'.repeat(64), DurationSeconds: '43200' };
    expect(askForm(answer, 'sts', 'AssumeRole', session)[0]).toBe(200);
  });

  it("shows a role's session duration, tags and permissions boundary again", () => {
    const boundary = 'arn:aws:iam::123456789012:policy/limits';
    const form = {
      RoleName: 'deploy',
      AssumeRolePolicyDocument: TRUST,
      MaxSessionDuration: '7200',
      PermissionsBoundary: boundary,
      'Tags.member.1.Key': 'team',
      'Tags.member.1.Value': 'shop'
    };
    expect(askForm(answer, 'iam', 'CreateRole', form)[0]).toBe(200);
    const { text } = sendForm(answer, 'iam', 'GetRole', { RoleName: 'deploy' });
    expect(text).toContain('<MaxSessionDuration>7200</MaxSessionDuration>');
    expect(text).toContain('<Tags><member><Key>team</Key><Value>shop</Value></member></Tags>');
    expect(text).toContain(`<PermissionsBoundaryArn>${boundary}</PermissionsBoundaryArn>`);
  });
});

describe('the API version of a request', () => {
  const form = (service: string): readonly [string, Readonly<Record<string, string>>] => {
    if (service === 'ec2') return ['DescribeVpcs', {}];
    return service === 'iam' ? ['ListRoles', {}] : ['GetCallerIdentity', {}];
  };

  // What STS answered is recorded in proxies that log it; EC2's words are in boto/boto3#1138.
  it.each([
    ['sts', '2011-06-16', 'InvalidAction', 'Could not find operation GetCallerIdentity for version 2011-06-16'],
    ['sts', '', 'InvalidAction', 'Could not find operation GetCallerIdentity for version NO_VERSION_SPECIFIED'],
    ['iam', '2011-06-15', 'InvalidAction', 'Could not find operation ListRoles for version 2011-06-15'],
    ['ec2', '2011-06-15', 'NoSuchVersion', 'The requested version (2011-06-15) of service AmazonEC2 does not exist'],
    ['ec2', '', 'MissingParameter', 'The request must contain the parameter Version']
  ])('is held to those of %s: %j', (service, version, code, message) => {
    const [operation, input] = form(service);
    expect(askForm(answer, service, operation, { ...input, Version: version })).toEqual([400, code, message]);
  });

  it('is missing where the request has none', () => {
    const body = 'Action=GetCallerIdentity';
    expect(sendWire(answer, 'sts', { target: null, body }).text).toContain('for version NO_VERSION_SPECIFIED');
  });

  it('may be an older one of EC2, which the answer then has', () => {
    const { status, text } = sendForm(answer, 'ec2', 'DescribeVpcs', { Version: '2014-10-01' });
    expect([status, text]).toEqual([200, expect.stringContaining('http://ec2.amazonaws.com/doc/2014-10-01/')]);
  });

  it('is looked at for the service that signed, also where another has such an operation', () => {
    expect(askForm(answer, 'ec2', 'DescribeTags', {})).toEqual([
      400,
      'InvalidAction',
      'The action DescribeTags is not valid for this web service.'
    ]);
    const classic = askForm(answer, 'elasticloadbalancing', 'DescribeLoadBalancers', { Version: '2012-06-01' });
    expect(classic.slice(0, 2)).toEqual([400, 'InvalidAction']);
  });

  it('does not stand in for an action', () => {
    expect(askForm(answer, 'sts', '', {}).slice(0, 2)).toEqual([400, 'MissingAction']);
  });
});
