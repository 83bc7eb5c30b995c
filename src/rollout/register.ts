import { explainAwsError, isTransient } from '../aws/errors.js';
import type { TaskDefinition } from '../aws/shapes.js';
import { SlipwayError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { EcsPort } from './ports.js';
import { sendOnce } from './send.js';

interface RegisteredTaskDefinition {
  /** With its revision. */
  readonly arn: string;
  readonly taskDefinition: TaskDefinition;
}

/** A revision that is older than this cannot be the one whose answer got lost a moment ago; clocks may differ by as much. */
const FRESH = 60_000;

/**
 * Registers a task definition with exactly this JSON text (RegisterTaskDefinition).
 *
 * Sent once: where the answer got lost, the family's newest revision is compared with the text before it is sent again,
 * so that a broken connection leaves no second revision.
 *
 * @param json the text of `taskdefinition.json`
 */
export async function registerTaskDefinition(
  json: string,
  ecs: EcsPort,
  clock: Clock
): Promise<RegisteredTaskDefinition> {
  const asked = JSON.parse(json) as { family?: unknown };
  const family = typeof asked.family === 'string' ? asked.family : '';
  const sentAt = clock.now();
  try {
    const taskDefinition = await sendOnce({
      clock,
      send: () => ecs.registerTaskDefinition(json),
      find: async () => {
        const newest = await ecs.describeTaskDefinition(family).catch(orNothing);
        const registeredAt = newest?.taskDefinition.registeredAt?.getTime() ?? 0;
        if (newest === undefined || registeredAt < sentAt - FRESH) return undefined;
        // The tags come back beside the task definition.
        const members = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'tags'));
        return holds(newest.taskDefinition, members) ? newest.taskDefinition : undefined;
      }
    });
    const arn = taskDefinition.taskDefinitionArn;
    if (arn !== undefined) return { arn, taskDefinition };
  } catch (error) {
    throw explainAwsError(error, `Registering the task definition ${family}`);
  }
  throw new SlipwayError({
    code: 'incomplete-answer',
    fault: 'aws',
    what: `RegisterTaskDefinition answered without an ARN for ${family}.`
  });
}

/**
 * The family may not be there yet, or the role may not look. A look that may go through the next time says neither: to send again then
 * could register twice.
 */
function orNothing(error: unknown): undefined {
  if (isTransient(error)) throw error;
}

/** Whether everything that was asked for is in what AWS tells; AWS adds its defaults. */
function holds(told: unknown, asked: unknown): boolean {
  if (asked === null) return true;
  if (Array.isArray(asked)) {
    return (
      Array.isArray(told) && told.length === asked.length && asked.every((item, index) => holds(told[index], item))
    );
  }
  if (typeof asked === 'object') {
    if (typeof told !== 'object' || told === null) return Object.keys(asked).length === 0;
    return Object.entries(asked).every(([key, value]) => holds((told as Record<string, unknown>)[key], value));
  }
  return told === asked;
}
