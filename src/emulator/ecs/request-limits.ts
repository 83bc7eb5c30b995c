import { isStructure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';

/**
 * The most entries of lists, which the API reference says and the service model does not. `name` is what ECS calls the list in its error:
 * "service names can have at most 10 items.", "taskIds can have at most 100 items."; where no user has shown the error, the member's own name.
 */
const LISTS: Readonly<Record<string, { readonly member: string; readonly most: number; readonly name?: string }>> = {
  DescribeCapacityProviders: { member: 'capacityProviders', most: 100 },
  DescribeClusters: { member: 'clusters', most: 100 },
  DescribeContainerInstances: { member: 'containerInstances', most: 100 },
  DescribeServiceDeployments: { member: 'serviceDeploymentArns', most: 20 },
  DescribeServiceRevisions: { member: 'serviceRevisionArns', most: 20 },
  DescribeServices: { member: 'services', most: 10, name: 'service names' },
  DescribeTasks: { member: 'tasks', most: 100, name: 'taskIds' },
  GetTaskProtection: { member: 'tasks', most: 100, name: 'taskIds' },
  UpdateTaskProtection: { member: 'tasks', most: 10, name: 'taskIds' }
};

/** "This value can be between 1 and 100.", say the pages of the operations, but for these. */
const PAGES: Readonly<Record<string, number>> = { DescribeCapacityProviders: 10, ListAccountSettings: 10 };
const MOST_PER_PAGE = 100;

/** Holds a request to the limits of ECS's API reference. @throws AwsFault InvalidParameterException */
export function checkEcsLimits(operation: string, input: unknown): void {
  if (!isStructure(input)) return;
  const limit = LISTS[operation];
  const entries = limit === undefined ? undefined : input[limit.member];
  if (limit !== undefined && Array.isArray(entries) && entries.length > limit.most) {
    throw refusal(`${limit.name ?? limit.member} can have at most ${limit.most} items.`);
  }
  const size = input['maxResults'];
  const most = PAGES[operation] ?? MOST_PER_PAGE;
  if (typeof size === 'number' && (size < 1 || size > most)) {
    throw refusal(`maxResults ${size} is not between 1 and ${most}.`);
  }
}

function refusal(message: string): AwsFault {
  return new AwsFault('InvalidParameterException', message);
}
