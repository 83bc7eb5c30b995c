import { Readable } from 'node:stream';

import {
  ContinueServiceDeploymentCommand,
  DescribeClustersCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopServiceDeploymentCommand,
  StopTaskCommand,
  UpdateServiceCommand,
  paginateListServices,
  type ListTasksRequest,
  type TaskDefinition
} from '@aws-sdk/client-ecs';
import type { DescribedTaskDefinition, EcsPort, ServiceDeploymentsQuery, TasksQuery } from '../rollout/ports.js';
import type { Connection } from './connection.js';
import { required } from './errors.js';

/**
 * Amazon ECS by the SDK, with three clients that differ in how often the SDK repeats a call: what changes something is sent once,
 * because the SDK would also repeat a request whose answer got lost on the way, and a forced deployment or a revision would then
 * exist twice; what a watch asks again and again is repeated once, for a broken connection; all else as the connection says.
 */
export function createEcsPort(connection: Connection): EcsPort {
  const client = new ECSClient(connection.clientConfig);
  const once = new ECSClient({ ...connection.clientConfig, maxAttempts: 1 });
  const glance = new ECSClient({ ...connection.clientConfig, maxAttempts: 2 });
  return {
    describeCluster: async cluster => {
      const answer = await client.send(new DescribeClustersCommand({ clusters: [cluster] }));
      return answer.clusters?.[0];
    },
    describeServices: async (cluster, services) => {
      const command = new DescribeServicesCommand({ cluster, services: [...services], include: ['TAGS'] });
      const answer = await glance.send(command);
      return { services: answer.services ?? [], failures: answer.failures ?? [] };
    },
    listServices: async cluster => {
      const arns: string[] = [];
      for await (const page of paginateListServices({ client, pageSize: 100 }, { cluster }))
        arns.push(...(page.serviceArns ?? []));
      return arns;
    },
    describeTaskDefinition: reference => describeTaskDefinition(client, reference),
    registerTaskDefinition: json => registerTaskDefinition(once, json),
    updateService: async input => {
      const answer = await once.send(new UpdateServiceCommand(input));
      return required(answer.service, 'UpdateService', 'service');
    },
    listServiceDeployments: query => listServiceDeployments(glance, query),
    describeServiceDeployments: async arns => {
      const answer = await glance.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] }));
      return answer.serviceDeployments ?? [];
    },
    describeServiceRevisions: async arns => {
      const answer = await glance.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] }));
      return answer.serviceRevisions ?? [];
    },
    stopServiceDeployment: async (arn, stopType) => {
      await client.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType }));
    },
    continueServiceDeployment: async (arn, hookId, action) => {
      await once.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn: arn, hookId, action }));
    },
    listTasks: query => listTasks(glance, query),
    listClusterTasks: (cluster, desiredStatus) => listClusterTasks(glance, cluster, desiredStatus),
    describeTasks: async (cluster, tasks) => {
      const answer = await glance.send(new DescribeTasksCommand({ cluster, tasks: [...tasks] }));
      return answer.tasks ?? [];
    },
    runTask: async input => {
      // A lost answer must be seen: a refusal after it does not say that nothing was started.
      const answer = await once.send(new RunTaskCommand(input));
      return { tasks: answer.tasks ?? [], failures: answer.failures ?? [] };
    },
    stopTask: async (cluster, task, reason) => {
      await client.send(new StopTaskCommand({ cluster, task, reason }));
    }
  };
}

async function describeTaskDefinition(client: ECSClient, reference: string): Promise<DescribedTaskDefinition> {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: reference, include: ['TAGS'] });
  const written = keepAnswer(command);
  const answer = await client.send(command);
  const wire = JSON.parse(written()) as { taskDefinition?: object; tags?: object[] };
  const taskDefinition = required(answer.taskDefinition, 'DescribeTaskDefinition', 'taskDefinition');
  return {
    taskDefinition,
    tags: answer.tags ?? [],
    written: { taskDefinition: wire.taskDefinition ?? taskDefinition, tags: wire.tags ?? [] }
  };
}

/** Keeps the text of the answer: the SDK's deserializer, like its serializer, drops members that its release does not know. */
function keepAnswer(command: DescribeTaskDefinitionCommand): () => string {
  let text = '{}';
  command.middlewareStack.add(
    next => async args => {
      const result = await next(args);
      const response = result.response as { statusCode: number; body: AsyncIterable<Uint8Array> };
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      if (response.statusCode < 300) text = body.toString('utf8');
      response.body = Readable.from([body]);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'keepTaskDefinitionAsWritten' }
  );
  return () => text;
}

async function listServiceDeployments(client: ECSClient, query: ServiceDeploymentsQuery) {
  const { cluster, service, createdAfter } = query;
  // One page: what is younger than our own deployment is never a hundred.
  const input = { cluster, service, createdAt: { after: createdAfter }, maxResults: 100 };
  const answer = await client.send(new ListServiceDeploymentsCommand(input));
  return answer.serviceDeployments ?? [];
}

/** So many pages of a hundred tasks are read of one service. */
const MAX_PAGES_OF_SERVICE = 10;

async function listTasks(client: ECSClient, query: TasksQuery): Promise<readonly string[]> {
  const { cluster, service, startedBy, desiredStatus } = query;
  // In no order that AWS promises: the dead of the new version may stand after those of the old one.
  return (await listPages(client, { cluster, serviceName: service, startedBy, desiredStatus }, MAX_PAGES_OF_SERVICE))
    .arns;
}

const MAX_PAGES_OF_CLUSTER = 5;

async function listClusterTasks(
  client: ECSClient,
  cluster: string,
  desiredStatus: TasksQuery['desiredStatus']
): Promise<readonly string[] | undefined> {
  const { arns, isWhole } = await listPages(client, { cluster, desiredStatus }, MAX_PAGES_OF_CLUSTER);
  return isWhole ? arns : undefined;
}

async function listPages(
  client: ECSClient,
  input: ListTasksRequest,
  max: number
): Promise<{ readonly arns: readonly string[]; readonly isWhole: boolean }> {
  const arns: string[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < max; page += 1) {
    const answer = await client.send(new ListTasksCommand({ ...input, maxResults: 100, nextToken }));
    arns.push(...(answer.taskArns ?? []));
    nextToken = answer.nextToken;
    if (nextToken === undefined) return { arns, isWhole: true };
  }
  return { arns, isWhole: false };
}

/**
 * RegisterTaskDefinition with the text as the body. The SDK's serializer would drop every member that its release does not
 * know, silently, so the body is replaced after serializing and before the content length is taken and the request signed.
 */
async function registerTaskDefinition(client: ECSClient, json: string): Promise<TaskDefinition> {
  const body = compactJson(json);
  const command = new RegisterTaskDefinitionCommand({ family: 'replaced', containerDefinitions: [] });
  command.middlewareStack.add(
    next => async args => {
      const request = args.request as { body: unknown; headers: Record<string, string> };
      request.body = body;
      request.headers['content-length'] = String(Buffer.byteLength(body));
      return next(args);
    },
    { step: 'build', priority: 'high', name: 'sendTaskDefinitionAsWritten' }
  );
  const answer = await client.send(command);
  return required(answer.taskDefinition, 'RegisterTaskDefinition', 'taskDefinition');
}

/** The same JSON text without the white space between its tokens: numbers, escapes and the order of keys stay as they are. */
export function compactJson(text: string): string {
  return text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/gs, (_match, string: string | undefined) => string ?? '');
}
