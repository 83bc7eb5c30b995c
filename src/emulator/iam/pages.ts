import { cutMarkedPage } from '../server/paging.js';

/** The page of a list as IAM's operations give it: they say also whether there is more. `of` is what the list holds. */
export function cutTruncatedPage<T>(
  list: readonly T[],
  of: string,
  size: number | undefined,
  after: string | undefined
): { readonly items: readonly T[]; readonly IsTruncated: boolean; readonly Marker: string | undefined } {
  const { items, marker } = cutMarkedPage(list, { size, marker: after, usual: 100, of });
  return { items, IsTruncated: marker !== undefined, Marker: marker };
}
