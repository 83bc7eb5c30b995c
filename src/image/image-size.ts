import { isRecord, own } from '../text/record.js';
import { isSamePlatform, type Platform } from '../text/platform.js';
import type { EcrPort, ImageId, ImageLocation, ImageManifest } from './ports.js';
import type { ImageSize } from './published-image.js';

/** A layer as a manifest names it: compressed, in bytes. */
interface Layer {
  readonly digest: string;
  readonly size: number;
}

interface IndexEntry {
  readonly digest: string;
  /** undefined: the index does not say. */
  readonly platform: Platform | undefined;
}

type Manifest =
  | { readonly kind: 'image'; readonly layers: readonly Layer[] }
  | { readonly kind: 'index'; readonly entries: readonly IndexEntry[] };

/** What is to be measured. */
export interface MeasuredImage {
  /** Where it is; its tag is not looked at. */
  readonly location: ImageLocation & { readonly digest: string };
  /** The version before, in the same repository; undefined: there is none, or it is not known. */
  readonly before: ImageId | undefined;
  /** Of an index, the image for this platform; of one without it, the first. */
  readonly platform: Platform;
}

/**
 * Reads how large an image is, and what of it the version before does not have: one call to ECR (BatchGetImage), and one more where either is
 * an index of several platforms.
 *
 * @returns undefined where its manifest cannot be read; without what needs the version before where that cannot
 * @throws what the port throws
 */
export async function measureImage(
  { location, before, platform }: MeasuredImage,
  ecr: Pick<EcrPort, 'readManifests'>
): Promise<ImageSize | undefined> {
  const wanted = [{ digest: location.digest }, ...(before === undefined ? [] : [before])];
  const isSame = before?.digest === location.digest;
  const found = await ecr.readManifests(location, isSame ? wanted.slice(0, 1) : wanted);
  const manifests = wanted.map(id => readManifest(found.find(manifest => isNamed(manifest, id))?.text));
  const chosen = manifests.map(manifest =>
    manifest?.kind === 'index' ? choose(manifest.entries, platform) : undefined
  );
  const digests = [...new Set(chosen.flatMap(digest => digest ?? []))];
  const images =
    digests.length === 0
      ? []
      : await ecr.readManifests(
          location,
          digests.map(digest => ({ digest }))
        );
  const [layers, layersBefore] = manifests.map((manifest, index) => {
    const entry = images.find(({ digest }) => digest === chosen[index]);
    const image = manifest?.kind === 'index' ? readManifest(entry?.text) : manifest;
    return image?.kind === 'image' ? image.layers : undefined;
  });
  return layers === undefined ? undefined : compareLayers(layers, layersBefore);
}

/** The sizes of an image beside those of the version before. A layer that a manifest names twice is stored, and counts, once. Pure. */
export function compareLayers(layers: readonly Layer[], before: readonly Layer[] | undefined): ImageSize {
  const ownLayers = unique(layers);
  const size = { bytes: sum(ownLayers), layers: ownLayers.length };
  if (before === undefined) return size;
  const there = unique(before);
  const known = new Set(there.map(({ digest }) => digest));
  const changed = ownLayers.filter(({ digest }) => !known.has(digest));
  return { ...size, changed: changed.length, pushed: sum(changed), before: sum(there) };
}

function unique(layers: readonly Layer[]): readonly Layer[] {
  return [...new Map(layers.map(layer => [layer.digest, layer])).values()];
}

function sum(layers: readonly Layer[]): number {
  return layers.reduce((total, { size }) => total + size, 0);
}

function isNamed(manifest: ImageManifest, id: ImageId): boolean {
  return id.digest === undefined ? manifest.tag === id.tag : manifest.digest === id.digest;
}

/** The image of an index for a platform, else its first; attestations (`unknown`) are none. */
function choose(entries: readonly IndexEntry[], platform: Platform): string | undefined {
  const images = entries.filter(entry => entry.platform?.os !== 'unknown');
  const fitting = images.find(entry => entry.platform !== undefined && isSamePlatform(entry.platform, platform));
  return (fitting ?? images[0])?.digest;
}

/** Reads an image manifest or index of the OCI image specification, or Docker's of schema 2; undefined: it is none of them. Pure. */
export function readManifest(text: string | undefined): Manifest | undefined {
  const manifest = parse(text);
  const [entries, layers] = [own(manifest, 'manifests'), own(manifest, 'layers')];
  if (Array.isArray(entries)) return { kind: 'index', entries: entries.flatMap(readEntry) };
  if (!Array.isArray(layers)) return undefined;
  const read = layers.flatMap(readLayer);
  return read.length === layers.length ? { kind: 'image', layers: read } : undefined;
}

function readEntry(entry: unknown): readonly IndexEntry[] {
  const digest = isRecord(entry) ? own(entry, 'digest') : undefined;
  if (!isRecord(entry) || typeof digest !== 'string') return [];
  const platform = own(entry, 'platform');
  const [os, architecture] = isRecord(platform) ? [own(platform, 'os'), own(platform, 'architecture')] : [];
  const isSaid = typeof os === 'string' && typeof architecture === 'string';
  return [{ digest, platform: isSaid ? { os, architecture } : undefined }];
}

function readLayer(layer: unknown): readonly Layer[] {
  const [digest, size] = isRecord(layer) ? [own(layer, 'digest'), own(layer, 'size')] : [];
  return typeof digest === 'string' && typeof size === 'number' && size >= 0 ? [{ digest, size }] : [];
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
