import { describe, expect, it } from '@jest/globals';

import type { PipelineOptions } from '../../src/pipeline/flags.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { makeRepositories } from '../../src/pipeline/template/repository.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import { makeProject, PLAIN_OPTIONS, ROLLING, taskDefinitionOf } from './projects.js';

const HOST = '210987654321.dkr.ecr.eu-west-1.amazonaws.com';
const ARN = 'arn:aws:ecr:eu-west-1:210987654321:repository/shop/web';
const OPTIONS: PipelineOptions = { ...PLAIN_OPTIONS, account: '123456789012' };

function read(settings: object): Promise<PipelineProject> {
  const files = { 'taskdefinition.json': taskDefinitionOf(['web']) };
  return makeProject({ ...files, 'slipway.yml': { ...ROLLING, repository: `${HOST}/shop/web`, ...settings } });
}

interface Policy {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Action: readonly string[];
    readonly Resource?: string | readonly string[];
    readonly Principal?: { readonly AWS: string | readonly string[] };
  }[];
}

function policiesOf(project: PipelineProject): Readonly<Record<string, Policy>> {
  return Object.fromEntries(
    renderIam(project, OPTIONS).map(({ path, text }) => [
      path.replace(/^.*\/([\w-]+)\.json$/, '$1'),
      JSON.parse(text) as Policy
    ])
  );
}

describe("what is generated for a repository in another account's registry", () => {
  it('allows the roles what they do there', async () => {
    const policies = policiesOf(await read({ 'scan-gate': 'HIGH', 'create-repository': true }));
    for (const name of ['deploy-policy', 'codebuild-policy', 'plan-policy']) {
      // What is asked of the registry itself cannot be limited to a repository.
      const resources = policies[name]?.Statement.filter(({ Action }) =>
        /ecr:Describe(?:Repositories|Images|ImageScanFindings)\b/.test(String(Action))
      ).map(({ Resource }) => Resource);
      expect(new Set(resources)).toEqual(new Set([ARN]));
    }
    expect(policies['deploy-policy']?.Statement.find(({ Sid }) => Sid === 'CreateRepositories')?.Resource).toBe(ARN);
  });

  it('has the policy that the repository needs there, and that of the registry which creates it', async () => {
    const role = 'arn:aws:iam::123456789012:role/deploy';
    const policies = policiesOf(await read({ 'role-to-assume': role, 'scan-gate': 'HIGH', 'create-repository': true }));
    const statements = policies['repository-policy']?.Statement ?? [];
    expect(statements.map(({ Sid, Principal }) => [Sid, Principal?.AWS])).toEqual([
      ['PushFromGithub', role],
      ['PushFromCodeBuild', 'arn:aws:iam::123456789012:role/${CODEBUILD_ROLE_NAME}'],
      ['PullForTasks', expect.stringMatching(/^arn:aws:iam::\d{12}:role\//)]
    ]);
    expect(statements[0]?.Action).toEqual(
      expect.arrayContaining(['ecr:DescribeRepositories', 'ecr:InitiateLayerUpload', 'ecr:DescribeImageScanFindings'])
    );
    expect(statements[0]).not.toHaveProperty('Resource');
    expect(policies['registry-policy']?.Statement[0]).toMatchObject({
      Action: ['ecr:CreateRepository'],
      Resource: ARN
    });
  });

  it('names neither where no registry is said', async () => {
    const names = Object.keys(policiesOf(await read({ repository: 'shop/web', 'create-repository': true })));
    expect(names.filter(name => /repository|registry/.test(name))).toEqual([]);
  });

  it('asks, logs in and pushes there, in its region', async () => {
    const [buildspec] = renderBuildspec(
      await read({ tags: ['{sha}', 'latest'], 'scan-gate': 'HIGH', 'create-repository': true }),
      OPTIONS
    );
    const text = buildspec?.text ?? '';
    const calls = text.split('\n').filter(line => /\baws ecr (?!get-login)/.test(line));
    expect(calls.length).toBeGreaterThan(6);
    for (const call of calls.filter(line => !line.includes('"$@"'))) {
      expect(call).toContain('--registry-id 210987654321 --region eu-west-1');
    }
    expect(text).toContain(
      'aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin "${REPOSITORY_URI%%/*}"'
    );
    expect(text).toContain('--repository-name shop/web --registry-id 210987654321 --region eu-west-1');
  });

  it('keeps a dual-stack host that the settings name', async () => {
    const host = '210987654321.dkr-ecr.eu-west-1.on.aws';
    const [buildspec] = renderBuildspec(await read({ repository: `${host}/shop/web` }), OPTIONS);
    expect(buildspec?.text).toContain(
      `if [[ $REPOSITORY_URI == 210987654321.dkr.ecr.eu-west-1.* ]]; then REPOSITORY_URI=${host}/shop/web; fi`
    );
  });

  it('logs into each registry that is pushed to, once', async () => {
    const images = [
      { container: 'web', repository: `${HOST}/shop/web` },
      { container: 'side', repository: `${HOST}/shop/side` },
      { container: 'own', repository: 'shop/own' }
    ];
    const files = { 'taskdefinition.json': taskDefinitionOf(['web', 'side', 'own']) };
    const settings = { ...ROLLING, repository: undefined };
    const project = await makeProject({ ...files, 'slipway.yml': { ...settings, images } });
    const text = renderBuildspec(project, OPTIONS)[0]?.text ?? '';
    expect(text.match(/docker login/g)).toHaveLength(2);
  });

  it('makes no repository of another account in the stack', async () => {
    expect(makeRepositories(await read({}))).toEqual({});
    expect(Object.keys(makeRepositories(await read({ repository: 'shop/web' })))).toHaveLength(1);
  });
});
