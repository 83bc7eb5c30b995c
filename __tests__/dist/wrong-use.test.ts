import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import { withSandbox, type Sandbox, type ShipOptions, type Shipped } from './sandbox.js';
import { BLUE_GREEN, ROLLING, seed, taskDefinition } from './seed.js';

const SLIPWAY_YML = `region: ap-northeast-2
repository: shop/web
cluster: shop
service: web
task-definition: taskdefinition.json
environments:
  dev: { cluster: shop }
  prod: { cluster: shop-prod }
`;

/** Ships what cannot be shipped: nothing may be asked of Docker, and nothing but reads of AWS. */
async function refuse(
  sandbox: Sandbox,
  inputs: Readonly<Record<string, string>>,
  options?: ShipOptions
): Promise<Shipped> {
  const run = await sandbox.ship(inputs, options);
  expect(run.exitCode).not.toBe(0);
  expect(run.docker).toEqual([]);
  expect(run.requestLog.filter(entry => !/^(Describe|List|Get|Batch)/.test(entry.operation))).toEqual([]);
  return run;
}

describe('wrong use is told in one sentence each, before anything is built', () => {
  it('tells all wrong settings at once', () =>
    withSandboxInProcess(async sandbox => {
      await sandbox.write('taskdefinition.json', taskDefinition());
      const run = await refuse(sandbox, {
        ...ROLLING,
        'force-new-deployment': 'yes',
        'wait-for': 'ever',
        'wait-for-minutes': 'soon',
        'fail-after': '0'
      });
      for (const name of ['force-new-deployment', 'wait-for', 'wait-for-minutes', 'fail-after']) {
        expect(run.errors).toContain(name);
      }
      expect(run.errors).toMatch(/yes.*true.*false|true.*false.*yes/);
      expect(run.requestLog).toEqual([]);
    }));

  it.each([
    ['an input', '', { clustr: 'shop' }, [/clustr/, /\bcluster\b/]],
    [
      'a key of slipway.yml',
      SLIPWAY_YML.replace('cluster: shop\n', 'clustr: shop\n'),
      {},
      [/slipway\.yml:3:1/, /clustr/, /\bcluster\b/]
    ],
    ['an environment', SLIPWAY_YML, { environment: 'prd' }, [/prd/, /\bprod\b/]],
    ['a setting that nobody knows', SLIPWAY_YML, { 'skip-unchangd': 'true' }, [/skip-unchanged/]]
  ] as const)('knows a wrong word for %s', (_, file, inputs, says) =>
    withSandboxInProcess(async sandbox => {
      await sandbox.write('taskdefinition.json', taskDefinition());
      if (file !== '') await sandbox.write('slipway.yml', file);
      const run = await refuse(sandbox, file === '' ? { ...ROLLING, ...inputs } : inputs);
      for (const words of says) expect(run.errors).toMatch(words);
      expect(run.requestLog).toEqual([]);
    })
  );

  it.each([
    ['JSON', 'taskdefinition.json', '{\n  "family": "shop-web",\n  "cpu" "256"\n}\n', /taskdefinition\.json:3:9/],
    ['YAML', 'appspec.yml', 'version: 0.0\nResources:\n  - TargetService: [\n', /appspec\.yml:\d+:\d+/],
    [
      'a field that ECS does not know',
      'taskdefinition.json',
      '{\n  "family": "shop-web",\n  "containerDefinitons": []\n}\n',
      /taskdefinition\.json:3:3.*containerDefinitions/s
    ]
  ] as const)('names line and column of broken %s', (_, path, text, says) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await sandbox.write(path, text);
      expect((await refuse(sandbox, BLUE_GREEN)).errors).toMatch(says);
    })
  );

  it('names files that are not there', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const run = await refuse(sandbox, { ...BLUE_GREEN, 'task-definition': 'taskdef.json', appspec: 'spec.yml' });
      expect(run.errors).toContain('taskdef.json');
      expect(run.errors).toContain('spec.yml');
    }));

  it.concurrent.each([
    ['no region', { AWS_REGION: undefined }, undefined, [/region/]],
    [
      'no credentials',
      { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined },
      undefined,
      [/credentials/i, /role-to-assume/]
    ],
    ['expired credentials', {}, { expired: true }, [/expired/i]]
  ] as const)('says that there is/are %s', (_, env, faults, says) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      if (faults !== undefined) sandbox.cloud.setFaults(faults);
      const run = await refuse(sandbox, ROLLING, { env });
      for (const words of says) expect(run.errors).toMatch(words);
      expect(run.log.match(/^::error/gm)).toHaveLength(1);
    })
  );
});
