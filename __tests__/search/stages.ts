import type { Call, Shape } from '../../src/emulator/client.js';
import { seedServices, waitUntilSteady, type ServiceFixture } from '../../src/emulator/seed/service.js';
import { REGION } from '../simulation/machine.js';

export const ACCOUNT = '123456789012';
export const CLUSTER = 'shop';
export const ALARM = 'too-many-5xx';

/** How the services are deployed. */
export const STRATEGIES = ['rolling', 'blue-green', 'linear', 'canary', 'codedeploy', 'run-task', 'several'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** A task definition as a user's file has it; `behaviour` is its tasks' fate. */
export function taskDefinition(family: string, image: string, behaviour?: string): Shape {
  return {
    family,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/ecsTaskExecutionRole`,
    containerDefinitions: [
      {
        name: 'web',
        image,
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
        environment: behaviour === undefined ? [] : [{ name: 'SLIPWAY_REHEARSAL', value: behaviour }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': REGION, 'awslogs-stream-prefix': 'ecs' }
        }
      }
    ]
  };
}

/** The AppSpec of the service that CodeDeploy deploys. */
export const APPSPEC = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: web
          ContainerPort: 8080
`;

/** The services of a strategy; the first is the one that others move on. */
export function servicesOf(
  strategy: Strategy
): readonly { readonly name: string; readonly controller: ServiceFixture['controller'] }[] {
  if (strategy === 'codedeploy') return [{ name: 'web', controller: 'CODE_DEPLOY' }];
  if (strategy === 'several') {
    return [
      { name: 'web', controller: 'ECS' },
      { name: 'worker', controller: 'ECS' },
      { name: 'shop', controller: 'CODE_DEPLOY' }
    ];
  }
  return [{ name: 'web', controller: 'ECS' }];
}

const NATIVE: Readonly<Record<string, Shape>> = {
  'blue-green': { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 },
  linear: {
    strategy: 'LINEAR',
    bakeTimeInMinutes: 0,
    linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 0 }
  },
  canary: {
    strategy: 'CANARY',
    bakeTimeInMinutes: 0,
    canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 0 }
  }
};

/** The AWS that is set up, and how to let so many milliseconds of its time pass. */
interface Site {
  readonly call: Call;
  readonly pass: (milliseconds: number) => void | Promise<void>;
}

/** Sets up what a strategy deploys to: revision 1 of each family runs, and is proven. */
export async function setUp({ call, pass }: Site, strategy: Strategy): Promise<void> {
  const pause = async (): Promise<void> => pass(5_000);
  const stages = servicesOf(strategy).map(({ name, controller }): ServiceFixture => ({
    cluster: CLUSTER,
    service: name,
    controller,
    desiredCount: 2,
    taskDefinition: taskDefinition(`shop-${name}`, 'public.ecr.aws/docker/library/httpd:2.4'),
    target: { containerName: 'web', containerPort: 8080 },
    network: { subnets: ['subnet-0a1b2c3d4e5f60718'], securityGroups: ['sg-0a1b2c3d4e5f60718'] },
    repositories: [],
    codedeploy: controller === 'CODE_DEPLOY' ? { application: 'shop', deploymentGroup: `shop-${name}` } : undefined,
    terminationWaitMinutes: strategy === 'codedeploy' ? 1 : 0,
    account: ACCOUNT,
    region: REGION
  }));
  await seedServices(stages, call, pause);
  for (const { name, controller } of servicesOf(strategy)) {
    if (controller === 'ECS') await configure(call, name, NATIVE[strategy]);
    else await watchAlarm(call, name);
    await waitUntilSteady(CLUSTER, name, call, pause);
  }
}

async function configure(call: Call, service: string, native: Shape | undefined): Promise<void> {
  const alarms = { alarmNames: [ALARM], enable: true, rollback: true };
  const deploymentConfiguration = { alarms, deploymentCircuitBreaker: { enable: true, rollback: true }, ...native };
  const loadBalancers = native === undefined ? undefined : await shiftable(call, service);
  await call('ecs', 'UpdateService', {
    cluster: CLUSTER,
    service,
    deploymentConfiguration,
    ...(loadBalancers === undefined ? {} : { loadBalancers })
  });
}

async function watchAlarm(call: Call, service: string): Promise<void> {
  await call('codedeploy', 'UpdateDeploymentGroup', {
    applicationName: 'shop',
    currentDeploymentGroupName: `shop-${service}`,
    alarmConfiguration: { enabled: true, alarms: [{ name: ALARM }] },
    autoRollbackConfiguration: {
      enabled: true,
      events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM']
    }
  });
}

/** The service's load balancer as ECS shifts traffic between its two target groups. */
async function shiftable(call: Call, service: string): Promise<readonly Shape[]> {
  const { services } = await call('ecs', 'DescribeServices', { cluster: CLUSTER, services: [service] });
  const [described] = services as readonly { readonly loadBalancers: readonly Shape[] }[];
  const arn = (kind: string, id: string): string => `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:${kind}/${id}`;
  const { TargetGroupArn: green } = await call.ask('elasticloadbalancing', 'DescribeTargetGroups', {
    'Names.member.1': `${service}-green`
  });
  return (described?.loadBalancers ?? []).map(balancer => ({
    ...balancer,
    advancedConfiguration: {
      alternateTargetGroupArn: green,
      productionListenerRule: arn('listener-rule/app', `${service}/1/2/3`),
      roleArn: `arn:aws:iam::${ACCOUNT}:role/ecsInfrastructureRole`
    }
  }));
}

/** ECS goes on trying: who ends a deployment that cannot come up is the run. */
export async function switchBreakerOff({ call }: Pick<Site, 'call'>, strategy: Strategy): Promise<void> {
  for (const { name, controller } of servicesOf(strategy)) {
    if (controller !== 'ECS') continue;
    const deploymentConfiguration = { deploymentCircuitBreaker: { enable: false, rollback: false } };
    await call('ecs', 'UpdateService', { cluster: CLUSTER, service: name, deploymentConfiguration });
  }
}
