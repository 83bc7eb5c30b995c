import { describe, expect, it } from '@jest/globals';

import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import { withSandboxInProcess } from './in-process.js';
import { changes, count, type Sandbox, type ShipOptions } from './sandbox.js';
import { BLUE_GREEN, countRevisions, describeService, ROLLING, seed, taskDefinition } from './seed.js';

/** Does something once the run has looked so often that it waits; again until AWS takes it. */
function onceWaiting(sandbox: Sandbox, look: string, act: () => Promise<unknown>): Pick<ShipOptions, 'beforeWait'> {
  const mark = sandbox.cloud.requestLog.entries().at(-1)?.sequence ?? 0;
  const isOurs = ({ operation, userAgent }: RequestLogEntry): boolean =>
    operation === look && userAgent?.includes('slipway') === true;
  let done = false;
  return {
    beforeWait: async () => {
      if (done || sandbox.cloud.requestLog.entries(mark).filter(isOurs).length < 5) return;
      done = await act().then(
        () => true,
        () => false
      );
    }
  };
}

async function rollBackActive(sandbox: Sandbox): Promise<void> {
  const { serviceDeployments } = await sandbox.call('ecs', 'ListServiceDeployments', {
    cluster: 'shop',
    service: 'web',
    status: ['IN_PROGRESS']
  });
  const [{ serviceDeploymentArn }] = serviceDeployments as readonly [{ readonly serviceDeploymentArn: string }];
  await sandbox.call('ecs', 'StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' });
}

describe('the bundle and a deployment that is under way', () => {
  it('CodeDeploy, on-conflict: wait deploys when the other one has ended', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      const first = await sandbox.ship({ ...BLUE_GREEN, 'wait-for': 'nothing' });
      expect(first.outputs['outcome']).toBe('started');
      const deploymentId = first.outputs['codedeploy-deployment-id'] ?? '';
      const second = await sandbox.ship(
        { ...BLUE_GREEN, 'on-conflict': 'wait', 'wait-for': 'live' },
        onceWaiting(sandbox, 'GetDeployment', () =>
          sandbox.call('codedeploy', 'ContinueDeployment', { deploymentId, deploymentWaitType: 'TERMINATION_WAIT' })
        )
      );

      expect(second.errors).toBe('');
      expect(second.outputs['outcome']).toBe('succeeded');
      expect(second.log).toContain(`${deploymentId} in shop-web is in the way`);
      expect(second.outputs['previous-task-definition-arn']).toBe(first.outputs['task-definition-arn']);
      expect(changes(second.requestLog)).toEqual(['RegisterTaskDefinition', 'CreateDeployment']);
    }));

  it('CodeDeploy, on-conflict: replace stops the other one, and it is rolled back before ours begins', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      // Its traffic never moves.
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      const first = await sandbox.ship({ ...BLUE_GREEN, 'wait-for': 'nothing' });
      await sandbox.write('taskdefinition.json', taskDefinition());
      const second = await sandbox.ship({ ...BLUE_GREEN, 'on-conflict': 'replace', 'wait-for': 'live' });

      expect(second.errors).toBe('');
      expect(second.outputs['outcome']).toBe('succeeded');
      const sets = (await describeService(sandbox)).taskSets ?? [];
      expect(sets.find(set => set.status === 'PRIMARY')?.taskDefinition).toBe(second.outputs['task-definition-arn']);
      const { deploymentInfo } = await sandbox.call('codedeploy', 'GetDeployment', {
        deploymentId: first.outputs['codedeploy-deployment-id']
      });
      expect(deploymentInfo).toMatchObject({
        status: 'Stopped',
        rollbackInfo: { rollbackDeploymentId: expect.any(String) }
      });
    }));

  it('CodeDeploy, on-conflict: replace only ends the wait of one whose traffic has moved', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      const first = await sandbox.ship({ ...BLUE_GREEN, 'wait-for': 'live' });
      expect(first.outputs['outcome']).toBe('succeeded');
      const second = await sandbox.ship({ ...BLUE_GREEN, 'on-conflict': 'replace', 'wait-for': 'live' });

      expect(second.errors).toBe('');
      expect(second.outputs['outcome']).toBe('succeeded');
      expect(count(second.requestLog, 'StopDeployment')).toBe(0);
      expect(count(second.requestLog, 'ContinueDeployment')).toBe(1);
      expect(second.outputs['previous-task-definition-arn']).toBe(first.outputs['task-definition-arn']);
    }));

  it('CodeDeploy, on-conflict: wait registers nothing when its time is over', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { terminationWaitMinutes: 0 });
      await sandbox.call('codedeploy', 'UpdateDeploymentGroup', {
        applicationName: 'shop',
        currentDeploymentGroupName: 'shop-web',
        blueGreenDeploymentConfiguration: {
          terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 600 },
          deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
        }
      });
      await sandbox.ship({ ...BLUE_GREEN, 'wait-for': 'nothing' });
      await sandbox.call('codedeploy', 'UpdateDeploymentGroup', {
        applicationName: 'shop',
        currentDeploymentGroupName: 'shop-web',
        blueGreenDeploymentConfiguration: {
          terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
          deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
        }
      });
      const revisions = await countRevisions(sandbox);
      const second = await sandbox.ship({ ...BLUE_GREEN, 'on-conflict': 'wait', 'wait-for-minutes': '3' });

      expect(second.exitCode).toBe(1);
      expect(second.errors).toMatch(/still in the way after 3 minutes/);
      expect(await countRevisions(sandbox)).toBe(revisions);
      expect(changes(second.requestLog)).toEqual([]);
    }));

  it('ECS, on-conflict: wait lets the other one end; replace takes its place', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      // It ends only when it is stopped.
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      await sandbox.ship({ ...ROLLING, 'wait-for': 'nothing' });
      await sandbox.write('taskdefinition.json', taskDefinition());
      const second = await sandbox.ship(
        { ...ROLLING, 'on-conflict': 'wait', 'wait-for': 'nothing' },
        onceWaiting(sandbox, 'DescribeServices', () => rollBackActive(sandbox))
      );
      expect(second.outputs['outcome']).toBe('started');
      expect(second.log).toMatch(/of shop-web:2 to web is in the way/);
      expect(second.log).toContain('The way is free.');
      const third = await sandbox.ship({ ...ROLLING, 'on-conflict': 'replace' });
      expect(third.outputs['outcome']).toBe('succeeded');
      expect(third.log).not.toContain('in the way');
    }));
});
