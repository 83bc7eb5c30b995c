import { describe, expect, it } from '@jest/globals';

import type { ImageConfig } from '../../src/config/config.js';
import { ProblemsError, SlipwayError } from '../../src/errors.js';
import { checkImages } from '../../src/image/check/check-images.js';
import { describePlan } from '../../src/image/image-plan.js';
import { digestOf, HOST, makeSandbox, makeBuild, makeExisting, makeImage, type Sandbox } from './fakes.js';

const OLD = digestOf('a');

async function problemsOf(images: readonly ImageConfig[], sandbox: Sandbox): Promise<string[]> {
  const error: unknown = await checkImages(images, sandbox.ports).then(
    () => undefined,
    (reason: unknown) => reason
  );
  if (!(error instanceof ProblemsError)) throw new Error(`Expected problems, got ${String(error)}`);
  return error.problems.map(({ code, place }) => `${code} ${place.path ?? ''}`.trim());
}

describe('checkImages: built or reused', () => {
  const cases: [string, string, boolean | undefined, boolean, string][] = [
    ['a mutable tag is built again', 'MUTABLE', undefined, true, 'build'],
    ['a mutable tag is reused where asked', 'MUTABLE', true, true, 'reuse'],
    ['reuse builds what is not there', 'MUTABLE', true, false, 'build'],
    ['an immutable tag is reused by itself', 'IMMUTABLE', undefined, true, 'reuse'],
    ['an immutable tag that is not there is built', 'IMMUTABLE', undefined, false, 'build'],
    ['reuse-image: false builds over a mutable tag', 'MUTABLE', false, true, 'build']
  ];
  it.each(cases)('%s', async (_, mutability, reuseImage, isThere, expected) => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', mutability);
    if (isThere) sandbox.ecr.put('shop/app', 'abc123', OLD);
    const [plan] = await checkImages([makeImage({ reuseImage })], sandbox.ports);
    expect(plan?.kind).toBe(expected);
  });

  it('refuses to build over an immutable tag', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE').put('shop/app', 'abc123', OLD);
    expect(await problemsOf([makeImage({ reuseImage: false })], sandbox)).toEqual(['tag-immutable tags']);
  });

  it('does not look for Docker where nothing is built', async () => {
    const sandbox = makeSandbox();
    sandbox.docker.missing = true;
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE').put('shop/app', 'abc123', OLD);
    await checkImages([makeImage(), makeExisting('nginx:1')], sandbox.ports);
    expect(sandbox.docker.calls).toEqual([]);
  });

  it('finds the tags that a reused image lacks', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev']);
    sandbox.ecr.put('shop/app', 'abc123', OLD).put('shop/app', 'latest', digestOf('c')).put('shop/app', 'v1', OLD);
    const [plan] = await checkImages([makeImage({ tags: ['abc123', 'v1', 'latest', 'dev'] })], sandbox.ports);
    expect(plan).toMatchObject({ kind: 'reuse', digest: OLD, tagsToAdd: ['latest', 'dev'] });
  });

  it.each([true, false])(
    'refuses an immutable further tag of another image (the first one is there: %s)',
    async isThere => {
      const sandbox = makeSandbox();
      sandbox.ecr.addRepository('shop/app', 'IMMUTABLE').put('shop/app', 'v1', digestOf('c'));
      if (isThere) sandbox.ecr.put('shop/app', 'abc123', OLD);
      expect(await problemsOf([makeImage({ tags: ['abc123', 'v1'] })], sandbox)).toEqual(['tag-immutable tags']);
    }
  );

  it('does not reuse an image from the archive', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE').images.set('shop/app:abc123', { digest: OLD, archived: true });
    expect(await problemsOf([makeImage()], sandbox)).toEqual(['image-archived tags']);
  });

  it('changes nothing', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    await checkImages([makeImage(), makeImage({ repository: 'new', createRepository: true })], sandbox.ports);
    expect(sandbox.ecr.requestLog).toEqual([]);
    expect(sandbox.docker.lines).toEqual(['version --format {{json .}}', 'buildx version']);
    expect(sandbox.noted).toEqual([]);
  });
});

describe('checkImages: what is in the way', () => {
  it('tells everything at once, and where', async () => {
    const sandbox = makeSandbox();
    sandbox.docker.missing = true;
    sandbox.ecr.addRepository('shop/app').addRepository('shop/web');
    const images = [
      makeImage({ build: makeBuild({ context: 'nowhere' }) }),
      makeImage({ repository: 'shop/gone' }),
      makeImage({ repository: 'Shop', tags: ['-x'] }),
      makeExisting('Not An Image'),
      makeImage({ repository: 'shop/web', build: makeBuild({ dockerfile: 'missing/Dockerfile' }) }),
      makeImage({ repository: 'shop/web', tags: ['other'] })
    ];
    expect(await problemsOf(images, sandbox)).toEqual([
      'missing-context images[0].context',
      'repository-missing images[1].repository',
      'repository-name images[2].repository',
      'image-tag images[2].tags',
      'image-reference images[3].image',
      'missing-dockerfile images[4].dockerfile',
      'docker-missing'
    ]);
  });

  it.each([
    [['id=npm,env=NPM_TOKEN'], []],
    [['id=npm,env=MISSING'], ['build-secret build-secrets']],
    [['id=npm,type=env,src=NPM_TOKEN'], []],
    [['id=rc,src=.npmrc'], []],
    [['id=rc,source=gone'], ['build-secret build-secrets']],
    [['npm'], ['build-secret build-secrets']],
    [['id=npm'], []]
  ])('looks where build secrets come from: %j', async (buildSecrets, expected) => {
    const sandbox = makeSandbox({ HOME: '/home/me', NPM_TOKEN: 'x' });
    sandbox.files.texts.set('.npmrc', 'x');
    sandbox.ecr.addRepository('shop/app');
    const images = [makeImage({ build: makeBuild({ buildSecrets }) })];
    if (expected.length === 0) expect(await checkImages(images, sandbox.ports)).toHaveLength(1);
    else expect(await problemsOf(images, sandbox)).toEqual(expected);
  });

  it.each([
    [['default'], {}, ['build-ssh ssh']],
    [['default', 'other'], { SSH_AUTH_SOCK: '' }, ['build-ssh ssh', 'build-ssh ssh']],
    [['default'], { SSH_AUTH_SOCK: '/tmp/agent' }, []],
    [['default=key', 'other=/tmp/socket'], {}, []]
  ])('looks whether the SSH agent runs that a build gets: %j with %j', async (ssh, environment, expected) => {
    const sandbox = makeSandbox({ HOME: '/home/me', ...environment });
    sandbox.ecr.addRepository('shop/app');
    const images = [makeImage({ build: makeBuild({ ssh }) })];
    if (expected.length === 0) expect(await checkImages(images, sandbox.ports)).toHaveLength(1);
    else expect(await problemsOf(images, sandbox)).toEqual(expected);
  });

  it('says that nothing expands a ~', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    const images = [makeImage({ build: makeBuild({ buildSecrets: ['id=rc,src=~/.npmrc'] }) })];
    await expect(checkImages(images, sandbox.ports)).rejects.toThrow(
      /~\/\.npmrc, which is not there\. Write the whole path/
    );
  });

  it.each(['https://github.com/me/app.git#main', 'git@github.com:me/app.git', 'github.com/me/app'])(
    'leaves a context elsewhere to Docker: %s',
    async context => {
      const sandbox = makeSandbox();
      sandbox.ecr.addRepository('shop/app');
      expect(await checkImages([makeImage({ build: makeBuild({ context }) })], sandbox.ports)).toHaveLength(1);
    }
  );

  it('names the repository in an address that was pasted whole', async () => {
    const error: unknown = await checkImages(
      [makeImage({ repository: `${HOST}/shop/app` })],
      makeSandbox().ports
    ).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: expect.stringContaining('Write shop/app.') });
  });

  it('refuses two different builds under one name, and takes the same one twice', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app');
    const other = makeImage({ build: makeBuild({ target: 'worker' }) });
    expect(await problemsOf([makeImage(), other], sandbox)).toEqual(['image-clash images[1]']);
    expect(
      await checkImages([makeImage({ container: 'a' }), makeImage({ container: 'b' })], sandbox.ports)
    ).toHaveLength(2);
  });

  it('says in one sentence that the daemon does not run', async () => {
    const sandbox = makeSandbox();
    sandbox.docker.daemon = false;
    sandbox.ecr.addRepository('shop/app');
    expect(await problemsOf([makeImage()], sandbox)).toEqual(['docker-daemon']);
  });

  it.each([
    ['28.2.2', undefined, ['id=a'], false, false],
    ['20.10.24+dfsg1', undefined, ['id=a'], true, true],
    ['20.10.24+dfsg1', '0', ['id=a'], false, false],
    ['28.2.2', undefined, [], true, false]
  ])(
    'without buildx, Docker %s, DOCKER_BUILDKIT=%s, secrets %j: it can: %s',
    async (version, variable, buildSecrets, can, buildkit) => {
      const sandbox = makeSandbox({
        HOME: '/home/me',
        ...(variable === undefined ? {} : { DOCKER_BUILDKIT: variable })
      });
      sandbox.docker.buildx = false;
      sandbox.docker.clientVersion = version;
      sandbox.ecr.addRepository('shop/app');
      const images = [makeImage({ build: makeBuild({ buildSecrets }) })];
      if (!can) expect(await problemsOf(images, sandbox)).toEqual(['docker-buildx']);
      else expect(await checkImages(images, sandbox.ports)).toMatchObject([{ tools: { buildx: false, buildkit } }]);
    }
  );

  it("passes AWS's own error on where that is all there is", async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.failure = new SlipwayError({
      code: 'ExpiredTokenException',
      fault: 'user',
      what: 'Describing: expired.'
    });
    await expect(checkImages([makeImage(), makeImage()], sandbox.ports)).rejects.toBe(sandbox.ecr.failure);
  });
});

describe('checkImages: images that exist', () => {
  it('resolves the digest of an image in ECR', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.put('shop/app', 'v1', OLD);
    expect(await checkImages([makeExisting(`${HOST}/shop/app:v1`)], sandbox.ports)).toMatchObject([
      { kind: 'existing', registry: HOST, repository: 'shop/app', tag: 'v1', digest: OLD }
    ]);
  });

  it('knows its registry by what ECR answers, at a custom endpoint too', async () => {
    const sandbox = makeSandbox();
    const uri = '127.0.0.1:4566/shop/app';
    sandbox.ecr.addRepository('shop/app').put('shop/app', 'v1', OLD);
    sandbox.ecr.repositories.set('shop/app', {
      name: 'shop/app',
      uri,
      region: undefined,
      registryId: '1',
      mutability: 'MUTABLE',
      exclusions: []
    });
    const plans = await checkImages(
      [makeExisting(`${uri}:v1`), makeExisting('10.0.0.1:5000/shop/app:v1')],
      sandbox.ports
    );
    expect(plans).toMatchObject([{ digest: OLD }, { digest: undefined }]);
  });

  it('says that there is none', async () => {
    expect(await problemsOf([makeExisting(`${HOST}/shop/app:v1`)], makeSandbox())).toEqual(['image-missing image']);
  });

  it.each([
    ['public.ecr.aws/xray/aws-xray-daemon:3.3.14', undefined],
    ['nginx:1.29', undefined],
    [`nginx@${OLD}`, OLD]
  ])('takes %s as it is', async (image, digest) => {
    const sandbox = makeSandbox();
    sandbox.ecr.failure = new SlipwayError({ code: 'test', fault: 'slipway', what: 'ECR must not be asked.' });
    expect(await checkImages([makeExisting(image)], sandbox.ports)).toMatchObject([{ kind: 'existing', digest }]);
  });

  it.each([
    ['AccessDeniedException', HOST, true],
    ['UnrecognizedClientException', HOST.replace('ap-northeast-2', 'cn-north-1'), true],
    ['UnrecognizedClientException', HOST, false]
  ])('%s for an image at %s: used as it is: %s', async (code, host, isTaken) => {
    const sandbox = makeSandbox();
    sandbox.ecr.failure = new SlipwayError({ code, fault: 'user', what: 'No.' });
    const check = checkImages([makeExisting(`${host}/shop/app:v1`)], sandbox.ports);
    if (isTaken) expect(await check).toMatchObject([{ digest: undefined }]);
    else await expect(check).rejects.toBe(sandbox.ecr.failure);
  });
});

describe('describePlan', () => {
  it('says what is going to happen', async () => {
    const sandbox = makeSandbox();
    sandbox.ecr.addRepository('shop/app', 'IMMUTABLE').put('shop/app', 'abc123', OLD);
    const images = [
      makeImage({ tags: ['abc123', 'v1'] }),
      makeImage({ repository: 'new', createRepository: true }),
      makeExisting('nginx:1')
    ];
    expect((await checkImages(images, sandbox.ports)).map(describePlan)).toEqual([
      `shop/app:abc123 is in the repository already (${OLD}): it is used and not built again, and gets the tag v1.`,
      'new is built from . and pushed with the tag abc123. The repository new is created first.',
      'nginx:1 is used as it is.'
    ]);
  });
});
