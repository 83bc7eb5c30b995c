/** A plain object with string keys, as read from a document. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const KEY_ORDER = Symbol('key order');

/**
 * A plain object of these entries, in this order. `__proto__` and `constructor` become ordinary keys. JavaScript sorts
 * keys that look like indexes (`"10"`) before all others; for such objects the order is noted beside, see `keysOf`.
 */
export function makeRecord(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const record = Object.fromEntries(entries) as Record<string, unknown>;
  const keys = entries.map(([key]) => key);
  if (keys.some(key => /^\d+$/.test(key))) Object.defineProperty(record, KEY_ORDER, { value: keys });
  return record;
}

/** The keys of an object in the order in which `makeRecord` got them; of any other object as JavaScript lists them. */
export function keysOf(record: object): readonly string[] {
  const noted = (record as { [KEY_ORDER]?: readonly string[] })[KEY_ORDER];
  const keys = Object.keys(record);
  if (noted === undefined) return keys;
  const kept = noted.filter(key => Object.hasOwn(record, key));
  return [...new Set([...kept, ...keys])];
}

/** The entries of an object in the order of `keysOf`. */
export function entriesOf(record: JsonRecord): readonly (readonly [string, unknown])[] {
  return keysOf(record).map(key => [key, record[key]] as const);
}

/** True for an object that is neither null nor a list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own value under a key; what it inherits (`constructor`, `toString`) does not count. */
export function own(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** JSON, two spaces, LF, one final newline, keys in the order of `keysOf`. `undefined` members are left out. */
export function writeJson(value: unknown): string {
  return `${write(value, '')}\n`;
}

function write(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map(item => inner + write(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const members = entriesOf(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  return `{\n${members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`).join(',\n')}\n${indent}}`;
}
