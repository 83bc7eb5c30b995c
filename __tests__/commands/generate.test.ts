import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { readArguments } from '../../src/commands/arguments.js';
import { GENERATE } from '../../src/commands/catalog/generate.js';
import { flagsOf } from '../../src/commands/flags.js';
import { generate } from '../../src/commands/generate.js';
import { systemFiles } from '../../src/host/files.js';
import { ROLLING, taskDefinitionOf } from '../pipeline/projects.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-generate-'));
  await writeFile(join(folder, 'slipway.yml'), JSON.stringify({ ...ROLLING, environments: { dev: { tags: 'dev' } } }));
  await writeFile(join(folder, 'taskdefinition.json'), JSON.stringify(taskDefinitionOf(['web'])));
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

interface Said {
  readonly exitCode: number;
  readonly printed: string;
  readonly warnings: readonly string[];
}

async function run(...argv: readonly string[]): Promise<Said> {
  const printed: string[] = [];
  const warnings: string[] = [];
  const exitCode = await generate({
    arguments: readArguments(argv, flagsOf(GENERATE)),
    command: { own: GENERATE.flags, all: flagsOf(GENERATE) },
    files: systemFiles(undefined, folder),
    environment: {},
    write: text => void printed.push(text),
    warn: text => void warnings.push(text)
  });
  return { exitCode, printed: printed.join(''), warnings };
}

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

describe('slipway generate', () => {
  it('writes the files of a target, says which, and leaves what is as it should be', async () => {
    expect(await run('buildspec')).toEqual({
      exitCode: 0,
      printed: 'buildspec.yml\ntaskdefinition.template.json\n',
      warnings: []
    });
    expect((await run('buildspec')).printed).toBe(
      'buildspec.yml is as it was\ntaskdefinition.template.json is as it was\n'
    );
  });

  it('writes everything for an environment into a folder', async () => {
    const { printed } = await run('all', '--environment', 'dev', '--output=ci', '--github-repository', 'shop/web');
    expect(printed.split('\n')).toEqual([
      'ci/dev.buildspec.yml',
      'ci/dev.taskdefinition.template.json',
      'ci/dev.pipeline.yml',
      '.github/workflows/dev.deploy.yml',
      'ci/iam/dev.deploy-policy.json',
      'ci/iam/dev.deploy-trust.json',
      'ci/iam/dev.plan-policy.json',
      'ci/iam/dev.codebuild-policy.json',
      'ci/iam/dev.codebuild-trust.json',
      'ci/iam/dev.checksums.txt',
      expect.stringMatching(
        /^CodePipeline's ECS action deploys images alone.* --deploy=slipway deploys as the Action does/
      ),
      ''
    ]);
    expect(await read('ci/dev.buildspec.yml')).toContain('TAG=dev\n');
    // What has to do with GitHub is not the buildspec's.
    expect(await read('ci/dev.buildspec.yml')).toContain('slipway generate buildspec --output ci --environment dev\n');
  });

  it('takes from slipway.yml who deploys in the pipeline, and gives no advice then; a flag is stronger', async () => {
    const hash = `sha512-${'A'.repeat(86)}==`;
    const settings = (pipeline: unknown): Promise<void> =>
      writeFile(join(folder, 'slipway.yml'), JSON.stringify({ ...ROLLING, pipeline }));
    await settings({ deploy: 'slipway', slipway: `1.2.3#${hash}` });
    expect((await run('pipeline')).printed).toBe('pipeline.yml\n');
    expect(await read('pipeline.yml')).toContain('npm pack --silent slipway@1.2.3 ');
    expect((await run('pipeline', '--check')).exitCode).toBe(0);
    await run('pipeline', `--slipway=1.2.4#${hash}`);
    expect(await read('pipeline.yml')).toContain('npm pack --silent slipway@1.2.4 ');
    await settings({ deploy: 'aws' });
    expect((await run('pipeline', '--force')).printed).toBe('pipeline.yml\n');
    await settings({ deploy: 'slipway' });
    await expect(run('pipeline')).rejects.toThrow(/which version of it is not said/);
    await settings({ deplay: 'slipway' });
    await expect(run('pipeline')).rejects.toThrow(
      /slipway\.yml:1:\d+ pipeline\.deplay: Unknown setting "deplay"\. Did you mean deploy\?/
    );
    await settings('slipway');
    await expect(run('pipeline')).rejects.toThrow(/pipeline: expected settings of the pipeline \(name: value\), got/);
    await settings({ slipway: 1.2 });
    await expect(run('pipeline')).rejects.toThrow(/pipeline\.slipway: expected a string, got/);
  });

  it('compares with --check, and says where a file differs', async () => {
    const missing = await run('buildspec', '--check');
    expect(missing.exitCode).toBe(1);
    expect(missing.printed).toBe(
      'buildspec.yml is missing\ntaskdefinition.template.json is missing\nMake them again: slipway generate buildspec\n'
    );
    expect(await readdir(folder)).toEqual(['Dockerfile', 'slipway.yml', 'taskdefinition.json']);
    await run('buildspec');
    expect(await run('buildspec', '--check')).toMatchObject({
      exitCode: 0,
      printed: expect.stringContaining('up to date')
    });
    const lines = (await read('buildspec.yml')).split('\n');
    await writeFile(join(folder, 'buildspec.yml'), lines.toSpliced(6, 0, '# mine').join('\n'));
    expect(await run('buildspec', '--check')).toMatchObject({
      exitCode: 1,
      printed: expect.stringMatching(
        /^buildspec\.yml: Somebody changed this file .* 7: "# mine"\.\n.*up to date\nMake them again: slipway generate buildspec\n$/s
      )
    });
  });

  it.each([
    [['workflow'], '.github/workflows/deploy.yml'],
    [['workflow', '--environment=dev'], '.github/workflows/dev.deploy.yml'],
    [['workflow', '--output=.github/workflows/api.yml'], '.github/workflows/api.yml'],
    [['workflow', '--output', '.github/workflows'], '.github/workflows/deploy.yml']
  ])('puts %j where GitHub finds it, says so in it, and checks it there', async (argv, path) => {
    expect(await run(...argv)).toEqual({ exitCode: 0, printed: `${path}\n`, warnings: [] });
    expect(await read(path)).toContain(`#   slipway generate ${argv.join(' ').replace(/=/g, ' ')}\n`);
    expect(await run(...argv, '--check')).toMatchObject({ exitCode: 0 });
    // What is in the header makes it again.
    const [, command = ''] = /^#\s+slipway generate (.*)$/m.exec(await read(path)) ?? [];
    expect((await run(...command.split(' '))).printed).toBe(`${path} is as it was\n`);
  });

  it('makes with all the workflow that it makes alone', async () => {
    await run('all', '--output=ci', '--environment=dev');
    expect(await run('workflow', '--check', '--environment=dev')).toMatchObject({ exitCode: 0 });
  });

  it('says so where a workflow goes to a folder in which GitHub does not look', async () => {
    const { warnings } = await run('workflow', '--output=services/api/');
    expect(warnings).toEqual([
      'GitHub runs the workflows of .github/workflows alone, and this one goes to services/api.'
    ]);
    expect(await read('services/api/deploy.yml')).toContain('jobs:');
  });

  it('takes no file for a folder', async () => {
    await expect(run('buildspec', '--output=dev.buildspec.yml')).rejects.toThrow(
      '--output is "dev.buildspec.yml", and these files go into a folder. Name a folder.'
    );
  });

  describe('replaces nothing that is not its own', () => {
    const HAND = 'name: deploy\non: push\n';

    it('but says that Slipway did not make it, writes nothing, and takes --force', async () => {
      await mkdir(join(folder, '.github/workflows'), { recursive: true });
      await writeFile(join(folder, '.github/workflows/deploy.yml'), HAND);
      await expect(run('all')).rejects.toThrow(
        '.github/workflows/deploy.yml: Slipway did not make this file. Write elsewhere with --output, or add --force to replace it.'
      );
      expect(await readdir(folder)).toEqual(['.github', 'Dockerfile', 'slipway.yml', 'taskdefinition.json']);
      expect(await run('workflow', '--check')).toMatchObject({
        exitCode: 1,
        printed: expect.stringContaining('.github/workflows/deploy.yml: Slipway did not make this file.\n')
      });
      expect(await run('workflow', '--force')).toMatchObject({ exitCode: 0 });
      expect(await read('.github/workflows/deploy.yml')).not.toContain('force');
    });

    it.each([
      ['buildspec', ['--config=api/slipway.yml'], 'buildspec.yml'],
      ['pipeline', ['--config', 'api/slipway.yml'], 'pipeline.yml'],
      [
        'workflow',
        ['--config=api/slipway.yml', '--output=.github/workflows/deploy.yml'],
        '.github/workflows/deploy.yml'
      ],
      ['workflow', ['--environment=dev', '--output=.github/workflows/deploy.yml'], '.github/workflows/deploy.yml'],
      ['buildspec', ['--service=worker'], 'buildspec.yml']
    ])('%s: but names the command of the other project (%j)', async (target, argv, path) => {
      await mkdir(join(folder, 'api'));
      await writeFile(join(folder, 'api/slipway.yml'), JSON.stringify(ROLLING));
      await run(target);
      const before = await read(path);
      await expect(run(target, ...argv)).rejects.toThrow(
        `${path}: This file was made by another command: slipway generate ${target}`
      );
      expect(await read(path)).toBe(before);
    });

    it('and an earlier version of its own, made with other flags, it does', async () => {
      await run('workflow');
      expect(await run('workflow', '--branch=release')).toMatchObject({ exitCode: 0 });
      expect(await read('.github/workflows/deploy.yml')).toContain('branches: [release]');
    });

    it.each([
      ['workflow', '.github/workflows/deploy.yml', '    steps:\n', '      - run: npm test\n'],
      ['pipeline', 'pipeline.yml', 'Resources:\n', '  Topic:\n    Type: AWS::SNS::Topic\n'],
      ['buildspec', 'buildspec.yml', '    commands:\n', '      - npm test\n'],
      ['buildspec', 'buildspec.yml', '    commands:\n', '      # A note of ours.\n'],
      ['buildspec', 'buildspec.yml', '  shell: ', 'zsh\n  x: ']
    ])('what was written into its %s (%s) goes with --force alone', async (target, path, after, added) => {
      await run(target);
      const edited = (await read(path)).replace(after, `${after}${added}`);
      await writeFile(join(folder, path), edited);
      const first = added.split('\n')[0]?.trim() ?? '';
      await expect(run(target, '--region=eu-west-1')).rejects.toThrow(
        new RegExp(`^${path}: Somebody changed this file .*${first}.*--force replaces the file\\.$`)
      );
      expect(await read(path)).toBe(edited);
      const checked = await run(target, '--check');
      expect(checked.exitCode).toBe(1);
      expect(checked.printed).toContain(first);
      await run(target, '--force');
      expect(await read(path)).not.toBe(edited);
      expect(await run(target, '--check')).toMatchObject({ exitCode: 0 });
    });

    it.each([
      [
        'iam',
        'iam/deploy-policy.json',
        '"Statement": [\n',
        '    { "Sid": "Ours", "Effect": "Deny", "Action": "s3:*" },\n'
      ],
      ['iam', 'iam/codebuild-trust.json', '"Effect": "Allow",\n', '      "Sid": "Ours",\n'],
      ['buildspec', 'taskdefinition.template.json', '"containerDefinitions": [\n', '    { "name": "ours" },\n']
    ])(
      'what was written into JSON of its %s (%s) goes with --force alone, and its own lines without',
      async (target, path, after, added) => {
        await run(target);
        // Nobody touched it: other settings make other lines.
        await run(target, '--repository=shop/other', '--environment-variables=LEVEL=info');
        const own = await read(path);
        expect(own).toContain(after);
        await writeFile(join(folder, path), own.replace(after, `${after}${added}`));
        const expected = `${path}: Somebody changed this file since Slipway wrote it, and the new one does not have these of its lines: `;
        await expect(run(target)).rejects.toThrow(
          `${expected}${own.slice(0, own.indexOf(after) + after.length).split('\n').length}: ${JSON.stringify(added.trim())}`
        );
        await expect(run('all')).rejects.toThrow(expected);
        expect(await run(target, '--check')).toMatchObject({ exitCode: 1, printed: expect.stringContaining(expected) });
        expect(await read(path)).toContain(added);
        await run(target, '--force');
        expect(await read(path)).not.toContain(added);
        expect(await run(target, '--check')).toMatchObject({ exitCode: 0 });
      }
    );

    it('a policy of which nothing says that Slipway wrote it goes with --force alone', async () => {
      await mkdir(join(folder, 'iam'));
      await writeFile(join(folder, 'iam/deploy-policy.json'), '{ "Version": "2012-10-17", "Statement": [] }\n');
      await expect(run('iam')).rejects.toThrow(/^iam\/deploy-policy\.json: It has no checksum, .* 1: /);
      expect(await readdir(join(folder, 'iam'))).toEqual(['deploy-policy.json']);
      await run('iam', '--force');
      expect(await run('iam', '--check')).toMatchObject({ exitCode: 0 });
    });

    it('and a file without a checksum it replaces where no line goes', async () => {
      await run('workflow');
      const path = '.github/workflows/deploy.yml';
      const unsigned = (await read(path)).replace(/^# Checksum.*\n/m, '');
      await writeFile(join(folder, path), unsigned.replaceAll('\n', '\r\n'));
      await expect(run('workflow', '--branch=release')).rejects.toThrow(/It has no checksum, .*"branches: \[main\]"/);
      expect(await run('workflow')).toMatchObject({ exitCode: 0 });
      await writeFile(join(folder, path), unsigned);
      expect(await run('workflow', '--check')).toMatchObject({ exitCode: 0 });
    });
  });

  it('keeps the reports and the cache of the buildspec that is there', async () => {
    await run('buildspec');
    await writeFile(join(folder, 'buildspec.yml'), `${await read('buildspec.yml')}\ncache:\n  paths: [a]\n`);
    expect(await run('buildspec', '--check')).toMatchObject({ exitCode: 0 });
    await run('buildspec', '--tags=v2');
    expect(await read('buildspec.yml')).toMatch(/TAG=v2\n[^]*\ncache:\n {2}paths: \[a\]\n$/);
  });

  it('says in the buildspec how it was made, as a shell takes it', async () => {
    await run(
      'buildspec',
      '--build-args=A=it is',
      "--build-args=B='",
      '--create-repository',
      '--labels=',
      '--target',
      'x'
    );
    expect(await read('buildspec.yml')).toContain(
      `#     slipway generate buildspec --create-repository --target x --build-args 'A=it is' --build-args 'B='\\''' --labels=''\n`
    );
  });

  it('wants an environment where the top of the settings is half of what is shipped', async () => {
    const { 'task-definition': path, ...top } = ROLLING;
    const environments = { dev: { 'task-definition': path }, prod: { 'task-definition': path } };
    await writeFile(join(folder, 'slipway.yml'), JSON.stringify({ ...top, environments }));
    await expect(run('buildspec')).rejects.toThrow(
      'There are environments (dev and prod), and without one of them there is no task definition. Choose one: --environment=dev.'
    );
    expect(await run('buildspec', '--environment=prod')).toMatchObject({ exitCode: 0 });
    expect(await run('buildspec', '--task-definition=taskdefinition.json')).toMatchObject({ exitCode: 0 });
  });

  it('lets the role write the reports of the buildspec that it keeps', async () => {
    await run('buildspec');
    await writeFile(
      join(folder, 'buildspec.yml'),
      `${await read('buildspec.yml')}\nreports:\n  unit: {files: [a.xml]}\n`
    );
    await run('all');
    expect(await read('pipeline.yml')).toContain('report-group/BuildProject-*');
    expect(await read('iam/codebuild-policy.json')).toContain('report-group/${CODEBUILD_PROJECT}-*"');
  });

  it('warns of what is left out of a task definition', async () => {
    const definition = { ...taskDefinitionOf(['web']), taskRoleArn: '' };
    await writeFile(join(folder, 'taskdefinition.json'), JSON.stringify(definition));
    expect((await run('buildspec')).warnings).toHaveLength(1);
  });

  it.each([
    [
      [],
      /^Nothing is named: there are buildspec, pipeline, workflow, iam and all\. Write slipway generate buildspec\.$/
    ],
    [['buildspek'], /^"buildspek" cannot be generated: .*Did you mean buildspec\?$/],
    [['buildspec', 'dev'], /^The argument "dev" is not expected here\./]
  ])('refuses %j', async (argv, expected) => {
    await expect(run(...argv)).rejects.toThrow(expected);
  });

  it('tells everything that is wrong at once, and writes nothing', async () => {
    await expect(run('all', '--branch=a b', '--contxt=x', '--tags=/')).rejects.toMatchObject({
      problems: [{ code: 'unknown-flag' }, { code: 'malformed' }]
    });
    await expect(run('all', '--cache-from=type=gha', '--desired-count=2')).rejects.toMatchObject({
      problems: [{ code: 'not-for-codebuild' }, {}]
    });
    expect(await readdir(folder)).toEqual(['Dockerfile', 'slipway.yml', 'taskdefinition.json']);
  });
});
