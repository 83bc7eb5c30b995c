import { describe, expect, it } from '@jest/globals';

import type { Service, Task } from '../../src/aws/types.js';
import type { RolloutConfig } from '../../src/config/config.js';
import { prefetchingEcs, runningTasks } from '../../src/rollout/batching/prefetch.js';
import { whyNotSteady, type ServiceSnapshot } from '../../src/rollout/steady-state.js';
import type { RolloutTarget } from '../../src/rollout/target.js';
import { CLUSTER, config, fakePorts, NEW, OLD } from './fakes.js';

const TASK: Task = { taskDefinitionArn: OLD, lastStatus: 'RUNNING', healthStatus: 'HEALTHY' };
const COUNTS = { desiredCount: 2, runningCount: 2, pendingCount: 0 };
const PRIMARY = { status: 'PRIMARY', taskDefinition: OLD, rolloutState: 'COMPLETED' as const };
const ECS: Service = { ...COUNTS, taskDefinition: OLD, deployments: [PRIMARY] };
const SET = {
  status: 'PRIMARY',
  taskDefinition: OLD,
  stabilityStatus: 'STEADY_STATE' as const,
  runningCount: 2,
  computedDesiredCount: 2
};
const BLUE_GREEN: Service = { ...COUNTS, taskSets: [SET] };

function unrestOf(
  controller: 'ECS' | 'CODE_DEPLOY',
  look: Partial<ServiceSnapshot> = {},
  requirements: Partial<RolloutConfig> = {}
): string | undefined {
  const target = { controller, runningTaskDefinitionArn: OLD } as RolloutTarget;
  const service = controller === 'ECS' ? ECS : BLUE_GREEN;
  return whyNotSteady(target, { service, tasks: [TASK, TASK], active: [], ...look }, config(requirements));
}

describe('a service', () => {
  it.each(['ECS', 'CODE_DEPLOY'] as const)('of %s that has what it wants is steady', controller => {
    expect(unrestOf(controller)).toBeUndefined();
    const same = { desiredCount: 2, propagateTags: 'NONE', enableEcsManagedTags: false } as const;
    expect(unrestOf(controller, {}, same)).toBeUndefined();
  });

  it.each<[string, 'ECS' | 'CODE_DEPLOY', Partial<ServiceSnapshot>, Partial<RolloutConfig>, RegExp]>([
    ['is gone', 'ECS', { service: undefined }, {}, /gone/],
    ['is deployed by force', 'ECS', {}, { forceNewDeployment: true }, /force/],
    ['gets another count', 'ECS', {}, { desiredCount: 3 }, /desired-count is 3/],
    ['gets tags from elsewhere', 'CODE_DEPLOY', {}, { propagateTags: 'SERVICE' }, /propagate-tags/],
    ['gets tags of ECS', 'ECS', {}, { enableEcsManagedTags: true }, /managed-tags/],
    [
      'has two deployments',
      'ECS',
      { service: { ...ECS, deployments: [PRIMARY, { status: 'ACTIVE' }] } },
      {},
      /under way/
    ],
    [
      'is being deployed',
      'ECS',
      { service: { ...ECS, deployments: [{ ...PRIMARY, rolloutState: 'IN_PROGRESS' }] } },
      {},
      /IN_PROGRESS/
    ],
    ['failed', 'ECS', { service: { ...ECS, deployments: [{ ...PRIMARY, rolloutState: 'FAILED' }] } }, {}, /FAILED/],
    [
      'runs something else by now',
      'ECS',
      { service: { ...ECS, deployments: [{ ...PRIMARY, taskDefinition: NEW }] } },
      {},
      /something else/
    ],
    ['lacks a task', 'ECS', { service: { ...ECS, runningCount: 1 } }, {}, /1 of 2/],
    ['has a pending task', 'ECS', { service: { ...ECS, pendingCount: 1 } }, {}, /2 of 2/],
    ['has none', 'ECS', { service: { ...ECS, desiredCount: 0, runningCount: 0 }, tasks: [] }, {}, /no task/],
    ['has tasks of two revisions', 'ECS', { tasks: [TASK, { ...TASK, taskDefinitionArn: NEW }] }, {}, /not all/],
    ['has fewer tasks than it says', 'ECS', { tasks: [TASK] }, {}, /not all/],
    ['has an unhealthy task', 'ECS', { tasks: [TASK, { ...TASK, healthStatus: 'UNHEALTHY' }] }, {}, /unhealthy/],
    ['has an active deployment', 'CODE_DEPLOY', { active: ['d-1'] }, {}, /under way/],
    ['cannot be looked into', 'CODE_DEPLOY', { active: undefined }, {}, /codedeploy:ListDeployments/],
    ['has two task sets', 'CODE_DEPLOY', { service: { ...BLUE_GREEN, taskSets: [SET, SET] } }, {}, /under way/],
    [
      'is settling',
      'CODE_DEPLOY',
      { service: { ...BLUE_GREEN, taskSets: [{ ...SET, stabilityStatus: 'STABILIZING' }] } },
      {},
      /not steady/
    ],
    [
      'runs another task set by now',
      'CODE_DEPLOY',
      { service: { ...BLUE_GREEN, taskSets: [{ ...SET, taskDefinition: NEW }] } },
      {},
      /something else/
    ]
  ])('that %s is not left alone', (_name, controller, look, requirements, told) => {
    expect(unrestOf(controller, look, requirements)).toMatch(told);
  });
});

describe('looking ahead', () => {
  const ports = () =>
    fakePorts({
      ecs: {
        describeServices: async () => ({
          services: [{ clusterArn: CLUSTER, serviceName: 'web', deployments: [PRIMARY] }],
          failures: []
        }),
        describeTaskDefinition: async reference => {
          if (reference !== OLD) throw new Error(reference);
          return { taskDefinition: {}, tags: [], written: { taskDefinition: {}, tags: [] } };
        },
        listTasks: async () => ['one']
      }
    });

  it('asks for what a service runs as soon as it is described, and only once', async () => {
    const fake = ports();
    const ecs = prefetchingEcs(fake.ecs, { tasks: true });
    await ecs.describeServices(CLUSTER, ['web']);
    expect(fake.of('describeTaskDefinition')).toEqual([[OLD]]);
    expect(fake.of('listTasks')).toHaveLength(1);
    await ecs.describeTaskDefinition(OLD);
    expect(await ecs.listTasks(runningTasks(CLUSTER, 'web'))).toEqual(['one']);
    expect(fake.of('describeTaskDefinition')).toHaveLength(1);
    expect(fake.of('listTasks')).toHaveLength(1);
  });

  it('leaves errors to those who need the answer, and tasks to those who compare', async () => {
    const fake = ports();
    const ecs = prefetchingEcs(fake.ecs, { tasks: false });
    await ecs.describeServices(CLUSTER, ['web']);
    expect(fake.of('listTasks')).toEqual([]);
    await expect(ecs.describeTaskDefinition(NEW)).rejects.toThrow(NEW);
  });
});
