import { createHash } from 'node:crypto';
import { RegistryError } from './errors.js';

const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';

/** ECR and the common registries take manifests of up to 4 MiB. */
export const MANIFEST_LIMIT = 4 * 1024 * 1024;

/** Docker's schema 1, with and without signatures: what Docker 1.9 and older push. */
const SCHEMA_1_TYPES: readonly string[] = [
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
  'application/vnd.docker.distribution.manifest.v1+json'
];
const IMAGE_TYPES: readonly string[] = [DOCKER_MANIFEST, OCI_MANIFEST];
const LIST_TYPES: readonly string[] = [DOCKER_LIST, OCI_INDEX];
const DIGEST = /^sha256:[a-f0-9]{64}$/;
/** Layers that stay where they are (old Windows base images); nobody pushes them. */
const FOREIGN_LAYER = /^application\/vnd\.(docker\.image\.rootfs\.foreign|oci\.image\.layer\.nondistributable)/;

/** A manifest as it was pushed, and what was read from it. */
export interface Manifest {
  /** `sha256:` and 64 hexadecimal digits, over exactly these bytes. */
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** The blobs it needs: config and layers, in order; empty for a list. */
  readonly blobs: readonly string[];
  /** The manifests that a list names. */
  readonly children: readonly string[];
  /** Bytes of the config and all layers together. */
  readonly size: number;
  readonly subject: string | undefined;
  readonly artifactType: string | undefined;
  readonly annotations: Readonly<Record<string, string>> | undefined;
}

/** `sha256:` and the hexadecimal digest of some bytes. */
function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/**
 * Reads an image manifest or a list of manifests: Docker's schemas 1 and 2 and OCI's image specification 1.1.
 *
 * @param bytes kept as they are; the digest is over them
 * @param contentType what the client says it is; undefined or general JSON leaves it to the manifest's own `mediaType`
 * @throws RegistryError MANIFEST_INVALID when it is none of these
 */
export function readManifest(bytes: Buffer, contentType: string | undefined): Manifest {
  const value = parse(bytes);
  const said = contentType?.split(';')[0]?.trim();
  const own = typeof value['mediaType'] === 'string' ? value['mediaType'] : undefined;
  const mediaType = said === undefined || said === 'application/json' || said === '' ? own : said;
  if (value['schemaVersion'] === 1) return readSchema1(bytes, value, mediaType);
  if (mediaType === undefined) throw invalid('Manifest has no media type');
  if (own !== undefined && own !== mediaType) {
    throw invalid(`Manifest's mediaType '${own}' does not match the Content-Type '${mediaType}'`);
  }
  if (value['schemaVersion'] !== 2) throw invalid('Manifest schemaVersion must be 2');
  const common = {
    digest: digestOf(bytes),
    mediaType,
    bytes,
    subject: readSubject(value['subject']),
    annotations: value['annotations'] as Record<string, string> | undefined
  };
  const ownType = typeof value['artifactType'] === 'string' ? value['artifactType'] : undefined;
  if (LIST_TYPES.includes(mediaType)) {
    const children = readDescriptors(value['manifests'], 'manifests');
    return { ...common, blobs: [], children: children.map(child => child.digest), size: 0, artifactType: ownType };
  }
  if (!IMAGE_TYPES.includes(mediaType)) throw invalid(`Manifest media type '${mediaType}' is not supported`);
  const [config] = readDescriptors([value['config']], 'config');
  const layers = readDescriptors(value['layers'], 'layers');
  const needed = [...(config === undefined ? [] : [config]), ...layers];
  return {
    ...common,
    blobs: needed.filter(item => !FOREIGN_LAYER.test(item.mediaType)).map(item => item.digest),
    children: [],
    size: needed.reduce((sum, item) => sum + item.size, 0),
    artifactType: ownType ?? config?.mediaType
  };
}

/**
 * Docker's schema 1: layers without sizes, and signatures that the digest leaves out.
 * https://distribution.github.io/distribution/spec/deprecated-schema-v1/
 */
function readSchema1(bytes: Buffer, value: Record<string, unknown>, said: string | undefined): Manifest {
  const isSigned = Array.isArray(value['signatures']);
  const mediaType = said ?? SCHEMA_1_TYPES[isSigned ? 0 : 1] ?? '';
  if (!SCHEMA_1_TYPES.includes(mediaType)) throw invalid(`Manifest of schema 1 has the media type '${mediaType}'`);
  const layers = value['fsLayers'];
  if (!Array.isArray(layers)) throw invalid("Manifest field 'fsLayers' must be a list");
  const blobs = layers.map((layer: unknown) => {
    const { blobSum } = (layer ?? {}) as Record<string, unknown>;
    if (typeof blobSum !== 'string' || !isDigest(blobSum)) {
      throw invalid("Manifest field 'fsLayers' needs a sha256 blobSum");
    }
    return blobSum;
  });
  return {
    digest: digestOf(isSigned ? withoutSignatures(bytes, value['signatures']) : bytes),
    mediaType,
    bytes,
    blobs: [...new Set(blobs)],
    children: [],
    size: 0,
    subject: undefined,
    artifactType: undefined,
    annotations: undefined
  };
}

/** What was signed: the document up to `formatLength`, and `formatTail` behind it, as each signature's header says. */
function withoutSignatures(bytes: Buffer, signatures: unknown): Buffer {
  const [first] = signatures as readonly unknown[];
  const { protected: header } = (first ?? {}) as Record<string, unknown>;
  try {
    const text = Buffer.from(String(header), 'base64url').toString('utf8');
    const { formatLength, formatTail } = JSON.parse(text) as Record<string, unknown>;
    if (typeof formatLength === 'number' && typeof formatTail === 'string') {
      return Buffer.concat([bytes.subarray(0, formatLength), Buffer.from(formatTail, 'base64url')]);
    }
  } catch {
    // Told below.
  }
  throw invalid('Manifest has signatures without formatLength and formatTail');
}

export function isList(manifest: Manifest): boolean {
  return LIST_TYPES.includes(manifest.mediaType);
}

interface Descriptor {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
}

function parse(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw invalid(`Manifest is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw invalid('Manifest must be a JSON object');
}

function readDescriptors(value: unknown, field: string): readonly Descriptor[] {
  if (!Array.isArray(value)) throw invalid(`Manifest field '${field}' must be a list`);
  return value.map((item: unknown) => {
    const { digest, size, mediaType } = (item ?? {}) as Record<string, unknown>;
    if (typeof digest !== 'string' || !isDigest(digest) || typeof size !== 'number') {
      throw invalid(`Manifest field '${field}' needs a sha256 digest and a size`);
    }
    return { digest, size, mediaType: typeof mediaType === 'string' ? mediaType : '' };
  });
}

function readSubject(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return readDescriptors([value], 'subject')[0]?.digest;
}

function invalid(message: string): RegistryError {
  return new RegistryError('MANIFEST_INVALID', message);
}
