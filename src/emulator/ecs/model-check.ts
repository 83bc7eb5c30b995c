import { SHAPES } from '../../task-definition/model.js';
import { isStructure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';

/**
 * Checks a value against a shape of ECS's service model: types, required members, enum values. Members that the model does
 * not know pass, as a newer ECS may know them. Throws SerializationException or ClientException; `path` is for the message.
 */
export function checkAgainstModel(value: unknown, shapeName: string, path: string): void {
  if (value === null || value === undefined) return;
  const shape = SHAPES[shapeName];
  if (shape === undefined) {
    checkScalar(value, shapeName, path);
    return;
  }
  switch (shape.kind) {
    case 'structure':
      if (!isStructure(value)) throw wrongType(value, 'a structure', path);
      for (const name of shape.required) {
        if (value[name] === undefined || value[name] === null)
          throw constraint('null', join(path, name), 'Member must not be null');
      }
      for (const [name, member] of Object.entries(shape.members))
        checkAgainstModel(value[name], member, join(path, name));
      return;
    case 'list':
      if (!Array.isArray(value)) throw wrongType(value, 'a list', path);
      value.forEach((item: unknown, index) => checkAgainstModel(item, shape.member, `${path}.${index + 1}.member`));
      return;
    case 'map':
      if (!isStructure(value)) throw wrongType(value, 'a map', path);
      for (const [key, item] of Object.entries(value)) checkAgainstModel(item, shape.value, join(path, key));
      return;
    case 'enum':
      if (typeof value !== 'string') throw wrongType(value, 'a String', path);
      if (!shape.values.includes(value)) {
        throw constraint(`'${value}'`, path, `Member must satisfy enum value set: [${shape.values.join(', ')}]`);
      }
  }
}

function checkScalar(value: unknown, kind: string, path: string): void {
  if (!isScalar(value, kind)) throw wrongType(value, `a ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, path);
}

function isScalar(value: unknown, kind: string): boolean {
  switch (kind) {
    case 'string':
    case 'boolean':
      return typeof value === kind;
    case 'integer':
    case 'long':
      return Number.isInteger(value);
    case 'double':
    case 'float':
    case 'timestamp':
      return typeof value === 'number';
    default:
      return true;
  }
}

/** What the value is, as AWS's parser calls it: `LIST`, `STRUCTURE`, `TRUE`, else JavaScript's name of its type. */
function nameKind(value: unknown): string {
  if (Array.isArray(value)) return 'LIST';
  if (typeof value === 'object') return 'STRUCTURE';
  return typeof value === 'boolean' ? String(value).toUpperCase() : typeof value;
}

function wrongType(value: unknown, expected: string, path: string): AwsFault {
  const kind = nameKind(value);
  return new AwsFault(
    'SerializationException',
    `${kind.toUpperCase()}_VALUE can not be converted to ${expected} (at ${path})`
  );
}

function constraint(value: string, path: string, what: string): AwsFault {
  return new AwsFault(
    'ClientException',
    `1 validation error detected: Value ${value} at '${path}' failed to satisfy constraint: ${what}`
  );
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
