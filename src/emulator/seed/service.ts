import { setTimeout as sleep } from 'node:timers/promises';

import type { Call, Shape } from '../client.js';
import { seedImages } from './images.js';
import {
  CODEDEPLOY_ROLE,
  describeBlueGreen,
  seedDependencies,
  seedLoadBalancer,
  type Traffic
} from './dependencies.js';

/** What has to be there before a deployment: a service that runs an earlier version, and what hangs on it. */
export interface ServiceFixture {
  readonly cluster: string;
  readonly service: string;
  readonly controller: 'ECS' | 'CODE_DEPLOY';
  readonly desiredCount: number;
  /** RegisterTaskDefinition's input for the version that runs before. */
  readonly taskDefinition: Shape;
  /** The container behind the load balancer; undefined: the service has none. */
  readonly target: { readonly containerName: string; readonly containerPort: number } | undefined;
  /** Where the tasks run (awsvpc). */
  readonly network: { readonly subnets: readonly string[]; readonly securityGroups: readonly string[] };
  /** The ECR repositories that the deployment pushes to. */
  readonly repositories: readonly string[];
  /** The images that are there before: only those of the account's own private registry are looked at. */
  readonly images?: readonly string[];
  /** CodeDeploy's names, for the controller CODE_DEPLOY. */
  readonly codedeploy: { readonly application: string; readonly deploymentGroup: string } | undefined;
  /** The new version is to be tested before production leads to it: with a test listener, and a deployment that waits at its test. Default: false. */
  readonly isGated?: boolean;
  /** The lifecycle stages at which ECS pauses a gated deployment. Default: POST_TEST_TRAFFIC_SHIFT. */
  readonly pauseStages?: readonly string[];
  /** Minutes that the old tasks stay after the traffic has moved (CodeDeploy). */
  readonly terminationWaitMinutes: number;
  readonly account: string;
  readonly region: string;
}

/** How long a gated deployment of CodeDeploy waits for its test. */
const READY_WAIT_MINUTES = 60;

/** Waits so many milliseconds of real time. */
type Pause = (milliseconds: number) => Promise<unknown>;

/** Sets the stage for one service: see setStages. */
export function seedService(stage: ServiceFixture, call: Call, pause?: Pause): Promise<void> {
  return seedServices([stage], call, pause);
}

/**
 * Sets the stage by the same API that anyone else uses, so that what stands there is what AWS would have, and resolves when the earlier
 * version of each service runs. What several share (cluster, repositories, CodeDeploy's application) is there once. All are in the
 * region that `call` names. Rejects with CallError where AWS would refuse.
 *
 * @param pause for a built-in AWS whose time only moves when it is moved
 */
export async function seedServices(stages: readonly ServiceFixture[], call: Call, pause?: Pause): Promise<void> {
  for (const clusterName of distinct(stages.map(({ cluster }) => cluster))) {
    await call('ecs', 'CreateCluster', { clusterName });
  }
  for (const repositoryName of distinct(stages.flatMap(({ repositories }) => repositories))) {
    await call('ecr', 'CreateRepository', { repositoryName, imageTagMutability: 'IMMUTABLE' });
  }
  for (const { images = [], account } of stages) await seedImages(images, account, call);
  for (const applicationName of distinct(stages.flatMap(({ codedeploy }) => codedeploy?.application ?? []))) {
    await call('codedeploy', 'CreateApplication', { applicationName, computePlatform: 'ECS' });
  }
  for (const stage of stages) await createService(stage, call);
  for (const stage of stages) {
    await waitUntilSteady(stage.cluster, stage.service, call, pause);
    if (hasNativeStrategy(stage)) await addPause(stage, call);
  }
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

async function createService(stage: ServiceFixture, call: Call): Promise<void> {
  await seedDependencies(stage, call);
  const isBalanced = stage.target !== undefined || stage.codedeploy !== undefined;
  const traffic = isBalanced ? await seedLoadBalancer(stage, stage.target?.containerPort ?? 80, call) : undefined;
  const registered = await call('ecs', 'RegisterTaskDefinition', stage.taskDefinition);
  const { taskDefinitionArn } = registered['taskDefinition'] as { taskDefinitionArn: string };
  await call('ecs', 'CreateService', {
    cluster: stage.cluster,
    serviceName: stage.service,
    taskDefinition: taskDefinitionArn,
    desiredCount: stage.desiredCount,
    launchType: 'FARGATE',
    deploymentController: { type: stage.controller },
    networkConfiguration: {
      awsvpcConfiguration: { ...stage.network, assignPublicIp: 'DISABLED' }
    },
    loadBalancers: traffic === undefined ? [] : await describeLoadBalancers(stage, traffic, call),
    ...(stage.controller === 'ECS' ? { deploymentConfiguration: describeDeployments(stage) } : {})
  });
  if (stage.codedeploy !== undefined && traffic !== undefined)
    await createDeploymentGroup(stage, stage.codedeploy, traffic, call);
}

async function describeLoadBalancers(stage: ServiceFixture, traffic: Traffic, call: Call): Promise<readonly Shape[]> {
  const { target, account } = stage;
  if (target === undefined) return [];
  const balancer = { targetGroupArn: traffic.blue, ...target };
  if (!hasNativeStrategy(stage)) return [balancer];
  return [{ ...balancer, advancedConfiguration: await describeBlueGreen(traffic, account, call) }];
}

function describeDeployments(stage: ServiceFixture): Shape {
  const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  return hasNativeStrategy(stage) ? { ...breaker, strategy: 'BLUE_GREEN' } : breaker;
}

/** From the second deployment on: the first one waits for nobody. */
async function addPause(stage: ServiceFixture, call: Call): Promise<void> {
  const { pauseStages: lifecycleStages = ['POST_TEST_TRAFFIC_SHIFT'] } = stage;
  const pause = { targetType: 'PAUSE', lifecycleStages };
  await call('ecs', 'UpdateService', {
    cluster: stage.cluster,
    service: stage.service,
    deploymentConfiguration: { ...describeDeployments(stage), bakeTimeInMinutes: 1, lifecycleHooks: [pause] }
  });
}

/** ECS itself waits for a test in its native strategies alone. */
function hasNativeStrategy({ controller, isGated = false, target }: ServiceFixture): boolean {
  return controller === 'ECS' && isGated && target !== undefined;
}

interface ServiceView {
  readonly runningCount: number;
  readonly desiredCount: number;
  readonly deployments?: readonly { readonly rolloutState?: string }[];
}

/** Resolves when the service has the tasks that it wants and no deployment is under way. Rejects after half a minute of real time. */
export async function waitUntilSteady(
  cluster: string,
  service: string,
  call: Call,
  pause: Pause = milliseconds => sleep(milliseconds)
): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    const { services } = await call('ecs', 'DescribeServices', { cluster, services: [service] });
    const [view] = services as readonly ServiceView[];
    const busy = (view?.deployments ?? []).some(({ rolloutState }) => (rolloutState ?? 'COMPLETED') !== 'COMPLETED');
    if (view !== undefined && view.runningCount === view.desiredCount && !busy) return;
    await pause(25);
  }
  throw new Error(`The service ${service} did not become steady within half a minute.`);
}

async function createDeploymentGroup(
  stage: ServiceFixture,
  names: { readonly application: string; readonly deploymentGroup: string },
  traffic: Traffic,
  call: Call
): Promise<void> {
  await call('codedeploy', 'CreateDeploymentGroup', {
    applicationName: names.application,
    deploymentGroupName: names.deploymentGroup,
    serviceRoleArn: `arn:aws:iam::${stage.account}:role/${CODEDEPLOY_ROLE}`,
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: {
        action: 'TERMINATE',
        terminationWaitTimeInMinutes: stage.terminationWaitMinutes
      },
      deploymentReadyOption:
        traffic.testListener === undefined
          ? { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
          : { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: READY_WAIT_MINUTES }
    },
    ecsServices: [{ clusterName: stage.cluster, serviceName: stage.service }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [traffic.blue, traffic.green].map(arn => ({ name: arn.split('/')[1] })),
          prodTrafficRoute: { listenerArns: [traffic.listener] },
          testTrafficRoute: traffic.testListener === undefined ? undefined : { listenerArns: [traffic.testListener] }
        }
      ]
    }
  });
}
