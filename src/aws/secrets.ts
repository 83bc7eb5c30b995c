import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { PreflightPorts } from '../preflight/ports.js';
import type { Connection } from './connection.js';
import { awsErrorName } from './errors.js';

/** AWS Secrets Manager by the SDK: secrets are described, their values are never read. Loaded at the first call; one client a region. */
export function createSecretsPort({ clientConfig }: Connection): Pick<PreflightPorts, 'describeSecret'> {
  let loading: Promise<typeof import('@aws-sdk/client-secrets-manager')> | undefined;
  const clients = new Map<string, SecretsManagerClient>();
  return {
    describeSecret: async (region, id) => {
      const sdk = await (loading ??= import('@aws-sdk/client-secrets-manager'));
      const client = clients.get(region) ?? new sdk.SecretsManagerClient({ ...clientConfig, region });
      clients.set(region, client);
      try {
        const answer = await client.send(new sdk.DescribeSecretCommand({ SecretId: id }));
        const versions = answer.VersionIdsToStages ?? {};
        return {
          name: answer.Name ?? id,
          deleted: answer.DeletedDate !== undefined,
          stages: Object.values(versions).flat(),
          versions: Object.keys(versions)
        };
      } catch (error) {
        if (awsErrorName(error) === 'ResourceNotFoundException') return undefined;
        throw error;
      }
    }
  };
}
