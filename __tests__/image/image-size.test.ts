import { describe, expect, it } from '@jest/globals';

import { compareLayers, measureImage, readManifest } from '../../src/image/image-size.js';
import { describeSize } from '../../src/report/image-size.js';
import { digestOf, makeSandbox } from './fakes.js';

const layer = (name: string, size: number) => ({ digest: `sha256:${name}`, size });
const manifest = (...layers: readonly (readonly [string, number])[]): string =>
  JSON.stringify({
    schemaVersion: 2,
    config: { digest: 'sha256:config', size: 7_000 },
    layers: layers.map(each => layer(...each))
  });
const index = (...entries: readonly (readonly [digest: string, os?: string, architecture?: string])[]): string =>
  JSON.stringify({
    schemaVersion: 2,
    manifests: entries.map(([digest, os, architecture]) => ({
      digest,
      size: 500,
      ...(os === undefined ? {} : { platform: { os, architecture } })
    }))
  });

const NOW = digestOf('a');
const BEFORE = digestOf('b');
const AMD = digestOf('c');
const ARM = digestOf('d');
const OLD_AMD = digestOf('e');
const NOTE = digestOf('f');
const LINUX = { os: 'linux', architecture: 'amd64' };

describe('the size of an image', () => {
  it.each([
    ['alone', [layer('a', 5), layer('b', 7)], undefined, { bytes: 12, layers: 2 }],
    [
      'beside another',
      [layer('a', 5), layer('b', 7)],
      [layer('a', 5), layer('c', 6)],
      { bytes: 12, layers: 2, changed: 1, pushed: 7, before: 11 }
    ],
    ['of the same layers', [layer('a', 5)], [layer('a', 5)], { bytes: 5, layers: 1, changed: 0, pushed: 0, before: 5 }],
    [
      'with a layer that is named twice, which is stored once',
      [layer('a', 5), layer('e', 1), layer('e', 1)],
      [],
      { bytes: 6, layers: 2, changed: 2, pushed: 6, before: 0 }
    ]
  ])('%s', (_name, layers, before, size) => {
    expect(compareLayers(layers, before)).toEqual(size);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', 'no'],
    ['a list', '[]'],
    ['a manifest of schema 1, which tells no sizes', '{"schemaVersion":1,"fsLayers":[{"blobSum":"sha256:a"}]}'],
    ['layers without sizes', '{"layers":[{"digest":"sha256:a"}]}'],
    ['a layer of a negative size', '{"layers":[{"digest":"sha256:a","size":-1}]}']
  ])('is not read from %s', (_name, text) => {
    expect(readManifest(text)).toBeUndefined();
  });

  async function measure(manifests: Readonly<Record<string, string>>, before?: { digest: string } | { tag: string }) {
    const { ecr } = makeSandbox();
    for (const [digest, text] of Object.entries(manifests)) ecr.manifests.set(digest, text);
    ecr.put('shop/app', 'old', BEFORE);
    const location = { repository: 'shop/app', digest: NOW };
    return { size: await measureImage({ location, before, platform: LINUX }, ecr), calls: ecr.requestLog };
  }
  const PLAIN = manifest(['base', 100], ['app', 20]);
  const PLAIN_BEFORE = manifest(['base', 100], ['app-old', 30]);
  const COMPARED = { bytes: 120, layers: 2, changed: 1, pushed: 20, before: 130 };

  it.each<
    [
      name: string,
      manifests: Readonly<Record<string, string>>,
      before: { digest: string } | { tag: string } | undefined,
      size: unknown,
      calls: number
    ]
  >([
    ['in one call', { [NOW]: PLAIN, [BEFORE]: PLAIN_BEFORE }, { digest: BEFORE }, COMPARED, 1],
    ['by the tag of the version before', { [NOW]: PLAIN, [BEFORE]: PLAIN_BEFORE }, { tag: 'old' }, COMPARED, 1],
    ['without a version before', { [NOW]: PLAIN }, undefined, { bytes: 120, layers: 2 }, 1],
    ['where the version before is gone', { [NOW]: PLAIN }, { digest: BEFORE }, { bytes: 120, layers: 2 }, 1],
    ['where it is the same', { [NOW]: PLAIN }, { digest: NOW }, { ...COMPARED, changed: 0, pushed: 0, before: 120 }, 1],
    [
      'of the platform, from indexes, in two calls',
      {
        [NOW]: index([NOTE, 'unknown', 'unknown'], [ARM, 'linux', 'arm64'], [AMD, 'linux', 'amd64']),
        [BEFORE]: index([OLD_AMD, 'linux', 'amd64']),
        [AMD]: PLAIN,
        [ARM]: manifest(['other', 1]),
        [OLD_AMD]: PLAIN_BEFORE
      },
      { digest: BEFORE },
      COMPARED,
      2
    ],
    [
      'of an index beside an image without one',
      { [NOW]: index([AMD, 'linux', 'amd64']), [AMD]: PLAIN, [BEFORE]: PLAIN_BEFORE },
      { digest: BEFORE },
      COMPARED,
      2
    ],
    [
      'of the first image, where an index has none for the platform',
      { [NOW]: index([NOTE, 'unknown', 'unknown'], [ARM, 'linux', 'arm64']), [ARM]: PLAIN },
      undefined,
      { bytes: 120, layers: 2 },
      2
    ],
    [
      'of an index that says no platforms',
      { [NOW]: index([AMD]), [AMD]: PLAIN },
      undefined,
      { bytes: 120, layers: 2 },
      2
    ],
    ['not where ECR has no manifest', {}, { digest: BEFORE }, undefined, 1],
    ['not where an index is empty', { [NOW]: index() }, undefined, undefined, 1]
  ])('is read %s', async (_name, manifests, before, size, calls) => {
    const read = await measure(manifests, before);
    expect(read.size).toEqual(size);
    expect(read.calls).toHaveLength(calls);
  });

  it.each([
    [{ bytes: 24_100_000, layers: 7 }, true, '24.1 MB in 7 layers'],
    [
      { bytes: 24_100_000, layers: 7, changed: 2, pushed: 1_300_000, before: 23_900_000 },
      true,
      '24.1 MB in 7 layers (2 changed, 1.30 MB pushed); 23.9 MB before'
    ],
    [
      { bytes: 24_100_000, layers: 7, changed: 2, pushed: 1_300_000, before: 23_900_000 },
      false,
      '24.1 MB in 7 layers (2 changed, 1.30 MB); 23.9 MB before'
    ],
    [
      { bytes: 900, layers: 1, changed: 0, pushed: 0, before: 900 },
      true,
      '900 bytes in 1 layer (none changed); 900 bytes before'
    ],
    [undefined, true, undefined]
  ])('is told as %j', (size, built, text) => {
    expect(describeSize({ size, built })).toBe(text);
  });
});
