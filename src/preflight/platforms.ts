import type { Platform } from '../text/platform.js';
import { isRecord, own } from '../text/record.js';

/** What a manifest says: platforms, or the config in which the one platform stands. */
type ManifestPlatforms =
  | { readonly kind: 'list'; readonly platforms: readonly Platform[] }
  | { readonly kind: 'config'; readonly digest: string }
  | { readonly kind: 'unknown' };

/** Reads a manifest of the OCI image specification, or Docker's of schema 2. */
export function readManifest(text: string): ManifestPlatforms {
  const manifest = parse(text);
  const entries = own(manifest, 'manifests');
  if (Array.isArray(entries)) {
    const platforms = entries.filter(isRecord).flatMap(entry => {
      const platform = own(entry, 'platform');
      return isRecord(platform) ? readPlatform(platform) : [];
    });
    // An attestation stands in the list as unknown/unknown.
    return { kind: 'list', platforms: platforms.filter(({ os }) => os !== 'unknown') };
  }
  const config = own(manifest, 'config');
  const digest = isRecord(config) ? own(config, 'digest') : undefined;
  return typeof digest === 'string' ? { kind: 'config', digest } : { kind: 'unknown' };
}

/** Reads the config of an image; empty where it says nothing. */
export function readConfig(text: string): readonly Platform[] {
  return readPlatform(parse(text));
}

function readPlatform(record: Readonly<Record<string, unknown>>): readonly Platform[] {
  const os = own(record, 'os');
  const architecture = own(record, 'architecture');
  return typeof os === 'string' && typeof architecture === 'string' ? [{ os, architecture }] : [];
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
