/** What an image is made for, in the words of the image specification: `linux`, `amd64`. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
}

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

export function isSamePlatform(one: Platform, other: Platform): boolean {
  return one.os === other.os && one.architecture === other.architecture;
}
