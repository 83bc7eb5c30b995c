import type { IAMClient } from '@aws-sdk/client-iam';
import type { PreflightPorts } from '../preflight/ports.js';
import type { Connection } from './connection.js';
import { awsErrorName } from './errors.js';

/** AWS IAM by the SDK, for looks at roles. Loaded at the first call. */
export function createRolesPort({ clientConfig }: Connection): Pick<PreflightPorts, 'getRole'> {
  let loading: Promise<{ sdk: typeof import('@aws-sdk/client-iam'); client: IAMClient }> | undefined;
  const load = async () => {
    const sdk = await import('@aws-sdk/client-iam');
    return { sdk, client: new sdk.IAMClient(clientConfig) };
  };
  return {
    getRole: async name => {
      const { sdk, client } = await (loading ??= load());
      try {
        const { Role: role } = await client.send(new sdk.GetRoleCommand({ RoleName: name }));
        if (role === undefined) return undefined;
        // RFC 3986, says the model of the member.
        const trustPolicy = decodeURIComponent(role.AssumeRolePolicyDocument ?? '');
        return { arn: role.Arn ?? name, trustPolicy };
      } catch (error) {
        if (/^NoSuchEntity/.test(awsErrorName(error) ?? '')) return undefined;
        throw error;
      }
    }
  };
}
