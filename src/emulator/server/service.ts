import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Violation } from '../models/violations.js';
import type { Decoder } from './decode.js';
import type { AwsFault, WireRequest } from './protocol.js';
import type { Cloud, RegionState } from './state.js';

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
  /** The account of who asks, 12 digits. `region` is another account's where a request names that. */
  readonly caller: string;
}

/** One operation: reads the input, changes the state, answers with the output shape (undefined: an empty body). */
export type Operation = (input: unknown, context: RequestContext) => unknown;

/** Joins a decoder and what is done with what it reads. */
export function operation<T>(input: Decoder<T>, run: (input: T, context: RequestContext) => unknown): Operation {
  return (body, context) => run(input(body ?? {}, ''), context);
}

/** Makes the error of a request that does not satisfy the service model; there is one violation at least. */
type Refuse = (violations: readonly Violation[], operation: string) => AwsFault;

/** A service of the JSON 1.1 protocol, reached by `X-Amz-Target: <targetPrefix>.<operation>`. */
export interface JsonService {
  /** The name in the journal and in IAM actions: `ecs`, `ecr`, `codedeploy`, `logs`. */
  readonly name: string;
  readonly targetPrefix: string;
  /** The error shape of a failure inside the service: ECS `ServerException`; the common one is `InternalFailure`. */
  readonly serverError?: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Limits that the service's documentation has and its model has not; throws the service's own error. */
  readonly checkLimits?: (operation: string, input: unknown) => void;
  /** `ValidationException` in the words of AWS's common layer where not given. */
  readonly refuse?: Refuse;
  /** The ARN that IAM's denial names for this input; `*` where not given. */
  readonly resource?: (operation: string, input: unknown, context: RequestContext) => string;
}

/** A service of the query protocol, reached by `Action=` in a form body. Answers are XML. */
export interface QueryService {
  readonly name: string;
  /** The API versions that a request may name, as in the XML namespace: `2011-06-15`. */
  readonly versions: readonly string[];
  /** `ec2`: EC2's own form of the protocol. */
  readonly dialect?: 'ec2';
  /** `ValidationError` in the words of AWS's common layer where not given. */
  readonly refuse?: Refuse;
  /** What IAM's denial names for this input; `*` where not given. */
  readonly resource?: (operation: string, input: unknown) => string;
  /** Their input is what the form says, typed by the service model: a JSON service would be sent the same. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** The operations that need no signature. */
  readonly unsigned?: readonly string[];
}

/** A path prefix that a module serves itself, as the registry does `/v2/`. */
export interface Route {
  readonly prefix: string;
  /** Who has no password gets nothing there, so the run's secret is not asked for. */
  readonly hasOwnLogin?: true;
  readonly handle: (request: IncomingMessage, response: ServerResponse, cloud: Cloud) => void | Promise<void>;
}

/** What one part of the built-in AWS brings along; see modules.ts for the list. */
export interface CloudModule {
  readonly json?: readonly JsonService[];
  readonly query?: readonly QueryService[];
  readonly routes?: readonly Route[];
  /** Runs before a request is answered that came over the network: for what cannot be done at once. */
  readonly prepare?: (request: WireRequest, cloud: Cloud) => Promise<void>;
  /** Runs before the answer to such a request is sent: it waits for what the request has begun. */
  readonly settle?: (cloud: Cloud) => Promise<void>;
  /** Runs once, before the first request. */
  readonly install?: (cloud: Cloud) => void | Promise<void>;
  /** Runs once, on close. */
  readonly uninstall?: (cloud: Cloud) => void | Promise<void>;
}
