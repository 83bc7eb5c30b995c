import type { Deployment, Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import { createHealthWatch } from '../../../src/rollout/ecs/health.js';
import { readEcsStatus, type DeploymentRef } from '../../../src/rollout/ecs/status.js';
import { NEW_DEPLOYMENT, OLD_DEPLOYMENT } from '../fake-ecs.js';
import { NEW, OLD, START } from '../fakes.js';

const OWN: DeploymentRef = {
  deploymentId: 'ecs-svc/2',
  taskDefinitionArn: NEW,
  previousTaskDefinitionArn: OLD,
  createdAt: START
};

interface Look {
  readonly running: number;
  readonly old: number;
  readonly state?: Deployment['rolloutState'];
  readonly service?: Partial<Service>;
  readonly deployment?: Partial<ServiceDeployment>;
  readonly events?: readonly string[];
}

/** Whether a task of the new version has been healthy, after each look. */
function watch(looks: readonly Look[]): readonly boolean[] {
  const see = createHealthWatch();
  return looks.map(({ running, old, state = 'IN_PROGRESS', service, deployment, events = [] }) => {
    const deployments: Deployment[] = [
      { ...NEW_DEPLOYMENT, desiredCount: 4, runningCount: running, rolloutState: state },
      { ...OLD_DEPLOYMENT, status: 'ACTIVE', runningCount: old }
    ];
    const view = readEcsStatus(
      OWN,
      { service: { status: 'ACTIVE', desiredCount: 4, deployments, ...service }, serviceDeployment: deployment },
      undefined
    );
    return see(
      view.health,
      events.map(message => ({ message: `(service web) ${message}` }))
    );
  });
}

const STOPPED = ['has stopped 1 running tasks: (task a).'];
const native = (lifecycleStage: ServiceDeployment['lifecycleStage']): Partial<ServiceDeployment> => ({
  status: 'IN_PROGRESS',
  ...(lifecycleStage === undefined ? {} : { lifecycleStage }),
  deploymentConfiguration: { strategy: 'CANARY' }
});
const counted = (failureCount: number, resetOnHealthyTask?: boolean): Partial<ServiceDeployment> => ({
  status: 'IN_PROGRESS',
  deploymentCircuitBreaker: { status: 'MONITORING', failureCount, threshold: 10 },
  deploymentConfiguration: {
    deploymentCircuitBreaker: {
      enable: true,
      rollback: true,
      ...(resetOnHealthyTask === undefined ? {} : { resetOnHealthyTask })
    }
  }
});

describe('whether the new version has come up, by ECS’s word', () => {
  it.each<readonly [string, readonly Look[], readonly boolean[]]>([
    [
      'tasks that run only',
      [
        { running: 0, old: 4 },
        { running: 4, old: 4 }
      ],
      [false, false]
    ],
    [
      'an old one stopped for a new one',
      [
        { running: 2, old: 4 },
        { running: 2, old: 3, events: STOPPED }
      ],
      [false, true]
    ],
    [
      'an old one gone by itself',
      [
        { running: 2, old: 4 },
        { running: 2, old: 3 }
      ],
      [false, false]
    ],
    ['old ones that never were enough', [{ running: 2, old: 0, events: STOPPED }], [false]],
    [
      'old ones stopped to make room',
      [
        { running: 0, old: 4, service: { deploymentConfiguration: { minimumHealthyPercent: 50 } } },
        { running: 1, old: 2, events: STOPPED, service: { deploymentConfiguration: { minimumHealthyPercent: 50 } } }
      ],
      [false, false]
    ],
    [
      'old ones stopped below what is kept',
      [
        { running: 0, old: 4, service: { deploymentConfiguration: { minimumHealthyPercent: 50 } } },
        { running: 3, old: 1, events: STOPPED, service: { deploymentConfiguration: { minimumHealthyPercent: 50 } } }
      ],
      [false, true]
    ],
    [
      'nothing is kept',
      [
        { running: 1, old: 4, service: { deploymentConfiguration: { minimumHealthyPercent: 0 } } },
        { running: 1, old: 0, events: STOPPED, service: { deploymentConfiguration: { minimumHealthyPercent: 0 } } }
      ],
      [false, false]
    ],
    ['COMPLETED', [{ running: 4, old: 0, state: 'COMPLETED' }], [true]],
    ['the steady state', [{ running: 4, old: 4, events: ['has reached a steady state.'] }], [true]],
    [
      'a count that a healthy task sets back',
      [
        { running: 1, old: 4, deployment: counted(2) },
        { running: 1, old: 4, deployment: counted(0) }
      ],
      [false, true]
    ],
    [
      'a count that is not set back',
      [
        { running: 1, old: 4, deployment: counted(2, false) },
        { running: 1, old: 4, deployment: counted(0, false) }
      ],
      [false, false]
    ],
    ['SCALE_UP', [{ running: 4, old: 4, deployment: native('SCALE_UP') }], [false]],
    ['POST_SCALE_UP', [{ running: 4, old: 4, deployment: native('POST_SCALE_UP') }], [true]],
    [
      'it stays so',
      [
        { running: 4, old: 4, deployment: native('BAKE_TIME') },
        { running: 0, old: 4, deployment: native('SCALE_UP') }
      ],
      [true, true]
    ]
  ])('%s', (_name, looks, expected) => expect(watch(looks)).toEqual(expected));
});
