import { describe, expect, it } from '@jest/globals';

import { withSandbox } from './sandbox.js';
import { slipway, slipwayKilled } from './run-command.js';
import { addWorker, BLUE_GREEN, ROLLING, seed, taskDefinition } from './seed.js';

const WEB = ['--cluster=shop', '--service=web'];

describe('slipway status', () => {
  it.concurrent('tells what runs on an ECS service, its deployments, tasks and events, and changes nothing', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      await sandbox.ship(ROLLING);
      const said = await slipway(sandbox, 'status', ...WEB);

      expect(said.stderr).toBe('');
      expect(said.exitCode).toBe(0);
      expect(said.stdout).toMatch(
        /^shop\/web \(ECS, ROLLING\) is ACTIVE: it runs shop-web:1, 2 of 2 tasks running\.\n/
      );
      expect(said.stdout).toMatch(
        /\nDeployments\n {2}PRIMARY {2}COMPLETED {2}shop-web:1 {2}2 of 2 running .*ecs-svc\//
      );
      expect(said.stdout).toMatch(/\nService deployments\n {2}ROLLBACK_SUCCESSFUL .*\n {2}SUCCESSFUL /);
      expect(said.stdout).toMatch(
        /\nLast deployment\n {2}shop\/web\/\S+ of shop-web:2: Rolled back after \d[^\n]*\n {2}Rolled back\. [^\n]*\n {2}start [^]*\n {2}rollback {2}\d\d:\d\d:\d\d {2}\d/
      );
      expect(said.stdout).toMatch(/\nTasks\n {2}RUNNING .*shop-web:1/);
      expect(said.stdout).toMatch(/\nStopped tasks\n[^]* shop-web:2 .*web: ended \(exit code 1\)\n/);
      expect(said.stdout).toMatch(/\nLast events\n {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/);
      expect(said.stdout).toContain('httpd:2.4');
      expect(said.changes).toEqual([]);
    })
  );

  it.concurrent('tells of a CodeDeploy deployment that is under way, with the names from slipway.yml', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      const run = await sandbox.ship({ ...BLUE_GREEN, 'wait-for': 'live' });
      await sandbox.write(
        'slipway.yml',
        'repository: shop/web\ncluster: shop\nservice: web\ncodedeploy-application: shop\ncodedeploy-deployment-group: shop-web\n'
      );
      const said = await slipway(sandbox, 'status');

      expect(said.stderr).toBe('');
      expect(said.exitCode).toBe(0);
      expect(said.stdout).toContain('shop/web (CodeDeploy, shop/shop-web) is ACTIVE: it runs shop-web:2');
      expect(said.stdout).toContain(`${run.outputs['codedeploy-deployment-id']}`);
      expect(said.stdout).toMatch(/\nTask sets\n {2}PRIMARY .*shop-web:2/);
    })
  );

  it.concurrent('tells of each of the services in slipway.yml; to go back takes one of them', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await addWorker(sandbox, 'shop-web:1');
      await sandbox.write(
        'slipway.yml',
        'cluster: shop\ntask-definition: taskdefinition.json\nservices: [{ service: web }, { service: worker }]\n'
      );
      const said = await slipway(sandbox, 'status');
      expect(said.stderr).toBe('');
      expect(said.stdout).toMatch(/^shop\/web \(ECS, ROLLING\) .*\n\nshop\/worker \(ECS, ROLLING\) /s);
      const both = await slipway(sandbox, 'rollback');
      expect(both.exitCode).toBe(2);
      expect(both.stderr).toMatch(/the settings name 2\. Name it with --service\./);
      // Whether its first deployment has ended by now or not.
      const one = await slipway(sandbox, 'rollback', '--service=worker');
      expect(one.exitCode).toBe(2);
      expect(one.stderr).toMatch(/What was live on shop\/worker before shop-web:1 is not known/);
      expect(one.changes).toEqual([]);
    })
  );

  it.concurrent.each([
    [['--watch'], /^shop\/web: no deployment is in progress\.[^]*^shop\/web runs shop-web:1: 2 of 2 running\n$/m],
    [
      ['--watch', '--json'],
      /^\{"region":"ap-northeast-2","cluster":"shop","service":"web",[^]*"runningCount":2,[^]*\}\n$/
    ]
  ] as const)('watches with %j until it is interrupted, which is no failure', (flags, told) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      let looks = 0;
      const isSeen = (): boolean => (looks += 1) >= 4;
      const killAfter = { operation: 'DescribeServices', and: isSeen, signal: 'SIGINT' } as const;
      const said = await slipwayKilled(sandbox, killAfter, 'status', ...flags, ...WEB);
      expect({ exitCode: said.exitCode, stderr: said.stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(said.stdout).toMatch(told);
      expect(said.changes).toEqual([]);
    })
  );

  it.concurrent.each([
    ['no service', [], /No service is named\./],
    ['a service that is not there', ['--cluster=shop', '--service=wep'], /Did you mean web\?/],
    ['a flag of another command', [...WEB, '--repository=shop/web'], /There is no flag --repository/]
  ])('is wrong use with %s', (_name, args, message) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const said = await slipway(sandbox, 'status', ...args);
      expect(said.exitCode).toBe(2);
      expect(said.stderr).toMatch(message);
    })
  );
});
