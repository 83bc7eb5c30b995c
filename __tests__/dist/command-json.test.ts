import { describe, expect, it } from '@jest/globals';

import { withSandbox } from './sandbox.js';
import { slipway } from './run-command.js';
import { seed, taskDefinition } from './seed.js';

const WEB = ['--cluster=shop', '--service=web'];

describe('the command with --json', () => {
  it('has JSON and nothing else on standard output, and what it tells meanwhile beside it', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const [container] = taskDefinition()['containerDefinitions'] as readonly object[];
      await sandbox.write(
        'taskdefinition.json',
        taskDefinition({
          containerDefinitions: [{ ...container, image: 'public.ecr.aws/docker/library/httpd:2.4.66' }]
        })
      );

      const shipped = await slipway(sandbox, 'ship', ...WEB, '--task-definition=taskdefinition.json', '--json');
      expect(shipped.exitCode).toBe(0);
      expect(JSON.parse(shipped.stdout)).toMatchObject({
        outcome: 'succeeded',
        'task-definition-arn': expect.stringMatching(/task-definition\/shop-web:2$/),
        'task-definition-changed': 'true'
      });
      expect(shipped.stderr).toContain('Succeeded shop/web');

      const status = await slipway(sandbox, 'status', ...WEB, '--json');
      expect(status.stderr).toBe('');
      expect(JSON.parse(status.stdout)).toMatchObject([
        {
          cluster: 'shop',
          service: 'web',
          controller: 'ECS',
          strategy: 'ROLLING',
          runningCount: 2,
          taskDefinitionArn: expect.stringMatching(/shop-web:2$/),
          images: [{ container: 'web', image: 'public.ecr.aws/docker/library/httpd:2.4.66' }],
          deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED' }],
          serviceDeployments: [{ status: 'SUCCESSFUL', finishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }, {}],
          tasks: [{ lastStatus: 'RUNNING' }, { lastStatus: 'RUNNING' }],
          notReadable: []
        }
      ]);

      const back = await slipway(sandbox, 'rollback', ...WEB, '--json');
      expect(back.exitCode).toBe(0);
      expect(JSON.parse(back.stdout)).toMatchObject({
        outcome: 'succeeded',
        'task-definition-arn': expect.stringMatching(/shop-web:1$/)
      });
      expect(back.stderr).toContain('Going back from shop-web:2 to shop-web:1.');
    }));
});
