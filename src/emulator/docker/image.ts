import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** An image of the stand-in: the three things that a registry is given. */
export interface StandInImage {
  /** Docker's image id: the digest of the config. */
  readonly id: string;
  readonly config: Buffer;
  readonly layer: Buffer;
  readonly manifest: Buffer;
}

interface ImageContent {
  readonly dockerfile: Buffer;
  /** From `hashContext`. */
  readonly contextHash: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly buildArgs: readonly string[];
  readonly target: string | undefined;
  /** As `linux/arm64`; undefined: what this machine is. */
  readonly platform: string | undefined;
}

export const MANIFEST_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';
const CONFIG_TYPE = 'application/vnd.docker.container.image.v1+json';
const LAYER_TYPE = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
/** The whole of larger files need not be read to see that a build has changed. */
const MOST_BYTES_OF_A_FILE = 1024 * 1024;
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/**
 * Makes a valid Docker image with nothing to run in it: one layer that holds the Dockerfile and a note. The same input gives the same bytes,
 * and so the same digest; another context, argument or label gives another one.
 */
export function makeImage(content: ImageContent): StandInImage {
  const note = `No image was built. This one stands in for it.\ncontext ${content.contextHash}\n`;
  const tar = makeTar([
    { name: 'Dockerfile', bytes: content.dockerfile },
    { name: 'stand-in.txt', bytes: Buffer.from(note) }
  ]);
  const layer = gzipSync(tar, { level: 0 });
  // The operating system that zlib was built on; 255 is "unknown", and the same everywhere.
  layer[9] = 255;
  const [os = 'linux', architecture, variant] = (content.platform ?? '').split('/').filter(part => part !== '');
  const config = Buffer.from(
    JSON.stringify({
      architecture: architecture ?? ARCHITECTURES[process.arch] ?? process.arch,
      ...(variant === undefined ? {} : { variant }),
      os,
      created: '1970-01-01T00:00:00Z',
      config: { Labels: { 'slipway.stand-in': 'true', ...content.labels } },
      rootfs: { type: 'layers', diff_ids: [digest(tar)] },
      history: [
        {
          created: '1970-01-01T00:00:00Z',
          created_by: ['stand-in docker', content.target ?? '', ...content.buildArgs.map(hideValue)].join(' ').trim()
        }
      ]
    })
  );
  const manifest = Buffer.from(
    JSON.stringify(
      {
        schemaVersion: 2,
        mediaType: MANIFEST_TYPE,
        config: { mediaType: CONFIG_TYPE, size: config.length, digest: digest(config) },
        layers: [{ mediaType: LAYER_TYPE, size: layer.length, digest: digest(layer) }]
      },
      undefined,
      3
    )
  );
  return { id: digest(config), config, layer, manifest };
}

/** A hash over the names, sizes and contents of what is in a build context; `.git` left out. */
export async function hashContext(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const walk = async (inner: string): Promise<void> => {
    const entries = await readdir(join(folder, inner), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== '.git') await walk(path);
      if (!entry.isFile()) continue;
      const { size } = await stat(join(folder, path));
      hash.update(`${path}\0${size}\0`);
      if (size <= MOST_BYTES_OF_A_FILE) hash.update(await readFile(join(folder, path)));
    }
  };
  await walk('');
  return hash.digest('hex');
}

export function digest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A build argument may be a secret; that it changed still shows. */
function hideValue(argument: string): string {
  return `${argument.split('=')[0] ?? ''}=${createHash('sha256').update(argument).digest('hex').slice(0, 12)}`;
}

/** A tar archive in the ustar format, with fixed owner and time. */
function makeTar(files: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const blocks = files.flatMap(({ name, bytes }) => {
    const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
    return [makeTarHeader(name, bytes.length), bytes, padding];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function makeTarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
