import type { SSMClient } from '@aws-sdk/client-ssm';
import type { PreflightPorts } from '../preflight/ports.js';
import type { Connection } from './connection.js';

/** A filter of DescribeParameters takes so many values (SSM API, ParameterStringFilter). */
const NAMES_A_CALL = 50;

/** AWS Systems Manager's Parameter Store by the SDK: parameters are described, their values are never read. Loaded at the first call. */
export function createParametersPort({ clientConfig }: Connection): Pick<PreflightPorts, 'findParameters'> {
  let loading: Promise<typeof import('@aws-sdk/client-ssm')> | undefined;
  const clients = new Map<string, SSMClient>();
  return {
    findParameters: async (region, names) => {
      const sdk = await (loading ??= import('@aws-sdk/client-ssm'));
      const client = clients.get(region) ?? new sdk.SSMClient({ ...clientConfig, region });
      clients.set(region, client);
      const parts = Array.from({ length: Math.ceil(names.length / NAMES_A_CALL) }, (_, index) =>
        names.slice(index * NAMES_A_CALL, (index + 1) * NAMES_A_CALL)
      );
      const found = await Promise.all(
        parts.map(async values => {
          const ParameterFilters = [{ Key: 'Name', Option: 'Equals', Values: [...values] }];
          const there: string[] = [];
          const input = { ParameterFilters, MaxResults: NAMES_A_CALL };
          // An answer may be empty and name a next page all the same.
          for await (const page of sdk.paginateDescribeParameters({ client }, input)) {
            there.push(...(page.Parameters ?? []).flatMap(({ Name }) => Name ?? []));
          }
          return there;
        })
      );
      return found.flat();
    }
  };
}
