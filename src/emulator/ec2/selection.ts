import { AwsFault } from '../server/protocol.js';
import { readList, readStructures } from '../server/query.js';

/** How the members of a list are named in a request: by ids in `ids`, whose error and whose kind in it are these. */
interface Naming {
  readonly ids: string;
  readonly code: string;
  readonly kind: string;
}

/** One page of what a Describe operation finds; `nextToken` is absent on the last. */
interface Found<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/**
 * What a Describe operation of EC2 asks for: those of the ids, that pass all its filters, cut by `MaxResults` and `NextToken`
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html#api-pagination).
 *
 * @param filters what the filters compare, by the names of the filters
 * @throws AwsFault where an id is not there, a filter unknown, a token none of this list, or where ids are asked for in pages
 */
export function findPage<T extends { readonly id: string }>(
  form: URLSearchParams,
  all: readonly T[],
  { ids, code, kind }: Naming,
  filters: (item: T) => Readonly<Record<string, string>>
): Found<T> {
  const wanted = readList(form, ids);
  const missing = wanted.find(id => !all.some(item => item.id === id));
  if (missing !== undefined) throw new AwsFault(code, `The ${kind} '${missing}' does not exist`);
  if (wanted.length > 0 && form.has('MaxResults')) {
    throw new AwsFault(
      'InvalidParameterCombination',
      `The parameter ${ids} cannot be used with the parameter MaxResults`
    );
  }
  const found = all
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .filter(item => passes(form, filters(item)));
  const start = readToken(form.get('NextToken'), found.length);
  const end = start + Number(form.get('MaxResults') ?? found.length);
  return {
    items: found.slice(start, end),
    nextToken: end < found.length ? Buffer.from(String(end)).toString('base64url') : undefined
  };
}

function readToken(token: string | null, length: number): number {
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (Number.isInteger(start) && (token === null || (start > 0 && start < length))) return start;
  throw new AwsFault('InvalidPaginationToken', 'The specified pagination token is not valid or is expired.');
}

function passes(form: URLSearchParams, members: Readonly<Record<string, string>>): boolean {
  return readStructures(form, 'Filter').every(filter => {
    const name = filter.get('Name') ?? '';
    const value = members[name];
    if (value === undefined) throw new AwsFault('InvalidParameterValue', `The filter '${name}' is invalid`);
    return readList(filter, 'Value').includes(value);
  });
}
