import { describe, expect, it } from '@jest/globals';

import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { renderWorkflow } from '../../src/pipeline/workflow.js';
import { explainUnknownReads } from '../../src/pipeline/build-reads.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import { allows, listAllowed, type PolicyDocument } from './iam-evaluator.js';
import { makeStack } from './load-template.js';
import { makeProject, PLAIN_OPTIONS, ROLLING, taskDefinitionOf } from './projects.js';

const OWN = '123456789012.dkr.ecr.ap-northeast-2.amazonaws.com';
const OTHER = '444455556666.dkr.ecr.ap-northeast-2.amazonaws.com';
const ELSEWHERE = '123456789012.dkr.ecr.us-west-2.amazonaws.com';
const CHINA = '444455556666.dkr.ecr.cn-north-1.amazonaws.com.cn';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'];

const readProject = (dockerfile: string, settings: object = {}): Promise<PipelineProject> =>
  makeProject({
    Dockerfile: dockerfile,
    'taskdefinition.json': taskDefinitionOf(['web']),
    'slipway.yml': { ...ROLLING, ...settings }
  });

/** The policies of the three roles that build: the workflow's, CodeBuild's, and that of the stack, in this account and region. */
function rolesOf(project: PipelineProject): Readonly<Record<string, PolicyDocument>> {
  const files = new Map(renderIam(project, PLAIN_OPTIONS).map(({ path, text }) => [path, text]));
  const template = renderPipelineTemplate(project, PLAIN_OPTIONS)[0]?.text ?? '';
  return {
    deploy: JSON.parse(files.get('iam/deploy-policy.json') ?? '') as PolicyDocument,
    codebuild: JSON.parse(files.get('iam/codebuild-policy.json') ?? '') as PolicyDocument,
    stack: stackPolicy(template)
  };
}

function stackPolicy(template: string): PolicyDocument {
  const role = makeStack(template).resources['BuildRole']?.properties as unknown as {
    Policies: readonly [{ PolicyDocument: PolicyDocument }];
  };
  return role.Policies[0].PolicyDocument;
}

/** Whether all of these are allowed, or none; anything between is neither. */
function decide(policy: PolicyDocument, actions: readonly string[], resource: string): boolean | 'some' {
  const decisions = new Set(actions.map(action => allows(policy, { action, resource })));
  return decisions.size === 1 ? decisions.has(true) : 'some';
}

const repositoryOf = (host: string, name: string): string => {
  const [, account = '', region = ''] = /^(\d+)\.dkr\.ecr\.([a-z0-9-]+)\./.exec(host) ?? [];
  return `arn:aws:ecr:${region}:${account}:repository/${name}`;
};

interface Case {
  readonly name: string;
  readonly dockerfile: string;
  readonly settings?: object;
  /** Repositories that are pulled from, as [host, name]. */
  readonly pulls: readonly (readonly [string, string])[];
  readonly pushes?: readonly (readonly [string, string])[];
  /** Logged into beside the own registry. */
  readonly hosts?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'FROM the own registry',
    dockerfile: `FROM ${OWN}/base/builder:1`,
    pulls: [[OWN, 'base/builder']],
    hosts: [OWN]
  },
  {
    name: "FROM another account's",
    dockerfile: `FROM ${OTHER}/base/node:22`,
    pulls: [[OTHER, 'base/node']],
    hosts: [OTHER]
  },
  {
    name: 'FROM another region',
    dockerfile: `FROM ${ELSEWHERE}/base/node`,
    pulls: [[ELSEWHERE, 'base/node']],
    hosts: [ELSEWHERE]
  },
  {
    name: 'FROM by an argument',
    dockerfile: `ARG REGISTRY=${OWN}\nARG NAME=base/x\nFROM \${REGISTRY}/\${NAME}:1`,
    settings: { 'build-args': 'NAME=base/y' },
    pulls: [[OWN, 'base/y']],
    hosts: [OWN]
  },
  {
    name: 'COPY --from and RUN --mount',
    dockerfile: `FROM scratch\nCOPY --from=${OWN}/tools/a:1 /a /a\nRUN --mount=type=bind,from=${OTHER}/tools/b,target=/b b`,
    pulls: [
      [OWN, 'tools/a'],
      [OTHER, 'tools/b']
    ],
    hosts: [OWN, OTHER]
  },
  {
    name: 'a named context',
    dockerfile: 'FROM base',
    settings: { 'build-options': `--build-context=base=docker-image://${OTHER}/base/node:22` },
    pulls: [[OTHER, 'base/node']],
    hosts: [OTHER]
  },
  {
    name: 'a cache that is read',
    dockerfile: 'FROM scratch',
    settings: { 'cache-from': `type=registry,ref=${OTHER}/caches/web:main` },
    pulls: [[OTHER, 'caches/web']],
    hosts: [OTHER]
  },
  {
    name: 'a cache that is read and written',
    dockerfile: 'FROM scratch',
    settings: {
      'cache-from': `${OTHER}/caches/web:main`,
      'cache-to': `type=registry,ref=${OTHER}/caches/web:main,mode=max`
    },
    pulls: [[OTHER, 'caches/web']],
    pushes: [[OTHER, 'caches/web']],
    hosts: [OTHER]
  },
  {
    name: 'a registry that is named already',
    dockerfile: `FROM ${OTHER}/base/node:22`,
    settings: { registries: '444455556666' },
    pulls: [[OTHER, 'base/node']]
  }
];

describe.each(CASES)('what a build reads: $name', ({ dockerfile, settings, pulls, pushes = [], hosts = [] }) => {
  it.each(['deploy', 'codebuild', 'stack'])('is what the role of %s may pull, and no more', async role => {
    const policy = rolesOf(await readProject(dockerfile, settings))[role];
    if (policy === undefined) throw new Error('no such role');
    for (const [host, name] of pulls) {
      expect([name, decide(policy, PULL, repositoryOf(host, name))]).toEqual([name, true]);
      expect(decide(policy, PULL, repositoryOf(host, `${name}2`))).toBe(false);
      const isPushed = pushes.some(([, other]) => other === name);
      expect(decide(policy, PUSH, repositoryOf(host, name))).toBe(isPushed);
    }
    expect(allows(policy, { action: 'ecr:GetAuthorizationToken', resource: '*' })).toBe(true);
    const wide = policy.Statement.filter(
      ({ Action, Resource }) =>
        JSON.stringify(Action).includes('BatchGetImage') && JSON.stringify(Resource).includes('*')
    );
    expect(wide).toEqual([]);
    expect(listAllowed(policy).filter(action => action.startsWith('ecr-public:'))).toEqual([]);
  });

  it('is logged into by the buildspec and by the workflow', async () => {
    const project = await readProject(dockerfile, settings);
    const text = renderBuildspec(project, PLAIN_OPTIONS)[0]?.text ?? '';
    const logins = [...text.matchAll(/get-login-password --region (\S+) \| docker login .* --password-stdin (\S+)$/gm)];
    expect(logins.map(([, region, host]) => [region, host])).toEqual(hosts.map(host => [host.split('.')[3], host]));
    const workflow = renderWorkflow(project, PLAIN_OPTIONS)[0]?.text ?? '';
    const named = /registries: (.*)/.exec(workflow)?.[1] ?? '';
    expect(named.split(',').filter(host => host !== '')).toEqual(hosts);
  });
});

describe('a cache in S3', () => {
  const CACHE = 'type=s3,region=eu-west-1,bucket=caches,prefix=shop/,name=web;main';
  const object = (key: string): string => `arn:aws:s3:::caches/${key}`;

  it.each<[string, object, boolean]>([
    ['read', { 'cache-from': CACHE }, false],
    ['written', { 'cache-from': CACHE, 'cache-to': `${CACHE},mode=max` }, true]
  ])('that is %s is allowed by its bucket and prefix', async (_, settings, isWritten) => {
    for (const policy of Object.values(rolesOf(await readProject('FROM scratch', settings)))) {
      for (const key of ['shop/blobs/sha256:0', 'shop/manifests/web', 'shop/manifests/main']) {
        expect(allows(policy, { action: 's3:GetObject', resource: object(key) })).toBe(true);
        expect(allows(policy, { action: 's3:PutObject', resource: object(key) })).toBe(isWritten);
      }
      for (const key of ['blobs/sha256:0', 'shop/manifests/web2', 'other/manifests/web']) {
        expect(allows(policy, { action: 's3:GetObject', resource: object(key) })).toBe(false);
      }
      expect(allows(policy, { action: 's3:ListBucket', resource: 'arn:aws:s3:::caches' })).toBe(true);
      expect(allows(policy, { action: 's3:ListBucket', resource: 'arn:aws:s3:::caches2' })).toBe(false);
    }
  });

  it('somewhere else than in AWS, or with a pattern for a name, is left out', async () => {
    const elsewhere = `${CACHE},endpoint_url=https://minio.example`;
    const pattern = CACHE.replace('shop/', '*');
    const project = await readProject('FROM scratch', { 'cache-from': [elsewhere, pattern] });
    expect(JSON.stringify(rolesOf(project))).not.toContain('caches');
    expect(explainUnknownReads(project).join()).toContain('holds *, ? or $');
  });
});

describe('ECR Public', () => {
  const DOCKERFILE = 'FROM public.ecr.aws/docker/library/node:22';
  const textOf = (project: PipelineProject): string => renderBuildspec(project, PLAIN_OPTIONS)[0]?.text ?? '';

  it('is logged into by the buildspec where it is read; the build goes on without', async () => {
    const project = await readProject(DOCKERFILE);
    expect(textOf(project)).toMatch(/ecr-public get-login-password .*public\.ecr\.aws \|\|\n\s+echo/);
    const { deploy, codebuild, stack } = rolesOf(project);
    const login = { action: 'ecr-public:GetAuthorizationToken', resource: '*' };
    // The Action logs into what `registries` names.
    expect([deploy, codebuild, stack].map(policy => policy && allows(policy, login))).toEqual([false, true, true]);
  });

  it('is logged into once where it is named, and then it has to succeed', async () => {
    const text = textOf(await readProject(DOCKERFILE, { registries: 'public' }));
    expect(text.match(/ecr-public get-login-password/g)).toHaveLength(1);
    expect(text).not.toContain('pulled without a login');
  });

  it('has no logins in other partitions', async () => {
    const text = textOf(await readProject(DOCKERFILE, { region: 'us-gov-west-1' }));
    expect(text).not.toContain('ecr-public');
  });
});

describe('what is not known', () => {
  it.each<[string, string, object, RegExp]>([
    ['an argument without a value', 'ARG BASE\nFROM $BASE', {}, /^Dockerfile:2: FROM \$BASE: BASE has no value here\./],
    ['no reference', 'FROM Node:22', {}, /^Dockerfile:1: FROM Node:22: Node:22 is no image reference\./],
    ['a registry of another partition', `FROM ${CHINA}/base/node`, {}, /amazonaws\.com\.cn is in another partition/],
    ['another frontend', '# syntax=reg.example/x:1\nFROM a', {}, /^Dockerfile:1: what reg\.example\/x:1 reads: /],
    ['a Dockerfile elsewhere', 'FROM a', { context: 'https://git.example/x.git' }, /cannot be read here/]
  ])('is said, and not allowed: %s', async (_, dockerfile, settings, expected) => {
    const project = await readProject(dockerfile, settings);
    expect(explainUnknownReads(project)).toEqual([expect.stringMatching(expected)]);
    const { deploy } = rolesOf(project);
    expect(deploy?.Statement.map(({ Sid }) => Sid)).not.toContain('PullBaseImages');
    expect(renderPipelineTemplate(project, PLAIN_OPTIONS)[0]?.text).toContain(
      'the policies and logins do not include it'
    );
    expect(renderBuildspec(project, PLAIN_OPTIONS)[0]?.text).toContain('the policies and logins do not include it');
  });

  it('widens only what the settings name', async () => {
    const project = await readProject('ARG BASE\nFROM $BASE', { registries: '444455556666' });
    const { codebuild } = rolesOf(project);
    const pulls = (host: string): boolean =>
      codebuild !== undefined && allows(codebuild, { action: 'ecr:BatchGetImage', resource: repositoryOf(host, 'x') });
    expect([pulls(OTHER), pulls(OWN)]).toEqual([true, false]);
  });
});
