import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlobStore } from './blobs.js';
import type { PasswordHolder } from './credentials.js';
import type { ImageRepository } from './repository.js';

/** What the registry of an account stands on: the cloud's clock, and the account's repositories. */
export interface RegistryHost {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly account: string;
  /** The one region that it serves; undefined: all, each to passwords of that region. */
  readonly region: string | undefined;
  readonly blobs: BlobStore;
  readonly signingKey: Buffer;
  /** Virtual milliseconds since the epoch. */
  now(): number;
  findRepository(region: string, name: string): ImageRepository | undefined;
  /** Makes a repository that is missing when an image is pushed, where a creation template says so. */
  createOnPush(region: string, name: string): ImageRepository | undefined;
  /** AWS's sentence where the holder of a password may not do something; undefined: it is allowed. */
  findRefusal(holder: PasswordHolder, action: string, name: string): string | undefined;
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
