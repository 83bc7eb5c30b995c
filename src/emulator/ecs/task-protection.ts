import { boolean, integer, list, string, structure } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { shortName } from '../server/arn.js';
import { findCluster } from './state.js';
import type { TaskRecord } from './state.js';

const MINUTE = 60_000;
/** Two hours, and two days at most: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateTaskProtection.html */
const MINUTES = { usual: 120, most: 2880 };

/** Until when a task is protected, in virtual milliseconds. It is shown, and has no effect: nothing here scales in by itself. */
const protections = new WeakMap<TaskRecord, number>();

interface Asked {
  readonly cluster?: string | undefined;
  readonly tasks?: readonly string[] | undefined;
}

function refuse(message: string): never {
  throw new AwsFault('InvalidParameterException', message);
}

/** Does something with each task that is asked for; only those of services can be protected. */
function forEachTask(
  { cluster, tasks }: Asked,
  { region }: RequestContext,
  run: (task: TaskRecord) => void,
  now: number
): object {
  const { tasks: known } = findCluster(region, cluster);
  const wanted = tasks ?? [...known.values()].filter(({ owner }) => owner !== undefined).map(({ arn }) => arn);
  const protectedTasks: object[] = [];
  const failures: object[] = [];
  for (const reference of wanted) {
    const task = known.get(shortName(reference));
    if (task === undefined) failures.push({ arn: reference, reason: 'MISSING' });
    else if (task.owner === undefined) failures.push({ arn: task.arn, reason: 'TASK_NOT_VALID' });
    else {
      run(task);
      protectedTasks.push(describe(task, now));
    }
  }
  return { protectedTasks, failures };
}

function describe(task: TaskRecord, now: number): object {
  const until = protections.get(task) ?? 0;
  return until > now
    ? { taskArn: task.arn, protectionEnabled: true, expirationDate: toEpochSeconds(until) }
    : { taskArn: task.arn, protectionEnabled: false };
}

export const taskProtectionOperations: Readonly<Record<string, Operation>> = {
  GetTaskProtection: operation(structure({ cluster: string, tasks: list(string) }), (input, context) =>
    forEachTask(input, context, () => undefined, context.now)
  ),

  UpdateTaskProtection: operation(
    structure({ cluster: string, tasks: list(string), protectionEnabled: boolean, expiresInMinutes: integer }),
    (input, context) => {
      const { protectionEnabled, expiresInMinutes: minutes = MINUTES.usual } = input;
      if (input.tasks?.length === 0) refuse('Tasks cannot be empty.');
      if (minutes < 1 || minutes > MINUTES.most) {
        refuse(`expiresInMinutes must be between 1 and ${MINUTES.most}, inclusive.`);
      }
      const until = protectionEnabled === true ? context.now + minutes * MINUTE : 0;
      return forEachTask(input, context, task => protections.set(task, until), context.now);
    }
  )
};
