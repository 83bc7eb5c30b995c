import type { ServiceDeployment, ServiceRevision, Task } from '../../aws/types.js';
import type { Clock } from '../../ports.js';
import { createBatch, batchWindow, type Batch } from './batcher.js';
import { listTasksTogether, type TasksByService } from './tasks-by-service.js';
import type { DescribedServices, EcsPort, TasksQuery } from '../ports.js';
import { memoize, overridePort, sharePending } from '../../memoize.js';
import { resourceName } from '../../text/arn.js';

/** An ECS port behind which several rollouts look together. */
interface SharedReads {
  readonly ecs: EcsPort;
  /** One more follows from now on; call what it gives when it has ended. */
  enter(): () => void;
}

/** How many one request takes, by the service model. What is asked of each service or of all tasks has no such number. */
const MAX = { services: 10, serviceDeployments: 20, serviceRevisions: 20, tasks: 100, any: 1_000 } as const;
/** So long a look waits for others to come along, in milliseconds: as far as the jitter spreads those who looked together before. */
export const BATCH_WINDOW_MS = 1_000;
/** What only some of them ask, after a look: those that do come at once. */
const GATHERING_AFTER = 200;

/**
 * Lets those who follow deployments at the same time look together: one DescribeServices for ten services, and likewise
 * DescribeServiceDeployments, DescribeServiceRevisions, DescribeTasks and, for the whole cluster, ListTasks.
 */
export function batchEcsReads(ecs: EcsPort, clock: Clock, signal?: AbortSignal): SharedReads {
  let following = 0;
  const share = <Answer>(
    gathering: number,
    batch: Pick<Batch<Answer>, 'max' | 'send' | 'pick'>
  ): ((keys: readonly string[]) => Promise<Answer>) =>
    createBatch({
      ...batch,
      clock,
      wanted: () => Math.min(batch.max, following),
      patience: batchWindow(gathering, signal)
    });
  const describeServices = memoize((cluster: string) =>
    share(BATCH_WINDOW_MS, {
      max: MAX.services,
      send: services => ecs.describeServices(cluster, services),
      pick: pickServices
    })
  );
  const describeTasks = memoize((cluster: string) =>
    share(GATHERING_AFTER, {
      max: MAX.tasks,
      send: tasks => ecs.describeTasks(cluster, tasks),
      pick: pickBy(({ taskArn }: Task) => taskArn)
    })
  );
  const listTasks = {
    RUNNING: memoize((cluster: string) => shareLists(cluster, 'RUNNING')),
    STOPPED: memoize((cluster: string) => shareLists(cluster, 'STOPPED'))
  };
  function shareLists(cluster: string, status: TasksQuery['desiredStatus']) {
    return share<TasksByService>(GATHERING_AFTER, {
      max: MAX.any,
      send: listTasksTogether(ecs, cluster, status),
      pick: answer => answer
    });
  }
  const together: Partial<EcsPort> = {
    describeServices: (cluster, services) => describeServices(cluster)(services),
    describeServiceDeployments: share(BATCH_WINDOW_MS, {
      max: MAX.serviceDeployments,
      send: arns => ecs.describeServiceDeployments(arns),
      pick: pickBy(({ serviceDeploymentArn }: ServiceDeployment) => serviceDeploymentArn)
    }),
    describeServiceRevisions: share(GATHERING_AFTER, {
      max: MAX.serviceRevisions,
      send: arns => ecs.describeServiceRevisions(arns),
      pick: pickBy(({ serviceRevisionArn }: ServiceRevision) => serviceRevisionArn)
    }),
    listTasks: async query => {
      const { cluster, service, startedBy, desiredStatus } = query;
      if (service === undefined || startedBy !== undefined) return ecs.listTasks(query);
      return (await listTasks[desiredStatus](cluster)([service])).get(service) ?? [];
    },
    describeTasks: (cluster, tasks) => describeTasks(cluster)(tasks),
    describeCluster: sharePending((cluster: string) => ecs.describeCluster(cluster))
  };
  return {
    ecs: overridePort(ecs, together),
    enter: () => {
      following += 1;
      return () => {
        following -= 1;
      };
    }
  };
}

function pickBy<T>(read: (item: T) => string | undefined): Batch<readonly T[]>['pick'] {
  return (answer, asked) => answer.filter(item => asked.includes(read(item) ?? ''));
}

/** What of the answer is about these services, which are names or ARNs. */
function pickServices({ services, failures }: DescribedServices, asked: readonly string[]): DescribedServices {
  const isAsked = (arn: string, name: string): boolean => asked.includes(arn) || asked.includes(name);
  return {
    services: services.filter(({ serviceArn = '', serviceName = resourceName(serviceArn) }) =>
      isAsked(serviceArn, serviceName)
    ),
    failures: failures.filter(({ arn = '' }) => isAsked(arn, resourceName(arn)))
  };
}
