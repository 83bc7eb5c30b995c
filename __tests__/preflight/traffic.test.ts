import { describe, expect, it } from '@jest/globals';

import type { DeploymentGroupInfo, Service } from '../../src/aws/types.js';
import type { CheckNode } from '../../src/preflight/check-result.js';
import type { Forward, PreflightPorts, TargetGroup } from '../../src/preflight/ports.js';
import {
  checkCodeDeployTraffic,
  checkServiceTraffic,
  type TargetGroupConstraints
} from '../../src/preflight/traffic.js';
import { breaks, denies, groupArn, listenerArn, portsOf, shortOf, targetGroup } from './fakes.js';

const FITTING: TargetGroupConstraints = { targetType: 'ip', ports: [8080], vpcId: Promise.resolve('vpc-1') };
const PRODUCTION = listenerArn('app');

const groups = (...known: readonly TargetGroup[]): PreflightPorts['describeTargetGroups'] => {
  return async (by, values) => known.filter(group => values.includes(by === 'arn' ? group.arn : group.name));
};
const forward = (...shares: readonly (readonly [string, number | undefined])[]): readonly Forward[] =>
  shares.map(([name, weight]) => ({ targetGroupArn: groupArn(name), weight }));
const rules = (...all: readonly (readonly Forward[])[]): PreflightPorts['describeRulesOf'] => {
  return async () => all.map((forwards, index) => ({ arn: `rule/${index}`, isDefault: index === 0, forwards }));
};
const byLabel = (nodes: readonly CheckNode[]): Readonly<Record<string, string>> =>
  Object.fromEntries(nodes.map(node => [node.label, shortOf(node)]));

describe('a target group', () => {
  const service: Service = {
    loadBalancers: [{ targetGroupArn: groupArn('web'), containerName: 'web', containerPort: 8080 }]
  };

  it.each<[string, PreflightPorts['describeTargetGroups'], string]>([
    ['takes addresses', groups(targetGroup('web')), 'ok'],
    ['is not there', groups(), 'ng target-group-not-found'],
    ['takes instances', groups(targetGroup('web', { targetType: 'instance' })), 'ng target-type'],
    ['is in another VPC', groups(targetGroup('web', { vpcId: 'vpc-2' })), 'ng several-vpcs'],
    ['gets no traffic', groups(targetGroup('web', { loadBalancerArns: [] })), 'warn target-group-without-traffic'],
    [
      'has its health check on a port that nobody maps',
      groups(targetGroup('web', { healthCheck: { ...targetGroup('web').healthCheck, port: '9090' } })),
      'warn health-check-port'
    ],
    ['may not be looked at', denies, 'skip'],
    ['cannot be looked at', breaks, 'warn not-checked']
  ])('%s', async (_title, describeTargetGroups, expected) => {
    const nodes = await checkServiceTraffic(service, FITTING, portsOf({ describeTargetGroups }));
    expect(nodes.map(shortOf)).toEqual([expected]);
  });

  it('shows how the health check is made', async () => {
    const [node] = await checkServiceTraffic(
      service,
      FITTING,
      portsOf({ describeTargetGroups: groups(targetGroup('web')) })
    );
    expect(node?.detail).toBe(
      "ip, HTTP:8080, health check HTTP the target's port /, healthy after 150 s at the earliest"
    );
  });
});

describe("ECS's blue/green", () => {
  const advancedConfiguration = {
    alternateTargetGroupArn: groupArn('green'),
    productionListenerRule: listenerArn('app', true),
    roleArn: 'role'
  };
  const service: Service = { loadBalancers: [{ targetGroupArn: groupArn('blue'), advancedConfiguration }] };
  const label = 'listener rule of blue and green';
  const describeTargetGroups = groups(targetGroup('blue'), targetGroup('green', { loadBalancerArns: [] }));
  const rule =
    (forwards: readonly Forward[]): PreflightPorts['describeRule'] =>
    async arn => ({ arn, isDefault: false, forwards });

  it.each<[string, PreflightPorts['describeRule'], string]>([
    ['has both behind its rule', rule(forward(['blue', 1], ['green', 0])), 'ok'],
    ['has one behind its rule', rule(forward(['blue', 1])), 'ng target-group-not-behind-listener'],
    ['has no such rule', async () => undefined, 'ng listener-not-found'],
    ['may not be looked at', denies, 'skip'],
    ['cannot be looked at', breaks, 'warn not-checked']
  ])('%s', async (_title, describeRule, expected) => {
    const nodes = await checkServiceTraffic(service, FITTING, portsOf({ describeTargetGroups, describeRule }));
    expect(byLabel(nodes)).toEqual({ 'target group blue': 'ok', 'target group green': 'ok', [label]: expected });
  });

  it('takes the second one from the test rule, and listeners of a Network Load Balancer', async () => {
    const [production, test] = [listenerArn('net'), listenerArn('net').replace('web', 'test')];
    const own: Service = {
      loadBalancers: [
        {
          targetGroupArn: groupArn('blue'),
          advancedConfiguration: {
            ...advancedConfiguration,
            productionListenerRule: production,
            testListenerRule: test
          }
        }
      ]
    };
    const describeListener: PreflightPorts['describeListener'] = async arn => ({
      arn,
      protocol: 'TCP',
      port: 80,
      forwards: forward([arn === test ? 'green' : 'blue', undefined])
    });
    const nodes = await checkServiceTraffic(own, FITTING, portsOf({ describeTargetGroups, describeListener }));
    expect(byLabel(nodes)['listener rules of blue and green']).toBe('ok');
  });
});

describe("CodeDeploy's blue/green", () => {
  const group = (production = PRODUCTION, test?: string): DeploymentGroupInfo => ({
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'blue' }, { name: 'green' }],
          prodTrafficRoute: { listenerArns: [production] },
          ...(test === undefined ? {} : { testTrafficRoute: { listenerArns: [test] } })
        }
      ]
    }
  });
  const serving = (name: string): Service => ({
    taskSets: [{ status: 'PRIMARY', loadBalancers: [{ targetGroupArn: groupArn(name) }] }]
  });
  const describeTargetGroups = groups(targetGroup('blue'), targetGroup('green', { loadBalancerArns: [] }));
  const noShift = {
    getShiftMinutes: () => Promise.reject(new Error('This is not asked of an Application Load Balancer.'))
  };

  it.each<[string, string, PreflightPorts['describeRulesOf'], string]>([
    ['serves from behind the listener', 'blue', rules(forward(['blue', undefined])), 'ok'],
    ['serves from the second one after a deployment', 'green', rules(forward(['green', undefined])), 'ok'],
    ['has a rule of its own among others', 'blue', rules([], forward(['blue', 100], ['green', 0])), 'ok'],
    ['is not behind the listener', 'blue', rules(forward(['other', 1])), 'ng target-group-not-behind-listener'],
    ['serves from one that is not', 'green', rules(forward(['blue', 1])), 'ng target-group-not-behind-listener'],
    [
      'shares the traffic before the shift',
      'blue',
      rules(forward(['blue', 90], ['green', 10])),
      'ng target-group-weight'
    ],
    [
      'has traffic for the new tasks in another rule',
      'blue',
      rules(forward(['blue', 1]), forward(['green', 1])),
      'warn target-group-weight'
    ],
    ['has no such listener', 'blue', async () => undefined, 'ng listener-not-found'],
    ['may not be looked at', 'blue', denies, 'skip'],
    ['cannot be looked at', 'blue', breaks, 'warn not-checked']
  ])('%s', async (_title, primary, describeRulesOf, expected) => {
    const ports = { ...portsOf({ describeTargetGroups, describeRulesOf }), ...noShift };
    const subject = {
      group: group(),
      service: serving(primary),
      deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes'
    };
    const nodes = byLabel(await checkCodeDeployTraffic(subject, FITTING, ports));
    expect(nodes['production listener']).toBe(expected);
  });

  it.each<[string, () => Promise<number>, string]>([
    ['all at once', async () => 0, 'ok'],
    ['step by step', async () => 5, 'ng gradual-traffic'],
    ['may not be looked at', denies, 'skip'],
    ['cannot be looked at', breaks, 'warn not-checked']
  ])('behind a Network Load Balancer: %s', async (_title, getShiftMinutes, expected) => {
    const describeListener: PreflightPorts['describeListener'] = async arn => ({
      arn,
      protocol: 'TCP',
      port: 80,
      forwards: forward(['blue', undefined])
    });
    const ports = { ...portsOf({ describeTargetGroups, describeListener }), getShiftMinutes };
    const subject = { group: group(listenerArn('net')), service: serving('blue'), deploymentConfig: 'canary' };
    const nodes = byLabel(await checkCodeDeployTraffic(subject, FITTING, ports));
    expect(nodes['production listener']).toBe('ok');
    expect(nodes['deployment configuration canary']).toBe(expected);
  });

  it('wants two target groups and a listener, and a test listener that is there', async () => {
    const ports = {
      ...portsOf({ describeTargetGroups, describeRulesOf: async arn => (arn === PRODUCTION ? [] : undefined) }),
      ...noShift
    };
    const bare = await checkCodeDeployTraffic({ group: {}, service: {}, deploymentConfig: undefined }, FITTING, ports);
    expect(bare.map(shortOf)).toEqual(['ng target-group-pair']);
    const test = PRODUCTION.replace('web', 'test');
    const subject = { group: group(PRODUCTION, test), service: serving('blue'), deploymentConfig: undefined };
    expect(byLabel(await checkCodeDeployTraffic(subject, FITTING, ports))['test listener']).toBe(
      'ng listener-not-found'
    );
  });
});
