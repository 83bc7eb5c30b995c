import { UNKNOWN_FIELD, MISSING_FIELD, WRONG_TYPE } from '../../text/shape-rules.js';
import { nearestName } from '../../text/suggest.js';
import { entriesOf, isRecord } from '../../text/record.js';
import { listNames, quote, showValue } from '../../text/format.js';
import { isReservedTagKey } from '../../text/tag-keys.js';
import { partOf, type Data, type ReportProblem } from '../sources/source-value.js';

/** What a value of an AWS API must look like, as the service model says it. */
export type ApiShape =
  | { readonly kind: 'string' | 'integer' | 'boolean' | 'tag-key' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly member: ApiShape }
  | ApiStructure;

interface ApiStructure {
  readonly kind: 'structure';
  readonly name: string;
  readonly members: Readonly<Record<string, ApiShape>>;
  readonly required: readonly string[];
}

/** The TypeScript type of what has a shape, as the SDK takes it. */
export type ApiValue<Shape> = Shape extends { readonly kind: 'string' | 'tag-key' }
  ? string
  : Shape extends { readonly kind: 'integer' }
    ? number
    : Shape extends { readonly kind: 'boolean' }
      ? boolean
      : Shape extends { readonly kind: 'enum'; readonly values: readonly (infer Value)[] }
        ? Value
        : Shape extends { readonly kind: 'list'; readonly member: infer Member }
          ? ApiValue<Member>[]
          : Shape extends ApiStructure
            ? StructureValue<Shape['members'], Shape['required'][number]>
            : never;

type StructureValue<Members, Required> = { [Name in keyof Members & Required]: ApiValue<Members[Name]> } & {
  [Name in Exclude<keyof Members, Required>]?: ApiValue<Members[Name]>;
};

export const STRING = { kind: 'string' } as const;
/** Of a tag that is to be set. */
export const TAG_KEY = { kind: 'tag-key' } as const;
export const INTEGER = { kind: 'integer' } as const;
export const BOOLEAN = { kind: 'boolean' } as const;

export function listOf<const Member extends ApiShape>(member: Member) {
  return { kind: 'list', member } as const;
}

export function oneOf<const Values extends readonly string[]>(...values: Values) {
  return { kind: 'enum', values } as const;
}

export function structureOf<
  const Members extends ApiStructure['members'],
  const Required extends keyof Members & string = never
>(name: string, members: Members, required: readonly Required[] = []) {
  return { kind: 'structure', name, members, required } as const;
}

/**
 * Reads a value that goes to AWS as it is. An unknown or mistyped member is told with its path and the nearest name: the SDK would drop
 * it without a word. `null` is absent.
 *
 * @returns the value; undefined after a problem was told
 */
export function readShape<Shape extends ApiShape>(
  data: Data,
  shape: Shape,
  report: ReportProblem
): ApiValue<Shape> | undefined {
  // Each value was compared with its part of the shape, from which the type is made.
  return checkShape(data, shape, report) as ApiValue<Shape> | undefined;
}

function checkShape(data: Data, shape: ApiShape, report: ReportProblem): unknown {
  const { value } = data;
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? value : refuse(data, 'a string', report);
    case 'tag-key':
      return typeof value === 'string' && !isReservedTagKey(value)
        ? value
        : refuse(data, "a key that does not start with aws:, as only AWS's own do", report);
    case 'integer':
      return Number.isSafeInteger(value) ? value : refuse(data, 'a whole number', report);
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(data, 'true or false', report);
    case 'enum':
      return typeof value === 'string' && shape.values.includes(value)
        ? value
        : refuse(data, listNames(shape.values, 'or'), report);
    case 'list':
      return Array.isArray(value) ? readItems(data, value, shape.member, report) : refuse(data, 'a list', report);
    case 'structure':
      return isRecord(value) ? readMembers(data, shape, report) : refuse(data, `an object (${shape.name})`, report);
  }
}

function refuse(data: Data, expected: string, report: ReportProblem): unknown {
  const what = `expected ${expected}, got ${showValue(data.value)}.`;
  report({ code: WRONG_TYPE.name, place: data.place([]), what, next: '' });
  return undefined;
}

function readItems(
  data: Data,
  items: readonly unknown[],
  member: ApiShape,
  report: ReportProblem
): readonly unknown[] | undefined {
  const read = items.map((item, index) => checkShape(partOf(data, index, item), member, report));
  return read.includes(undefined) ? undefined : read;
}

function readMembers(
  data: Data,
  shape: Extract<ApiShape, { readonly kind: 'structure' }>,
  report: ReportProblem
): unknown {
  const record = isRecord(data.value) ? data.value : {};
  const names = Object.keys(shape.members);
  const present = entriesOf(record).filter(([, value]) => value !== null);
  const read = present.map(([name, value]): readonly [string, unknown] => {
    const part = partOf(data, name, value);
    const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (member !== undefined) return [name, checkShape(part, member, report)];
    const near = nearestName(name, names);
    const what = `${shape.name} has no member ${quote(name)}; it has ${listNames(names)}.`;
    report({
      code: UNKNOWN_FIELD.name,
      place: part.place([]),
      what,
      next: near === undefined ? '' : `Did you mean ${near}?`
    });
    return [name, undefined];
  });
  const missing = shape.required.filter(name => !present.some(([there]) => there === name));
  for (const name of missing) {
    const what = `${shape.name} needs ${name}.`;
    report({ code: MISSING_FIELD.name, place: data.place([]), what, next: `Add ${name}.` });
  }
  return missing.length > 0 || read.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(read);
}
