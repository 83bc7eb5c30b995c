import { RuleList } from '../errors.js';
import { checkCall } from './probe.js';
import { ECS_GUIDE, makeNode, fail, ok, warn, type CheckNode } from './check-result.js';
import type { PreflightPorts } from './ports.js';

export const LOG_GROUP_RULES = new RuleList();
const LOG_GROUP_NOT_FOUND = LOG_GROUP_RULES.add(
  'log-group-not-found',
  'error',
  'A log group does not exist; a task that cannot log does not start.',
  `DescribeLogGroups; ${ECS_GUIDE}/using_awslogs.html`
);
const LOG_GROUP_CREATED = LOG_GROUP_RULES.add(
  'log-group-created',
  'warning',
  'A log group does not exist yet; awslogs-create-group creates it only if the execution role has logs:CreateLogGroup.',
  `${ECS_GUIDE}/using_awslogs.html`
);

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
  const details = await checkCall(
    'logs:DescribeLogGroups',
    `Looking for the log group ${group} in ${region}`,
    () => ports.hasLogGroup(region, group),
    isThere => {
      if (isThere) return ok();
      if (isCreated) {
        const what = `There is no log group ${group} in ${region} yet; the first task makes it (awslogs-create-group).`;
        return warn(LOG_GROUP_CREATED, what, 'The execution role needs logs:CreateLogGroup for it.');
      }
      const what = `There is no log group ${group} in ${region}, and a task that cannot log does not start.`;
      return fail(LOG_GROUP_NOT_FOUND, what, `Create it: aws logs create-log-group --log-group-name ${group}.`);
    }
  );
  return makeNode(`log group ${group}`, details);
}
