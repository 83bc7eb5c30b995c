import { describe, expect, it } from '@jest/globals';

import type { EcsPort } from '../../src/rollout/ports.js';
import { shareLooks } from '../../src/rollout/shared-looks.js';
import { awsError, CLUSTER, fakeClock, fakePorts } from './fakes.js';

const arnOf = (name: string): string => `arn:aws:ecs:eu-west-1:123456789012:service/shop/${name}`;

function setUp(following: number, ecs: Partial<EcsPort> = {}) {
  const ports = fakePorts({
    ecs: {
      describeServices: async (_cluster, names) => ({
        services: names.filter(name => name !== 'gone').map(name => ({ serviceName: name, serviceArn: arnOf(name) })),
        failures: names.filter(name => name === 'gone').map(name => ({ arn: arnOf(name), reason: 'MISSING' }))
      }),
      describeServiceDeployments: async arns => arns.map(serviceDeploymentArn => ({ serviceDeploymentArn })),
      describeCluster: async name => ({ clusterName: name }),
      ...ecs
    }
  });
  const clock = fakeClock();
  const looks = shareLooks(ports.ecs, clock);
  const leave = Array.from({ length: following }, () => looks.enter());
  return { ports, clock, looks, leave };
}

describe('looks of several rollouts', () => {
  it('go out together, at most ten services in one, and each gets its own answer', async () => {
    const { ports, looks } = setUp(23);
    const names = Array.from({ length: 23 }, (_item, index) => `s${index}`);
    const answers = await Promise.all(names.map(name => looks.ecs.describeServices(CLUSTER, [name])));
    expect(answers.map(({ services }) => services.map(service => service.serviceName))).toEqual(
      names.map(name => [name])
    );
    expect(ports.of('describeServices').map(([, asked]) => (asked as readonly string[]).length)).toEqual([10, 10, 3]);
  });

  it('do not wait where nobody else follows', async () => {
    const { ports, clock, looks } = setUp(1);
    await looks.ecs.describeServices(CLUSTER, ['web']);
    expect(clock.elapsed).toBeLessThanOrEqual(1);
    expect(ports.of('describeServices')).toEqual([[CLUSTER, ['web']]]);
  });

  it('wait for the others a second at most', async () => {
    const { ports, clock, looks } = setUp(2);
    await looks.ecs.describeServices(CLUSTER, ['web']);
    expect(clock.elapsed).toBe(1);
    expect(ports.of('describeServices')).toEqual([[CLUSTER, ['web']]]);
  });

  it('never give what was seen before they were asked', async () => {
    let state = 'before';
    const { looks } = setUp(2, {
      describeServices: async (_cluster, names) => ({
        services: names.map(serviceName => ({ serviceName, status: state })),
        failures: []
      })
    });
    await Promise.all([looks.ecs.describeServices(CLUSTER, ['a']), looks.ecs.describeServices(CLUSTER, ['b'])]);
    state = 'after';
    expect((await looks.ecs.describeServices(CLUSTER, ['a'])).services[0]?.status).toBe('after');
  });

  it('tell a missing service to the one that asked for it', async () => {
    const { looks } = setUp(2);
    const [gone, there] = await Promise.all([
      looks.ecs.describeServices(CLUSTER, ['gone']),
      looks.ecs.describeServices(CLUSTER, [arnOf('web')])
    ]);
    expect(gone).toEqual({ services: [], failures: [{ arn: arnOf('gone'), reason: 'MISSING' }] });
    expect(there.failures).toEqual([]);
  });

  it('find a service by its ARN', async () => {
    const { looks } = setUp(1, {
      describeServices: async () => ({ services: [{ serviceName: 'web', serviceArn: arnOf('web') }], failures: [] })
    });
    expect((await looks.ecs.describeServices(CLUSTER, [arnOf('web')])).services).toHaveLength(1);
  });

  it('ask clusters apart', async () => {
    const { ports, looks } = setUp(2);
    await Promise.all([looks.ecs.describeServices('a', ['web']), looks.ecs.describeServices('b', ['web'])]);
    expect(ports.of('describeServices')).toEqual([
      ['a', ['web']],
      ['b', ['web']]
    ]);
  });

  it('fail together, and go on the next time', async () => {
    let broken = true;
    const { looks } = setUp(2, {
      describeServices: async (_cluster, names) => {
        if (broken) throw awsError('ThrottlingException');
        return { services: names.map(serviceName => ({ serviceName })), failures: [] };
      }
    });
    const look = () => Promise.allSettled(['a', 'b'].map(name => looks.ecs.describeServices(CLUSTER, [name])));
    expect((await look()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect((await look()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('ask for service deployments twenty at a time', async () => {
    const { ports, looks } = setUp(25);
    const arns = Array.from({ length: 25 }, (_item, index) => `arn${index}`);
    const answers = await Promise.all(arns.map(arn => looks.ecs.describeServiceDeployments([arn])));
    expect(answers.map(([answer]) => answer?.serviceDeploymentArn)).toEqual(arns);
    expect(ports.of('describeServiceDeployments').map(([asked]) => (asked as readonly string[]).length)).toEqual([
      20, 5
    ]);
  });

  it('ask for a cluster once at a time', async () => {
    const { ports, looks } = setUp(2);
    await Promise.all([looks.ecs.describeCluster('shop'), looks.ecs.describeCluster('shop')]);
    await looks.ecs.describeCluster('shop');
    expect(ports.of('describeCluster')).toHaveLength(2);
  });

  it('need not wait for those who have ended', async () => {
    const { clock, looks, leave } = setUp(3);
    leave[0]?.();
    await Promise.all([looks.ecs.describeServices(CLUSTER, ['a']), looks.ecs.describeServices(CLUSTER, ['b'])]);
    expect(clock.elapsed).toBeLessThanOrEqual(1);
  });
});
