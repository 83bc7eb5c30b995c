import { describe, expect, it } from '@jest/globals';
import { complaintsOf, decode, SHA } from './decode-helpers.js';

const WHERE = 'region: eu-west-1\n';
const ENTRIES = `- { container: app,   repository: shop/app,   context: app }
- { container: nginx, repository: shop/nginx, context: nginx, build-args: { VERSION: "1.29" } }
- { container: xray,  image: public.ecr.aws/xray/aws-xray-daemon:3.3.14 }
`;
const EXPECTED = [
  {
    kind: 'built',
    container: 'app',
    repository: 'shop/app',
    createRepository: true,
    tags: [SHA],
    reuseImage: undefined,
    reference: 'digest',
    build: {
      context: 'app',
      target: 'release',
      buildArgs: [{ name: 'COMMON', value: 'x' }],
      platforms: ['linux/arm64']
    }
  },
  {
    kind: 'built',
    container: 'nginx',
    repository: 'shop/nginx',
    build: { context: 'nginx', target: 'release', buildArgs: [{ name: 'VERSION', value: '1.29' }] }
  },
  { kind: 'existing', container: 'xray', image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.14' }
];
const SHARED = {
  'create-repository': 'true',
  'image-reference': 'digest',
  target: 'release',
  'build-args': 'COMMON=x',
  platforms: 'linux/arm64'
};

describe('several images', () => {
  it('come from a list in slipway.yml, and inherit what they do not say', () => {
    const file = `${WHERE}images:\n${ENTRIES.replaceAll(/^/gm, '  ')}`;
    expect(decode({ given: SHARED, file }).images).toMatchObject(EXPECTED);
  });

  it('come from the same YAML in an input', () => {
    expect(decode({ given: { ...SHARED, images: ENTRIES }, file: WHERE }).images).toMatchObject(EXPECTED);
  });

  it('inherit from the top of the file and the environment', () => {
    const file = `${WHERE}repository: shop/all\ntarget: top\nenvironments: { dev: { target: dev, images: [{ container: a, context: a }] } }`;
    expect(decode({ given: { environment: 'dev' }, file }).images).toMatchObject([
      { container: 'a', repository: 'shop/all', build: { context: 'a', target: 'dev' } }
    ]);
  });

  it('may be one, for the container that the top names', () => {
    const file = `${WHERE}container-name: web\nimages: [{ repository: shop/web, container-name: front }]`;
    expect(decode({ file }).images).toMatchObject([{ container: 'front' }]);
    expect(decode({ file: file.replace(', container-name: front', '') }).images).toMatchObject([{ container: 'web' }]);
  });

  it('may be in the registries of several accounts and regions', () => {
    const central = '210987654321.dkr.ecr.eu-west-1.amazonaws.com';
    const file = `${WHERE}images:\n  - { container: app, repository: ${central}/shop/app }\n  - { container: nginx, repository: shop/app, context: nginx }`;
    expect(decode({ file }).images).toMatchObject([
      { repository: 'shop/app', registry: { host: central, account: '210987654321', region: 'eu-west-1' } },
      { repository: 'shop/app', registry: undefined }
    ]);
  });

  it('may be one build for two containers', () => {
    const file = `${WHERE}repository: shop/app\nimages: [{ container: app }, { container: migrate }]`;
    expect(decode({ file }).images).toMatchObject([{ container: 'app' }, { container: 'migrate' }]);
  });

  it.each([
    [
      '[{ repository: a1 }, { container: b, repository: b1 }]',
      ['images[0]: expected a container: with several images each names its own. Add container: <name>.']
    ],
    [
      '[{ container: a }]',
      [
        'images[0]: there is neither an image nor a repository. Add image (one that exists) or repository (to build and push).'
      ]
    ],
    [
      '[{ container: a, repository: a1, image: "b:1" }]',
      [
        'images[0].image: image (one that exists) and repository (to build and push) contradict each other. Keep one of the two.'
      ]
    ],
    [
      '[{ container: a, repository: a1 }, { container: a, repository: b1 }]',
      ['images[1]: the container "a" has two images. Keep one of the two.']
    ],
    [
      '[{ container: a, repository: a1 }, { container: b, repository: a1, target: x }]',
      [`images[1]: two different builds are to be pushed as a1:${SHA}. Give them different repositories or tags.`]
    ],
    [
      '[{ container: a, repository: a1, cluster: x }]',
      [
        'images[0].cluster: "cluster" is not allowed for one image. It is allowed at the top of the file, or as an input or a flag.'
      ]
    ],
    [
      '[{ container: a, repository: a1, reuse-image: "true" }]',
      ['images[0].reuse-image: expected true or false, got the string "true". Write it without quotes.']
    ],
    ['[{ container: a', [expect.stringMatching(/^images: line 1, column \d+ of the text: /)]]
  ])('are refused: %s', (images, expected) => {
    expect(complaintsOf({ given: { images }, file: WHERE })).toEqual(expected);
  });

  it('are what somebody wants who gives container-name a list, as the official action takes it', () => {
    const given = { 'task-definition': 'task.json', image: 'a:1', 'container-name': 'web,side' };
    expect(complaintsOf({ given, file: WHERE })).toEqual([
      'container-name: expected a container\'s name (letters, digits, - and _), got "web,side". For several containers write images, an entry for each.'
    ]);
  });

  it('that are none leave the task definition as it is', () => {
    const file = `${WHERE}repository: shop/api\ntask-definition: task.json\nenvironments: { dev: { images: [] } }`;
    expect(decode({ given: { environment: 'dev' }, file }).images).toEqual([]);
  });
});

describe('image and repository', () => {
  it('of the same strength contradict each other', () => {
    expect(complaintsOf({ given: { image: 'a:1', repository: 'shop/a' }, file: WHERE })).toEqual([
      'image: image (one that exists) and repository (to build and push) contradict each other. Keep one of the two.'
    ]);
  });

  it('of different strength: the stronger counts', () => {
    const image = decode({ given: { image: 'a:1' }, file: `${WHERE}repository: shop/a` }).images;
    expect(image).toEqual([{ kind: 'existing', container: undefined, image: 'a:1' }]);
    const built = decode({ given: { repository: 'shop/a' }, file: `${WHERE}image: a:1` }).images;
    expect(built).toMatchObject([{ kind: 'built', repository: 'shop/a' }]);
  });
});

describe('the commit', () => {
  it('must be known where a tag needs it', () => {
    expect(complaintsOf({ given: { repository: 'shop/a' }, file: WHERE, sha: null })).toEqual([
      'tags: the tag needs the commit, which is unknown: this is not a Git checkout, and GITHUB_SHA is not set. Set tags, for example tags: v1.2.3 (as a flag: --tags v1.2.3).'
    ]);
  });

  it('need not be known otherwise', () => {
    expect(decode({ given: { repository: 'shop/a', tags: 'v1' }, file: WHERE, sha: null }).images).toMatchObject([
      { tags: ['v1'] }
    ]);
    expect(decode({ given: { image: 'a:1' }, file: WHERE, sha: null }).images).toHaveLength(1);
  });

  it('is not missed where the tags are wrong anyway', () => {
    expect(complaintsOf({ given: { repository: 'shop/a', tags: 'a b' }, file: WHERE, sha: null })).toHaveLength(1);
  });
});
