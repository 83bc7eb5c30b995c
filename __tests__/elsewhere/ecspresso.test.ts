import { describe, expect, it } from '@jest/globals';

import { withBench, type Bench } from '../dist/run-bundle.js';
import { countRevisions, describeService, seed, waitUntilSteady } from '../dist/seed.js';
import { runClient } from '../real/client-parts.js';

/** ecspresso with the files that it has itself written from the running service. Rejects where it says no. */
async function ecspresso(bench: Bench, ...args: readonly string[]): Promise<string> {
  const { exitCode, text } = await runClient(bench, 'ecspresso', ...args, '--config', 'ecspresso.yml');
  if (exitCode !== 0) throw new Error(`ecspresso ${args.join(' ')}: ${text}`);
  return text;
}

const init = (bench: Bench): Promise<string> =>
  ecspresso(bench, 'init', '--cluster', 'shop', '--service', 'web', '--region', 'ap-northeast-2');

describe('ecspresso and the built-in AWS', () => {
  it(
    'see no difference between a service and the files that were made from it, deploy, roll back, scale and run a task',
    () =>
      withBench(async bench => {
        await seed(bench, 'ECS');
        await init(bench);
        expect(await ecspresso(bench, 'diff')).not.toMatch(/^[+-]/m);
        expect(await ecspresso(bench, 'deploy')).toContain('Service is stable now. Completed!');
        expect((await describeService(bench)).taskDefinition).toMatch(/shop-web:2$/);
        expect(await ecspresso(bench, 'status')).toMatch(/PRIMARY shop-web:2 desired:2 pending:0 running:2/);
        expect(await ecspresso(bench, 'rollback')).toContain('shop-web:2 was deregistered successfully');
        expect((await describeService(bench)).taskDefinition).toMatch(/shop-web:1$/);
        await ecspresso(bench, 'scale', '--tasks=3');
        await waitUntilSteady(bench);
        expect(await describeService(bench)).toMatchObject({ desiredCount: 3, runningCount: 3 });
        expect(await ecspresso(bench, 'run')).toContain('Run task completed!');
      }),
    180_000
  );

  it(
    'deploy by CodeDeploy, whose application and group it finds by itself',
    () =>
      withBench(async bench => {
        await seed(bench, 'CODE_DEPLOY');
        await init(bench);
        expect(await ecspresso(bench, 'appspec')).toContain('ContainerName: web');
        expect(await ecspresso(bench, 'deploy')).toContain('Completed!');
        expect(await countRevisions(bench)).toBe(2);
        const { taskSets } = await describeService(bench);
        expect(taskSets?.find(({ status }) => status === 'PRIMARY')?.taskDefinition).toMatch(/shop-web:2$/);
      }),
    180_000
  );
});
