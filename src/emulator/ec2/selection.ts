import { boolean, integer, list, string, structure, type Members } from '../server/decode.js';
import { makeMarker, readMarker } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { compileWildcards } from '../server/wildcards.js';
import type { Tag } from './tags.js';

/** What all Describe operations take beside ids. */
export const SELECTION = {
  Filter: list(structure({ Name: string, Value: list(string) })),
  MaxResults: integer,
  NextToken: string,
  DryRun: boolean
};
type Selection = Omit<Members<typeof SELECTION>, 'DryRun'>;

/** How the members of a list are named: by ids in `member`, whose error and whose kind in it are these. */
interface Naming {
  readonly member: string;
  readonly code: string;
  readonly kind: string;
}

/** What the filters compare, by the names of the filters; a filter that nothing here can pass has no values. */
type Filterable = Readonly<Record<string, string | readonly string[]>>;

/** One page of what a Describe operation finds; `nextToken` is absent on the last. */
interface Found<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, FilterLimitExceeded */
const MOST_VALUES = 200;

/**
 * What a Describe operation of EC2 asks for: those of the ids, that pass all its filters, cut by `MaxResults` and `NextToken`
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html#api-pagination). `tag:<key>` and `tag-key` are filters of all.
 *
 * @throws AwsFault where an id is not there, a filter unknown, a token none of this list, or where ids are asked for in pages
 */
export function findPage<T extends { readonly id: string; readonly tags: readonly Tag[] }>(
  { Filter: filters = [], MaxResults, NextToken }: Selection,
  ids: readonly string[] = [],
  all: readonly T[],
  { member, code, kind }: Naming,
  filterable: (item: T) => Filterable
): Found<T> {
  const missing = ids.find(id => !all.some(item => item.id === id));
  if (missing !== undefined) throw new AwsFault(code, `The ${kind} '${missing}' does not exist`);
  if (ids.length > 0 && MaxResults !== undefined) {
    throw new AwsFault(
      'InvalidParameterCombination',
      `The parameter ${member} cannot be used with the parameter MaxResults`
    );
  }
  const tests = readFilters(filters);
  // Also where nothing is left to pass it, an unknown filter is refused.
  const known = all.map(item => ({ item, passes: tests.map(test => test(filterable(item), item.tags)) }));
  const found = known
    .filter(({ item, passes }) => (ids.length === 0 || ids.includes(item.id)) && passes.every(Boolean))
    .map(({ item }) => item);
  const kindOfList = member.toLowerCase();
  const start = NextToken === undefined ? 0 : readMarker(NextToken, kindOfList);
  if (start === undefined || start > found.length) {
    throw new AwsFault('InvalidPaginationToken', 'The specified pagination token is not valid or is expired.');
  }
  const end = start + (MaxResults ?? found.length);
  return { items: found.slice(start, end), nextToken: end < found.length ? makeMarker(kindOfList, end) : undefined };
}

type Test = (members: Filterable, tags: readonly Tag[]) => boolean;

/** Of the values of a filter one is to fit, with `*` and `?` (nothing or one character): "Filter using the CLI" of EC2's user guide. */
function readFilters(filters: NonNullable<Selection['Filter']>): readonly Test[] {
  return filters.map(({ Name: name = 'null', Value: values = [] }, index) => {
    if (values.length === 0) {
      throw new AwsFault('MissingParameter', `The request must contain the parameter Filter.${index + 1}.Value`);
    }
    if (values.length > MOST_VALUES) {
      throw new AwsFault(
        'FilterLimitExceeded',
        `The maximum number of filter values specified on a single call is ${MOST_VALUES}`
      );
    }
    const patterns = values.map(value => compileWildcards(value, '', '[^]?'));
    return (members, tags) => {
      const found = valuesOf(name, members, tags);
      if (found === undefined) throw new AwsFault('InvalidParameterValue', `The filter '${name}' is invalid`);
      return [found].flat().some(value => patterns.some(pattern => pattern.test(value)));
    };
  });
}

/** undefined where there is no such filter */
function valuesOf(name: string, members: Filterable, tags: readonly Tag[]): string | readonly string[] | undefined {
  if (name === 'tag-key') return tags.map(({ Key }) => Key);
  if (!name.startsWith('tag:')) return members[name];
  return tags.flatMap(({ Key, Value }) => (`tag:${Key}` === name ? [Value] : []));
}
