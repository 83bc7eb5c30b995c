import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import type { JournalEntry } from '../../src/rehearsal/journal.js';
import { slipway } from './run-command.js';
import { withBenchInProcess } from './in-process.js';
import { count, withBench, type Bench } from './run-bundle.js';
import { BLUE_GREEN, countRevisions, ROLLING, seed, taskDefinition } from './seed.js';

/** The requests that do not only read. */
function nonReading(journal: readonly JournalEntry[]): readonly string[] {
  return journal
    .filter(({ operation }) => !/^(Describe|List|Get|BatchGet|Simulate)/.test(operation))
    .map(({ operation }) => operation);
}

const DRY = { 'dry-run': 'true' };

/** What `seed` sets up, and the log group that its task definition names. */
async function setUp(bench: Bench, controller: 'ECS' | 'CODE_DEPLOY'): Promise<void> {
  await seed(bench, controller);
  await bench.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/shop-web' });
}

function flagsOf(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
}

describe('dry-run: true', () => {
  it.each([
    ['ECS', ROLLING, 'ecs:UpdateService'],
    ['CODE_DEPLOY', BLUE_GREEN, 'codedeploy:CreateDeployment']
  ] as const)('%s: tells what would be done, and does nothing of it', async (controller, inputs, rollout) => {
    await withBenchInProcess(async bench => {
      await setUp(bench, controller);
      const result = await bench.ship({ ...inputs, ...DRY });
      expect(result.errors).toBe('');
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ outcome: 'planned', 'task-definition-changed': 'true' });
      expect(nonReading(result.journal)).toEqual([]);
      expect(result.docker).toEqual([]);
      expect(existsSync(join(bench.workspace, 'slipway-artifacts'))).toBe(false);
      expect(await countRevisions(bench)).toBe(1);
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

describe('what a plan says would be sent', () => {
  it.concurrent.each([
    ['ECS', ROLLING],
    ['CODE_DEPLOY', BLUE_GREEN]
  ] as const)('%s: is what the run then sends', async (controller, inputs) => {
    await withBench(async bench => {
      await setUp(bench, controller);
      const settings = { ...inputs, 'run-task': 'true', 'propagate-tags': 'SERVICE', 'desired-count': '2', tags: 'v1' };
      const told = await slipway(bench, 'plan', '--json', ...flagsOf(settings));
      expect(told.stderr).toBe('');
      const { calls } = JSON.parse(told.stdout) as {
        readonly calls: readonly { readonly call: string; readonly input: object }[];
      };
      const { journal, outputs } = await bench.ship(settings);
      expect(outputs['outcome']).toBe('succeeded');
      const sent = journal.filter(({ operation }) =>
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
      const next = await slipway(bench, 'plan', ...flagsOf({ ...settings, tags: 'v2' }));
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
    await withBenchInProcess(async bench => {
      await setUp(bench, controller);
      const first = await bench.ship({ ...inputs, ...SKIP });
      expect(first.outputs).toMatchObject({ outcome: 'succeeded', 'task-definition-changed': 'true' });
      const second = await bench.ship({ ...inputs, ...SKIP });
      expect(second.log).toContain('stays as it is');
      expect(second.outputs).toMatchObject({ outcome: 'unchanged', 'task-definition-changed': 'false' });
      expect(second.exitCode).toBe(0);
      expect(nonReading(second.journal)).toEqual([]);
      expect(await countRevisions(bench)).toBe(2);
      expect(second.summary).toContain('Unchanged');
      expect(count(second.journal, 'RegisterTaskDefinition')).toBe(0);
      const planned = await bench.ship({ ...inputs, ...SKIP, ...DRY });
      expect(planned.log).toContain('it runs already: nothing is registered or rolled out (skip-unchanged)');
      expect(planned.log).toMatch(/Calls that would change something, in this order\s+none/);
      await bench.write('taskdefinition.json', taskDefinition({ memory: '1024' }));
      const third = await bench.ship({ ...inputs, ...SKIP });
      expect(third.log).toContain('the task definition differs (memory)');
      expect(third.outputs['outcome']).toBe('succeeded');
    });
  });

  it('deploys where more is asked for, and where the newest revision says something else than what runs', async () => {
    await withBenchInProcess(async bench => {
      await setUp(bench, 'ECS');
      const settings = { ...ROLLING, ...SKIP, 'wait-for': 'stable' };
      await bench.ship(settings);
      const forced = await bench.ship({ ...settings, 'force-new-deployment': 'true' });
      expect(forced.log).toContain('force-new-deployment asks for it');
      expect(forced.outputs['outcome']).toBe('succeeded');
      const more = await bench.ship({ ...settings, 'desired-count': '3' });
      expect(more.log).toContain('desired-count is 3, and the service wants 2');
      expect(count(more.journal, 'UpdateService')).toBe(1);
      expect((await bench.ship(settings)).outputs['outcome']).toBe('unchanged');
      await bench.call('ecs', 'RegisterTaskDefinition', {
        family: 'shop-web',
        containerDefinitions: [{ name: 'web', image: 'httpd:2', memory: 64 }]
      });
      const other = await bench.ship(settings);
      expect(other.log).toContain('the newest revision of shop-web says something else');
      expect(other.outputs['outcome']).toBe('succeeded');
    });
  });

  it('compares images by digest: another tag of the same image is none, another image under the same tag is one', async () => {
    await withBenchInProcess(async bench => {
      await setUp(bench, 'ECS');
      await bench.call('ecr', 'PutImageTagMutability', { repositoryName: 'shop/web', imageTagMutability: 'MUTABLE' });
      const settings = { ...ROLLING, ...SKIP };
      const first = await bench.ship({ ...settings, tags: 'one' });
      expect(first.outputs['outcome']).toBe('succeeded');
      const digest = first.outputs['image-digest'] ?? '';
      await bench.ship({ repository: 'shop/web', tags: 'one\ntwo', 'reuse-image': 'true' });
      const same = await bench.ship({ ...settings, tags: 'two', 'reuse-image': 'true' });
      expect(same.outputs).toMatchObject({ outcome: 'unchanged', 'image-digest': digest });
      await bench.write('Dockerfile', 'FROM scratch\nCOPY Dockerfile /Other\n');
      const rebuilt = await bench.ship({ ...settings, tags: 'one' });
      expect(rebuilt.outputs['image-digest']).not.toBe(digest);
      expect(rebuilt.log).toContain(`the container web runs ${digest}`);
      expect(rebuilt.outputs['outcome']).toBe('succeeded');
    });
  });

  it('leaves of several services those that run it already', async () => {
    await withBenchInProcess(async bench => {
      await setUp(bench, 'ECS');
      await bench.call('ecs', 'CreateService', {
        cluster: 'shop',
        serviceName: 'worker',
        taskDefinition: 'shop-web:1',
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'], securityGroups: ['sg-0a1b2c3d4e5f60718'] }
        }
      });
      await bench.write('worker.json', taskDefinition({ family: 'shop-worker' }));
      const settings = {
        repository: 'shop/web',
        cluster: 'shop',
        'task-definition': 'taskdefinition.json',
        services: '- { service: web }\n- { service: worker, task-definition: worker.json }',
        ...SKIP
      };
      expect((await bench.ship(settings)).outputs['outcome']).toBe('succeeded');
      const same = await bench.ship(settings);
      expect(same.outputs['outcome']).toBe('unchanged');
      expect(nonReading(same.journal)).toEqual([]);
      await bench.write('worker.json', taskDefinition({ family: 'shop-worker', memory: '1024' }));
      const one = await bench.ship(settings);
      expect(one.outputs['outcome']).toBe('succeeded');
      expect(count(one.journal, 'RegisterTaskDefinition')).toBe(1);
      expect(count(one.journal, 'UpdateService')).toBe(1);
    });
  });
});

describe('slipway diff', () => {
  it.concurrent('has the exit codes of diff, and tells no secret', async () => {
    await withBench(async bench => {
      await setUp(bench, 'ECS');
      const settings = { ...ROLLING, tags: 'v1' };
      const definition = taskDefinition();
      await bench.ship(settings);
      const flags = flagsOf(settings);
      expect(await slipway(bench, 'diff', ...flags)).toEqual({ exitCode: 0, stdout: '', stderr: '', changes: [] });
      const containers = definition['containerDefinitions'] as readonly object[];
      const environment = [
        { name: 'LOG_LEVEL', value: 'debug' },
        { name: 'DB_PASSWORD', value: 'hunter2' }
      ];
      await bench.write('taskdefinition.json', {
        ...definition,
        containerDefinitions: containers.map(each => ({ ...each, environment }))
      });
      const different = await slipway(bench, 'diff', ...flags);
      expect(different).toMatchObject({ exitCode: 1, stderr: '', changes: [] });
      expect(different.stdout).toContain('+ containerDefinitions[web].environment[LOG_LEVEL]: "debug"');
      expect(different.stdout).toContain('+ containerDefinitions[web].environment[DB_PASSWORD]: added, not shown');
      expect(different.stdout).not.toMatch(/hunter2|\u001b/);
      const trouble = await slipway(bench, 'diff', ...flagsOf({ ...settings, cluster: 'none' }));
      expect(trouble).toMatchObject({ exitCode: 2, stdout: '' });
      expect(trouble.stderr).toContain('There is no cluster none');
    });
  });
});

describe('slipway plan', () => {
  it.concurrent(
    'ends with 2 where the preflight finds what a deployment would fail of, after telling all',
    async () => {
      await withBench(async bench => {
        await seed(bench, 'ECS');
        const told = await slipway(bench, 'plan', ...flagsOf({ ...ROLLING, tags: 'v1' }), '--output=plan.md');
        expect(told).toMatchObject({ exitCode: 2, changes: [] });
        expect(told.stdout).toMatch(
          /^Preflight\n[^]*NG +log group[^]*Task definition[^]*ecs:UpdateService[^]*A deployment would fail/
        );
        expect(await bench.read('plan.md')).toMatch(/^## ❌ Planned: A deployment would fail[^]*```diff\n/);
      });
    }
  );
});
