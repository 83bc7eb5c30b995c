import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { deployFlags, readRun, writeFiles } from './deploy-rows.js';
import { slipway, slipwayKilled, slipwayWith } from './run-command.js';
import { withSandbox, type Sandbox } from './sandbox.js';
import { addWorker, appspec, BLUE_GREEN, describeService, ROLLING, seed, taskDefinition } from './seed.js';

const WEB = ['--cluster=shop', '--service=web'];
const IMAGE = 'public.ecr.aws/docker/library/httpd:2.4.65';
const FOLDER = 'slipway-artifacts';
type Json = Readonly<Record<string, unknown>>;

/** What the Action makes of the same settings in a sandbox of its own, with the files that it wrote. */
async function shipElsewhere(
  controller: 'ECS' | 'CODE_DEPLOY',
  settings: Readonly<Record<string, string>>,
  definition: unknown
): Promise<{ readonly outputs: Json; readonly summary: string; readonly files: Readonly<Record<string, string>> }> {
  const found: { outputs: Json; summary: string; files: Record<string, string> }[] = [];
  await withSandbox(async sandbox => {
    await seed(sandbox, controller);
    await sandbox.write('taskdefinition.json', definition);
    const run = await sandbox.ship(settings);
    const names = await readdir(join(sandbox.workspace, FOLDER));
    const files = await Promise.all(names.map(async name => [name, await sandbox.read(`${FOLDER}/${name}`)] as const));
    found.push({ outputs: run.outputs, summary: run.summary, files: Object.fromEntries(files) });
  });
  const [only] = found;
  if (only === undefined) throw new Error('The Action was not run.');
  return only;
}

/** Without what each run has of its own: ids and times. */
function evenOut(text: string): string {
  return text
    .replace(/d-[A-Z0-9]{9}/g, 'd-1')
    .replace(/\b[0-9a-f]{32}\b|ecs-svc\/\d+|(?<=shop\/web\/)[\w-]{21}(?![\w-])/g, 'ID')
    .replace(/\b\d+ (?:min \d+ )?s\b|\d\d:\d\d:\d\d|\d+(?:\.\d+)? ?%/g, 'TIME');
}

function listPhases(output: unknown): readonly unknown[] {
  return (JSON.parse(String(output)) as readonly Json[]).map(({ phase }) => phase);
}

async function familyRevisions(sandbox: Sandbox): Promise<number> {
  const { taskDefinitionArns } = await sandbox.call('ecs', 'ListTaskDefinitions', { familyPrefix: 'shop-web' });
  return (taskDefinitionArns as readonly string[]).length;
}

describe('slipway deploy, beside the Action that wrote the files', () => {
  it.concurrent.each([
    ['a rolling update that succeeds', 'ECS', ROLLING, undefined],
    ['a rolling update that crashes', 'ECS', { ...ROLLING, 'fail-after': '2' }, 'crash'],
    ['CodeDeploy that succeeds', 'CODE_DEPLOY', BLUE_GREEN, undefined],
    ['CodeDeploy that crashes', 'CODE_DEPLOY', { ...BLUE_GREEN, 'fail-after': '2' }, 'crash']
  ] as const)(
    '%s: the same outputs, files and heading of the summary',
    async (_name, controller, settings, behaviour) => {
      const given = { ...settings, repository: '', image: IMAGE };
      const definition = taskDefinition({}, behaviour);
      const action = await shipElsewhere(controller, given, definition);
      await withSandbox(async sandbox => {
        await seed(sandbox, controller);
        // Nothing but the files is there, flat, as in CodeBuild.
        for (const name of ['taskdefinition.json', 'appspec.yml']) await rm(join(sandbox.workspace, name));
        for (const [name, text] of Object.entries(action.files)) await sandbox.write(name, text);
        const flags = [...deployFlags(settings), '--json', '--export=vars', '--summary-file=summary.md'];
        const said = await slipway(sandbox, 'deploy', '.', ...flags);
        const { phases, ...outputs } = JSON.parse(said.stdout) as Json;
        const { phases: phasesOfAction, ...outputsOfAction } = action.outputs;
        // How far each has come at a look is a matter of time.
        for (const each of [phases, phasesOfAction])
          expect(listPhases(each).slice(0, 3)).toEqual(['check', 'register', 'start']);
        const flat = (text: string): string => evenOut(text).replaceAll(`${FOLDER}/`, '').replaceAll(FOLDER, '.');
        expect(JSON.parse(flat(JSON.stringify(outputs)))).toEqual(JSON.parse(flat(JSON.stringify(outputsOfAction))));
        const variables = await sandbox.read('vars');
        expect(variables).toContain(`OUTCOME=${String(outputs['outcome'])}\n`);
        expect(variables).toMatch(/^REASON='[^\n]+'$/m);
        const heading = (text: string): string => evenOut(text.slice(0, text.indexOf('\n')));
        expect(heading(await sandbox.read('summary.md'))).toBe(heading(action.summary));
        for (const [name, text] of Object.entries(action.files)) expect(await sandbox.read(name)).toBe(text);
      });
    }
  );

  it.concurrent('registers the file to the letter', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
      const said = await slipway(sandbox, 'deploy', ...WEB);
      expect([said.exitCode, said.changes]).toEqual([0, ['RegisterTaskDefinition', 'UpdateService']]);
      const sent = sandbox.cloud.requestLog.entries().findLast(entry => entry.operation === 'RegisterTaskDefinition');
      expect(sent?.input).toEqual(JSON.parse(await sandbox.read(`${FOLDER}/taskdefinition.json`)));
    })
  );

  it.concurrent('deploys several services from their folders, and runs the task before them', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await addWorker(sandbox, 'shop-web:1');
      await sandbox.write('slipway.yml', {
        repository: 'shop/web',
        cluster: 'shop',
        'task-definition': 'taskdefinition.json',
        'run-task': true,
        services: [{ service: 'web' }, { service: 'worker' }]
      });
      for (const service of ['web', 'worker']) {
        await sandbox.write(`${FOLDER}/${service}/taskdefinition.json`, filled());
        await sandbox.write(`${FOLDER}/${service}/imagedefinitions.json`, [{ name: 'web', imageUri: IMAGE }]);
      }
      const said = readRun(await slipway(sandbox, 'deploy'));
      expect(said.stderr).not.toContain('error:');
      expect(said.changes).toEqual(['RegisterTaskDefinition', 'RunTask', 'UpdateService', 'UpdateService']);
      expect(said.outputs).toMatchObject({ outcome: 'succeeded', 'artifacts-directory': FOLDER });
    })
  );

  it.concurrent('is planned with --dry-run, and changes nothing', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
      const said = readRun(await slipway(sandbox, 'deploy', ...WEB, '--dry-run'));
      expect([said.outputs['outcome'], said.changes]).toEqual(['planned', []]);
      expect(said.stdout).toContain('slipway-artifacts/taskdefinition.json');
    })
  );

  it.concurrent('leaves role-to-assume out in CodeBuild, whose project has a role, and refuses it elsewhere', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
      const role = '--role-to-assume=arn:aws:iam::123456789012:role/deploy';
      const elsewhere = await slipway(sandbox, 'deploy', ...WEB, role);
      expect([elsewhere.exitCode, elsewhere.changes]).toEqual([2, []]);
      expect(elsewhere.stderr).toContain("role-to-assume needs GitHub's OIDC token");
      const build = { CODEBUILD_BUILD_ARN: 'arn:aws:codebuild:ap-northeast-2:123456789012:build/deploy:1' };
      expect((await slipwayWith(sandbox, build, 'deploy', ...WEB, role)).exitCode).toBe(0);
    })
  );
});

const filled = (image = IMAGE, changes: Readonly<Record<string, unknown>> = {}): unknown =>
  taskDefinition({
    ...changes,
    containerDefinitions: (taskDefinition()['containerDefinitions'] as readonly object[]).map(container => ({
      ...container,
      image
    }))
  });
const NAMED = [{ name: 'web', imageUri: IMAGE }];

/** What is wrong with the files, and the one sentence that says so. */
const WRONG: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  [
    'no folder',
    {},
    /^error: There is no folder slipway-artifacts with the files to deploy\. Name it: slipway deploy DIRECTORY/
  ],
  [
    'no task definition',
    { 'imagedefinitions.json': NAMED },
    /^error: The folder slipway-artifacts has no taskdefinition\.json\. Hand over all files/
  ],
  [
    'a placeholder that is left, which imagedefinitions.json would fill',
    { 'taskdefinition.json': taskDefinition(), 'imagedefinitions.json': NAMED },
    /containerDefinitions\[web\]\.image: the placeholder <IMAGE1_NAME> is left, where slipway-artifacts\/imagedefinitions\.json names public/
  ],
  ['a placeholder that nothing fills', { 'taskdefinition.json': taskDefinition() }, /<IMAGE1_NAME>/],
  [
    'another image',
    { 'taskdefinition.json': filled('httpd:2'), 'imagedefinitions.json': NAMED },
    /containerDefinitions\[web\]\.image: it is "httpd:2", and slipway-artifacts\/imagedefinitions\.json names public/
  ],
  [
    'another container',
    { 'taskdefinition.json': filled(), 'imagedefinitions.json': [{ name: 'app', imageUri: IMAGE }] },
    /imagedefinitions\.json: it names the container "app", and taskdefinition\.json has web\./
  ],
  [
    'an imagedefinitions.json that is none',
    { 'taskdefinition.json': filled(), 'imagedefinitions.json': { ImageURI: IMAGE } },
    /imagedefinitions\.json:1:1: expected a list of \{"name": …, "imageUri": …\}, got/
  ],
  [
    'an entry without an image, and one twice',
    { 'taskdefinition.json': filled(), 'imagedefinitions.json': [{ name: 'web' }, { name: 'web', imageUri: IMAGE }] },
    /\[0\]\.imageUri: expected a string, got nothing\.[^]*\[1\]\.name: expected each container once/
  ],
  [
    'an imageDetail.json that is none',
    { 'taskdefinition.json': filled(), 'imageDetail.json': {} },
    /imageDetail\.json:1:1: ImageURI: expected an image, got nothing/
  ],
  ['no JSON', { 'taskdefinition.json': '{', 'imagedefinitions.json': NAMED }, /taskdefinition\.json:/],
  [
    'an image that is not in ECR',
    {
      'taskdefinition.json': filled('123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/shop/web:v1'),
      'imagedefinitions.json': [
        { name: 'web', imageUri: '123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/shop/web:v1' }
      ]
    },
    /There is no image 123456789012\.dkr\.ecr\.ap-northeast-2\.amazonaws\.com\/shop\/web:v1 in ECR/
  ]
];

describe('files that cannot be deployed', () => {
  it.each(WRONG)('%s: one sentence, and nothing is changed', async (_name, files, says) => {
    await withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      for (const [name, content] of Object.entries(files)) await sandbox.write(`${FOLDER}/${name}`, content);
      const said = await slipway(sandbox, 'deploy', ...WEB);
      expect(said.stderr).toMatch(says);
      expect([said.exitCode, said.changes]).toEqual([2, []]);
    });
  });

  it.concurrent('no AppSpec for a service of CodeDeploy, whatever AppSpec lies in the working directory', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await sandbox.write('appspec.yml', appspec());
      await sandbox.write(`${FOLDER}/taskdefinition.json`, filled());
      const said = await slipway(sandbox, 'deploy', ...deployFlags(BLUE_GREEN));
      expect(said.stderr).toMatch(
        /There is no slipway-artifacts\/appspec\.yml, and CodeDeploy deploys the service web\./
      );
      expect([said.exitCode, said.changes]).toEqual([2, []]);
    })
  );

  it.concurrent('a tag that somebody moved since the build', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const moving = { repository: 'shop/moving', tags: 'v1' };
      await sandbox.call('ecr', 'CreateRepository', { repositoryName: 'shop/moving' });
      expect((await sandbox.ship({ ...ROLLING, ...moving, service: '' })).outputs['outcome']).toBe('registered');
      const before = await familyRevisions(sandbox);
      await sandbox.write('Dockerfile', 'FROM scratch\nCOPY . /\n');
      expect((await sandbox.ship({ ...moving, 'artifacts-directory': 'other' })).outputs['outcome']).toBe('pushed');
      const said = await slipway(sandbox, 'deploy', ...WEB);
      expect(said.stderr).toMatch(
        /shop\/moving:v1 names sha256:\w+ by now, and the files were written for sha256:\w+\./
      );
      expect([said.exitCode, said.changes, await familyRevisions(sandbox)]).toEqual([2, [], before]);
    })
  );

  it.concurrent('a folder that is named twice, and a setting that the files have already', () =>
    withSandbox(async sandbox => {
      const twice = await slipway(sandbox, 'deploy', 'one', '--artifacts-directory=other', ...WEB);
      expect(twice.stderr).toContain('The folder is "one" as the argument, and "other" by --artifacts-directory.');
      const setting = await slipway(sandbox, 'deploy', ...WEB, '--environment-variables=A=1');
      expect(setting.stderr).toContain('environment-variables');
      expect([twice.exitCode, setting.exitCode]).toEqual([2, 2]);
    })
  );
});

describe('slipway deploy that is ended', () => {
  const START = { operation: 'UpdateService', signal: 'SIGTERM' } as const;

  it.concurrent('by SIGTERM does what on-cancel says, and leaves nothing to clean up', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
      const flags = [...WEB, '--cleanup-record=record', '--export=vars'];
      const said = readRun(await slipwayKilled(sandbox, START, 'deploy', ...flags));
      expect([said.exitCode, said.outputs['outcome']]).toEqual([6, 'cancelled']);
      expect(await sandbox.read('vars')).toContain('OUTCOME=cancelled\n');
      const after = await slipway(sandbox, 'deploy', ...flags, '--clean-up');
      expect([after.exitCode, after.stdout, after.changes]).toEqual([0, 'Nothing to clean up.\n', []]);
      expect(await running(sandbox)).toBe('shop-web:1');
    })
  );

  it.concurrent('by SIGKILL leaves a record, by which --clean-up does what on-cancel says, once', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
      const flags = [...WEB, '--cleanup-record=record'];
      const said = await slipwayKilled(sandbox, { ...START, signal: 'SIGKILL' }, 'deploy', ...flags);
      expect(said.exitCode).toBeNull();
      const after = await slipway(sandbox, 'deploy', ...flags, '--clean-up');
      expect([after.exitCode, after.stderr]).toEqual([0, '']);
      expect(after.stdout).toContain('of shop/web was still in progress');
      const again = await slipway(sandbox, 'deploy', ...flags, '--clean-up');
      expect(again.stdout).toBe('Nothing to clean up.\n');
      expect(await running(sandbox)).toBe('shop-web:1');
    })
  );

  it.concurrent.each(['--export=vars', '--summary-file=vars'])(
    'refuses %s where it cannot be written, before it changes anything',
    flag =>
      withSandbox(async sandbox => {
        await seed(sandbox, 'ECS');
        await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
        await sandbox.write('vars/file', '');
        const said = await slipway(sandbox, 'deploy', ...WEB, flag);
        expect([said.exitCode, said.stdout, said.changes]).toEqual([2, '', []]);
        expect(said.stderr).toBe(
          'error: vars cannot be written: illegal operation on a directory. This is a folder: name a file.\n'
        );
      })
  );

  it.concurrent('leaves nothing of an earlier run in the files of one that is killed', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
      await sandbox.write('vars', 'OUTCOME=succeeded\n');
      const flags = [...WEB, '--export=vars'];
      const said = await slipwayKilled(sandbox, { ...START, signal: 'SIGKILL' }, 'deploy', ...flags);
      expect(said.exitCode).toBeNull();
      expect(await sandbox.read('vars')).toBe('');
    })
  );

  it.concurrent('refuses a record that it cannot write before it changes anything, and one that it cannot read', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await writeFiles(sandbox, { ...ROLLING, repository: '', image: IMAGE });
      const said = await slipway(sandbox, 'deploy', ...WEB, '--cleanup-record=none/record');
      expect(said.stderr).toMatch(/The cleanup record none\/record cannot be written/);
      expect(said.changes).not.toContain('UpdateService');
      await sandbox.write('record', '{');
      const read = await slipway(sandbox, 'deploy', ...WEB, '--cleanup-record=record', '--clean-up');
      expect([read.exitCode, read.stderr]).toEqual([
        2,
        expect.stringMatching(/The cleanup record record cannot be read/)
      ]);
      const none = await slipway(sandbox, 'deploy', '--clean-up');
      expect([none.exitCode, none.stderr]).toEqual([2, expect.stringMatching(/no record is named/)]);
    })
  );
});

/** The revision that the service is back on, once it is steady. */
async function running(sandbox: Sandbox): Promise<string | undefined> {
  const { taskDefinition: arn } = await describeService(sandbox);
  return arn.slice(arn.lastIndexOf('/') + 1);
}
