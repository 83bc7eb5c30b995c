import { isStructure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import type { Scalar, Shape, ShapeFinder } from './model.js';

/** A part of a request that does not satisfy a constraint of the service model. */
export interface Violation {
  /** `tags.1.member.key`: names as in the request, items counted from 1. */
  readonly path: string;
  /** What was sent; undefined where nothing was. */
  readonly value: unknown;
  /** The value is not to be repeated. */
  readonly sensitive: boolean;
  readonly kind: 'required' | 'enum' | 'length' | 'range' | 'size' | 'pattern';
  /** In AWS's words: `Member must have length less than or equal to 64`. */
  readonly constraint: string;
}

/**
 * Holds a request to a shape of the service model. Members that the model does not know pass, as AWS ignores them, and null is as absent.
 *
 * @throws AwsFault SerializationException where a value has another type than the model says
 */
export function findViolations(shapes: ShapeFinder, input: unknown, shape: string): readonly Violation[] {
  const found: Violation[] = [];
  check(input, shape, '');
  return found;

  function check(value: unknown, name: string, path: string): void {
    const of = shapes(name);
    switch (of.kind) {
      case 'structure':
        if (!isStructure(value)) throw wrongType(value, 'a structure', path);
        for (const member of of.members) {
          const inner = value[member.name];
          const at = path === '' ? member.name : `${path}.${member.name}`;
          if (inner !== undefined && inner !== null) check(inner, member.shape, at);
          else if (member.required) add(undefined, of, at, NULL);
        }
        return;
      case 'list':
        if (!Array.isArray(value)) throw wrongType(value, 'a list', path);
        add(value, of, path, limit(value.length, of, 'size', 'length'));
        checkItems(value, of.item, path);
        return;
      case 'map':
        if (!isStructure(value)) throw wrongType(value, 'a map', path);
        checkMap(value, of, path);
        return;
      default:
        add(value, of, path, checkScalar(value, of, path));
    }
  }

  /** What is wrong with a scalar in a list is told of the list. */
  function checkItems(values: readonly unknown[], item: string, path: string): void {
    const of = shapes(item);
    const broken: Broken[] = [];
    values.forEach((value, index) => {
      if (value === null) return;
      const at = `${path}.${index + 1}.member`;
      if (isScalar(of)) broken.push(...checkScalar(value, of, at));
      else check(value, item, at);
    });
    if (isScalar(of)) addTogether(values, of, path, broken, 'Member');
  }

  function checkMap(value: Readonly<Record<string, unknown>>, of: Shape & { kind: 'map' }, path: string): void {
    const entries = Object.entries(value).filter(([, each]) => each !== null);
    add(value, of, path, limit(entries.length, of, 'size', 'length'));
    const keys = shapes(of.key);
    const values = shapes(of.value);
    if (isScalar(keys)) {
      const broken = entries.flatMap(([key]) => checkScalar(key, keys, path));
      addTogether(value, keys, path, broken, 'Map keys');
    }
    if (isScalar(values)) {
      const broken = entries.flatMap(([key, each]) => checkScalar(each, values, `${path}.${key}`));
      addTogether(value, values, path, broken, 'Map value');
    } else {
      for (const [key, each] of entries) check(each, of.value, `${path}.${key}.member`);
    }
  }

  /** One violation for all scalars of a list or a map: AWS then tells every constraint that they are held to. */
  function addTogether(value: unknown, of: Scalar, path: string, broken: readonly Broken[], who: string): void {
    const [first] = broken;
    if (first === undefined) return;
    const constraint = `${who} must satisfy constraint: [${constraintsOf(of).join(', ')}]`;
    add(value, of, path, [{ kind: first.kind, constraint }]);
  }

  function add(
    value: unknown,
    of: { readonly sensitive?: true | undefined },
    path: string,
    broken: readonly Broken[]
  ): void {
    for (const each of broken) found.push({ path, value, sensitive: of.sensitive === true, ...each });
  }
}

type Broken = Pick<Violation, 'kind' | 'constraint'>;

const NONE: readonly Broken[] = [];
const NULL: readonly Broken[] = [{ kind: 'required', constraint: 'Member must not be null' }];

function isScalar(shape: Shape): shape is Scalar {
  return shape.kind !== 'structure' && shape.kind !== 'list' && shape.kind !== 'map';
}

/** What a scalar breaks. @throws AwsFault SerializationException */
function checkScalar(value: unknown, of: Scalar, path: string): readonly Broken[] {
  const { kind, values, pattern } = of;
  if (!isOfKind(value, kind)) throw wrongType(value, NOUNS[kind] ?? kind, path);
  if (typeof value === 'number') return limit(value, of, 'range', 'value');
  if (typeof value !== 'string') return NONE;
  if (values !== undefined && !values.includes(value)) return [{ kind: 'enum', constraint: enumWords(values) }];
  const length = kind === 'blob' ? Buffer.from(value, 'base64').length : lengthOf(value, of.max);
  const outside = limit(length, of, 'length', 'length');
  // A text that is too long is not worth a look at all of it.
  if (outside.length > 0 || pattern === undefined || pattern.whole.test(value)) return outside;
  return [{ kind: 'pattern', constraint: patternWords(pattern.text) }];
}

/** Characters, not UTF-16 units, where that makes a difference. */
function lengthOf(text: string, max = Infinity): number {
  return text.length > max ? Array.from(text).length : text.length;
}

function limit(
  measure: number,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  kind: 'length' | 'range' | 'size',
  what: 'length' | 'value'
): readonly Broken[] {
  if (min !== undefined && measure < min) return [{ kind, constraint: leastWords(what, min) }];
  if (max !== undefined && measure > max) return [{ kind, constraint: mostWords(what, max) }];
  return NONE;
}

/** All that a scalar is held to, in the order of AWS's words. */
function constraintsOf({ kind, values, min, max, pattern }: Scalar): readonly string[] {
  const what = kind === 'integer' || kind === 'double' ? 'value' : 'length';
  return [
    ...(values === undefined ? [] : [enumWords(values)]),
    ...(max === undefined ? [] : [mostWords(what, max)]),
    ...(min === undefined ? [] : [leastWords(what, min)]),
    ...(pattern === undefined ? [] : [patternWords(pattern.text)])
  ];
}

function enumWords(values: readonly string[]): string {
  return `Member must satisfy enum value set: [${values.join(', ')}]`;
}

function leastWords(what: string, min: number): string {
  return `Member must have ${what} greater than or equal to ${min}`;
}

function mostWords(what: string, max: number): string {
  return `Member must have ${what} less than or equal to ${max}`;
}

function patternWords(pattern: string): string {
  return `Member must satisfy regular expression pattern: ${pattern}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a String',
  integer: 'an Integer',
  double: 'a Double',
  boolean: 'a Boolean',
  timestamp: 'a Timestamp',
  blob: 'a Blob'
};

function isOfKind(value: unknown, kind: Scalar['kind']): boolean {
  switch (kind) {
    case 'string':
    case 'blob':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value);
    case 'double':
    case 'timestamp':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
  }
}

function wrongType(value: unknown, expected: string, path: string): AwsFault {
  const where = path === '' ? '' : ` (at ${path})`;
  return new AwsFault('SerializationException', `${nameKind(value)}_VALUE can not be converted to ${expected}${where}`);
}

/** What a JSON value is, as AWS's parser calls it: `LIST`, `STRUCTURE`, `TRUE`, `NULL`, `STRING`, `NUMBER`. */
function nameKind(value: unknown): string {
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return 'LIST';
  if (typeof value === 'object') return 'STRUCTURE';
  return typeof value === 'boolean' ? String(value).toUpperCase() : (typeof value).toUpperCase();
}

/** The longest part of a value that an error repeats, in characters. */
const MOST_VALUE = 1000;

/** `Value 'x' at 'roleName' failed to satisfy constraint: Member must …`, as AWS's common layer says it. */
export function describeViolation({ path, value, sensitive, constraint }: Violation): string {
  return `Value${describeValue(value, sensitive)} at '${lowerFirst(path)}' failed to satisfy constraint: ${constraint}`;
}

function describeValue(value: unknown, sensitive: boolean): string {
  if (value === undefined) return ' null';
  return sensitive ? '' : ` '${showValue(value)}'`;
}

/** `1 validation error detected: …; …` for all of them. */
export function describeViolations(violations: readonly Violation[]): string {
  const count = `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected`;
  return `${count}: ${violations.map(describeViolation).join('; ')}`;
}

/** As Java prints it: `[a, b]`, `{key=value}`. */
function showValue(value: unknown): string {
  const text = printValue(value);
  return text.length > MOST_VALUE ? `${text.slice(0, MOST_VALUE)}…` : text;
}

function printValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
  if (isStructure(value)) {
    const fields = Object.entries(value).map(([name, of]) => `${name}=${printValue(of)}`);
    return `{${fields.join(', ')}}`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** AWS's servers name members as Java's fields are named: `roleName` for RoleName. */
function lowerFirst(path: string): string {
  return path.replace(/(^|\.)[A-Z]/g, start => start.toLowerCase());
}
