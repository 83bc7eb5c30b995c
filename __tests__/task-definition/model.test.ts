import { RegisterTaskDefinitionRequest$, TaskDefinition$ } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';
import { INPUT_SHAPE, MODEL_SOURCE, READ_ONLY_MEMBERS, SHAPES, type Shape } from '../../src/task-definition/model.js';

/**
 * The model is generated from botocore; the SDK carries AWS's model too, in a form of its own. What differs is listed here with
 * its reason. When this test fails after an update of the SDK, run `node scripts/service-model.mjs` with the newest botocore.
 */
const ONLY_IN_OURS: Readonly<Record<string, string>> = {
  'RegisterTaskDefinitionRequest.trustedExecutionConfiguration':
    'newer than the SDK 3.1162; it reaches ECS because the body is sent as written'
};

type Members = ReadonlyMap<string, string>;

/** The SDK's schema arrays: [kind, namespace, name, traits, …]; kind 1 list, 2 map, 3 structure, 4 union. Numbers are scalars, or lists and maps of such. */
type Schema = readonly unknown[];
const SCALARS: Readonly<Record<number, string>> = { 0: 'string', 1: 'integer', 2: 'boolean', 4: 'timestamp' };

describe(`the model (${MODEL_SOURCE}) and the SDK's own`, () => {
  const theirs = readSdk();
  const ours = readOurs();
  const different = (one: ReadonlyMap<string, Members>, other: ReadonlyMap<string, Members>): string[] =>
    [...one].flatMap(([shape, members]) =>
      [...members]
        .filter(([member, kind]) => other.has(shape) && other.get(shape)?.get(member) !== kind)
        .map(([member]) => `${shape}.${member}`)
    );

  it('compares a table that is not empty', () => {
    expect(theirs.get(INPUT_SHAPE)?.get('containerDefinitions')).toBe('list of ContainerDefinition');
    expect(theirs.size).toBeGreaterThan(30);
  });

  it('ours has every structure and member that the SDK has, with the same kind', () => {
    expect([...theirs.keys()].filter(shape => !ours.has(shape))).toEqual([]);
    expect(different(theirs, ours)).toEqual([]);
  });

  it('what only ours has is known', () => {
    expect(different(ours, theirs)).toEqual(Object.keys(ONLY_IN_OURS));
  });

  it('the read-only members are what the SDK describes and does not take', () => {
    const described = (TaskDefinition$ as unknown as Schema)[4] as readonly string[];
    const taken = [...(theirs.get(INPUT_SHAPE)?.keys() ?? [])];
    expect([...READ_ONLY_MEMBERS].sort()).toEqual(described.filter(member => !taken.includes(member)).sort());
  });

  it('every shape that is named is there', () => {
    const scalars = ['string', 'integer', 'double', 'boolean', 'timestamp'];
    for (const shape of Object.values(SHAPES)) {
      for (const name of namesIn(shape)) expect(scalars.includes(name) || Object.hasOwn(SHAPES, name)).toBe(true);
      if (shape.kind === 'structure')
        expect(Object.keys(shape.members)).toEqual(expect.arrayContaining([...shape.required]));
    }
  });
});

function readOurs(): ReadonlyMap<string, Members> {
  const describeShape = (name: string): string => {
    const shape = SHAPES[name];
    if (shape === undefined) return name;
    if (shape.kind === 'list') return `list of ${describeShape(shape.member)}`;
    if (shape.kind === 'map') return `map of ${describeShape(shape.value)}`;
    return shape.kind === 'enum' ? 'string' : name;
  };
  const structures = new Map<string, Members>();
  for (const [name, shape] of Object.entries(SHAPES)) {
    if (shape.kind !== 'structure') continue;
    structures.set(name, new Map(Object.entries(shape.members).map(([member, of]) => [member, describeShape(of)])));
  }
  return structures;
}

function readSdk(): ReadonlyMap<string, Members> {
  const structures = new Map<string, Members>();
  const visit = (reference: unknown): string => {
    const schema = unwrap(reference);
    if (typeof schema === 'number') {
      const scalar = SCALARS[schema & 63] ?? `scalar ${schema}`;
      if (schema >= 128) return `map of ${scalar}`;
      return schema >= 64 ? `list of ${scalar}` : scalar;
    }
    const [kind, , name, , names, members] = schema as [
      number,
      string,
      string,
      unknown,
      readonly string[],
      readonly unknown[]
    ];
    if (kind === 1) return `list of ${visit(names)}`;
    if (kind === 2) return `map of ${visit(members)}`;
    if (!structures.has(name)) {
      structures.set(name, new Map());
      structures.set(name, new Map(names.map((member, index) => [member, visit(members[index])])));
    }
    return name;
  };
  visit(RegisterTaskDefinitionRequest$);
  return structures;
}

/** The shapes that a shape of the model names. */
function namesIn(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'structure':
      return Object.values(shape.members);
    case 'list':
      return [shape.member];
    case 'map':
      return [shape.value];
    case 'enum':
      return [];
  }
}

/** A reference is a schema, a function that gives one, or either of them beside its traits. */
function unwrap(reference: unknown): unknown {
  if (typeof reference === 'function') return unwrap((reference as () => unknown)());
  if (Array.isArray(reference) && typeof reference[1] !== 'string') return unwrap(reference[0]);
  return reference;
}
