import { AwsFault } from './protocol.js';

/** Reads a JSON value of one type, or throws SerializationException as AWS's own parsers do. `path` is for the message. */
export type Decoder<T> = (value: unknown, path: string) => T;

/** What an input structure becomes: AWS takes null as absent, and no member is required before the operation says so. */
export type Members<S extends Readonly<Record<string, Decoder<unknown>>>> = {
  [K in keyof S]?: ReturnType<S[K]> | undefined;
};

function refuse(path: string, value: unknown, expected: string): never {
  const what = path === '' ? 'The input' : path;
  throw new AwsFault('SerializationException', `${what}: got ${describe(value)}, expected ${expected}`);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a structure';
  return `${typeof value} ${JSON.stringify(value)}`;
}

/** A string. */
export const string: Decoder<string> = (value, path) =>
  typeof value === 'string' ? value : refuse(path, value, 'a string');

/** A whole number. */
export const integer: Decoder<number> = (value, path) =>
  typeof value === 'number' && Number.isInteger(value) ? value : refuse(path, value, 'an integer');

/** A number. */
export const number: Decoder<number> = (value, path) =>
  typeof value === 'number' ? value : refuse(path, value, 'a number');

export const boolean: Decoder<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, value, 'a boolean');

/** A timestamp: epoch seconds on the wire, milliseconds here. */
export const timestamp: Decoder<number> = (value, path) =>
  typeof value === 'number' ? value * 1000 : refuse(path, value, 'a timestamp in epoch seconds');

/** Any structure, as it stands. */
export const document: Decoder<Readonly<Record<string, unknown>>> = (value, path) =>
  isStructure(value) ? value : refuse(path, value, 'a structure');

export function list<T>(item: Decoder<T>): Decoder<readonly T[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((each: unknown, index) => item(each, `${path}[${index}]`))
      : refuse(path, value, 'a list');
}

export function map<T>(item: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (!isStructure(value)) return refuse(path, value, 'a map');
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, item(each, `${path}.${key}`)]));
  };
}

/** A structure with these members. Members that are not listed are passed over, as AWS's servers do. */
export function structure<S extends Readonly<Record<string, Decoder<unknown>>>>(members: S): Decoder<Members<S>> {
  return (value, path) => {
    if (!isStructure(value)) return refuse(path, value, 'a structure');
    const read: Record<string, unknown> = {};
    for (const [name, decode] of Object.entries(members)) {
      const member = value[name];
      if (member !== undefined && member !== null) read[name] = decode(member, path === '' ? name : `${path}.${name}`);
    }
    return read as Members<S>;
  };
}

/** A structure with these members; what else is in it stays, so that a newer AWS's settings come back as they were sent. */
export function openStructure<S extends Readonly<Record<string, Decoder<unknown>>>>(members: S): Decoder<Members<S>> {
  const known = structure(members);
  return (value, path) => ({ ...document(value, path), ...known(value, path) });
}

/** A copy of the members of a structure that are set and that `shape` has. */
export function pickMembers(value: Readonly<Record<string, unknown>>, shape: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(shape).flatMap(name => (value[name] === undefined ? [] : [[name, value[name]]]))
  );
}

/** A copy of a structure less some of its members. */
export function withoutMembers(
  value: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** Whether a JSON value is an object that is neither null nor a list. */
export function isStructure(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
