import { randomBytes, randomUUID } from 'node:crypto';
import type { Decoder } from './decode.js';
import type { Cloud, RegionState } from './state.js';

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

/** What an operation knows of the request beside its input. */
export interface RequestContext {
  readonly cloud: Cloud;
  /** The region of the request's signature. */
  readonly region: RegionState;
  /** Virtual time in milliseconds since the epoch. */
  readonly now: number;
  readonly requestId: string;
  /** The ARN of who asks. */
  readonly principal: string;
}

/** One operation: reads the input, changes the state, answers with the output shape (undefined: an empty body). */
export type Operation = (input: unknown, context: RequestContext) => unknown;

/** Joins a decoder and what is done with what it reads. */
export function operation<T>(input: Decoder<T>, run: (input: T, context: RequestContext) => unknown): Operation {
  return (body, context) => run(input(body ?? {}, ''), context);
}

/** A service of the JSON 1.1 protocol, reached by `X-Amz-Target: <targetPrefix>.<operation>`. */
export interface JsonService {
  /** The name in the journal and in IAM actions: `ecs`, `ecr`, `codedeploy`, `logs`. */
  readonly name: string;
  readonly targetPrefix: string;
  /** The error shape of a failure inside the service: ECS `ServerException`; the common one is `InternalFailure`. */
  readonly serverError?: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** The ARN that IAM's denial names for this input; `*` where not given. */
  readonly resource?: (operation: string, input: unknown, context: RequestContext) => string;
}

/** A service of the query protocol, reached by `Action=` in a form body. Answers are XML. */
export interface QueryService {
  readonly name: string;
  /** The API version, as in the XML namespace: `2011-06-15`. */
  readonly version: string;
  /** `ec2`: EC2's own form of the protocol. */
  readonly dialect?: 'ec2';
  /** What IAM's denial names for this input; `*` where not given. */
  readonly resource?: (operation: string, form: URLSearchParams) => string;
  readonly actions: Readonly<
    Record<
      string,
      { readonly signed: boolean; readonly run: (form: URLSearchParams, context: RequestContext) => unknown }
    >
  >;
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

/** XML text of a plain value: objects become elements, lists `<member>`s or what else their entries are called. */
export function renderXml(value: unknown, entry = 'member'): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(item => `<${entry}>${renderXml(item, entry)}</${entry}>`).join('');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `<${name}>${renderXml(member, entry)}</${name}>`)
      .join('');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
