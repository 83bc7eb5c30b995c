import type { Agent } from 'node:http';
import type { Readable } from 'node:stream';

import type { ECSClientConfig } from '@aws-sdk/client-ecs';
import type { HttpHandler } from '@smithy/core/protocols';
import type { NodeHttpHandler } from '@smithy/node-http-handler';

import { SlipwayError } from '../errors.js';
import type { RouteResolver } from '../ports.js';

/** In milliseconds. Without `throwOnRequestTimeout` the SDK only warns, and waits for an answer that never comes. */
const LIMITS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };

/** When the requests of a connection end. */
export interface Stops {
  /** From then on no request is sent, repetitions by the SDK included. */
  readonly refuse: AbortSignal;
  /** Then the connections of requests that are under way are closed; undefined: never. */
  readonly close: AbortSignal | undefined;
}

/**
 * What the clients of a run send their requests with: the SDK's own handler; or, where the environment has something to say of the way,
 * one that asks for it with each request, since NO_PROXY tells hosts apart; or, where the run can be cancelled, one that ends with it.
 */
export function makeRequestHandler(
  resolveRoute: RouteResolver | undefined,
  stops?: Stops
): NonNullable<ECSClientConfig['requestHandler']> {
  return resolveRoute === undefined && stops === undefined ? LIMITS : new ProxyAwareHandler(resolveRoute, stops);
}

type HandlerOptions = NonNullable<Parameters<NodeHttpHandler['handle']>[1]>;

class ProxyAwareHandler implements HttpHandler {
  readonly #resolveRoute: RouteResolver | undefined;
  readonly #stops: Stops | undefined;
  readonly #handlers = new Map<Agent | undefined, Promise<NodeHttpHandler>>();

  constructor(resolveRoute: RouteResolver | undefined, stops: Stops | undefined) {
    this.#resolveRoute = resolveRoute;
    this.#stops = stops;
  }

  async handle(...[request, given]: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    const port = request.port === undefined ? '' : `:${request.port}`;
    const route = await this.#resolveRoute?.(new URL(`${request.protocol}//${request.hostname}${port}`));
    const handler = await this.#handlerOf(route?.agent);
    const options = this.#addStop(given);
    this.#stops?.refuse.throwIfAborted();
    const proxy = route?.proxy;
    if (proxy === undefined) return handler.handle(request, options);
    const through = `through the proxy ${proxy.url} (${proxy.variable})`;
    try {
      const answer = await handler.handle(request, options);
      if (answer.response.statusCode !== 407) return answer;
      // Unread it would keep the connection, and with it the process.
      (answer.response.body as Readable).destroy();
    } catch (error) {
      if (error instanceof Error && !(error instanceof SlipwayError)) error.message += `, ${through}`;
      throw error;
    }
    throw new SlipwayError({
      code: 'proxy-refused',
      fault: 'user',
      what: `The request to ${request.hostname} ${through} was refused: 407 Proxy Authentication Required.`,
      next: `Write user and password into ${proxy.variable}: http://USER:PASSWORD@HOST:PORT.`
    });
  }

  /** Nothing of a client's own settings bears on it. */
  updateHttpClientConfig(): void {
    // LIMITS are what holds.
  }

  httpHandlerConfigs(): typeof LIMITS {
    return LIMITS;
  }

  #addStop(given: HandlerOptions | undefined): HandlerOptions | undefined {
    const close = this.#stops?.close;
    if (close === undefined) return given;
    const own = given?.abortSignal;
    return { ...given, abortSignal: own instanceof AbortSignal ? AbortSignal.any([own, close]) : close };
  }

  async #handlerOf(agent: Agent | undefined): Promise<NodeHttpHandler> {
    const make = async (): Promise<NodeHttpHandler> => {
      const { NodeHttpHandler } = await import('@smithy/node-http-handler');
      // The SDK's types want an agent of node:https where one that makes its connections itself does as well.
      const agents: Readonly<Record<string, unknown>> =
        agent === undefined ? {} : { httpAgent: agent, httpsAgent: agent };
      return new NodeHttpHandler({ ...LIMITS, ...agents });
    };
    const handler = this.#handlers.get(agent) ?? make();
    this.#handlers.set(agent, handler);
    return handler;
  }
}
