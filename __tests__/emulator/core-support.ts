import { startCloud } from '../../src/emulator/cloud.js';
import type { CloudOptions } from '../../src/emulator/cloud.js';
import type { Cloud } from '../../src/emulator/server/state.js';

/** A JSON document whose members the tests look into. */
export interface Json {
  readonly [member: string]: Json;
}

const TARGETS: Readonly<Record<string, string>> = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  logs: 'Logs_20140328',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  codedeploy: 'CodeDeploy_20141006'
};

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly error: string | undefined;
}

/** A cloud whose time stands still until `pass` moves it. */
export interface Stage {
  readonly cloud: Cloud;
  /** Every answer with status 200, for checks of its shape. */
  readonly answers: { readonly service: string; readonly operation: string; readonly output: unknown }[];
  pass(seconds: number): void;
  send(service: string, operation: string, input: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends to ECS and gives the body; throws where the answer is an error. */
  ecs(operation: string, input: unknown): Promise<Json>;
  close(): Promise<void>;
}

export const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/ecs/aws4_request, SignedHeaders=host, Signature=0';

export async function openStage(options: CloudOptions = {}): Promise<Stage> {
  let now = Date.UTC(2026, 0, 1);
  const cloud = await startCloud({ now: () => now, ...options });
  const answers: { service: string; operation: string; output: unknown }[] = [];
  const stage: Stage = {
    cloud,
    answers,
    pass: seconds => {
      now += seconds * 1000;
      cloud.timeline.advance();
    },
    async send(service, operation, input, headers = {}) {
      const response = await fetch(cloud.endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `${TARGETS[service] ?? service}.${operation}`,
          authorization: AUTHORIZATION,
          ...headers
        },
        body: typeof input === 'string' ? input : JSON.stringify(input)
      });
      const answer = await response.text();
      const body = (answer === '' ? {} : JSON.parse(answer)) as Json;
      if (response.status === 200) answers.push({ service, operation, output: body });
      const type = (body as { readonly __type?: string }).__type;
      return { status: response.status, body, error: type?.slice(type.indexOf('#') + 1) };
    },
    async ecs(operation, input) {
      const answer = await stage.send('ecs', operation, input);
      if (answer.status !== 200) throw new Error(`${operation}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    close: () => cloud.close()
  };
  return stage;
}

/** Sends to a service of the query protocol and gives the answer's XML, whether it is an error or not. */
export async function query(
  stage: Stage,
  version: string,
  Action: string,
  form: Readonly<Record<string, string>> = {}
): Promise<string> {
  const body = new URLSearchParams({ Action, Version: version, ...form });
  const response = await fetch(stage.cloud.endpoint, {
    method: 'POST',
    headers: { authorization: AUTHORIZATION },
    body
  });
  return response.text();
}

/** A Fargate task definition of one container `app` on port 8080; `behaviour` makes its tasks misbehave. */
export function taskDefinition(behaviour?: string, more: object = {}): object {
  return {
    family: 'api',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      {
        name: 'app',
        image: 'public.ecr.aws/nginx/nginx:1.29',
        portMappings: [{ containerPort: 8080 }],
        ...(behaviour === undefined ? {} : { environment: [{ name: 'SLIPWAY_REHEARSAL', value: behaviour }] }),
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/api', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'ecs' }
        }
      }
    ],
    ...more
  };
}

export const NETWORK = {
  awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' }
};

const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/0123456789abcdef';

export const LOAD_BALANCER = { targetGroupArn: TARGET_GROUP, containerName: 'app', containerPort: 8080 };

/** A load balancer as native blue/green wants it. */
export const TWO_GROUPS = {
  ...LOAD_BALANCER,
  advancedConfiguration: {
    alternateTargetGroupArn: TARGET_GROUP.replace('blue', 'green'),
    productionListenerRule: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/lb/1/2/3',
    roleArn: 'arn:aws:iam::123456789012:role/ecs-infrastructure'
  }
};

/** Cluster `shop`, revision api:1 and a steady service `api` of two tasks. */
export async function openService(stage: Stage, more: object = {}): Promise<void> {
  await stage.ecs('CreateCluster', { clusterName: 'shop' });
  await stage.ecs('RegisterTaskDefinition', taskDefinition());
  await stage.ecs('CreateService', {
    cluster: 'shop',
    serviceName: 'api',
    taskDefinition: 'api',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
    loadBalancers: [LOAD_BALANCER],
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    ...more
  });
  stage.pass(120);
}

/** Registers api:2 with a behaviour and updates the service to it. */
export async function updateTo(stage: Stage, behaviour?: string, more: object = {}): Promise<Json> {
  await stage.ecs('RegisterTaskDefinition', taskDefinition(behaviour));
  const answer = await stage.ecs('UpdateService', { cluster: 'shop', service: 'api', taskDefinition: 'api', ...more });
  return member(answer, 'service');
}

export async function describeService(stage: Stage): Promise<Json> {
  const answer = await stage.ecs('DescribeServices', { cluster: 'shop', services: ['api'], include: ['TAGS'] });
  return item(member(answer, 'services'), 0);
}

/** The newest service deployment that is listed. */
export async function describeDeployment(stage: Stage): Promise<Json> {
  const listed = await stage.ecs('ListServiceDeployments', { cluster: 'shop', service: 'api' });
  const arn = member(item(member(listed, 'serviceDeployments'), 0), 'serviceDeploymentArn');
  const described = await stage.ecs('DescribeServiceDeployments', { serviceDeploymentArns: [arn] });
  return item(member(described, 'serviceDeployments'), 0);
}

/** The messages of a service's events, newest first. */
export function messagesOf(service: Json): readonly string[] {
  return items(member(service, 'events')).map(event => text(member(event, 'message')));
}

export async function stoppedTasks(stage: Stage): Promise<readonly Json[]> {
  const listed = await stage.ecs('ListTasks', { cluster: 'shop', desiredStatus: 'STOPPED' });
  const tasks = items(member(listed, 'taskArns'));
  if (tasks.length === 0) return [];
  return items(member(await stage.ecs('DescribeTasks', { cluster: 'shop', tasks }), 'tasks'));
}

export function member(value: Json, name: string): Json {
  const found = value[name];
  if (found === undefined) throw new Error(`No member ${name} in ${JSON.stringify(value).slice(0, 400)}`);
  return found;
}

export function items(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`Not a list: ${JSON.stringify(value)}`);
  return value as readonly Json[];
}

export function item(value: Json, index: number): Json {
  const found = items(value)[index];
  if (found === undefined) throw new Error(`No item ${index} in ${JSON.stringify(value)}`);
  return found;
}

/** A member as text. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
