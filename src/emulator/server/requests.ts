import type { Script } from '../second-actor/script.js';
import { AwsFault, newUuid, readSignature, renderFault } from './protocol.js';
import type { Signature, WireRequest } from './protocol.js';
import { findQueryService, refuseQuery, renderQueryAnswer, renderQueryError } from './query.js';
import { checkJsonRequest, checkQueryInput, readQueryInput } from './request-check.js';
import type { CloudModule, JsonService, QueryService, RequestContext } from './service.js';
import type { Cloud } from './state.js';
import { accountOf, identityOf } from '../sts/module.js';

const JSON_TYPE = 'application/x-amz-json-1.1';

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly requestId?: string;
}

/** Answers a request at once; undefined where the connection is to be cut instead. */
export type Answerer = (request: WireRequest) => Answer | undefined;

/** What is noted of a request while it is being answered. */
interface Note {
  service: string;
  operation: string;
  region: string;
  input: unknown;
  error?: string;
  message?: string;
  fault?: string;
}

/**
 * Makes the function that answers the requests of all services: JSON 1.1 by `X-Amz-Target`, the query protocol by a form body with
 * `Action`. Whatever is due in virtual time happens before a request is answered; what `script` has for this place, right before or after it.
 */
export function createAnswerer(cloud: Cloud, modules: readonly CloudModule[], script: Script): Answerer {
  const json = new Map(modules.flatMap(each => each.json ?? []).map(service => [service.targetPrefix, service]));
  const query = modules.flatMap(each => each.query ?? []);
  return request => {
    const signature = readSignature(request.headers['authorization']);
    const action = nameAction(request, signature, json, query);
    const region = signature?.region ?? 'us-east-1';
    script.before(action, region);
    const answer = answerRequest(cloud, json, query, request);
    script.after(action, region);
    return answer;
  };
}

/** `ecs:UpdateService`, as IAM names it. */
function nameAction(
  { headers, body }: WireRequest,
  signature: Signature | undefined,
  json: ReadonlyMap<string, JsonService>,
  query: readonly QueryService[]
): string {
  const target = headers['x-amz-target'];
  if (target !== undefined) {
    const dot = target.lastIndexOf('.');
    return `${json.get(target.slice(0, dot))?.name ?? target.slice(0, dot)}:${target.slice(dot + 1)}`;
  }
  const operation = new URLSearchParams(body.toString('utf8')).get('Action') ?? '';
  return `${findQueryService(query, operation, signature)?.name ?? 'unknown'}:${operation}`;
}

function answerRequest(
  cloud: Cloud,
  json: ReadonlyMap<string, JsonService>,
  query: readonly QueryService[],
  request: WireRequest
): Answer | undefined {
  const { headers, body } = request;
  const requestId = newUuid();
  const target = headers['x-amz-target'];
  const protocol = target === undefined ? 'query' : 'json';
  const note: Note = { service: '', operation: '', region: '', input: undefined };
  const signature = readSignature(headers['authorization']);
  const principal = identityOf(cloud, signature?.accessKeyId);
  let answer: Answer | undefined;
  try {
    cloud.timeline.advance();
    note.region = signature?.region ?? regionOfHost(headers['host']) ?? 'us-east-1';
    const caller = accountOf(cloud, signature?.accessKeyId);
    const region = cloud.region(note.region, caller);
    const context: RequestContext = {
      cloud,
      region,
      now: cloud.timeline.now(),
      requestId,
      principal,
      caller
    };
    answer =
      target === undefined
        ? answerQuery(query, body, signature, context, note)
        : answerJson(json, target, body, signature, context, note);
  } catch (error) {
    if (!(error instanceof AwsFault))
      note.message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    else {
      note.error = error.name;
      note.message = error.message;
    }
    const service = query.find(({ name }) => name === note.service);
    answer = renderError(error, protocol, requestId, service);
  }
  noteRequest(cloud, request, note, answer?.status ?? 0, principal);
  return answer === undefined ? undefined : { ...answer, requestId };
}

function answerJson(
  services: ReadonlyMap<string, JsonService>,
  target: string,
  body: Buffer,
  signature: Signature | undefined,
  context: RequestContext,
  note: Note
): Answer | undefined {
  const dot = target.lastIndexOf('.');
  const service = services.get(target.slice(0, dot));
  note.operation = target.slice(dot + 1);
  note.service = service?.name ?? target.slice(0, dot);
  // Read before any fault, so that the journal shows what was asked also where it was refused.
  const input = parseJson(body);
  note.input = input;
  checkSignature(context.cloud, signature, NAMES_IN_JSON);
  const run =
    service === undefined
      ? undefined
      : Object.entries(service.operations).find(([name]) => name === note.operation)?.[1];
  if (service === undefined || run === undefined)
    throw new AwsFault('UnknownOperationException', 'The requested operation is not supported.');
  return withFaults(context, note, { ...NAMES_IN_JSON, broken: service.serverError ?? 'InternalFailure' }, () => {
    const action = `${service.name}:${note.operation}`;
    if (context.cloud.faults.denies(action))
      throw denied(context, action, service.resource?.(note.operation, input, context) ?? '*');
    checkJsonRequest(service, note.operation, input ?? {});
    const output = run(input, context);
    return { status: 200, type: JSON_TYPE, body: output === undefined ? '' : JSON.stringify(output) };
  });
}

function answerQuery(
  services: readonly QueryService[],
  body: Buffer,
  signature: Signature | undefined,
  context: RequestContext,
  note: Note
): Answer | undefined {
  const form = new URLSearchParams(body.toString('utf8'));
  note.operation = form.get('Action') ?? '';
  const version = form.get('Version') ?? '';
  const service = findQueryService(services, note.operation, signature);
  note.service = service?.name ?? 'unknown';
  note.input = Object.fromEntries(form);
  const run = Object.entries(service?.operations ?? {}).find(([name]) => name === note.operation)?.[1];
  if (service === undefined || run === undefined || !service.versions.includes(version)) {
    throw refuseQuery(service, note.operation, version);
  }
  if (service.unsigned?.includes(note.operation) !== true) {
    checkSignature(context.cloud, signature, NAMES_IN_QUERIES);
  }
  return withFaults(context, note, { ...NAMES_IN_QUERIES, broken: 'InternalFailure' }, () => {
    const name = `${service.name}:${note.operation}`;
    const input = readQueryInput(service, note.operation, form);
    if (context.cloud.faults.denies(name)) {
      throw denied(context, name, service.resource?.(note.operation, input) ?? '*', 403);
    }
    checkQueryInput(service, note.operation, input);
    const xml = renderQueryAnswer({ ...service, version }, note.operation, run(input, context), context.requestId);
    return { status: 200, type: 'text/xml', body: xml };
  });
}

/** What the two protocols call the errors that all services have, and the HTTP status of those of the signature. */
interface CommonNames {
  readonly throttled: string;
  readonly expired: string;
  readonly unsigned: string;
  readonly status: number;
}

const NAMES_IN_JSON: CommonNames = {
  throttled: 'ThrottlingException',
  expired: 'ExpiredTokenException',
  unsigned: 'MissingAuthenticationTokenException',
  status: 400
};
const NAMES_IN_QUERIES: CommonNames = {
  throttled: 'Throttling',
  expired: 'ExpiredToken',
  unsigned: 'MissingAuthenticationToken',
  status: 403
};

/** Undefined: the connection is to be cut. */
function withFaults(
  context: RequestContext,
  note: Note,
  names: CommonNames & { readonly broken: string },
  run: () => Answer
): Answer | undefined {
  const drawn = context.cloud.faults.draw(`${note.service}:${note.operation}`);
  if (drawn !== undefined) note.fault = drawn;
  switch (drawn) {
    case 'throttle':
      throw new AwsFault(names.throttled, 'Rate exceeded');
    case 'serverError':
      throw new AwsFault(names.broken, 'Service Unavailable. Please try again later.', 500);
    case 'reset':
      return undefined;
    case 'resetAfter':
      run();
      return undefined;
    default:
      return run();
  }
}

function checkSignature(cloud: Cloud, signature: Signature | undefined, names: CommonNames): void {
  if (signature === undefined) throw new AwsFault(names.unsigned, 'Missing Authentication Token', names.status);
  if (cloud.faults.settings.expired === true) {
    throw new AwsFault(names.expired, 'The security token included in the request is expired', names.status);
  }
}

function denied(context: RequestContext, action: string, resource: string, status = 400): AwsFault {
  const message =
    `User: ${context.principal} is not authorized to perform: ${action} on resource: ${resource} ` +
    `because no identity-based policy allows the ${action} action`;
  return new AwsFault(status === 403 ? 'AccessDenied' : 'AccessDeniedException', message, status);
}

/** A body of JSON; nothing is an empty structure. Throws SerializationException. */
export function parseJson(body: Buffer): unknown {
  const text = body.toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AwsFault('SerializationException', 'Unexpected character in the request body: it is not JSON');
  }
}

/** The answer for whatever an operation threw; a query's service shapes its envelope. */
export function renderError(
  error: unknown,
  protocol: 'json' | 'query',
  requestId: string,
  service?: QueryService
): Answer {
  const fault =
    error instanceof AwsFault
      ? error
      : new AwsFault('InternalFailure', `The built-in AWS broke: ${String(error)}`, 500);
  if (protocol === 'json') {
    return { status: fault.status, type: JSON_TYPE, body: JSON.stringify(renderFault(fault)) };
  }
  return { status: fault.status, type: 'text/xml', body: renderQueryError(service, fault, requestId) };
}

function noteRequest(cloud: Cloud, request: WireRequest, note: Note, status: number, principal: string): void {
  cloud.requestLog.note(
    {
      time: new Date(cloud.timeline.now()).toISOString(),
      service: note.service,
      operation: note.operation,
      region: note.region,
      input: note.input,
      status,
      error: note.error,
      message: note.message,
      fault: note.fault,
      principal,
      userAgent: request.headers['user-agent']
    },
    request.body.length
  );
}

/** The region in `ecs.eu-west-1.amazonaws.com` or `sts.cn-north-1.amazonaws.com.cn`. */
function regionOfHost(host: string | undefined): string | undefined {
  return /\.([a-z]{2,3}(?:-[a-z]+)+-\d)\./.exec(host ?? '')?.[1];
}
