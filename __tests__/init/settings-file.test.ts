import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv';
import { load } from 'js-yaml';

import { renderSettings, type InitImage, type InitSettings } from '../../src/init/settings-file.js';
import { decode } from '../config/decode-helpers.js';

const SCHEMA = join(import.meta.dirname, '..', '..', 'schema', 'slipway.schema.json');
const validate = new Ajv().compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

const WEB = { service: 'web', 'task-definition': 'taskdefinition.json' };
const APP = { container: 'app', repository: 'shop/app' };
const PROXY = { container: 'proxy', repository: 'shop/proxy' };

function settings(changes: Partial<InitSettings> = {}): InitSettings {
  return { region: 'eu-west-1', cluster: 'shop', images: [], services: [WEB], ...changes };
}

/** What editors and Slipway take of it. */
function read(changes: Partial<InitSettings>): {
  readonly said: unknown;
  readonly config: ReturnType<typeof decode>;
} {
  const text = renderSettings(settings(changes));
  const said = load(text);
  expect(validate(said)).toBe(true);
  expect(text.endsWith('\n') && !text.includes('\n\n')).toBe(true);
  return { said, config: decode({ file: text }) };
}

describe('the slipway.yml of a service', () => {
  it('says no more than is needed', () => {
    expect(renderSettings(settings({ cluster: undefined }))).toBe(
      `# Made by \`slipway init\` from web as it ran. All settings: \`slipway help ship\`.
region: eu-west-1
service: web
task-definition: taskdefinition.json
`
    );
  });

  it('builds its single image', () => {
    const { said, config } = read({ images: [APP], services: [{ ...WEB, 'container-name': 'app' }] });
    expect(said).toMatchObject({ repository: 'shop/app', 'container-name': 'app' });
    expect(config.images).toMatchObject([{ kind: 'built', container: 'app', repository: 'shop/app' }]);
  });

  it('builds several', () => {
    const { config } = read({ images: [APP, PROXY] });
    expect(config.images).toMatchObject([
      { container: 'app', repository: 'shop/app' },
      { container: 'proxy', repository: 'shop/proxy' }
    ]);
  });

  it.each<readonly [readonly InitImage[], string | undefined]>([
    [[], undefined],
    [[APP], '`cache: registry` in CodeBuild and elsewhere.'],
    [
      [{ ...APP, isImmutable: true }],
      '`cache: registry` with `cache-repository` elsewhere, since tags of shop/app are immutable.'
    ],
    [[APP, { ...PROXY, isImmutable: true }], 'since tags of shop/proxy are immutable.']
  ])('proposes the cache that fits %j', (images, expected) => {
    const line = renderSettings(settings({ images }))
      .split('\n')
      .find(text => text.includes('cache'));
    if (expected === undefined) expect(line).toBeUndefined();
    else expect(line).toMatch(/^# To build faster on machines that begin empty: `cache: github` in GitHub Actions, /);
    expect(line?.endsWith(expected ?? '') ?? true).toBe(true);
    // A proposal is not said yet.
    expect(read({ images }).config.images.every(image => image.kind === 'built' && image.build.cache === 'none')).toBe(
      true
    );
  });

  it('has what CodeDeploy needs', () => {
    const group = { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'web: "blue"' };
    const { config } = read({ services: [{ ...WEB, appspec: 'appspec.yml', ...group }] });
    expect(config.files.appspec).toBe('appspec.yml');
    expect(config.rollout).toMatchObject({ codedeployApplication: 'shop', codedeployDeploymentGroup: 'web: "blue"' });
  });

  it('has several services, each with its own', () => {
    const worker = { service: 'worker', 'task-definition': 'worker.taskdefinition.json' };
    const { config } = read({ images: [APP], services: [WEB, worker] });
    expect(config.rollouts.map(({ rollout, files }) => [rollout.service, files.taskDefinition])).toEqual([
      ['web', { kind: 'file', path: 'taskdefinition.json' }],
      ['worker', { kind: 'file', path: 'worker.taskdefinition.json' }]
    ]);
    expect(config.images).toMatchObject([{ container: 'app', build: { context: '.' } }]);
  });
});
