import { describe, expect, it } from '@jest/globals';
import { assignImages, type AssignableImage, type TaskDefinitionFile } from '../../src/task-definition/index.js';
import { problemsOf, readDefinition } from './parsing.js';

type Images = Readonly<Record<string, string | undefined>>;
type Row<Expected> = readonly [
  what: string,
  containers: Images,
  images: readonly AssignableImage[],
  containerName: string | undefined,
  expected: Expected
];

/** A task definition with these containers: name to image, undefined for none. */
function fileWith(images: Images): TaskDefinitionFile {
  return readDefinition({
    family: 'web',
    containerDefinitions: Object.entries(images).map(([name, image]) => ({ name, image }))
  });
}

const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('assignImages', () => {
  const table: readonly Row<readonly string[][]>[] = [
    ['the only container', { app: 'nginx:1' }, [{ repository: 'shop' }], undefined, [['app']]],
    ['a name for the image', { app: 'a', web: 'b' }, [{ container: 'web' }], undefined, [['web']]],
    ['container-name', { app: 'a', web: 'b' }, [{}], 'web', [['web']]],
    ['a numbered placeholder', { app: 'a', web: '<IMAGE1_NAME>' }, [{}], undefined, [['web']]],
    [
      'numbered placeholders for two',
      { app: '<IMAGE2_NAME>', web: '<IMAGE1_NAME>' },
      [{}, {}],
      undefined,
      [['web'], ['app']]
    ],
    [
      'the same placeholder twice',
      { app: '<IMAGE1_NAME>', migrate: '<IMAGE1_NAME>', x: 'a' },
      [{}],
      undefined,
      [['app', 'migrate']]
    ],
    [
      'the same placeholder as the named container',
      { app: '<APP>', migrate: '<APP>' },
      [{ container: 'migrate' }],
      undefined,
      [['app', 'migrate']]
    ],
    ['a placeholder without a number', { app: 'a', web: '<IMAGE>' }, [{}], undefined, [['web']]],
    ['any other placeholder', { app: 'a', web: '<REPOSITORY_URI>:<IMAGE_TAG>' }, [{}], undefined, [['web']]],
    ['a placeholder of another tool', { app: 'a', web: '{{ must_env `IMAGE` }}' }, [{}], undefined, [['web']]],
    ['an empty image', { app: 'a', web: '' }, [{}], undefined, [['web']]],
    ['a missing image', { app: 'a', web: undefined }, [{}], undefined, [['web']]],
    [
      'the same repository',
      { app: `${REGISTRY}/shop/app:3`, web: 'nginx' },
      [{ repository: 'shop/app' }],
      undefined,
      [['app']]
    ],
    [
      'the same repository by digest',
      { app: `${REGISTRY}/shop/app@sha256:${'0'.repeat(64)}`, web: 'nginx' },
      [{ repository: 'shop/app' }],
      undefined,
      [['app']]
    ],
    [
      'the same image in two containers',
      { app: 'shop/app:1', worker: 'shop/app:1', web: 'nginx' },
      [{ repository: 'shop/app' }],
      undefined,
      [['app', 'worker']]
    ],
    [
      'the repository before a placeholder',
      { app: 'shop/app:1', web: '<IMAGE2_NAME>' },
      [{ repository: 'shop/app' }, {}],
      undefined,
      [['app'], ['web']]
    ],
    [
      'a port in the registry',
      { app: 'localhost:5000/shop:1', web: 'nginx' },
      [{ repository: 'shop' }],
      undefined,
      [['app']]
    ],
    ['no images, nothing open', { app: 'nginx:1' }, [], undefined, []]
  ];
  it.each(table)('%s', (_, containers, images, containerName, expected) => {
    const assigned = assignImages(fileWith(containers), images, containerName);
    expect(assigned.map(({ image }) => image)).toEqual(images);
    expect(assigned.map(own => own.containers)).toEqual(expected);
  });

  const refused: readonly Row<string>[] = [
    [
      'a name that is not there',
      { app: 'a', web: 'b' },
      [{ container: 'wep' }],
      undefined,
      'images[0].container: There is no container "wep" in td.json; it has app and web. Did you mean "web"?'
    ],
    [
      'a container-name that is not there',
      { app: 'a', web: 'b' },
      [{}],
      'xyz',
      'container-name: There is no container "xyz" in td.json; it has app and web.'
    ],
    [
      'a container-name that is not there, for an image that is built',
      { app: 'a', web: 'b' },
      [{ repository: 'shop', container: 'xyz' }],
      'xyz',
      'container-name: There is no container "xyz" in td.json; it has app and web.'
    ],
    [
      'no hint at all',
      { app: 'a', web: 'b' },
      [{ repository: 'shop' }],
      undefined,
      'container-name: The image from "shop" could be for any container of td.json: app or web. Set container-name.'
    ],
    [
      'two empty images',
      { app: '', web: '' },
      [{}],
      undefined,
      'container-name: Image 1 could be for any container of td.json: app or web. Set container-name.'
    ],
    [
      'two versions of the repository',
      { app: 'shop:1', web: 'shop:2' },
      [{ repository: 'shop' }],
      undefined,
      'container-name: The image from "shop" could be for any container of td.json: app or web.'
    ],
    [
      'two images for one container',
      { app: 'a' },
      [{}, {}],
      undefined,
      'td.json:1:41 containerDefinitions[0]: Two images are set for the container "app". Name a different container for each image.'
    ],
    [
      'a placeholder that is left',
      { app: '<IMAGE1_NAME>', web: '<IMAGE2_NAME>' },
      [{}],
      undefined,
      'The image of the container "web" is still the placeholder "<IMAGE2_NAME>".'
    ],
    [
      'a placeholder without images',
      { app: '<IMAGE1_NAME>' },
      [],
      undefined,
      'The image of the container "app" is still the placeholder "<IMAGE1_NAME>".'
    ],
    [
      'no image without images',
      { app: undefined },
      [],
      undefined,
      'The container "app" has no image, and none is shipped for it.'
    ]
  ];
  it.each(refused)('refuses %s', (_, containers, images, containerName, sentence) => {
    const problems = problemsOf(() => assignImages(fileWith(containers), images, containerName));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });

  it('leaves a container to the image that names it', () => {
    expect(
      assignImages(
        fileWith({ app: 'shop:1', web: 'shop:2' }),
        [{ repository: 'shop' }, { container: 'web' }],
        undefined
      )
    ).toEqual([
      { image: { repository: 'shop' }, containers: ['app'] },
      { image: { container: 'web' }, containers: ['web'] }
    ]);
  });
});
