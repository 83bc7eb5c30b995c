import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { withBenchInProcess } from './in-process.js';
import { changes, count, withBench } from './run-bundle.js';
import { BLUE_GREEN, countRevisions, describeService, seed, taskDefinition } from './seed.js';

describe('the bundle and a service that CodeDeploy rolls out', () => {
  it.concurrent('shifts the traffic and ends green', () =>
    withBench(async bench => {
      await seed(bench, 'CODE_DEPLOY');
      const run = await bench.ship(BLUE_GREEN);

      expect(run.errors).toBe('');
      expect(run.exitCode).toBe(0);
      expect(run.outputs).toMatchObject({
        outcome: 'succeeded',
        'codedeploy-deployment-id': expect.stringMatching(/^d-[A-Z0-9]{9}$/),
        'task-definition-arn': expect.stringMatching(/shop-web:2$/)
      });
      const asked = run.journal.find(entry => entry.operation === 'CreateDeployment')?.input as {
        revision: { appSpecContent: { content: string; sha256: string } };
      };
      const { content, sha256 } = asked.revision.appSpecContent;
      expect(content).toContain(run.outputs['task-definition-arn']);
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expect(count(run.journal, 'UpdateService')).toBe(0);
      expect(await bench.read('slipway-artifacts/appspec.yml')).toContain('TaskDefinition: <TASK_DEFINITION>');
      const sets = (await describeService(bench)).taskSets ?? [];
      expect(sets.find(set => set.status === 'PRIMARY')?.taskDefinition).toBe(run.outputs['task-definition-arn']);
    })
  );

  it('ends red, with the failed lifecycle event, when the new tasks crash', () =>
    withBenchInProcess(async bench => {
      await seed(bench, 'CODE_DEPLOY');
      await bench.write('taskdefinition.json', taskDefinition({}, 'crash'));
      const run = await bench.ship(BLUE_GREEN);

      expect(run.exitCode).not.toBe(0);
      expect(['failed', 'rolled-back']).toContain(run.outputs['outcome']);
      expect(run.log).toMatch(/Install/);
      expect(run.errors).toMatch(/web/);
      const sets = (await describeService(bench)).taskSets ?? [];
      expect(sets.find(set => set.status === 'PRIMARY')?.taskDefinition).toMatch(/shop-web:1$/);
    }));

  it('refuses, before anything is registered, while another deployment is active', () =>
    withBenchInProcess(async bench => {
      await seed(bench, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      const first = await bench.ship({ ...BLUE_GREEN, 'wait-for': 'nothing' });
      expect(first.outputs['outcome']).toBe('started');
      const revisions = await countRevisions(bench);
      const second = await bench.ship(BLUE_GREEN);

      expect(second.exitCode).not.toBe(0);
      expect(second.errors).toContain(first.outputs['codedeploy-deployment-id']);
      expect(second.errors).toMatch(/on-conflict/);
      expect(await countRevisions(bench)).toBe(revisions);
      expect(changes(second.journal)).toEqual([]);
    }));
});
