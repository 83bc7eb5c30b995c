import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { connect } from '../../src/aws/connection.js';
import { createPreflightPorts } from '../../src/aws/preflight.js';
import type { PreflightPorts } from '../../src/preflight/ports.js';
import { connectToCloud, type Call } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { MACHINE } from '../aws/machine.js';

const REGION = 'ap-northeast-2';
const ACCOUNT = '123456789012';
const VPC = 'vpc-0123456789abcdef0';
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }]
});

const AWS_VARIABLES = { AWS_ACCESS_KEY_ID: 'rehearsal', AWS_SECRET_ACCESS_KEY: 'rehearsal' };
const before = { ...process.env };
let cloud: Cloud;
let call: Call;
let ports: PreflightPorts;

beforeEach(async () => {
  cloud = await startCloud();
  Object.assign(process.env, AWS_VARIABLES, { AWS_ENDPOINT_URL: cloud.endpoint });
  call = connectToCloud(cloud.endpoint, REGION);
  ports = createPreflightPorts(connect(REGION, undefined, 'test', MACHINE));
});

afterEach(async () => {
  process.env = { ...before };
  await cloud.close();
});

const asked = (): readonly string[] =>
  cloud.requestLog.entries().map(({ service, operation }) => `${service}:${operation}`);

describe('the looks of a preflight, by the SDK against the built-in AWS', () => {
  it('find a role with its trust policy, in every region alike, and none where there is none', async () => {
    const form = { RoleName: 'task', Path: '/shop/', AssumeRolePolicyDocument: TRUST };
    await call.ask('iam', 'CreateRole', form);
    await expect(ports.getRole('task')).resolves.toEqual({
      arn: `arn:aws:iam::${ACCOUNT}:role/shop/task`,
      trustPolicy: TRUST
    });
    await expect(ports.getRole('other')).resolves.toBeUndefined();
    await expect(call.ask('iam', 'CreateRole', form)).rejects.toThrow('EntityAlreadyExists');
  });

  it('tell who this run is, and what IAM says to what a role wants', async () => {
    await expect(ports.getCaller()).resolves.toBe(`arn:aws:iam::${ACCOUNT}:user/rehearsal`);
    const resources = ['exec', 'other'].map(name => `arn:aws:iam::${ACCOUNT}:role/${name}`);
    const ask = (principal: string, context: Readonly<Record<string, string>> = {}) =>
      ports.simulatePrincipalPolicy({ principal, action: 'iam:PassRole', resources, context });
    const role = `arn:aws:iam::${ACCOUNT}:role/ci/deploy`;
    await expect(ask(role)).resolves.toBeUndefined();
    await call.ask('iam', 'CreateRole', { RoleName: 'deploy', Path: '/ci/', AssumeRolePolicyDocument: TRUST });
    const PolicyDocument = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: resources[0],
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }
      }
    });
    await call.ask('iam', 'PutRolePolicy', { RoleName: 'deploy', PolicyName: 'pass', PolicyDocument });
    const decisions = async (context?: Readonly<Record<string, string>>) =>
      (await ask(role, context))?.map(({ decision, missingKeys }) => [decision, ...missingKeys]);
    expect(await decisions({ 'iam:PassedToService': 'ecs-tasks.amazonaws.com' })).toEqual([
      ['allowed'],
      ['implicitDeny']
    ]);
    expect(await decisions({ 'iam:PassedToService': 'ec2.amazonaws.com' })).toEqual([
      ['implicitDeny'],
      ['implicitDeny']
    ]);
    expect(await decisions()).toEqual([['implicitDeny', 'iam:PassedToService'], ['implicitDeny']]);
    cloud.setFaults({ deny: ['iam:PassRole'] });
    expect(await decisions()).toEqual([['explicitDeny'], ['explicitDeny']]);
    await expect(ask(`arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run-1`)).rejects.toThrow('Invalid Entity Arn');
  });

  it('describe secrets by ARN and name, without a value', async () => {
    const made = await call('secretsmanager', 'CreateSecret', {
      Name: 'shop/db',
      SecretString: '{"password":"hunter2"}'
    });
    const arn = String(made['ARN']);
    expect(arn).toMatch(new RegExp(`^arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:shop/db-\\w{6}$`));
    const secret = { name: 'shop/db', deleted: false, stages: ['AWSCURRENT'], versions: [made['VersionId']] };
    await expect(ports.describeSecret(REGION, arn)).resolves.toEqual(secret);
    await expect(ports.describeSecret(REGION, 'shop/db')).resolves.toEqual(secret);
    await expect(ports.describeSecret('eu-west-1', arn)).resolves.toBeUndefined();
    await call('secretsmanager', 'DeleteSecret', { SecretId: arn });
    await expect(ports.describeSecret(REGION, arn)).resolves.toMatchObject({ deleted: true });
    expect(JSON.stringify(cloud.requestLog.entries())).not.toContain('hunter2');
    await expect(call('secretsmanager', 'GetSecretValue', { SecretId: arn })).rejects.toThrow('UnknownOperation');
  });

  it('find 120 parameters in three requests, over pages, and leave out what is not there', async () => {
    const names = Array.from({ length: 119 }, (_, index) => `/shop/${index}`);
    for (const Name of names) await call('ssm', 'PutParameter', { Name, Value: 'v', Type: 'String' });
    const found = await ports.findParameters(REGION, [...names, '/shop/none']);
    expect([...found].sort()).toEqual([...names].sort());
    expect(asked().filter(operation => operation === 'ssm:DescribeParameters')).toHaveLength(3);
  });

  it('describe target groups, listeners and rules, with weights', async () => {
    const ask = (action: string, form: Readonly<Record<string, string>>) =>
      call.ask('elasticloadbalancing', action, form);
    const group = async (name: string) =>
      (
        await ask('CreateTargetGroup', {
          Name: name,
          Protocol: 'HTTP',
          Port: '8080',
          VpcId: VPC,
          TargetType: 'ip',
          HealthCheckPath: '/up'
        })
      )['TargetGroupArn'] ?? '';
    const [blue, green] = [await group('blue'), await group('green')];
    const balancer = (await ask('CreateLoadBalancer', { Name: 'web' }))['LoadBalancerArn'] ?? '';
    const actions = { 'DefaultActions.member.1.Type': 'forward', 'DefaultActions.member.1.TargetGroupArn': blue };
    const listener =
      (await ask('CreateListener', { LoadBalancerArn: balancer, Protocol: 'HTTP', Port: '80', ...actions }))[
        'ListenerArn'
      ] ?? '';
    const rule = await ask('CreateRule', {
      ListenerArn: listener,
      Priority: '1',
      'Conditions.member.1.Field': 'path-pattern',
      'Conditions.member.1.Values.member.1': '/a & <b>',
      'Actions.member.1.Type': 'forward',
      'Actions.member.1.ForwardConfig.TargetGroups.member.1.TargetGroupArn': blue,
      'Actions.member.1.ForwardConfig.TargetGroups.member.1.Weight': '1',
      'Actions.member.1.ForwardConfig.TargetGroups.member.2.TargetGroupArn': green,
      'Actions.member.1.ForwardConfig.TargetGroups.member.2.Weight': '0'
    });
    const described = {
      arn: blue,
      name: 'blue',
      targetType: 'ip',
      protocol: 'HTTP',
      port: 8080,
      vpcId: VPC,
      loadBalancerArns: [balancer],
      healthCheck: { protocol: 'HTTP', port: 'traffic-port', path: '/up', intervalSeconds: 30, healthyThreshold: 5 }
    };
    await expect(ports.describeTargetGroups('arn', [blue])).resolves.toEqual([described]);
    await expect(ports.describeTargetGroups('name', ['blue', 'none'])).resolves.toEqual([described]);
    const forwards = [
      { targetGroupArn: blue, weight: 1 },
      { targetGroupArn: green, weight: 0 }
    ];
    const ofRule = { arn: rule['RuleArn'], isDefault: false, forwards };
    await expect(ports.describeRule(rule['RuleArn'] ?? '')).resolves.toEqual(ofRule);
    await expect(ports.describeRulesOf(listener)).resolves.toEqual([
      ofRule,
      expect.objectContaining({ isDefault: true, forwards: [{ targetGroupArn: blue, weight: 1 }] })
    ]);
    await expect(ports.describeListener(listener)).resolves.toMatchObject({ protocol: 'HTTP', port: 80 });
    await expect(ports.describeListener(`${listener}0`)).resolves.toBeUndefined();
    await expect(ports.describeRulesOf(`${listener}0`)).resolves.toBeUndefined();
    await expect(ports.describeRule('arn:aws:elasticloadbalancing:::listener-rule/none')).resolves.toBeUndefined();
  });

  it("describe subnets and security groups by EC2's own protocol", async () => {
    const made = await call.ask('ec2', 'CreateSubnet', { VpcId: VPC, CidrBlock: '172.31.64.0/20' });
    const id = made['subnetId'] ?? '';
    await expect(ports.describeSubnets([id, 'subnet-none'])).resolves.toEqual([
      { id, vpcId: VPC, zone: `${REGION}a`, freeAddresses: 251 }
    ]);
    await expect(ports.describeSecurityGroups(['sg-0123456789abcdef0', 'sg-none'])).resolves.toEqual([
      { id: 'sg-0123456789abcdef0', vpcId: VPC }
    ]);
    const entry = cloud.requestLog.entries().find(({ operation }) => operation === 'DescribeSubnets');
    expect(entry).toMatchObject({ service: 'ec2', region: REGION, status: 200 });
  });

  it('tell a log group from one that only begins like it', async () => {
    await call('logs', 'CreateLogGroup', { logGroupName: '/ecs/web-2' });
    await expect(ports.hasLogGroup(REGION, '/ecs/web')).resolves.toBe(false);
    await expect(ports.hasLogGroup(REGION, '/ecs/web-2')).resolves.toBe(true);
  });

  it.each<[string, (ports: PreflightPorts) => Promise<unknown>, string]>([
    ['iam:GetRole', one => one.getRole('x'), 'AccessDenied'],
    ['secretsmanager:DescribeSecret', one => one.describeSecret(REGION, 'x'), 'AccessDeniedException'],
    ['ssm:DescribeParameters', one => one.findParameters(REGION, ['x']), 'AccessDeniedException'],
    ['elasticloadbalancing:DescribeRules', one => one.describeRulesOf('x'), 'AccessDenied'],
    ['ec2:DescribeSubnets', one => one.describeSubnets(['x']), 'UnauthorizedOperation'],
    ['logs:DescribeLogGroups', one => one.hasLogGroup(REGION, 'x'), 'AccessDeniedException']
  ])('say that %s is denied as AWS says it', async (action, look, name) => {
    cloud.setFaults({ deny: [action] });
    await expect(look(ports)).rejects.toMatchObject({ name });
  });

  it('are repeated where AWS throttles, the query protocol too', async () => {
    cloud.setFaults({ throttle: 1, times: 4 });
    await Promise.all([ports.getRole('x'), ports.describeSubnets(['x']), ports.findParameters(REGION, ['x'])]);
    expect(cloud.requestLog.entries().filter(({ fault }) => fault === 'throttle')).toHaveLength(4);
  });
});
