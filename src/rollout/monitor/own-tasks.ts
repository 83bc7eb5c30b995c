import type { Task } from '../../aws/types.js';
import type { EcsPort } from '../ports.js';

/** What the tasks of a deployment are known by. */
export interface TaskOwner {
  readonly taskDefinitionArn: string;
  /** ECS's id of our deployment or task set (`startedBy` of its tasks), where it is known. */
  readonly startedBy: string | undefined;
  /** When ours began by AWS's clock, in milliseconds: a task of the same revision that was made before is not ours. */
  readonly since: number;
}

export function isOwnTask(task: Task, { startedBy, taskDefinitionArn, since }: TaskOwner): boolean {
  if (startedBy !== undefined && task.startedBy !== undefined && task.startedBy.startsWith('ecs-svc/')) {
    return task.startedBy === startedBy;
  }
  return task.taskDefinitionArn === taskDefinitionArn && (task.createdAt?.getTime() ?? since) >= since;
}

/** DescribeTasks takes so many. */
const MAX_DESCRIBED = 100;

/** DescribeTasks for any number of ARNs. */
export async function describeAllTasks(
  ecs: Pick<EcsPort, 'describeTasks'>,
  cluster: string,
  arns: readonly string[]
): Promise<readonly Task[]> {
  const pages = Array.from({ length: Math.ceil(arns.length / MAX_DESCRIBED) }, (_, page) =>
    ecs.describeTasks(cluster, arns.slice(page * MAX_DESCRIBED, (page + 1) * MAX_DESCRIBED))
  );
  return (await Promise.all(pages)).flat();
}
