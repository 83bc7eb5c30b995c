import { SlipwayError } from '../errors.js';

/** The policies of the caller's own account: where these refuse, the registry's account has nothing to add. */
const OF_THE_CALLER = /identity-based policy|permissions boundary|session policy|service control policy/;
const REFUSAL =
  /User: (?<caller>arn:(?<partition>[a-z-]+):(?:iam|sts)::(?<own>\d{12}):\S+) is not authorized to perform: (?<action>ecr:\w+) on resource: arn:[a-z-]+:ecr:(?<region>[\w-]+):(?<owner>\d{12}):repository\/(?<repository>[^\s"]+)/;

/**
 * Names the policy that lacks a statement where another account's registry refuses: its own API and, by Docker's words, the registry that is
 * pushed to (IAM user guide, "Cross-account policy evaluation logic"; ECR user guide, "Private repository policies"). Any other error as it is.
 */
export function adviseOnRegistry(error: SlipwayError): SlipwayError {
  const { caller = '', partition, own, action, region, owner, repository } = REFUSAL.exec(error.what)?.groups ?? {};
  if (owner === undefined || owner === own || OF_THE_CALLER.test(error.what)) return error;
  const role = /:assumed-role\/([^/]+)\//.exec(caller)?.[1];
  const principal = role === undefined ? caller : `arn:${partition ?? 'aws'}:iam::${own ?? ''}:role/${role}`;
  const creates = action === 'ecr:CreateRepository';
  const statement = JSON.stringify({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: action,
    ...(creates
      ? { Resource: `arn:${partition ?? 'aws'}:ecr:${region ?? ''}:${owner}:repository/${repository ?? ''}` }
      : {})
  });
  const whose = creates
    ? `the policy of the registry ${owner} in ${region ?? ''}`
    : `the policy of the repository ${repository ?? ''} in the account ${owner} (${region ?? ''})`;
  const file = creates ? 'registry-policy.json' : 'repository-policy.json';
  return new SlipwayError({
    code: error.code,
    fault: 'user',
    what: error.what,
    next: `Another account's registry decides by its own policy too: ${whose} lacks ${statement}. slipway generate iam writes it whole, as ${file}; the role of this run needs ${action ?? ''} there as well.`,
    cause: error.cause
  });
}
