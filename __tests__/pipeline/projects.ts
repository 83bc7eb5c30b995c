import { fileURLToPath } from 'node:url';

import { systemFiles } from '../../src/host/files.js';
import { readProject } from '../../src/steps/project.js';
import type { PipelineOptions } from '../../src/pipeline/flags.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import type { Files } from '../../src/ports.js';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

export const PLAIN_OPTIONS: PipelineOptions = {
  directory: '',
  flags: '',
  githubRepository: 'shop/web',
  githubIds: '123456/7890123',
  branch: 'main',
  account: '123456789012',
  uses: 'example/slipway@v1',
  parts: [],
  deployer: { kind: 'aws' },
  settings: {}
};

export const FROM_NPM: PipelineOptions['deployer'] = {
  kind: 'slipway',
  archive: { from: 'npm', name: 'slipway', version: '1.2.3' },
  hash: { algorithm: 'sha512', hex: 'ab'.repeat(64) }
};
export const FROM_ARCHIVE: PipelineOptions['deployer'] = {
  kind: 'slipway',
  archive: { from: 'url', url: 'https://example.com/slipway-1.2.3.tgz' },
  hash: { algorithm: 'sha256', hex: 'cd'.repeat(32) }
};

/** Everything that the generators can be asked for. */
export const ALL_PARTS: PipelineOptions['parts'] = ['repository', 'codedeploy', 'approval', 'docker-hub'];

/** The project of an example, as the generators see it. */
export function readExample(name: string, environment?: string): Promise<PipelineProject> {
  return read(systemFiles(undefined, `${EXAMPLES}/${name}`), environment === undefined ? {} : { environment });
}

/** A project of files that are nowhere but here; what is no text is written as JSON. */
export function makeProject(
  files: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, string>> = {}
): Promise<PipelineProject> {
  const texts = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : JSON.stringify(content)
    ])
  );
  const refuse = (): Promise<never> => Promise.reject(new Error('Reading a project changes nothing.'));
  const memory: Files = {
    read: async path => {
      const text = texts.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    isFile: async path => texts.has(path),
    isDirectory: async path => [...texts.keys()].some(file => file.startsWith(`${path}/`)),
    write: refuse,
    makeTemporaryDirectory: refuse,
    remove: refuse,
    link: refuse
  };
  return read(memory, given);
}

function read(files: Files, given: Readonly<Record<string, string>>): Promise<PipelineProject> {
  return readProject({ given, problems: [], files, environment: {} });
}

/** A task definition of these containers, with placeholders for images. */
export function taskDefinitionOf(
  containers: readonly string[],
  changes: Readonly<Record<string, unknown>> = {}
): object {
  return {
    family: 'shop-web',
    taskRoleArn: 'arn:aws:iam::123456789012:role/web-task',
    executionRoleArn: 'ecsTaskExecutionRole',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: containers.map((name, index) => ({
      name,
      image: `<IMAGE${index + 1}_NAME>`,
      portMappings: [{ containerPort: 8080 + index, protocol: 'tcp' }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': `/ecs/${name}`, 'awslogs-region': 'ap-northeast-2', 'awslogs-stream-prefix': 'ecs' }
      }
    })),
    ...changes
  };
}

export const APPSPEC = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: web
          ContainerPort: 8080
Hooks:
  - BeforeAllowTraffic: check-web
`;

/** Settings that ship `web` to a service of ECS's own. */
export const ROLLING = {
  region: 'ap-northeast-2',
  repository: 'shop/web',
  cluster: 'shop',
  service: 'web',
  'task-definition': 'taskdefinition.json'
};

export interface NamedProject {
  readonly name: string;
  readonly read: () => Promise<PipelineProject>;
  readonly options: PipelineOptions;
}

const web = { 'taskdefinition.json': taskDefinitionOf(['web']) };
const pair = { 'taskdefinition.json': taskDefinitionOf(['web', 'proxy']) };
const images = [
  { container: 'web', repository: 'shop/web', context: 'web' },
  {
    container: 'proxy',
    repository: 'shop/proxy',
    context: 'proxy',
    tags: '{short-sha},latest',
    'cache-to': 'type=registry,ref=111122223333.dkr.ecr.ap-northeast-2.amazonaws.com/shop/proxy:cache'
  }
];
const withoutRepository = {
  region: ROLLING.region,
  cluster: 'shop',
  service: 'web',
  'task-definition': 'taskdefinition.json'
};

/** One image and two, ECS and CodeDeploy, dev and prod, and what else changes what is generated. */
export const PROJECTS: readonly NamedProject[] = [
  { name: 'example rolling', read: () => readExample('rolling'), options: PLAIN_OPTIONS },
  { name: 'example blue-green, dev', read: () => readExample('blue-green', 'dev'), options: PLAIN_OPTIONS },
  {
    name: 'example blue-green, prod, everything made',
    read: () => readExample('blue-green', 'prod'),
    options: { ...PLAIN_OPTIONS, parts: ALL_PARTS, flags: ' --environment prod --with repository,codedeploy,approval' }
  },
  {
    name: 'example two-containers, repositories made',
    read: () => readExample('two-containers'),
    options: { ...PLAIN_OPTIONS, parts: ['repository'] }
  },
  {
    name: 'nothing said of GitHub and the account, another branch, in a folder',
    read: () => makeProject({ ...web, 'slipway.yml': ROLLING }),
    options: {
      ...PLAIN_OPTIONS,
      githubRepository: undefined,
      githubIds: undefined,
      account: undefined,
      branch: 'release/1',
      directory: 'deploy',
      uses: 'example/slipway@4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2'
    }
  },
  {
    name: 'a monorepo of two images with CodeDeploy, moving tags, caches, secrets and other accounts',
    read: () =>
      makeProject({
        ...pair,
        'appspec.yml': APPSPEC,
        'slipway.yml': {
          ...withoutRepository,
          images,
          registries: '111122223333, public',
          'build-secrets': ['id=npm,env=NPM_TOKEN', 'id=pip,type=env,src=PIP_TOKEN'],
          'create-repository': true,
          'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent5Minutes',
          'on-cancel': 'leave',
          'wait-for': 'live'
        }
      }),
    options: { ...PLAIN_OPTIONS, parts: ALL_PARTS }
  },
  {
    name: 'ARM, tags of the task definition, an image that exists, a gate, nobody waits',
    read: () =>
      makeProject({
        'taskdefinition.json': taskDefinitionOf(['web', 'proxy'], {
          tags: [{ key: 'team', value: 'shop' }],
          runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' }
        }),
        'slipway.yml': {
          ...withoutRepository,
          images: [
            { container: 'web', repository: 'shop/web', 'image-reference': 'digest' },
            { container: 'proxy', image: '444455556666.dkr.ecr.us-east-1.amazonaws.com/base/proxy:1.2' }
          ],
          'scan-gate': 'HIGH',
          'wait-for': 'nothing',
          'on-cancel': 'leave',
          'role-to-assume': 'arn:aws:iam::123456789012:role/deploy'
        }
      }),
    options: PLAIN_OPTIONS
  },
  {
    name: 'two platforms, China',
    read: () =>
      makeProject({
        ...web,
        'slipway.yml': { ...ROLLING, region: 'cn-north-1', platforms: 'linux/amd64,linux/arm64' }
      }),
    options: { ...PLAIN_OPTIONS, parts: ['repository', 'approval'] }
  },
  {
    name: 'Slipway deploys, by npm, what no action of CodePipeline can carry',
    read: () =>
      makeProject({
        ...pair,
        'slipway.yml': {
          ...withoutRepository,
          images,
          'run-task': true,
          'desired-count': 3,
          'fail-after': 2,
          'on-cancel': 'stop',
          'on-conflict': 'wait',
          'wait-for-minutes': 45,
          'container-name': 'web',
          'environment-variables': { GREETING: 'hello' }
        }
      }),
    options: { ...PLAIN_OPTIONS, parts: ['repository', 'approval'], deployer: FROM_NPM }
  },
  {
    name: 'Slipway deploys, by its archive, CodeDeploy in China, with the settings as flags',
    read: () =>
      makeProject(
        {
          ...web,
          'appspec.yml': APPSPEC,
          'slipway.yml': { ...ROLLING, region: 'cn-north-1', environments: { prod: {} } }
        },
        { environment: 'prod' }
      ),
    options: {
      ...PLAIN_OPTIONS,
      parts: ['codedeploy'],
      deployer: FROM_ARCHIVE,
      settings: { 'wait-for': 'live', tags: 'v1', 'codedeploy-deployment-description': "it's `$(id)`\n#{now}" }
    }
  },
  {
    name: 'GovCloud, CodeDeploy',
    read: () => makeProject({ ...web, 'appspec.yml': APPSPEC, 'slipway.yml': { ...ROLLING, region: 'us-gov-west-1' } }),
    options: { ...PLAIN_OPTIONS, parts: ['codedeploy'] }
  },
  {
    name: 'the cache beside the image, repositories made, another branch',
    read: () =>
      makeProject({
        'taskdefinition.json': taskDefinitionOf(['web']),
        'slipway.yml': { ...ROLLING, cache: 'registry', 'build-args': { VERSION: "it's {sha:8}" }, target: 'release' }
      }),
    options: { ...PLAIN_OPTIONS, branch: 'release/1', parts: ['repository'] }
  },
  {
    name: 'caches in a repository of their own, and in GitHub, of several images',
    read: () =>
      makeProject({
        'taskdefinition.json': taskDefinitionOf(['web', 'worker', 'proxy']),
        'slipway.yml': {
          ...ROLLING,
          repository: undefined,
          images: [
            { container: 'web', repository: 'shop/web', cache: 'registry', tags: '{sha},latest' },
            { container: 'worker', repository: 'shop/worker', cache: 'registry', platforms: 'linux/amd64,linux/arm64' },
            { container: 'proxy', repository: 'shop/proxy', cache: 'github' }
          ],
          'cache-repository': 'shop/cache',
          'reuse-image': true
        }
      }),
    options: { ...PLAIN_OPTIONS, parts: ['repository'] }
  },
  {
    name: 'base images and caches in ECR and S3, keys, tags, a cluster in another account',
    read: () =>
      makeProject({
        ...web,
        Dockerfile: `ARG NODE=22
FROM 123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/base/node:\${NODE} AS build
FROM public.ecr.aws/docker/library/node:22
COPY --from=build /app /app
COPY --from=444455556666.dkr.ecr.eu-west-1.amazonaws.com/tools/init:1 /init /init
`,
        'slipway.yml': {
          ...ROLLING,
          cluster: 'arn:aws:ecs:ap-northeast-2:444455556666:cluster/shop',
          'github-environment': 'production: eu',
          'build-secrets': ['id=npm,env=NPM_TOKEN'],
          'cache-from': [
            'type=s3,region=eu-west-1,bucket=caches,name=web',
            'type=registry,ref=123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/caches/web:main'
          ],
          'cache-to': 'type=registry,ref=123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/caches/web:main,mode=max'
        }
      }),
    options: {
      ...PLAIN_OPTIONS,
      parts: ['repository', 'approval', 'docker-hub', 'cross-account'],
      gitTags: ['v*'],
      tagsAlone: false,
      kmsKeys: ['arn:aws:kms:ap-northeast-2:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9']
    }
  }
];
