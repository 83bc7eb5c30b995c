import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { withSandbox, type Sandbox, type Shipped } from '../dist/sandbox.js';
import { ROLLING, seed } from '../dist/seed.js';
import { installBuildx, startBuildKit } from './buildkit-parts.js';
import { BUSYBOX, DOCKER, startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

/** Each step says that it ran by what the shell makes of its text; the first does not need what changes with the source. */
const DOCKERFILE = `FROM scratch
COPY busybox /bin/sh
RUN echo $((6 * 7)) && echo dependencies > /dependencies
COPY source /source
RUN echo $((7 * 7))
`;
const TIMEOUT = 300_000;

async function withShop(body: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  await withSandbox(
    async sandbox => {
      await seed(sandbox, 'ECS');
      await copyFile(BUSYBOX, join(sandbox.workspace, 'busybox'));
      await sandbox.write('Dockerfile', DOCKERFILE);
      await installBuildx(sandbox.home);
      await body(sandbox);
    },
    // Ten minutes in which a cache says nothing are half a minute here.
    { docker: DOCKER, scale: 20 }
  );
}

/** Ships another source than any run before, with a BuildKit that knows nothing yet behind the selected builder. */
async function ship(sandbox: Sandbox, number: number, inputs: Readonly<Record<string, string>>): Promise<Shipped> {
  const buildkit = await startBuildKit();
  const config = join(sandbox.home, '.docker');
  try {
    await engine.docker(['buildx', 'create', '--name', 'ours', '--driver', 'remote', '--use', buildkit.address], {
      config
    });
    await sandbox.write('source', String(number));
    const sha = String(number).repeat(40);
    return await sandbox.ship({ ...ROLLING, cache: 'registry', ...inputs }, { sha, env: engine.env });
  } finally {
    await engine.docker(['buildx', 'rm', 'ours'], { config });
    await buildkit.close();
  }
}

/** Whether the step for the dependencies ran, and the one after it. */
const ran = ({ log }: Shipped): readonly boolean[] =>
  [42, 49].map(number => new RegExp(`^#\\d+ [\\d.]+ ${number}$`, 'm').test(log));

async function listCaches(sandbox: Sandbox, repositoryName: string): Promise<readonly string[]> {
  const { imageIds } = await sandbox.call('ecr', 'ListImages', { repositoryName });
  const ids = imageIds as readonly { readonly imageTag?: string }[];
  return ids.flatMap(({ imageTag }) => (imageTag?.startsWith('cache-') === true ? [imageTag] : []));
}

describe('the bundle with cache: registry, and an engine that has built nothing (buildx, BuildKit)', () => {
  it(
    'takes from the cache what an earlier run made, and says how much',
    () =>
      withShop(async sandbox => {
        // The tags of the images may not move in the repository of the seed.
        await sandbox.call('ecr', 'CreateRepository', { repositoryName: 'shop/cache' });
        const inputs = { 'cache-repository': 'shop/cache' };
        const first = await ship(sandbox, 1, inputs);
        expect(first).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
        expect(ran(first)).toEqual([true, true]);
        expect(first.log).toContain('The build cache had 0 of 4 steps.');
        expect(await listCaches(sandbox, 'shop/cache')).toHaveLength(1);
        const second = await ship(sandbox, 2, inputs);
        expect(second).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
        expect(ran(second)).toEqual([false, true]);
        expect(second.log).toContain('The build cache had 2 of 4 steps.');
        expect(second.log).not.toContain('::warning');
        expect(second.summary).toMatch(/<td>Build cache<\/td><td>2 of 4 steps from ECR, [\d.]+ [kM]B<\/td>/);
      }),
    TIMEOUT
  );

  it.each([
    ['whose tags are immutable', {}, /read and not written: the tag cache-\S+ in shop\/web is immutable/],
    ['that is not there', { 'cache-repository': 'shop/none' }, /built without its cache: there is no ECR repository/]
  ])(
    'warns of a repository %s, and the image stands',
    (_name, inputs, warning) =>
      withShop(async sandbox => {
        await sandbox.call('ecr', 'PutImageTagMutability', {
          repositoryName: 'shop/web',
          imageTagMutability: 'IMMUTABLE'
        });
        const shipped = await ship(sandbox, 1, inputs);
        expect(shipped).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
        expect(shipped.log).toMatch(warning);
        expect(await listCaches(sandbox, 'shop/web')).toEqual([]);
      }),
    TIMEOUT
  );

  it(
    'warns of a registry that takes no cache, and the image stands',
    () =>
      withShop(async sandbox => {
        await sandbox.call('ecr', 'CreateRepository', { repositoryName: 'shop/cache' });
        const inputs = { 'cache-repository': 'shop/cache' };
        expect(await ship(sandbox, 1, inputs)).toMatchObject({ exitCode: 0 });
        // From now on its tag is taken for good.
        await sandbox.call('ecr', 'PutImageTagMutability', {
          repositoryName: 'shop/cache',
          imageTagMutability: 'IMMUTABLE'
        });
        const second = await ship(sandbox, 2, inputs);
        expect(second).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
        expect(second.log).toContain('is read and not written');
        expect(ran(second)).toEqual([false, true]);
        const third = await ship(sandbox, 3, {
          'cache-to': `type=registry,ref=${new URL(sandbox.cloud.endpoint).host}/shop/none:cache,ignore-error=true`,
          ...inputs
        });
        expect(third).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
        expect(third.log).toMatch(/::warning.*The build cache could not be written: /);
      }),
    TIMEOUT
  );
});
