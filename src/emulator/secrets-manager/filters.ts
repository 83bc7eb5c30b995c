import { list, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import type { SecretRecord } from './state.js';

export const readFilters = list(structure({ Key: string, Values: list(string) }));
type Filters = ReturnType<typeof readFilters>;

interface Match {
  readonly textsOf: (secret: SecretRecord) => readonly string[];
  readonly ignoresCase?: true;
}

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_search-secret.html: each looks at the beginnings, but for `all`. */
const MATCHES = new Map<string, Match>([
  ['name', { textsOf: ({ name }) => [name] }],
  ['description', { textsOf: ({ description = '' }) => [description], ignoresCase: true }],
  ['tag-key', { textsOf: ({ tags }) => tags.map(({ Key = '' }) => Key) }],
  ['tag-value', { textsOf: ({ tags }) => tags.map(({ Value = '' }) => Value) }],
  // No secret here is a replica, or another service's own.
  ['primary-region', { textsOf: () => [] }],
  ['owning-service', { textsOf: () => [] }]
]);

/**
 * Whether a secret passes all filters; of the values of one, any will do, and `!` before a value turns it round.
 *
 * @throws AwsFault InvalidParameterException for a filter that is none
 */
export function makeFilter(filters: Filters): (secret: SecretRecord) => boolean {
  const tests = filters.map(({ Key: key = '', Values: values = [] }) => {
    if (values.length === 0) throw new AwsFault('InvalidParameterException', `Invalid filter values for key: ${key}`);
    const test = key === 'all' ? matchesAll : makeTest(key);
    return (secret: SecretRecord): boolean =>
      values.some(value => (value.startsWith('!') ? !test(secret, value.slice(1)) : test(secret, value)));
  });
  return secret => tests.every(test => test(secret));
}

function makeTest(key: string): (secret: SecretRecord, value: string) => boolean {
  const match = MATCHES.get(key);
  if (match === undefined) throw new AwsFault('InvalidParameterException', `Invalid filter key: ${key}`);
  return (secret, value) =>
    match
      .textsOf(secret)
      .some(text =>
        match.ignoresCase === true ? text.toLowerCase().startsWith(value.toLowerCase()) : text.startsWith(value)
      );
}

/** Each word anywhere in any of the texts. */
function matchesAll(secret: SecretRecord, value: string): boolean {
  const texts = [...MATCHES.values()].flatMap(({ textsOf }) => textsOf(secret)).map(text => text.toLowerCase());
  const words = value
    .toLowerCase()
    .split(/[\s/_+=.@-]+/)
    .filter(word => word !== '');
  return words.every(word => texts.some(text => text.includes(word)));
}
