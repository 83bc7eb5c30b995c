import { list, string, structure } from '../server/decode.js';
import { toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { issuePassword, USER_NAME, type PasswordHolder } from '../registry/credentials.js';
import { hostOf } from './host.js';

function encode(password: string): string {
  return Buffer.from(`${USER_NAME}:${password}`).toString('base64');
}

/** Whose a password is that this request gets. */
export function holderOf({ region, caller, principal }: RequestContext): PasswordHolder {
  return { region: region.name, account: caller, principal };
}

/** GetAuthorizationToken of ECR: good for 12 virtual hours and for every registry in the region that was asked. */
export const getAuthorizationToken: Operation = operation(
  structure({ registryIds: list(string) }),
  (input, context) => {
    const ids = input.registryIds ?? [];
    const { cloud, region, now } = context;
    const { password, expiresAt } = issuePassword(hostOf(region).signingKey, holderOf(context), now);
    return {
      authorizationData: (ids.length === 0 ? [region.account] : ids).map(account => ({
        authorizationToken: encode(password),
        expiresAt: toEpochSeconds(expiresAt),
        proxyEndpoint: hostOf(cloud.region(region.name, account)).endpoint
      }))
    };
  }
);

/** GetAuthorizationToken of ECR Public: one object, without an endpoint. */
export const getPublicAuthorizationToken: Operation = operation(structure({}), (_input, context) => {
  const { password, expiresAt } = issuePassword(hostOf(context.region).signingKey, holderOf(context), context.now);
  return { authorizationData: { authorizationToken: encode(password), expiresAt: toEpochSeconds(expiresAt) } };
});
