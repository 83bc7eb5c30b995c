import type { EcsPort, TasksQuery } from '../ports.js';

/** The tasks of services, by the services' names. */
export type TasksByService = ReadonlyMap<string, readonly string[]>;

type Status = TasksQuery['desiredStatus'];

/** With fewer services it costs no more to ask for each, and a cluster may have many tasks. */
const FEWEST_SERVICES = 4;
/** DescribeTasks takes so many. */
const MAX_DESCRIBED = 100;

/**
 * Makes the function that lists the tasks of several services in one cluster. ListTasks has no filter for several services: for a few it
 * is asked for each, for more once for the whole cluster (the same permission), and DescribeTasks tells whose a task is (its `group` is
 * `service:<name>`), once for each task. In a cluster with more tasks than are listed at once it goes on asking for each.
 *
 * @returns rejects with what ECS refuses; nothing is left out
 */
export function listTasksTogether(
  ecs: EcsPort,
  cluster: string,
  desiredStatus: Status
): (services: readonly string[]) => Promise<TasksByService> {
  const groups = new Map<string, string>();
  let apart = false;

  const listEach = async (services: readonly string[]): Promise<TasksByService> =>
    new Map(
      await Promise.all(
        services.map(async service => [service, await ecs.listTasks({ cluster, service, desiredStatus })] as const)
      )
    );

  const learnGroups = async (tasks: readonly string[]): Promise<void> => {
    const fresh = tasks.filter(task => !groups.has(task));
    for (let start = 0; start < fresh.length; start += MAX_DESCRIBED) {
      const described = await ecs.describeTasks(cluster, fresh.slice(start, start + MAX_DESCRIBED));
      for (const { taskArn = '', group = '' } of described) groups.set(taskArn, group);
    }
  };

  return async services => {
    if (apart || services.length < FEWEST_SERVICES) return listEach(services);
    const listed = await ecs.listClusterTasks(cluster, desiredStatus);
    if (listed === undefined) {
      apart = true;
      return listEach(services);
    }
    await learnGroups(listed);
    return new Map(
      services.map(service => [service, listed.filter(task => groups.get(task) === `service:${service}`)])
    );
  };
}
