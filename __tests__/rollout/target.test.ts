import type { Service } from '@aws-sdk/client-ecs';
import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import { describe, expect, it } from '@jest/globals';

import { formatProblem } from '../../src/errors.js';
import { checkTarget, type AppSpecFacts, type TaskDefinitionFacts } from '../../src/rollout/compatibility.js';
import type { CodeDeployPort, EcsPort } from '../../src/rollout/ports.js';
import { warnOfCapacity, warnOfSettings } from '../../src/rollout/service-settings.js';
import { findTarget, type RolloutTarget } from '../../src/rollout/target.js';
import { OLD_DEPLOYMENT, TARGET } from './fake-ecs.js';
import { awsError, CLUSTER, config, fakeClock, fakePorts, OLD, SERVICE } from './fakes.js';

const service = (changes: Partial<Service> = {}): Service => ({
  serviceName: 'web',
  serviceArn: SERVICE,
  clusterArn: CLUSTER,
  status: 'ACTIVE',
  desiredCount: 2,
  deployments: [OLD_DEPLOYMENT],
  ...changes
});
const group: DeploymentGroupInfo = {
  computePlatform: 'ECS',
  ecsServices: [{ clusterName: 'shop', serviceName: 'web' }]
};
const blueGreen = service({
  deploymentController: { type: 'CODE_DEPLOY' },
  deployments: [],
  taskSets: [{ status: 'PRIMARY', taskDefinition: OLD }]
});

interface Scene {
  readonly service?: Service | undefined;
  readonly ecs?: Partial<EcsPort>;
  readonly codedeploy?: Partial<CodeDeployPort>;
  readonly settings?: Parameters<typeof config>[0];
}

function find(scene: Scene) {
  const found = 'service' in scene ? scene.service : service();
  const ports = fakePorts({
    ecs: {
      describeCluster: async () => ({ status: 'ACTIVE' }),
      describeServices: async () => ({ services: found === undefined ? [] : [found], failures: [] }),
      listServices: async () => ['arn:aws:ecs:r:1:service/shop/web', 'arn:aws:ecs:r:1:service/shop/worker'],
      ...scene.ecs
    },
    codedeploy: { getDeploymentGroup: async () => group, listDeployments: async () => [], ...scene.codedeploy }
  });
  return { ports, target: findTarget(config(scene.settings), { ...ports, clock: fakeClock() }) };
}

describe('what is found', () => {
  it('an ECS service: strategy, what runs, no controller means ECS', async () => {
    await expect(find({}).target).resolves.toMatchObject({
      controller: 'ECS',
      strategy: 'ROLLING',
      clusterName: 'shop',
      serviceName: 'web',
      runningTaskDefinitionArn: OLD,
      primary: { id: 'ecs-svc/1' },
      warnings: []
    });
  });

  it.each(['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'] as const)('the strategy %s', async strategy => {
    const found = service({ deploymentController: { type: 'ECS' }, deploymentConfiguration: { strategy } });
    await expect(find({ service: found }).target).resolves.toMatchObject({ controller: 'ECS', strategy });
  });

  it('warns of the desired count 0 and of a deployment in progress', async () => {
    const { warnings } = await find({
      service: service({ desiredCount: 0, deployments: [{ ...OLD_DEPLOYMENT, rolloutState: 'IN_PROGRESS' }] })
    }).target;
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).toMatch(/desired count of 0.*ecs-svc\/1 of web:1 is still in progress/);
  });

  it('does without DescribeClusters where the role lacks it', async () => {
    const ecs = { describeCluster: () => Promise.reject(awsError('AccessDeniedException')) };
    await expect(find({ ecs }).target).resolves.toMatchObject({ clusterName: 'shop' });
  });

  it("CodeDeploy's application and group by the console's names, each part cut to 46 characters", async () => {
    const long = 'x'.repeat(60);
    const { ports, target } = find({
      service: { ...blueGreen, serviceName: long },
      codedeploy: {
        getDeploymentGroup: async () => ({ ...group, ecsServices: [{ clusterName: CLUSTER, serviceName: SERVICE }] })
      }
    });
    await expect(target).resolves.toMatchObject({ controller: 'CODE_DEPLOY', runningTaskDefinitionArn: OLD });
    const cut = `shop-${'x'.repeat(46)}`;
    expect(ports.of('getDeploymentGroup')).toEqual([[`AppECS-${cut}`, `DgpECS-${cut}`]]);
  });

  it('looks for an active deployment, and says so where it may not', async () => {
    const { target } = find({
      service: blueGreen,
      codedeploy: { listDeployments: () => Promise.reject(awsError('AccessDeniedException')) }
    });
    expect((await target).warnings.join()).toContain('codedeploy:ListDeployments');
  });
});

describe('what is refused, in one sentence', () => {
  const codedeploy = (port: Partial<CodeDeployPort>): Scene => ({ service: blueGreen, codedeploy: port });
  const rows: readonly (readonly [string, Scene, string])[] = [
    [
      'no cluster',
      { ecs: { describeCluster: async () => undefined } },
      'There is no cluster shop in this account and region. Correct cluster, region or the role.'
    ],
    [
      'no cluster, told by DescribeServices',
      { ecs: { describeServices: () => Promise.reject(awsError('ClusterNotFoundException')) } },
      'There is no cluster shop'
    ],
    [
      'a cluster that is gone',
      { ecs: { describeCluster: async () => ({ status: 'INACTIVE' }) } },
      'The cluster shop is INACTIVE'
    ],
    [
      'no service',
      { service: undefined, settings: { service: 'wbe' } },
      'There is no service wbe in the cluster shop. Did you mean web?'
    ],
    [
      'no service, and no right to list',
      { service: undefined, ecs: { listServices: () => Promise.reject(awsError('AccessDeniedException')) } },
      'There is no service web in the cluster shop. Correct service or cluster.'
    ],
    [
      'a service that goes',
      { service: service({ status: 'DRAINING' }) },
      'is DRAINING; a rollout needs an ACTIVE one.'
    ],
    [
      'EXTERNAL',
      { service: service({ deploymentController: { type: 'EXTERNAL' } }) },
      'the deployment controller EXTERNAL'
    ],
    [
      'no permission',
      {
        ecs: {
          describeServices: () =>
            Promise.reject(
              awsError(
                'AccessDeniedException',
                'User x is not authorized to perform: ecs:DescribeServices on resource y'
              )
            )
        }
      },
      'Allow ecs:DescribeServices'
    ],
    [
      'no application',
      codedeploy({
        getDeploymentGroup: () => Promise.reject(awsError('ApplicationDoesNotExistException')),
        listApplications: async () => ['shop']
      }),
      "There is no CodeDeploy application AppECS-shop-web, which is the ECS console's name for this service. Set codedeploy-application. Did you mean shop?"
    ],
    [
      'no group',
      {
        ...codedeploy({
          getDeploymentGroup: () => Promise.reject(awsError('DeploymentGroupDoesNotExistException')),
          listDeploymentGroups: async () => ['shop-web']
        }),
        settings: { codedeployApplication: 'shop', codedeployDeploymentGroup: 'shop-wbe' }
      },
      'There is no CodeDeploy deployment group shop-wbe. Correct codedeploy-deployment-group. Did you mean shop-web?'
    ],
    [
      'a group for servers',
      codedeploy({ getDeploymentGroup: async () => ({ computePlatform: 'Server' }) }),
      'is for the compute platform Server'
    ],
    [
      "another service's group",
      codedeploy({
        getDeploymentGroup: async () => ({ ...group, ecsServices: [{ clusterName: 'shop', serviceName: 'api' }] })
      }),
      'deploys shop/api and not shop/web'
    ],
    [
      'an active deployment',
      codedeploy({
        listDeployments: async () => ['d-7'],
        getDeployment: async () => ({ status: 'InProgress', createTime: new Date('2026-03-01T09:00:00Z') })
      }),
      'The deployment d-7 (InProgress, created 2026-03-01 09:00:00 UTC) is active in DgpECS-shop-web; CodeDeploy allows one active deployment per group. ' +
        'Wait until it has ended or stop it; on-conflict: wait waits for it, on-conflict: replace stops it.'
    ]
  ];
  it.each(rows)('%s', async (_name, scene, message) => {
    await expect(find(scene).target).rejects.toMatchObject({
      name: 'SlipwayError',
      message: expect.stringContaining(message)
    });
  });
});

describe('the task definition against the service', () => {
  const good: TaskDefinitionFacts = {
    file: 'taskdefinition.json',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    containers: [{ name: 'app', ports: [8080], portRanges: ['9000-9010'] }]
  };
  const ecs = (changes: Partial<Service> = {}): RolloutTarget => ({
    ...TARGET,
    service: service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['s'] } },
      loadBalancers: [{ containerName: 'app', containerPort: 8080 }],
      ...changes
    })
  });
  const codedeploy: RolloutTarget = {
    ...TARGET,
    controller: 'CODE_DEPLOY',
    application: 'shop',
    deploymentGroup: 'g',
    group,
    service: { ...blueGreen, networkConfiguration: { awsvpcConfiguration: { subnets: ['s'] } } }
  };
  const check = (target: RolloutTarget, facts = good, appspec?: AppSpecFacts, settings = {}) =>
    checkTarget(target, facts, appspec, config(settings)).map(formatProblem).join('\n');

  it.each([
    ['agrees', ecs(), good],
    ['a port of a range', ecs({ loadBalancers: [{ containerName: 'app', containerPort: 9005 }] }), good],
    ['no load balancer', ecs({ loadBalancers: [] }), good],
    ['capacity providers of Fargate', ecs({ capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] }), good],
    [
      "a capacity provider of one's own",
      ecs({ capacityProviderStrategy: [{ capacityProvider: 'mine' }] }),
      { ...good, requiresCompatibilities: ['EC2'] }
    ]
  ])('%s', (_name, target, facts) => expect(check(target, facts)).toBe(''));

  it.each([
    [
      'container',
      ecs({ loadBalancers: [{ containerName: 'ap', containerPort: 8080 }] }),
      good,
      'taskdefinition.json: The load balancer of the service web sends traffic to the container ap, which the task definition does not have (it has app). Did you mean app?'
    ],
    [
      'port',
      ecs({ loadBalancers: [{ containerName: 'app', containerPort: 80 }] }),
      good,
      'port 80 of the container app, which maps 8080, 9000-9010. Add containerPort 80'
    ],
    [
      'registry',
      ecs({ serviceRegistries: [{ containerName: 'x' }] }),
      good,
      'The service registry of the service web sends traffic to the container x'
    ],
    ['no subnets', ecs({ networkConfiguration: undefined }), good, 'has no subnets'],
    ['bridge with subnets', ecs(), { ...good, networkMode: 'bridge' }, 'Set networkMode to awsvpc.'],
    ['EC2 only', ecs(), { ...good, requiresCompatibilities: ['EC2'] }, 'Add FARGATE to requiresCompatibilities.']
  ])('%s', (_name, target, facts, message) => expect(check(target, facts)).toContain(message));

  it('a deployment in progress is in the way only where on-conflict is fail', () => {
    const busy = { ...ecs(), primary: { id: 'ecs-svc/9', rolloutState: 'IN_PROGRESS' } } as RolloutTarget;
    expect(check(busy, good)).toBe('');
    expect(check(busy, good, undefined, { onConflict: 'fail' })).toBe(
      'on-conflict: The deployment ecs-svc/9 of web is in progress, and on-conflict is fail. on-conflict: wait waits until it has ended; without on-conflict ECS replaces it.'
    );
    expect(check(ecs(), good, undefined, { onConflict: 'fail' })).toBe('');
  });

  it('takes a desired count for a REPLICA only', () => {
    const daemon = ecs({ schedulingStrategy: 'DAEMON', desiredCount: 3, runningCount: 3 });
    expect(check(daemon, good, undefined, { desiredCount: 0 })).toBe(
      'desired-count: desired-count is for services with the scheduling strategy REPLICA; web is a DAEMON, which runs one task on each container instance. Leave it out for this service.'
    );
    expect(check(daemon)).toBe('');
    expect(check(ecs({ schedulingStrategy: 'REPLICA' }), good, undefined, { desiredCount: 2 })).toBe('');
  });

  it.each<[string, number, number, number, number, string, boolean]>([
    // minimum, maximum, desired, running
    ['both 100', 100, 100, 2, 2, 'REPLICA', false],
    ['the rounding of one task', 50, 100, 1, 1, 'REPLICA', false],
    ['the rounding of one task, upwards', 100, 199, 1, 1, 'REPLICA', false],
    ['the rounding of three', 67, 133, 3, 3, 'REPLICA', false],
    ['more than are wanted', 100, 100, 2, 4, 'REPLICA', false],
    ['a daemon whose only task must stay', 50, 100, 1, 1, 'DAEMON', false],
    ['one more', 100, 200, 1, 1, 'REPLICA', true],
    ['one more of three', 67, 134, 3, 3, 'REPLICA', true],
    ['one less of two', 50, 100, 2, 2, 'REPLICA', true],
    ['none', 0, 100, 1, 1, 'REPLICA', true],
    ['a daemon as ECS makes it', 0, 100, 1, 1, 'DAEMON', true],
    ['no task is wanted', 100, 100, 0, 0, 'REPLICA', true],
    ['one is missing: it comes with the new version', 100, 100, 2, 1, 'REPLICA', true]
  ])(
    'leaves room to replace a task: %s',
    (_case, minimum, maximum, desiredCount, runningCount, schedulingStrategy, fits) => {
      const deploymentConfiguration = { minimumHealthyPercent: minimum, maximumPercent: maximum };
      const target = ecs({
        deploymentConfiguration,
        desiredCount,
        runningCount,
        schedulingStrategy: schedulingStrategy as NonNullable<Service['schedulingStrategy']>
      });
      const said = check(target);
      expect(said === '').toBe(fits);
      if (!fits) expect(said).toContain(`web can never deploy: of its ${desiredCount} task`);
      // Another strategy starts all new tasks beside the old ones.
      expect(check({ ...target, strategy: 'BLUE_GREEN' } as RolloutTarget)).toBe('');
    }
  );

  it('counts with the desired count that the run sets', () => {
    const one = ecs({
      deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
      desiredCount: 1,
      runningCount: 1
    });
    expect(check(one, good, undefined, { desiredCount: 2 })).toBe('');
    expect(check(one)).toContain(
      'minimumHealthyPercent 50 lets ECS stop none and maximumPercent 100 lets it start none beside them, as ECS rounds them,'
    );
  });

  it("says what of CodeDeploy's settings has no effect on a service of ECS", () => {
    const warn = (target: RolloutTarget, settings: object, hasAppspec = false) =>
      warnOfSettings(target, config(settings), hasAppspec).join();
    expect(warn(ecs(), { codedeployApplication: 'shop', codedeployDeploymentConfig: 'c' }, true)).toContain(
      'codedeploy-application, codedeploy-deployment-config and appspec have no effect: web has the deployment controller ECS (ROLLING)'
    );
    expect(warn(ecs(), { codedeployDeploymentGroup: 'g' })).toContain('codedeploy-deployment-group has no effect');
    expect(warn(ecs(), {})).toBe('');
    expect(warn(codedeploy, { codedeployApplication: 'shop' }, true)).toBe('');
  });

  it('says what CodeDeploy drops of the capacity providers', () => {
    const strategy = [
      { capacityProvider: 'FARGATE', base: 1, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 }
    ];
    const ofService = { ...codedeploy, service: { ...codedeploy.service, capacityProviderStrategy: strategy } };
    const ofTaskSet = {
      ...codedeploy,
      service: { ...codedeploy.service, taskSets: [{ status: 'PRIMARY', capacityProviderStrategy: strategy }] }
    };
    const none = { capacityProviderStrategy: [] };
    for (const target of [ofService, ofTaskSet]) {
      expect(warnOfCapacity(target, none).join()).toMatch(
        /on the capacity providers FARGATE and FARGATE_SPOT, .*CapacityProviderStrategy: \[{ Base: 1, CapacityProvider: FARGATE, Weight: 1 }, { CapacityProvider: FARGATE_SPOT, Weight: 3 }\]/
      );
      expect(warnOfCapacity(target, { capacityProviderStrategy: strategy })).toEqual([]);
    }
    expect(warnOfCapacity(codedeploy, none)).toEqual([]);
    expect(warnOfCapacity(ecs({ capacityProviderStrategy: strategy }), none)).toEqual([]);
  });

  it.each([
    ['agrees', { containerName: 'app', containerPort: 8080 }, {}, ''],
    ['is checked elsewhere', { containerName: undefined, containerPort: undefined }, {}, ''],
    [
      'container',
      { file: 'appspec.yml', containerName: 'ap', containerPort: 8080 },
      {},
      "appspec.yml: The AppSpec's LoadBalancerInfo sends traffic to the container ap"
    ],
    ['port', { containerName: 'app', containerPort: 443 }, {}, 'port 443'],
    [
      'settings',
      { containerName: 'app', containerPort: 8080 },
      { forceNewDeployment: true },
      'force-new-deployment is for services with the controller ECS'
    ]
  ])('with CodeDeploy the AppSpec: %s', (_name, appspec, settings, message) => {
    const said = check(codedeploy, good, appspec, settings);
    expect(message === '' ? said === '' : said.includes(message)).toBe(true);
  });
});
