import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { REGION } from '../dist/sandbox.js';
import { taskDefinition } from '../dist/seed.js';
import { startBuildKit } from './buildkit-parts.js';
import { withShop, type Built, type Changes, type Shop } from './buildspec-parts.js';
import { BUSYBOX, startEngine, type Engine } from './docker-parts.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

const SETTINGS = { region: REGION, repository: 'shop/web', 'task-definition': 'taskdefinition.json', cache: 'registry' };
/** A step tells that it runs, by what the shell makes of its text. The first does not need what changes with the source. */
const DOCKERFILE = `FROM scratch
COPY busybox /bin/sh
RUN echo $((6 * 7)) && echo dependencies > /dependencies
COPY source /source
RUN echo $((7 * 7))
`;
const WEB = { repositoryName: 'shop/web' };

function withCache(
  body: (shop: Shop) => Promise<void>,
  {
    settings = SETTINGS,
    repositories = [WEB]
  }: { readonly settings?: object; readonly repositories?: readonly { readonly repositoryName: string }[] } = {}
): Promise<void> {
  const files = {
    'slipway.yml': settings,
    'taskdefinition.json': taskDefinition(),
    Dockerfile: DOCKERFILE,
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

describe('a build in CodeBuild with cache: registry', () => {
  it(
    'takes from the cache what an earlier one made, with a BuildKit that knows nothing',
    () =>
      withCache(async shop => {
        const first = await build(shop, 1);
        expect(first).toMatchObject({ status: 'SUCCEEDED' });
        expect(ran(first)).toEqual([true, true]);
        const second = await build(shop, 2);
        expect(second).toMatchObject({ status: 'SUCCEEDED' });
        expect(ran(second)).toEqual([false, true]);
        console.log(await shop.generate(), second.log, await shop.listImages('shop/web'));
      }),
    300_000
  );
});
