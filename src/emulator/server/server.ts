import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { checkCaller, takeSecret } from './caller-check.js';
import { readFaultSettings } from './faults.js';
import { AwsFault, newUuid, type WireRequest } from './protocol.js';
import { parseJson, renderError, type Answer, type Answerer } from './requests.js';
import type { CloudModule, Route } from './service.js';
import type { Cloud } from './state.js';

const MOST_BODY_BYTES = 16 * 1024 * 1024;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Makes the one request handler of the cloud: the modules' own routes by path, control under `/_slipway/`, all else by `answer`. What a web
 * page or somebody without the run's secret has sent is refused.
 * Whatever is due in virtual time happens before a request is answered.
 */
export function createHandler(cloud: Cloud, modules: readonly CloudModule[], answer: Answerer): Handler {
  const routes = modules.flatMap(each => each.routes ?? []);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    cloud.timeline.advance();
    const foreign = checkCaller(request.headers, cloud.origin);
    if (foreign !== undefined) throw new AwsFault('AccessDeniedException', foreign, 403);
    const target = request.url ?? '/';
    if (!URL.canParse(target, cloud.origin))
      throw new AwsFault('BadRequestException', 'The target is no path of a URL.');
    const find = (path: string): Route | undefined => routes.find(each => `${path}/`.startsWith(each.prefix));
    const open = find(pathOf(target));
    request.url = open?.hasOwnLogin === true ? target : takeSecret(target, cloud.endpoint.slice(cloud.origin.length));
    if (request.url === undefined) throw new AwsFault('AccessDeniedException', NO_SECRET, 403);
    const path = pathOf(request.url);
    const route = find(path);
    if (route !== undefined) {
      await route.handle(request, response, cloud);
      return;
    }
    const body = await readBody(request);
    if (path.startsWith('/_slipway/')) {
      send(response, control(cloud, request, path, body));
      return;
    }
    const latency = cloud.faults.settings.latencyMs ?? 0;
    if (latency > 0) await sleep(latency);
    const wire = { headers: readHeaders(request), body };
    for (const { prepare } of modules) await prepare?.(wire, cloud);
    const answered = answer(wire);
    for (const { settle } of modules) await settle?.(cloud);
    if (answered === undefined) cut(request.socket);
    else send(response, answered);
  };

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      // A client that is still sending would take the next answer on this connection for its own.
      if (!request.readableEnded) request.resume();
      send(response, renderError(error, 'json', newUuid()));
    });
  };
}

const NO_SECRET =
  'This built-in AWS may start containers, so it answers only to who knows its whole endpoint, which ends with the secret of the run: take AWS_ENDPOINT_URL as it was printed.';

function pathOf(target: string): string {
  return target.split('?')[0] ?? '/';
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
      return answer(cloud.requestLog.entries(Number(url.searchParams.get('after') ?? 0)));
    case 'DELETE /_slipway/journal':
      cloud.requestLog.clear();
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
          message: `${request.method ?? ''} ${path} is not served. Served are: PUT and GET /_slipway/faults, PUT and GET /_slipway/scenarios, GET and DELETE /_slipway/journal, GET and DELETE /_slipway/traffic, GET /_slipway/listeners, GET /_slipway/time.`
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
  if (request.headers['content-encoding'] !== 'gzip') return body;
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
  if (answer.requestId !== undefined) response.setHeader('x-amzn-RequestId', answer.requestId);
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

function readHeaders(request: IncomingMessage): WireRequest['headers'] {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  );
}
