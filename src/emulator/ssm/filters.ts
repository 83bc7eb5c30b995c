import { list, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import type { ParameterRecord } from './state.js';

export const readParameterFilters = list(structure({ Key: string, Option: string, Values: list(string) }));
export const readOldFilters = list(structure({ Key: string, Values: list(string) }));
type ParameterFilter = ReturnType<typeof readParameterFilters>[number];

type Test = (parameter: ParameterRecord) => boolean;

/** The options of each key, the one that holds without any first. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html */
const OPTIONS = new Map<string, readonly string[]>([
  ['Name', ['Equals', 'BeginsWith', 'Contains']],
  ['Path', ['OneLevel', 'Recursive']],
  ['Type', ['Equals', 'BeginsWith']],
  ['KeyId', ['Equals', 'BeginsWith']],
  ['Tier', ['Equals']],
  ['DataType', ['Equals']]
]);

/** Whether a parameter passes all filters. Throws InvalidFilterKey, InvalidFilterOption or InvalidFilterValue. */
export function makeFilter(filters: readonly ParameterFilter[]): Test {
  const tests = filters.map(makeTest);
  return parameter => tests.every(test => test(parameter));
}

function makeTest({ Key: key = '', Option: given, Values: values = [] }: ParameterFilter): Test {
  const options = key.startsWith('tag:') ? ['Equals', 'BeginsWith'] : OPTIONS.get(key);
  if (options === undefined) {
    const keys = [...OPTIONS.keys(), 'tag:.+'].join(', ');
    throw new AwsFault(
      'InvalidFilterKey',
      `The filter key ${key} is not valid for DescribeParameters. Valid: [${keys}]`
    );
  }
  const option = given ?? options[0] ?? '';
  if (!options.includes(option)) {
    throw new AwsFault(
      'InvalidFilterOption',
      `The filter option ${option} is not valid for ${key}. Valid: [${options.join(', ')}]`
    );
  }
  // A tag may be asked for by its key alone.
  if (values.length === 0 && !key.startsWith('tag:')) {
    throw new AwsFault('InvalidFilterValue', `The filter ${key} takes 1 to 50 values.`);
  }
  return parameter => {
    const text = textOf(parameter, key);
    return text !== undefined && (values.length === 0 || values.some(value => matches(text, option, value)));
  };
}

function textOf(parameter: ParameterRecord, key: string): string | undefined {
  if (key.startsWith('tag:')) return parameter.tags.get(key.slice('tag:'.length));
  switch (key) {
    case 'Type':
      return parameter.type;
    case 'KeyId':
      return parameter.keyId;
    case 'Tier':
      return parameter.tier;
    case 'DataType':
      return parameter.dataType;
    default:
      return parameter.name;
  }
}

function matches(text: string, option: string, value: string): boolean {
  const below = `${value.replace(/\/$/, '')}/`;
  switch (option) {
    case 'BeginsWith':
      return text.startsWith(value);
    case 'Contains':
      return text.includes(value);
    case 'Recursive':
      return text.startsWith(below);
    case 'OneLevel':
      return text.startsWith(below) && !text.slice(below.length).includes('/');
    default:
      return text === value;
  }
}
