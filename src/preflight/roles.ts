import { quote } from '../text/format.js';
import { checkCall } from './probe.js';
import { makeNode, fail, ok, skip, warn, type CheckNode, type CheckDetails } from './check-result.js';
import type { PreflightPorts, Role } from './ports.js';
import { readTrust } from './trust-policy.js';

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
    `${requirement.purpose} ${lastSegment(requirement.role)}`,
    await findOut(requirement, account, ports)
  );
}

async function findOut(
  { purpose, role, principals }: RoleRequirement,
  account: string | undefined,
  ports: Pick<PreflightPorts, 'getRole'>
): Promise<CheckDetails> {
  const [, owner] = /^arn:[^:]+:iam::(\d{12}):role\/.+$/.exec(role) ?? [];
  if (role.startsWith('arn:') && owner === undefined) {
    return fail('role-arn', `${quote(role)} is no ARN of a role`, 'Expected arn:aws:iam::<account>:role/<name>.');
  }
  if (owner !== undefined && account !== undefined && owner !== account) {
    return skip(`not looked at: it is in the account ${owner}`);
  }
  const name = lastSegment(role);
  return checkCall(
    'iam:GetRole',
    `Looking for the role ${name}`,
    () => ports.getRole(name),
    there =>
      there === undefined
        ? fail(
            'role-not-found',
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
  if (wanted.startsWith('arn:') && there.arn !== wanted) {
    const what = `The role of this name is ${there.arn}, not ${wanted}: its path or account differs.`;
    return fail('role-not-found', what, 'Correct the ARN.');
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
      return fail('role-trust', `Its trust policy denies ${principal}.`, `Allow ${principal} to assume it.`);
    case 'other-account': {
      const what = `Its trust policy lets ${principal} assume it for ${trust.accounts.join(', ')} only (aws:SourceAccount).`;
      return fail('role-trust', what, `Add ${account ?? 'this account'} to the condition.`);
    }
    case 'not-trusted': {
      const those = trust.services.length === 0 ? 'no service' : `only ${trust.services.join(', ')}`;
      const what = `Its trust policy lets ${those} assume it, and not ${principal}.`;
      return fail('role-trust', what, `Add ${principal} to the principals of its trust policy.`);
    }
    case 'unreadable':
      return warn('not-checked', 'Its trust policy could not be read.', 'Look at it in IAM.');
  }
}

function lastSegment(role: string): string {
  return role.slice(role.lastIndexOf('/') + 1);
}
