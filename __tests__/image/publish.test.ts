import { describe, expect, it } from '@jest/globals';

import type { ImageConfig } from '../../src/config/config.js';
import { checkImages } from '../../src/image/check/check-images.js';
import { publishImages } from '../../src/image/publish.js';
import type { PublishedImage } from '../../src/image/published-image.js';
import {
  ACCOUNT,
  digestOf,
  HOST,
  makeSandbox,
  makeBuild,
  makeExisting,
  makeImage,
  OTHER_PASSWORD,
  PASSWORD,
  type Sandbox
} from './fakes.js';

const OLD = digestOf('a');
const NEW = digestOf('b');

async function ship(
  images: readonly ImageConfig[],
  sandbox: Sandbox,
  registries: readonly string[] = []
): Promise<PublishedImage[]> {
  const plans = await checkImages(images, sandbox.ports);
  sandbox.docker.calls.length = 0;
  return publishImages(plans, { registries, maxParallelBuilds: undefined }, sandbox.ports);
}

describe('publishImages', () => {
  it('logs in, builds, pushes, tags, verifies and cleans up', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    const image = makeImage({ container: 'app', tags: ['abc123', 'latest'] });
    const images = await ship([image], sandbox);
    expect(sandbox.docker.lines).toEqual([
      `login --username AWS --password-stdin ${HOST}`,
      'buildx inspect',
      `buildx build --tag ${HOST}/shop/app:abc123 --load .`,
      `push ${HOST}/shop/app:abc123`,
      `logout ${HOST}`
    ]);
    expect(sandbox.ecr.requestLog).toEqual(['GetAuthorizationToken', `PutImage shop/app@${NEW} latest`]);
    expect(images).toEqual([
      {
        config: image,
        container: 'app',
        registry: HOST,
        repository: 'shop/app',
        tag: 'abc123',
        digest: NEW,
        uri: `${HOST}/shop/app:abc123`,
        digestUri: `${HOST}/shop/app@${NEW}`,
        built: true,
        location: { region: undefined, registryId: ACCOUNT, repository: 'shop/app', digest: digestOf('b') }
      }
    ]);
    expect(sandbox.cleanupStore.size).toBe(0);
    expect(sandbox.files.removed).toEqual(['/tmp/slipway-docker-1']);
  });

  it('names the image by digest where asked', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    expect(await ship([makeImage({ reference: 'digest' })], sandbox)).toMatchObject([
      { uri: `${HOST}/shop/app@${NEW}`, tag: 'abc123' }
    ]);
  });

  it('neither logs in nor starts Docker for images that are there', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE').put('shop/app', 'abc123', OLD);
    const images = await ship([makeImage(), makeExisting('public.ecr.aws/xray/daemon:3')], sandbox, [
      '999999999999',
      'public'
    ]);
    expect(sandbox.docker.calls).toEqual([]);
    expect(sandbox.ecr.requestLog).toEqual([]);
    expect(sandbox.noted).toEqual([]);
    expect(images).toMatchObject([
      { digest: OLD, uri: `${HOST}/shop/app:abc123`, digestUri: `${HOST}/shop/app@${OLD}`, built: false },
      {
        container: 'xray',
        registry: 'public.ecr.aws',
        digest: undefined,
        digestUri: 'public.ecr.aws/xray/daemon:3',
        built: false
      }
    ]);
  });

  it('gives a reused image the tags that it lacks, without Docker', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app').put('shop/app', 'abc123', OLD);
    await ship([makeImage({ reuseImage: true, tags: ['abc123', 'latest'] })], sandbox);
    expect(sandbox.docker.calls).toEqual([]);
    expect(sandbox.ecr.requestLog).toEqual([`PutImage shop/app@${OLD} latest`]);
  });

  it('a second run of the same commit builds nothing', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE');
    const first = await ship([makeImage()], sandbox);
    const second = await ship([makeImage()], sandbox);
    expect(sandbox.docker.calls).toEqual([]);
    expect(second).toEqual(first.map(image => ({ ...image, built: false })));
  });

  it.each([
    ['docker build', false, (line: string) => line.startsWith('build ')],
    ['buildx', true, (line: string) => line.startsWith('buildx build')]
  ])('hands the credentials of the role to %s, and to nothing else of Docker', async (_title, buildx, isBuild) => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.buildx = buildx;
    const role = { accessKeyId: 'ASIA', secretAccessKey: 'secret-of-the-role', sessionToken: 'token-of-the-role' };
    const ports = { ...sandbox.ports, credentials: async () => role };
    await publishImages(await checkImages([makeImage()], ports), { registries: [], maxParallelBuilds: 1 }, ports);
    const given = sandbox.docker.calls.filter(({ env }) => env['AWS_SECRET_ACCESS_KEY'] !== undefined);
    expect(given.length).toBe(1);
    expect(given.every(({ args }) => isBuild(args.join(' ')))).toBe(true);
    expect(given[0]?.env).toMatchObject({
      AWS_ACCESS_KEY_ID: 'ASIA',
      AWS_SECRET_ACCESS_KEY: 'secret-of-the-role',
      AWS_SESSION_TOKEN: 'token-of-the-role',
      AWS_REGION: 'ap-northeast-2'
    });
    expect(sandbox.masked).toEqual(expect.arrayContaining(['secret-of-the-role', 'token-of-the-role']));
    expect(sandbox.log.join('\n')).not.toContain('of-the-role');
  });

  it('leaves the environment of a build alone without a role', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    await ship([makeImage()], sandbox);
    expect(sandbox.docker.calls.some(({ env }) => Object.keys(env).some(name => name.startsWith('AWS_')))).toBe(false);
  });

  it('creates the repository first', async () => {
    const sandbox = makeSandbox();
    await ship([makeImage({ createRepository: true })], sandbox);
    expect(sandbox.ecr.requestLog).toEqual(['CreateRepository shop/app', 'GetAuthorizationToken']);
  });

  it('builds one image for two containers once', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    const images = await ship([makeImage({ container: 'web' }), makeImage({ container: 'worker' })], sandbox);
    expect(sandbox.docker.lines.filter(line => line.startsWith('buildx build'))).toHaveLength(1);
    expect(images.map(({ container, digest }) => [container, digest])).toEqual([
      ['web', NEW],
      ['worker', NEW]
    ]);
  });

  it('pushes nothing after a failed build, and leaves nothing behind', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app').addRepository('shop/web');
    sandbox.docker.answers.push(line =>
      /buildx build .*shop\/web/.test(line)
        ? {
            exitCode: 1,
            stderr:
              '#5 [2/2] RUN false\n------\nERROR: failed to solve: process "false" did not complete: exit code: 1\n'
          }
        : undefined
    );
    await expect(ship([makeImage(), makeImage({ repository: 'shop/web' })], sandbox)).rejects.toMatchObject({
      code: 'build-step',
      what: `Building ${HOST}/shop/web:abc123 failed (exit code 1): ERROR: failed to solve: process "false" did not complete: exit code: 1.`
    });
    expect(sandbox.docker.lines.filter(line => line.startsWith('push'))).toEqual([]);
    expect(sandbox.docker.lines.at(-1)).toBe(`logout ${HOST}`);
    expect(sandbox.cleanupStore.size).toBe(0);
    expect(sandbox.log).toContain('#5 [2/2] RUN false');
  });

  it.each([
    'net/http: TLS handshake timeout',
    'Get "https://x/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    '919b9aaa34c1: Retrying in 1 second\nEOF',
    'toomanyrequests: Rate exceeded',
    'received unexpected HTTP status: 500 Internal Server Error'
  ])('tries a push again that failed for a passing reason: %s', async stderr => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    let failures = 2;
    sandbox.docker.answers.push(line =>
      line.startsWith('push') && failures-- > 0 ? { exitCode: 1, stderr: `${stderr}\n` } : undefined
    );
    expect(await ship([makeImage()], sandbox)).toMatchObject([{ digest: NEW }]);
    expect(sandbox.slept).toEqual([1000, 2000]);
  });

  it('tries a build again whose base image could not be had for a passing reason', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    let failures = 1;
    sandbox.docker.answers.push(line =>
      line.includes('buildx build') && failures-- > 0
        ? {
            exitCode: 1,
            stderr:
              'ERROR: failed to solve: node:24: failed to fetch oauth token: unexpected status from POST request to https://auth.docker.io/token: 504 Gateway Timeout\n'
          }
        : undefined
    );
    expect(await ship([makeImage()], sandbox)).toMatchObject([{ digest: NEW }]);
    expect(sandbox.slept).toEqual([1000]);
  });

  it.each([
    ['name unknown: The repository with name "shop/app" does not exist', 'repository-missing'],
    ['no basic auth credentials', 'docker-denied'],
    ['denied: User: x is not authorized to perform: ecr:InitiateLayerUpload on resource: y', 'docker-denied-by-policy'],
    ['write /var/lib/docker/x: no space left on device', 'docker-disk-full'],
    ['something new', 'docker-failed']
  ])('does not repeat a push that failed for good: %s', async (stderr, code) => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line => (line.startsWith('push') ? { exitCode: 1, stderr } : undefined));
    await expect(ship([makeImage()], sandbox)).rejects.toMatchObject({ code, what: expect.stringContaining(stderr) });
    expect(sandbox.slept).toEqual([]);
  });
});

describe('publishImages: who was faster', () => {
  const refusal = `tag invalid: The image tag 'abc123' already exists in the 'shop/app' repository and cannot be overwritten because the tag is immutable.`;

  function raced(reuseImage: boolean | undefined): { sandbox: Sandbox; result: Promise<PublishedImage[]> } {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE');
    sandbox.docker.answers.push(line => {
      if (!line.startsWith('push')) return undefined;
      sandbox.ecr.put('shop/app', 'abc123', OLD);
      return { exitCode: 1, stderr: refusal };
    });
    return { sandbox, result: ship([makeImage({ reuseImage, tags: ['abc123', 'v1'] })], sandbox) };
  }

  it('uses what another run has pushed meanwhile under an immutable tag', async () => {
    const { sandbox: bench, result } = raced(undefined);
    expect(await result).toMatchObject([{ digest: OLD, built: false }]);
    expect(bench.ecr.requestLog).toContain(`PutImage shop/app@${OLD} v1`);
  });

  it('looks behind what a builder hides of the registry', async () => {
    const sandbox = makeSandbox();
    sandbox.docker.driver = 'remote';
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE');
    const refused = (name: string): string =>
      `ERROR: failed to solve: failed to push: unexpected status from PUT request to https://${HOST}/v2/${name}: 400 Bad Request\n`;
    let name = 'shop/app/manifests/abc123';
    sandbox.docker.answers.push(line => {
      if (!line.startsWith('buildx build')) return undefined;
      sandbox.ecr.put('shop/app', 'abc123', OLD);
      return { exitCode: 1, stderr: refused(name) };
    });
    expect(await ship([makeImage()], sandbox)).toMatchObject([{ digest: OLD, built: false }]);
    sandbox.ecr.images.clear();
    name = 'shop/cache/manifests/main';
    await expect(ship([makeImage()], sandbox)).rejects.toMatchObject({ code: 'manifest-refused' });
  });

  it('fails where the user wants his own build', async () => {
    await expect(raced(false).result).rejects.toMatchObject({ code: 'tag-immutable' });
  });

  it('notices that a mutable tag was moved after the push', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line => {
      if (!line.startsWith('push')) return undefined;
      sandbox.ecr.put('shop/app', 'abc123', OLD);
      return { stdout: `abc123: digest: ${NEW} size: 1\n` };
    });
    await expect(ship([makeImage()], sandbox)).rejects.toMatchObject({ code: 'tag-moved' });
  });

  it('asks ECR for a digest that Docker did not say, and waits a little for it', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line => (line.startsWith('push') ? { stdout: 'Pushed\n' } : undefined));
    const clock = {
      ...sandbox.ports.clock,
      sleep: async (milliseconds: number) => {
        sandbox.slept.push(milliseconds);
        if (sandbox.slept.length === 2) sandbox.ecr.put('shop/app', 'abc123', OLD);
      }
    };
    expect(await ship([makeImage()], { ...sandbox, ports: { ...sandbox.ports, clock } })).toMatchObject([
      { digest: OLD }
    ]);
  });

  it('does not believe a push that ECR knows nothing of', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line => (line.startsWith('push') ? {} : undefined));
    await expect(ship([makeImage()], sandbox)).rejects.toMatchObject({ code: 'image-missing' });
    expect(sandbox.slept).toEqual([1000, 1000, 1000, 1000]);
  });
});

describe('publishImages: secrets', () => {
  const token = Buffer.from(`AWS:${PASSWORD}`).toString('base64');

  it('hands passwords to standard input alone, and masks them before Docker is started', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    const maskedAtLogin: string[][] = [];
    sandbox.docker.answers.push(line => {
      if (line.startsWith('login')) maskedAtLogin.push([...sandbox.masked]);
      return undefined;
    });
    await ship([makeImage()], sandbox, ['999999999999', ACCOUNT, 'public']);
    const logins = sandbox.docker.calls.filter(({ args }) => args[0] === 'login');
    expect(logins.map(({ args, input }) => [args.at(-1), input])).toEqual([
      [HOST, PASSWORD],
      [HOST.replace(ACCOUNT, '999999999999'), OTHER_PASSWORD],
      ['public.ecr.aws', 'public-pass']
    ]);
    expect(maskedAtLogin[0]).toEqual(expect.arrayContaining([PASSWORD, token, OTHER_PASSWORD]));
    const seen = JSON.stringify([sandbox.docker.calls.map(({ args, env }) => [args, env]), sandbox.log, sandbox.noted]);
    for (const secret of [PASSWORD, token, OTHER_PASSWORD, 'public-pass']) expect(seen).not.toContain(secret);
  });

  it('logs into registries of other regions with a login of that region, each once', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    const far = `${ACCOUNT}.dkr.ecr.us-west-2.amazonaws.com`;
    const dual = '999999999999.dkr-ecr.eu-west-1.on.aws';
    await ship([makeImage()], sandbox, ['999999999999', '999999999999', far, far, dual, HOST]);
    expect(sandbox.ecr.requestLog.filter(line => line.startsWith('GetAuthorizationToken'))).toEqual([
      'GetAuthorizationToken',
      'GetAuthorizationToken 999999999999',
      `GetAuthorizationToken ${ACCOUNT} us-west-2`,
      'GetAuthorizationToken 999999999999 eu-west-1'
    ]);
    const logins = sandbox.docker.calls.filter(({ args }) => args[0] === 'login');
    expect(logins.map(({ args }) => args.at(-1))).toEqual([HOST, HOST.replace(ACCOUNT, '999999999999'), far, dual]);
  });

  it('keeps a password out of the error, whatever Docker says', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line =>
      line.startsWith('login') ? { exitCode: 1, stderr: `Error: bad password ${PASSWORD} in auth ${token}` } : undefined
    );
    const error: unknown = await ship([makeImage()], sandbox).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      what: `Docker login to ${HOST} failed (exit code 1): Error: bad password *** in auth ***.`
    });
    expect(sandbox.cleanupStore.size).toBe(0);
  });

  it.each(['build', 'push', 'buildx create'])('clears what Docker says of the login, in a failed %s', async command => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    if (command === 'buildx create') sandbox.docker.driver = 'docker';
    const stderr = `error: 401 for ${PASSWORD}, Authorization: Basic ${token}, ?password=${encodeURIComponent(token)}`;
    const isMeant = (line: string): boolean =>
      command === 'build' ? / build /.test(` ${line} `) && !line.includes('--push') : line.startsWith(command);
    sandbox.docker.answers.push(line => (isMeant(line) ? { exitCode: 1, stderr, stdout: stderr } : undefined));
    const image =
      command === 'buildx create'
        ? makeImage({ build: makeBuild({ platforms: ['linux/amd64', 'linux/arm64'] }) })
        : makeImage();
    const error: unknown = await ship([image], sandbox).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      what: expect.stringContaining('error: 401 for ***, Authorization: Basic ***, ?password=***')
    });
    const seen = [String(error), sandbox.log.join('\n')].join('\n');
    for (const secret of [PASSWORD, token, encodeURIComponent(token)]) expect(seen).not.toContain(secret);
  });

  it("gives Docker the credentials that caches and the build's own secrets need, and no others", async () => {
    const environment = {
      HOME: '/home/me',
      'INPUT_GITHUB-TOKEN': 'input',
      GITHUB_TOKEN: 'github',
      GH_TOKEN: 'gh',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request',
      ACTIONS_RUNTIME_TOKEN: 'cache',
      AWS_SECRET_ACCESS_KEY: 'key'
    };
    const given = async (build: Parameters<typeof makeBuild>[0]): Promise<readonly string[]> => {
      const sandbox = makeSandbox();
      Object.assign(sandbox.ports, { environment });
      sandbox.ecr.addRepository('shop/app');
      await ship([makeImage({ build: makeBuild(build) })], sandbox);
      const env = sandbox.docker.calls.find(({ args }) => args.includes('build'))?.env ?? {};
      return Object.keys(environment).filter(name => name in env);
    };
    const always = ['ACTIONS_RUNTIME_TOKEN', 'AWS_SECRET_ACCESS_KEY'];
    expect(await given({})).toEqual(always);
    expect(await given({ buildSecrets: ['id=npm,env=GITHUB_TOKEN'] })).toEqual(['GITHUB_TOKEN', ...always]);
    expect(await given({ buildOptions: ['--secret', 'id=GH_TOKEN'] })).toEqual(['GH_TOKEN', ...always]);
  });

  it('tries a login again while it fails for a passing reason, four times at most', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line =>
      line.startsWith('login')
        ? { exitCode: 1, stderr: 'Error response from daemon: Get "https://x/v2/": EOF' }
        : undefined
    );
    await expect(ship([makeImage()], sandbox)).rejects.toMatchObject({ code: 'docker-network' });
    expect(sandbox.slept).toEqual([1000, 2000, 4000]);
  });

  it('notes folder and logins before they are there, and keeps in the cleanupStore what could not be taken back', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line => {
      if (line.startsWith('login')) expect([...sandbox.cleanupStore.keys()]).toEqual(['docker-home', 'docker-login']);
      return line.startsWith('logout') ? { exitCode: 1, stderr: 'no' } : undefined;
    });
    await ship([makeImage()], sandbox);
    expect([...sandbox.cleanupStore.values()]).toEqual([
      { kind: 'docker-login', directory: '/tmp/slipway-docker-1', registries: [HOST] }
    ]);
  });
});

describe('publishImages: how it is built', () => {
  it.each([
    ['20.10.24', { DOCKER_BUILDKIT: '1' }],
    ['28.2.2', {}]
  ])('without buildx, by docker build of %s', async (version, expected) => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.buildx = false;
    sandbox.docker.clientVersion = version;
    await ship([makeImage()], sandbox);
    const build = sandbox.docker.calls.find(({ args }) => args[0] === 'build');
    expect(build?.args).toEqual(['build', '--tag', `${HOST}/shop/app:abc123`, '.']);
    expect(Object.entries(build?.env ?? {}).filter(([name]) => name === 'DOCKER_BUILDKIT')).toEqual(
      Object.entries(expected)
    );
    expect(sandbox.docker.lines).toContain(`push ${HOST}/shop/app:abc123`);
  });

  it.each(['docker-container', 'kubernetes', 'remote', 'cloud'])(
    'lets a selected builder with the driver %s push by itself',
    async driver => {
      const sandbox = makeSandbox();
      sandbox.ecr.addRepository('shop/app');
      sandbox.docker.driver = driver;
      const images = await ship(
        [makeImage({ build: makeBuild({ platforms: ['linux/amd64', 'linux/arm64'] }) })],
        sandbox
      );
      expect(sandbox.docker.lines).toContain(
        `buildx build --platform linux/amd64,linux/arm64 --metadata-file /tmp/slipway-docker-1/metadata-0.json --tag ${HOST}/shop/app:abc123 --push .`
      );
      expect(sandbox.docker.lines.filter(line => /^(?:push|buildx create|buildx rm)/.test(line))).toEqual([]);
      expect(images).toMatchObject([{ digest: NEW, built: true }]);
    }
  );

  it('makes one builder of its own for all images that need one, and removes it', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app').addRepository('shop/web').addRepository('shop/plain');
    const build = makeBuild({ cacheTo: ['type=gha,mode=max'] });
    let notedBefore = false;
    sandbox.docker.answers.push(line => {
      if (line.startsWith('buildx create')) notedBefore = sandbox.cleanupStore.has('docker-builder');
      return undefined;
    });
    await ship(
      [makeImage({ build }), makeImage({ repository: 'shop/web', build }), makeImage({ repository: 'shop/plain' })],
      sandbox
    );
    const name =
      /--name (\S+)/.exec(sandbox.docker.lines.find(line => line.startsWith('buildx create')) ?? '')?.[1] ?? '';
    expect(name).toMatch(/^slipway-[a-z0-9-]+$/);
    expect(sandbox.docker.lines.filter(line => line.startsWith('buildx create'))).toEqual([
      `buildx create --name ${name} --driver docker-container --bootstrap`
    ]);
    expect(
      sandbox.docker.lines.filter(line => line.includes(`--builder ${name}`) && line.includes('--push'))
    ).toHaveLength(2);
    expect(sandbox.docker.lines).toContain(`push ${HOST}/shop/plain:abc123`);
    expect(sandbox.docker.lines.slice(-2)).toEqual([`buildx rm ${name}`, `logout ${HOST}`]);
    expect(notedBefore).toBe(true);
    expect(sandbox.cleanupStore.size).toBe(0);
  });

  it('removes a builder that did not come up', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    sandbox.docker.answers.push(line =>
      line.startsWith('buildx create') ? { exitCode: 1, stderr: 'ERROR: toomanyrequests: pull rate limit' } : undefined
    );
    const image = makeImage({ build: makeBuild({ platforms: ['linux/amd64', 'linux/arm64'] }) });
    await expect(ship([image], sandbox)).rejects.toMatchObject({ code: 'pull-rate-limit' });
    expect(sandbox.docker.lines.some(line => line.startsWith('buildx rm slipway-'))).toBe(true);
  });

  it.each([
    [{ cacheTo: ['type=inline'] }, false, '--load'],
    [{ platforms: ['linux/arm64'] }, false, '--load'],
    [{ cacheTo: ['type=gha'] }, true, '--push'],
    [{ platforms: ['linux/amd64', 'linux/arm64'] }, true, '--push']
  ])('needs none for %j with the containerd image store: %s', async (changes, containerd, expected) => {
    const sandbox = makeSandbox();
    sandbox.docker.containerd = containerd;
    sandbox.ecr.addRepository('shop/app');
    await ship([makeImage({ build: makeBuild(changes) })], sandbox);
    expect(sandbox.docker.lines.some(line => line.startsWith('buildx create'))).toBe(false);
    expect(sandbox.docker.lines.find(line => line.startsWith('buildx build'))).toContain(expected);
  });

  it('makes one even so for a cache that the engine cannot export', async () => {
    const sandbox = makeSandbox();
    sandbox.docker.containerd = true;
    sandbox.ecr.addRepository('shop/app');
    await ship([makeImage({ build: makeBuild({ cacheTo: ['type=s3,bucket=b'] }) })], sandbox);
    expect(sandbox.docker.lines.some(line => line.startsWith('buildx create'))).toBe(true);
  });

  it('says that a builder named in the options cannot do it', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    const build = makeBuild({ cacheTo: ['type=gha'], buildOptions: ['--builder=default'] });
    await expect(ship([makeImage({ build })], sandbox)).rejects.toMatchObject({ code: 'docker-builder' });
    expect(sandbox.docker.lines).toContain('buildx inspect default');
  });
});
