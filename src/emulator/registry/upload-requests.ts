import { pipeline } from 'node:stream/promises';
import { RegistryError } from './errors.js';
import { answer, type Exchange } from './exchange.js';
import type { ImageRepository } from './repository.js';

/** POST …/blobs/uploads/: mounts a blob of another repository, takes a whole blob, or begins an upload. */
export async function startUpload(exchange: Exchange): Promise<void> {
  const { host, repository, query, request } = exchange;
  const [mount, from, digest] = [query.get('mount'), query.get('from'), query.get('digest')];
  if (mount !== null && from !== null) {
    const size = host.mountsBlobs(repository.region)
      ? findPublishedBlob(host.findRepository(repository.region, from), mount)
      : undefined;
    if (size !== undefined) {
      host.blobs.share(repository, mount);
      repository.blobs.set(mount, size);
      answerCreated(exchange, mount);
      return;
    }
  }
  const id = await host.blobs.start(repository);
  if (digest === null) {
    answerUpload(exchange, id, 202);
    return;
  }
  await host.blobs.append(repository, id, request);
  repository.blobs.set(digest, await host.blobs.finish(repository, id, digest));
  answerCreated(exchange, digest);
}

/** The size of a blob that another repository may take over: ECR gives those alone that an image there names. */
function findPublishedBlob(repository: ImageRepository | undefined, digest: string): number | undefined {
  const isNamed = [...(repository?.manifests.values() ?? [])].some(({ blobs }) => blobs.includes(digest));
  return isNamed ? repository?.blobs.get(digest) : undefined;
}

/** The requests to an upload that is under way: PATCH adds, PUT ends, GET asks how far it is, DELETE gives it up. */
export async function serveUpload(exchange: Exchange, id: string): Promise<void> {
  const { host, repository, method, query, request, response } = exchange;
  switch (method) {
    case 'PATCH':
      await host.blobs.append(repository, id, request, readChunkStart(request.headers['content-range']));
      {
        answerUpload(exchange, id, 202);
        return;
      }
    case 'PUT': {
      const digest = query.get('digest');
      if (digest === null) throw new RegistryError('DIGEST_INVALID', 'The query has no digest');
      await host.blobs.append(repository, id, request, readChunkStart(request.headers['content-range']));
      repository.blobs.set(digest, await host.blobs.finish(repository, id, digest));
      answerCreated(exchange, digest);
      return;
    }
    case 'GET':
    case 'HEAD': {
      answerUpload(exchange, id, 204);
      return;
    }
    case 'DELETE':
      await host.blobs.cancel(repository, id);
      {
        answer(response, 204, {});
        return;
      }
    default:
      throw new RegistryError('UNSUPPORTED', `${method} is not supported on an upload`);
  }
}

/** GET and HEAD of a blob, whole or by one `Range: bytes=…`. */
export async function serveBlob(exchange: Exchange, digest: string): Promise<void> {
  const { host, repository, method, request, response } = exchange;
  const size = repository.blobs.get(digest);
  if (size === undefined)
    throw new RegistryError('BLOB_UNKNOWN', `The blob '${digest}' does not exist in the repository`);
  const range = readRange(request.headers.range, size);
  const [start, end] = range ?? [0, size - 1];
  response.writeHead(range === undefined ? 200 : 206, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    'Docker-Content-Digest': digest,
    ETag: `"${digest}"`,
    ...(range === undefined ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` })
  });
  if (method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  // A reader that goes away in the middle is its own business.
  await pipeline(host.blobs.read(digest, start, end), response).catch(() => response.destroy());
}

function answerUpload(exchange: Exchange, id: string, status: number): void {
  const { host, repository, response } = exchange;
  const size = host.blobs.sizeOf(repository, id);
  answer(response, status, {
    Location: `/v2/${repository.name}/blobs/uploads/${id}`,
    Range: `0-${Math.max(0, size - 1)}`,
    'Docker-Upload-UUID': id
  });
}

function answerCreated(exchange: Exchange, digest: string): void {
  const location = `/v2/${exchange.repository.name}/blobs/${digest}`;
  answer(exchange.response, 201, { Location: location, 'Docker-Content-Digest': digest });
}

function readChunkStart(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const start = /^(?:bytes )?(\d+)-\d+/.exec(header)?.[1];
  if (start === undefined) throw new RegistryError('RANGE_INVALID', `Content-Range '${header}' is not '<start>-<end>'`);
  return Number(start);
}

function readRange(header: string | undefined, size: number): readonly [number, number] | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (start > end) throw new RegistryError('RANGE_INVALID', `The blob has ${size} bytes; asked for '${header ?? ''}'`);
  return [start, end];
}
