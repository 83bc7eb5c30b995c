import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { changes, DIST, REGION, withBench, type Bench } from './run-bundle.js';
import { BLUE_GREEN, describeService, ROLLING, seed, taskDefinition } from './seed.js';

interface Said {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was changed at AWS. */
  readonly changes: readonly string[];
}

/** Runs the command as a process in the workspace of the bench. */
async function slipway(bench: Bench, ...args: readonly string[]): Promise<Said> {
  const { journal, timeline, endpoint } = bench.cloud;
  const mark = journal.entries().at(-1)?.sequence ?? 0;
  const child = spawn(process.execPath, [join(DIST, 'cli', 'index.js'), ...args], {
    cwd: bench.workspace,
    env: {
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: bench.home,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      AWS_EC2_METADATA_DISABLED: 'true',
      SLIPWAY_CLOCK: `${timeline.scale}@${timeline.anchor}`
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => (stdout += String(chunk)));
  child.stderr.on('data', chunk => (stderr += String(chunk)));
  const exitCode = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { exitCode, stdout, stderr, changes: changes(journal.entries(mark)) };
}

const WEB = ['--cluster=shop', '--service=web'];
const GROUP = [...WEB, '--codedeploy-application=shop', '--codedeploy-deployment-group=shop-web'];

async function primary(bench: Bench): Promise<string | undefined> {
  const { taskSets = [], taskDefinition } = await describeService(bench);
  const arn = taskSets.length === 0 ? taskDefinition : taskSets.find(set => set.status === 'PRIMARY')?.taskDefinition;
  return arn?.slice(arn.lastIndexOf('/') + 1);
}

describe('slipway status', () => {
  it('tells what runs on an ECS service, its deployments, tasks and events, and changes nothing', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      await bench.write('taskdefinition.json', taskDefinition({}, 'crash'));
      await bench.ship(ROLLING);
      const said = await slipway(bench, 'status', ...WEB);

      expect(said.stderr).toBe('');
      expect(said.exitCode).toBe(0);
      expect(said.stdout).toMatch(
        /^shop\/web \(ECS, ROLLING\) is ACTIVE: it runs shop-web:1, 2 of 2 tasks running\.\n/
      );
      expect(said.stdout).toMatch(/\nDeployments\n {2}PRIMARY {2}COMPLETED {2}shop-web:1 {2}2 of 2 running .*ecs-svc\//);
      expect(said.stdout).toMatch(/\nService deployments\n {2}ROLLBACK_SUCCESSFUL .*\n {2}SUCCESSFUL /);
      expect(said.stdout).toMatch(/\nTasks\n {2}RUNNING .*shop-web:1/);
      expect(said.stdout).toMatch(/\nStopped tasks\n[^]* shop-web:2 .*web: ended \(exit code 1\)\n/);
      expect(said.stdout).toMatch(/\nLast events\n {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/);
      expect(said.stdout).toContain('httpd:2.4');
      expect(said.changes).toEqual([]);
    }));

  it('tells of a CodeDeploy deployment that is under way, with the names from slipway.yml', () =>
    withBench(async bench => {
      await seed(bench, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      const run = await bench.ship({ ...BLUE_GREEN, 'wait-for': 'live' });
      await bench.write(
        'slipway.yml',
        'repository: shop/web\ncluster: shop\nservice: web\ncodedeploy-application: shop\ncodedeploy-deployment-group: shop-web\n'
      );
      const said = await slipway(bench, 'status');

      expect(said.stderr).toBe('');
      expect(said.exitCode).toBe(0);
      expect(said.stdout).toContain('shop/web (CodeDeploy, shop/shop-web) is ACTIVE: it runs shop-web:2');
      expect(said.stdout).toContain(`${run.outputs['codedeploy-deployment-id']}`);
      expect(said.stdout).toMatch(/\nTask sets\n {2}PRIMARY .*shop-web:2/);
    }));

  it('tells of each of the services in slipway.yml; to go back takes one of them', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      await bench.call('ecs', 'CreateService', {
        cluster: 'shop',
        serviceName: 'worker',
        taskDefinition: 'shop-web:1',
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } }
      });
      await bench.write(
        'slipway.yml',
        'cluster: shop\ntask-definition: taskdefinition.json\nservices: [{ service: web }, { service: worker }]\n'
      );
      const said = await slipway(bench, 'status');
      expect(said.stderr).toBe('');
      expect(said.stdout).toMatch(/^shop\/web \(ECS, ROLLING\) .*\n\nshop\/worker \(ECS, ROLLING\) /s);
      const both = await slipway(bench, 'rollback');
      expect(both.exitCode).toBe(2);
      expect(both.stderr).toMatch(/the settings name 2\. Name it with --service\./);
      const one = await slipway(bench, 'rollback', '--service=worker');
      expect(one.stderr).toMatch(/What was live on shop\/worker before shop-web:1 is not known/);
    }));

  it.each([
    ['no service', [], /No service is named\./],
    ['a service that is not there', ['--cluster=shop', '--service=wep'], /Did you mean web\?/],
    ['a flag of another command', [...WEB, '--repository=shop/web'], /There is no flag --repository/]
  ])('is wrong use with %s', (_name, args, message) =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      const said = await slipway(bench, 'status', ...args);
      expect(said.exitCode).toBe(2);
      expect(said.stderr).toMatch(message);
    })
  );
});

describe('slipway rollback', () => {
  it('goes back to the revision that was live before, and forth again', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      await bench.ship(ROLLING);
      expect(await primary(bench)).toBe('shop-web:2');
      // A revision that never was live is none to go back to.
      await bench.write('taskdefinition.json', taskDefinition({ cpu: '512', memory: '1024' }, 'crash'));
      await bench.ship(ROLLING);
      const back = await slipway(bench, 'rollback', ...WEB);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.stdout).toContain('Going back from shop-web:2 to shop-web:1.');
      expect(back.stdout).toContain('Succeeded shop/web');
      expect(back.changes).toEqual(['UpdateService']);
      expect(await primary(bench)).toBe('shop-web:1');
      const forth = await slipway(bench, 'rollback', ...WEB);
      expect(forth.exitCode).toBe(0);
      expect(await primary(bench)).toBe('shop-web:2');
    }));

  it('stops a deployment that is under way, and follows its rollback', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      await bench.write('taskdefinition.json', taskDefinition({}, 'hang'));
      await bench.ship({ ...ROLLING, 'wait-for': 'nothing' });
      const back = await slipway(bench, 'rollback', ...WEB);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.changes).toEqual(['StopServiceDeployment']);
      expect(await primary(bench)).toBe('shop-web:1');
    }));

  it('goes where --to says, and says what cannot be', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      const nothing = await slipway(bench, 'rollback', ...WEB);
      expect(nothing.exitCode).toBe(2);
      expect(nothing.stderr).toMatch(/before shop-web:1 is not known.*--to=family:revision/);
      await bench.ship({ ...ROLLING, service: '', cluster: '' });
      const to = await slipway(bench, 'rollback', ...WEB, '--to=shop-web:2');
      expect(to.exitCode).toBe(0);
      expect(await primary(bench)).toBe('shop-web:2');
      const wrong = await slipway(bench, 'rollback', ...WEB, '--to=shop-web:9');
      expect(wrong.exitCode).toBe(2);
      expect(wrong.stderr).toMatch(/shop-web:9 does not exist/);
      expect(wrong.changes).toEqual([]);
    }));

  it('CodeDeploy: sends the AppSpec of the revision that was live before', () =>
    withBench(async bench => {
      await seed(bench, 'CODE_DEPLOY');
      const second = await bench.ship(BLUE_GREEN);
      await bench.write('taskdefinition.json', taskDefinition({ cpu: '512', memory: '1024' }));
      const third = await bench.ship(BLUE_GREEN);
      expect([second.outputs['outcome'], third.outputs['outcome']]).toEqual(['succeeded', 'succeeded']);
      const back = await slipway(bench, 'rollback', ...GROUP);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.stdout).toContain('Going back from shop-web:3 to shop-web:2.');
      expect(back.changes).toEqual(['CreateDeployment']);
      expect(await primary(bench)).toBe('shop-web:2');
      const to = await slipway(bench, 'rollback', ...GROUP, '--to=shop-web:1');
      expect(to.exitCode).toBe(0);
      expect(await primary(bench)).toBe('shop-web:1');
    }));

  it('CodeDeploy: stops an active deployment with a rollback, also when its traffic has moved', () =>
    withBench(async bench => {
      await seed(bench, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      await bench.ship({ ...BLUE_GREEN, 'wait-for': 'live' });
      expect(await primary(bench)).toBe('shop-web:2');
      const back = await slipway(bench, 'rollback', ...GROUP);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.changes).toEqual(['StopDeployment']);
      expect(await primary(bench)).toBe('shop-web:1');
    }));
});
