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

/** How a query's list is cut: the name of the member that says how many there are to be, how many without it, and how many at most. */
interface MarkedSize {
  readonly size: string;
  readonly usual: number;
  readonly most: number;
}

/** The page that a query asks for by a size and `Marker`; `marker` is absent on the last. Throws ValidationError. */
export function cutMarkedPage<T>(
  items: readonly T[],
  form: URLSearchParams,
  { size, usual, most }: MarkedSize
): { readonly items: readonly T[]; readonly marker: string | undefined } {
  const wanted = Number(form.get(size) ?? usual);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > most) {
    const member = size.charAt(0).toLowerCase() + size.slice(1);
    const bound = wanted > most ? `less than or equal to ${most}` : 'greater than or equal to 1';
    throw new AwsFault(
      'ValidationError',
      `1 validation error detected: Value '${form.get(size) ?? ''}' at '${member}' failed to satisfy constraint: Member must have value ${bound}`
    );
  }
  const marker = form.get('Marker');
  const start = marker === null ? 0 : Number(Buffer.from(marker, 'base64url').toString('utf8'));
  if (!Number.isInteger(start) || start < 0 || (marker !== null && start === 0)) {
    throw new AwsFault('ValidationError', `Invalid marker: ${marker ?? ''}`);
  }
  const end = start + wanted;
  const next = end < items.length ? Buffer.from(String(end)).toString('base64url') : undefined;
  return { items: items.slice(start, end), marker: next };
}
