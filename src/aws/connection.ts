import type { ECSClientConfig } from '@aws-sdk/client-ecs';
import { fromNodeProviderChain, fromWebToken } from '@aws-sdk/credential-providers';

import type { RoleConfig } from '../config/config.js';
import type { Ways } from '../ports.js';
import { makeRequestHandler } from './request-handler.js';

type Credentials = NonNullable<ECSClientConfig['credentials']>;

/** What every AWS client of a run is made with. Endpoints are the SDK's own business (`AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_<SERVICE>`). */
export interface ClientConfig {
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

/** Gives a fresh OIDC token for an audience; GitHub's are valid for minutes only, so one is asked for at every renewal. */
export type IdTokenSource = (audience: string) => Promise<string>;

/**
 * The connection that all clients of a run share.
 *
 * With a role, the credentials come from AssumeRoleWithWebIdentity with GitHub's OIDC token and are renewed by the SDK before they
 * expire, so that a long wait outlives one session. Without, it is the SDK's default chain (environment, profile, container, instance).
 *
 * @param ways the way to a URL, where the environment has something to say of it (proxies, certificates)
 */
export function connect(
  region: string,
  role: RoleConfig | undefined,
  version: string,
  idToken: IdTokenSource,
  ways?: Ways
): Connection {
  const base = {
    region,
    // One call in three may fail for a while (throttled accounts): a rollout makes some thirty, and none of them may be its end.
    maxAttempts: 8,
    retryMode: 'standard' as const,
    customUserAgent: [['slipway', version]] as [string, string][],
    requestHandler: makeRequestHandler(ways)
  };
  if (role === undefined) {
    if (ways === undefined) return { region, clientConfig: base };
    // Left to itself the chain asks some of its sources, as IAM Identity Center, by a way of its own.
    const { requestHandler } = base;
    const credentials = fromNodeProviderChain({
      clientConfig: { requestHandler },
      parentClientConfig: { region, requestHandler }
    });
    return { region, clientConfig: { ...base, credentials } };
  }
  return { region, clientConfig: { ...base, credentials: assumeWithIdToken(role, idToken, base) } };
}

function assumeWithIdToken(
  role: RoleConfig,
  idToken: IdTokenSource,
  { region, requestHandler }: Pick<ClientConfig, 'region' | 'requestHandler'>
): Credentials {
  // China's STS knows only its own audience (IAM user guide, "Configuring OpenID Connect").
  const audience = region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  return async () => {
    const provider = fromWebToken({
      roleArn: role.arn,
      roleSessionName: role.sessionName,
      durationSeconds: role.durationSeconds,
      webIdentityToken: await idToken(audience),
      clientConfig: { region, requestHandler }
    });
    return provider();
  };
}
