import { describe, expect, it } from '@jest/globals';

import { serviceStatusJson } from '../../src/report/service-status-json.js';
import { renderServiceStatus } from '../../src/report/service-status.js';
import type { ServiceStatus } from '../../src/rollout/service-status.js';
import { TARGET } from '../rollout/fake-ecs.js';
import { NEW, OLD, START } from '../rollout/fakes.js';

const before = (seconds: number): Date => new Date(START - seconds * 1_000);
const EMPTY: ServiceStatus = {
  target: TARGET,
  images: [],
  serviceDeployments: [],
  codedeploy: [],
  last: undefined,
  tasks: [],
  stopped: [],
  gaps: [],
  lookedAt: START
};

describe('slipway status, as it is printed', () => {
  it('has a headline and the tables that have something in them', () => {
    const service = {
      status: 'ACTIVE',
      desiredCount: 2,
      runningCount: 2,
      pendingCount: 1,
      deployments: [
        {
          status: 'PRIMARY',
          id: 'ecs-svc/2',
          taskDefinition: NEW,
          rolloutState: 'IN_PROGRESS' as const,
          rolloutStateReason: 'ECS deployment ecs-svc/2 in progress.',
          desiredCount: 2,
          runningCount: 0,
          pendingCount: 1,
          failedTasks: 3,
          createdAt: before(42)
        },
        {
          status: 'ACTIVE',
          id: 'ecs-svc/1',
          taskDefinition: OLD,
          rolloutState: 'COMPLETED' as const,
          rolloutStateReason: 'ECS deployment ecs-svc/1 completed.',
          desiredCount: 2,
          runningCount: 2,
          createdAt: before(3 * 86_400)
        }
      ],
      events: [
        { createdAt: before(5), message: 'second' },
        { createdAt: before(50), message: 'first' }
      ]
    };
    const status: ServiceStatus = {
      ...EMPTY,
      target: { ...TARGET, service, runningTaskDefinitionArn: NEW },
      images: [{ container: 'app', image: 'shop/web:abc' }],
      serviceDeployments: [
        { status: 'IN_PROGRESS', createdAt: before(42), serviceDeploymentArn: 'arn/shop/web/abc' },
        {
          status: 'SUCCESSFUL',
          createdAt: before(7_300),
          finishedAt: before(7_115),
          serviceDeploymentArn: 'arn/shop/web/def'
        }
      ],
      tasks: [
        {
          taskArn: 'task/shop/1',
          lastStatus: 'RUNNING',
          desiredStatus: 'RUNNING',
          healthStatus: 'HEALTHY',
          taskDefinitionArn: OLD,
          startedAt: before(3_700)
        },
        {
          taskArn: 'task/shop/2',
          lastStatus: 'PENDING',
          desiredStatus: 'RUNNING',
          taskDefinitionArn: NEW,
          createdAt: before(90)
        }
      ],
      stopped: [
        {
          taskArn: 'task/shop/3',
          taskDefinitionArn: NEW,
          stoppedAt: before(10),
          stoppedReason: 'Essential container in task exited',
          containers: [
            { name: 'log', exitCode: 0 },
            { name: 'app', exitCode: 1 }
          ]
        }
      ],
      gaps: ['Allow ecs:X.']
    };
    expect(renderServiceStatus(status, 'eu-west-1'))
      .toBe(`shop/web (ECS, ROLLING) is ACTIVE: it runs web:2, 2 of 2 tasks running, 1 pending.

Images
  app  shop/web:abc

Deployments
  PRIMARY  IN_PROGRESS  web:2  0 of 2 running, 1 pending, 3 failed  42 s ago    ecs-svc/2  ECS deployment ecs-svc/2 in progress.
  ACTIVE   COMPLETED    web:1  2 of 2 running                       3 days ago  ecs-svc/1

Service deployments
  IN_PROGRESS  42 s ago                  abc
  SUCCESSFUL   2 h ago   took 3 min 5 s  def

Tasks
  RUNNING                  HEALTHY  web:1  1 h ago    1
  PENDING (to be RUNNING)           web:2  1 min ago  2

Stopped tasks
  2026-03-01 09:59:50  web:2  3  Essential container in task exited  app: ended (exit code 1)

Last events
  2026-03-01 09:59:10  first
  2026-03-01 09:59:55  second

Not accessible
  Allow ecs:X.

https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/web/deployments?region=eu-west-1
`);
  });

  it('tells of CodeDeploy its group, task sets, deployments and whose rollback one is', () => {
    const { primary, strategy, ...service } = TARGET;
    expect([primary?.id, strategy]).toEqual(['ecs-svc/1', 'ROLLING']);
    const status: ServiceStatus = {
      ...EMPTY,
      target: {
        ...service,
        controller: 'CODE_DEPLOY',
        application: 'shop',
        deploymentGroup: 'shop-web',
        group: {},
        service: {
          taskSets: [
            { status: 'PRIMARY', taskDefinition: OLD, runningCount: 2, computedDesiredCount: 2, scale: { value: 100 } }
          ]
        }
      },
      codedeploy: [
        {
          deploymentId: 'd-2',
          status: 'InProgress',
          creator: 'codeDeployRollback',
          rollbackInfo: { rollbackTriggeringDeploymentId: 'd-1' },
          createTime: before(1)
        },
        {
          deploymentId: 'd-1',
          status: 'Failed',
          creator: 'user',
          createTime: before(100),
          completeTime: before(40),
          errorInformation: { message: 'no' }
        }
      ]
    };
    const lines = renderServiceStatus(status, 'eu-west-1').split('\n');
    expect(lines[0]).toBe('shop/web (CodeDeploy, shop/shop-web) is ACTIVE: it runs web:1, 0 of 0 tasks running.');
    expect(lines).toContain('  PRIMARY  web:1  2 of 2 running  scale 100 %');
    expect(lines).toContain('  InProgress  1 s ago                d-2  rollback of d-1');
    expect(lines).toContain('  Failed      1 min ago  took 1 min  d-1                   no');
  });

  const at = (seconds: number): number => START - 300_000 + seconds * 1_000;
  const LAST: NonNullable<ServiceStatus['last']> = {
    name: 'shop/web/abc',
    taskDefinitionArn: NEW,
    phase: 'drain',
    ending: { verdict: 'rolled-back', reason: 'Rolled back. Tasks failed to start.' },
    failing: 'Tasks failed to start.',
    startedAt: at(0),
    endedAt: at(125),
    timeline: [
      { phase: 'start', startedAt: at(0), endedAt: at(95) },
      { phase: 'rollback', startedAt: at(95), endedAt: at(125) }
    ],
    untold: ['test', 'shift'],
    tasks: [{ phase: 'pull', startedAt: at(10), endedAt: at(17) }]
  };

  it('tells the course of the last deployment, with its reason and what AWS does not keep', () => {
    expect(renderServiceStatus({ ...EMPTY, last: LAST }, 'eu-west-1')).toContain(`
Last deployment
  shop/web/abc of web:2: Rolled back after 2 min 5 s
  Rolled back. Tasks failed to start.
  start     09:55:00  1 min 35 s
  rollback  09:56:35  30 s
  its tasks, from the first to the last:
    pull  09:55:10  7 s
  AWS does not keep the times of: test, shift.
`);
    const running = { ...LAST, ending: undefined, failing: undefined, endedAt: undefined, tasks: [], untold: [] };
    expect(renderServiceStatus({ ...EMPTY, last: { ...running, timeline: [] } }, 'eu-west-1')).toContain(`
Last deployment
  shop/web/abc of web:2: in progress (drain)

`);
  });

  it('has the course as JSON, and leaves out what is not known', () => {
    const json = JSON.stringify(serviceStatusJson({ ...EMPTY, last: { ...LAST, taskDefinitionArn: '' } }, 'eu-west-1'));
    expect((JSON.parse(json) as { readonly lastDeployment: unknown }).lastDeployment).toEqual({
      deployment: 'shop/web/abc',
      outcome: 'rolled-back',
      reason: 'Rolled back. Tasks failed to start.',
      startedAt: '2026-03-01T09:55:00.000Z',
      endedAt: '2026-03-01T09:57:05.000Z',
      phases: [
        {
          phase: 'start',
          startedAt: '2026-03-01T09:55:00.000Z',
          endedAt: '2026-03-01T09:56:35.000Z',
          seconds: 95
        },
        {
          phase: 'rollback',
          startedAt: '2026-03-01T09:56:35.000Z',
          endedAt: '2026-03-01T09:57:05.000Z',
          seconds: 30
        }
      ],
      taskPhases: [
        { phase: 'pull', startedAt: '2026-03-01T09:55:10.000Z', endedAt: '2026-03-01T09:55:17.000Z', seconds: 7 }
      ],
      phasesWithoutTimes: ['test', 'shift']
    });
  });

  it('says that nothing was deployed yet', () => {
    const target = { ...TARGET, service: {}, runningTaskDefinitionArn: undefined };
    expect(renderServiceStatus({ ...EMPTY, target }, 'eu-west-1')).toMatch(/nothing was deployed yet, 0 of 0 tasks/);
  });
});
