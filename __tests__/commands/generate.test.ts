import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { readArguments } from '../../src/commands/arguments.js';
import { generate, generateFlags } from '../../src/commands/generate.js';
import { systemFiles } from '../../src/host/files.js';
import { ROLLING, taskDefinitionOf } from '../pipeline/projects.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-generate-'));
  await writeFile(join(folder, 'slipway.yml'), JSON.stringify({ ...ROLLING, environments: { dev: { tags: 'dev' } } }));
  await writeFile(join(folder, 'taskdefinition.json'), JSON.stringify(taskDefinitionOf(['web'])));
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
    arguments: readArguments(argv, generateFlags()),
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
      ''
    ]);
    expect(await read('ci/dev.buildspec.yml')).toContain('TAG=dev\n');
    // What has to do with GitHub is not the buildspec's.
    expect(await read('ci/dev.buildspec.yml')).toContain('slipway generate buildspec --output ci --environment dev\n');
  });

  it('compares with --check, and says where a file differs', async () => {
    const missing = await run('buildspec', '--check');
    expect(missing.exitCode).toBe(1);
    expect(missing.printed).toBe(
      'buildspec.yml is missing\ntaskdefinition.template.json is missing\nMake them again: slipway generate buildspec\n'
    );
    expect(await readdir(folder)).toEqual(['slipway.yml', 'taskdefinition.json']);
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
        /^buildspec\.yml:7 differs\n.*up to date\nMake them again: slipway generate buildspec\n$/s
      )
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
    expect(await readdir(folder)).toEqual(['slipway.yml', 'taskdefinition.json']);
  });
});
