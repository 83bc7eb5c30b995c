import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlobStore } from './blobs.js';
import type { ImageRepository } from './repository.js';

/** What the registry stands on: the cloud's clock, account and repositories. */
export interface RegistryHost {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly account: string;
  readonly blobs: BlobStore;
  readonly signingKey: Buffer;
  /** Virtual milliseconds since the epoch. */
  now(): number;
  findRepository(region: string, name: string): ImageRepository | undefined;
  /** The names of all repositories, in no order. */
  listRepositories(region: string): readonly string[];
  /** Whether a push may take a blob over from another repository: ECR's account setting BLOB_MOUNTING. */
  mountsBlobs(region: string): boolean;
}

/** One request to a repository, as the parts of the registry handle it. */
export interface Exchange {
  readonly host: RegistryHost;
  readonly repository: ImageRepository;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Ends a response with a status, headers and a body. */
export function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
  body: string | Buffer = ''
): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers });
  response.end(body);
}
