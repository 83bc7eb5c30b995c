import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row by row, as 0xRRGGBB. */
  readonly values: Uint32Array;
}

/** The width and height of a PNG, in pixels. @throws Error where it is none */
export function measurePng(png: Buffer): { readonly width: number; readonly height: number } {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG.');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** The same picture in its 256 commonest colours, each other one as the nearest of those: less than half as large, for a page of text. */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, values } = readPixels(png);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, COLOURS)
    .map(([value]) => value);
  const places = new Map([...counts.keys()].map(value => [value, findNearest(palette, value)]));

  // The filter of every row is "none": what serves photographs makes indexes worse.
  const rows = Buffer.alloc((width + 1) * height);
  values.forEach((value, index) => {
    rows[index + Math.floor(index / width) + 1] = places.get(value) ?? 0;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    makeChunk('IHDR', head),
    makeChunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    makeChunk('IDAT', deflateSync(rows, { level: 9 })),
    makeChunk('IEND', Buffer.alloc(0))
  ]);
}

function partsOf(value: number): [number, number, number] {
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function findNearest(palette: readonly number[], value: number): number {
  const [red, green, blue] = partsOf(value);
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, index) => {
    const [r, g, b] = partsOf(candidate);
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function makeChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** Reads what Chromium writes: eight bits a channel, with or without alpha, not interlaced. */
function readPixels(png: Buffer): Pixels {
  const { width, height } = measurePng(png);
  const [depth, type, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (type !== 2 && type !== 6) || interlaced !== 0)
    throw new Error(`A PNG of another kind: ${String(depth)} bits, type ${String(type)}.`);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const size = type === 2 ? 3 : 4;
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * size, height, size);
  const values = new Uint32Array(width * height);
  for (let index = 0; index < values.length; index += 1) values[index] = bytes.readUIntBE(index * size, 3);
  return { width, height, values };
}

/** Undoes the filters of the rows (https://www.w3.org/TR/png-3/#9Filters). */
function unfilter(data: Buffer, length: number, height: number, size: number): Buffer {
  const bytes = Buffer.alloc(length * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (length + 1)];
    for (let column = 0; column < length; column += 1) {
      const at = row * length + column;
      const left = column < size ? 0 : (bytes[at - size] ?? 0);
      const up = row === 0 ? 0 : (bytes[at - length] ?? 0);
      const corner = row === 0 || column < size ? 0 : (bytes[at - length - size] ?? 0);
      bytes[at] = (data[at + row + 1] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return bytes;
}

function guess(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? predict(left, up, corner) : 0;
}

function predict(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const a = Math.abs(sum - left);
  const b = Math.abs(sum - up);
  const c = Math.abs(sum - corner);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
