import { isRecord, own } from '../text/record.js';

/** What an image is made for, in the words of the image specification: `linux`, `amd64`. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
}

/** What a manifest says: platforms, or the config in which the one platform stands. */
type ManifestPlatforms =
  | { readonly kind: 'list'; readonly platforms: readonly Platform[] }
  | { readonly kind: 'config'; readonly digest: string }
  | { readonly kind: 'unknown' };

const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' };

/** The platform that a task definition asks for; undefined where it leaves that to the instances. Fargate's default is Linux on X86_64. */
export function wantedPlatform(
  runtimePlatform: { readonly cpuArchitecture?: unknown; readonly operatingSystemFamily?: unknown } | undefined,
  isFargate: boolean
): Platform | undefined {
  const { cpuArchitecture, operatingSystemFamily } = runtimePlatform ?? {};
  if (cpuArchitecture === undefined && !isFargate) return undefined;
  const family = typeof operatingSystemFamily === 'string' ? operatingSystemFamily : 'LINUX';
  const architecture = typeof cpuArchitecture === 'string' ? cpuArchitecture : 'X86_64';
  const os = family.startsWith('WINDOWS') ? 'windows' : 'linux';
  return { os, architecture: ARCHITECTURES[architecture] ?? architecture.toLowerCase() };
}

/** `linux/amd64` and `linux/arm64/v8` as Docker writes them. */
export function parsePlatform(text: string): Platform {
  const [os = '', architecture = ''] = text.toLowerCase().split('/');
  return { os, architecture };
}

export function formatPlatform({ os, architecture }: Platform): string {
  return `${os}/${architecture}`;
}

export function isSame(one: Platform, other: Platform): boolean {
  return one.os === other.os && one.architecture === other.architecture;
}

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
