import { RuleList } from '../errors.js';
import { accountOf, isArn, parseArn, resourceName } from '../text/arn.js';
import { quote } from '../text/format.js';
import { checkCall, NOT_CHECKED } from './probe.js';
import { ECS_GUIDE, makeNode, fail, ok, skip, warn, type CheckNode, type CheckDetails } from './check-result.js';
import type { PreflightPorts, Role } from './ports.js';
import { readTrust } from './trust-policy.js';

export const ROLE_RULES = new RuleList();
const ROLE_ARN = ROLE_RULES.add(
  'role-arn',
  'error',
  'A role is named by neither its ARN nor its name.',
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'
);
const ROLE_NOT_FOUND = ROLE_RULES.add(
  'role-not-found',
  'error',
  'A role does not exist, or has a different path than its ARN.',
  'GetRole; ECS answers: “Role is not valid”'
);
const ROLE_TRUST = ROLE_RULES.add(
  'role-trust',
  'error',
  'The trust policy of a role does not let the service assume it: ecs-tasks.amazonaws.com for a task, CodeDeploy, or ECS.',
  `GetRole; ${ECS_GUIDE}/task_execution_IAM_role.html`
);

/** A role that a deployment needs. */
export interface RoleRequirement {
  /** What it is for: `execution role`, `task role`, … */
  readonly purpose: string;
  /** Its ARN or, as ECS takes it too, its name. */
  readonly role: string;
  /** Who is to assume it: `ecs-tasks.amazonaws.com`; one of them is enough. */
  readonly principals: readonly string[];
}

/** Looks whether a role is there and may be assumed by the service that is to. Rests on IAM's GetRole. */
export async function checkRole(
  requirement: RoleRequirement,
  account: string | undefined,
  ports: Pick<PreflightPorts, 'getRole'>
): Promise<CheckNode> {
  return makeNode(
    `${requirement.purpose} ${resourceName(requirement.role)}`,
    await findOut(requirement, account, ports)
  );
}

async function findOut(
  { purpose, role, principals }: RoleRequirement,
  account: string | undefined,
  ports: Pick<PreflightPorts, 'getRole'>
): Promise<CheckDetails> {
  const owner = accountOfRole(role);
  if (isArn(role) && owner === undefined) {
    return fail(ROLE_ARN, `${quote(role)} is not the ARN of a role`, 'Expected arn:aws:iam::<account>:role/<name>.');
  }
  if (owner !== undefined && account !== undefined && owner !== account) {
    return skip(`not looked at: it is in the account ${owner}`);
  }
  const name = resourceName(role);
  return checkCall(
    'iam:GetRole',
    `Looking for the role ${name}`,
    () => ports.getRole(name),
    there =>
      there === undefined
        ? fail(
            ROLE_NOT_FOUND,
            `There is no role ${name} in this account; ECS would say "Role is not valid".`,
            `Create it, or correct the ${purpose}.`
          )
        : judgeRole(there, role, principals, account)
  );
}

function judgeRole(
  there: Role,
  wanted: string,
  principals: readonly string[],
  account: string | undefined
): CheckDetails {
  if (isArn(wanted) && there.arn !== wanted) {
    const what = `The role of this name is ${there.arn}, not ${wanted}: its path or account differs.`;
    return fail(ROLE_NOT_FOUND, what, 'Correct the ARN.');
  }
  const [principal = ''] = principals;
  const trust = readTrust(there.trustPolicy, principals, account);
  switch (trust.kind) {
    case 'trusted':
      return ok(
        trust.conditions.length === 0
          ? `trusts ${principal}`
          : `trusts ${principal} under conditions (${trust.conditions.join(', ')})`
      );
    case 'denied':
      return fail(ROLE_TRUST, `Its trust policy denies ${principal}.`, `Allow ${principal} to assume it.`);
    case 'other-account': {
      const what = `Its trust policy lets ${principal} assume it for ${trust.accounts.join(', ')} only (aws:SourceAccount).`;
      return fail(ROLE_TRUST, what, `Add ${account ?? 'this account'} to the condition.`);
    }
    case 'not-trusted': {
      const those = trust.services.length === 0 ? 'no service' : `only ${trust.services.join(', ')}`;
      const what = `Its trust policy lets ${those} assume it, and not ${principal}.`;
      return fail(ROLE_TRUST, what, `Add ${principal} to the principals of its trust policy.`);
    }
    case 'unreadable':
      return warn(NOT_CHECKED, 'Its trust policy could not be read.', 'Check it in IAM.');
  }
}

/** The account in a role's ARN; undefined for a name, or what is not the ARN of a role. */
function accountOfRole(role: string): string | undefined {
  const { service, resource = '' } = parseArn(role) ?? {};
  return service === 'iam' && /^role\/./.test(resource) ? accountOf(role) : undefined;
}
