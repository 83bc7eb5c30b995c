import { PIPELINE_KEY, PIPELINE_SETTINGS } from '../sources/pipeline-map.js';
import type { Scope } from '../table/setting.js';
import { aliasesOf, isAllowed, SETTINGS, type SettingDefinition } from '../table/settings-table.js';
import { describeAlias, describeOption } from './descriptions.js';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The text of `slipway.schema.json`: what `slipway.yml` may say, for editors.
 * https://json-schema.org/draft-07/json-schema-validation
 */
export function renderJsonSchema(): string {
  const file = objectOf('file');
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'slipway.yml, the settings of Slipway',
    ...file,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is.' },
      ...file.properties,
      [PIPELINE_KEY]: {
        type: ['object', 'null'],
        description: 'How `slipway generate pipeline` makes the pipeline.',
        properties: Object.fromEntries(
          Object.entries(PIPELINE_SETTINGS).map(([name, description]) => [name, { type: 'string', description }])
        ),
        additionalProperties: false
      },
      environments: {
        type: 'object',
        description: 'What is different in each environment; `environment` says which one is in force.',
        additionalProperties: { anyOf: [{ $ref: '#/definitions/environment' }, { type: 'null' }] }
      }
    },
    definitions: {
      environment: objectOf('environments'),
      image: objectOf('images'),
      service: objectOf('services'),
      ...Object.fromEntries(
        SETTINGS.filter(option => option.scopes.length > 0).map(option => [definitionName(option), describe(option)])
      )
    }
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function definitionName(option: SettingDefinition): string {
  return `setting-${option.name}`;
}

/** The settings that one scope takes, under all their names. */
function objectOf(scope: Scope): {
  readonly type: 'object';
  readonly properties: Schema;
  readonly additionalProperties: false;
} {
  const properties = SETTINGS.flatMap((option): readonly (readonly [string, Schema])[] => {
    const names = aliasesOf(option).filter(alias => isAllowed({ option, alias }, scope));
    const own = isAllowed({ option, alias: undefined }, scope)
      ? [[option.name, { $ref: `#/definitions/${definitionName(option)}` }] as const]
      : [];
    const others = names.map(alias => {
      const value = alias.values === undefined ? valueOf(option) : { type: 'boolean' };
      return [alias.name, { description: describeAlias(option, alias), ...value }] as const;
    });
    return [...own, ...others];
  });
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function describe(option: SettingDefinition): Schema {
  const examples = option.example === undefined || option.kind === 'objects' ? {} : { examples: [option.example] };
  return { description: describeOption(option), ...valueOf(option), ...examples };
}

function valueOf(option: SettingDefinition): Schema {
  switch (option.kind) {
    case 'string':
      return { type: 'string', ...patternOf(option.form?.pattern) };
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
      return { type: 'integer', minimum: option.min, ...(option.max === undefined ? {} : { maximum: option.max }) };
    case 'enum':
      return { type: 'string', enum: option.values };
    case 'list': {
      const items = { type: 'string', ...patternOf(option.form?.pattern) };
      const least = option.atLeastOne === true ? { minItems: 1 } : {};
      return { anyOf: [{ type: 'array', items, ...least }, { type: 'string' }] };
    }
    case 'words':
      return { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] };
    case 'pairs':
      return {
        anyOf: [
          { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
          { type: 'array', items: { type: 'string', pattern: '^[^=]+=' } },
          { type: 'string' }
        ]
      };
    case 'objects':
      return {
        type: 'array',
        items: option.entries === undefined ? { type: 'object' } : { $ref: ENTRIES[option.entries] }
      };
  }
}

const ENTRIES = { images: '#/definitions/image', services: '#/definitions/service' } as const;

function patternOf(pattern: string | undefined): Schema {
  return pattern === undefined ? {} : { pattern };
}
