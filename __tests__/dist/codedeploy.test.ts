import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import { changes, count, withSandbox } from './sandbox.js';
import { BLUE_GREEN, countRevisions, describeService, seed, taskDefinition } from './seed.js';

describe('the bundle and a service that CodeDeploy rolls out', () => {
  it.concurrent('shifts the traffic and ends green', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const run = await sandbox.ship(BLUE_GREEN);

      expect(run.errors).toBe('');
      expect(run.exitCode).toBe(0);
      expect(run.outputs).toMatchObject({
        outcome: 'succeeded',
        'codedeploy-deployment-id': expect.stringMatching(/^d-[A-Z0-9]{9}$/),
        'task-definition-arn': expect.stringMatching(/shop-web:2$/)
      });
      const asked = run.requestLog.find(entry => entry.operation === 'CreateDeployment')?.input as {
        revision: { appSpecContent: { content: string; sha256: string } };
      };
      const { content, sha256 } = asked.revision.appSpecContent;
      expect(content).toContain(run.outputs['task-definition-arn']);
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expect(count(run.requestLog, 'UpdateService')).toBe(0);
      expect(await sandbox.read('slipway-artifacts/appspec.yml')).toContain('TaskDefinition: <TASK_DEFINITION>');
      const sets = (await describeService(sandbox)).taskSets ?? [];
      expect(sets.find(set => set.status === 'PRIMARY')?.taskDefinition).toBe(run.outputs['task-definition-arn']);
    })
  );

  it('ends red, with the failed lifecycle event, when the new tasks crash', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      const run = await sandbox.ship(BLUE_GREEN);

      expect(run.exitCode).not.toBe(0);
      expect(['failed', 'rolled-back']).toContain(run.outputs['outcome']);
      expect(run.log).toMatch(/Install/);
      expect(run.errors).toMatch(/web/);
      const sets = (await describeService(sandbox)).taskSets ?? [];
      expect(sets.find(set => set.status === 'PRIMARY')?.taskDefinition).toMatch(/shop-web:1$/);
    }));

  it('refuses, before anything is registered, while another deployment is active', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      const first = await sandbox.ship({ ...BLUE_GREEN, 'wait-for': 'nothing' });
      expect(first.outputs['outcome']).toBe('started');
      const revisions = await countRevisions(sandbox);
      const second = await sandbox.ship(BLUE_GREEN);

      expect(second.exitCode).not.toBe(0);
      expect(second.errors).toContain(first.outputs['codedeploy-deployment-id']);
      expect(second.errors).toMatch(/on-conflict/);
      expect(await countRevisions(sandbox)).toBe(revisions);
      expect(changes(second.requestLog)).toEqual([]);
    }));
});
