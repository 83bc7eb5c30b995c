import { explainAwsError, isTransient } from '../aws/errors.js';
import type { TaskDefinition } from '../aws/types.js';
import { SlipwayError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { EcsPort } from './ports.js';
import { sendOnce } from './idempotent-call.js';

interface RegisteredTaskDefinition {
  /** With its revision. */
  readonly arn: string;
  readonly taskDefinition: TaskDefinition;
  /**
   * No other run can have registered it: AWS's own answer named it, or it was registered in this run's own session (`registeredBy`). Else one that
   * was found after a lost answer may be another run's of the same text.
   */
  readonly isOwn: boolean;
}

/** So many revisions may others register while an answer is lost. */
const MAX_REVISIONS = 10;

/** A revision that is older than this cannot be the one whose answer got lost a moment ago; clocks may differ by as much. */
const FRESH = 60_000;

/**
 * Registers a task definition with exactly this JSON text (RegisterTaskDefinition).
 *
 * Sent once: where the answer got lost, the family's newest revisions are compared with the text before it is sent again, so that a broken
 * connection leaves no second revision. One of another run that registered the same text at the same time is as good, and is taken.
 *
 * @param json the text of `taskdefinition.json`
 * @param sessionName of the role that this run assumed, where no other run has the same
 */
export async function registerTaskDefinition(
  json: string,
  ecs: EcsPort,
  clock: Clock,
  sessionName?: string
): Promise<RegisteredTaskDefinition> {
  const asked = JSON.parse(json) as { family?: unknown };
  const family = typeof asked.family === 'string' ? asked.family : '';
  const sentAt = clock.now();
  let isOwn = true;
  try {
    const taskDefinition = await sendOnce({
      clock,
      send: () => ecs.registerTaskDefinition(json),
      find: async () => {
        // The tags come back beside the task definition.
        const members = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'tags'));
        const found = await findSame(members, { family, since: sentAt - FRESH }, ecs);
        isOwn =
          found === undefined ||
          (sessionName !== undefined && found.registeredBy?.endsWith(`/${sessionName}`) === true);
        return found;
      }
    });
    const arn = taskDefinition.taskDefinitionArn;
    if (arn !== undefined) return { arn, taskDefinition, isOwn };
  } catch (error) {
    throw explainAwsError(error, `Registering the task definition ${family}`);
  }
  throw new SlipwayError({
    code: 'incomplete-answer',
    fault: 'aws',
    what: `RegisterTaskDefinition answered without an ARN for ${family}.`
  });
}

/** The newest revision of a family that was registered since then with these members; others may have registered newer ones after it. */
async function findSame(
  members: object,
  { family, since }: { readonly family: string; readonly since: number },
  ecs: EcsPort
): Promise<TaskDefinition | undefined> {
  let reference = family;
  for (let count = 0; count < MAX_REVISIONS; count += 1) {
    const found = (await ecs.describeTaskDefinition(reference).catch(orNothing))?.taskDefinition;
    if (found === undefined || (found.registeredAt?.getTime() ?? 0) < since) return undefined;
    if (holds(found, members)) return found;
    const { revision = 1 } = found;
    if (revision <= 1) return undefined;
    reference = `${family}:${revision - 1}`;
  }
  return undefined;
}

/**
 * The family may not be there yet, or the role may not look. A look that may go through the next time says neither: to send again then
 * could register twice.
 */
function orNothing(error: unknown): undefined {
  if (isTransient(error)) throw error;
}

/** Whether everything that was asked for is in what AWS tells; AWS adds its defaults. */
function holds(described: unknown, asked: unknown): boolean {
  if (asked === null) return true;
  if (Array.isArray(asked)) {
    return (
      Array.isArray(described) &&
      described.length === asked.length &&
      asked.every((item, index) => holds(described[index], item))
    );
  }
  if (typeof asked === 'object') {
    if (typeof described !== 'object' || described === null) return Object.keys(asked).length === 0;
    return Object.entries(asked).every(([key, value]) => holds((described as Record<string, unknown>)[key], value));
  }
  return described === asked;
}
