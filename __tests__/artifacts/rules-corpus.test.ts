import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../../src/artifacts/definition-rules.js';
import { readTaskDefinition, type TaskDefinitionFile } from '../../src/artifacts/task-definition.js';
import { ProblemsError } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';

/** Real files from public repositories, kept beside the project and not in it; without them there is nothing to read. */
const FOLDER = join(import.meta.dirname, '../../../shared/corpus/taskdef');

const NO_ROLE =
  'ECS answers: Fargate requires task definition to have execution role ARN to support log driver awslogs.';
const ROLE =
  'ECS answers: Role is not valid. RegisterTaskDefinitionRequest.taskRoleArn, executionRoleArn: an ARN or a name, of letters, digits and _+=,.@-';
const ACCOUNT = 'The same; the account in the ARN of a role has twelve digits.';
const SECRET = 'Secret.valueFrom: an ARN or the name of a parameter, of letters, digits and .-_/ (PutParameter.Name).';

/** All errors that the rules claim, each looked at in its file, with what it rests on. Everything else in the corpus is taken. */
const ERRORS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Templates of Jinja and of ecspresso, which fill themselves in.
  '033': { 'placeholder-left taskRoleArn': ROLE, 'placeholder-left executionRoleArn': ROLE },
  '036': { 'placeholder-left taskRoleArn': ROLE, 'placeholder-left executionRoleArn': ROLE },
  '111': { 'placeholder-left executionRoleArn': ROLE },
  '129': {
    'placeholder-left containerDefinitions[0].secrets[1].valueFrom': SECRET,
    'placeholder-left containerDefinitions[0].secrets[2].valueFrom': SECRET,
    'placeholder-left executionRoleArn': ROLE,
    'placeholder-left taskRoleArn': ROLE
  },
  // To be filled in by hand.
  '150': {
    'placeholder-left executionRoleArn': ROLE,
    'placeholder-left containerDefinitions[0].secrets[0].valueFrom': SECRET
  },
  '039': { 'role-form taskRoleArn': ACCOUNT, 'role-form executionRoleArn': ACCOUNT },
  '042': { 'role-form taskRoleArn': ACCOUNT, 'role-form executionRoleArn': ACCOUNT },
  '045': { 'role-form taskRoleArn': ACCOUNT, 'role-form executionRoleArn': ACCOUNT },
  '048': { 'role-form taskRoleArn': ACCOUNT, 'role-form executionRoleArn': ACCOUNT },
  '177': { 'role-form taskRoleArn': ACCOUNT, 'role-form executionRoleArn': ACCOUNT },
  // Samples for Fargate that log to awslogs and name no execution role.
  '054': { 'execution-role containerDefinitions[0].logConfiguration': NO_ROLE },
  '060': { 'execution-role containerDefinitions[0].logConfiguration': NO_ROLE },
  // A tool's fixture, of whose containers one was kept.
  '132': {
    'proxy taskDefinition.proxyConfiguration.containerName': 'ECS answers: Proxy container [envoy] does not exist'
  }
};

/** All warnings. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  '033': [0, 1].map(index => `placeholder-left containerDefinitions[${index}].logConfiguration.options.awslogs-region`),
  '036': ['placeholder-left containerDefinitions[0].logConfiguration.options.awslogs-region'],
  '090': ['log-region containerDefinitions[0].logConfiguration.options.awslogs-region'],
  '111': ['placeholder-left containerDefinitions[0].logConfiguration.options.awslogs-group']
};

/** undefined: it is no task definition that could be read, see corpus.test.ts. */
function read(name: string): TaskDefinitionFile | undefined {
  try {
    return readTaskDefinition(readDocument(name, readFileSync(join(FOLDER, name))), { unknownFields: 'error' });
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}

describe('the rules and task definitions of public repositories', () => {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];

  it('claim what is listed and nothing else', () => {
    const files = names.flatMap(name => {
      const file = read(name);
      return file === undefined ? [] : [{ id: name.slice(0, 3), file }];
    });
    const found = files.map(({ id, file }) => ({ id, findings: checkDefinition(file) }));
    const list = (severity: string) =>
      Object.fromEntries(
        found
          .map(
            ({ id, findings }) =>
              [
                id,
                findings
                  .filter(finding => finding.severity === severity)
                  .map(({ code, place }) => `${code} ${place.path ?? ''}`)
                  .sort()
              ] as const
          )
          .filter(([, told]) => told.length > 0)
      );
    const errors = Object.entries(ERRORS).map(([id, told]) => [id, Object.keys(told).sort()] as const);
    expect(list('error')).toEqual(names.length === 0 ? {} : Object.fromEntries(errors));
    expect(list('warning')).toEqual(names.length === 0 ? {} : WARNINGS);
    for (const { place } of found.flatMap(({ findings }) => findings))
      expect(place).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });
});
