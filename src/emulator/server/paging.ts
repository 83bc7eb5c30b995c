import { AwsFault } from './protocol.js';

/** One page of a list: `nextToken` is absent on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/** Cuts a page of at most `most` items out of a list; throws InvalidParameterException for a token that is none. */
export function cutPage<T>(
  items: readonly T[],
  wanted: number | undefined,
  nextToken: string | undefined,
  most = 100
): Page<T> {
  const start = nextToken === undefined || nextToken === '' ? 0 : readToken(nextToken);
  const size = wanted === undefined || wanted < 1 ? most : Math.min(wanted, most);
  const end = start + size;
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? Buffer.from(`page:${end}`).toString('base64url') : undefined
  };
}

function readToken(token: string): number {
  const found = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (found === undefined) throw new AwsFault('InvalidParameterException', 'Invalid token');
  return Number(found);
}

/** How a query asks for a part of a list: how many, from where. The service model bounds the number. */
interface MarkedPage {
  readonly size: number | undefined;
  readonly marker: string | undefined;
  /** How many there are where it does not say. */
  readonly usual: number;
  /** What the list holds, so that the marker of another list is refused: `roles`. */
  readonly of: string;
}

/** The page that a query asks for; `marker` is absent on the last. Throws ValidationError for a marker that is none of this list. */
export function cutMarkedPage<T>(
  items: readonly T[],
  { size, marker, usual, of }: MarkedPage
): { readonly items: readonly T[]; readonly marker: string | undefined } {
  const start = marker === undefined ? 0 : readMarker(marker, of);
  if (start === undefined) throw new AwsFault('ValidationError', `Invalid marker: ${marker ?? ''}`);
  const end = start + (size ?? usual);
  return { items: items.slice(start, end), marker: end < items.length ? makeMarker(of, end) : undefined };
}

/** Says where the next page of a list begins, in letters that a URL takes. */
export function makeMarker(of: string, start: number): string {
  return Buffer.from(`${of}:${start}`).toString('base64url');
}

/** Where a page begins; undefined where the marker is none that was made for such a list. */
export function readMarker(marker: string, of: string): number | undefined {
  const [, kind, start] = /^(\w+):([1-9]\d*)$/.exec(Buffer.from(marker, 'base64url').toString('utf8')) ?? [];
  return kind === of ? Number(start) : undefined;
}
