import { describe, expect, it } from '@jest/globals';

import { changes, withSandbox } from './sandbox.js';
import { findSecrets, readAll } from './secrets.js';
import { BLUE_GREEN, describeService, ROLLING, seed, taskDefinition, waitUntilSteady } from './seed.js';

describe('the bundle leaves no secret behind', () => {
  it.concurrent("keeps ECR's password out of everything but Docker's standard input", () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const before = await readAll(sandbox.home);
      const run = await sandbox.ship(ROLLING);
      // A login that had to be tried again gives the same one again.
      const passwords = [...new Set(await sandbox.readPasswords())];

      expect(run.errors).toBe('');
      expect(run.exitCode).toBe(0);
      expect(passwords).toHaveLength(1);
      const [password = ''] = passwords;
      expect(password.length).toBeGreaterThan(20);
      const lines = run.log.split('\n');
      const mask = lines.findIndex(line => line.startsWith('::add-mask::') && line.includes(password));
      expect(mask).toBeGreaterThanOrEqual(0);
      expect(await findSecrets(sandbox, run)).toEqual([]);
      expect(await readAll(sandbox.home)).toBe(before);
      expect(run.leftInTemporary).toEqual([]);
    })
  );
});

describe('a run that is cut short', () => {
  it.concurrent('rolls back when it is cancelled, and the post step finds nothing left to do', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      const run = await sandbox.ship(ROLLING, { killAfter: { operation: 'UpdateService', signal: 'SIGTERM' } });

      expect(run.exitCode).not.toBe(0);
      expect(run.outputs['outcome']).toBe('cancelled');
      // So early ECS may not list the deployment yet, and then the way back is UpdateService.
      expect(changes(run.requestLog)).toEqual([
        'RegisterTaskDefinition',
        'UpdateService',
        expect.stringMatching(/^(StopServiceDeployment|UpdateService)$/)
      ]);
      expect(changes(run.postJournal)).toEqual([]);
      expect(run.postExitCode).toBe(0);
      await waitUntilSteady(sandbox);
      expect((await describeService(sandbox)).taskDefinition).toMatch(/shop-web:1$/);
      expect(run.leftInTemporary).toEqual([]);
    })
  );

  it.concurrent('leaves the deployment alone where that is the wish', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      const run = await sandbox.ship(
        { ...ROLLING, 'on-cancel': 'leave' },
        { killAfter: { operation: 'UpdateService', signal: 'SIGINT' } }
      );

      expect(run.exitCode).not.toBe(0);
      expect(changes(run.requestLog)).toEqual(['RegisterTaskDefinition', 'UpdateService']);
      expect((await describeService(sandbox)).taskDefinition).toMatch(/shop-web:2$/);
    })
  );

  it.concurrent.each([
    ['ECS', ROLLING, 'DescribeServiceDeployments', 'StopServiceDeployment'],
    ['CODE_DEPLOY', BLUE_GREEN, 'GetDeployment', 'StopDeployment']
  ] as const)('is cleaned up by the post step after a kill (%s)', (controller, inputs, after, stop) =>
    withSandbox(async sandbox => {
      await seed(sandbox, controller);
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      const run = await sandbox.ship(inputs, { killAfter: { operation: after, signal: 'SIGKILL' } });

      expect(run.signal).toBe('SIGKILL');
      expect(changes(run.postJournal)).toEqual([stop]);
      expect(run.leftInTemporary).toEqual([]);
    })
  );
});
