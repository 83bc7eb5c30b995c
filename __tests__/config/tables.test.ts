import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderActionYml } from '../../src/config/docs/action-yml.js';
import { renderGeneratedFiles } from '../../src/config/docs/generated-files.js';
import { renderSettingsHelp } from '../../src/config/docs/help.js';
import { renderJsonSchema } from '../../src/config/docs/json-schema.js';
import { decodeValue } from '../../src/config/decode/values.js';
import { findSetting, namesIn, SETTINGS } from '../../src/config/table/settings-table.js';
import { OUTPUTS } from '../../src/config/outputs.js';
import { renderSettingsPage } from '../../src/config/docs/settings-page.js';
import { readDocument } from '../../src/text/document.js';
import { decode } from './decode-helpers.js';

const root = join(import.meta.dirname, '..', '..');

/** Every setting that Slipway promises, in its chapters. */
const PROMISED = `
  region role-to-assume role-session-name role-duration-seconds config environment dry-run
  repository create-repository registries image context dockerfile target build-args build-secrets ssh platforms labels
  cache-from cache-to build-options tags reuse-image image-reference scan-gate
  task-definition appspec codedeploy-appspec container-name images environment-variables secrets docker-labels
  log-configuration-log-driver log-configuration-options command task-role-arn execution-role-arn unknown-fields
  artifacts-directory
  cluster service services desired-count force-new-deployment propagate-tags enable-ecs-managed-tags
  codedeploy-application codedeploy-deployment-group codedeploy-deployment-config codedeploy-deployment-description
  wait-for wait-for-service-stability wait-for-minutes on-failure on-cancel on-conflict fail-after
  run-task run-task-container-overrides run-task-security-groups run-task-subnets run-task-assign-public-IP
  run-task-capacity-provider-strategy run-task-launch-type run-task-started-by run-task-tags wait-for-task-stopped
  skip-unchanged max-parallel
  cache cache-repository max-parallel-builds
  gate-command gate-urls gate-at gate-timeout-minutes deployment continue
  github-token github-environment environment-url summary`.split(/\s+/);

const PROMISED_OUTPUTS = `outcome registry repository image image-tag image-digest artifacts-directory imagedefinitions
  image-detail appspec task-definition task-definition-arn previous-task-definition-arn task-definition-changed
  service-deployment-arn codedeploy-deployment-id deployment run-task-arn phases console-url`.split(/\s+/);

describe('the tables', () => {
  it.each(PROMISED.filter(name => name !== ''))('have the setting %s', name => {
    expect(findSetting(name)).toBeDefined();
  });

  it('have the outputs', () => {
    expect(OUTPUTS.map(({ name }) => name)).toEqual(PROMISED_OUTPUTS);
  });

  it('name nothing twice, upper and lower case taken for the same', () => {
    const names = SETTINGS.flatMap(({ name, aliases = [] }) => [name, ...aliases.map(alias => alias.name)]);
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
  });

  it.each(SETTINGS.map(option => [option.name, option] as const))(
    'say %s in whole sentences, with an example that is right',
    (name, option) => {
      expect(option.help).toMatch(/^[A-Z].*\.$/);
      if (option.example === undefined || name === 'environment') return;
      const base: Record<string, string> = { region: 'eu-west-1', 'task-definition': 'a.json' };
      const build: Record<string, string> = name === 'image' ? {} : { repository: 'shop/api' };
      const service: Record<string, string> = name === 'services' ? {} : { service: 'b' };
      const task: Record<string, string> = option.needs === 'run-task' ? { 'run-task': 'true' } : {};
      const cache: Record<string, string> = option.needs === 'cache' ? { cache: 'registry' } : {};
      const volume: Record<string, string> = {};
      if (name === 'run-task-managed-ebs-volume') volume['run-task-managed-ebs-volume-name'] = 'data';
      const given = { ...base, ...build, ...service, ...task, ...cache, ...volume, [name]: option.example ?? '' };
      expect(() => decode({ given })).not.toThrow();
    }
  );
});

describe('a default', () => {
  const rows = SETTINGS.filter(row => row.default !== undefined);

  it.each(rows.map(row => [row.name, row] as const))('of %s is what the setting takes', (_name, row) => {
    const data = { value: row.default, place: () => ({}), source: () => undefined };
    const told: unknown[] = [];
    expect(decodeValue(row, { form: 'data', data }, problem => told.push(problem))).toEqual(row.default);
    expect(told).toEqual([]);
  });
});

describe('the files made from the tables', () => {
  // `npm run generate` writes them.
  it.each(renderGeneratedFiles().map(({ path, text }) => [path, text] as const))('%s is up to date', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
});

describe('action.yml', () => {
  const { value } = readDocument('action.yml', new TextEncoder().encode(renderActionYml()));
  const action = value as {
    inputs: Record<string, { description: string; default?: unknown }>;
    outputs: Record<string, { description: string }>;
    runs: unknown;
  };

  it('declares every name as an input, none with a default', () => {
    expect(new Set(Object.keys(action.inputs))).toEqual(new Set(namesIn('given')));
    for (const [name, input] of Object.entries(action.inputs)) {
      expect([name, Object.keys(input)]).toEqual([name, ['description', 'required']]);
    }
    expect(action.inputs['wait-for']?.description).toContain('Default: `stable`.');
  });

  it('declares the outputs and both steps of one bundle', () => {
    expect(Object.keys(action.outputs)).toEqual(PROMISED_OUTPUTS);
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/post.js',
      'post-if': 'always()'
    });
  });

  it('holds no expression that GitHub would evaluate', () => {
    expect(renderActionYml()).not.toContain('${{');
  });
});

describe('the JSON schema', () => {
  interface Shape {
    readonly properties: Readonly<Record<string, { readonly $ref?: string }>>;
    readonly additionalProperties: boolean;
  }
  const schema = JSON.parse(renderJsonSchema()) as Shape & { definitions: Record<string, Shape> };

  it.each([
    ['file', schema, ['$schema', 'environments', 'pipeline']],
    ['environments', schema.definitions['environment'], []],
    ['images', schema.definitions['image'], []],
    ['services', schema.definitions['service'], []]
  ] as const)('takes in %s what the decoder takes', (scope, shape, others) => {
    expect(new Set(Object.keys(shape?.properties ?? {}))).toEqual(new Set([...namesIn(scope), ...others]));
    expect(shape?.additionalProperties).toBe(false);
  });

  it('points at definitions that are there', () => {
    const references = [...renderJsonSchema().matchAll(/"\$ref": "#\/definitions\/([^"]+)"/g)].map(
      match => match[1] ?? ''
    );
    expect(references.filter(name => !(name in schema.definitions))).toEqual([]);
    expect(references).toContain('setting-region');
  });

  it('says values, ranges and patterns', () => {
    expect(schema.definitions['setting-wait-for']).toMatchObject({
      enum: ['nothing', 'started', 'paused', 'live', 'stable']
    });
    expect(schema.definitions['setting-role-duration-seconds']).toMatchObject({
      type: 'integer',
      minimum: 900,
      maximum: 43200
    });
    expect(schema.definitions['setting-summary']).toMatchObject({ type: 'boolean' });
    expect(schema.definitions['setting-region']).toMatchObject({ type: 'string', pattern: expect.any(String) });
  });
});

describe('docs/settings.md', () => {
  it('names every setting and output', () => {
    const text = renderSettingsPage();
    for (const name of [...namesIn('given'), ...PROMISED_OUTPUTS]) expect(text).toContain(`\`${name}`);
  });
});

describe('--help', () => {
  it('names every setting once as a flag, in lines of the width that is asked for', () => {
    for (const width of [80, 100]) {
      const lines = renderSettingsHelp(width).split('\n');
      const flags = lines.flatMap(line => /^ {2}--(\S+)/.exec(line)?.[1] ?? []);
      expect(new Set(flags)).toEqual(new Set(namesIn('given')));
      expect(flags).toHaveLength(namesIn('given').length);
      expect(lines.filter(line => line.length > width)).toEqual([]);
    }
  });
});
