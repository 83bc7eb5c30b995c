import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { systemFiles } from '../../src/host/files.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { readProject } from '../../src/steps/project.js';
import type { Shape } from '../../src/emulator/client.js';
import { REGION } from '../dist/sandbox.js';
import { taskDefinition } from '../dist/seed.js';
import { allows, type PolicyDocument } from '../pipeline/iam-evaluator.js';
import { wishesOf } from '../pipeline/journal-to-iam.js';
import { PLAIN_OPTIONS } from '../pipeline/projects.js';
import { startBuildKit } from './buildkit-parts.js';
import { withShop, type Built, type Changes, type Shop } from './buildspec-parts.js';
import { describeFailure } from './codebuild.js';
import { BUSYBOX, startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

const SETTINGS = {
  region: REGION,
  repository: 'shop/web',
  'task-definition': 'taskdefinition.json',
  cache: 'registry'
};
/** A step tells that it runs, by what the shell makes of its text. The first does not need what changes with the source. */
const DOCKERFILE = `FROM scratch
COPY busybox /bin/sh
RUN echo $((6 * 7)) && echo dependencies > /dependencies
COPY source /source
RUN echo $((7 * 7))
`;
/** For a build by the engine itself, which may be one without a network for a step's container. */
const WITHOUT_RUN = DOCKERFILE.replace(/^RUN .*\n/gm, '');
const PLACE = { region: REGION, account: '123456789012', application: '', deploymentGroup: '' };
const WEB = { repositoryName: 'shop/web' };

function withCache(
  body: (shop: Shop) => Promise<void>,
  {
    settings = SETTINGS,
    repositories = [WEB],
    dockerfile = DOCKERFILE
  }: {
    readonly settings?: object | undefined;
    readonly repositories?: readonly Shape[] | undefined;
    readonly dockerfile?: string | undefined;
  } = {}
): Promise<void> {
  const files = {
    'slipway.yml': settings,
    'taskdefinition.json': taskDefinition(),
    Dockerfile: dockerfile,
    source: '1'
  };
  return withShop(engine, { files, repositories }, async shop => {
    await copyFile(BUSYBOX, join(shop.sandbox.workspace, 'busybox'));
    await body(shop);
  });
}

/** Runs the body with a BuildKit that knows nothing yet. */
async function onFreshBuildKit<T>(shop: Shop, body: () => Promise<T>): Promise<T> {
  const buildkit = await startBuildKit();
  try {
    await shop.useBuildKit(buildkit.address);
    return await body();
  } finally {
    await buildkit.close();
  }
}

/** A build of the buildspec, from another source and commit than any before. */
async function build(shop: Shop, number: number, changes: Changes = {}): Promise<Built> {
  await shop.sandbox.write('source', String(number));
  const commit = String(number).repeat(40);
  return onFreshBuildKit(shop, async () => shop.build(await shop.generate(), { commit, ...changes }));
}

/** Whether the step for the dependencies ran, and the one after it. */
const ran = ({ log }: { readonly log: string }): readonly boolean[] =>
  [42, 49].map(number => new RegExp(`^#\\d+ [\\d.]+ ${number}$`, 'm').test(log));

/** The tags of the caches in a repository. */
async function listCaches(shop: Shop, repository: string): Promise<readonly string[]> {
  const tags = Object.values(await shop.listImages(repository)).flat();
  return tags.filter(tag => tag.startsWith('cache-')).sort();
}

/** A shim that has no container for a builder. */
const NO_BUILDER: Changes = {
  docker:
    'if [ "$1 $2" = "buildx create" ]; then echo "toomanyrequests: You have reached your pull rate limit" >&2; exit 1; fi'
};
/** As BuildKit ends where the cache names a layer that the registry does not have. */
const DAMAGED: Changes = {
  docker: `case "$*" in *--cache-from*)
  echo 'ERROR: failed to solve: failed to compute cache key: failed to copy: httpReadSeeker: failed open: could not fetch content descriptor' >&2
  exit 1
esac`
};

const TIMEOUT = 300_000;

describe('a build in CodeBuild with cache: registry', () => {
  it(
    'takes from the cache what an earlier one made, with a BuildKit that knows nothing; a branch without one, from the default branch; a pull request, from its base',
    () =>
      withCache(async shop => {
        const first = await build(shop, 1);
        expect(describeFailure(first)).toBe('');
        expect(ran(first)).toEqual([true, true]);
        expect(ran(await build(shop, 2))).toEqual([false, true]);
        const caches = await listCaches(shop, 'shop/web');
        expect(caches).toHaveLength(1);
        // CodePipeline says the branch by a variable of the action, CodeBuild's own webhook by one of its own.
        const ofBranch = { environment: { BRANCH_NAME: 'feature/x' } };
        expect(ran(await build(shop, 3, ofBranch))).toEqual([false, true]);
        expect(await listCaches(shop, 'shop/web')).toHaveLength(2);
        const byWebhook = { environment: { CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/feature/x' } };
        const byPullRequest = {
          environment: { CODEBUILD_WEBHOOK_TRIGGER: 'pr/12', CODEBUILD_WEBHOOK_BASE_REF: 'refs/heads/feature/x' }
        };
        // The source of the branch is in its own cache alone.
        for (const [changes, count] of [
          [byWebhook, 2],
          [byPullRequest, 3]
        ] as const) {
          await shop.sandbox.write('source', '3');
          const again = await onFreshBuildKit(shop, async () =>
            shop.build(await shop.generate(), { commit: '4'.repeat(40), ...changes })
          );
          expect(describeFailure(again)).toBe('');
          expect(ran(again)).toEqual([false, false]);
          expect(await listCaches(shop, 'shop/web')).toHaveLength(count);
        }
      }),
    TIMEOUT
  );

  it.each<{
    readonly name: string;
    readonly settings?: object;
    readonly repositories?: readonly Shape[];
    readonly dockerfile?: string;
    readonly changes?: Changes;
    readonly caches?: readonly [repository: string, count: number];
    /** Of the second build: whether the step for the dependencies ran. */
    readonly runs?: boolean;
    readonly says: RegExp;
  }>([
    {
      name: 'in a repository of its own',
      settings: { ...SETTINGS, 'cache-repository': 'shop/cache' },
      repositories: [{ ...WEB, imageTagMutability: 'IMMUTABLE' }, { repositoryName: 'shop/cache' }],
      caches: ['shop/cache', 1],
      runs: false,
      says: /importing cache manifest from .*\/shop\/cache:cache-/
    },
    {
      name: 'in a repository that is not there',
      settings: { ...SETTINGS, 'cache-repository': 'shop/cache' },
      runs: true,
      says: /RepositoryNotFoundException.*\n.*shop\/web is built without its cache/
    },
    {
      name: 'in a repository whose tags are immutable',
      repositories: [{ ...WEB, imageTagMutability: 'IMMUTABLE' }],
      caches: ['shop/web', 0],
      runs: true,
      says: /The cache cache-\S+ of shop\/web is read and not written: tags of shop\/web are immutable/
    },
    {
      name: 'in a repository whose tags are immutable, but for those of caches',
      repositories: [
        {
          ...WEB,
          imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
          imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'cache-*' }]
        }
      ],
      caches: ['shop/web', 1],
      runs: false,
      says: /importing cache manifest/
    },
    {
      name: 'where no builder can be made',
      dockerfile: WITHOUT_RUN,
      changes: NO_BUILDER,
      caches: ['shop/web', 0],
      says: /toomanyrequests.*\n.*this build is without its cache/
    },
    {
      name: 'that names what the registry does not have',
      changes: DAMAGED,
      caches: ['shop/web', 1],
      runs: true,
      says: /could not fetch content descriptor\n.* is built again without its cache\.$/m
    }
  ])(
    'stands with a cache $name',
    ({ settings, repositories, dockerfile, changes, caches, runs, says }) =>
      withCache(
        async shop => {
          expect(describeFailure(await build(shop, 1, changes))).toBe('');
          await shop.forget();
          const second = await build(shop, 2, changes);
          expect(describeFailure(second)).toBe('');
          expect(second.log).toMatch(says);
          if (runs !== undefined) expect(ran(second)).toEqual([runs, true]);
          expect(Object.values(await shop.listImages('shop/web')).flat()).toContain('2'.repeat(40));
          if (caches !== undefined) expect(await listCaches(shop, caches[0])).toHaveLength(caches[1]);
        },
        { settings, repositories, dockerfile }
      ),
    TIMEOUT
  );

  it(
    'fails once where a step of the Dockerfile fails, and keeps what it has',
    () =>
      withCache(async shop => {
        await shop.sandbox.write('Dockerfile', `${DOCKERFILE}RUN exit 7\n`);
        const built = await build(shop, 1);
        expect(built).toMatchObject({ status: 'FAILED', files: {} });
        expect(built.phases.slice(0, 2)).toEqual(['pre_build SUCCEEDED', 'build FAILED']);
        expect(built.log).not.toContain('built again');
        expect(built.docker.filter(([verb, first]) => verb === 'buildx' && first === 'build')).toHaveLength(1);
        expect(await shop.listImages('shop/web')).toEqual({});
      }),
    TIMEOUT
  );

  it.each([
    ['beside the image', SETTINGS, 'shop/web'],
    ['in a repository of its own', { ...SETTINGS, 'cache-repository': 'shop/cache' }, 'shop/cache']
  ])(
    'is allowed by the generated policy what it asks for a cache %s, and of that repository nothing more',
    (_, settings, repository) =>
      withCache(
        async shop => {
          const { sandbox } = shop;
          expect(describeFailure(await build(shop, 1))).toBe('');
          expect(describeFailure(await build(shop, 2))).toBe('');
          const wishes = sandbox.cloud.requestLog
            .entries()
            .filter(({ operation }) => operation !== 'CreateRepository' && operation !== 'ListImages')
            .flatMap(entry => wishesOf(entry, PLACE));
          const resource = `arn:aws:ecr:${REGION}:${PLACE.account}:repository/${repository}`;
          const asked = new Set(wishes.filter(wish => wish.resource === resource).map(({ action }) => action));
          expect([...asked]).toEqual(
            expect.arrayContaining([
              'ecr:DescribeRepositories',
              'ecr:BatchGetImage',
              'ecr:GetDownloadUrlForLayer',
              'ecr:PutImage'
            ])
          );
          const files = systemFiles(undefined, sandbox.workspace);
          const project = await readProject({ given: {}, problems: [], files, environment: {} });
          const mark = sandbox.cloud.requestLog.entries().at(-1)?.sequence ?? 0;
          await onFreshBuildKit(shop, () => shop.shipByAction({ tags: 'v3' }));
          const ofAction = sandbox.cloud.requestLog.entries(mark).flatMap(entry => wishesOf(entry, PLACE));
          for (const [name, asks] of [
            ['codebuild', wishes],
            ['deploy', [...wishes, ...ofAction]]
          ] as const) {
            const text = renderIam(project, PLAIN_OPTIONS).find(({ path }) => path === `iam/${name}-policy.json`)?.text;
            const policy = JSON.parse(text ?? '') as PolicyDocument;
            expect(asks.filter(wish => !allows(policy, wish))).toEqual([]);
            expect(allows(policy, { action: 'ecr:BatchDeleteImage', resource })).toBe(false);
            expect(allows(policy, { action: 'ecr:PutImage', resource: `${resource}2` })).toBe(false);
          }
        },
        { settings, repositories: [...new Set(['shop/web', repository])].map(repositoryName => ({ repositoryName })) }
      ),
    TIMEOUT
  );

  it(
    'shares the cache with the Action: what the one made, the other takes',
    () =>
      withCache(async shop => {
        const ship = async (number: number): Promise<readonly boolean[]> => {
          await shop.sandbox.write('source', String(number));
          const { log } = await onFreshBuildKit(shop, () => shop.shipByAction({ tags: `v${number}` }));
          return ran({ log });
        };
        expect(await ship(1)).toEqual([true, true]);
        const second = await build(shop, 2);
        expect(describeFailure(second)).toBe('');
        expect(ran(second)).toEqual([false, true]);
        // One cache, which each of them has written.
        expect(await listCaches(shop, 'shop/web')).toEqual(['cache-main']);
        await shop.sandbox.write('Dockerfile', DOCKERFILE.replace('6 * 7', '7 * 6'));
        expect(ran(await build(shop, 3))).toEqual([true, true]);
        expect(await ship(4)).toEqual([false, true]);
        expect(await listCaches(shop, 'shop/web')).toEqual(['cache-main']);
      }),
    TIMEOUT
  );
});
