import { isRecord, keysOf, own, type JsonRecord } from '../text/record.js';
import { hideSecrets, NOT_SHOWN } from '../text/redact.js';
import { nameEntry, unorderedList, type UnorderedList } from './unordered-lists.js';
import { normalise } from './normalize.js';
import { INPUT_SHAPE, SHAPES } from './model.js';

/** One difference between two task definitions. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where, as `containerDefinitions[web].environment[LOG_LEVEL]`: entries of lists by their names. */
  readonly path: string;
  /** What was there; absent where nothing was, or it is hidden. */
  readonly from?: unknown;
  /** What is to be there; absent likewise. */
  readonly to?: unknown;
  /** The values look like secrets: neither is told. */
  readonly hidden?: true;
}

/** Entries of these lists are told member by member; those of others, which are small, as one. */
const TOLD_BY_MEMBER = new Set([`${INPUT_SHAPE}.containerDefinitions`, `${INPUT_SHAPE}.volumes`]);

/**
 * What differs between two task definitions once all is left out that makes no difference to ECS (see `normalise`). Containers, variables,
 * secrets, ports, mounts and the like are matched by their names. What looks like a secret (a variable's value, a log driver's token, a
 * word of a command) is not told, only that it differs; where a secret comes from (`valueFrom`) is told.
 *
 * @param from what runs; undefined: nothing
 * @returns in the order of the service model; empty where the two say the same
 */
export function diffDefinitions(from: JsonRecord | undefined, to: JsonRecord): readonly Change[] {
  const before = from === undefined ? undefined : normalise(from);
  return compare({ from: before, to: normalise(to) }, { shape: INPUT_SHAPE, owner: '', member: '', path: '' });
}

interface Pair {
  readonly from: unknown;
  readonly to: unknown;
}

interface Site {
  readonly shape: string;
  readonly owner: string;
  readonly member: string;
  readonly path: string;
}

function compare(pair: Pair, site: Site): readonly Change[] {
  const { from, to } = pair;
  if (isEqual(from, to)) return [];
  const shape = SHAPES[site.shape];
  const unordered = unorderedList(site.owner, site.member);
  if (unordered !== undefined && isListOrAbsent(from) && isListOrAbsent(to)) {
    return compareEntries(from ?? [], to ?? [], unordered, shape?.kind === 'list' ? shape.member : '', site);
  }
  if (isRecordOrAbsent(from) && isRecordOrAbsent(to)) {
    const members: Readonly<Record<string, string>> = shape?.kind === 'structure' ? shape.members : {};
    return listKeys(members, from ?? {}, to ?? {}).flatMap(key =>
      compare(
        { from: own(from ?? {}, key), to: own(to ?? {}, key) },
        {
          shape: Object.hasOwn(members, key) ? (members[key] ?? '') : '',
          owner: site.shape,
          member: key,
          path: join(site.path, key)
        }
      )
    );
  }
  return [describeChange(pair, site.path, site.member)];
}

function compareEntries(
  from: readonly unknown[],
  to: readonly unknown[],
  list: UnorderedList,
  shape: string,
  { owner, member, path }: Site
): readonly Change[] {
  const before = nameEntries(from, list);
  const after = nameEntries(to, list);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(name => {
    const pair = { from: before.get(name), to: after.get(name) };
    if (isEqual(pair.from, pair.to)) return [];
    const place = `${path}[${name}]`;
    if (list.keys.length === 0) return [describeChange({ from: undefined, to: undefined }, place, name, kindOf(pair))];
    if (list.value !== undefined)
      return [describeChange(readValues(pair, list.value), place, name, kindOf(pair), list.value)];
    const isWhole = (pair.from === undefined || pair.to === undefined) && !TOLD_BY_MEMBER.has(`${owner}.${member}`);
    if (isWhole) return [describeChange(pair, place, name)];
    const inside = compare(withoutKeys(pair, list), { shape, owner: '', member: '', path: place });
    return inside.length > 0 ? inside : [describeChange({ from: undefined, to: undefined }, place, name, kindOf(pair))];
  });
}

/** The entries by their names; of several with one name each further one has its number behind it. */
function nameEntries(entries: readonly unknown[], list: UnorderedList): ReadonlyMap<string, unknown> {
  const named = new Map<string, unknown>();
  for (const entry of entries) {
    const name = nameEntry(entry, list);
    let free = name;
    for (let number = 2; named.has(free); number += 1) free = `${name}#${number}`;
    named.set(free, entry);
  }
  return named;
}

/** An entry's value where it is no more than a name and a value; an empty one was left out. */
function readValues({ from, to }: Pair, member: string): Pair {
  const read = (entry: unknown): unknown => (isRecord(entry) ? (own(entry, member) ?? '') : undefined);
  return { from: read(from), to: read(to) };
}

/** What names an entry stands in its path already. */
function withoutKeys({ from, to }: Pair, { keys }: UnorderedList): Pair {
  const strip = (entry: unknown): unknown =>
    isRecord(entry) ? Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key))) : entry;
  return { from: strip(from), to: strip(to) };
}

function kindOf({ from, to }: Pair): Change['kind'] {
  if (from === undefined) return 'added';
  return to === undefined ? 'removed' : 'changed';
}

/** @param name what the values are called; @param member the member that holds them, where that is something else */
function describeChange(pair: Pair, path: string, name: string, kind = kindOf(pair), member = name): Change {
  const [from, to] = [hideSecrets(pair.from, name, member), hideSecrets(pair.to, name, member)];
  // What is hidden must not look the same on both sides.
  if (from === NOT_SHOWN || to === NOT_SHOWN || (kind === 'changed' && isEqual(from, to)))
    return { kind, path, hidden: true };
  return {
    kind,
    path,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to })
  };
}

/** Those of the model in its order, then others as they come. */
function listKeys(members: object, from: JsonRecord, to: JsonRecord): readonly string[] {
  const there = new Set([...keysOf(from), ...keysOf(to)]);
  return [...Object.keys(members).filter(key => there.has(key)), ...[...there].filter(key => !(key in members))];
}

function join(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function isListOrAbsent(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

function isRecordOrAbsent(value: unknown): value is JsonRecord | undefined {
  return value === undefined || isRecord(value);
}

/** Both come with sorted keys. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
