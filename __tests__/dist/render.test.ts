import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { SHA, withSandbox, type Sandbox } from './sandbox.js';
import { slipway } from './run-command.js';
import { BLUE_GREEN, ROLLING, seed, taskDefinition } from './seed.js';

const FILES = ['imageDetail.json', 'imagedefinitions.json', 'taskdefinition.json'];

async function readAll(sandbox: Sandbox, folder: string): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const name of (await readdir(join(sandbox.workspace, folder))).sort()) {
    texts[name] = await sandbox.read(join(folder, name));
  }
  return texts;
}

function toFlags(inputs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
}

describe('slipway render', () => {
  it.concurrent('writes to the byte what a run wrote, with the digest of the image that is there', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const run = await sandbox.ship(BLUE_GREEN);
      expect(run.exitCode).toBe(0);
      const said = await slipway(sandbox, 'render', ...toFlags(BLUE_GREEN), `--tags=${SHA}`, '--output=made');
      expect(said).toMatchObject({ exitCode: 0, stderr: '', changes: [] });
      expect(await readAll(sandbox, 'made')).toEqual(await readAll(sandbox, 'slipway-artifacts'));
    })
  );

  it.concurrent('asks AWS nothing where the registry is named', () =>
    withSandbox(async sandbox => {
      await sandbox.write('taskdefinition.json', taskDefinition());
      const mark = sandbox.cloud.requestLog.entries().length;
      const said = await slipway(sandbox, 'render', ...toFlags(ROLLING), '--tags=v1', '--registry=999999999999');
      expect(said.exitCode).toBe(0);
      expect(sandbox.cloud.requestLog.entries().length).toBe(mark);
      expect(said.stderr).toContain('if CodeDeploy deploys web, --aws makes one from the service');
      const uri = '999999999999.dkr.ecr.ap-northeast-2.amazonaws.com/shop/web:v1';
      const made = await readAll(sandbox, 'slipway-artifacts');
      expect(Object.keys(made)).toEqual(FILES);
      expect(JSON.parse(made['imagedefinitions.json'] ?? '')).toEqual([{ name: 'web', imageUri: uri }]);
      expect(JSON.parse(made['imageDetail.json'] ?? '')).toEqual({ ImageURI: uri });
      expect(JSON.parse(made['taskdefinition.json'] ?? '')).toMatchObject({ containerDefinitions: [{ image: uri }] });
    })
  );

  it.concurrent('prints one file and nothing else', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const [workspace, image] = [await readdir(sandbox.workspace), 'public.ecr.aws/nginx/nginx:1.29'];
      const inputs = {
        ...ROLLING,
        repository: '',
        'codedeploy-application': 'shop',
        'codedeploy-deployment-group': 'shop-web'
      };
      const flags = [...toFlags(inputs), `--image=${image}`];
      const definition = await slipway(sandbox, 'render', ...flags, '--file=taskdefinition.json');
      expect(JSON.parse(definition.stdout)).toMatchObject({ family: 'shop-web', containerDefinitions: [{ image }] });
      await sandbox.write('appspec.yml', 'version: 0.0\nResources: []\n');
      const wrong = await slipway(sandbox, 'render', ...flags, '--file=appspec.yml');
      expect(wrong.exitCode).toBe(2);
      expect(wrong.stderr).toContain('exactly one TargetService');
      expect(await readdir(sandbox.workspace)).toEqual(workspace);
    })
  );

  it.concurrent.each([
    [
      'the running task definition and an AppSpec made from the service',
      { 'task-definition': 'service', 'container-name': 'web' },
      'appspec.yml',
      /TaskDefinition: <TASK_DEFINITION>\n.*\n +ContainerName: web\n +ContainerPort: 8080\n[^]*subnet-0a1b2c3d4e5f60718/
    ],
    ['a family', { 'task-definition': 'shop-web', 'container-name': 'web' }, 'taskdefinition.json', /nginx:1\.29"/]
  ])('asks AWS for %s', (_what, settings, file, expected) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await rm(join(sandbox.workspace, 'appspec.yml'));
      const inputs = {
        cluster: 'shop',
        service: 'web',
        image: 'public.ecr.aws/nginx/nginx:1.29',
        'codedeploy-application': 'shop',
        'codedeploy-deployment-group': 'shop-web',
        ...settings
      };
      const said = await slipway(sandbox, 'render', ...toFlags(inputs), `--file=${file}`, '--config=none.yml');
      expect(said.stderr).toMatch(/config: There is no file none\.yml/);
      await sandbox.write('empty.yml', '{}\n');
      const made = await slipway(sandbox, 'render', ...toFlags(inputs), `--file=${file}`, '--config=empty.yml');
      expect(made).toMatchObject({ exitCode: 0, changes: [] });
      expect(made.stdout).toMatch(expected);
    })
  );

  it.concurrent.each([
    ['a file that is not made', ['--file=taskdef.json'], 'There is no file "taskdef.json" among those that are made'],
    [
      'a registry that is none',
      ['--registry=not a host'],
      'The registry is "not a host", expected a host, or an account'
    ],
    [
      'a digest that is not known',
      ['--image-reference=digest', '--registry=999999999999'],
      'the digest of shop/web:v1 is not known'
    ],
    ['a repository that is not there', ['--repository=shop/none'], 'There is no ECR repository shop/none']
  ])('refuses %s', (_what, args, message) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const inputs = toFlags(ROLLING).filter(flag => !args.some(arg => arg.split('=')[0] === flag.split('=')[0]));
      const said = await slipway(sandbox, 'render', ...inputs, '--tags=v1', ...args);
      expect(said.exitCode).toBe(2);
      expect(said.stderr).toContain(message);
    })
  );

  it.concurrent('renders several services, each into its folder, and wants to know which to print', () =>
    withSandbox(async sandbox => {
      await sandbox.write('web.json', taskDefinition());
      await sandbox.write('worker.json', taskDefinition({ family: 'shop-worker' }));
      await sandbox.write(
        'slipway.yml',
        'cluster: shop\nimage: public.ecr.aws/nginx/nginx:1.29\ncontainer-name: web\nservices: [{ service: web, task-definition: web.json }, { service: worker, task-definition: worker.json }]\n'
      );
      const said = await slipway(sandbox, 'render');
      expect(said.exitCode).toBe(0);
      expect(Object.keys(await readAll(sandbox, 'slipway-artifacts/worker'))).toEqual(FILES);
      const both = await slipway(sandbox, 'render', '--file=taskdefinition.json');
      expect(both.stderr).toContain('Choose one with --service');
      const one = await slipway(sandbox, 'render', '--file=taskdefinition.json', '--service=worker');
      expect(JSON.parse(one.stdout)).toMatchObject({ family: 'shop-worker' });
    })
  );
});
