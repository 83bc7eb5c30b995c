import { nearestName } from '../../text/suggest.js';
import { entriesOf, isRecord } from '../../text/record.js';
import { listNames, quote, showValue } from '../../text/format.js';
import { partOf, type Data, type ReportProblem } from '../sources/source-value.js';

/** What a value of an AWS API must look like, as the service model says it. */
export type ApiShape =
  | { readonly kind: 'string' | 'integer' | 'boolean' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly member: ApiShape }
  | {
      readonly kind: 'structure';
      readonly name: string;
      readonly members: Readonly<Record<string, ApiShape>>;
      readonly required: readonly string[];
    };

export const STRING: ApiShape = { kind: 'string' };
export const INTEGER: ApiShape = { kind: 'integer' };
export const BOOLEAN: ApiShape = { kind: 'boolean' };

export function listOf(member: ApiShape): ApiShape {
  return { kind: 'list', member };
}

export function oneOf(...values: readonly string[]): ApiShape {
  return { kind: 'enum', values };
}

export function structureOf(
  name: string,
  members: Readonly<Record<string, ApiShape>>,
  required: readonly string[] = []
): ApiShape {
  return { kind: 'structure', name, members, required };
}

/**
 * Reads a value that goes to AWS as it is. An unknown or mistyped member is told with its path and the nearest name: the SDK would drop
 * it without a word. `null` is absent.
 *
 * @returns the value; undefined after a problem was told
 */
export function readShape(data: Data, shape: ApiShape, tell: ReportProblem): unknown {
  const { value } = data;
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? value : refuse(data, 'a string', tell);
    case 'integer':
      return Number.isSafeInteger(value) ? value : refuse(data, 'a whole number', tell);
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(data, 'true or false', tell);
    case 'enum':
      return typeof value === 'string' && shape.values.includes(value)
        ? value
        : refuse(data, listNames(shape.values, 'or'), tell);
    case 'list':
      return Array.isArray(value) ? readItems(data, value, shape.member, tell) : refuse(data, 'a list', tell);
    case 'structure':
      return isRecord(value) ? readMembers(data, shape, tell) : refuse(data, `an object (${shape.name})`, tell);
  }
}

function refuse(data: Data, expected: string, tell: ReportProblem): unknown {
  const what = `expected ${expected}, got ${showValue(data.value)}.`;
  tell({ code: 'wrong-type', place: data.place([]), what, next: '' });
  return undefined;
}

function readItems(
  data: Data,
  items: readonly unknown[],
  member: ApiShape,
  tell: ReportProblem
): readonly unknown[] | undefined {
  const read = items.map((item, index) => readShape(partOf(data, index, item), member, tell));
  return read.includes(undefined) ? undefined : read;
}

function readMembers(
  data: Data,
  shape: Extract<ApiShape, { readonly kind: 'structure' }>,
  tell: ReportProblem
): unknown {
  const record = isRecord(data.value) ? data.value : {};
  const names = Object.keys(shape.members);
  const present = entriesOf(record).filter(([, value]) => value !== null);
  const read = present.map(([name, value]): readonly [string, unknown] => {
    const part = partOf(data, name, value);
    const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (member !== undefined) return [name, readShape(part, member, tell)];
    const near = nearestName(name, names);
    const what = `${shape.name} has no member ${quote(name)}; it has ${listNames(names)}.`;
    tell({
      code: 'unknown-field',
      place: part.place([]),
      what,
      next: near === undefined ? '' : `Did you mean ${near}?`
    });
    return [name, undefined];
  });
  const missing = shape.required.filter(name => !present.some(([there]) => there === name));
  for (const name of missing) {
    const what = `${shape.name} needs ${name}.`;
    tell({ code: 'missing-field', place: data.place([]), what, next: `Add ${name}.` });
  }
  return missing.length > 0 || read.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(read);
}
