import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openStage, type Stage } from '../emulator/core-support.js';
import { listSamples, listWritings } from '../samples.js';
import {
  agreesWithSchema,
  compareRegistered,
  expectNothingLost,
  expectRefused,
  expectTrimmedTheSame,
  listFindings,
  tryDefinition
} from './definition-properties.js';

const samples = listSamples('taskdef');

/** What is refused, each with the start of its first sentence: ECS, or the grammar of JSON, refuses it too. */
const REFUSED: Readonly<Record<string, string>> = {
  'refused-bare-placeholder.json': ':4:86: A JSON value was expected, got "<CONTAINER_PORT>".',
  'refused-bare-variable.json': ':2:13: A JSON value was expected, got "$FAMILY".',
  'refused-command-as-text.json':
    ':4:59 containerDefinitions[0].command: A list was expected, got the string "python run.py --all".',
  'refused-compose-words.json':
    ':4:59 containerDefinitions[0].networkMode: ECS knows no field "networkMode" in ContainerDefinition.',
  'refused-dockerrun.json': ':1:1: This is a Dockerrun file of Elastic Beanstalk, not a task definition.',
  // ECS answers "STRING_VALUE cannot be converted to Integer".
  'refused-numbers-in-quotes.json':
    ':4:44 containerDefinitions[0].memory: A whole number was expected, got the string "256". Write 256, without quotes.',
  'refused-open-family.json': ':2:3 family: "<SERVICE>-<STAGE>" is not a valid family name.',
  // ECS answers "NUMBER_VALUE cannot be converted to String".
  'refused-size-as-number.json': ':3:3 cpu: A string was expected, got the number 256. Write "256", in quotes.'
};

/** All errors that the rules claim. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  'by-hand.json': ['placeholder-left executionRoleArn'],
  'mesh-without-envoy.json': ['proxy proxyConfiguration.containerName'],
  'no-execution-role.json': ['execution-role containerDefinitions[0].logConfiguration'],
  'short-account.json': ['role-form executionRoleArn', 'role-form taskRoleArn'],
  'templated.json': [
    'placeholder-left containerDefinitions[0].secrets[1].valueFrom',
    'placeholder-left executionRoleArn',
    'placeholder-left taskRoleArn'
  ]
};

/** All warnings. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  'by-hand.json': [
    'log-region containerDefinitions[0].logConfiguration.options.awslogs-region',
    'placeholder-left containerDefinitions[0].logConfiguration.options.awslogs-group'
  ],
  'nulls.json': ['environment-value containerDefinitions[0].environment[0]'],
  'templated.json': ['placeholder-left containerDefinitions[0].logConfiguration.options.awslogs-region']
};

const taken = samples.filter(({ name }) => REFUSED[name] === undefined);
const refused = samples.filter(({ name }) => REFUSED[name] !== undefined);

describe('a task definition as people write it', () => {
  it('has a file for every row', () => {
    expect(refused.map(({ name }) => name)).toEqual(Object.keys(REFUSED).sort());
    const names = taken.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(ERRORS), ...Object.keys(WARNINGS)]));
  });

  for (const sample of taken) {
    it.each(listWritings(sample))(`${sample.name} %s loses nothing`, (_writing, written) => {
      expectNothingLost(written);
    });

    it(`${sample.name} trimmed says the same to ECS, and is not trimmed twice`, () => {
      const file = tryDefinition(sample);
      if (file === undefined) throw new Error('It was refused.');
      expectTrimmedTheSame(file);
    });

    it(`${sample.name} gets what the rules claim and nothing else`, () => {
      const file = tryDefinition(sample);
      if (file === undefined) throw new Error('It was refused.');
      expect(listFindings(file, 'error')).toEqual(ERRORS[sample.name] ?? []);
      expect(listFindings(file, 'warning')).toEqual(WARNINGS[sample.name] ?? []);
    });
  }

  for (const sample of refused) {
    it(`${sample.name} is refused`, () => expectRefused(sample, REFUSED[sample.name] ?? ''));
  }

  it('is taken by the schema where the reader takes it, and only there', () => {
    const looked = samples.filter(agreesWithSchema).map(({ name }) => name);
    const without = samples.map(({ name }) => name).filter(name => !looked.includes(name));
    // No JSON, or wrapped in what describe-task-definition prints.
    expect(without).toEqual(['described-whole.json', 'refused-bare-placeholder.json', 'refused-bare-variable.json']);
  });
});

describe('what the built-in AWS answers after registering', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  for (const sample of taken) {
    const fails = sample.name === 'mesh-without-envoy.json';
    it(`${fails ? 'refuses' : 'does not differ from'} ${sample.name}`, async () => {
      const file = tryDefinition(sample);
      if (file === undefined) throw new Error('It was refused.');
      expect(await compareRegistered(file, stage)).toEqual(fails ? undefined : []);
    });
  }
});
