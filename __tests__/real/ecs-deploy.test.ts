import { describe, expect, it } from '@jest/globals';

import type { Shape } from '../../src/emulator/client.js';
import { REGION, withSandbox, type Sandbox } from '../dist/sandbox.js';
import { describeService, seed, taskDefinition, waitUntilSteady } from '../dist/seed.js';
import { runClient, type Said } from './client-parts.js';

/** fabfuel's ecs-deploy, whose command is `ecs`: a deployer that nobody wrote with this stage in mind. */
const ecs = (sandbox: Sandbox, ...args: readonly string[]): Promise<Said> => runClient(sandbox, 'ecs', ...args);

/** What runs before; ecs-deploy needs a role for the task, see the last test. */
function earlier(changes: Shape = { taskRoleArn: 'arn:aws:iam::123456789012:role/shop' }): Shape {
  const container = {
    name: 'web',
    image: 'public.ecr.aws/nginx/nginx:1.28',
    portMappings: [{ containerPort: 8080, protocol: 'tcp' }]
  };
  return taskDefinition({ containerDefinitions: [container], ...changes });
}

async function readImage(sandbox: Sandbox): Promise<string | undefined> {
  const { taskDefinition: arn } = await describeService(sandbox);
  const described = await sandbox.call('ecs', 'DescribeTaskDefinition', { taskDefinition: arn });
  const { containerDefinitions } = described['taskDefinition'] as {
    containerDefinitions: readonly { image: string }[];
  };
  return containerDefinitions[0]?.image;
}

describe('ecs-deploy and the built-in AWS', () => {
  it(
    'deploy an image, compare revisions, scale and run a task',
    () =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS', { taskDefinition: earlier() });
        const deployed = await ecs(
          sandbox,
          'deploy',
          'shop',
          'web',
          '--image',
          'web',
          'public.ecr.aws/nginx/nginx:1.29',
          '--timeout',
          '60'
        );
        expect(deployed).toMatchObject({ exitCode: 0, text: expect.stringContaining('Deployment successful') });
        expect(await readImage(sandbox)).toBe('public.ecr.aws/nginx/nginx:1.29');

        const compared = await ecs(sandbox, 'diff', 'shop-web', '1', '2');
        expect(compared.text).toMatch(/nginx:1\.28[\s\S]*nginx:1\.29|nginx:1\.29[\s\S]*nginx:1\.28/);

        expect(await ecs(sandbox, 'scale', 'shop', 'web', '3')).toMatchObject({
          exitCode: 0,
          text: expect.stringContaining('Scaling successful')
        });
        await waitUntilSteady(sandbox);
        expect(await describeService(sandbox)).toMatchObject({ desiredCount: 3, runningCount: 3 });

        const network = [
          '--launchtype',
          'FARGATE',
          '--subnet',
          'subnet-0a1b2c3d4e5f60718',
          '--securitygroup',
          'sg-0a1b2c3d4e5f60718'
        ];
        const ran = await ecs(sandbox, 'run', 'shop', 'shop-web', '1', ...network);
        expect(ran.text).toMatch(new RegExp(`arn:aws:ecs:${REGION}:123456789012:task/shop/[0-9a-f]{32}`));
      }),
    120_000
  );

  // fabfuel/ecs-deploy#185: it waits until one deployment is left and does not ask which, and then takes the earlier revision away.
  it(
    'meet on a version that crashes: it is taken in by the rollback, as with AWS',
    () =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS', { taskDefinition: earlier() });
        const crash = ['--env', 'web', 'SLIPWAY_REHEARSAL', 'crash', '--timeout', '120'];
        const said = await ecs(sandbox, 'deploy', 'shop', 'web', ...crash);
        expect(said).toMatchObject({ exitCode: 0, text: expect.stringContaining('Deployment successful') });
        const { taskDefinition: running } = await describeService(sandbox);
        expect(running).toMatch(/shop-web:1$/);
        const described = await sandbox.call('ecs', 'DescribeTaskDefinition', { taskDefinition: running });
        expect(described['taskDefinition']).toMatchObject({ status: 'INACTIVE' });
      }),
    180_000
  );

  // fabfuel/ecs-deploy#231: it sends an empty taskRoleArn, and since August 2024 AWS refuses that in these words.
  it(
    'meet where the task has no role, as with AWS',
    () =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS', { taskDefinition: earlier({}) });
        expect(await ecs(sandbox, 'deploy', 'shop', 'web', '--timeout', '60')).toMatchObject({
          exitCode: 1,
          text: expect.stringContaining(
            '(ClientException) when calling the RegisterTaskDefinition operation: Role is not valid'
          )
        });
      }),
    60_000
  );
});
