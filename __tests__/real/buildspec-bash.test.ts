import { spawnSync } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';

import { cacheTag } from '../../src/image/build/registry-cache.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { renderDeployBuildspec } from '../../src/pipeline/template/deploy-buildspec.js';
import { quoteWord } from '../../src/text/shell.js';
import { makeProject, PROJECTS, taskDefinitionOf } from '../pipeline/projects.js';
import { listCommands, readYaml } from './codebuild.js';

const WORDS = [
  '',
  'plain',
  'a=b',
  '-n',
  '--flag=x y',
  '~',
  '~root/x',
  '*',
  '?[a]',
  '{a,b}',
  '$HOME',
  '$(id)',
  '`id`',
  "it's",
  "'",
  '"',
  '\\',
  'a\\',
  "\\'",
  '!x',
  '#x',
  'a;b|c&d<e>f(g)h',
  ' ',
  ' a  b ',
  'a\nb',
  '\n',
  'a\r\nb',
  '\t',
  "tab\there's $(id) \\n",
  '\u0001\u001b[31m\u007f',
  '\u00a0\u0085\u2028\u2029\ufeff\ufffe\uffff',
  'ünïcode 日本 🚢',
  '9\n9\u00019',
  '%s %d \\x41'
];

describe('a word quoted for bash', () => {
  it.each(['C', 'C.UTF-8'])('is read back to the very same bytes (%s)', locale => {
    const script = WORDS.map(word => `printf '%s\\0' ${quoteWord(word) ?? ''}`).join('\n');
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
      encoding: 'utf8',
      env: { LC_ALL: locale }
    });
    expect(stderr).toBe('');
    expect(stdout.split('\0').slice(0, -1)).toEqual(WORDS);
  });

  it('survives the two readers of YAML on its way', () => {
    const words = WORDS.map(word => quoteWord(word) ?? '');
    const text = `- |\n${words.map(word => `  ${word}`).join('\n')}\n`;
    expect(JSON.parse(pyYaml(text))).toEqual([`${words.join('\n')}\n`]);
  });
});

const BUILDSPECS = [
  ...PROJECTS.map(({ name, read, options }) => ({ name, read, options })),
  {
    name: 'every kind of look at the repository',
    read: () =>
      makeProject({
        'taskdefinition.json': taskDefinitionOf(['a', 'b', 'c', 'd', 'e']),
        'slipway.yml': {
          region: 'eu-west-1',
          images: [
            { container: 'a', repository: 'shop/a', tags: 'v1,{sha},v-{short-sha}.1', 'create-repository': true },
            { container: 'b', repository: 'shop/b', 'reuse-image': false },
            { container: 'c', repository: 'shop/c', 'reuse-image': true, 'build-args': { A: "it's\n$(id)" } },
            {
              container: 'e',
              repository: 'shop/e',
              tags: '{date:%Y%m%d@Asia/Seoul},b-{env:CODEBUILD_BUILD_ID/:/2},{env:VERSION}',
              'build-args': { A: "it's {date:%F %T} $(id) {env:VERSION/-/1}", B: '{sha:8}' },
              labels: { rev: '{sha}' }
            },
            { container: 'd', image: '444455556666.dkr.ecr.eu-west-1.amazonaws.com/base/d:1.2' }
          ],
          registries: '444455556666, public',
          'build-secrets': ['id=npm,env=NPM_TOKEN'],
          'environment-variables': { A: 'b' },
          'container-name': 'a',
          'task-definition': 'taskdefinition.json'
        }
      }),
    options: { directory: '', flags: '' }
  }
];

describe('the buildspec of the project that deploys', () => {
  it.each(PROJECTS.filter(({ options }) => options.deployer.kind === 'slipway'))(
    '$name: shellcheck has nothing to say, and PyYAML reads the same',
    async ({ read, options }) => {
      const { deployer } = options;
      if (deployer.kind !== 'slipway') throw new Error('AWS deploys.');
      const text = renderDeployBuildspec(await read(), options, deployer, { stage: 'Deploy', artifact: 'BuildOutput' });
      // The folder of the artifact is CodeBuild's variable, and the file of the outputs is made by the run (SC1091).
      const given = 'CODEBUILD_SRC_DIR_BuildOutput=/codebuild/output/src1/BuildOutput';
      const { stdout, status } = spawnSync(
        'shellcheck',
        ['--shell=bash', '--severity=style', '--exclude=SC1091', '-'],
        {
          input: [given, ...listCommands(readYaml(text))].join('\n'),
          encoding: 'utf8'
        }
      );
      expect([stdout, status]).toEqual(['', 0]);
      expect(JSON.parse(pyYaml(text))).toEqual(readYaml(text));
    }
  );
});

describe('a generated buildspec', () => {
  it.each(BUILDSPECS)('$name: shellcheck has nothing to say about its commands', async ({ read, options }) => {
    const [buildspec] = renderBuildspec(await read(), options);
    const commands = listCommands(readYaml(buildspec?.text ?? ''));
    expect(commands.length).toBeGreaterThan(5);
    // As one script, in which a variable of one command is used by another.
    const { stdout, status } = spawnSync('shellcheck', ['--shell=bash', '--severity=style', '-'], {
      input: commands.join('\n'),
      encoding: 'utf8'
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it.each(BUILDSPECS)('$name: PyYAML (YAML 1.1) reads the same as js-yaml (1.2)', async ({ read, options }) => {
    const [buildspec] = renderBuildspec(await read(), options);
    const text = buildspec?.text ?? '';
    expect(JSON.parse(pyYaml(text))).toEqual(readYaml(text));
  });

  it('keeps to the rule of ECR about which tags are immutable', async () => {
    const project = await makeProject({
      'taskdefinition.json': taskDefinitionOf(['web']),
      'slipway.yml': { region: 'eu-west-1', repository: 'shop/web', 'task-definition': 'taskdefinition.json' }
    });
    const [buildspec] = renderBuildspec(project, { directory: '', flags: '' });
    const script = /is_immutable\(\) \{\n[^]*?\n\}/.exec(listCommands(readYaml(buildspec?.text ?? '')).join('\n'))?.[0];
    const rows = [
      ['MUTABLE', 'v1', false],
      ['IMMUTABLE', 'v1', true],
      ['IMMUTABLE_WITH_EXCLUSION\tlatest\tdev-*', 'v1', true],
      ['IMMUTABLE_WITH_EXCLUSION\tlatest\tdev-*', 'latest', false],
      ['IMMUTABLE_WITH_EXCLUSION\tlatest\tdev-*', 'dev-7', false],
      ['IMMUTABLE_WITH_EXCLUSION\tlatest\tdev-*', 'my-dev-7', true],
      ['MUTABLE_WITH_EXCLUSION\tv*.0', 'v1.0', true],
      ['MUTABLE_WITH_EXCLUSION\tv*.0', 'v1x0', false],
      ['MUTABLE_WITH_EXCLUSION\tv*.0', 'main', false]
    ] as const;
    for (const [rule, tag, expected] of rows) {
      const { status } = spawnSync('bash', ['--norc', '-c', `${script ?? 'exit 9'}\nis_immutable "$1"`, 'bash', tag], {
        env: { MUTABILITY: rule }
      });
      expect([rule, tag, status]).toEqual([rule, tag, expected ? 0 : 1]);
    }
  });
});

describe('the cache of a generated buildspec', () => {
  const BRANCHES = [
    'main',
    'feature/x',
    'v1.2_x-y',
    'Umlaute-äöü/日本',
    "it's $(id) `id`",
    'b'.repeat(80),
    'b'.repeat(81),
    'ä'.repeat(60)
  ];

  it('has the tags that a run of the Action gives it', async () => {
    const images = [
      { container: 'a', repository: 'shop/a' },
      { container: 'b', repository: 'shop/b', target: 'release', platforms: 'linux/amd64' }
    ];
    for (const cacheRepository of [undefined, '210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop/cache']) {
      const project = await makeProject({
        'taskdefinition.json': taskDefinitionOf(['a', 'b']),
        'slipway.yml': { ...PLAIN, images, cache: 'registry', 'cache-repository': cacheRepository }
      });
      const [buildspec] = renderBuildspec(project, { directory: '', flags: '' });
      const text = listCommands(readYaml(buildspec?.text ?? '')).join('\n');
      const functions = [...text.matchAll(/cache_tag\(\) \{\n[^]*?\n\}/g)].map(([found]) => found);
      const built = project.config.images.flatMap(image => (image.kind === 'built' ? [image] : []));
      expect(functions).toHaveLength(2);
      for (const [index, image] of built.entries()) {
        for (const branch of BRANCHES) {
          const script = `${functions[index] ?? ''}\ncache_tag "$1"`;
          const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', branch], { encoding: 'utf8' });
          expect([branch, stdout, stderr]).toEqual([branch, `${cacheTag(image, branch)}\n`, '']);
        }
      }
    }
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['release/1', {}],
    ['feature/x', { BRANCH_NAME: 'feature/x', CODEBUILD_SOURCE_VERSION: 'arn:aws:s3:::bucket/key' }],
    ['release/1', { BRANCH_NAME: '', CODEBUILD_SOURCE_VERSION: 'arn:aws:s3:::bucket/key' }],
    ['feature/x', { CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/feature/x', CODEBUILD_SOURCE_VERSION: '0'.repeat(40) }],
    ['feature/x', { CODEBUILD_SOURCE_VERSION: 'feature/x' }],
    ['feature/x', { CODEBUILD_SOURCE_VERSION: `refs/heads/feature/x^{${'0'.repeat(40)}}` }],
    ['release/1', { CODEBUILD_SOURCE_VERSION: 'a'.repeat(40) }],
    ['release/1', { CODEBUILD_SOURCE_VERSION: 'pr/12' }],
    ['pull/12', { CODEBUILD_WEBHOOK_TRIGGER: 'pr/12', CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/main' }],
    ['feature/x', { CODEBUILD_WEBHOOK_TRIGGER: 'pr/12', BRANCH_NAME: 'feature/x' }],
    [
      'feature/x',
      { CODEBUILD_WEBHOOK_TRIGGER: 'branch/feature/x', CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/feature/x' }
    ],
    ['release/1', { CODEBUILD_WEBHOOK_HEAD_REF: 'refs/tags/v1', CODEBUILD_SOURCE_VERSION: 'v1' }]
  ])('is that of the branch %s with %j', async (branch, env) => {
    const project = await makeProject({
      'taskdefinition.json': taskDefinitionOf(['web']),
      'slipway.yml': { ...PLAIN, repository: 'shop/web', cache: 'registry' }
    });
    const [buildspec] = renderBuildspec(project, { directory: '', flags: '', branch: 'release/1' });
    const command = listCommands(readYaml(buildspec?.text ?? '')).find(text => text.startsWith('DEFAULT_BRANCH='));
    const script = `set -u\n${command ?? 'exit 9'}\nprintf '%s' "$BRANCH"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env });
    expect([stdout, stderr]).toEqual([branch, '']);
  });
});

const PLAIN = { region: 'eu-west-1', 'task-definition': 'taskdefinition.json' };

/** What PyYAML makes of a text, as JSON. */
function pyYaml(text: string): string {
  const script = 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout)';
  const { stdout, stderr, status } = spawnSync('python3', ['-c', script], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(`PyYAML is needed: ${stderr}`);
  return stdout;
}
