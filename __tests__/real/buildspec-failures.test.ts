import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { REGION } from '../dist/sandbox.js';
import { taskDefinition } from '../dist/seed.js';
import { AWS, withShop, type Built, type Changes, type Shop } from './buildspec-parts.js';
import { startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

const SETTINGS = { region: REGION, repository: 'shop/web', 'task-definition': 'taskdefinition.json' };
const WEB = { repositoryName: 'shop/web' };

interface Failure {
  readonly name: string;
  readonly settings?: object;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly repositories?: readonly { readonly repositoryName: string; readonly imageTagMutability?: string }[];
  /** Before the build, and after the buildspec was made. */
  readonly arrange?: (shop: Shop) => Promise<void>;
  /** The action of IAM that is not allowed. */
  readonly deny?: string;
  readonly changes?: (shop: Shop) => Changes;
  readonly failsIn: 'pre_build' | 'build';
  /** Among the last lines of the log. */
  readonly says: RegExp;
}

/** A call of the AWS CLI in a script, at the built-in AWS. */
function aws(shop: Shop, words: string): string {
  return `'${AWS}' --endpoint-url '${shop.sandbox.cloud.endpoint}' ${words} > /dev/null`;
}

const FAILURES: readonly Failure[] = [
  {
    name: 'docker build fails',
    files: { Dockerfile: 'FROM scratch\nCOPY not-there /\n' },
    failsIn: 'build',
    says: /not-there/
  },
  {
    name: 'the second of two builds fails: the first is not pushed',
    settings: {
      region: REGION,
      images: [
        { container: 'web', repository: 'shop/web' },
        { container: 'proxy', repository: 'shop/web', tags: 'proxy-{sha}', dockerfile: 'proxy.Dockerfile' }
      ],
      'task-definition': 'pair.json'
    },
    files: {
      'proxy.Dockerfile': 'FROM scratch\nCOPY not-there /\n',
      'pair.json': taskDefinition({
        containerDefinitions: ['web', 'proxy'].map((name, index) => ({ name, image: `<IMAGE${index + 1}_NAME>` }))
      })
    },
    failsIn: 'build',
    says: /not-there/
  },
  {
    name: 'docker push fails: the repository is gone',
    changes: shop => ({
      docker: `if [ "$1" = push ]; then ${aws(shop, 'ecr delete-repository --force --repository-name shop/web')}; fi`
    }),
    failsIn: 'build',
    says: /shop\/web.* does not exist/
  },
  {
    name: 'docker push fails: the tag has become immutable and is taken',
    repositories: [{ ...WEB, imageTagMutability: 'MUTABLE' }],
    changes: shop => ({
      docker: `if [ "$1" = push ]; then
  printf 'FROM scratch\\nCOPY Dockerfile /other\\n' | '/usr/bin/docker' build -q -t "$2" -f - . && '/usr/bin/docker' push -q "$2"
  ${aws(shop, 'ecr put-image-tag-mutability --image-tag-mutability IMMUTABLE --repository-name shop/web')}
  '/usr/bin/docker' rmi "$2"
  printf 'FROM scratch\\nCOPY Dockerfile /another\\n' | '/usr/bin/docker' build -q -t "$2" -f - .
fi`
    }),
    failsIn: 'build',
    says: /immutable/
  },
  {
    name: 'the login is refused by AWS',
    deny: 'ecr:GetAuthorizationToken',
    failsIn: 'pre_build',
    says: /AccessDeniedException.*GetAuthorizationToken/
  },
  {
    name: 'the login is refused by the registry',
    changes: () => ({ aws: 'if [ "$2" = get-login-password ]; then echo wrong; exit; fi' }),
    failsIn: 'pre_build',
    says: /401 Unauthorized|incorrect username or password|not authorized/i
  },
  {
    name: 'the repository is missing',
    repositories: [],
    failsIn: 'pre_build',
    says: /RepositoryNotFoundException.*shop\/web/
  },
  {
    name: 'the tag is immutable and taken, and a new build is asked for',
    settings: { ...SETTINGS, 'reuse-image': false },
    repositories: [{ ...WEB, imageTagMutability: 'IMMUTABLE' }],
    arrange: async shop => {
      await shop.shipByAction();
      await shop.sandbox.write('Dockerfile', 'FROM scratch\nCOPY Dockerfile /changed\n');
    },
    failsIn: 'pre_build',
    says: /shop\/web:4f2c1d0e9b8a7f6e5d4c3b2a19080706f5e4d3c2 is in the repository already, and the tag is immutable/
  },
  {
    name: 'ECR does not tell of its images',
    settings: { ...SETTINGS, 'reuse-image': true },
    deny: 'ecr:DescribeImages',
    failsIn: 'pre_build',
    says: /AccessDeniedException.*DescribeImages/
  },
  {
    name: 'there is no commit',
    changes: () => ({ commit: undefined }),
    failsIn: 'pre_build',
    says: /The tag is made from the commit, and CodeBuild names none/
  },
  {
    name: 'the task definition has lost its placeholder',
    changes: () => ({
      prepare: source =>
        writeFile(join(source, 'taskdefinition.json'), '{"family": "web", "containerDefinitions": []}\n')
    }),
    failsIn: 'pre_build',
    says: /taskdefinition\.json has no <IMAGE1_NAME> any more/
  },
  {
    name: 'the task definition is another one than the template was made from',
    settings: { ...SETTINGS, 'environment-variables': { LEVEL: 'info' } },
    changes: () => ({
      prepare: source => writeFile(join(source, 'taskdefinition.json'), JSON.stringify(taskDefinition({ cpu: '512' })))
    }),
    failsIn: 'pre_build',
    says: /taskdefinition\.json has changed since .* Generate it again: slipway generate buildspec$/m
  },
  {
    name: 'the task definition is not there',
    changes: () => ({ prepare: source => rm(join(source, 'taskdefinition.json')) }),
    failsIn: 'pre_build',
    says: /taskdefinition\.json/
  },
  {
    name: 'a secret of the build is not set',
    settings: { ...SETTINGS, 'build-secrets': ['id=key,env=NO_SUCH_KEY'] },
    failsIn: 'pre_build',
    says: /The build takes a secret from the variable NO_SUCH_KEY, which is not set/
  },
  {
    name: 'an image that exists does not exist',
    settings: {
      region: REGION,
      image: `123456789012.dkr.ecr.${REGION}.amazonaws.com/shop/web:v9`,
      'task-definition': 'taskdefinition.json'
    },
    failsIn: 'pre_build',
    says: /ImageNotFoundException/
  }
];

describe('a build in CodeBuild that fails', () => {
  describe.each([
    ['one shell for all commands', {}],
    ['a shell a command, and on-failure is not heeded', { shell: 'each', heedsAbort: false } as const]
  ])('%s', (_, how) => {
    it.each(FAILURES)(
      '$name: nothing is pushed, no file is there, and the log ends with why',
      ({ settings = SETTINGS, files = {}, repositories = [WEB], arrange, deny, changes, failsIn, says }) =>
        withShop(
          engine,
          { files: { 'slipway.yml': settings, 'taskdefinition.json': taskDefinition(), ...files }, repositories },
          async shop => {
            const text = await makeBuildspec(shop, settings, arrange);
            const before = await listAll(shop);
            if (deny !== undefined) shop.sandbox.cloud.setFaults({ deny: [deny] });
            const built = await shop.build(text, { ...how, ...changes?.(shop) });
            shop.sandbox.cloud.setFaults({});
            expect(built.status).toBe('FAILED');
            const goesOn = failsIn === 'build' && 'heedsAbort' in how;
            expect(built.phases).toEqual([
              ...(failsIn === 'build' ? ['pre_build SUCCEEDED'] : []),
              `${failsIn} FAILED`,
              ...(goesOn ? ['post_build FAILED'] : []),
              'upload_artifacts FAILED'
            ]);
            expect(built.files).toEqual({});
            expect(lastLines(built)).toMatch(says);
            if (changes === undefined || failsIn === 'pre_build') expect(await listAll(shop)).toEqual(before);
          }
        ),
      60_000
    );
  });

  it('is told of another build that pushed the same tag meanwhile, and ships nothing of it', () =>
    withShop(
      engine,
      { files: { 'slipway.yml': SETTINGS, 'taskdefinition.json': taskDefinition() }, repositories: [WEB] },
      async shop => {
        const other = `printf 'FROM scratch\\nCOPY Dockerfile /other\\n' | '/usr/bin/docker' build -q -t slipway-other -f - .`;
        const built = await shop.build(await shop.generate(), {
          // After our push, and before ECR is asked for the digest.
          docker: `if [ "$1" = push ]; then
  '/usr/bin/docker' "$@" && '/usr/bin/docker' tag "$2" slipway-mine
  ${other}
  '/usr/bin/docker' tag slipway-other "$2" && '/usr/bin/docker' push -q "$2"
  '/usr/bin/docker' tag slipway-mine "$2" && '/usr/bin/docker' rmi slipway-mine slipway-other
  exit
fi`
        });
        expect(built.status).toBe('FAILED');
        expect(lastLines(built)).toMatch(/which was not pushed here: another build has pushed the same tag meanwhile/);
        expect(built.files).toEqual({});
      }
    ));
});

/** The buildspec is made before the world around it is arranged; what was shipped before is shipped without it. */
async function makeBuildspec(shop: Shop, settings: object, arrange: Failure['arrange']): Promise<string> {
  if ('reuse-image' in settings) {
    await shop.sandbox.write('slipway.yml', SETTINGS);
    await arrange?.(shop);
    await shop.sandbox.write('slipway.yml', settings);
    return shop.generate();
  }
  const text = await shop.generate();
  await arrange?.(shop);
  return text;
}

async function listAll(shop: Shop): Promise<unknown> {
  const { repositories } = await shop.sandbox.call('ecr', 'DescribeRepositories', {});
  const names = (repositories as readonly { repositoryName: string }[]).map(({ repositoryName }) => repositoryName);
  return Promise.all(names.map(async name => [name, await shop.listImages(name)]));
}

/** What a person sees who looks at the end of the log; what the collecting of the artifacts adds is CodeBuild's own. */
function lastLines({ log }: Built): string {
  const lines = log.split('\n').filter(line => line !== '' && !line.startsWith('CLIENT_ERROR'));
  return lines.slice(-6).join('\n');
}
