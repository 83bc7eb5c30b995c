import { describe, expect, it } from '@jest/globals';

import { decodeAll } from '../../src/config/decode/decode.js';
import { readDocument } from '../../src/text/document.js';
import { BASE, complaintsOf, decode, problemsOf } from './decode-helpers.js';

describe('a setting that says what happens anyway', () => {
  it.each([
    ['dry-run', 'false'],
    ['run-task', 'false'],
    ['wait-for-task-stopped', 'false'],
    ['skip-unchanged', 'false'],
    ['services', '[]']
  ])('%s: %s asks for nothing and is taken', (name, text) => {
    expect(complaintsOf({ given: { ...BASE, [name]: text } })).toEqual([]);
  });
});

describe('settings together', () => {
  const region = 'region: eu-west-1\n';

  it('must ask for something', () => {
    const what = 'Nothing to do: there is neither a task-definition nor a repository or image.';
    const next = 'Add task-definition (to register and deploy) or repository (to build and push)';
    const overlay = ', or choose an environment of slipway.yml that has them';
    expect(complaintsOf({ file: region })).toEqual([`${what} ${next}${overlay}.`]);
    expect(complaintsOf({})).toEqual([
      expect.stringMatching(/^The region is missing\./),
      expect.stringContaining(what)
    ]);
  });

  it('need a service where the task definition is that of the service', () => {
    expect(complaintsOf({ file: `${region}task-definition: service\n` })).toEqual([
      'slipway.yml:2:1 task-definition: task-definition: service means the one that the service runs now, and no service is given. Add service.'
    ]);
  });

  it.each([
    [
      'appspec',
      'a.yml',
      { repository: 'shop/a' },
      'appspec has no effect without a task definition. Add task-definition.'
    ],
    [
      'secrets',
      'A=b',
      { repository: 'shop/a' },
      'secrets has no effect without a task definition. Add task-definition.'
    ],
    [
      'desired-count',
      '2',
      { 'task-definition': 'a.json' },
      'desired-count has no effect without a service. Add service.'
    ],
    [
      'codedeploy-application',
      'x',
      { 'task-definition': 'a.json' },
      'codedeploy-application has no effect without a service. Add service.'
    ],
    [
      'target',
      'x',
      { image: 'a:1' },
      'target has no effect because nothing is built. Add repository (to build and push), or leave it out.'
    ],
    [
      'context',
      'x',
      { 'task-definition': 'a.json' },
      'context has no effect because nothing is built. Add repository (to build and push), or leave it out.'
    ]
  ])('%s given for nothing is told', (name, text, given, expected) => {
    expect(complaintsOf({ given: { ...given, [name]: text }, file: region })).toEqual([`${name}: ${expected}`]);
  });

  it('of a file may lie idle: it serves several jobs', () => {
    const file = `${region}repository: shop/a\nappspec: a.yml\ndesired-count: 2\ncommand: run\nservice: api\n`;
    expect(decode({ file }).files.taskDefinition).toBeUndefined();
    expect(complaintsOf({ given: { image: 'a:1' }, file: `${file}target: x\n` })).toEqual([]);
  });

  it('given as the default are no wish', () => {
    const given = { 'task-definition': 'a.json', context: '.', 'force-new-deployment': 'false' };
    expect(complaintsOf({ given, file: region })).toEqual([]);
  });

  it('may not make one name an environment variable and a secret', () => {
    expect(complaintsOf({ given: { ...BASE, 'environment-variables': 'A=1\nB=2', secrets: 'B=/b' } })).toEqual([
      'secrets: "B" is both an environment variable and a secret. Keep one of the two.'
    ]);
  });

  it('are not said to be missing where a name is misspelt', () => {
    expect(problemsOf({ given: { repositry: 'shop/a' }, file: region }).map(({ code }) => code)).toEqual([
      'unknown-setting'
    ]);
  });
});

describe('settings for a service that is there already', () => {
  const decodeFor = (file: string, given: Readonly<Record<string, string>> = {}) =>
    decodeAll({
      given: { region: 'eu-west-1', ...given },
      givenFrom: 'flag',
      file: readDocument('slipway.yml', Buffer.from(file)),
      env: {},
      source: { sha: undefined },
      purpose: 'service'
    });

  it('need no task definition and nothing to build; a commit is not missed either', () => {
    const { config, problems } = decodeFor('repository: shop/web\ncluster: shop\nservice: web\n');
    expect(problems).toEqual([]);
    expect(config.images).toEqual([]);
    expect(config.rollout).toMatchObject({ cluster: 'shop', service: 'web' });
  });

  it('are still held to what a value may be', () => {
    const { problems } = decodeFor('service: web\n', { 'wait-for': 'ever' });
    expect(problems.map(({ code }) => code)).toEqual(['not-allowed']);
  });
});
