import { shortName } from '../server/arn.js';
import { boolean, document, integer, list, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import { planTask } from './behaviour.js';
import { checkLaunch } from './launch-rules.js';
import { launchSettings, readTags, readTaskOverride } from './shapes.js';
import { ECS, findCluster, findTaskDefinition, lookUpService } from './state.js';
import type { ClusterRecord, TaskRecord } from './state.js';
import { refuseReservedTags } from './tags.js';
import { stopTask } from './task-end.js';
import { launchTask } from './tasks.js';
import { renderTask } from './task-views.js';

const MOST_TASKS_PER_RUN = 10;
const MOST_TOKENS = 1000;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
const run = operation(
  structure({
    cluster: string,
    taskDefinition: string,
    count: integer,
    group: string,
    startedBy: string,
    overrides: readTaskOverride,
    tags: readTags,
    propagateTags: string,
    enableECSManagedTags: boolean,
    enableExecuteCommand: boolean,
    clientToken: string,
    referenceId: string,
    placementConstraints: list(document),
    placementStrategy: list(document),
    volumeConfigurations: list(document),
    ...launchSettings
  }),
  (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const taskDefinition = findTaskDefinition(region, input.taskDefinition ?? '');
    if (taskDefinition.status !== 'ACTIVE') throw new AwsFault('ClientException', 'TaskDefinition is inactive');
    const count = input.count ?? 1;
    if (count < 1 || count > MOST_TASKS_PER_RUN) {
      throw new AwsFault('InvalidParameterException', `Count ${count} is not between 1 and ${MOST_TASKS_PER_RUN}.`);
    }
    checkLaunch(cluster, taskDefinition, input);
    refuseReservedTags(input.tags);
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (propagateTags)
    if (input.propagateTags === 'SERVICE')
      throw new AwsFault(
        'InvalidParameterException',
        'The SERVICE option of propagateTags is not valid when running a task.'
      );
    if (
      input.launchType === 'FARGATE' &&
      [...(input.placementConstraints ?? []), ...(input.placementStrategy ?? [])].length > 0
    )
      throw new AwsFault(
        'InvalidParameterException',
        `Placement ${(input.placementConstraints ?? []).length === 0 ? 'strategies' : 'constraints'} are not supported with FARGATE launch type.`
      );
    for (const override of input.overrides?.containerOverrides ?? []) {
      if (!taskDefinition.containers.some(each => each.name === override.name)) {
        throw new AwsFault(
          'InvalidParameterException',
          `Override for container named ${override.name ?? ''} is not a container in the TaskDefinition.`
        );
      }
    }
    const { runTokens } = region.part(ECS);
    const before = input.clientToken === undefined ? undefined : runTokens.get(input.clientToken);
    if (before !== undefined) return { tasks: before.map(task => renderTask(task, true)), failures: [] };
    const tasks: TaskRecord[] = [];
    const failures: unknown[] = [];
    for (let index = 0; index < count; index++) {
      const plan = planTask(region, taskDefinition, input.overrides ?? {});
      if (plan.behaviour === 'no-capacity') {
        const isFargate = input.launchType === 'FARGATE' || input.capacityProviderStrategy !== undefined;
        failures.push({
          arn: cluster.arn,
          reason: isFargate
            ? 'Capacity is unavailable at this time. Please try again later or in a different availability zone'
            : 'RESOURCE:ENI'
        });
        continue;
      }
      tasks.push(
        launchTask({
          region,
          cluster,
          taskDefinition,
          plan,
          group: input.group ?? `family:${taskDefinition.family}`,
          startedBy: input.startedBy,
          owner: undefined,
          launch: input,
          usesAlternates: false,
          overrides: input.overrides ?? {},
          tags: [...(input.tags ?? []), ...(input.propagateTags === 'TASK_DEFINITION' ? taskDefinition.tags : [])],
          enableExecuteCommand: input.enableExecuteCommand ?? false,
          watcher: undefined
        })
      );
    }
    if (input.clientToken !== undefined) rememberToken(runTokens, input.clientToken, tasks);
    return { tasks: tasks.map(task => renderTask(task, true)), failures };
  }
);

function rememberToken(tokens: Map<string, readonly TaskRecord[]>, token: string, tasks: readonly TaskRecord[]): void {
  tokens.set(token, tasks);
  const oldest = tokens.keys().next();
  if (tokens.size > MOST_TOKENS && oldest.done !== true) tokens.delete(oldest.value);
}

function findTask(cluster: ClusterRecord, reference: string): TaskRecord | undefined {
  const task = cluster.tasks.get(shortName(reference));
  return reference.startsWith('arn:') && task?.arn !== reference ? undefined : task;
}

const stop = operation(structure({ cluster: string, task: string, reason: string }), (input, { region }) => {
  const cluster = findCluster(region, input.cluster);
  const task = findTask(cluster, input.task ?? '');
  if (task === undefined) throw new AwsFault('InvalidParameterException', 'The referenced task was not found.');
  const service = task.group.startsWith('service:')
    ? cluster.services.get(task.group.slice('service:'.length))
    : undefined;
  const watcher = {
    changed: () => service?.wake(0),
    stopped: () => undefined,
    healthy: () => undefined,
    unhealthy: () => undefined
  };
  stopTask({ region, watcher }, task, 'UserInitiated', input.reason ?? 'Task stopped by user', false);
  service?.wake(0);
  return { task: renderTask(task, true) };
});

const describe = operation(
  structure({ cluster: string, tasks: list(string), include: list(string) }),
  (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    const references = input.tasks ?? [];
    if (references.length === 0) throw new AwsFault('InvalidParameterException', 'Tasks cannot be empty.');
    const tasks: unknown[] = [];
    const failures: unknown[] = [];
    for (const reference of references) {
      const task = findTask(cluster, reference);
      if (task !== undefined) tasks.push(renderTask(task, input.include?.includes('TAGS') === true));
      else {
        const arn = reference.startsWith('arn:') ? reference : region.arn('ecs', `task/${cluster.name}/${reference}`);
        failures.push({ arn, reason: 'MISSING' });
      }
    }
    return { tasks, failures };
  }
);

/** Without `desiredStatus`, tasks that are meant to run: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html */
const listTasks = operation(
  structure({
    cluster: string,
    family: string,
    serviceName: string,
    startedBy: string,
    desiredStatus: string,
    launchType: string,
    containerInstance: string,
    daemonName: string,
    nextToken: string,
    maxResults: integer
  }),
  (input, { region }) => {
    const cluster = findCluster(region, input.cluster);
    if (input.startedBy !== undefined && (input.serviceName !== undefined || input.family !== undefined)) {
      throw new AwsFault('InvalidParameterException', 'startedBy cannot be combined with other filters.');
    }
    const desired = input.desiredStatus ?? 'RUNNING';
    if (input.serviceName !== undefined && lookUpService(cluster, input.serviceName) === undefined) {
      throw new AwsFault('ServiceNotFoundException', 'Service not found.');
    }
    const group = input.serviceName === undefined ? undefined : `service:${shortName(input.serviceName)}`;
    // There are no container instances here, and no daemons.
    const isElsewhere = input.containerInstance !== undefined || input.daemonName !== undefined;
    const arns = (isElsewhere ? [] : [...cluster.tasks.values()])
      .filter(
        task =>
          task.desiredStatus === desired &&
          (group === undefined || task.group === group) &&
          (input.family === undefined || task.taskDefinition.family === input.family) &&
          (input.startedBy === undefined || task.startedBy === input.startedBy) &&
          (input.launchType === undefined || task.launchType === input.launchType)
      )
      .map(task => task.arn);
    const page = cutPage(arns, input.maxResults, input.nextToken);
    return { taskArns: page.items, nextToken: page.nextToken };
  }
);

export const taskOperations: Readonly<Record<string, Operation>> = {
  RunTask: run,
  StopTask: stop,
  DescribeTasks: describe,
  ListTasks: listTasks
};
