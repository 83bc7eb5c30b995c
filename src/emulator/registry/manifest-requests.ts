import type { IncomingMessage } from 'node:http';
import { RegistryError } from './errors.js';
import { isDigest, MANIFEST_LIMIT, OCI_INDEX, readManifest, type Manifest } from './manifest.js';
import { answer, type Exchange } from './exchange.js';
import { findManifest, isTag, storeManifest } from './repository.js';

/** Reads the body of PUT …/manifests/<reference>. */
export async function readManifestRequest(request: IncomingMessage): Promise<Manifest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MANIFEST_LIMIT) {
      throw new RegistryError('MANIFEST_INVALID', `The manifest is larger than ${MANIFEST_LIMIT} bytes`);
    }
    chunks.push(chunk);
  }
  return readManifest(Buffer.concat(chunks), request.headers['content-type']);
}

/** PUT of a manifest, by tag or by its digest. */
export function takeManifest(exchange: Exchange, reference: string, manifest: Manifest): void {
  const { host, repository, response } = exchange;
  const byDigest = reference.includes(':');
  if (byDigest && reference !== manifest.digest) {
    throw new RegistryError('DIGEST_INVALID', `The manifest has the digest '${manifest.digest}', not '${reference}'`);
  }
  if (!byDigest && !isTag(reference)) throw new RegistryError('TAG_INVALID', `Invalid image tag '${reference}'`);
  storeManifest(repository, manifest, byDigest ? undefined : reference, host.account, host.now());
  answer(response, 201, {
    Location: `/v2/${repository.name}/manifests/${manifest.digest}`,
    'Docker-Content-Digest': manifest.digest,
    ...(manifest.subject === undefined ? {} : { 'OCI-Subject': manifest.subject })
  });
}

/** GET and HEAD of a manifest. A GET counts as a pull. */
export function serveManifest(exchange: Exchange, reference: string): void {
  const { host, repository, method, response } = exchange;
  const manifest = findManifest(repository, reference);
  if (manifest === undefined) throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found');
  if (method === 'GET') manifest.lastPulledAt = host.now();
  const headers = {
    'Content-Type': manifest.mediaType,
    'Content-Length': manifest.bytes.length,
    'Docker-Content-Digest': manifest.digest
  };
  answer(response, 200, headers, method === 'HEAD' ? '' : manifest.bytes);
}

/** GET …/tags/list with `n` and `last`; in the order of the tags' bytes. */
export function serveTags(exchange: Exchange): void {
  const { repository, query, response } = exchange;
  const last = query.get('last') ?? '';
  const limit = Number(query.get('n') ?? '1000');
  if (!Number.isInteger(limit) || limit < 0) throw new RegistryError('UNSUPPORTED', 'n must be a whole number');
  const rest = [...repository.tags.keys()].sort().filter(tag => tag > last);
  const tags = rest.slice(0, limit);
  const next = `</v2/${repository.name}/tags/list?n=${limit}&last=${encodeURIComponent(tags.at(-1) ?? '')}>; rel="next"`;
  const headers = {
    'Content-Type': 'application/json',
    ...(tags.length > 0 && tags.length < rest.length ? { Link: next } : {})
  };
  answer(response, 200, headers, JSON.stringify({ name: repository.name, tags }));
}

/** GET …/referrers/<digest>: the manifests whose subject it is, as an image index. */
export function serveReferrers(exchange: Exchange, digest: string): void {
  const { repository, query, response } = exchange;
  if (!isDigest(digest)) throw new RegistryError('DIGEST_INVALID', `Digest '${digest}' is not a sha256 digest`);
  const wanted = query.get('artifactType');
  const manifests = [...repository.manifests.values()]
    .filter(manifest => manifest.subject === digest && (wanted === null || manifest.artifactType === wanted))
    .map(({ mediaType, digest: own, bytes, artifactType, annotations }) => ({
      mediaType,
      digest: own,
      size: bytes.length,
      artifactType,
      annotations
    }));
  const headers = { 'Content-Type': OCI_INDEX, ...(wanted === null ? {} : { 'OCI-Filters-Applied': 'artifactType' }) };
  answer(response, 200, headers, JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}
