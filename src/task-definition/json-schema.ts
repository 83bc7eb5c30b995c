import { writeJson } from '../text/record.js';
import { MEMBER_HELP } from './member-docs.js';
import { INPUT_SHAPE, READ_ONLY_MEMBERS, SHAPES, type Shape } from './model.js';

type Schema = Readonly<Record<string, unknown>>;
type Structure = Extract<Shape, { readonly kind: 'structure' }>;

/** What ECS takes for the name of a family or container, and this reader refuses otherwise. */
const NAME = '^[A-Za-z0-9_-]{1,255}$';
/** Members of which the service model tells no more than that they are strings. */
const NAMES: Readonly<Record<string, string>> = { [INPUT_SHAPE]: 'family', ContainerDefinition: 'name' };
/** What the reader asks for beyond the model's `required`: it finds containers by their names. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = { ContainerDefinition: ['name'] };

/**
 * The text of `taskdefinition.schema.json`: what a task definition may say, for editors, from the service model (RegisterTaskDefinition).
 * `null` is absent, as for the reader; what a describe output has besides is allowed, since it is left out.
 * https://json-schema.org/draft-07/json-schema-validation
 */
export function renderDefinitionSchema(): string {
  const root = SHAPES[INPUT_SHAPE];
  if (root?.kind !== 'structure') throw new TypeError(`${INPUT_SHAPE} is no structure.`);
  const { properties, ...rest } = describeStructure(INPUT_SHAPE, root);
  return writeJson({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'An Amazon ECS task definition, as RegisterTaskDefinition takes it',
    ...rest,
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where this schema is. Slipway leaves it out.' },
      ...properties,
      ...Object.fromEntries(
        READ_ONLY_MEMBERS.map(name => [name, { description: 'AWS says it of a revision. Slipway leaves it out.' }])
      )
    },
    definitions: Object.fromEntries(
      Object.entries(SHAPES)
        .filter(([name]) => name !== INPUT_SHAPE)
        .map(([name, shape]) => [name, describeShape(name, shape)])
    )
  });
}

function describeShape(name: string, shape: Shape): Schema {
  switch (shape.kind) {
    case 'structure':
      return describeStructure(name, shape);
    case 'list':
      return {
        type: ['array', 'null'],
        items: refer(shape.member),
        ...(name === 'ContainerDefinitions' ? { minItems: 1 } : {})
      };
    case 'map':
      return { type: ['object', 'null'], additionalProperties: refer(shape.value) };
    case 'enum':
      return { enum: [...shape.values, null] };
  }
}

function describeStructure(name: string, shape: Structure): { readonly properties: Schema } & Schema {
  const required = [...shape.required, ...(REQUIRED[name] ?? [])];
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      Object.entries(shape.members).map(([member, of]) => [member, describeMember(name, member, of)])
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false
  };
}

/** Draft 7 looks at nothing that stands beside a `$ref`. Editors do show a description there. */
function describeMember(name: string, member: string, of: string): Schema {
  return {
    description: MEMBER_HELP[name]?.[member],
    ...refer(of),
    ...(NAMES[name] === member ? { pattern: NAME } : {})
  };
}

/** Scalars as the reader takes them: whole numbers have 32 bits. */
function refer(name: string): Schema {
  switch (name) {
    case 'string':
      return { type: ['string', 'null'] };
    case 'boolean':
      return { type: ['boolean', 'null'] };
    case 'integer':
      return { type: ['integer', 'null'], minimum: -2_147_483_647, maximum: 2_147_483_647 };
    case 'double':
    case 'timestamp':
      return { type: ['number', 'null'] };
    default:
      return { $ref: `#/definitions/${name}` };
  }
}
