import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegistryError } from './errors.js';
import { isDigest, MANIFEST_LIMIT, OCI_INDEX, readManifest, type Manifest } from './manifest.js';
import { answer, type Exchange } from './exchange.js';
import { findManifest, isTag, storeManifest, tagsOf } from './repository.js';

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
  const { items: tags, link } = cutNames([...repository.tags.keys()], query, `/v2/${repository.name}/tags/list`);
  answer(response, 200, { ...JSON_BODY, ...link }, JSON.stringify({ name: repository.name, tags }));
}

const JSON_BODY = { 'Content-Type': 'application/json' };
/** ECR's lists are its API's, and these end at so many. */
const MOST_NAMES = 1000;

/** The page of a list of names that `n` and `last` ask for, and the header that leads to the next. Throws RegistryError. */
function cutNames(
  names: readonly string[],
  query: URLSearchParams,
  path: string
): { readonly items: readonly string[]; readonly link: Readonly<Record<string, string>> } {
  const last = query.get('last') ?? '';
  const limit = Number(query.get('n') ?? MOST_NAMES);
  if (!Number.isInteger(limit) || limit < 0) throw new RegistryError('UNSUPPORTED', 'n must be a whole number');
  if (limit > MOST_NAMES) {
    throw new RegistryError(
      'UNSUPPORTED',
      `Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must have value less than or equal to ${MOST_NAMES}'`
    );
  }
  const rest = names.toSorted().filter(name => name > last);
  const items = rest.slice(0, limit);
  const next = `<${path}?n=${limit}&last=${encodeURIComponent(items.at(-1) ?? '')}>; rel="next"`;
  return { items, link: items.length > 0 && items.length < rest.length ? { Link: next } : {} };
}

/** GET /v2/_catalog with `n` and `last`: the names of the repositories. */
export function serveCatalog(names: readonly string[], query: URLSearchParams, response: ServerResponse): void {
  const { items, link } = cutNames(names, query, '/v2/_catalog');
  answer(response, 200, { ...JSON_BODY, ...link }, JSON.stringify({ repositories: items }));
}

/**
 * DELETE of a manifest: by digest the image with all its tags, by tag that tag, and with its last tag the image, as BatchDeleteImage does it.
 * An image that a list names stays.
 */
export function deleteManifest(exchange: Exchange, reference: string): void {
  const { repository, response } = exchange;
  const manifest = findManifest(repository, reference);
  if (manifest === undefined) throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found');
  const { digest } = manifest;
  const tags = tagsOf(repository, digest);
  const isWhole = reference === digest || tags.length === 1;
  const parents = [...repository.manifests.values()].filter(each => each.children.includes(digest));
  if (isWhole && parents.length > 0) {
    const names = parents.map(each => each.digest).join(', ');
    throw new RegistryError('DENIED', `Requested image referenced by manifest list: [${names}]`);
  }
  for (const tag of isWhole ? tags : [reference]) repository.tags.delete(tag);
  if (isWhole) repository.manifests.delete(digest);
  answer(response, 202, {});
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
