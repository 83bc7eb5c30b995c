import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

import { SETTINGS } from '../../src/config/table/settings-table.js';
import { readPipelineOptions, type PipelineOptions } from '../../src/pipeline/flags.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { CHECKOUT, renderWorkflow } from '../../src/pipeline/workflow.js';
import { APPSPEC, makeProject, PLAIN_OPTIONS, PROJECTS, readExample, ROLLING, taskDefinitionOf } from './projects.js';

const CI = fileURLToPath(new URL('../../.github/workflows/ci.yml', import.meta.url));
const files = { 'taskdefinition.json': taskDefinitionOf(['web']) };

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly name: string;
  readonly on: {
    readonly push: {
      readonly branches?: readonly string[];
      readonly tags?: readonly string[];
      readonly paths?: readonly string[];
    };
  };
  readonly permissions: object;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: {
    readonly deploy: {
      readonly environment?: string;
      readonly permissions: Readonly<Record<string, string>>;
      readonly 'runs-on': string;
      readonly 'timeout-minutes': number;
      readonly env: Readonly<Record<string, string>>;
      readonly steps: readonly Step[];
    };
  };
}

function render(
  project: PipelineProject,
  options: Partial<PipelineOptions> = {}
): { path: string; text: string; workflow: Workflow } {
  const [file] = renderWorkflow(project, { ...PLAIN_OPTIONS, ...options });
  const text = file?.text ?? '';
  return { path: file?.path ?? '', text, workflow: load(text) as Workflow };
}

async function renderFor(settings: object, options: Partial<PipelineOptions> = {}): Promise<ReturnType<typeof render>> {
  return render(await makeProject({ ...files, 'slipway.yml': { ...ROLLING, ...settings } }), options);
}

describe('a generated workflow', () => {
  it('ships an environment: its name is in the job, in the inputs and in the group', async () => {
    const { path, workflow } = render(await readExample('blue-green', 'dev'));
    expect(path).toBe('.github/workflows/dev.deploy.yml');
    expect(workflow.concurrency).toEqual({
      group: 'deploy-dev-kordevtest-kordevtest-api',
      'cancel-in-progress': false
    });
    expect(workflow.permissions).toEqual({});
    const { deploy } = workflow.jobs;
    expect(deploy.environment).toBe('dev');
    expect(deploy.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(deploy.env).toEqual({ AWS_REGION: 'ap-northeast-2' });
    expect(deploy.steps.at(-1)).toMatchObject({
      uses: 'example/slipway@v1',
      with: { environment: 'dev', 'role-to-assume': '${{ vars.AWS_ROLE_TO_ASSUME }}' }
    });
  });

  it('takes the role and the file of the settings, and the group from cluster and service', async () => {
    const project = await makeProject(
      { ...files, 'deploy/web.yml': { ...ROLLING, 'role-to-assume': 'arn:aws:iam::123456789012:role/deploy' } },
      { config: 'deploy/web.yml' }
    );
    const { path, workflow } = render(project);
    expect(path).toBe('.github/workflows/deploy-deploy-web.yml');
    expect(workflow.name).toBe('Deploy deploy-web');
    expect(workflow.concurrency.group).toBe('deploy-shop-web');
    expect(workflow.jobs.deploy.environment).toBeUndefined();
    expect(workflow.jobs.deploy.steps.at(-1)?.with).toEqual({ cache: 'github', config: 'deploy/web.yml' });
  });

  it.each([
    [{}, undefined, 'deploy.yml', 'Deploy', 'deploy-shop-web'],
    [{ environment: 'dev' }, undefined, 'dev.deploy.yml', 'Deploy dev', 'deploy-dev-shop-web'],
    [{}, 'services/api/slipway.yml', 'deploy-services-api.yml', 'Deploy services-api', 'deploy-shop-web'],
    [
      { environment: 'dev' },
      './services/my api/slipway.yml',
      'dev.deploy-services-my-api.yml',
      'Deploy services-my-api dev',
      'deploy-dev-shop-web'
    ],
    [{}, 'deploy/web.yaml', 'deploy-deploy-web.yml', 'Deploy deploy-web', 'deploy-shop-web'],
    [
      { service: '' },
      'services/api/slipway.yml',
      'deploy-services-api.yml',
      'Deploy services-api',
      'deploy-services-api'
    ]
  ])(
    'is one of its own for each application and each environment: %j of %s',
    async (given, config, file, name, group) => {
      const { service, ...rest } = ROLLING;
      const settings = { ...rest, ...('service' in given ? {} : { service }), environments: { dev: {} } };
      const project = await makeProject(
        { ...files, [config ?? 'slipway.yml']: settings },
        { ...given, ...(config === undefined ? {} : { config }) }
      );
      const { path, workflow } = render(project);
      expect([path, workflow.name, workflow.concurrency.group]).toEqual([`.github/workflows/${file}`, name, group]);
    }
  );

  it.each(PROJECTS)('gives inputs that the Action has: $name', async ({ read, options }) => {
    const { workflow } = render(await read(), options);
    const known = SETTINGS.map(({ name }) => name as string);
    const inputs = Object.keys(workflow.jobs.deploy.steps.at(-1)?.with ?? {});
    expect(inputs.filter(input => !known.includes(input))).toEqual([]);
  });

  it("checks out by the commit that this repository's own workflow uses", () => {
    expect(readFileSync(CI, 'utf8')).toContain(`actions/checkout@${CHECKOUT.sha} # ${CHECKOUT.version}\n`);
  });

  it('says how to pin Slipway where that is not pinned, and excepts that line alone', async () => {
    const { text } = await renderFor({}, { uses: 'acme/slipway@v2' });
    expect(text).toContain('uses: acme/slipway@v2 # zizmor: ignore[unpinned-uses]\n');
    expect(text).toContain('gh api repos/acme/slipway/commits/v2 --jq .sha');
    expect(text.match(/zizmor: ignore/g)).toHaveLength(1);
    const sha = '4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2';
    const pinned = await renderFor({}, { uses: `acme/slipway@${sha}` });
    expect(pinned.text).toContain(`uses: acme/slipway@${sha}\n`);
    expect(pinned.text).not.toMatch(/ignore|gh api/);
  });

  it('is for its branch, and in a repository of many projects for its paths', async () => {
    expect((await renderFor({}, { branch: 'release/1' })).workflow.on.push).toEqual({ branches: ['release/1'] });
    expect((await renderFor({ context: 'web' })).workflow.on.push.paths).toEqual([
      'web/**',
      'taskdefinition.json',
      'slipway.yml',
      '.github/workflows/deploy.yml'
    ]);
  });

  it('is started by what any of several services is made of, and has time for the slowest', async () => {
    const project = await makeProject({
      'web.json': taskDefinitionOf(['web']),
      'worker.json': taskDefinitionOf(['web']),
      'worker.appspec.yml': APPSPEC,
      'slipway.yml': {
        region: 'eu-west-1',
        cluster: 'shop',
        repository: 'shop/web',
        context: 'web',
        services: [
          { service: 'web', 'task-definition': 'web.json' },
          { service: 'worker', 'task-definition': 'worker.json', appspec: 'worker.appspec.yml' }
        ]
      }
    });
    const { workflow } = render(project);
    expect(workflow.on.push.paths).toEqual(expect.arrayContaining(['web.json', 'worker.json', 'worker.appspec.yml']));
    expect(workflow.jobs.deploy['timeout-minutes']).toBe(150);
  });

  it.each<[Partial<PipelineOptions>, object, string]>([
    [{ gitTags: ['v*'], tagsAlone: true }, { tags: ['v*'] }, 'of a tag v*'],
    [
      { gitTags: ['v*', '*'], tagsAlone: false },
      { branches: ['main'], tags: ['v*', '*'] },
      'to main and of a tag v* or *'
    ]
  ])('ships on pushes as %j says', async (options, push, header) => {
    const { workflow, text } = await renderFor({}, options);
    expect(workflow.on.push).toEqual(push);
    expect(text).toContain(`on every push ${header}. Made`);
  });

  it('runs in the environment by its name on GitHub', async () => {
    const project = await makeProject(
      { ...files, 'slipway.yml': { ...ROLLING, environments: { prod: { 'github-environment': 'production: eu' } } } },
      { environment: 'prod' }
    );
    const { deploy } = render(project).workflow.jobs;
    expect(deploy.environment).toBe('production: eu');
    expect(deploy.steps.at(-1)?.with?.['environment']).toBe('prod');
    expect((await renderFor({ 'github-environment': 'live' })).workflow.jobs.deploy.environment).toBe('live');
    expect((await renderFor({})).workflow.jobs.deploy.environment).toBeUndefined();
    await expect(renderFor({ 'github-environment': '${{ x }}' })).rejects.toThrow(/github-environment holds "\$\{\{"/);
  });

  it('hands secrets of the build on, and nothing else', async () => {
    const { workflow } = await renderFor({ 'build-secrets': ['id=npm,env=NPM_TOKEN', 'id=rc,src=.npmrc'] });
    expect(workflow.jobs.deploy.steps.at(-1)?.env).toEqual({ NPM_TOKEN: '${{ secrets.NPM_TOKEN }}' });
  });

  it.each([
    ['linux/arm64', 'ubuntu-24.04-arm', undefined],
    ['linux/amd64', 'ubuntu-latest', undefined],
    ['linux/amd64,linux/arm64', 'ubuntu-latest', 'arm64'],
    ['linux/arm64/v8,linux/arm/v7', 'ubuntu-latest', 'arm64,arm'],
    ['linux/amd64,linux/arm64,linux/arm/v6,linux/arm/v7', 'ubuntu-latest', 'arm64,arm']
  ])('runs on a machine for %s, and so does CodeBuild, with emulators', async (platforms, runner, emulation) => {
    const cpuArchitecture = platforms.includes('linux/amd64') ? 'X86_64' : 'ARM64';
    const project = await makeProject({
      'taskdefinition.json': taskDefinitionOf(['web'], { runtimePlatform: { cpuArchitecture } }),
      'slipway.yml': { ...ROLLING, platforms }
    });
    const { deploy } = render(project).workflow.jobs;
    expect(deploy['runs-on']).toBe(runner);
    const installs = deploy.steps.find(({ run }) => run !== undefined)?.run;
    const pinned = new RegExp(
      `^docker run --rm --privileged tonistiigi/binfmt:\\S+@sha256:[0-9a-f]{64} --install ${emulation}$`
    );
    if (emulation === undefined) expect(installs).toBeUndefined();
    else expect(installs).toMatch(pinned);
    const buildspec = renderBuildspec(project, PLAIN_OPTIONS)[0]?.text ?? '';
    expect(/^ +- (docker run .*)$/m.exec(buildspec)?.[1]).toBe(installs);
    const order = ['binfmt', 'docker buildx create', 'docker buildx build'].map(text => buildspec.indexOf(text));
    if (emulation !== undefined) expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it.each([
    [30, 90],
    [60, 150],
    [600, 360]
  ])('leaves time to go back after %i minutes of waiting', async (minutes, expected) => {
    const { workflow } = await renderFor({ 'wait-for-minutes': minutes });
    expect(workflow.jobs.deploy['timeout-minutes']).toBe(expected);
  });

  it('says what was said as flags, so that nothing is lost where there is no file', async () => {
    const given = { ...ROLLING, tags: '{sha},latest', labels: 'a=1\nb=two words' };
    const options = readPipelineOptions({ ...given, output: '.', branch: 'main' }, { directory: '', flags: '' });
    const { workflow, text } = render(await makeProject(files, given), options);
    expect(workflow.jobs.deploy.steps.at(-1)?.with).toEqual({
      cache: 'github',
      ...given,
      'role-to-assume': '${{ vars.AWS_ROLE_TO_ASSUME }}'
    });
    expect(text).toContain('Made from flags;');
  });

  it('is refused where GitHub would read an expression', async () => {
    await expect(renderFor({}, { settings: { command: 'echo ${{ github.token }}' } })).rejects.toThrow(
      /^command: .*beginning of an expression/
    );
  });

  it('ends with one line end and holds no tab', async () => {
    const { text } = await renderFor({});
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toContain('\t');
  });

  it('has a second job that continues the deployment once it is approved, where the settings wait for that', async () => {
    const { workflow } = await renderFor({ 'wait-for': 'paused', environments: {} });
    const jobs = workflow.jobs as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(Object.keys(jobs)).toEqual(['deploy', 'approve']);
    expect(jobs['deploy']?.['outputs']).toEqual({
      outcome: '${{ steps.ship.outputs.outcome }}',
      deployment: '${{ steps.ship.outputs.deployment }}'
    });
    expect(jobs['approve']).toMatchObject({
      needs: 'deploy',
      if: "needs.deploy.outputs.outcome == 'paused'",
      environment: 'approval',
      permissions: { 'id-token': 'write' }
    });
    const steps = jobs['approve']?.['steps'] as readonly Step[];
    expect(steps.at(-1)?.with).toMatchObject({
      deployment: '${{ needs.deploy.outputs.deployment }}',
      continue: 'continue',
      'wait-for': 'stable',
      'role-to-assume': '${{ vars.AWS_ROLE_TO_ASSUME }}'
    });
    const { workflow: single } = await renderFor({});
    expect(Object.keys(single.jobs)).toEqual(['deploy']);
  });

  it('has it too where one of several services waits, and not the first', async () => {
    const services = [{ service: 'web' }, { service: 'worker', 'wait-for': 'paused' }];
    const { workflow } = await renderFor({ services, service: '', environments: {} });
    expect(Object.keys(workflow.jobs)).toEqual(['deploy', 'approve']);
  });

  const GHES = { oidcIssuer: 'https://ghes.example/_services/token' };
  it.each<readonly [string, object, Partial<typeof PLAIN_OPTIONS>, string | undefined]>([
    ['nothing is said', {}, {}, 'github'],
    ['nothing is said, on ghe.com', {}, { oidcIssuer: 'https://token.actions.octocorp.ghe.com' }, 'github'],
    [
      'nothing is said, for an enterprise',
      {},
      { oidcIssuer: 'https://token.actions.githubusercontent.com/acme' },
      'github'
    ],
    ['nothing is said, on a server of its own', {}, GHES, 'registry'],
    ['there is one', { cache: 'registry' }, {}, undefined],
    ['there is to be none', { cache: 'none' }, {}, undefined],
    ['a cache is read', { 'cache-from': 'type=gha' }, {}, undefined],
    ['the cache is off', { 'build-options': ['--no-cache'] }, {}, undefined],
    ['nothing is built', { repository: undefined, image: 'nginx:1.29' }, {}, undefined]
  ])('proposes a cache where %s: %j', async (_, settings, options, expected) => {
    const changed = { 'slipway.yml': { ...ROLLING, ...settings }, 'taskdefinition.json': taskDefinitionOf(['web']) };
    const { workflow } = render(await makeProject(changed), { ...PLAIN_OPTIONS, ...options });
    expect(workflow.jobs.deploy.steps.at(-1)?.with?.['cache']).toBe(expected);
  });
});
