import { describe, expect, it } from '@jest/globals';

import { ECS, findTaskDefinition } from '../../src/emulator/ecs/state.js';
import { withSandboxInProcess } from './in-process.js';
import { changes, count, REGION, type Sandbox } from './sandbox.js';
import { ROLLING, seed, stageOf } from './seed.js';

/** As CloudFormation made it: nobody else can set such tags. */
function tagAsCloudFormation({ cloud }: Sandbox, reference: string): void {
  findTaskDefinition(cloud.region(REGION), reference).tags = [
    { key: 'aws:cloudformation:stack-name', value: 'shop' },
    { key: 'team', value: 'payments' }
  ];
}

describe('a revision that CloudFormation made', () => {
  it.each(['service', 'shop-web', 'shop-web:1'])('is shipped from as task-definition: %s, with its own tags', source =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      tagAsCloudFormation(sandbox, 'shop-web:1');
      const run = await sandbox.ship({ ...ROLLING, 'task-definition': source });

      expect(run.log).toContain('The tag "aws:cloudformation:stack-name" is left out');
      expect(run.outputs).toMatchObject({ outcome: 'succeeded' });
      expect(findTaskDefinition(sandbox.cloud.region(REGION), 'shop-web:2').tags).toEqual([
        { key: 'team', value: 'payments' }
      ]);
    })
  );

  it('is deployed as it is, where nothing changes in it: nothing is left out', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      tagAsCloudFormation(sandbox, 'shop-web:1');
      const { cluster, service } = ROLLING;
      const run = await sandbox.ship({
        cluster,
        service,
        'task-definition': 'service',
        'force-new-deployment': 'true'
      });

      expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'task-definition-arn': expect.stringMatching(/:1$/) });
      expect(run.log).not.toContain('left out');
    }));
});

describe('a revision that was deregistered', () => {
  const { cluster, service } = ROLLING;

  it.each<[string, Record<string, string>, RegExp]>([
    ['named by its number', { 'task-definition': 'shop-web:2' }, /shop-web:2 is INACTIVE.* Name another revision/],
    [
      'as the one that runs',
      { 'task-definition': 'service', 'force-new-deployment': 'true' },
      /shop-web:1 is INACTIVE.* Name another revision/
    ],
    ['of a family that has no other', { 'task-definition': 'shop-web' }, /family shop-web has no ACTIVE/],
    ['that never was', { 'task-definition': 'shop-web:9' }, /no task definition shop-web:9/]
  ])('is refused by the check, %s', (_case, inputs, sentence) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('ecs', 'RegisterTaskDefinition', stageOf('ECS').taskDefinition);
      for (const { arn } of sandbox.cloud.region(REGION).part(ECS).families.get('shop-web') ?? [])
        await sandbox.call('ecs', 'DeregisterTaskDefinition', { taskDefinition: arn });
      const run = await sandbox.ship({ cluster, service, ...inputs });

      expect(run.exitCode).toBe(2);
      expect(run.errors).toMatch(sentence);
      expect(changes(run.requestLog)).toEqual([]);
      expect(count(run.requestLog, 'UpdateService')).toBe(0);
    })
  );

  it('is registered anew where an image goes into it', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'shop-web:1' });
      const run = await sandbox.ship({ ...ROLLING, 'task-definition': 'shop-web:1' });

      expect(run.outputs).toMatchObject({ outcome: 'succeeded' });
    }));
});
