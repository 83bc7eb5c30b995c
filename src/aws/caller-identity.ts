import type { PreflightPorts } from '../preflight/ports.js';
import type { Connection } from './connection.js';
import { required } from './errors.js';

/** AWS STS by the SDK, for who this run is. Loaded at the first call. */
export function createCallerPort({ clientConfig }: Connection): Pick<PreflightPorts, 'getCaller'> {
  return {
    getCaller: async () => {
      const sdk = await import('@aws-sdk/client-sts');
      const { Arn } = await new sdk.STSClient(clientConfig).send(new sdk.GetCallerIdentityCommand({}));
      return required(Arn, 'GetCallerIdentity', 'Arn');
    }
  };
}
