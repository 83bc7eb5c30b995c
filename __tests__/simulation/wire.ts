import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';

import type { WireRequest } from '../../src/emulator/server/protocol.js';
import type { Answer } from '../../src/emulator/server/requests.js';

/** A request on its way; whoever has it sends the answer, cuts the connection, or does neither. */
export interface Incoming extends WireRequest {
  answer(answer: Answer): void;
  /** The connection is reset. */
  cut(): void;
}

/** One end of a connection in memory, with what Node's HTTP wants of a socket. */
class End extends Duplex {
  other: End | undefined;
  readonly #onChunk: () => void;

  constructor(onChunk: () => void) {
    super();
    this.#onChunk = onChunk;
  }

  override _read(): void {
    // The other end pushes.
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#onChunk();
    this.other?.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    this.#onChunk();
    this.other?.push(null);
    done();
  }

  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/**
 * An agent for Node's HTTP whose connections end in this process.
 *
 * @param onRequest told of every request
 * @param onChunk told whenever bytes move
 */
export function createWire(onRequest: (incoming: Incoming) => void, onChunk: () => void): Agent {
  const ends = new WeakMap<object, End>();
  const server = createServer((request, response) => {
    void receive(request, response).then(onRequest, () => undefined);
  });

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<Incoming> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    onChunk();
    const { socket } = request;
    return {
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(chunks),
      answer: ({ status, type, body }) => {
        if (socket.destroyed) return;
        response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
        response.end(body);
      },
      cut: () => {
        const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
        ends.get(socket)?.destroy(reset);
        socket.destroy();
      }
    };
  };

  const agent = new Agent();
  Object.assign(agent, {
    createConnection: () => {
      const [near, far] = [new End(onChunk), new End(onChunk)];
      near.other = far;
      far.other = near;
      ends.set(far, near);
      // Whoever gives a request up closes its end.
      near.once('close', () => far.destroy());
      server.emit('connection', far);
      return near;
    }
  });
  return agent;
}
