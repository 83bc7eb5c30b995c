import { describe, expect, it } from '@jest/globals';

import { VERDICTS, worstOf, type Outcome } from '../../src/outcome.js';
import type { EcsPort } from '../../src/rollout/ports.js';
import type { RolloutInput } from '../../src/rollout/rollout.js';
import { rollOutAll } from '../../src/rollout/rollouts.js';
import { NEW_DEPLOYMENT, OLD_DEPLOYMENT, TARGET } from './fake-ecs.js';
import { awsError, config, fakeClock, fakeLedger, fakePorts, fakeReporter, NEW } from './fakes.js';

const DONE = { ...NEW_DEPLOYMENT, rolloutState: 'COMPLETED' as const, runningCount: 2, pendingCount: 0 };

/** Rollouts of the services of these names; each is done at the first look, unless `ecs` says otherwise. */
function setUp(names: readonly string[], ecs: Partial<EcsPort> = {}) {
  const running = { now: 0, most: 0 };
  const updated = new Set<string | undefined>();
  const given: Partial<EcsPort> = {
    updateService: async ({ service }) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await new Promise(resolve => setImmediate(resolve));
      return { serviceName: service, deployments: [NEW_DEPLOYMENT] };
    },
    describeServices: async (_cluster, asked) => {
      running.now -= asked.filter(name => updated.has(name)).length;
      const services = asked.map(serviceName => {
        const deployments = updated.has(serviceName) ? [DONE] : [OLD_DEPLOYMENT];
        return { serviceName, deployments, events: [] };
      });
      return { services, failures: [] };
    },
    listServiceDeployments: async () => [],
    listTasks: async () => [],
    ...ecs
  };
  const ports = fakePorts({
    ecs: {
      ...given,
      updateService: async input => {
        const answer = await given.updateService?.(input);
        updated.add(input.service);
        return answer ?? {};
      }
    }
  });
  const reporter = fakeReporter();
  const inputs = names.map((name): RolloutInput => ({
    target: { ...TARGET, serviceName: name, serviceArn: `${TARGET.clusterArn}/${name}` },
    taskDefinitionArn: NEW,
    config: config({ service: name }),
    ports,
    clock: fakeClock(),
    reporter,
    cleanupStore: fakeLedger()
  }));
  return { ports, reporter, running, inputs };
}

describe('several rollouts', () => {
  it('have a verdict each, in their order, and say on each line whom it is about', async () => {
    const { inputs, reporter } = setUp(['web', 'worker']);
    const results = await rollOutAll(inputs, undefined);
    expect([...results.keys()]).toEqual(inputs.map(({ target }) => target));
    expect([...results.values()].map(({ verdict }) => verdict)).toEqual(['succeeded', 'succeeded']);
    expect(reporter.lines.every(line => /^(web {3}|worker) /.test(line))).toBe(true);
    expect(reporter.lines.some(line => line.startsWith('worker'))).toBe(true);
  });

  it('go on where AWS refuses one: it failed', async () => {
    const { inputs } = setUp(['web', 'worker', 'cron'], {
      updateService: async ({ service }) => {
        if (service === 'worker')
          throw awsError('AccessDeniedException', 'not authorized to perform: ecs:UpdateService');
        return { deployments: [NEW_DEPLOYMENT] };
      }
    });
    const results = [...(await rollOutAll(inputs, undefined)).values()];
    expect(results.map(({ verdict }) => verdict)).toEqual(['succeeded', 'failed', 'succeeded']);
    expect(results[1]?.reason).toMatch(/Updating the service worker.*Allow ecs:UpdateService/);
  });

  it.each([
    [1, 1],
    [2, 2],
    [undefined, 5]
  ])('are at most max-parallel at a time: %s', async (maxParallel, most) => {
    const { inputs, running } = setUp(['a', 'b', 'c', 'd', 'e']);
    await rollOutAll(inputs, maxParallel);
    expect(running.most).toBe(most);
  });

  it('do not hide a mistake of ours, and end all the same', async () => {
    const { inputs, ports } = setUp(['web', 'worker'], {
      describeServices: async (_cluster, asked) => ({
        services: asked.map(serviceName => ({ serviceName, deployments: [DONE], events: [] })),
        failures: []
      })
    });
    const broken = [{ ...inputs[0], target: undefined } as unknown as RolloutInput];
    await expect(rollOutAll([...inputs, ...broken], undefined)).rejects.toThrow(TypeError);
    expect(ports.of('updateService').length).toBeLessThanOrEqual(2);
  });

  it('are a plain rollout where there is one: nothing is put before its lines, and a refusal is an error', async () => {
    const one = setUp(['web']);
    await rollOutAll(one.inputs, undefined);
    expect(one.reporter.lines.some(line => line.startsWith('web'))).toBe(false);
    const { inputs } = setUp(['web'], {
      updateService: async () => Promise.reject(awsError('AccessDeniedException', 'no'))
    });
    await expect(rollOutAll(inputs, undefined)).rejects.toThrow(/Updating the service web/);
  });
});

describe('the outcome of several', () => {
  it.each<[readonly Outcome[], Outcome]>([
    [['succeeded', 'failed', 'rolled-back'], 'failed'],
    [['rolled-back', 'timed-out'], 'timed-out'],
    [['superseded', 'rolled-back'], 'rolled-back'],
    [['cancelled', 'superseded'], 'superseded'],
    [['succeeded', 'cancelled'], 'cancelled'],
    [['unchanged', 'succeeded'], 'succeeded'],
    [['started', 'succeeded'], 'started'],
    [['unchanged', 'unchanged'], 'unchanged']
  ])('of %j is %s', (outcomes, worst) => {
    expect(worstOf(outcomes)).toBe(worst);
  });

  it('knows every verdict', () => {
    for (const verdict of VERDICTS) expect(worstOf([verdict])).toBe(verdict);
  });
});
