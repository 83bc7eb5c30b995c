import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv';
import { MEMBER_HELP } from '../../src/task-definition/member-docs.js';
import { renderDefinitionSchema } from '../../src/task-definition/json-schema.js';
import { SHAPES } from '../../src/task-definition/model.js';
import { readTaskDefinition } from '../../src/task-definition/index.js';
import { readDocument } from '../../src/text/document.js';

const ROOT = join(import.meta.dirname, '..', '..');

const text = renderDefinitionSchema();
const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile(JSON.parse(text) as object);
const complaints = (value: unknown): readonly string[] => {
  void validate(value);
  return (validate.errors ?? []).map(({ dataPath, message = '' }) => `${dataPath} ${message}`.trim());
};

const LEAST = { family: 'api', containerDefinitions: [{ name: 'app' }] };
const withContainer = (members: object): object => ({
  family: 'api',
  containerDefinitions: [{ name: 'app', ...members }]
});

describe("the task definition's JSON schema", () => {
  it('is a schema of draft 7, and the one in the schema folder', () => {
    expect(ajv.validateSchema(JSON.parse(text) as object)).toBe(true);
    expect(readFileSync(join(ROOT, 'schema', 'taskdefinition.schema.json'), 'utf8')).toBe(text);
  });

  it('says what every member is for, and nothing of members that are not there', () => {
    const members = Object.entries(SHAPES).flatMap(([name, shape]) =>
      shape.kind === 'structure' ? Object.keys(shape.members).map(member => `${name}.${member}`) : []
    );
    const told = Object.entries(MEMBER_HELP).flatMap(([name, help]) =>
      Object.keys(help).map(member => `${name}.${member}`)
    );
    expect(told.sort()).toEqual(members.sort());
    for (const help of Object.values(MEMBER_HELP).flatMap(Object.values)) expect(help).toMatch(/^\S.{0,118}[.…]$/);
  });

  it.each([
    ['the least', LEAST],
    ['where the schema is', { $schema: './taskdefinition.schema.json', ...LEAST }],
    ['placeholders', withContainer({ image: '<IMAGE1_NAME>', environment: [{ name: 'A', value: '{{A}}' }] })],
    ['null for absent', { ...LEAST, networkMode: null, volumes: null, cpu: null }],
    ['a describe output', { ...LEAST, revision: 3, status: 'ACTIVE', requiresAttributes: [{ name: 'a' }] }]
  ])('takes %s', (_what, value) => {
    expect(complaints(value)).toEqual([]);
  });

  it.each([
    [{ ...LEAST, executionRole: 'a' }, 'should NOT have additional properties'],
    [{ ...LEAST, cpu: 256 }, '.cpu should be string,null'],
    [{ ...LEAST, networkMode: 'awsVpc' }, '.networkMode should be equal to one of the allowed values'],
    [{ family: '<FAMILY>', containerDefinitions: [] }, '.family should match pattern "^[A-Za-z0-9_-]{1,255}$"'],
    [{ family: 'a', containerDefinitions: [] }, '.containerDefinitions should NOT have fewer than 1 items'],
    [{ family: 'a', containerDefinitions: [{}] }, ".containerDefinitions[0] should have required property 'name'"],
    [withContainer({ memory: '512' }), '.containerDefinitions[0].memory should be integer,null'],
    [withContainer({ essential: 'true' }), '.containerDefinitions[0].essential should be boolean,null'],
    [
      withContainer({ secrets: [{ name: 'A' }] }),
      ".containerDefinitions[0].secrets[0] should have required property 'valueFrom'"
    ],
    [
      withContainer({ logConfiguration: { logDriver: 'awslogs', options: { mode: 1 } } }),
      ".containerDefinitions[0].logConfiguration.options['mode'] should be string,null"
    ]
  ])('refuses %j', (value, complaint) => {
    expect(complaints(value)).toContain(complaint);
  });
});

describe('$schema in a task definition', () => {
  it.each([
    ['at the top', { $schema: './s.json', ...LEAST }],
    ['beside a describe output', { $schema: './s.json', taskDefinition: LEAST }],
    ['inside of one', { taskDefinition: { $schema: './s.json', ...LEAST } }]
  ])('is left out %s', (_where, value) => {
    for (const unknownFields of ['error', 'send'] as const) {
      const file = readTaskDefinition(readDocument('a.json', Buffer.from(JSON.stringify(value))), { unknownFields });
      expect(file.definition).toEqual(LEAST);
    }
  });

  it('is an unknown field anywhere else', () => {
    const document = readDocument('a.json', Buffer.from(JSON.stringify(withContainer({ $schema: './s.json' }))));
    expect(() => readTaskDefinition(document, { unknownFields: 'error' })).toThrow(/knows no field "\$schema"/);
  });
});
