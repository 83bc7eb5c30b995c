import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Cloud } from '../server/state.js';
import type { CloudModule } from '../server/service.js';

/** Where a job asks for its OIDC token, as `ACTIONS_ID_TOKEN_REQUEST_URL` names it. */
export const ID_TOKEN_PATH = '/_slipway/id-token';

const ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * GitHub's part of assuming a role by OIDC: a token of the claims that GitHub puts into one. Nobody signed it, and the STS of this stage
 * checks no signature. https://docs.github.com/en/actions/reference/security/oidc
 */
function giveIdToken(request: IncomingMessage, response: ServerResponse, cloud: Cloud): void {
  const url = new URL(request.url ?? '/', cloud.origin);
  if (request.headers.authorization?.startsWith('Bearer ') !== true) {
    answer(response, 401, {
      message: 'A token is asked for with `Authorization: Bearer` and ACTIONS_ID_TOKEN_REQUEST_TOKEN.'
    });
    return;
  }
  const now = Math.floor(cloud.timeline.now() / 1000);
  const claims = {
    iss: ISSUER,
    aud: url.searchParams.get('audience') ?? 'https://github.com/example',
    sub: 'repo:example/shop:ref:refs/heads/main',
    repository: 'example/shop',
    ref: 'refs/heads/main',
    iat: now,
    nbf: now,
    exp: now + 300
  };
  const value = [{ typ: 'JWT', alg: 'none' }, claims].map(encode).join('.');
  answer(response, 200, { value: `${value}.` });
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export const idTokenModule: CloudModule = { routes: [{ prefix: ID_TOKEN_PATH, handle: giveIdToken }] };
