import { readRegisteredTaskDefinition } from '../task-definition/index.js';
import { awsErrorName, explainAwsError } from '../aws/errors.js';
import type { TaskDefinition } from '../aws/types.js';
import type { JsonRecord } from '../text/record.js';
import type { RunContext } from '../context.js';

/** A registered task definition. */
export interface Revision {
  readonly arn: string;
  readonly definition: TaskDefinition;
  /** This run registered it, and no other can have. */
  readonly isOwn: boolean;
}

/** A registered revision as RegisterTaskDefinition would take it. @param mayMiss a family that has none yet is none */
export async function readRevision(
  reference: string,
  mayMiss: boolean,
  { ecs }: Pick<RunContext, 'ecs'>
): Promise<{ readonly arn: string; readonly definition: JsonRecord } | undefined> {
  try {
    const { taskDefinition, written } = await ecs.describeTaskDefinition(reference);
    const { definition } = readRegisteredTaskDefinition(written.taskDefinition, written.tags, reference);
    return { arn: taskDefinition.taskDefinitionArn ?? reference, definition };
  } catch (error) {
    if (mayMiss && awsErrorName(error) === 'ClientException') return undefined;
    throw explainAwsError(error, `Reading the task definition ${reference}`);
  }
}
