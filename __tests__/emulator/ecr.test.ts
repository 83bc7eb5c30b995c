import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isTagImmutable, makeRepository, type TagMutability } from '../../src/emulator/registry/repository.js';
import { openStage, type Answer, type Stage } from './core-support.js';
import { digestOf, logIn, makeManifest, type RegistryUser } from './registry-support.js';
import { findShapeProblemsButEmpty, itByBotocore } from './shapes-support.js';

let stage: Stage;
const answers: Stage['answers'][number][] = [];
let user: RegistryUser;
const ecr = (operation: string, input: object): Promise<Answer> =>
  stage.send('ecr', operation, { repositoryName: 'shop/app', ...input });

beforeEach(async () => {
  stage = await openStage();
  await ecr('CreateRepository', {});
  user = await logIn(stage);
});
afterEach(async () => {
  answers.push(...stage.answers);
  await stage.close();
});

describe('tag mutability', () => {
  it.each<[TagMutability, string[], string, boolean]>([
    ['MUTABLE', [], 'v1', false],
    ['IMMUTABLE', [], 'v1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'v1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'latest', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'dev-7', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['1.2'], '1x2', true],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], 'v1', true],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], 'rev1', false]
  ])('%s with %j makes %s immutable: %s', (mutability, exclusionFilters, tag, expected) => {
    const repository = { ...makeRepository('eu-west-1', 'a/b'), mutability, exclusionFilters };
    expect(isTagImmutable(repository, tag)).toBe(expected);
  });

  it('is set and shown with its filters', async () => {
    const filters = [{ filterType: 'WILDCARD', filter: 'latest' }];
    const answer = await ecr('PutImageTagMutability', {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters
    });
    expect(answer.body).toMatchObject({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters
    });
    expect((await ecr('PutImageTagMutability', { imageTagMutability: 'MUTABLE_WITH_EXCLUSION' })).error).toBe(
      'InvalidParameterException'
    );
  });
});

describe('repositories', () => {
  it('have the host of the registry in their URI', async () => {
    const answer = await stage.send('ecr', 'DescribeRepositories', { repositoryNames: ['shop/app'] });
    const host = new URL(stage.cloud.endpoint).host;
    expect(answer.body).toMatchObject({
      repositories: [{ repositoryUri: `${host}/shop/app`, imageTagMutability: 'MUTABLE', registryId: '123456789012' }]
    });
  });

  it.each([
    ['exists already', 'CreateRepository', {}, 'RepositoryAlreadyExistsException'],
    ['has no name', 'CreateRepository', { repositoryName: 'Shop' }, 'InvalidParameterException'],
    ['is not there', 'DescribeImages', { repositoryName: 'shop/none' }, 'RepositoryNotFoundException'],
    ['is of another account', 'DescribeImages', { registryId: '210987654321' }, 'RepositoryNotFoundException']
  ])('are refused when one %s', async (_what, operation, input, error) => {
    expect((await ecr(operation, input)).error).toBe(error);
  });

  it('are not deleted with images in them unless forced', async () => {
    await user.pushImage('shop/app', 'v1', 'one');
    expect((await ecr('DeleteRepository', {})).error).toBe('RepositoryNotEmptyException');
    expect((await ecr('DeleteRepository', { force: true })).status).toBe(200);
    expect((await ecr('ListImages', {})).error).toBe('RepositoryNotFoundException');
  });

  it('belong to their region', async () => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/ecr/aws4_request, Signature=0';
    const answer = await stage.send('ecr', 'DescribeRepositories', {}, { authorization });
    expect(answer.body).toEqual({ repositories: [] });
  });

  it('keep tags and a lifecycle policy', async () => {
    const resourceArn = 'arn:aws:ecr:eu-west-1:123456789012:repository/shop/app';
    await stage.send('ecr', 'TagResource', { resourceArn, tags: [{ Key: 'team', Value: 'web' }] });
    const tags = await stage.send('ecr', 'ListTagsForResource', { resourceArn });
    expect(tags.body).toEqual({ tags: [{ Key: 'team', Value: 'web' }] });
    expect((await ecr('GetLifecyclePolicy', {})).error).toBe('LifecyclePolicyNotFoundException');
    const lifecyclePolicyText = JSON.stringify({ rules: [], description: 'x'.repeat(100) });
    await ecr('PutLifecyclePolicy', { lifecyclePolicyText });
    expect((await ecr('GetLifecyclePolicy', {})).body).toMatchObject({ lifecyclePolicyText });
  });
});

describe('tokens', () => {
  it('are one for each account that is asked for, each with the endpoint of its registry', async () => {
    const registryIds = ['123456789012', '210987654321'];
    const answer = await stage.send('ecr', 'GetAuthorizationToken', { registryIds });
    const { authorizationData } = answer.body as unknown as {
      authorizationData: { proxyEndpoint: string; expiresAt: number }[];
    };
    const expiresAt = Date.UTC(2026, 0, 1, 12) / 1000;
    expect(authorizationData).toHaveLength(2);
    expect(authorizationData[0]).toMatchObject({ proxyEndpoint: stage.cloud.endpoint, expiresAt });
    expect(authorizationData[1]).toMatchObject({ expiresAt });
    expect(authorizationData[1]?.proxyEndpoint).not.toBe(stage.cloud.endpoint);
  });

  it('are refused for what is no account', async () => {
    const answer = await stage.send('ecr', 'GetAuthorizationToken', { registryIds: ['12345'] });
    expect(answer.error).toBe('InvalidParameterException');
  });

  it('of ECR Public come as one object without an endpoint', async () => {
    const answer = await stage.send('SpencerFrontendService', 'GetAuthorizationToken', {});
    const { authorizationToken } = (answer.body as unknown as { authorizationData: { authorizationToken: string } })
      .authorizationData;
    expect(Buffer.from(authorizationToken, 'base64').toString()).toMatch(/^AWS:/);
    // The check of shapes goes by botocore's own service names.
    stage.answers.length = 0;
  });
});

describe('images', () => {
  it('that were pushed are described with all their tags', async () => {
    const manifest = await user.pushImage('shop/app', 'v1', 'one');
    await user.pushImage('shop/app', 'latest', 'one');
    const { body } = await ecr('DescribeImages', { imageIds: [{ imageTag: 'v1' }, { imageTag: 'latest' }] });
    expect(body).toMatchObject({
      imageDetails: [{ imageDigest: digestOf(manifest), imageTags: ['v1', 'latest'], imageStatus: 'ACTIVE' }]
    });
  });

  it('that are not there are an error of DescribeImages and a failure of BatchGetImage', async () => {
    await user.pushImage('shop/app', 'v1', 'one');
    const described = await ecr('DescribeImages', { imageIds: [{ imageTag: 'v9' }] });
    expect(described.error).toBe('ImageNotFoundException');
    expect(described.body).toMatchObject({
      message:
        "The image with imageId {imageDigest:'null', imageTag:'v9'} does not exist within the repository with name 'shop/app' in the registry with id '123456789012'"
    });
    const got = await ecr('BatchGetImage', { imageIds: [{ imageTag: 'v9' }, { imageTag: 'v1' }] });
    expect(got.body).toMatchObject({
      images: [{ imageManifest: makeManifest('one') }],
      failures: [{ imageId: { imageTag: 'v9' }, failureCode: 'ImageNotFound' }]
    });
  });

  it('come page by page', async () => {
    for (const name of ['one', 'two', 'three']) await user.pushImage('shop/app', name, name);
    const first = await ecr('ListImages', { maxResults: 2 });
    const { imageIds, nextToken } = first.body as unknown as { imageIds: object[]; nextToken: string };
    expect(imageIds).toHaveLength(2);
    const rest = await ecr('ListImages', { maxResults: 2, nextToken });
    expect(rest.body).toEqual({ imageIds: [{ imageDigest: digestOf(makeManifest('three')), imageTag: 'three' }] });
  });

  it('get another tag by PutImage, once', async () => {
    const imageManifest = await user.pushImage('shop/app', 'v1', 'one');
    expect((await ecr('PutImage', { imageManifest, imageTag: 'v2' })).status).toBe(200);
    expect((await ecr('PutImage', { imageManifest, imageTag: 'v2' })).error).toBe('ImageAlreadyExistsException');
    const pulled = await user.send('GET', '/v2/shop/app/manifests/v2');
    expect(await pulled.text()).toBe(imageManifest);
  });

  it('do not take an immutable tag from each other', async () => {
    await ecr('PutImageTagMutability', { imageTagMutability: 'IMMUTABLE' });
    await user.pushImage('shop/app', 'v1', 'one');
    const imageManifest = await user.pushImage('shop/app', 'v2', 'two');
    const answer = await ecr('PutImage', { imageManifest, imageTag: 'v1' });
    expect(answer.error).toBe('ImageTagAlreadyExistsException');
  });

  it('need their layers', async () => {
    const answer = await ecr('PutImage', { imageManifest: makeManifest('none'), imageTag: 'v1' });
    expect(answer.error).toBe('LayersNotFoundException');
  });

  it('are gone with their last tag', async () => {
    await user.pushImage('shop/app', 'v1', 'one');
    await user.pushImage('shop/app', 'v2', 'one');
    const imageDigest = digestOf(makeManifest('one'));
    await ecr('BatchDeleteImage', { imageIds: [{ imageTag: 'v1' }] });
    expect((await ecr('ListImages', {})).body).toEqual({ imageIds: [{ imageDigest, imageTag: 'v2' }] });
    const deleted = await ecr('BatchDeleteImage', { imageIds: [{ imageTag: 'v2' }, { imageTag: 'v9' }] });
    expect(deleted.body).toMatchObject({ failures: [{ failureCode: 'ImageNotFound' }] });
    expect((await ecr('ListImages', {})).body).toEqual({ imageIds: [] });
  });

  it('are scanned in virtual time, with the findings of the scenario', async () => {
    stage.cloud.setScenarios({ findings: { HIGH: 2 } });
    await ecr('PutImageScanningConfiguration', { imageScanningConfiguration: { scanOnPush: true } });
    await user.pushImage('shop/app', 'v1', 'one');
    const scan = { imageId: { imageTag: 'v1' } };
    expect((await ecr('DescribeImageScanFindings', scan)).body).toMatchObject({
      imageScanStatus: { status: 'IN_PROGRESS' }
    });
    stage.pass(60);
    expect((await ecr('DescribeImageScanFindings', scan)).body).toMatchObject({
      imageScanStatus: { status: 'COMPLETE' },
      imageScanFindings: { findingSeverityCounts: { HIGH: 2 } }
    });
    expect((await ecr('StartImageScan', scan)).error).toBe('LimitExceededException');
  });
});

describe('what ECS asks about an image', () => {
  it('is answered for this registry only', async () => {
    const digest = digestOf(await user.pushImage('shop/app', 'v1', 'one'));
    const host = new URL(stage.cloud.endpoint).host;
    const exists = (image: string): boolean | undefined => stage.cloud.images.exists('eu-west-1', image);
    expect(exists(`${host}/shop/app:v1`)).toBe(true);
    expect(exists(`${host}/shop/app@${digest}`)).toBe(true);
    expect(exists(`${host}/shop/app:v1@${digest}`)).toBe(true);
    expect(exists(`${host}/shop/app:v2`)).toBe(false);
    expect(exists(`${host}/shop/app`)).toBe(false);
    expect(exists(`${host}/shop/none:v1`)).toBe(false);
    expect(exists('nginx:1.29')).toBeUndefined();
    expect(exists('public.ecr.aws/nginx/nginx:1.29')).toBeUndefined();
    expect(exists('123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/app:v1')).toBe(true);
    expect(exists('123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/app:v1')).toBe(false);
    expect(exists('111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/app:v1')).toBeUndefined();
    expect(stage.cloud.images.exists('us-east-1', `${host}/shop/app:v1`)).toBe(false);
    expect(stage.cloud.images.digest('eu-west-1', `${host}/shop/app:v1`)).toBe(digest);
  });
});

describe('all answers above', () => {
  itByBotocore('fit the service model', () => {
    expect(answers.length).toBeGreaterThan(20);
    expect(findShapeProblemsButEmpty(answers)).toEqual([]);
  });
});
