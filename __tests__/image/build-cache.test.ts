import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import type { BuiltImage } from '../../src/config/config.js';
import { Cancelled, SlipwayError } from '../../src/errors.js';
import { checkImages } from '../../src/image/check/check-images.js';
import { publishImages } from '../../src/image/publish.js';
import { createJobTimeline } from '../../src/timeline.js';
import { HOST, makeBuild, makeImage, makeSandbox, type Sandbox } from './fakes.js';

const SETTINGS = { registries: [], maxParallelBuilds: 1 };
const REGISTRY = { cache: 'registry' } as const;
const PUSH = { GITHUB_REF: 'refs/heads/feature', GITHUB_EVENT_PATH: '/event.json' };
const EVENT = JSON.stringify({ repository: { default_branch: 'main' } });
const WRITTEN = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';
const OWN = `type=registry,ref=${HOST}/shop/app:cache-feature`;
const MAIN = `type=registry,ref=${HOST}/shop/app:cache-main`;

/** A Docker whose selected builder can write caches. */
function makeShop(environment: Readonly<Record<string, string>> = PUSH): Sandbox {
  const sandbox = makeSandbox({ HOME: '/home/me', ...environment });
  sandbox.docker.driver = 'docker-container';
  sandbox.files.texts.set('/event.json', EVENT);
  sandbox.ecr.addRepository('shop/app');
  return sandbox;
}

function imageWith(build: Partial<BuiltImage['build']>, more: Partial<BuiltImage> = {}): BuiltImage {
  return makeImage({ build: makeBuild(build), ...more });
}

async function ship(sandbox: Sandbox, ...images: readonly BuiltImage[]) {
  const plans = await checkImages(images, sandbox.ports);
  return publishImages(plans, SETTINGS, sandbox.ports, createJobTimeline(sandbox.ports.clock));
}

/** What each build was told of caches. */
function cachesOf({ docker }: Sandbox): readonly (readonly string[])[] {
  return docker.calls
    .filter(({ args }) => args[0] === 'build' || args[1] === 'build')
    .map(({ args }) =>
      args.flatMap((arg, index) =>
        /^--cache-(from|to)$/.test(arg) ? [`${arg.slice(8)} ${args[index + 1] ?? ''}`] : []
      )
    );
}

describe('cache: registry', () => {
  it("reads the branch's cache and the default branch's, and writes the branch's, beside what the settings say", async () => {
    const sandbox = makeShop();
    await ship(sandbox, imageWith({ ...REGISTRY, cacheFrom: ['type=inline'], cacheTo: ['type=inline'] }));
    expect(cachesOf(sandbox)).toEqual([
      ['from type=inline', `from ${OWN}`, `from ${MAIN}`, 'to type=inline', `to ${OWN},${WRITTEN}`]
    ]);
    expect(sandbox.warnings).toEqual([]);
  });

  it('is in another repository where the settings say so, which is logged into', async () => {
    const sandbox = makeShop();
    const host = '999999999999.dkr.ecr.eu-west-1.amazonaws.com';
    const uri = `${host}/build/cache`;
    sandbox.ecr.repositories.set('build/cache', {
      name: 'build/cache',
      uri,
      registryId: '999999999999',
      region: 'eu-west-1',
      mutability: 'MUTABLE',
      exclusions: []
    });
    await ship(sandbox, imageWith({ ...REGISTRY, cacheRepository: uri }));
    const tag = 'shop-app-';
    expect(cachesOf(sandbox)[0]?.at(-1)).toMatch(new RegExp(`^to type=registry,ref=${uri}:cache-${tag}\\w+-feature,`));
    expect(sandbox.docker.lines.filter(line => line.startsWith('login'))).toHaveLength(2);
    expect(sandbox.docker.lines.some(line => line.startsWith('login') && line.endsWith(host))).toBe(true);
  });

  it('is another one for each image that shares a repository', async () => {
    const sandbox = makeShop();
    sandbox.ecr.addRepository('shop/cache').addRepository('shop/jobs');
    sandbox.files.directories.add('jobs');
    sandbox.files.texts.set('jobs/Dockerfile', 'FROM scratch\n');
    const cached = { ...REGISTRY, cacheRepository: 'shop/cache' };
    await ship(
      sandbox,
      imageWith(REGISTRY, { container: 'a' }),
      imageWith({ ...REGISTRY, target: 'debug' }, { container: 'b', tags: ['debug'] }),
      imageWith({ ...REGISTRY, context: 'jobs' }, { container: 'c', tags: ['jobs'] }),
      imageWith(cached, { container: 'd', tags: ['d'] }),
      imageWith(cached, { container: 'e', repository: 'shop/jobs' })
    );
    const written = cachesOf(sandbox).map(caches => caches.at(-1));
    expect(new Set(written).size).toBe(5);
  });

  it.each([
    ['IMMUTABLE', [], 'feature'],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest'], 'feature'],
    ['MUTABLE_WITH_EXCLUSION', ['cache-*'], 'feature']
  ])('is read alone where its tag is immutable (%s %j)', async (mutability, exclusions) => {
    const sandbox = makeShop();
    sandbox.ecr.addRepository('shop/app', mutability, exclusions);
    await ship(sandbox, imageWith(REGISTRY));
    expect(cachesOf(sandbox)).toEqual([[`from ${OWN}`, `from ${MAIN}`]]);
    expect(sandbox.warnings.join()).toContain('the tag cache-feature in shop/app is immutable. Exclude cache-*');
  });

  it.each([
    ['MUTABLE', []],
    ['IMMUTABLE_WITH_EXCLUSION', ['cache-*']],
    ['MUTABLE_WITH_EXCLUSION', ['v*']]
  ])('is written where its tag may move (%s %j)', async (mutability, exclusions) => {
    const sandbox = makeShop();
    sandbox.ecr.addRepository('shop/app', mutability, exclusions);
    await ship(sandbox, imageWith(REGISTRY));
    expect(cachesOf(sandbox)[0]?.at(-1)).toBe(`to ${OWN},${WRITTEN}`);
    expect(sandbox.warnings).toEqual([]);
  });

  it('is not touched where the image is there already', async () => {
    const sandbox = makeShop();
    sandbox.ecr.put('shop/app', 'abc123', `sha256:${'a'.repeat(64)}`);
    const image = imageWith({ ...REGISTRY, cacheRepository: 'shop/none' }, { reuseImage: true });
    await ship(sandbox, image);
    expect(cachesOf(sandbox)).toEqual([]);
    expect(sandbox.warnings).toEqual([]);
  });

  const denied = new SlipwayError({ code: 'AccessDeniedException', fault: 'user', what: 'Not permitted.' });
  it.each<[string, RegExp, (sandbox: Sandbox) => Partial<BuiltImage['build']>]>([
    [
      'buildx is not there',
      /shop\/app is built without its cache: cache: registry needs buildx/,
      sandbox => {
        sandbox.docker.buildx = false;
        return {};
      }
    ],
    [
      'its repository is not there',
      /there is no ECR repository shop\/none \(cache-repository\)\. Create it/,
      () => ({ cacheRepository: 'shop/none' })
    ],
    [
      'its repository may not be looked at',
      /built without its cache: Not permitted/,
      sandbox => {
        const look = sandbox.ecr.describeRepository.bind(sandbox.ecr);
        sandbox.ecr.describeRepository = name => (name === 'shop/cache' ? Promise.reject(denied) : look(name));
        return { cacheRepository: 'shop/cache' };
      }
    ],
    [
      'no builder that writes caches can be made',
      /shop\/app:abc123 is built without its cache: Creating the buildx builder .* failed/,
      sandbox => {
        sandbox.docker.driver = 'docker';
        sandbox.docker.answers.push(line =>
          line.startsWith('buildx create') ? { exitCode: 1, stderr: 'ERROR: no such host\n' } : undefined
        );
        return {};
      }
    ],
    [
      'the builder that the settings name writes none',
      /built without its cache: The builder mine \(driver docker\) of build-options does not support cache-to/,
      sandbox => {
        sandbox.docker.driver = 'docker';
        return { buildOptions: ['--builder=mine'] };
      }
    ]
  ])('is left out with a warning where %s', async (_name, warning, prepare) => {
    const sandbox = makeShop();
    const changes = prepare(sandbox);
    const [image] = await ship(sandbox, imageWith({ ...REGISTRY, ...changes }));
    expect(image?.digest).toBe(sandbox.docker.digest);
    expect(image?.cache).toBeUndefined();
    expect(cachesOf(sandbox)).toEqual([[]]);
    expect(sandbox.warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('leaves all images without it where no builder can be made, which is tried once', async () => {
    const sandbox = makeShop();
    sandbox.docker.driver = 'docker';
    sandbox.docker.answers.push(line =>
      line.startsWith('buildx create') ? { exitCode: 1, stderr: 'ERROR: no such host\n' } : undefined
    );
    const images = ['a', 'b'].map(name => imageWith(REGISTRY, { container: name, tags: [name] }));
    expect((await ship(sandbox, ...images)).map(({ built }) => built)).toEqual([true, true]);
    expect(cachesOf(sandbox)).toEqual([[], []]);
    expect(sandbox.docker.lines.filter(line => line.startsWith('buildx create'))).toHaveLength(1);
    expect(sandbox.docker.lines.filter(line => line.includes('--builder'))).toEqual([]);
  });

  const failWhere = (sandbox: Sandbox, fails: (line: string) => boolean, stderr: string): void => {
    sandbox.docker.answers.push(line =>
      line.startsWith('buildx build') && fails(line) ? { exitCode: 1, stderr } : undefined
    );
  };

  it('is not read where a build fails for a layer that it promised, and written anew', async () => {
    const sandbox = makeShop();
    failWhere(
      sandbox,
      line => line.includes('--cache-from'),
      'ERROR: failed to solve: could not fetch content descriptor\n'
    );
    const [image] = await ship(sandbox, imageWith(REGISTRY));
    expect(image?.built).toBe(true);
    expect(cachesOf(sandbox)).toEqual([
      [`from ${OWN}`, `from ${MAIN}`, `to ${OWN},${WRITTEN}`],
      [`to ${OWN},${WRITTEN}`]
    ]);
    expect(sandbox.warnings.join()).toContain('shop/app:abc123 is built again without what its cache has');
  });

  it('is left out where a build fails with it in whatever way', async () => {
    const sandbox = makeShop();
    failWhere(sandbox, line => line.includes('--cache-'), 'ERROR: Cache export is not supported for this driver\n');
    const [image] = await ship(sandbox, imageWith(REGISTRY));
    expect(image?.built).toBe(true);
    expect(cachesOf(sandbox).map(caches => caches.length)).toEqual([3, 1, 0]);
    expect(sandbox.warnings).toHaveLength(2);
  });

  it.each([
    'ERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1\n',
    'ERROR: failed to solve: failed to push 1.dkr.ecr/shop/app:abc123: denied: Your authorization token has expired\n'
  ])('is not blamed for what has other causes: %s', async stderr => {
    const sandbox = makeShop();
    failWhere(sandbox, () => true, stderr);
    await expect(ship(sandbox, imageWith(REGISTRY))).rejects.toThrow('failed (exit code 1)');
    expect(cachesOf(sandbox)).toHaveLength(1);
  });

  it('fails where the build fails without it too, with what Docker said last', async () => {
    const sandbox = makeShop();
    failWhere(sandbox, () => true, 'ERROR: failed to solve: Dockerfile:3: unknown flag --moutn\n');
    await expect(ship(sandbox, imageWith(REGISTRY))).rejects.toThrow('unknown flag');
  });

  it('does not build again once the run is cancelled', async () => {
    const sandbox = makeShop();
    const stop = new AbortController();
    const run = sandbox.docker.run.bind(sandbox.docker);
    sandbox.docker.run = async (command, args, options) => {
      if (args[1] === 'build') {
        stop.abort(new Cancelled('SIGINT'));
        await run(command, args, options);
        throw stop.signal.reason;
      }
      return run(command, args, options);
    };
    const plans = await checkImages([imageWith(REGISTRY)], sandbox.ports);
    const ports = { ...sandbox.ports, signal: stop.signal };
    await expect(publishImages(plans, SETTINGS, ports, createJobTimeline(ports.clock))).rejects.toThrow('SIGINT');
    expect(cachesOf(sandbox)).toHaveLength(1);
  });

  it('tells how far it was used, how large it is, and what went wrong with it', async () => {
    const sandbox = makeShop();
    sandbox.ecr.put('shop/app', 'cache-feature', `sha256:${'c'.repeat(64)}`, 1_234_567);
    const said = [
      `#3 importing cache manifest from ${HOST}/shop/app:cache-feature`,
      '#3 ERROR: failed to configure registry cache importer: connection refused',
      `#4 importing cache manifest from ${HOST}/shop/app:cache-main`,
      `#4 ERROR: failed to configure registry cache importer: ${HOST}/shop/app:cache-main: not found`,
      '#6 [1/3] COPY busybox /bin/sh',
      '#6 CACHED',
      '#7 [2/3] RUN make',
      '#7 CACHED',
      '#8 [3/3] COPY source /source',
      '#8 DONE 0.1s',
      '#9 exporting cache to registry',
      '#9 ERROR: error writing layer blob: denied'
    ];
    const run = sandbox.docker.run.bind(sandbox.docker);
    sandbox.docker.run = async (command, args, options) => {
      if (args[1] === 'build') for (const line of said) options?.onLine?.(line, 'stderr');
      return run(command, args, options);
    };
    const [image] = await ship(sandbox, imageWith(REGISTRY));
    expect(image?.cache).toEqual({ kind: 'registry', hits: 2, steps: 3, bytes: 1_234_567 });
    expect(sandbox.log).toContain('The build cache had 2 of 3 steps.');
    expect(sandbox.warnings).toEqual([
      expect.stringContaining(`The build cache ${HOST}/shop/app:cache-feature could not be read: failed to configure`),
      expect.stringContaining('The build cache could not be written: error writing layer blob: denied.')
    ]);
  });
});

describe('cache: github', () => {
  const RUNNER = { ...PUSH, ACTIONS_RUNTIME_TOKEN: 'runtime-token', ACTIONS_RESULTS_URL: 'https://results.example/' };

  it("is in GitHub's cache, by a scope of the image, and its token reaches Docker and no log", async () => {
    const sandbox = makeShop(RUNNER);
    await ship(sandbox, imageWith({ cache: 'github' }));
    const hash = createHash('sha256').update('shop/app').digest('hex').slice(0, 8);
    const scope = `type=gha,scope=slipway-shop-app-${hash},timeout=1m`;
    expect(cachesOf(sandbox)).toEqual([[`from ${scope}`, `to ${scope},mode=max,ignore-error=true`]]);
    const build = sandbox.docker.calls.find(({ args }) => args[1] === 'build');
    expect(build?.env['ACTIONS_RUNTIME_TOKEN']).toBe('runtime-token');
    expect(sandbox.masked).toContain('runtime-token');
    expect(sandbox.log.join('\n')).not.toContain('runtime-token');
  });

  const silence = Object.assign(new Error('no answer within 10 s'), { name: 'TimeoutError' });

  it.each<[name: string, environment: Readonly<Record<string, string>>, error: Error, isUsed: boolean]>([
    ['says nothing', RUNNER, silence, false],
    ['cannot be reached, which BuildKit tells', RUNNER, new Error('connect ECONNREFUSED'), true],
    ['may be behind a proxy', { ...RUNNER, HTTPS_PROXY: 'http://proxy.example:3128' }, silence, true]
  ])('where its server %s: BuildKit would wait for it without end', async (_name, environment, error, isUsed) => {
    const sandbox = makeShop(environment);
    const asked: string[] = [];
    const get = ({ url }: { readonly url: string }): Promise<never> => {
      asked.push(url);
      return Promise.reject(error);
    };
    const ports = { ...sandbox.ports, web: { get } };
    const plans = await checkImages([imageWith({ cache: 'github' })], ports);
    const [image] = await publishImages(plans, SETTINGS, ports, createJobTimeline(ports.clock));
    expect(image?.built).toBe(true);
    expect(cachesOf(sandbox)[0]?.length).toBe(isUsed ? 2 : 0);
    expect(sandbox.warnings).toEqual(
      isUsed ? [] : [expect.stringContaining("GitHub's cache at https://results.example/ takes no request")]
    );
    expect(asked).toEqual('HTTPS_PROXY' in environment ? [] : ['https://results.example/']);
  });

  it.each([
    { ...PUSH },
    { ...PUSH, ACTIONS_RUNTIME_TOKEN: 'runtime-token' },
    { ...PUSH, ACTIONS_RESULTS_URL: 'https://results.example/' }
  ])('is left out with a warning where the runner does not say where it is (%j)', async environment => {
    const sandbox = makeShop(environment);
    const [image] = await ship(sandbox, imageWith({ cache: 'github' }));
    expect(image?.built).toBe(true);
    expect(cachesOf(sandbox)).toEqual([[]]);
    expect(sandbox.warnings).toEqual([expect.stringContaining("GitHub's cache is there for an action alone")]);
  });

  /** Has the builds of a Docker say these lines; one with a cache then does not end by itself where it says so. */
  function sayInBuilds(sandbox: Sandbox, lines: readonly string[], { isHeld = false } = {}): void {
    const run = sandbox.docker.run.bind(sandbox.docker);
    sandbox.docker.run = async (command, args, options) => {
      if (args[1] !== 'build') return run(command, args, options);
      for (const line of lines) options?.onLine?.(line, 'stderr');
      const result = await run(command, args, options);
      if (!isHeld || !args.includes('--cache-to')) return result;
      const { signal } = options ?? {};
      if (signal?.aborted !== true) await new Promise(resolve => signal?.addEventListener('abort', resolve));
      throw signal?.reason;
    };
  }

  it('warns where buildx leaves it out without a word', async () => {
    const sandbox = makeShop(RUNNER);
    sayInBuilds(sandbox, ['#6 [1/1] COPY source /source', '#6 DONE 0.0s']);
    const [image] = await ship(sandbox, imageWith({ cache: 'github' }));
    expect(image).toMatchObject({ built: true, cache: undefined });
    expect(sandbox.warnings).toEqual([
      expect.stringMatching(/^shop\/app:abc123 was built without its cache: buildx left GitHub's cache out\./)
    ]);
  });

  it.each([
    ['read', '#3 importing cache manifest from gha:123'],
    ['written', '#9 exporting to GitHub Actions Cache']
  ])('is left out once it says nothing for ten minutes while it is %s', async (_name, line) => {
    const sandbox = makeShop(RUNNER);
    sayInBuilds(sandbox, [line], { isHeld: true });
    const [image] = await ship(sandbox, imageWith({ cache: 'github' }));
    expect(image).toMatchObject({ built: true, cache: undefined });
    expect(cachesOf(sandbox).map(caches => caches.length)).toEqual([2, 0]);
    expect(sandbox.slept).toContain(600_000);
    expect(sandbox.warnings).toEqual([
      'shop/app:abc123 is built again without its cache: The cache has not answered for 10 minutes.'
    ]);
  });
});
