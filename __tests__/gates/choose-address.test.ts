import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createListenersPort } from '../../src/aws/listeners.js';
import { connect } from '../../src/aws/connection.js';
import { seededRandom } from '../../src/emulator/server/faults.js';
import { urlBehind } from '../../src/rollout/gate/address.js';
import { chooseAddress, type Asked, type Candidate } from '../../src/rollout/gate/choose-address.js';
import type { ListenerRule, RuleCondition } from '../../src/rollout/gate/ports.js';
import { MACHINE } from '../aws/machine.js';
import { makeBalancer, send, under, type Balancer } from '../emulator/balancer-support.js';
import { openStage, type Stage } from '../emulator/core-support.js';
import { ENVIRONMENT } from '../simulation/machine.js';
import { header, host, method, path, query, regex, source } from './conditions.js';

const DNS = 'web-1.eu-west-1.elb.amazonaws.com';
const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/1/2';

const rule = (priority: number, ...conditions: RuleCondition[]): ListenerRule => ({
  arn: `${ARN}/${priority}`,
  priority,
  conditions,
  forwards: []
});
const REST = rule(Infinity);

function wayOf(own: ListenerRule, others: readonly ListenerRule[], more: Partial<Candidate> = {}): Candidate {
  const rules = [own, ...others, ...(own === REST ? [] : [REST])];
  const listener = { protocol: 'HTTP', port: 9001, loadBalancerArn: 'lb' };
  return { listener, rule: own, dnsName: DNS, rules, leading: [own], ...more };
}

function choose(ways: readonly Candidate[], asked: Partial<Asked>) {
  const chosen = chooseAddress(ways, { command: undefined, urls: [], environmentHost: undefined, ...asked });
  if (typeof chosen === 'string') throw new Error(chosen);
  const { address, problems, warnings } = chosen;
  return { url: address.url, headers: address.headers, problems, warnings };
}

const HEALTH = { urls: ['/health'] };
const COMMAND = { command: './smoke.sh' };

describe('an address that another rule takes', () => {
  it.each<[string, ListenerRule, ListenerRule[], Partial<Asked>, RegExp]>([
    [
      'a path of gate-urls',
      REST,
      [rule(5, path('/health'))],
      HEALTH,
      /^GET http:.*:9001\/health does not reach the new version: the rule of priority 5 of the listener \(arn:.*\/5\) takes it before the default rule, which leads there\.$/
    ],
    [
      'its pattern',
      rule(10, path('/*')),
      [rule(5, path('/h*'))],
      HEALTH,
      /the rule of priority 5 .* before the rule of priority 10/
    ],
    [
      'a host',
      rule(10, host('a.example')),
      [rule(5, host('*.example'), path('/health'))],
      HEALTH,
      /^GET .*\/health \(Host: a\.example\) does not/
    ],
    ['what the gate sends', REST, [rule(5, header('User-Agent', 'slipway-*'))], HEALTH, /the rule of priority 5/],
    [
      'its query',
      rule(10, query({ key: 'v', value: '2' })),
      [rule(5, query({ key: 'v', value: '*' }))],
      HEALTH,
      /health\?v=2 does not/
    ],
    ['its method', REST, [rule(5, method('GET'))], HEALTH, /the rule of priority 5/],
    ['everything, for a command', REST, [rule(5, path('/*'))], COMMAND, /^GET http:.*:9001 does not/],
    ['with its own method, for a command', rule(10, method('POST')), [rule(5, method('POST'))], COMMAND, /^POST http/],
    [
      'what a command writes',
      REST,
      [rule(5, path('/health'))],
      { command: 'curl -f "$GATE_URL/health"' },
      /:9001\/health does not/
    ],
    [
      'what a command writes in braces',
      REST,
      [rule(5, path('/a/*'))],
      { command: 'curl -f "${GATE_URL}"/a/b?c=1 | jq' },
      /\/a\/b\?c=1 does not/
    ]
  ])('%s', (_name, own, others, asked, message) => {
    const { problems } = choose([wayOf(own, others)], asked);
    expect(problems).toEqual([expect.objectContaining({ what: expect.stringMatching(message) })]);
  });

  it.each<[string, ListenerRule, ListenerRule[], Partial<Asked>]>([
    ['a rule behind it', rule(10, path('/*')), [rule(11, path('/health'))], HEALTH],
    ['another path', REST, [rule(5, path('/Health'))], HEALTH],
    ['another host', rule(10, host('a.example')), [rule(5, host('b.example'))], HEALTH],
    ['another method', REST, [rule(5, method('POST'))], HEALTH],
    ['a header that it does not send', REST, [rule(5, header('X-Test', '*'))], HEALTH],
    ['one condition of two', REST, [rule(5, path('/health'), host('other.example'))], HEALTH],
    ['GATE_URL alone, which nothing asks for', REST, [rule(5, path('/'))], HEALTH],
    ['what a command asks for with a variable', REST, [rule(5, path('/health'))], { command: 'curl "$GATE_URL/$1"' }],
    ['a whole address', REST, [rule(5, path('/health'))], { urls: [`http://${DNS}:9001/health`] }]
  ])('is none for %s', (_name, own, others, asked) => {
    expect(choose([wayOf(own, others)], asked)).toMatchObject({ problems: [], warnings: [] });
  });

  it('is none where that rule leads to the new version, too', () => {
    const another = rule(5, path('/health'));
    expect(choose([wayOf(REST, [another], { leading: [REST, another] })], HEALTH).problems).toEqual([]);
  });

  it('says what moves the rule before it, where a number is free', () => {
    const others = [rule(5, path('/health')), rule(4, path('/x')), rule(2, path('/y'))];
    const { problems } = choose([wayOf(rule(10, path('/*')), others)], HEALTH);
    expect(problems[0]?.next).toMatch(
      /set-rule-priorities --region eu-west-1 --rule-priorities RuleArn=arn:\S+\/10,Priority=3$/
    );
    const full = choose([wayOf(rule(10, path('/*')), [rule(1, path('/health'))])], HEALTH);
    expect(full.problems[0]?.next).toMatch(/give the rule of the new version a lower priority number than it has\.$/);
    const rest = choose([wayOf(REST, [rule(5, path('/health'))])], HEALTH);
    expect(rest.problems[0]?.next).toBe('Ask for a path that the rule does not take, or change its conditions.');
  });

  it('is another one where the rule has one that no other takes', () => {
    const chosen = (own: ListenerRule, ...others: ListenerRule[]) => choose([wayOf(own, others)], HEALTH);
    expect(chosen(rule(9, host('a.example', 'b.example')), rule(5, host('a.example')))).toMatchObject({
      headers: { Host: 'b.example' },
      problems: []
    });
    expect(chosen(rule(9, path('/a/*', '/b/*')), rule(5, path('/a/health')))).toMatchObject({
      url: `http://${DNS}:9001/b/`,
      problems: []
    });
    expect(chosen(rule(9, header('X-A', '1', '2')), rule(5, header('X-A', '1')))).toMatchObject({
      headers: { 'X-A': '2' },
      problems: []
    });
    expect(chosen(rule(9, host('*.example')), rule(5, host('gate.*')))).toMatchObject({
      headers: { Host: 'x-gate.example' },
      problems: []
    });
    const pairs = [
      { key: 'v', value: '1' },
      { key: 'v', value: '2' }
    ];
    expect(chosen(rule(9, query(...pairs)), rule(5, query({ key: 'v', value: '1' })))).toMatchObject({
      url: `http://${DNS}:9001?v=2`,
      problems: []
    });
    const another = rule(7, path('/h*'));
    const ways = [wayOf(rule(9), [rule(5, path('/health'))]), wayOf(another, [rule(5, path('/health'))])];
    expect(choose(ways, HEALTH)).toMatchObject({ url: `http://${DNS}:9001/h`, problems: [] });
  });

  it('is a warning where a rule may take it, or takes GATE_URL itself alone', () => {
    const may = choose([wayOf(REST, [rule(5, source('10.0.0.0/8')), rule(6, regex('path-pattern', '^/h'))])], HEALTH);
    expect(may).toMatchObject({
      problems: [],
      warnings: [
        expect.stringMatching(/cannot be told: the rule of priority 5 .* requests of 10\.0\.0\.0\/8 \(source-ip\)\.$/),
        expect.stringMatching(/cannot be told: the rule of priority 6 .* requests of \^\/h \(path-pattern\)\.$/)
      ]
    });
    const itself = choose([wayOf(REST, [rule(5, path('/'))])], COMMAND);
    expect(itself).toMatchObject({
      problems: [],
      warnings: [expect.stringMatching(/:9001 does not reach .* Other paths behind GATE_URL do\.$/)]
    });
  });

  it('is a problem of gate-urls where the rule takes no GET', () => {
    const { problems } = choose([wayOf(rule(5, method('POST')), [])], HEALTH);
    expect(problems).toEqual([expect.objectContaining({ what: expect.stringContaining('takes no GET') })]);
  });
});

describe('held to the listeners of the built-in AWS', () => {
  const before = { ...process.env };
  let stage: Stage;
  let balancer: Balancer;

  beforeAll(async () => {
    stage = await openStage();
    balancer = await makeBalancer(stage.cloud);
    Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL: stage.cloud.endpoint });
  });
  afterAll(async () => {
    process.env = before;
    await stage.close();
  });

  const VALUES = {
    hosts: ['a.example', 'b.example', '*.example', 'gate.*', '?.example'],
    paths: ['/', '/health', '/h*', '/a/*', '/*/health', '/A/*', '/?ealth', '/a/gate*'],
    words: ['1', '2', '*', 'g*', '?']
  };

  function drawConditions(random: () => number): readonly RuleCondition[] {
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const several = <T>(all: readonly T[]): T[] => [...new Set([pick(all), ...(random() < 0.4 ? [pick(all)] : [])])];
    const all = [
      host(...several(VALUES.hosts)),
      path(...several(VALUES.paths)),
      header('X-Gate', ...several(VALUES.words)),
      query({ key: random() < 0.3 ? undefined : 'v', value: pick(VALUES.words) }),
      method(...several(['GET', 'POST'])),
      source('0.0.0.0/0')
    ];
    const chosen = all.filter(() => random() < 0.3);
    return chosen.length > 0 ? chosen : [path(pick(VALUES.paths))];
  }

  it('an address without a problem reaches its rule, and one with a problem another', async () => {
    const random = seededRandom(15);
    const port = createListenersPort(connect('eu-west-1', undefined, 'test', MACHINE));
    const seen = { reached: 0, caught: 0 };
    for (let round = 0; round < 40; round += 1) {
      const listener = await balancer.listen(9100 + round, fixed('default'));
      for (const priority of [30, 7, 100]) {
        await balancer.addRule(listener, priority, drawConditions(random).map(formOf), fixed(String(priority)));
      }
      const rules = (await port.listRules(listener)) ?? [];
      for (const own of rules) {
        const way = {
          listener: { protocol: 'HTTP', port: 9100 + round, loadBalancerArn: 'lb' },
          rule: own,
          dnsName: balancer.dnsName,
          rules,
          leading: [own]
        };
        const asked = { command: undefined, urls: ['/health'], environmentHost: undefined };
        const chosen = chooseAddress([way], asked);
        if (typeof chosen === 'string') throw new Error(chosen);
        const { address, problems, warnings } = chosen;
        const behind = urlBehind(address, '/health');
        // Neither a path that the rule does not take is asked for, nor what takes no GET.
        if ('problem' in behind || address.method !== 'GET') continue;
        const { pathname, search } = new URL(behind.url);
        const answer = await send(balancer.dnsName, 9100 + round, {
          path: `${pathname}${search}`,
          headers: { 'User-Agent': 'slipway-gate', ...address.headers }
        });
        const name = Number.isFinite(own.priority) ? String(own.priority) : 'default';
        const told =
          problems.length === 0 ? name : (/the rule of priority (\d+) of/.exec(problems[0]?.what ?? '')?.[1] ?? '');
        expect({ own: name, url: behind.url, warnings, rules, by: answer.body }).toMatchObject({
          warnings: [],
          by: told
        });
        if (problems.length === 0) seen.reached += 1;
        else seen.caught += 1;
      }
    }
    expect(seen.reached).toBeGreaterThan(40);
    expect(seen.caught).toBeGreaterThan(20);
  });
});

const fixed = (body: string): Readonly<Record<string, string>> => ({
  Type: 'fixed-response',
  ...under('FixedResponseConfig', { StatusCode: '200', MessageBody: body, ContentType: 'text/plain' })
});

const CONFIGS: Readonly<Record<string, string>> = {
  'host-header': 'HostHeaderConfig',
  'path-pattern': 'PathPatternConfig',
  'http-header': 'HttpHeaderConfig',
  'query-string': 'QueryStringConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'source-ip': 'SourceIpConfig'
};

/** A condition as CreateRule takes it. */
function formOf({ field, values, headerName, pairs = [] }: RuleCondition): Readonly<Record<string, string>> {
  const config = CONFIGS[field] ?? '';
  const form: Record<string, string> = { Field: field };
  if (headerName !== undefined) form[`${config}.HttpHeaderName`] = headerName;
  for (const [index, value] of values.entries()) form[`${config}.Values.member.${index + 1}`] = value;
  for (const [index, { key, value }] of pairs.entries()) {
    if (key !== undefined) form[`${config}.Values.member.${index + 1}.Key`] = key;
    form[`${config}.Values.member.${index + 1}.Value`] = value;
  }
  return form;
}
