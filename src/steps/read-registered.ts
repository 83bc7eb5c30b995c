import { awsErrorName, explainAwsError } from '../aws/errors.js';
import type { FilesConfig } from '../config/config.js';
import type { RunContext } from '../context.js';
import { SlipwayError, type Problem } from '../errors.js';
import { resourceName } from '../text/arn.js';
import type { RolloutTarget } from '../rollout/target.js';
import { readRegisteredTaskDefinition, type TaskDefinitionFile } from '../task-definition/index.js';

/** A revision, and whether ECS takes it: ACTIVE, INACTIVE (deregistered) or DELETE_IN_PROGRESS. */
interface RegisteredRevision {
  readonly arn: string;
  readonly status: string;
}

/** Reads what `task-definition` names at ECS: the revision that the service runs, a family's newest, or one by its number. Throws SlipwayError. */
export async function readRegistered(
  files: FilesConfig,
  target: RolloutTarget | undefined,
  context: Pick<RunContext, 'ecs'>
): Promise<{ taskDefinition: TaskDefinitionFile | undefined; revision: RegisteredRevision | undefined }> {
  const source = files.taskDefinition;
  if (source === undefined || source.kind === 'file') return { taskDefinition: undefined, revision: undefined };
  const reference = source.kind === 'registered' ? source.reference : target?.runningTaskDefinitionArn;
  if (reference === undefined) {
    throw new SlipwayError({
      code: 'nothing-running',
      fault: 'user',
      what: `task-definition is "service", but ${target === undefined ? 'no service is given' : `the service ${target.serviceName} runs nothing yet`}.`,
      next: 'Name a file, a family or an ARN.'
    });
  }
  try {
    const { taskDefinition, written } = await context.ecs.describeTaskDefinition(reference);
    const { taskDefinitionArn: arn = reference, status = 'ACTIVE' } = taskDefinition;
    const read = readRegisteredTaskDefinition(written.taskDefinition, written.tags, reference);
    return { taskDefinition: read, revision: { arn, status } };
  } catch (error) {
    if (awsErrorName(error) === 'ClientException') throw missingRevision(reference, error);
    throw explainAwsError(error, `Reading the task definition ${reference}`);
  }
}

/** UpdateService and RunTask answer "TaskDefinition is inactive", after whatever comes before them. */
export function describeInactive({ arn, status }: RegisteredRevision): Problem {
  const name = resourceName(arn);
  const family = name.replace(/:\d+$/, '');
  return {
    code: 'revision-not-active',
    place: { path: 'task-definition' },
    what: `The task definition ${name} is ${status}: it was deregistered, so ECS can no longer deploy it.`,
    next: `Name another revision, or ${family} for the newest that is ACTIVE; with an image or a change Slipway registers a new one from it.`
  };
}

/** DescribeTaskDefinition answers "Unable to describe task definition." */
function missingRevision(reference: string, cause: unknown): SlipwayError {
  const isRevision = /:\d+$/.test(reference);
  return new SlipwayError({
    code: 'no-such-revision',
    fault: 'user',
    what: isRevision
      ? `There is no task definition ${reference} in this account and region.`
      : `The family ${reference} has no ACTIVE task definition in this account and region.`,
    next: 'Correct task-definition, region or the role; `aws ecs list-task-definition-families` lists the existing ones.',
    cause
  });
}
