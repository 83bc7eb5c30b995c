import { CallError, type Call, type Shape } from '../../src/emulator/client.js';
import { seedService, type ServiceFixture } from '../../src/emulator/seed/service.js';
import { REGION, type Sandbox } from './sandbox.js';

const ACCOUNT = '123456789012';

/** A task definition as a user's file has it: one container of 8080 and, where a behaviour is given, a fate. */
export function taskDefinition(changes: Shape = {}, behaviour?: string): Shape {
  return {
    family: 'shop-web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/ecsTaskExecutionRole`,
    containerDefinitions: [
      {
        name: 'web',
        image: '<IMAGE1_NAME>',
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
        environment: behaviour === undefined ? [] : [{ name: 'SLIPWAY_REHEARSAL', value: behaviour }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/shop-web', 'awslogs-region': REGION, 'awslogs-stream-prefix': 'ecs' }
        }
      }
    ],
    ...changes
  };
}

/** The AppSpec of the blue/green service. */
export function appspec(container = 'web', port: number | string = 8080): string {
  return `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: ${container}
          ContainerPort: ${port}
        PlatformVersion: LATEST
`;
}

/** The inputs that ship to what `seed` sets up. */
export const ROLLING = {
  repository: 'shop/web',
  cluster: 'shop',
  service: 'web',
  'task-definition': 'taskdefinition.json'
};
export const BLUE_GREEN = {
  ...ROLLING,
  appspec: 'appspec.yml',
  'codedeploy-application': 'shop',
  'codedeploy-deployment-group': 'shop-web'
};

/** What `seed` sets up: the cluster `shop` with the service `web` behind a load balancer, two tasks, revision 1 of `shop-web`. */
export function stageOf(
  controller: ServiceFixture['controller'],
  changes: Partial<ServiceFixture> = {}
): ServiceFixture {
  const containers = [
    {
      name: 'web',
      image: 'public.ecr.aws/docker/library/httpd:2.4',
      portMappings: [{ containerPort: 8080, protocol: 'tcp' }]
    }
  ];
  return {
    cluster: 'shop',
    service: 'web',
    controller,
    desiredCount: 2,
    taskDefinition: taskDefinition({ containerDefinitions: containers }),
    target: { containerName: 'web', containerPort: 8080 },
    network: { subnets: ['subnet-0a1b2c3d4e5f60718'], securityGroups: ['sg-0a1b2c3d4e5f60718'] },
    repositories: ['shop/web'],
    codedeploy: controller === 'CODE_DEPLOY' ? { application: 'shop', deploymentGroup: 'shop-web' } : undefined,
    terminationWaitMinutes: 0,
    account: ACCOUNT,
    region: REGION,
    ...changes
  };
}

/**
 * Sets up the cluster `shop` with the service `web` behind a load balancer, the repository `shop/web` and, for CODE_DEPLOY, application and group;
 * writes the task definition and the AppSpec into the workspace; resolves when the first version runs.
 */
export async function seed(
  sandbox: Sandbox,
  controller: ServiceFixture['controller'],
  changes: Partial<ServiceFixture> = {}
): Promise<void> {
  await openStage(sandbox, stageOf(controller, changes));
  await sandbox.write('taskdefinition.json', taskDefinition());
  await sandbox.write('appspec.yml', appspec());
  await waitUntilSteady(sandbox);
}

/** Sets a stage up; resolves when its first version runs. */
export async function openStage(sandbox: Sandbox, stage: ServiceFixture): Promise<void> {
  // Whoever looks again and again waits, and where the test turns the clock nothing else lets time pass.
  const call: Call = Object.assign(
    async (...[service, operation, input]: Parameters<Call>) => {
      if (operation === 'DescribeServices') await sandbox.pass(LOOKS_EVERY);
      return sandbox.call(service, operation, input);
    },
    { ask: sandbox.call.ask }
  );
  await seedService(stage, call);
}

/** In seconds of AWS's. */
const LOOKS_EVERY = 5;

/**
 * Deploys another revision as somebody would without Slipway. Resolves when AWS has taken the deployment.
 *
 * @returns the revision's ARN
 */
export async function deployByHand(
  sandbox: Sandbox,
  controller: ServiceFixture['controller'],
  changes: Shape = {},
  behaviour?: string
): Promise<string> {
  const text = JSON.stringify(taskDefinition(changes, behaviour));
  const definition = JSON.parse(text.replace('<IMAGE1_NAME>', 'public.ecr.aws/docker/library/httpd:2.4.65')) as Shape;
  const { taskDefinition: registered } = await sandbox.call('ecs', 'RegisterTaskDefinition', definition);
  const { taskDefinitionArn } = registered as { readonly taskDefinitionArn: string };
  if (controller === 'ECS') {
    await sandbox.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition: taskDefinitionArn });
    return taskDefinitionArn;
  }
  const content = appspec().replace('<TASK_DEFINITION>', taskDefinitionArn);
  const input = {
    applicationName: 'shop',
    deploymentGroupName: 'shop-web',
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } }
  };
  for (;;) {
    try {
      await sandbox.call('codedeploy', 'CreateDeployment', input);
      return taskDefinitionArn;
    } catch (error) {
      // The one before has moved the traffic and is not quite at its end.
      if (!(error instanceof CallError) || error.code !== 'DeploymentLimitExceededException') throw error;
      await sandbox.pass(LOOKS_EVERY);
    }
  }
}

/** A second service in the cluster of `seed`; its first deployment is under way when this resolves. */
export async function addWorker(sandbox: Sandbox, revision: string): Promise<void> {
  await sandbox.call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'worker',
    taskDefinition: revision,
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } }
  });
}

/** Switches the service's circuit breaker off: ECS goes on trying, and who ends a doomed deployment is the run. */
export async function switchBreakerOff(sandbox: Sandbox): Promise<void> {
  await sandbox.call('ecs', 'UpdateService', {
    cluster: 'shop',
    service: 'web',
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } }
  });
  await waitUntilSteady(sandbox);
}

/** A service as DescribeServices answers it, as far as the tests look. */
export interface ServiceView {
  readonly taskDefinition: string;
  readonly runningCount: number;
  readonly desiredCount: number;
  readonly deployments?: readonly { readonly rolloutState?: string }[];
  readonly taskSets?: readonly { readonly taskDefinition: string; readonly status: string }[];
}

export async function describeService(sandbox: Sandbox): Promise<ServiceView> {
  const { services } = await sandbox.call('ecs', 'DescribeServices', { cluster: 'shop', services: ['web'] });
  return (services as readonly ServiceView[])[0] as ServiceView;
}

/** The number of revisions of a family that are registered. */
export async function countRevisions(sandbox: Sandbox, family = 'shop-web'): Promise<number> {
  const { taskDefinitionArns } = await sandbox.call('ecs', 'ListTaskDefinitions', { familyPrefix: family });
  return (taskDefinitionArns as readonly string[]).length;
}

/** Resolves when the service has what it wants and nothing is under way. */
export async function waitUntilSteady(sandbox: Sandbox): Promise<void> {
  for (let attempt = 0; attempt < 10_000; attempt += 1) {
    const service = await describeService(sandbox);
    const busy = (service.deployments ?? []).some(
      deployment => (deployment.rolloutState ?? 'COMPLETED') !== 'COMPLETED'
    );
    if (service.runningCount === service.desiredCount && !busy) return;
    await sandbox.pass(LOOKS_EVERY);
  }
  throw new Error('The service did not become steady.');
}
