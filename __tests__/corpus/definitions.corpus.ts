import { afterAll, beforeAll, expect, it } from '@jest/globals';

import {
  agreesWithSchema,
  compareRegistered,
  expectNothingLost,
  expectRefused,
  expectTrimmedTheSame,
  listFindings,
  tryDefinition
} from '../task-definition/definition-properties.js';
import { openStage, type Stage } from '../emulator/core-support.js';
import { describeCorpus, numberOf } from './corpus.js';

/** What is refused, each with the start of its first sentence: AWS, or the grammar of JSON, refuses it too. */
const REFUSED: Readonly<Record<string, string>> = {
  // The containers' ports, cpu and memory are strings: ECS answers "STRING_VALUE cannot be converted to Integer".
  '024':
    ':6:8 containerDefinitions[0].memory: A whole number was expected, got the string "128". Write 128, without quotes.',
  // Unquoted placeholders are not JSON.
  '066': ':2:13: A JSON value was expected, got "$NAME".',
  '069': ':60:24: A JSON value was expected, got "$LOG_CONFIGURATION".',
  '084': ':39:38: A JSON value was expected, got "<PORT>".',
  // ECS takes neither < nor > in the name of a family or container.
  '138': ':2:5 family: "<PROJECT_NAME>" is not a valid family name.',
  '165': ':2:3 family: "<APP_NAME>-<ENV>-task" is not a valid family name.',
  // No family, and a field of Elastic Beanstalk.
  '144': ':1:1: This is a Dockerrun file of Elastic Beanstalk, not a task definition.',
  // cpu and memory of the task are numbers: ECS answers "NUMBER_VALUE cannot be converted to String".
  '159': ':4:5 containerDefinitions[0].command: A list was expected, got the string "echo {{ .attachment.config }}".',
  '162': ':15:1 memory: A string was expected, got the number 512. Write "512", in quotes.',
  // networkMode inside a container, and a restart policy as Docker Compose writes it.
  '174': ':8:7 containerDefinitions[0].networkMode: ECS knows no field "networkMode" in ContainerDefinition.'
};

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

describeCorpus('task definitions of public repositories', 'taskdef', samples => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const files = samples.flatMap(sample => {
    const file = tryDefinition(sample);
    return file === undefined ? [] : [{ id: numberOf(sample), name: sample.name, file }];
  });

  for (const sample of samples) {
    const start = REFUSED[numberOf(sample)];
    if (start === undefined) it(`${sample.name} loses nothing`, () => expectNothingLost(sample));
    else it(`${sample.name} is refused`, () => expectRefused(sample, start));
    it(`${sample.name} is taken by the schema where the reader takes it, and only there`, () => {
      agreesWithSchema(sample);
    });
  }

  it.each(files)('$name trimmed says the same to ECS, and is not trimmed twice', ({ file }) => {
    expectTrimmedTheSame(file);
  });

  it('get what is listed of the rules and nothing else', () => {
    const list = (severity: 'error' | 'warning') =>
      Object.fromEntries(
        files.map(({ id, file }) => [id, listFindings(file, severity)] as const).filter(([, told]) => told.length > 0)
      );
    const errors = Object.entries(ERRORS).map(([id, told]) => [id, Object.keys(told).sort()] as const);
    expect(list('error')).toEqual(Object.fromEntries(errors));
    expect(list('warning')).toEqual(WARNINGS);
  });

  it('do not differ from what the built-in AWS answers after registering', async () => {
    let registered = 0;
    const differing: string[] = [];
    for (const { name, file } of files) {
      const changes = await compareRegistered(file, stage);
      if (changes === undefined) continue;
      registered += 1;
      if (changes.length > 0) differing.push(`${name}: ${JSON.stringify(changes)}`);
    }
    expect(differing).toEqual([]);
    // The others are refused by our reader or by the built-in ECS.
    expect(registered).toBeGreaterThan(samples.length * 0.8);
  });
});
