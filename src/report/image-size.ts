import type { PublishedImage } from '../image/published-image.js';
import { formatBytes } from '../text/bytes.js';

/** `24.1 MB in 7 layers (2 changed, 1.30 MB pushed); 23.9 MB before`; undefined where it is not known. Pure. */
export function describeSize({ size, built }: Pick<PublishedImage, 'size' | 'built'>): string | undefined {
  if (size === undefined) return undefined;
  const { bytes, layers, changed, pushed, before } = size;
  const own = `${formatBytes(bytes)} in ${layers} ${layers === 1 ? 'layer' : 'layers'}`;
  if (changed === undefined) return own;
  // Of an image that was there already, nothing was pushed.
  const sent = changed === 0 || pushed === undefined ? '' : `, ${formatBytes(pushed)}${built ? ' pushed' : ''}`;
  const difference = ` (${changed === 0 ? 'none' : changed} changed${sent})`;
  return `${own}${difference}${before === undefined ? '' : `; ${formatBytes(before)} before`}`;
}
