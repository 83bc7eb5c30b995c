import { list, string, structure } from '../server/decode.js';
import { toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import { issuePassword, USER_NAME } from '../registry/credentials.js';
import { hostOf } from './host.js';
import { invalidParameter } from './state.js';

function encode(password: string): string {
  return Buffer.from(`${USER_NAME}:${password}`).toString('base64');
}

/** GetAuthorizationToken of ECR: good for 12 virtual hours and for the registry of the region that was asked. */
export const getAuthorizationToken: Operation = operation(
  structure({ registryIds: list(string) }),
  (input, context) => {
    for (const id of input.registryIds ?? []) {
      if (!/^\d{12}$/.test(id)) {
        throw invalidParameter(
          `Invalid parameter at 'registryIds' failed to satisfy constraint: 'Member must satisfy constraint: [Member must satisfy regular expression pattern: [0-9]{12}]'`
        );
      }
    }
    const ids = input.registryIds ?? [];
    const { password, expiresAt } = issuePassword(hostOf(context.cloud).signingKey, context.region.name, context.now);
    const data = {
      authorizationToken: encode(password),
      expiresAt: toEpochSeconds(expiresAt),
      proxyEndpoint: context.cloud.origin
    };
    return { authorizationData: (ids.length === 0 ? [context.cloud.account] : ids).map(() => data) };
  }
);

/** GetAuthorizationToken of ECR Public: one object, without an endpoint. */
export const getPublicAuthorizationToken: Operation = operation(structure({}), (_input, context) => {
  const { password, expiresAt } = issuePassword(hostOf(context.cloud).signingKey, context.region.name, context.now);
  return { authorizationData: { authorizationToken: encode(password), expiresAt: toEpochSeconds(expiresAt) } };
});
