import { describe, expect, it } from '@jest/globals';

import { findRoute, listUndecided, meetsRule, type RuleRequest } from '../../src/rollout/gate/listener-rules.js';
import type { ListenerRule, RuleCondition } from '../../src/rollout/gate/ports.js';
import { header, host, method, path, query, regex, source } from './conditions.js';

const rule = (priority: number, ...conditions: RuleCondition[]): ListenerRule => ({
  arn: `rule/${priority}`,
  priority,
  conditions,
  forwards: []
});

const REQUEST: RuleRequest = {
  method: 'GET',
  host: 'shop.example.com',
  path: '/api/Health',
  query: 'v=2&name=a%20b',
  headers: new Map([['x-test', 'Green']])
};

describe('whether a rule takes a request', () => {
  it.each<[RuleCondition[], boolean | undefined]>([
    [[], true],
    [[host('shop.example.com')], true],
    [[host('SHOP.example.com')], true],
    [[host('*.example.com')], true],
    [[host('shop?example.com')], true],
    [[host('example.com')], false],
    [[host('other.example', 'shop.*')], true],
    [[path('/api/Health')], true],
    [[path('/api/health')], false],
    [[path('/api*')], true],
    [[path('/api')], false],
    [[path('/api/????th')], true],
    [[path('/api/???th')], false],
    [[path('/api/\\*')], false],
    // The query is no part of the path.
    [[path('*v=2')], false],
    [[path('/x', '*')], true],
    [[header('X-Test', 'green')], true],
    [[header('x-test', 'g*')], true],
    [[header('X-Test', 'blue', 'g?een')], true],
    [[header('X-Test', 'blue')], false],
    [[header('X-Other', '*')], false],
    [[method('GET', 'HEAD')], true],
    [[method('POST')], false],
    [[method('get')], false],
    [[query({ key: 'v', value: '2' })], true],
    [[query({ key: 'V', value: '*' })], true],
    [[query({ key: undefined, value: '2' })], true],
    [[query({ key: 'v', value: '3' }, { key: 'name', value: 'a b' })], true],
    [[query({ key: 'name', value: 'a%20b' })], true],
    [[query({ key: 'v', value: '3' })], false],
    [[source('10.0.0.0/8')], undefined],
    [[source('10.0.0.0/8', '0.0.0.0/0')], true],
    [[{ field: 'of-tomorrow', values: ['x'] }], undefined],
    // All of the conditions, one value of each.
    [[host('*.com'), path('/api/*'), header('X-Test', 'green'), method('GET'), query({ key: 'v', value: '2' })], true],
    [[host('*.com'), path('/api/*'), header('X-Test', 'blue')], false],
    [[header('X-Test', 'green'), header('X-Other', '*')], false],
    [[path('/api/*'), source('10.0.0.0/8')], undefined],
    [[path('/x'), source('10.0.0.0/8')], false],
    [[regex('path-pattern', '^/api/.*$')], true],
    [[regex('path-pattern', '^/x')], false],
    // Whether the whole path has to fit is not known.
    [[regex('path-pattern', '^/api')], undefined],
    [[regex('host-header', '^SHOP\\.example\\.com$')], true],
    [[regex('path-pattern', '(?P<x>a)')], undefined]
  ])('%j: %s', (conditions, expected) => {
    expect(meetsRule(rule(1, ...conditions), REQUEST)).toBe(expected);
  });
});

describe('what becomes of a request that is meant for a rule', () => {
  const own = rule(10, path('/api/*'));
  const otherwise = rule(Infinity);
  const route = (others: ListenerRule[], leading: ListenerRule[] = [own], meant = own) => {
    const { caughtBy, perhapsBy } = findRoute(REQUEST, { rule: meant, rules: [otherwise, ...others, own], leading });
    return [caughtBy?.priority, perhapsBy.map(({ priority }) => priority)];
  };

  it.each<[string, ListenerRule[], number | undefined, number[]]>([
    ['none before it', [], undefined, []],
    ['one before it that takes it', [rule(5, path('/api/Health'))], 5, []],
    ['one behind it that would take it', [rule(11, path('/api/Health'))], undefined, []],
    ['one before it that does not take it', [rule(5, path('/api/Health'), method('POST'))], undefined, []],
    ['the first of those that take it', [rule(9, path('*')), rule(7, path('/api/*')), rule(8, path('*'))], 7, []],
    ['one that may take it', [rule(5, source('10.0.0.0/8'))], undefined, [5]],
    ['one that may take it, then one that does', [rule(6, path('*')), rule(5, source('10.0.0.0/8'))], 6, [5]],
    ['numbers, not texts', [rule(9, path('/x')), rule(100, path('*'))], undefined, []]
  ])('%s', (_name, others, caughtBy, perhapsBy) => {
    expect(route(others)).toEqual([caughtBy, perhapsBy]);
  });

  it('arrives by another rule that leads there as well', () => {
    const another = rule(5, path('/api/*'));
    expect(route([another, rule(6, path('*'))], [own, another])).toEqual([undefined, []]);
  });

  it('arrives at a default rule, and at a rule that takes some addresses alone', () => {
    expect(route([], [otherwise], otherwise)).toEqual([10, []]);
    const limited = rule(10, source('10.0.0.0/8'));
    const found = findRoute(REQUEST, { rule: limited, rules: [otherwise, limited], leading: [limited] });
    expect(found).toEqual({ caughtBy: undefined, perhapsBy: [] });
  });

  it('tells the conditions that are not known', () => {
    const conditions = [path('/api/*'), source('10.0.0.0/8', 'fd00::/8'), regex('host-header', 'shop')];
    expect(listUndecided(rule(1, ...conditions), REQUEST)).toEqual([
      '10.0.0.0/8, fd00::/8 (source-ip)',
      'shop (host-header)'
    ]);
  });
});
