import { matchesPattern } from '../server/faults.js';
import { isStructure } from '../server/decode.js';
import { evaluatePolicies } from '../iam/policies.js';
import type { RegionState } from '../server/state.js';
import { ECR, REGISTRY } from './state.js';

/** Who asks: the ARN of a user or of a role's session, and the account that it is in. */
export interface Caller {
  readonly account: string;
  readonly principal: string;
}

/**
 * Whether a caller may do something in a registry. In its own account the identity's policies decide, which are not kept here. In another
 * account's the policy of the repository, or that of the registry, must allow it too (IAM user guide, "Cross-account policy evaluation logic").
 *
 * @param action as `ecr:DescribeImages`
 * @param name the repository; undefined: the call names none
 * @returns AWS's sentence of refusal; undefined: it is allowed
 */
export function findRefusal(
  registry: RegionState,
  caller: Caller,
  action: string,
  name: string | undefined
): string | undefined {
  if (caller.account === registry.account) return undefined;
  const repository = name === undefined ? undefined : registry.part(ECR).get(name);
  const resource = name === undefined ? '*' : registry.arn('ecr', `repository/${name}`);
  const policies = [repository?.policy, registry.part(REGISTRY).policy].filter(policy => policy !== undefined);
  const named = policies.map(policy => JSON.stringify({ Statement: listStatementsFor(policy, caller, resource) }));
  const { decision } = evaluatePolicies(named, { action, resource, context: new Map() });
  if (decision === 'allowed') return undefined;
  const why =
    decision === 'explicitDeny'
      ? 'with an explicit deny in a resource-based policy'
      : `because no resource-based policy allows the ${action} action`;
  return `User: ${caller.principal} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}

/** The statements of a policy that name the caller. A repository's policy names no resource: it is about that repository. */
function listStatementsFor(policy: string, caller: Caller, resource: string): readonly unknown[] {
  const { Statement } = JSON.parse(policy) as { readonly Statement?: unknown };
  return (Array.isArray(Statement) ? Statement : [Statement])
    .filter(isStructure)
    .filter(({ Principal }) => namesCaller(Principal, caller))
    .map(statement => ({ Resource: resource, ...statement }));
}

function namesCaller(principal: unknown, { account, principal: arn }: Caller): boolean {
  if (principal === '*') return true;
  const named = isStructure(principal) ? principal['AWS'] : undefined;
  // A session is meant where its role is; the role's path is in its own ARN alone.
  const [, partition, role] = /^arn:([a-z-]+):sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return (Array.isArray(named) ? named : [named]).some((each: unknown) => {
    if (typeof each !== 'string') return false;
    if (each === '*' || each === account || each === arn) return true;
    if (/^arn:[a-z-]+:iam::\d{12}:root$/.test(each)) return each.split(':')[4] === account;
    if (role === undefined) return false;
    const start = `arn:${partition ?? 'aws'}:iam::${account}:role/`;
    return matchesPattern(`${start}*`, each) && each.split('/').pop() === role;
  });
}
