/** What a trust policy compares of an OIDC token; undefined where the token does not say it. */
export interface TokenClaims {
  readonly sub: string | undefined;
  readonly aud: string | undefined;
  readonly iss: string | undefined;
}

/** GitHub's are shorter; of a token that nobody expects this much is enough. */
const MAX_CHARACTERS = 300;

/** The claims of a token (RFC 7519, 3); its signature, which makes it a secret, is not looked at. Pure. */
export function readClaims(token: string): TokenClaims {
  const claims = decodePayload(token.split('.')[1] ?? '');
  const read = (name: string): string | undefined => {
    const value = claims[name];
    const [only] = Array.isArray(value) ? (value as unknown[]) : [value];
    return typeof only === 'string' ? only.slice(0, MAX_CHARACTERS) : undefined;
  };
  return { sub: read('sub'), aud: read('aud'), iss: read('iss') };
}

/** The claims in one sentence, for whoever compares them with a trust policy; empty where there are none. */
export function describeClaims({ sub, aud, iss }: TokenClaims): string {
  const said = Object.entries({ sub, aud, iss }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${JSON.stringify(value)}`]
  );
  return said.length === 0 ? '' : `The token of this job has ${said.join(', ')}.`;
}

function decodePayload(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
