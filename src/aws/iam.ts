import type { EvaluationResult, IAMClient, ResourceSpecificResult } from '@aws-sdk/client-iam';
import type { Judgement, PreflightPorts } from '../preflight/ports.js';
import type { Connection } from './connection.js';
import { awsErrorName } from './errors.js';

/** AWS IAM by the SDK, for looks at roles and at what they may do. Loaded at the first call. */
export function createRolesPort({
  clientConfig
}: Connection): Pick<PreflightPorts, 'getRole' | 'simulatePrincipalPolicy'> {
  let loading: Promise<{ sdk: typeof import('@aws-sdk/client-iam'); client: IAMClient }> | undefined;
  const load = async () => {
    const sdk = await import('@aws-sdk/client-iam');
    return { sdk, client: new sdk.IAMClient(clientConfig) };
  };
  return {
    getRole: name =>
      unlessMissing(async () => {
        const { sdk, client } = await (loading ??= load());
        const { Role: role } = await client.send(new sdk.GetRoleCommand({ RoleName: name }));
        if (role === undefined) return undefined;
        // RFC 3986, says the model of the member.
        const trustPolicy = decodeURIComponent(role.AssumeRolePolicyDocument ?? '');
        return { arn: role.Arn ?? name, trustPolicy };
      }),
    simulatePrincipalPolicy: ({ principal, action, resources, context }) =>
      unlessMissing(async () => {
        const { sdk, client } = await (loading ??= load());
        const answer = await client.send(
          new sdk.SimulatePrincipalPolicyCommand({
            PolicySourceArn: principal,
            ActionNames: [action],
            ResourceArns: [...resources],
            ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
              ContextKeyName,
              ContextKeyValues: [value],
              ContextKeyType: 'string'
            }))
          })
        );
        return (answer.EvaluationResults ?? []).flatMap(toJudgements);
      })
  };
}

/** IAM answers once for each resource, or once for all with a part for each: the shapes EvaluationResult and ResourceSpecificResult. */
function toJudgements(whole: EvaluationResult): readonly Judgement[] {
  const parts: readonly Partial<ResourceSpecificResult>[] = whole.ResourceSpecificResults?.length
    ? whole.ResourceSpecificResults
    : [{}];
  return parts.map(part => ({
    resource: part.EvalResourceName ?? whole.EvalResourceName ?? '*',
    decision: part.EvalResourceDecision ?? whole.EvalDecision ?? '',
    missingKeys: part.MissingContextValues ?? whole.MissingContextValues ?? [],
    allowedByOrganization: whole.OrganizationsDecisionDetail?.AllowedByOrganizations,
    allowedByBoundary: (part.PermissionsBoundaryDecisionDetail ?? whole.PermissionsBoundaryDecisionDetail)
      ?.AllowedByPermissionsBoundary
  }));
}

async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (/^NoSuchEntity/.test(awsErrorName(error) ?? '')) return undefined;
    throw error;
  }
}
