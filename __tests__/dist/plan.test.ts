import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import { slipway } from './run-command.js';
import { withSandboxInProcess } from './in-process.js';
import { count, withSandbox, type Sandbox } from './sandbox.js';
import { BLUE_GREEN, countRevisions, ROLLING, seed, taskDefinition } from './seed.js';

/** The requests that do not only read. */
function nonReading(requestLog: readonly RequestLogEntry[]): readonly string[] {
  return requestLog
    .filter(({ operation }) => !/^(Describe|List|Get|BatchGet|Simulate)/.test(operation))
    .map(({ operation }) => operation);
}

const DRY = { 'dry-run': 'true' };

/** What `seed` sets up, and the log group that its task definition names. */
async function setUp(sandbox: Sandbox, controller: 'ECS' | 'CODE_DEPLOY'): Promise<void> {
  await seed(sandbox, controller);
  await sandbox.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/shop-web' });
}

function flagsOf(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
}

describe('dry-run: true', () => {
  it.each([
    ['ECS', ROLLING, 'ecs:UpdateService'],
    ['CODE_DEPLOY', BLUE_GREEN, 'codedeploy:CreateDeployment']
  ] as const)('%s: tells what would be done, and does nothing of it', async (controller, inputs, rollout) => {
    await withSandboxInProcess(async sandbox => {
      await setUp(sandbox, controller);
      const result = await sandbox.ship({ ...inputs, ...DRY });
      expect(result.errors).toBe('');
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ outcome: 'planned', 'task-definition-changed': 'true' });
      expect(nonReading(result.requestLog)).toEqual([]);
      expect(result.docker).toEqual([]);
      expect(existsSync(join(sandbox.workspace, 'slipway-artifacts'))).toBe(false);
      expect(await countRevisions(sandbox)).toBe(1);
      for (const text of [result.log, result.summary]) {
        expect(text).toContain('containerDefinitions[web].image');
        expect(text).toContain('httpd:2.4');
        expect(text).toMatch(/shop\/web:4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2/);
        expect(text).toContain('its digest is known after the build');
        expect(text).toMatch(new RegExp(`docker push[^]*ecs:RegisterTaskDefinition[^]*${rollout}`));
        expect(text).toContain('iam:PassRole');
        expect(text).toContain('TaskDefinition: <TASK_DEFINITION>');
      }
    });
  });
});

describe('dry-run: true, where a deployment would fail', () => {
  it('ends with 2, and says of what as an error each', async () => {
    await withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const secrets = [{ name: 'TOKEN', valueFrom: 'shop-token' }];
      const { containerDefinitions } = taskDefinition();
      const [container] = containerDefinitions as readonly object[];
      await sandbox.write('taskdefinition.json', taskDefinition({ containerDefinitions: [{ ...container, secrets }] }));
      const { exitCode, errors, outputs } = await sandbox.ship({ ...ROLLING, ...DRY });

      expect(exitCode).toBe(2);
      expect(outputs).toMatchObject({ outcome: 'planned' });
      const lines = errors.split('\n').filter(line => line !== '');
      expect(lines).toEqual([
        expect.stringMatching(/^A deployment would fail: .*shop-token/),
        expect.stringMatching(/^A deployment would fail: .*\/ecs\/shop-web/)
      ]);
    });
  });
});

describe('a plan whose answers take as long as over a network', () => {
  it.concurrent.each([
    ['ECS', ROLLING],
    ['CODE_DEPLOY', BLUE_GREEN]
  ] as const)('%s: writes no warning of Node into the log, however many calls wait', (controller, inputs) =>
    withSandbox(async sandbox => {
      await setUp(sandbox, controller);
      sandbox.cloud.setFaults({ latencyMs: 300 });
      const said = await slipway(sandbox, 'plan', ...flagsOf({ ...inputs, 'run-task': 'true', tags: 'v1' }));
      expect([said.exitCode, said.stderr]).toEqual([0, '']);
    })
  );
});

describe('what a plan says would be sent', () => {
  it.concurrent.each([
    ['ECS', ROLLING],
    ['CODE_DEPLOY', BLUE_GREEN]
  ] as const)('%s: is what the run then sends', async (controller, inputs) => {
    await withSandbox(async sandbox => {
      await setUp(sandbox, controller);
      const settings = { ...inputs, 'run-task': 'true', 'propagate-tags': 'SERVICE', 'desired-count': '2', tags: 'v1' };
      const told = await slipway(sandbox, 'plan', '--json', ...flagsOf(settings));
      expect(told.stderr).toBe('');
      const { calls } = JSON.parse(told.stdout) as {
        readonly calls: readonly { readonly call: string; readonly input: object }[];
      };
      const { requestLog, outputs } = await sandbox.ship(settings);
      expect(outputs['outcome']).toBe('succeeded');
      const sent = requestLog.filter(({ operation }) =>
        /^(RegisterTask|RunTask|UpdateService|CreateDeployment)/.test(operation)
      );
      const planned = calls.filter(({ call }) => /^(ecs|codedeploy):/.test(call));
      expect(planned.map(({ call }) => call)).toEqual(sent.map(({ service, operation }) => `${service}:${operation}`));
      for (const [index, { call, input }] of planned.entries()) {
        if (call === 'ecs:RegisterTaskDefinition') continue;
        const arn = outputs['task-definition-arn'] ?? '';
        const expected = JSON.parse(
          JSON.stringify(input).replaceAll('(the revision registered before)', arn)
        ) as Record<string, unknown>;
        // The AppSpec's text and its hash are in another place of the plan; the mark is made for each run.
        if (call === 'codedeploy:CreateDeployment') {
          Reflect.deleteProperty(expected, 'revision');
          expect(sent[index]?.input).toMatchObject({
            description: expect.stringMatching(/^\[slipway-[0-9a-f]{16}\]$/)
          });
          expect(expected['description']).toBe('[slipway-…]');
          Reflect.deleteProperty(expected, 'description');
        }
        expect(sent[index]?.input).toMatchObject(expected);
        const added = Object.keys(sent[index]?.input ?? {}).filter(key => !(key in input));
        expect(added.filter(key => !['clientToken', 'startedBy'].includes(key))).toEqual([]);
      }
      // What served as the new one is the one that serves now: the next plan finds the traffic where it is.
      const next = await slipway(sandbox, 'plan', ...flagsOf({ ...settings, tags: 'v2' }));
      expect(next.stdout).not.toMatch(/\bNG\b/);
      expect(next.exitCode).toBe(0);
    });
  });
});

describe('skip-unchanged: true', () => {
  const SKIP = { 'skip-unchanged': 'true' };
  it.each([
    ['ECS', ROLLING],
    ['CODE_DEPLOY', BLUE_GREEN]
  ] as const)('%s: the second run changes nothing and says so', async (controller, inputs) => {
    await withSandboxInProcess(async sandbox => {
      await setUp(sandbox, controller);
      const first = await sandbox.ship({ ...inputs, ...SKIP });
      expect(first.outputs).toMatchObject({ outcome: 'succeeded', 'task-definition-changed': 'true' });
      const second = await sandbox.ship({ ...inputs, ...SKIP });
      expect(second.log).toContain('stays as it is');
      expect(second.outputs).toMatchObject({ outcome: 'unchanged', 'task-definition-changed': 'false' });
      expect(second.exitCode).toBe(0);
      expect(nonReading(second.requestLog)).toEqual([]);
      expect(await countRevisions(sandbox)).toBe(2);
      expect(second.summary).toContain('Unchanged');
      expect(count(second.requestLog, 'RegisterTaskDefinition')).toBe(0);
      const planned = await sandbox.ship({ ...inputs, ...SKIP, ...DRY });
      expect(planned.log).toContain('it runs already: nothing is registered or rolled out (skip-unchanged)');
      expect(planned.log).toMatch(/Calls that would change something, in this order\s+none/);
      await sandbox.write('taskdefinition.json', taskDefinition({ memory: '1024' }));
      const third = await sandbox.ship({ ...inputs, ...SKIP });
      expect(third.log).toContain('the task definition differs (memory)');
      expect(third.outputs['outcome']).toBe('succeeded');
    });
  });

  it('deploys where more is asked for, and where the newest revision says something else than what runs', async () => {
    await withSandboxInProcess(async sandbox => {
      await setUp(sandbox, 'ECS');
      const settings = { ...ROLLING, ...SKIP, 'wait-for': 'stable' };
      await sandbox.ship(settings);
      const forced = await sandbox.ship({ ...settings, 'force-new-deployment': 'true' });
      expect(forced.log).toContain('force-new-deployment asks for it');
      expect(forced.outputs['outcome']).toBe('succeeded');
      const more = await sandbox.ship({ ...settings, 'desired-count': '3' });
      expect(more.log).toContain('desired-count is 3, and the service wants 2');
      expect(count(more.requestLog, 'UpdateService')).toBe(1);
      expect((await sandbox.ship(settings)).outputs['outcome']).toBe('unchanged');
      await sandbox.call('ecs', 'RegisterTaskDefinition', {
        family: 'shop-web',
        containerDefinitions: [{ name: 'web', image: 'httpd:2', memory: 64 }]
      });
      const other = await sandbox.ship(settings);
      expect(other.log).toContain('the newest revision of shop-web says something else');
      expect(other.outputs['outcome']).toBe('succeeded');
    });
  });

  it('compares images by digest: another tag of the same image is none, another image under the same tag is one', async () => {
    await withSandboxInProcess(async sandbox => {
      await setUp(sandbox, 'ECS');
      await sandbox.call('ecr', 'PutImageTagMutability', { repositoryName: 'shop/web', imageTagMutability: 'MUTABLE' });
      const settings = { ...ROLLING, ...SKIP };
      const first = await sandbox.ship({ ...settings, tags: 'one' });
      expect(first.outputs['outcome']).toBe('succeeded');
      const digest = first.outputs['image-digest'] ?? '';
      await sandbox.ship({ repository: 'shop/web', tags: 'one\ntwo', 'reuse-image': 'true' });
      const same = await sandbox.ship({ ...settings, tags: 'two', 'reuse-image': 'true' });
      expect(same.outputs).toMatchObject({ outcome: 'unchanged', 'image-digest': digest });
      await sandbox.write('Dockerfile', 'FROM scratch\nCOPY Dockerfile /Other\n');
      const rebuilt = await sandbox.ship({ ...settings, tags: 'one' });
      expect(rebuilt.outputs['image-digest']).not.toBe(digest);
      expect(rebuilt.log).toContain(`the container web runs ${digest}`);
      expect(rebuilt.outputs['outcome']).toBe('succeeded');
    });
  });

  it('leaves of several services those that run it already', async () => {
    await withSandboxInProcess(async sandbox => {
      await setUp(sandbox, 'ECS');
      await sandbox.call('ecs', 'CreateService', {
        cluster: 'shop',
        serviceName: 'worker',
        taskDefinition: 'shop-web:1',
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'], securityGroups: ['sg-0a1b2c3d4e5f60718'] }
        }
      });
      await sandbox.write('worker.json', taskDefinition({ family: 'shop-worker' }));
      const settings = {
        repository: 'shop/web',
        cluster: 'shop',
        'task-definition': 'taskdefinition.json',
        services: '- { service: web }\n- { service: worker, task-definition: worker.json }',
        ...SKIP
      };
      expect((await sandbox.ship(settings)).outputs['outcome']).toBe('succeeded');
      const same = await sandbox.ship(settings);
      expect(same.outputs['outcome']).toBe('unchanged');
      expect(nonReading(same.requestLog)).toEqual([]);
      await sandbox.write('worker.json', taskDefinition({ family: 'shop-worker', memory: '1024' }));
      const one = await sandbox.ship(settings);
      expect(one.outputs['outcome']).toBe('succeeded');
      expect(count(one.requestLog, 'RegisterTaskDefinition')).toBe(1);
      expect(count(one.requestLog, 'UpdateService')).toBe(1);
    });
  });
});

describe('slipway diff', () => {
  it.concurrent('has the exit codes of diff, and tells no secret', async () => {
    await withSandbox(async sandbox => {
      await setUp(sandbox, 'ECS');
      const settings = { ...ROLLING, tags: 'v1' };
      const definition = taskDefinition();
      await sandbox.ship(settings);
      const flags = flagsOf(settings);
      expect(await slipway(sandbox, 'diff', ...flags)).toEqual({ exitCode: 0, stdout: '', stderr: '', changes: [] });
      const containers = definition['containerDefinitions'] as readonly object[];
      const environment = [
        { name: 'LOG_LEVEL', value: 'debug' },
        { name: 'DB_PASSWORD', value: 'hunter2' }
      ];
      await sandbox.write('taskdefinition.json', {
        ...definition,
        containerDefinitions: containers.map(each => ({ ...each, environment }))
      });
      const different = await slipway(sandbox, 'diff', ...flags);
      expect(different).toMatchObject({ exitCode: 1, stderr: '', changes: [] });
      expect(different.stdout).toContain('+ containerDefinitions[web].environment[LOG_LEVEL]: "debug"');
      expect(different.stdout).toContain('+ containerDefinitions[web].environment[DB_PASSWORD]: added, not shown');
      expect(different.stdout).not.toMatch(/hunter2|\u001b/);
      const trouble = await slipway(sandbox, 'diff', ...flagsOf({ ...settings, cluster: 'none' }));
      expect(trouble).toMatchObject({ exitCode: 2, stdout: '' });
      expect(trouble.stderr).toContain('There is no cluster none');
    });
  });
});

describe('slipway plan', () => {
  it.concurrent(
    'ends with 2 where the preflight finds what a deployment would fail of, after telling all',
    async () => {
      await withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        const told = await slipway(sandbox, 'plan', ...flagsOf({ ...ROLLING, tags: 'v1' }), '--output=plan.md');
        expect(told).toMatchObject({ exitCode: 2, changes: [] });
        expect(told.stdout).toMatch(
          /^Preflight\n[^]*NG +log group[^]*Task definition[^]*ecs:UpdateService[^]*A deployment would fail/
        );
        expect(told.stderr).toMatch(/A deployment would fail: log group/);
        expect(await sandbox.read('plan.md')).toMatch(/^## ❌ Planned: A deployment would fail[^]*```diff\n/);
      });
    }
  );
});
