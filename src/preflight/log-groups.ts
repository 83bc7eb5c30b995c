import { checkCall } from './probe.js';
import { makeNode, fail, ok, warn, type CheckNode } from './check-result.js';
import type { PreflightPorts } from './ports.js';

/** Where a container logs to by `awslogs`. */
export interface LogGroupRequirement {
  readonly group: string;
  readonly region: string;
  /** `awslogs-create-group` */
  readonly isCreated: boolean;
}

/** Looks whether a log group is there: without it a task does not start. Rests on DescribeLogGroups. */
export async function checkLogGroup(
  { group, region, isCreated }: LogGroupRequirement,
  ports: Pick<PreflightPorts, 'hasLogGroup'>
): Promise<CheckNode> {
  const found = await checkCall(
    'logs:DescribeLogGroups',
    `Looking for the log group ${group} in ${region}`,
    () => ports.hasLogGroup(region, group),
    isThere => {
      if (isThere) return ok();
      if (isCreated) {
        const what = `There is no log group ${group} in ${region} yet; the first task makes it (awslogs-create-group).`;
        return warn('log-group-created', what, 'The execution role needs logs:CreateLogGroup for it.');
      }
      const what = `There is no log group ${group} in ${region}, and a task that cannot log does not start.`;
      return fail('log-group-not-found', what, `Create it: aws logs create-log-group --log-group-name ${group}.`);
    }
  );
  return makeNode(`log group ${group}`, found);
}
