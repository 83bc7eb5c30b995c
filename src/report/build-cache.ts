import type { PublishedImage } from '../image/published-image.js';
import { formatBytes } from '../text/bytes.js';

const PLACES = { registry: 'ECR', github: 'GitHub' } as const;

/** `12 of 14 steps from ECR, 118 MB`; undefined where the image was built without a cache. Pure. */
export function describeCacheUse({ cache }: Pick<PublishedImage, 'cache'>): string | undefined {
  if (cache === undefined) return undefined;
  const { kind, hits, steps, bytes } = cache;
  const used = steps === 0 ? PLACES[kind] : `${hits} of ${steps} steps from ${PLACES[kind]}`;
  return bytes === undefined ? used : `${used}, ${formatBytes(bytes)}`;
}
