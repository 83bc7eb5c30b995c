import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, query } from './core-support.js';
import type { Stage } from './core-support.js';

let stage: Stage;
let listener = '';
let group = '';
let balancer = '';

const ask = (action: string, form: Readonly<Record<string, string>> = {}): Promise<string> =>
  query(stage, '2015-12-01', action, form);

function textIn(xml: string, element: string): string {
  const found = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
  if (found === undefined) throw new Error(`No ${element} in ${xml}`);
  return found;
}

beforeEach(async () => {
  stage = await openStage();
  await query(stage, '2016-11-15', 'CreateSubnet', {
    VpcId: 'vpc-0123456789abcdef0',
    CidrBlock: '172.31.200.0/24',
    'TagSpecification.1.ResourceType': 'subnet',
    'TagSpecification.1.Tag.1.Key': '_custom_id_',
    'TagSpecification.1.Tag.1.Value': 'subnet-1'
  });
  group = textIn(await ask('CreateTargetGroup', { Name: 'blue', Port: '80', Protocol: 'HTTP' }), 'TargetGroupArn');
  const made = await ask('CreateLoadBalancer', { Name: 'web', 'Subnets.member.1': 'subnet-1' });
  balancer = textIn(made, 'LoadBalancerArn');
  listener = textIn(await makeListener('80', { Type: 'forward', TargetGroupArn: group }), 'ListenerArn');
});
afterEach(() => stage.close());

function under(prefix: string, members: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [`${prefix}.${name}`, value]));
}

function makeListener(Port: string, action: Readonly<Record<string, string>>, more: object = {}): Promise<string> {
  const actions = under('DefaultActions.member.1', action);
  return ask('CreateListener', { LoadBalancerArn: balancer, Protocol: 'HTTP', Port, ...actions, ...more });
}

describe('a rule shows its action as it was sent', () => {
  it.each([
    [
      { Type: 'fixed-response', 'FixedResponseConfig.StatusCode': '503', 'FixedResponseConfig.MessageBody': 'later' },
      ['<FixedResponseConfig><MessageBody>later</MessageBody><StatusCode>503</StatusCode></FixedResponseConfig>']
    ],
    [
      { Type: 'redirect', 'RedirectConfig.StatusCode': 'HTTP_301', 'RedirectConfig.Protocol': 'HTTPS' },
      ['<Protocol>HTTPS</Protocol><Host>#{host}</Host>', '<Path>/#{path}</Path>', '<StatusCode>HTTP_301</StatusCode>']
    ],
    [
      {
        Type: 'authenticate-cognito',
        Order: '1',
        'AuthenticateCognitoConfig.UserPoolArn': 'arn:pool',
        'AuthenticateCognitoConfig.UserPoolClientId': 'web',
        'AuthenticateCognitoConfig.UserPoolDomain': 'shop',
        'AuthenticateCognitoConfig.Scope': 'email'
      },
      [
        '<Order>1</Order>',
        '<UserPoolArn>arn:pool</UserPoolArn>',
        '<Scope>email</Scope>',
        '<SessionTimeout>604800</SessionTimeout>'
      ]
    ],
    [
      {
        Type: 'authenticate-oidc',
        'AuthenticateOidcConfig.Issuer': 'https://id.example.com',
        'AuthenticateOidcConfig.AuthorizationEndpoint': 'https://id.example.com/authorize',
        'AuthenticateOidcConfig.TokenEndpoint': 'https://id.example.com/token',
        'AuthenticateOidcConfig.UserInfoEndpoint': 'https://id.example.com/user',
        'AuthenticateOidcConfig.ClientId': 'web',
        'AuthenticateOidcConfig.ClientSecret': 'hidden',
        'AuthenticateOidcConfig.AuthenticationRequestExtraParams.entry.1.key': 'prompt',
        'AuthenticateOidcConfig.AuthenticationRequestExtraParams.entry.1.value': 'login'
      },
      [
        '<Issuer>https://id.example.com</Issuer>',
        '<AuthenticationRequestExtraParams><entry><key>prompt</key><value>login</value></entry></AuthenticationRequestExtraParams>'
      ]
    ],
    [
      {
        Type: 'forward',
        'ForwardConfig.TargetGroups.member.1.TargetGroupArn': 'GROUP',
        'ForwardConfig.TargetGroups.member.1.Weight': '7',
        'ForwardConfig.TargetGroupStickinessConfig.Enabled': 'true',
        'ForwardConfig.TargetGroupStickinessConfig.DurationSeconds': '60'
      },
      [
        '<Weight>7</Weight>',
        '<TargetGroupStickinessConfig><Enabled>true</Enabled><DurationSeconds>60</DurationSeconds>'
      ]
    ]
  ])('%j', async (sent, expected) => {
    const action = Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [name, value.replace('GROUP', group)])
    );
    const rule = {
      ListenerArn: listener,
      Priority: '5',
      'Conditions.member.1.Field': 'path-pattern',
      'Conditions.member.1.Values.member.1': '/a'
    };
    const xml = await ask('CreateRule', { ...rule, ...under('Actions.member.1', action) });
    for (const part of expected) expect(xml).toContain(part);
    expect(xml).not.toContain('hidden');
    const made = textIn(await makeListener('81', action), 'ListenerArn');
    const described = await ask('DescribeListeners', { 'ListenerArns.member.1': made });
    for (const part of expected) expect(described).toContain(part);
  });
});

it.each([
  [
    { Field: 'http-header', 'HttpHeaderConfig.HttpHeaderName': 'X-A', 'HttpHeaderConfig.Values.member.1': 'b' },
    '<HttpHeaderConfig><HttpHeaderName>X-A</HttpHeaderName><Values><member>b</member></Values></HttpHeaderConfig>'
  ],
  [
    {
      Field: 'query-string',
      'QueryStringConfig.Values.member.1.Key': 'v',
      'QueryStringConfig.Values.member.1.Value': '2'
    },
    '<QueryStringConfig><Values><member><Key>v</Key><Value>2</Value></member></Values></QueryStringConfig>'
  ],
  [
    { Field: 'host-header', 'HostHeaderConfig.Values.member.1': 'a.example.com' },
    '<HostHeaderConfig><Values><member>a.example.com</member></Values></HostHeaderConfig><Values><member>a.example.com</member></Values>'
  ]
])('a rule shows the condition %j', async (condition, expected) => {
  const made = await ask('CreateRule', {
    ListenerArn: listener,
    Priority: '5',
    ...under('Conditions.member.1', condition),
    'Actions.member.1.Type': 'forward',
    'Actions.member.1.TargetGroupArn': group
  });
  expect(await ask('DescribeRules', { 'RuleArns.member.1': textIn(made, 'RuleArn') })).toContain(expected);
});

it('keeps what a load balancer, a target group and a listener were made with', async () => {
  const made = await ask('CreateLoadBalancer', {
    Name: 'nlb',
    Type: 'network',
    IpAddressType: 'dualstack',
    'SubnetMappings.member.1.SubnetId': 'subnet-1',
    'SubnetMappings.member.1.AllocationId': 'eipalloc-1',
    'Tags.member.1.Key': 'team',
    'Tags.member.1.Value': 'shop'
  });
  expect(made).toContain('<IpAddressType>dualstack</IpAddressType>');
  expect(made).toContain('<LoadBalancerAddresses><member><AllocationId>eipalloc-1</AllocationId>');
  const tags = await ask('DescribeTags', { 'ResourceArns.member.1': textIn(made, 'LoadBalancerArn') });
  expect(tags).toContain('<Tags><member><Key>team</Key><Value>shop</Value></member></Tags>');
  expect(await ask('DescribeTags', { 'ResourceArns.member.1': `${group}x` })).toContain('TargetGroupNotFound');
  const grpc = await ask('CreateTargetGroup', {
    Name: 'g',
    Port: '80',
    Protocol: 'HTTP',
    ProtocolVersion: 'GRPC',
    'Matcher.GrpcCode': '0-99',
    IpAddressType: 'ipv6'
  });
  expect(grpc).toContain('<GrpcCode>0-99</GrpcCode>');
  expect(grpc).toContain('<ProtocolVersion>GRPC</ProtocolVersion><IpAddressType>ipv6</IpAddressType>');
  const secure = await makeListener(
    '443',
    { Type: 'forward', TargetGroupArn: group },
    {
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      'Certificates.member.1.CertificateArn': 'arn:cert'
    }
  );
  expect(secure).toContain(
    '<Certificates><member><CertificateArn>arn:cert</CertificateArn></member></Certificates><SslPolicy>ELBSecurityPolicy-TLS13-1-2-2021-06'
  );
  expect(secure).toContain('<MutualAuthentication><Mode>off</Mode></MutualAuthentication>');
});

it('gives lists page by page', async () => {
  for (const Name of ['a', 'b']) await ask('CreateTargetGroup', { Name, Port: '80', Protocol: 'HTTP' });
  const namesOf = (xml: string): readonly string[] =>
    [...xml.matchAll(/<TargetGroupName>(\w+)</g)].map(([, name = '']) => name);
  const first = await ask('DescribeTargetGroups', { PageSize: '2' });
  expect(namesOf(first)).toEqual(['blue', 'a']);
  const second = await ask('DescribeTargetGroups', { PageSize: '2', Marker: textIn(first, 'NextMarker') });
  expect(namesOf(second)).toEqual(['b']);
  expect(second).not.toContain('NextMarker');
  const others = { Marker: textIn(first, 'NextMarker') };
  expect(await ask('DescribeLoadBalancers', others)).toContain('<Code>ValidationError</Code>');
  for (const form of [{ PageSize: '0' }, { PageSize: '401' }, { Marker: 'x' }]) {
    for (const action of ['DescribeTargetGroups', 'DescribeLoadBalancers']) {
      expect(await ask(action, form as Record<string, string>)).toContain('<Code>ValidationError</Code>');
    }
  }
});

describe('the attributes of a target group', () => {
  const DELAY = 'deregistration_delay.timeout_seconds';
  const modify = (...pairs: readonly (readonly [string, string])[]): Promise<string> => {
    const members = pairs.map(([Key, Value], index) => under(`Attributes.member.${index + 1}`, { Key, Value }));
    return ask('ModifyTargetGroupAttributes', Object.assign({ TargetGroupArn: group }, ...members) as never);
  };
  const delayIn = (xml: string): string =>
    new RegExp(`<Key>${DELAY}</Key>\\s*<Value>([^<]*)</Value>`).exec(xml)?.[1] ?? '';

  it('are kept and shown again', async () => {
    expect(delayIn(await ask('DescribeTargetGroupAttributes', { TargetGroupArn: group }))).toBe('300');
    await modify([DELAY, '0'], ['stickiness.type', 'lb_cookie']);
    const shown = await ask('DescribeTargetGroupAttributes', { TargetGroupArn: group });
    expect(delayIn(shown)).toBe('0');
    expect(shown).toContain('<Value>lb_cookie</Value>');
  });

  it.each([
    [DELAY, 'soon'],
    [DELAY, ''],
    [DELAY, '-1'],
    [DELAY, '3601'],
    ['deregistration_delay', '30']
  ])('are refused where AWS knows no such one, and nothing is half done: %s = %j', async (key, value) => {
    const answer = await modify([DELAY, '10'], [key, value]);
    expect(answer).toContain('<Code>ValidationError</Code>');
    expect(delayIn(await ask('DescribeTargetGroupAttributes', { TargetGroupArn: group }))).toBe('300');
  });
});
