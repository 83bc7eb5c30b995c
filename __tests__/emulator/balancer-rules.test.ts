import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { makeBalancer, send, under, type Balancer, type Sent } from './balancer-support.js';
import { openStage, type Stage } from './core-support.js';

type Form = Readonly<Record<string, string>>;

let stage: Stage;
let balancer: Balancer;
let port = 9000;

beforeAll(async () => {
  stage = await openStage();
  balancer = await makeBalancer(stage.cloud);
});
afterAll(() => stage.close());

const answers = (body: string, status = '200'): Form => ({
  Type: 'fixed-response',
  ...under('FixedResponseConfig', { StatusCode: status, MessageBody: body, ContentType: 'text/plain' })
});

/** Whether a request to a new listener meets a rule with these conditions. */
async function meets(conditions: readonly Form[], sent: Sent): Promise<boolean> {
  port += 1;
  const listener = await balancer.listen(port, answers('default'));
  await balancer.addRule(listener, 1, conditions, answers('rule'));
  return (await send(balancer.dnsName, port, sent)).body === 'rule';
}

const host = (...values: readonly string[]): Form => ({
  Field: 'host-header',
  ...Object.fromEntries(values.map((value, index) => [`HostHeaderConfig.Values.member.${index + 1}`, value]))
});
const path = (...values: readonly string[]): Form => ({
  Field: 'path-pattern',
  ...Object.fromEntries(values.map((value, index) => [`PathPatternConfig.Values.member.${index + 1}`, value]))
});
const header = (name: string, value: string): Form => ({
  Field: 'http-header',
  ...under('HttpHeaderConfig', { HttpHeaderName: name, 'Values.member.1': value })
});
const query = (value: string, key?: string): Form => ({
  Field: 'query-string',
  'QueryStringConfig.Values.member.1.Value': value,
  ...(key === undefined ? {} : { 'QueryStringConfig.Values.member.1.Key': key })
});
const from = (block: string): Form => ({ Field: 'source-ip', 'SourceIpConfig.Values.member.1': block });
const method = (word: string): Form => ({
  Field: 'http-request-method',
  'HttpRequestMethodConfig.Values.member.1': word
});
const at = (name: string): Sent => ({ headers: { host: name } });

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
it.each<[what: string, conditions: readonly Form[], sent: Sent, expected: boolean]>([
  ['a host', [host('a.example.com')], at('a.example.com'), true],
  ['a host in other letters, with a port', [host('a.example.com')], at('A.Example.com:8080'), true],
  ['another host', [host('a.example.com')], at('b.example.com'), false],
  ['a host of which a dot is no wildcard', [host('a.example.com')], at('axexample.com'), false],
  ['the second of two hosts', [host('b.example.com', '*.example.org')], at('x.y.example.org'), true],
  ['a wildcard that needs a dot', [host('*.example.com')], at('example.com'), false],
  ['one character', [host('?.example.com')], at('a.example.com'), true],
  ['one character, not two', [host('?.example.com')], at('ab.example.com'), false],
  ['a host in the old form', [{ Field: 'host-header', 'Values.member.1': 'a.example.com' }], at('a.example.com'), true],
  [
    'a host by an expression',
    [{ Field: 'host-header', 'HostHeaderConfig.RegexValues.member.1': '^(a|b)[.].+$' }],
    at('b.example.com'),
    true
  ],
  [
    'an expression that meets none of it',
    [{ Field: 'host-header', 'HostHeaderConfig.RegexValues.member.1': '^example' }],
    at('b.example.com'),
    false
  ],
  ['a path', [path('/img/*')], { path: '/img/a/b.png?x=1' }, true],
  ['a path without its query', [path('/img')], { path: '/img?x=1' }, true],
  ['a path in other letters', [path('/img/*')], { path: '/IMG/a' }, false],
  ['a path that goes on', [path('/img')], { path: '/img/' }, false],
  ['a path with a question mark for a character', [path('/v?/*')], { path: '/v2/items' }, true],
  ['a path with characters of expressions', [path('/a.(b)+[c]')], { path: '/a.(b)+[c]' }, true],
  ['a path of which a dot is no wildcard', [path('/a.b')], { path: '/axb' }, false],
  [
    'a target in absolute form',
    [path('/img'), host('a.example.com')],
    { path: 'http://a.example.com/img', headers: { host: 'a.example.com' } },
    true
  ],
  ['a header', [header('X-Test', 'green')], { headers: { 'x-test': 'GREEN' } }, true],
  [
    'a header with a wildcard',
    [header('User-Agent', '*Chrome*')],
    { headers: { 'user-agent': 'Mozilla Chrome/1' } },
    true
  ],
  ['another value', [header('X-Test', 'green')], { headers: { 'x-test': 'greenish' } }, false],
  ['a header that is not there', [header('X-Test', '*')], {}, false],
  ['one of the same header twice', [header('X-Test', 'b')], { headers: { 'x-test': ['a', 'b'] } }, true],
  ['a pair of the query', [query('2', 'version')], { path: '/?a=1&version=2' }, true],
  ['a pair in other letters', [query('v2', 'Version')], { path: '/?version=V2' }, true],
  ['a value of another key', [query('2', 'version')], { path: '/?a=2&version=1' }, false],
  ['a value of any key', [query('*prod*')], { path: '/?any=my-prod-1' }, true],
  ['a value as it is encoded', [query('a b', 'q')], { path: '/?q=a%20b' }, true],
  ['a star that is none', [query('a\\*', 'q')], { path: '/?q=a*' }, true],
  ['a star that is none, and another character', [query('a\\*', 'q')], { path: '/?q=ab' }, false],
  ['a query without a value', [query('', 'debug')], { path: '/?debug' }, true],
  ['a method', [method('POST')], { method: 'POST' }, true],
  ['another method', [method('GET')], { method: 'HEAD' }, false],
  ['a block', [from('127.0.0.0/8')], {}, true],
  ['another block', [from('10.0.0.0/8')], {}, false],
  ['a block of IPv6', [from('::/0')], {}, false],
  ['no forwarded address', [from('10.0.0.0/8')], { headers: { 'x-forwarded-for': '10.1.1.1' } }, false],
  [
    'all of several conditions',
    [path('/a'), header('X-Test', 'green')],
    { path: '/a', headers: { 'x-test': 'green' } },
    true
  ],
  ['but one of several conditions', [path('/a'), header('X-Test', 'green')], { path: '/a' }, false]
])('a rule looks at %s', async (_what, conditions, sent, expected) => {
  expect(await meets(conditions, sent)).toBe(expected);
});

it('tries the rules by their priority as a number, whatever the order in which they were made', async () => {
  const listener = await balancer.listen(8200, answers('default', '404'));
  await balancer.addRule(listener, 100, [path('/*')], answers('100'));
  await balancer.addRule(listener, 20, [path('/a*')], answers('20'));
  await balancer.addRule(listener, 3, [path('/ab')], answers('3'));
  const bodies = [];
  for (const each of ['/ab', '/ac', '/b']) bodies.push((await send(balancer.dnsName, 8200, { path: each })).body);
  expect(bodies).toEqual(['3', '20', '100']);
});

describe('actions', () => {
  it.each<[Form, Sent, number, string]>([
    [
      { StatusCode: 'HTTP_301', Protocol: 'HTTPS', Port: '443' },
      { path: '/a/b?x=1', ...at('shop.example.com:8300') },
      301,
      'https://shop.example.com:443/a/b?x=1'
    ],
    [
      { StatusCode: 'HTTP_302', Host: 'new.#{host}', Path: '/new/#{path}', Query: 'from=#{port}' },
      { path: '/a', ...at('shop.example.com') },
      302,
      'http://new.shop.example.com:PORT/new/a?from=PORT'
    ],
    [{ StatusCode: 'HTTP_302', Path: '/x' }, at('shop.example.com'), 302, 'http://shop.example.com:PORT/x']
  ])('redirects: %j', async (config, sent, status, location) => {
    port += 1;
    await balancer.listen(port, { Type: 'redirect', ...under('RedirectConfig', config) });
    const got = await send(balancer.dnsName, port, sent);
    expect([got.status, got.headers.location]).toEqual([status, location.replaceAll('PORT', String(port))]);
  });

  it('answers by itself, and notes it', async () => {
    port += 1;
    const listener = await balancer.listen(port, answers('be back soon', '503'));
    const got = await send(balancer.dnsName, port, { path: '/x?y', headers: { host: 'shop.example.com' } });
    expect(got).toMatchObject({ status: 503, body: 'be back soon', headers: { 'content-type': 'text/plain' } });
    expect(stage.cloud.trafficLog.entries().at(-1)).toMatchObject({
      loadBalancer: 'web',
      listener,
      listenerPort: port,
      host: 'shop.example.com',
      path: '/x?y',
      status: 503
    });
    expect(stage.cloud.trafficLog.entries().at(-1)?.task).toBeUndefined();
  });

  it('says that it logs nobody in', async () => {
    port += 1;
    const login = under('AuthenticateCognitoConfig', {
      UserPoolArn: 'arn:pool',
      UserPoolClientId: 'web',
      UserPoolDomain: 'shop'
    });
    await balancer.listen(port, { Type: 'authenticate-cognito', Order: '1', ...login });
    const got = await send(balancer.dnsName, port);
    expect(got.status).toBe(501);
    expect(got.body).toContain('does not serve the action authenticate-cognito');
  });

  it('has no target for a group without tasks, nor where no group has a weight', async () => {
    port += 1;
    await balancer.listen(port);
    expect(await send(balancer.dnsName, port)).toMatchObject({
      status: 503,
      headers: { server: 'awselb/2.0', 'content-type': 'text/html' },
      body: expect.stringContaining('503 Service Temporarily Unavailable')
    });
    port += 1;
    await balancer.listen(port, balancer.weigh(0, 0));
    expect((await send(balancer.dnsName, port)).status).toBe(503);
  });
});

describe('where listeners listen', () => {
  it('each load balancer has an address of its own, so that all can have the same port', async () => {
    const other = await makeBalancer(stage.cloud, 'other');
    const third = await openStage();
    const elsewhere = await makeBalancer(third.cloud);
    expect(new Set([balancer.dnsName, other.dnsName, elsewhere.dnsName]).size).toBe(3);
    await balancer.listen(8100, answers('web'));
    await other.listen(8100, answers('other'));
    await elsewhere.listen(8100, answers('elsewhere'));
    const bodies = [];
    for (const { dnsName } of [balancer, other, elsewhere]) bodies.push((await send(dnsName, 8100)).body);
    await third.close();
    expect(bodies).toEqual(['web', 'other', 'elsewhere']);
    await expect(send(elsewhere.dnsName, 8100)).rejects.toThrow('ECONNREFUSED');
  });

  it('tells where they answer, and which it does not serve', async () => {
    const own = await openStage();
    const made = await makeBalancer(own.cloud);
    const listener = await made.listen(8100);
    const shown = await (await fetch(`${own.cloud.endpoint}/_slipway/listeners`)).json();
    expect(shown).toEqual([
      {
        listener,
        loadBalancer: 'web',
        region: 'eu-west-1',
        protocol: 'HTTP',
        port: 8100,
        url: `http://${made.dnsName}:8100`
      }
    ]);
    await send(made.dnsName, 8100, { path: '/hello' });
    const traffic = (await (await fetch(`${own.cloud.endpoint}/_slipway/traffic`)).json()) as unknown[];
    expect(traffic).toMatchObject([{ path: '/hello', targetGroup: 'blue', status: 503 }]);
    const after = await fetch(`${own.cloud.endpoint}/_slipway/traffic?after=1`);
    expect(await after.json()).toEqual([]);
    await fetch(`${own.cloud.endpoint}/_slipway/traffic`, { method: 'DELETE' });
    expect(own.cloud.trafficLog.entries()).toEqual([]);
    await own.close();
  });
});
