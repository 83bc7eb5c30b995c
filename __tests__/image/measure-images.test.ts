import { describe, expect, it } from '@jest/globals';

import { measureImages } from '../../src/steps/measure-images.js';
import { describeBuilt, type ShippedImage } from '../../src/image/published-image.js';
import type { ImageConfig } from '../../src/config/config.js';
import { TARGET } from '../rollout/fake-ecs.js';
import { digestOf, HOST, makeImage, makeSandbox } from './fakes.js';

const NOW = digestOf('a');
const BEFORE = digestOf('b');
const MANIFEST = JSON.stringify({ layers: [{ digest: 'sha256:1', size: 100 }] });

/** A service whose container `web` runs an image, and is for the image of the run. */
function serviceOf(image: ImageConfig, changes: object = {}) {
  return { assignments: [{ image, containers: ['web'] }], target: TARGET, taskDefinition: undefined, ...changes };
}

/** Measures one image, while the container `web` runs `running`. */
async function measure(
  running: string,
  {
    tags = ['v2'],
    built = true,
    service = {},
    denied = ''
  }: {
    readonly tags?: readonly string[];
    readonly built?: boolean;
    readonly service?: object;
    readonly denied?: string;
  } = {}
) {
  const { ecr, ports, log } = makeSandbox();
  for (const digest of [NOW, BEFORE]) ecr.manifests.set(digest, MANIFEST);
  for (const tag of ['v1', 'v2', 'latest']) ecr.put('shop/app', tag, BEFORE);
  const repository = ecr.addRepository('shop/app').repositories.get('shop/app');
  if (repository === undefined) throw new Error('The fake has lost its repository.');
  const image = describeBuilt(makeImage({ tags }), { repository, digest: NOW, built });
  const described: string[] = [];
  const ecs = {
    describeTaskDefinition: async (reference: string) => {
      described.push(reference);
      if (denied === 'ecs') throw new Error('AccessDenied');
      const containerDefinitions = [
        { name: 'sidecar', image: `${HOST}/shop/app@${digestOf('f')}` },
        { name: 'web', image: running }
      ];
      const taskDefinition = { family: 'web', containerDefinitions, taskDefinitionArn: reference };
      return { taskDefinition, written: { taskDefinition, tags: undefined } };
    }
  };
  if (denied === 'ecr') Object.assign(ecr, { readManifests: () => Promise.reject(new Error('AccessDenied')) });
  const services = [serviceOf(makeImage()), serviceOf(image.config, service)];
  const context = { ecr, reporter: ports.reporter, ecs } as unknown as Parameters<typeof measureImages>[2];
  const [measured] = await measureImages(services, [image], context);
  return { measured, image, asked: ecr.requestLog, described, log };
}

describe('the sizes of the images of a run', () => {
  const COMPARED = { bytes: 100, layers: 1, changed: 0, pushed: 0, before: 100 };
  const ALONE = { bytes: 100, layers: 1 };

  it.each([
    ['by digest', `${HOST}/shop/app@${BEFORE}`, {}, COMPARED, BEFORE],
    ['by tag', `${HOST}/shop/app:v1`, {}, COMPARED, 'v1'],
    ['by tag and digest', `${HOST}/shop/app:v2@${BEFORE}`, {}, COMPARED, BEFORE],
    ['without a tag', `${HOST}/shop/app`, {}, COMPARED, 'latest'],
    ['by a tag that this run has moved', `${HOST}/shop/app:v2`, {}, ALONE, undefined],
    ['by a further tag of this run', `${HOST}/shop/app:latest`, { tags: ['v2', 'latest'] }, ALONE, undefined],
    ['from another repository', `${HOST}/shop/other:v1`, {}, ALONE, undefined],
    ['from another registry', 'public.ecr.aws/shop/app:v1', {}, ALONE, undefined],
    ['from Docker Hub', 'nginx', {}, ALONE, undefined],
    ['by what is no reference', '<IMAGE1_NAME>', {}, ALONE, undefined],
    ['nothing yet', '', { service: { target: { ...TARGET, runningTaskDefinitionArn: undefined } } }, ALONE, undefined],
    ['a service that is not given', '', { service: { target: undefined } }, ALONE, undefined],
    ['a container of another name', `${HOST}/shop/app:v1`, { service: { assignments: [] } }, ALONE, undefined],
    ['what may not be read', `${HOST}/shop/app:v1`, { denied: 'ecs' }, ALONE, undefined]
  ])('beside what the container runs: %s', async (_name, running, options, size, before) => {
    const { measured, asked } = await measure(running, options);
    expect(measured?.size).toEqual(size);
    expect(asked).toEqual([`BatchGetImage shop/app ${[NOW, ...(before === undefined ? [] : [before])].join(',')}`]);
  });

  it('are left out where ECR may not be asked, and the run goes on', async () => {
    const { measured, image, log } = await measure(`${HOST}/shop/app:v1`, { denied: 'ecr' });
    expect(measured).toEqual(image);
    expect(log.join('\n')).toContain('is not known: AccessDenied');
  });

  it('are not asked for where an image is used as it is', async () => {
    const { ecr, ports } = makeSandbox();
    const config = { kind: 'existing', container: 'web', image: 'nginx:1' } as const;
    const image: ShippedImage = {
      config,
      container: 'web',
      registry: undefined,
      repository: 'nginx',
      tag: '1',
      digest: undefined,
      uri: 'nginx:1',
      digestUri: 'nginx:1',
      built: false
    };
    const context = { ecr, reporter: ports.reporter, ecs: {} } as unknown as Parameters<typeof measureImages>[2];
    expect(await measureImages([serviceOf(config)], [image], context)).toEqual([image]);
    expect(ecr.requestLog).toEqual([]);
  });

  it('read a revision once for several images', async () => {
    const { ecr, ports } = makeSandbox();
    const repository = ecr.addRepository('shop/app').repositories.get('shop/app');
    if (repository === undefined) throw new Error('The fake has lost its repository.');
    const configs = [makeImage(), makeImage()];
    const images = configs.map(config => describeBuilt(config, { repository, digest: NOW, built: true }));
    let asked = 0;
    const ecs = {
      describeTaskDefinition: async () => {
        asked += 1;
        const taskDefinition = { containerDefinitions: [] };
        return { taskDefinition, written: { taskDefinition, tags: undefined } };
      }
    };
    const context = { ecr, reporter: ports.reporter, ecs } as unknown as Parameters<typeof measureImages>[2];
    await measureImages(
      [
        { ...serviceOf(configs[0] as ImageConfig), assignments: configs.map(image => ({ image, containers: ['web'] })) }
      ],
      images,
      context
    );
    expect(asked).toBe(1);
  });
});
