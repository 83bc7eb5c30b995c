import type { ECSClientConfig } from '@aws-sdk/client-ecs';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';

import type { RoleConfig } from '../config/config.js';
import type { Ways } from '../ports.js';
import { explainChain } from './chain.js';
import { assumeWithIdToken, type Credentials, type IdTokenSource } from './credentials.js';
import { checkEndpoints } from './endpoints.js';
import { makeRequestHandler } from './request-handler.js';

/** What every AWS client of a run is made with. Endpoints are the SDK's own business (`AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_<SERVICE>`). */
interface ClientConfig {
  readonly region: string;
  readonly credentials?: Credentials;
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly customUserAgent: [string, string][];
  readonly requestHandler: NonNullable<ECSClientConfig['requestHandler']>;
}

export interface Connection {
  readonly region: string;
  readonly clientConfig: ClientConfig;
}

/**
 * The connection that all clients of a run share.
 *
 * With a role, the credentials come from AssumeRoleWithWebIdentity with GitHub's OIDC token and are renewed before they
 * expire, so that a long wait outlives one session. Without, it is the SDK's default chain (environment, profile, container, instance).
 * In either case one session serves all clients: a role is assumed once, not by each of them.
 *
 * @param ways the way to a URL, where the environment has something to say of it (proxies, certificates)
 * @param environment what the SDK reads by itself; here it is only looked at for what is wrong with it
 * @throws SlipwayError where an endpoint in the environment is no URL
 */
export function connect(
  region: string,
  role: RoleConfig | undefined,
  version: string,
  idToken: IdTokenSource,
  ways?: Ways,
  environment: Readonly<Record<string, string | undefined>> = {}
): Connection {
  checkEndpoints(environment);
  const base = {
    region,
    // One call in three may fail for a while (throttled accounts): a rollout makes some thirty, and none of them may be its end.
    maxAttempts: 8,
    retryMode: 'standard' as const,
    customUserAgent: [['slipway', version]] as [string, string][],
    requestHandler: makeRequestHandler(ways)
  };
  if (role === undefined) {
    const { requestHandler } = base;
    // Left to itself each client would have a chain of its own, and some of its sources, as IAM Identity Center, be asked by another way.
    const credentials = fromNodeProviderChain({
      clientConfig: { requestHandler },
      parentClientConfig: { region, requestHandler }
    });
    return { region, clientConfig: { ...base, credentials: explainChain(credentials, environment) } };
  }
  return { region, clientConfig: { ...base, credentials: assumeWithIdToken(role, idToken, base) } };
}
