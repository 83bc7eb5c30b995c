import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The only user name that ECR's registry takes. */
export const USER_NAME = 'AWS';
/** How long a password is good for, in virtual milliseconds: 12 hours, as in ECR. */
const PASSWORD_LIFETIME = 12 * 60 * 60 * 1000;

/** Who asked for a password, and for the registries of which region. */
export interface PasswordHolder {
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** The ARN of a user or of a role's session. */
  readonly principal: string;
}

export interface Password {
  readonly password: string;
  /** Virtual milliseconds since the epoch. */
  readonly expiresAt: number;
}

type PasswordCheck =
  | { readonly kind: 'good'; readonly holder: PasswordHolder }
  | { readonly kind: 'expired' }
  | { readonly kind: 'wrong' };

/** Makes the secret that signs the passwords of one cloud. */
export function makeSigningKey(): Buffer {
  return randomBytes(32);
}

/**
 * Makes a password for `docker login --username AWS`.
 *
 * All regions of the own account share one host and port here, while ECR has a host a region; so the region travels inside the password, and
 * who asked for it, for the policies of repositories. It is base64 of a JSON object, as ECR's own are, and signed, so that nothing needs to be
 * remembered.
 *
 * @param key from `makeSigningKey`
 * @param now virtual milliseconds since the epoch
 */
export function issuePassword(key: Buffer, holder: PasswordHolder, now: number): Password {
  const expiresAt = now + PASSWORD_LIFETIME;
  const payload = randomBytes(48).toString('base64');
  const datakey = sign(key, payload, holder, expiresAt);
  const { region, account, principal } = holder;
  const text = JSON.stringify({
    payload,
    datakey,
    version: '2',
    type: 'DATA_KEY',
    region,
    account,
    principal,
    expiration: expiresAt
  });
  return { password: Buffer.from(text).toString('base64'), expiresAt };
}

/** Says whose password it is, or why it is not good. */
export function checkPassword(key: Buffer, password: string, now: number): PasswordCheck {
  const content = readPassword(password);
  if (content === undefined) return { kind: 'wrong' };
  const expected = Buffer.from(sign(key, content.payload, content, content.expiration));
  const got = Buffer.from(content.datakey);
  if (expected.length !== got.length || !timingSafeEqual(expected, got)) return { kind: 'wrong' };
  return now >= content.expiration ? { kind: 'expired' } : { kind: 'good', holder: content };
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

interface PasswordContent extends PasswordHolder {
  readonly payload: string;
  readonly datakey: string;
  readonly expiration: number;
}

function readPassword(password: string): PasswordContent | undefined {
  try {
    const value = JSON.parse(Buffer.from(password, 'base64').toString('utf8')) as Record<string, unknown> | null;
    const { payload, datakey, region, account, principal, expiration } = value ?? {};
    if (typeof payload !== 'string' || typeof datakey !== 'string') return undefined;
    if (typeof region !== 'string' || typeof expiration !== 'number') return undefined;
    if (typeof account !== 'string' || typeof principal !== 'string') return undefined;
    return { payload, datakey, region, account, principal, expiration };
  } catch {
    return undefined;
  }
}

function sign(
  key: Buffer,
  payload: string,
  { region, account, principal }: PasswordHolder,
  expiration: number
): string {
  return createHmac('sha256', key)
    .update([payload, region, account, principal, expiration].join('\n'))
    .digest('base64');
}
