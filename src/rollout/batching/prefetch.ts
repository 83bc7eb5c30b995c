import type { Service } from '../../aws/types.js';
import type { EcsPort, TasksQuery } from '../ports.js';
import { memoizePort, overridePort } from '../../memoize.js';

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
  const remembering = memoizePort(ecs, ['describeCluster', 'describeTaskDefinition', 'listTasks']);
  return overridePort(remembering, {
    describeServices: async (cluster, services) => {
      const answer = await ecs.describeServices(cluster, services);
      for (const service of answer.services) {
        const running = findRunning(service);
        // Whoever needs it meets its error.
        if (running !== undefined) remembering.describeTaskDefinition(running).catch(() => undefined);
        if (tasks) remembering.listTasks(runningTasks(service.clusterArn, service.serviceName)).catch(() => undefined);
      }
      return answer;
    }
  });
}

/** The question for the tasks that a service runs. */
export function runningTasks(cluster = '', service = ''): TasksQuery {
  return { cluster, service, desiredStatus: 'RUNNING' };
}
