import { describe, expect, it } from '@jest/globals';

import { findAddresses, urlBehind, type Address } from '../../src/rollout/gate/address.js';
import type { Listener, RuleCondition } from '../../src/rollout/gate/ports.js';
import { header, host, path, query } from './conditions.js';

const DNS = 'web-1.eu-west-1.elb.amazonaws.com';

function find(
  conditions: readonly RuleCondition[],
  listener: Partial<Listener> = {},
  environmentHost?: string
): Address | string {
  const found = findAddresses({
    listener: { protocol: 'HTTP', port: 9001, loadBalancerArn: 'arn', ...listener },
    rule: { arn: 'rule', priority: conditions.length === 0 ? Infinity : 1, conditions, forwards: [] },
    dnsName: DNS,
    environmentHost
  });
  return typeof found === 'string' ? found : (found[0] ?? 'none');
}

const HTTPS = { protocol: 'HTTPS', port: 8443 };

describe('where the new version is reached', () => {
  it.each<[string, RuleCondition[], Partial<Listener>, string | undefined, string, Record<string, string>]>([
    ['a default rule', [], {}, undefined, `http://${DNS}:9001`, {}],
    ["http's own port", [], { port: 80 }, undefined, `http://${DNS}`, {}],
    ['a Network Load Balancer', [], { protocol: 'TCP', port: 9001 }, undefined, `http://${DNS}:9001`, {}],
    ['TLS of a Network Load Balancer', [], { protocol: 'TLS', port: 443 }, 'shop.example', 'https://shop.example', {}],
    ['a host', [host('a.example')], {}, undefined, `http://${DNS}:9001`, { Host: 'a.example' }],
    ['a host that is a pattern', [host('*.example')], {}, undefined, `http://${DNS}:9001`, { Host: 'gate.example' }],
    ['one of several hosts', [host('*.a', 'b.example')], {}, undefined, `http://${DNS}:9001`, { Host: 'b.example' }],
    [
      "environment-url's host where it fits",
      [host('*.example')],
      {},
      'shop.example',
      `http://${DNS}:9001`,
      { Host: 'shop.example' }
    ],
    ["another environment-url's host", [host('a.example')], {}, 'b.other', `http://${DNS}:9001`, { Host: 'a.example' }],
    ['https with a host', [host('a.example')], HTTPS, undefined, 'https://a.example:8443', {}],
    ['https with environment-url', [], HTTPS, 'shop.example', 'https://shop.example:8443', {}],
    ['a path', [path('/api/*')], {}, undefined, `http://${DNS}:9001/api/`, {}],
    ['an exact path', [path('/health')], {}, undefined, `http://${DNS}:9001/health`, {}],
    ['a wildcard within', [path('/v?/*/x')], {}, undefined, `http://${DNS}:9001/vx/gate/x`, {}],
    ['the better one of several paths', [path('*/x', '/api/*')], {}, undefined, `http://${DNS}:9001/api/`, {}],
    ['a header', [header('X-Test', 'green')], {}, undefined, `http://${DNS}:9001`, { 'X-Test': 'green' }],
    [
      'a header that is a pattern',
      [header('X-Test', 'g*n')],
      {},
      undefined,
      `http://${DNS}:9001`,
      { 'X-Test': 'ggaten' }
    ],
    [
      'a query',
      [query({ key: 'v', value: '2' }, { key: 'v', value: '3' })],
      {},
      undefined,
      `http://${DNS}:9001?v=2`,
      {}
    ],
    [
      'a query without a key',
      [query({ key: undefined, value: 'a b' })],
      {},
      undefined,
      `http://${DNS}:9001?gate=a%20b`,
      {}
    ],
    [
      'all at once',
      [host('a.example'), path('/api/*'), header('X-A', '1'), query({ key: 'q', value: '*' })],
      {},
      undefined,
      `http://${DNS}:9001/api/?q=gate`,
      { Host: 'a.example', 'X-A': '1' }
    ]
  ])('%s', (_name, conditions, listener, environmentHost, url, headers) => {
    expect(find(conditions, listener, environmentHost)).toMatchObject({ url, headers, dnsName: DNS });
  });

  it.each<[string, RuleCondition[], Partial<Listener>, RegExp]>([
    ['https without a name', [], HTTPS, /https, whose certificate needs a name/],
    ['a regular expression', [{ field: 'path-pattern', values: [], regexValues: ['^/a'] }], {}, /regular expression/],
    ['UDP', [], { protocol: 'UDP' }, /Its protocol is UDP, expected HTTP, HTTPS, TCP or TLS\./]
  ])('is told not to be known: %s', (_name, conditions, listener, message) => {
    expect(find(conditions, listener)).toMatch(message);
  });

  it.each([
    [[], 'GET'],
    [['HEAD', 'GET'], 'GET'],
    [['POST'], 'POST']
  ])('knows with which method a rule for %j is reached', (values, method) => {
    const conditions = values.length === 0 ? [] : [{ field: 'http-request-method', values }];
    expect(find(conditions)).toMatchObject({ method });
  });
});

describe('a path behind it', () => {
  it.each<[RuleCondition[], string, string]>([
    [[], '/health', `http://${DNS}:9001/health`],
    [[], '/', `http://${DNS}:9001/`],
    [[path('/api/*')], '/health', `http://${DNS}:9001/api/health`],
    [[path('/api*')], '/health', `http://${DNS}:9001/api/health`],
    [[query({ key: 'v', value: '2' })], '/health?deep=1', `http://${DNS}:9001/health?v=2&deep=1`],
    // As it is sent.
    [[], '/a b/ü?x=ü#y', `http://${DNS}:9001/a%20b/%C3%BC?x=%C3%BC`],
    [[path('/api/*')], '/v1/../health', `http://${DNS}:9001/api/health`],
    [[], '//health', `http://${DNS}:9001//health`]
  ])('%j %s', (conditions, asked, url) => {
    expect(urlBehind(find(conditions) as Address, asked)).toEqual({ url });
  });

  it.each<[RuleCondition[], string, string]>([
    [[path('/health')], '/deep', 'The rule takes the path /health, and /deep behind GATE_URL is /health/deep.'],
    [[path('/api/*')], '/../health', 'The rule takes the path /api/*, and /../health behind GATE_URL is /health.']
  ])('is refused where the rule does not take it: %j %s', (conditions, asked, problem) => {
    expect(urlBehind(find(conditions) as Address, asked)).toEqual({ problem });
  });
});
