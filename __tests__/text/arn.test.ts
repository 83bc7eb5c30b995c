import { describe, expect, it } from '@jest/globals';

import {
  accountOf,
  ARN_WITH_ACCOUNT,
  arnOf,
  isArn,
  parseArn,
  parseTaskDefinitionName,
  partitionOf,
  regionOf,
  resourceName,
  targetGroupName,
  TASK_DEFINITION_ARN
} from '../../src/text/arn.js';

const ECS = 'arn:aws:ecs:eu-west-1:123456789012';

describe('parseArn', () => {
  it.each([
    [`${ECS}:service/shop/web`, ['aws', 'ecs', 'eu-west-1', '123456789012', 'service/shop/web']],
    [
      'arn:aws-cn:ecs:cn-north-1:123456789012:cluster/shop',
      ['aws-cn', 'ecs', 'cn-north-1', '123456789012', 'cluster/shop']
    ],
    ['arn:aws-us-gov:iam::123456789012:role/ci/deploy', ['aws-us-gov', 'iam', '', '123456789012', 'role/ci/deploy']],
    ['arn:aws-iso-b:s3:::bucket/a/b.env', ['aws-iso-b', 's3', '', '', 'bucket/a/b.env']],
    [
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:user::',
      ['aws', 'secretsmanager', 'eu-west-1', '123456789012', 'secret:db-AbCdEf:user::']
    ],
    [
      'arn:aws:lambda:eu-west-1:123456789012:function:hook',
      ['aws', 'lambda', 'eu-west-1', '123456789012', 'function:hook']
    ],
    ['arn:aws:ecs:::', ['aws', 'ecs', '', '', '']]
  ])('reads %s', (text, [partition, service, region, account, resource]) => {
    expect(parseArn(text)).toEqual({ partition, service, region, account, resource });
  });

  it.each([
    '',
    'web',
    'web:7',
    'service/shop/web',
    'arn:',
    'arn:aws:ecs',
    'arn:aws:ssm:eu-west-1:1',
    ' arn:aws:s3:::a',
    'arn:gcp:s3:::a'
  ])('takes %j for no ARN', text => {
    expect(parseArn(text)).toBeUndefined();
    expect(accountOf(text)).toBeUndefined();
    expect(regionOf(text)).toBe('');
  });

  it('is told from a name by how the text begins', () => {
    expect(['arn:aws:ecs', 'arnold', 'web', ''].map(isArn)).toEqual([true, false, false, false]);
  });
});

describe('account and region', () => {
  it.each([
    [`${ECS}:service/shop/web`, '123456789012', 'eu-west-1'],
    ['arn:aws:iam::123456789012:role/a', '123456789012', ''],
    ['arn:aws:s3:::bucket', undefined, ''],
    ['arn:aws:ecs:eu-west-1:1234:cluster/a', undefined, 'eu-west-1']
  ])('of %s', (arn, account, region) => {
    expect(accountOf(arn)).toBe(account);
    expect(regionOf(arn)).toBe(region);
  });

  it.each([
    ['eu-west-1', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['${AWS::Region}', 'aws']
  ])('the region %s is in the partition %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });
});

describe('arnOf', () => {
  const scope = { partition: 'aws-cn', region: 'cn-north-1', account: '123456789012' };

  it.each([
    ['ecs', 'cluster/shop', 'arn:aws-cn:ecs:cn-north-1:123456789012:cluster/shop'],
    ['iam', 'role/a', 'arn:aws-cn:iam::123456789012:role/a'],
    ['s3', 'bucket/*', 'arn:aws-cn:s3:::bucket/*']
  ])('writes %s %s as %s', (service, resource, arn) => {
    expect(arnOf(scope, service, resource)).toBe(arn);
    expect(parseArn(arn)).toMatchObject({ partition: 'aws-cn', service, resource });
  });
});

describe('names', () => {
  it.each([
    [`${ECS}:service/shop/web`, 'web'],
    [`${ECS}:service/web`, 'web'],
    [`${ECS}:cluster/shop`, 'shop'],
    [`${ECS}:task/shop/0123abcd`, '0123abcd'],
    [`${ECS}:task-definition/web:7`, 'web:7'],
    ['arn:aws:iam::123456789012:role/ci/deploy', 'deploy'],
    ['arn:aws-us-gov:ecs:us-gov-west-1:123456789012:service-deployment/shop/web/abc', 'abc'],
    ['ecs-svc/123', '123'],
    ['web', 'web'],
    ['', ''],
    [undefined, '']
  ])('%s is %s', (text, name) => {
    expect(resourceName(text)).toBe(name);
  });

  it.each([
    [`${ECS}:task-definition/web:7`, 'web', '7'],
    [`${ECS}:task-definition/web`, 'web', undefined],
    ['arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/a_b-c:12', 'a_b-c', '12'],
    ['web:7', 'web', '7'],
    ['web', 'web', undefined]
  ])('the task definition %s is the family %s and the revision %s', (text, family, revision) => {
    expect(parseTaskDefinitionName(text)).toEqual({ family, revision });
  });

  it.each([
    ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/0123456789abcdef', 'blue'],
    ['blue', 'blue']
  ])('the target group %s is %s', (text, name) => {
    expect(targetGroupName(text)).toBe(name);
  });
});

describe('in a text', () => {
  it.each([
    [`"taskDefinition":"${ECS}:task-definition/web:7","x":1`, [`${ECS}:task-definition/web:7`]],
    [
      'TaskDefinition: arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/a:1\n',
      ['arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/a:1']
    ],
    [`${ECS}:task-definition/web and <TASK_DEFINITION>`, []]
  ])('finds the task definitions of %s', (text, arns) => {
    expect(text.match(new RegExp(TASK_DEFINITION_ARN, 'g')) ?? []).toEqual(arns);
  });

  it.each([
    ['aws sts assume-role --role-arn arn:aws:iam::111122223333:role/$X', ['111122223333']],
    [`${ECS}:cluster/a arn:aws-cn:ecs:cn-north-1:444455556666:cluster/b`, ['123456789012', '444455556666']],
    ['arn:aws:s3:::bucket arn:aws:iam::$ACCOUNT:role/a', []]
  ])('finds the accounts of %s', (text, accounts) => {
    expect([...text.matchAll(new RegExp(ARN_WITH_ACCOUNT, 'g'))].map(match => match[1])).toEqual(accounts);
  });
});
