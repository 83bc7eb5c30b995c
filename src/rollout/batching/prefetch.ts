import type { Service } from '../../aws/types.js';
import type { EcsPort, TasksQuery } from '../ports.js';

/** The revision that a service runs: that of its PRIMARY deployment or task set; undefined where nothing was deployed yet. */
function findRunning({ deployments = [], taskSets = [], taskDefinition }: Service): string | undefined {
  const primary = [...deployments, ...taskSets].find(({ status }) => status === 'PRIMARY');
  return primary?.taskDefinition ?? taskDefinition;
}

/**
 * An ECS port for a plan: clusters, task definitions and lists of tasks are asked for once, and the task definition that a service runs
 * as soon as the service is described, without waiting for what else is looked at meanwhile.
 *
 * @param options `tasks`: which tasks a service runs is asked for as early
 */
export function prefetchingEcs(ecs: EcsPort, { tasks }: { readonly tasks: boolean }): EcsPort {
  const describeCluster = once((cluster: string) => ecs.describeCluster(cluster));
  const describeTaskDefinition = once((reference: string) => ecs.describeTaskDefinition(reference));
  const list = once((query: string) => ecs.listTasks(JSON.parse(query) as TasksQuery));
  const listTasks = ({ cluster, service, startedBy, desiredStatus }: TasksQuery) =>
    list(JSON.stringify({ cluster, service, startedBy, desiredStatus }));
  const ahead: Partial<EcsPort> = {
    describeCluster,
    listTasks,
    describeTaskDefinition,
    describeServices: async (cluster, services) => {
      const answer = await ecs.describeServices(cluster, services);
      for (const service of answer.services) {
        const running = findRunning(service);
        // Whoever needs it meets its error.
        if (running !== undefined) describeTaskDefinition(running).catch(() => undefined);
        if (tasks) listTasks(runningTasks(service.clusterArn, service.serviceName)).catch(() => undefined);
      }
      return answer;
    }
  };
  // Whatever else a port can do stays as it is.
  return Object.assign(Object.create(ecs) as EcsPort, ahead);
}

/** The question for the tasks that a service runs. */
export function runningTasks(cluster = '', service = ''): TasksQuery {
  return { cluster, service, desiredStatus: 'RUNNING' };
}

function once<T>(ask: (question: string) => Promise<T>): (question: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return question => {
    const answer = answers.get(question) ?? ask(question);
    answers.set(question, answer);
    return answer;
  };
}
