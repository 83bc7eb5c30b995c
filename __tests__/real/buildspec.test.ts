import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ROOT, SHA } from '../dist/sandbox.js';
import { appspec, seed, taskDefinition } from '../dist/seed.js';
import { OTHER_ACCOUNT, withShop, type Changes, type Files, type Shop } from './buildspec-parts.js';
import { describeFailure } from './codebuild.js';
import { startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

const REPOSITORY = { repositoryName: 'shop/web' };
const IMMUTABLE = { ...REPOSITORY, imageTagMutability: 'IMMUTABLE' };
/** What it is given can be seen in the image. */
const DOCKERFILE = `FROM scratch AS base
ARG GREETING=none
ARG PRICE=none
LABEL greeting=$GREETING price=$PRICE
COPY . /site/

FROM base AS release
LABEL stage=release
`;
const FILES = ['appspec.yml', 'imageDetail.json', 'imagedefinitions.json', 'taskdefinition.json'];

/** As people keep it: four spaces, lists on one line, a real image where the new one goes. */
const HOUSE_STYLE = `{
    "family": "shop-web",
    "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",
    "cpu": "256", "memory": "512",
    "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
    "containerDefinitions": [
        {"name": "web", "image": "123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/shop/web:latest", "essential": true,
         "environment": [{"name": "NOTE", "value": "wie <IMAGE1_NAME> & $(date) 'so' — ünïcode"}],
         "portMappings": [{"containerPort": 8080, "protocol": "tcp"}]}
    ],
    "revision": 7, "status": "ACTIVE"
}`;

const PAIR = taskDefinition({
  containerDefinitions: [
    { name: 'app', image: '<IMAGE1_NAME>', essential: true, portMappings: [{ containerPort: 8080, protocol: 'tcp' }] },
    { name: 'proxy', image: '<IMAGE2_NAME>', essential: true },
    { name: 'xray', image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.14', essential: false }
  ]
});

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, unknown>>;
  readonly repositories?: readonly { readonly repositoryName: string }[];
  readonly flags?: Readonly<Record<string, string>>;
  readonly expected?: readonly string[];
  /** Generated beside the buildspec. */
  readonly templates?: readonly string[];
  /** Labels of the image, by name. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly changes?: Changes;
}

const SETTINGS = { region: 'ap-northeast-2', repository: 'shop/web', 'task-definition': 'taskdefinition.json' };
const WITHOUT_APPSPEC = FILES.filter(name => name !== 'appspec.yml');

const CASES: readonly Case[] = [
  {
    name: 'one container, the commit as tag, the own file as template',
    files: { 'slipway.yml': SETTINGS, 'taskdefinition.json': taskDefinition() },
    expected: WITHOUT_APPSPEC
  },
  {
    name: 'a shell of its own for every command',
    files: {
      'slipway.yml': { ...SETTINGS, tags: '{short-sha}, latest', 'reuse-image': true },
      'taskdefinition.json': HOUSE_STYLE,
      'appspec.yml': appspec()
    },
    templates: ['taskdefinition.template.json'],
    changes: { shell: 'each' }
  },
  {
    name: 'blue/green in two environments: dev',
    files: {
      'slipway.yml': {
        region: 'ap-northeast-2',
        repository: 'shop/web',
        environments: {
          dev: { 'task-definition': 'dev.taskdefinition.json', appspec: 'dev.appspec.json', tags: 'dev-{short-sha}' },
          prod: { 'task-definition': 'prod.taskdefinition.json', appspec: 'prod.appspec.yml' }
        }
      },
      'dev.taskdefinition.json': HOUSE_STYLE,
      'prod.taskdefinition.json': taskDefinition(),
      'dev.appspec.json': {
        version: 1,
        resources: [
          {
            targetService: {
              type: 'AWS::ECS::Service',
              properties: { taskDefinition: 'arn:…', loadBalancerInfo: { containerName: 'web', containerPort: '8080' } }
            }
          }
        ]
      },
      'prod.appspec.yml': appspec()
    },
    flags: { environment: 'dev' },
    templates: ['dev.appspec.template.yml', 'dev.taskdefinition.template.json']
  },
  {
    name: 'blue/green in two environments: prod, by digest',
    files: {
      'slipway.yml': {
        region: 'ap-northeast-2',
        repository: 'shop/web',
        environments: {
          dev: { 'task-definition': 'dev.taskdefinition.json' },
          prod: {
            'task-definition': 'prod.taskdefinition.json',
            appspec: 'prod.appspec.yml',
            'image-reference': 'digest',
            tags: 'v1-{short-sha}-{sha}'
          }
        }
      },
      'dev.taskdefinition.json': HOUSE_STYLE,
      'prod.taskdefinition.json': taskDefinition(),
      'prod.appspec.yml': appspec()
    },
    flags: { environment: 'prod' }
  },
  {
    name: 'two containers of a monorepo and one that exists, three tags, changes in the task definition',
    repositories: [{ repositoryName: 'shop/app' }, { repositoryName: 'shop/proxy' }],
    files: {
      'app/index.html': '<p>shop</p>\n',
      'app/Dockerfile': 'FROM scratch\nCOPY index.html /\n',
      'proxy/site.conf': 'listen 80\n',
      'docker/proxy.Dockerfile': DOCKERFILE,
      'deploy/task.yml': JSON.stringify(PAIR),
      'deploy/appspec.yml': appspec('app'),
      'slipway.yml': {
        region: 'ap-northeast-2',
        images: [
          { container: 'app', repository: 'shop/app', context: 'app', tags: '{sha},{short-sha},latest' },
          {
            container: 'proxy',
            repository: 'shop/proxy',
            context: 'proxy',
            dockerfile: 'docker/proxy.Dockerfile',
            target: 'base',
            tags: 'v1.2.3',
            'image-reference': 'digest'
          },
          { container: 'xray', image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.15' }
        ],
        'task-definition': 'deploy/task.yml',
        appspec: 'deploy/appspec.yml',
        'container-name': 'app',
        'environment-variables': { GREETING: `it's "$HOME" \`id\` \\ <IMAGE2_NAME> & ünï`, EMPTY: '' },
        secrets: { TOKEN: 'arn:aws:ssm:ap-northeast-2:123456789012:parameter/token' },
        command: 'serve --name "the shop"',
        'log-configuration-log-driver': 'awslogs',
        'log-configuration-options': {
          'awslogs-group': '/ecs/app',
          'awslogs-region': 'ap-northeast-2',
          'awslogs-stream-prefix': 'ecs'
        },
        'artifacts-directory': 'out/files'
      }
    },
    templates: ['taskdefinition.template.json']
  },
  {
    name: 'settings that a shell would take for commands',
    files: {
      Dockerfile: DOCKERFILE,
      'slipway.yml': {
        ...SETTINGS,
        'build-args': {
          GREETING: `it's "fine"; $(touch pwned) \`touch pwned\` \${HOME} & | > pwned * ~ ! # ünïcode 日本 \\`,
          PRICE: "5$ 'a\nb\tc' \\n ''",
          UNUSED: '-n --tag x'
        },
        labels: { 'org.opencontainers.image.title': "the 'shop' of $(id)\n; true", bell: '\u0007\u2028|' },
        'build-options': ['--label=plain=$(touch pwned)', '--label', "further=a b'c"],
        'build-secrets': ['id=npm,env=NPM_TOKEN'],
        target: 'release'
      },
      'taskdefinition.json': taskDefinition()
    },
    expected: WITHOUT_APPSPEC,
    labels: {
      greeting: `it's "fine"; $(touch pwned) \`touch pwned\` \${HOME} & | > pwned * ~ ! # ünïcode 日本 \\`,
      price: "5$ 'a\nb\tc' \\n ''",
      stage: 'release',
      'org.opencontainers.image.title': "the 'shop' of $(id)\n; true",
      bell: '\u0007\u2028|',
      plain: '$(touch pwned)',
      further: "a b'c"
    }
  },
  {
    name: 'further registries and ECR Public, an immutable repository, names with spaces',
    repositories: [IMMUTABLE],
    files: {
      'the site/Dockerfile': 'FROM scratch\nCOPY . /\n',
      "files/dev's task.json": HOUSE_STYLE,
      'files/app spec.yml': appspec(),
      'slipway.yml': {
        ...SETTINGS,
        context: 'the site',
        'task-definition': "files/dev's task.json",
        appspec: 'files/app spec.yml',
        registries: [OTHER_ACCOUNT, 'public'],
        'artifacts-directory': 'my files'
      }
    },
    templates: ['taskdefinition.template.json']
  },
  {
    name: 'one build for two containers, the repository made on the way',
    repositories: [],
    files: {
      'slipway.yml': {
        region: 'ap-northeast-2',
        'create-repository': true,
        images: [
          { container: 'web', repository: 'shop/web', 'image-reference': 'digest' },
          { container: 'worker', repository: 'shop/web' }
        ],
        'task-definition': 'taskdefinition.json'
      },
      'taskdefinition.json': taskDefinition({
        containerDefinitions: ['web', 'worker'].map(name => ({ name, image: `shop/${name}:old`, essential: true }))
      })
    },
    expected: WITHOUT_APPSPEC,
    templates: ['taskdefinition.template.json']
  },
  {
    name: 'no task definition: an image for a named container',
    files: { 'slipway.yml': { region: 'ap-northeast-2', repository: 'shop/web', 'container-name': 'web' } },
    expected: ['imageDetail.json', 'imagedefinitions.json']
  }
];

describe('the generated buildspec, run as CodeBuild runs it', () => {
  it.each(CASES)(
    '$name: the same files, images and tags as the Action',
    ({ files, repositories = [REPOSITORY], flags = {}, expected = FILES, templates = [], labels = {}, changes }) =>
      withShop(engine, { files, repositories }, async shop => {
        const { text, made, source } = await expectEqual(shop, flags, changes);
        expect(await readdir(source)).not.toContain('pwned');
        expect(Object.keys(made).sort()).toEqual(expected);
        for (const template of templates) expect(text).toContain(template);
        expect(text.includes('.template.')).toBe(templates.length > 0);
        if (Object.keys(labels).length > 0) expect(await readLabels(shop)).toMatchObject(labels);
      }),
    120_000
  );

  it.each(['rolling', 'blue-green', 'two-containers'])(
    'the example %s: the same in the form in which it stands there',
    example =>
      withShop(engine, { files: {}, repositories: [] }, async shop => {
        await cp(join(ROOT, 'examples', example), shop.sandbox.workspace, { recursive: true });
        const flags = example === 'blue-green' ? { environment: 'prod' } : {};
        // Without a service the Action ends when the task definition is registered, which is after the files.
        await withoutService(shop);
        for (const repositoryName of await listRepositories(shop)) {
          await shop.sandbox.call('ecr', 'CreateRepository', { repositoryName });
        }
        const { made } = await expectEqual(shop, flags);
        expect(Object.keys(made)).toContain('taskdefinition.json');
      }),
    120_000
  );

  it.each(['ECS', 'CODE_DEPLOY'] as const)(
    'a service that is really deployed (%s): the Action deploys from the very files that the buildspec makes',
    controller =>
      withShop(engine, { files: {}, repositories: [] }, async shop => {
        await seed(shop.sandbox, controller);
        const isBlueGreen = controller === 'CODE_DEPLOY';
        const codedeploy = { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'shop-web' };
        await shop.sandbox.write('slipway.yml', {
          ...SETTINGS,
          cluster: 'shop',
          service: 'web',
          ...(isBlueGreen ? codedeploy : {})
        });
        const { made } = await expectEqual(shop, {});
        expect(Object.keys(made).sort()).toEqual(FILES);
      }),
    120_000
  );

  it(
    'uses an image that is there under an immutable tag, and one that is to be used again',
    () =>
      withShop(
        engine,
        {
          files: {
            'slipway.yml': {
              region: 'ap-northeast-2',
              images: [
                { container: 'web', repository: 'shop/web', tags: '{sha},latest' },
                { container: 'worker', repository: 'shop/worker', 'reuse-image': true, tags: '{sha},{short-sha}' },
                { container: 'plain', repository: 'shop/plain', 'reuse-image': false }
              ],
              'task-definition': 'taskdefinition.json'
            },
            'taskdefinition.json': taskDefinition({
              containerDefinitions: ['web', 'worker', 'plain'].map((name, index) => ({
                name,
                image: `<IMAGE${index + 1}_NAME>`
              }))
            })
          },
          repositories: [IMMUTABLE, { repositoryName: 'shop/worker' }, { repositoryName: 'shop/plain' }]
        },
        async shop => {
          const { files: made } = await shop.shipByAction();
          const text = await shop.generate();
          const again = await shop.build(text);
          expect(describeFailure(again)).toBe('');
          expect(again.files).toEqual(made);
          const verbs = again.docker.map(([verb]) => verb).filter(verb => verb === 'build' || verb === 'push');
          expect(verbs).toEqual(['build', 'push']);
          expect(again.log).toContain('it is used, and not built again');
          // A commit of its own is built; the further tag, which is immutable here, is told before anything is pushed.
          const next = await shop.build(text, { commit: SHA.replace('4', '5') });
          expect(next.status).toBe('FAILED');
          expect(next.log).toContain('shop/web:latest names another image already, and the tag is immutable');
          expect(next.docker.some(([verb]) => verb === 'build' || verb === 'push')).toBe(false);
        }
      ),
    120_000
  );
});

describe('an image that exists', () => {
  it.each([
    ['by its tag', `:${SHA}`],
    ['by its digest', '@']
  ])(
    'in ECR is named by its digest, as the Action does (%s)',
    (_, suffix) =>
      withShop(
        engine,
        { files: { 'slipway.yml': SETTINGS, 'taskdefinition.json': taskDefinition() }, repositories: [REPOSITORY] },
        async shop => {
          await shop.shipByAction();
          const [digest = ''] = Object.keys(await shop.listImages('shop/web'));
          const image = `123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/shop/web${suffix === '@' ? `@${digest}` : suffix}`;
          const { repository, ...settings } = SETTINGS;
          await shop.sandbox.write('slipway.yml', { ...settings, image });
          const { files: made } = await shop.shipByAction();
          expect(made['imageDetail.json']).toContain(`amazonaws.com/${repository}@${digest}"`);
          const built = await shop.build(await shop.generate());
          expect(describeFailure(built)).toBe('');
          expect(built.files).toEqual(made);
          expect(built.docker).toEqual([]);
        }
      ),
    60_000
  );
});

/** Ships by the Action and by the buildspec, each from nothing, and holds one against the other. */
async function expectEqual(
  shop: Shop,
  flags: Readonly<Record<string, string>>,
  changes?: Changes
): Promise<{ text: string; made: Files; source: string }> {
  // Both ship the same commit, so what is generated is there for both.
  const text = await shop.generate(flags);
  const { files: made, docker } = await shop.shipByAction(flags);
  const byAction = await takeStock(shop);
  for (const repository of Object.keys(byAction.images)) await shop.empty(repository);
  await shop.forget();
  const built = await shop.build(text, changes);
  expect(describeFailure(built)).toBe('');
  expect(built.files).toEqual(made);
  const isWork = ([verb = '']: readonly string[]): boolean => ['build', 'push'].includes(verb);
  // The Action does for several images at the same time what the buildspec does for one after the other.
  const inOrder = (calls: readonly (readonly string[])[]): readonly string[] =>
    calls
      .filter(isWork)
      .map(words => words.join(' '))
      .sort();
  expect(inOrder(built.docker)).toEqual(inOrder(docker));
  expect(docker.some(isWork)).toBe(true);
  const byBuildspec = await takeStock(shop);
  expect(byBuildspec).toEqual(byAction);
  expect(byAction.local.length).toBeGreaterThan(0);
  expect(built.phases).toEqual([
    'pre_build SUCCEEDED',
    'build SUCCEEDED',
    'post_build SUCCEEDED',
    'upload_artifacts SUCCEEDED'
  ]);
  return { text, made, source: built.source };
}

/** The images of every repository with their tags; the names that Docker has for this registry, with the digest of the config. */
async function takeStock(
  shop: Shop
): Promise<{ images: Record<string, Readonly<Record<string, readonly string[]>>>; local: readonly string[] }> {
  const { repositories } = await shop.sandbox.call('ecr', 'DescribeRepositories', {});
  const images: Record<string, Readonly<Record<string, readonly string[]>>> = {};
  for (const { repositoryName } of repositories as readonly { repositoryName: string }[]) {
    images[repositoryName] = await shop.listImages(repositoryName);
  }
  return { images, local: await shop.listLocal() };
}

async function readLabels(shop: Shop): Promise<Readonly<Record<string, string>>> {
  const image = `${hostOf(shop)}/shop/web:${SHA}`;
  return JSON.parse(await shop.docker(['image', 'inspect', '--format', '{{json .Config.Labels}}', image])) as Record<
    string,
    string
  >;
}

function hostOf(shop: Shop): string {
  return shop.sandbox.cloud.endpoint.replace('http://', '');
}

async function withoutService(shop: Shop): Promise<void> {
  const text = await shop.sandbox.read('slipway.yml');
  await shop.sandbox.write('slipway.yml', text.replace(/^(?:service|cluster|codedeploy-\w+): .*\n/gm, ''));
}

async function listRepositories(shop: Shop): Promise<readonly string[]> {
  const text = await shop.sandbox.read('slipway.yml');
  return [...new Set([...text.matchAll(/\brepository: ([\w/-]+)/g)].map(([, name]) => name ?? ''))];
}
