/** What a request to the registry is about. Names may hold slashes, so the route is read from its end. */
export type RegistryRoute =
  | { readonly kind: 'ping' }
  | { readonly kind: 'catalog' }
  | { readonly kind: 'uploads'; readonly name: string }
  | { readonly kind: 'upload'; readonly name: string; readonly id: string }
  | { readonly kind: 'blob'; readonly name: string; readonly digest: string }
  | { readonly kind: 'manifest'; readonly name: string; readonly reference: string }
  | { readonly kind: 'tags'; readonly name: string }
  | { readonly kind: 'referrers'; readonly name: string; readonly digest: string };

/** Reads a path below `/v2/` as the OCI distribution specification 1.1 lays it out; undefined where it names nothing. */
export function readRoute(path: string): RegistryRoute | undefined {
  if (path === '/v2' || path === '/v2/') return { kind: 'ping' };
  if (path === '/v2/_catalog') return { kind: 'catalog' };
  const match =
    /^\/v2\/(.+?)\/(blobs\/uploads\/?|blobs\/uploads\/([^/]+)|(blobs|manifests|referrers)\/([^/]+)|tags\/list)$/.exec(
      path
    );
  const [, name, rest, upload, kind, reference] = match ?? [];
  if (name === undefined || rest === undefined) return undefined;
  if (rest === 'tags/list') return { kind: 'tags', name };
  if (/^blobs\/uploads\/?$/.test(rest)) return { kind: 'uploads', name };
  if (upload !== undefined) return { kind: 'upload', name, id: upload };
  if (reference === undefined) return undefined;
  if (kind === 'blobs') return { kind: 'blob', name, digest: reference };
  if (kind === 'referrers') return { kind: 'referrers', name, digest: reference };
  return { kind: 'manifest', name, reference };
}
