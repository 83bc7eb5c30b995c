import { createHash, randomUUID, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RegistryError } from './errors.js';
import { isDigest } from './manifest.js';

/** An upload that is under way. Its bytes are in a file; only the running hash is in memory. */
interface Upload {
  readonly repository: object;
  readonly path: string;
  hash: Hash;
  size: number;
  /** Settles when the request that writes now is done with, well or not. */
  writing: Promise<unknown>;
}

/** Uploads that are given up are never cancelled: of more than these the oldest goes. */
const MOST_UPLOADS = 200;
/** The most bytes of one blob. ECR takes layers of 52,000 MiB (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html), more than a disk may have room for. */
const MOST_BYTES = 10 * 1024 ** 3;

/**
 * The blobs of all repositories, content-addressed in one folder: `blobs/<hex>` and `uploads/<uuid>`. Bytes are streamed and never held
 * whole in memory. Which repository may see which blob is the repository's own business.
 */
export class BlobStore {
  readonly #directory: string;
  readonly #mostBytes: number;
  readonly #uploads = new Map<string, Upload>();
  /** Digest to the repositories that have the blob: without one its file goes. */
  readonly #holders = new Map<string, Set<object>>();
  #ready: Promise<unknown> | undefined;

  /**
   * @param directory made when first needed
   * @param mostBytes the most that a blob may have
   */
  constructor(directory: string, mostBytes = MOST_BYTES) {
    this.#directory = directory;
    this.#mostBytes = mostBytes;
  }

  /** Starts an upload into a repository; the id is for the calls below. */
  async start(repository: object): Promise<string> {
    this.#ready ??= Promise.all(
      ['blobs', 'uploads'].map(name => mkdir(join(this.#directory, name), { recursive: true }))
    );
    await this.#ready;
    const id = randomUUID();
    const path = join(this.#directory, 'uploads', id);
    const [oldest] = this.#uploads.keys();
    if (this.#uploads.size >= MOST_UPLOADS && oldest !== undefined) await this.#drop(oldest);
    this.#uploads.set(id, { repository, path, hash: createHash('sha256'), size: 0, writing: Promise.resolve() });
    return id;
  }

  /** How many bytes of an upload have arrived. */
  sizeOf(repository: object, id: string): number {
    return this.#find(repository, id).size;
  }

  /**
   * Appends what a request brings. When the request breaks off, the upload is as it was before.
   *
   * @param from where the client says its bytes begin; undefined: at the end of what has arrived
   * @returns the size afterwards
   * @throws RegistryError RANGE_INVALID when the bytes do not begin where the upload ends; SIZE_INVALID when they are too many
   */
  async append(repository: object, id: string, body: Readable, from?: number): Promise<number> {
    const upload = this.#find(repository, id);
    // A request that was cut off may still be on its way out when the client tries again.
    const turn = upload.writing.then(() => write(upload, body, from, this.#mostBytes));
    upload.writing = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Ends an upload: what has arrived becomes a blob.
   *
   * @returns its size in bytes
   * @throws RegistryError DIGEST_INVALID when the bytes do not have that digest; the upload is gone then
   */
  async finish(repository: object, id: string, digest: string): Promise<number> {
    const upload = this.#find(repository, id);
    if (!isDigest(digest)) throw new RegistryError('DIGEST_INVALID', `Digest '${digest}' is not a sha256 digest`);
    this.#uploads.delete(id);
    const got = `sha256:${upload.hash.digest('hex')}`;
    if (got !== digest) {
      await rm(upload.path, { force: true });
      throw new RegistryError('DIGEST_INVALID', `The bytes have the digest '${got}', not '${digest}'`);
    }
    this.share(repository, digest);
    await rename(upload.path, this.#path(digest));
    return upload.size;
  }

  /** Says that a repository has a blob, by an upload or by a mount. */
  share(repository: object, digest: string): void {
    this.#holders.set(digest, (this.#holders.get(digest) ?? new Set()).add(repository));
  }

  /** Lets go of all that a repository has, when it is deleted: the files of blobs that no other one has, and its uploads. */
  async forget(repository: object): Promise<void> {
    const freed: string[] = [];
    for (const [digest, holders] of this.#holders) {
      if (!holders.delete(repository) || holders.size > 0) continue;
      this.#holders.delete(digest);
      freed.push(digest);
    }
    for (const digest of freed) await rm(this.#path(digest), { force: true });
    for (const [id, upload] of [...this.#uploads]) if (upload.repository === repository) await this.#drop(id);
  }

  /** Gives an upload up. */
  async cancel(repository: object, id: string): Promise<void> {
    this.#find(repository, id);
    await this.#drop(id);
  }

  /** The bytes of a blob, or a part of them; both ends count. */
  read(digest: string, start?: number, end?: number): Readable {
    return createReadStream(this.#path(digest), {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end })
    });
  }

  async #drop(id: string): Promise<void> {
    const path = this.#uploads.get(id)?.path;
    this.#uploads.delete(id);
    if (path !== undefined) await rm(path, { force: true });
  }

  #find(repository: object, id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.repository !== repository) {
      throw new RegistryError('BLOB_UPLOAD_UNKNOWN', `The upload with id '${id}' does not exist`);
    }
    return upload;
  }

  #path(digest: string): string {
    return join(this.#directory, 'blobs', digest.replace('sha256:', ''));
  }
}

async function write(upload: Upload, body: Readable, from: number | undefined, most: number): Promise<number> {
  if (from !== undefined && from !== upload.size) {
    throw new RegistryError('RANGE_INVALID', `The upload has ${upload.size} bytes; the chunk starts at ${from}`);
  }
  const hash = upload.hash.copy();
  let size = upload.size;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      if (size > most) done(new RegistryError('SIZE_INVALID', `A blob has at most ${most} bytes here`));
      else done(null, chunk);
    }
  });
  const file = createWriteStream(upload.path, { flags: 'a' });
  const closed = once(file, 'close');
  try {
    await pipeline(body, count, file);
  } catch (error) {
    await closed.catch(() => undefined);
    await truncate(upload.path, upload.size).catch(() => undefined);
    throw error;
  }
  upload.hash = hash;
  upload.size = size;
  return size;
}
