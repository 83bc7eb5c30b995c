import { randomBytes, randomUUID } from 'node:crypto';

/**
 * An error as a service sends it: `name` is the service model's error shape (or one of the common errors), `status` the
 * HTTP status, `members` what the error shape holds beside the message.
 */
export class AwsFault extends Error {
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(name: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.members = members;
  }
}

/** The errors that the common layer sends, not a service's own model, carry this prefix on the wire. */
const COMMON_ERRORS = new Set(['SerializationException', 'UnknownOperationException', 'ExpiredTokenException']);
const COMMON_PREFIX = 'com.amazon.coral.service#';

/** The JSON 1.1 body of an error. */
export function renderFault(fault: AwsFault): Readonly<Record<string, unknown>> {
  const type = COMMON_ERRORS.has(fault.name) ? COMMON_PREFIX + fault.name : fault.name;
  return { __type: type, ...fault.members, message: fault.message };
}

/** Milliseconds since the epoch as AWS's JSON protocol writes a timestamp: epoch seconds with a fraction. */
export function toEpochSeconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}

/** A UUID, as in request ids. */
export function newUuid(): string {
  return randomUUID();
}

/** 32 hexadecimal digits, as in ECS task ids. */
export function newHexId(): string {
  return randomBytes(16).toString('hex');
}

/** 19 digits, as in `ecs-svc/…`. */
export function newNumericId(): string {
  const digits = randomBytes(8).readBigUInt64BE() % 9_000_000_000_000_000_000n;
  return (digits + 1_000_000_000_000_000_000n).toString();
}

/** A request of the JSON 1.1 or the query protocol, read from the wire. */
export interface WireRequest {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Not compressed. */
  readonly body: Buffer;
}

/** Who signed: the access key and the region of the SigV4 credential scope. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/**
 * Reads the Authorization header (or a presigned query) of Signature Version 4. The signature itself is not checked: any
 * secret will do here. Undefined where the request carries none.
 */
export function readSignature(authorization: string | undefined): Signature | undefined {
  const scope = /^AWS4-[A-Z0-9-]+\s+.*Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/.exec(
    authorization ?? ''
  );
  const [, accessKeyId, region, service] = scope ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}

/** XML text of a plain value: objects become elements, lists `<member>`s or what else their entries are called, a Map `<entry>`s. */
export function renderXml(value: unknown, entry = 'member'): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(item => `<${entry}>${renderXml(item, entry)}</${entry}>`).join('');
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, unknown>)];
    return entries.map(([key, each]) => `<entry>${renderXml({ key, value: each }, entry)}</entry>`).join('');
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `<${name}>${renderXml(member, entry)}</${name}>`)
      .join('');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = text.replace(NO_XML, '\uFFFD');
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
