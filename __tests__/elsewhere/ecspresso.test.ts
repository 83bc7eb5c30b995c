import { describe, expect, it } from '@jest/globals';

import { withSandbox, type Sandbox } from '../dist/sandbox.js';
import { countRevisions, describeService, seed, waitUntilSteady } from '../dist/seed.js';
import { runClient } from '../real/client-parts.js';

/** ecspresso with the files that it has itself written from the running service. Rejects where it says no. */
async function ecspresso(sandbox: Sandbox, ...args: readonly string[]): Promise<string> {
  const { exitCode, text } = await runClient(sandbox, 'ecspresso', ...args, '--config', 'ecspresso.yml');
  if (exitCode !== 0) throw new Error(`ecspresso ${args.join(' ')}: ${text}`);
  return text;
}

const init = (sandbox: Sandbox): Promise<string> =>
  ecspresso(sandbox, 'init', '--cluster', 'shop', '--service', 'web', '--region', 'ap-northeast-2');

describe('ecspresso and the built-in AWS', () => {
  it(
    'see no difference between a service and the files that were made from it, deploy, roll back, scale and run a task',
    () =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        await init(sandbox);
        expect(await ecspresso(sandbox, 'diff')).not.toMatch(/^[+-]/m);
        expect(await ecspresso(sandbox, 'deploy')).toContain('Service is stable now. Completed!');
        expect((await describeService(sandbox)).taskDefinition).toMatch(/shop-web:2$/);
        expect(await ecspresso(sandbox, 'status')).toMatch(/PRIMARY shop-web:2 desired:2 pending:0 running:2/);
        expect(await ecspresso(sandbox, 'rollback')).toContain('shop-web:2 was deregistered successfully');
        expect((await describeService(sandbox)).taskDefinition).toMatch(/shop-web:1$/);
        await ecspresso(sandbox, 'scale', '--tasks=3');
        await waitUntilSteady(sandbox);
        expect(await describeService(sandbox)).toMatchObject({ desiredCount: 3, runningCount: 3 });
        expect(await ecspresso(sandbox, 'run')).toContain('Run task completed!');
      }),
    180_000
  );

  it(
    'deploy by CodeDeploy, whose application and group it finds by itself',
    () =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'CODE_DEPLOY');
        await init(sandbox);
        expect(await ecspresso(sandbox, 'appspec')).toContain('ContainerName: web');
        expect(await ecspresso(sandbox, 'deploy')).toContain('Completed!');
        expect(await countRevisions(sandbox)).toBe(2);
        const { taskSets } = await describeService(sandbox);
        expect(taskSets?.find(({ status }) => status === 'PRIMARY')?.taskDefinition).toMatch(/shop-web:2$/);
      }),
    180_000
  );
});
