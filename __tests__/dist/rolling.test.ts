import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import { changes, count, SHA, withSandbox } from './sandbox.js';
import { countRevisions, describeService, ROLLING, seed, switchBreakerOff, taskDefinition } from './seed.js';

describe('the bundle and a service that ECS rolls out', () => {
  it.concurrent('ships an image and ends green when the old tasks are gone', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship(ROLLING, { withPost: true });

      expect(run.log).not.toMatch(/^::error/m);
      expect(run.exitCode).toBe(0);
      expect(run.postExitCode).toBe(0);
      expect(run.outputs).toMatchObject({
        outcome: 'succeeded',
        repository: 'shop/web',
        'image-tag': SHA,
        image: `${run.outputs['registry'] ?? ''}/shop/web:${SHA}`,
        'image-digest': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        'previous-task-definition-arn': expect.stringMatching(/task-definition\/shop-web:1$/),
        'task-definition-arn': expect.stringMatching(/task-definition\/shop-web:2$/),
        'task-definition-changed': 'true',
        'service-deployment-arn': expect.stringMatching(/:service-deployment\/shop\/web\//)
      });
      expect(changes(run.requestLog).filter(operation => operation !== 'PutImage')).toEqual([
        'RegisterTaskDefinition',
        'UpdateService'
      ]);

      const service = await describeService(sandbox);
      expect(service.taskDefinition).toBe(run.outputs['task-definition-arn']);
      expect(service.runningCount).toBe(2);
      const folder = run.outputs['artifacts-directory'] ?? '';
      expect(folder).toMatch(/slipway-artifacts$/);
      const image = run.outputs['image'] ?? '';
      expect(await sandbox.read('slipway-artifacts/imagedefinitions.json')).toBe(
        `[\n  {\n    "name": "web",\n    "imageUri": "${image}"\n  }\n]\n`
      );
      expect(JSON.parse(await sandbox.read('slipway-artifacts/imageDetail.json'))).toEqual({
        ImageURI: `${image.slice(0, image.lastIndexOf(':'))}@${run.outputs['image-digest'] ?? ''}`
      });
      expect(run.summary).toMatch(/succeeded/i);
      expect(run.leftInTemporary).toEqual([]);
    })
  );

  it("tells ECS's own rollback from success", () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      const run = await sandbox.ship({ ...ROLLING, 'fail-after': '50' });

      expect(run.exitCode).not.toBe(0);
      expect(run.outputs['outcome']).toBe('rolled-back');
      expect(run.errors).toMatch(/circuit breaker/i);
      expect(run.log).toMatch(/exit code 1|exited with 1|exit code: 1/i);
      expect(count(run.requestLog, 'StopServiceDeployment')).toBe(0);
      expect((await describeService(sandbox)).taskDefinition).toBe(run.outputs['previous-task-definition-arn']);
    }));

  it('ends a doomed deployment itself after as many deaths as it was told', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      // On a busy machine ECS would count to its own number first.
      await switchBreakerOff(sandbox);
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      const run = await sandbox.ship({ ...ROLLING, 'fail-after': '1' });

      expect(run.exitCode).not.toBe(0);
      expect(['rolled-back', 'failed']).toContain(run.outputs['outcome']);
      expect(run.requestLog.filter(entry => entry.operation === 'StopServiceDeployment')).toMatchObject([
        { input: { stopType: 'ROLLBACK' } }
      ]);
    }));

  it('neither builds nor pushes a commit again that is in the repository', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const first = await sandbox.ship(ROLLING);
      const second = await sandbox.ship(ROLLING);

      expect(first.docker.some(call => /\bbuild\b/.test(call))).toBe(true);
      expect(first.docker.some(call => /\bpush\b/.test(call))).toBe(true);
      expect(second.exitCode).toBe(0);
      expect(second.outputs['outcome']).toBe('succeeded');
      expect(second.docker.filter(call => /\b(build|push)\b/.test(call))).toEqual([]);
      expect(second.outputs['image-digest']).toBe(first.outputs['image-digest']);
    }));

  it('ships two containers with two images', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS', { repositories: ['shop/app', 'shop/nginx'] });
      const containers = (taskDefinition()['containerDefinitions'] as readonly object[]).concat({
        name: 'app',
        image: '<IMAGE2_NAME>',
        essential: true
      });
      await sandbox.write('taskdefinition.json', taskDefinition({ containerDefinitions: containers }));
      for (const name of ['web', 'app']) {
        await sandbox.write(`${name}/Dockerfile`, 'FROM scratch\nCOPY name /name\n');
        await sandbox.write(`${name}/name`, `${name}\n`);
      }
      const { cluster, service } = ROLLING;
      const run = await sandbox.ship({
        cluster,
        service,
        'task-definition': 'taskdefinition.json',
        images: `- { container: web, repository: shop/nginx, context: web }\n- { container: app, repository: shop/app, context: app }\n`
      });

      expect(run.errors).toBe('');
      expect(run.exitCode).toBe(0);
      const entries = JSON.parse(await sandbox.read('slipway-artifacts/imagedefinitions.json')) as unknown;
      expect(entries).toEqual([
        { name: 'web', imageUri: expect.stringMatching(new RegExp(`/shop/nginx:${SHA}$`)) },
        { name: 'app', imageUri: expect.stringMatching(new RegExp(`/shop/app:${SHA}$`)) }
      ]);
      const { taskDefinition: registered } = await sandbox.call('ecs', 'DescribeTaskDefinition', {
        taskDefinition: 'shop-web'
      });
      expect((registered as { containerDefinitions: unknown }).containerDefinitions).toMatchObject([
        { name: 'web', image: expect.stringContaining('/shop/nginx:') },
        { name: 'app', image: expect.stringContaining('/shop/app:') }
      ]);
    }));

  it('stops after registering where no service is given', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship({ repository: 'shop/web', 'task-definition': 'taskdefinition.json' });
      expect(run.exitCode).toBe(0);
      expect(run.outputs['outcome']).toBe('registered');
      expect(await countRevisions(sandbox)).toBe(2);
      expect(count(run.requestLog, 'UpdateService')).toBe(0);
    }));
});
