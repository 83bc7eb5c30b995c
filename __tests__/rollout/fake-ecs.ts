import type { Deployment, Service, ServiceDeployment, ServiceEvent, Task } from '@aws-sdk/client-ecs';

import type { EcsPort } from '../../src/rollout/ports.js';
import type { EcsTarget } from '../../src/rollout/target.js';
import { CLUSTER, NEW, OLD, SERVICE, START, type FakeClock } from './fakes.js';

export const ARN = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/abc';
export const REVISION = 'arn:aws:ecs:eu-west-1:123456789012:service-revision/shop/web/2';

export const OLD_DEPLOYMENT: Deployment = {
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: OLD,
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  rolloutState: 'COMPLETED',
  createdAt: new Date(START - 86_400_000)
};
export const NEW_DEPLOYMENT: Deployment = {
  id: 'ecs-svc/2',
  status: 'PRIMARY',
  taskDefinition: NEW,
  desiredCount: 2,
  runningCount: 0,
  pendingCount: 2,
  failedTasks: 0,
  rolloutState: 'IN_PROGRESS',
  createdAt: new Date(START)
};

export const TARGET: EcsTarget = {
  controller: 'ECS',
  strategy: 'ROLLING',
  primary: OLD_DEPLOYMENT,
  clusterName: 'shop',
  clusterArn: CLUSTER,
  serviceName: 'web',
  serviceArn: SERVICE,
  service: { status: 'ACTIVE', desiredCount: 2, deployments: [OLD_DEPLOYMENT], events: [] },
  runningTaskDefinitionArn: OLD,
  warnings: []
};

/** What stands from a second on, until the next frame. */
export interface Frame {
  readonly from: number;
  readonly deployments?: readonly Deployment[];
  readonly status?: string;
  readonly serviceDeployment?: Partial<ServiceDeployment>;
  readonly events?: readonly ServiceEvent[];
  readonly stopped?: readonly Task[];
  /** The tasks that run, and what else the service says of itself. */
  readonly running?: readonly Task[];
  readonly service?: Partial<Service>;
}

/** An ECS that answers by a script over the fake clock. The first look at the service is the one before UpdateService, and shows the target. */
export function scriptedEcs(clock: FakeClock, frames: readonly Frame[], target: EcsTarget = TARGET): Partial<EcsPort> {
  const read = <Key extends keyof Frame>(key: Key): Frame[Key] | undefined =>
    frames.findLast(frame => frame.from <= clock.elapsed && frame[key] !== undefined)?.[key];
  let looks = 0;
  const before = (): Service => ({
    ...target.service,
    deployments: [
      ...(target.primary === undefined ? [] : [target.primary]),
      ...(target.service.deployments ?? [])
        .filter(({ id }) => id !== target.primary?.id)
        .map(each => ({ ...each, status: 'ACTIVE' }))
    ]
  });
  const service = (): Service => ({
    ...target.service,
    status: 'ACTIVE',
    desiredCount: 2,
    deployments: [...(read('deployments') ?? [NEW_DEPLOYMENT, { ...OLD_DEPLOYMENT, status: 'ACTIVE' }])],
    events: frames.filter(frame => frame.from <= clock.elapsed).flatMap(frame => frame.events ?? []),
    ...read('service')
  });
  const stopped = () => frames.filter(frame => frame.from <= clock.elapsed).flatMap(frame => frame.stopped ?? []);
  return {
    updateService: async () => service(),
    describeServices: async () => {
      looks += 1;
      return { services: [looks === 1 ? before() : service()], failures: [] };
    },
    listServiceDeployments: async () =>
      read('status') === undefined
        ? []
        : [{ serviceDeploymentArn: ARN, targetServiceRevisionArn: REVISION, createdAt: new Date(START + 1_000) }],
    describeServiceDeployments: async () => [
      {
        serviceDeploymentArn: ARN,
        status: read('status') as ServiceDeployment['status'],
        ...read('serviceDeployment')
      }
    ],
    stopServiceDeployment: async () => undefined,
    listTasks: async ({ desiredStatus }) =>
      (desiredStatus === 'STOPPED' ? stopped() : (read('running') ?? [])).flatMap(task => task.taskArn ?? []),
    describeTasks: async (_cluster, arns) =>
      [...stopped(), ...(read('running') ?? [])].filter(task => arns.includes(task.taskArn ?? '')),
    describeTaskDefinition: async () => ({
      taskDefinition: {
        containerDefinitions: [
          {
            name: 'app',
            logConfiguration: {
              logDriver: 'awslogs',
              options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-central-1', 'awslogs-stream-prefix': 'ecs' }
            }
          }
        ]
      },
      tags: [],
      written: { taskDefinition: {}, tags: [] }
    })
  };
}

export function deadTask(id: string, changes: Partial<Task> = {}): Task {
  return {
    taskArn: `arn:aws:ecs:eu-west-1:123456789012:task/shop/${id}`,
    taskDefinitionArn: NEW,
    startedBy: 'ecs-svc/2',
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    createdAt: new Date(START + 1_000),
    stoppedAt: new Date(START + 10_000),
    containers: [{ name: 'app', exitCode: 1 }],
    ...changes
  };
}
