import { describe, expect, it } from '@jest/globals';

import type { EcsPort } from '../../../src/rollout/ports.js';
import { batchEcsReads } from '../../../src/rollout/batching/ecs.js';
import { awsError, CLUSTER, fakeClock, fakePorts } from '../fakes.js';

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
  const looks = batchEcsReads(ports.ecs, clock);
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

  it('go out apart where AWS refuses them together, and only who is refused alone stays apart', async () => {
    const { ports, looks } = setUp(3, {
      describeServices: async (_cluster, names) => {
        if (names.includes('denied')) throw awsError('AccessDeniedException', 'no');
        return { services: names.map(serviceName => ({ serviceName })), failures: [] };
      }
    });
    const look = () =>
      Promise.allSettled(['a', 'denied', 'b'].map(name => looks.ecs.describeServices(CLUSTER, [name])));
    const asked = () => ports.of('describeServices').map(([, names]) => (names as readonly string[]).join(' '));
    expect((await look()).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(asked()).toEqual(['a denied b', 'a', 'denied', 'b']);
    await look();
    expect(asked().slice(4).sort()).toEqual(['a b', 'denied']);
  });

  it('ask for tasks and revisions together too', async () => {
    const { ports, looks } = setUp(2, {
      describeTasks: async (_cluster, tasks) => tasks.map(taskArn => ({ taskArn })),
      describeServiceRevisions: async arns => arns.map(serviceRevisionArn => ({ serviceRevisionArn }))
    });
    const tasks = await Promise.all([['a', 'b'], ['c']].map(arns => looks.ecs.describeTasks(CLUSTER, arns)));
    expect(tasks.map(list => list.map(task => task.taskArn))).toEqual([['a', 'b'], ['c']]);
    const revisions = await Promise.all(['r', 's'].map(arn => looks.ecs.describeServiceRevisions([arn])));
    expect(revisions.map(list => list.map(revision => revision.serviceRevisionArn))).toEqual([['r'], ['s']]);
    expect(ports.calls).toHaveLength(2);
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

describe('the stopped tasks of several services', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const stopped = ['a', 'a', 'c', 'elsewhere'].map((service, index) => ({
    taskArn: `task/${index}`,
    group: service === 'elsewhere' ? 'family:job' : `service:${service}`
  }));
  const tasks: Partial<EcsPort> = {
    listClusterTasks: async () => stopped.map(({ taskArn }) => taskArn),
    describeTasks: async (_cluster, arns) => stopped.filter(({ taskArn }) => arns.includes(taskArn)),
    listTasks: async ({ service }) =>
      stopped.filter(({ group }) => group === `service:${service}`).map(({ taskArn }) => taskArn)
  };
  const list = ({ looks }: ReturnType<typeof setUp>, services: readonly string[]) =>
    Promise.all(services.map(service => looks.ecs.listTasks({ cluster: CLUSTER, service, desiredStatus: 'STOPPED' })));
  const expected = [['task/0', 'task/1'], [], ['task/2'], [], []];

  it('are listed for the whole cluster, and told apart by their groups, which are learnt once', async () => {
    const scene = setUp(5, tasks);
    expect(await list(scene, names)).toEqual(expected);
    expect(await list(scene, names)).toEqual(expected);
    expect(scene.ports.calls.map(({ name }) => name)).toEqual([
      'listClusterTasks',
      'describeTasks',
      'listClusterTasks'
    ]);
  });

  it('are listed for each where they are few', async () => {
    const scene = setUp(2, tasks);
    expect(await list(scene, ['a', 'c'])).toEqual([['task/0', 'task/1'], ['task/2']]);
    expect(scene.ports.calls.map(({ name }) => name)).toEqual(['listTasks', 'listTasks']);
  });

  it('are listed for each from then on where the cluster has too many', async () => {
    const scene = setUp(5, { ...tasks, listClusterTasks: async () => undefined });
    expect(await list(scene, names)).toEqual(expected);
    expect(await list(scene, names)).toEqual(expected);
    expect(scene.ports.of('listClusterTasks')).toHaveLength(1);
    expect(scene.ports.of('listTasks')).toHaveLength(10);
  });

  it('are listed for each where the others of the cluster may not be described', async () => {
    const scene = setUp(5, { ...tasks, describeTasks: () => Promise.reject(awsError('AccessDeniedException', 'no')) });
    expect(await list(scene, names)).toEqual(expected);
  });

  it('are asked for as they are where it is not by service', async () => {
    const { ports, looks } = setUp(5, { listTasks: async () => ['task/9'] });
    const query = { cluster: CLUSTER, startedBy: 'slipway', desiredStatus: 'STOPPED' } as const;
    expect(await looks.ecs.listTasks(query)).toEqual(['task/9']);
    expect(ports.of('listTasks')).toEqual([[query]]);
  });
});
