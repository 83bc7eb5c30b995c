import { describe, expect, it } from '@jest/globals';

import type { RunTaskConfig } from '../../../src/config/config.js';
import type { Service, TaskDefinition } from '../../../src/aws/types.js';
import { checkTask, buildTaskRequest, type TaskQuestion } from '../../../src/rollout/run-task/task-request.js';
import { taskConfig } from '../fake-task.js';
import { TARGET } from '../fake-ecs.js';

const NETWORK = { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' } as const;
const SERVICE: Service = {
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  networkConfiguration: { awsvpcConfiguration: { ...NETWORK, subnets: [...NETWORK.subnets], securityGroups: ['sg-1'] } }
};
const DEFINITION: TaskDefinition = {
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [{ name: 'app' }, { name: 'envoy', essential: true }, { name: 'cron', essential: false }]
};

function question(
  config: Partial<RunTaskConfig>,
  changes: Partial<TaskQuestion> & { service?: Service } = {}
): TaskQuestion {
  const { service = SERVICE, ...rest } = changes;
  return {
    config: taskConfig(config),
    cluster: 'shop',
    target: { ...TARGET, service },
    definition: DEFINITION,
    file: 'task.json',
    containerName: undefined,
    ...rest
  };
}

describe('the launch of a task before the rollout', () => {
  const inherited = { launchType: 'FARGATE', platformVersion: '1.4.0' };
  const spot = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
  it.each<[string, Partial<RunTaskConfig>, Service, object]>([
    ['has the service’s launch type', {}, SERVICE, inherited],
    [
      'has the service’s capacity providers rather than its launch type',
      {},
      { ...SERVICE, capacityProviderStrategy: spot },
      { capacityProviderStrategy: spot, platformVersion: '1.4.0' }
    ],
    [
      'has those of the primary task set',
      {},
      {
        taskSets: [
          { status: 'ACTIVE' },
          { status: 'PRIMARY', launchType: 'EC2', networkConfiguration: SERVICE.networkConfiguration }
        ]
      },
      { launchType: 'EC2' }
    ],
    [
      'has the capacity providers that are said',
      { capacityProviderStrategy: spot },
      SERVICE,
      { capacityProviderStrategy: spot, platformVersion: '1.4.0' }
    ],
    [
      'has no platform version with capacity providers of one’s own',
      { capacityProviderStrategy: [{ capacityProvider: 'mine' }] },
      SERVICE,
      { capacityProviderStrategy: [{ capacityProvider: 'mine' }] }
    ],
    ['has the launch type that is said', { launchType: 'EC2' }, SERVICE, { launchType: 'EC2' }],
    [
      'says nothing where the service says nothing',
      {},
      { ...SERVICE, launchType: undefined, platformVersion: undefined },
      {}
    ]
  ])('%s', (_name, config, service, expected) => {
    const { networkConfiguration, ...launch } = buildTaskRequest(question(config, { service })).launch;
    expect(networkConfiguration).toEqual({ awsvpcConfiguration: NETWORK });
    expect(launch).toEqual(expected);
  });

  it.each<[string, Partial<RunTaskConfig>, object]>([
    ['all of it', {}, NETWORK],
    ['all but the subnets', { subnets: ['subnet-9'] }, { ...NETWORK, subnets: ['subnet-9'] }],
    ['all but the security groups', { securityGroups: ['sg-9'] }, { ...NETWORK, securityGroups: ['sg-9'] }],
    ['all but the address', { assignPublicIp: 'ENABLED' }, { ...NETWORK, assignPublicIp: 'ENABLED' }]
  ])('takes the network of the service: %s', (_name, config, expected) => {
    expect(buildTaskRequest(question(config)).launch.networkConfiguration).toEqual({ awsvpcConfiguration: expected });
  });

  it('has no network where the task definition has no awsvpc', () => {
    const definition = { ...DEFINITION, networkMode: 'bridge' as const };
    expect(buildTaskRequest(question({}, { definition })).launch).toEqual(inherited);
  });

  it('falls on Fargate without a service where it can run nowhere else, unless the cluster has a default', () => {
    const alone = { target: undefined };
    const subnets = ['subnet-1'];
    expect(buildTaskRequest(question({ subnets }, alone)).launch.launchType).toBe('FARGATE');
    expect(
      buildTaskRequest(question({ subnets }, { ...alone, hasDefaultCapacity: true })).launch.launchType
    ).toBeUndefined();
    const definition = { ...DEFINITION, requiresCompatibilities: ['EC2' as const, 'FARGATE' as const] };
    expect(buildTaskRequest(question({ subnets }, { ...alone, definition })).launch.launchType).toBeUndefined();
  });

  it('sends what was said as it was said, and nothing else', () => {
    const containerOverrides = [{ name: 'app', command: ['migrate'] }];
    const volume = { name: 'data', managedEBSVolume: { roleArn: 'arn', sizeInGiB: 20 } };
    const { launch } = buildTaskRequest(question({ containerOverrides, tags: [{ key: 'a', value: '' }], volume }));
    expect(launch).toEqual({
      ...inherited,
      networkConfiguration: { awsvpcConfiguration: NETWORK },
      overrides: { containerOverrides },
      tags: [{ key: 'a', value: '' }],
      volumeConfigurations: [volume]
    });
  });

  const constraint = { type: 'memberOf', expression: 'attribute:gpu == yes' } as const;
  const distinct = { type: 'distinctInstance' } as const;
  const strategy = [{ type: 'binpack', field: 'memory' } as const];
  const placed: Service = {
    launchType: 'EC2',
    placementConstraints: [distinct, constraint],
    placementStrategy: strategy
  };
  it.each<[string, Partial<RunTaskConfig>, Service, object]>([
    ['has those of the service', {}, placed, { placementConstraints: [constraint], placementStrategy: strategy }],
    [
      'has none of distinctInstance alone',
      {},
      { ...placed, placementConstraints: [distinct] },
      { placementStrategy: strategy }
    ],
    ['has none on Fargate', { launchType: 'FARGATE' }, placed, {}],
    ['has none on Fargate Spot', { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] }, placed, {}],
    ['has none where none is said', { placementConstraints: [], placementStrategy: [] }, placed, {}],
    [
      'has what is said',
      { placementConstraints: [distinct], placementStrategy: [{ type: 'random' }] },
      placed,
      { placementConstraints: [distinct], placementStrategy: [{ type: 'random' }] }
    ]
  ])('places the task: it %s', (_case, config, service, expected) => {
    const { placementConstraints, placementStrategy } = buildTaskRequest(question(config, { service })).launch;
    expect({ placementConstraints, placementStrategy }).toEqual({
      placementConstraints: undefined,
      placementStrategy: undefined,
      ...expected
    });
  });

  it('overrides the whole task, beside its containers', () => {
    const taskOverrides = { cpu: '1024', memory: '4096' };
    expect(buildTaskRequest(question({ taskOverrides })).launch.overrides).toEqual(taskOverrides);
    const containerOverrides = [{ name: 'app', command: ['migrate'] }];
    expect(buildTaskRequest(question({ taskOverrides, containerOverrides })).launch.overrides).toEqual({
      ...taskOverrides,
      containerOverrides
    });
  });

  it.each<[string, Partial<Service>, Partial<TaskQuestion>, Partial<RunTaskConfig>, object]>([
    [
      'as the service says',
      { propagateTags: 'TASK_DEFINITION', enableECSManagedTags: true },
      {},
      {},
      { propagateTags: 'TASK_DEFINITION', enableECSManagedTags: true }
    ],
    [
      'as the run sets it',
      { propagateTags: 'NONE' },
      { propagateTags: 'TASK_DEFINITION' },
      {},
      { propagateTags: 'TASK_DEFINITION' }
    ],
    [
      'not, where the run says so',
      { propagateTags: 'TASK_DEFINITION', enableECSManagedTags: true },
      { propagateTags: 'NONE', enableEcsManagedTags: false },
      {},
      { enableECSManagedTags: false }
    ],
    [
      "with those of the service, which RunTask does not propagate; AWS's own left out, the task's own first",
      {
        propagateTags: 'SERVICE',
        tags: [
          { key: 'aws:cloudformation:stack-name', value: 'x' },
          { key: 'team', value: 'web' },
          { key: 'cost', value: '1' }
        ]
      },
      {},
      { tags: [{ key: 'team', value: 'migrations' }] },
      {
        tags: [
          { key: 'cost', value: '1' },
          { key: 'team', value: 'migrations' }
        ]
      }
    ],
    ['not at all', { enableECSManagedTags: false }, {}, {}, {}]
  ])('tags the task %s', (_case, service, changes, config, expected) => {
    const { launch } = buildTaskRequest(question(config, { ...changes, service: { ...SERVICE, ...service } }));
    const { tags, propagateTags, enableECSManagedTags } = launch;
    expect(JSON.parse(JSON.stringify({ tags, propagateTags, enableECSManagedTags }))).toEqual(expected);
  });

  it.each([true, false])("gives it ECS's own tags as the tasks of the service: %s", enableEcsManagedTags => {
    expect(buildTaskRequest(question({}, { enableEcsManagedTags })).launch.enableECSManagedTags).toBe(
      enableEcsManagedTags
    );
  });
});

describe('the containers that a task is judged by', () => {
  it.each<[string, Partial<RunTaskConfig>, string | undefined, readonly string[]]>([
    [
      'those with a command',
      { containerOverrides: [{ name: 'cron', command: ['x'] }, { name: 'app' }] },
      'app',
      ['cron']
    ],
    ['container-name', { containerOverrides: [{ name: 'envoy' }] }, 'app', ['app']],
    ['the essential ones', {}, undefined, ['app', 'envoy']]
  ])('are %s', (_name, config, containerName, expected) => {
    expect(buildTaskRequest(question(config, { containerName })).judged).toEqual(expected);
  });
});

describe('what RunTask would refuse', () => {
  const bridge = { ...DEFINITION, networkMode: 'bridge' as const };
  const volumes = [{ name: 'data', configuredAtLaunch: true }, { name: 'tmp' }];
  it.each<[string, Partial<RunTaskConfig>, Partial<TaskQuestion>, string]>([
    [
      'an unknown container',
      { containerOverrides: [{ name: 'ap' }] },
      {},
      'There is no container "ap" in task.json; it has app, envoy and cron.'
    ],
    [
      'a network for bridge',
      { subnets: ['s'] },
      { definition: bridge },
      'are for the network mode awsvpc; task.json has bridge.'
    ],
    ['no subnets', {}, { target: undefined }, 'The task before the rollout needs subnets'],
    ['another launch type', { launchType: 'EC2' }, {}, 'The task is to run on EC2, but task.json is for FARGATE only.'],
    [
      'an unknown volume',
      { volume: { name: 'tmp', managedEBSVolume: { roleArn: 'r' } } },
      { definition: { ...DEFINITION, volumes } },
      'There is no volume "tmp" with configuredAtLaunch in task.json; it has data.'
    ],
    [
      'a volume without configuration',
      {},
      { definition: { ...DEFINITION, volumes } },
      'The volume data of task.json is configured at launch'
    ]
  ])('is told before anything is done: %s', (_name, config, changes, expected) => {
    expect(checkTask(question(config, changes)).map(({ what }) => what)).toEqual([expect.stringContaining(expected)]);
  });

  it('is nothing where all is well', () => {
    expect(checkTask(question({}))).toEqual([]);
    expect(checkTask(question({}, { definition: bridge }))).toEqual([]);
  });
});
