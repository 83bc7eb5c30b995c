import type { ECSClientConfig } from '@aws-sdk/client-ecs';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';

import type { RoleConfig } from '../config/config.js';
import type { AwsCredentials } from '../image/ports.js';
import type { Clock, RouteResolver } from '../ports.js';
import { explainCredentialChain } from './credential-errors.js';
import { assumeWithIdToken, type Credentials, type IdTokenSource } from './credentials.js';
import { checkEndpoints } from './endpoints.js';
import { makeRequestHandler, type Stops } from './request-handler.js';

/** What every AWS client of a run is made with. Endpoints are the SDK's own business (`AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_<SERVICE>`). */
interface ClientConfig {
  readonly region: string;
  readonly credentials?: Credentials;
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly customUserAgent: [string, string][];
  readonly requestHandler: NonNullable<ECSClientConfig['requestHandler']>;
}

/** What a connection takes from the machine. */
export interface ConnectionMachine {
  readonly idToken: IdTokenSource;
  readonly clock: Clock;
  /** The way to a URL, where the environment has something to say of it (proxies, certificates). */
  readonly resolveRoute?: RouteResolver | undefined;
  /** What the SDK reads by itself; here it is only checked for mistakes. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface Connection {
  readonly region: string;
  readonly clientConfig: ClientConfig;
}

/** When a run's connections end: the one that it works with, and the one that it takes back with when it is cancelled. */
export interface ConnectionStops {
  readonly run: Stops;
  readonly undo: Stops;
}

/**
 * The connection that all clients of a run share.
 *
 * With a role, the credentials come from AssumeRoleWithWebIdentity with GitHub's OIDC token and are renewed before they
 * expire, so that a long wait outlives one session. Without, it is the SDK's default chain (environment, profile, container, instance).
 * In either case one session serves all clients: a role is assumed once, not by each of them.
 *
 * @param stops undefined: nothing ends them
 * @returns `undo` is for what is to be taken back after a cancellation, with the same session
 * @throws SlipwayError where an endpoint in the environment is no URL
 */
export function connect(
  region: string,
  role: RoleConfig | undefined,
  version: string,
  machine: ConnectionMachine,
  stops?: ConnectionStops
): Connection & { readonly undo: Connection } {
  const { resolveRoute } = machine;
  checkEndpoints(machine.environment ?? {});
  const base = {
    region,
    // One call in three may fail for a while (throttled accounts): a rollout makes some thirty, and none of them may be its end.
    maxAttempts: 8,
    retryMode: 'standard' as const,
    customUserAgent: [['slipway', version]] as [string, string][],
    // What is asked for a session outlives the cancellation: what is taken back may need it.
    requestHandler: makeRequestHandler(resolveRoute, stops?.undo)
  };
  const undo = { ...base, credentials: findCredentials(role, machine, base) };
  const run = { ...undo, requestHandler: makeRequestHandler(resolveRoute, stops?.run) };
  return { region, clientConfig: run, undo: { region, clientConfig: undo } };
}

/** The run's credentials as they are now, for a program that it starts; undefined: they are the default chain's, which programs have too. */
export function handOn(
  { clientConfig: { credentials } }: Connection,
  role: RoleConfig | undefined
): (() => Promise<AwsCredentials>) | undefined {
  if (role === undefined || typeof credentials !== 'function') return undefined;
  return async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
    return { accessKeyId, secretAccessKey, sessionToken };
  };
}

function findCredentials(
  role: RoleConfig | undefined,
  { idToken, clock, environment = {} }: ConnectionMachine,
  base: Omit<ClientConfig, 'credentials'>
): Credentials {
  if (role !== undefined) return assumeWithIdToken(role, idToken, base, clock);
  const { region, requestHandler } = base;
  // Left to itself each client would have a chain of its own, and some of its sources, as IAM Identity Center, be asked by another way.
  const credentials = fromNodeProviderChain({
    clientConfig: { requestHandler },
    parentClientConfig: { region, requestHandler }
  });
  return explainCredentialChain(credentials, environment);
}
