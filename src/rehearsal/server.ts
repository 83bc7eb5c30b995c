import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { readFaultSettings } from './faults.js';
import { AwsFault, newUuid, readSignature, renderFault } from './protocol.js';
import type { Signature } from './protocol.js';
import { renderQueryAnswer, renderQueryError } from './query.js';
import type { CloudModule, JsonService, QueryService, RequestContext } from './service.js';
import type { Cloud } from './state.js';
import { identityOf } from './sts.js';

const MOST_BODY_BYTES = 16 * 1024 * 1024;
const JSON_TYPE = 'application/x-amz-json-1.1';

/** What a request came to: an answer to send, or `undefined` where the connection is cut instead. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

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

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Makes the one request handler of the cloud: JSON 1.1 by `X-Amz-Target`, the query protocol by a form body with `Action`,
 * the modules' own routes by path, control under `/_slipway/`. Whatever is due in virtual time happens before a request is answered.
 */
export function createHandler(cloud: Cloud, modules: readonly CloudModule[]): Handler {
  const json = new Map(modules.flatMap(each => each.json ?? []).map(service => [service.targetPrefix, service]));
  const query = modules.flatMap(each => each.query ?? []);
  const routes = modules.flatMap(each => each.routes ?? []);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    cloud.timeline.advance();
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const route = routes.find(each => path === each.prefix || path.startsWith(each.prefix));
    if (route !== undefined) {
      await route.handle(request, response, cloud);
      return;
    }
    const body = await readBody(request);
    if (path.startsWith('/_slipway/')) {
      send(response, control(cloud, request, path, body));
      return;
    }
    await answerRequest(cloud, json, query, request, response, body);
  };

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      send(response, renderError(error, 'json', newUuid()));
    });
  };
}

async function answerRequest(
  cloud: Cloud,
  json: ReadonlyMap<string, JsonService>,
  query: readonly QueryService[],
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer
): Promise<void> {
  const requestId = newUuid();
  const target = header(request, 'x-amz-target');
  const protocol = target === undefined ? 'query' : 'json';
  const note: Note = { service: '', operation: '', region: '', input: undefined };
  let answer: Answer | undefined;
  try {
    const latency = cloud.faults.settings.latencyMs ?? 0;
    if (latency > 0) await sleep(latency);
    cloud.timeline.advance();
    const signature = readSignature(header(request, 'authorization'));
    note.region = signature?.region ?? regionOfHost(header(request, 'host')) ?? 'us-east-1';
    const region = cloud.region(note.region);
    const context: RequestContext = {
      cloud,
      region,
      now: cloud.timeline.now(),
      requestId,
      principal: identityOf(cloud, signature?.accessKeyId)
    };
    answer =
      target === undefined
        ? answerQuery(query, body, signature, context, note)
        : answerJson(json, target, body, signature, context, note);
  } catch (error) {
    if (!(error instanceof AwsFault)) note.message = String(error);
    else {
      note.error = error.name;
      note.message = error.message;
    }
    const service = query.find(({ name }) => name === note.service);
    answer = renderError(error, protocol, requestId, service);
  }
  noteRequest(cloud, request, note, answer?.status ?? 0, body.length);
  if (answer === undefined) {
    cut(request.socket);
    return;
  }
  response.setHeader('x-amzn-RequestId', requestId);
  send(response, answer);
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
  const service = services.find(each => Object.hasOwn(each.actions, note.operation));
  const action = service?.actions[note.operation];
  note.service = service?.name ?? 'unknown';
  note.input = Object.fromEntries(form);
  if (service === undefined || action === undefined) {
    throw new AwsFault(
      'InvalidAction',
      `Could not find operation ${note.operation} for version ${form.get('Version') ?? ''}`
    );
  }
  if (action.signed) checkSignature(context.cloud, signature, NAMES_IN_QUERIES);
  return withFaults(context, note, { ...NAMES_IN_QUERIES, broken: 'InternalFailure' }, () => {
    const name = `${service.name}:${note.operation}`;
    if (context.cloud.faults.denies(name)) {
      throw denied(context, name, service.resource?.(note.operation, form) ?? '*', 403);
    }
    const xml = renderQueryAnswer(service, note.operation, action.run(form, context), context.requestId);
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

function parseJson(body: Buffer): unknown {
  const text = body.toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AwsFault('SerializationException', 'Unexpected character in the request body: it is not JSON');
  }
}

function renderError(error: unknown, protocol: 'json' | 'query', requestId: string, service?: QueryService): Answer {
  const fault =
    error instanceof AwsFault
      ? error
      : new AwsFault('InternalFailure', `The built-in AWS broke: ${describeError(error)}`, 500);
  if (protocol === 'json') {
    return { status: fault.status, type: JSON_TYPE, body: JSON.stringify(renderFault(fault)) };
  }
  return { status: fault.status, type: 'text/xml', body: renderQueryError(service, fault, requestId) };
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function noteRequest(cloud: Cloud, request: IncomingMessage, note: Note, status: number, bytes: number): void {
  cloud.journal.note(
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
      userAgent: header(request, 'user-agent')
    },
    bytes
  );
}

function control(cloud: Cloud, request: IncomingMessage, path: string, body: Buffer): Answer {
  const url = new URL(request.url ?? '/', 'http://control');
  const answer = (value: unknown): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });
  switch (`${request.method ?? 'GET'} ${path}`) {
    case 'PUT /_slipway/faults':
      cloud.setFaults(readFaultSettings(parseJson(body), ''));
      return answer(cloud.faults.settings);
    case 'GET /_slipway/faults':
      return answer(cloud.faults.settings);
    case 'PUT /_slipway/scenarios':
      cloud.setScenarios(parseJson(body));
      return answer(cloud.scenarios.document);
    case 'GET /_slipway/scenarios':
      return answer(cloud.scenarios.document);
    case 'GET /_slipway/journal':
      return answer(cloud.journal.entries(Number(url.searchParams.get('after') ?? 0)));
    case 'DELETE /_slipway/journal':
      cloud.journal.clear();
      return answer({});
    case 'GET /_slipway/time': {
      const { scale, anchor } = cloud.timeline;
      return answer({ now: cloud.timeline.now(), scale, anchor, clock: `${scale}@${anchor}` });
    }
    default:
      return {
        status: 404,
        type: 'application/json',
        body: JSON.stringify({
          message: `${request.method ?? ''} ${path} is not served. Served are: PUT and GET /_slipway/faults, PUT and GET /_slipway/scenarios, GET and DELETE /_slipway/journal, GET /_slipway/time.`
        })
      };
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BODY_BYTES)
      throw new AwsFault('RequestEntityTooLargeException', 'The request is too large.', 413);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (header(request, 'content-encoding') !== 'gzip') return body;
  try {
    return gunzipSync(body, { maxOutputLength: MOST_BODY_BYTES });
  } catch {
    throw new AwsFault('SerializationException', 'The request body says it is gzip and is not');
  }
}

/** A TCP reset where the connection is plain; a TLS one can only be dropped. */
function cut(socket: Socket): void {
  if ('encrypted' in socket) socket.destroy();
  else socket.resetAndDestroy();
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The region in `ecs.eu-west-1.amazonaws.com` or `sts.cn-north-1.amazonaws.com.cn`. */
function regionOfHost(host: string | undefined): string | undefined {
  return /\.([a-z]{2,3}(?:-[a-z]+)+-\d)\./.exec(host ?? '')?.[1];
}
