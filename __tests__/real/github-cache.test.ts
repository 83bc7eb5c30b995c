import { copyFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ROOT, withSandbox, type Sandbox, type Shipped } from '../dist/sandbox.js';
import { findNodes, openWorkshop, type Workshop } from './act-parts.js';
import { installBuildx, startBuildKit } from './buildkit-parts.js';
import { BUSYBOX, DOCKER, freePort, startEngine, type Engine } from './docker-parts.js';
import { startGithubCache, type Asked, type GithubCache, type Trouble } from './github-cache-server.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

/**
 * Each step of the stage says that it ran by what the shell makes of its text; the first does not need what changes with the source. The image has
 * no layer of the stage: one cached with `mode=min` would have none of it.
 */
const DOCKERFILE = `FROM scratch AS build
COPY busybox /bin/sh
RUN echo $((6 * 7)) && echo dependencies > /dependencies
COPY source /source
RUN echo $((7 * 7)) && read line < /source && echo $line > /program
FROM scratch
COPY --from=build /program /program
`;

/** Whether the step for the dependencies ran, and the one after it. */
const ran = (log: string): readonly boolean[] =>
  [42, 49].map(number => new RegExp(`#\\d+ [\\d.]+ ${number}$`, 'm').test(log));

describe('the Action with cache: github under act, whose cache server speaks the first version', () => {
  async function useShop(workspace: string): Promise<void> {
    await cp(join(ROOT, 'examples', 'rolling'), workspace, { recursive: true });
    await copyFile(BUSYBOX, join(workspace, 'busybox'));
    await writeFile(join(workspace, 'Dockerfile'), DOCKERFILE);
    await writeFile(join(workspace, 'source'), '1\n');
    const steps =
      '      - uses: actions/checkout@v7\n      - uses: example/slipway@v1\n        with:\n          cache: github\n';
    const workflow = `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
    await writeFile(join(workspace, '.github', 'workflows', 'deploy.yml'), workflow);
  }

  /** Runs the workflow with a BuildKit that knows nothing yet. */
  async function act(workshop: Workshop): Promise<string> {
    const buildkit = await startBuildKit();
    try {
      const made = await workshop.run(`docker buildx create --name ours --driver remote --use ${buildkit.address}`);
      expect(made).toMatchObject({ exitCode: 0 });
      // act sets the variables of the runner where it serves artifacts.
      const artifacts = `--artifact-server-path=../artifacts --artifact-server-port=${await freePort()}`;
      const { exitCode, log } = await workshop.run(
        `slipway cloud . --scale=20 -- act push -P ubuntu-latest=-self-hosted ${artifacts}`
      );
      expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') });
      expect(await workshop.run('docker buildx rm ours')).toMatchObject({ exitCode: 0 });
      return log;
    } finally {
      await buildkit.close();
    }
  }

  it('takes from the cache what an earlier run made', async () => {
    const [[, node] = ['', '']] = findNodes();
    const workshop = await openWorkshop(node, engine, useShop);
    try {
      await installBuildx(workshop.home);
      const first = await act(workshop);
      expect(ran(first)).toEqual([true, true]);
      expect(first).toContain('The build cache had 0 of 5 steps.');
      await writeFile(join(workshop.workspace, 'source'), '2\n');
      const second = await act(workshop);
      expect(ran(second)).toEqual([false, true]);
      expect(second).toContain('The build cache had 2 of 5 steps.');
      expect(second).toContain('2 of 5 steps from GitHub');
      for (const log of [first, second]) expect(log).not.toMatch(/::warning|eyJ[\w-]+\.eyJ/);
    } finally {
      await workshop.close();
    }
  }, 180_000);
});

describe("the bundle with cache: github, and GitHub's second version of the cache (buildx, BuildKit)", () => {
  let cache: GithubCache;

  beforeEach(async () => {
    cache = await startGithubCache();
  });

  afterEach(() => cache.close());

  /** @param scale how much faster than the machine time goes: a cache that falls silent for ten minutes of it is left out */
  function withShop(body: (sandbox: Sandbox) => Promise<void>, scale = 5): Promise<void> {
    return withSandbox(
      async sandbox => {
        await sandbox.call('ecr', 'CreateRepository', { repositoryName: 'shop/web' });
        await copyFile(BUSYBOX, join(sandbox.workspace, 'busybox'));
        await sandbox.write('Dockerfile', DOCKERFILE);
        await installBuildx(sandbox.home);
        await body(sandbox);
      },
      { docker: DOCKER, scale }
    );
  }

  /** Pushes another source than any run before, with a BuildKit that knows nothing yet. */
  async function ship(
    sandbox: Sandbox,
    number: number,
    { branch = 'main', env = {} }: { readonly branch?: string; readonly env?: Readonly<Record<string, string>> } = {}
  ): Promise<Shipped> {
    const buildkit = await startBuildKit();
    const config = join(sandbox.home, '.docker');
    const variables = { ...cache.variablesFor(branch), ...env };
    const create = ['buildx', 'create', '--name', 'ours', '--driver', 'remote', '--use', buildkit.address];
    try {
      await engine.docker(create, { config });
      await sandbox.write('source', `${number}\n`);
      const shipped = await sandbox.ship(
        { repository: 'shop/web', cache: 'github' },
        { sha: String(number).repeat(40), env: { ...engine.env, ...variables } }
      );
      expect(shipped).toMatchObject({ exitCode: 0, outputs: { outcome: 'pushed' } });
      const token = variables['ACTIONS_RUNTIME_TOKEN'] ?? '';
      expect(shipped.log.replaceAll(`::add-mask::${token}`, '')).not.toContain(token);
      expect(shipped.docker.join('\n')).not.toContain(token);
      return shipped;
    } finally {
      // A build that was ended while the cache said nothing is waited for by BuildKit.
      await buildkit.close('SIGKILL');
      await engine.docker(['buildx', 'rm', 'ours'], { config });
    }
  }

  const scopes = (): readonly string[] => [...new Set(cache.entries.map(({ scope }) => scope))];

  it("takes from the branch's cache what an earlier run made, else from the default branch's", () =>
    withShop(async sandbox => {
      const first = await ship(sandbox, 1);
      expect(ran(first.log)).toEqual([true, true]);
      const second = await ship(sandbox, 2);
      expect(ran(second.log)).toEqual([false, true]);
      expect(second.log).toContain('The build cache had 2 of 5 steps.');
      expect(second.summary).toContain('<td>Build cache</td><td>2 of 5 steps from GitHub</td>');
      expect(scopes()).toEqual(['refs/heads/main']);
      const feature = await ship(sandbox, 3, { branch: 'feature' });
      expect(ran(feature.log)).toEqual([false, true]);
      expect(scopes()).toEqual(['refs/heads/main', 'refs/heads/feature']);
      for (const { log } of [first, second, feature]) expect(log).not.toContain('::warning');
      expect(new Set(cache.entries.map(({ key }) => /^index-(\S+)-1-/.exec(key)?.[1] ?? 'layer'))).toEqual(
        new Set(['layer', expect.stringMatching(/^slipway-shop-web-[0-9a-f]{8}$/)])
      );
    }));

  it('does not take what another branch made', () =>
    withShop(async sandbox => {
      await ship(sandbox, 1, { branch: 'feature' });
      expect(ran((await ship(sandbox, 2, { branch: 'other' })).log)).toEqual([true, true]);
    }));

  const READ = /::warning.*The build cache in GitHub could not be read: /;
  const WRITTEN = /::warning.*The build cache could not be written: /;
  type Case = readonly [
    name: string,
    trouble: (asked: Asked, bytes: number) => Trouble | undefined,
    warnings: readonly RegExp[]
  ];
  const refusals = [429, 500].map((status): Case => [`answers ${status}`, () => status, [READ, WRITTEN]]);

  it.each<Case>([
    ...refusals,
    ['refuses what it signed', asked => (asked === 'GET' ? 403 : undefined), [/ read: GET http\S+ answered 403/]],
    ['refuses to be written', asked => (asked === 'PUT' ? 403 : undefined), [/ written: .*PUT http\S+ answered 403/]],
    ['breaks off an index', asked => (asked === 'GET' ? 'break' : undefined), [READ]],
    [
      'breaks off a layer',
      (asked, bytes) => (asked === 'GET' && bytes > 500_000 ? 'break' : undefined),
      [/::warning.*is built again without what its cache has: /]
    ],
    [
      'says nothing more when it is written',
      asked => (asked === 'PUT' ? 'silence' : undefined),
      [/::warning.*is built again without its cache: The cache has not answered for 10 minutes/]
    ]
  ])('warns of one that %s, and the image stands', (name, trouble, warnings) =>
    withShop(
      async sandbox => {
        await ship(sandbox, 1);
        cache.trouble = trouble;
        const { log } = await ship(sandbox, 2);
        for (const warning of warnings) expect(log).toMatch(warning);
      },
      name.startsWith('says nothing') ? 60 : undefined
    )
  );

  it.each([['that is not there', { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' }, READ]])(
    'warns of one %s, and the image stands',
    (_name, env, warning) =>
      withShop(async sandbox => {
        const { log } = await ship(sandbox, 1, { env });
        expect(log).toMatch(warning);
        expect(cache.asked).toEqual([]);
      })
  );
});
