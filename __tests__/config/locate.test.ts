import { describe, expect, it } from '@jest/globals';

import { decodeAll } from '../../src/config/decode/decode.js';
import { placeProblems } from '../../src/config/sources/source-locations.js';
import { ProblemsError, SlipwayError, type SourceLocation } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';
import { problemsOf, SHA } from './decode-helpers.js';

const FILE = `region: eu-west-1
task-definition: task.json
context: app
container-name: web
images:
  - { container: web, repository: shop/web }
  - container: proxy
    repository: shop/proxy
    context: proxy
services:
  - { service: web }
  - service: worker
    secrets: { TOKEN: token }
environments:
  prod:
    cluster: prod
    codedeploy-appspec: prod.appspec.yml
`;

function locate(
  path: string,
  {
    file = FILE,
    given = {},
    from = 'input' as const,
    environment = 'prod'
  }: Partial<Record<'file' | 'environment', string>> & {
    readonly given?: Readonly<Record<string, string>>;
    readonly from?: 'input' | 'flag';
  } = {}
): SourceLocation | undefined {
  const document = readDocument('slipway.yml', new TextEncoder().encode(file));
  const asked = {
    given: { environment, ...given },
    givenFrom: from,
    file: document,
    env: { AWS_ROLE_SESSION_NAME: 'me' },
    source: { sha: SHA }
  };
  return decodeAll(asked).locate(path);
}

describe('where a setting is said', () => {
  it.each([
    ['at the top', 'context', 3, 1, 'context'],
    ['in the environment in force', 'cluster', 16, 5, 'environments.prod.cluster'],
    ['under its other name', 'appspec', 17, 5, 'environments.prod.codedeploy-appspec'],
    ['in an entry', 'images[1].context', 9, 5, 'images[1].context'],
    ['at the top, for an entry that does not say it', 'images[0].context', 3, 1, 'context'],
    ["in an entry, by the list's own name for it", 'images[1].container', 7, 5, 'images[1].container'],
    ['nowhere, so the entry', 'images[0].dockerfile', 6, 5, 'images[0]'],
    ['an entry itself', 'services[1]', 12, 5, 'services[1]'],
    ['a list itself', 'services', 10, 1, 'services'],
    ['in one of several entries alone', 'secrets', 13, 5, 'services[1].secrets']
  ])('%s', (_, path, line, column, where) => {
    expect(locate(path)).toEqual({ file: 'slipway.yml', line, column, path: where });
  });

  it('in the only entry of a list, before the top', () => {
    const file = 'region: eu-west-1\ncontext: a\nimages:\n  - { repository: shop/web, context: b }\n';
    expect(locate('context', { file })).toMatchObject({ line: 4, path: 'images[0].context' });
  });

  it('names the input or the flag that said it more strongly, as it was written', () => {
    expect(locate('context', { given: { context: 'other' } })).toEqual({ path: 'context' });
    expect(locate('appspec', { given: { 'codedeploy-appspec': 'x.yml' } })).toEqual({ path: 'codedeploy-appspec' });
    expect(locate('context', { given: { context: 'other' }, from: 'flag' })).toEqual({ path: '--context' });
    expect(locate('images[0].context', { given: { context: 'other' } })).toEqual({ path: 'context' });
    expect(locate('images[1].context', { given: { context: 'other' } })).toMatchObject({ line: 9 });
    expect(locate('images[0].tags', { given: { images: '- { repository: a/b }' } })).toEqual({ path: 'images[0]' });
    expect(locate('role-session-name')).toEqual({ path: 'AWS_ROLE_SESSION_NAME' });
  });

  it('is not known of what nobody says, and of what is no setting', () => {
    expect(locate('dockerfile')).toBeUndefined();
    expect(locate('containerDefinitions[0].image')).toBeUndefined();
    expect(locate('images[7].context')).toMatchObject({ line: 3 });
    expect(locate('images[7]')).toBeUndefined();
  });
});

describe('problems and where the settings are said', () => {
  const place = { file: 'slipway.yml', line: 3, column: 1 };
  const at = (path: string) => ({ code: 'x', place: { path }, what: 'It is wrong.', next: '' });

  it('meet, those that are about a setting and no file', () => {
    const inFile = { ...at('context'), place: { file: 'task.json', path: 'context' } };
    const error = new ProblemsError([at('context'), at('nothing'), inFile]);
    const placed = placeProblems(error, path => (path === 'context' ? place : undefined));
    expect((placed as ProblemsError).problems.map(problem => problem.place)).toEqual([
      place,
      { path: 'nothing' },
      inFile.place
    ]);
    expect((placed as ProblemsError).message).toContain('slipway.yml:3:1');
  });

  it('leave other errors alone', () => {
    const error = new SlipwayError({ code: 'x', fault: 'aws', what: 'AWS said no.' });
    expect(placeProblems(error, () => place)).toBe(error);
    expect(placeProblems(error, undefined)).toBe(error);
  });
});

it.each([
  ['an unknown key', 'clustr: shop\n', 5, 1],
  ['a wrong value', 'wait-for: ever\n', 5, 1],
  ['a wrong value in an overlay that is not in force', 'environments:\n  dev: {}\n  prod:\n    wait-for: ever\n', 8, 5],
  ['an unknown key of an entry', 'services:\n  - service: web\n    clustr: shop\n', 7, 5],
  ['a wrong value of an entry', 'images:\n  - repository: shop/web\n    tags: [v1, "a b"]\n', 7, 16],
  ['two services that are one', 'services:\n  - service: web\n  - service: web\n', 7, 5],
  [
    'a name twice, in an entry',
    'services:\n  - service: web\n    environment-variables: { A: b }\n    secrets: { A: c }\n',
    8,
    5
  ],
  ['an environment that is not there', 'environment: prd\nenvironments:\n  prod: {}\n', 5, 1],
  ['environments that are none', 'environments: [dev]\n', 5, 1]
])('a mistake in the settings file has line and column: %s', (_, text, line, column) => {
  const file = `region: eu-west-1\ncluster: shop\ntask-definition: task.json\nregistries: []\n${text}`;
  const problems = problemsOf({ file });
  expect(problems.map(({ place }) => place)).toEqual([expect.objectContaining({ file: 'slipway.yml', line, column })]);
});
