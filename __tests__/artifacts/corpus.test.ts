import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { fillTaskDefinition, readAppspec, renderAppspec } from '../../src/artifacts/appspec.js';
import { readTaskDefinition, renderTaskDefinition } from '../../src/artifacts/task-definition.js';
import { ProblemsError } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';

/** Real files from public repositories, kept beside the project and not in it; without them these tests have nothing to read. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

/** What is refused, each with the start of its first sentence: AWS, or the grammar of JSON, refuses it too. */
const REFUSED_DEFINITIONS: Readonly<Record<string, string>> = {
  // The containers' ports, cpu and memory are strings: ECS answers "STRING_VALUE cannot be converted to Integer".
  '024':
    ':6:8 containerDefinitions[0].memory: A whole number was expected, got the string "128". Write 128, without quotes.',
  // Unquoted placeholders are not JSON.
  '066': ':2:13: A JSON value was expected, got "$NAME".',
  '069': ':60:24: A JSON value was expected, got "$LOG_CONFIGURATION".',
  '084': ':39:38: A JSON value was expected, got "<PORT>".',
  // ECS takes neither < nor > in the name of a family or container.
  '138': ':2:5 family: "<PROJECT_NAME>" cannot be the name of a family.',
  '165': ':2:3 family: "<APP_NAME>-<ENV>-task" cannot be the name of a family.',
  // No family, and a field of Elastic Beanstalk.
  '144': ':1:1: This is a Dockerrun file of Elastic Beanstalk, not a task definition.',
  // cpu and memory of the task are numbers: ECS answers "NUMBER_VALUE cannot be converted to String".
  '159': ':4:5 containerDefinitions[0].command: A list was expected, got the string "echo {{ .attachment.config }}".',
  '162': ':15:1 memory: A string was expected, got the number 512. Write "512", in quotes.',
  // networkMode inside a container, and a restart policy as Docker Compose writes it.
  '174': ':8:7 containerDefinitions[0].networkMode: ECS knows no field "networkMode" in ContainerDefinition.'
};
const REFUSED_APPSPECS: Readonly<Record<string, string>> = {
  // A shell variable for a port.
  '033':
    ':9:11 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: A port, a whole number from 1 to 65535, was expected, got "$APP_PORT".',
  // The input of CreateDeployment.
  '036': ':1:1: This is the input of CreateDeployment, not an AppSpec.',
  // Type and Properties are indented too little.
  '039': ':3:5 Resources[0]: "Type" and "Properties" stand beside the TargetService instead of inside it.'
};

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

function listFiles(folder: string): readonly string[] {
  const path = join(CORPUS, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}

function refusalOf(file: string, refused: Readonly<Record<string, string>>): string | undefined {
  return refused[file.slice(0, 3)];
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
  if (definition['executionRoleArn'] === '') Reflect.deleteProperty(definition, 'executionRoleArn');
  if (taskDefinition !== undefined && tags !== undefined) definition['tags'] = tags;
  if (Array.isArray(definition['tags']) && definition['tags'].length === 0) Reflect.deleteProperty(definition, 'tags');
  return definition;
}

function orderOfKeys(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...orderOfKeys(member)]);
}

describe('task definitions of public repositories', () => {
  const files = listFiles('taskdef');

  it('is told apart from a corpus that moved', () => {
    expect(files.length === 0).toBe(!existsSync(CORPUS));
  });

  const read = (file: string): ReturnType<typeof readTaskDefinition> =>
    readTaskDefinition(readDocument(file, readFileSync(join(CORPUS, 'taskdef', file))), { unknownFields: 'error' });

  for (const file of files) {
    const refusal = refusalOf(file, REFUSED_DEFINITIONS);
    if (refusal !== undefined) {
      it(`${file} is refused`, () => {
        const error = catchProblems(() => read(file));
        expect(error.message.startsWith(file + refusal)).toBe(true);
        for (const { place } of error.problems)
          expect(place).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) });
      });
      continue;
    }
    it(`${file} loses nothing`, () => {
      const expected = expectDefinition(readFileSync(join(CORPUS, 'taskdef', file), 'utf8')) as {
        containerDefinitions: { name: string; image?: string }[];
      };
      const definition = read(file);
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
    });
  }
});

describe('AppSpecs of public repositories', () => {
  for (const file of listFiles('appspec')) {
    const bytes = (): Uint8Array => readFileSync(join(CORPUS, 'appspec', file));
    const refusal = refusalOf(file, REFUSED_APPSPECS);
    if (refusal !== undefined) {
      it(`${file} is refused`, () => {
        const error = catchProblems(() => readAppspec(readDocument(file, bytes())));
        expect(error.problems).toHaveLength(1);
        expect(error.message.startsWith(file + refusal)).toBe(true);
      });
      continue;
    }
    it(`${file} loses nothing`, () => {
      const text = renderAppspec(readAppspec(readDocument(file, bytes())));
      // All files of the corpus are written in the canonical case, so a plain YAML reader gives what is expected.
      const expected = load(new TextDecoder().decode(bytes()), {}) as Spec;
      const properties = expected.Resources[0]?.TargetService.Properties;
      if (properties === undefined) throw new Error('The file has no target.');
      expected.version = 0;
      properties.LoadBalancerInfo.ContainerPort = Number(properties.LoadBalancerInfo.ContainerPort);
      properties.TaskDefinition = '<TASK_DEFINITION>';
      expect(load(text)).toEqual(expected);
      expect(text).toMatch(/^version: 0\.0\n/);

      properties.TaskDefinition = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7';
      expect(JSON.parse(fillTaskDefinition(text, properties.TaskDefinition))).toEqual(expected);
    });
  }
});

interface Spec {
  version: number;
  Resources: {
    TargetService: { Properties: { TaskDefinition: string; LoadBalancerInfo: { ContainerPort: unknown } } };
  }[];
}

function catchProblems(run: () => unknown): ProblemsError {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemsError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}
