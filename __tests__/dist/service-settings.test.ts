import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ECS } from '../../src/emulator/ecs/state.js';
import type { ServiceRecord } from '../../src/emulator/ecs/state.js';
import { withSandboxInProcess } from './in-process.js';
import { changes, count, REGION, type Sandbox } from './sandbox.js';
import { BLUE_GREEN, ROLLING, seed } from './seed.js';

function findSeeded({ cloud }: Sandbox): ServiceRecord {
  const service = cloud.region(REGION).part(ECS).clusters.get('shop')?.services.get('web');
  if (service === undefined) throw new Error('The service web was not seeded.');
  return service;
}

/** A service of EC2 with the scheduling strategy DAEMON, which ECS cannot make of another one. */
async function seedDaemon(sandbox: Sandbox): Promise<void> {
  await seed(sandbox, 'ECS');
  const containerDefinitions = [{ name: 'web', image: '<IMAGE1_NAME>', memory: 128 }];
  await rm(join(sandbox.workspace, 'appspec.yml'));
  await sandbox.write('taskdefinition.json', { family: 'agent', containerDefinitions });
  await sandbox.call('ecs', 'RegisterTaskDefinition', {
    family: 'agent',
    containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/docker/library/httpd:2.4', memory: 128 }]
  });
  await sandbox.call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'agent',
    taskDefinition: 'agent',
    launchType: 'EC2',
    schedulingStrategy: 'DAEMON'
  });
  await sandbox.pass(60);
}

describe('a service that does not take a setting, or cannot deploy', () => {
  it.each(['false', 'true'])('refuses a desired count for a DAEMON before any change (dry-run: %s)', dryRun =>
    withSandboxInProcess(async sandbox => {
      await seedDaemon(sandbox);
      const run = await sandbox.ship({ ...ROLLING, service: 'agent', 'desired-count': '2', 'dry-run': dryRun });

      expect(run.exitCode).toBe(2);
      expect(run.errors).toContain('agent is a DAEMON');
      expect(changes(run.requestLog)).toEqual([]);
      // ECS's own words, where somebody asks it.
      await expect(
        sandbox.call('ecs', 'UpdateService', { cluster: 'shop', service: 'agent', desiredCount: 2 })
      ).rejects.toThrow(
        'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again'
      );
    })
  );

  it('deploys a DAEMON without one', () =>
    withSandboxInProcess(async sandbox => {
      await seedDaemon(sandbox);
      const run = await sandbox.ship({ ...ROLLING, service: 'agent' });

      expect(run.outputs).toMatchObject({ outcome: 'succeeded' });
    }));

  it.each(['false', 'true'])('says that no deployment of it can begin (dry-run: %s)', dryRun =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS', { desiredCount: 1 });
      await sandbox.call('ecs', 'UpdateService', {
        cluster: 'shop',
        service: 'web',
        deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 }
      });
      const run = await sandbox.ship({ ...ROLLING, 'dry-run': dryRun });

      expect(run.exitCode).toBe(2);
      expect(run.errors).toContain('web can never deploy: of its 1 task, minimumHealthyPercent 50 lets ECS stop none');
      expect(changes(run.requestLog)).toEqual([]);
    })
  );
});

describe('settings that say nothing to the service', () => {
  it.each(['false', 'true'])('warns of those of CodeDeploy on a rolling service (dry-run: %s)', dryRun =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship({ ...BLUE_GREEN, 'dry-run': dryRun });

      expect(run.outputs).toMatchObject({ outcome: dryRun === 'true' ? 'planned' : 'succeeded' });
      expect(run.log).toContain(
        'codedeploy-application, codedeploy-deployment-group and appspec have no effect: web has the deployment controller ECS (ROLLING)'
      );
    })
  );

  it.each<[string, string, boolean]>([
    ['false', 'the AppSpec of a file', true],
    ['true', 'the AppSpec of a file', true],
    ['true', 'one that is made from the service', false]
  ])("warns where CodeDeploy drops the service's capacity providers (dry-run: %s, %s)", (dryRun, _case, hasFile) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const { launch } = findSeeded(sandbox);
      findSeeded(sandbox).launch = {
        ...launch,
        launchType: undefined,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
      };
      const { appspec, ...others } = BLUE_GREEN;
      if (!hasFile) await rm(join(sandbox.workspace, 'appspec.yml'));
      const run = await sandbox.ship({ ...others, ...(hasFile ? { appspec } : {}), 'dry-run': dryRun });

      expect(run.outputs).toMatchObject({ outcome: dryRun === 'true' ? 'planned' : 'succeeded' });
      const warning =
        'web runs on the capacity provider FARGATE_SPOT, and the AppSpec names none: CodeDeploy drops them';
      expect(run.log.includes(warning)).toBe(hasFile);
      expect(count(run.requestLog, 'CreateDeployment')).toBe(dryRun === 'true' ? 0 : 1);
    })
  );
});
