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
