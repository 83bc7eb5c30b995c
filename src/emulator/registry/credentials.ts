import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The only user name that ECR's registry takes. */
export const USER_NAME = 'AWS';
/** How long a password is good for, in virtual milliseconds: 12 hours, as in ECR. */
const PASSWORD_LIFETIME = 12 * 60 * 60 * 1000;

export interface Password {
  readonly password: string;
  /** Virtual milliseconds since the epoch. */
  readonly expiresAt: number;
}

type PasswordCheck =
  { readonly kind: 'good'; readonly region: string } | { readonly kind: 'expired' } | { readonly kind: 'wrong' };

/** Makes the secret that signs the passwords of one cloud. */
export function makeSigningKey(): Buffer {
  return randomBytes(32);
}

/**
 * Makes a password for `docker login --username AWS`.
 *
 * All regions share one host and port here, while ECR has a host a region; so the region travels inside the password. It is base64 of a JSON
 * object, as ECR's own are, and signed, so that nothing needs to be remembered.
 *
 * @param key from `makeSigningKey`
 * @param now virtual milliseconds since the epoch
 */
export function issuePassword(key: Buffer, region: string, now: number): Password {
  const expiresAt = now + PASSWORD_LIFETIME;
  const payload = randomBytes(48).toString('base64');
  const datakey = sign(key, payload, region, expiresAt);
  const text = JSON.stringify({ payload, datakey, version: '2', type: 'DATA_KEY', region, expiration: expiresAt });
  return { password: Buffer.from(text).toString('base64'), expiresAt };
}

/** Says for which region a password is good, or why it is not. */
export function checkPassword(key: Buffer, password: string, now: number): PasswordCheck {
  const content = readPassword(password);
  if (content === undefined) return { kind: 'wrong' };
  const expected = Buffer.from(sign(key, content.payload, content.region, content.expiration));
  const got = Buffer.from(content.datakey);
  if (expected.length !== got.length || !timingSafeEqual(expected, got)) return { kind: 'wrong' };
  return now >= content.expiration ? { kind: 'expired' } : { kind: 'good', region: content.region };
}

/** The user and the password of an HTTP `Authorization: Basic` header; undefined for anything else. */
export function readBasicAuthorization(
  header: string | undefined
): { readonly user: string; readonly password: string } | undefined {
  const match = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '');
  if (match?.[1] === undefined) return undefined;
  const text = Buffer.from(match[1], 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

interface PasswordContent {
  readonly payload: string;
  readonly datakey: string;
  readonly region: string;
  readonly expiration: number;
}

function readPassword(password: string): PasswordContent | undefined {
  try {
    const value = JSON.parse(Buffer.from(password, 'base64').toString('utf8')) as Record<string, unknown> | null;
    const { payload, datakey, region, expiration } = value ?? {};
    if (typeof payload !== 'string' || typeof datakey !== 'string') return undefined;
    if (typeof region !== 'string' || typeof expiration !== 'number') return undefined;
    return { payload, datakey, region, expiration };
  } catch {
    return undefined;
  }
}

function sign(key: Buffer, payload: string, region: string, expiration: number): string {
  return createHmac('sha256', key).update(`${payload}\n${region}\n${expiration}`).digest('base64');
}
