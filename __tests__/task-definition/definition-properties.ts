import { expect } from '@jest/globals';
import Ajv from 'ajv';

import { diffDefinitions } from '../../src/task-definition/diff.js';
import { normalise } from '../../src/task-definition/normalize.js';
import { checkDefinition } from '../../src/task-definition/check-rules.js';
import { renderDefinitionSchema } from '../../src/task-definition/json-schema.js';
import { trimDefinition } from '../../src/task-definition/strip-defaults.js';
import {
  readRegisteredTaskDefinition,
  readTaskDefinition,
  renderTaskDefinition,
  type TaskDefinitionFile
} from '../../src/task-definition/index.js';
import { ProblemsError } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';
import { isRecord, type JsonRecord } from '../../src/text/record.js';
import { catchProblems } from '../problems.js';
import type { Stage } from '../emulator/core-support.js';
import type { Sample } from '../samples.js';

// What holds of any task definition, whoever wrote it: asked of the fixtures, and of the corpus where it is at hand.

const READ_ONLY = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt'
];

function readDefinition({ name, bytes }: Sample): TaskDefinitionFile {
  return readTaskDefinition(readDocument(name, bytes), { unknownFields: 'error' });
}

/** undefined: the reader refuses it. */
export function tryDefinition(sample: Sample): TaskDefinitionFile | undefined {
  try {
    return readDefinition(sample);
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}

/** The reader takes what JSON.parse takes, and what is written with images filled in is the same again, in the same order. */
export function expectNothingLost(sample: Sample): void {
  const expected = expectDefinition(new TextDecoder().decode(sample.bytes)) as {
    containerDefinitions: { name: string; image?: string }[];
  };
  const definition = readDefinition(sample);
  expect(definition.definition).toEqual(expected);

  // Images that are still open are filled in; all else must come back as it was.
  const images = expected.containerDefinitions.map(({ name, image }) => ({
    container: name,
    uri: image === undefined || image === '' || /[<{$]/.test(image) ? 'filled/in:1' : image
  }));
  expected.containerDefinitions.forEach((container, index) => (container.image = images[index]?.uri ?? ''));
  const written = renderTaskDefinition(definition, {
    images,
    containerName: undefined,
    environmentVariables: [],
    secrets: [],
    dockerLabels: [],
    logConfigurationLogDriver: undefined,
    logConfigurationOptions: [],
    command: undefined,
    taskRoleArn: undefined,
    executionRoleArn: undefined
  });
  const again = JSON.parse(written) as unknown;
  expect(again).toEqual(expected);
  expect(orderOfKeys(again)).toEqual(orderOfKeys(expected));
  expect(written).not.toMatch(/\r|\t|\uFEFF/);
}

/** Plain JSON.parse of the file with what the rules take away taken away by other means than the reader's. */
function expectDefinition(text: string): unknown {
  const parsed = JSON.parse(text.replace(/^\uFEFF/, ''), (_, value: unknown) => {
    if (Array.isArray(value)) return (value as unknown[]).filter(item => item !== null);
    return value === null ? undefined : value;
  }) as Record<string, unknown>;
  const { tags, taskDefinition } = parsed;
  const definition = (taskDefinition ?? parsed) as Record<string, unknown>;
  for (const field of READ_ONLY) Reflect.deleteProperty(definition, field);
  for (const role of ['taskRoleArn', 'executionRoleArn'])
    if (definition[role] === '') Reflect.deleteProperty(definition, role);
  if (taskDefinition !== undefined && tags !== undefined) definition['tags'] = tags;
  if (Array.isArray(definition['tags']) && definition['tags'].length === 0) Reflect.deleteProperty(definition, 'tags');
  return definition;
}

function orderOfKeys(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...orderOfKeys(member)]);
}

/** The first sentence begins so, and each problem has its place. */
export function expectRefused(sample: Sample, start: string): void {
  const error = catchProblems(() => readDefinition(sample));
  expect(error.message.slice(0, sample.name.length + start.length)).toBe(sample.name + start);
  for (const { place } of error.problems)
    expect(place).toMatchObject({ file: sample.name, line: expect.any(Number), column: expect.any(Number) });
}

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(renderDefinitionSchema()) as object);

/** The schema that editors check with refuses what the reader refuses, and nothing else; false: there is no task definition in the file by itself. */
export function agreesWithSchema({ name, bytes }: Sample): boolean {
  let document;
  try {
    document = readDocument(name, bytes);
  } catch (error) {
    // The file is neither JSON nor YAML.
    if (error instanceof ProblemsError) return false;
    throw error;
  }
  if (!isRecord(document.value) || !Object.hasOwn(document.value, 'containerDefinitions')) return false;
  expect(validate(document.value)).toBe(tryDefinition({ name, bytes }) !== undefined);
  return true;
}

/** What is trimmed says the same to ECS, and is not trimmed twice. */
export function expectTrimmedTheSame({ definition }: TaskDefinitionFile): void {
  const once = trimDefinition(definition);
  expect(normalise(once)).toEqual(normalise(definition));
  expect(trimDefinition(once)).toEqual(once);
}

/** What the rules find, as `code path`, sorted. */
export function listFindings(file: TaskDefinitionFile, severity: 'error' | 'warning'): readonly string[] {
  const findings = checkDefinition(file);
  for (const { place } of findings)
    expect(place).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  return findings
    .filter(finding => finding.severity === severity)
    .map(({ code, place }) => `${code} ${place.path ?? ''}`)
    .sort();
}

/**
 * Registers it with the built-in AWS, images and roles filled in, and compares what ECS then tells with the file; undefined: ECS refuses it.
 */
export async function compareRegistered(
  { definition }: TaskDefinitionFile,
  stage: Stage
): Promise<readonly unknown[] | undefined> {
  const role = 'arn:aws:iam::123456789012:role/filled-in';
  const filled: JsonRecord = {
    ...definition,
    executionRoleArn: role,
    ...(definition['taskRoleArn'] === undefined ? {} : { taskRoleArn: role }),
    containerDefinitions: (definition['containerDefinitions'] as readonly JsonRecord[]).map(each => ({
      ...each,
      image: 'filled/in:1'
    }))
  };
  const answer = await stage.send('ecs', 'RegisterTaskDefinition', filled);
  if (answer.status !== 200) return undefined;
  const { family } = filled as { readonly family: string };
  const told = (await stage.ecs('DescribeTaskDefinition', {
    taskDefinition: family,
    include: ['TAGS']
  })) as unknown as { readonly taskDefinition: object; readonly tags?: readonly object[] };
  const running = readRegisteredTaskDefinition(told.taskDefinition, told.tags, family);
  return diffDefinitions(running.definition, filled);
}
